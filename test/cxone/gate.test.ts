import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeGate } from '../../src/cxone/gate.ts';
import { FLOW, json, openLocalTenant } from './local-tenant.ts';

const many = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('a gate', () => {
  it('gives back what a request gives, or its error, and goes on after it', async () => {
    const gate = makeGate(1, undefined);
    expect(await gate(async () => 7)).toBe(7);
    const failing = gate(async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await gate(async () => 8)).toBe(8);
  });

  it('starts waiting requests in the order in which they came', async () => {
    const gate = makeGate(2, undefined);
    const started: number[] = [];
    await Promise.all(
      many(10).map(async (index) =>
        gate(async () => {
          started.push(index);
          await nextTurn();
        }),
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
