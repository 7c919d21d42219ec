// Edge: rule files into the workspace: never outside of it, never through a symbolic link, never over what must not be there.
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { WrittenFile } from '../ports.ts';
import { codeOf, findRoot } from './place.ts';

function refuse(path: string, why: string, cause?: unknown): UserError {
  const message = `${JSON.stringify(path)} cannot be written: ${why}; nothing was written`;
  return new UserError('input', message, cause === undefined ? undefined : { cause });
}

/** The steps of a path that leads down only. @throws UserError */
function stepsOf(path: string): string[] {
  const isPlain = path !== '' && posix.normalize(path) === path && !posix.isAbsolute(path);
  const steps = path.split('/');
  if (!isPlain || steps[0] === '..' || (sep !== '/' && path.includes(sep)))
    throw refuse(path, 'it is no path inside the workspace');
  return steps;
}

/** What is at a place, a link itself and not what it leads to. @throws UserError where the system does not say */
function lookAt(place: string, path: string) {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    throw refuse(path, `what is there cannot be told (${codeOf(error)})`);
  }
}

/** Looks at every folder on the way to a path, as far as it is there. @throws UserError where one is a link, or no folder */
function checkFolders(root: string, path: string, folders: readonly string[]): void {
  let place = root;
  for (const folder of folders) {
    place = join(place, folder);
    const found = lookAt(place, path);
    if (found === undefined) return;
    if (found.isSymbolicLink()) throw refuse(path, `${JSON.stringify(folder)} on its way is a symbolic link`);
    if (!found.isDirectory()) throw refuse(path, `${JSON.stringify(folder)} on its way is no folder`);
  }
}

function checkFile(root: string, { path, isNew }: WrittenFile): void {
  const steps = stepsOf(path);
  checkFolders(root, path, steps.slice(0, -1));
  const found = lookAt(join(root, path), path);
  if (found === undefined) return;
  if (isNew) throw refuse(path, 'something is there already');
  if (found.isSymbolicLink()) throw refuse(path, 'it is a symbolic link');
  if (!found.isFile()) throw refuse(path, 'it is no file');
}

/** A new file must not be there; one that is replaced is never seen half written. */
function writeOne(root: string, { path, text, isNew }: WrittenFile): void {
  const place = join(root, path);
  mkdirSync(join(place, '..'), { recursive: true });
  if (isNew) return writeFileSync(place, text, { flag: 'wx' });
  const draft = `${place}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    return renameSync(draft, place);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Writes files; all are looked at before the first is written.
 * @param workspace absolute path
 * @throws UserError (`input`) where one of them may not be written, or cannot be
 */
export function writeFiles(workspace: string, files: readonly WrittenFile[]): void {
  const root = findRoot(workspace);
  for (const file of files) checkFile(root, file);
  for (const file of files) {
    try {
      writeOne(root, file);
    } catch (error) {
      const message = `${JSON.stringify(file.path)} cannot be written (${codeOf(error)})`;
      throw new UserError('input', message);
    }
  }
}

/**
 * The names in a folder of the workspace, sorted by the system; empty where nothing is there.
 * @throws UserError (`input`) where it lies outside, is a link or behind one, or is no folder
 */
export function listFolder(workspace: string, path: string): string[] {
  const root = findRoot(workspace);
  if (path !== '.') checkFolders(root, path, stepsOf(path));
  if (lookAt(join(root, path), path) === undefined) return [];
  try {
    return readdirSync(join(root, path));
  } catch (error) {
    throw refuse(path, `it cannot be listed (${codeOf(error)})`);
  }
}
