import { describe, expect, it } from 'vitest';
import { spellDay, spellInstant, spellSpan } from '../../src/schedule/spell-span.ts';

const NEVER = Number.POSITIVE_INFINITY;
const at = (text: string): number => Date.parse(text);

describe('an instant', () => {
  it.each([
    ['on the minute', '2027-11-01T00:00:00Z', '2027-11-01 00:00 UTC'],
    ['with seconds', '2027-12-31T23:59:59Z', '2027-12-31 23:59:59 UTC'],
    ['with a fraction', '2027-12-31T23:59:59.500Z', '2027-12-31 23:59:59.500 UTC'],
    ['with a fraction only', '2027-12-31T23:59:00.001Z', '2027-12-31 23:59:00.001 UTC'],
    ['with an offset', '2027-11-01T00:30:00+05:45', '2027-10-31 18:45 UTC'],
    ['of 29 February', '2028-02-29T12:00:00-12:00', '2028-03-01 00:00 UTC'],
  ])('%s', (_, text, expected) => {
    expect(spellInstant(at(text))).toBe(expected);
  });
});

describe('a day', () => {
  it.each([
    ['on the minute', '2027-11-01T00:00:00Z', '1 Nov 2027 00:00 UTC'],
    ['with seconds', '2027-12-31T23:59:59Z', '31 Dec 2027 23:59:59 UTC'],
    ['with an offset', '2027-01-01T00:30:00+05:45', '31 Dec 2026 18:45 UTC'],
  ])('%s', (_, text, expected) => {
    expect(spellDay(at(text))).toBe(expected);
  });
});

describe('a span', () => {
  const [start, end] = [at('2027-10-31T02:30:00+02:00'), at('2027-10-31T02:30:00+01:00')];
  it.each([
    ['with both ends', { start, end }, 'from 2027-10-31 00:30 UTC to 2027-10-31 01:30 UTC'],
    ['without an end', { start, end: NEVER }, 'from 2027-10-31 00:30 UTC on'],
    ['without a start', { start: -NEVER, end }, 'until 2027-10-31 01:30 UTC'],
    ['without either', { start: -NEVER, end: NEVER }, 'always'],
  ])('%s', (_, span, expected) => {
    expect(spellSpan(span)).toBe(expected);
  });
});
