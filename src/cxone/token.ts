// The access token of a run: asked for once, shared by requests under way together, renewed before it expires.
import type { Clock } from '../ports.ts';
import type { Reply } from './send.ts';

export interface Token {
  readonly value: string;
  /** Granted scopes, or undefined where the tenant does not name them. */
  readonly scopes: ReadonlySet<string> | undefined;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

/** A token, and how long it is used, in milliseconds since the epoch. */
export interface ReadToken {
  readonly token: Token;
  readonly renewAt: number;
}

export interface TokenSource {
  /** The token in force; concurrent callers share one request. */
  readonly get: () => Promise<Token>;
  /** The token in force, where there is one. */
  readonly held: () => Token | undefined;
  /** Forgets a token that the tenant no longer takes; another one that came meanwhile is kept. */
  readonly discard: (token: Token) => void;
}

/** A token is renewed this long before its end, or after nine tenths of its life where that is shorter: milliseconds. */
const RENEW_EARLY = 60_000;
/** Milliseconds, where the tenant does not say. */
const USUAL_LIFE = 300_000;
/** What a header can carry (RFC 9110, section 5.5, without space); servers rarely take more than 16 KB of headers. */
const TOKEN = /^[\x21-\x7e]{1,12000}$/;

function isBearer(type: unknown): boolean {
  // Of a type that it does not know, a client must not use the token (RFC 6749, section 7.1).
  return type === undefined || type === null || (typeof type === 'string' && /^bearer$/i.test(type));
}

/** The token of a reply; undefined where there is none that can be used. @param now milliseconds since the epoch */
export function readToken(reply: Reply, now: number): ReadToken | undefined {
  try {
    const body = JSON.parse(reply.text) as Record<string, unknown>;
    const { access_token: value, token_type: type, scope } = body;
    if (typeof value !== 'string' || !TOKEN.test(value) || !isBearer(type)) return undefined;
    const scopes =
      typeof scope === 'string' ? new Set(scope.split(/\s+/).filter((s) => s !== '')) : undefined;
    const seconds = Number(body.expires_in);
    const life = seconds > 0 ? seconds * 1000 : USUAL_LIFE;
    return {
      token: { value, scopes, endsAt: now + life },
      renewAt: now + Math.max(life - RENEW_EARLY, life * 0.9),
    };
  } catch {
    return undefined;
  }
}

/**
 * Makes the token source of a tenant.
 * @param request asks the tenant for a token; throws where none can be had
 * @param onSecret told of every token, so that it can be masked before it is used
 */
export function makeTokenSource(
  request: () => Promise<ReadToken>,
  clock: Clock,
  onSecret: (value: string) => void,
): TokenSource {
  let current: ReadToken | undefined;
  let pending: Promise<Token> | undefined;
  const renew = async (): Promise<Token> => {
    current = await request();
    onSecret(current.token.value);
    return current.token;
  };
  const held = (): Token | undefined =>
    current !== undefined && clock.now() < current.renewAt ? current.token : undefined;
  const get = async (): Promise<Token> => {
    const token = held();
    if (token !== undefined) return token;
    pending ??= renew().finally(() => {
      pending = undefined;
    });
    return pending;
  };
  const discard = (token: Token): void => {
    if (current?.token === token) current = undefined;
  };
  return { get, held, discard };
}
