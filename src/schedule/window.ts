// The window of a rule: the instants at which it is in force. It knows no clock and no other rule.
import type { Payload, Rule } from '../rules/rule.ts';

/**
 * Half open: in force from `start` up to, not at, `end`. Milliseconds since the epoch; an unbounded side is -Infinity or
 * Infinity, which JSON.stringify writes as null.
 */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** The window that a rule's dates make. A payload's dates are instants already, so no time zone is asked for. */
export function windowOf({ effectiveDate, expirationDate }: Payload): Window {
  return {
    start: effectiveDate === undefined ? Number.NEGATIVE_INFINITY : Date.parse(effectiveDate),
    end: expirationDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(expirationDate),
  };
}

/** Whether a window has no bound: its rule has no date, and is always in force. */
export function isAlways({ start, end }: Window): boolean {
  return !Number.isFinite(start) && !Number.isFinite(end);
}

/** Whether there is no instant in a window: it ends where it starts, or before. */
export function isEmptyWindow({ start, end }: Window): boolean {
  return start >= end;
}

/** Whether an instant (milliseconds since the epoch) lies in a window. */
export function isInWindow({ start, end }: Window, at: number): boolean {
  return start <= at && at < end;
}

/** A rule that counts, with its window. */
export interface ScheduledRule {
  readonly rule: Rule;
  readonly window: Window;
}

/** Rules with their windows. Only ACTIVE rules count: the others are not, or not yet, meant to meet a caller. */
export function scheduleRules(rules: readonly Rule[]): ScheduledRule[] {
  return rules
    .filter((rule) => rule.status === 'ACTIVE')
    .map((rule) => ({ rule, window: windowOf(rule.payload) }));
}
