import { expect, test } from 'vitest';
import type { Client } from './tenant-client.ts';
import { FLOWS, make, open, rule } from './tenant-client.ts';

interface Page {
  readonly entities: readonly { readonly id: string; readonly name: string }[];
  readonly nextPageToken: string | null;
}

async function readPage({ call }: Client, query: string): Promise<Page> {
  const { status, body } = await call('GET', `${FLOWS}?${query}`);
  expect(status).toBe(200);
  return body as unknown as Page;
}

const ids = (page: Page) => page.entities.map(({ id }) => Number(id.slice(-6)));

test('an empty tenant has one empty page', async () => {
  const client = await open();
  expect(await readPage(client, '')).toEqual({ entities: [], nextPageToken: null });
});

test('pages go from the newest to the oldest, and the last has no token', async () => {
  const client = await open();
  for (let count = 0; count < 6; count += 1) await make(client);
  const first = await readPage(client, 'pageSize=4');
  expect(ids(first)).toEqual([6, 5, 4, 3]);
  const second = await readPage(client, `pageSize=4&pageToken=${first.nextPageToken}`);
  expect(ids(second)).toEqual([2, 1]);
  expect(second.nextPageToken).toBeNull();
  expect((await readPage(client, 'pageSize=6')).nextPageToken).toBeNull();
});

test('pages hold 100 unless a size is named', async () => {
  const client = await open();
  for (let count = 0; count < 101; count += 1) client.simulator.addFlow(rule);
  const page = await readPage(client, '');
  expect(page.entities).toHaveLength(100);
  expect(ids(await readPage(client, `pageToken=${page.nextPageToken}`))).toEqual([1]);
  expect((await readPage(client, 'pageSize=1000')).entities).toHaveLength(101);
});

test('paging neither repeats nor skips when flows come and go in between', async () => {
  const client = await open();
  for (let count = 0; count < 6; count += 1) await make(client);
  const first = await readPage(client, 'pageSize=2');
  await make(client);
  await client.call('DELETE', `${FLOWS}/flow-000006`);
  await client.call('DELETE', `${FLOWS}/flow-000005`);
  await client.call('DELETE', `${FLOWS}/flow-000003`);
  const second = await readPage(client, `pageSize=2&pageToken=${first.nextPageToken}`);
  expect(ids(second)).toEqual([4, 2]);
  const third = await readPage(client, `pageSize=2&pageToken=${second.nextPageToken}`);
  expect(ids(third)).toEqual([1]);
});

test('filters are exact and add up, across pages', async () => {
  const client = await open();
  await make(client, 'ACTIVE');
  await make(client, 'ACTIVE', { name: 'Sales 2' });
  await make(client, 'DRAFT', { campaignId: 'camp two' });
  await make(client, 'ACTIVE');
  const first = await readPage(client, 'name=Sales&status=ACTIVE&campaignId=camp&pageSize=1');
  expect(ids(first)).toEqual([4]);
  const next = `name=Sales&status=ACTIVE&campaignId=camp&pageSize=1&pageToken=${first.nextPageToken}`;
  expect(await readPage(client, next)).toMatchObject({
    entities: [{ id: 'flow-000001' }],
    nextPageToken: null,
  });
  expect(ids(await readPage(client, 'name=sales'))).toEqual([]);
  expect(ids(await readPage(client, 'name='))).toEqual([]);
  expect(ids(await readPage(client, 'campaignId=camp+two'))).toEqual([3]);
  expect(ids(await readPage(client, 'status=DRAFT'))).toEqual([3]);
});

test.each([
  'pageSize=0',
  'pageSize=1001',
  'pageSize=ten',
  'pageSize=1.5',
  'status=LIVE',
  'pageToken=nonsense',
  'pageToken=',
])('the query %s is refused', async (query) => {
  const { call } = await open();
  const { status, body } = await call('GET', `${FLOWS}?${query}`);
  expect(status).toBe(400);
  expect(body['errors']).toHaveLength(1);
});

test('a page token is good only for the filters it was made for', async () => {
  const client = await open();
  await make(client);
  await make(client);
  const { nextPageToken } = await readPage(client, 'name=Sales&pageSize=1');
  expect((await client.call('GET', `${FLOWS}?pageToken=${nextPageToken}`)).status).toBe(400);
});
