// Every endpoint of the contract, with its scope, in the contract's order; the work is done elsewhere.

import { answerAnalytics } from './endpoints/analytics.ts';
import { compileFlow, readCompilation } from './endpoints/compile-flow.ts';
import { createFlow } from './endpoints/create-flow.ts';
import { deleteFlow } from './endpoints/delete-flow.ts';
import { listFlows } from './endpoints/list-flows.ts';
import { patchFlow } from './endpoints/patch-flow.ts';
import { readCampaign, readFlow, readMedia } from './endpoints/read-one.ts';
import { issueToken } from './endpoints/issue-token.ts';
import { validateFlow } from './endpoints/validate-flow.ts';
import { createWebhook, listWebhooks, patchWebhook } from './endpoints/webhooks.ts';
import type { Route } from './route.ts';
import { matchPath } from './route.ts';

const FLOWS = '/api/v2/ivr/flows';
const FLOW = `${FLOWS}/{flowId}`;
const HOOKS = '/api/v2/event/webhooks';
const READ = 'ivr:flow:read';
const WRITE = 'ivr:flow:write';
const HOOK = 'event:webhook:write';

export const ROUTES: readonly Route[] = [
  { method: 'POST', template: '/oauth/token', scope: null, success: 200, form: true, handle: issueToken },
  {
    method: 'GET',
    template: '/api/v2/media/assets/{assetId}',
    scope: 'media:read',
    success: 200,
    handle: readMedia,
  },
  {
    method: 'GET',
    template: '/api/v2/campaigns/{campaignId}',
    scope: 'campaign:manage',
    success: 200,
    handle: readCampaign,
  },
  { method: 'GET', template: FLOWS, scope: READ, success: 200, handle: listFlows },
  { method: 'POST', template: FLOWS, scope: WRITE, success: 201, handle: createFlow },
  { method: 'GET', template: FLOW, scope: READ, success: 200, handle: readFlow },
  { method: 'PATCH', template: FLOW, scope: WRITE, success: 200, handle: patchFlow },
  { method: 'DELETE', template: FLOW, scope: WRITE, success: 204, handle: deleteFlow },
  { method: 'POST', template: `${FLOW}/validate`, scope: WRITE, success: 200, handle: validateFlow },
  { method: 'POST', template: `${FLOW}/compile`, scope: WRITE, success: 200, handle: compileFlow },
  { method: 'GET', template: `${FLOW}/status`, scope: READ, success: 200, handle: readCompilation },
  { method: 'GET', template: HOOKS, scope: HOOK, success: 200, handle: listWebhooks },
  { method: 'POST', template: HOOKS, scope: HOOK, success: 201, handle: createWebhook },
  { method: 'PATCH', template: `${HOOKS}/{webhookId}`, scope: HOOK, success: 200, handle: patchWebhook },
  {
    method: 'POST',
    template: '/api/v2/analytics/ivrs/details/query',
    scope: 'analytics:read',
    success: 200,
    handle: answerAnalytics,
  },
];

export type RouteMatch =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' };

/** Finds the endpoint of a method and a path (without its query). */
export function findRoute(method: string, path: string): RouteMatch {
  const matches = ROUTES.flatMap((route) => {
    const params = matchPath(route.template, path);
    return params === null ? [] : [{ route, params }];
  });
  const match = matches.find(({ route }) => route.method === method);
  if (match !== undefined) return { kind: 'found', ...match };
  if (matches.length === 0) return { kind: 'unknown' };
  return { kind: 'wrong-method', allowed: matches.map(({ route }) => route.method) };
}
