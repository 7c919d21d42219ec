// A tenant that means ill: it answers the requests of a deployment like the contract says, but for what a test changes.
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type LocalServer, type Seen, json, startServer } from '../cxone/local-tenant.ts';

export interface HostileTenant extends LocalServer {
  /** The tokens that it has given out. */
  readonly tokens: string[];
}

/** Answers a request, or leaves it to the usual answer by returning false. */
export type Twist = (seen: Seen, response: ServerResponse, token: string) => boolean | void;

/** Starts one on loopback; it ends with the test. Every flow that it is given is `VALID` and compiles at once. */
export async function startHostileTenant(twist: Twist): Promise<HostileTenant> {
  const tokens: string[] = [];
  const flows = new Map<string, Record<string, unknown>>();
  const usual = (seen: Seen, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(seen.path, 'http://tenant');
    const [, id = '', verb] = /^\/api\/v2\/ivr\/flows\/([^/]+)(?:\/(\w+))?$/.exec(pathname) ?? [];
    const flow = flows.get(id);
    if (pathname === '/oauth/token') {
      const token = createHash('sha256').update(`token ${tokens.length} ${process.pid}`).digest('base64url');
      tokens.push(token);
      json(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
    } else if (pathname === '/api/v2/ivr/flows' && seen.method === 'POST') {
      const made = { ...(JSON.parse(seen.body) as object), id: `flow-${flows.size + 1}`, status: 'DRAFT' };
      flows.set(made.id, made);
      json(response, 201, made);
    } else if (pathname === '/api/v2/ivr/flows') {
      const name = searchParams.get('name');
      const entities = [...flows.values()].filter((one) => name === null || one['name'] === name);
      json(response, 200, { entities });
    } else if (id === '')
      json(response, 200, { id: pathname.split('/').at(-1), status: 'ACTIVE', name: 'x' });
    else if (flow === undefined) json(response, 404, { message: 'not there' });
    else if (verb === 'validate') json(response, 200, { status: 'VALID', errors: [] });
    else if (verb !== undefined) json(response, 200, { status: 'COMPILED', errors: [] });
    else if (seen.method === 'DELETE') {
      flows.delete(id);
      response.writeHead(204).end();
    } else {
      if (seen.method === 'PATCH') Object.assign(flow, JSON.parse(seen.body));
      json(response, 200, flow);
    }
  };
  const server = await startServer((seen, response) => {
    if (twist(seen, response, tokens.at(-1) ?? '') !== true) usual(seen, response);
  });
  return { ...server, tokens };
}
