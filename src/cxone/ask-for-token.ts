// Asks a tenant for a token, again where that may help, and says in words why there is none.
import { UserError } from '../errors.ts';
import type { ApiConfig } from './api-config.ts';
import type { ClientOptions, TenantOptions } from './client.ts';
import { TOKEN_PATH } from './endpoints.ts';
import { REPEATABLE } from './failure.ts';
import { type Failure, repeatAttempts } from './repeat.ts';
import { NoReply, type Reply, send } from './send.ts';
import { tokenExchange, tokenUrlOf } from './token-request.ts';
import { type ReadToken, readToken } from './token.ts';
import { readRetryAfter } from './wait-before-repeat.ts';

/** What to check where no token comes. */
function adviceOn({ tokenUrl }: ApiConfig): string {
  return tokenUrl === TOKEN_PATH
    ? 'check input tenant-url'
    : 'check tokenUrl in the file of input api-config';
}

function unreachable(options: TenantOptions, api: ApiConfig, problem: NoReply): UserError {
  const { host } = new URL(tokenUrlOf(options.url, api));
  return new UserError(
    problem.timedOut ? 'timeout' : 'tenant',
    `the tenant at ${host} cannot be reached (${problem.message}): ${adviceOn(api)}, the network, and HTTPS_PROXY`,
  );
}

/** The error word of a token endpoint (RFC 6749, section 5.2), where there is one. */
function errorWord({ text }: Reply): string {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? `, ${error}` : '';
  } catch {
    return '';
  }
}

function refusal(api: ApiConfig, reply: Reply): UserError {
  const inputs =
    api.grant === 'password'
      ? 'inputs client-id, client-secret, access-key-id and access-key-secret'
      : 'inputs client-id and client-secret';
  return new UserError(
    'auth',
    `the tenant does not accept the credentials (${reply.status}${errorWord(reply)}): check ${inputs}, and that they belong to this tenant-url`,
  );
}

/** @throws UserError where no token can be had */
export async function askForToken(options: ClientOptions, api: ApiConfig): Promise<ReadToken> {
  const exchange = tokenExchange(options.url, api, options);
  const attempt = async (): Promise<ReadToken | Failure> => {
    const { gate, clock, agents, requestTimeout } = options;
    let reply: Reply;
    try {
      reply = await gate.pass(async () => send(exchange, agents, requestTimeout), clock);
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      return { error: unreachable(options, api, error), mayRepeat: !error.isFinal, retryAfter: undefined };
    }
    const { status } = reply;
    const read = status === 200 ? readToken(reply, clock.now()) : undefined;
    if (read !== undefined) return read;
    const isRefused = status === 400 || status === 401 || status === 403;
    if (isRefused)
      return { error: refusal(api, options.hide(reply)), mayRepeat: false, retryAfter: undefined };
    const retryAfter = readRetryAfter(reply.header('retry-after'), clock.now());
    const message = `the tenant answered ${status} and no access token to POST ${api.tokenUrl}: ${adviceOn(api)}, or try later`;
    return {
      error: new UserError('tenant', message),
      mayRepeat: REPEATABLE.has(status) || status === 200,
      retryAfter,
      isLimit: status === 429,
    };
  };
  return repeatAttempts(options, undefined, attempt);
}
