// The tenant's versions of one rule against what the last deployment left. Pure.
import type { Flow } from '../ports.ts';
import { windowOf } from '../schedule/window.ts';
import { isSameVersion } from './compare-rule-sets.ts';
import type { DriftCase } from './find-drift.ts';
import { type FieldDifference, listDifferences } from './list-differences.ts';
import { sortVersions } from './pick-version.ts';
import type { Expectation } from './replay-deployments.ts';

/** What the tenant is, beside what the last deployment left. */
export interface TenantState {
  readonly state: 'in-sync' | 'edited' | 'missing';
  readonly differences: readonly FieldDifference[];
  readonly remarks: readonly string[];
  readonly taken?: Flow;
}

/** All is as it was left. */
export const AS_LEFT: TenantState = { state: 'in-sync', differences: [], remarks: [] };

/** Whether a version is ACTIVE. */
export const isActive = ({ status }: Flow): boolean => status === 'ACTIVE';

/** Whether the window of a version is over. @param now milliseconds since the epoch */
export function isOver({ payload }: Flow, now: number): boolean {
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

/** An ACTIVE version that is not to be, as a difference. */
export function describeExtra(flow: Flow): FieldDifference {
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
export function judgeTenant(expectation: Expectation, drift: DriftCase): TenantState {
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
