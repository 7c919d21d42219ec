// Which commit a rollback goes to, and whether it may.
import type { LiveRecord } from '../plan/deployed-state.ts';
import { type Plan, isWrite } from '../plan/plan.ts';
import type { GitHub } from '../ports.ts';
import { wasDeployed } from './live-record.ts';
import type { Session } from './session.ts';

const FULL_SHA = /^[0-9a-f]{40}$/;

/** Thrown where the target cannot be rolled back to. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export async function resolveTarget({ inputs }: Session, github: GitHub, live: LiveRecord): Promise<string> {
  const { rollbackTo, environment } = inputs;
  if (rollbackTo === 'previous') {
    if (live.state.previousSha !== null) return live.state.previousSha;
    throw new Refusal(
      `there is nothing before ${live.sha.slice(0, 12)} in environment ${JSON.stringify(environment)}: it is the first deployment`,
    );
  }
  if (FULL_SHA.test(rollbackTo)) return rollbackTo;
  const sha = await github.resolveCommit(rollbackTo);
  if (sha !== undefined) return sha;
  throw new Refusal(
    `rollback-to is ${JSON.stringify(rollbackTo)}, which names no commit or tag of this repository`,
  );
}

/** A target must lie behind the branch or behind what is live, and must have been deployed here. */
export async function checkTarget(
  session: Session,
  github: GitHub,
  live: LiveRecord,
  target: string,
): Promise<void> {
  const { inputs, trigger } = session;
  if (inputs.overrideReason !== '') return;
  const heads = [...new Set([trigger.commit, live.sha])];
  const relations = await Promise.all(heads.map(async (head) => github.compareCommits(target, head)));
  if (!relations.some((relation) => relation === 'ahead' || relation === 'identical')) {
    throw new Refusal(
      `${target} is no ancestor of the live branch; to roll back to it all the same, set input override-reason`,
    );
  }
  if (!(await wasDeployed(github, inputs.environment, target))) {
    throw new Refusal(
      `${target} has no successful deployment of its own in environment ${JSON.stringify(inputs.environment)}; choose a commit that has, or set input override-reason`,
    );
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
  throw new Refusal(
    `the window of ${names.join(', ')} is over: bringing it back would leave its campaign without a rule`,
  );
}
