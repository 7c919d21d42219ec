// Faults that a test orders: the nth request that matches fails in a given way, before or after it took effect.

import { problem, type Reply } from './route.ts';

export type Fault =
  /** An answer of this status. */
  | { readonly kind: 'status'; readonly status: number; readonly message?: string }
  /** The hour's requests are used up: 403 with `x-ratelimit-remaining: 0`. */
  | { readonly kind: 'rate-limit'; readonly retryAfter?: number }
  /** The secondary limit: 403 with `retry-after`. */
  | { readonly kind: 'secondary-rate-limit'; readonly retryAfter?: number }
  /** The connection is cut without an answer. */
  | { readonly kind: 'reset' }
  /** No answer ever comes. */
  | { readonly kind: 'timeout' }
  /** The request goes on as usual once the promise is settled. */
  | { readonly kind: 'wait'; readonly until: Promise<unknown> };

export interface FaultOrder {
  readonly method: string;
  /** GitHub's path template (`/repos/{owner}/{repo}/deployments`) or the path as it is sent. */
  readonly path: string;
  /** Which matching request from now on, from 1. Default 1. */
  readonly nth?: number;
  /** How many in a row. Default 1. */
  readonly times?: number;
  /** `after`: the request takes effect, and only its answer is lost or replaced. Default `before`. */
  readonly when?: 'before' | 'after';
  readonly fault: Fault;
}

export interface FaultBook {
  readonly order: (order: FaultOrder) => void;
  /** The fault that meets this request, if any; counts the request. */
  readonly take: (method: string, template: string | undefined, path: string) => FaultOrder | undefined;
}

/** An empty book of faults. */
export function faultBook(): FaultBook {
  const orders: { readonly order: FaultOrder; seen: number }[] = [];
  return {
    order: (order) => void orders.push({ order, seen: 0 }),
    take: (method, template, path) => {
      let hit: FaultOrder | undefined;
      for (const entry of orders) {
        const { order } = entry;
        if (order.method !== method || (order.path !== template && order.path !== path)) continue;
        entry.seen += 1;
        const first = order.nth ?? 1;
        if (entry.seen >= first && entry.seen < first + (order.times ?? 1)) hit ??= order;
      }
      return hit;
    },
  };
}

/** The answer that a fault gives, or `undefined` where it gives none. */
export function faultReply(fault: Fault, now: number): Reply | undefined {
  if (fault.kind === 'status') {
    const { status, message = 'Server Error' } = fault;
    // Only what is a failure has GitHub's error body.
    return status < 400 ? { status, headers: {}, body: { message } } : problem(status, message);
  }
  if (fault.kind === 'rate-limit') return rateLimitReply(now, fault.retryAfter ?? 60);
  if (fault.kind === 'secondary-rate-limit') {
    const message =
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    return problem(403, message, {}, { 'retry-after': String(fault.retryAfter ?? 60) });
  }
  return undefined;
}

/**
 * GitHub's answer to a request past the hour's limit.
 * @param now milliseconds since 1970
 * @param seconds until the limit is lifted
 */
export function rateLimitReply(now: number, seconds: number): Reply {
  return problem(
    403,
    'API rate limit exceeded for installation.',
    {},
    {
      'retry-after': String(seconds),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(now / 1000) + seconds),
    },
  );
}
