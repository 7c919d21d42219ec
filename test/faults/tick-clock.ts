// A clock that moves only where somebody sleeps. Waits that run together end together, as real ones do.
import type { Clock } from '../../src/ports.ts';

/** @param start milliseconds since the epoch */
export function makeTickClock(start: number): Clock {
  let time = start;
  return {
    now: () => time,
    sleep: async (milliseconds, signal) => {
      const end = time + milliseconds;
      // What is under way may go on first.
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      if (signal?.aborted !== true) time = Math.max(time, end);
    },
  };
}
