// Edge: one file of the workspace that an input names. What it says is none of its business.
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, normalize, relative } from 'node:path';
import { UserError } from '../errors.ts';
import { MAX_SMALL_FILE_BYTES } from '../rules/read-small-file.ts';
import type { SourceFile } from '../rules/rule.ts';
import { isOutside, toSlashes } from './place.ts';

/** Where Windows has no such flag, the comparison with the real path has to do. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

function refuse(input: string, path: string, why: string, cause?: unknown): UserError {
  const message = `input ${input} is ${JSON.stringify(path)}, ${why}`;
  return new UserError('input', message, cause === undefined ? undefined : { cause });
}

/** The path relative to the workspace, without steps up. */
function placeOf(workspace: string, input: string, path: string): string {
  const place = isAbsolute(path) ? relative(workspace, path) : normalize(path);
  if (isOutside(place) || isAbsolute(place))
    throw refuse(input, path, 'which lies outside the workspace: name a file inside it');
  return place;
}

function readOpened(handle: number, input: string, path: string): Uint8Array {
  const file = fstatSync(handle);
  if (!file.isFile()) throw refuse(input, path, 'which is no file');
  if (file.size > MAX_SMALL_FILE_BYTES)
    throw refuse(input, path, `which has ${file.size} bytes; the limit is ${MAX_SMALL_FILE_BYTES} (1 MiB)`);
  return readFileSync(handle);
}

/** Whether nothing at all is at a place: a link to nothing is something. */
function isNothing(place: string): boolean {
  try {
    lstatSync(place);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR';
  }
}

/**
 * Reads a file that an input names, if it is there.
 * @param workspace absolute path
 * @param path relative to the workspace, or absolute and inside it
 * @returns its path relative to the workspace, with slashes, and its bytes; undefined where nothing is at that path
 * @throws UserError (`input`) where it lies outside, is a symbolic link or lies behind one, is no file, or cannot be read
 */
export function findInputFile(workspace: string, input: string, path: string): SourceFile | undefined {
  const place = placeOf(workspace, input, path);
  let handle: number | undefined;
  try {
    const root = realpathSync(workspace);
    const full = join(root, place);
    if (isNothing(full)) return undefined;
    if (realpathSync(full) !== full)
      throw refuse(input, path, 'which leads through a symbolic link: name the file itself');
    // A pipe must not make the run wait for its writer.
    handle = openSync(full, constants.O_RDONLY | constants.O_NONBLOCK | NO_FOLLOW);
    const bytes = readOpened(handle, input, path);
    return { path: toSlashes(place), bytes };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refuse(input, path, 'which cannot be read', error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Like {@link findInputFile}, for a file that must be there. @throws UserError (`input`) */
export function readInputFile(workspace: string, input: string, path: string): SourceFile {
  const file = findInputFile(workspace, input, path);
  if (file !== undefined) return file;
  const why = 'which is not in the workspace: check the name, and that actions/checkout ran before';
  throw refuse(input, path, why);
}
