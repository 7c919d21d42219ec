import { expect, test } from 'vitest';
import type { TenantState } from '../../src/simulator/snapshot.ts';
import { FLOWS, make, open, rule, send } from './tenant-client.ts';

const DOOR = '/__simulator';

test('the door shows the state, and is not in it', async () => {
  const { simulator, call } = await open({ now: () => 7 });
  const { status, body } = await call('GET', `${DOOR}/state`);
  expect(status).toBe(200);
  expect(body).toEqual(simulator.state());
  expect((body as unknown as TenantState).requests.map(({ path }) => path)).toEqual(['/oauth/token']);
});

test('the door needs no token, and neither faults nor limits touch it', async () => {
  const { simulator } = await open({ rateLimit: { requests: 1, perSeconds: 600 } });
  simulator.orderFault({ match: { times: 0 }, kind: 'reset', when: 'before' });
  expect((await send(`${simulator.url}${DOOR}/state`, 'GET')).status).toBe(200);
});

test('faults are ordered and forgotten through the door', async () => {
  const { call } = await open();
  const fault = { match: { path: FLOWS, times: 0 }, kind: '500', when: 'before' };
  expect((await call('POST', `${DOOR}/faults`, fault)).status).toBe(201);
  expect((await call('GET', FLOWS)).status).toBe(500);
  expect((await call('DELETE', `${DOOR}/faults`)).status).toBe(204);
  expect((await call('GET', FLOWS)).status).toBe(200);
  const refused = await call('POST', `${DOOR}/faults`, { ...fault, kind: 'odd' });
  expect(refused.status).toBe(400);
  expect(refused.body['message']).toContain('/kind');
});

test('a person at the console can change anything in a flow, with no rule checked', async () => {
  const client = await open();
  const id = await make(client, 'DRAFT', { effectiveDate: '2027-11-01T00:00:00Z' });
  const changes = { status: 'ACTIVE', effectiveDate: null, nodes: [{ id: 'a', type: 'queue' }] };
  const edited = await client.call('POST', `${DOOR}/edit`, { flowId: id, changes });
  expect(edited.status).toBe(200);
  expect(edited.body).toMatchObject({
    status: 'ACTIVE',
    nodes: [{ id: 'a', type: 'queue', transitions: [] }],
  });
  expect((await client.call('GET', `${FLOWS}/${id}`)).body).toEqual(edited.body);
  expect(edited.body).not.toHaveProperty('effectiveDate');
  expect(client.simulator.state().history.at(-1)).toMatchObject({
    change: 'edited',
    by: 'console',
    request: null,
    status: 'ACTIVE',
  });
});

test('a person at the console can remove a flow that is ACTIVE', async () => {
  const client = await open();
  const id = await make(client, 'ACTIVE');
  expect((await client.call('POST', `${DOOR}/edit`, { flowId: id, remove: true })).status).toBe(200);
  expect(client.simulator.state().flows).toEqual([]);
  expect(client.simulator.state().history.at(-1)).toMatchObject({ change: 'deleted', by: 'console' });
});

test('a ready flow can be put in, compiled and active', async () => {
  const { call, simulator } = await open();
  const put = await call('POST', `${DOOR}/flows`, { ...rule, status: 'ACTIVE', id: 'by-hand' });
  expect(put.status).toBe(201);
  expect((await call('GET', `${FLOWS}/by-hand`)).body).toEqual(put.body);
  expect((await call('GET', `${FLOWS}/by-hand/status`)).body['status']).toBe('COMPILED');
  expect(simulator.state().history.at(-1)).toMatchObject({ change: 'created', by: 'console' });
  expect((await call('POST', `${DOOR}/flows`, { ...rule, id: 'by-hand' })).status).toBe(409);
});

test.each([
  ['POST', 'edit', { flowId: 'none', changes: {} }, 404],
  ['POST', 'edit', { flowId: 'none' }, 400],
  ['POST', 'edit', { flowId: 'none', changes: { colour: 'red' } }, 400],
  ['POST', 'edit', { flowId: 'none', remove: false }, 400],
  ['POST', 'flows', { ...rule, nodes: 1 }, 400],
  ['GET', 'nothing', undefined, 404],
  ['PUT', 'state', {}, 404],
])('%s %s %j is refused', async (method, name, body, status) => {
  const { call } = await open();
  expect((await call(method, `${DOOR}/${name}`, body)).status).toBe(status);
});

test('in the process the same edits are functions', async () => {
  const { simulator } = await open();
  const flow = simulator.addFlow({ ...rule, status: 'ACTIVE' });
  expect(simulator.edit({ flowId: flow.id, changes: { name: 'Renamed' } }).name).toBe('Renamed');
  simulator.edit({ flowId: flow.id, remove: true });
  expect(() => simulator.edit({ flowId: flow.id, remove: true })).toThrow(flow.id);
});

test('without controls there is no door', async () => {
  const { call } = await open({ controls: false });
  const { status, body } = await call('GET', `${DOOR}/state`);
  expect(status).toBe(404);
  expect(body['message']).toBe('There is no such path.');
});
