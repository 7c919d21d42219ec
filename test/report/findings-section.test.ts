import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../src/lint/finding.ts';
import { renderComment, renderSummary } from '../../src/report/markdown.ts';
import { orderFindings } from '../../src/report/order-findings.ts';
import type { Report } from '../../src/report/report.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { lintReport } from './sample-report.ts';

const files = (old: string) => ({
  'rules/a.json': ruleFile({ name: 'A', campaignId: 'a' }),
  'rules/b.json': ruleFile({ name: 'B', campaignId: 'b', fallbackAction: { type: 'queue', target: old } }),
});

function finding(severity: Severity, path: string, check = 'trap', line = 1): Finding {
  const place = { line, column: 1, endLine: line, endColumn: 2, pointer: '' };
  return { check, severity, path, ...place, message: `${severity} in ${path}` };
}

/** A pull request that changes rule B and not A. */
function reportWith(findings: readonly Finding[]): Report {
  return lintReport(files('new'), files('old'), { findings });
}

const brief = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, path }) => `${severity} ${path}`);

describe('findings', () => {
  const mixed = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    ['rules/a.json', 'rules/b.json', 'rules/broken.json'].map((path) => finding(severity, path)),
  );

  it('are told by weight, and within one first those of rules that change or cannot be read', () => {
    expect(brief(orderFindings(reportWith(mixed)))).toEqual(
      ['error', 'warning', 'info'].flatMap((severity) =>
        ['rules/b.json', 'rules/broken.json', 'rules/a.json'].map((path) => `${severity} ${path}`),
      ),
    );
  });

  it('that are remarks on rules which do not change are folded, with a count for each check', () => {
    const remarks = [
      finding('info', 'rules/a.json', 'dead-end'),
      finding('info', 'rules/a.json', 'hearing-twice'),
      finding('info', 'rules/a.json', 'dead-end', 2),
      finding('info', 'rules/b.json', 'dead-end'),
    ];
    const text = renderComment(reportWith(remarks), '');
    const [front = '', folded = ''] = text.split(
      '<details><summary>3 remarks on rules that do not change: 2 dead-end, 1 hearing-twice</summary>',
    );
    expect(front.match(/ℹ️/g)).toHaveLength(1);
    expect(front).toContain('rules/b.json');
    expect(folded.split('</details>')[0]?.match(/ℹ️/g)).toHaveLength(3);
  });

  it('of one check in one file are folded from the sixth on, so that they hide nothing else', () => {
    const tests = Array.from({ length: 26 }, (_, index) =>
      finding('error', 'rules/b.test.json', 'path-test', index + 1),
    );
    const text = renderComment(reportWith([...tests, finding('warning', 'rules/b.json')]), '');
    const [front = '', folded = ''] = text.split(
      '<details><summary>21 more findings of the same checks in the same files: 21 path-test</summary>',
    );
    expect(front.match(/^- ❌ .*`path-test`/gm)).toHaveLength(5);
    expect(front).toMatch(/^- ⚠️ .*`trap`/m);
    expect(folded.split('</details>')[0]?.match(/^- ❌ .*`path-test`/gm)).toHaveLength(21);
  });

  it('that weigh more are not folded, wherever they are', () => {
    const text = renderComment(reportWith(mixed), '');
    const [front = ''] = text.split('<details>');
    expect(front.match(/^- ❌/gm)).toHaveLength(3);
    expect(front.match(/^- ⚠️/gm)).toHaveLength(3);
    expect(front.match(/^- ℹ️/gm)).toHaveLength(2);
  });

  it('that are remarks are all folded where there is nothing to compare with', () => {
    const findings = [finding('info', 'rules/a.json'), finding('info', 'rules/b.json')];
    const text = renderComment(lintReport(files('new'), undefined, { findings }), '');
    expect(text).toContain('There is no earlier version to compare with.');
    expect(text).toContain('<details><summary>2 remarks: 2 trap</summary>');
  });

  it('of one check in one file are listed up to a hundred, and the rest is counted', () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      finding('error', 'rules/b.json', 'trap', index + 1),
    );
    const few = [finding('error', 'rules/b.json', 'schema'), finding('error', 'rules/c.json', 'trap')];
    const text = renderSummary(reportWith([...many, ...few]));
    expect(text.match(/^- ❌ \[`rules\/b\.json:\d+`\].*`trap`/gm)).toHaveLength(100);
    expect(text).toContain('- ❌ `rules/b.json` `trap`: 150 more like these; report.json has them all\n');
    expect(text).toContain('252 errors');
    expect(text.match(/more like these/g)).toHaveLength(1);
    expect(text).toContain('`schema`');
  });
});
