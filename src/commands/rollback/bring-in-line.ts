// What the command that brings a branch in line after a rollback is made from: the trees of both commits, and how they relate.
import { messageOf } from '../../errors.ts';
import type { GitHub } from '../../ports.ts';
import { tellHowToRevert } from '../../report/bring-in-line.ts';
import type { Detail } from '../../report/report.ts';
import type { LoadedRules } from '../../rules/load-rules.ts';
import { isWantedPath } from '../../rules/rule-path.ts';
import type { Session } from '../session.ts';
import { readCommitRules } from '../source/read-commit-rules.ts';

/** The commits that a rollback went from and to. */
export interface RolledBack {
  readonly target: string;
  readonly live: string;
}

/** The files of the selected rules; undefined where one of them holds another rule on the branch. */
function filesOf(only: readonly string[], target: LoadedRules, tip: LoadedRules): Set<string> | undefined {
  const isSelected = (name: string): boolean => only.includes(name);
  const of = ({ rules }: LoadedRules): string[] =>
    rules.filter(({ payload }) => isSelected(payload.name)).map(({ path }) => path);
  const paths = new Set([...of(target), ...of(tip)]);
  const isShared = tip.rules.some(({ path, payload }) => paths.has(path) && !isSelected(payload.name));
  return isShared ? undefined : paths;
}

/** Which files are to be as the target has them; undefined where no command does that. */
async function chooseFiles(
  session: Session,
  github: GitHub,
  tip: string,
  live: string,
  loaded: { readonly live: LoadedRules; readonly target: LoadedRules },
): Promise<((path: string) => boolean) | undefined> {
  const { only, rules, idMap } = session.inputs;
  if (only.length === 0) {
    const isRule = isWantedPath(rules);
    const mapPath = (await session.readIdMap())?.path;
    return (path) => isRule(path) || (idMap !== '' && path === mapPath);
  }
  const atTip = tip === live ? loaded.live : await readCommitRules(github, tip, session, []);
  const paths = atTip === undefined ? undefined : filesOf(only, loaded.target, atTip);
  return paths === undefined ? undefined : (path) => paths.has(path);
}

/** The tip of the branch, as this run knows it; the commit that was live where it is not in the repository. */
async function readTip({ trigger }: Session, github: GitHub, live: string) {
  const tree = await github.readTree(trigger.commit);
  return tree === undefined
    ? { tip: live, tipTree: await github.readTree(live) }
    : { tip: trigger.commit, tipTree: tree };
}

async function compareBranch(
  session: Session,
  github: GitHub,
  { target, live }: RolledBack,
  loaded: { readonly live: LoadedRules; readonly target: LoadedRules },
): Promise<Detail[]> {
  const { tip, tipTree = [] } = await readTip(session, github, live);
  const isWanted = await chooseFiles(session, github, tip, live, loaded);
  if (isWanted === undefined)
    return [{ text: `to bring the branch in line, make these rules what they are at ${target}` }];
  const targetTree = (await github.readTree(target)) ?? [];
  const isWhole = session.inputs.only.length === 0;
  const isBehind = isWhole && (await github.compareCommits(target, tip)) === 'ahead';
  const isLinear = isBehind && (await github.isLinear(target, tip));
  return tellHowToRevert({ target, targetTree, tip, tipTree, isWanted, isLinear });
}

/** Says how to bring the branch in line. The rollback is done by now, so a failure to find out is a warning. */
export async function tellHowToBringInLine(
  session: Session,
  github: GitHub,
  commits: RolledBack,
  loaded: { readonly live: LoadedRules; readonly target: LoadedRules },
): Promise<Detail[]> {
  try {
    return await compareBranch(session, github, commits, loaded);
  } catch (error) {
    session.log.warning(`how to bring the branch in line could not be found out: ${messageOf(error)}`);
    return [{ text: `to bring the branch in line, make its rule files what they are at ${commits.target}` }];
  }
}
