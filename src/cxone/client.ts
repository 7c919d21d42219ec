// Requests to the tenant with their token, repeats and waits. What the replies mean is told by tenant.ts.
import { UserError } from '../errors.ts';
import type { Agents } from '../network/agents.ts';
import { type ApiConfig, DEFAULT_API } from './api-config.ts';
import { askForToken } from './ask-for-token.ts';
import { fillPath } from './endpoints.ts';
import { type Answer, type Call, failureOfOldToken, failureOfReply, failureOfSilence } from './failure.ts';
import { type Failure, type RepeatOptions, isOver, repeatAttempts } from './repeat.ts';
import { type Exchange, NoReply, type Reply, send } from './send.ts';
import type { Credentials } from './token-request.ts';
import { type Token, type TokenSource, makeTokenSource } from './token.ts';

export interface TenantOptions extends Credentials, RepeatOptions {
  /** Without a trailing slash. */
  readonly url: string;
  /** Where the tenant differs from the contract. */
  readonly api?: ApiConfig;
  /** Milliseconds for one request. */
  readonly requestTimeout: number;
  readonly agents: Agents;
  /** Told of every secret before it is used. */
  readonly onSecret: (value: string) => void;
}

/** What the clients of one tenant share. */
export interface ClientOptions extends TenantOptions {
  /** Takes the run's own secrets out of a reply. */
  readonly hide: (reply: Reply) => Reply;
}

export interface Client {
  readonly call: (call: Call) => Promise<Answer>;
  readonly tokens: TokenSource;
}

/** The JSON of a reply that should have some; undefined where it is spoilt. A 204 has none. */
function parseBody(reply: Reply): Answer | undefined {
  if (reply.status === 204) return { status: 204, body: undefined };
  // Statuses past 299 are understood without a body.
  const spoilt = reply.status >= 300 ? { status: reply.status, body: undefined } : undefined;
  try {
    const body: unknown = JSON.parse(reply.text);
    return typeof body === 'object' && body !== null ? { status: reply.status, body } : spoilt;
  } catch {
    return spoilt;
  }
}

function makeExchange(options: TenantOptions, call: Call, token: string): Exchange {
  const query = new URLSearchParams(call.query).toString();
  return {
    method: call.endpoint.method,
    url: `${options.url}${fillPath(call.endpoint.path, call.path ?? {})}${query === '' ? '' : `?${query}`}`,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': 'cxone-ivr-gitops',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  };
}

function cancelled(): UserError {
  return new UserError('cancelled', 'the run was cancelled');
}

/**
 * The token in force, or a new one, which others wait for too, and which comes also where this run is cancelled meanwhile.
 * @throws UserError (`cancelled`)
 */
async function takeToken(tokens: TokenSource, waits: AbortSignal | undefined): Promise<Token> {
  const held = tokens.held();
  // Thousands of calls may begin together: only those that must wait for a token listen to the signal.
  if (held !== undefined) return held;
  if (waits === undefined) return tokens.get();
  if (isOver(waits)) throw cancelled();
  let stop = (): void => {};
  const over = new Promise<never>((_resolve, reject) => {
    stop = () => reject(cancelled());
    waits.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([tokens.get(), over]);
  } finally {
    waits.removeEventListener('abort', stop);
  }
}

/** Makes the token source that all clients of a tenant share. */
export function makeTokens(options: ClientOptions): TokenSource {
  const { api = DEFAULT_API, clock, onSecret } = options;
  return makeTokenSource(async () => askForToken(options, api), clock, onSecret);
}

/** Sends a call when its turn has come. @returns undefined where its token ended meanwhile, and nothing was sent */
async function sendInTurn(
  options: ClientOptions,
  call: Call,
  token: Token,
  waits: AbortSignal | undefined,
): Promise<Reply | undefined> {
  const { gate, clock, agents, requestTimeout, hide } = options;
  const request = async (): Promise<Reply | undefined> => {
    // It may have waited for its turn: what has not begun by now does not begin any more.
    if (isOver(waits)) throw cancelled();
    if (clock.now() >= token.endsAt) return undefined;
    return hide(await send(makeExchange(options, call, token.value), agents, requestTimeout));
  };
  return gate.pass(request, clock, waits);
}

/** How often a call takes a new token because the one before ended while it waited for its turn. */
const MOST_TOKENS = 3;

/**
 * Makes a client of a tenant.
 * @param waits where it aborts, no wait between attempts goes on and no attempt is repeated; requests under way finish
 */
export function makeClient(options: ClientOptions, tokens: TokenSource, waits?: AbortSignal): Client {
  const sendOnce = async (
    call: Call,
    mayRenew: boolean,
    tokensLeft = MOST_TOKENS,
  ): Promise<Answer | Failure> => {
    const token = await takeToken(tokens, waits);
    let reply: Reply | undefined;
    try {
      reply = await sendInTurn(
        options,
        call,
        tokensLeft > 0 ? token : { ...token, endsAt: Number.POSITIVE_INFINITY },
        waits,
      );
    } catch (error) {
      if (error instanceof NoReply) return failureOfSilence(call, error);
      throw error;
    }
    if (reply === undefined) return sendOnce(call, mayRenew, tokensLeft - 1);
    if (reply.status === 401) {
      tokens.discard(token);
      if (call.repeat === 'unless-arrived') return failureOfOldToken(call);
      if (mayRenew) return sendOnce(call, false);
      const message = `the tenant does not accept its own new token for ${call.endpoint.method} ${call.endpoint.path} (401): check the client's rights`;
      return { error: new UserError('auth', message), mayRepeat: false, retryAfter: undefined };
    }
    const answer = call.accepts.includes(reply.status) ? parseBody(reply) : undefined;
    return answer ?? failureOfReply(call, reply, options.clock.now());
  };
  return {
    tokens,
    call: async (call) => repeatAttempts(options, waits, async () => sendOnce(call, true)),
  };
}
