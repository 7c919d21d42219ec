// How many requests are under way, and how many start in a second.
import pLimit from 'p-limit';
import pThrottle from 'p-throttle';
import { setImmediate as nextTurn } from 'node:timers/promises';

export type Gate = <T>(request: () => Promise<T>) => Promise<T>;

/** Spaces starts evenly, so that no window of a second sees more than the bound. */
function makeSpacing(perSecond: number): () => Promise<void> {
  const throttle = pThrottle({ limit: 1, interval: 1000 / perSecond });
  return throttle(async () => {});
}

/**
 * Makes the gate that every request to the tenant passes.
 * @param concurrency requests under way together
 * @param perSecond an upper bound on starts a second; undefined: none
 */
export function makeGate(concurrency: number, perSecond: number | undefined): Gate {
  const limit = pLimit(concurrency);
  const spacing = perSecond === undefined ? undefined : makeSpacing(perSecond);
  return async (request) =>
    limit(async () => {
      await spacing?.();
      // What the request before it has come to must be known first: its failure may stop this one.
      await nextTurn();
      return request();
    });
}
