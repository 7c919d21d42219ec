import { expect, test } from 'vitest';
import { FLOWS, make, open, rule, stoppedClock } from './tenant-client.ts';

const WINDOW = { effectiveDate: '2027-11-01T00:00:00Z', expirationDate: '2027-12-31T23:59:59+02:00' };

test("a new flow is a draft with an id that counts up and with the tenant's times", async () => {
  const clock = stoppedClock();
  const { call } = await open({ now: clock.now });
  const first = await call('POST', FLOWS, { ...rule, ...WINDOW, status: 'INACTIVE' });
  const time = '2027-01-01T00:00:00.000Z';
  expect(first.status).toBe(201);
  expect(first.body).toEqual({
    ...rule,
    ...WINDOW,
    id: 'flow-000001',
    status: 'DRAFT',
    createdAt: time,
    updatedAt: time,
  });
  expect((await call('POST', FLOWS, rule)).body['id']).toBe('flow-000002');
  expect((await call('GET', `${FLOWS}/flow-000001`)).body).toEqual(first.body);
});

test('what the contract does not know is dropped, and transitions are filled in', async () => {
  const { call } = await open();
  const nodes = [{ id: 'a', type: 'hangup', colour: 'red' }];
  const sent = { ...rule, nodes, $schema: 'x', id: 'mine', createdAt: 'never' };
  const { body } = await call('POST', FLOWS, sent);
  expect(body).not.toHaveProperty('$schema');
  expect(body['id']).toBe('flow-000001');
  expect(body['createdAt']).not.toBe('never');
  expect(body['nodes']).toEqual([{ id: 'a', type: 'hangup', transitions: [] }]);
});

const node = rule.nodes[0];

test.each([
  ['no name', { name: undefined }, '/name'],
  ['a name that is no text', { name: 1 }, '/name'],
  ['no campaign', { campaignId: undefined }, '/campaignId'],
  ['no nodes', { nodes: [] }, '/nodes'],
  ['nodes that are no array', { nodes: {} }, '/nodes'],
  ['an unknown type', { nodes: [{ ...node, type: 'menu' }] }, '/nodes/0/type'],
  ['a node without an id', { nodes: [node, { type: 'queue' }] }, '/nodes/1/id'],
  [
    'a transition without a target',
    { nodes: [{ ...node, transitions: [{ condition: 'x' }] }] },
    '/nodes/0/transitions/0/target',
  ],
  ['no fallback', { fallbackAction: undefined }, '/fallbackAction'],
  ['an unknown fallback', { fallbackAction: { type: 'greeting' } }, '/fallbackAction/type'],
  ['an unknown status', { status: 'LIVE' }, '/status'],
  ['the status ACTIVE', { status: 'ACTIVE' }, '/status'],
  ['a date without an offset', { effectiveDate: '2027-11-01T00:00:00' }, '/effectiveDate'],
  ['a day that no calendar has', { expirationDate: '2027-02-30T00:00:00Z' }, '/expirationDate'],
  ['an hour that no day has', { expirationDate: '2027-02-03T24:00:00Z' }, '/expirationDate'],
  ['a null date', { expirationDate: null }, '/expirationDate'],
])('a rule with %s is refused, with the place', async (_name, change, path) => {
  const { simulator, call } = await open();
  const answer = await call('POST', FLOWS, { ...rule, ...change });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining(path) });
  expect(answer.body['errors']).toEqual([{ path, message: expect.any(String) }]);
  expect(simulator.state().flows).toEqual([]);
});

test('a rule that is wrong in several places is told so at once', async () => {
  const { call } = await open();
  const { body } = await call('POST', FLOWS, { nodes: [{ id: 1, type: 'x' }] });
  expect(body['errors']).toHaveLength(5);
});

test('a rule without a body is refused', async () => {
  const { call } = await open();
  expect((await call('POST', FLOWS)).status).toBe(400);
});

test('a patch sets what it names, clears what is null and leaves the rest', async () => {
  const clock = stoppedClock();
  const client = await open({ now: clock.now });
  const id = await make(client, 'COMPILED', WINDOW);
  clock.pass(1000);
  const activated = await client.call('PATCH', `${FLOWS}/${id}`, { status: 'ACTIVE', expirationDate: null });
  expect(activated.status).toBe(200);
  expect(activated.body).toMatchObject({ status: 'ACTIVE', effectiveDate: WINDOW.effectiveDate });
  expect(activated.body).not.toHaveProperty('expirationDate');
  expect(activated.body['updatedAt']).toBe('2027-01-01T00:00:01.000Z');
  expect(activated.body['createdAt']).toBe('2027-01-01T00:00:00.000Z');
  const ended = await client.call('PATCH', `${FLOWS}/${id}`, { expirationDate: '2028-02-29T00:00:00Z' });
  expect(ended.body).toMatchObject({
    status: 'ACTIVE',
    effectiveDate: WINDOW.effectiveDate,
    expirationDate: '2028-02-29T00:00:00Z',
  });
});

test('a patch does not take back that a flow is compiled', async () => {
  const client = await open();
  const id = await make(client, 'ACTIVE');
  await client.call('PATCH', `${FLOWS}/${id}`, { status: 'INACTIVE' });
  const again = await client.call('PATCH', `${FLOWS}/${id}`, { status: 'ACTIVE' });
  expect(again.status).toBe(200);
});

test.each(['DRAFT', 'VALID'] as const)(
  'a flow that has only come to %s cannot become ACTIVE',
  async (stage) => {
    const client = await open();
    const id = await make(client, stage);
    const answer = await client.call('PATCH', `${FLOWS}/${id}`, { status: 'ACTIVE' });
    expect(answer.status).toBe(409);
    expect(answer.body['code']).toBe('NOT_COMPILED');
    expect((await client.call('GET', `${FLOWS}/${id}`)).body['status']).toBe('DRAFT');
    expect((await client.call('PATCH', `${FLOWS}/${id}`, { status: 'INACTIVE' })).status).toBe(200);
  },
);

test.each([
  [{ name: 'Other' }, '/name'],
  [{ status: 'ACTIVE', nodes: [] }, '/nodes'],
  [{ status: null }, '/status'],
  [{ effectiveDate: 'tomorrow' }, '/effectiveDate'],
  [{ expirationDate: '2027-13-01T00:00:00Z' }, '/expirationDate'],
  [[], ''],
  [undefined, ''],
])('the patch %j is refused', async (patch, path) => {
  const client = await open();
  const id = await make(client, 'COMPILED');
  const { status, body } = await client.call('PATCH', `${FLOWS}/${id}`, patch);
  expect(status).toBe(400);
  expect(body['errors']).toEqual([{ path, message: expect.any(String) }]);
  expect(client.simulator.state().flows[0]).toMatchObject({ name: 'Sales', status: 'DRAFT' });
});

test('an ACTIVE flow cannot be deleted; another can, once', async () => {
  const client = await open();
  const id = await make(client, 'ACTIVE');
  const refused = await client.call('DELETE', `${FLOWS}/${id}`);
  expect(refused.status).toBe(409);
  expect(refused.body['code']).toBe('FLOW_ACTIVE');
  await client.call('PATCH', `${FLOWS}/${id}`, { status: 'INACTIVE' });
  const gone = await client.call('DELETE', `${FLOWS}/${id}`);
  expect(gone.status).toBe(204);
  expect((await client.call('DELETE', `${FLOWS}/${id}`)).status).toBe(404);
  expect((await client.call('GET', `${FLOWS}/${id}`)).status).toBe(404);
  expect(await make(client)).toBe('flow-000002');
});

test('there is no patching of what is not there', async () => {
  const { call } = await open();
  expect((await call('PATCH', `${FLOWS}/none`, { status: 'INACTIVE' })).status).toBe(404);
});
