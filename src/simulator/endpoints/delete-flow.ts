// DELETE /api/v2/ivr/flows/{flowId}: takes away a flow that no caller can meet.

import type { Reply } from '../reply.ts';
import { refuse, refuseUnknown } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { removeFlow } from '../flow-store.ts';

/** Answers 204, 404, or 409 for an ACTIVE flow. */
export function deleteFlow(tenant: Tenant, call: Call): Reply {
  const id = call.params['flowId'] ?? '';
  const stored = tenant.flows.get(id);
  if (stored === undefined) return refuseUnknown('flow', id);
  if (stored.flow.status === 'ACTIVE') {
    return refuse(409, 'FLOW_ACTIVE', `The flow ${id} is ACTIVE, so it cannot be deleted.`);
  }
  removeFlow(tenant, stored, { change: 'deleted', by: 'api', request: call.request });
  return { status: 204 };
}
