// A rollback before its first write: the rules of both commits, what callers meet of them, the plan, and what is held from then on.
import type { LintResult } from '../lint/lint-rules.ts';
import type { LiveRecord } from '../plan/deployed-state.ts';
import { holdsAfterRollback } from '../plan/holds.ts';
import { type StandIns, standIn } from '../plan/stand-ins.ts';
import type { Tenant } from '../ports.ts';
import { rulesetDigest } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import type { Doors } from './carry-out.ts';
import type { Deployment } from './deployment.ts';
import { lintRollback } from './lint-rollback.ts';
import { planDeployment } from './plan-deployment.ts';
import { type CommitRules, needCommitRules } from './read-commit-rules.ts';
import { type Target, checkRules, checkWindows } from './rollback-target.ts';
import type { Session } from './session.ts';
import { readStandingRules } from './standing-rules.ts';
import { tellPlan } from './tell-plan.ts';

/** With `only` the live commit stays live, with some of its rules held back. */
export function isPartial(inputs: Session['inputs']): boolean {
  return inputs.only.length > 0;
}

/** What a rollback may know better than the records and the inputs do. */
export interface RollbackScope {
  /** Names whose live version may be held; empty means all. */
  readonly holds: readonly string[];
  /** What was live in the place of rules that were held at the target. */
  readonly standIns: StandIns;
}

export interface Prepared {
  readonly deployment: Deployment;
  /** What callers meet before and after. */
  readonly before: readonly Rule[];
  readonly after: readonly Rule[];
  readonly live: CommitRules;
  readonly targetRules: CommitRules;
  readonly target: Target;
  readonly lint: LintResult;
}

/** What the rules of a commit were, or are, on the tenant. */
interface Standing {
  readonly before: readonly Rule[];
  readonly target: readonly Rule[];
}

async function readStanding(
  { inputs }: Session,
  tenant: Tenant,
  live: LiveRecord,
  target: Target,
  rules: Pick<Prepared, 'live' | 'targetRules'>,
): Promise<Standing> {
  const all = [...rules.live.rules, ...rules.targetRules.rules];
  const pathOf = (name: string): string => all.find(({ payload }) => payload.name === name)?.path ?? '';
  const before = await readStandingRules(
    { rules: rules.live.rules, state: live.state, pathOf, statusOf: ({ status }) => status },
    tenant,
  );
  // An override releases what was held at the target too: then its rules are all its own.
  if (inputs.overrideReason !== '') return { before, target: rules.targetRules.rules };
  const request = {
    rules: rules.targetRules.rules,
    state: target,
    pathOf,
    statusOf: () => 'ACTIVE' as const,
  };
  return { before, target: await readStandingRules(request, tenant) };
}

/** The rules that callers meet after a rollback of some rules, or of all. */
function rulesAfter({ before, target }: Standing, only: readonly string[]): Rule[] {
  if (only.length === 0) return [...target];
  const isSelected = ({ payload }: Rule): boolean => only.includes(payload.name);
  return [...before.filter((rule) => !isSelected(rule)), ...target.filter(isSelected)];
}

/**
 * Reads what is live and what was, and plans the way from one to the other. It writes nothing.
 * @param lost names of rules whose live version is gone
 * @param scope by default that of the inputs
 * @throws Refusal where the target's rules cannot be brought back
 */
export async function prepareRollback(
  session: Session,
  { github, tenant }: Doors,
  live: LiveRecord,
  target: Target,
  lost: readonly string[],
  scope: RollbackScope = { holds: session.inputs.only, standIns: new Map() },
): Promise<Prepared> {
  const { inputs, clock } = session;
  const { only } = inputs;
  const load = async (sha: string) => needCommitRules(github, sha, session, []);
  const [liveLoaded, targetRules] = [await load(live.sha), await load(target.sha)];
  checkRules(target.sha, targetRules);
  const loaded = { live: liveLoaded, targetRules };
  const read = await readStanding(session, tenant, live, target, loaded);
  const standing = { ...read, target: standIn(read.target, scope.standIns) };
  const request = {
    desired: standing.target,
    deployed: standing.before,
    deployedFlows: live.state.flows,
    held: target.held.filter(({ name }) => !scope.standIns.has(name)),
    uncertain: [...live.state.held.map(({ name }) => name), ...lost],
    releasesHolds: inputs.overrideReason !== '',
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
