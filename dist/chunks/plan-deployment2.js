import "./rolldown-runtime.js";
import { C as makePlan, Vn as nearest, Zn as UserError, dr as DEPLOYMENT_SCOPES, w as namesToLookUp } from "./lint.js";
// src/commands/plan-deployment.ts
async function checkScopes(tenant, scopes) {
	const granted = await tenant.grantedScopes();
	const missing = granted === void 0 ? [] : scopes.filter((scope) => !granted.has(scope));
	if (missing.length === 0) return;
	const which = missing.length === 1 ? `the scope ${missing[0]}` : `the scopes ${missing.join(", ")}`;
	throw new UserError("scope", `the client's token lacks ${which}: grant it to the client on the tenant`);
}
function checkSelection({ only, desired, deployed, deployedFlows }) {
	const known = /* @__PURE__ */ new Set([...[...desired, ...deployed].map((rule) => rule.payload.name), ...Object.keys(deployedFlows)]);
	const unknown = only.filter((name) => !known.has(name));
	const [first] = unknown;
	if (first === void 0) return;
	const meant = nearest(first, [...known]);
	const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
	throw new UserError("input", `input only names ${unknown.map((name) => JSON.stringify(name)).join(", ")}, which no rule has${hint}`);
}
const MANY_NAMES = 20;
async function findKnown({ deployedFlows }, tenant, name, together) {
	const listed = together?.get(name) ?? await tenant.findFlows(name);
	const own = Object.hasOwn(deployedFlows, name) ? deployedFlows[name] : void 0;
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
	checkSelection(request);
	await checkScopes(tenant, scopes);
	const names = namesToLookUp(request);
	const together = names.length < MANY_NAMES ? void 0 : await tenant.findFlowsTogether(new Set(names));
	const flows = await Promise.all(names.map(async (name) => [name, await findKnown(request, tenant, name, together)]));
	return makePlan(request, new Map(flows), clock.now());
}
export { planDeployment as n, requestDeployment as r, checkScopes as t };
