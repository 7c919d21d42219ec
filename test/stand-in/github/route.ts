// One operation of the stand-in: what it answers to, which permission it asks for, and how it refuses.

import type { Token } from './tokens.ts';
import type { World } from './world.ts';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  readonly world: World;
  /** The parameters in the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, already checked against GitHub's description. */
  readonly body: unknown;
  readonly accept: string;
  /** The path and query as they were sent. */
  readonly target: string;
  /** The login that the request is made as. */
  readonly login: string;
  readonly token: Token | undefined;
}

export type Permission =
  | 'actions'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'metadata'
  | 'pull-requests'
  | 'statuses';

/** Any one of `keys` at `level` (or write) lets a request through. */
export interface Need {
  readonly level: 'read' | 'write';
  readonly keys: readonly Permission[];
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The path as GitHub's description writes it, `{owner}` and all. */
  readonly path: string;
  readonly need: Need | ((call: Call) => Need) | undefined;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

/** A reply that a handler throws instead of returning one. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.reply = problem(status, message, more);
  }
}

/** A reply with GitHub's error body. */
export function problem(
  status: number,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers,
    body: { message, documentation_url: DOCUMENTATION, status: String(status), ...more },
  };
}

export const notFound = (): Refusal => new Refusal(404, 'Not Found');

/** GitHub's 422 for one field of what was sent. */
export function invalidField(resource: string, field: string, message: string): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource, code: 'custom', field, message }] });
}

/** A path parameter that the route's path is known to have. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the path has no parameter ${name}`);
  return value;
}

export const read = (...keys: Permission[]): Need => ({ level: 'read', keys });
export const write = (...keys: Permission[]): Need => ({ level: 'write', keys });
