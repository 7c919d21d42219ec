import { describe, expect, it } from 'vitest';
import { type Pace, makePace } from '../../src/cxone/pace.ts';

/** Requests that start and have their replies at once. */
function take(pace: Pace, now: number, count: number): void {
  for (let index = 0; index < count; index++) {
    pace.enter(now);
    pace.reserve(now);
    pace.leave(now);
  }
}

/** A request that starts and is refused at once. */
function refuse(pace: Pace, now: number, wait: number): void {
  take(pace, now, 1);
  pace.slowDown(now, wait);
}

/** The time between two starts from an instant on, in milliseconds. */
function spacing(pace: Pace, now: number): number {
  const first = pace.reserve(now);
  return pace.reserve(now) - first;
}

describe('a pace', () => {
  it('has no spacing without a bound, and an even one with it', () => {
    expect(spacing(makePace(undefined), 0)).toBe(0);
    expect(spacing(makePace(8), 0)).toBe(125);
  });

  it('learns from a 429 what was taken, over the time until more is taken', () => {
    const pace = makePace(undefined);
    take(pace, 0, 50);
    refuse(pace, 0, 1000);
    expect(pace.pausedUntil()).toBe(1000);
    expect(spacing(pace, 1000)).toBe(20);
  });

  it('leaves idle time out of that', () => {
    const pace = makePace(undefined);
    take(pace, 0, 30);
    take(pace, 60_000, 20);
    refuse(pace, 60_500, 500);
    expect(spacing(pace, 61_000)).toBeCloseTo(1000 / (50 / (1 - 0.5)), 6);
  });

  it('learns nothing from one 429 after few requests, and something from two', () => {
    const pace = makePace(undefined);
    take(pace, 0, 5);
    refuse(pace, 0, 1000);
    expect(spacing(pace, 1000)).toBe(0);
    take(pace, 1000, 5);
    refuse(pace, 1000, 1000);
    expect(spacing(pace, 2000)).toBe(200);
  });

  it('counts those that were refused together once', () => {
    const pace = makePace(undefined);
    take(pace, 0, 50);
    const together = Array.from({ length: 8 }, () => pace.reserve(0));
    for (const start of together) pace.enter(start);
    for (const start of together) {
      pace.leave(start);
      pace.slowDown(start, 1000);
    }
    expect(spacing(pace, 1000)).toBe(20);
  });

  it('pauses twice as long where nothing gets through after a pause, and learns on', () => {
    const pace = makePace(undefined);
    take(pace, 0, 50);
    refuse(pace, 0, 500);
    refuse(pace, 500, 500);
    expect(pace.pausedUntil()).toBe(1500);
    refuse(pace, 1500, 500);
    expect(pace.pausedUntil()).toBe(3500);
    expect(spacing(pace, 3500)).toBe(70);
    for (let count = 0; count < 9; count++) refuse(pace, pace.pausedUntil(), 500);
    const last = pace.pausedUntil();
    refuse(pace, last, 500);
    expect(pace.pausedUntil()).toBe(last + 20_000);
  });

  it('grows fast at first, slowly after the next 429, and never past its bound', () => {
    const pace = makePace(100);
    const free = makePace(undefined);
    take(free, 0, 50);
    refuse(free, 0, 1000);
    expect(spacing(free, 3000)).toBeCloseTo(20 / 1.4 ** 2, 6);
    take(free, 3000, 70);
    refuse(free, 4000, 1000);
    const close = 1000 / spacing(free, 5000);
    expect(1000 / spacing(free, 15_000) / close).toBeLessThan(1.1);
    take(pace, 0, 50);
    refuse(pace, 1000, 1000);
    expect(1000 / spacing(pace, 1_000_000)).toBeCloseTo(100, 6);
  });

  it.each([
    ['most of a rate that nearly all got through at', 20, 19],
    ['most of what got through of a rate that was too high', 16, 15.2],
  ])('keeps %s', (_case, perSecond, kept) => {
    const pace = makePace(20);
    // One that is under way all the time: nothing of it is idle.
    pace.enter(0);
    for (let second = 0; second < 10; second++) take(pace, second * 1000, perSecond);
    refuse(pace, 10_000, 1000);
    expect(1000 / spacing(pace, 11_000)).toBeCloseTo(kept, 6);
  });

  it('is never slower than one start a second, and at most halved by one 429', () => {
    const pace = makePace(100);
    refuse(pace, 0, 1000);
    expect(spacing(pace, 1000)).toBe(20);
    const slow = makePace(1);
    refuse(slow, 0, 1000);
    expect(spacing(slow, 1000)).toBe(1000);
  });
});
