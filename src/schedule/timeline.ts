// The timeline of one campaign as data: what is in force when, and what is wrong with it. It holds no text for people.
import type { Rule } from '../rules/rule.ts';
import type { ScheduledRule, Window } from './window.ts';

/** Two rules of one campaign, each with a date, that are in force at the same time, and during which span. */
export interface Overlap {
  /** The one that stands first in {@link Timeline.rules}. */
  readonly first: Rule;
  readonly second: Rule;
  readonly span: Window;
}

/** A span between two windows during which no rule is in force. */
export interface Gap {
  readonly span: Window;
  /** The rules whose windows end where the gap starts. */
  readonly after: readonly Rule[];
  /** The rules whose windows start where the gap ends. */
  readonly before: readonly Rule[];
}

/** The rules in force; of very many only the first {@link MOST_LISTED} by start are listed. */
export interface InForce {
  readonly rules: readonly Rule[];
  readonly leftOut: number;
}

/** An instant (milliseconds since the epoch) at which what is in force changes. */
export interface Change {
  readonly at: number;
  readonly from: InForce;
  readonly to: InForce;
}

/** A rule after whose window no rule of its campaign is in force. */
export interface Expiry {
  readonly rule: Rule;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Timeline {
  readonly campaignId: string;
  /** All ACTIVE rules of the campaign, by start, end, name and path. */
  readonly rules: readonly ScheduledRule[];
  /** What is in force at `now`. */
  readonly current: InForce;
  /** Overlaps that are not over at `now`: by the start of the span, each pair once. */
  readonly overlaps: readonly Overlap[];
  /** Rules without any date: they are in force beside all others, and stand in no overlap. */
  readonly undated: readonly Rule[];
  /** How many overlaps are left out of `overlaps`. */
  readonly overlapsLeftOut: number;
  /** Gaps that end after `now`; not the time before the first window or after the last. */
  readonly gaps: readonly Gap[];
  /** What changes after `now`. */
  readonly changes: readonly Change[];
  /** Rules whose window is over at `now`. */
  readonly expired: readonly Rule[];
  /** Rules that expire soon and leave their campaign without a rule at that instant. */
  readonly expiringSoon: readonly Expiry[];
  /** Rules that can never be in force: their window ends where it starts, or before. They count nowhere else. */
  readonly neverInForce: readonly Rule[];
}

/** How many rules in force at one time are listed by name. */
export const MOST_LISTED = 10;
