// Instants as places on a line, and the dates that are written below it. All in UTC.
import { spellInstant } from '../../schedule/spell-span.ts';
import { type Window, isEmptyWindow } from '../../schedule/window.ts';

export interface Tick {
  /** Percent of the width. */
  readonly at: number;
  readonly words: string;
}

export interface TimeScale {
  readonly ticks: readonly Tick[];
  /** Percent of the width, 0 to 100, two digits; what lies outside is at the border. */
  readonly place: (instant: number) => number;
}

const DAY = 86_400_000;
const MOST_TICKS = 5;
/** Steps between dates: days, then months. */
const DAYS = [1, 2, 7, 14];
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200];

function monthOf(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Instants with the same distance, between two others. */
function chooseInstants(from: number, to: number): number[] {
  const days = DAYS.find((step) => (to - from) / (step * DAY) <= MOST_TICKS);
  if (days !== undefined) {
    const first = Math.ceil(from / (days * DAY));
    const last = Math.floor(to / (days * DAY));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * days * DAY);
  }
  const [start, end] = [monthOf(from), monthOf(to)];
  const months = MONTHS.find((step) => (end - start) / step <= MOST_TICKS) ?? 24_000;
  const first = Math.ceil((start + 1) / months) * months;
  return Array.from({ length: Math.max(0, Math.floor((end - first) / months) + 1) }, (_, index) => {
    const month = first + index * months;
    // Date.UTC takes a year below 100 for one of the last century.
    return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  });
}

/** The scale for some windows and an instant. */
export function makeTimeScale(windows: readonly Window[], now: number): TimeScale {
  const instants = windows
    .filter((window) => !isEmptyWindow(window))
    .flatMap(({ start, end }) => [start, end]);
  const known = [...instants, now].filter(Number.isFinite);
  const first = known.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const last = known.reduce((most, at) => Math.max(most, at), Number.NEGATIVE_INFINITY);
  const pad = Math.max(DAY, (last - first) * 0.08);
  const [from, to] = [first - pad, last + pad];
  const place = (at: number): number => {
    if (at <= from) return 0;
    return at >= to ? 100 : Math.round(((at - from) / (to - from)) * 10_000) / 100;
  };
  const ticks = chooseInstants(from, to).map((at) => ({
    at: place(at),
    words: spellInstant(at).slice(0, -10),
  }));
  return { ticks: ticks.filter(({ at }) => at > 8 && at < 92), place };
}
