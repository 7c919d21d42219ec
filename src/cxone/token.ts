// The access token of a run: asked for once, shared by requests under way together, renewed before it expires.
// OAuth 2.0 client credentials (RFC 6749, section 4.4) with a JSON body, as the contract has it.
import { UserError } from '../errors.ts';
import type { Clock } from '../ports.ts';
import type { Reply } from './send.ts';

export interface Token {
  readonly value: string;
  /** Granted scopes, or undefined where the tenant does not name them. */
  readonly scopes: ReadonlySet<string> | undefined;
}

export interface TokenSource {
  /** The token in force; concurrent callers share one request. */
  readonly get: () => Promise<Token>;
  /** Forgets a token that the tenant no longer takes; another one that came meanwhile is kept. */
  readonly discard: (token: Token) => void;
}

/** A token is renewed this long before its end, or after nine tenths of its life where that is shorter: milliseconds. */
const RENEW_EARLY = 60_000;

/** The token of a reply and its lifetime in milliseconds; undefined where there is none. */
export function readToken(reply: Reply): { token: Token; lifetime: number } | undefined {
  try {
    const body = JSON.parse(reply.text) as Record<string, unknown>;
    if (typeof body.access_token !== 'string' || body.access_token === '') return undefined;
    const scopes =
      typeof body.scope === 'string' ? new Set(body.scope.split(/\s+/).filter((s) => s !== '')) : undefined;
    const seconds = Number(body.expires_in);
    return { token: { value: body.access_token, scopes }, lifetime: (seconds > 0 ? seconds : 300) * 1000 };
  } catch {
    return undefined;
  }
}

/**
 * Makes the token source of a tenant.
 * @param request asks the tenant for a token; throws where no reply can be had
 * @param onSecret told of every token, so that it can be masked before it is used
 */
export function makeTokenSource(
  request: () => Promise<Reply>,
  clock: Clock,
  onSecret: (value: string) => void,
): TokenSource {
  let current: { token: Token; renewAt: number } | undefined;
  let pending: Promise<Token> | undefined;
  const renew = async (): Promise<Token> => {
    const reply = await request();
    if (reply.status === 400 || reply.status === 401 || reply.status === 403) {
      throw new UserError(
        'auth',
        `the tenant does not accept the credentials (${reply.status}): check inputs client-id and client-secret, and that they belong to this tenant-url`,
      );
    }
    const read = reply.status === 200 ? readToken(reply) : undefined;
    if (read === undefined) {
      throw new UserError(
        'tenant',
        `the tenant answered ${reply.status} and no access token to POST /oauth/token: check input tenant-url`,
      );
    }
    onSecret(read.token.value);
    current = {
      token: read.token,
      renewAt: clock.now() + Math.max(read.lifetime - RENEW_EARLY, read.lifetime * 0.9),
    };
    return read.token;
  };
  const get = async (): Promise<Token> => {
    if (current !== undefined && clock.now() < current.renewAt) return current.token;
    pending ??= renew().finally(() => {
      pending = undefined;
    });
    return pending;
  };
  const discard = (token: Token): void => {
    if (current?.token === token) current = undefined;
  };
  return { get, discard };
}
