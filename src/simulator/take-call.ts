// One simulated caller from the first node to the end of the call: how long it took, and whether it led anywhere. The caller's
// whims come from a seed, so that the same caller always does the same; knows no clock and no tenant.

import type { FallbackAction, FlowContent, FlowNode, Transition } from './flow.ts';

export interface CallEnd {
  /** Seconds. */
  readonly duration: number;
  /**
   * Whether the caller got where the flow leads: to a queue or a transfer, or to a hangup that the caller chose or was led to. Not
   * whoever gives up, or is hung up on after doing nothing or the wrong thing.
   */
  readonly completed: boolean;
}

/** Seconds that a node takes, and that a caller who does nothing is waited for. */
const SECONDS = { greeting: 8, dtmf: 6, transfer: 3, queue: 3, hangup: 1 } as const;
const TIMEOUT = 5;
/** So often a caller hears the same, or is waited for, before giving up. */
const MOST_VISITS = 3;
const MOST_WAITS = 3;
/** Seconds after which the most patient caller gives up, and the least patient one. */
const PATIENCE = { least: 60, most: 300 };
/** Of 100 callers at a menu so many press a key that it offers, and so many none; the others press a wrong one. */
const OF_100 = { press: 90, wait: 5 };
/** Of 100 callers so many find a queue or a transfer busy, where the flow provides for it. */
const BUSY_OF_100 = 10;

const KEY = /^press_/;
const ON = ['default', 'next'];
const ON_TIMEOUT = ['timeout', ...ON];
const ON_INVALID = ['invalid', 'no_match', ...ON];
/** How a caller who did nothing, or the wrong thing, goes on. */
const FAILED: ReadonlySet<string> = new Set(['timeout', 'invalid', 'no_match']);

/** FNV-1a, 32 bits (G. Fowler, L. C. Noll, K.-P. Vo). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Numbers from 0 up to, not at, 1 from a seed (mulberry32, T. Ettinger). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What happens at a node: the caller goes on, or the flow has nothing for it; with the seconds that it took beside the node's. */
interface Move {
  readonly transition: Transition | undefined;
  readonly waited: boolean;
}

function firstOf(transitions: readonly Transition[], conditions: readonly string[]): Transition | undefined {
  for (const condition of conditions) {
    const found = transitions.find((transition) => transition.condition === condition);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** A caller at a menu: presses a key that it offers, or nothing, or a wrong one. */
function moveAtMenu(transitions: readonly Transition[], random: () => number): Move {
  const whim = random() * 100;
  if (whim < OF_100.press) {
    const keys = transitions.filter(({ condition }) => KEY.test(condition));
    return { transition: pick(keys, random), waited: false };
  }
  if (whim < OF_100.press + OF_100.wait)
    return { transition: firstOf(transitions, ON_TIMEOUT), waited: true };
  return { transition: firstOf(transitions, ON_INVALID), waited: false };
}

function moveOn({ transitions }: FlowNode, random: () => number): Move {
  if (transitions.some(({ condition }) => KEY.test(condition))) return moveAtMenu(transitions, random);
  // Conditions of the tenant's own: any of them may hold.
  const open = transitions.filter(({ condition }) => !FAILED.has(condition));
  if (open.length > 0) return { transition: pick(open, random), waited: false };
  return { transition: firstOf(transitions, ON_TIMEOUT), waited: true };
}

function isReached(node: FlowNode, random: () => number): boolean {
  return node.transitions.length === 0 || random() * 100 >= BUSY_OF_100;
}

function fallBack({ type }: FallbackAction): boolean {
  return type !== 'hangup';
}

/** Makes one call. @param seed the caller */
export function takeCall(flow: FlowContent, seed: number): CallEnd {
  const random = makeRandom(seed);
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const visits = new Map<string, number>();
  const patience = PATIENCE.least + random() * (PATIENCE.most - PATIENCE.least);
  let [duration, waits] = [0, 0];
  let isAstray = true;
  for (let node = flow.nodes[0]; node !== undefined;) {
    duration += SECONDS[node.type];
    if (node.type === 'hangup') return { duration, completed: !isAstray };
    const isGoal = node.type === 'queue' || node.type === 'transfer';
    if (isGoal && isReached(node, random)) return { duration, completed: true };
    const visit = (visits.get(node.id) ?? 0) + 1;
    visits.set(node.id, visit);
    const { transition, waited }: Move = moveOn(node, random);
    if (waited) [duration, waits] = [duration + TIMEOUT, waits + 1];
    if (visit >= MOST_VISITS || waits >= MOST_WAITS || duration > patience)
      return { duration, completed: false };
    if (transition === undefined) break;
    isAstray = FAILED.has(transition.condition);
    node = nodes.get(transition.target);
  }
  return { duration, completed: fallBack(flow.fallbackAction) };
}
