// Edge: rule files and path tests on disk. It finds and reads; what they say is none of its business.
import { lstat, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { UserError } from '../errors.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { WorkspaceFiles } from '../ports.ts';
import { isPathTestPath, isWantedPath } from '../rules/rule-path.ts';
import type { SourceFile } from '../rules/rule.ts';

/** Folders that can match a glob are looked into from its fixed part on; these never. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

function fixedPart(glob: string): string {
  const { base } = picomatch.scan(glob);
  return base === '' ? '.' : base;
}

/** Refuses a path whose real place is outside the workspace. */
async function checkInside(root: string, path: string): Promise<void> {
  const place = relative(root, await realpath(join(root, path)));
  if (place === '..' || place.startsWith(`..${sep}`)) {
    throw new UserError(
      'input',
      `${path} is a symbolic link that leads out of the workspace: rule files must lie inside it`,
    );
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** All files under a folder, as paths relative to the root. Links to folders are followed once they prove to stay inside. */
async function listFiles(root: string, start: string): Promise<string[]> {
  const files: string[] = [];
  const open = [start];
  // Real folders come first: a link to one of them must not take its place.
  const linked: string[] = [];
  const seen = new Set<string>();
  for (let folder = open.pop(); folder !== undefined; folder = open.pop() ?? linked.shift()) {
    const real = await realpath(join(root, folder));
    if (seen.has(real)) continue;
    seen.add(real);
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      const isLinkedFolder = entry.isSymbolicLink() && (await isFolder(join(root, path)));
      if (entry.isDirectory() || isLinkedFolder) {
        if (SKIPPED_FOLDERS.has(entry.name)) continue;
        if (isLinkedFolder) await checkInside(root, path);
        (isLinkedFolder ? linked : open).push(path);
      } else {
        files.push(path);
      }
    }
  }
  return files;
}

/** A reader at work on many small files is fastest with some of them under way at once. */
const READS_AT_ONCE = 32;

async function readAll(root: string, paths: readonly string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (let start = 0; start < paths.length; start += READS_AT_ONCE) {
    const batch = paths.slice(start, start + READS_AT_ONCE);
    const read = batch.map(async (path) => {
      await checkInside(root, path);
      return { path: toSlashes(path), bytes: await readFile(join(root, path)) };
    });
    files.push(...(await Promise.all(read)));
  }
  return files;
}

/** The file at a place, or all files below it; none where nothing is there. */
async function findFrom(root: string, start: string): Promise<string[]> {
  if (await isFolder(join(root, start))) return listFiles(root, start);
  return (await isThere(join(root, start))) ? [start] : [];
}

async function findPaths(root: string, globs: readonly string[]): Promise<string[]> {
  const matches = isWantedPath(globs);
  const paths = new Set<string>();
  for (const glob of globs.filter((text) => !text.startsWith('!'))) {
    const start = fixedPart(glob);
    const place = relative(root, join(root, start));
    if (place === '..' || place.startsWith(`..${sep}`)) {
      throw new UserError(
        'input',
        `input rules has ${JSON.stringify(glob)}, which leads out of the workspace`,
      );
    }
    const found = await findFrom(root, toSlashes(place) || '.');
    for (const path of found) if (matches(path)) paths.add(path);
  }
  return [...paths].toSorted(compareCodePoints);
}

/**
 * Reads the files that the globs match; a file that two globs match is read once.
 * @param workspace absolute path
 * @throws UserError (`input`) where no rule file matches, a file cannot be read, or one lies outside the workspace
 */
export async function readFiles(workspace: string, globs: readonly string[]): Promise<WorkspaceFiles> {
  const root = await realpath(workspace).catch((error: unknown) => {
    throw new UserError('input', `the workspace ${workspace} cannot be read`, { cause: error });
  });
  const paths = await orUnreadable(findPaths(root, globs));
  const isTest = (path: string): boolean => isPathTestPath(toSlashes(path));
  if (paths.every(isTest)) {
    throw new UserError(
      'input',
      `no rule file matches input rules (${globs.join(', ')}) in the workspace: check the glob, and that actions/checkout ran before`,
    );
  }
  const files = await orUnreadable(readAll(root, paths));
  return {
    rules: files.filter(({ path }) => !isPathTestPath(path)),
    pathTests: files.filter(({ path }) => isPathTestPath(path)),
  };
}

async function orUnreadable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('input', 'a rule file cannot be read', { cause: error });
  }
}
