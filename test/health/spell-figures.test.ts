import { expect, it } from 'vitest';
import { spellNumber, spellPercent, spellSeconds } from '../../src/health/spell-figures.ts';

it.each([
  [0, '0'],
  [1, '100'],
  [0.8, '80'],
  [0.625, '62.5'],
  [0.57, '57'],
  [0.29, '29'],
  [0.79999, '79.99'],
  [0.9999999, '99.99'],
  [1 / 3, '33.33'],
])('a share of %d is %s per cent', (share, expected) => {
  expect(spellPercent(share)).toBe(expected);
});

it('every share in whole per cents is told as it is', () => {
  for (let percent = 0; percent <= 100; percent++) expect(spellPercent(percent / 100)).toBe(`${percent}`);
});

it.each([
  [0, '0 s'],
  [41.6, '42 s'],
  [59.9, '1 min 0 s'],
  [72, '1 min 12 s'],
  [3600, '1 h 0 min'],
  [3_600_000, '1,000 h 0 min'],
])('%d seconds are %s', (seconds, expected) => {
  expect(spellSeconds(seconds)).toBe(expected);
});

it('a number has its thousands apart', () => {
  expect(spellNumber(1_234_567)).toBe('1,234,567');
});
