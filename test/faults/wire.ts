// The two servers of a run, each with somebody at the wire who sees every request before it is served, and may cut it off.
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveRequest, type Service } from '../../src/simulator/serve-request.ts';
import type { FaultKind } from '../../src/simulator/fault.ts';
import { findRoute } from '../../src/simulator/routes.ts';
import { serve } from '../stand-in/github/serve.ts';
import type { Stage } from '../stand-in/github/stage.ts';

/** A request by its place: the nth of its method and path template that a run has sent to a server. */
export interface Place {
  readonly door: 'tenant' | 'github';
  readonly method: string;
  readonly template: string;
  readonly nth: number;
}

/** A request that has arrived. */
export interface Arrival extends Place {
  readonly path: string;
  /** Calls back once the reply has gone out, or the connection is closed. */
  readonly whenAnswered: (then: () => void) => void;
}

/** What becomes of a request: it is served as usual, or goes wrong before or after it took effect. */
export type Treatment = 'serve' | Wrong;

export interface Wrong {
  /** At GitHub only `reset` and `500`. */
  readonly kind: FaultKind;
  readonly when: 'before' | 'after';
}

export type Meet = (arrival: Arrival) => Treatment;

export interface Wire {
  readonly url: string;
  /** Closes it, once everything that has arrived is done with. */
  readonly close: () => Promise<void>;
}

/** The place as one word. */
export function spellPlace({ door, method, template, nth }: Place): string {
  const path = template
    .replace('/api/v2/', '')
    .replace('/repos/{owner}/{repo}/', '')
    .replaceAll(/^\/|[{}]/g, '')
    .replaceAll('/', '.');
  return `${door}:${method}:${path}:${nth}`;
}

function templateOf(door: Place['door'], method: string, path: string): string {
  if (door === 'tenant') {
    const match = findRoute(method, path);
    return match.kind === 'found' ? match.route.template : path;
  }
  const parts = path.split('/').map((part) => (/^([0-9a-f]{40}|\d+)$/.test(part) ? '{id}' : part));
  return `/repos/{owner}/{repo}/${parts.slice(4).join('/')}`;
}

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function listen(
  door: Place['door'],
  meet: Meet,
  serving: (treatment: Treatment) => Serve,
): Promise<Wire> {
  const counts = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const { method = 'GET' } = request;
    const path = (request.url ?? '/').replace(/\?.*$/s, '');
    const template = templateOf(door, method, path);
    const key = `${method} ${template}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    const whenAnswered = (then: () => void): void => void response.once('close', then);
    const treatment = meet({ door, method, template, nth, path, whenAnswered });
    const served = serving(treatment)(request, response)
      .catch(() => void request.socket.destroy())
      .finally(() => underWay.delete(served));
    underWay.add(served);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    await Promise.all(underWay);
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Opens a tenant's server for one run. */
export async function openTenantWire(service: Service, meet: Meet): Promise<Wire> {
  return listen('tenant', meet, (treatment) => async (request, response) => {
    if (treatment === 'serve') return serveRequest(service, request, response);
    // The service looks for a fault before it waits for anything, so this one meets this request and no other.
    service.faults.unshift({ fault: { match: {}, ...treatment }, seen: 0 });
    const served = serveRequest(service, request, response);
    service.faults.shift();
    return served;
  });
}

/** Ends a request to GitHub without the reply that it should have had. */
function failGitHub(request: IncomingMessage, response: ServerResponse, { kind }: Wrong): void {
  if (kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  response.writeHead(Number(kind), { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message: 'This reply was ordered as a fault.' }));
}

/** Opens GitHub's server for one run. */
export async function openGitHubWire(stage: Stage, meet: Meet): Promise<Wire> {
  return listen('github', meet, (treatment) => async (request, response) => {
    if (treatment === 'serve') return serve(stage, request, response);
    if (treatment.when === 'before') {
      for await (const _chunk of request);
      return failGitHub(request, response, treatment);
    }
    // It takes effect, and nobody hears of it.
    response.writeHead = () => response;
    response.end = () => {
      Reflect.deleteProperty(response, 'writeHead');
      Reflect.deleteProperty(response, 'end');
      failGitHub(request, response, treatment);
      return response;
    };
    return serve(stage, request, response);
  });
}
