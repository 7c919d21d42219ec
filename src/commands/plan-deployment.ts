// Reads the live flows that a plan must know, and makes the plan.
import { DEPLOYMENT_SCOPES } from '../cxone/endpoints.ts';
import { UserError } from '../errors.ts';
import { type PlanRequest, makePlan, namesToLookUp } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock, Flow, Tenant } from '../ports.ts';

/** @throws UserError (`scope`) that names every scope the token lacks, where it names its scopes */
async function checkScopes(tenant: Tenant): Promise<void> {
  const granted = await tenant.grantedScopes();
  const missing = granted === undefined ? [] : DEPLOYMENT_SCOPES.filter((scope) => !granted.has(scope));
  if (missing.length === 0) return;
  const which = missing.length === 1 ? `the scope ${missing[0]}` : `the scopes ${missing.join(', ')}`;
  throw new UserError('scope', `the client's token lacks ${which}: grant it to the client on the tenant`);
}

/** Makes the plan of a deployment or rollback. It writes nothing. */
export async function planDeployment(request: PlanRequest, tenant: Tenant, clock: Clock): Promise<Plan> {
  await checkScopes(tenant);
  const names = namesToLookUp(request);
  const flows = await Promise.all(
    names.map(async (name): Promise<[string, readonly Flow[]]> => [name, await tenant.findFlows(name)]),
  );
  return makePlan(request, new Map(flows), clock.now());
}
