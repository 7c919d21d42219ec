// A rollback before its first write: the rules of both commits, what callers meet of them, the plan, and what is held from then on.
import type { LintResult } from '../../lint/lint-rules.ts';
import { indexByName } from '../../plan/compare-rule-sets.ts';
import type { Held, LiveRecord } from '../../plan/deployed-state.ts';
import { holdsAfterRollback } from '../../plan/holds.ts';
import { flowsToRead, standingRules, stayWhereUnknown, withoutHolds } from '../../plan/standing-rules.ts';
import type { Flow, Tenant } from '../../ports.ts';
import { rulesetDigest } from '../../rules/hash.ts';
import type { Rule, Status } from '../../rules/rule.ts';
import type { Doors } from '../deploy/carry-out.ts';
import type { Deployment } from '../../plan/deployment.ts';
import { lintRollback } from './lint-rollback.ts';
import { planDeployment } from '../deploy/plan-deployment.ts';
import { type CommitRules, needCommitRules } from '../source/read-commit-rules.ts';
import { type Target, checkRules, checkWindows } from './rollback-target.ts';
import type { Session } from '../session.ts';
import { tellPlan } from '../deploy/tell-plan.ts';

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

/** What callers meet before a rollback, and what they met at its target. */
interface Standings {
  readonly before: readonly Rule[];
  readonly target: readonly Rule[];
  /** What the plan leaves alone, since nobody knows what it was at the target. */
  readonly held: readonly Held[];
}

async function readFlows(
  flowIds: ReadonlyMap<string, string>,
  tenant: Pick<Tenant, 'getFlow'>,
  known: readonly Flow[],
): Promise<Map<string, Flow>> {
  const read = [...flowIds].map(async ([name, flowId]): Promise<readonly [string, Flow | undefined]> => [
    name,
    known.find(({ id }) => id === flowId) ?? (await tenant.getFlow(flowId)),
  ]);
  const flows = await Promise.all(read);
  return new Map(flows.flatMap(([name, flow]) => (flow === undefined ? [] : [[name, flow] as const])));
}

async function readStandings(
  { inputs }: Session,
  tenant: Tenant,
  { state }: LiveRecord,
  target: Target,
  loaded: Pick<Prepared, 'live' | 'targetRules'>,
  known: readonly Flow[],
): Promise<Standings> {
  const [liveRules, targetRules] = [loaded.live.rules, loaded.targetRules.rules];
  const fileOf = indexByName([...targetRules, ...liveRules]);
  const pathOf = (name: string): string => fileOf.get(name)?.path ?? '';
  const liveFlows = await readFlows(flowsToRead(liveRules, state), tenant, []);
  const before = standingRules(liveRules, state, liveFlows, pathOf, ({ status }) => status).rules;
  // An override releases what was held at the target too: then its rules are all its own.
  const then = inputs.overrideReason === '' ? target : withoutHolds(target);
  const targetFlows = await readFlows(flowsToRead(targetRules, then), tenant, known);
  // What was held instead was live then. Of any other flow that is live still, its state is that of then too.
  const heldNames = new Set(then.held.map(({ name }) => name));
  const liveIds = new Set(Object.values(state.flows));
  const statusOf = ({ id, status, payload }: Flow): Status =>
    liveIds.has(id) && !heldNames.has(payload.name) ? status : 'ACTIVE';
  const standing = standingRules(targetRules, then, targetFlows, pathOf, statusOf);
  const { rules, held } = stayWhereUnknown(before, standing);
  return { before, target: rules, held };
}

/** The rules that callers meet after a rollback of some rules, or of all. */
function rulesAfter(
  { before, target }: Pick<Standings, 'before' | 'target'>,
  only: readonly string[],
): Rule[] {
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
