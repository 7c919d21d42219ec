// Reads the tenant's flows, and compares every rule three ways.
import { UserError } from '../../errors.ts';
import { diffGraphs } from '../../graph/diff-graphs.ts';
import { type DriftRequest, makeCase, namesToCompare, ownIdOf } from '../../plan/drift-cases.ts';
import type { Drift, UnknownFlow } from '../../plan/drift.ts';
import { type RuleDrift, findDrift } from '../../plan/find-drift.ts';
import type { DeploymentStep } from '../../plan/replay-deployments.ts';
import type { Flow, FlowListing, Tenant } from '../../ports.ts';
import { groupBy } from '../../rules/group-by.ts';
import { compareCodePoints } from '../../rules/hash.ts';
import { makeRule } from '../../rules/make-rule.ts';
import type { Rule } from '../../rules/rule.ts';
import { canonicalCondition } from '../../simulate/condition.ts';
import { describeRuleChange } from '../../simulate/describe-rule-change.ts';

/** What a comparison found, and the flows that it looked at. */
export interface Compared {
  readonly drift: Drift;
  readonly flows: readonly Flow[];
}

/** All flows; those of the names alone where the tenant lists none without a name. */
async function readFlows(
  tenant: Tenant,
  names: readonly string[],
): Promise<FlowListing & { readonly isWhole: boolean }> {
  const listing = await tenant.listFlows();
  if (listing !== undefined) return { ...listing, isWhole: true };
  const flows = await Promise.all(names.map(async (name) => tenant.findFlows(name)));
  return { flows: flows.flat(), unreadable: [], isWhole: false };
}

/** A list that lacks a flow which the record names is not believed: the flow itself is asked for. */
async function findMissing(
  tenant: Tenant,
  ids: readonly (string | undefined)[],
  listed: readonly Flow[],
): Promise<Flow[]> {
  const there = new Set(listed.map(({ id }) => id));
  const missing = ids.filter((id) => id !== undefined && !there.has(id)) as string[];
  const found = await Promise.all(missing.map(async (id) => tenant.getFlow(id)));
  return found.flatMap((flow) => flow ?? []);
}

/** @throws UserError (`tenant`): a rule whose flow cannot be read is neither in sync nor edited */
function checkReadable({ unreadable }: FlowListing, names: ReadonlySet<string>): void {
  const bad = unreadable.find(({ name }) => names.has(name));
  if (bad === undefined) return;
  throw new UserError(
    'tenant',
    `a flow of rule ${JSON.stringify(bad.name)} cannot be read, so nothing can be said of it: ${bad.why}`,
  );
}

function listUnknown({ flows, unreadable }: FlowListing, isKnown: (flow: Flow) => boolean): UnknownFlow[] {
  const readable = flows
    .filter((flow) => !isKnown(flow))
    .map(({ id, status, payload }) => ({ name: payload.name, id, status, why: '' }));
  const broken = unreadable.map((flow) => ({ ...flow, status: undefined }));
  return [...readable, ...broken].toSorted(
    (a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.id, b.id),
  );
}

/** What callers meet otherwise than they were meant to. */
function describeCallers(
  { state, taken }: RuleDrift,
  before: Rule | undefined,
  { desired, deployed = desired, now }: DriftRequest,
): readonly string[] {
  if (taken === undefined || before === undefined || state === 'in-sync') return [];
  const after = makeRule(before.path, taken.payload, taken.status);
  const others = [...deployed.values()].filter(({ payload }) => payload.name !== before.payload.name);
  const rulesOf = (rule: Rule) => (campaignId: string) =>
    [...others, rule].filter(({ payload }) => payload.campaignId === campaignId);
  const diff = diffGraphs(before.payload.nodes, after.payload.nodes, canonicalCondition);
  return describeRuleChange({ before, after, diff }, { before: rulesOf(before), after: rulesOf(after), now });
}

/**
 * Compares git with the tenant. It writes nothing.
 * @param steps the deployments of every name whose record alone does not say what is to be there
 * @param isCommitGone whether the deployed commit is gone from git
 * @throws ApiError, UserError
 */
export async function compareTenant(
  tenant: Tenant,
  request: DriftRequest,
  steps: ReadonlyMap<string, readonly DeploymentStep[]>,
  isCommitGone: boolean,
): Promise<Compared> {
  const names = namesToCompare(request);
  const known = new Set(names);
  const listing = await readFlows(tenant, names);
  checkReadable(listing, known);
  const idOf = (name: string): string | undefined =>
    ownIdOf(request, name) ?? steps.get(name)?.at(-1)?.flowId;
  const ownIds = names.map(idOf);
  const flows = [...listing.flows, ...(await findMissing(tenant, ownIds, listing.flows))];
  const byName = groupBy(flows, ({ payload }) => payload.name);
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const rules = names.map((name): RuleDrift => {
    const own = byId.get(idOf(name) ?? '');
    const named = byName.get(name) ?? [];
    const versions = own === undefined || own.payload.name === name ? named : [...named, own];
    const drift = makeCase(request, name, steps, versions);
    const found = findDrift(drift);
    const callers = describeCallers(found, drift.expectation?.rule ?? drift.desired, request);
    return callers.length === 0 ? found : { ...found, callers };
  });
  const own = new Set(ownIds);
  const isKnown = ({ id, payload }: Flow): boolean => known.has(payload.name) || own.has(id);
  return {
    drift: {
      deployedSha: request.live?.sha,
      isCommitGone,
      rules,
      unknown: listing.isWhole ? listUnknown(listing, isKnown) : undefined,
    },
    flows,
  };
}
