import { describe, expect, it } from 'vitest';
import { type Place, atKey, atValue } from '../../src/rules/problem.ts';
import { loadPathTests, readPathTests } from '../../src/simulate/read-path-tests.ts';

const PATH = 'rules/menu.test.json';
const test = { name: 'one', caller: ['press_1'], endsAt: 'sales' };

function file(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { rule: 'Menu', tests: [test], ...changes };
}

/** A file with one test, which is changed. */
function withTest(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return file({ tests: [{ ...test, ...changes }] });
}

function problemsOf(value: unknown): [string, Place][] {
  const { problems, tests } = readPathTests(JSON.stringify(value), PATH);
  for (const { check, path } of problems) expect([check, path]).toEqual(['path-test', PATH]);
  if (problems.length > 0) expect(tests).toEqual([]);
  return problems.map(({ message, place }) => [message, place]);
}

describe('a file that is right', () => {
  it('holds its tests, each with its place', () => {
    const second = { name: 'two', caller: [], hears: ['a'], maxSteps: 0, at: '2027-03-01T13:00:00+01:00' };
    const { tests, problems } = readPathTests(JSON.stringify(file({ tests: [test, second] })), PATH);
    expect(problems).toEqual([]);
    expect(tests).toEqual([
      {
        path: PATH,
        pointer: '/tests/0',
        name: 'one',
        of: { rule: 'Menu' },
        caller: ['press_1'],
        expects: { endsAt: 'sales' },
      },
      {
        path: PATH,
        pointer: '/tests/1',
        name: 'two',
        of: { rule: 'Menu' },
        caller: [],
        expects: { hears: ['a'], maxSteps: 0 },
        at: Date.parse('2027-03-01T12:00:00Z'),
      },
    ]);
  });

  it('may be of a campaign', () => {
    const { tests } = readPathTests(JSON.stringify({ campaign: 'c', tests: [test] }), PATH);
    expect(tests[0]?.of).toEqual({ campaign: 'c' });
  });
});

describe('what is wrong with a file', () => {
  it.each<[string, unknown, string, Place]>([
    ['a list', [], 'a path test file must be an object, not a list', atValue('')],
    ['null', null, 'a path test file must be an object, not null', atValue('')],
    ['no tests', { rule: 'Menu' }, 'tests is missing', atValue('')],
    ['tests that are none', file({ tests: {} }), 'tests must be a list, not an object', atValue('/tests')],
    [
      'an empty list',
      file({ tests: [] }),
      'tests is empty: a path test file needs at least one test',
      atValue('/tests'),
    ],
    [
      'neither rule nor campaign',
      { tests: [test] },
      'a path test file must say what is tested: "rule" with the name of a rule, or "campaign" with an id',
      atValue(''),
    ],
    [
      'both',
      file({ campaign: 'c' }),
      'rule and campaign exclude each other: name the rule, or the campaign, that is tested',
      atKey('/campaign'),
    ],
    ['an empty name', file({ rule: '' }), 'rule is empty', atValue('/rule')],
    ['a number', file({ rule: 3 }), 'rule must be a text in quotes, not the number 3', atValue('/rule')],
    [
      'a schema that is no text',
      file({ $schema: null }),
      '$schema must be a text in quotes, not null',
      atValue('/$schema'),
    ],
    [
      'a misspelt key, and not that it is missing too',
      { ruel: 'Menu', tests: [test] },
      'a path test file has no property "ruel": did you mean "rule"?',
      atKey('/ruel'),
    ],
    [
      'a key that is like none',
      file({ owner: 'me' }),
      'a path test file has no property "owner": it knows $schema, rule, campaign, tests',
      atKey('/owner'),
    ],
    [
      'a key to beware of',
      JSON.parse('{"rule":"a","tests":[{"name":"a","caller":[],"endsAt":"a"}],"__proto__":1}'),
      'a path test file has no property "__proto__": it knows $schema, rule, campaign, tests',
      atKey('/__proto__'),
    ],
  ])('%s', (_, value, message, place) => {
    expect(problemsOf(value)).toEqual([[message, place]]);
  });
});

describe('what is wrong with a test', () => {
  it.each<[string, Record<string, unknown>, string, Place]>([
    ['no object', file({ tests: ['a'] }), 'tests[0] must be an object, not a text', atValue('/tests/0')],
    ['no name', withTest({ name: undefined }), 'tests[0].name is missing', atValue('/tests/0')],
    ['no caller', withTest({ caller: undefined }), 'tests[0].caller is missing', atValue('/tests/0')],
    [
      'no expectation',
      withTest({ endsAt: undefined, at: '2027-03-01T12:00:00Z' }),
      'tests[0] expects nothing: say at least one of endsAt, endsIn, passes, hears, maxSteps',
      atValue('/tests/0'),
    ],
    [
      'a misspelt expectation, and not that there is none',
      withTest({ endsAt: undefined, endsat: 'x' }),
      'tests[0] has no property "endsat": did you mean "endsAt"?',
      atKey('/tests/0/endsat'),
    ],
    [
      'a misspelt caller, and not that it is missing too',
      withTest({ caller: undefined, callers: [] }),
      'tests[0] has no property "callers": did you mean "caller"?',
      atKey('/tests/0/callers'),
    ],
    [
      'a caller that is no list',
      withTest({ caller: 'press_1' }),
      'tests[0].caller must be a list of texts, not a text',
      atValue('/tests/0/caller'),
    ],
    [
      'an input that is no text',
      withTest({ caller: ['press_1', 1] }),
      'tests[0].caller[1] must be a text in quotes, not the number 1',
      atValue('/tests/0/caller/1'),
    ],
    [
      'an empty input',
      withTest({ caller: [''] }),
      'tests[0].caller[0] is empty',
      atValue('/tests/0/caller/0'),
    ],
    ['an empty end', withTest({ endsAt: '' }), 'tests[0].endsAt is empty', atValue('/tests/0/endsAt')],
    [
      'an end that there is not',
      withTest({ endsIn: 'hangups' }),
      'tests[0].endsIn must be one of "queue", "transfer", "hangup", "fallback", "abandoned"; did you mean "hangup"?',
      atValue('/tests/0/endsIn'),
    ],
    [
      'an end that is no text',
      withTest({ endsIn: true }),
      'tests[0].endsIn must be one of "queue", "transfer", "hangup", "fallback", "abandoned"',
      atValue('/tests/0/endsIn'),
    ],
    [
      'nothing that is passed',
      withTest({ passes: [] }),
      'tests[0].passes is empty: name a node that the call passes',
      atValue('/tests/0/passes'),
    ],
    [
      'nothing that is heard',
      withTest({ hears: [] }),
      'tests[0].hears is empty: name a media asset that the caller hears',
      atValue('/tests/0/hears'),
    ],
    [
      'half a step',
      withTest({ maxSteps: 1.5 }),
      'tests[0].maxSteps must be a whole number from 0 on, not 1.5',
      atValue('/tests/0/maxSteps'),
    ],
    [
      'fewer steps than none',
      withTest({ maxSteps: -1 }),
      'tests[0].maxSteps must be a whole number from 0 on, not -1',
      atValue('/tests/0/maxSteps'),
    ],
    [
      'steps in quotes',
      withTest({ maxSteps: '3' }),
      'tests[0].maxSteps must be a number, not a text',
      atValue('/tests/0/maxSteps'),
    ],
    [
      'a local time',
      withTest({ at: '2027-03-01T12:00:00' }),
      'tests[0].at "2027-03-01T12:00:00" is a local time without an offset: add Z, or an offset such as +01:00',
      atValue('/tests/0/at'),
    ],
    [
      'a day that there is not',
      withTest({ at: '2027-02-30T12:00:00Z' }),
      'tests[0].at "2027-02-30T12:00:00Z" is a date or time that does not exist',
      atValue('/tests/0/at'),
    ],
    [
      'an instant that is a number',
      withTest({ at: 0 }),
      'tests[0].at must be a date-time in quotes, not the number 0',
      atValue('/tests/0/at'),
    ],
    [
      'a rule in a test',
      withTest({ rule: 'Menu' }),
      'tests[0] has no property "rule": it knows name, caller, endsAt, endsIn, passes, hears, maxSteps, at',
      atKey('/tests/0/rule'),
    ],
  ])('%s', (_, value, message, place) => {
    expect(problemsOf(value)).toEqual([[message, place]]);
  });

  it('all that is wrong is told at once', () => {
    const found = problemsOf(file({ tests: [{ name: '' }, test, { ...test, endsIn: 'x', extra: 1 }] }));
    expect(found.map(([, place]) => ('pointer' in place ? place.pointer : place))).toEqual([
      '/tests/0',
      '/tests/0',
      '/tests/0/name',
      '/tests/2/endsIn',
      '/tests/2/extra',
    ]);
  });
});

describe('text that is no JSON', () => {
  it.each<[string, string, string, Place]>([
    ['an empty file', ' \n', 'the file is empty: path tests are expected', { line: 1 }],
    [
      'a trailing comma',
      '{"rule": "a",}',
      'JSON has no trailing comma: remove this one',
      { offset: 12, length: 1 },
    ],
    [
      'a key twice',
      '{"rule": "a", "rule": "b"}',
      'the key "rule" stands twice in one object: first on line 1, column 2, and again here, on line 1, column 15',
      { offset: 14, length: 6 },
    ],
  ])('%s', (_, text, message, place) => {
    expect(readPathTests(text, PATH)).toEqual({
      tests: [],
      problems: [{ check: 'path-test', path: PATH, message, place }],
    });
  });
});

describe('loadPathTests', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('sorts by path, and one broken file hides nothing of the others', () => {
    const loaded = loadPathTests([
      { path: 'c.test.json', bytes: bytes(JSON.stringify(file())) },
      { path: 'b.test.json', bytes: Uint8Array.of(0xff) },
      { path: 'a.test.json', bytes: bytes('{}') },
      { path: 'B.test.json', bytes: bytes(JSON.stringify(file())) },
    ]);
    expect(loaded.files).toEqual(['B.test.json', 'a.test.json', 'b.test.json', 'c.test.json']);
    expect(loaded.tests.map(({ path }) => path)).toEqual(['B.test.json', 'c.test.json']);
    expect(loaded.problems.map(({ path, check }) => `${path} ${check}`)).toEqual([
      'a.test.json path-test',
      'a.test.json path-test',
      'b.test.json path-test',
    ]);
    expect(loaded.textOf('a.test.json')).toBe('{}');
    expect(loaded.textOf('b.test.json')).toBeUndefined();
  });

  it('takes more tests than a call takes arguments', () => {
    const tests = Array.from({ length: 60_000 }, () => ({ name: 'a', caller: [], endsAt: 'a' }));
    const text = JSON.stringify({ rule: 'a', tests });
    expect(loadPathTests([{ path: 'a.test.json', bytes: bytes(text) }]).tests).toHaveLength(60_000);
  });
});
