// One rule three ways: what the last deployment left, what this commit says, what the tenant holds → its state. Pure.
import type { Flow } from '../ports.ts';
import type { Rule } from '../rules/rule.ts';
import { isSameVersion } from './compare-rule-sets.ts';
import { type FieldDifference, listDifferences } from './list-differences.ts';
import { AS_LEFT, type TenantState, describeExtra, isActive, isOver, judgeTenant } from './judge-tenant.ts';
import { pickVersion } from './pick-version.ts';
import { planActive, planDraft, planInactive } from './plan-rule.ts';
import type { Expectation } from './replay-deployments.ts';

/** `not-deployed`: git has moved on since the last deployment, and the tenant has not. */
export type DriftState = 'in-sync' | 'edited' | 'not-deployed' | 'both' | 'missing';

export interface DriftCase {
  readonly name: string;
  /** The version of this commit; undefined where it has none. */
  readonly desired: Rule | undefined;
  /** What the last deployment left; undefined where it left nothing. */
  readonly expectation: Expectation | undefined;
  /** Whether anything was ever deployed that could be compared with. */
  readonly isDeployed: boolean;
  /** Whether a rollback holds what this commit says of the rule. */
  readonly isHeld: boolean;
  /** The tenant's versions: all with this name, and the one that the record names, whatever it is called now. */
  readonly versions: readonly Flow[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface RuleDrift {
  readonly name: string;
  readonly state: DriftState;
  /** Between what was deployed last and the tenant; untrusted. */
  readonly differences: readonly FieldDifference[];
  /** When and by whom the tenant's version was changed last, where the tenant says so. */
  readonly changedAt?: string;
  readonly changedBy?: string;
  /** What else a person should know, a sentence each; untrusted. */
  readonly remarks: readonly string[];
  /** The tenant's version that a rule file can take over. */
  readonly taken?: Flow;
  /** What callers meet otherwise than git says, a sentence each; untrusted. */
  readonly callers?: readonly string[];
}

/** Whether a state says that the tenant is not as it was left. */
export function isDrift(state: DriftState): boolean {
  return state === 'edited' || state === 'both' || state === 'missing';
}

/** Whether a deployment of this commit would find all that it wants on the tenant. */
function holdsAlready({ desired, versions, now, expectation }: DriftCase): boolean {
  if (desired === undefined) return !versions.some(isActive);
  const plans = { ACTIVE: planActive, INACTIVE: planInactive, DRAFT: planDraft } as const;
  const situation = {
    rule: desired,
    known: versions,
    active: versions.filter((flow) => isActive(flow) && !isOver(flow, now)),
    now,
    ownId: expectation?.ownId,
  };
  return plans[desired.status](situation).action === 'none';
}

const HELD =
  'a rollback holds the version of this commit: a deployment leaves it out until it is edited or released';
const HELD_ALREADY = 'the tenant already holds what this commit says';

/** Where nothing was deployed there is only this commit to compare with. */
function compareWithCommit(drift: DriftCase): TenantState & { readonly isWaiting: boolean } {
  const { desired, versions, now, isDeployed } = drift;
  if (holdsAlready(drift)) return { ...AS_LEFT, isWaiting: false };
  const found = pickVersion(versions, now);
  // A draft that is not there harms nobody, and a rule that was new after the last deployment waits for the next one.
  if (desired === undefined || found === undefined || desired.status === 'DRAFT' || isDeployed) {
    const names = versions.filter(isActive).map(({ id }) => JSON.stringify(id));
    const remark = `the tenant has a flow of this name that no deployment made: ${names.join(', ')}`;
    return { ...AS_LEFT, isWaiting: true, remarks: names.length === 0 ? [] : [remark] };
  }
  const others = versions.filter((flow) => isActive(flow) && flow.id !== found.id && !isOver(flow, now));
  const ofFound = listDifferences(desired, found);
  const differences = ofFound.length === 0 ? others.map(describeExtra) : ofFound;
  return { state: 'edited', differences, remarks: [], taken: found, isWaiting: false };
}

function hasMoved({ desired, expectation, isHeld }: DriftCase): boolean {
  if (isHeld) return false;
  const rule = expectation?.rule;
  return desired === undefined || rule === undefined || !isSameVersion(desired, rule);
}

function combine(drift: DriftCase): TenantState & { readonly isWaiting: boolean } {
  if (drift.expectation === undefined)
    return drift.isHeld ? { ...AS_LEFT, isWaiting: false } : compareWithCommit(drift);
  const tenant = judgeTenant(drift.expectation, drift);
  const isWaiting = hasMoved(drift);
  if (!isWaiting || !holdsAlready(drift)) return { ...tenant, isWaiting };
  // A deployment would have nothing to do: such as where a rule becomes a draft, which leaves what is live as it is.
  if (tenant.state === 'in-sync') return { ...tenant, isWaiting: false };
  // Git may have caught up with the tenant: a change at the console that was then committed, or taken over. What a draft leaves
  // as it is may have been changed all the same.
  return drift.desired?.status === 'DRAFT'
    ? { ...tenant, isWaiting }
    : { ...AS_LEFT, remarks: [HELD_ALREADY], isWaiting: false };
}

function stateOf(state: TenantState['state'], isWaiting: boolean): DriftState {
  if (!isWaiting || state === 'missing') return state;
  return state === 'edited' ? 'both' : 'not-deployed';
}

/** Compares one rule three ways. */
export function findDrift(drift: DriftCase): RuleDrift {
  const { state, differences, remarks, taken, isWaiting } = combine(drift);
  const own = drift.versions.find(({ id }) => id === drift.expectation?.ownId);
  const changed = state === 'edited' ? (taken ?? own) : undefined;
  return {
    name: drift.name,
    state: stateOf(state, isWaiting),
    differences,
    remarks: drift.isHeld ? [HELD, ...remarks] : remarks,
    ...(changed?.updatedAt === undefined ? {} : { changedAt: changed.updatedAt }),
    ...(changed?.updatedBy === undefined ? {} : { changedBy: changed.updatedBy }),
    ...(state === 'edited' && taken !== undefined ? { taken } : {}),
  };
}
