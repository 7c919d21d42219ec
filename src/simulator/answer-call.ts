// From a request that has been read to the reply of its endpoint: route, token, scope, body; knows no
// socket and no fault.

import { authorize } from './authorize.ts';
import type { Body } from './read-body.ts';
import type { Reply } from './reply.ts';
import { refuse } from './reply.ts';
import type { Call, Route } from './route.ts';
import type { RouteMatch } from './routes.ts';
import type { Tenant } from './tenant.ts';

/** Runs the endpoint where nothing is in the way, else answers 404, 405, 401, 403, 413, 400 or 415. */
export function answerCall(
  tenant: Tenant,
  match: RouteMatch,
  body: Body,
  call: Omit<Call, 'params' | 'body' | 'isForm'>,
): Reply {
  if (match.kind !== 'found') return refuseRoute(match);
  const { route, params } = match;
  const refused = route.scope === null ? null : authorize(tenant, call.authorization, route.scope);
  const problem = refused ?? refuseBody(route, body);
  if (problem !== null) return problem;
  const value = body.kind === 'json' || body.kind === 'form' ? body.value : undefined;
  return route.handle(tenant, { ...call, params, body: value, isForm: body.kind === 'form' });
}

function refuseRoute(match: Exclude<RouteMatch, { kind: 'found' }>): Reply {
  if (match.kind === 'unknown') return refuse(404, 'NOT_FOUND', 'There is no such path.');
  const allow = match.allowed.join(', ');
  const reply = refuse(405, 'METHOD_NOT_ALLOWED', `This path takes ${allow}.`);
  return { ...reply, headers: { allow } };
}

function refuseBody(route: Route, body: Body): Reply | null {
  if (body.kind === 'too-large') return refuse(413, 'TOO_LARGE', 'The body is over 10 MB.');
  if (body.kind === 'broken') return refuse(400, 'BROKEN_BODY', 'The body is not JSON in UTF-8.');
  if (body.kind === 'form' && route.form !== true)
    return refuse(415, 'UNSUPPORTED', 'The body must be JSON.');
  return null;
}
