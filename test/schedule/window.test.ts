import { describe, expect, it } from 'vitest';
import { isEmptyWindow, isInWindow, scheduleRules, windowOf } from '../../src/schedule/window.ts';
import { NOON, day, ruleIn, ruleWith } from './sample.ts';

describe('windowOf', () => {
  it.each<[string, object, number, number]>([
    ['no dates', {}, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['a start', { effectiveDate: day(0) }, NOON, Number.POSITIVE_INFINITY],
    ['an end', { expirationDate: day(0) }, Number.NEGATIVE_INFINITY, NOON],
    [
      'both, with offsets',
      { effectiveDate: '2027-03-01T13:00:00+01:00', expirationDate: '2027-03-01T08:00-05:00' },
      NOON,
      NOON + 3_600_000,
    ],
  ])('%s', (_, dates, start, end) => {
    expect(windowOf(ruleWith('a', { ...dates }).payload)).toEqual({ start, end });
  });

  it('is written as JSON with null for an unbounded side', () => {
    const text = JSON.stringify(windowOf(ruleWith('a', { effectiveDate: day(0) }).payload));
    expect(JSON.parse(text)).toEqual({ start: NOON, end: null });
  });
});

describe('a window', () => {
  it.each<[string, number, number, number, boolean]>([
    ['before it', 2, 4, 1, false],
    ['at its start', 2, 4, 2, true],
    ['inside', 2, 4, 3, true],
    ['just before its end', 2, 4, 3.999, true],
    ['at its end', 2, 4, 4, false],
    ['in one that ends where it starts', 2, 2, 2, false],
    ['in one turned round', 4, 2, 3, false],
    ['unbounded', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0, true],
  ])('%s', (_, start, end, at, expected) => {
    expect(isInWindow({ start, end }, at)).toBe(expected);
  });

  it.each<[number, number, boolean]>([
    [1, 2, false],
    [2, 2, true],
    [3, 2, true],
    [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, false],
  ])('from %d to %d is empty: %s', (start, end, expected) => {
    expect(isEmptyWindow({ start, end })).toBe(expected);
  });
});

it('counts only ACTIVE rules', () => {
  const rules = ['ACTIVE', 'DRAFT', 'INACTIVE'].map((status) => ruleWith(status, { status }));
  const names = scheduleRules([...rules, ruleIn([null, null], 'no status')]).map(
    ({ rule }) => rule.payload.name,
  );
  expect(names).toEqual(['ACTIVE', 'no status']);
});
