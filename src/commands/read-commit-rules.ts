// The rule files of a commit, from git trees and blobs by REST: never from a diff, which stops at 300 files.
import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { GitHub, TreeFile } from '../ports.ts';
import { type LoadedRules, loadRules } from '../rules/load-rules.ts';
import { isRulePath } from '../rules/rule-path.ts';
import type { SourceFile } from '../rules/rule.ts';

/** Blobs that are read together. */
const READS_AT_ONCE = 10;

/** The id that git gives to a file's content in a SHA-1 repository (`git hash-object`). */
export function gitBlobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

async function readFiles(
  github: GitHub,
  entries: readonly TreeFile[],
  local: readonly SourceFile[],
): Promise<SourceFile[]> {
  // What the workspace has byte for byte need not be fetched.
  const known = new Map(local.map((file) => [gitBlobId(file.bytes), file.bytes]));
  const files: SourceFile[] = [];
  for (let start = 0; start < entries.length; start += READS_AT_ONCE) {
    const batch = entries.slice(start, start + READS_AT_ONCE);
    const read = batch.map(async ({ path, blob }) => ({
      path,
      bytes: known.get(blob) ?? (await github.readBlob(blob)),
    }));
    files.push(...(await Promise.all(read)));
  }
  return files;
}

/**
 * Loads the rules of a commit.
 * @param ref a SHA, or a branch as `refs/heads/…`
 * @param local files of the workspace, to spare requests
 * @returns undefined where the commit is not there
 */
export async function readCommitRules(
  github: GitHub,
  ref: string,
  globs: readonly string[],
  local: readonly SourceFile[],
): Promise<LoadedRules | undefined> {
  const tree = await github.readTree(ref.replace(/^refs\/heads\//, ''));
  if (tree === undefined) return undefined;
  const matches = isRulePath(globs);
  const entries = tree.filter((file) => matches(file.path));
  return loadRules(await readFiles(github, entries, local));
}

/** Like {@link readCommitRules}, for a commit that must be there. @throws UserError (`input`) */
export async function needCommitRules(
  github: GitHub,
  sha: string,
  globs: readonly string[],
  local: readonly SourceFile[],
): Promise<LoadedRules> {
  const loaded = await readCommitRules(github, sha, globs, local);
  if (loaded !== undefined) return loaded;
  throw new UserError(
    'input',
    `commit ${sha} is not in the repository any more, so its rules cannot be read`,
  );
}
