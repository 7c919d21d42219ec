// Puts a delivery on the wire; knows nothing of the tenant.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from './spoil-reply.ts';

/**
 * Carries a delivery out. Returns the status that was sent, or null where there was none to send
 * or nobody left to take it.
 */
export function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  delivery: Delivery,
): number | null {
  if (request.socket.destroyed) return null;
  if ('body' in delivery) return sendBytes(response, delivery);
  if (delivery.kind === 'reset') request.socket.resetAndDestroy();
  return null;
}

type Bytes = Extract<Delivery, { readonly body: string }>;

function sendBytes(response: ServerResponse, { kind, status, headers, body }: Bytes): number {
  const bytes = Buffer.from(body);
  const length = status === 204 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(status, { ...headers, ...length });
  if (kind === 'whole') response.end(bytes);
  else response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  return status;
}
