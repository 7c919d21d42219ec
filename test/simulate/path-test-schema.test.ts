// The schema for editors and the checks of the code must say yes and no to the same documents.
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/path-test.schema.json' with { type: 'json' };
import { readDateTime } from '../../src/rules/date-time.ts';
import { readPathTests } from '../../src/simulate/read-path-tests.ts';

const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addFormat('date-time', (text) => readDateTime(text).kind === 'instant');
const validate = ajv.compile(schema);

/** The verdict of both, which must be one. */
function isTaken(document: unknown): boolean {
  const text = JSON.stringify(document);
  const verdict = readPathTests(text, 'a.test.json').problems.length === 0;
  expect({ document: text, verdict }).toEqual({ document: text, verdict: validate(JSON.parse(text)) });
  return verdict;
}

const test = { name: 'a', caller: [] };
const full = {
  $schema: 'x',
  rule: 'Menu',
  tests: [
    {
      name: 'key 1 reaches sales',
      caller: ['press_1'],
      endsAt: 'sales',
      endsIn: 'queue',
      passes: ['root'],
      hears: ['asset_abc123'],
      maxSteps: 3,
      at: '2024-12-01T10:00:00Z',
    },
  ],
};

describe('a document that is right', () => {
  it.each<[string, unknown]>([
    ['with all there is', full],
    ['of a campaign', { campaign: 'c', tests: full.tests }],
    ['that expects an end', { rule: 'a', tests: [{ ...test, endsAt: 'no-rule' }] }],
    ['that expects a way to end', { rule: 'a', tests: [{ ...test, endsIn: 'abandoned' }] }],
    ['that expects a node', { rule: 'a', tests: [{ ...test, passes: ['a'] }] }],
    ['that expects a media asset', { rule: 'a', tests: [{ ...test, hears: ['a', 'a'] }] }],
    ['that expects no step', { rule: 'a', tests: [{ ...test, maxSteps: 0 }] }],
    ['with an empty $schema', { ...full, $schema: '' }],
    ['with minutes only', { rule: 'a', tests: [{ ...test, maxSteps: 1, at: '2027-03-01T12:00+01' }] }],
  ])('%s', (_, document) => {
    expect(isTaken(document)).toBe(true);
  });
});

describe('a document that is wrong', () => {
  const withTest = (changes: object): object => ({
    rule: 'a',
    tests: [{ ...test, endsAt: 'a', ...changes }],
  });
  it.each<[string, unknown]>([
    ['null', null],
    ['a list', [full]],
    ['a text', 'full'],
    ['empty', {}],
    ['without tests', { rule: 'a' }],
    ['with no test', { rule: 'a', tests: [] }],
    ['with tests that are no list', { rule: 'a', tests: full.tests[0] }],
    ['with a test that is null', { rule: 'a', tests: [null] }],
    ['of nothing', { tests: full.tests }],
    ['of a rule and a campaign', { ...full, campaign: 'c' }],
    ['of a rule without a name', { ...full, rule: '' }],
    ['of a campaign that is null', { campaign: null, tests: full.tests }],
    ['with a key too many', { ...full, test: 1 }],
    ['with $schema that is no text', { ...full, $schema: 1 }],
    ['without a name', withTest({ name: undefined })],
    ['with an empty name', withTest({ name: '' })],
    ['without a caller', withTest({ caller: undefined })],
    ['with a caller that is null', withTest({ caller: null })],
    ['with an empty input', withTest({ caller: [''] })],
    ['with a list as an input', withTest({ caller: [['press_1']] })],
    ['that expects nothing', withTest({ endsAt: undefined })],
    ['that expects nothing at an instant', withTest({ endsAt: undefined, at: '2027-03-01T12:00:00Z' })],
    ['with an empty end', withTest({ endsAt: '' })],
    ['with an unknown end', withTest({ endsIn: 'no-rule' })],
    ['with no node', withTest({ passes: [] })],
    ['with an empty node', withTest({ passes: ['a', ''] })],
    ['with no media asset', withTest({ hears: [] })],
    ['with half a step', withTest({ maxSteps: 0.5 })],
    ['with steps below none', withTest({ maxSteps: -1 })],
    ['with steps in quotes', withTest({ maxSteps: '1' })],
    ['with a local time', withTest({ at: '2027-03-01T12:00:00' })],
    ['with a day that there is not', withTest({ at: '2027-02-29T12:00:00Z' })],
    ['with an instant that is a number', withTest({ at: 5 })],
    ['with a key of a test too many', withTest({ rule: 'a' })],
  ])('%s', (_, document) => {
    expect(isTaken(document)).toBe(false);
  });
});

describe('any document', () => {
  const value = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('a', '', 'queue', 'fallback', '2027-03-01T12:00:00Z', '2027-03-01'),
    },
    { weight: 3, arbitrary: fc.array(fc.constantFrom<unknown>('a', 'b', '', 1, null), { maxLength: 2 }) },
    fc.constantFrom<unknown>(0, 1, -1, 2.5, 1e21, null, true, {}),
  );
  /** Mostly right for each key, and now and then anything. */
  const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: value });
  const texts = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 2 });
  const pathTest = fc.record(
    {
      name: mostly(fc.constant('a')),
      caller: mostly(texts),
      endsAt: mostly(fc.constant('a')),
      endsIn: mostly(fc.constant('queue')),
      passes: mostly(texts),
      hears: mostly(texts),
      maxSteps: mostly(fc.nat()),
      at: mostly(fc.constant('2027-03-01T12:00:00Z')),
      ends: fc.constant('a'),
    },
    { requiredKeys: ['name', 'caller'] },
  );
  const right = fc.record({
    rule: fc.constant('a'),
    tests: fc.array(pathTest, { minLength: 1, maxLength: 3 }),
  });
  const any = fc.record(
    {
      rule: mostly(fc.constant('a')),
      campaign: mostly(fc.constant('a')),
      tests: mostly(fc.array(pathTest, { maxLength: 3 })),
      $schema: mostly(fc.constant('')),
    },
    { requiredKeys: [] },
  );

  it('gets one verdict', () => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(right, any), (document) => {
        verdicts.add(isTaken(document));
      }),
      { numRuns: 5000, seed: 20_270_303 },
    );
    expect(verdicts.size).toBe(2);
  });
});
