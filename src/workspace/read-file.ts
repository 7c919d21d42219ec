// Edge: one file of the workspace → its bytes, or the problem that keeps them from being read.
import {
  type Stats,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { explainSize } from '../rules/decode.ts';
import type { Problem } from '../rules/problem.ts';
import type { SourceFile } from '../rules/rule.ts';
import { leadsOut, problemAt } from './file-problem.ts';
import { codeOf, isOutside } from './place.ts';

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

function readOpened(path: string, handle: number): SourceFile | Problem {
  return explainSize(path, fstatSync(handle).size) ?? { path, bytes: readFileSync(handle) };
}

function orProblem(path: string, read: () => SourceFile | Problem): SourceFile | Problem {
  try {
    return read();
  } catch (error) {
    return problemAt(path, `this file cannot be read (${codeOf(error)})`);
  }
}

/**
 * Reads what may be a file, a link to one, or something else.
 * @param root the workspace's real, absolute path
 * @param path below it, where every folder on the way is known to be inside
 */
export function readWorkspaceFile(root: string, path: string): SourceFile | Problem {
  return orProblem(path, () => readWhole(root, path));
}

/** Like {@link readWorkspaceFile}, for what is known to be a file: so nothing but the file itself is looked at. */
export function readPlainFile(root: string, path: string): SourceFile | Problem {
  return orProblem(path, () => {
    const handle = openSync(`${root}${sep}${path}`, 'r');
    try {
      return readOpened(path, handle);
    } finally {
      closeSync(handle);
    }
  });
}
