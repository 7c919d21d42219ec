// Instants and spans as people read them, in UTC whatever offset they were written with.
import type { Window } from './window.ts';

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
