import { expect, test } from 'vitest';
import { FLOWS, open, seed, send, stoppedClock, takeToken } from './tenant-client.ts';

const grant = {
  grant_type: 'client_credentials',
  client_id: 'all',
  client_secret: seed.clients[0]!.clientSecret,
};

function postToken(url: string, headers: Record<string, string>, body: string): Promise<Response> {
  return fetch(`${url}/oauth/token`, { method: 'POST', headers, body });
}

test('a token reply says type, lifetime and scopes', async () => {
  const { simulator } = await open({ tokenLifetime: 90 });
  const { status, body } = await send(`${simulator.url}/oauth/token`, 'POST', grant);
  expect(status).toBe(200);
  expect(body).toEqual({
    access_token: expect.stringMatching(/^[\w-]{32}$/),
    token_type: 'Bearer',
    expires_in: 90,
    scope: 'media:read campaign:manage ivr:flow:read ivr:flow:write event:webhook:write analytics:read',
  });
});

test('two tokens differ, and both are good', async () => {
  const { simulator, call, token } = await open();
  const second = await takeToken(simulator);
  expect(second).not.toBe(token);
  expect((await call('GET', FLOWS)).status).toBe(200);
  expect((await call('GET', FLOWS, undefined, second)).status).toBe(200);
});

test('a seed can keep the scopes out of the token reply', async () => {
  const { simulator } = await open({ seed: { ...seed, scopeInToken: false } });
  const { body } = await send(`${simulator.url}/oauth/token`, 'POST', grant);
  expect(body).not.toHaveProperty('scope');
  expect(body).toHaveProperty('access_token');
});

test('credentials are taken as a form', async () => {
  const { simulator } = await open();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const reply = await postToken(simulator.url, form, new URLSearchParams(grant).toString());
  expect(reply.status).toBe(200);
});

test('credentials are taken as HTTP Basic, form-encoded as RFC 6749 asks', async () => {
  const { simulator } = await open();
  const pair = `all:${encodeURIComponent(grant.client_secret)}`;
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
  };
  const reply = await postToken(simulator.url, headers, 'grant_type=client_credentials');
  expect(reply.status).toBe(200);
  const wrong = { ...headers, authorization: `Basic ${Buffer.from('all:no').toString('base64')}` };
  expect((await postToken(simulator.url, wrong, 'grant_type=client_credentials')).status).toBe(401);
});

test.each([
  ['a wrong secret', { ...grant, client_secret: 'no' }, 401],
  ['an unknown client', { ...grant, client_id: 'who' }, 401],
  ['no secret', { grant_type: 'client_credentials', client_id: 'all' }, 401],
  ['another grant', { ...grant, grant_type: 'password' }, 400],
  ['a body that is no object', '[]', 400],
  ['broken JSON', '{"grant_type":', 400],
])('%s is refused', async (_name, body, status) => {
  const { simulator } = await open();
  const answer = await send(`${simulator.url}/oauth/token`, 'POST', body);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ code: expect.any(String), message: expect.any(String) });
});

test('a token expires by the clock that is given, not a moment before', async () => {
  const clock = stoppedClock();
  const { call } = await open({ now: clock.now, tokenLifetime: 60 });
  clock.pass(59_999);
  expect((await call('GET', FLOWS)).status).toBe(200);
  clock.pass(1);
  const { status, body } = await call('GET', FLOWS);
  expect(status).toBe(401);
  expect(body['code']).toBe('UNAUTHORIZED');
});

const OPERATIONS = [
  ['GET', '/api/v2/media/assets/hello', 'media:read'],
  ['GET', '/api/v2/campaigns/camp', 'campaign:manage'],
  ['GET', FLOWS, 'ivr:flow:read'],
  ['POST', FLOWS, 'ivr:flow:write'],
  ['GET', `${FLOWS}/x`, 'ivr:flow:read'],
  ['PATCH', `${FLOWS}/x`, 'ivr:flow:write'],
  ['DELETE', `${FLOWS}/x`, 'ivr:flow:write'],
  ['POST', `${FLOWS}/x/validate`, 'ivr:flow:write'],
  ['POST', `${FLOWS}/x/compile`, 'ivr:flow:write'],
  ['GET', `${FLOWS}/x/status`, 'ivr:flow:read'],
  ['GET', '/api/v2/event/webhooks', 'event:webhook:write'],
  ['POST', '/api/v2/event/webhooks', 'event:webhook:write'],
  ['PATCH', '/api/v2/event/webhooks/x', 'event:webhook:write'],
  ['POST', '/api/v2/analytics/ivrs/details/query', 'analytics:read'],
] as const;

test.each(OPERATIONS)('%s %s needs a token with the scope %s, and no other', async (method, path, scope) => {
  const [all, none] = seed.clients;
  const lacking = { ...none!, scopes: all!.scopes.filter((other) => other !== scope) };
  const enough = { clientId: 'enough', clientSecret: 's', scopes: [scope] };
  const { simulator, call } = await open({ seed: { ...seed, clients: [all!, lacking, enough] } });
  expect((await call(method, path, undefined, 'made-up')).status).toBe(401);
  expect((await send(simulator.url + path, method)).status).toBe(401);
  const refused = await call(method, path, undefined, await takeToken(simulator, lacking));
  expect(refused.status).toBe(403);
  expect(refused.body['message']).toContain(scope);
  const passed = await call(method, path, undefined, await takeToken(simulator, enough));
  expect([200, 400, 404]).toContain(passed.status);
});
