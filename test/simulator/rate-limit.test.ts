import { expect, test } from 'vitest';
import { FLOWS, open, rule, stoppedClock } from './tenant-client.ts';

test.each([
  ['seconds', '8'],
  ['date', 'Fri, 01 Jan 2027 00:00:11 GMT'],
  ['none', null],
] as const)('over the limit comes 429, with Retry-After as %s', async (retryAfter, header) => {
  const clock = stoppedClock(Date.parse('2027-01-01T00:00:00.500Z'));
  const { call, simulator } = await open({
    now: clock.now,
    rateLimit: { requests: 3, perSeconds: 10, retryAfter },
  });
  clock.pass(2300);
  expect((await call('GET', FLOWS)).status).toBe(200);
  expect((await call('GET', FLOWS)).status).toBe(200);
  const limited = await call('POST', FLOWS, rule);
  expect(limited.status).toBe(429);
  expect(limited.headers.get('retry-after')).toBe(header);
  expect(limited.body['code']).toBe('TOO_MANY_REQUESTS');
  expect(simulator.state().flows).toEqual([]);
});

test('who waits as long as told is let in, and the window slides', async () => {
  const clock = stoppedClock();
  const { call } = await open({ now: clock.now, rateLimit: { requests: 2, perSeconds: 1 } });
  clock.pass(400);
  const statuses = [(await call('GET', FLOWS)).status, (await call('GET', FLOWS)).status];
  clock.pass(599);
  statuses.push((await call('GET', FLOWS)).status);
  clock.pass(1);
  statuses.push((await call('GET', FLOWS)).status, (await call('GET', FLOWS)).status);
  expect(statuses).toEqual([200, 429, 429, 200, 429]);
});

test('latency comes before a reply, and does not put off the effect', async () => {
  const { call, simulator } = await open({ latency: 60 });
  const start = performance.now();
  const pending = call('POST', FLOWS, rule);
  await expect.poll(() => simulator.state().flows.length, { interval: 5 }).toBe(1);
  expect((await pending).status).toBe(201);
  expect(performance.now() - start).toBeGreaterThan(55);
});
