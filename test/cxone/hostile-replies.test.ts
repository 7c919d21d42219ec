// What a broken, strange or hostile tenant may answer: no reply makes the run fail as a bug, grow without bound, or take a flow
// for one that it is not.
import { describe, expect, it } from 'vitest';
import { ApiError, messageOf } from '../../src/errors.ts';
import { makeGate } from '../../src/cxone/gate.ts';
import { hashPayload } from '../../src/rules/hash.ts';
import type { Tenant } from '../../src/ports.ts';
import { ruleOf } from '../plan/sample.ts';
import { FLOW, type Handler, json, openLocalTenant, raw } from './local-tenant.ts';
import { makeVirtualClock } from './virtual-clock.ts';

const answer =
  (body: unknown): Handler =>
  (_seen, response) =>
    json(response, 200, body);

const text =
  (body: string): Handler =>
  (_seen, response) =>
    raw(response, 200, body, { 'content-type': 'application/json' });

/** JSON that is nested so deeply that recursive code overflows the stack. */
const DEEP = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
const deepIn = (key: string): string => JSON.stringify({ ...FLOW, [key]: 'DEEP' }).replace('"DEEP"', DEEP);

async function errorOf(handle: Handler, run: (tenant: Tenant) => Promise<unknown>): Promise<string> {
  const opened = await openLocalTenant(async (seen, response, count) => {
    // Nothing is repeated: a reply that stays the same is told once.
    opened.cancel.abort();
    await handle(seen, response, count);
  });
  const error: unknown = await run(opened.tenant).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  return messageOf(error);
}

describe('a word that nobody knows', () => {
  const LONG = 'x'.repeat(1_000_000);

  it.each<[string, unknown, string]>([
    ['a text', 'PAUSED', '"PAUSED"'],
    ['a text without an end', LONG, `"${'x'.repeat(60)}…"`],
    ['a number', 7, '7'],
    ['null', null, 'null'],
    ['a list', ['ACTIVE'], 'a list'],
    ['an object', { a: 1 }, 'an object'],
    ['nothing', undefined, 'undefined'],
  ])('is told briefly: %s', async (_case, status, shown) => {
    expect(await errorOf(answer({ ...FLOW, status }), async (tenant) => tenant.getFlow('f'))).toBe(
      `GET /api/v2/ivr/flows/{flowId} was answered with flow flow-1 in the unknown state ${shown}`,
    );
    expect(await errorOf(answer({ status }), async (tenant) => tenant.validateFlow('f'))).toMatch(
      `the unknown verdict ${shown}`,
    );
    expect(await errorOf(answer({ status }), async (tenant) => tenant.compileState('f'))).toMatch(
      `the unknown compile state ${shown}`,
    );
  });
});

describe('deep nesting', () => {
  it.each(['status', 'name', 'effectiveDate', 'id'])('in the %s of a flow is an error', async (key) => {
    expect(await errorOf(text(deepIn(key)), async (tenant) => tenant.getFlow('f'))).toContain('flow');
  });

  it.each(['nodes', 'fallbackAction', 'campaignId'])(
    'in the %s of a flow makes it another one',
    async (key) => {
      const { tenant } = await openLocalTenant(text(deepIn(key)));
      const flow = await tenant.getFlow('f');
      const { tenant: plain } = await openLocalTenant(answer(FLOW));
      expect(flow?.payloadHash).not.toBe((await plain.getFlow('f'))?.payloadHash);
    },
  );

  it('in an error of a compilation is told as what it is', async () => {
    const { tenant } = await openLocalTenant(text(`{"status": "FAILED", "errors": [${DEEP}]}`));
    expect(await tenant.compileState('f')).toEqual({
      status: 'FAILED',
      errors: [{ path: '', message: 'a list' }],
    });
  });

  it('in the errors of a refusal does not hide the refusal', async () => {
    const handle: Handler = (_seen, response) => raw(response, 400, `{"errors": [${DEEP}]}`);
    expect(await errorOf(handle, async (tenant) => tenant.getFlow('f'))).toContain('failed with 400');
  });
});

describe('the errors of a flow', () => {
  it('are told up to fifty, each cut', async () => {
    const errors = Array.from({ length: 5000 }, (_, index) => ({
      path: 'p'.repeat(1500),
      message: `${index}${'m'.repeat(1500)}`,
    }));
    const { tenant } = await openLocalTenant(answer({ status: 'INVALID', errors }));
    const told = await tenant.validateFlow('f');
    expect(told).toHaveLength(51);
    expect(told.at(-1)).toEqual({ path: '', message: 'and 4950 more errors' });
    expect(Math.max(...told.map(({ path, message }) => path.length + message.length))).toBe(2000);
  });
});

describe('a flow', () => {
  const HALF = 'a\ud800b';

  it.each(['name', 'campaignId'])(
    'with half of a surrogate pair in its %s has a hash all the same',
    async (key) => {
      const { tenant } = await openLocalTenant(text(JSON.stringify({ ...FLOW, [key]: HALF })));
      const flow = await tenant.getFlow('f');
      expect(flow?.payload).toMatchObject({ [key]: 'a\ufffdb' });
      expect(flow?.payloadHash).toBe(hashPayload(flow!.payload));
    },
  );

  it('with halves in its nodes and dates has a hash too', async () => {
    const nodes = [
      { id: HALF, type: HALF, mediaAssetId: HALF, transitions: [{ condition: HALF, target: HALF }] },
    ];
    const flow = { ...FLOW, nodes, fallbackAction: { type: HALF, target: HALF }, effectiveDate: HALF };
    const { tenant } = await openLocalTenant(text(JSON.stringify(flow)));
    expect((await tenant.getFlow('f'))?.payloadHash).toMatch(/^[\da-f]{64}$/);
  });

  it.each<[string, unknown, string]>([
    ['effectiveDate', 1_800_000_000_000, '1800000000000'],
    ['expirationDate', { $date: '2027-01-01' }, 'an object'],
    ['expirationDate', false, 'false'],
  ])('whose %s is %j is not taken for one without a window', async (key, value, shown) => {
    expect(await errorOf(answer({ ...FLOW, [key]: value }), async (tenant) => tenant.getFlow('f'))).toContain(
      `flow flow-1 whose ${key} is ${shown}, which is no text`,
    );
  });

  it('whose prompt or fallback target is no text is not taken for one without', async () => {
    const odd = {
      ...FLOW,
      nodes: [{ id: 'root', type: 'hangup', mediaAssetId: 7 }],
      fallbackAction: { type: 'hangup', target: [] },
    };
    const { tenant } = await openLocalTenant(answer(odd));
    expect((await tenant.getFlow('f'))?.payload).toMatchObject({
      nodes: [{ mediaAssetId: '' }],
      fallbackAction: { target: '' },
    });
  });

  it.each(['.', '..', 'x'.repeat(257), 'a\ud800'])(
    'with the id %j is an error: no request could name it',
    async (id) => {
      const found = async (tenant: Tenant): Promise<unknown> => tenant.findFlows('Sales');
      expect(await errorOf(text(JSON.stringify({ entities: [{ ...FLOW, id }] })), found)).toContain(
        'a flow with the impossible id',
      );
      const created = async (tenant: Tenant): Promise<unknown> => tenant.createFlow(ruleOf('Sales').payload);
      expect(await errorOf(text(JSON.stringify({ ...FLOW, id })), created)).toContain('the impossible id');
    },
  );
});

describe('an id that URLs take for a step', () => {
  it.each(['.', '..', ''])('belongs to nothing, and is not asked for: %j', async (id) => {
    const { tenant, server } = await openLocalTenant(answer({ id, status: 'ACTIVE' }));
    expect(await tenant.findMedia(id)).toBe(false);
    expect(await tenant.findCampaign(id)).toBeUndefined();
    expect(await tenant.getFlow(id)).toBeUndefined();
    expect(server.seen).toEqual([]);
  });
});

describe('a wait that is asked for', () => {
  it('and is too long is told as the reason', async () => {
    const handle: Handler = (_seen, response) => json(response, 429, {}, { 'retry-after': '3600' });
    expect(await errorOf(handle, async (tenant) => tenant.getFlow('f'))).toMatch(
      /failed with 429; it asks to wait 3600 s, and 120 s are waited at most$/,
    );
  });

  it.each<[string, number, string | undefined, readonly number[]]>([
    ['a 429 that says when', 429, '7', [7000]],
    ['a 429 that does not', 429, undefined, [375]],
    ['a 429 that asks for too long a wait', 429, '3600', []],
    ['a 503', 503, '7', []],
  ])('by %s concerns all requests, or not', async (_case, status, retryAfter, expected) => {
    const waits: number[] = [];
    const gate = {
      pass: async <T>(request: () => Promise<T>) => request(),
      slowDown: (wait: number) => waits.push(wait),
    };
    const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
    const refuse: Handler = (_seen, response) => json(response, status, {}, headers);
    const bad = async (run: (tenant: Tenant) => Promise<unknown>, token?: Handler): Promise<number[]> => {
      waits.length = 0;
      const once: Handler = (seen, response, count) =>
        count === 1 ? refuse(seen, response, count) : json(response, 200, { ...FLOW, access_token: 'token' });
      const opened = await openLocalTenant(token === undefined ? once : answer(FLOW), {
        gate,
        ...(token === undefined ? {} : { token: once }),
      });
      await run(opened.tenant).catch(() => {});
      return [...waits];
    };
    expect(await bad(async (tenant) => tenant.getFlow('a'))).toEqual(expected);
    expect(await bad(async (tenant) => tenant.createFlow(ruleOf('Sales').payload))).toEqual(expected);
    expect(await bad(async (tenant) => tenant.getFlow('a'), refuse)).toEqual(expected);
  });
});

describe('a token that ends while a request waits for its turn', () => {
  it('is renewed before the request is sent: a create must not meet a 401', async () => {
    const opened = await openLocalTenant((_seen, response) => json(response, 201, FLOW), {
      gate: makeGate(1, undefined),
      token: (_seen, response, count) =>
        json(response, 200, { access_token: `token-${count}`, expires_in: 100 }),
    });
    await opened.tenant.grantedScopes();
    const create = opened.tenant.createFlow(ruleOf('Sales').payload);
    opened.clock.pass(101_000);
    await create;
    expect(opened.calls().map(({ headers }) => headers.authorization)).toEqual(['Bearer token-2']);
  });

  it('is not renewed for ever', async () => {
    const clock = makeVirtualClock();
    const { tenant, calls, tokenRequests } = await openLocalTenant(answer(FLOW), {
      clock,
      token: (_seen, response, count) =>
        json(response, 200, { access_token: `token-${count}`, expires_in: 1 }),
      gate: {
        pass: async (request) => {
          clock.pass(5000);
          return request();
        },
        slowDown: () => {},
      },
    });
    await tenant.getFlow('a');
    expect(calls()).toHaveLength(1);
    expect(tokenRequests()).toHaveLength(4);
  });
});
