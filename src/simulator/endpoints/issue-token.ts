// POST /oauth/token: client credentials, or a user's access key (grant `password`), by a client that says who it is in JSON, in
// a form, or with HTTP Basic; any of them is taken, unless the seed says which.

import { randomBytes } from 'node:crypto';
import type { Reply } from '../reply.ts';
import { refuse, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Seed, SeedClient } from '../seed.ts';
import { isObject } from '../shape.ts';
import type { Tenant } from '../tenant.ts';

/** Answers 200 with a new token, 400 for a malformed request, 401 for wrong credentials. */
export function issueToken(tenant: Tenant, call: Call): Reply {
  if (!isObject(call.body)) return refuse(400, 'invalid_request', 'The body must be an object.');
  const { grant_type: grant, client_id: id, client_secret: secret } = call.body;
  if (grant !== 'client_credentials' && grant !== 'password') {
    return refuse(
      400,
      'unsupported_grant_type',
      'grant_type must be client_credentials, or password with an access key.',
    );
  }
  const basic = readBasic(call.authorization);
  const style = basic !== null ? 'basic' : call.isForm ? 'form' : 'json';
  const { tokenStyle } = tenant.seed;
  if (tokenStyle !== undefined && style !== tokenStyle)
    return refuse(401, 'invalid_client', `The client must say who it is by ${tokenStyle}, not by ${style}.`);
  const client = findClient(tenant.seed, basic ?? { id, secret });
  if (client === undefined)
    return refuse(401, 'invalid_client', 'The client id or the client secret is wrong.');
  if (grant === 'password' && !hasAccessKey(client, call.body))
    return refuse(400, 'invalid_grant', 'The access key is wrong, or the client has none.');
  return succeed(200, describeToken(tenant, client, storeToken(tenant, client)));
}

function hasAccessKey({ accessKey }: SeedClient, body: Readonly<Record<string, unknown>>): boolean {
  return (
    accessKey !== undefined && body['username'] === accessKey.id && body['password'] === accessKey.secret
  );
}

function storeToken(tenant: Tenant, client: SeedClient): string {
  const { now, tokenLifetime } = tenant.settings;
  const token = randomBytes(24).toString('base64url');
  tenant.tokens.set(token, { scopes: client.scopes, expiresAt: now() + tokenLifetime * 1000 });
  return token;
}

function describeToken(tenant: Tenant, client: SeedClient, token: string): Record<string, unknown> {
  return {
    access_token: token,
    token_type: 'Bearer',
    expires_in: Math.floor(tenant.settings.tokenLifetime),
    ...(tenant.seed.scopeInToken !== false && { scope: client.scopes.join(' ') }),
  };
}

interface GivenCredentials {
  readonly id: unknown;
  readonly secret: unknown;
}

function findClient(seed: Seed, given: GivenCredentials): SeedClient | undefined {
  return seed.clients.find((client) => client.clientId === given.id && client.clientSecret === given.secret);
}

/** RFC 6749, 2.3.1: both parts are form-encoded before they are joined. */
function readBasic(authorization: string | undefined): GivenCredentials | null {
  const encoded = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const decode = (part: string) => new URLSearchParams(`part=${part.replaceAll('&', '%26')}`).get('part');
  return { id: decode(id), secret: decode(rest.join(':')) };
}
