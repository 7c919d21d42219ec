// A clock that moves only where somebody sleeps, and remembers for how long.
import type { Clock } from '../../src/ports.ts';

export interface VirtualClock extends Clock {
  readonly pass: (milliseconds: number) => void;
  /** Every wait so far, in milliseconds. */
  readonly sleeps: readonly number[];
}

/** @param onSleep told of every wait before it is over */
export function makeVirtualClock(
  start = Date.parse('2027-01-01T12:00:00Z'),
  onSleep: (milliseconds: number) => void | Promise<void> = () => {},
): VirtualClock {
  let time = start;
  const sleeps: number[] = [];
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return {
    now: () => time,
    pass,
    sleeps,
    sleep: async (milliseconds, signal) => {
      if (signal?.aborted === true) return;
      sleeps.push(milliseconds);
      await onSleep(milliseconds);
      pass(milliseconds);
    },
  };
}
