import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEPLOYMENT_SCOPES, ENDPOINTS } from '../../src/cxone/endpoints.ts';
import type { Tenant } from '../../src/ports.ts';
import { ruleOf } from '../plan/sample.ts';
import { FLOW, type Handler, type Opened, json, openLocalTenant, raw, startServer } from './local-tenant.ts';

const { payload } = ruleOf('Sales');
const HOOK = { name: 'hook', url: 'https://a.example', events: [], httpMethod: 'POST', enabled: true };

/** Every call of the port that is one request, with the scope that it needs. */
const CALLS: readonly (readonly [
  keyof typeof ENDPOINTS,
  (opened: Pick<Opened, 'analytics' | 'tenant' | 'webhooks'>) => Promise<unknown>,
])[] = [
  ['findMedia', ({ tenant }) => tenant.findMedia('hello')],
  ['findCampaign', ({ tenant }) => tenant.findCampaign('camp')],
  ['listFlows', ({ tenant }) => tenant.findFlows('Sales')],
  ['getFlow', ({ tenant }) => tenant.getFlow('flow-1')],
  ['createFlow', ({ tenant }) => tenant.createFlow(payload)],
  ['validateFlow', ({ tenant }) => tenant.validateFlow('flow-1')],
  ['compileFlow', ({ tenant }) => tenant.compileFlow('flow-1')],
  ['compileState', ({ tenant }) => tenant.compileState('flow-1')],
  ['patchFlow', ({ tenant }) => tenant.patchFlow('flow-1', { status: 'ACTIVE' })],
  ['deleteFlow', ({ tenant }) => tenant.deleteFlow('flow-1')],
  ['listWebhooks', ({ webhooks }) => webhooks.findWebhooks('hook')],
  ['createWebhook', ({ webhooks }) => webhooks.createWebhook({ ...HOOK, description: 'ours' })],
  ['patchWebhook', ({ webhooks }) => webhooks.patchWebhook('hook-1', { enabled: true })],
  ['queryAnalytics', ({ analytics }) => analytics.readTraffic('flow-1', 0, 1)],
];

it('every endpoint is called by a test here', () => {
  expect(CALLS.map(([name]) => name).toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted());
});

it('a deployment cannot do without these scopes; those of webhooks and figures are none of them', () => {
  expect(DEPLOYMENT_SCOPES).toEqual(['campaign:manage', 'ivr:flow:read', 'ivr:flow:write', 'media:read']);
});

describe.each(CALLS)('%s', (name, run) => {
  const { method, path, scope } = ENDPOINTS[name];

  it('sends what every request must have', async () => {
    const opened = await openLocalTenant((_seen, response) => json(response, 400, {}));
    await run(opened).catch(() => {});
    const [seen] = opened.calls();
    expect(seen?.method).toBe(method);
    expect(seen?.path.replace(/\?.*/, '')).toMatch(new RegExp(`^${path.replace(/\{\w+\}/g, '[\\w-]+')}$`));
    expect(seen?.headers).toMatchObject({ accept: 'application/json', authorization: 'Bearer token-1' });
    expect(seen?.headers['content-type']).toBe(seen?.body === '' ? undefined : 'application/json');
  });

  it('names the scope that is missing, and is not repeated', async () => {
    const opened = await openLocalTenant((_seen, response) => json(response, 403, { message: 'no rights' }));
    const failure = run(opened);
    await expect(failure).rejects.toMatchObject({ name: 'UserError', reason: 'scope' });
    await expect(failure).rejects.toThrow(
      `the credentials lack the scope ${scope}, which ${method} ${path} needs (403: no rights)`,
    );
    expect(opened.calls()).toHaveLength(1);
  });

  it.each([301, 302, 307, 308])('follows no redirect (%d), and takes no token elsewhere', async (status) => {
    const elsewhere = await startServer((_seen, response) => json(response, 200, FLOW));
    const opened = await openLocalTenant((_seen, response) =>
      raw(response, status, '', { location: `${elsewhere.url}/api/v2/ivr/flows` }),
    );
    const failure = run(opened);
    await expect(failure).rejects.toMatchObject({ name: 'UserError', reason: 'tenant' });
    await expect(failure).rejects.toThrow(
      `the tenant redirects ${method} ${path} (${status}), which is not followed: check input tenant-url`,
    );
    expect(elsewhere.seen).toEqual([]);
    expect(opened.calls()).toHaveLength(1);
  });

  /** The run is cancelled while the request is under way: nothing is repeated, so the time limit comes once. */
  const openOnce = async (handle: Handler): Promise<Opened> => {
    const opened = await openLocalTenant(
      async (seen, response, count) => {
        opened.cancel.abort();
        await handle(seen, response, count);
      },
      { requestTimeout: 150 },
    );
    return opened;
  };

  it('has a time limit, also where the body does not end', async () => {
    const opened = await openOnce((_seen, response) => {
      response.writeHead(name.startsWith('create') ? 201 : 200, { 'content-type': 'application/json' });
      response.write('{"id":"flow-1",');
    });
    const failure = run(opened);
    await expect(failure).rejects.toMatchObject({ name: 'ApiError', details: { timedOut: true, method } });
    await expect(failure).rejects.toThrow(`${method} ${path} got no reply: no reply within 0.15 s`);
  });

  it('has a time limit where nobody answers', async () => {
    await expect(run(await openOnce(() => {}))).rejects.toMatchObject({
      details: { timedOut: true, template: path },
    });
  });

  it.each<[string, string, string]>([
    ['a page', '<html>Bad request</html>', 'a reply that is no JSON (text/html)'],
    ['nothing', '', 'an empty reply'],
    ['half of its JSON', '{"message":"no', 'a reply that is no JSON (text/html)'],
    ['null', 'null', ''],
    ['a text', '"no"', ''],
    ['a list', '[1]', ''],
    ['a message that is no text', '{"message":{"a":1}}', ''],
  ])('does not fail over an error with %s', async (_case, text, detail) => {
    const failure = run(await openLocalTenant((_seen, response) => raw(response, 400, text)));
    await expect(failure).rejects.toMatchObject({ name: 'ApiError', status: 400 });
    await expect(failure).rejects.toThrow(`${method} ${path} failed with 400${detail && `: ${detail}`}`);
  });
});

describe('an error', () => {
  it('carries what the tenant says, cut, and the id of the request', async () => {
    const errors = [{ path: '/nodes/0', message: 'x'.repeat(1000) }];
    const { tenant } = await openLocalTenant((_seen, response) =>
      json(response, 400, { message: 'malformed', errors }, { 'x-request-id': 'r-9' }),
    );
    const error: unknown = await tenant.getFlow('flow-1').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ details: { requestId: 'r-9' } });
    const { detail } = (error as { details: { detail: string } }).details;
    expect(detail).toHaveLength(300);
    expect(detail).toMatch(/^malformed \[\{"path":"\/nodes\/0","message":"xxx/);
  });

  it('holds neither the token nor the secret, nor what was sent', async () => {
    const { tenant } = await openLocalTenant((_seen, response) => json(response, 400, {}));
    const error: unknown = await tenant.createFlow(payload).catch((reason: unknown) => reason);
    const text = JSON.stringify([error, String(error), (error as Error).stack]);
    expect(text).not.toMatch(/token-1|our secret|press_1/);
  });
});

describe('a reply that is too large', () => {
  const MIB = Buffer.alloc(1024 * 1024, 0x20);

  it('is not read to its end', async () => {
    let sent = 0;
    const endless = function* (): Generator<Buffer> {
      for (; sent < 200; sent++) yield MIB;
    };
    const { tenant } = await openLocalTenant(async (_seen, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      await pipeline(endless(), response);
    });
    const failure = tenant.createFlow(payload);
    await expect(failure).rejects.toThrow('got no reply: the reply is too large');
    await expect(failure).rejects.toMatchObject({ details: { mayHaveTakenEffect: true, timedOut: false } });
    expect(sent).toBeLessThan(100);
  });

  it('is none before it is unpacked, and still is too large', async () => {
    const packed = gzipSync(Buffer.alloc(40 * MIB.length, 0x20));
    const { tenant } = await openLocalTenant((_seen, response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(packed);
    });
    await expect(tenant.createFlow(payload)).rejects.toThrow('the reply is too large');
  });

  it('is none where it is large, but within the limit', async () => {
    const filler = 'x'.repeat(20 * MIB.length);
    const { tenant } = await openLocalTenant((_seen, response) => json(response, 200, { ...FLOW, filler }));
    expect(await tenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
  });
});

describe('a reply that is packed', () => {
  const PACKERS = { gzip: gzipSync, 'X-GZIP': gzipSync, br: brotliCompressSync } as const;
  const body = Buffer.from(JSON.stringify(FLOW));
  const packed =
    (packing: keyof typeof PACKERS, cut: number): Handler =>
    (_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': packing });
      response.end(PACKERS[packing](body).subarray(0, cut));
    };

  it.each(['gzip', 'X-GZIP', 'br'] as const)('as %s is unpacked', async (packing) => {
    const { tenant, server } = await openLocalTenant(packed(packing, Number.POSITIVE_INFINITY));
    expect(await tenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
    expect(server.seen.at(-1)?.headers['accept-encoding']).toBe('gzip, br');
  });

  it.each(['gzip', 'br'] as const)('as %s, and ends too early, is none', async (packing) => {
    const opened = await openLocalTenant(async (seen, response, count) => {
      opened.cancel.abort();
      await packed(packing, 20)(seen, response, count);
    });
    await expect(opened.tenant.getFlow('flow-1')).rejects.toThrow(/got no reply: (Z_BUF_ERROR|ERR__)/);
  });

  it('is none where its connection is cut', async () => {
    const opened = await openLocalTenant((_seen, response) => {
      opened.cancel.abort();
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '1000' });
      response.write(gzipSync(body), () => response.destroy());
    });
    await expect(opened.tenant.getFlow('flow-1')).rejects.toThrow('got no reply: ECONNRESET');
  });
});

describe('what a reply means', () => {
  const answer =
    (body: unknown): Handler =>
    (_seen, response) =>
      json(response, 200, body);

  it('is a flow, with dates and nodes as a rule has them, and without what only the tenant knows', async () => {
    const { tenant } = await openLocalTenant(
      answer({
        ...FLOW,
        nodes: [{ id: 'root', type: 'hangup', mediaAssetId: null, color: 'red' }],
        fallbackAction: { type: 'hangup', target: null },
        effectiveDate: '2027-01-01T01:00:00+01:00',
        expirationDate: null,
        updatedAt: '2027-01-01T00:00:00Z',
        owner: { id: 7 },
      }),
    );
    const { nodes: _nodes, ...rest } = payload;
    const rule = ruleOf('Sales', {
      ...rest,
      nodes: [{ id: 'root', type: 'hangup', transitions: [] }],
      effectiveDate: '2027-01-01T00:00:00.000Z',
    });
    expect(await tenant.getFlow('flow-1')).toEqual({
      id: 'flow-1',
      status: 'ACTIVE',
      payload: rule.payload,
      payloadHash: rule.payloadHash,
      createdAt: '2026-12-01T00:00:00Z',
      updatedAt: '2027-01-01T00:00:00Z',
    });
  });

  it.each([
    [{ updatedBy: 'jo', modifiedBy: 'al' }, 'jo'],
    [{ modifiedBy: 'al' }, 'al'],
    [{ updatedBy: { id: 7 } }, undefined],
  ])('says who changed it last: %j', async (changes, by) => {
    const { tenant } = await openLocalTenant(answer({ ...FLOW, ...changes }));
    expect((await tenant.getFlow('flow-1'))?.updatedBy).toBe(by);
  });

  it.each<[string, object, string]>([
    ['an unknown state', { status: 'PAUSED' }, 'flow flow-1 in the unknown state "PAUSED"'],
    ['no state', { status: undefined }, 'flow flow-1 in the unknown state'],
    ['no id', { id: undefined }, 'a flow without an id'],
    ['no name', { name: undefined }, 'flow flow-1 without a name'],
  ])('is no flow with %s', async (_case, changes, message) => {
    const { tenant } = await openLocalTenant(answer({ ...FLOW, ...changes }));
    await expect(tenant.getFlow('flow-1')).rejects.toThrow(
      `GET /api/v2/ivr/flows/{flowId} was answered with ${message}`,
    );
  });

  it('is another hash where a field is missing that a rule must have', async () => {
    const { tenant } = await openLocalTenant(answer({ ...FLOW, nodes: undefined, fallbackAction: 'none' }));
    const flow = await tenant.getFlow('flow-1');
    expect(flow?.payload).toMatchObject({ nodes: [], fallbackAction: { type: '' } });
  });

  it.each<[unknown, unknown]>([
    [{ status: 'VALID' }, []],
    [{ status: 'VALID', errors: [{ message: 'a hint' }] }, []],
    [
      { status: 'INVALID', errors: [{ path: '/nodes/0', message: 'bad' }, 'odd', { code: 7 }] },
      [
        { path: '/nodes/0', message: 'bad' },
        { path: '', message: '"odd"' },
        { path: '', message: '{"code":7}' },
      ],
    ],
    [{ status: 'INVALID' }, [{ path: '', message: 'the tenant calls it invalid and does not say why' }]],
  ])('is the verdict on a flow: %j', async (body, expected) => {
    const { tenant } = await openLocalTenant(answer(body));
    expect(await tenant.validateFlow('flow-1')).toEqual(expected);
  });

  it.each(['NONE', 'QUEUED', 'COMPILING', 'COMPILED', 'FAILED'])(
    'is where a compilation stands: %s',
    async (status) => {
      const { tenant } = await openLocalTenant(answer({ status, engine: 'IDLE' }));
      expect(await tenant.compileFlow('flow-1')).toEqual({ status, errors: [] });
      expect(await tenant.compileState('flow-1')).toEqual({ status, errors: [] });
    },
  );

  it.each([409, 503])('is a busy engine (%d), whatever the body, and nothing to repeat', async (status) => {
    const { tenant, calls } = await openLocalTenant((_seen, response) => raw(response, status, '<html>'));
    expect(await tenant.compileFlow('flow-1')).toBe('busy');
    expect(calls()).toHaveLength(1);
  });

  it.each<[string, (tenant: Tenant) => Promise<unknown>, string]>([
    ['verdict', (tenant) => tenant.validateFlow('flow-1'), 'the unknown verdict "MAYBE"'],
    ['compile state', (tenant) => tenant.compileFlow('flow-1'), 'the unknown compile state "MAYBE"'],
    ['compile state', (tenant) => tenant.compileState('flow-1'), 'the unknown compile state "MAYBE"'],
  ])('is an error where the %s is a word that nobody knows', async (_case, run, message) => {
    const { tenant } = await openLocalTenant(answer({ status: 'MAYBE' }));
    await expect(run(tenant)).rejects.toThrow(message);
  });

  it.each([
    ['ACTIVE', true],
    ['INACTIVE', false],
    ['PAUSED', false],
    [undefined, false],
  ])('is a campaign in state %s', async (status, isActive) => {
    const { tenant } = await openLocalTenant(answer({ id: 'camp', status }));
    expect(await tenant.findCampaign('camp')).toEqual({ isActive });
  });

  it('is the flow of an id that needs encoding', async () => {
    const { tenant, calls } = await openLocalTenant(answer(FLOW));
    await tenant.getFlow('../a b?c=d#e/ü');
    expect(calls()[0]?.path).toBe('/api/v2/ivr/flows/..%2Fa%20b%3Fc%3Dd%23e%2F%C3%BC');
  });
});
