// Edge: the files in `report-dir` (INTERFACE section 6), and the audit log and journal that grow during a run. A folder in the
// workspace is one that a pull request may have filled: nothing is written through a link.
import {
  accessSync,
  appendFileSync,
  constants,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { isOutside } from '../workspace/place.ts';

export interface ReportFiles {
  /** Makes the folder: what could not be reported is not begun. @throws UserError (`input`) where files of these names cannot be written */
  readonly prepare: (names: readonly string[]) => void;
  /** Writes a whole file. @returns its path */
  readonly write: (name: string, text: string) => string;
  /** Appends to a file, which is emptied at its first use in a run, before it returns. */
  readonly append: (name: string, text: string) => string;
  readonly pathOf: (name: string) => string;
  /** Whether this run has appended to a file. */
  readonly hasBegun: (name: string) => boolean;
  /** What was there before; undefined where nothing is. @throws UserError (`input`) for what is no file, too large or unreadable */
  readonly read: (name: string) => Uint8Array | undefined;
}

/** Bytes; a log of a million records has fewer. */
const LARGEST_FILE = 1024 * 1024 * 1024;

/** A folder for reports, and what named it. */
interface Named {
  /** Absolute. */
  readonly folder: string;
  /** Such as `input report-dir`. */
  readonly namedBy: string;
}

function refuse({ folder, namedBy }: Named, why: string, cause?: unknown): UserError {
  const message = `the folder ${folder} for reports (${namedBy}) ${why}`;
  return new UserError('input', message, cause === undefined ? undefined : { cause });
}

/** What is at a path, if anything. @throws UserError (`input`) for what is no file, too large or unreadable */
function readWhole({ namedBy }: Named, path: string): Uint8Array | undefined {
  const error = (why: string, cause?: unknown): UserError =>
    new UserError('input', `${path} (${namedBy}) ${why}`, cause === undefined ? undefined : { cause });
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (!found.isFile()) throw error('is no file');
    if (found.size > LARGEST_FILE)
      throw error(`has ${found.size} bytes; the limit is ${LARGEST_FILE} (1 GiB)`);
    return readFileSync(path);
  } catch (cause) {
    throw cause instanceof UserError ? cause : error('cannot be read', cause);
  }
}

/** The path below the workspace; undefined where it lies elsewhere, which is then the workflow's choice and nobody else's. */
function placeInside(workspace: string, folder: string): string | undefined {
  const places = [workspace, realpathSync(workspace)].map((root) => relative(root, folder));
  return places.find((place) => !isOutside(place) && !isAbsolute(place));
}

/** Makes a folder. @throws UserError (`input`) where it cannot be made, or a link in the workspace leads to it */
function makeFolder(workspace: string, named: Named): void {
  const { folder } = named;
  try {
    const place = placeInside(workspace, folder);
    if (place?.split(sep)[0] === '.git') throw refuse(named, "lies in git's own folder: name another one");
    if (place !== undefined) {
      // Step by step: a link on the way must not have folders made where it leads.
      let real = realpathSync(workspace);
      for (const step of place.split(sep).filter((name) => name !== '')) {
        real = join(real, step);
        mkdirSync(real, { recursive: true });
        if (realpathSync(real) !== real)
          throw refuse(named, 'leads through a symbolic link: name another one');
      }
    } else mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw error instanceof UserError ? error : refuse(named, 'cannot be made', error);
  }
}

/** @throws UserError (`input`) where no file can be made in a folder, or another folder has the name of one */
function checkPlaces(named: Named, names: readonly string[]): void {
  const isTaken = (name: string): boolean =>
    lstatSync(join(named.folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
  try {
    accessSync(named.folder, constants.W_OK);
  } catch (error) {
    throw refuse(named, 'cannot be written to', error);
  }
  const taken = names.find(isTaken);
  if (taken !== undefined) throw refuse(named, `cannot hold ${taken}: a folder has that name`);
}

/** Starts a file anew: whatever has its name, such as a link to another file, goes, and nothing is followed. */
function startFile(named: Named, path: string, text: string): void {
  try {
    rmSync(path, { force: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw refuse(named, `cannot hold ${relative(named.folder, path)}`, error);
  }
}

/**
 * Opens a folder for files of a run; it is made when it is prepared, or the first file is.
 * @param workspace absolute
 * @param folder relative to it, or absolute
 * @param namedBy what errors say that names the folder
 * @returns functions that throw UserError (`input`) where folder or file cannot be made
 */
export function openReportFiles(
  workspace: string,
  folder: string,
  namedBy = 'input report-dir',
): ReportFiles {
  const root = resolve(workspace, folder);
  const started = new Set<string>();
  const named = { folder: root, namedBy };
  const pathOf = (name: string): string => join(root, name);
  const make = (): void => makeFolder(resolve(workspace), named);
  const start = (name: string, text: string): void => {
    make();
    startFile(named, pathOf(name), text);
  };
  return {
    pathOf,
    prepare: (names) => {
      make();
      checkPlaces(named, names);
    },
    hasBegun: (name) => started.has(name),
    read: (name) => readWhole(named, pathOf(name)),
    write: (name, text) => {
      start(name, text);
      return pathOf(name);
    },
    append: (name, text) => {
      if (started.has(name)) appendFileSync(pathOf(name), text);
      else start(name, text);
      started.add(name);
      return pathOf(name);
    },
  };
}
