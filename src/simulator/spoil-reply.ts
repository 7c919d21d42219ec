// What a fault makes of a reply: a delivery that the wire then carries out; knows no socket.

import type { Fault } from './fault.ts';
import type { Reply } from './reply.ts';
import { refuse } from './reply.ts';
import { refuseToken } from './authorize.ts';

/** How an answer goes out: as bytes, cut off in the middle, by closing the connection, or not at all. */
export type Delivery =
  | {
      readonly kind: 'whole' | 'half';
      readonly status: number;
      readonly headers: Headers;
      readonly body: string;
    }
  | { readonly kind: 'reset' | 'silence' };

type Headers = Readonly<Record<string, string>>;

const HTML = '<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body>Please wait.</body></html>\n';

/** Takes a reply that nothing is wrong with; returns its delivery. */
export function deliver(reply: Reply): Delivery {
  const body = reply.body === undefined ? '' : JSON.stringify(reply.body);
  const type = body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  return { kind: 'whole', status: reply.status, headers: { ...type, ...reply.headers }, body };
}

/** Takes a fault and the reply that would have been sent; returns what is sent instead. */
export function spoilReply(fault: Fault, reply: Reply): Delivery {
  switch (fault.kind) {
    case 'timeout':
      return { kind: 'silence' };
    case 'reset':
      return { kind: 'reset' };
    case 'truncated':
      return { ...spoilBody(reply, bodyText(reply), 'application/json; charset=utf-8'), kind: 'half' };
    case 'empty':
      return { kind: 'whole', status: 200, headers: {}, body: '' };
    case 'html':
      return spoilBody(reply, HTML, 'text/html; charset=utf-8');
    case 'expired-token':
      return deliver(refuseToken('The access token has expired.'));
    default:
      return deliver(refuseAsOrdered(fault));
  }
}

/** A reply without a body (204) cannot have one spoilt, and becomes a 200. */
function spoilBody(reply: Reply, body: string, type: string): Delivery & { readonly kind: 'whole' | 'half' } {
  const status = reply.status === 204 ? 200 : reply.status;
  return { kind: 'whole', status, headers: { 'content-type': type }, body };
}

function bodyText(reply: Reply): string {
  return JSON.stringify(reply.body ?? { status: 'done' });
}

const CODES: Readonly<Record<string, string>> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_ERROR',
  503: 'SERVICE_UNAVAILABLE',
};

function refuseAsOrdered({ kind, retryAfter }: Fault): Reply {
  const reply = refuse(Number(kind), CODES[kind] ?? 'ERROR', 'This reply was ordered as a fault.');
  const waits = retryAfter !== undefined && (kind === '429' || kind === '503');
  return waits ? { ...reply, headers: { 'retry-after': retryAfter } } : reply;
}
