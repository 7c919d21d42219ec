import { expect, it } from 'vitest';
import {
  ALL_KEYS,
  DEFAULT_BIT,
  INVALID_BIT,
  TIMEOUT_BIT,
  bitOf,
  bitsOf,
  canonicalCondition,
  countKeys,
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

it('gives every key a bit of its own, and two spellings the same', () => {
  expect(bitsOfAll(...keys)).toBe(ALL_KEYS);
  expect(new Set(keys.map(bitOf)).size).toBe(12);
  expect(bitOf('press_hash')).toBe(bitOf('press_pound'));
  expect(bitsOfAll('timeout', 'timeout')).toBe(TIMEOUT_BIT);
  expect(bitsOfAll('invalid', 'no_match')).toBe(INVALID_BIT);
  expect(bitsOfAll('default', 'next')).toBe(DEFAULT_BIT);
  const all = [ALL_KEYS, TIMEOUT_BIT, INVALID_BIT, DEFAULT_BIT];
  expect(all.reduce((sum, bits) => sum + bits)).toBe(all.reduce((union, bits) => union | bits));
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
