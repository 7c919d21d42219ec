// Writes blobs, trees, commits and refs into a git folder, each commit a minute after the one before.

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_AUTHOR, type FileContent, importStream, type Person } from './fast-import.ts';
import { gitMaybe, gitText, runGit } from './git.ts';

export interface NewTreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly sha: string | null;
}

export interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author?: Person;
  readonly committer?: Person;
}

export interface GitWriter {
  /** Adds a commit to a branch, as `git fast-import` does: one process however many files. */
  importCommit(
    branch: string,
    parents: readonly string[],
    message: string,
    files: Readonly<Record<string, FileContent>>,
  ): Promise<string>;
  blob(content: Uint8Array): Promise<string>;
  tree(base: string | undefined, entries: readonly NewTreeEntry[]): Promise<string>;
  commit(commit: NewCommit): Promise<string>;
  setRef(name: string, sha: string): Promise<void>;
  deleteRef(name: string): Promise<void>;
}

const FIRST_COMMIT = Date.UTC(2024, 0, 1) / 1000;

/** A writer into a git folder; its commits are dated from 2024-01-01 on, so that equal calls give equal ids. */
export function gitWriter(folder: string): GitWriter {
  let commits = 0;
  const nextDate = (): number => FIRST_COMMIT + 60 * commits++;
  return {
    importCommit: async (branch, parents, message, files) => {
      const input = importStream(branch, parents, message, files, nextDate());
      const args = ['fast-import', '--quiet', '--force', '--date-format=raw'];
      return (await runGit(folder, args, { input })).toString().trim();
    },
    blob: (content) => gitText(folder, ['hash-object', '-w', '--stdin'], { input: content }),
    tree: (base, entries) => writeTree(folder, base, entries),
    commit: (commit) => writeCommit(folder, commit, nextDate()),
    setRef: async (name, sha) => void (await runGit(folder, ['update-ref', '--', name, sha])),
    deleteRef: async (name) => void (await runGit(folder, ['update-ref', '-d', name])),
  };
}

async function writeTree(
  folder: string,
  base: string | undefined,
  entries: readonly NewTreeEntry[],
): Promise<string> {
  const scratch = await mkdtemp(join(folder, 'index-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  try {
    await runGit(folder, base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], { env });
    for (const tree of entries.filter(isFolder))
      await runGit(folder, ['read-tree', `--prefix=${tree.path}/`, tree.sha ?? ''], { env });
    const input = entries
      .filter((entry) => !isFolder(entry))
      .map(({ path, mode, sha }) =>
        sha === null ? `0 ${'0'.repeat(40)}\t${path}\0` : `${mode} ${sha}\t${path}\0`,
      )
      .join('');
    await runGit(folder, ['update-index', '-z', '--index-info'], { env, input });
    return await gitText(folder, ['write-tree', '--missing-ok'], { env });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function isFolder(entry: NewTreeEntry): boolean {
  return entry.mode === '040000' && entry.sha !== null;
}

async function writeCommit(folder: string, commit: NewCommit, date: number): Promise<string> {
  const author = commit.author ?? DEFAULT_AUTHOR;
  const committer = commit.committer ?? author;
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: author.date ?? `${date} +0000`,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: committer.date ?? author.date ?? `${date} +0000`,
  };
  const parents = commit.parents.flatMap((sha) => ['-p', sha]);
  return gitText(folder, ['commit-tree', commit.tree, ...parents], { env, input: commit.message });
}

/** Merges two commits as git itself would. @returns the tree, or `undefined` where they conflict */
export async function mergeTrees(folder: string, one: string, other: string): Promise<string | undefined> {
  return gitMaybe(folder, ['merge-tree', '--write-tree', one, other]);
}
