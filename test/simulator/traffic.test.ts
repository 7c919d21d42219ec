import { describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../src/simulator/start-simulator.ts';
import type { SeedFlow } from '../../src/simulator/seed.ts';
import { open, rule, seed } from './tenant-client.ts';

const QUERY = '/api/v2/analytics/ivrs/details/query';
const HOUR = 3_600_000;
const NOW = Date.parse('2027-06-02T00:00:00Z');

type Nodes = SeedFlow['nodes'];

interface Entity {
  readonly flowId: string;
  readonly dateFrom: string;
  readonly calls: number;
  readonly total_duration: number;
  readonly completion_rate: number;
}

const flow = (id: string, changes: Partial<SeedFlow> = {}): SeedFlow => ({
  ...rule,
  id,
  status: 'ACTIVE',
  createdAt: '2027-01-01T00:00:00Z',
  ...changes,
});

/** A tenant whose present is {@link NOW}, and 600 calls an hour. */
async function openWith(flows: readonly SeedFlow[], options: SimulatorOptions = {}) {
  const clock = { now: NOW };
  const opened = await open({
    seed: { ...seed, flows },
    now: () => clock.now,
    callsPerHour: 600,
    tokenLifetime: 1_000_000,
    ...options,
  });
  const ask = async (flowId: string, from: number, to: number, changes: object = {}) => {
    const { body, status } = await opened.call('POST', QUERY, {
      aggregations: [
        { name: 'total_duration', type: 'sum' },
        { name: 'completion_rate', type: 'avg' },
      ],
      filter: { type: 'equals', path: 'flowId', to: flowId },
      interval: 'P1D',
      dateFrom: new Date(from).toISOString(),
      dateTo: new Date(to).toISOString(),
      ...changes,
    });
    expect(status).toBe(200);
    return body as unknown as { entities: Entity[]; nextPageToken: string | null };
  };
  const day = async (flowId: string) => (await ask(flowId, NOW - 24 * HOUR, NOW)).entities;
  return { ...opened, clock, ask, day };
}

describe('callers', () => {
  it('come as often as was said, and press the keys that they are offered', async () => {
    const { day } = await openWith([flow('f')]);
    const [entity, ...others] = await day('f');
    expect(others).toEqual([]);
    expect(entity).toMatchObject({ flowId: 'f', calls: 14_400, dateFrom: '2027-06-01T00:00:00.000Z' });
    // One in ten presses nothing or a wrong key, and the rule hangs up on them.
    expect(entity?.completion_rate).toBeGreaterThan(0.85);
    expect(entity?.completion_rate).toBeLessThan(0.95);
    expect((entity?.total_duration ?? 0) / 14_400).toBeGreaterThan(8);
  });

  it('are the same whenever somebody asks, and others for another flow', async () => {
    const [one, two] = [await openWith([flow('f')]), await openWith([flow('f')])];
    expect(await one.day('f')).toEqual(await two.day('f'));
    const other = await openWith([flow('g')]);
    expect((await other.day('g'))[0]?.completion_rate).not.toBe((await one.day('f'))[0]?.completion_rate);
  });

  it.each<[string, Nodes, SeedFlow['fallbackAction'], number, number]>([
    ['a key that leads to a queue', rule.nodes, { type: 'hangup' }, 0.85, 0.95],
    ['a fallback that queues', rule.nodes, { type: 'queue', target: 'q' }, 1, 1],
    [
      'a key that leads nowhere',
      [
        { id: 'root', type: 'greeting', transitions: [{ condition: 'press_1', target: 'end' }] },
        { id: 'end', type: 'greeting', transitions: [] },
      ],
      { type: 'hangup' },
      0,
      0,
    ],
    [
      'a menu that goes round in circles',
      [
        { id: 'root', type: 'dtmf', transitions: [{ condition: 'press_1', target: 'more' }] },
        { id: 'more', type: 'dtmf', transitions: [{ condition: 'press_1', target: 'root' }] },
      ],
      { type: 'hangup' },
      0,
      0,
    ],
    [
      'a greeting that hangs up by itself',
      [
        { id: 'root', type: 'greeting', transitions: [{ condition: 'default', target: 'end' }] },
        { id: 'end', type: 'hangup', transitions: [] },
      ],
      { type: 'hangup' },
      1,
      1,
    ],
    ['a hangup at once', [{ id: 'root', type: 'hangup', transitions: [] }], { type: 'hangup' }, 0, 0],
    [
      'a hangup on whoever presses nothing',
      [
        { id: 'root', type: 'greeting', transitions: [{ condition: 'timeout', target: 'end' }] },
        { id: 'end', type: 'hangup', transitions: [] },
      ],
      { type: 'hangup' },
      0,
      0,
    ],
    [
      'a retry that asks again',
      [
        {
          id: 'root',
          type: 'dtmf',
          transitions: [
            { condition: 'press_1', target: 'end' },
            { condition: 'timeout', target: 'root' },
            { condition: 'invalid', target: 'root' },
          ],
        },
        { id: 'end', type: 'transfer', transitions: [] },
      ],
      { type: 'hangup' },
      0.97,
      1,
    ],
    [
      'a busy queue with a way on that hangs up',
      [
        { id: 'root', type: 'queue', transitions: [{ condition: 'busy', target: 'end' }] },
        { id: 'end', type: 'greeting', transitions: [] },
      ],
      { type: 'hangup' },
      0.85,
      0.95,
    ],
  ])('get on with %s', async (_case, nodes, fallbackAction, least, most) => {
    const { day } = await openWith([flow('f', { nodes, fallbackAction })]);
    const rate = (await day('f'))[0]?.completion_rate ?? -1;
    expect(rate).toBeGreaterThanOrEqual(least);
    expect(rate).toBeLessThanOrEqual(most);
  });
});

describe('a flow gets calls', () => {
  it.each<[string, Partial<SeedFlow>, number]>([
    ['always', {}, 24],
    ['while it is inactive', { status: 'INACTIVE' }, 0],
    ['while it is a draft', { status: 'DRAFT' }, 0],
    ['from its effective date on', { effectiveDate: '2027-06-01T18:00:00Z' }, 6],
    ['until its expiration date', { expirationDate: '2027-06-01T06:00:00Z' }, 6],
    ['since it was created', { createdAt: '2027-06-01T23:00:00Z' }, 1],
  ])('%s', async (_case, changes, hours) => {
    const { day } = await openWith([flow('f', changes)]);
    const entities = await day('f');
    expect(entities.map(({ calls }) => calls)).toEqual(hours === 0 ? [] : [hours * 600]);
  });

  it('only as long as no newer one is in force for its campaign', async () => {
    const { day } = await openWith([
      flow('old'),
      flow('new', { createdAt: '2027-02-01T00:00:00Z', effectiveDate: '2027-06-01T12:00:00Z' }),
      flow('elsewhere', { campaignId: 'camp two' }),
    ]);
    expect((await day('old')).map(({ calls }) => calls)).toEqual([7200]);
    expect((await day('new')).map(({ calls }) => calls)).toEqual([7200]);
    expect((await day('elsewhere')).map(({ calls }) => calls)).toEqual([14_400]);
  });

  it('up to the present, before it was replaced, and although it is gone', async () => {
    const { simulator, clock, ask } = await openWith([flow('old')]);
    clock.now += HOUR;
    simulator.edit({ flowId: 'old', changes: { status: 'INACTIVE' } });
    simulator.addFlow(flow('new', { createdAt: new Date(clock.now).toISOString() }));
    clock.now += HOUR;
    simulator.edit({ flowId: 'old', remove: true });
    const calls = async (id: string) =>
      (await ask(id, NOW, NOW + 24 * HOUR)).entities.map((entity) => entity.calls);
    expect(await calls('old')).toEqual([600]);
    expect(await calls('new')).toEqual([600]);
    expect(await calls('unknown')).toEqual([]);
  });
});

describe('the number of calls', () => {
  it('is set for all, for a campaign, or for a flow', async () => {
    const { simulator, day } = await openWith([flow('f'), flow('g', { campaignId: 'camp two' })]);
    const calls = async () => [(await day('f'))[0]?.calls ?? 0, (await day('g'))[0]?.calls ?? 0];
    simulator.setTraffic({ callsPerHour: 10 });
    expect(await calls()).toEqual([240, 240]);
    simulator.setTraffic({ campaignId: 'camp two', callsPerHour: 1 });
    expect(await calls()).toEqual([240, 24]);
    simulator.setTraffic({ flowId: 'g', callsPerHour: 0 });
    simulator.setTraffic({ callsPerHour: 20 });
    expect(await calls()).toEqual([480, 0]);
    expect(() => simulator.setTraffic({ callsPerHour: -1 })).toThrow('/callsPerHour must be a number >= 0');
  });

  it('is set from another process', async () => {
    const { call, day } = await openWith([flow('f')]);
    expect((await call('POST', '/__simulator/traffic', { callsPerHour: 2 })).status).toBe(201);
    expect((await day('f'))[0]?.calls).toBe(48);
    const wrong = await call('POST', '/__simulator/traffic', { callsPerHour: 'many', flow: 'f' });
    expect(wrong.status).toBe(400);
  });

  it('may be larger than could be made one by one', async () => {
    const { simulator, day } = await openWith([flow('f')]);
    simulator.setTraffic({ callsPerHour: 1_000_000_000 });
    expect((await day('f'))[0]?.calls).toBe(24_000_000_000);
  });
});

describe('intervals', () => {
  it.each([
    ['PT1H', 24, '2027-06-01T01:00:00.000Z'],
    ['P1D', 1, undefined],
    ['P1W', 1, undefined],
    ['P1M', 1, undefined],
    ['PT90M', 16, '2027-06-01T01:30:00.000Z'],
  ])('of %s', async (interval, count, second) => {
    const { ask } = await openWith([flow('f')]);
    const { entities } = await ask('f', NOW - 24 * HOUR, NOW, { interval });
    expect(entities).toHaveLength(count);
    expect(entities[1]?.dateFrom).toBe(second);
    expect(entities.reduce((sum, { calls }) => sum + calls, 0)).toBe(14_400);
  });

  it('of a month go by the calendar', async () => {
    const { ask } = await openWith([flow('f')]);
    const { entities } = await ask('f', Date.parse('2027-02-01T00:00:00Z'), NOW, { interval: 'P1M' });
    expect(entities.map(({ calls }) => calls / 600 / 24)).toEqual([28, 31, 30, 31, 1]);
  });

  it('come a thousand a page, and a token is good only for its query', async () => {
    const { ask, call } = await openWith([flow('f')]);
    const interval = { interval: 'PT1M' };
    const first = await ask('f', NOW - 24 * HOUR, NOW, interval);
    expect(first.entities).toHaveLength(1000);
    const pageToken = first.nextPageToken;
    const second = await ask('f', NOW - 24 * HOUR, NOW, { ...interval, pageToken });
    expect(second.entities).toHaveLength(440);
    expect(second.nextPageToken).toBeNull();
    const all = [...first.entities, ...second.entities].map(({ dateFrom }) => dateFrom);
    expect(new Set(all).size).toBe(1440);
    expect(all.toSorted()).toEqual(all);
    const other = await call('POST', QUERY, {
      aggregations: [],
      filter: { type: 'equals', path: 'flowId', to: 'g' },
      ...interval,
      dateFrom: new Date(NOW - 24 * HOUR).toISOString(),
      dateTo: new Date(NOW).toISOString(),
      pageToken,
    });
    expect(other.status).toBe(400);
  });

  it('that are too many are refused', async () => {
    const { call } = await openWith([flow('f')]);
    const { status } = await call('POST', QUERY, {
      aggregations: [],
      filter: { type: 'equals', path: 'flowId', to: 'f' },
      interval: 'PT1S',
      dateFrom: '2020-01-01T00:00:00Z',
      dateTo: '2027-01-01T00:00:00Z',
    });
    expect(status).toBe(400);
  });
});
