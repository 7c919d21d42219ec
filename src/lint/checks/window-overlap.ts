// Check `window-overlap`: two active rules of one campaign in force at the same time.
import { type Problem, atValue } from '../../rules/problem.ts';
import type { Rule } from '../../rules/rule.ts';
import { nameRule } from '../../schedule/name-rule.ts';
import { spellSpan } from '../../schedule/spell-span.ts';
import type { Overlap, Timeline } from '../../schedule/timeline.ts';
import { isAlways } from '../../schedule/window.ts';
import type { Check } from '../check.ts';

const CHECK = 'window-overlap';

/** How many rules are named in one sentence. */
const MOST_NAMED = 5;

function listRules(rules: readonly Rule[]): string {
  const more = rules.length > MOST_NAMED ? ` and ${rules.length - MOST_NAMED} more` : '';
  return rules.slice(0, MOST_NAMED).map(nameRule).join(', ') + more;
}

/** Where a rule begins: its effective date, or the campaign where it has none. */
function beginningOf({ payload }: Rule): Problem['place'] {
  return atValue(payload.effectiveDate === undefined ? '/campaignId' : '/effectiveDate');
}

function tellOverlap({ first, second, span }: Overlap): Problem {
  const { path, payload } = second;
  const message = `this rule and ${nameRule(first)} are both in force ${spellSpan(span)}, and a caller of campaign ${JSON.stringify(payload.campaignId)} can meet one only`;
  return { check: CHECK, path, message, place: beginningOf(second) };
}

/** Each pair of rules with dates once. That two rules of one name overlap follows from `duplicate-rule-name`. */
function tellPairs({ overlaps }: Timeline): Problem[] {
  return overlaps.filter(({ first, second }) => first.payload.name !== second.payload.name).map(tellOverlap);
}

/**
 * Rules without any date, told once for a campaign: they may be meant for different numbers of it, which a rule cannot
 * say.
 */
function tellUndated({ campaignId, undated }: Timeline): Problem[] {
  const named = [...new Map(undated.map((rule) => [rule.payload.name, rule])).values()];
  const second = named[1];
  if (second === undefined) return [];
  const message = `campaign ${JSON.stringify(campaignId)} has ${named.length} rules that are always in force, and nothing says which of them a caller meets: ${listRules(named)}`;
  return [{ check: CHECK, path: second.path, message, place: atValue('/campaignId'), severity: 'warning' }];
}

/** Rules for a time beside rules that are always in force: most are meant to go before them, if the tenant does so. */
function tellExceptions({ rules, undated, expired, neverInForce }: Timeline): Problem[] {
  const isOver = new Set([...expired, ...neverInForce]);
  return rules.flatMap(({ rule, window }): Problem[] => {
    if (isAlways(window) || isOver.has(rule)) return [];
    const others = undated.filter(({ payload }) => payload.name !== rule.payload.name);
    if (others.length === 0) return [];
    const message = `this rule is in force ${spellSpan(window)} beside what is always in force, ${listRules(others)}: whether callers then meet this rule only the tenant knows`;
    return [{ check: CHECK, path: rule.path, message, place: beginningOf(rule), severity: 'warning' }];
  });
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

export const windowOverlap: Check = {
  id: CHECK,
  severity: 'error',
  finds: 'two active rules of one campaign that are in force at the same time',
  lookAtTimelines: (timelines) =>
    timelines.flatMap((timeline) => [
      ...tellPairs(timeline),
      ...tellLeftOut(timeline),
      ...tellUndated(timeline),
      ...tellExceptions(timeline),
    ]),
};
