import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderComment, renderSummary } from '../../src/report/markdown.ts';
import { tabulatePathTests } from '../../src/report/path-test-table.ts';
import {
  type PathTestReport,
  remarkOnPathTests,
  reportPathTests,
  sumUpPathTests,
} from '../../src/report/path-tests.ts';
import { lintSources } from '../lint/lint-texts.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { hostileTexts } from './hostile-text.ts';
import { findLive, readMarkdown } from './read-markdown.ts';
import { type Files, lintReport, sourceFiles } from './sample-report.ts';

const [root, sales] = ruleFile().nodes as object[];
const ways = (...conditions: readonly string[]): object[] =>
  conditions.map((condition) => ({ condition, target: 'sales' }));
const menu = (name: string, ...conditions: readonly string[]): object =>
  ruleFile({ name, campaignId: name, nodes: [{ ...root, transitions: ways(...conditions) }, sales] });
const testOf = (rule: string, ...keys: readonly string[]): object => ({
  rule,
  tests: keys.map((key) => ({ name: key, caller: [key], endsAt: 'sales' })),
});

const FILES: Files = {
  'rules/b.json': menu('B', 'press_1', 'press_2', 'press_3'),
  'rules/a.json': menu('A', 'press_1', 'timeout'),
  'rules/c.json': menu('C', 'press_1'),
  'rules/b.test.json': testOf('B', 'press_1', 'press_1', 'press_9'),
  'rules/a.test.json': testOf('A', 'press_1', 'timeout'),
  'rules/gone.test.json': testOf('Gone', 'press_1'),
};

function reportOf(files: Files): PathTestReport | undefined {
  const { pathTests, subjects } = lintSources(sourceFiles(files));
  return reportPathTests(pathTests, subjects);
}

describe('path tests in a report', () => {
  it('are counted, by rule too, with what no test takes', () => {
    expect(reportOf(FILES)).toEqual({
      passed: 4,
      failed: 2,
      withoutRule: 1,
      untested: 1,
      rules: [
        { name: 'A', path: 'rules/a.json', tests: 2, failed: 0, transitions: 2, taken: 2, untaken: [] },
        {
          name: 'B',
          path: 'rules/b.json',
          tests: 3,
          failed: 1,
          transitions: 3,
          taken: 1,
          untaken: [
            { node: 'root', condition: 'press_2', target: 'sales' },
            { node: 'root', condition: 'press_3', target: 'sales' },
          ],
        },
      ],
    });
  });

  it('are absent where there are none', () => {
    expect(reportOf({ 'rules/a.json': menu('A', 'press_1') })).toBeUndefined();
  });

  const NONE: PathTestReport = { passed: 0, failed: 0, withoutRule: 0, untested: 0, rules: [] };
  const one = { name: 'A', path: 'a', tests: 1, failed: 0, transitions: 1, taken: 1, untaken: [] };
  it.each<[string, Partial<PathTestReport>, string, string]>([
    [
      'that all pass',
      { passed: 12, rules: [one, { ...one, transitions: 4 }] },
      '12 path tests passed; 2 of 5 transitions of 2 tested rules taken',
      '',
    ],
    [
      'of one rule',
      { passed: 1, rules: [one] },
      '1 path test passed; 1 of 1 transition of 1 tested rule taken',
      '',
    ],
    [
      'of which some fail',
      { passed: 3, failed: 2, untested: 1, withoutRule: 2 },
      '3 path tests passed, 2 failed; 0 of 0 transitions of 0 tested rules taken',
      '1 rule has no path test; 2 tests walked no rule',
    ],
    [
      'beside rules without any',
      { untested: 3 },
      '0 path tests passed; 0 of 0 transitions of 0 tested rules taken',
      '3 rules have no path test',
    ],
  ])('%s are summed up in one line', (_, changes, sum, remark) => {
    expect(sumUpPathTests({ ...NONE, ...changes })).toBe(sum);
    expect(remarkOnPathTests({ ...NONE, ...changes })).toBe(remark);
  });
});

describe('the table of path tests', () => {
  it('has a line a rule', () => {
    expect(tabulatePathTests(reportOf(FILES)!)).toEqual([
      'Rule  Passed  Failed  Transitions taken',
      'A          2       0             2 of 2',
      'B          2       1             1 of 3',
    ]);
  });

  it('has no line where no rule was tested', () => {
    expect(tabulatePathTests({ passed: 1, failed: 0, withoutRule: 1, untested: 1, rules: [] })).toEqual([]);
  });

  it('lets no hostile name break a line or command a runner', () => {
    fc.assert(
      fc.property(hostileTexts, (name) => {
        const rule = { name, path: 'a', tests: 1, failed: 0, transitions: 1, taken: 1, untaken: [] };
        const lines = tabulatePathTests({ passed: 1, failed: 0, withoutRule: 0, untested: 0, rules: [rule] });
        for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]|^\s*::|##\[/u);
      }),
    );
  });
});

/** The section on path tests, up to the next heading. */
function sectionOf(markdown: string): string {
  return (
    /### Path tests\n[^]*?(?=\n### |\n\| Rule \| Change|\n<details><summary>\d+ (?:un|rule)|$)/.exec(
      markdown,
    )?.[0] ?? ''
  );
}

describe('the section on path tests', () => {
  it('tells all in one line, and more in a table that is closed', () => {
    expect(sectionOf(renderComment(lintReport(FILES), ''))).toMatchInlineSnapshot(`
      "### Path tests

      ❌ 4 path tests passed, 2 failed; 3 of 5 transitions of 2 tested rules taken. 1 rule has no path test; 1 test walked no rule.

      <details><summary>Path tests by rule</summary>

      | Rule | Passed | Failed | Transitions taken | Taken by no test |
      | --- | ---: | ---: | ---: | --- |
      | \`A\` | 2 | 0 | 2 of 2 | – |
      | \`B\` | 2 | 1 ❌ | 1 of 3 | \`root\` \`press_2\`, \`root\` \`press_3\` |

      </details>
      "
    `);
  });

  it('stands in comment and summary, and in neither where there are no path tests', () => {
    const without = lintReport({ 'rules/a.json': menu('A', 'press_1') });
    for (const render of [(report: typeof without) => renderComment(report, ''), renderSummary]) {
      expect(render(lintReport(FILES))).toContain('\n### Path tests\n');
      expect(render(without)).not.toContain('Path tests');
    }
  });

  it('says for command test what its message says, which is there where no test is', () => {
    const message = 'what the run says';
    const ofTest = { command: 'test', message } as const;
    expect(renderSummary(lintReport(FILES, undefined, ofTest))).not.toContain(message);
    const without = lintReport({ 'rules/a.json': menu('A', 'press_1') }, undefined, ofTest);
    expect(renderSummary(without)).toContain(message);
  });

  it('is short where all pass', () => {
    const { 'rules/a.json': rule, 'rules/a.test.json': test } = FILES;
    const section = sectionOf(
      renderComment(lintReport({ 'rules/a.json': rule, 'rules/a.test.json': test }), ''),
    );
    expect(section.split('<details>')[0]).toBe(
      '### Path tests\n\n✅ 2 path tests passed; 2 of 2 transitions of 1 tested rule taken.\n\n',
    );
    expect(section).toContain('| `A` | 2 | 0 | 2 of 2 | – |');
  });

  it('names ten of the transitions that no test takes, and counts the others', () => {
    const conditions = Array.from({ length: 14 }, (_, index) => `custom_${index}`);
    const files = {
      'rules/a.json': menu('A', ...conditions),
      'rules/a.test.json': testOf('A', 'custom_0'),
    };
    const section = sectionOf(renderComment(lintReport(files), ''));
    expect(section).toContain('`root` `custom_10` and 3 more |');
    expect(section).not.toContain('custom_11');
  });

  it('keeps its line where the comment is too long for its table', () => {
    const files: Record<string, unknown> = {};
    const long = 'x'.repeat(50);
    for (let index = 0; index < 400; index++) {
      files[`rules/${index}.json`] = menu(`${long}${index}`, 'press_1', 'press_2', 'press_3');
      files[`rules/${index}.test.json`] = testOf(`${long}${index}`, 'press_1');
    }
    const text = renderComment(lintReport(files), '');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(text).toContain('✅ 400 path tests passed; 400 of 1200 transitions of 400 tested rules taken.');
    expect(text).toMatch(/Left out to fit GitHub's limit: .*rows of path tests/);
  });

  it('lets no hostile text out of its table', () => {
    fc.assert(
      fc.property(hostileTexts, hostileTexts, (name, text) => {
        const rule = {
          name,
          path: 'a',
          tests: 1,
          failed: 1,
          transitions: 1,
          taken: 0,
          untaken: [{ node: text, condition: name, target: text }],
        };
        const pathTests = { passed: 0, failed: 1, withoutRule: 0, untested: 0, rules: [rule] };
        const parts = readMarkdown(sectionOf(renderSummary({ ...lintReport({}), pathTests })));
        expect(findLive(parts)).toBeUndefined();
        expect(parts.links).toEqual([]);
      }),
    );
  });
});
