// Every endpoint of the tenant that is used: method, path and the scope it needs (contract, `x-scope`).

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path template; parameters stand in braces. */
  readonly path: string;
  readonly scope: string;
}

const FLOWS = '/api/v2/ivr/flows';
const HOOKS = '/api/v2/event/webhooks';
const WEBHOOK_SCOPE = 'event:webhook:write';
const ANALYTICS_SCOPE = 'analytics:read';

export const ENDPOINTS = {
  findMedia: { method: 'GET', path: '/api/v2/media/assets/{assetId}', scope: 'media:read' },
  findCampaign: { method: 'GET', path: '/api/v2/campaigns/{campaignId}', scope: 'campaign:manage' },
  listFlows: { method: 'GET', path: FLOWS, scope: 'ivr:flow:read' },
  getFlow: { method: 'GET', path: `${FLOWS}/{flowId}`, scope: 'ivr:flow:read' },
  createFlow: { method: 'POST', path: FLOWS, scope: 'ivr:flow:write' },
  validateFlow: { method: 'POST', path: `${FLOWS}/{flowId}/validate`, scope: 'ivr:flow:write' },
  compileFlow: { method: 'POST', path: `${FLOWS}/{flowId}/compile`, scope: 'ivr:flow:write' },
  compileState: { method: 'GET', path: `${FLOWS}/{flowId}/status`, scope: 'ivr:flow:read' },
  patchFlow: { method: 'PATCH', path: `${FLOWS}/{flowId}`, scope: 'ivr:flow:write' },
  deleteFlow: { method: 'DELETE', path: `${FLOWS}/{flowId}`, scope: 'ivr:flow:write' },
  listWebhooks: { method: 'GET', path: HOOKS, scope: WEBHOOK_SCOPE },
  createWebhook: { method: 'POST', path: HOOKS, scope: WEBHOOK_SCOPE },
  patchWebhook: { method: 'PATCH', path: `${HOOKS}/{webhookId}`, scope: WEBHOOK_SCOPE },
  queryAnalytics: {
    method: 'POST',
    path: '/api/v2/analytics/ivrs/details/query',
    scope: ANALYTICS_SCOPE,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;
/** The endpoints of a tenant, whose paths may differ from {@link ENDPOINTS}. */
export type Endpoints = Readonly<Record<EndpointName, Endpoint>>;

export const TOKEN_PATH = '/oauth/token';

/** Scopes without which a deployment only warns: of a webhook that cannot be written, of figures that cannot be read. */
const OPTIONAL_SCOPES: ReadonlySet<string> = new Set([WEBHOOK_SCOPE, ANALYTICS_SCOPE]);

/** The scopes that a deployment cannot do without, sorted. */
export const DEPLOYMENT_SCOPES: readonly string[] = [
  ...new Set(Object.values(ENDPOINTS).map((endpoint): string => endpoint.scope)),
]
  .filter((scope) => !OPTIONAL_SCOPES.has(scope))
  .toSorted();

/**
 * Whether an id can stand in a path. URLs take `.` and `..` for steps between folders, encoded or not, and an empty one would
 * name the list.
 */
export function fitsPath(id: string): boolean {
  return id !== '' && id !== '.' && id !== '..' && id.isWellFormed();
}

/** Fills a path template; every value is percent-encoded. @throws RangeError for a value that cannot stand in a path */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name] ?? '';
    if (!fitsPath(value)) throw new RangeError(`${JSON.stringify(value)} cannot stand in ${template}`);
    return encodeURIComponent(value);
  });
}
