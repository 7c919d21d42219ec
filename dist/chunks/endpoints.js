// src/cxone/endpoints.ts
const FLOWS = "/api/v2/ivr/flows";
const ENDPOINTS = {
	findMedia: {
		method: "GET",
		path: "/api/v2/media/assets/{assetId}",
		scope: "media:read"
	},
	findCampaign: {
		method: "GET",
		path: "/api/v2/campaigns/{campaignId}",
		scope: "campaign:manage"
	},
	listFlows: {
		method: "GET",
		path: FLOWS,
		scope: "ivr:flow:read"
	},
	getFlow: {
		method: "GET",
		path: `${FLOWS}/{flowId}`,
		scope: "ivr:flow:read"
	},
	createFlow: {
		method: "POST",
		path: FLOWS,
		scope: "ivr:flow:write"
	},
	validateFlow: {
		method: "POST",
		path: `${FLOWS}/{flowId}/validate`,
		scope: "ivr:flow:write"
	},
	compileFlow: {
		method: "POST",
		path: `${FLOWS}/{flowId}/compile`,
		scope: "ivr:flow:write"
	},
	compileState: {
		method: "GET",
		path: `${FLOWS}/{flowId}/status`,
		scope: "ivr:flow:read"
	},
	patchFlow: {
		method: "PATCH",
		path: `${FLOWS}/{flowId}`,
		scope: "ivr:flow:write"
	},
	deleteFlow: {
		method: "DELETE",
		path: `${FLOWS}/{flowId}`,
		scope: "ivr:flow:write"
	}
};
const TOKEN_PATH = "/oauth/token";
/** The scopes that a deployment uses, sorted. */
const DEPLOYMENT_SCOPES = [...new Set(Object.values(ENDPOINTS).map((endpoint) => endpoint.scope))].toSorted();
/** Fills a path template; every value is percent-encoded. */
function fillPath(template, values) {
	return template.replace(/\{(\w+)\}/g, (_whole, name) => encodeURIComponent(values[name] ?? ""));
}
export { fillPath as i, ENDPOINTS as n, TOKEN_PATH as r, DEPLOYMENT_SCOPES as t };
