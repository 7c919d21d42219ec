// Edge: the files in `report-dir` (INTERFACE section 6), and the audit log and journal that grow during a run.
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.ts';

export interface ReportFiles {
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

function readWhole(path: string): Uint8Array | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new UserError('input', `${path} (input report-dir) is no file`);
  if (found.size > LARGEST_FILE)
    throw new UserError('input', `${path} (input report-dir) has ${found.size} bytes, which is too many`);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UserError('input', `${path} (input report-dir) cannot be read`, { cause: error });
  }
}

/**
 * Opens a folder for files of a run; it is made when the first file is.
 * @param folder relative to `base`, or absolute
 * @throws UserError (`input`) where the folder cannot be made
 */
export function openReportFiles(base: string, folder: string): ReportFiles {
  const root = resolve(base, folder);
  const started = new Set<string>();
  const make = (): void => {
    try {
      mkdirSync(root, { recursive: true });
    } catch (error) {
      throw new UserError('input', `the folder ${root} for reports (input report-dir) cannot be made`, {
        cause: error,
      });
    }
  };
  const pathOf = (name: string): string => join(root, name);
  return {
    pathOf,
    hasBegun: (name) => started.has(name),
    read: (name) => readWhole(pathOf(name)),
    write: (name, text) => {
      make();
      writeFileSync(pathOf(name), text);
      return pathOf(name);
    },
    append: (name, text) => {
      if (!started.has(name)) {
        make();
        rmSync(pathOf(name), { force: true });
        started.add(name);
      }
      appendFileSync(pathOf(name), text);
      return pathOf(name);
    },
  };
}
