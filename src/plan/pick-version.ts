// Which of a rule's versions on the tenant is the one that a rule file would describe.
import type { Flow } from '../ports.ts';
import { compareCodePoints } from '../rules/hash.ts';
import { makeRule } from '../rules/make-rule.ts';
import { isInWindow, windowOf } from '../schedule/window.ts';
import { planActive } from './plan-rule.ts';

/** Compares two versions: the newest first, by what the tenant says of their age, then by id. */
export function newestFirst(a: Flow, b: Flow): number {
  return compareCodePoints(b.createdAt, a.createdAt) || compareCodePoints(b.id, a.id);
}

/** Sorts versions: those in force first, then the newest. @param now milliseconds since the epoch */
export function sortVersions(versions: readonly Flow[], now: number): Flow[] {
  const rank = (flow: Flow): number => (isInWindow(windowOf(flow.payload), now) ? 0 : 1);
  return versions.toSorted((a, b) => rank(a) - rank(b) || newestFirst(a, b));
}

/** Whether a file that describes a version leaves all others as they are: of two that follow each other that is the later one. */
function leavesOthers(flow: Flow, active: readonly Flow[], now: number): boolean {
  const rule = makeRule('', flow.payload, 'ACTIVE');
  return planActive({ rule, known: active, active, now, ownId: undefined }).action === 'none';
}

/**
 * Picks the version of a rule that a file would describe: an ACTIVE one that a deployment of it would leave as it is, with all
 * others; else the ACTIVE one in force; else the newest.
 * @param versions of one name
 * @param now milliseconds since the epoch
 * @returns undefined where there is none
 */
export function pickVersion(versions: readonly Flow[], now: number): Flow | undefined {
  const active = sortVersions(
    versions.filter(({ status }) => status === 'ACTIVE'),
    now,
  );
  return (
    active.find((flow) => leavesOthers(flow, active, now)) ?? active[0] ?? versions.toSorted(newestFirst)[0]
  );
}
