// Edge: the real clock.
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await delay(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      // An aborted wait ends early; whoever aborted it knows why.
      if (signal?.aborted !== true) throw error;
    }
  },
};
