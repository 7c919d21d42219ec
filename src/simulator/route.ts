// One endpoint as the table of routes lists it, and the matching of a path with its template; runs nothing.

import type { Reply } from './reply.ts';
import type { Scope } from './seed.ts';
import type { Tenant } from './tenant.ts';

/** A request as an endpoint sees it. */
export interface Call {
  /** The `seq` of the request in the log. */
  readonly request: number;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed body; undefined where there was none. */
  readonly body: unknown;
  /** Whether the body was form-encoded. */
  readonly isForm: boolean;
  /** The Authorization header. */
  readonly authorization: string | undefined;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly template: string;
  /** The scope that a token must have; null: no token is needed. */
  readonly scope: Scope | null;
  readonly success: 200 | 201 | 204;
  /** Whether a form-encoded body is taken too. */
  readonly form?: true;
  readonly handle: (tenant: Tenant, call: Call) => Reply;
}

/** Takes a template with `{names}` and a path; returns the decoded values of the names, or null where they differ. */
export function matchPath(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== value) return null;
      continue;
    }
    const decoded = decodeSegment(value);
    if (decoded === null || decoded === '') return null;
    params[part.slice(1, -1)] = decoded;
  }
  return params;
}

function decodeSegment(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
