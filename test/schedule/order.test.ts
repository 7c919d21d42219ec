import { expect, it } from 'vitest';
import { compareScheduled } from '../../src/schedule/order.ts';
import { scheduleRules } from '../../src/schedule/window.ts';
import { type Span, ruleIn } from './sample.ts';

/** A rule of a name, at a path that need not be like it. */
const at = (path: string, span: Span, name: string) => ({ ...ruleIn(span, name), path });

it.each<[string, ReturnType<typeof at>, ReturnType<typeof at>]>([
  ['an unbounded start comes first', at('b', [null, 9], 'b'), at('a', [1, 2], 'a')],
  ['then the earlier start', at('b', [1, 9], 'b'), at('a', [2, 3], 'a')],
  ['of one start the earlier end', at('b', [1, 2], 'b'), at('a', [1, 3], 'a')],
  ['an unbounded end comes last', at('b', [1, 2], 'b'), at('a', [1, null], 'a')],
  ['of one window the name', at('b', [1, 2], 'a'), at('a', [1, 2], 'b')],
  ['of two unbounded windows the name', at('b', [null, null], 'a'), at('a', [null, null], 'b')],
  ['names by code points', at('b', [1, 2], 'B'), at('a', [1, 2], 'a')],
  ['of one name the path', at('a', [1, 2], 'a'), at('b', [1, 2], 'a')],
])('%s', (_, first, second) => {
  const sorted = scheduleRules([second, first]).toSorted(compareScheduled);
  expect(sorted.map(({ rule }) => rule)).toEqual([first, second]);
  expect(scheduleRules([first, second]).toSorted(compareScheduled)).toEqual(sorted);
});
