// Reading a request's body within a limit; knows no endpoint.

import type { IncomingMessage } from 'node:http';

/** 10 MB. */
export const BODY_LIMIT = 10 * 1024 * 1024;

export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly value: Readonly<Record<string, string>> }
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-large' };

/**
 * Reads the whole body. What is over the limit is read and dropped, so that a client that sends before
 * it listens gets its answer.
 * @throws the socket's error where the client goes away meanwhile
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > BODY_LIMIT) return { kind: 'too-large' };
  return size === 0 ? { kind: 'none' } : parseBody(Buffer.concat(chunks), request.headers['content-type']);
}

function parseBody(bytes: Buffer, contentType = ''): Body {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
      return { kind: 'form', value: Object.fromEntries(new URLSearchParams(text)) };
    }
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'broken' };
  }
}
