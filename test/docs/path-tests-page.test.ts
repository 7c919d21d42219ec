// docs/path-tests.md says what the code does: its examples are run, and its tables list what the schema has.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportPathTests, sumUpPathTests } from '../../src/report/path-tests.ts';
import type { LintResult } from '../../src/lint/lint-rules.ts';
import { lintSources } from '../lint/lint-texts.ts';
import { sourceFiles } from '../report/sample-report.ts';
import { filesOf, firstCells, quotesOf, readPage, sectionOf } from './page.ts';

const page = readPage('path-tests.md');
const FAILING = 'rules/failing.test.json';
const files = filesOf(page);
const good = Object.fromEntries(Object.entries(files).filter(([path]) => path !== FAILING));

const run = (shown: Readonly<Record<string, string>>): LintResult => lintSources(sourceFiles(shown));

interface Schema {
  readonly properties: object;
  readonly definitions: { readonly PathTest: { readonly properties: object; readonly required: string[] } };
}
const schema = JSON.parse(
  readFileSync(new URL('../../schemas/path-test.schema.json', import.meta.url), 'utf8'),
) as Schema;

describe('the page on path tests', () => {
  it('has rules that are right, and tests that pass', () => {
    expect(Object.keys(files)).toHaveLength(5);
    const { findings, pathTests, subjects } = run(good);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(subjects).toHaveLength(2);
    expect(pathTests.map(({ passed }) => passed)).toEqual(Array.from({ length: 7 }, () => true));
  });

  it('quotes what the test that fails gives', () => {
    const { findings } = run(files);
    expect(findings.filter(({ check }) => check === 'path-test').map(({ message }) => message)).toEqual(
      quotesOf(sectionOf(page, 'Where a test fails')),
    );
  });

  it('quotes the coverage of its examples', () => {
    const { pathTests, subjects } = run(good);
    const report = reportPathTests(pathTests, subjects)!;
    expect(quotesOf(sectionOf(page, 'Coverage'))).toEqual([sumUpPathTests(report)]);
    const untaken = report.rules.flatMap((rule) =>
      rule.untaken.map(({ node, condition }) => `${node} ${condition}`),
    );
    expect(untaken).toEqual(['closed default', 'menu press_2', 'hours default']);
  });

  it('lists every key', () => {
    const { PathTest } = schema.definitions;
    const keys = firstCells(sectionOf(page, 'The keys of a test'));
    expect(keys.toSorted()).toEqual(Object.keys(PathTest.properties).toSorted());
    expect(firstCells(sectionOf(page, 'The keys of a file')).toSorted()).toEqual(
      Object.keys(schema.properties).toSorted(),
    );
    expect(keys.slice(0, 2)).toEqual(PathTest.required);
  });
});
