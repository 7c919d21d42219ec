import { expect, test } from 'vitest';
import { FLOWS, make, open, rule, seed, stoppedClock } from './tenant-client.ts';

test('each change of a flow has one entry, with the request that made it', async () => {
  const clock = stoppedClock(0);
  const client = await open({ now: clock.now });
  const id = await make(client, 'COMPILED', { effectiveDate: '2027-11-01T00:00:00Z' });
  clock.pass(10);
  await client.call('PATCH', `${FLOWS}/${id}`, { status: 'ACTIVE', expirationDate: '2028-01-01T00:00:00Z' });
  clock.pass(10);
  await client.call('PATCH', `${FLOWS}/${id}`, { status: 'ACTIVE', effectiveDate: 'never' });
  await client.call('PATCH', `${FLOWS}/${id}`, { status: 'INACTIVE', effectiveDate: null });
  await client.call('DELETE', `${FLOWS}/${id}`);
  const same = { by: 'api', flowId: id, name: 'Sales', campaignId: 'camp' };
  const november = '2027-11-01T00:00:00Z';
  const january = '2028-01-01T00:00:00Z';
  const dates = (effectiveDate: string | null, expirationDate: string | null) => ({
    effectiveDate,
    expirationDate,
  });
  expect(client.simulator.state().history).toEqual([
    { ...same, seq: 1, at: 0, change: 'created', request: 2, ...dates(november, null), status: 'DRAFT' },
    { ...same, seq: 2, at: 10, change: 'patched', request: 5, ...dates(november, january), status: 'ACTIVE' },
    { ...same, seq: 3, at: 20, change: 'patched', request: 7, ...dates(null, january), status: 'INACTIVE' },
    { ...same, seq: 4, at: 20, change: 'deleted', request: 8, ...dates(null, january), status: 'INACTIVE' },
  ]);
});

test('a checker can tell from it which versions were active at each instant', async () => {
  const clock = stoppedClock(0);
  const client = await open({ now: clock.now });
  const first = await make(client, 'ACTIVE');
  clock.pass(100);
  const second = await make(client, 'COMPILED');
  await client.call('PATCH', `${FLOWS}/${second}`, { status: 'ACTIVE' });
  clock.pass(5);
  await client.call('PATCH', `${FLOWS}/${first}`, { status: 'INACTIVE' });
  const { history } = client.simulator.state();
  const activeAt = (instant: number) => {
    const last = new Map(history.filter(({ at }) => at <= instant).map((entry) => [entry.flowId, entry]));
    return [...last.values()].filter(({ status }) => status === 'ACTIVE').map(({ flowId }) => flowId);
  };
  expect([0, 99, 100, 104, 105].map(activeAt)).toEqual([
    [first],
    [first],
    [first, second],
    [first, second],
    [second],
  ]);
});

test('flows of the seed are in the history, and are compiled unless they are drafts', async () => {
  const flows = [
    { ...rule, id: 'kept', status: 'ACTIVE', createdAt: '2026-05-01T00:00:00Z' },
    { ...rule, name: 'Older', createdAt: '2026-04-01T00:00:00Z' },
    { ...rule, name: 'Broken', status: 'INACTIVE', compileStatus: 'FAILED' },
  ] as const;
  const { simulator, call } = await open({ seed: { ...seed, flows } });
  const { history, compilations } = simulator.state();
  expect(history.map(({ by, change, name, status }) => [by, change, name, status])).toEqual([
    ['seed', 'created', 'Older', 'DRAFT'],
    ['seed', 'created', 'Sales', 'ACTIVE'],
    ['seed', 'created', 'Broken', 'INACTIVE'],
  ]);
  expect(compilations).toEqual({
    'flow-000001': { valid: false, status: 'NONE' },
    kept: { valid: true, status: 'COMPILED' },
    'flow-000002': { valid: false, status: 'FAILED' },
  });
  const { body } = await call('GET', FLOWS);
  expect((body['entities'] as { name: string }[]).map(({ name }) => name)).toEqual([
    'Broken',
    'Sales',
    'Older',
  ]);
});

test('a snapshot does not change when the tenant does', async () => {
  const client = await open();
  const id = await make(client, 'COMPILED');
  const before = client.simulator.state();
  const copy = structuredClone(before);
  await client.call('PATCH', `${FLOWS}/${id}`, { status: 'ACTIVE' });
  expect(before).toEqual(copy);
  expect(client.simulator.state().flows).not.toEqual(copy.flows);
});
