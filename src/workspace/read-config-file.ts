// Edge: the config file on disk. It finds and reads; what the file says is none of its business.
// Like all that a lint reads it goes without node:fs/promises, whose loading is noticed in a run of 50 ms.
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { SourceFile } from '../rules/rule.ts';

/** The largest config file, in bytes: some thousand suppressions. */
export const MAX_CONFIG_BYTES = 1024 * 1024;

function isOutside(from: string, to: string): boolean {
  const place = relative(from, to);
  return place === '..' || place.startsWith(`..${sep}`) || isAbsolute(place);
}

function refuse(path: string, what: string, options?: ErrorOptions): never {
  throw new UserError('input', `input config is ${JSON.stringify(path)}, but ${what}`, options);
}

function isThere(place: string): boolean {
  try {
    return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}

function readInside(workspace: string, place: string, path: string): Uint8Array {
  if (isOutside(realpathSync(workspace), realpathSync(place)))
    refuse(path, 'that is a symbolic link which leads out of the workspace: the file must lie inside it');
  const entry = statSync(place);
  // A pipe would be waited for without end.
  if (!entry.isFile()) refuse(path, 'that is no file');
  if (entry.size > MAX_CONFIG_BYTES)
    refuse(path, `the file has ${entry.size} bytes; the limit is ${MAX_CONFIG_BYTES} (1 MiB)`);
  return readFileSync(place);
}

/**
 * Reads the config file.
 * @param workspace absolute path
 * @param path relative to the workspace, or absolute
 * @returns the file with its path relative to the workspace; undefined where nothing is at that path
 * @throws UserError (`input`) where it lies outside the workspace, is too large, or cannot be read
 */
export async function readConfigFile(workspace: string, path: string): Promise<SourceFile | undefined> {
  const place = resolve(workspace, path);
  if (isOutside(workspace, place)) refuse(path, 'that leads out of the workspace');
  try {
    if (!isThere(place)) return undefined;
    const bytes = readInside(workspace, place, path);
    return { path: relative(workspace, place).split(sep).join('/'), bytes };
  } catch (error) {
    if (error instanceof UserError) throw error;
    return refuse(path, 'the file cannot be read', { cause: error });
  }
}
