// What became of one rule, for callers: whether they meet it at all, from when to when, instead of which, and what is new in it.
import type { GraphDiff } from '../graph/diff-graphs.ts';
import { listWords } from '../rules/list-words.ts';
import type { Rule } from '../rules/rule.ts';
import { rulesInForce } from '../schedule/rules-in-force.ts';
import { spellDay } from '../schedule/spell-span.ts';
import { isEmptyWindow, windowOf } from '../schedule/window.ts';
import { NOTHING_CHANGES, describeCallers } from './describe-callers.ts';

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

function nameRules(names: readonly string[]): string {
  return listWords(names, quote, 'and', MOST_RULES);
}

/** What a rule stands among. */
export interface Neighbours {
  /** The rules of a campaign before the change. */
  readonly before: RulesOf;
  /** The rules of a campaign after it. */
  readonly after: RulesOf;
  /** The instant of the change, in milliseconds since the epoch. */
  readonly now: number;
}

/** Why no caller meets a rule, neither now nor later; undefined where some do. */
function whyUnmet(
  { payload, status }: Rule,
  now: number,
): 'a draft' | 'inactive' | 'never in force' | 'over' | undefined {
  if (status === 'DRAFT') return 'a draft';
  if (status === 'INACTIVE') return 'inactive';
  const window = windowOf(payload);
  if (isEmptyWindow(window)) return 'never in force';
  return window.end <= now ? 'over' : undefined;
}

/** Lists that many changes of one campaign's rules ask for. */
interface Remembered {
  /** The names of those in force, by the instant. */
  readonly inForce: Map<number, ReadonlySet<string>>;
  /** Those that callers meet, now or later, by now. */
  readonly met: Map<number, readonly Rule[]>;
}

const remembered = new WeakMap<readonly Rule[], Remembered>();

function remember(rules: readonly Rule[]): Remembered {
  const known = remembered.get(rules) ?? { inForce: new Map(), met: new Map() };
  remembered.set(rules, known);
  return known;
}

function namesInForce(rules: readonly Rule[], campaignId: string, at: number): ReadonlySet<string> {
  const { inForce } = remember(rules);
  const found =
    inForce.get(at) ?? new Set(rulesInForce(rules, campaignId, at).map(({ payload }) => payload.name));
  inForce.set(at, found);
  return found;
}

function listMet(rules: readonly Rule[], now: number): readonly Rule[] {
  const { met } = remember(rules);
  const found = met.get(now) ?? rules.filter((rule) => whyUnmet(rule, now) === undefined);
  met.set(now, found);
  return found;
}

/**
 * `, replaces "Main-Menu"`: whom callers meet until a rule takes effect, and no longer. That is who is in force at the last
 * instant before, as the folder has it after the change; where it has nobody then, and for a rule that takes effect at once, who
 * was before it. `, beside "Holiday"`: who is in force then as well.
 */
function spellOthers({ payload }: Rule, { before, after, now }: Neighbours): string {
  const { name, campaignId } = payload;
  const { start } = windowOf(payload);
  const inForce = (rulesOf: RulesOf, at: number): ReadonlySet<string> =>
    namesInForce(rulesOf(campaignId), campaignId, at);
  const stay = inForce(after, Math.max(start, now));
  const until = start > now ? inForce(after, start - 1) : new Set<string>();
  const isMet = until.size > (until.has(name) ? 1 : 0);
  const met = isMet ? until : inForce(before, start > now ? start - 1 : now);
  const replaced = [...met].filter((other) => other !== name && !stay.has(other));
  const beside = [...stay].filter((other) => other !== name);
  return [
    replaced.length === 0 ? '' : `, replaces ${nameRules(replaced)}`,
    beside.length === 0 ? '' : `, beside ${nameRules(beside)}`,
  ].join('');
}

function spellStart(start: number, now: number): string {
  return start > now ? spellDay(start) : 'at once';
}

function describeAdded(rule: Rule, neighbours: Neighbours): string {
  const { now } = neighbours;
  const campaign = `new rule for campaign ${quote(rule.payload.campaignId)}`;
  const why = whyUnmet(rule, now);
  if (why !== undefined) return `${campaign}, ${why}: no caller meets it${why === 'a draft' ? ' yet' : ''}`;
  const { start, end } = windowOf(rule.payload);
  const ends = Number.isFinite(end) ? ` and ends ${spellDay(end)}` : '';
  return `${campaign}, takes effect ${spellStart(start, now)}${ends}${spellOthers(rule, neighbours)}`;
}

function describeRemoved(rule: Rule, { after, now }: Neighbours): string {
  const why = whyUnmet(rule, now);
  if (why !== undefined)
    return `removed: it was ${why}, so no caller met it${why === 'over' ? ' any more' : ''}`;
  const campaign = `campaign ${quote(rule.payload.campaignId)}`;
  const left = listMet(after(rule.payload.campaignId), now);
  if (left.length === 0) return `removed: ${campaign} is left without a rule`;
  const next = left.reduce(
    (first, { payload }) => Math.min(first, windowOf(payload).start),
    Number.POSITIVE_INFINITY,
  );
  return windowOf(rule.payload).start <= now && next > now
    ? `removed: ${campaign} is left without a rule until ${spellDay(next)}`
    : `removed: callers of ${campaign} are left with ${nameRules(left.map(({ payload }) => payload.name))}`;
}

function describeStatus(before: Rule, after: Rule, now: number): string[] {
  const isSame = before.status === after.status;
  if (after.status === 'ACTIVE') {
    const why = whyUnmet(after, now);
    if (why !== undefined) return [`${isSame ? '' : 'becomes active, but '}is ${why}: no caller meets it`];
    return isSame ? [] : ['becomes active: callers meet this rule'];
  }
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

function describeStart(before: Rule, after: Rule, neighbours: Neighbours): string[] {
  const { now } = neighbours;
  const why = whyUnmet(after, now);
  if (why === 'over' || why === 'never in force') return [];
  const [old, start] = [before, after].map(({ payload }) => spellStart(windowOf(payload).start, now));
  const isMoved = before.payload.campaignId !== after.payload.campaignId;
  const others = why === undefined && (isMoved || old !== start) ? spellOthers(after, neighbours) : '';
  if (old !== start) return [`takes effect ${start} instead of ${old}${others}`];
  return others === '' ? [] : [`takes effect ${start}${others}`];
}

function describeEnd(before: Rule, after: Rule): string[] {
  const [old, now] = [windowOf(before.payload).end, windowOf(after.payload).end];
  if (old === now) return [];
  const was = Number.isFinite(old) ? spellDay(old) : 'never';
  return [Number.isFinite(now) ? `ends ${spellDay(now)} instead of ${was}` : `no longer ends ${was}`];
}

function describeBoth(
  before: Rule,
  after: Rule,
  diff: GraphDiff | undefined,
  neighbours: Neighbours,
): string[] {
  const [old, now] = [before.payload, after.payload];
  const named = old.name === now.name ? [] : [`is now called ${quote(now.name)}, was ${quote(old.name)}`];
  const moved =
    old.campaignId === now.campaignId
      ? []
      : [`moves from campaign ${quote(old.campaignId)} to ${quote(now.campaignId)}`];
  const status = describeStatus(before, after, neighbours.now);
  const when = [...moved, ...describeStart(before, after, neighbours), ...describeEnd(before, after)];
  const walked = describeCallers(old, now, diff === undefined ? {} : { diff });
  // Where they meet the rule otherwise than before, something does change.
  const isElse = when.length > 0 || before.status !== after.status;
  const told = isElse ? walked.filter((sentence) => sentence !== NOTHING_CHANGES) : walked;
  return [...named, ...status, ...told, ...when];
}

/**
 * Tells what becomes of a rule.
 * @returns sentences without a full stop; at least one
 */
export function describeRuleChange({ before, after, diff }: ChangedRule, neighbours: Neighbours): string[] {
  if (after === undefined) return before === undefined ? [] : [describeRemoved(before, neighbours)];
  return before === undefined
    ? [describeAdded(after, neighbours)]
    : describeBoth(before, after, diff, neighbours);
}
