import { expect, test } from 'vitest';
import { readSeed, SCOPES } from '../../src/simulator/seed.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import builtIn from '../../src/simulator/seed.json' with { type: 'json' };
import { rule, seed } from './tenant-client.ts';

test('the built-in seed can be used, with all scopes and a campaign that is not active', async () => {
  const read = readSeed(builtIn);
  expect(read.clients[0]?.scopes).toEqual(SCOPES);
  expect(read.campaigns.filter(({ status }) => status === 'INACTIVE')).toHaveLength(1);
  const simulator = await startSimulator();
  expect(simulator.credentials).toEqual({
    clientId: 'simulator-client',
    clientSecret: 'simulator-secret',
    accessKeyId: 'simulator-key',
    accessKeySecret: 'simulator-key-secret',
  });
  expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await simulator.close();
});

test('flows may be left out, and are filled in', () => {
  const { flows: _, ...rest } = seed;
  expect(readSeed(rest).flows).toEqual([]);
  const flows = [{ ...rule, nodes: [{ id: 'a', type: 'hangup' }] }];
  expect(readSeed({ ...rest, flows }).flows[0]?.nodes[0]?.transitions).toEqual([]);
});

test.each([
  ['no object', [], 'the seed must be an object'],
  ['no clients', { ...seed, clients: [] }, '/clients must have at least 1 item(s)'],
  ['no media', { ...seed, media: undefined }, '/media must be an array'],
  [
    'a scope that is none',
    { ...seed, clients: [{ ...seed.clients[0], scopes: ['all'] }] },
    '/clients/0/scopes/0 must be one of',
  ],
  ['a misspelt property', { ...seed, campains: [] }, '/campains is not a known property'],
  [
    'a status that is none',
    { ...seed, campaigns: [{ id: 'a', status: 'ON' }] },
    '/campaigns/0/status must be one of',
  ],
  ['a broken flow', { ...seed, flows: [{ ...rule, nodes: [] }] }, '/flows/0/nodes must have at least 1'],
  ['an id twice', { ...seed, media: [{ id: 'a' }, { id: 'a' }] }, '/media/1 repeats the id "a"'],
])('a seed with %s is refused, with the place', (_name, json, message) => {
  expect(() => readSeed(json)).toThrow(message);
});

test('all that is wrong is told at once', () => {
  expect(() => readSeed({ clients: 1, campaigns: 2, media: 3 })).toThrow(
    /\/clients .*\n.*\/campaigns .*\n.*\/media /,
  );
});
