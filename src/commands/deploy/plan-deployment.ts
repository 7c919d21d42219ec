// Reads the live flows that a plan must know, and makes the plan.
import { DEPLOYMENT_SCOPES } from '../../cxone/endpoints.ts';
import { type LiveRecord, flowIdOf } from '../../plan/deployed-state.ts';
import { type PlanRequest, makePlan, namesToLookUp } from '../../plan/make-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Clock, Flow, Tenant } from '../../ports.ts';
import type { Rule } from '../../rules/rule.ts';
import { checkOnly } from '../check-only.ts';
import { checkScopes } from '../check-scopes.ts';
import type { Session } from '../session.ts';

/** So many names are worth one look at all flows, before each is asked for. */
const MANY_NAMES = 20;

/** The versions of a rule. A list that lacks the flow that the record names is not believed: the flow itself is asked for. */
async function findKnown(
  { deployedFlows }: PlanRequest,
  tenant: Tenant,
  name: string,
  together: ReadonlyMap<string, readonly Flow[]> | undefined,
): Promise<readonly Flow[]> {
  const listed = together?.get(name) ?? (await tenant.findFlows(name));
  const own = flowIdOf(deployedFlows, name);
  if (own === undefined || listed.some((flow) => flow.id === own)) return listed;
  const flow = await tenant.getFlow(own);
  return flow === undefined || flow.payload.name !== name ? listed : [...listed, flow];
}

/**
 * What a deployment asks the plan for; lint asks for the same.
 * @param deployed the rules of the live commit
 */
export function requestDeployment(
  { inputs }: Session,
  live: LiveRecord | undefined,
  desired: readonly Rule[],
  deployed: readonly Rule[],
): PlanRequest {
  return {
    desired,
    deployed,
    deployedFlows: live?.state.flows ?? {},
    held: live?.state.held ?? [],
    releasesHolds: inputs.overrideReason !== '',
    removedRules: inputs.removedRules,
    only: inputs.only,
  };
}

/**
 * Makes the plan of a deployment or rollback. It writes nothing.
 * @param scopes those that the token must have, where it names its scopes
 */
export async function planDeployment(
  request: PlanRequest,
  tenant: Tenant,
  clock: Clock,
  scopes: readonly string[] = DEPLOYMENT_SCOPES,
): Promise<Plan> {
  const { desired, deployed, deployedFlows, only } = request;
  const names = [...desired, ...deployed].map(({ payload }) => payload.name);
  checkOnly(only, [...names, ...Object.keys(deployedFlows)], 'no rule has');
  await checkScopes(tenant, scopes);
  const changed = namesToLookUp(request);
  const together = changed.length < MANY_NAMES ? undefined : await tenant.findFlowsTogether(new Set(changed));
  const flows = await Promise.all(
    changed.map(async (name): Promise<[string, readonly Flow[]]> => [
      name,
      await findKnown(request, tenant, name, together),
    ]),
  );
  return makePlan(request, new Map(flows), clock.now());
}
