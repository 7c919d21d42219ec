import { describe, expect, it } from 'vitest';
import { ApiError, UserError } from '../../src/errors.ts';
import { type Handler, json, openLocalTenant } from './local-tenant.ts';

const FROM = Date.parse('2027-03-01T12:00:00.000Z');
const TO = Date.parse('2027-03-02T12:00:00.000Z');

const entity = (changes: object = {}): object => ({
  flowId: 'f',
  dateFrom: '2027-03-01T12:00:00Z',
  calls: 10,
  total_duration: 300,
  completion_rate: 0.5,
  ...changes,
});

/** Answers with pages, by the token in the body of a request. */
const pages =
  (...all: readonly (readonly object[])[]): Handler =>
  ({ body }, response) => {
    const { pageToken } = JSON.parse(body) as { pageToken?: string };
    const index = pageToken === undefined ? 0 : Number(pageToken);
    const next = index + 1 < all.length ? `${index + 1}` : null;
    json(response, 200, { entities: all[index], nextPageToken: next });
  };

const NONE = { calls: 0, totalDuration: 0, averageDuration: undefined, completionRate: undefined };

describe('the calls of a flow', () => {
  it.each([
    [
      'one interval',
      [[entity()]],
      { calls: 10, totalDuration: 300, averageDuration: 30, completionRate: 0.5 },
    ],
    [
      'intervals, each by its calls',
      [[entity(), entity({ calls: 30, completion_rate: 1, total_duration: 100 })]],
      { calls: 40, totalDuration: 400, averageDuration: 10, completionRate: 0.875 },
    ],
    [
      'all pages',
      [[entity()], [], [entity({ completion_rate: 0 })]],
      { calls: 20, totalDuration: 600, averageDuration: 30, completionRate: 0.25 },
    ],
    ['no entity', [[]], NONE],
    ['an interval without calls', [[{ flowId: 'f', calls: 0, completion_rate: null }]], NONE],
    ['the flow alone', [[entity({ flowId: 'g', calls: 'many' })]], NONE],
    [
      'calls that took no time',
      [[entity({ total_duration: 0, completion_rate: 0 })]],
      { calls: 10, totalDuration: 0, averageDuration: 0, completionRate: 0 },
    ],
  ])('come from %s', async (_case, all, expected) => {
    const { analytics } = await openLocalTenant(pages(...all));
    expect(await analytics.readTraffic('f', FROM, TO)).toEqual(expected);
  });

  it('are asked for as the contract says, page by page', async () => {
    const { analytics, calls } = await openLocalTenant(pages([entity()], [entity()]));
    await analytics.readTraffic('f', FROM, TO);
    const query = {
      aggregations: [
        { name: 'total_duration', type: 'sum' },
        { name: 'completion_rate', type: 'avg' },
      ],
      filter: { type: 'equals', path: 'flowId', to: 'f' },
      interval: 'P1D',
      dateFrom: '2027-03-01T12:00:00.000Z',
      dateTo: '2027-03-02T12:00:00.000Z',
    };
    expect(calls().map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array.from({ length: 2 }, () => 'POST /api/v2/analytics/ivrs/details/query'),
    );
    expect(calls().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      query,
      { ...query, pageToken: '1' },
    ]);
  });

  it('are asked for again after a passing error', async () => {
    const { analytics } = await openLocalTenant((seen, response, count) =>
      count < 3 ? json(response, 503, {}) : pages([entity()])(seen, response, count),
    );
    expect((await analytics.readTraffic('f', FROM, TO)).calls).toBe(10);
  });
});

describe('figures that cannot be', () => {
  it.each([
    ['no flow id', { flowId: undefined }, 'flowId is undefined'],
    ['a flow id that is no text', { flowId: 7 }, 'flowId is 7'],
    ['no calls', { calls: undefined }, 'calls is undefined'],
    ['calls below 0', { calls: -1 }, 'calls is -1'],
    ['half a call', { calls: 1.5 }, 'calls is 1.5'],
    ['calls as a text', { calls: '10' }, 'calls is "10"'],
    ['no duration', { total_duration: null }, 'total_duration is null'],
    ['a duration below 0', { total_duration: -3 }, 'total_duration is -3'],
    ['no completion rate', { completion_rate: undefined }, 'completion_rate is undefined'],
    ['a completion rate over 1', { completion_rate: 87.5 }, 'completion_rate is 87.5'],
    ['a completion rate below 0', { completion_rate: -0.1 }, 'completion_rate is -0.1'],
  ])('are an error: %s', async (_case, changes, expected) => {
    const { analytics } = await openLocalTenant(pages([entity(changes)]));
    await expect(analytics.readTraffic('f', FROM, TO)).rejects.toThrow(expected);
    await expect(analytics.readTraffic('f', FROM, TO)).rejects.toBeInstanceOf(ApiError);
  });

  it('are an error: a number past all bounds', async () => {
    const text = '{"entities":[{"flowId":"f","calls":3,"total_duration":1e999,"completion_rate":1}]}';
    const { analytics } = await openLocalTenant((_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(text);
    });
    await expect(analytics.readTraffic('f', FROM, TO)).rejects.toThrow('total_duration is Infinity');
  });

  it('are an error: pages without end', async () => {
    const same = await openLocalTenant((_seen, response) =>
      json(response, 200, { entities: [], nextPageToken: 'x' }),
    );
    await expect(same.analytics.readTraffic('f', FROM, TO)).rejects.toThrow('the same page token twice');
    const other = await openLocalTenant((_seen, response, count) =>
      json(response, 200, { entities: [], nextPageToken: `${count}` }),
    );
    await expect(other.analytics.readTraffic('f', FROM, TO)).rejects.toThrow('more than 1000 pages');
  });

  it('are an error that names the scope, where the client may not read them', async () => {
    const { analytics } = await openLocalTenant((_seen, response) => json(response, 403, {}));
    const failure = await analytics.readTraffic('f', FROM, TO).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({ reason: 'scope', message: expect.stringContaining('analytics:read') });
  });
});
