import { An as readDeployedState, vn as hasSucceeded } from "./lint.js";
// src/commands/records/past-deployments.ts
async function readOwnState(github, environment, sha) {
	for await (const record of github.listRecords(environment, sha)) {
		const state = record.sha === sha ? readDeployedState(record.payload) : void 0;
		if (state !== void 0 && hasSucceeded(await record.readStates())) return state;
	}
}
const MOST_CANDIDATES = 5;
async function listDeployed(github, environment) {
	const commits = /* @__PURE__ */ new Set();
	for await (const record of github.listRecords(environment)) {
		if (commits.size >= MOST_CANDIDATES) break;
		if (readDeployedState(record.payload) === void 0 || commits.has(record.sha)) continue;
		if (hasSucceeded(await record.readStates())) commits.add(record.sha);
	}
	return [...commits];
}
const MOST_RECORDS = 100;
async function readOwnFlowIds(github, environment) {
	const ids = /* @__PURE__ */ new Set();
	let count = 0;
	for await (const record of github.listRecords(environment)) {
		for (const id of Object.values(readDeployedState(record.payload)?.flows ?? {})) ids.add(id);
		if (++count >= MOST_RECORDS) break;
	}
	return ids;
}
export { readOwnFlowIds as n, readOwnState as r, listDeployed as t };
