// Faults that a test orders: which request one hits, and when; how it spoils a reply is told elsewhere.

import { matchPath } from './route.ts';
import type { Problem } from './shape.ts';
import { closedObject, oneOf, text, wholeNumber } from './shape.ts';

export const FAULT_KINDS = [
  '500',
  '503',
  '429',
  '403',
  '404',
  'timeout',
  'reset',
  'truncated',
  'empty',
  'html',
  'expired-token',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** 'before': the request has no effect. 'after': it took effect, and only the reply is spoilt. */
export type FaultTime = 'before' | 'after';

export interface FaultMatch {
  /** Absent: any method. */
  readonly method?: string;
  /**
   * Absent: any path. One with `{names}` is a template, and one that is an endpoint's whole path means that
   * endpoint alone (`/api/v2/ivr/flows` is no `/api/v2/ivr/flows/x`). Anything else is a prefix.
   */
  readonly path?: string;
  /** The first request that is hit, counted from 1 among those that match and come after the order; default 1. */
  readonly nth?: number;
  /** How many in a row are hit; default 1; 0: all that follow. */
  readonly times?: number;
}

export interface Fault {
  readonly match: FaultMatch;
  readonly kind: FaultKind;
  readonly when: FaultTime;
  /** The Retry-After header of a 429 or 503, as it is sent: seconds or an HTTP date. Absent: none. */
  readonly retryAfter?: string;
}

/** A fault with the number of matching requests seen since it was ordered. */
export interface OrderedFault {
  readonly fault: Fault;
  seen: number;
}

const faultShape = closedObject(
  {
    match: closedObject({}, { method: text, path: text, nth: wholeNumber(1), times: wholeNumber(0) }),
    kind: oneOf(FAULT_KINDS),
    when: oneOf(['before', 'after']),
  },
  { retryAfter: text },
);

/** Takes parsed JSON; returns what keeps it from being a `Fault`, or an empty array. */
export function checkFault(json: unknown): readonly Problem[] {
  return faultShape(json, '');
}

/**
 * Counts a request with every fault that it matches.
 * @param paths the paths of the endpoints, which a fault's path is compared with
 * @returns the fault to apply (of several, the one ordered first), or null
 */
export function takeFault(
  orders: readonly OrderedFault[],
  request: { readonly method: string; readonly path: string },
  paths: ReadonlySet<string>,
): Fault | null {
  let due: Fault | null = null;
  for (const order of orders) {
    const { method, path } = order.fault.match;
    if (method !== undefined && method.toUpperCase() !== request.method) continue;
    if (path !== undefined && !hitsPath(path, request.path, paths)) continue;
    order.seen += 1;
    if (due === null && isDue(order)) due = order.fault;
  }
  return due;
}

function hitsPath(wanted: string, path: string, paths: ReadonlySet<string>): boolean {
  if (wanted.includes('{')) return matchPath(wanted, path) !== null;
  return paths.has(wanted) ? wanted === path : path.startsWith(wanted);
}

function isDue({ fault, seen }: OrderedFault): boolean {
  const { nth = 1, times = 1 } = fault.match;
  return seen >= nth && (times === 0 || seen < nth + times);
}
