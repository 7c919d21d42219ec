// POST /api/v2/ivr/flows/{flowId}/validate: the tenant's own verdict on a flow's nodes and references.

import type { FlowContent, FlowNode } from '../flow.ts';
import type { Reply } from '../reply.ts';
import { refuseUnknown, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Seed } from '../seed.ts';
import type { Problem } from '../shape.ts';
import type { Tenant } from '../tenant.ts';

/** Answers 200 with VALID, or INVALID and all errors; a flow that passes may be compiled. */
export function validateFlow(tenant: Tenant, call: Call): Reply {
  const id = call.params['flowId'] ?? '';
  const stored = tenant.flows.get(id);
  if (stored === undefined) return refuseUnknown('flow', id);
  const errors = findErrors(tenant.seed, stored.flow);
  stored.valid = errors.length === 0;
  return succeed(200, { status: stored.valid ? 'VALID' : 'INVALID', errors });
}

function findErrors(seed: Seed, flow: FlowContent): Problem[] {
  const ids = flow.nodes.map((node) => node.id);
  const media = new Set(seed.media.map((asset) => asset.id));
  return [
    ...checkCampaign(seed, flow.campaignId),
    ...findRepeatedIds(ids),
    ...flow.nodes.flatMap((node, index) => checkMedia(node, `/nodes/${index}/mediaAssetId`, media)),
    ...findLostTargets(flow.nodes, new Set(ids)),
  ];
}

function checkCampaign(seed: Seed, id: string): Problem[] {
  const status = seed.campaigns.find((campaign) => campaign.id === id)?.status ?? 'unknown';
  if (status === 'ACTIVE') return [];
  return [{ path: '/campaignId', message: `The campaign ${JSON.stringify(id)} is ${status}.` }];
}

function findRepeatedIds(ids: readonly string[]): Problem[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    const repeated = seen.has(id);
    seen.add(id);
    return repeated
      ? [{ path: `/nodes/${index}/id`, message: `The node id ${JSON.stringify(id)} is used twice.` }]
      : [];
  });
}

function checkMedia(node: FlowNode, path: string, media: ReadonlySet<string>): Problem[] {
  const asset = node.mediaAssetId;
  if (asset === undefined) {
    return node.type === 'greeting' ? [{ path, message: 'A greeting needs a media asset.' }] : [];
  }
  return media.has(asset) ? [] : [{ path, message: `The media asset ${JSON.stringify(asset)} is unknown.` }];
}

function findLostTargets(nodes: readonly FlowNode[], ids: ReadonlySet<string>): Problem[] {
  return nodes.flatMap((node, index) =>
    node.transitions.flatMap(({ target }, place) =>
      ids.has(target)
        ? []
        : [
            {
              path: `/nodes/${index}/transitions/${place}/target`,
              message: `There is no node ${JSON.stringify(target)}.`,
            },
          ],
    ),
  );
}
