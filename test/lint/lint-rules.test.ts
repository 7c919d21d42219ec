import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CONFIG } from '../../src/lint/config.ts';
import { lintRules } from '../../src/lint/lint-rules.ts';
import { CHECKS } from '../../src/lint/registry.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { SourceFile } from '../../src/rules/rule.ts';
import { ruleFile, sourceFile } from '../rules/rule-file.ts';
import { loadPathTests } from '../../src/simulate/read-path-tests.ts';
import { SETTINGS, lintSources, node, ruleText } from './lint-texts.ts';

/** A rule with its name and its campaign changed. */
function named(name: string, text: string): string {
  return text.replace('Main-Menu', name).replace('camp_1', `camp_${name}`);
}

const chain = Array.from({ length: 17 }, (_, index) =>
  node(`n${index}`, 'queue', index < 16 ? { busy: `n${index + 1}` } : {}),
);

/** Files with problems of many kinds. */
const FILES: readonly SourceFile[] = [
  sourceFile('rules/b-broken.json', '{"name": "B",\n}'),
  sourceFile('rules/a-shape.json', ruleFile({ name: 7 })),
  sourceFile('rules/d-key.json', JSON.stringify(ruleFile()).replace('{', '{"name": "D", ')),
  sourceFile('rules/c-date.json', ruleFile({ name: 'C', effectiveDate: '2027-11-01T00:00:00' })),
  sourceFile('rules/e-first.json', ruleFile({ name: 'Same' })),
  sourceFile('rules/f-second.json', ruleFile({ name: 'Same' })),
  sourceFile('rules/g-deep.json', named('Deep', ruleText(...chain))),
  sourceFile(
    'rules/h-graph.json',
    named(
      'Graph',
      ruleText(
        node('root', 'dtmf', { press_1: 'root', press_2: 'gone' }),
        node('lost', 'queue'),
        node('lost', 'hangup'),
      ),
    ),
  ),
];

describe('all checks over a set of files', () => {
  const result = lintSources(FILES);

  it('count the files, and give figures for those that are rules', () => {
    expect(result.files).toBe(FILES.length);
    expect(result.subjects.map(({ rule }) => rule.path)).toEqual([
      'rules/e-first.json',
      'rules/f-second.json',
      'rules/g-deep.json',
      'rules/h-graph.json',
    ]);
    expect(result.subjects.map(({ figures }) => figures.depth.depth)).toEqual([1, 1, 16, 0]);
  });

  it('put errors first, then go by path and place', () => {
    const loud = result.findings.filter(({ severity }) => severity !== 'info');
    const lines = loud.map(
      ({ severity, path, line, column, check }) => `${severity} ${path}:${line}:${column} ${check}`,
    );
    expect(lines).toEqual([
      'error rules/a-shape.json:1:9 schema',
      'error rules/b-broken.json:1:13 syntax',
      'error rules/c-date.json:1:240 window-ambiguous',
      'error rules/d-key.json:1:15 duplicate-key',
      'error rules/f-second.json:1:9 duplicate-rule-name',
      'error rules/g-deep.json:20:5 max-depth',
      'error rules/h-graph.json:4:5 trap',
      'error rules/h-graph.json:4:119 undefined-target',
      'error rules/h-graph.json:6:11 duplicate-node-id',
      'warning rules/h-graph.json:5:11 unreachable-node',
    ]);
  });

  it('have the severity of their check', () => {
    const severityOf = new Map(CHECKS.map(({ id, severity }) => [id, severity]));
    for (const { check, severity } of result.findings)
      expect([check, severity]).toEqual([check, severityOf.get(check)]);
  });

  it('give the same findings in whatever order the files come', () => {
    const orders = fc.shuffledSubarray([...FILES], { minLength: FILES.length });
    fc.assert(
      fc.property(orders, (files) => {
        expect(JSON.stringify(lintSources(files).findings)).toBe(JSON.stringify(result.findings));
      }),
      { numRuns: 50, seed: 20_271_101 },
    );
  });
});

describe('a severity of one problem', () => {
  it('goes before that of its check, and an unknown check is an error', () => {
    const loaded = loadRules([]);
    const problem = { path: 'a.json', message: 'm', place: { line: 1 } };
    const { findings } = lintRules(
      {
        rules: {
          ...loaded,
          problems: [
            { ...problem, check: 'trap', severity: 'info' },
            { ...problem, check: 'not-there' },
          ],
        },
        pathTests: loadPathTests([]),
        config: NO_CONFIG,
      },
      SETTINGS,
    );
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['not-there', 'error'],
      ['trap', 'info'],
    ]);
  });
});

describe('the example rules', () => {
  it('are clean, but for a remark on the shortest of them', () => {
    const folder = new URL('../../rules/', import.meta.url);
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.endsWith('.test.json'))
      .map((name) => ({ path: `rules/${name}`, bytes: readFileSync(new URL(name, folder)) }));
    expect(files.length).toBeGreaterThan(0);
    const { findings } = lintSources(files);
    expect(findings.map(({ severity, path, check, pointer }) => [severity, path, check, pointer])).toEqual([
      ['info', 'rules/holiday-support-routing.json', 'no-input-handling', '/nodes/0/transitions'],
    ]);
  });
});

describe('the registry', () => {
  it('is sorted by id and has each check once', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it.each(CHECKS.map((check) => [check.id, check] as const))('%s says what it finds', (id, check) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(check.finds).toMatch(/^[a-z].*[^.]$/);
  });
});
