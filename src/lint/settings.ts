// What a lint run goes by beside the rules: limits, thresholds and the instant. It knows no file and no input.
import { SOON_DAYS } from '../schedule/make-timelines.ts';

/** What a repository's config file can set. */
export interface Thresholds {
  /** The most keys that a menu may offer. */
  readonly mostChoices: number;
  /** A rule that expires within so many days of 24 hours, with nothing after it, expires soon. */
  readonly soonDays: number;
}

export interface LintSettings extends Thresholds {
  /** The largest depth that passes, in transitions. */
  readonly maxDepth: number;
  /** The instant that windows are held against, in milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The thresholds that hold where nothing else is said. Seven choices: G. A. Miller, "The Magical Number Seven, Plus or
 * Minus Two", Psychological Review 63(2), 1956, which is generous to callers, who hear a menu and cannot look back.
 */
export const DEFAULT_THRESHOLDS = { mostChoices: 7, soonDays: SOON_DAYS } as const;
