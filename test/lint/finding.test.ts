import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, compareFindings, countFindings, hasFailingFinding } from '../../src/lint/finding.ts';

function finding(changes: Partial<Finding>): Finding {
  return {
    check: 'trap',
    severity: 'error',
    path: 'rules/a.json',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    pointer: '',
    message: 'm',
    ...changes,
  };
}

const severities = ['error', 'warning', 'info'] as const;

describe('the order of findings', () => {
  it.each<[string, Partial<Finding>, Partial<Finding>]>([
    ['errors before warnings', { path: 'z', line: 9 }, { severity: 'warning', path: 'a' }],
    ['warnings before remarks', { severity: 'warning', path: 'z' }, { severity: 'info', path: 'a' }],
    ['by path in code points', { path: 'rules/B.json', line: 9 }, { path: 'rules/a.json' }],
    ['by line as a number', { line: 9, column: 9 }, { line: 10 }],
    ['by column as a number', { column: 9, check: 'z' }, { column: 10, check: 'a' }],
    ['by check', { check: 'max-depth', message: 'z' }, { check: 'trap', message: 'a' }],
    ['by message', { message: 'a' }, { message: 'b' }],
  ])('%s', (_, first, second) => {
    expect(compareFindings(finding(first), finding(second))).toBeLessThan(0);
    expect(compareFindings(finding(second), finding(first))).toBeGreaterThan(0);
    expect(compareFindings(finding(first), finding(first))).toBe(0);
  });

  it('is one order, however the findings came', () => {
    const some = fc.record({
      check: fc.constantFrom('a', 'b'),
      severity: fc.constantFrom(...severities),
      path: fc.constantFrom('x', 'Y'),
      line: fc.integer({ min: 1, max: 11 }),
      column: fc.integer({ min: 1, max: 11 }),
      message: fc.constantFrom('m', 'n'),
    });
    const pairs = fc
      .array(some.map(finding), { minLength: 1, maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(pairs, ([list, shuffled]) => {
        expect(shuffled.toSorted(compareFindings)).toEqual(list.toSorted(compareFindings));
      }),
      { numRuns: 1000, seed: 20_271_101 },
    );
  });
});

describe('counting', () => {
  it('is by severity', () => {
    const all = [finding({}), finding({ severity: 'info' }), finding({ severity: 'info' })];
    expect(severities.map((severity) => countFindings(all, severity))).toEqual([1, 0, 2]);
    expect(countFindings([], 'error')).toBe(0);
  });
});

describe('what fails a run', () => {
  it.each([
    ['error', 'error', true],
    ['warning', 'error', false],
    ['info', 'error', false],
    ['error', 'warning', true],
    ['warning', 'warning', true],
    ['info', 'warning', false],
    ['error', 'never', false],
    ['warning', 'never', false],
  ] as const)('a finding of severity %s where fail-on is %s: %s', (severity, failOn, fails) => {
    expect(hasFailingFinding([finding({ severity: 'info' }), finding({ severity })], failOn)).toBe(fails);
  });

  it('is nothing where there are no findings', () => {
    expect(hasFailingFinding([], 'warning')).toBe(false);
  });
});
