// Edge: which places the globs of input `rules` match on disk. It looks at names and links, and reads no file.
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import picomatch from 'picomatch';
import { UserError } from '../errors.ts';
import type { Problem } from '../rules/problem.ts';
import { isWantedPath } from '../rules/rule-path.ts';
import { leadsOut, problemAt } from './file-problem.ts';
import { codeOf, isOutside, toSlashes } from './place.ts';

/** Folders that can match a glob are looked into from its fixed part on; these never. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

export interface FoundFiles {
  /** Paths that a glob matches and that are no folders, links among them; in no order. */
  readonly paths: ReadonlySet<string>;
  /** Those of them that are sure to be files: neither links nor pipes. */
  readonly plain: ReadonlySet<string>;
  /** Folders that a glob matches, links that lead out, folders that cannot be read. */
  readonly problems: readonly Problem[];
}

/** One folder that is looked into: its path from the workspace, and its real place on disk. */
interface Folder {
  readonly path: string;
  readonly real: string;
}

interface Search {
  readonly root: string;
  readonly matches: (path: string) => boolean;
  /** Folders that a glob names as they are. */
  readonly named: ReadonlySet<string>;
  readonly paths: Set<string>;
  readonly plain: Set<string>;
  /** By path: two globs may lead to one folder. */
  readonly problems: Map<string, Problem>;
}

/** The part of a glob before its first special sign, from the workspace. @throws UserError where it leads out, or is absolute */
function fixedPart(root: string, glob: string): string {
  if (isAbsolute(glob)) {
    throw new UserError(
      'input',
      `input rules has ${JSON.stringify(glob)}, an absolute path, but it takes globs relative to the workspace`,
    );
  }
  const place = relative(root, join(root, picomatch.scan(glob).base || '.'));
  if (isOutside(place)) {
    throw new UserError('input', `input rules has ${JSON.stringify(glob)}, which leads out of the workspace`);
  }
  return toSlashes(place) || '.';
}

/** How many steps a path can have that a glob matches; braces and brackets may stand for any number. */
function mostSteps(glob: string): number {
  return glob.includes('**') || /[{([]/.test(glob) ? Infinity : glob.split('/').length;
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isLinkToFolder(place: string): boolean {
  try {
    return isFolder(place);
  } catch {
    // A ring of links is no folder; it is told where the file is read.
    return false;
  }
}

/** A folder that has the name of a rule file, or that a glob names, was meant to be one. */
function noteFolder({ matches, named, problems }: Search, path: string): void {
  if (!named.has(path) && !(path.endsWith('.json') && matches(path))) return;
  const message = named.has(path)
    ? `this is a folder, not a rule file: name the files in it, such as ${path}/**/*.json`
    : 'this is a folder, not a file, though its name is that of a rule file: give it another name';
  problems.set(path, problemAt(path, message));
}

/** The real place of a folder, or undefined, with a problem, where a link leads out of the workspace. */
function openFolder({ root, problems }: Search, path: string): Folder | undefined {
  const real = realpathSync(join(root, path));
  if (!isOutside(relative(root, real))) return { path, real };
  problems.set(path, leadsOut(path));
  return undefined;
}

function readFolder({ root, problems }: Search, { path }: Folder): readonly Dirent[] {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    problems.set(path, problemAt(path, `this folder cannot be read (${codeOf(error)})`));
    return [];
  }
}

/** The folders that are still to be looked into. Real ones come first: a link to one of them must not take its place. */
interface Queue {
  readonly real: Folder[];
  readonly linked: string[];
}

function nextFolder(search: Search, { real, linked }: Queue): Folder | undefined {
  const next = real.pop();
  if (next !== undefined) return next;
  for (let path = linked.shift(); path !== undefined; path = linked.shift()) {
    const folder = openFolder(search, path);
    if (folder !== undefined) return folder;
  }
  return undefined;
}

function lookInto(search: Search, folder: Folder, mayHoldFolders: boolean, queue: Queue): void {
  for (const entry of readFolder(search, folder)) {
    const path = folder.path === '.' ? entry.name : `${folder.path}/${entry.name}`;
    const isLinked = entry.isSymbolicLink() && isLinkToFolder(join(search.root, path));
    if (!entry.isDirectory() && !isLinked) {
      if (!search.matches(path)) continue;
      search.paths.add(path);
      if (entry.isFile()) search.plain.add(path);
    } else if (!SKIPPED_FOLDERS.has(entry.name)) {
      noteFolder(search, path);
      if (mayHoldFolders && isLinked) queue.linked.push(path);
      else if (mayHoldFolders) queue.real.push({ path, real: join(folder.real, entry.name) });
    }
  }
}

/** Looks through all folders below one. Links to folders are followed once they prove to stay inside. */
function searchBelow(search: Search, start: Folder, steps: number): void {
  const queue: Queue = { real: [start], linked: [] };
  const seen = new Set<string>();
  for (let folder = nextFolder(search, queue); folder !== undefined; folder = nextFolder(search, queue)) {
    if (seen.has(folder.real)) continue;
    seen.add(folder.real);
    const stepsToFile = folder.path === '.' ? 1 : folder.path.split('/').length + 1;
    lookInto(search, folder, stepsToFile < steps, queue);
  }
}

/** A glob without special signs names one place; a link on the way to it may lead out as well. */
function notePlace(search: Search, path: string): void {
  const real = realpathSync(join(search.root, path, '..'));
  if (isOutside(relative(search.root, real))) search.problems.set(path, leadsOut(path));
  else search.paths.add(path);
}

function searchFrom(search: Search, glob: string): void {
  const start = fixedPart(search.root, glob);
  const place = join(search.root, start);
  try {
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return;
    if (!isLinkToFolder(place)) {
      if (search.matches(start)) notePlace(search, start);
      return;
    }
    noteFolder(search, start);
    const folder = openFolder(search, start);
    if (folder !== undefined) searchBelow(search, folder, mostSteps(glob.replace(/^\.\//, '')));
  } catch (error) {
    // A file stands where the glob has a folder: nothing can match.
    if (codeOf(error) === 'ENOTDIR') return;
    search.problems.set(start, problemAt(start, `this place cannot be read (${codeOf(error)})`));
  }
}

/**
 * Finds the files that globs match.
 * @param root the workspace's real, absolute path
 * @throws UserError (`input`) where a glob leads out of the workspace, or is absolute
 */
export function findFiles(root: string, globs: readonly string[]): FoundFiles {
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  const search: Search = {
    root,
    matches: isWantedPath(globs),
    named: new Set(wanted.map((glob) => glob.replace(/^\.\//, '').replace(/\/+$/, ''))),
    paths: new Set(),
    plain: new Set(),
    problems: new Map(),
  };
  for (const glob of wanted) fixedPart(root, glob);
  for (const glob of wanted) searchFrom(search, glob);
  return { paths: search.paths, plain: search.plain, problems: [...search.problems.values()] };
}
