// After a rollback the branch still says what was rolled back: the git command that brings its rule files in line, exactly.
import type { TreeFile } from '../ports.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Detail } from './report.ts';

export interface BranchState {
  /** The commit that was rolled back to. */
  readonly target: string;
  readonly targetTree: readonly TreeFile[];
  /** The tip of the branch. */
  readonly tip: string;
  readonly tipTree: readonly TreeFile[];
  /** Whether a file is to be as the target has it. */
  readonly isWanted: (path: string) => boolean;
  /** Whether the target is the tip's ancestor with no merge after it: only then reverting all that came after is exact. */
  readonly isLinear: boolean;
}

/** UTF-16 units of paths in one command; a longer list would be cut in the report. */
const LONGEST_LIST = 3000;

/** The paths that differ, sorted. */
function findDiffering(one: readonly TreeFile[], other: readonly TreeFile[]): string[] {
  const blobs = new Map(one.map(({ path, blob }) => [path, blob]));
  const paths = new Set(one.map(({ path }) => path));
  for (const { path, blob } of other) {
    if (blobs.get(path) === blob) paths.delete(path);
    else paths.add(path);
  }
  return [...paths].toSorted(compareCodePoints);
}

/** A path as one word of a shell; undefined where it would not come through a report as it is. */
function quotePath(path: string): string | undefined {
  if (/^[\w./-]+$/.test(path) && !path.startsWith('-')) return path;
  return /[\p{C}\p{Zl}\p{Zp}|]/u.test(path) ? undefined : `'${path.replaceAll("'", "'\\''")}'`;
}

/** The commands that restore paths; undefined where one of them cannot be written down. */
function restoreCommands(target: string, paths: readonly string[]): string[] | undefined {
  const start = `git --literal-pathspecs restore --source=${target} --staged --worktree --`;
  const lists: string[] = [];
  for (const path of paths) {
    const word = quotePath(path);
    if (word === undefined) return undefined;
    const last = lists.at(-1);
    if (last === undefined || last.length + word.length > LONGEST_LIST) lists.push(word);
    else lists[lists.length - 1] = `${last} ${word}`;
  }
  return lists.map((list) => `${start} ${list}`);
}

/** Says how to bring a branch in line. @returns nothing to do, too, in a sentence */
export function tellHowToRevert(branch: BranchState): Detail[] {
  const { target, tip, isWanted, isLinear } = branch;
  const differing = findDiffering(branch.targetTree, branch.tipTree);
  const paths = differing.filter(isWanted);
  const place = `on ${tip.slice(0, 12)} (the tip of the branch)`;
  if (paths.length === 0) return [{ text: 'the branch has these rules already: there is nothing to revert' }];
  const commands = restoreCommands(target, paths);
  const restore: Detail[] = commands?.map((command) => ({
    text: `to bring the branch in line, run this ${place} and commit the result; it touches nothing but these files:`,
    command,
  })) ?? [
    {
      text: `to bring the branch in line, make the ${paths.length} rule files that differ what they are at ${target}: their names are too strange for a command`,
    },
  ];
  if (!isLinear) return restore;
  const command = `git revert --no-commit ${target}..${tip}`;
  if (differing.length === paths.length)
    return [{ text: `to bring the branch in line, run this ${place} and commit the result:`, command }];
  const others = differing.length - paths.length;
  const text = `or take back all that was committed since, which changes ${others} other ${others === 1 ? 'file' : 'files'} too:`;
  return [...restore, { text, command }];
}
