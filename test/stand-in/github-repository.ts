// A real git repository in a temporary folder, driven by a test: commits, branches, tags, merges, checkouts.

import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from './git.ts';
import { type HistoryReader, historyReader } from './git-history.ts';
import { type ObjectReader, objectReader } from './git-objects.ts';
import type { FileContent } from './fast-import.ts';
import { type GitWriter, gitWriter, mergeTrees } from './git-writer.ts';

export interface CommitOptions {
  /** The branch that moves; one that does not exist starts at the tip of the default branch. Default: `main`. */
  readonly branch?: string;
  /** Instead of the branch's tip; `[]` makes a commit without history. The branch moves by force. */
  readonly parents?: readonly string[];
}

export interface GitRepository {
  readonly folder: string;
  readonly defaultBranch: string;
  readonly objects: ObjectReader;
  readonly history: HistoryReader;
  readonly write: GitWriter;
  /** Commits files on top of the parent's (`null` removes one). @returns the commit's id */
  commit(
    files: Readonly<Record<string, FileContent>>,
    message: string,
    options?: CommitOptions,
  ): Promise<string>;
  /** The merge commit of two commits, as GitHub makes it for a pull request; moves `branch` only where given. */
  mergeCommit(base: string, head: string, options?: { readonly branch?: string }): Promise<string>;
  /** Empties `folder` and writes the files of a commit into it, as actions/checkout does (without `.git`). */
  checkout(sha: string, folder: string): Promise<void>;
  tag(name: string, sha: string): Promise<void>;
  /** The tip of a branch. */
  branch(name: string): Promise<string | undefined>;
  setBranch(name: string, sha: string): Promise<void>;
  deleteBranch(name: string): Promise<void>;
  /** Deletes the repository's folder. */
  remove(): Promise<void>;
}

/** Makes an empty bare repository in a new temporary folder. */
export async function createRepository(
  options: { readonly defaultBranch?: string } = {},
): Promise<GitRepository> {
  const defaultBranch = options.defaultBranch ?? 'main';
  const folder = await mkdtemp(join(tmpdir(), 'repository-'));
  await runGit(folder, ['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, '.']);
  const objects = objectReader(folder);
  return driver({
    folder,
    defaultBranch,
    objects,
    history: historyReader(folder, objects),
    write: gitWriter(folder),
  });
}

type Parts = Pick<GitRepository, 'folder' | 'defaultBranch' | 'objects' | 'history' | 'write'>;

function driver(parts: Parts): GitRepository {
  const { folder, history, write } = parts;
  const branch = (name: string): Promise<string | undefined> => history.ref(`refs/heads/${name}`);
  return {
    ...parts,
    branch,
    commit: async (files, message, options = {}) => {
      const name = options.branch ?? parts.defaultBranch;
      const tip = (await branch(name)) ?? (await branch(parts.defaultBranch));
      return write.importCommit(name, options.parents ?? (tip === undefined ? [] : [tip]), message, files);
    },
    mergeCommit: (base, head, options = {}) => mergeCommit(parts, base, head, options.branch),
    checkout: (sha, target) => checkout(folder, sha, target),
    tag: (name, sha) => write.setRef(`refs/tags/${name}`, sha),
    setBranch: (name, sha) => write.setRef(`refs/heads/${name}`, sha),
    deleteBranch: (name) => write.deleteRef(`refs/heads/${name}`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function mergeCommit(parts: Parts, base: string, head: string, branch?: string): Promise<string> {
  const tree = await mergeTrees(parts.folder, base, head);
  if (tree === undefined) throw new Error(`${head} conflicts with ${base}`);
  const message = `Merge ${head} into ${base}`;
  const sha = await parts.write.commit({ message, tree, parents: [base, head] });
  if (branch !== undefined) await parts.write.setRef(`refs/heads/${branch}`, sha);
  return sha;
}

async function checkout(folder: string, sha: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const name of await readdir(target)) await rm(join(target, name), { recursive: true, force: true });
  const scratch = await mkdtemp(join(folder, 'index-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  await runGit(folder, ['read-tree', sha], { env });
  const places = [`--git-dir=${folder}`, `--work-tree=${target}`];
  await runGit(target, [...places, 'checkout-index', '--all', '--force'], { env });
  await rm(scratch, { recursive: true, force: true });
}
