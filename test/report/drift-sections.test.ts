import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drift } from '../../src/plan/drift.ts';
import type { RuleDrift } from '../../src/plan/find-drift.ts';
import { driftIssueMarker, renderClosedIssue, renderDriftIssue } from '../../src/report/drift-issue.ts';
import { tabulateDrift } from '../../src/report/drift-text.ts';
import { escapeLog } from '../../src/report/escape.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderSummary } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { hostileTexts } from './hostile-text.ts';
import { findLive, readMarkdown } from './read-markdown.ts';
import { COMMIT, lintReport } from './sample-report.ts';

const edited: RuleDrift = {
  name: 'Main-Menu',
  state: 'edited',
  differences: [
    { path: '/status', what: 'status', git: 'ACTIVE', tenant: 'INACTIVE' },
    { path: '/nodes/root/transitions/press_2', what: 'on "press_2" node "root" leads to', tenant: 'desk' },
  ],
  changedAt: '2027-01-01T12:00:00Z',
  changedBy: 'jo@example.com',
  remarks: [],
  callers: ['becomes inactive: callers no longer meet this rule'],
};
const plain = { differences: [], remarks: [] };

const DRIFT: Drift = {
  deployedSha: COMMIT,
  isCommitGone: false,
  rules: [
    { name: 'Billing', state: 'in-sync', ...plain },
    { name: 'Gone', state: 'missing', ...plain, remarks: ['flow "f-1", which was deployed, is gone'] },
    edited,
    { name: 'New', state: 'not-deployed', ...plain },
  ],
  unknown: [
    { name: 'Stranger', id: 'f-9', status: 'ACTIVE', why: '' },
    { name: 'Odd', id: 'f-8', status: undefined, why: 'flow f-8 in the unknown state "PAUSED"' },
  ],
};

function reportOf(drift: Drift, changes: Partial<Report> = {}): Report {
  const message = '2 of 4 rules are not on the tenant as git says: "Gone", "Main-Menu"';
  const about = { command: 'drift', result: 'drifted', reason: 'drift', message, drift } as const;
  return lintReport({}, undefined, { ...about, findings: [], ...changes });
}

describe('drift', () => {
  it('reads well in the summary, in the log and in the issue', () => {
    expect(renderSummary(reportOf(DRIFT))).toMatchSnapshot();
    expect(tabulateDrift(DRIFT).join('\n')).toMatchSnapshot();
    expect(renderDriftIssue(reportOf(DRIFT)).body).toMatchSnapshot();
  });

  it('is in report.json without what only the run needs', () => {
    const { drift } = JSON.parse(renderJson(reportOf(DRIFT))) as { drift: { rules: object[] } };
    expect(drift).toMatchObject({ deployedCommit: COMMIT });
    expect(Object.keys(drift.rules[2] ?? {})).toEqual([
      'name',
      'state',
      'differences',
      'changedAt',
      'changedBy',
    ]);
  });

  it('lets no text of a stranger live, in the summary, in the issue or in the log', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const rule: RuleDrift = {
          ...edited,
          name: text,
          differences: [{ path: text, what: `node ${JSON.stringify(text)} plays`, git: text, tenant: text }],
          changedAt: text,
          changedBy: text,
          remarks: [`flow ${JSON.stringify(text)} is gone`],
        };
        const unknown = [{ name: text, id: text, status: undefined, why: text }];
        const report = reportOf({ ...DRIFT, rules: [rule, { ...rule, state: 'not-deployed' }], unknown });
        const { body } = renderDriftIssue(report);
        for (const shown of [renderSummary(report), body]) {
          const { html, links, texts } = readMarkdown(shown);
          expect(links).toEqual([]);
          const own = /^<!-- cxone-ivr-gitops:drift:production -->$|^<\/?(details|summary|code)>/;
          expect(
            html.flatMap((raw) => raw.trim().split('\n')).filter((line) => line !== '' && !own.test(line)),
          ).toEqual([]);
          expect(findLive({ codes: [], html, links, texts, types: new Set() })).toBeUndefined();
        }
        const log = tabulateDrift({ ...DRIFT, rules: [rule], unknown }).map(escapeLog);
        expect(
          log
            .join('\n')
            .split('\n')
            .filter((line) => /^\s*::|##\[/.test(line)),
        ).toEqual([]);
      }),
    );
  });
});

describe('the issue on drift', () => {
  const many = Array.from({ length: 3000 }, (_, at): RuleDrift => ({
    ...edited,
    name: `rule ${at} ${'ü'.repeat(40)}`,
  }));

  it('is never larger than GitHub takes, also as it is closed, and says what was left out', () => {
    const report = reportOf({ ...DRIFT, rules: many });
    const issue = renderDriftIssue(report);
    expect(Buffer.byteLength(issue.body)).toBeLessThanOrEqual(65_536);
    expect(issue.body).toMatch(/_Left out to fit GitHub's limit: .*\d+ drifted rules\./);
    expect(Buffer.byteLength(renderClosedIssue(issue, report).body)).toBeLessThanOrEqual(65_536);
  });

  it('keeps its marker in the first line as it is closed', () => {
    const report = reportOf(DRIFT);
    const { title, body } = renderClosedIssue(renderDriftIssue(report), report);
    expect(title).toBe('CXone IVR drift: production');
    expect(body.split('\n').slice(0, 2)).toEqual([
      driftIssueMarker('production'),
      '**In sync again.** What follows is how it was.',
    ]);
    expect(body.split(driftIssueMarker('production'))).toHaveLength(2);
  });

  it('is the same for the same drift, whichever commit and run look at it', () => {
    const other = reportOf(DRIFT, { commit: 'f'.repeat(40), repositoryUrl: 'https://github.com/other/x' });
    expect(renderDriftIssue(other)).toEqual(renderDriftIssue(reportOf(DRIFT)));
  });
});
