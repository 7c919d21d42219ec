// Check `window-overlap`: two active rules of one campaign in force at the same time.
import { type Problem, atValue } from '../../rules/problem.ts';
import { nameRule } from '../../schedule/name-rule.ts';
import { spellSpan } from '../../schedule/spell-span.ts';
import type { Overlap, Timeline } from '../../schedule/timeline.ts';
import type { Check } from '../check.ts';

const CHECK = 'window-overlap';

function tellOverlap({ first, second, span }: Overlap): Problem {
  const { path, payload } = second;
  const message = `this rule and ${nameRule(first)} are both in force ${spellSpan(span)}, and a caller of campaign ${JSON.stringify(payload.campaignId)} can meet one only`;
  const pointer = payload.effectiveDate === undefined ? '/campaignId' : '/effectiveDate';
  return { check: CHECK, path, message, place: atValue(pointer) };
}

/**
 * How many overlaps are not listed, told at the campaign's first rule: no overlap is told there, so no suppression of one
 * can hide it.
 */
function tellLeftOut({ campaignId, rules, overlapsLeftOut }: Timeline): Problem[] {
  const [first] = rules;
  if (overlapsLeftOut === 0 || first === undefined) return [];
  const message = `campaign ${JSON.stringify(campaignId)} has ${overlapsLeftOut} more overlaps, which are not listed`;
  return [{ check: CHECK, path: first.rule.path, message, place: atValue('/campaignId') }];
}

/** Each pair once. That two rules of one name overlap follows from `duplicate-rule-name`. */
function tellOverlaps(timeline: Timeline): Problem[] {
  const pairs = timeline.overlaps.filter(({ first, second }) => first.payload.name !== second.payload.name);
  return [...pairs.map(tellOverlap), ...tellLeftOut(timeline)];
}

export const windowOverlap: Check = {
  id: CHECK,
  severity: 'error',
  finds: 'two active rules of one campaign that are in force at the same time',
  lookAtTimelines: (timelines) => timelines.flatMap(tellOverlaps),
};
