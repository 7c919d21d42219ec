// Desired rules, the last deployed commit, and the live flows → plan. Pure: the clock's reading is an argument.
import type { Flow } from '../ports.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { compareRuleSets, isSameVersion } from './compare-rule-sets.ts';
import { type Held, flowIdOf } from './deployed-state.ts';
import { planActive, planDraft, planInactive } from './plan-rule.ts';
import type { Change, Plan, PlanReason } from './plan.ts';

export interface PlanRequest {
  readonly desired: readonly Rule[];
  /** The rules of the last deployed commit; empty before the first deployment. */
  readonly deployed: readonly Rule[];
  /** Rule name → flow id, of the last deployment's record. */
  readonly deployedFlows: Readonly<Record<string, string>>;
  readonly held: readonly Held[];
  /** Names whose live version may not be the deployed commit's, because it was held; they are always looked at. */
  readonly uncertain?: readonly string[];
  /** Whether held versions are deployed all the same. */
  readonly releasesHolds: boolean;
  readonly removedRules: 'deactivate' | 'delete' | 'keep';
  /** Names to deploy; empty means all. */
  readonly only: readonly string[];
}

function heldHashes(request: PlanRequest): Map<string, Set<string>> {
  const hashes = new Map<string, Set<string>>();
  for (const { name, payloadHash } of request.held)
    hashes.set(name, (hashes.get(name) ?? new Set()).add(payloadHash));
  return hashes;
}

function isSelected(request: PlanRequest, name: string): boolean {
  return request.only.length === 0 || request.only.includes(name);
}

/** The names that were deployed and are gone, of the deployed commit's rules and of the record's flows. */
function findRemovals(request: PlanRequest): string[] {
  const desired = new Set(request.desired.map((rule) => rule.payload.name));
  const deployed = request.deployed.map((rule) => rule.payload.name);
  const names = new Set([...deployed, ...Object.keys(request.deployedFlows)]);
  return [...names].filter((name) => !desired.has(name));
}

/** The names of all rules that differ from the last deployed commit, or are held. */
function findDiffering(request: PlanRequest): Set<string> {
  const deployed = new Map(request.deployed.map((rule) => [rule.payload.name, rule]));
  const held = heldHashes(request);
  const uncertain = new Set(request.uncertain);
  const changed = request.desired.filter((rule) => {
    const { name } = rule.payload;
    const before = deployed.get(name);
    // A rule that a deployment of others passed over (input `only`) has no flow in the record.
    const wasDeployed = before !== undefined && Object.hasOwn(request.deployedFlows, name);
    return !wasDeployed || held.has(name) || uncertain.has(name) || !isSameVersion(before, rule);
  });
  return new Set([...changed.map((rule) => rule.payload.name), ...findRemovals(request)]);
}

/**
 * The names whose live flows a plan must know: all that differ from the last deployed commit, and are selected.
 * Rules that stand as they were deployed are not looked at; what became of them on the tenant is drift.
 */
export function namesToLookUp(request: PlanRequest): string[] {
  return [...findDiffering(request)].filter((name) => isSelected(request, name)).toSorted(compareCodePoints);
}

/** What goes for good with a rule: by `deactivate` only a version that was staged for it and never live, which nobody can miss. */
function findDeletions(
  { removedRules, deployedFlows }: PlanRequest,
  name: string,
  known: readonly Flow[],
): readonly Flow[] {
  const isOwn = (flow: Flow): boolean => flow.id === flowIdOf(deployedFlows, name);
  const goes = {
    keep: () => false,
    deactivate: (flow: Flow) => flow.status === 'DRAFT' && isOwn(flow),
    delete: (flow: Flow) => flow.status === 'ACTIVE' || isOwn(flow),
  };
  return known.filter(goes[removedRules]);
}

function planRemoval(request: PlanRequest, name: string, known: readonly Flow[]): Change {
  const active = known.filter((flow) => flow.status === 'ACTIVE');
  const deletions = findDeletions(request, name, known);
  const keeps = request.removedRules === 'keep' || (active.length === 0 && deletions.length === 0);
  if (keeps) return { name, action: 'none', reason: 'removed', retirements: [], deletions: [], known };
  return {
    name,
    action: request.removedRules === 'delete' || active.length === 0 ? 'delete' : 'deactivate',
    reason: 'removed',
    retirements: active.map((flow) => ({ flow, patch: { status: 'INACTIVE' } })),
    deletions,
    known,
  };
}

function idle(
  name: string,
  action: 'none' | 'held',
  reason: PlanReason,
  rule: Rule | undefined,
  known: readonly Flow[] = [],
): Change {
  return {
    name,
    action,
    reason,
    retirements: [],
    deletions: [],
    known,
    ...(rule === undefined ? {} : { rule }),
  };
}

/**
 * Makes the plan.
 * @param live the flows of every name in {@link namesToLookUp}, in every state
 * @param now milliseconds since the epoch
 */
export function makePlan(
  request: PlanRequest,
  live: ReadonlyMap<string, readonly Flow[]>,
  now: number,
): Plan {
  const differing = findDiffering(request);
  const held = heldHashes(request);
  const renamed = new Set(
    compareRuleSets(request.deployed, request.desired).flatMap((change) =>
      change.kind === 'renamed' ? [change.name] : [],
    ),
  );
  const isHeld = (name: string, payloadHash: string): boolean =>
    !request.releasesHolds && held.get(name)?.has(payloadHash) === true;

  const planRule = (rule: Rule): Change => {
    const { name } = rule.payload;
    if (!differing.has(name)) return idle(name, 'none', 'unchanged', rule);
    if (!isSelected(request, name)) return idle(name, 'none', 'not selected', rule);
    const known = live.get(name) ?? [];
    if (isHeld(name, rule.payloadHash)) return idle(name, 'held', 'held', rule, known);
    const situation = {
      rule,
      known,
      active: known.filter((flow) => flow.status === 'ACTIVE'),
      now,
      ownId: flowIdOf(request.deployedFlows, name),
    };
    const plans = { ACTIVE: planActive, INACTIVE: planInactive, DRAFT: planDraft } as const;
    const change = plans[rule.status](situation);
    return change.reason === 'new' && renamed.has(name) ? { ...change, reason: 'renamed' } : change;
  };
  const planGone = (name: string): Change => {
    if (!isSelected(request, name)) return idle(name, 'none', 'not selected', undefined);
    if (isHeld(name, '')) return idle(name, 'held', 'held', undefined, live.get(name) ?? []);
    return planRemoval(request, name, live.get(name) ?? []);
  };
  const changes = [...request.desired.map(planRule), ...findRemovals(request).map(planGone)];
  return { changes: changes.toSorted((a, b) => compareCodePoints(a.name, b.name)) };
}
