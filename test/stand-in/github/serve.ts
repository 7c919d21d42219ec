// Takes one request through guard, faults, token, permission and handler, and sends the reply.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FaultOrder, faultReply, rateLimitReply } from './faults.ts';
import { type Call, problem, Refusal, type Reply, type Route } from './route.ts';
import { findRoute } from './routes.ts';
import { receive, type Sent, type Stage, tellAwaiting } from './stage.ts';
import { refuse, type Token } from './tokens.ts';
import type { World } from './world.ts';

const HOUR = 3600;

/** Answers one HTTP request; what goes wrong in the stand-in itself is a violation too. */
export async function serve(stage: Stage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await answer(stage, request, response);
  } catch (error) {
    // A client that was killed or gave up before it had sent everything asked for nothing.
    if (!request.complete) return;
    const { status, body } = violation(stage, `stand-in at ${request.method} ${request.url}`, [
      String(error),
    ]);
    if (!response.headersSent) response.writeHead(status);
    response.end(JSON.stringify(body));
  }
}

async function answer(stage: Stage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = await receive(stage, request);
  const { record } = sent;
  stage.recorded.push(record);
  tellAwaiting(stage, record);
  const order = stage.faults.take(record.method, record.template, record.path);
  if (order?.fault.kind === 'wait') await Promise.allSettled([order.fault.until]);
  const reply = await replyUnder(stage, sent, order);
  if (reply !== undefined) send(stage, sent, reply, response);
  else if (order?.fault.kind === 'reset') request.socket.resetAndDestroy();
}

/** The reply to a request on which a fault may lie; `undefined` where none is sent. Request and reply are looked at either way. */
async function replyUnder(
  stage: Stage,
  sent: Sent,
  order: FaultOrder | undefined,
): Promise<Reply | undefined> {
  const { method, path } = sent.record;
  const found = findRoute(method, path);
  const problems = found === undefined && sent.problems.length === 0 ? ['no handler'] : sent.problems;
  if (found === undefined || problems.length > 0)
    return violation(stage, `request ${method} ${path}`, problems);
  const handle = async (): Promise<Reply> =>
    guarded(stage, sent, await handled(stage, sent, found.route, found.params));
  if (order === undefined || order.fault.kind === 'wait') return handle();
  if (order.when === 'after') await handle();
  const reply = faultReply(order.fault, Date.now());
  return reply && guarded(stage, sent, reply);
}

/** The reply, where it fits GitHub's description. */
function guarded(stage: Stage, { record }: Sent, reply: Reply): Reply {
  const { method, path, template = '' } = record;
  const wrong = stage.guard.response(method, template, reply.status, reply.body);
  return wrong.length === 0 ? reply : violation(stage, `reply ${reply.status} to ${method} ${path}`, wrong);
}

function violation(stage: Stage, what: string, problems: readonly string[]): Reply {
  const message = `GitHub's API description forbids the ${what}: ${problems.join('; ')}`;
  stage.violations.push(message);
  return problem(500, message);
}

async function handled(
  stage: Stage,
  sent: Sent,
  route: Route,
  params: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { world } = stage;
  const { token, query, accept, target } = sent;
  if (token === null) return problem(401, 'Bad credentials');
  if (spent(stage, token) > limitOf(stage, token)) return rateLimitReply(Date.now(), HOUR);
  if ('repo' in params && !isSameRepository(world, params)) return problem(404, 'Not Found');
  const login = token?.login ?? 'ghost';
  const body = sent.record.body;
  const call: Call = { world, params, query, body, accept, target, login, token };
  try {
    return refuse(route, call) ?? (await route.handle(call));
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

function isSameRepository(world: World, params: Readonly<Record<string, string>>): boolean {
  return `${params['owner']}/${params['repo']}`.toLowerCase() === world.fullName.toLowerCase();
}

function spent(stage: Stage, token: Token | undefined): number {
  const name = token?.name ?? '';
  const used = (stage.used.get(name) ?? 0) + 1;
  stage.used.set(name, used);
  return used;
}

function limitOf(stage: Stage, token: Token | undefined | null): number {
  if (!token) return 60;
  return token.kind === 'installation' ? stage.rateLimit : 5000;
}

function send(stage: Stage, sent: Sent, reply: Reply, response: ServerResponse): void {
  const limit = limitOf(stage, sent.token);
  const used = stage.used.get(sent.token?.name ?? '') ?? 0;
  const body = reply.body === undefined ? '' : JSON.stringify(reply.body);
  sent.record.status = reply.status;
  response.writeHead(reply.status, {
    ...(body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `STAND:IN:${stage.recorded.length.toString(16).toUpperCase()}`,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - used)),
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + HOUR),
    'x-ratelimit-resource': 'core',
    'x-ratelimit-used': String(Math.min(used, limit)),
    ...reply.headers,
  });
  response.end(body);
}
