// ISO 8601 durations, and the cutting of a stretch of time into intervals of one; months and years go by the calendar, in UTC.

import type { Span } from './in-force.ts';

const DURATION =
  /^P(?!$)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;
const DAY = 86_400_000;

export interface Duration {
  readonly months: number;
  readonly milliseconds: number;
}

/** Reads a duration; null for what is none, and for one of no length. */
export function readDuration(text: string): Duration | null {
  const match = DURATION.exec(text);
  if (match === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const duration = {
    months: years * 12 + months,
    milliseconds: (weeks * 7 + days) * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
  return duration.months + duration.milliseconds > 0 ? duration : null;
}

function addTimes(start: number, { months, milliseconds }: Duration, times: number): number {
  if (months === 0) return start + milliseconds * times;
  const date = new Date(start);
  date.setUTCMonth(date.getUTCMonth() + months * times);
  return date.getTime() + milliseconds * times;
}

/** Cuts a stretch into intervals from its start on, the last one perhaps shorter; null where there are more than `most`. */
export function cutIntervals({ start, end }: Span, duration: Duration, most: number): Span[] | null {
  const spans: Span[] = [];
  for (let from = start; from < end;) {
    if (spans.length >= most) return null;
    const next = addTimes(start, duration, spans.length + 1);
    // Past the calendar's end there is no next one.
    const to = Number.isNaN(next) ? end : Math.min(next, end);
    spans.push({ start: from, end: to });
    from = to;
  }
  return spans;
}
