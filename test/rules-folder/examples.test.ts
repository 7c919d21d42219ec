import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import builtIn from '../../src/simulator/seed.json' with { type: 'json' };
import { readSeed } from '../../src/simulator/seed.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { send, takeToken } from '../simulator/tenant-client.ts';

interface Example {
  readonly name: string;
  readonly campaignId: string;
  readonly nodes: readonly { readonly mediaAssetId?: string }[];
}

const FOLDER = new URL('../../rules/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && !file.endsWith('.test.json'));
const read = (file: string) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Example;
const seed = readSeed(builtIn);

test('there are examples enough, with names of their own', () => {
  const names = files.map((file) => read(file).name);
  expect(names.length).toBeGreaterThanOrEqual(8);
  expect(new Set(names).size).toBe(names.length);
});

test.each(files)('the file name of %s says its rule', (file) => {
  expect(file).toMatch(/^[a-z]+(-[a-z]+)*\.json$/);
  expect(`${read(file).name.toLowerCase()}.json`).toBe(file);
});

test.each(files)('the built-in tenant has what %s refers to', (file) => {
  const { campaignId, nodes } = read(file);
  expect(seed.campaigns.find(({ id }) => id === campaignId)?.status).toBe('ACTIVE');
  const known = seed.media.map(({ id }) => id);
  for (const { mediaAssetId } of nodes) if (mediaAssetId !== undefined) expect(known).toContain(mediaAssetId);
});

test('the built-in tenant has no media asset that no example uses', () => {
  const used = new Set(files.flatMap((file) => read(file).nodes.map((node) => node.mediaAssetId)));
  expect(seed.media.filter(({ id }) => !used.has(id))).toEqual([]);
});

test.each(files)('the built-in tenant takes, validates and compiles %s', async (file) => {
  const simulator = await startSimulator();
  try {
    const token = await takeToken(simulator);
    const post = (path: string, body?: unknown) => send(simulator.url + path, 'POST', body, token);
    const flow = await post('/api/v2/ivr/flows', { ...read(file), status: 'DRAFT' });
    expect(flow.status).toBe(201);
    const verdict = await post(`/api/v2/ivr/flows/${String(flow.body['id'])}/validate`);
    expect(verdict.body).toEqual({ status: 'VALID', errors: [] });
    const compiled = await post(`/api/v2/ivr/flows/${String(flow.body['id'])}/compile`);
    expect(compiled.body).toEqual({ status: 'COMPILED' });
  } finally {
    await simulator.close();
  }
});
