import { describe, expect, it } from 'vitest';
import { makeClient, makeTokens } from '../../src/cxone/client.ts';
import { ENDPOINTS } from '../../src/cxone/endpoints.ts';
import { ApiError } from '../../src/errors.ts';
import type { Tenant } from '../../src/ports.ts';
import { ruleOf } from '../plan/sample.ts';
import {
  FLOW,
  type Handler,
  freePort,
  json,
  openAt,
  openLocalTenant,
  optionsAt,
  raw,
  startServer,
  truncated,
} from './local-tenant.ts';
import { makeVirtualClock } from './virtual-clock.ts';

const { payload } = ruleOf('Sales');
const REPLY = { ...FLOW, entities: [], status: 'VALID' };

/** Calls that may be repeated, with a good reply to each. */
const CALLS: Readonly<Record<string, { run: (tenant: Tenant) => Promise<unknown>; reply: object }>> = {
  'GET a flow': { run: (tenant) => tenant.getFlow('flow-1'), reply: FLOW },
  'GET the flows': { run: (tenant) => tenant.findFlows('Sales'), reply: REPLY },
  'PATCH a flow': { run: (tenant) => tenant.patchFlow('flow-1', { status: 'ACTIVE' }), reply: FLOW },
  'DELETE a flow': { run: (tenant) => tenant.deleteFlow('flow-1'), reply: {} },
  'validate a flow': { run: (tenant) => tenant.validateFlow('flow-1'), reply: REPLY },
  'compile a flow': { run: (tenant) => tenant.compileFlow('flow-1'), reply: { status: 'COMPILED' } },
};

/** Bad answers that pass, each with what it leaves of the time. */
const PASSING: Readonly<Record<string, Handler>> = {
  '429': (_seen, response) => json(response, 429, { message: 'slow down' }),
  '500': (_seen, response) => json(response, 500, {}),
  '502': (_seen, response) => raw(response, 502, '<html>Bad gateway</html>'),
  '504': (_seen, response) => raw(response, 504, ''),
  'a reset': (_seen, response) => void response.socket?.resetAndDestroy(),
  'a page': (_seen, response) => raw(response, 200, '<html>Please wait</html>'),
  'nothing at all': (_seen, response) => raw(response, 200, ''),
  'half a body': (_seen, response) => truncated(response, 200),
  'half of its JSON': (_seen, response) => raw(response, 200, '{"id":"flow-'),
};

function first(times: number, bad: Handler, reply: object): Handler {
  return (seen, response, count) =>
    count <= times ? bad(seen, response, count) : json(response, 200, reply);
}

describe.each(Object.entries(CALLS))('%s', (_name, { run, reply }) => {
  it.each(Object.entries(PASSING))('is repeated after %s', async (_case, bad) => {
    const { tenant, calls, clock } = await openLocalTenant(first(2, bad, reply));
    await run(tenant);
    expect(calls()).toHaveLength(3);
    expect(new Set(calls().map(({ method, path, body }) => `${method} ${path} ${body}`)).size).toBe(1);
    expect(clock.sleeps).toEqual([375, 750]);
  });

  it('is repeated where nobody answers in time', async () => {
    const { tenant, calls } = await openLocalTenant(
      first(1, () => {}, reply),
      { requestTimeout: 150 },
    );
    await run(tenant);
    expect(calls()).toHaveLength(2);
  });

  it('is tried five times', async () => {
    const { tenant, calls, clock } = await openLocalTenant((_seen, response) =>
      json(response, 500, { message: 'out of order' }, { 'x-request-id': 'r-7' }),
    );
    const error: unknown = await run(tenant).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 500, details: { requestId: 'r-7', detail: 'out of order' } });
    expect(calls()).toHaveLength(5);
    expect(clock.sleeps).toEqual([375, 750, 1500, 3000]);
  });

  it.each([400, 405, 413, 422, 501])('is not repeated after %d', async (status) => {
    const { tenant, calls } = await openLocalTenant((_seen, response) => json(response, status, {}));
    await expect(run(tenant)).rejects.toMatchObject({ name: 'ApiError', status });
    expect(calls()).toHaveLength(1);
  });
});

describe('a wait', () => {
  const busy = (status: number, retryAfter?: string): Handler =>
    first(
      1,
      (_seen, response) =>
        json(response, status, {}, retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
      FLOW,
    );

  it.each<[string, number, string | undefined, number]>([
    ['in seconds', 429, '2', 2000],
    ['in seconds', 503, '0', 0],
    ['as a date', 429, 'Fri, 01 Jan 2027 12:00:05 GMT', 5000],
    ['as a date', 503, 'Fri, 01 Jan 2027 12:02:00 GMT', 120_000],
    ['as a date that is over', 503, 'Fri, 01 Jan 2027 11:00:00 GMT', 0],
    ['as long as we wait at most', 429, '120', 120_000],
    ['in words', 429, 'later', 375],
    ['not at all', 429, undefined, 375],
    ['not at all', 503, undefined, 375],
    ['in seconds, on another error', 500, '4', 4000],
  ])('is what the tenant says %s (%d, %s)', async (_case, status, retryAfter, expected) => {
    const { tenant, clock } = await openLocalTenant(busy(status, retryAfter));
    expect(await tenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
    expect(clock.sleeps).toEqual([expected]);
  });

  it.each(['121', 'Fri, 01 Jan 2027 12:02:01 GMT', '99999999999999999999'])(
    'that is too long is not waited for (%s)',
    async (retryAfter) => {
      const { tenant, clock, calls } = await openLocalTenant(busy(429, retryAfter));
      await expect(tenant.getFlow('flow-1')).rejects.toMatchObject({ status: 429 });
      expect(clock.sleeps).toEqual([]);
      expect(calls()).toHaveLength(1);
    },
  );

  it.each([
    [0, [250, 500, 1000, 2000]],
    [0.999, [499.75, 999.5, 1999, 3998]],
  ])('grows, between bounds that chance stays within (%d)', async (chance, expected) => {
    const bad: Handler = (_seen, response) => json(response, 503, {});
    const { tenant, clock } = await openLocalTenant(bad, { random: () => chance });
    await expect(tenant.getFlow('flow-1')).rejects.toMatchObject({ status: 503 });
    expect(clock.sleeps).toEqual(expected);
  });

  it('ends where the run is cancelled, and nothing is repeated', async () => {
    const cancel: { now?: () => void } = {};
    const clock = makeVirtualClock(undefined, () => cancel.now?.());
    const bad: Handler = (_seen, response) => json(response, 503, {});
    const opened = await openLocalTenant(bad, { clock });
    cancel.now = () => opened.cancel.abort();
    await expect(opened.tenant.getFlow('flow-1')).rejects.toMatchObject({ status: 503 });
    expect(opened.calls()).toHaveLength(1);
  });

  it('does not begin once the run is cancelled, but for undoing', async () => {
    const opened = await openLocalTenant(async (seen, response, count) => {
      opened.cancel.abort();
      await first(2, PASSING['500']!, FLOW)(seen, response, count);
    });
    await expect(opened.tenant.getFlow('flow-1')).rejects.toMatchObject({ status: 500 });
    expect(opened.clock.sleeps).toEqual([]);
    expect(await opened.undoTenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
    expect(opened.clock.sleeps).toHaveLength(1);
  });

  it('for a token does not begin either once the run is cancelled', async () => {
    const opened = await openLocalTenant((_seen, response) => json(response, 200, FLOW));
    opened.cancel.abort();
    await expect(opened.tenant.getFlow('flow-1')).rejects.toMatchObject({ reason: 'cancelled' });
    expect(opened.server.seen).toEqual([]);
  });
});

describe('a create', () => {
  const LOST: Readonly<Record<string, Handler>> = {
    ...Object.fromEntries(Object.entries(PASSING).filter(([name]) => name !== '429')),
    '503': (_seen, response) => json(response, 503, {}, { 'retry-after': '0' }),
    'a page with 201': (_seen, response) => raw(response, 201, '<html>'),
    'half a body with 201': (_seen, response) => truncated(response, 201),
    'nothing with 201': (_seen, response) => raw(response, 201, ''),
    'no id': (_seen, response) => json(response, 201, { ...FLOW, id: undefined }),
    'an empty id': (_seen, response) => json(response, 201, { ...FLOW, id: '' }),
    'an id that is no text': (_seen, response) => json(response, 201, { ...FLOW, id: 7 }),
    'a list': (_seen, response) => json(response, 201, [FLOW]),
    'another success': (_seen, response) => json(response, 202, FLOW),
    'no content': (_seen, response) => void response.writeHead(204).end(),
  };

  it.each(Object.entries(LOST))('is not repeated after %s: it may be done', async (_case, bad) => {
    const { tenant, calls } = await openLocalTenant(bad);
    await expect(tenant.createFlow(payload)).rejects.toMatchObject({
      name: 'ApiError',
      details: { method: 'POST', template: '/api/v2/ivr/flows', mayHaveTakenEffect: true },
    });
    expect(calls()).toHaveLength(1);
  });

  it('is not repeated where nobody answers in time', async () => {
    const { tenant, calls } = await openLocalTenant(() => {}, { requestTimeout: 150 });
    await expect(tenant.createFlow(payload)).rejects.toMatchObject({
      details: { mayHaveTakenEffect: true, timedOut: true },
    });
    expect(calls()).toHaveLength(1);
  });

  it.each([400, 404, 409, 413, 422])('that is refused (%d) was not done', async (status) => {
    const { tenant, calls } = await openLocalTenant((_seen, response) => json(response, status, {}));
    await expect(tenant.createFlow(payload)).rejects.toMatchObject({
      status,
      details: { mayHaveTakenEffect: false },
    });
    expect(calls()).toHaveLength(1);
  });

  it('is left to its caller where the tenant takes no more requests for now, after the wait that it asks for', async () => {
    const { tenant, calls, clock } = await openLocalTenant(
      first(1, (_seen, response) => json(response, 429, {}, { 'retry-after': '2' }), FLOW),
    );
    await expect(tenant.createFlow(payload)).rejects.toMatchObject({
      details: { status: 429, mayHaveTakenEffect: true },
    });
    expect(calls()).toHaveLength(1);
    expect(clock.sleeps).toEqual([2000]);
  });

  it('is repeated where nobody was there to take it', async () => {
    const port = await freePort();
    let isUp = false;
    const start = async (): Promise<void> => {
      if (isUp) return;
      isUp = true;
      const token = { access_token: 'token', expires_in: 3600 };
      await startServer(
        ({ path }, response) => json(response, 201, path === '/oauth/token' ? token : FLOW),
        port,
      );
    };
    // The token comes from another place, so that the create itself meets the closed door.
    const tokens = await startServer((_seen, response) => json(response, 200, { access_token: 'token' }));
    const clock = makeVirtualClock(undefined, start);
    const hide = <T>(reply: T): T => reply;
    const client = makeClient(
      { ...optionsAt(`http://127.0.0.1:${port}`, { clock }), hide },
      makeTokens({ ...optionsAt(tokens.url), hide }),
    );
    const answer = await client.call({
      endpoint: ENDPOINTS.createFlow,
      body: payload,
      accepts: [201],
      repeat: 'unless-arrived',
    });
    expect(answer.body).toMatchObject({ id: 'flow-1' });
    expect(clock.sleeps).toEqual([375]);
  });

  it('sends the payload as a draft, and nothing else', async () => {
    const { tenant, calls } = await openLocalTenant((_seen, response) => json(response, 201, FLOW));
    await tenant.createFlow(payload);
    expect(JSON.parse(calls()[0]?.body ?? '')).toEqual({ ...payload, status: 'DRAFT' });
  });
});

describe('a delete', () => {
  it.each([
    ['gone now', 204, true],
    ['gone now, and said so', 200, true],
    ['gone already', 404, true],
    ['still in force', 409, false],
  ])('of a flow that is %s (%d)', async (_case, status, expected) => {
    const { tenant, calls } = await openLocalTenant((_seen, response) =>
      status === 204 ? void response.writeHead(204).end() : json(response, status, {}),
    );
    expect(await tenant.deleteFlow('flow-1')).toBe(expected);
    expect(calls()).toHaveLength(1);
  });

  it.each(Object.entries(PASSING))('whose reply is lost by %s is done', async (_case, bad) => {
    const { tenant } = await openLocalTenant(async (seen, response, count) =>
      count === 1 ? bad(seen, response, count) : json(response, 404, {}),
    );
    expect(await tenant.deleteFlow('flow-1')).toBe(true);
  });

  it.each<[string, string]>([
    ['no body', ''],
    ['a page', '<html>Not found</html>'],
    ['half of its JSON', '{"code":"NOT_'],
  ])('understands a 404 with %s', async (_case, text) => {
    const { tenant, calls } = await openLocalTenant((_seen, response) => raw(response, 404, text));
    expect(await tenant.deleteFlow('flow-1')).toBe(true);
    expect(await tenant.getFlow('flow-1')).toBeUndefined();
    expect(await tenant.findMedia('hello')).toBe(false);
    expect(await tenant.findCampaign('camp')).toBeUndefined();
    expect(calls()).toHaveLength(4);
  });
});

it('a port that is closed for good is an error that says so', async () => {
  const opened = openAt(`http://127.0.0.1:${await freePort()}`);
  await expect(opened.tenant.createFlow(payload)).rejects.toThrow('ECONNREFUSED');
});
