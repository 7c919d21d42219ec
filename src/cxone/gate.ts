// How many requests are under way, and when each may start. All requests to a tenant pass the same gate.
import { setImmediate as nextTurn } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { Clock } from '../ports.ts';
import { type Pace, makePace } from './pace.ts';

export interface Gate {
  /**
   * Runs a request when its turn has come; turns come in the order of asking.
   * @param signal where it aborts, the wait for the turn ends at once
   */
  readonly pass: <T>(request: () => Promise<T>, clock: Clock, signal?: AbortSignal) => Promise<T>;
  /**
   * Notes that the reply that has just come was a 429: nobody starts before the wait is over, and all go slower afterwards.
   * @param wait milliseconds
   */
  readonly slowDown: (wait: number, clock: Clock) => void;
}

async function waitForTurn(pace: Pace, clock: Clock, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    const known = pace.pausedUntil();
    const now = clock.now();
    const wait = Math.ceil(pace.reserve(now) - now);
    if (wait > 0) await clock.sleep(wait, signal);
    // A pause that began meanwhile holds for those who wait already, too.
    if (known === pace.pausedUntil() || signal?.aborted === true) return;
  }
}

/**
 * Makes the gate of one tenant.
 * @param concurrency requests under way together
 * @param perSecond an upper bound on starts a second, which are spaced evenly; undefined: none
 */
export function makeGate(concurrency: number, perSecond: number | undefined): Gate {
  const limit = pLimit(concurrency);
  const pace = makePace(perSecond);
  return {
    pass: async (request, clock, signal) => {
      pace.enter(clock.now());
      try {
        return await limit(async () => {
          await waitForTurn(pace, clock, signal);
          // What the request before it has come to must be known first: its failure may stop this one.
          await nextTurn();
          return request();
        });
      } finally {
        pace.leave(clock.now());
      }
    },
    slowDown: (wait, clock) => pace.slowDown(clock.now(), wait),
  };
}
