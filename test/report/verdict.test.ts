import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../src/lint/finding.ts';
import { type Verdict, spellVerdict } from '../../src/report/verdict.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { type Files, lintReport } from './sample-report.ts';

const rule = (name: string, target = 'x'): object =>
  ruleFile({ name, campaignId: name, fallbackAction: { type: 'queue', target } });

function found(...severities: readonly Severity[]): readonly Finding[] {
  const place = { path: 'rules/a.json', line: 1, column: 1, endLine: 1, endColumn: 2, pointer: '' };
  return severities.map((severity) => ({ check: 'trap', severity, ...place, message: 'm' }));
}

const base: Files = { 'rules/a.json': rule('A'), 'rules/b.json': rule('B') };
const two: Files = { 'rules/a.json': rule('A', 'y'), 'rules/b.json': rule('B', 'y') };

describe('the verdict', () => {
  it.each<[string, Verdict]>([
    ['✅ 2 rules change, clean', spellVerdict(lintReport(two, base, { findings: [] }))],
    ['✅ 2 rules change, clean', spellVerdict(lintReport(two, base, { findings: found('info') }))],
    ['✅ 0 rules change, clean', spellVerdict(lintReport(base, base))],
    ['✅ 2 rules, clean', spellVerdict(lintReport(two))],
    [
      '⚠️ 2 rules change, 1 warning: can merge',
      spellVerdict(lintReport(two, base, { findings: found('warning') })),
    ],
    [
      '❌ 2 rules change, 1 error, 2 warnings: cannot merge',
      spellVerdict(
        lintReport(two, base, { findings: found('error', 'warning', 'warning'), result: 'failed' }),
      ),
    ],
    [
      '❌ 1 rule changes, 1 file cannot be read, 1 error: cannot merge',
      spellVerdict(lintReport({ ...two, 'rules/b.json': '{' }, base)),
    ],
    [
      '❌ undone · 2 rules change',
      spellVerdict(lintReport(two, base, { command: 'deploy', result: 'undone', findings: [] })),
    ],
    [
      '✅ deployed · 2 rules change',
      spellVerdict(lintReport(two, base, { command: 'deploy', result: 'deployed', findings: [] })),
    ],
  ])('%s', (expected, { icon, main, rest }) => {
    expect(`${icon} ${main}${rest}`).toBe(expected);
  });

  it('takes no file that cannot be read for a removed rule', () => {
    const { rules, unreadable } = lintReport({ ...base, 'rules/b.json': '{' }, base);
    expect(rules.map(({ rule: { payload }, change }) => [payload.name, change])).toEqual([
      ['A', 'unchanged'],
    ]);
    expect(unreadable).toEqual(['rules/b.json']);
  });
});
