// All desired rules and an instant → the timeline of each campaign. It knows no clock: `now` is told.
import { groupBy } from '../rules/group-by.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { findGaps } from './find-gaps.ts';
import { compareScheduled } from './order.ts';
import { sweepWindows } from './sweep.ts';
import type { Timeline } from './timeline.ts';
import { type ScheduledRule, isAlways, isEmptyWindow, scheduleRules } from './window.ts';

export interface TimelineOptions {
  /** A rule that expires at most so many days of 24 hours after `now` expires soon. */
  readonly soonDays?: number;
  /** How many overlaps of one campaign are listed; the others are counted. */
  readonly mostOverlaps?: number;
}

export const SOON_DAYS = 14;
export const MOST_OVERLAPS = 100;
const DAY = 86_400_000;

/** Groups rules by campaign, campaigns sorted by id. */
function groupByCampaign(rules: readonly ScheduledRule[]): [string, ScheduledRule[]][] {
  const groups = groupBy(rules, ({ rule }) => rule.payload.campaignId);
  return [...groups].toSorted(([a], [b]) => compareCodePoints(a, b));
}

function makeTimeline(
  campaignId: string,
  rules: readonly ScheduledRule[],
  now: number,
  { soonDays = SOON_DAYS, mostOverlaps = MOST_OVERLAPS }: TimelineOptions,
): Timeline {
  const sorted = rules.toSorted(compareScheduled);
  const real = sorted.filter(({ window }) => !isEmptyWindow(window));
  const { bareEnds, ...sweep } = sweepWindows(
    real.filter(({ window }) => window.end > now),
    now,
    mostOverlaps,
  );
  return {
    campaignId,
    rules: sorted,
    ...sweep,
    undated: real.filter(({ window }) => isAlways(window)).map(({ rule }) => rule),
    gaps: findGaps(real, now),
    expired: real.filter(({ window }) => window.end <= now).map(({ rule }) => rule),
    expiringSoon: bareEnds.filter(({ at }) => at <= now + soonDays * DAY),
    neverInForce: sorted.filter(({ window }) => isEmptyWindow(window)).map(({ rule }) => rule),
  };
}

/**
 * Makes the timelines of all campaigns that have an ACTIVE rule, sorted by campaign id. The order of the rules does not
 * matter.
 * @param now milliseconds since the epoch
 */
export function makeTimelines(
  rules: readonly Rule[],
  now: number,
  options: TimelineOptions = {},
): Timeline[] {
  return groupByCampaign(scheduleRules(rules)).map(([campaignId, group]) =>
    makeTimeline(campaignId, group, now, options),
  );
}
