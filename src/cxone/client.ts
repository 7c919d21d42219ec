// Requests to the tenant with their token, repeats and waits. What the replies mean is told by tenant.ts.
import { UserError } from '../errors.ts';
import type { Agents } from '../network/agents.ts';
import type { Clock, Log } from '../ports.ts';
import { TOKEN_PATH, fillPath } from './endpoints.ts';
import {
  type Answer,
  type Call,
  type Failure,
  REPEATABLE,
  failureOfOldToken,
  failureOfReply,
  failureOfSilence,
} from './failure.ts';
import type { Gate } from './gate.ts';
import { type Exchange, NoReply, type Reply, send } from './send.ts';
import { type TokenSource, makeTokenSource, readToken } from './token.ts';
import { LONGEST_RETRY_AFTER, MOST_ATTEMPTS, backoff, readRetryAfter } from './wait-before-repeat.ts';

export interface TenantOptions {
  /** Without a trailing slash. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Milliseconds for one request. */
  readonly requestTimeout: number;
  readonly gate: Gate;
  readonly agents: Agents;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 up to, not at, 1. */
  readonly random: () => number;
  /** Told of every secret before it is used. */
  readonly onSecret: (value: string) => void;
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

function tokenExchange(options: TenantOptions): Exchange {
  const body = {
    grant_type: 'client_credentials',
    client_id: options.clientId,
    client_secret: options.clientSecret,
  };
  return {
    method: 'POST',
    url: `${options.url}${TOKEN_PATH}`,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'cxone-ivr-gitops',
    },
    body: JSON.stringify(body),
  };
}

/** Repeats an attempt as long as that is allowed and may help. @param waits ends the waits between attempts */
async function repeatAttempts<T>(
  options: TenantOptions,
  waits: AbortSignal | undefined,
  attempt: () => Promise<T | Failure>,
  isFailure: (result: T | Failure) => result is Failure,
): Promise<T> {
  const { clock, random, log } = options;
  for (let count = 1; ; count++) {
    const result = await attempt();
    if (!isFailure(result)) return result;
    const { error, mayRepeat, retryAfter, waitsFirst } = result;
    const wait = retryAfter ?? backoff(count, random());
    if (waitsFirst === true && wait <= LONGEST_RETRY_AFTER) await clock.sleep(wait, waits);
    if (!mayRepeat || count >= MOST_ATTEMPTS || wait > LONGEST_RETRY_AFTER || isOver(waits)) throw error;
    log.debug(`${error.message}; repeated in ${Math.round(wait)} ms`);
    await clock.sleep(wait, waits);
    if (isOver(waits)) throw error;
  }
}

function isOver(waits: AbortSignal | undefined): boolean {
  return waits?.aborted === true;
}

function isFailure(result: object): result is Failure {
  return 'mayRepeat' in result;
}

function unreachable(options: TenantOptions, problem: NoReply): UserError {
  const { host } = new URL(options.url);
  return new UserError(
    problem.timedOut ? 'timeout' : 'tenant',
    `the tenant at ${host} cannot be reached (${problem.message}): check input tenant-url, the network, and HTTPS_PROXY`,
  );
}

async function askForToken(options: TenantOptions): Promise<Reply> {
  const attempt = async (): Promise<Reply | Failure> => {
    try {
      const reply = await options.gate(async () =>
        send(tokenExchange(options), options.agents, options.requestTimeout),
      );
      if (!REPEATABLE.has(reply.status) && (reply.status !== 200 || readToken(reply) !== undefined))
        return reply;
      const retryAfter = readRetryAfter(reply.header('retry-after'), options.clock.now());
      const message = `the tenant answered ${reply.status} and no access token to POST ${TOKEN_PATH}: check input tenant-url, or try later`;
      return { error: new UserError('tenant', message), mayRepeat: true, retryAfter };
    } catch (error) {
      if (error instanceof NoReply)
        return { error: unreachable(options, error), mayRepeat: true, retryAfter: undefined };
      throw error;
    }
  };
  return repeatAttempts(options, undefined, attempt, isFailure);
}

/** Waits for something that others wait for too, and that goes on when this run is cancelled. @throws UserError (`cancelled`) */
async function unlessOver<T>(work: Promise<T>, waits: AbortSignal | undefined): Promise<T> {
  if (waits === undefined) return work;
  let stop = (): void => {};
  const over = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new UserError('cancelled', 'the run was cancelled'));
    waits.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    waits.removeEventListener('abort', stop);
  }
}

/** Makes the token source that all clients of a tenant share. */
export function makeTokens(options: TenantOptions): TokenSource {
  return makeTokenSource(async () => askForToken(options), options.clock, options.onSecret);
}

/**
 * Makes a client of a tenant.
 * @param waits where it aborts, no wait between attempts goes on and no attempt is repeated; requests under way finish
 */
export function makeClient(options: TenantOptions, tokens: TokenSource, waits?: AbortSignal): Client {
  const sendOnce = async (call: Call, mayRenew: boolean): Promise<Answer | Failure> => {
    const token = await unlessOver(tokens.get(), waits);
    let reply: Reply;
    try {
      reply = await options.gate(async () => {
        // It may have waited for its turn: what has not begun by now does not begin any more.
        if (isOver(waits)) throw new UserError('cancelled', 'the run was cancelled');
        return send(makeExchange(options, call, token.value), options.agents, options.requestTimeout);
      });
    } catch (error) {
      if (error instanceof NoReply) return failureOfSilence(call, error);
      throw error;
    }
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
    call: async (call) => repeatAttempts(options, waits, async () => sendOnce(call, true), isFailure),
  };
}
