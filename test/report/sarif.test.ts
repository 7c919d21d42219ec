import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { CHECKS } from '../../src/lint/registry.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { hostileTexts } from './hostile-text.ts';
import { COMMIT, lintReport } from './sample-report.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Descriptor {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[] };
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Descriptor[] } };
  readonly results: readonly Result[];
  readonly automationDetails: { readonly id: string };
  readonly versionControlProvenance?: unknown;
  readonly invocations?: unknown;
}

function read(report: Report): Run {
  const { runs } = JSON.parse(renderSarif(report)) as { readonly runs: readonly Run[] };
  expect(runs).toHaveLength(1);
  return runs[0]!;
}

/** The schema of SARIF 2.1.0. It is a draft 4 schema that says nothing which later drafts read otherwise. */
const { $schema: _draft, id: _id, ...schema } = sarifSchema;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function problemsOf(document: unknown): unknown[] {
  validate(document);
  return validate.errors ?? [];
}

const AT: Finding = {
  check: 'trap',
  severity: 'error',
  path: 'rules/a.json',
  line: 3,
  column: 5,
  endLine: 4,
  endColumn: 2,
  pointer: '/nodes/0',
  message: 'words',
};
const menu = ruleFile();
const withFindings = (...findings: readonly Partial<Finding>[]): Report =>
  lintReport({ 'rules/a.json': menu }, undefined, {
    findings: findings.map((changes) => ({ ...AT, ...changes })),
  });
const resultOf = (changes: Partial<Finding>): Result => read(withFindings(changes)).results[0]!;

const broken = ruleFile({
  name: 'B',
  nodes: [
    { id: 'a', type: 'dtmf' },
    { id: 'a', type: 'x' },
  ],
});

describe('report.sarif', () => {
  it.each<[string, Report]>([
    ['of a clean lint', lintReport({ 'rules/a.json': menu })],
    [
      'with findings of every kind',
      lintReport(
        { 'rules/a.json': menu, 'rules/b.json': broken, 'rules/c.json': '{', 'x.test.json': {} },
        {},
      ),
    ],
    [
      'with a finding at a glob',
      withFindings({ check: 'rule-files', path: '!rules/**/[a-z]?.json', line: 1 }),
    ],
    ['with a finding of the tenant', withFindings({ check: 'tenant' })],
    ['with a finding of a check that nobody knows', withFindings({ check: 'new' })],
    ['of a run that knows of no commit', lintReport({}, undefined, { commit: '', repositoryUrl: '' })],
    [
      'of a rollback',
      lintReport({}, undefined, { command: 'rollback', result: 'refused', reason: 'locked' }),
    ],
  ])('%s is valid, ends in a newline and is the same each time', (_, report) => {
    const text = renderSarif(report);
    expect(problemsOf(JSON.parse(text))).toEqual([]);
    expect(text).toMatch(/[^\n]\n$/);
    expect(renderSarif(report)).toBe(text);
  });

  it('would not be valid with a level, a line or a property that SARIF has not', () => {
    const text = renderSarif(withFindings({}));
    const spoil = (from: string, to: string) => {
      expect(text).toContain(from);
      return problemsOf(JSON.parse(text.replace(from, to)));
    };
    expect(spoil('"level": "error"', '"level": "info"')).not.toEqual([]);
    expect(spoil('"startLine": 3', '"startLine": 0')).not.toEqual([]);
    expect(spoil('"columnKind"', '"columKind"')).not.toEqual([]);
    expect(spoil('"uri": "rules/a.json"', '"uri": "rules/a b.json"')).not.toEqual([]);
  });

  it('names the environment as the category and the command behind it, and the commit', () => {
    const run = read(lintReport({}, undefined, { environment: 'eu/west 1', command: 'deploy' }));
    expect(run.automationDetails.id).toBe('cxone-ivr/eu%2Fwest%201/deploy');
    expect(run.versionControlProvenance).toEqual([
      { repositoryUri: 'https://github.com/octo/rules', revisionId: COMMIT },
    ]);
    const local = read(lintReport({}, undefined, { commit: '', repositoryUrl: '' }));
    expect(local).not.toHaveProperty('versionControlProvenance');
  });

  it('leaves out what the config suppresses', () => {
    const looped = ruleFile({
      nodes: [{ id: 'a', type: 'dtmf', transitions: [{ condition: 'default', target: 'a' }] }],
    });
    const config = (check: string) => ({
      suppressions: [{ check, rule: 'Main-Menu', reason: 'r', expires: '2027-12-31' }],
    });
    const idsWith = (check: string) =>
      read(lintReport({ 'a.json': looped, 'cxone-rules.config.json': config(check) })).results.map(
        ({ ruleId }) => ruleId,
      );
    expect(idsWith('dead-end')).toContain('trap');
    expect(idsWith('trap')).not.toContain('trap');
  });

  it('has no more results than GitHub takes, the mildest left out, and says how many those are', () => {
    const many = Array.from({ length: 25_001 }, (_, index) => ({ line: index + 1 }));
    const run = read(withFindings(...many));
    expect(run.results).toHaveLength(25_000);
    expect(JSON.stringify(run.invocations)).toContain('1 more finding left out');
    const fits = read(withFindings(...many.slice(1)));
    expect(fits.results).toHaveLength(25_000);
    expect(fits).not.toHaveProperty('invocations');
  });
});

describe('a result', () => {
  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'note'],
  ] as const)('of severity %s has the level %s', (severity, level) => {
    expect(resultOf({ severity }).level).toBe(level);
  });

  it('stands at the lines and columns of its finding', () => {
    const { region } = resultOf({}).locations[0]!.physicalLocation;
    expect(region).toEqual({ startLine: 3, startColumn: 5, endLine: 4, endColumn: 2 });
  });

  it('takes the rest of the line where its finding has no width', () => {
    const { region } = resultOf({ endLine: 3, endColumn: 5 }).locations[0]!.physicalLocation;
    expect(region).toEqual({ startLine: 3, startColumn: 5 });
  });

  it.each([
    ['rules/a.json', 'rules/a.json'],
    ['rules/Ü b#1?.json', 'rules/%C3%9C%20b%231%3F.json'],
    ['rules/**/[ab].json', 'rules/%2a%2a/%5Bab%5D.json'],
    ['a:b/100%.json', 'a%3Ab/100%25.json'],
    ['rules/\ud800.json', 'rules/%EF%BF%BD.json'],
  ])('in %s has the URI %s', (path, uri) => {
    expect(resultOf({ path }).locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it.each([
    ['"a" leads to [b](https://evil.example)', '"a" leads to [b]\u200b(https://evil.example)'],
    ['see {0} and {a}', 'see {\u200b0} and {a}'],
    ['two\nlines\u001b[31m', 'two lines\ufffd[31m'],
    ['half \ud83d', 'half \ufffd'],
    ['::error::x', ':\u200b:error::x'],
  ])('says %j as %j', (message, text) => {
    expect(resultOf({ message }).message.text).toBe(text);
  });

  it('says no more than fits', () => {
    const { text } = resultOf({ message: 'x'.repeat(5000) }).message;
    expect(text).toHaveLength(1000);
    expect(text.at(-1)).toBe('…');
  });

  it('has a fingerprint of its own', () => {
    const { results } = read(withFindings({}, {}, { pointer: '/name' }));
    const prints = results.map(({ partialFingerprints }) => partialFingerprints['cxoneIvrPlace/v1']);
    expect(new Set(prints).size).toBe(3);
  });

  it('breaks out of nothing, whatever a stranger wrote', () => {
    const texts = fc.record({
      path: hostileTexts,
      message: hostileTexts,
      name: hostileTexts,
      id: hostileTexts,
    });
    const property = fc.property(texts, ({ path, message, name, id }) => {
      const nodes = [{ id, type: 'queue' }];
      const report = lintReport({ 'rules/a.json': ruleFile({ name, nodes }) }, undefined, {
        environment: message,
        commit: name,
        findings: [
          { ...AT, path, message },
          { ...AT, pointer: id },
        ],
      });
      const text = renderSarif(report);
      expect(text.replaceAll('\n', ''), 'only the layout holds control characters').not.toMatch(/\p{Cc}/u);
      const halves: unknown[] = [];
      const document = JSON.parse(text, (_key, value: unknown) => {
        if (typeof value === 'string' && !value.isWellFormed()) halves.push(value);
        return value;
      }) as { readonly runs: readonly Run[] };
      expect(halves).toEqual([]);
      expect(problemsOf(document)).toEqual([]);
      const [result] = document.runs[0]!.results;
      expect(result?.message.text).not.toMatch(/\]\(|[\n\r\u2028\u2029\u202e\u2066]|^::|##\[/);
      expect(result?.message.text.length).toBeLessThan(1100);
    });
    fc.assert(property, { numRuns: 150 });
  });
});

describe('the rules of the tool', () => {
  const { rules } = read(withFindings({})).tool.driver;

  it('are all checks and what the tenant says', () => {
    expect(rules.map(({ id }) => id)).toEqual([...CHECKS.map(({ id }) => id), 'tenant']);
  });

  it.each([...CHECKS.map(({ id }) => id), 'tenant'])('are found by the result of %s', (check) => {
    const { ruleId, ruleIndex } = resultOf({ check });
    expect(ruleId).toBe(check);
    expect(rules[ruleIndex ?? -1]?.id).toBe(check);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('help with %s', (_, rule) => {
    const { help, shortDescription, properties } = rule;
    expect(shortDescription.text).toMatch(/^[A-Z].*\w`?\.$/);
    for (const text of [help.text, help.markdown]) expect(text.length).toBeGreaterThan(150);
    expect(help.markdown).toContain('## How to mend it\n');
    expect(help.text).not.toMatch(/^#|\n#|\n{3}/);
    // A way to another page would lead nowhere from an alert.
    expect(help.markdown).not.toMatch(/\]\((?!https:)/);
    expect(properties.tags.length).toBeLessThanOrEqual(10);
  });

  it('have the level of their check', () => {
    const levelOf = (check: string) => rules.find(({ id }) => id === check)?.defaultConfiguration.level;
    expect(['trap', 'window-gap', 'dead-end'].map(levelOf)).toEqual(['error', 'warning', 'note']);
  });
});
