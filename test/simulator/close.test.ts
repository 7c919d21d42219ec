import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { FLOWS, open } from './tenant-client.ts';

test('closing ends at once, whatever connections are open', async () => {
  const { simulator, call } = await open();
  simulator.orderFault({ match: {}, kind: 'timeout', when: 'before' });
  const hanging = call('GET', FLOWS).catch((error: unknown) => error);
  await expect.poll(() => simulator.state().requests.length, { interval: 5 }).toBe(2);
  const silent = connect(Number(new URL(simulator.url).port), '127.0.0.1');
  await once(silent, 'connect');
  const start = performance.now();
  await simulator.close();
  expect(performance.now() - start).toBeLessThan(2000);
  expect(await hanging).toBeInstanceOf(TypeError);
  if (!silent.closed) await once(silent, 'close');
  await simulator.close();
});

test('closing does not wait for a latency', async () => {
  const simulator = await startSimulator({ latency: 60_000 });
  const pending = fetch(simulator.url).catch((error: unknown) => error);
  await expect.poll(() => simulator.state().requests.length, { interval: 5 }).toBe(1);
  const start = performance.now();
  await simulator.close();
  expect(performance.now() - start).toBeLessThan(2000);
  expect(await pending).toBeInstanceOf(TypeError);
});

test('after closing nobody listens, and a taken port is an error', async () => {
  const { simulator } = await open();
  const port = Number(new URL(simulator.url).port);
  await expect(startSimulator({ port })).rejects.toThrow('EADDRINUSE');
  await simulator.close();
  await expect(fetch(simulator.url)).rejects.toThrow('fetch failed');
});
