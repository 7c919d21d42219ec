import { describe, expect, it } from 'vitest';
import { openEstate, seedFlow } from '../transaction/estate.ts';
import { ruleOf } from '../plan/sample.ts';
import { FLOW, type Handler, json, openLocalTenant } from './local-tenant.ts';

type Page = readonly [ids: readonly string[], next?: unknown];

const flow = (id: string): object => ({ ...FLOW, id });

/** Answers the page that a request's token asks for: the one after the page that gave it out. */
function pages(...all: readonly Page[]): Handler {
  return ({ path }, response) => {
    const token = new URL(path, 'http://localhost').searchParams.get('pageToken');
    const index = token === null ? 0 : all.findIndex(([, next]) => next === token) + 1;
    const [ids, nextPageToken] = all[index]!;
    json(response, 200, { entities: ids.map(flow), nextPageToken });
  };
}

/** Answers with other pages in each reading; the last ones stay. */
function readings(...all: readonly (readonly Page[])[]): Handler {
  let started = 0;
  return async (seen, response, count) => {
    if (!seen.path.includes('pageToken')) started++;
    await pages(...all[Math.min(started, all.length) - 1]!)(seen, response, count);
  };
}

describe('the flows of a name', () => {
  it.each<[string, readonly Page[], readonly string[]]>([
    ['an empty page', [[[]]], []],
    ['one page', [[['a', 'b']]], ['a', 'b']],
    ['one page whose token is null', [[['a'], null]], ['a']],
    ['one page whose token is empty', [[['a'], '']], ['a']],
    ['three pages', [[['a', 'b'], 't1'], [['c'], 't2'], [['d']]], ['a', 'b', 'c', 'd']],
    ['an empty page in the middle', [[['a'], 't1'], [[], 't2'], [['b']]], ['a', 'b']],
    ['a flow that moves to the next page meanwhile', [[['a', 'b'], 't1'], [['b', 'c']]], ['a', 'b', 'c']],
  ])('come from %s', async (_case, all, expected) => {
    const { tenant, calls } = await openLocalTenant(pages(...all));
    const flows = await tenant.findFlows('Sales');
    expect(flows.map(({ id }) => id)).toEqual(expected);
    // What has several pages is read twice, since it may change between them.
    expect(calls()).toHaveLength(all.length === 1 ? 1 : all.length * 2);
  });

  it('are asked for by name and page, with signs that mean something in a query', async () => {
    const { tenant, calls } = await openLocalTenant((_seen, response, count) =>
      json(response, 200, { entities: [], nextPageToken: count % 2 === 1 ? 'a&b=c d+/ü' : null }),
    );
    await tenant.findFlows('Q&A: 100% "+" #1');
    const queries = calls().map(({ path }) =>
      Object.fromEntries(new URL(path, 'http://localhost').searchParams),
    );
    const query = { name: 'Q&A: 100% "+" #1', pageSize: '100' };
    expect(queries.slice(0, 2)).toEqual([query, { ...query, pageToken: 'a&b=c d+/ü' }]);
    expect(queries.slice(2)).toEqual(queries.slice(0, 2));
  });

  const [A, B, C] = [['a'], ['b'], ['c']] as const;

  it.each<[string, readonly (readonly Page[])[], readonly string[], number]>([
    [
      'one slips through between two pages',
      [
        [[A, 't1'], [C]],
        [[A, 't1'], [[...B, ...C]]],
      ],
      ['a', 'b', 'c'],
      6,
    ],
    [
      'a new one comes meanwhile',
      [
        [[A, 't1'], [C]],
        [[B, 't1'], [[...A, ...C]]],
      ],
      ['b', 'a', 'c'],
      6,
    ],
    ['one is gone meanwhile', [[[A, 't1'], [B]], [[B]]], ['b'], 3],
  ])('are read again where %s', async (_case, all, expected, count) => {
    const { tenant, calls } = await openLocalTenant(readings(...all));
    expect((await tenant.findFlows('Sales')).map(({ id }) => id)).toEqual(expected);
    expect(calls()).toHaveLength(count);
  });

  it('are an error where every reading is another', async () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((id): readonly Page[] => [[[id], 't1'], [[]]]);
    const { tenant, calls } = await openLocalTenant(readings(...all));
    await expect(tenant.findFlows('Sales')).rejects.toThrow(
      'a list that was another each time, read 4 times',
    );
    expect(calls()).toHaveLength(8);
  });

  it('are an error where new tokens never end', async () => {
    const { tenant, calls } = await openLocalTenant((_seen, response, count) =>
      json(response, 200, { entities: [], nextPageToken: `t${count}` }),
    );
    await expect(tenant.findFlows('Sales')).rejects.toThrow('more than 1000 pages');
    expect(calls()).toHaveLength(1000);
  });

  it.each<[string, unknown, string]>([
    ['a number', 7, '7'],
    ['an object', { page: 2 }, 'an object'],
    ['too long for a URL', 'x'.repeat(5000), `"${'x'.repeat(60)}…"`],
  ])('are not cut short where the next page token is %s: an error', async (_case, token, shown) => {
    const { tenant, calls } = await openLocalTenant(pages([['a'], token]));
    await expect(tenant.findFlows('Sales')).rejects.toThrow(`the impossible page token ${shown}`);
    expect(calls()).toHaveLength(1);
  });

  it.each<[string, readonly Page[]]>([
    [
      'at once',
      [
        [['a'], 't1'],
        [['b'], 't1'],
      ],
    ],
    [
      'in a ring',
      [
        [['a'], 't1'],
        [['b'], 't2'],
        [['c'], 't1'],
      ],
    ],
  ])('never end where the tenant gives one token twice, %s: an error', async (_case, all) => {
    const { tenant, calls } = await openLocalTenant(pages(...all));
    await expect(tenant.findFlows('Sales')).rejects.toThrow('the same page token twice');
    expect(calls()).toHaveLength(all.length);
  });

  it('are only those of that name, also where the tenant ignores the filter', async () => {
    const entities = [
      flow('mine'),
      { ...flow('other'), name: 'sales' },
      { ...flow('odd'), name: 'Other', status: 'PAUSED' },
    ];
    const { tenant } = await openLocalTenant((_seen, response) => json(response, 200, { entities }));
    expect((await tenant.findFlows('Sales')).map(({ id }) => id)).toEqual(['mine']);
  });

  it.each<[string, unknown]>([
    ['a flow without a name', { ...flow('no name'), name: undefined }],
    ['null', null],
    ['a text', 'text'],
  ])('are not guessed from a page that holds %s', async (_case, entity) => {
    const { tenant } = await openLocalTenant((_seen, response) =>
      json(response, 200, { entities: [flow('mine'), entity] }),
    );
    await expect(tenant.findFlows('Sales')).rejects.toThrow('an entity that is no flow');
  });

  it.each<[string, unknown]>([
    ['no entities', { nextPageToken: null }],
    ['entities that are no list', { entities: { a: 1 } }],
    ['a list', []],
  ])('are no page with %s', async (_case, body) => {
    const { tenant } = await openLocalTenant((_seen, response) => json(response, 200, body));
    await expect(tenant.findFlows('Sales')).rejects.toThrow('a page without entities');
  });

  it('are an error where one of them is in an unknown state: nobody may guess what it is', async () => {
    const entities = [flow('a'), { ...flow('b'), status: 'PAUSED' }];
    const { tenant } = await openLocalTenant((_seen, response) => json(response, 200, { entities }));
    await expect(tenant.findFlows('Sales')).rejects.toThrow('flow b in the unknown state "PAUSED"');
  });

  it('are all there on a tenant that holds many', async () => {
    const flows = Array.from({ length: 250 }, (_, index) => [
      seedFlow(`s${index}`, ruleOf('Sales'), 'INACTIVE'),
      seedFlow(`o${index}`, ruleOf('Other'), 'INACTIVE'),
    ]).flat();
    const { tenant, simulator } = await openEstate({ flows });
    const found = await tenant.findFlows('Sales');
    expect(new Set(found.map(({ id }) => id)).size).toBe(250);
    expect(found.every(({ id }) => id.startsWith('s'))).toBe(true);
    expect(simulator.state().requests.filter(({ method }) => method === 'GET')).toHaveLength(6);
  });
});

describe('the flows of many names', () => {
  const NAMES = new Set(['A', 'B', 'C']);
  const named = (id: string, name: string, status = 'ACTIVE'): object => ({ ...FLOW, id, name, status });

  it('come from one look at all flows, those of other names left out', async () => {
    const entities = [
      named('a2', 'A'),
      named('b1', 'B'),
      named('x1', 'X', 'PAUSED'),
      named('a1', 'A', 'INACTIVE'),
      named('b1', 'B'),
    ];
    const { tenant, calls } = await openLocalTenant((_seen, response) => json(response, 200, { entities }));
    const found = await tenant.findFlowsTogether(NAMES);
    const ids = [...(found ?? [])].map(([name, flows]) => [name, flows.map(({ id }) => id)]);
    expect(ids).toEqual([
      ['A', ['a2', 'a1']],
      ['B', ['b1']],
      ['C', []],
    ]);
    expect(calls().map(({ path }) => path)).toEqual(['/api/v2/ivr/flows?pageSize=100']);
  });

  it.each<[string, Handler]>([
    ['the list has a second page', pages([['a'], 't1'], [['b']])],
    ['the tenant wants a filter', (_seen, response) => json(response, 400, { message: 'name is required' })],
  ])('are not known where %s', async (_case, handle) => {
    const { tenant, calls } = await openLocalTenant(handle);
    expect(await tenant.findFlowsTogether(NAMES)).toBeUndefined();
    expect(calls()).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['a flow of theirs is in an unknown state', named('b', 'B', 'PAUSED'), 'the unknown state "PAUSED"'],
    ['there is something else in the list', { id: 'b' }, 'an entity that is no flow'],
  ])('are an error where %s', async (_case, entity, message) => {
    const { tenant } = await openLocalTenant((_seen, response) =>
      json(response, 200, { entities: [named('a', 'A'), entity] }),
    );
    await expect(tenant.findFlowsTogether(NAMES)).rejects.toThrow(message);
  });
});

describe('all flows', () => {
  it('come page by page, and one that cannot be read hides none of the others', async () => {
    const { tenant, calls } = await openLocalTenant(({ path }, response) => {
      const isSecond = path.includes('pageToken');
      const broken = { ...FLOW, id: 'x', name: 'Odd', status: 'PAUSED' };
      const entities = isSecond ? [{ ...FLOW, id: 'b', name: 'Other' }] : [flow('a'), broken];
      json(response, 200, { entities, nextPageToken: isSecond ? null : 't1' });
    });
    const listing = await tenant.listFlows();
    expect(listing?.flows.map(({ id, payload }) => [id, payload.name])).toEqual([
      ['a', 'Sales'],
      ['b', 'Other'],
    ]);
    expect(listing?.unreadable).toMatchObject([{ id: 'x', name: 'Odd' }]);
    expect(listing?.unreadable[0]?.why).toContain('in the unknown state "PAUSED"');
    expect(calls().every(({ path }) => !path.includes('name='))).toBe(true);
  });

  it('are not there where the tenant lists none without a name', async () => {
    const { tenant } = await openLocalTenant((_seen, response) => json(response, 400, { message: 'name?' }));
    expect(await tenant.listFlows()).toBeUndefined();
  });
});
