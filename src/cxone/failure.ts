// What a failed attempt at a request means: an error in words, whether to repeat it, and when.
import { ApiError, UserError } from '../errors.ts';
import type { Endpoint } from './endpoints.ts';
import type { Failure } from './repeat.ts';
import type { NoReply, Reply } from './send.ts';
import { LONGEST_RETRY_AFTER, readRetryAfter } from './wait-before-repeat.ts';

export interface Call {
  readonly endpoint: Endpoint;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Statuses that the caller understands; anything else is an error. */
  readonly accepts: readonly number[];
  /** `unless-arrived`: repeated only where the tenant surely did not act on it. */
  readonly repeat: 'always' | 'unless-arrived';
}

export interface Answer {
  readonly status: number;
  /** The parsed JSON body; undefined for an empty one. */
  readonly body: unknown;
}

const LONGEST_DETAIL = 300;
export const REPEATABLE: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** A wait that is too long is worth a word: it is why nothing is repeated. */
function explainWait(retryAfter: number | undefined): string {
  return retryAfter === undefined || retryAfter <= LONGEST_RETRY_AFTER
    ? ''
    : `; it asks to wait ${Math.ceil(retryAfter / 1000)} s, and ${LONGEST_RETRY_AFTER / 1000} s are waited at most`;
}

/** The tenant's own words on an error, from any body or none. */
function detailOf(reply: Reply): string {
  try {
    const body = JSON.parse(reply.text) as { message?: unknown; errors?: unknown };
    const message = typeof body.message === 'string' ? body.message : '';
    const errors =
      Array.isArray(body.errors) && body.errors.length > 0 ? ` ${JSON.stringify(body.errors)}` : '';
    return `${message}${errors}`.slice(0, LONGEST_DETAIL).toWellFormed();
  } catch {
    const type = reply.header('content-type') ?? 'no content type';
    return reply.text.trim() === '' ? 'an empty reply' : `a reply that is no JSON (${type.slice(0, 60)})`;
  }
}

export function failureOfReply({ endpoint, repeat }: Call, reply: Reply, now: number): Failure {
  const { method, path } = endpoint;
  const { status } = reply;
  const detail = detailOf(reply);
  const retryAfter = readRetryAfter(reply.header('retry-after'), now);
  if (status === 403) {
    const message = `the credentials lack the scope ${endpoint.scope}, which ${method} ${path} needs (403${detail === '' ? '' : `: ${detail}`}): grant it to the client`;
    return { error: new UserError('scope', message), mayRepeat: false, retryAfter };
  }
  if (status >= 300 && status < 400) {
    const message = `the tenant redirects ${method} ${path} (${status}), which is not followed: check input tenant-url`;
    return { error: new UserError('tenant', message), mayRepeat: false, retryAfter };
  }
  // Of a request that must not be done twice, only a refusal by its content is sure to have had no effect.
  const arrived = status >= 500 || status < 300 || (status === 429 && repeat === 'unless-arrived');
  const message = `${method} ${path} failed with ${status}${detail === '' ? '' : `: ${detail}`}`;
  const error = new ApiError(`${message}${explainWait(retryAfter)}`, {
    method,
    template: path,
    status,
    requestId: reply.header('x-request-id'),
    detail,
    mayHaveTakenEffect: arrived,
  });
  const isPassing = REPEATABLE.has(status) || status < 300;
  const mayRepeat = isPassing && (repeat === 'always' || !arrived);
  const isLimit = status === 429;
  return { error, mayRepeat, retryAfter, isLimit, waitsFirst: isLimit && !mayRepeat };
}

export function failureOfSilence({ endpoint, repeat }: Call, problem: NoReply): Failure {
  const { method, path } = endpoint;
  const error = new ApiError(`${method} ${path} got no reply: ${problem.message}`, {
    method,
    template: path,
    mayHaveTakenEffect: problem.mayHaveTakenEffect,
    timedOut: problem.timedOut,
  });
  const mayRepeat = !problem.isFinal && (repeat === 'always' || !problem.mayHaveTakenEffect);
  return { error, mayRepeat, retryAfter: undefined };
}

/** What a 401 means for a request that must not be done twice: it may have taken effect all the same. */
export function failureOfOldToken({ endpoint }: Call): Failure {
  const { method, path } = endpoint;
  const message = `${method} ${path} was answered as if its token were no longer valid (401)`;
  const details = { method, template: path, status: 401, mayHaveTakenEffect: true };
  return { error: new ApiError(message, details), mayRepeat: false, retryAfter: undefined };
}
