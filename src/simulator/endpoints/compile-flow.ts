// POST .../compile and GET .../status: one engine for the whole tenant, and where it stands.

import { isEngineBusy, startCompilation } from '../compilation.ts';
import type { Reply } from '../reply.ts';
import { refuse, refuseUnknown, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Tenant } from '../tenant.ts';

/** Answers 200 with the status, 400 for a flow that is not validated, 404, or 409 while a compilation runs. */
export function compileFlow(tenant: Tenant, call: Call): Reply {
  const id = call.params['flowId'] ?? '';
  const stored = tenant.flows.get(id);
  if (stored === undefined) return refuseUnknown('flow', id);
  if (!stored.valid) return refuse(400, 'NOT_VALIDATED', `The flow ${id} has not been validated as VALID.`);
  if (isEngineBusy(tenant)) {
    return tenant.compiling?.flowId === id
      ? refuse(409, 'FLOW_LOCKED', `The flow ${id} is locked: it is being compiled.`)
      : refuse(409, 'ENGINE_BUSY', 'The engine is compiling another flow.');
  }
  startCompilation(tenant, stored);
  return succeed(200, { status: stored.compileStatus });
}

/** Answers 200 with the flow's compile status, its errors where it failed, and the engine's state; or 404. */
export function readCompilation(tenant: Tenant, call: Call): Reply {
  const id = call.params['flowId'] ?? '';
  const stored = tenant.flows.get(id);
  if (stored === undefined) return refuseUnknown('flow', id);
  const engine = isEngineBusy(tenant) ? 'BUSY' : 'IDLE';
  return succeed(200, { status: stored.compileStatus, engine, errors: stored.compileErrors });
}
