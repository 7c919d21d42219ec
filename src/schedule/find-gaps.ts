// Spans between two windows of one campaign in which no rule is in force.
import type { Rule } from '../rules/rule.ts';
import type { Gap } from './timeline.ts';
import type { ScheduledRule } from './window.ts';

/**
 * Finds the gaps that end after `now`. Linear.
 * @param rules of one campaign, in the order of `compareScheduled`, with windows that are not empty; those that are over count too
 * @param now milliseconds since the epoch
 */
export function findGaps(rules: readonly ScheduledRule[], now: number): Gap[] {
  const gaps: Gap[] = [];
  let reached = rules[0]?.window.end ?? Number.POSITIVE_INFINITY;
  let last: Rule[] = [];
  let open: { start: number; before: Rule[] } | undefined;
  for (const { rule, window } of rules) {
    if (window.start > reached) {
      const before: Rule[] = [];
      if (window.start > now) gaps.push({ span: { start: reached, end: window.start }, after: last, before });
      open = { start: window.start, before };
    }
    if (open?.start === window.start) open.before.push(rule);
    if (window.end > reached || last.length === 0) last = [];
    if (window.end >= reached) last.push(rule);
    reached = Math.max(reached, window.end);
  }
  return gaps;
}
