// Instants and spans as people read them, in UTC whatever offset they were written with.
import type { Window } from './window.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An instant such as `2027-11-01 00:00 UTC`; seconds, and their fraction, only where they are not zero. */
export function spellInstant(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().slice(0, -1).split('T');
  return `${date} ${time.replace(/(?::00)?\.000$/, '')} UTC`;
}

/** A span after "in force": `from … to …`, `from … on`, `until …` or `always`. */
export function spellSpan({ start, end }: Window): string {
  const begins = Number.isFinite(start);
  if (!Number.isFinite(end)) return begins ? `from ${spellInstant(start)} on` : 'always';
  return begins ? `from ${spellInstant(start)} to ${spellInstant(end)}` : `until ${spellInstant(end)}`;
}

/** An instant as an operations manager writes it, such as `1 Nov 2027 00:00 UTC`. */
export function spellDay(at: number): string {
  const [, time = ''] = spellInstant(at).split(' ');
  const date = new Date(at);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()} ${time} UTC`;
}
