// How long to wait before a request is repeated: as the tenant asks, else exponentially with jitter.

/** Attempts at one request, the first included. */
export const MOST_ATTEMPTS = 5;
/** Milliseconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;
/** A tenant that asks for a longer wait than this, in milliseconds, is not waited for. */
export const LONGEST_RETRY_AFTER = 120_000;

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3): seconds or an HTTP date.
 * @param now milliseconds since the epoch
 * @returns milliseconds from now, at least 0; undefined where it says nothing that can be read
 */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  // The forms of RFC 9110, section 5.6.7; the last of them has no zone and means GMT. Date.parse alone takes almost anything.
  const isDate = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d\d:\d\d:\d\d( GMT| \d{4})$/i.test(text);
  const time = isDate ? Date.parse(text.replace(/ \d{4}$/, '$& GMT')) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

/**
 * The wait before an attempt without `Retry-After`: exponential with full jitter over its upper half (M. Brooker,
 * "Exponential Backoff And Jitter", 2015).
 * @param attempt how many attempts have failed, from 1
 * @param random from 0 up to, not at, 1
 * @returns milliseconds
 */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
  return ceiling / 2 + (random * ceiling) / 2;
}
