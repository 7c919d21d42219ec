import { expect, test } from 'vitest';
import { open } from './tenant-client.ts';

const HOOKS = '/api/v2/event/webhooks';
const hook = {
  name: 'gitops',
  description: 'What becomes of calls',
  url: 'https://example.org/hook',
  events: ['ivr.flow.completed', 'ivr.flow.failed'],
  httpMethod: 'POST',
  enabled: true,
};

test('a webhook is made, listed by its name and changed', async () => {
  const { call, simulator } = await open();
  const made = await call('POST', HOOKS, hook);
  expect(made.status).toBe(201);
  expect(made.body).toEqual({ id: 'webhook-000001', ...hook });
  await call('POST', HOOKS, { ...hook, name: 'other' });
  const list = await call('GET', `${HOOKS}?name=gitops`);
  expect(list.body).toEqual({ entities: [made.body], nextPageToken: null });
  const patched = await call('PATCH', `${HOOKS}/webhook-000001`, { enabled: false });
  expect(patched.status).toBe(200);
  expect(patched.body).toEqual({ ...(made.body as object), enabled: false });
  expect(simulator.state().webhooks[0]).toEqual(patched.body);
});

test('two equal requests make two webhooks', async () => {
  const { call } = await open();
  await call('POST', HOOKS, hook);
  await call('POST', HOOKS, hook);
  expect((await call('GET', HOOKS)).body['entities']).toHaveLength(2);
});

test('webhooks come in pages of 100, newest first', async () => {
  const { call } = await open();
  for (let count = 0; count < 101; count += 1) await call('POST', HOOKS, hook);
  const { body } = await call('GET', `${HOOKS}?name=gitops`);
  expect(body['entities']).toHaveLength(100);
  const rest = await call('GET', `${HOOKS}?name=gitops&pageToken=${String(body['nextPageToken'])}`);
  expect(rest.body).toMatchObject({ entities: [{ id: 'webhook-000001' }], nextPageToken: null });
  expect((await call('GET', `${HOOKS}?pageToken=x`)).status).toBe(400);
});

test.each([
  [{ ...hook, url: undefined }, '/url'],
  [{ ...hook, events: ['ivr.flow.started'] }, '/events/0'],
  [{ ...hook, httpMethod: 'GET' }, '/httpMethod'],
  [{ ...hook, enabled: 'yes' }, '/enabled'],
])('a malformed webhook is refused (%#)', async (body, path) => {
  const { call } = await open();
  const answer = await call('POST', HOOKS, body);
  expect(answer.status).toBe(400);
  expect(answer.body['errors']).toEqual([{ path, message: expect.any(String) }]);
});

test('a patch of what is not there, or with what is no field, is refused', async () => {
  const { call } = await open();
  expect((await call('PATCH', `${HOOKS}/none`, { enabled: false })).status).toBe(404);
  await call('POST', HOOKS, hook);
  expect((await call('PATCH', `${HOOKS}/webhook-000001`, { colour: 'red' })).status).toBe(400);
});
