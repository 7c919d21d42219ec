// How many requests the tenant takes in a stretch of time, and the 429 over it; the clock comes in.

import type { Reply } from './reply.ts';
import { refuse } from './reply.ts';

export interface RateLimit {
  readonly requests: number;
  readonly perSeconds: number;
  /** How a 429 says when to come back: seconds (the default), an HTTP date, or not at all. */
  readonly retryAfter?: 'seconds' | 'date' | 'none';
}

/**
 * Counts one request that arrives now.
 * @param limit the limit; undefined: there is none
 * @param taken the arrival times (ms since the epoch) of requests that were let in; changed in place
 * @param now ms since the epoch
 * @returns a 429 where the last `perSeconds` seconds have let in enough, else null
 */
export function limitRate(limit: RateLimit | undefined, taken: number[], now: number): Reply | null {
  if (limit === undefined) return null;
  const windowStart = now - limit.perSeconds * 1000;
  while (taken[0] !== undefined && taken[0] <= windowStart) taken.shift();
  if (taken.length < limit.requests) {
    taken.push(now);
    return null;
  }
  const freeAt = (taken[0] ?? now) + limit.perSeconds * 1000;
  const reply = refuse(429, 'TOO_MANY_REQUESTS', 'Too many requests; come back later.');
  const header = retryAfter(limit, now, freeAt);
  return header === null ? reply : { ...reply, headers: { 'retry-after': header } };
}

/** Both forms know whole seconds only, and are rounded up: to come back then is never too early. */
function retryAfter(limit: RateLimit, now: number, freeAt: number): string | null {
  const { retryAfter: form = 'seconds' } = limit;
  if (form === 'none') return null;
  if (form === 'seconds') return String(Math.ceil((freeAt - now) / 1000));
  return new Date(Math.ceil(freeAt / 1000) * 1000).toUTCString();
}
