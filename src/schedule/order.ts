// The one order in which rules of a campaign are looked at and shown.
import { compareCodePoints } from '../rules/hash.ts';
import type { ScheduledRule } from './window.ts';

function compareInstants(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** By start, then by end, then by name and path, so that the order of the files does not matter. */
export function compareScheduled(a: ScheduledRule, b: ScheduledRule): number {
  return (
    compareInstants(a.window.start, b.window.start) ||
    compareInstants(a.window.end, b.window.end) ||
    compareCodePoints(a.rule.payload.name, b.rule.payload.name) ||
    compareCodePoints(a.rule.path, b.rule.path)
  );
}
