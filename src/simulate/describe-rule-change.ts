// What became of one rule, for callers: whether they meet it at all, from when to when, instead of which, and what is new in it.
import type { GraphDiff } from '../graph/diff-graphs.ts';
import type { Rule } from '../rules/rule.ts';
import { rulesInForce } from '../schedule/rules-in-force.ts';
import { spellDay } from '../schedule/spell-span.ts';
import { windowOf } from '../schedule/window.ts';
import { NOTHING_CHANGES, describeCallers } from './describe-callers.ts';
import { listWords } from './spell-way.ts';

const MOST_RULES = 4;

/** The rules of a campaign in one version of the folder. */
export type RulesOf = (campaignId: string) => readonly Rule[];

export interface ChangedRule {
  /** Undefined where the rule is new. */
  readonly before: Rule | undefined;
  /** Undefined where it is removed. */
  readonly after: Rule | undefined;
  /** The difference of the two graphs, where there are two. */
  readonly diff?: GraphDiff | undefined;
}

const quote = (text: string): string => JSON.stringify(text);

function nameRules(rules: readonly Rule[]): string {
  return listWords(
    rules.map(({ payload }) => quote(payload.name)),
    'and',
    MOST_RULES,
  );
}

/** The rules of a campaign in both versions of the folder. */
interface Neighbours {
  readonly before: RulesOf;
  readonly after: RulesOf;
}

/** Who is in force when, of a campaign's rules: many new rules of one campaign ask for the same instant. */
const inForceOf = new WeakMap<readonly Rule[], Map<number, readonly Rule[]>>();

function inForceAt(rules: readonly Rule[], campaignId: string, at: number): readonly Rule[] {
  const known = inForceOf.get(rules) ?? new Map<number, readonly Rule[]>();
  inForceOf.set(rules, known);
  const found = known.get(at) ?? rulesInForce(rules, campaignId, at);
  known.set(at, found);
  return found;
}

/**
 * `, replaces "Main-Menu"`: whom callers meet at the last instant before a rule is in force, as the folder has it after the
 * change; where it has nobody then, whom they met before it.
 */
function spellReplaced(rule: Rule, rules: Neighbours): string {
  const { start } = windowOf(rule.payload);
  const { campaignId } = rule.payload;
  const othersIn = (rulesOf: RulesOf): Rule[] =>
    inForceAt(rulesOf(campaignId), campaignId, start - 1).filter(
      ({ payload }) => payload.name !== rule.payload.name,
    );
  const after = othersIn(rules.after);
  const others = after.length > 0 ? after : othersIn(rules.before);
  return others.length === 0 ? '' : `, replaces ${nameRules(others)}`;
}

function spellStart(start: number): string {
  return Number.isFinite(start) ? spellDay(start) : 'at once';
}

function describeAdded(rule: Rule, rules: Neighbours): string {
  const campaign = `new rule for campaign ${quote(rule.payload.campaignId)}`;
  if (rule.status === 'DRAFT') return `${campaign}, a draft: no caller meets it yet`;
  if (rule.status === 'INACTIVE') return `${campaign}, inactive: no caller meets it`;
  const { start, end } = windowOf(rule.payload);
  const ends = Number.isFinite(end) ? ` and ends ${spellDay(end)}` : '';
  return `${campaign}, takes effect ${spellStart(start)}${ends}${spellReplaced(rule, rules)}`;
}

function describeRemoved({ payload, status }: Rule, rulesAfter: RulesOf): string {
  if (status !== 'ACTIVE')
    return `removed: it was ${status === 'DRAFT' ? 'a draft' : 'inactive'}, so no caller met it`;
  const campaign = `campaign ${quote(payload.campaignId)}`;
  const left = rulesAfter(payload.campaignId).filter((rule) => rule.status === 'ACTIVE');
  return left.length === 0
    ? `removed: ${campaign} is left without a rule`
    : `removed: callers of ${campaign} are left with ${nameRules(left)}`;
}

function describeStatus(before: Rule, after: Rule): string[] {
  const isSame = before.status === after.status;
  if (after.status === 'ACTIVE') return isSame ? [] : ['becomes active: callers meet this rule'];
  if (after.status === 'INACTIVE')
    return [
      isSame ? 'is inactive: no caller meets it' : 'becomes inactive: callers no longer meet this rule',
    ];
  return [
    isSame
      ? 'is a draft: no caller meets what changes here yet'
      : 'becomes a draft: callers stay with what is live',
  ];
}

function describeDates(before: Rule, after: Rule, rules: Neighbours): string[] {
  const [old, now] = [windowOf(before.payload), windowOf(after.payload)];
  const isMoved = before.payload.campaignId !== after.payload.campaignId;
  const replaced = isMoved || old.start !== now.start ? spellReplaced(after, rules) : '';
  const start =
    old.start === now.start
      ? isMoved && replaced !== ''
        ? [`takes effect ${spellStart(now.start)}${replaced}`]
        : []
      : [`takes effect ${spellStart(now.start)} instead of ${spellStart(old.start)}${replaced}`];
  if (old.end === now.end) return start;
  const was = Number.isFinite(old.end) ? spellDay(old.end) : 'never';
  return [
    ...start,
    Number.isFinite(now.end) ? `ends ${spellDay(now.end)} instead of ${was}` : `no longer ends ${was}`,
  ];
}

function describeBoth(before: Rule, after: Rule, diff: GraphDiff | undefined, rules: Neighbours): string[] {
  const [old, now] = [before.payload, after.payload];
  const named = old.name === now.name ? [] : [`is now called ${quote(now.name)}, was ${quote(old.name)}`];
  const moved =
    old.campaignId === now.campaignId
      ? []
      : [`moves from campaign ${quote(old.campaignId)} to ${quote(now.campaignId)}`];
  const status = describeStatus(before, after);
  const when = [...moved, ...describeDates(before, after, rules)];
  const walked = describeCallers(old, now, diff === undefined ? {} : { diff });
  // Where they meet the rule otherwise than before, something does change.
  const isElse = when.length > 0 || before.status !== after.status;
  const told = isElse ? walked.filter((sentence) => sentence !== NOTHING_CHANGES) : walked;
  return [...named, ...status, ...told, ...when];
}

/**
 * Tells what becomes of a rule.
 * @param rulesBefore the rules of a campaign before the change
 * @param rulesAfter the rules of a campaign after it
 * @returns sentences without a full stop; at least one
 */
export function describeRuleChange(
  { before, after, diff }: ChangedRule,
  rulesBefore: RulesOf,
  rulesAfter: RulesOf,
): string[] {
  if (after === undefined) return before === undefined ? [] : [describeRemoved(before, rulesAfter)];
  const rules = { before: rulesBefore, after: rulesAfter };
  if (before === undefined) return [describeAdded(after, rules)];
  return describeBoth(before, after, diff, rules);
}
