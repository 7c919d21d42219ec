// The windows of a campaign as a Mermaid gantt chart: before, after, overlaps, gaps. Signs and sections tell them apart, never
// colours: Mermaid's tags for these make names beside a bar unreadable in the dark theme. Every bar has a generated id, and its
// name only signs that mean nothing to Mermaid.
import type { Overlap } from '../schedule/timeline.ts';
import type { Window } from '../schedule/window.ts';
import type { CampaignWindows, WindowRow } from './campaign-windows.ts';
import { ganttLabel } from './escape.ts';

const DAY = 86_400_000;
/** How much of the past is drawn of a window that starts earlier: a third of what lies ahead, within these bounds. */
const SHORTEST_PAST = 30 * DAY;
const LONGEST_PAST = 365 * DAY;
/** How far an end may lie behind the last start to be drawn. */
const LONGEST_TAIL = 730 * DAY;
const LONGEST_MARGIN = 180 * DAY;
/** How many overlaps and how many gaps are drawn. */
export const MOST_MARKS = 10;

export interface DrawnTimeline {
  /** Without its fence. */
  readonly text: string;
  /** What the chart shows of time. */
  readonly range: Window;
  /** Whether a window reaches beyond the chart. */
  readonly isCut: boolean;
}

/** The part of time that a chart shows, in whole days of UTC: all starts and near ends, and not more than a part of the past. */
function findRange(windows: readonly Window[], now: number): Window {
  const starts = windows.map(({ start }) => start).filter(Number.isFinite);
  const ends = windows.map(({ end }) => end).filter(Number.isFinite);
  const lastStart = Math.max(now, ...starts);
  const end = Math.max(lastStart, ...ends.filter((at) => at <= lastStart + LONGEST_TAIL));
  const past = Math.min(Math.max((end - now) / 3, SHORTEST_PAST), LONGEST_PAST);
  const start = Math.max(Math.min(now, ...starts), now - past);
  const margin = Math.min(Math.max((end - start) / 10, DAY), LONGEST_MARGIN);
  return { start: Math.floor((start - margin) / DAY) * DAY, end: Math.ceil((end + margin) / DAY) * DAY };
}

/** An instant as the chart's `dateFormat` has it: its own digits of UTC, whatever the time zone of who looks at it. */
function spellTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function spellAxis({ start, end }: Window): string {
  if (end - start < 6 * DAY) return '%d %b %H:%M';
  return end - start < 300 * DAY ? '%d %b' : '%b %Y';
}

interface Bar {
  readonly id: string;
  readonly name: string;
  readonly window: Window;
}

/** A bar within the chart; none where nothing of it is to be seen. */
function spellBar({ id, name, window }: Bar, range: Window): string[] {
  const [start, end] = [Math.max(window.start, range.start), Math.min(window.end, range.end)];
  if (end <= start) return [];
  return [`  ${name} :${id}, ${spellTime(start)}, ${spellTime(end)}`];
}

/** Such as `2 ~ Holiday-Routing`; the number stands in the table. */
function nameBar(row: WindowRow, number: number, sign: string): string {
  return `${number}${sign === '' ? '' : ` ${sign}`} ${ganttLabel(row.rule.payload.name)}`;
}

function barsAfter(rows: readonly WindowRow[]): Bar[] {
  return rows.flatMap((row, index): Bar[] => {
    const { after, sign } = row;
    if (after === undefined) return [];
    return [{ id: `a${index}`, name: nameBar(row, index + 1, sign), window: after }];
  });
}

function barsBefore(rows: readonly WindowRow[]): Bar[] {
  return rows.flatMap((row, index): Bar[] => {
    const { before, sign } = row;
    if (before === undefined || sign === '') return [];
    return [{ id: `b${index}`, name: nameBar(row, index + 1, '−'), window: before }];
  });
}

/** Such as `overlap of 2 and 3`, where the table has both. */
function nameOverlap({ first, second }: Overlap, rows: readonly WindowRow[]): string {
  const numbers = [first, second].map((rule) => rows.findIndex((row) => row.rule === rule) + 1);
  return numbers.includes(0) ? 'overlap' : `overlap of ${numbers.join(' and ')}`;
}

function barsOfMarks({ timeline, rows }: CampaignWindows): { overlaps: Bar[]; gaps: Bar[] } {
  const bar = (id: string, name: string, window: Window): Bar => ({ id, name, window });
  return {
    overlaps: timeline.overlaps
      .slice(0, MOST_MARKS)
      .map((overlap, index) => bar(`o${index}`, nameOverlap(overlap, rows), overlap.span)),
    gaps: timeline.gaps.slice(0, MOST_MARKS).map(({ span }, index) => bar(`g${index}`, 'gap', span)),
  };
}

/** Draws the windows of one campaign. @param now milliseconds since the epoch */
export function renderTimeline(campaign: CampaignWindows, now: number): DrawnTimeline {
  const { overlaps, gaps } = barsOfMarks(campaign);
  const sections = {
    After: barsAfter(campaign.rows),
    Before: barsBefore(campaign.rows),
    Overlaps: overlaps,
    Gaps: gaps,
  };
  const moving = campaign.rows.filter(({ sign }) => sign !== '');
  const windows = moving.flatMap(({ before, after }) => [before, after]).filter((one) => one !== undefined);
  const range = findRange([...windows, ...gaps.map(({ window }) => window)], now);
  const bars = Object.values(sections).flat();
  const lines = Object.entries(sections).flatMap(([title, own]) => {
    const drawn = own.flatMap((bar) => spellBar(bar, range));
    return drawn.length === 0 ? [] : [`  section ${title}`, ...drawn];
  });
  const head = [
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    `  axisFormat ${spellAxis(range)}`,
    '  todayMarker off',
  ];
  return {
    text: [...head, ...lines].join('\n'),
    range,
    isCut: bars.some(({ window }) => window.start < range.start || window.end > range.end),
  };
}
