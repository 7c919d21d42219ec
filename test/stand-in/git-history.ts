// Answers questions about the history of a git folder: which commit a name means, and how two commits differ.

import { gitMaybe, gitText } from './git.ts';
import type { CommitDetails, ObjectReader } from './git-objects.ts';

export interface FileChange {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  readonly path: string;
  readonly previousPath?: string;
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
}

export interface HistoryReader {
  /** The commit that a branch, a tag, a ref or an id (at least 7 digits) means. */
  commitOf(name: string): Promise<string | undefined>;
  /** The id that a full ref name (`refs/…`) points at. */
  ref(name: string): Promise<string | undefined>;
  refs(prefix: string): Promise<readonly { name: string; sha: string }[]>;
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** The commits that `to` has and `from` has not, oldest first. */
  between(from: string, to: string): Promise<readonly CommitDetails[]>;
  /** What changes from one commit to another; `undefined` as `from` stands for no files at all. */
  changes(from: string | undefined, to: string): Promise<readonly FileChange[]>;
}

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const NO_OBJECT = '0'.repeat(40);

/** A reader of the history in a git folder. */
export function historyReader(folder: string, objects: ObjectReader): HistoryReader {
  return {
    commitOf: (name) => commitOf(folder, name),
    ref: (name) => gitMaybe(folder, ['show-ref', '--verify', '--hash', '--', name]),
    refs: (prefix) => listRefs(folder, prefix),
    mergeBase: (one, other) => gitMaybe(folder, ['merge-base', '--end-of-options', one, other]),
    between: (from, to) => objects.log(['--reverse', '--topo-order', `${from}..${to}`]),
    changes: (from, to) => readChanges(folder, from ?? EMPTY_TREE, to),
  };
}

async function commitOf(folder: string, name: string): Promise<string | undefined> {
  const isId = /^[0-9a-f]{7,40}$/.test(name);
  const names = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`, name];
  for (const candidate of isId ? names.toReversed() : names) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${candidate}^{commit}`];
    const sha = await gitMaybe(folder, args);
    if (sha !== undefined && sha !== '') return sha;
  }
  return undefined;
}

async function listRefs(folder: string, prefix: string): Promise<readonly { name: string; sha: string }[]> {
  const listing = await gitText(folder, ['for-each-ref', '--format=%(refname) %(objectname)']);
  const lines = listing.split('\n').filter((line) => line.startsWith(prefix));
  return lines.map((line) => {
    const [name = '', sha = ''] = line.split(' ');
    return { name, sha };
  });
}

async function readChanges(folder: string, from: string, to: string): Promise<readonly FileChange[]> {
  const diff = ['diff-tree', '-r', '-M', '-z', '--no-commit-id'];
  const [raw, counted] = await Promise.all([
    gitText(folder, [...diff, '--raw', '--no-abbrev', from, to]),
    gitText(folder, [...diff, '--numstat', from, to]),
  ]);
  const counts = parseCounts(counted);
  return parseRaw(raw).map((change) => ({ ...change, ...(counts.get(change.path) ?? noLines) }));
}

const noLines = { additions: 0, deletions: 0 };

function parseCounts(text: string): Map<string, { additions: number; deletions: number }> {
  const counts = new Map<string, { additions: number; deletions: number }>();
  const parts = text.split('\0');
  for (let i = 0; i < parts.length; i += 1) {
    const [added = '0', deleted = '0', path] = (parts[i] ?? '').split('\t');
    if (path === undefined) continue;
    // A rename leaves the path empty here and gives the old and the new one after it.
    const name = path === '' ? parts[(i += 2)] : path;
    counts.set(name ?? '', { additions: Number(added) || 0, deletions: Number(deleted) || 0 });
  }
  return counts;
}

const statusOf: Readonly<Record<string, FileChange['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

function parseRaw(text: string): readonly Omit<FileChange, 'additions' | 'deletions'>[] {
  const parts = text.split('\0').filter(Boolean);
  const changes: Omit<FileChange, 'additions' | 'deletions'>[] = [];
  for (let i = 0; i < parts.length;) {
    const [, , before = '', after = '', letter = ''] = (parts[i] ?? '').split(' ');
    const status = statusOf[letter.charAt(0)] ?? 'modified';
    const sha = after === NO_OBJECT ? before : after;
    const first = parts[i + 1] ?? '';
    if (status === 'renamed') changes.push({ status, path: parts[i + 2] ?? '', previousPath: first, sha });
    else changes.push({ status, path: first, sha });
    i += status === 'renamed' ? 3 : 2;
  }
  return changes;
}
