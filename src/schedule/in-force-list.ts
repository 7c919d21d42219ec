// The rules in force while a sweep goes through time: coming and going cost the same however many there are.
import type { InForce } from './timeline.ts';
import { MOST_LISTED } from './timeline.ts';
import type { ScheduledRule } from './window.ts';

export interface InForceList {
  readonly size: () => number;
  readonly add: (index: number) => void;
  readonly remove: (index: number) => void;
  /** The indices in the order in which they were added, at most so many. */
  readonly first: (count: number) => number[];
}

const NONE = -1;

/**
 * Makes an empty doubly linked list of indices.
 * @param count how many indices there are, from 0 on
 */
export function makeInForceList(count: number): InForceList {
  const next = new Int32Array(count).fill(NONE);
  const previous = new Int32Array(count).fill(NONE);
  let [head, tail, size] = [NONE, NONE, 0];
  return {
    size: () => size,
    add: (index) => {
      previous[index] = tail;
      next[index] = NONE;
      if (tail === NONE) head = index;
      else next[tail] = index;
      tail = index;
      size++;
    },
    remove: (index) => {
      const [before, after] = [previous[index] ?? NONE, next[index] ?? NONE];
      if (before === NONE) head = after;
      else next[before] = after;
      if (after === NONE) tail = before;
      else previous[after] = before;
      size--;
    },
    first: (most) => {
      const indices: number[] = [];
      for (let index = head; index !== NONE && indices.length < most; index = next[index] ?? NONE)
        indices.push(index);
      return indices;
    },
  };
}

/** What is in force, in a form that stays small. */
export function listInForce(list: InForceList, rules: readonly ScheduledRule[]): InForce {
  const listed = list.first(MOST_LISTED).flatMap((index) => rules[index]?.rule ?? []);
  return { rules: listed, leftOut: list.size() - listed.length };
}
