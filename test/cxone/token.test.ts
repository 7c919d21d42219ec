import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  FLOW,
  type Handler,
  type LocalTenant,
  freePort,
  json,
  openAt,
  openLocalTenant,
  raw,
  truncated,
} from './local-tenant.ts';

const answerFlow: Handler = (_seen, response) => json(response, 200, FLOW);

function tokenThatLasts(expiresIn: unknown): Handler {
  return (_seen, response, count) =>
    json(response, 200, { access_token: `token-${count}`, expires_in: expiresIn });
}

function usedTokens(tenant: LocalTenant): (string | undefined)[] {
  return tenant.calls().map(({ headers }) => headers.authorization);
}

describe('a token', () => {
  it('is asked for as the contract has it, and named as a secret before it is used', async () => {
    const tenant = await openLocalTenant((_seen, response) => {
      expect(tenant.secrets).toEqual(['token-1']);
      json(response, 200, FLOW);
    });
    await tenant.tenant.getFlow('flow-1');
    const [request] = tenant.tokenRequests();
    expect(request).toMatchObject({ method: 'POST', path: '/oauth/token' });
    expect(request?.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(request?.headers.authorization).toBeUndefined();
    expect(JSON.parse(request?.body ?? '')).toEqual({
      grant_type: 'client_credentials',
      client_id: 'our id',
      client_secret: 'our secret',
    });
    expect(usedTokens(tenant)).toEqual(['Bearer token-1']);
  });

  it('is asked for once, and used again and again', async () => {
    const tenant = await openLocalTenant(answerFlow);
    for (let count = 0; count < 3; count++) await tenant.tenant.getFlow('flow-1');
    await tenant.undoTenant.getFlow('flow-1');
    expect(tenant.tokenRequests()).toHaveLength(1);
    expect(usedTokens(tenant)).toEqual(Array.from({ length: 4 }, () => 'Bearer token-1'));
  });

  it('is shared by requests that start together', async () => {
    const tenant = await openLocalTenant(answerFlow);
    await Promise.all(Array.from({ length: 20 }, async () => tenant.tenant.getFlow('flow-1')));
    expect(tenant.tokenRequests()).toHaveLength(1);
    expect(tenant.calls()).toHaveLength(20);
  });

  it.each<[string, unknown, number]>([
    ['an hour: a minute before', 3600, 3540],
    ['ten minutes: a minute before', 600, 540],
    ['a hundred seconds: after nine tenths', 100, 90],
    ['no time that is told: as if it were five minutes', undefined, 270],
    ['no time at all: as if it were five minutes', 0, 270],
    ['a time that is no number: as if it were five minutes', 'soon', 270],
    ['a time as text', '3600', 3540],
  ])('that lasts %s, is renewed before it ends', async (_case, expiresIn, seconds) => {
    const tenant = await openLocalTenant(answerFlow, { token: tokenThatLasts(expiresIn) });
    await tenant.tenant.getFlow('flow-1');
    tenant.clock.pass(seconds * 1000 - 1);
    await tenant.tenant.getFlow('flow-1');
    expect(tenant.tokenRequests()).toHaveLength(1);
    tenant.clock.pass(1);
    await Promise.all([tenant.tenant.getFlow('flow-1'), tenant.tenant.getFlow('flow-1')]);
    expect(usedTokens(tenant).slice(2)).toEqual(['Bearer token-2', 'Bearer token-2']);
    expect(tenant.tokenRequests()).toHaveLength(2);
  });

  it.each<[string, unknown, readonly string[] | undefined]>([
    ['names its scopes', 'media:read  ivr:flow:read', ['media:read', 'ivr:flow:read']],
    ['names that it has none', '', []],
    ['does not name them', undefined, undefined],
  ])('%s', async (_case, scope, expected) => {
    const token: Handler = (_seen, response) =>
      json(response, 200, { access_token: 'token', expires_in: 60, scope });
    const tenant = await openLocalTenant(answerFlow, { token });
    const scopes = await tenant.tenant.grantedScopes();
    expect(scopes === undefined ? undefined : [...scopes]).toEqual(expected);
  });
});

describe('a token that the tenant takes no more', () => {
  const refuse =
    (...refused: readonly string[]): Handler =>
    ({ headers }, response) =>
      refused.includes(headers.authorization ?? '')
        ? json(response, 401, { message: 'expired' })
        : json(response, 200, FLOW);

  it('is renewed, and the request repeated at once', async () => {
    const tenant = await openLocalTenant(refuse('Bearer token-1'));
    expect(await tenant.tenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
    expect(usedTokens(tenant)).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(tenant.clock.sleeps).toEqual([]);
  });

  it('is renewed once for all requests that it failed', async () => {
    const tenant = await openLocalTenant(refuse('Bearer token-1'));
    await Promise.all(Array.from({ length: 20 }, async () => tenant.tenant.getFlow('flow-1')));
    expect(tenant.tokenRequests()).toHaveLength(2);
    expect(tenant.calls()).toHaveLength(40);
  });

  it('is renewed exactly once: then it is an error', async () => {
    const tenant = await openLocalTenant(refuse('Bearer token-1', 'Bearer token-2', 'Bearer token-3'));
    const failure = tenant.tenant.getFlow('flow-1');
    await expect(failure).rejects.toMatchObject({ name: 'UserError', reason: 'auth' });
    await expect(failure).rejects.toThrow('GET /api/v2/ivr/flows/{flowId} (401)');
    expect(tenant.tokenRequests()).toHaveLength(2);
    expect(tenant.calls()).toHaveLength(2);
  });

  it('can be renewed again later', async () => {
    const tenant = await openLocalTenant(refuse('Bearer token-1', 'Bearer token-3'), {
      token: tokenThatLasts(600),
    });
    await tenant.tenant.getFlow('flow-1');
    tenant.clock.pass(600_000);
    expect(await tenant.tenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
    expect(usedTokens(tenant)).toEqual(['1', '2', '3', '4'].map((count) => `Bearer token-${count}`));
  });
});

describe('no token', () => {
  it.each([400, 401, 403])('because the credentials are wrong (%d): said at once', async (status) => {
    const tenant = await openLocalTenant(answerFlow, {
      token: (_seen, response) => json(response, status, { message: 'our secret is wrong' }),
    });
    const error: unknown = await tenant.tenant.getFlow('flow-1').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ reason: 'auth' });
    const { message } = error as UserError;
    expect(message).toContain(`(${status})`);
    expect(message).toContain('client-id and client-secret');
    expect(message).not.toContain('our secret');
    expect(tenant.tokenRequests()).toHaveLength(1);
    expect(tenant.calls()).toEqual([]);
  });

  it.each<[string, Handler]>([
    ['a page', (_seen, response) => raw(response, 200, '<html>Please wait</html>')],
    ['nothing', (_seen, response) => raw(response, 200, '')],
    ['null', (_seen, response) => json(response, 200, null)],
    ['no token', (_seen, response) => json(response, 200, { expires_in: 3600 })],
    ['an empty token', (_seen, response) => json(response, 200, { access_token: '', expires_in: 3600 })],
    ['a token that is no text', (_seen, response) => json(response, 200, { access_token: { a: 1 } })],
    ['an unknown path', (_seen, response) => json(response, 404, { message: 'no such path' })],
    ['a redirect', (_seen, response) => raw(response, 302, '', { location: 'https://elsewhere.example/' })],
  ])('because the tenant answers %s: a clear error', async (_case, token) => {
    const tenant = await openLocalTenant(answerFlow, { token });
    const failure = tenant.tenant.getFlow('flow-1');
    await expect(failure).rejects.toMatchObject({ name: 'UserError', reason: 'tenant' });
    await expect(failure).rejects.toThrow(/no access token to POST \/oauth\/token: check input tenant-url/);
    expect(tenant.calls()).toEqual([]);
  });

  it.each<[string, Handler]>([
    ['429', (_seen, response) => json(response, 429, {}, { 'retry-after': '3' })],
    ['503', (_seen, response) => raw(response, 503, '<html>', { 'retry-after': '3' })],
  ])('because the tenant is busy (%s): waits as it is told', async (_case, busy) => {
    const tenant = await openLocalTenant(answerFlow, {
      token: async (seen, response, count) =>
        count < 3 ? busy(seen, response, count) : json(response, 200, { access_token: 'token' }),
    });
    expect(await tenant.tenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
    expect(tenant.clock.sleeps).toEqual([3000, 3000]);
  });

  it.each<[string, Handler]>([
    ['a reset', (_seen, response) => void response.socket?.resetAndDestroy()],
    ['half a reply', (_seen, response) => truncated(response, 200)],
  ])('because of %s: asks again', async (_case, spoil) => {
    const tenant = await openLocalTenant(answerFlow, {
      token: async (seen, response, count) =>
        count < 3 ? spoil(seen, response, count) : json(response, 200, { access_token: 'token' }),
    });
    expect(await tenant.tenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
    expect(tenant.tokenRequests()).toHaveLength(3);
  });

  it('because nobody is there: names the host, and what to check', async () => {
    const port = await freePort();
    const tenant = openAt(`http://127.0.0.1:${port}`);
    const failure = tenant.tenant.getFlow('flow-1');
    await expect(failure).rejects.toMatchObject({ name: 'UserError', reason: 'tenant' });
    await expect(failure).rejects.toThrow(
      `the tenant at 127.0.0.1:${port} cannot be reached (ECONNREFUSED): check input tenant-url`,
    );
    expect(tenant.clock.sleeps).toHaveLength(4);
  });

  it('because nobody answers: says for how long', async () => {
    const tenant = await openLocalTenant(answerFlow, { token: () => {}, requestTimeout: 100 });
    const failure = tenant.tenant.getFlow('flow-1');
    await expect(failure).rejects.toMatchObject({ name: 'UserError', reason: 'timeout' });
    await expect(failure).rejects.toThrow('no reply within 0.1 s');
  });

  it('once does not mean never: the next request asks again', async () => {
    const tenant = await openLocalTenant(answerFlow, {
      token: (_seen, response, count) =>
        count === 1 ? json(response, 401, {}) : json(response, 200, { access_token: 'token' }),
    });
    const both = await Promise.allSettled([tenant.tenant.getFlow('a'), tenant.tenant.getFlow('b')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(tenant.tokenRequests()).toHaveLength(1);
    expect(await tenant.tenant.getFlow('flow-1')).toMatchObject({ id: 'flow-1' });
  });
});
