import { I as ApiError, L as UserError, R as messageOf, x as restoringPatch } from "./initial.js";
// src/audit/status-text.ts
/** Context of the status that says how the deployment went. */
function outcomeContext(environment) {
	return `cxone-ivr/${environment}`;
}
/** Context of the status that carries the ruleset digest. */
function rulesContext(environment) {
	return `cxone-ivr/${environment}/rules`;
}
/** @param auditHash 64 hex digits */
function successText(rules, auditHash) {
	return `${rules} rules · audit sha256:${auditHash}`;
}
function rulesText(rules, digest) {
	return `${rules} rules · sha256:${digest}`;
}
/** The status of a commit that was live until a rollback. @param target the commit that is live again */
function rolledBackText(target, auditHash) {
	return `rolled back to ${target.slice(0, 12)} · audit sha256:${auditHash}`;
}
// src/transaction/create-version.ts
/** Attempts at one create whose replies are lost, the first included. */
const MOST_ATTEMPTS = 5;
/**
* The flows of a rule that were not there before: what a create with a lost reply may have left.
* A draft of the same name and content that is younger than the run can only be ours.
*/
async function findCreated(tenant, name, payloadHash, knownIds) {
	return (await tenant.findFlows(name)).filter((flow) => flow.payloadHash === payloadHash && !knownIds.includes(flow.id));
}
/**
* Creates the flow of a rule. Undo is registered before the first attempt.
* @returns the flow's id
*/
async function createVersion(context, brake, rule, known) {
	const { tenant, journal, audit, log } = context;
	const { payload, payloadHash } = rule;
	const { name } = payload;
	const knownIds = known.map((flow) => flow.id);
	brake.check();
	const number = journal.register({
		kind: "delete",
		name,
		payloadHash,
		flowId: null,
		knownIds
	});
	const adopt = (flowId) => {
		journal.fill(number, flowId);
		audit({
			action: "CREATE",
			flowId,
			ruleName: name,
			payloadHash
		});
		return flowId;
	};
	let wasUnauthorised = false;
	for (let attempt = 1;; attempt++) try {
		return adopt(await tenant.createFlow(payload));
	} catch (error) {
		if (!(error instanceof ApiError && error.details.mayHaveTakenEffect === true)) throw error;
		log.debug(`${error.message}; looking for ${name} before it is created again`);
		const [found] = await findCreated(tenant, name, payloadHash, knownIds);
		if (found !== void 0) return adopt(found.id);
		if (error.status === 401 && wasUnauthorised) throw new UserError("auth", `the tenant does not accept its own new token for a new flow (401): check the client's rights`);
		wasUnauthorised = error.status === 401;
		if (attempt >= MOST_ATTEMPTS) throw error;
		brake.check();
	}
}
// src/transaction/undo.ts
/** Deletes a flow, deactivating it first where it is ACTIVE. */
async function deleteInactive(tenant, flowId) {
	if (await tenant.deleteFlow(flowId)) return;
	await tenant.patchFlow(flowId, { status: "INACTIVE" });
	if (!await tenant.deleteFlow(flowId)) throw new Error(`flow ${flowId} is still ACTIVE and cannot be deleted`);
}
/** Undoes one entry. @returns the ids of the flows that it touched */
async function undoOne(tenant, entry) {
	if (entry.kind === "restore") {
		await tenant.patchFlow(entry.flowId, restoringPatch(entry));
		return [entry.flowId];
	}
	const { name, payloadHash, knownIds, flowId } = entry;
	const found = (await findCreated(tenant, name, payloadHash, knownIds)).map((flow) => flow.id);
	const ids = [...new Set(flowId === null ? found : [flowId, ...found])];
	for (const id of ids) await deleteInactive(tenant, id);
	return ids;
}
/** The request that a person can send to do what an undo could not. */
function mendingCommand(entry) {
	const flow = (id) => `"$TENANT_URL/api/v2/ivr/flows/${encodeURIComponent(id)}"`;
	const curl = (method) => `curl -X ${method} -H "Authorization: Bearer $TOKEN"`;
	const patch = (id, body) => `${curl("PATCH")} -H "Content-Type: application/json" -d '${JSON.stringify(body).replaceAll("'", "'\\''")}' ${flow(id)}`;
	if (entry.kind === "restore") return patch(entry.flowId, restoringPatch(entry));
	if (entry.flowId !== null) return `${patch(entry.flowId, { status: "INACTIVE" })} && ${curl("DELETE")} ${flow(entry.flowId)}`;
	return `curl -H "Authorization: Bearer $TOKEN" "$TENANT_URL/api/v2/ivr/flows?${new URLSearchParams({
		name: entry.name,
		status: "DRAFT"
	}).toString()}"  # and DELETE the newest`;
}
async function tryOne(context, { number, entry }) {
	try {
		const touched = await undoOne(context.tenant, entry);
		context.journal.settle(number);
		const payloadHash = entry.kind === "delete" ? entry.payloadHash : null;
		for (const flowId of touched) context.audit({
			action: "UNDO",
			flowId,
			ruleName: entry.name,
			payloadHash
		});
		return;
	} catch (error) {
		return {
			entry,
			message: messageOf(error),
			mend: mendingCommand(entry)
		};
	}
}
/** Whether an entry takes a version away from callers. */
function takesAway({ entry }) {
	return entry.kind === "delete" || entry.status !== "ACTIVE";
}
/**
* Undoes everything that is open: first the states, one by one in reverse, so that old versions are active again before new
* ones go; then the created flows, which no caller meets any more, together. A rule whose old version cannot be restored
* keeps its new one: its callers must reach something.
*/
async function undoAll(context) {
	const reversed = context.journal.open().toReversed();
	const left = [];
	const bare = /* @__PURE__ */ new Set();
	const undo = async (numbered) => {
		const { entry } = numbered;
		const failed = bare.has(entry.name) && takesAway(numbered) ? {
			entry,
			message: "kept, since the version before it could not be restored",
			mend: mendingCommand(entry)
		} : await tryOne(context, numbered);
		if (failed === void 0) return;
		left.push(failed);
		if (!takesAway(numbered)) bare.add(entry.name);
	};
	for (const numbered of reversed) if (numbered.entry.kind === "restore") await undo(numbered);
	await Promise.all(reversed.filter(({ entry }) => entry.kind === "delete").map(undo));
	return {
		undone: reversed.length - left.length,
		left
	};
}
export { rolledBackText as a, successText as c, outcomeContext as i, undoAll as n, rulesContext as o, createVersion as r, rulesText as s, deleteInactive as t };
