// @vitest-environment happy-dom
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, it } from 'vitest';
import { findChangedWindows } from '../../src/report/campaign-windows.ts';
import { ganttLabel } from '../../src/report/escape.ts';
import { renderTimeline } from '../../src/report/mermaid-timeline.ts';
import { timelineSection } from '../../src/report/timeline-section.ts';
import { NOW } from '../lint/lint-texts.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { hostileTexts } from './hostile-text.ts';
import { type Files, lintReport } from './sample-report.ts';

interface Task {
  readonly id: string;
  readonly task: string;
  readonly section: string;
  readonly startTime: Date;
  readonly endTime: Date;
}

interface Gantt {
  readonly getTasks: () => readonly Task[];
  readonly getSections: () => readonly string[];
}

async function parse(text: string): Promise<Gantt> {
  return (await mermaid.mermaidAPI.getDiagramFromText(text)).db as unknown as Gantt;
}

beforeAll(() => mermaid.initialize({ startOnLoad: false }));

/** A rule of one campaign, with a window such as `2027-07..2027-09`, whose sides may be empty. */
function windowed(name: string, window: string, changes: object = {}): object {
  const [start = '', end = ''] = window.split('..');
  return ruleFile({
    name,
    ...(start === '' ? {} : { effectiveDate: `${start}-01T00:00:00Z` }),
    ...(end === '' ? {} : { expirationDate: `${end}-01T00:00:00Z` }),
    ...changes,
  });
}

function filesOf(windows: Readonly<Record<string, string>>): Files {
  return Object.fromEntries(
    Object.entries(windows).map(([name, window]) => [`rules/${name}.json`, windowed(name, window)]),
  );
}

/** The rows of the first campaign: sign, name, window before and after in months. */
function rows(head: Files, base: Files): string[] {
  const [campaign] = findChangedWindows(lintReport(head, base));
  return (campaign?.rows ?? []).map(({ sign, rule }) => `${sign}${rule.payload.name}`);
}

describe('the windows that a commit changes', () => {
  it('are those that are new, gone, or have other dates, beside all others of the campaign', () => {
    const base = filesOf({ Main: '..2027-09', Gone: '2027-12..', Same: '2027-10..2027-11' });
    const head = filesOf({ Main: '..2027-10', New: '2027-11..2027-12', Same: '2027-10..2027-11' });
    expect(rows(head, base)).toEqual(['~Main', 'Same', '+New', '−Gone']);
  });

  it.each([
    ['nothing but what callers meet changes', { Main: '..2027-09' }, { Main: '..2027-09' }],
    ['no rule has a date', { Main: '..' }, { Main: '..', Other: '..' }],
    ['the campaign is left without a rule', { Main: '..2027-09' }, {}],
  ])('are not there where %s', (_, base, head) => {
    const files = filesOf(head);
    const changed = Object.fromEntries(
      Object.entries(files).map(([path, rule]) => [
        path,
        { ...(rule as object), fallbackAction: { type: 'queue', target: 'x' } },
      ]),
    );
    expect(findChangedWindows(lintReport(changed, filesOf(base)))).toEqual([]);
  });

  it('leave out rules that are over, unless they change', () => {
    const base = filesOf({ Over: '..2027-01', Main: '2027-08..' });
    expect(rows(filesOf({ Over: '..2027-01', Main: '2027-09..' }), base)).toEqual(['~Main']);
    expect(rows(filesOf({ Over: '..2027-02', Main: '2027-08..' }), base)).toEqual(['~Over', 'Main']);
  });

  it('count a rule that becomes inactive as gone, and one that moves in both campaigns', () => {
    const base = filesOf({ A: '..2027-09', B: '2027-09..' });
    const inactive = { ...base, 'rules/A.json': windowed('A', '..2027-09', { status: 'INACTIVE' }) };
    expect(rows(inactive, base)).toEqual(['−A', 'B']);
    const moved = { ...base, 'rules/A.json': windowed('A', '..2027-09', { campaignId: 'camp_2' }) };
    const campaigns = findChangedWindows(lintReport(moved, base));
    expect(
      campaigns.map(({ timeline, rows: found }) => [timeline.campaignId, found.map(({ sign }) => sign)]),
    ).toEqual([
      ['camp_1', ['−', '']],
      ['camp_2', ['+']],
    ]);
  });

  it('are listed up to twenty rules of a campaign, those that change first', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`R${index + 10}`, `${2028 + index}-01..${2028 + index}-02`]),
    );
    const base = filesOf(many);
    const head = filesOf({ ...many, R39: '2057-01..2057-03' });
    const [campaign] = findChangedWindows(lintReport(head, base));
    expect(campaign?.rows).toHaveLength(20);
    expect(campaign?.rows.map(({ sign }) => sign).join('')).toBe('~');
    expect(campaign?.leftOut).toBe(10);
    expect(timelineSection(lintReport(head, base)).items[0]).toContain('and 10 more rules of this campaign.');
  });
});

describe('the chart of a campaign', () => {
  const base = filesOf({ Main: '..', Late: '2028-03..' });
  const head = filesOf({
    Main: '..2027-09',
    Holiday: '2027-09..2027-12',
    Second: '2027-11..2028-01',
    Late: '2028-03..',
  });

  it('shows windows after and before, overlaps and gaps, in sections of their own', async () => {
    const [campaign] = findChangedWindows(lintReport(head, base));
    if (campaign === undefined) throw new Error('no campaign');
    const { text, isCut } = renderTimeline(campaign, NOW);
    expect(text).toMatchInlineSnapshot(`
      "gantt
        dateFormat YYYY-MM-DD HH:mm:ss
        axisFormat %b %Y
        todayMarker off
        section After
        1 ~ Main :a0, 2027-05-20 00:00:00, 2027-09-01 00:00:00
        2 + Holiday :a1, 2027-09-01 00:00:00, 2027-12-01 00:00:00
        3 + Second :a2, 2027-11-01 00:00:00, 2028-01-01 00:00:00
        4 Late :a3, 2028-03-01 00:00:00, 2028-03-27 00:00:00
        section Before
        1 − Main :b0, 2027-05-20 00:00:00, 2028-03-27 00:00:00
        section Overlaps
        overlap of 2 and 3 :o0, 2027-11-01 00:00:00, 2027-12-01 00:00:00
        section Gaps
        gap :g0, 2028-01-01 00:00:00, 2028-03-01 00:00:00"
    `);
    const chart = await parse(text);
    expect(chart.getSections()).toEqual(['After', 'Before', 'Overlaps', 'Gaps']);
    expect(chart.getTasks().map(({ id }) => id)).toEqual(['a0', 'a1', 'a2', 'a3', 'b0', 'o0', 'g0']);
    expect(isCut).toBe(true);
  });

  it('says the same in words beside it', () => {
    const [item = ''] = timelineSection(lintReport(head, base)).items;
    expect(item.slice(item.indexOf('The chart runs'))).toMatchInlineSnapshot(`
      "The chart runs from 20 May 2027 00:00 UTC to 27 Mar 2028 00:00 UTC; a bar that touches an edge goes on beyond it. All times are in UTC.

      | | Rule | In force | Before |
      | ---: | --- | --- | --- |
      | 1 | \`Main\` \`~\` changed | until 2027-09-01 00:00 UTC | always |
      | 2 | \`Holiday\` \`+\` new | from 2027-09-01 00:00 UTC to 2027-12-01 00:00 UTC | not in force |
      | 3 | \`Second\` \`+\` new | from 2027-11-01 00:00 UTC to 2028-01-01 00:00 UTC | not in force |
      | 4 | \`Late\` | from 2028-03-01 00:00 UTC on | the same |

      - ❌ overlap: \`Holiday\` and \`Second\` are both in force from 2027-11-01 00:00 UTC to 2027-12-01 00:00 UTC
      - ⚠️ gap: no rule is in force from 2028-01-01 00:00 UTC to 2028-03-01 00:00 UTC

      </details>
      "
    `);
    expect(item.split('\n')[0]).toBe(
      '<details><summary>campaign <code>camp&#95;1</code>: 3 windows change, 1 overlap, 1 gap</summary>',
    );
  });

  it.each([
    ['a start long ago', '1999-01..2027-09'],
    ['an end in a far year', '2027-09..9999-01'],
    ['a start in a far year', '9998-01..9999-01'],
    ['no start', '..2027-09'],
    ['no end', '2027-09..'],
  ])('stays within sensible bounds for %s', async (_, window) => {
    const [campaign] = findChangedWindows(lintReport(filesOf({ A: window }), {}));
    if (campaign === undefined) throw new Error('no campaign');
    const { text, range } = renderTimeline(campaign, NOW);
    expect(range.start).toBeLessThan(NOW);
    expect(range.start).toBeGreaterThan(Date.parse('1900-01-01'));
    expect((await parse(text)).getTasks()).toHaveLength(1);
    if (!window.startsWith('9998')) expect(range.end - range.start).toBeLessThan(4 * 366 * 86_400_000);
  });

  it('of hostile names has the bars of the rules, and no others', async () => {
    const names = fc.uniqueArray(
      hostileTexts.filter((name) => name !== '' && name.isWellFormed()),
      { minLength: 2, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(
        names,
        hostileTexts.filter((id) => id.isWellFormed() && id !== ''),
        async (all, campaignId) => {
          const files = Object.fromEntries(
            all.map((name, index) => [
              `${index}.json`,
              windowed(name, `2027-0${index + 6}..2027-0${index + 7}`, { campaignId }),
            ]),
          );
          const [campaign] = findChangedWindows(lintReport(files, {}));
          if (campaign === undefined) throw new Error('no campaign');
          const chart = await parse(renderTimeline(campaign, NOW).text);
          expect(chart.getSections()).toEqual(['After']);
          expect(chart.getTasks().map(({ id }) => id)).toEqual(all.map((_, index) => `a${index}`));
          for (const { task } of chart.getTasks()) expect(task).toMatch(/^\d \+/);
        },
      ),
      { numRuns: 300, seed: 20_271_101 },
    );
  });
});

describe('the name of a bar', () => {
  it.each([
    ['a plain text', 'Holiday-Support_Routing (2)', 'Holiday-Support_Routing (2)'],
    ['what means something to Mermaid', 'a: b, c; #d %%{e}', 'a· b· c· ·d ···e·'],
    ['another script', 'Праздник 休日', 'Праздник 休日'],
    ['lines', 'a\nsection b', 'a section b'],
    ['what is too long', 'a'.repeat(61), `${'a'.repeat(59)}…`],
  ])('of %s', (_, text, expected) => {
    expect(ganttLabel(text)).toBe(expected);
  });
});

describe("the project's own examples", () => {
  it('have charts that Mermaid takes, when all of them are new', async () => {
    const folder = join(import.meta.dirname, '../../rules');
    const names = readdirSync(folder).filter((name) => !name.endsWith('.test.json'));
    const files = Object.fromEntries(
      names.map((name) => [`rules/${name}`, readFileSync(join(folder, name), 'utf8')]),
    );
    const campaigns = findChangedWindows(lintReport(files, {}));
    expect(campaigns.length).toBeGreaterThan(0);
    for (const campaign of campaigns)
      expect((await parse(renderTimeline(campaign, NOW).text)).getTasks()).not.toEqual([]);
  });
});
