import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules, readRule } from '../../src/rules/load-rules.ts';
import { type Problem, atValue } from '../../src/rules/problem.ts';
import type { SourceFile } from '../../src/rules/rule.ts';
import { ruleFile, sourceFile } from './rule-file.ts';

const FILES: readonly SourceFile[] = [
  sourceFile('rules/good.json', ruleFile({ name: 'Good' })),
  sourceFile('rules/broken.json', '{"name": "Broken",'),
  sourceFile('rules/no-shape.json', ruleFile({ nodes: [] })),
  sourceFile('rules/twice.json', JSON.stringify(ruleFile()).replace('{', '{"name": "Once", ')),
  sourceFile('rules/empty.json', ''),
  sourceFile('rules/dated.json', ruleFile({ effectiveDate: '2027-02-30T00:00:00Z' })),
  { path: 'rules/latin.json', bytes: Buffer.from('{"name": "caf\xe9"}', 'latin1') },
  sourceFile('rules/Zebra.json', ruleFile({ name: 'Zebra' })),
];

describe('a set of files', () => {
  it('gives the rules that can be read and the problems of the others', () => {
    const { files, rules, problems } = loadRules(FILES);
    expect(files).toEqual(FILES.map(({ path }) => path).toSorted());
    expect(rules.map(({ path, payload }) => [path, payload.name])).toEqual([
      ['rules/Zebra.json', 'Zebra'],
      ['rules/good.json', 'Good'],
    ]);
    expect(problems.map(({ path, check }) => [path, check])).toEqual([
      ['rules/broken.json', 'syntax'],
      ['rules/dated.json', 'schema'],
      ['rules/empty.json', 'syntax'],
      ['rules/latin.json', 'syntax'],
      ['rules/no-shape.json', 'schema'],
      ['rules/twice.json', 'duplicate-key'],
    ]);
  });

  it('gives the same in whatever order the files come', () => {
    const { textOf: _, ...expected } = loadRules(FILES);
    const orders = fc.shuffledSubarray([...FILES], { minLength: FILES.length });
    fc.assert(
      fc.property(orders, (files) => {
        const { textOf: _unused, ...found } = loadRules(files);
        expect(found).toEqual(expected);
      }),
      { numRuns: 50, seed: 20_271_101 },
    );
  });

  it('gives the texts for pointing at lines, where a file has one', () => {
    const { textOf } = loadRules(FILES);
    expect(textOf('rules/broken.json')).toBe('{"name": "Broken",');
    expect(textOf('rules/latin.json')).toBeUndefined();
    expect(textOf('rules/nothing.json')).toBeUndefined();
  });

  it('may be empty', () => {
    expect(loadRules([])).toMatchObject({ files: [], rules: [], problems: [] });
  });
});

describe('one file', () => {
  const read = (content: unknown) => readRule(JSON.stringify(content), 'rules/a.json');

  it.each([
    ['ACTIVE where it says nothing', {}, 'ACTIVE'],
    ['INACTIVE', { status: 'INACTIVE' }, 'INACTIVE'],
    ['DRAFT', { status: 'DRAFT' }, 'DRAFT'],
  ])('has the status %s', (_, change, status) => {
    expect(read(ruleFile(change))).toMatchObject({ path: 'rules/a.json', status });
  });

  it.each([
    ['a day that does not exist', '2027-02-30T00:00:00Z', 'schema', 'is a date or time that does not exist'],
    [
      'a date without a time',
      '2027-11-01',
      'schema',
      'is a date without a time: write it as 2027-11-01T00:00:00Z',
    ],
    [
      'a local time',
      '2027-11-01T00:00:00',
      'window-ambiguous',
      'is a local time without an offset: add Z, or an offset such as +01:00',
    ],
    ['what is no date', '', 'schema', 'is no ISO 8601 date-time: write it as 2027-11-01T00:00:00Z'],
  ])('with %s is no rule', (_, text, check, message) => {
    for (const key of ['effectiveDate', 'expirationDate']) {
      expect(read(ruleFile({ [key]: text }))).toEqual([
        {
          check,
          path: 'rules/a.json',
          message: `${key} ${JSON.stringify(text)} ${message}`,
          place: atValue(`/${key}`),
        },
      ]);
    }
  });

  it('with two bad dates has both problems', () => {
    const problems = read(ruleFile({ effectiveDate: 'x', expirationDate: '2027-11-01T00:00' }));
    expect(problems).toMatchObject([{ check: 'schema' }, { check: 'window-ambiguous' }]);
  });

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'a shape that is wrong',
      JSON.stringify(
        ruleFile({ nodes: [], effectiveDate: '2027-11-01', expirationDate: '2027-11-01T00:00' }),
      ),
      [
        ['schema', '/nodes'],
        ['schema', '/effectiveDate'],
        ['window-ambiguous', '/expirationDate'],
      ],
    ],
    [
      'no nodes at all',
      '{"name": "A", "effectiveDate": "soon"}',
      [
        ['schema', ''],
        ['schema', ''],
        ['schema', ''],
        ['schema', '/effectiveDate'],
      ],
    ],
    [
      'a key that stands twice',
      '{"name": "A", "name": "B", "effectiveDate": "soon", "campaignId": "c", "nodes": [{"id": "a", "type": "queue"}], "fallbackAction": {"type": "hangup"}}',
      [
        ['duplicate-key', ''],
        ['schema', '/effectiveDate'],
      ],
    ],
    [
      'a date that is no text',
      JSON.stringify(ruleFile({ effectiveDate: 5, expirationDate: 'soon' })),
      [
        ['schema', '/effectiveDate'],
        ['schema', '/expirationDate'],
      ],
    ],
  ])('tells of its dates beside %s', (_, text, expected) => {
    const found = readRule(text, 'rules/a.json') as readonly Problem[];
    expect(found.map(({ check, place }) => [check, 'pointer' in place ? place.pointer : ''])).toEqual(
      expected,
    );
  });

  it.each([
    ['a value', '"campaignId":"camp_1"', '"campaignId":12345678901234567890'],
    ['the value of a key that no rule has', '"campaignId":"camp_1"', '"campaignId":"camp_1","owner":1e400'],
    ['half of a surrogate pair in a key that no rule has', '"name"', String.raw`"\ud800":"","name"`],
  ])('tells one cause once: %s', (_, from, to) => {
    const found = readRule(JSON.stringify(ruleFile()).replace(from, to), 'rules/a.json');
    expect(found).toMatchObject([{ check: 'syntax' }]);
  });

  it('with something wrong in tens of thousands of nodes is read in no long time', () => {
    const nodes = Array.from({ length: 30_000 }, (_, id) => ({ id, type: 'queue' }));
    const start = performance.now();
    expect(readRule(JSON.stringify({ ...ruleFile(), nodes }), 'rules/a.json')).toHaveLength(30_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('with the keys that objects inherit is no rule', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const text = JSON.stringify(ruleFile()).replace('{', `{${JSON.stringify(key)}: {"name": "x"}, `);
      expect(readRule(text, 'rules/a.json')).toMatchObject([
        { check: 'schema', place: { pointer: `/${key}`, part: 'key' } },
      ]);
    }
  });
});
