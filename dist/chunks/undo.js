import { Qn as messageOf, S as stateOf, Xn as ApiError, Zn as UserError, or as canonicalJson, pt as restoringPatch } from "./lint.js";
// src/transaction/create-version.ts
const MOST_ATTEMPTS = 5;
async function findCreated(tenant, name, payloadHash, knownIds) {
	return (await tenant.findFlows(name)).filter((flow) => flow.payloadHash === payloadHash && !knownIds.includes(flow.id));
}
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
async function deleteInactive(tenant, flowId) {
	if (await tenant.deleteFlow(flowId)) return;
	let problem = /* @__PURE__ */ new Error(`flow ${flowId} is still ACTIVE and cannot be deleted`);
	try {
		await tenant.patchFlow(flowId, { status: "INACTIVE" });
	} catch (error) {
		problem = error;
	}
	if (!await tenant.deleteFlow(flowId)) throw problem;
}
async function findMade(tenant, { name, payloadHash, knownIds, flowId }) {
	const found = (await findCreated(tenant, name, payloadHash, knownIds)).map((flow) => flow.id);
	return [...new Set(flowId === null ? found : [flowId, ...found])];
}
async function isRestored(tenant, { kind: _kind, ...state }) {
	const flow = await tenant.getFlow(state.flowId);
	return flow !== void 0 && canonicalJson(stateOf(flow)) === canonicalJson(state);
}
async function isGone(tenant, flowId) {
	return await tenant.getFlow(flowId) === void 0;
}
async function doOrSee(work, isDone) {
	try {
		await work();
	} catch (error) {
		if (!await isDone().catch(() => false)) throw error;
	}
}
async function undoOne(tenant, entry) {
	if (entry.kind === "restore") {
		const restore = async () => tenant.patchFlow(entry.flowId, restoringPatch(entry));
		await doOrSee(restore, async () => isRestored(tenant, entry));
		return [entry.flowId];
	}
	const ids = await findMade(tenant, entry);
	for (const id of ids) await doOrSee(async () => deleteInactive(tenant, id), async () => isGone(tenant, id));
	return ids;
}
async function isUntouched(tenant, entry) {
	try {
		if (entry.kind === "restore") return await isRestored(tenant, entry);
		return (await findMade(tenant, entry)).length === 0;
	} catch {
		return false;
	}
}
async function settleUntouched({ tenant, journal }) {
	for (const { number, entry } of journal.open()) if (await isUntouched(tenant, entry)) journal.settle(number);
	return journal.open().length > 0;
}
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
function takesAway({ entry }) {
	return entry.kind === "delete" || entry.status !== "ACTIVE";
}
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
export { createVersion as i, settleUntouched as n, undoAll as r, deleteInactive as t };
