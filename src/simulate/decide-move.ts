// What happens at one node: whether the call waits there, ends there or goes on, and over which transition.
import type { PayloadNode } from '../rules/rule.ts';
import {
  DEFAULT,
  INVALID,
  bitsOf,
  canonicalCondition,
  coversOtherKeys,
  coversSilence,
  isCustom,
  isKey,
} from './condition.ts';

/**
 * What a node does with a call that comes to it.
 * - `ends`: a hangup, whatever transitions it has.
 * - `hands-over`: a transfer or a queue. It ends the call where all goes well, and may go on where not.
 * - `dead-end`: a greeting or dtmf without transitions. The call ends in the fallback.
 * - `goes-on`: the one transition there is is a `default`: it is taken without waiting.
 * - `waits`: it takes one input, and goes on by it.
 */
export type Arrival = 'ends' | 'hands-over' | 'dead-end' | 'goes-on' | 'waits';

export type Move =
  | { readonly kind: 'end' }
  | { readonly kind: 'fallback'; readonly because: 'dead-end' | 'no-match' }
  | { readonly kind: 'go'; readonly transition: number; readonly takesInput: boolean }
  /** The node waits, and there is no input. */
  | { readonly kind: 'wait' };

/** What a node does with a call, which its type and its conditions tell. */
export function arrivalAt({ type, transitions }: PayloadNode): Arrival {
  if (type === 'hangup') return 'ends';
  if (type === 'transfer' || type === 'queue') return 'hands-over';
  if (transitions.length === 0) return 'dead-end';
  // Of several defaults the first is taken: there is nothing to wait for either.
  const isUnconditional = transitions.every(({ condition }) => canonicalCondition(condition) === DEFAULT);
  return isUnconditional ? 'goes-on' : 'waits';
}

/** Whether callers can get the fallback at a node: nothing leads on, or not for all that they can do. */
export function leadsToFallback(node: PayloadNode): boolean {
  const arrival = arrivalAt(node);
  if (arrival !== 'waits') return arrival === 'dead-end';
  const bits = bitsOf(node.transitions);
  return !coversSilence(bits) || !coversOtherKeys(bits);
}

/** The index of the first transition with one of some conditions, the first condition before the others; -1 for none. */
function findTransition(node: PayloadNode, wanted: readonly string[]): number {
  for (const condition of wanted) {
    const found = node.transitions.findIndex(
      (transition) => canonicalCondition(transition.condition) === condition,
    );
    if (found >= 0) return found;
  }
  return -1;
}

/**
 * The index of the transition that a waiting node takes for an input: the condition itself; `invalid` for a key that
 * matches nothing; then `default`. -1 where nothing matches.
 */
function matchInput(node: PayloadNode, input: string): number {
  const canonical = canonicalCondition(input);
  return findTransition(node, isKey(canonical) ? [canonical, INVALID, DEFAULT] : [canonical, DEFAULT]);
}

/**
 * The index of the transition over which a transfer or queue goes on: the one that names the input, or `default` for a
 * condition of the tenant's own. -1 where the input is none of its business, and the call ends there.
 */
function matchHandOver(node: PayloadNode, input: string): number {
  const canonical = canonicalCondition(input);
  return findTransition(node, isCustom(canonical) ? [canonical, DEFAULT] : [canonical]);
}

/**
 * Decides what comes next at a node.
 * @param input what the caller, or the tenant, does next; undefined where nothing more is told
 */
export function decideMove(node: PayloadNode, input: string | undefined): Move {
  const arrival = arrivalAt(node);
  if (arrival === 'ends') return { kind: 'end' };
  if (arrival === 'dead-end') return { kind: 'fallback', because: 'dead-end' };
  if (arrival === 'goes-on') return { kind: 'go', transition: 0, takesInput: false };
  if (arrival === 'hands-over') {
    const transition = input === undefined ? -1 : matchHandOver(node, input);
    return transition < 0 ? { kind: 'end' } : { kind: 'go', transition, takesInput: true };
  }
  if (input === undefined) return { kind: 'wait' };
  const transition = matchInput(node, input);
  if (transition < 0) return { kind: 'fallback', because: 'no-match' };
  return { kind: 'go', transition, takesInput: true };
}
