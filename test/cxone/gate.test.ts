import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeGate } from '../../src/cxone/gate.ts';
import { systemClock } from '../../src/runner/system-clock.ts';
import { FLOW, json, openLocalTenant } from './local-tenant.ts';
import { makeEventClock } from './event-clock.ts';
import { carryLoad } from './limited-tenant.ts';
import { type VirtualClock, makeVirtualClock } from './virtual-clock.ts';

const realClock: VirtualClock = { ...systemClock, pass: () => {}, sleeps: [] };

const many = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('a gate', () => {
  it('gives back what a request gives, or its error, and goes on after it', async () => {
    const gate = makeGate(1, undefined);
    const clock = makeVirtualClock();
    expect(await gate.pass(async () => 7, clock)).toBe(7);
    const failing = gate.pass(async () => {
      throw new Error('no');
    }, clock);
    await expect(failing).rejects.toThrow('no');
    expect(await gate.pass(async () => 8, clock)).toBe(8);
  });

  it('starts waiting requests in the order in which they came', async () => {
    const gate = makeGate(2, undefined);
    const started: number[] = [];
    await Promise.all(
      many(10).map(async (index) =>
        gate.pass(async () => {
          started.push(index);
          await nextTurn();
        }, makeVirtualClock()),
      ),
    );
    expect(started).toEqual(many(10));
  });
});

describe('requests to a tenant', () => {
  it.each([1, 3, 8])('are never more than %d under way, and as many where there is work', async (bound) => {
    const waiting: ServerResponse[] = [];
    let [most, answered] = [0, 0];
    // Nobody is answered before the bound is reached, and a little time is left to go past it.
    const { tenant } = await openLocalTenant(
      async (_seen, response) => {
        waiting.push(response);
        most = Math.max(most, waiting.length);
        if (waiting.length < Math.min(bound, 40 - answered)) return;
        await setTimeout(20);
        most = Math.max(most, waiting.length);
        answered += waiting.length;
        for (const held of waiting.splice(0)) json(held, 200, FLOW);
      },
      { gate: makeGate(bound, undefined) },
    );
    await Promise.all(many(40).map(async () => tenant.getFlow('flow-1')));
    expect(most).toBe(bound);
  });

  it('are never more under way also where some are repeated and tokens are renewed', async () => {
    let [underWay, most] = [0, 0];
    const { tenant, undoTenant, calls } = await openLocalTenant(
      async (_seen, response, count) => {
        most = Math.max(most, ++underWay);
        for (const _turn of many(5)) await nextTurn();
        underWay--;
        const status = count % 7 === 0 ? 401 : count % 3 === 0 ? 503 : 200;
        json(response, status, FLOW);
      },
      { gate: makeGate(4, undefined) },
    );
    const both = [tenant, undoTenant].flatMap((door) => many(20).map(async () => door.getFlow('flow-1')));
    await Promise.allSettled(both);
    expect(calls().length).toBeGreaterThan(40);
    expect(most).toBe(4);
  });

  it.each([20, 45.5])('start no faster than %d a second, the token request included', async (perSecond) => {
    const { tenant, server } = await openLocalTenant((_seen, response) => json(response, 200, FLOW), {
      gate: makeGate(8, perSecond),
      clock: realClock,
    });
    await Promise.all(many(14).map(async () => tenant.getFlow('flow-1')));
    const arrivals = server.seen.map(({ at }) => at);
    expect(arrivals).toHaveLength(15);
    const spacing = 1000 / perSecond;
    const took = arrivals.at(-1)! - arrivals[0]!;
    expect(took).toBeGreaterThan(14 * spacing * 0.6);
    // Evenly, with a wide margin for a machine that is busy.
    for (const [index, at] of arrivals.entries())
      expect((arrivals[index + 5] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThan(spacing);
  });

  it('are as fast as they can be without a bound', async () => {
    const { tenant, server } = await openLocalTenant((_seen, response) => json(response, 200, FLOW));
    await Promise.all(many(50).map(async () => tenant.getFlow('flow-1')));
    const arrivals = server.seen.map(({ at }) => at);
    expect(arrivals.at(-1)! - arrivals[0]!).toBeLessThan(5_000);
  });
});

describe('a tenant with a rate limit', () => {
  it.each([
    [10, 1, 'seconds'],
    [20, 1, 'seconds'],
    [30, 1, 'seconds'],
    [50, 1, 'seconds'],
    [100, 10, 'seconds'],
    [10, 1, 'date'],
    [20, 1, 'date'],
    [30, 1, 'date'],
    [10, 1, 'none'],
    [50, 1, 'none'],
    [100, 1, 'none'],
  ] as const)(
    'of %d requests in %d s that says when in %s is met closely',
    async (requests, perSeconds, retryAfter) => {
      const figures = await carryLoad({ limit: { requests, perSeconds, retryAfter }, rules: 100 });
      const { calls, took, refusedShare, lost } = figures;
      expect(lost).toBe(0);
      expect(refusedShare).toBeLessThanOrEqual(0.05);
      expect(took).toBeLessThanOrEqual((1.3 * calls) / (requests / perSeconds));
    },
  );

  it.each([1, 5, 40])(
    'is never refused where requests-per-second keeps below it (%d a second)',
    async (rate) => {
      const limit = { requests: rate, perSeconds: 1 };
      const figures = await carryLoad({ limit, rules: 20, perSecond: rate * 0.95 });
      expect(figures.refusedShare).toBe(0);
      expect(figures.took).toBeLessThanOrEqual((1.06 * figures.calls) / (rate * 0.95));
    },
  );

  it('is not exceeded by more than the requests under way, once it is known', async () => {
    const limit = { requests: 20, perSeconds: 1 };
    const { arrivals } = await carryLoad({ limit, rules: 100 });
    const later = arrivals.filter((at) => at > 2_000);
    const most = Math.max(
      ...later.map((from) => later.filter((at) => at >= from && at < from + 1000).length),
    );
    expect(most).toBeLessThanOrEqual(20 + 8);
  });
});

describe('a reply 429', () => {
  it('holds everybody back until the time that it names, also those that wait already', async () => {
    const clock = makeEventClock();
    const gate = makeGate(4, 10);
    const start = clock.now();
    const starts: number[] = [];
    const one = async (): Promise<number> => gate.pass(async () => starts.push(clock.now() - start), clock);
    await clock.run(
      Promise.all([...many(4).map(one), clock.sleep(150).then(() => gate.slowDown(3000, clock))]),
    );
    expect(starts.slice(0, 2)).toEqual([0, 100]);
    expect(starts[2]).toBe(3150);
    expect(starts).toHaveLength(4);
  });

  it('that is the only one slows nobody down after its wait', async () => {
    const clock = makeEventClock();
    const gate = makeGate(8, undefined);
    const start = clock.now();
    await gate.pass(async () => {}, clock);
    gate.slowDown(500, clock);
    const starts: number[] = [];
    await clock.run(
      Promise.all(many(50).map(async () => gate.pass(async () => starts.push(clock.now() - start), clock))),
    );
    expect(new Set(starts)).toEqual(new Set([500]));
  });

  it('holds nobody back whose run is cancelled', async () => {
    const clock = makeEventClock();
    const gate = makeGate(1, undefined);
    const cancel = new AbortController();
    gate.slowDown(60_000, clock);
    const waiting = gate.pass(async () => clock.now(), clock, cancel.signal);
    await nextTurn();
    cancel.abort();
    expect(await waiting).toBe(makeEventClock().now());
  });
});
