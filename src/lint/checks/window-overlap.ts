// Check `window-overlap`: two active rules of one campaign in force at the same time.
import { type Problem, atValue } from '../../rules/problem.ts';
import { nameRule } from '../../schedule/name-rule.ts';
import { spellSpan } from '../../schedule/spell-span.ts';
import type { Overlap, Timeline } from '../../schedule/timeline.ts';
import type { Window } from '../../schedule/window.ts';
import type { Check } from '../check.ts';

const CHECK = 'window-overlap';

function tellOverlap({ first, second, span }: Overlap): Problem {
  const { path, payload } = second;
  const message = `this rule and ${nameRule(first)} are both in force ${spellSpan(span)}, and a caller of campaign ${JSON.stringify(payload.campaignId)} can meet one only`;
  const pointer = payload.effectiveDate === undefined ? '/campaignId' : '/effectiveDate';
  return { check: CHECK, path, message, place: atValue(pointer) };
}

/** Whether a window has no bound. Two rules overlap always where neither has any date. */
function isAlways({ start, end }: Window): boolean {
  return !Number.isFinite(start) && !Number.isFinite(end);
}

/** How many rules are named in one sentence. */
const MOST_NAMED = 5;

/**
 * Rules without any date, told once for a campaign and as a warning: they may be meant for different numbers or hours of
 * one campaign, which a rule cannot say. Of two rules of one name `duplicate-rule-name` tells.
 */
function tellUndated({ campaignId, rules }: Timeline): Problem[] {
  const undated = rules.filter(({ window }) => isAlways(window));
  const named = [...new Map(undated.map(({ rule }) => [rule.payload.name, rule])).values()];
  const second = named[1];
  if (second === undefined) return [];
  const more = named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : '';
  const message = `campaign ${JSON.stringify(campaignId)} has ${named.length} rules that are always in force, and nothing says which of them a caller meets: ${named.slice(0, MOST_NAMED).map(nameRule).join(', ')}${more}`;
  return [{ check: CHECK, path: second.path, message, place: atValue('/campaignId'), severity: 'warning' }];
}

/**
 * How many overlaps are not listed, told at the campaign's first rule: no overlap is told there, so no suppression of one
 * can hide it.
 */
function tellLeftOut({ campaignId, rules, overlaps, overlapsLeftOut }: Timeline): Problem[] {
  const [first] = rules;
  const undated = rules.filter(({ window }) => isAlways(window)).length;
  const told = overlaps.filter(({ span }) => isAlways(span)).length;
  const leftOut = overlapsLeftOut - ((undated * (undated - 1)) / 2 - told);
  if (leftOut === 0 || first === undefined) return [];
  const message = `campaign ${JSON.stringify(campaignId)} has ${leftOut} more overlaps, which are not listed`;
  return [{ check: CHECK, path: first.rule.path, message, place: atValue('/campaignId') }];
}

/** Each pair once. That two rules of one name overlap follows from `duplicate-rule-name`. */
function tellOverlaps(timeline: Timeline): Problem[] {
  const pairs = timeline.overlaps.filter(
    ({ first, second, span }) => !isAlways(span) && first.payload.name !== second.payload.name,
  );
  return [...pairs.map(tellOverlap), ...tellUndated(timeline), ...tellLeftOut(timeline)];
}

export const windowOverlap: Check = {
  id: CHECK,
  severity: 'error',
  finds: 'two active rules of one campaign that are in force at the same time',
  lookAtTimelines: (timelines) => timelines.flatMap(tellOverlaps),
};
