// Which rule a path test walks: the one with a name, or the one in force for a campaign.
import { groupBy } from '../rules/group-by.ts';
import { didYouMean } from '../rules/nearest.ts';
import type { Rule } from '../rules/rule.ts';
import { nameRule } from '../schedule/name-rule.ts';
import { rulesInForce } from '../schedule/rules-in-force.ts';
import { isInWindow, windowOf } from '../schedule/window.ts';
import type { PathTest } from './path-test.ts';

/** The rules by what a test names. */
export interface RuleIndex {
  readonly byName: ReadonlyMap<string, readonly Rule[]>;
  readonly byCampaign: ReadonlyMap<string, readonly Rule[]>;
}

export type TestedRuleFound =
  | { readonly kind: 'rule'; readonly rule: Rule }
  /** None is in force; the sentence says for what and when. */
  | { readonly kind: 'no-rule'; readonly message: string; readonly pointer: string }
  /** The test cannot be run. */
  | { readonly kind: 'problem'; readonly message: string; readonly pointer: string };

const MOST_NAMED = 10;
const quote = (text: string): string => JSON.stringify(text);

/** Indexes rules by name and by campaign. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  return {
    byName: groupBy(rules, ({ payload }) => payload.name),
    byCampaign: groupBy(rules, ({ payload }) => payload.campaignId),
  };
}

function listRules(rules: readonly Rule[]): string {
  const named = rules.slice(0, MOST_NAMED).map(nameRule);
  const more = rules.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function findByName(name: string, test: PathTest, { byName }: RuleIndex): TestedRuleFound {
  const [rule, ...others] = byName.get(name) ?? [];
  if (rule === undefined) {
    const message = `no rule has the name ${quote(name)}${didYouMean(name, [...byName.keys()])}`;
    return { kind: 'problem', message, pointer: '/rule' };
  }
  if (others.length > 0) {
    const message = `several rules have the name ${quote(name)}: ${listRules([rule, ...others])}`;
    return { kind: 'problem', message, pointer: '/rule' };
  }
  if (test.at === undefined || isInWindow(windowOf(rule.payload), test.at)) return { kind: 'rule', rule };
  const message = `the rule ${quote(name)} is not in force at ${new Date(test.at).toISOString()}`;
  return { kind: 'no-rule', message, pointer: `${test.pointer}/at` };
}

function findByCampaign(
  campaign: string,
  test: PathTest,
  { byCampaign }: RuleIndex,
  now: number,
): TestedRuleFound {
  const rules = byCampaign.get(campaign);
  if (rules === undefined) {
    const message = `no rule is for the campaign ${quote(campaign)}${didYouMean(campaign, [...byCampaign.keys()])}`;
    return { kind: 'problem', message, pointer: '/campaign' };
  }
  const at = test.at ?? now;
  const pointer = test.at === undefined ? '/campaign' : `${test.pointer}/at`;
  const [rule, ...others] = rulesInForce(rules, campaign, at);
  const when = `for the campaign ${quote(campaign)} at ${new Date(at).toISOString()}`;
  if (rule === undefined) return { kind: 'no-rule', message: `no rule is in force ${when}`, pointer };
  if (others.length === 0) return { kind: 'rule', rule };
  const message = `which rule a caller meets is not sure: several are in force ${when}: ${listRules([rule, ...others])}`;
  return { kind: 'problem', message, pointer };
}

/**
 * Finds the rule that a test walks. A named rule is walked whatever its status, and whatever its dates where the test
 * gives no instant; for a campaign only ACTIVE rules count, at the test's instant or at `now`.
 * @param now milliseconds since the epoch
 */
export function findTestedRule(test: PathTest, index: RuleIndex, now: number): TestedRuleFound {
  return 'rule' in test.of
    ? findByName(test.of.rule, test, index)
    : findByCampaign(test.of.campaign, test, index, now);
}
