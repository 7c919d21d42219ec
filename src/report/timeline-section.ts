// The windows that a commit changes as Markdown: a chart for each campaign, with a table beside it that says the same in words.
import { spellDay, spellSpan } from '../schedule/spell-span.ts';
import type { Window } from '../schedule/window.ts';
import { type CampaignWindows, type WindowRow, findChangedWindows } from './campaign-windows.ts';
import { count } from '../rules/count.ts';
import { codeSpan, htmlCode } from './escape.ts';
import type { Section } from './fit.ts';
import { MOST_MARKS, renderTimeline } from './mermaid-timeline.ts';
import type { Report } from './report.ts';

const WORDS = { '+': 'new', '−': 'gone', '~': 'changed', '': '' } as const;

function spellWindow(window: Window | undefined): string {
  return window === undefined ? 'not in force' : spellSpan(window);
}

function rowLine({ rule, sign, after, before }: WindowRow, index: number): string {
  const mark = sign === '' ? '' : ` \`${sign}\` ${WORDS[sign]}`;
  const was = sign === '' ? 'the same' : spellWindow(before);
  return `| ${index + 1} | ${codeSpan(rule.payload.name)}${mark} | ${spellWindow(after)} | ${was} |\n`;
}

function listMarks({ timeline }: CampaignWindows): string[] {
  const { overlaps, overlapsLeftOut, gaps } = timeline;
  const named = overlaps.slice(0, MOST_MARKS).map(({ first, second, span }) => {
    const [a, b] = [codeSpan(first.payload.name), codeSpan(second.payload.name)];
    return `- ❌ overlap: ${a} and ${b} are both in force ${spellSpan(span)}\n`;
  });
  const moreOverlaps = overlaps.length + overlapsLeftOut - named.length;
  const open = gaps
    .slice(0, MOST_MARKS)
    .map(({ span }) => `- ⚠️ gap: no rule is in force ${spellSpan(span)}\n`);
  const moreGaps = gaps.length - open.length;
  return [
    ...named,
    ...(moreOverlaps > 0 ? [`- ${count(moreOverlaps, 'more overlap')}\n`] : []),
    ...open,
    ...(moreGaps > 0 ? [`- ${count(moreGaps, 'more gap')}\n`] : []),
  ];
}

/** What the line says that is always to be seen, such as `2 windows change, 1 gap`. */
function sumUp({ rows, timeline }: CampaignWindows): string {
  const changed = rows.filter(({ sign }) => sign !== '').length;
  const overlaps = timeline.overlaps.length + timeline.overlapsLeftOut;
  return [
    `${count(changed, 'window')} ${changed === 1 ? 'changes' : 'change'}`,
    ...(overlaps === 0 ? [] : [count(overlaps, 'overlap')]),
    ...(timeline.gaps.length === 0 ? [] : [count(timeline.gaps.length, 'gap')]),
  ].join(', ');
}

function drawChart(campaign: CampaignWindows, now: number): string {
  const { text, range, isCut } = renderTimeline(campaign, now);
  const edges = `The chart runs from ${spellDay(range.start)} to ${spellDay(range.end)}`;
  const beyond = isCut ? '; a bar that touches an edge goes on beyond it' : '';
  return `\`\`\`mermaid\n${text}\n\`\`\`\n\n${edges}${beyond}. All times are in UTC.\n\n`;
}

function campaignItem(campaign: CampaignWindows, chart: string): string {
  const { timeline, rows, leftOut } = campaign;
  const summary = `campaign ${htmlCode(timeline.campaignId)}: ${sumUp(campaign)}`;
  const table = `| | Rule | In force | Before |\n| ---: | --- | --- | --- |\n${rows.map(rowLine).join('')}`;
  const more = leftOut === 0 ? '' : `\nand ${count(leftOut, 'more rule')} of this campaign.\n`;
  const marks = listMarks(campaign).join('');
  const list = marks === '' ? '' : `\n${marks}`;
  return `<details><summary>${summary}</summary>\n\n${chart}${table}${more}${list}\n</details>\n`;
}

/** The section on the campaigns whose windows change; each can lose its chart before it goes. */
export function timelineSection(report: Report): Section {
  const campaigns = findChangedWindows(report);
  return {
    noun: 'campaigns',
    head: '\n### When rules are in force\n\n',
    items: campaigns.map((campaign) => campaignItem(campaign, drawChart(campaign, report.now))),
    shorter: [undefined, { items: campaigns.map((campaign) => campaignItem(campaign, '')), noun: 'charts' }],
    tail: '',
    rank: 4,
  };
}
