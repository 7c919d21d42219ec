// A rollback before its first write: the rules of both commits, what callers meet of them, the plan, and what is held from then on.
import type { LintResult } from '../../lint/lint-rules.ts';
import type { LiveRecord } from '../../plan/deployed-state.ts';
import type { Deployment } from '../../plan/deployment.ts';
import { holdsAfterRollback } from '../../plan/holds.ts';
import type { Flow } from '../../ports.ts';
import { rulesetDigest } from '../../rules/hash.ts';
import type { Rule } from '../../rules/rule.ts';
import { planDeployment } from '../deploy/plan-deployment.ts';
import { tellPlan } from '../deploy/tell-plan.ts';
import type { Doors, Session } from '../session.ts';
import { needCommitRules } from '../source/read-commit-rules.ts';
import { lintRollback } from './lint-rollback.ts';
import { type BothCommits, readStandings, rulesAfter } from './read-standings.ts';
import { type Target, checkRules, checkWindows } from './rollback-target.ts';

/** With `only` the live commit stays live, with some of its rules held back. */
export function isPartial(inputs: Session['inputs']): boolean {
  return inputs.only.length > 0;
}

/** What a rollback may know better than the records and the inputs do. */
export interface RollbackScope {
  /** Names whose live version may be held; empty means all. */
  readonly holds: readonly string[];
  /** Flows as they were at the target; of all others the tenant is asked. */
  readonly known: readonly Flow[];
}

export interface Prepared extends BothCommits {
  readonly deployment: Deployment;
  /** What callers meet before and after. */
  readonly before: readonly Rule[];
  readonly after: readonly Rule[];
  readonly target: Target;
  readonly lint: LintResult;
}

/**
 * Reads what is live and what was, and plans the way from one to the other. It writes nothing.
 * @param lost names of rules whose live version is gone
 * @param scope by default that of the inputs
 * @throws TargetRefusal where the target's rules cannot be brought back
 */
export async function prepareRollback(
  session: Session,
  { github, tenant }: Doors,
  live: LiveRecord,
  target: Target,
  lost: readonly string[],
  scope: RollbackScope = { holds: session.inputs.only, known: [] },
): Promise<Prepared> {
  const { inputs, clock } = session;
  const { only } = inputs;
  const load = async (sha: string) => needCommitRules(github, sha, session, []);
  const [liveLoaded, targetRules] = [await load(live.sha), await load(target.sha)];
  checkRules(target.sha, targetRules);
  const loaded = { live: liveLoaded, targetRules };
  const standing = await readStandings(session, tenant, live, target, loaded, scope.known);
  const request = {
    desired: standing.target,
    deployed: standing.before,
    deployedFlows: live.state.flows,
    held: standing.held,
    uncertain: [...[...live.state.held, ...target.held].map(({ name }) => name), ...lost],
    releasesHolds: false,
    removedRules: inputs.removedRules,
    only,
  };
  const plan = tellPlan(session.log, await planDeployment(request, tenant, clock));
  checkWindows(plan, clock.now());
  const heldThere = inputs.overrideReason === '' ? target.held : [];
  const held = holdsAfterRollback(standing.before, standing.target, live.state.held, scope.holds, heldThere);
  const { rules } = isPartial(inputs) ? liveLoaded : targetRules;
  const sha = isPartial(inputs) ? live.sha : target.sha;
  const deployment = {
    sha,
    rules,
    plan,
    live,
    held,
    digest: rulesetDigest(rules),
    kind: 'rollback' as const,
    skipsChecks: target.skipsChecks,
  };
  const after = rulesAfter(standing, only);
  const checked = { after, targetSha: target.sha, target: targetRules, live: liveLoaded };
  const lint = await lintRollback(session, github, checked);
  return { deployment, before: standing.before, after, ...loaded, target, lint };
}
