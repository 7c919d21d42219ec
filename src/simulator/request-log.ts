// The list of requests that the tenant has seen, without secrets; it keeps no header and no token.

import type { FaultKind, FaultTime } from './fault.ts';
import { isObject } from './shape.ts';

export interface RequestEntry {
  readonly seq: number;
  /** When it arrived, in milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The status that was sent; null while under way, and where a fault left the request without a reply. */
  status: number | null;
  /** When the reply (or its spoilt rest) was sent, in ms since the epoch; null as for `status`. */
  answeredAt: number | null;
  /** The flow in the path, or the one that was created. */
  flowId: string | null;
  /** The parsed body without secrets; null where there was none or it could not be read. */
  body: unknown;
  fault: { readonly kind: FaultKind; readonly when: FaultTime } | null;
}

/** Appends an entry for a request that has just arrived (`at` in ms since the epoch) and returns it. */
export function recordRequest(
  log: RequestEntry[],
  at: number,
  request: { readonly method: string; readonly path: string; readonly query: URLSearchParams },
): RequestEntry {
  const entry: RequestEntry = {
    seq: log.length + 1,
    at,
    method: request.method,
    path: request.path,
    query: Object.fromEntries(request.query),
    status: null,
    answeredAt: null,
    flowId: null,
    body: null,
    fault: null,
  };
  log.push(entry);
  return entry;
}

/** Takes a parsed body; returns it with the value of every secret at its top level replaced. */
export function hideSecrets(body: unknown): unknown {
  if (!isObject(body)) return body;
  const secret = /secret|token|password|assertion/i;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      secret.test(key) && key !== 'pageToken' ? '***' : value,
    ]),
  );
}
