import { expect, test } from 'vitest';
import { open } from './tenant-client.ts';

const QUERY = '/api/v2/analytics/ivrs/details/query';
const query = {
  aggregations: [
    { name: 'total_duration', type: 'sum' },
    { name: 'completion_rate', type: 'avg' },
  ],
  filter: { type: 'equals', path: 'flowId', to: 'flow-000001' },
  interval: 'P1D',
  dateFrom: '2027-01-01T00:00:00Z',
  dateTo: '2027-01-08T00:00:00Z',
};

test.each(['P1D', 'PT1H', 'P1Y2M3DT4H5M6S', 'P2W'])(
  'without calls there are no entities (%s)',
  async (interval) => {
    const { call } = await open();
    const { status, body } = await call('POST', QUERY, { ...query, interval });
    expect(status).toBe(200);
    expect(body).toEqual({ entities: [], nextPageToken: null });
  },
);

test.each([
  [{ aggregations: [{ name: 'calls', type: 'sum' }] }, '/aggregations/0/name'],
  [{ aggregations: undefined }, '/aggregations'],
  [{ filter: { ...query.filter, path: 'name' } }, '/filter/path'],
  [{ filter: { ...query.filter, to: 1 } }, '/filter/to'],
  [{ interval: 'daily' }, '/interval'],
  [{ interval: 'P' }, '/interval'],
  [{ interval: 'P1DT' }, '/interval'],
  [{ dateFrom: '2027-01-01' }, '/dateFrom'],
  [{ dateTo: query.dateFrom }, '/dateTo'],
  [{ pageToken: 'x' }, '/pageToken'],
])('a malformed query is refused: %j', async (change, path) => {
  const { call } = await open();
  const { status, body } = await call('POST', QUERY, { ...query, ...change });
  expect(status).toBe(400);
  expect(body['errors']).toEqual([{ path, message: expect.any(String) }]);
});
