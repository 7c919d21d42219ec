// POST /api/v2/ivr/flows: stores a rule as a new draft; two equal requests make two flows.

import { pickContent, ruleShape } from '../flow-shape.ts';
import type { Reply } from '../reply.ts';
import { refuseInput, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { addDraft } from '../flow-store.ts';

/** Answers 201 with the draft, or 400 with all problems of the body's shape. References are not judged here. */
export function createFlow(tenant: Tenant, call: Call): Reply {
  const problems = ruleShape(call.body, '');
  if (problems.length > 0) return refuseInput(problems);
  if ((call.body as { status?: string }).status === 'ACTIVE') {
    return refuseInput([{ path: '/status', message: 'cannot be ACTIVE: only a compiled flow can' }]);
  }
  return succeed(201, addDraft(tenant, pickContent(call.body), call.request));
}
