// The path tests beside the example rules: they are right, they pass, and they can fail.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { SourceFile } from '../../src/rules/rule.ts';
import { coverTransitions } from '../../src/simulate/cover-transitions.ts';
import { loadPathTests } from '../../src/simulate/read-path-tests.ts';
import { listFailures, runPathTests } from '../../src/simulate/run-path-tests.ts';

const FOLDER = new URL('../../rules/', import.meta.url);
const NOW = Date.parse('2027-06-01T12:00:00Z');
const files: readonly SourceFile[] = readdirSync(FOLDER).map((name) => ({
  path: `rules/${name}`,
  bytes: readFileSync(new URL(name, FOLDER)),
}));
const isTest = ({ path }: SourceFile): boolean => path.endsWith('.test.json');
const { rules } = loadRules(files.filter((file) => !isTest(file)));
const { tests, problems, files: testFiles } = loadPathTests(files.filter(isTest));

describe('the path tests of the examples', () => {
  it('are right, and stand beside rules', () => {
    expect(problems).toEqual([]);
    expect(testFiles.length).toBeGreaterThanOrEqual(8);
    const paths = new Set(rules.map(({ path }) => path));
    expect(testFiles.filter((path) => !paths.has(path.replace('.test.json', '.json')))).toEqual([]);
  });

  it('pass', () => {
    expect(listFailures(runPathTests(tests, rules, NOW))).toEqual([]);
  });

  it('do not depend on the day', () => {
    for (const day of ['2024-01-01', '2027-12-24', '2028-03-05', '2040-01-01'])
      expect(listFailures(runPathTests(tests, rules, Date.parse(`${day}T00:00:00Z`)))).toEqual([]);
  });

  it('take at least half of the transitions of the rules that they stand beside', () => {
    const coverage = new Map(
      coverTransitions(runPathTests(tests, rules, NOW)).map(({ rule, taken, transitions }) => [
        rule.path,
        taken / transitions,
      ]),
    );
    for (const path of testFiles)
      expect([path, coverage.get(path.replace('.test.json', '.json'))]).toEqual([path, expect.any(Number)]);
    const beside = testFiles.map((path) => coverage.get(path.replace('.test.json', '.json')) ?? 0);
    expect(Math.min(...beside)).toBeGreaterThanOrEqual(0.5);
  });

  it.each(testFiles)('%s notices where a rule leads elsewhere', (path) => {
    const own = tests.filter((test) => test.path === path);
    const swapped = rules.map((rule) => {
      const nodes = rule.payload.nodes.map((node) => ({
        ...node,
        transitions: node.transitions.map((transition) => ({ ...transition, target: 'elsewhere' })),
      }));
      return { ...rule, payload: { ...rule.payload, nodes } };
    });
    expect(listFailures(runPathTests(own, swapped, NOW)).length).toBeGreaterThan(0);
  });
});
