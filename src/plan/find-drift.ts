// One rule three ways: what the last deployment left, what this commit says, what the tenant holds → its state. Pure.
import type { Flow } from '../ports.ts';
import type { Rule } from '../rules/rule.ts';
import { windowOf } from '../schedule/window.ts';
import { isSameVersion } from './compare-rule-sets.ts';
import { type FieldDifference, listDifferences } from './list-differences.ts';
import { pickVersion, sortVersions } from './pick-version.ts';
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

interface TenantState {
  readonly state: 'in-sync' | 'edited' | 'missing';
  readonly differences: readonly FieldDifference[];
  readonly remarks: readonly string[];
  readonly taken?: Flow;
}

const AS_LEFT: TenantState = { state: 'in-sync', differences: [], remarks: [] };

const isActive = ({ status }: Flow): boolean => status === 'ACTIVE';

function isOver({ payload }: Flow, now: number): boolean {
  return windowOf(payload).end <= now;
}

function describeWindow({ payload: { effectiveDate, expirationDate } }: Flow): string {
  const from = effectiveDate === undefined ? '' : ` from ${effectiveDate}`;
  return `ACTIVE${from}${expirationDate === undefined ? '' : ` until ${expirationDate}`}`;
}

/** ACTIVE versions that no deployment left so; one whose window is over meets no caller. */
function findExtras(
  { ownId, versions: expected, tolerates }: Expectation,
  { versions, now }: DriftCase,
): Flow[] {
  const own = expected.get(ownId);
  const start = own === undefined ? Number.POSITIVE_INFINITY : windowOf(own.payload).start;
  const isRight = (flow: Flow): boolean => {
    const wanted = expected.get(flow.id);
    if (wanted !== undefined) return wanted.status === 'ACTIVE';
    return tolerates === 'all' || (tolerates === 'earlier' && windowOf(flow.payload).end <= start);
  };
  return versions.filter(
    (flow) => isActive(flow) && flow.id !== ownId && !isOver(flow, now) && !isRight(flow),
  );
}

function describeExtra(flow: Flow): FieldDifference {
  const what = `another active version, flow ${JSON.stringify(flow.id)}`;
  return { path: `/versions/${flow.id}`, what, git: 'none', tenant: describeWindow(flow) };
}

/** What became of the versions that are to stay active until the own one begins. */
function compareEarlier(
  { ownId, versions }: Expectation,
  { versions: live, now }: DriftCase,
): FieldDifference[] {
  const earlier = [...versions.values()].filter(
    (flow) => flow.id !== ownId && isActive(flow) && !isOver(flow, now),
  );
  return earlier.flatMap((wanted) => {
    const found = live.find(({ id }) => id === wanted.id);
    const which = `the version in force before, flow ${JSON.stringify(wanted.id)}`;
    const path = `/versions/${wanted.id}`;
    if (found === undefined) return [{ path, what: which, git: describeWindow(wanted), tenant: 'gone' }];
    return listDifferences(wanted, found).map((difference) => ({
      ...difference,
      path: path + difference.path,
      what: `${which}: ${difference.what}`,
    }));
  });
}

/** What the tenant holds in place of an own version that is gone. */
function judgeMissing(expectation: Expectation, drift: DriftCase, extras: readonly Flow[]): TenantState {
  const { ownId, versions: expected } = expectation;
  const wanted = expected.get(ownId);
  const isTwin = (flow: Flow): boolean => wanted !== undefined && isSameVersion(flow, wanted);
  const twin = drift.versions.find(isTwin);
  if (twin !== undefined && extras.every((flow) => flow === twin)) {
    const remark = `flow ${JSON.stringify(ownId)}, which was deployed, is gone, but flow ${JSON.stringify(twin.id)} holds the same`;
    return { ...AS_LEFT, remarks: [remark] };
  }
  const [extra] = sortVersions(extras, drift.now);
  const remarks = [`flow ${JSON.stringify(ownId)}, which was deployed, is gone`];
  if (extra === undefined)
    return { state: 'missing', differences: compareEarlier(expectation, drift), remarks };
  const differences = [
    ...(wanted === undefined ? [] : listDifferences(wanted, extra)),
    ...extras.map(describeExtra),
  ];
  return { state: 'edited', differences, remarks, taken: extra };
}

const UNREADABLE_VERSION =
  'the version that was deployed cannot be read from git any more, so only its status was compared';

/** What differs on the own flow; where its version cannot be told, only whether it is ACTIVE counts. */
function compareOwn(wanted: Flow | undefined, own: Flow): FieldDifference[] {
  // A draft may be an old version that lies idle with the same content.
  const isIdle = wanted?.status === 'DRAFT' && own.status === 'INACTIVE';
  const status = isIdle ? own.status : (wanted?.status ?? 'ACTIVE');
  return listDifferences({ payload: wanted?.payload ?? own.payload, status }, own);
}

/** The tenant against what the last deployment left. */
function judgeTenant(expectation: Expectation, drift: DriftCase): TenantState {
  if (expectation.mayBeGone && !drift.versions.some(isActive)) return AS_LEFT;
  const own = drift.versions.find(({ id }) => id === expectation.ownId);
  const extras = findExtras(expectation, drift);
  if (own === undefined) return judgeMissing(expectation, drift, extras);
  const wanted = expectation.versions.get(own.id);
  const ofOwn = compareOwn(wanted, own);
  const differences = [...ofOwn, ...compareEarlier(expectation, drift), ...extras.map(describeExtra)];
  const remarks = wanted === undefined ? [UNREADABLE_VERSION] : [];
  if (differences.length === 0) return { ...AS_LEFT, remarks };
  const active = ofOwn.length > 0 && isActive(own) ? [own, ...extras] : extras;
  const [newest = ofOwn.length > 0 ? own : undefined] = sortVersions(active, drift.now);
  return { state: 'edited', differences, remarks, ...(newest === undefined ? {} : { taken: newest }) };
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
