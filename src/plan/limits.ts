// The two limits that refuse a plan before any write: how many rules it touches, and how many it takes away.
import { count } from '../rules/count.ts';
import { isWrite, type Plan } from './plan.ts';

export interface PlanLimit {
  readonly value: number;
  readonly unit: 'rules' | 'percent';
}

export interface PlanLimits {
  readonly maxChanges: PlanLimit;
  readonly maxRemovals: PlanLimit;
}

/** Removals that a percentage always allows, so that small estates can be tidied. */
const LEAST_REMOVALS = 3;

function allowed(limit: PlanLimit, live: number): number {
  return limit.unit === 'rules' ? limit.value : Math.floor((limit.value * live) / 100);
}

/** All changes are allowed by 100 % or more, and before anything is live: a percentage of nothing says nothing. */
function allowedChanges(limit: PlanLimit, live: number): number {
  const isUnbounded = limit.unit === 'percent' && (limit.value >= 100 || live === 0);
  return isUnbounded ? Number.POSITIVE_INFINITY : allowed(limit, live);
}

function allowedRemovals(limit: PlanLimit, live: number): number {
  const removals = allowed(limit, live);
  return limit.unit === 'percent' ? Math.max(LEAST_REMOVALS, removals) : removals;
}

function spell(limit: PlanLimit, most: number, live: number): string {
  return limit.unit === 'rules' ? `${limit.value}` : `${limit.value}% of ${live} live rules, that is ${most}`;
}

/**
 * Says which limits a plan breaks.
 * @param live how many rules are live before it
 * @returns a sentence each, with the names of the rules; empty where the plan is within both
 */
export function findBrokenLimits(plan: Plan, limits: PlanLimits, live: number): string[] {
  const writes = plan.changes.filter(isWrite);
  const removals = writes.filter((change) => change.reason === 'removed');
  const names = (changes: readonly { readonly name: string }[]): string =>
    changes.map((change) => change.name).join(', ');
  const broken: string[] = [];
  const mostChanges = allowedChanges(limits.maxChanges, live);
  if (writes.length > mostChanges) {
    broken.push(
      `the plan changes ${count(writes.length, 'rule')}, but max-changes allows ${spell(limits.maxChanges, mostChanges, live)}: ${names(writes)}`,
    );
  }
  const mostRemovals = allowedRemovals(limits.maxRemovals, live);
  if (removals.length > mostRemovals) {
    broken.push(
      `the plan removes ${count(removals.length, 'rule')}, but max-removals allows ${spell(limits.maxRemovals, mostRemovals, live)}: ${names(removals)}`,
    );
  }
  return broken;
}
