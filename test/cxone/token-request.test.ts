// The ways to a token, as they go over the wire, and as the embedded tenant takes them.
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ApiConfig, DEFAULT_API, type Grant, type TokenStyle } from '../../src/cxone/api-config.ts';
import { ENDPOINTS } from '../../src/cxone/endpoints.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { seed } from '../simulator/tenant-client.ts';
import { FLOW, json, openAt, openLocalTenant, raw, startServer } from './local-tenant.ts';

/** Signs that encoders disagree on. */
const ODD = "a b+c&d=e%41:/?é!'()*~";
const CREDENTIALS = { clientId: 'our id', clientSecret: ODD, accessKeyId: 'key', accessKeySecret: `${ODD}=` };
const api = (changes: Partial<ApiConfig>): ApiConfig => ({ ...DEFAULT_API, ...changes });

async function requestOf(changes: Partial<ApiConfig>): Promise<{
  readonly type: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}> {
  const tenant = await openLocalTenant((_seen, response) => json(response, 200, FLOW), {
    api: api(changes),
    ...CREDENTIALS,
  });
  await tenant.tenant.getFlow('flow-1');
  const [seen] = tenant.tokenRequests();
  return {
    type: seen?.headers['content-type'],
    authorization: seen?.headers.authorization,
    body: seen?.body ?? '',
  };
}

describe('a request for a token', () => {
  it('in a JSON body', async () => {
    const { type, authorization, body } = await requestOf({ tokenStyle: 'json' });
    expect([type, authorization]).toEqual(['application/json', undefined]);
    expect(JSON.parse(body)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'our id',
      client_secret: ODD,
    });
  });

  it('in a form', async () => {
    const { type, authorization, body } = await requestOf({ tokenStyle: 'form' });
    expect([type, authorization]).toEqual(['application/x-www-form-urlencoded', undefined]);
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'our id',
      client_secret: ODD,
    });
    expect(body).toContain('client_secret=a%20b%2Bc%26d%3De%2541%3A%2F%3F%C3%A9%21%27%28%29%2A~');
  });

  it('with Basic, whose parts are encoded before they are joined', async () => {
    const { type, authorization, body } = await requestOf({ tokenStyle: 'basic' });
    expect(type).toBe('application/x-www-form-urlencoded');
    expect(body).toBe('grant_type=client_credentials');
    const pair = Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    expect(pair.split(':').map(decodeURIComponent)).toEqual(['our id', ODD]);
  });

  it('with the access key of a user, as NICE documents it for back-end applications', async () => {
    const { type, authorization, body } = await requestOf({ grant: 'password', tokenStyle: 'basic' });
    expect(type).toBe('application/x-www-form-urlencoded');
    expect(authorization).toMatch(/^Basic /);
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'password',
      username: 'key',
      password: `${ODD}=`,
    });
    expect(body).toMatch(/%3D$/);
  });

  it('on another host gets the secret there, and only there', async () => {
    const auth = await startServer((_seen, response) =>
      json(response, 200, { access_token: 'token', token_type: 'bearer', expires_in: 3600 }),
    );
    const { tenant, server } = await openLocalTenant((_seen, response) => json(response, 200, FLOW), {
      api: api({ tokenUrl: `${auth.url}/auth/token` }),
    });
    await tenant.getFlow('flow-1');
    expect(auth.seen.map(({ path }) => path)).toEqual(['/auth/token']);
    expect(server.seen.map(({ path }) => path)).toEqual(['/api/v2/ivr/flows/flow-1']);
    expect(JSON.stringify(server.seen)).not.toContain('our secret');
    expect(server.seen[0]?.headers.authorization).toBe('Bearer token');
  });

  it('is not repeated at the place that a redirect names', async () => {
    const elsewhere = await startServer((_seen, response) => json(response, 200, { access_token: 'x' }));
    const auth = await startServer((_seen, response) =>
      raw(response, 307, '', { location: `${elsewhere.url}/token` }),
    );
    const { tenant } = openAt('http://127.0.0.1:9', { api: api({ tokenUrl: `${auth.url}/token` }) });
    await expect(tenant.getFlow('flow-1')).rejects.toThrow(
      `the tenant answered 307 and no access token to POST ${auth.url}/token: check tokenUrl in the file of input api-config`,
    );
    expect(elsewhere.seen).toEqual([]);
  });
});

describe('a token', () => {
  it.each<[string, object]>([
    ['of another type', { token_type: 'mac' }],
    ['of a type that is no word', { token_type: 7 }],
    ['that no header can carry', { access_token: 'a\r\nx-evil: b' }],
    ['with a space', { access_token: 'a b' }],
    ['that is longer than headers may be', { access_token: 'x'.repeat(12_001) }],
  ])('%s is not used', async (_case, changes) => {
    const { tenant, calls } = await openLocalTenant((_seen, response) => json(response, 200, FLOW), {
      token: (_seen, response) => json(response, 200, { access_token: 'token', expires_in: 60, ...changes }),
    });
    await expect(tenant.getFlow('flow-1')).rejects.toThrow('the tenant answered 200 and no access token');
    expect(calls()).toEqual([]);
  });

  it('that is refused says the word of the tenant and every input to check', async () => {
    const { tenant } = await openLocalTenant((_seen, response) => json(response, 200, FLOW), {
      api: api({ grant: 'password', tokenStyle: 'basic' }),
      token: (_seen, response) =>
        json(response, 400, { error: 'invalid_grant', error_description: 'our secret' }),
    });
    await expect(tenant.getFlow('flow-1')).rejects.toThrow(
      'the tenant does not accept the credentials (400, invalid_grant): check inputs client-id, client-secret, access-key-id and access-key-secret, and that',
    );
  });
});

describe('the embedded tenant', () => {
  const client = { ...seed.clients[0]!, accessKey: { id: 'key', secret: ODD } };
  const STYLES: readonly TokenStyle[] = ['json', 'form', 'basic'];
  const GRANTS: readonly Grant[] = ['client_credentials', 'password'];
  const cases = STYLES.flatMap((wanted) =>
    STYLES.flatMap((tokenStyle) => GRANTS.map((grant) => ({ wanted, tokenStyle, grant }))),
  );

  it.each(cases)(
    'that wants $wanted is asked with $tokenStyle for $grant',
    async ({ wanted, ...changes }) => {
      const simulator = await startSimulator({ seed: { ...seed, clients: [client], tokenStyle: wanted } });
      onTestFinished(async () => simulator.close());
      const { tenant } = openAt(simulator.url, { ...simulator.credentials, api: api(changes) });
      const scopes = tenant.grantedScopes();
      if (wanted === changes.tokenStyle) expect(await scopes).toContain('ivr:flow:write');
      else await expect(scopes).rejects.toMatchObject({ name: 'UserError', reason: 'auth' });
    },
  );

  it('gives no token for a wrong access key, or to a client without one', async () => {
    for (const clients of [[client], [seed.clients[0]!]]) {
      const simulator = await startSimulator({ seed: { ...seed, clients } });
      onTestFinished(async () => simulator.close());
      const { clientId, clientSecret } = simulator.credentials;
      const { tenant } = openAt(simulator.url, {
        clientId,
        clientSecret,
        accessKeyId: 'key',
        accessKeySecret: 'wrong',
        api: api({ grant: 'password', tokenStyle: 'basic' }),
      });
      await expect(tenant.grantedScopes()).rejects.toMatchObject({ reason: 'auth' });
    }
  });
});

it('paths of a tenant are used as they are configured, also in errors', async () => {
  const endpoints = { ...ENDPOINTS, getFlow: { ...ENDPOINTS.getFlow, path: '/v30/scripts/{flowId}:read' } };
  const { tenant, calls } = await openLocalTenant(
    (_seen, response, count) => json(response, count === 1 ? 200 : 400, FLOW),
    { api: api({ endpoints }) },
  );
  await tenant.getFlow('a/b');
  expect(calls()[0]?.path).toBe('/v30/scripts/a%2Fb:read');
  await expect(tenant.getFlow('a')).rejects.toThrow('GET /v30/scripts/{flowId}:read failed with 400');
});
