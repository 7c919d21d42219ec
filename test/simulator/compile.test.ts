import { expect, test } from 'vitest';
import type { Client } from './tenant-client.ts';
import { FLOWS, make, open, stoppedClock } from './tenant-client.ts';

const post = ({ call }: Client, id: string, verb: string) => call('POST', `${FLOWS}/${id}/${verb}`);
const status = async ({ call }: Client, id: string) => (await call('GET', `${FLOWS}/${id}/status`)).body;

const greeting = (id: string, mediaAssetId?: string, target = 'end') => ({
  id,
  type: 'greeting',
  mediaAssetId,
  transitions: [{ condition: 'default', target }],
});
const end = { id: 'end', type: 'hangup' };

test('a flow in which all is right is VALID', async () => {
  const client = await open();
  const verdict = await post(client, await make(client), 'validate');
  expect(verdict.status).toBe(200);
  expect(verdict.body).toEqual({ status: 'VALID', errors: [] });
});

test.each([
  ['an undefined target', { nodes: [greeting('a', 'hello', 'lost'), end] }, '/nodes/0/transitions/0/target'],
  ['a node id that is used twice', { nodes: [end, end] }, '/nodes/1/id'],
  ['a greeting without a media asset', { nodes: [greeting('a'), end] }, '/nodes/0/mediaAssetId'],
  ['an unknown media asset', { nodes: [greeting('a', 'nobody'), end] }, '/nodes/0/mediaAssetId'],
  ['an unknown campaign', { campaignId: 'nowhere' }, '/campaignId'],
  ['a campaign that is not active', { campaignId: 'closed' }, '/campaignId'],
])('a flow with %s is INVALID, and is not compiled', async (_name, change, path) => {
  const client = await open();
  const id = await make(client, 'DRAFT', change);
  const verdict = await post(client, id, 'validate');
  expect(verdict.status).toBe(200);
  expect(verdict.body).toEqual({ status: 'INVALID', errors: [{ path, message: expect.any(String) }] });
  const refused = await post(client, id, 'compile');
  expect(refused.status).toBe(400);
  expect(refused.body['code']).toBe('NOT_VALIDATED');
});

test('a flow that nobody has validated is not compiled', async () => {
  const client = await open();
  const id = await make(client);
  expect((await post(client, id, 'compile')).status).toBe(400);
  expect(await status(client, id)).toEqual({ status: 'NONE', engine: 'IDLE', errors: [] });
});

test('without a compile time a compilation is done in its reply', async () => {
  const client = await open();
  const id = await make(client, 'VALID');
  const reply = await post(client, id, 'compile');
  expect(reply.status).toBe(200);
  expect(reply.body).toEqual({ status: 'COMPILED' });
  expect(await status(client, id)).toEqual({ status: 'COMPILED', engine: 'IDLE', errors: [] });
});

test('a compilation that takes time keeps the engine and its flow from every other', async () => {
  const clock = stoppedClock();
  const client = await open({ now: clock.now, compileTime: 8000 });
  const one = await make(client, 'VALID');
  const other = await make(client, 'VALID');
  expect((await post(client, one, 'compile')).body).toEqual({ status: 'COMPILING' });
  clock.pass(7999);
  const locked = await post(client, one, 'compile');
  expect([locked.status, locked.body['code']]).toEqual([409, 'FLOW_LOCKED']);
  const busy = await post(client, other, 'compile');
  expect([busy.status, busy.body['code']]).toEqual([409, 'ENGINE_BUSY']);
  expect(await status(client, one)).toMatchObject({ status: 'COMPILING', engine: 'BUSY' });
  expect(await status(client, other)).toMatchObject({ status: 'NONE', engine: 'BUSY' });
  const early = await client.call('PATCH', `${FLOWS}/${one}`, { status: 'ACTIVE' });
  expect(early.status).toBe(409);
  clock.pass(1);
  const late = await client.call('PATCH', `${FLOWS}/${one}`, { status: 'ACTIVE' });
  expect(late.status).toBe(200);
  expect(await status(client, one)).toMatchObject({ status: 'COMPILED', engine: 'IDLE' });
  expect((await post(client, other, 'compile')).body).toEqual({ status: 'COMPILING' });
});

test('of two compilations asked for at once, one is taken', async () => {
  const client = await open({ compileTime: 60_000 });
  const flows = [await make(client, 'VALID'), await make(client, 'VALID')];
  const replies = await Promise.all(flows.map((id) => post(client, id, 'compile')));
  expect(replies.map((reply) => reply.status).sort((a, b) => a - b)).toEqual([200, 409]);
});

test('a flow that is deleted meanwhile leaves the engine busy to the end', async () => {
  const clock = stoppedClock();
  const client = await open({ now: clock.now, compileTime: 1000 });
  const gone = await make(client, 'COMPILED');
  const other = await make(client, 'VALID');
  await client.call('DELETE', `${FLOWS}/${gone}`);
  expect((await post(client, other, 'compile')).status).toBe(409);
  clock.pass(1000);
  expect((await post(client, other, 'compile')).status).toBe(200);
});

test.each([0, 500])('a media asset can make a compilation fail (compile time %i ms)', async (compileTime) => {
  const clock = stoppedClock();
  const client = await open({ now: clock.now, compileTime });
  const id = await make(client, 'VALID', { nodes: [greeting('a', 'bad'), end] });
  const reply = await post(client, id, 'compile');
  expect(reply.body).toEqual({ status: compileTime === 0 ? 'FAILED' : 'COMPILING' });
  clock.pass(compileTime);
  expect(await status(client, id)).toEqual({
    status: 'FAILED',
    engine: 'IDLE',
    errors: [{ path: '/nodes/0/mediaAssetId', message: expect.stringContaining('bad') }],
  });
  expect((await client.call('PATCH', `${FLOWS}/${id}`, { status: 'ACTIVE' })).status).toBe(409);
});

test.each(['validate', 'compile'])('there is nothing to %s in a flow that is not there', async (verb) => {
  const client = await open();
  expect((await post(client, 'none', verb)).status).toBe(404);
});

test('a flow that is not there has no status', async () => {
  const { call } = await open();
  expect((await call('GET', `${FLOWS}/none/status`)).status).toBe(404);
});
