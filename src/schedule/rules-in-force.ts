// Which rules a caller of a campaign meets at one instant.
import type { Rule } from '../rules/rule.ts';
import { compareScheduled } from './order.ts';
import { isInWindow, scheduleRules } from './window.ts';

/**
 * The ACTIVE rules of a campaign that are in force at an instant, by start, end, name and path: none, the one that
 * callers meet, or several where windows overlap.
 * @param at milliseconds since the epoch
 */
export function rulesInForce(rules: readonly Rule[], campaignId: string, at: number): Rule[] {
  return scheduleRules(rules.filter((rule) => rule.payload.campaignId === campaignId))
    .filter(({ window }) => isInWindow(window, at))
    .toSorted(compareScheduled)
    .map(({ rule }) => rule);
}
