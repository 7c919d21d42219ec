// The endpoints that read one thing by its id: a media asset, a campaign, a flow.

import type { Reply } from '../reply.ts';
import { refuseUnknown, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Tenant } from '../tenant.ts';

/** GET /api/v2/media/assets/{assetId}. */
export function readMedia(tenant: Tenant, call: Call): Reply {
  const id = call.params['assetId'] ?? '';
  const asset = tenant.seed.media.find((entry) => entry.id === id);
  if (asset === undefined) return refuseUnknown('media asset', id);
  return succeed(200, { id: asset.id, name: asset.name });
}

/** GET /api/v2/campaigns/{campaignId}. */
export function readCampaign(tenant: Tenant, call: Call): Reply {
  const id = call.params['campaignId'] ?? '';
  const campaign = tenant.seed.campaigns.find((entry) => entry.id === id);
  return campaign === undefined ? refuseUnknown('campaign', id) : succeed(200, campaign);
}

/** GET /api/v2/ivr/flows/{flowId}. */
export function readFlow(tenant: Tenant, call: Call): Reply {
  const id = call.params['flowId'] ?? '';
  const stored = tenant.flows.get(id);
  return stored === undefined ? refuseUnknown('flow', id) : succeed(200, stored.flow);
}
