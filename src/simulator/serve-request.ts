// One request from arrival to the last byte: log, ordered faults, rate limit, endpoint, latency, reply.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerCall } from './answer-call.ts';
import { readBearer } from './authorize.ts';
import { answerControl, isControl } from './controls.ts';
import type { Fault, OrderedFault } from './fault.ts';
import { takeFault } from './fault.ts';
import type { RateLimit } from './rate-limit.ts';
import { limitRate } from './rate-limit.ts';
import type { Body } from './read-body.ts';
import { readBody } from './read-body.ts';
import type { Reply } from './reply.ts';
import type { RequestEntry } from './request-log.ts';
import { hideSecrets, recordRequest } from './request-log.ts';
import type { RouteMatch } from './routes.ts';
import { findRoute, ROUTES } from './routes.ts';
import { sendReply } from './send-reply.ts';
import { deliver, spoilReply } from './spoil-reply.ts';
import type { Tenant } from './tenant.ts';

export interface Service {
  readonly tenant: Tenant;
  readonly faults: OrderedFault[];
  /** Arrival times of the requests that the rate limit has let in. */
  readonly taken: number[];
  readonly rateLimit: RateLimit | undefined;
  /** Milliseconds before each reply. */
  readonly latency: number;
  readonly controls: boolean;
  /** Aborted when the server closes. */
  readonly closing: AbortSignal;
}

interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

const PATHS: ReadonlySet<string> = new Set(ROUTES.map((route) => route.template));

/** Answers one request. Rejects where the client goes away meanwhile, or the server closes. */
export async function serveRequest(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const arrival = readArrival(request);
  if (service.controls && isControl(arrival.path)) {
    const body = await readBody(request);
    sendReply(
      request,
      response,
      deliver(answerControl(service.tenant, service.faults, { ...arrival, body })),
    );
    return;
  }
  const { tenant } = service;
  const match = findRoute(arrival.method, arrival.path);
  const entry = recordRequest(tenant.requests, tenant.settings.now(), arrival);
  entry.flowId = match.kind === 'found' ? (match.params['flowId'] ?? null) : null;
  const fault = takeFault(service.faults, arrival, PATHS);
  entry.fault = fault && { kind: fault.kind, when: fault.when };
  response.setHeader('x-request-id', `request-${String(entry.seq).padStart(6, '0')}`);
  const body = await readBody(request);
  entry.body = body.kind === 'json' || body.kind === 'form' ? hideSecrets(body.value) : null;
  const reply = answer(service, entry, { match, body, fault, query: arrival.query, request });
  if (service.latency > 0) await wait(service.latency, undefined, { signal: service.closing });
  const delivery = fault === null ? deliver(reply) : spoilReply(fault, reply);
  entry.status = sendReply(request, response, delivery);
  entry.answeredAt = entry.status === null ? null : tenant.settings.now();
}

interface Context {
  readonly match: RouteMatch;
  readonly body: Body;
  readonly fault: Fault | null;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
}

function answer(service: Service, entry: RequestEntry, context: Context): Reply {
  const { fault, match, request } = context;
  const reply =
    fault?.when === 'before' ? standIn(match) : (limit(service) ?? runEndpoint(service, entry, context));
  if (fault?.kind === 'expired-token')
    service.tenant.tokens.delete(readBearer(request.headers.authorization) ?? '');
  return reply;
}

function limit({ rateLimit, taken, tenant }: Service): Reply | null {
  return limitRate(rateLimit, taken, tenant.settings.now());
}

function runEndpoint(
  { tenant }: Service,
  entry: RequestEntry,
  { match, body, query, request }: Context,
): Reply {
  const { authorization } = request.headers;
  const reply = answerCall(tenant, match, body, { request: entry.seq, query, authorization });
  if (reply.status === 201 && entry.path === '/api/v2/ivr/flows')
    entry.flowId = (reply.body as { id: string }).id;
  return reply;
}

/** What a request without effect would have been answered with, for faults that spoil the body of a success. */
function standIn(match: RouteMatch): Reply {
  const status = match.kind === 'found' ? match.route.success : 200;
  return { status, body: { id: 'none', status: 'DRAFT', entities: [] } };
}

/** Splits by hand, since what a client sends as a target need not be a URL. */
function readArrival(request: IncomingMessage): Arrival {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)),
  };
}
