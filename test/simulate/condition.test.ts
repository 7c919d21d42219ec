import { expect, it } from 'vitest';
import { canonicalCondition, isCustom, isKey } from '../../src/simulate/condition.ts';

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
