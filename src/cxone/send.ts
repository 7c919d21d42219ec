// Edge: one HTTP exchange with the tenant. No repeats, no tokens, no meaning: status, headers and text.
import fetch, { FetchError } from 'node-fetch';
import type { Agents } from '../network/agents.ts';

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

  constructor(message: string, details: { timedOut: boolean; mayHaveTakenEffect: boolean }) {
    super(message);
    this.timedOut = details.timedOut;
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

/** The error code of the system below a fetch, however deep it lies. */
function systemCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
    if (current instanceof AggregateError) return systemCode(current.errors[0]);
  }
  return undefined;
}

function explainFailure(error: unknown, timeout: number, signal: AbortSignal): NoReply {
  if (signal.aborted) {
    return new NoReply(`no reply within ${timeout / 1000} s`, { timedOut: true, mayHaveTakenEffect: true });
  }
  const code = systemCode(error);
  const message =
    error instanceof FetchError && error.type === 'max-size'
      ? 'the reply is too large'
      : (code ?? String(error));
  return new NoReply(message, {
    timedOut: false,
    mayHaveTakenEffect: code === undefined || !NEVER_ARRIVED.has(code),
  });
}

/**
 * Sends one request and reads its whole reply. Redirects are not followed, so that no token goes to another host.
 * @param timeout milliseconds for the whole exchange
 * @throws NoReply where no whole reply came
 */
export async function send(exchange: Exchange, agents: Agents, timeout: number): Promise<Reply> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(exchange.url, {
      method: exchange.method,
      headers: exchange.headers,
      ...(exchange.body === undefined ? {} : { body: exchange.body }),
      agent: agents.agentFor,
      redirect: 'manual',
      size: LARGEST_REPLY,
      signal,
    });
    const text = await response.text();
    return { status: response.status, header: (name) => response.headers.get(name) ?? undefined, text };
  } catch (error) {
    throw explainFailure(error, timeout, signal);
  }
}
