import { expect, it } from 'vitest';
import {
  bitOf,
  bitsOf,
  canonicalCondition,
  countKeys,
  coversOtherKeys,
  coversSilence,
  isCustom,
  isKey,
  keyNameOf,
} from '../../src/simulate/condition.ts';

it.each<[string, string, 'key' | 'custom' | 'other']>([
  ['press_0', 'press_0', 'key'],
  ['press_star', 'press_star', 'key'],
  ['press_pound', 'press_pound', 'key'],
  ['press_hash', 'press_pound', 'key'],
  ['press_12', 'press_12', 'key'],
  ['timeout', 'timeout', 'other'],
  ['invalid', 'invalid', 'other'],
  ['no_match', 'invalid', 'other'],
  ['default', 'default', 'other'],
  ['next', 'default', 'other'],
  ['busy', 'busy', 'custom'],
  ['Timeout', 'Timeout', 'custom'],
  ['constructor', 'constructor', 'custom'],
])('%s is %s, a %s', (condition, canonical, kind) => {
  expect(canonicalCondition(condition)).toBe(canonical);
  expect(isKey(condition)).toBe(kind === 'key');
  expect(isCustom(condition)).toBe(kind === 'custom');
});

const keys = Array.from({ length: 10 }, (_, digit) => `press_${digit}`).concat('press_star', 'press_pound');
const bitsOfAll = (...conditions: readonly string[]): number =>
  bitsOf(conditions.map((condition) => ({ condition })));

it('gives every condition a bit of its own, and two spellings the same', () => {
  const all = [...keys, 'timeout', 'invalid', 'default'];
  expect(bitsOfAll(...all)).toBe(2 ** all.length - 1);
  expect(new Set(all.map(bitOf)).size).toBe(all.length);
  for (const [one, other] of [
    ['press_hash', 'press_pound'],
    ['no_match', 'invalid'],
    ['next', 'default'],
  ] as const)
    expect(bitsOfAll(one, other)).toBe(bitOf(one));
});

it.each<[readonly string[], boolean, boolean]>([
  [[], false, false],
  [['press_1', 'vip', 'press_12'], false, false],
  [['press_1', 'timeout'], true, false],
  [['press_1', 'invalid'], false, true],
  [['no_match', 'timeout'], true, true],
  [['next'], true, true],
  [['default'], true, true],
  [keys, false, true],
  [keys.slice(1), false, false],
])('%j covers silence: %s, and other keys: %s', (conditions, silence, otherKeys) => {
  const bits = bitsOfAll(...conditions);
  expect([coversSilence(bits), coversOtherKeys(bits)]).toEqual([silence, otherKeys]);
});

it.each(['press_12', 'press_', 'press_x', 'press_Star', 'vip', 'Timeout', ''])(
  'gives %j no bit',
  (condition) => {
    expect(bitOf(condition)).toBe(0);
  },
);

it.each<[readonly string[], number]>([
  [[], 0],
  [['timeout', 'invalid', 'default', 'vip', 'press_12'], 0],
  [['press_0', 'timeout', 'press_star', 'press_hash', 'press_pound'], 3],
  [[...keys, ...keys, 'default'], 12],
])('counts different keys: %j', (conditions, count) => {
  expect(countKeys(bitsOfAll(...conditions))).toBe(count);
});

it('names the key of a condition', () => {
  expect(['press_1', 'press_hash', 'press_', 'press_12'].map(keyNameOf)).toEqual(['1', 'hash', '', '12']);
});
