// A server on loopback that answers what a test says, and the tenant port that speaks to it. It gives out tokens by
// itself, numbered from 1.
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { makeGate } from '../../src/cxone/gate.ts';
import { openTenant } from '../../src/cxone/tenant.ts';
import type { TenantOptions } from '../../src/cxone/client.ts';
import { makeAgents } from '../../src/network/agents.ts';
import type { Analytics, Tenant, Webhooks } from '../../src/ports.ts';
import { type VirtualClock, makeVirtualClock } from './virtual-clock.ts';

export interface Seen {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Milliseconds of real time. */
  readonly at: number;
}

/** Answers one request; `count` counts those that are no token requests from 1. */
export type Handler = (seen: Seen, response: ServerResponse, count: number) => void | Promise<void>;

export interface LocalServer {
  readonly url: string;
  readonly port: number;
  readonly seen: Seen[];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Starts a server on loopback that ends with the test. @param port 0: any free one */
export async function startServer(
  handle: (seen: Seen, response: ServerResponse) => void | Promise<void>,
  port = 0,
): Promise<LocalServer> {
  const seen: Seen[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url: path = '', headers } = request;
    const at = performance.now();
    const entry = { method, path, headers, body: await readBody(request), at };
    seen.push(entry);
    await handle(entry, response);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}`, port: address.port, seen };
}

/** A port on loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function json(response: ServerResponse, status: number, body: unknown, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Sends any text, as any type. */
export function raw(response: ServerResponse, status: number, text: string, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'text/html', ...headers });
  response.end(text);
}

/** A body that stops in the middle, with a length that promised more. */
export function truncated(response: ServerResponse, status: number, text = '{"id":"flow-1","sta'): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length * 2 });
  response.write(text, () => response.destroy());
}

export interface Opened {
  readonly tenant: Tenant;
  readonly undoTenant: Tenant;
  readonly webhooks: Webhooks;
  readonly analytics: Analytics;
  readonly clock: VirtualClock;
  readonly secrets: string[];
  readonly cancel: AbortController;
}

/** The options of a client at a URL; no real time passes in its waits. */
export function optionsAt(url: string, changes: Partial<TenantOptions> = {}): TenantOptions {
  const agents = makeAgents(20);
  onTestFinished(agents.close);
  return {
    url,
    clientId: 'our id',
    clientSecret: 'our secret',
    requestTimeout: 10_000,
    gate: makeGate(20, undefined),
    agents,
    clock: makeVirtualClock(),
    log: { info: () => {}, warning: () => {}, debug: () => {} },
    random: () => 0.5,
    onSecret: () => {},
    ...changes,
  };
}

/** Opens the tenant port at a URL. */
export function openAt(url: string, changes: Partial<TenantOptions> & { clock?: VirtualClock } = {}): Opened {
  const { clock = makeVirtualClock(), ...rest } = changes;
  const cancel = new AbortController();
  const secrets: string[] = [];
  const options = optionsAt(url, { clock, onSecret: (secret) => secrets.push(secret), ...rest });
  return { ...openTenant(options, cancel.signal), clock, secrets, cancel };
}

export interface LocalTenant extends Opened {
  readonly server: LocalServer;
  /** The requests that were no token requests. */
  readonly calls: () => Seen[];
  readonly tokenRequests: () => Seen[];
}

export interface LocalTenantOptions extends Partial<TenantOptions> {
  readonly clock?: VirtualClock;
  /** Answers a token request instead; `count` counts them from 1. */
  readonly token?: Handler;
}

function isTokenRequest({ path }: Seen): boolean {
  return path === '/oauth/token';
}

/** Starts a tenant that answers what the test says, and opens its port. */
export async function openLocalTenant(
  handle: Handler,
  options: LocalTenantOptions = {},
): Promise<LocalTenant> {
  const { token, ...changes } = options;
  let [calls, tokens] = [0, 0];
  const server = await startServer(async (seen, response) => {
    if (!isTokenRequest(seen)) return handle(seen, response, ++calls);
    const count = ++tokens;
    if (token !== undefined) return token(seen, response, count);
    return json(response, 200, { access_token: `token-${count}`, token_type: 'Bearer', expires_in: 3600 });
  });
  return {
    ...openAt(server.url, changes),
    server,
    calls: () => server.seen.filter((seen) => !isTokenRequest(seen)),
    tokenRequests: () => server.seen.filter(isTokenRequest),
  };
}

/** A flow as a tenant sends it. */
export const FLOW = {
  id: 'flow-1',
  name: 'Sales',
  campaignId: 'camp',
  nodes: [{ id: 'root', type: 'hangup', transitions: [] }],
  fallbackAction: { type: 'hangup' },
  status: 'ACTIVE',
  createdAt: '2026-12-01T00:00:00Z',
} as const;
