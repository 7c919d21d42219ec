import { Ct as restoringPatch, D as writtenNames, E as stateAfter, O as isWrite, S as auditStart, Sn as readRecordHistory, St as readUndoEntry, bn as lockedBy, br as UserError, jn as writeDeployedState, kn as parsePayload, mr as canonicalJson, or as count, xr as messageOf, y as stateOf, yr as ApiError } from "./lint.js";
import { a as rulesText, i as rulesContext, o as successText, r as rolledBackText, t as outcomeContext } from "./status-text.js";
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
// src/transaction/footprint.ts
const LARGEST = 6e4;
function makeFootprint(plan) {
	const writes = plan.changes.filter(isWrite);
	const footprint = {
		known: Object.fromEntries(writes.map((change) => [change.name, change.known.map((flow) => flow.id)])),
		touched: writes.flatMap(({ retirements, source }) => [...retirements.map(({ flow }) => stateOf(flow)), ...source?.kind === "existing" ? [stateOf(source.flow)] : []]),
		created: Object.fromEntries(writes.flatMap(({ name, rule, source }) => rule !== void 0 && source?.kind === "create" ? [[name, rule.payloadHash]] : []))
	};
	return JSON.stringify(footprint).length > LARGEST ? void 0 : footprint;
}
function readMap(value, isKind) {
	if (typeof value !== "object" || value === null) return void 0;
	const entries = Object.entries(value);
	return entries.every((entry) => isKind(entry[1])) ? Object.fromEntries(entries) : void 0;
}
const isText = (value) => typeof value === "string";
const isList = (value) => Array.isArray(value) && value.every(isText);
function readState(value) {
	const restore = readUndoEntry({
		...Object(value),
		kind: "restore"
	});
	if (restore?.kind !== "restore") return void 0;
	const { kind: _kind, ...state } = restore;
	return state;
}
function readFootprint(payload) {
	const { footprint } = Object(parsePayload(payload));
	const { known, touched, created } = Object(footprint);
	const readableKnown = readMap(known, isList);
	if (readableKnown === void 0 || !Array.isArray(touched)) return void 0;
	const states = touched.map(readState);
	if (!states.every((state) => state !== void 0)) return void 0;
	const hashes = readMap(created, isText);
	return {
		known: readableKnown,
		touched: states,
		...hashes === void 0 ? {} : { created: hashes }
	};
}
// src/commands/records/open-record.ts
const DONE = "done; the next record says what is live";
async function closeRecord(session, github, record, state, text) {
	try {
		await github.setRecordState(record, state, text);
		session.forgetRecord();
	} catch (error) {
		session.log.warning(`the deployment record ${record} could not be closed: ${messageOf(error)}`);
	}
}
async function yieldToOthers(session, github, before, own = Number.POSITIVE_INFINITY) {
	const { environment } = session.inputs;
	const history = await readRecordHistory(github, environment);
	const ended = new Set(before.unsettled.map(({ record }) => record.id));
	const other = history.unsettled.find(({ record, state }) => state === "in_progress" && record.id < own && !ended.has(record.id));
	if (other !== void 0) throw lockedBy(environment, other);
	if (history.live?.state.auditHead === before.live?.state.auditHead) return history;
	throw new UserError("locked", `another run has deployed to environment ${JSON.stringify(environment)} meanwhile: run this again`);
}
async function lock(session, github, { sha, payload, description, text }, before) {
	const record = await github.createRecord(session.inputs.environment, sha, payload, description);
	session.rememberRecord({
		id: record,
		sha
	});
	try {
		await github.setRecordState(record, "in_progress", text);
		return {
			record,
			history: await yieldToOthers(session, github, before, record)
		};
	} catch (error) {
		await closeRecord(session, github, record, "inactive", "nothing was written");
		throw error;
	}
}
async function openRecord(session, github, deployment) {
	const { sha, live, kind, rules, plan } = deployment;
	const state = stateAfter({
		...deployment,
		held: live?.state.held ?? []
	}, live?.state.flows ?? {}, auditStart(live));
	const footprint = makeFootprint(plan);
	return (await lock(session, github, {
		sha,
		payload: {
			...writeDeployedState(state),
			...footprint === void 0 ? {} : { footprint }
		},
		description: `${kind} of ${rules.length} rules`,
		text: writtenNames(deployment)
	}, {
		live,
		unsettled: []
	})).record;
}
async function whileLocked(session, github, before, settle) {
	const payload = {
		...before.live === void 0 ? {} : writeDeployedState(before.live.state),
		footprint: makeFootprint({ changes: [] })
	};
	const description = "recovery of what a run has left";
	const { record, history } = await lock(session, github, {
		sha: session.trigger.commit,
		payload,
		description,
		text: description
	}, before);
	try {
		return await settle(history);
	} finally {
		await closeRecord(session, github, record, "inactive", "what a run had left was looked at");
	}
}
// src/commands/records/seal.ts
const NOT_RECORDED = "not recorded: the run ended before";
async function postSuccess(github, environment, deployment, auditHead) {
	const { sha, rules, digest } = deployment;
	const text = successText(rules.length, auditHead);
	await github.setStatus(sha, outcomeContext(environment), "success", text);
	await github.setStatus(sha, rulesContext(environment), "success", rulesText(rules.length, digest));
}
async function isRecorded(github, environment, head) {
	try {
		return (await readRecordHistory(github, environment)).live?.state.auditHead === head;
	} catch {
		return false;
	}
}
async function recordDeployment(github, environment, deployment, flows, audit) {
	const { sha, rules, digest, kind } = deployment;
	audit.append({
		action: "SEAL",
		flowId: null,
		ruleName: null,
		payloadHash: digest
	});
	const head = audit.head();
	const text = `${count(rules.length, "rule")} ${kind === "rollback" ? "rolled back" : "deployed"}`;
	const payload = writeDeployedState(stateAfter(deployment, flows, head));
	const record = await github.createRecord(environment, sha, payload, text);
	try {
		await github.setRecordState(record, "in_progress", "sealing");
		await github.setRecordState(record, "success", text);
	} catch (error) {
		if (await isRecorded(github, environment, head)) return head;
		await github.setRecordState(record, "inactive", NOT_RECORDED).catch(() => {});
		throw error;
	}
	return head;
}
async function tellCommits(github, environment, deployment, head) {
	const { sha, kind, live } = deployment;
	await postSuccess(github, environment, deployment, head);
	if (kind === "rollback" && live !== void 0 && live.sha !== sha) await github.setStatus(live.sha, outcomeContext(environment), "failure", rolledBackText(sha, head));
}
export { DONE as a, whileLocked as c, deleteInactive as d, settleUntouched as f, tellCommits as i, yieldToOthers as l, createVersion as m, postSuccess as n, closeRecord as o, undoAll as p, recordDeployment as r, openRecord as s, NOT_RECORDED as t, readFootprint as u };
