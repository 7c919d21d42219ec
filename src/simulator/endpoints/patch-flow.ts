// PATCH /api/v2/ivr/flows/{flowId}: status and window of a flow, and nothing else of it.

import { settleCompilation } from '../compilation.ts';
import { patchShape } from '../flow-shape.ts';
import type { Reply } from '../reply.ts';
import { refuse, refuseInput, refuseUnknown, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import type { FlowChanges } from '../flow-store.ts';
import { changeFlow } from '../flow-store.ts';

/** Answers 200 with the updated flow, 400, 404, or 409 for the activation of what is not compiled. */
export function patchFlow(tenant: Tenant, call: Call): Reply {
  const id = call.params['flowId'] ?? '';
  const stored = tenant.flows.get(id);
  if (stored === undefined) return refuseUnknown('flow', id);
  const problems = patchShape(call.body, '');
  if (problems.length > 0) return refuseInput(problems);
  const changes = call.body as FlowChanges;
  settleCompilation(tenant);
  if (changes.status === 'ACTIVE' && stored.compileStatus !== 'COMPILED') {
    return refuse(409, 'NOT_COMPILED', `The flow ${id} is not compiled, so it cannot become ACTIVE.`);
  }
  return succeed(
    200,
    changeFlow(tenant, stored, changes, { change: 'patched', by: 'api', request: call.request }),
  );
}
