import "./rolldown-runtime.js";
import { On as flowIdOf, Sr as DEPLOYMENT_SCOPES, _ as namesToLookUp, g as makePlan } from "./lint.js";
import { t as checkOnly } from "./check-only.js";
import { t as checkScopes } from "./check-scopes.js";
// src/commands/deploy/plan-deployment.ts
const MANY_NAMES = 20;
async function findKnown({ deployedFlows }, tenant, name, together) {
	const listed = together?.get(name) ?? await tenant.findFlows(name);
	const own = flowIdOf(deployedFlows, name);
	if (own === void 0 || listed.some((flow) => flow.id === own)) return listed;
	const flow = await tenant.getFlow(own);
	return flow === void 0 || flow.payload.name !== name ? listed : [...listed, flow];
}
function requestDeployment({ inputs }, live, desired, deployed) {
	return {
		desired,
		deployed,
		deployedFlows: live?.state.flows ?? {},
		held: live?.state.held ?? [],
		releasesHolds: inputs.overrideReason !== "",
		removedRules: inputs.removedRules,
		only: inputs.only
	};
}
async function planDeployment(request, tenant, clock, scopes = DEPLOYMENT_SCOPES) {
	const { desired, deployed, deployedFlows, only } = request;
	const names = [...desired, ...deployed].map(({ payload }) => payload.name);
	checkOnly(only, [...names, ...Object.keys(deployedFlows)], "no rule has");
	await checkScopes(tenant, scopes);
	const changed = namesToLookUp(request);
	const together = changed.length < MANY_NAMES ? void 0 : await tenant.findFlowsTogether(new Set(changed));
	const flows = await Promise.all(changed.map(async (name) => [name, await findKnown(request, tenant, name, together)]));
	return makePlan(request, new Map(flows), clock.now());
}
export { requestDeployment as n, planDeployment as t };
