// One difference between two versions of a rule → one sentence for people. Texts of rules stand in quotes, as JSON writes them.
import { listWords } from '../rules/list-words.ts';
import type { FallbackAction, PayloadNode } from '../rules/rule.ts';
import { type Difference, cutCommon } from './collect-differences.ts';
import type { Comparison } from './compare-versions.ts';
import { DEFAULT, isKey } from './condition.ts';
import type { Stop, Version } from './find-stop.ts';
import { nameNode, spellCallers } from './spell-way.ts';
import { heardBy } from './walk-both.ts';

const MOST_PROMPTS = 4;

const quote = (text: string): string => JSON.stringify(text);

/** What callers get, after "now" and after "instead of". */
interface Words {
  readonly now: string;
  readonly instead: string;
}

const HUNG_UP: Words = { now: 'are hung up on', instead: 'being hung up on' };

function spellFallback({ type, target }: FallbackAction): Words {
  if (type === 'hangup') return HUNG_UP;
  const name = target === undefined ? '' : ` ${quote(target)}`;
  return type === 'queue'
    ? { now: `reach the fallback queue${name}`, instead: `reaching the fallback queue${name}` }
    : {
        now: `are transferred to the fallback${name}`,
        instead: `being transferred to the fallback${name}`,
      };
}

function nodeAt({ rule }: Version, position: number): PayloadNode | undefined {
  return rule.nodes[position];
}

function isBackAt(difference: Difference, side: 'before' | 'after'): boolean {
  for (let at = difference.from; at !== undefined; at = at.cameBy?.from)
    if (at[side] === difference[side].node) return true;
  return false;
}

function spellStop(version: Version, stop: Stop, isBack: boolean): Words {
  const node = nodeAt(version, stop.node);
  const id = quote(node?.id ?? '');
  switch (stop.kind) {
    case 'waits':
      return isBack
        ? { now: `come back to ${nameNode(node)}`, instead: `coming back to ${nameNode(node)}` }
        : { now: `come to ${nameNode(node)}`, instead: `coming to ${nameNode(node)}` };
    case 'queue':
      return stop.passed.length === 0
        ? { now: `stay in queue ${id}`, instead: `staying in queue ${id}` }
        : { now: `reach queue ${id}`, instead: `reaching queue ${id}` };
    case 'transfer':
      return stop.passed.length === 0
        ? { now: `stay at transfer ${id}`, instead: `staying at transfer ${id}` }
        : { now: `are transferred to ${id}`, instead: `being transferred to ${id}` };
    case 'endless':
      return {
        now: `go round for ever at ${nameNode(node)}`,
        instead: `going round for ever at ${nameNode(node)}`,
      };
    case 'fallback':
      return spellFallback(version.rule.fallbackAction);
    default:
      return HUNG_UP;
  }
}

/** Where callers are hung up on: after the last prompt of their way. */
function spellAfter(version: Version, stop: Stop): string {
  const isHungUp =
    stop.kind === 'hangup' || (stop.kind === 'fallback' && version.rule.fallbackAction.type === 'hangup');
  const last = stop.passed.findLast((at) => nodeAt(version, at)?.type === 'greeting');
  return isHungUp && last !== undefined ? ` after ${nameNode(nodeAt(version, last))}` : '';
}

/** Whether a call in one version passes a node at which it only comes by in the other. */
function comesBy(passed: readonly number[], stop: Stop, node: number | undefined): boolean {
  const isPlace = stop.kind === 'queue' || stop.kind === 'transfer' || stop.kind === 'waits';
  return node !== undefined && (isPlace ? passed.slice(0, -1) : passed).includes(node);
}

function asksForKey(node: PayloadNode | undefined): boolean {
  return node?.transitions.some(({ condition }) => isKey(condition)) === true;
}

/** "now" stands behind an auxiliary verb. */
function sayNow(words: string): string {
  return words.startsWith('are ') ? `are now ${words.slice('are '.length)}` : `now ${words}`;
}

function describeEnd(comparison: Comparison, difference: Difference): string {
  const { versions, partners } = comparison;
  const { before, after } = difference;
  const old = spellStop(versions.before, before, isBackAt(difference, 'before'));
  const now = spellStop(versions.after, after, isBackAt(difference, 'after'));
  const [oldNode, nowNode] = [nodeAt(versions.before, before.node), nodeAt(versions.after, after.node)];
  const oldOf = before.passed.find((at) => partners.get(at) === after.node);
  if (after.kind === 'waits' && comesBy(before.passed, before, oldOf))
    return `${asksForKey(nowNode) ? 'are now asked for a key' : 'now wait'} at ${nameNode(nowNode)} instead of ${old.instead} at once`;
  if (before.kind === 'waits' && comesBy(after.passed, after, partners.get(before.node)))
    return `${asksForKey(oldNode) ? 'are no longer asked for a key' : 'no longer wait'} at ${nameNode(oldNode)}: they ${now.now}${after.kind === 'endless' ? '' : ' at once'}`;
  const isSameKind = before.kind === after.kind && (after.kind === 'queue' || after.kind === 'transfer');
  const instead = isSameKind && before.passed.length > 0 ? quote(oldNode?.id ?? '') : old.instead;
  const [oldAfter, nowAfter] = [spellAfter(versions.before, before), spellAfter(versions.after, after)];
  return `${sayNow(now.now)}${nowAfter} instead of ${instead}${oldAfter}`;
}

function describeHeard({ versions }: Comparison, { before, after }: Difference): string {
  const [old, now] = cutCommon(heardBy(versions.before, before), heardBy(versions.after, after));
  const list = (assets: readonly string[]): string => listWords(assets, quote, 'and', MOST_PROMPTS);
  const last = nodeAt(versions.after, after.node);
  const where = last === undefined || after.passed.length === 0 ? '' : ` on the way to ${nameNode(last)}`;
  const isThere = before.passed.length === 1 && after.passed.length === 1;
  const place = isThere ? ` at ${nameNode(last)}` : where;
  if (now.length === 0) return `no longer hear ${list(old)}${place}`;
  if (old.length === 0) return `now also hear ${list(now)}${place}`;
  return `now hear ${list(now)} instead of ${list(old)}${place}`;
}

/** Whether callers get the fallback in both versions, which is another: wherever that may be. */
function isOfFallback({ kind, before, after }: Difference): boolean {
  return (
    kind === 'end' && before.kind === 'fallback' && after.kind === 'fallback' && before.passed.length === 0
  );
}

/** Those whom no transition leads on, with the shortest way to be one of them. */
function spellUnmatched(way: string, { inputs }: Difference): string {
  const isNamed = inputs.some((input) => input !== DEFAULT);
  return `callers for whom nothing matches${isNamed ? `, such as ${way.replace(/^callers/, 'those')},` : ''}`;
}

/** Such as `callers who press 2 now reach queue "billing" instead of "sales"`. */
export function describeDifference(comparison: Comparison, difference: Difference): string {
  const { kind, otherPlaces } = difference;
  const way = spellCallers(comparison, difference);
  const callers = isOfFallback(difference) ? spellUnmatched(way, difference) : way;
  const told = kind === 'end' ? describeEnd(comparison, difference) : describeHeard(comparison, difference);
  const more =
    otherPlaces === 0 || isOfFallback(difference)
      ? ''
      : ` (and so from ${otherPlaces} other ${otherPlaces === 1 ? 'place' : 'places'})`;
  return `${callers} ${told}${more}`;
}
