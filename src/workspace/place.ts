// Edge: places on disk: the workspace's own, and whether and how a path leads there. What is at a place is none of its business.
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { UserError } from '../errors.ts';

/** The workspace's real path. @throws UserError (`input`) where it cannot be read */
export function findRoot(workspace: string): string {
  try {
    return realpathSync(workspace);
  } catch (error) {
    throw new UserError('input', `the workspace ${workspace} cannot be read`, { cause: error });
  }
}

/** Whether a path relative to a folder leads out of it. */
export function isOutside(place: string): boolean {
  return place === '..' || place.startsWith(`..${sep}`);
}

/** A path of this system as globs and reports have it: with slashes. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** The system's code of an error, such as `EACCES`; its message has paths of the machine in it. */
export function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown error';
}
