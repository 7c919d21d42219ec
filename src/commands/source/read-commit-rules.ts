// The rule files of a commit, from git trees and blobs by REST: never from a diff, which stops at 300 files.
import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import type { GitHub, TreeFile } from '../../ports.ts';
import type { IdMap } from '../../rules/id-map.ts';
import { type LoadedRules, loadRules } from '../../rules/load-rules.ts';
import { readIdMap } from '../../rules/read-id-map.ts';
import { isPathTestPath, isRulePath, isWantedPath } from '../../rules/rule-path.ts';
import type { Rule, SourceFile } from '../../rules/rule.ts';
import { type LoadedPathTests, loadPathTests } from '../../simulate/read-path-tests.ts';
import type { Session } from '../session.ts';
import { mapLoadedRules } from './map-rules.ts';

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

/** The rules of a commit, with the ids of the environment's tenant. */
export interface CommitRules extends LoadedRules {
  /** As they are written: path tests speak of these. */
  readonly written: readonly Rule[];
}

/** What says which files of a commit are rules, and how their ids are mapped. */
export type RuleSource = Pick<Session, 'inputs' | 'trigger' | 'readIdMap'>;

/**
 * The id map of a commit is the one that the commit holds: what was deployed then was mapped by it. A map that this run's own
 * commit lacks too is made by the workflow and in no commit: then the one of the workspace has to do.
 */
async function idMapOf(
  github: GitHub,
  ref: string,
  { trigger, readIdMap: readLocal }: RuleSource,
  tree: readonly TreeFile[],
): Promise<IdMap | undefined> {
  const local = await readLocal();
  if (local === undefined) return undefined;
  const { path } = local;
  const entry = tree.find((file) => file.path === path);
  if (entry !== undefined) {
    const bytes = await github.readBlob(entry.blob);
    return readIdMap({ path: `${path} (at ${ref.slice(0, 12)})`, bytes });
  }
  const own = await github.readTree(trigger.commit);
  return own?.some((file) => file.path === path) === true ? undefined : local.map;
}

/**
 * Loads the rules of a commit, with the ids of the environment's tenant.
 * @param ref a SHA, or a branch as `refs/heads/…`
 * @param local files of the workspace, to spare requests
 * @returns undefined where the commit is not there
 * @throws UserError (`input`) where its id map cannot be read
 */
export async function readCommitRules(
  github: GitHub,
  ref: string,
  source: RuleSource,
  local: readonly SourceFile[],
): Promise<CommitRules | undefined> {
  const name = ref.replace(/^refs\/heads\//, '');
  const tree = await github.readTree(name);
  if (tree === undefined) return undefined;
  const matches = isRulePath(source.inputs.rules);
  const entries = tree.filter((file) => matches(file.path));
  const loaded = loadRules(await readFiles(github, entries, local));
  const map = await idMapOf(github, name, source, tree);
  return { ...(map === undefined ? loaded : mapLoadedRules(loaded, map)), written: loaded.rules };
}

/** Like {@link readCommitRules}, for a commit that must be there. @throws UserError (`input`) */
export async function needCommitRules(
  github: GitHub,
  sha: string,
  source: RuleSource,
  local: readonly SourceFile[],
): Promise<CommitRules> {
  const loaded = await readCommitRules(github, sha, source, local);
  if (loaded !== undefined) return loaded;
  throw new UserError(
    'input',
    `commit ${sha} is not in the repository any more, so its rules cannot be read`,
  );
}

/** Loads the path tests of a commit; none where it is not there. */
export async function readCommitPathTests(
  github: GitHub,
  sha: string,
  { inputs }: Pick<RuleSource, 'inputs'>,
): Promise<LoadedPathTests> {
  const isWanted = isWantedPath(inputs.rules);
  const tree = (await github.readTree(sha)) ?? [];
  const entries = tree.filter(({ path }) => isPathTestPath(path) && isWanted(path));
  return loadPathTests(await readFiles(github, entries, []));
}
