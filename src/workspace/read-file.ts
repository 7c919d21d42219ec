// Edge: one file of the workspace → its bytes, or the problem that keeps them from being read.
import { type Stats, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { explainSize } from '../rules/decode.ts';
import type { Problem } from '../rules/problem.ts';
import type { SourceFile } from '../rules/rule.ts';
import { codeOf, isOutside, leadsOut, problemAt } from './file-problem.ts';

/** What a link leads to, or the problem with it. Only links need their real place looked up: folders are known to be inside. */
function followLink(root: string, path: string): Stats | Problem {
  const place = join(root, path);
  try {
    return isOutside(relative(root, realpathSync(place))) ? leadsOut(path) : statSync(place);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return problemAt(path, 'this is a symbolic link that leads nowhere');
    if (code === 'ELOOP') return problemAt(path, 'this is a symbolic link that leads to itself');
    throw error;
  }
}

function readWhole(root: string, path: string): SourceFile | Problem {
  const place = join(root, path);
  const found = lstatSync(place);
  const file = found.isSymbolicLink() ? followLink(root, path) : found;
  if ('check' in file) return file;
  if (!file.isFile())
    return problemAt(path, 'this is no file but a pipe, a socket or a device, so it can be no rule');
  // Its size is asked first: a file of any size must not fill the memory.
  return explainSize(path, file.size) ?? { path, bytes: readFileSync(place) };
}

/**
 * Reads a file.
 * @param root the workspace's real, absolute path
 * @param path below it, where every folder on the way is known to be inside
 */
export function readWorkspaceFile(root: string, path: string): SourceFile | Problem {
  try {
    return readWhole(root, path);
  } catch (error) {
    return problemAt(path, `this file cannot be read (${codeOf(error)})`);
  }
}
