// One running stand-in: what it holds, and how it takes in and records a request.

import type { IncomingMessage } from 'node:http';
import type { Guard } from '../github-guard.ts';
import type { FaultBook } from './faults.ts';
import { type Token, tokenOf } from './tokens.ts';
import type { World } from './world.ts';

export interface Recorded {
  readonly method: string;
  /** The path as it was sent. */
  readonly path: string;
  /** GitHub's template of the path, where it has one. */
  readonly template: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON body, or the text that was no JSON; `undefined` where there was none. */
  readonly body: unknown;
  /** The name of the token; `none` without one, `unknown` where it is not known. */
  readonly token: string;
  /** The status of the answer; 0 while there is none, and where the connection was cut. */
  status: number;
}

interface Awaited {
  readonly method: string;
  readonly path: string;
  left: number;
  readonly resolve: () => void;
}

/** All that one running stand-in holds. */
export interface Stage {
  readonly world: World;
  readonly tokens: readonly Token[];
  readonly guard: Guard;
  readonly faults: FaultBook;
  readonly rateLimit: number;
  /** Requests that each token has made. */
  readonly used: Map<string, number>;
  readonly recorded: Recorded[];
  readonly violations: string[];
  readonly awaited: Awaited[];
}

/** A request as it came in. */
export interface Sent {
  readonly record: Recorded;
  readonly raw: string;
  readonly query: URLSearchParams;
  readonly token: Token | undefined | null;
  readonly accept: string;
  readonly target: string;
  readonly problems: readonly string[];
}

/** Reads a request to its end and judges it by GitHub's description; answers nothing. */
export async function receive(stage: Stage, request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString('utf8');
  const target = request.url ?? '/';
  const { pathname: path, searchParams: query } = new URL(target, 'http://127.0.0.1');
  const method = request.method ?? 'GET';
  const token = tokenOf(stage.tokens, request.headers.authorization);
  const { template, problems } = stage.guard.request({ method, path, query, body: raw });
  const record: Recorded = {
    method,
    path,
    template,
    query: Object.fromEntries(query),
    body: raw === '' ? undefined : parsed(raw),
    token: token === null ? 'unknown' : (token?.name ?? 'none'),
    status: 0,
  };
  return { record, raw, query, token, accept: request.headers.accept ?? '', target, problems };
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
}

/** Tells those who wait for such a request that it has come. */
export function tellAwaiting(stage: Stage, { method, path, template }: Recorded): void {
  for (const awaited of stage.awaited) {
    if (awaited.method !== method || (awaited.path !== path && awaited.path !== template)) continue;
    awaited.left -= 1;
    if (awaited.left === 0) awaited.resolve();
  }
}
