// Reads the live flows that a plan must know, and makes the plan.
import { DEPLOYMENT_SCOPES } from '../../cxone/endpoints.ts';
import { UserError } from '../../errors.ts';
import type { LiveRecord } from '../../plan/deployed-state.ts';
import { type PlanRequest, makePlan, namesToLookUp } from '../../plan/make-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Clock, Flow, Tenant } from '../../ports.ts';
import { nearest } from '../../rules/nearest.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Session } from '../session.ts';

/** @throws UserError (`scope`) that names every scope the token lacks, where it names its scopes */
export async function checkScopes(tenant: Tenant, scopes: readonly string[]): Promise<void> {
  const granted = await tenant.grantedScopes();
  const missing = granted === undefined ? [] : scopes.filter((scope) => !granted.has(scope));
  if (missing.length === 0) return;
  const which = missing.length === 1 ? `the scope ${missing[0]}` : `the scopes ${missing.join(', ')}`;
  throw new UserError('scope', `the client's token lacks ${which}: grant it to the client on the tenant`);
}

/** @throws UserError (`input`) for a name in input `only` that no rule has: a typo would deploy nothing, in silence */
function checkSelection({ only, desired, deployed, deployedFlows }: PlanRequest): void {
  const known = new Set([
    ...[...desired, ...deployed].map((rule) => rule.payload.name),
    ...Object.keys(deployedFlows),
  ]);
  const unknown = only.filter((name) => !known.has(name));
  const [first] = unknown;
  if (first === undefined) return;
  const meant = nearest(first, [...known]);
  const hint = meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`;
  throw new UserError(
    'input',
    `input only names ${unknown.map((name) => JSON.stringify(name)).join(', ')}, which no rule has${hint}`,
  );
}

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
  const own = Object.hasOwn(deployedFlows, name) ? deployedFlows[name] : undefined;
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
  checkSelection(request);
  await checkScopes(tenant, scopes);
  const names = namesToLookUp(request);
  const together = names.length < MANY_NAMES ? undefined : await tenant.findFlowsTogether(new Set(names));
  const flows = await Promise.all(
    names.map(async (name): Promise<[string, readonly Flow[]]> => [
      name,
      await findKnown(request, tenant, name, together),
    ]),
  );
  return makePlan(request, new Map(flows), clock.now());
}
