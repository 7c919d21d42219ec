// Edge: one HTTP exchange with the tenant. No repeats, no tokens, no meaning: status, headers and text. A deployment makes
// thousands of them, and on Node's own client each takes half the time that it takes on a fetch.
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import type { Agents } from '../network/agents.ts';
import { ProxyRefusal } from '../network/proxy-refusal.ts';
import { PACKINGS, unpack } from './unpack.ts';

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

/** No usable reply. `mayHaveTakenEffect` is false only where the request surely never arrived. */
export class NoReply extends Error {
  override readonly name = 'NoReply';
  readonly timedOut: boolean;
  readonly mayHaveTakenEffect: boolean;
  /** Whether it would be the same the next time. */
  readonly isFinal: boolean;

  constructor(
    message: string,
    details: { timedOut: boolean; mayHaveTakenEffect: boolean; isFinal?: boolean },
  ) {
    super(message);
    this.timedOut = details.timedOut;
    this.isFinal = details.isFinal ?? false;
    this.mayHaveTakenEffect = details.mayHaveTakenEffect;
  }
}

/** The largest reply that is read, in bytes. */
const LARGEST_REPLY = 32 * 1024 * 1024;

const NEVER_ARRIVED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Thrown where a reply is over the limit. */
class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The error code of the system below an error, however deep it lies. */
function systemCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
    if (current instanceof AggregateError) return systemCode(current.errors[0]);
  }
  return undefined;
}

function explainFailure(error: unknown): NoReply {
  if (error instanceof NoReply) return error;
  if (error instanceof ProxyRefusal) {
    const { message, isFinal } = error;
    return new NoReply(message, { timedOut: false, mayHaveTakenEffect: false, isFinal });
  }
  const code = systemCode(error);
  const message = error instanceof TooLarge ? 'the reply is too large' : (code ?? String(error));
  return new NoReply(message, {
    timedOut: false,
    mayHaveTakenEffect: code === undefined || !NEVER_ARRIVED.has(code),
  });
}

const UTF8 = new TextDecoder();

/** Reads a body to its end; one that is over the limit fails as soon as it is. */
function readText(body: Readable, done: (text: string) => void, fail: (error: unknown) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  body.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > LARGEST_REPLY) fail(new TooLarge());
    else chunks.push(chunk);
  });
  body.once('end', () => done(UTF8.decode(Buffer.concat(chunks))));
  body.on('error', fail);
}

function makeReply({ statusCode = 0, headers }: IncomingMessage, text: string): Reply {
  const header = (name: string): string | undefined => {
    const value = headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return { status: statusCode, header, text };
}

/** Settles exactly once. Whatever comes of a connection after that has no meaning any more. */
async function exchangeOnce(exchange: Exchange, agents: Agents, timeout: number): Promise<Reply> {
  const url = new URL(exchange.url);
  const { request: open } = url.protocol === 'https:' ? https : http;
  const headers = { ...exchange.headers, 'accept-encoding': PACKINGS };
  return new Promise((resolve, reject) => {
    const request = open(url, { method: exchange.method, headers, agent: agents.agentFor(url) });
    const fail = (error: unknown): void => {
      clearTimeout(timer);
      reject(explainFailure(error));
      request.destroy();
    };
    const message = `no reply within ${timeout / 1000} s`;
    const timer = setTimeout(() => {
      fail(new NoReply(message, { timedOut: true, mayHaveTakenEffect: true }));
    }, timeout);
    request.on('error', fail);
    request.once('response', (response) => {
      const done = (text: string): void => {
        clearTimeout(timer);
        resolve(makeReply(response, text));
      };
      readText(unpack(response, fail), done, fail);
    });
    request.end(exchange.body);
  });
}

/**
 * Sends one request and reads its whole reply. Redirects are not followed, so that no token goes to another host.
 * @param timeout milliseconds for the whole exchange
 * @throws NoReply where no whole reply came; UserError (`input`) where the proxy of the environment is none
 */
export async function send(exchange: Exchange, agents: Agents, timeout: number): Promise<Reply> {
  try {
    return await exchangeOnce(exchange, agents, timeout);
  } catch (error) {
    // A proxy's address that cannot be read is nobody's silence.
    throw error instanceof UserError ? error : explainFailure(error);
  }
}
