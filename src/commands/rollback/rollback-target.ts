// Which commit a rollback goes to, and whether it may.
import type { Held, LiveRecord } from '../../plan/deployed-state.ts';
import { type Plan, isWrite } from '../../plan/plan.ts';
import type { GitHub } from '../../ports.ts';
import { ROLLBACK_TO_TAKES, isCommitLike } from '../../request/rollback-to.ts';
import type { LoadedRules } from '../../rules/load-rules.ts';
import { listDeployed, readOwnState } from '../records/past-deployments.ts';
import type { Session } from '../session.ts';

const FULL_SHA = /^[0-9a-f]{40}$/;

/** Thrown where the target cannot be rolled back to. */
export class TargetRefusal extends Error {
  override readonly name = 'TargetRefusal';
}

/**
 * The commit of a tag or of the beginning of a SHA. A branch may have the same name: so a tag is asked for as one, and what is
 * only a branch is no target, for it moves.
 */
async function findCommit(github: GitHub, target: string): Promise<string | undefined> {
  const tagged = await github.resolveCommit(`tags/${target}`);
  if (tagged !== undefined) return tagged;
  const found = await github.resolveCommit(target);
  if (found === undefined || (isCommitLike(target) && found.startsWith(target))) return found;
  const branch = target.replace(/^heads\//, '');
  if ((await github.resolveCommit(`refs/heads/${branch}`)) === undefined) return found;
  throw new TargetRefusal(
    `rollback-to is ${JSON.stringify(target)}, which is a branch, and branches move: name ${ROLLBACK_TO_TAKES}`,
  );
}

/** The commit that input rollback-to means. @throws TargetRefusal where it means none */
export async function resolveTarget({ inputs }: Session, github: GitHub, live: LiveRecord): Promise<string> {
  const { rollbackTo, environment } = inputs;
  if (rollbackTo === 'previous') {
    if (live.state.previousSha !== null) return live.state.previousSha;
    throw new TargetRefusal(
      `there is nothing before ${live.sha.slice(0, 12)} in environment ${JSON.stringify(environment)}: it is the first deployment`,
    );
  }
  if (FULL_SHA.test(rollbackTo)) return rollbackTo;
  const sha = await findCommit(github, rollbackTo);
  if (sha !== undefined) return sha;
  throw new TargetRefusal(
    `rollback-to is ${JSON.stringify(rollbackTo)}, which names no commit or tag of this repository`,
  );
}

/** A target that may be rolled back to. */
export interface Target {
  readonly sha: string;
  /** Rule name → flow id, when it was deployed last. */
  readonly flows: Readonly<Record<string, string>>;
  /** What was held when it was deployed: those versions of its rules were not live then either. */
  readonly held: readonly Held[];
  /** Whether only input override-reason lets it pass. */
  readonly skipsChecks: boolean;
}

/**
 * Checks a target: it must lie behind the branch or behind what is live, and must have been deployed here.
 * @throws TargetRefusal, unless input override-reason is set
 */
export async function checkTarget(
  session: Session,
  github: GitHub,
  live: LiveRecord,
  sha: string,
): Promise<Target> {
  const { inputs, trigger } = session;
  const heads = [...new Set([trigger.commit, live.sha])];
  const relations = await Promise.all(heads.map(async (head) => github.compareCommits(sha, head)));
  const isAncestor = relations.some((relation) => relation === 'ahead' || relation === 'identical');
  const state = await readOwnState(github, inputs.environment, sha);
  const isOverridden = inputs.overrideReason !== '';
  if (!isAncestor && !isOverridden) {
    throw new TargetRefusal(
      `${sha} is no ancestor of the live branch; to roll back to it all the same, set input override-reason`,
    );
  }
  if (state === undefined && !isOverridden) {
    const deployed = (await listDeployed(github, inputs.environment)).map((commit) => commit.slice(0, 12));
    throw new TargetRefusal(
      `${sha} has no successful deployment of its own in environment ${JSON.stringify(inputs.environment)}; the last that have: ${deployed.join(', ')}. To roll back all the same, set input override-reason`,
    );
  }
  return {
    sha,
    flows: state?.flows ?? {},
    held: state?.held ?? [],
    skipsChecks: !isAncestor || state === undefined,
  };
}

/** A target whose rules say nothing clear is no target, whatever a person overrides. @throws TargetRefusal */
export function checkRules(sha: string, { rules, problems }: LoadedRules): void {
  const place = sha.slice(0, 12);
  const [broken] = problems;
  if (broken !== undefined)
    throw new TargetRefusal(`${broken.path} at ${place} cannot be read as a rule: ${broken.message}`);
  if (rules.length === 0) throw new TargetRefusal(`${sha} has no rule file that matches input rules`);
  const names = new Map<string, string>();
  for (const { path, payload } of rules) {
    const other = names.get(payload.name);
    if (other !== undefined)
      throw new TargetRefusal(
        `${other} and ${path} at ${place} have one name, ${JSON.stringify(payload.name)}`,
      );
    names.set(payload.name, path);
  }
}

/** Rules whose window is over would leave their campaign without a rule. */
export function checkWindows(plan: Plan, now: number): void {
  const over = plan.changes.filter((change) => {
    const end = change.rule?.payload.expirationDate;
    return isWrite(change) && change.finalStatus === 'ACTIVE' && end !== undefined && Date.parse(end) <= now;
  });
  if (over.length === 0) return;
  const names = over.map((change) => `${change.name} (until ${change.rule?.payload.expirationDate ?? ''})`);
  throw new TargetRefusal(
    `the window of ${names.join(', ')} is over: bringing it back would leave its campaign without a rule`,
  );
}
