// A clock for many that wait at once: time jumps to the next instant that somebody waits for, when nobody else can go on.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../src/ports.ts';

export interface EventClock extends Clock {
  /** Lets time pass until some work is done. @throws Error where it waits for nothing */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
}

/** Turns of the event loop after which nobody can go on who does not wait for the time. */
const TURNS = 3;

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function makeEventClock(start = Date.parse('2027-01-01T12:00:00Z')): EventClock {
  let time = start;
  const sleepers: Sleeper[] = [];
  const wakeNext = (): void => {
    const first = sleepers.reduce<Sleeper | undefined>(
      (earliest, sleeper) => (earliest === undefined || sleeper.at < earliest.at ? sleeper : earliest),
      undefined,
    );
    if (first === undefined) throw new Error('nobody waits, and the work is not done');
    sleepers.splice(sleepers.indexOf(first), 1);
    time = Math.max(time, first.at);
    first.wake();
  };
  return {
    now: () => time,
    sleep: async (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        signal?.addEventListener('abort', () => resolve(), { once: true });
        return sleepers.push({ at: time + milliseconds, wake: resolve });
      }),
    run: async (work) => {
      const state = { isDone: false };
      const settled = work.finally(() => {
        state.isDone = true;
      });
      settled.catch(() => {});
      // Some of those who can go on do so a turn later.
      const settle = async (): Promise<void> => {
        for (let turn = 0; turn < TURNS; turn++) await nextTurn();
      };
      for (await settle(); !state.isDone; await settle()) wakeNext();
      return settled;
    },
  };
}
