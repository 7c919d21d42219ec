import { describe, expect, it } from 'vitest';
import { backoff, readRetryAfter } from '../../src/cxone/wait-before-repeat.ts';

const NOW = Date.parse('2027-01-01T12:00:00Z');

describe('readRetryAfter', () => {
  it.each<[string, string | undefined, number | undefined]>([
    ['seconds', '7', 7000],
    ['no second', '0', 0],
    ['half a second', '0.5', 500],
    ['seconds with space around', ' 7 ', 7000],
    ['a date', 'Fri, 01 Jan 2027 12:00:09 GMT', 9000],
    ['a date in the old form of RFC 850', 'Friday, 01-Jan-27 12:00:09 GMT', 9000],
    ['a date that is over', 'Fri, 01 Jan 2027 11:59:00 GMT', 0],
    ['a date in the form of asctime, which means GMT', 'Fri Jan  1 12:00:09 2027', 9000],
    ['a number with words', 'wait 5', undefined],
    ['a date without a time', '1 Jan 2027', undefined],
    ['a date in another form', '2027-01-01T12:00:09Z', undefined],
    ['a day that no calendar has', 'Fri, 99 Jan 2027 12:00:09 GMT', undefined],
    ['more digits than a number has', '9'.repeat(400), Number.POSITIVE_INFINITY],
    ['nothing', undefined, undefined],
    ['an empty text', '', undefined],
    ['a negative number', '-7', undefined],
    ['a word', 'later', undefined],
    ['a number that is no decimal', '0x10', undefined],
  ])('reads %s', (_case, value, expected) => {
    expect(readRetryAfter(value, NOW)).toBe(expected);
  });
});

describe('backoff', () => {
  it.each([
    [1, 250, 500],
    [2, 500, 1000],
    [3, 1000, 2000],
    [4, 2000, 4000],
    [6, 8000, 16_000],
    [7, 10_000, 20_000],
    [60, 10_000, 20_000],
  ])('waits after attempt %d from %d up to %d ms', (attempt, least, most) => {
    expect(backoff(attempt, 0)).toBe(least);
    expect(backoff(attempt, 0.5)).toBe((least + most) / 2);
    expect(backoff(attempt, 1 - Number.EPSILON)).toBeCloseTo(most, 6);
    expect(backoff(attempt, 1 - Number.EPSILON)).toBeLessThanOrEqual(most);
  });
});
