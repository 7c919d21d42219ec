import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKeptExactly } from '../../src/rules/exact-number.ts';

describe('a number', () => {
  it.each([
    '0',
    '-0',
    '0.0',
    '-0.00e9',
    '1.0',
    '1e2',
    '1E+2',
    '100',
    '0.10',
    '0.1',
    '10e-1',
    '9007199254740992',
    '123456789012345680000',
    '1.7976931348623157e308',
    '5e-324',
    '0e99999999999999999999',
  ])('that is kept: %s', (literal) => {
    expect(isKeptExactly(literal)).toBe(true);
  });

  it.each([
    '12345678901234567890',
    '9007199254740993',
    '-9007199254740993',
    '0.1234567890123456789',
    '1e400',
    '-1e400',
    '1e-400',
    '1e99999999999999999999',
    '4.9e-324',
    '0.30000000000000004440',
    '100000000000000000000001e-2',
  ])('that is not: %s', (literal) => {
    expect(isKeptExactly(literal)).toBe(false);
  });

  it('is kept where JSON.stringify wrote it, in any spelling', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(double, fc.nat({ max: 20 }), (number, digits) => {
        expect(isKeptExactly(JSON.stringify(number))).toBe(true);
        const fixed = number.toExponential(digits);
        expect(isKeptExactly(fixed)).toBe(Number(fixed).toExponential(digits) === fixed && isShort(fixed));
      }),
      { numRuns: 2000, seed: 20_271_101 },
    );
  });

  it('of a million digits is looked at in no long time', () => {
    const start = performance.now();
    expect(isKeptExactly(`${'0.'.padEnd(1_000_000, '0')}1`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

/** Whether the shortest spelling of a double has all the digits that are written, zeros at the end apart. */
function isShort(text: string): boolean {
  const digits = (spelling: string): string =>
    spelling.replace(/e.*/, '').replace(/[-.]/g, '').replace(/0+$/, '');
  return digits(Number(text).toExponential()) === digits(text);
}
