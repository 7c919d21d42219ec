// Edge: the id map on disk.
import type { IdMap } from '../rules/id-map.ts';
import { readIdMap } from '../rules/read-id-map.ts';
import { readInputFile } from './read-input-file.ts';

/**
 * Reads the file of input `id-map`.
 * @param workspace absolute path
 * @param name empty where there is none
 * @throws UserError (`input`) where it cannot be read, or is no id map
 */
export function readIdMapFile(
  workspace: string,
  name: string,
): { readonly path: string; readonly map: IdMap } | undefined {
  if (name === '') return undefined;
  const file = readInputFile(workspace, 'id-map', name);
  return { path: file.path, map: readIdMap(file) };
}
