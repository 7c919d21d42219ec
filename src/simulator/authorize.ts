// Whether a token lets a request through; tokens are issued elsewhere.

import type { Reply } from './reply.ts';
import { refuse } from './reply.ts';
import type { Scope } from './seed.ts';
import type { Tenant } from './tenant.ts';

/** Takes an Authorization header; returns the bearer token in it, or null. */
export function readBearer(authorization: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

/** Returns 401 for a token that is missing, unknown or expired, 403 where it lacks the scope, else null. */
export function authorize(tenant: Tenant, authorization: string | undefined, scope: Scope): Reply | null {
  const name = readBearer(authorization);
  const token = name === null ? undefined : tenant.tokens.get(name);
  if (token === undefined || token.expiresAt <= tenant.settings.now()) {
    return refuseToken('The access token is missing, unknown or expired.');
  }
  if (!token.scopes.includes(scope)) return refuse(403, 'FORBIDDEN', `The token lacks the scope ${scope}.`);
  return null;
}

/** 401 for a bad token. */
export function refuseToken(message: string): Reply {
  return { ...refuse(401, 'UNAUTHORIZED', message), headers: { 'www-authenticate': 'Bearer' } };
}
