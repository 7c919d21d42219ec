// Reads blobs, trees and commits of a git folder; objects never change, so each is read once.

import { gitMaybe, gitText, runGit } from './git.ts';

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface CommitDetails {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface ObjectReader {
  /** The id and type of what a name stands for (`<sha>`, `refs/heads/main`, …). */
  object(name: string): Promise<{ sha: string; type: string } | undefined>;
  blob(sha: string): Promise<Buffer | undefined>;
  /** The entries of a tree; `recursive` also lists those of every folder below it. */
  tree(treeish: string, recursive: boolean): Promise<readonly TreeEntry[]>;
  /** The commits that `git log` chooses with these arguments, in its order. */
  log(args: readonly string[]): Promise<readonly CommitDetails[]>;
  commit(sha: string): Promise<CommitDetails>;
}

const LOG_FORMAT = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x1f');

/** A reader of the objects in a git folder. */
export function objectReader(folder: string): ObjectReader {
  const log = async (args: readonly string[]): Promise<readonly CommitDetails[]> =>
    parseLog(await gitText(folder, ['log', '-z', `--format=${LOG_FORMAT}`, ...args]));
  const known = remember((sha) => readObject(folder, sha));
  return {
    log,
    object: (name) => (/^[0-9a-f]{40}$/.test(name) ? known(name) : readObject(folder, name)),
    blob: remember((sha) => readBlob(folder, sha)),
    tree: (treeish, recursive) => readTree(folder, treeish, recursive),
    commit: remember(async (sha) => {
      const [found] = await log(['--no-walk', '--end-of-options', sha]);
      if (found === undefined) throw new Error(`no commit ${sha}`);
      return found;
    }),
  };
}

function remember<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, T>();
  return async (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = await read(key);
    if (value !== undefined) known.set(key, value);
    return value;
  };
}

async function readObject(folder: string, name: string): Promise<{ sha: string; type: string } | undefined> {
  if (/[\s]/.test(name)) return undefined;
  const line = await gitText(folder, ['cat-file', '--batch-check'], { input: `${name}\n` });
  const match = /^([0-9a-f]{40}) (blob|tree|commit|tag) \d+$/.exec(line);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { sha: match[1], type: match[2] };
}

async function readBlob(folder: string, sha: string): Promise<Buffer | undefined> {
  if ((await gitMaybe(folder, ['cat-file', '-t', sha])) !== 'blob') return undefined;
  return runGit(folder, ['cat-file', 'blob', sha]);
}

async function readTree(folder: string, treeish: string, recursive: boolean): Promise<readonly TreeEntry[]> {
  const deep = recursive ? ['-r', '-t'] : [];
  const listing = await gitText(folder, ['ls-tree', '-z', '-l', ...deep, '--end-of-options', treeish]);
  return listing.split('\0').filter(Boolean).map(parseTreeLine);
}

function parseTreeLine(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode = '', type = '', sha = '', size = '-'] = line.slice(0, tab).split(/ +/);
  const entry = { path: line.slice(tab + 1), mode, type, sha };
  return size === '-' ? entry : { ...entry, size: Number(size) };
}

function parseLog(text: string): readonly CommitDetails[] {
  return text.split('\0').filter(Boolean).map(parseCommit);
}

function parseCommit(record: string): CommitDetails {
  const field = record.split('\x1f');
  const at = (index: number): string => field[index] ?? '';
  return {
    sha: at(0),
    tree: at(1),
    parents: at(2).split(' ').filter(Boolean),
    author: { name: at(3), email: at(4), date: instant(at(5)) },
    committer: { name: at(6), email: at(7), date: instant(at(8)) },
    message: at(9).replace(/\n+$/, ''),
  };
}

/** A date as GitHub writes it: UTC, whole seconds. */
export function instant(date: string | Date): string {
  return new Date(date).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
