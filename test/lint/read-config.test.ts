// Config files: what is taken, what is refused and in which words, and that the schema for editors says the same.
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import type { LintConfig } from '../../src/lint/config.ts';
import { readConfig, tellConfigProblems } from '../../src/lint/read-config.ts';
import { readExpiry } from '../../src/lint/read-expiry.ts';
import { CHECKS } from '../../src/lint/registry.ts';
import { DEFAULT_THRESHOLDS } from '../../src/lint/settings.ts';
import { readDateTime } from '../../src/rules/date-time.ts';
import { sourceFile } from '../rules/rule-file.ts';
import { readRightConfig } from './lint-texts.ts';

const PATH = 'cxone-rules.config.json';

const take = (content: unknown): LintConfig => readRightConfig(sourceFile(PATH, content));

/** Every problem as `line:column message`; none where the config is taken. */
function problemsOf(content: unknown): string[] {
  const { problems = [] } = readConfig(sourceFile(PATH, content), CHECKS);
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const SUPPRESSION = { check: 'trap', rule: 'Main-Menu', reason: 'r', expires: '2027-12-31' };
const withSuppression = (changes: object): object => ({ suppressions: [{ ...SUPPRESSION, ...changes }] });

describe('a config that is right', () => {
  it('changes nothing where it is empty', () => {
    expect(take('{}')).toEqual({
      path: PATH,
      text: '{}',
      severities: new Map(),
      thresholds: DEFAULT_THRESHOLDS,
      suppressions: [],
    });
  });

  it('says all that it can say', () => {
    const content = {
      $schema: 'x',
      severities: { trap: 'warning', 'max-depth': 'off', 'unused-suppression': 'error', 'path-test': 'info' },
      thresholds: { menuTooWide: 9, windowExpiresSoonDays: 0 },
      suppressions: [SUPPRESSION, { ...SUPPRESSION, node: 'again', expires: '2027-12-31T18:00:00+01:00' }],
    };
    expect(take(content)).toMatchObject({
      severities: new Map(Object.entries(content.severities)),
      thresholds: { mostChoices: 9, soonDays: 0 },
      suppressions: [
        {
          ...SUPPRESSION,
          pointer: '/suppressions/0',
          node: undefined,
          until: Date.parse('2028-01-01T00:00:00Z'),
        },
        {
          ...SUPPRESSION,
          node: 'again',
          expires: '2027-12-31T18:00:00+01:00',
          until: Date.parse('2027-12-31T17:00:00Z'),
        },
      ],
    });
  });

  it('may set one threshold and leave the other', () => {
    expect(take({ thresholds: { menuTooWide: 12 } }).thresholds).toEqual({
      ...DEFAULT_THRESHOLDS,
      mostChoices: 12,
    });
  });

  it('may suppress a check that is not known, which is told as unused', () => {
    expect(take(withSuppression({ check: 'no-such-check' })).suppressions).toHaveLength(1);
  });
});

describe('a config that is wrong', () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      'an empty file',
      '',
      ['1:1 the file is empty: delete it, or write {} for a config that changes nothing'],
    ],
    [
      'space only',
      ' \n ',
      ['1:1 the file is empty: delete it, or write {} for a config that changes nothing'],
    ],
    ['a comment', '{\n // no\n}', ['2:2 JSON has no comments: remove this one']],
    ['a trailing comma', '{\n "thresholds": {},\n}', ['2:18 JSON has no trailing comma: remove this one']],
    [
      'a byte order mark',
      '\u{feff}{}',
      ['1:1 the file starts with a byte order mark: save it as UTF-8 without one'],
    ],
    [
      'a key that stands twice',
      '{"thresholds":{},\n"thresholds":{}}',
      [
        '2:1 the key "thresholds" stands twice in one object: first on line 1, column 2, and again here, on line 2, column 1',
      ],
    ],
    ['no object', '[]', ['1:1 the config is a list, but it takes an object']],
    ['null', 'null', ['1:1 the config is null, but it takes an object']],
    [
      'an unknown key with a typo',
      '{\n "supressions": []}',
      ['2:2 the config has no property "supressions": did you mean "suppressions"?'],
    ],
    [
      'an unknown key',
      '{"rules": 1}',
      ['1:2 the config has no property "rules": it knows $schema, severities, thresholds, suppressions'],
    ],
    ['a $schema that is no text', { $schema: 1 }, ['1:12 $schema is 1, but it takes a text for editors']],
    [
      'severities that are a list',
      { severities: ['trap'] },
      ['1:15 severities is a list, but it takes an object of check ids and severities'],
    ],
    [
      'a severity with a typo',
      { severities: { trap: 'warn' } },
      ['1:23 severities.trap is "warn", but it takes one of "error", "warning", "info", "off"'],
    ],
    [
      'a severity in another case',
      { severities: { trap: 'Error' } },
      [
        '1:23 severities.trap is "Error", but it takes one of "error", "warning", "info", "off"; did you mean "error"?',
      ],
    ],
    [
      'a severity that is no text',
      { severities: { trap: false } },
      ['1:23 severities.trap is false, but it takes one of "error", "warning", "info", "off"'],
    ],
    [
      'a check with a typo',
      { severities: { traap: 'off' } },
      ['1:16 there is no check "traap": did you mean "trap"?'],
    ],
    [
      'a check that is far from all',
      { severities: { 'a/b~c': 'off' } },
      ['1:16 there is no check "a/b~c": docs/checks lists all'],
    ],
    [
      'a check that is fixed',
      { severities: { schema: 'error' } },
      ['1:16 check "schema" keeps deployments safe, so its severity cannot be changed'],
    ],
    [
      'a threshold that is a text',
      { thresholds: { menuTooWide: '7' } },
      ['1:30 thresholds.menuTooWide is "7", but it takes a whole number from 1 to 12'],
    ],
    [
      'a threshold that is too small',
      { thresholds: { menuTooWide: 0 } },
      ['1:30 thresholds.menuTooWide is 0, but it takes a whole number from 1 to 12'],
    ],
    [
      'a threshold that is too large',
      { thresholds: { windowExpiresSoonDays: 3651 } },
      ['1:40 thresholds.windowExpiresSoonDays is 3651, but it takes a whole number from 0 to 3650'],
    ],
    [
      'a threshold that is no whole number',
      { thresholds: { windowExpiresSoonDays: 1.5 } },
      ['1:40 thresholds.windowExpiresSoonDays is 1.5, but it takes a whole number from 0 to 3650'],
    ],
    [
      'an unknown threshold',
      { thresholds: { maxDepth: 20 } },
      ['1:16 thresholds has no property "maxDepth": it knows menuTooWide, windowExpiresSoonDays'],
    ],
    [
      'suppressions that are an object',
      { suppressions: {} },
      ['1:17 suppressions is an object, but it takes a list of suppressions'],
    ],
    [
      'a suppression that is a text',
      { suppressions: ['trap'] },
      ['1:18 suppressions[0] is "trap", but it takes an object with check, rule, reason and expires'],
    ],
    [
      'an empty node',
      withSuppression({ node: '' }),
      ['1:96 suppressions[0].node is "", but it takes the id of a node'],
    ],
    [
      'a reason of space',
      withSuppression({ reason: ' \n' }),
      ['1:62 suppressions[0].reason is " \\n", but it takes a reason in words'],
    ],
    [
      'a key of a suppression with a typo',
      { suppressions: [{ ...SUPPRESSION, reason: undefined, resaon: 'r' }] },
      ['1:76 suppressions[0] has no property "resaon": did you mean "reason"?'],
    ],
    [
      'an end that is a number',
      withSuppression({ expires: 2027 }),
      [
        '1:76 suppressions[0].expires is 2027, but it takes a date such as 2027-12-31, or a date-time with an offset such as 2027-12-31T18:00:00+01:00',
      ],
    ],
    [
      'an end that does not exist',
      withSuppression({ expires: '2027-02-30' }),
      ['1:76 suppressions[0].expires "2027-02-30" is a date or time that does not exist'],
    ],
    [
      'an end in local time',
      withSuppression({ expires: '2027-12-31T18:00:00' }),
      [
        '1:76 suppressions[0].expires "2027-12-31T18:00:00" is a local time without an offset: add Z, or an offset such as +01:00',
      ],
    ],
    [
      'an end that is no date',
      withSuppression({ expires: 'soon' }),
      [
        '1:76 suppressions[0].expires "soon" is neither a date such as 2027-12-31 nor a date-time with an offset such as 2027-12-31T18:00:00+01:00',
      ],
    ],
    [
      'a suppression of a check that is fixed',
      withSuppression({ check: 'syntax' }),
      ['1:27 check "syntax" keeps deployments safe, so its findings cannot be suppressed'],
    ],
    [
      'a suppression of a path test',
      withSuppression({ check: 'path-test' }),
      ['1:27 check "path-test" can be given another severity, but its findings cannot be suppressed'],
    ],
    [
      'a suppression of what tells of suppressions',
      withSuppression({ check: 'expired-suppression' }),
      [
        '1:27 check "expired-suppression" can be given another severity, but its findings cannot be suppressed',
      ],
    ],
    [
      'a text that is long',
      { severities: { trap: 'x'.repeat(100) } },
      [
        '1:23 severities.trap is a text of 100 characters, but it takes one of "error", "warning", "info", "off"',
      ],
    ],
  ])('%s', (_, content, expected) => {
    expect(problemsOf(content)).toEqual(expected);
  });

  it.each(['check', 'rule', 'reason', 'expires'])('a suppression without %s', (key) => {
    expect(problemsOf(withSuppression({ [key]: undefined }))).toEqual([
      expect.stringMatching(new RegExp(`^1:18 suppressions\\[0\\]\\.${key} is missing: it takes (a|the) `)),
    ]);
  });

  it('is told whole, in the order of the file', () => {
    const content = {
      suppressions: [{ ...SUPPRESSION, expires: 'x' }, { check: 'schema' }],
      thresholds: { menuTooWide: 99 },
      severities: { nope: 'loud', syntax: 'off' },
    };
    const lines = problemsOf(JSON.stringify(content, null, 2));
    expect(lines.map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
      '7:18 suppressions[0].expires "x" is',
      '9:5 suppressions[1].rule is missing:',
      '9:5 suppressions[1].reason is missing:',
      '9:5 suppressions[1].expires is missing:',
      '10:16 check "schema" keeps',
      '14:20 thresholds.menuTooWide is 99,',
      '17:5 there is no',
      '17:13 severities.nope is "loud",',
      '18:5 check "syntax" keeps',
    ]);
  });

  it('is told with its file, and of very many problems the first twenty', () => {
    const severities = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`xxxxx${index}`, 'off']));
    const { problems = [] } = readConfig(sourceFile(PATH, { severities }), CHECKS);
    const lines = tellConfigProblems('ivr/lint.json', problems).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[0]).toBe('ivr/lint.json:1:16: there is no check "xxxxx0": docs/checks lists all');
    expect(lines[20]).toBe('and 5 more problems in ivr/lint.json');
  });

  it('that holds __proto__ has an unknown key like any other', () => {
    expect(problemsOf('{"__proto__": {}}')).toHaveLength(1);
    expect(problemsOf('{"severities": {"__proto__": "off", "constructor": "off"}}')).toHaveLength(2);
    expect(problemsOf('{"suppressions": [{"__proto__": {"check": "syntax"}}]}')).toHaveLength(5);
  });
});

// ------------------------------------------------------------------------------------- properties

const RUNS = { numRuns: 1000, seed: 20_270_615 };

const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addFormat('date-time', (text) => readDateTime(text).kind === 'instant');
ajv.addFormat('date', (text) => /^[\d-]+$/.test(text) && typeof readExpiry(text) === 'number');
const fitsSchema = ajv.compile(schema);

const ids = fc.constantFrom('trap', 'max-depth', 'window-gap', 'syntax', 'traap', '', '__proto__');
const odd = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
  fc.double(),
);
const often = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: odd });
const suppressions = fc.record(
  {
    check: often(ids),
    rule: often(fc.constantFrom('A', 'B')),
    node: often(fc.constantFrom('root', 'x')),
    reason: often(fc.constantFrom('r', ' ')),
    expires: often(
      fc.constantFrom('2027-12-31', '2027-02-30', '2027-12-31T00:00:00Z', '2027-12-31T00:00', ''),
    ),
  },
  { requiredKeys: ['check', 'rule', 'reason', 'expires'] },
);
/** Configs that are nearly right, and now and then right. */
const configs = fc.record(
  {
    severities: often(fc.dictionary(ids, often(fc.constantFrom('error', 'off', 'warn')))),
    thresholds: often(
      fc.record(
        { menuTooWide: often(fc.integer({ min: 0, max: 13 })), windowExpiresSoonDays: often(fc.nat(4000)) },
        { requiredKeys: [] },
      ),
    ),
    suppressions: often(fc.array(suppressions, { maxLength: 3 })),
    $schema: often(fc.string()),
  },
  { requiredKeys: [] },
);

/** A config or problems, each with a place in the text: never both, never neither. */
function expectVerdict(text: string): boolean {
  const read = readConfig(sourceFile(PATH, text), CHECKS);
  if (read.problems === undefined) {
    for (const { until } of read.config.suppressions) expect(Number.isFinite(until)).toBe(true);
    return true;
  }
  expect(read.problems.length).toBeGreaterThan(0);
  const lines = text.split('\n');
  for (const { line, column, message } of read.problems) {
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    expect(message).not.toMatch(/undefined|NaN|\[object/);
  }
  return false;
}

describe('whatever a file holds', () => {
  it.each<[string, fc.Arbitrary<string>]>([
    ['any text', fc.string({ unit: 'binary' })],
    ['any JSON', fc.json()],
    ['a config that is nearly right', configs.map((config) => JSON.stringify(config))],
    ['one that is cut off', configs.map((config) => JSON.stringify(config).slice(0, -1))],
  ])('of %s is a config, or problems at their places', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expectVerdict(text);
      }),
      RUNS,
    );
  });

  it('of any bytes too', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { problems } = readConfig({ path: PATH, bytes }, CHECKS);
        expect(problems?.length ?? 1).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('fits the schema where it is taken, and where it does not fit it is refused', () => {
    const seen = { taken: 0, refused: 0, refusedByIds: 0 };
    fc.assert(
      fc.property(configs, (config) => {
        const text = JSON.stringify(config);
        const isTaken = expectVerdict(text);
        const fits = fitsSchema(JSON.parse(text));
        expect({ text, fits: fits || !isTaken }).toEqual({ text, fits: true });
        // Beyond the schema only the ids of checks are judged.
        const knowsIds = !/traap|syntax|__proto__|"":/.test(text);
        if (fits && knowsIds) expect({ text, isTaken }).toEqual({ text, isTaken: true });
        seen[isTaken ? 'taken' : fits ? 'refusedByIds' : 'refused']++;
      }),
      RUNS,
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});
