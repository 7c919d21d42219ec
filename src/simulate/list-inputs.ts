// All that can happen at a place, in as few inputs as tell it apart: each stands for all others that lead the same way.
import type { PayloadNode } from '../rules/rule.ts';
import {
  DEFAULT,
  INVALID,
  TIMEOUT,
  bitOf,
  bitsOf,
  canonicalCondition,
  isCustom,
  isKey,
  namesAllKeys,
} from './condition.ts';
import { arrivalAt } from './decide-move.ts';

/** Keys in the order of a telephone, then silence, another key, conditions of the tenant's own, and all else. */
function rank(input: string): number {
  if (isKey(input)) return 0;
  if (input === TIMEOUT) return 1;
  if (input === INVALID) return 2;
  return isCustom(input) ? 3 : 4;
}

function compareInputs(a: string, b: string): number {
  return rank(a) - rank(b) || bitOf(a) - bitOf(b) || (a < b ? -1 : 1);
}

/**
 * The inputs of callers who wait at a node in each of two versions, or whom a queue or transfer hands on: every
 * condition that either names; where they wait also `timeout` (silence), `invalid` (a key that neither names) and
 * `default` (what neither names of the tenant's own). Sorted.
 */
export function listInputs(a: PayloadNode, b: PayloadNode): string[] {
  const transitions = [...a.transitions, ...b.transitions];
  const inputs = new Set(transitions.map(({ condition }) => canonicalCondition(condition)));
  if (arrivalAt(a) === 'waits') {
    inputs.add(TIMEOUT).add(DEFAULT);
    if (namesAllKeys(bitsOf(transitions))) inputs.delete(INVALID);
    else inputs.add(INVALID);
  }
  return [...inputs].toSorted(compareInputs);
}

/** Whether a node names an input itself. */
export function namesInput(node: PayloadNode | undefined, input: string): boolean {
  return node?.transitions.some(({ condition }) => canonicalCondition(condition) === input) === true;
}
