// What a commit does to the windows of a campaign, as data: its rules before and after, in the order of time. No text.
import { groupBy } from '../rules/group-by.ts';
import type { Rule } from '../rules/rule.ts';
import { compareScheduled } from '../schedule/order.ts';
import type { Timeline } from '../schedule/timeline.ts';
import { type Window, isAlways, windowOf } from '../schedule/window.ts';
import { type Report, type ReportedRule, isChanged } from './report.ts';

/** A rule of a campaign, with its window after the commit and the one before it; undefined where it has none there. */
export interface WindowRow {
  readonly sign: '+' | '−' | '~' | '';
  readonly rule: Rule;
  readonly after: Window | undefined;
  readonly before: Window | undefined;
}

export interface CampaignWindows {
  readonly timeline: Timeline;
  /** By start; rules whose window is over are left out, but for those whose window changes. */
  readonly rows: readonly WindowRow[];
  /** How many rules that do not change are left out of a long list. */
  readonly leftOut: number;
}

/** More rows nobody reads. */
const MOST_ROWS = 20;

/** The window that a version has in a campaign: none where it is not active, or of another campaign. */
function windowIn(rule: Rule | undefined, campaignId: string): Window | undefined {
  return rule?.status === 'ACTIVE' && rule.payload.campaignId === campaignId
    ? windowOf(rule.payload)
    : undefined;
}

function isSameWindow(a: Window | undefined, b: Window | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

function rowOf(entry: ReportedRule, campaignId: string): WindowRow {
  const { rule, change } = entry;
  const after = change === 'removed' ? undefined : windowIn(rule, campaignId);
  const before = isChanged(entry) ? windowIn(entry.before?.rule, campaignId) : after;
  if (isSameWindow(before, after)) return { sign: '', rule, after, before };
  return { sign: before === undefined ? '+' : after === undefined ? '−' : '~', rule, after, before };
}

/** The campaigns in which a rule has a window before or after. */
function campaignsOf({ rule, before }: ReportedRule): string[] {
  return [...new Set([rule.payload.campaignId, before?.rule.payload.campaignId ?? rule.payload.campaignId])];
}

/** The windows that a commit changes, by campaign. */
function findTouched(rules: readonly ReportedRule[]): Map<string, { readonly row: WindowRow }[]> {
  const all = rules
    .filter(isChanged)
    .flatMap((entry) =>
      campaignsOf(entry).map((campaignId) => ({ campaignId, row: rowOf(entry, campaignId) })),
    );
  return groupBy(
    all.filter(({ row }) => row.sign !== ''),
    ({ campaignId }) => campaignId,
  );
}

function windowOfRow({ after, before }: WindowRow): Window {
  return after ?? before ?? { start: 0, end: 0 };
}

function readCampaign(timeline: Timeline, touched: readonly WindowRow[]): CampaignWindows {
  const known = new Set(touched.map(({ rule }) => rule));
  const isOver = new Set([...timeline.expired, ...timeline.neverInForce]);
  const others = timeline.rules.flatMap(({ rule, window }): WindowRow[] =>
    known.has(rule) || isOver.has(rule) ? [] : [{ sign: '', rule, after: window, before: window }],
  );
  const shown = [...touched, ...others].slice(0, MOST_ROWS);
  const rows = shown.toSorted((a, b) =>
    compareScheduled({ ...a, window: windowOfRow(a) }, { ...b, window: windowOfRow(b) }),
  );
  return { timeline, rows, leftOut: touched.length + others.length - shown.length };
}

/** The campaigns, sorted by id, whose windows a commit changes, where any of them has a date. */
export function findChangedWindows({ rules, timelines }: Report): CampaignWindows[] {
  const touched = findTouched(rules);
  return timelines
    .flatMap((timeline) => {
      const rows = touched.get(timeline.campaignId);
      return rows === undefined
        ? []
        : [
            readCampaign(
              timeline,
              rows.map(({ row }) => row),
            ),
          ];
    })
    .filter(({ rows }) =>
      rows.some((row) => [row.after, row.before].some((window) => window !== undefined && !isAlways(window))),
    );
}
