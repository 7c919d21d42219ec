// Every endpoint of the tenant that is used: method, path and the scope it needs (contract, `x-scope`).

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path template; parameters stand in braces. */
  readonly path: string;
  readonly scope: string;
}

const FLOWS = '/api/v2/ivr/flows';

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
} as const satisfies Record<string, Endpoint>;

export const TOKEN_PATH = '/oauth/token';

/** The scopes that a deployment uses, sorted. */
export const DEPLOYMENT_SCOPES: readonly string[] = [
  ...new Set(Object.values(ENDPOINTS).map((endpoint) => endpoint.scope)),
].toSorted();

/** Fills a path template; every value is percent-encoded. */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values[name] ?? ''));
}
