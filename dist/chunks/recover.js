import { t as outcomeContext } from "./status-text.js";
import { Qn as messageOf, S as stateOf, Zn as UserError, an as isOpen, b as namesToRecover, ft as readUndoEntry, ln as readOwnFlowIds, mn as parsePayload, or as canonicalJson, sn as lockedBy, tn as readCommitRules, x as planRecovery, y as isWrite } from "./lint.js";
import { t as deleteInactive } from "./undo.js";
// src/commands/footprint.ts
const LARGEST = 6e4;
function makeFootprint({ plan }) {
	const writes = plan.changes.filter(isWrite);
	const footprint = {
		known: Object.fromEntries(writes.map((change) => [change.name, change.known.map((flow) => flow.id)])),
		touched: writes.flatMap(({ retirements, source }) => [...retirements.map(({ flow }) => stateOf(flow)), ...source?.kind === "existing" ? [stateOf(source.flow)] : []])
	};
	return JSON.stringify(footprint).length > LARGEST ? void 0 : footprint;
}
function readKnown(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const entries = Object.entries(value);
	const isList = (ids) => Array.isArray(ids) && ids.every((id) => typeof id === "string");
	return entries.every(([, ids]) => isList(ids)) ? Object.fromEntries(entries) : void 0;
}
function readFootprint(payload) {
	const { footprint } = Object(parsePayload(payload));
	const { known, touched } = Object(footprint);
	const readableKnown = readKnown(known);
	if (readableKnown === void 0 || !Array.isArray(touched)) return void 0;
	const states = touched.map((entry) => {
		const restore = readUndoEntry({
			...Object(entry),
			kind: "restore"
		});
		if (restore?.kind !== "restore") return void 0;
		const { kind: _kind, ...state } = restore;
		return state;
	});
	return states.every((state) => state !== void 0) ? {
		known: readableKnown,
		touched: states
	} : void 0;
}
// src/commands/recover.ts
const LONGEST_RUN = 216e5;
function runIdOf(runUrl) {
	const id = Number(/\/actions\/runs\/(\d+)/.exec(runUrl)?.[1]);
	return Number.isSafeInteger(id) ? id : void 0;
}
async function isOver(session, { github }, { record, state, runUrl }) {
	if (state === "error") return true;
	const runId = runIdOf(runUrl);
	if (runId !== void 0 && String(runId) === session.run.runId) return true;
	return (runId === void 0 ? void 0 : await github.isRunOver(runId)) ?? session.clock.now() - Date.parse(record.createdAt) > LONGEST_RUN;
}
async function readFlows(tenant, names) {
	const entries = await Promise.all(names.map(async (name) => [name, await tenant.findFlows(name)]));
	return new Map(entries);
}
async function readBack(recovery, tenant) {
	for (const { flow, patch } of recovery.restorations) {
		const now = await tenant.getFlow(flow.id);
		if (now !== void 0 && canonicalJson({
			...stateOf(now),
			...patch
		}) === canonicalJson(stateOf(now))) continue;
		throw new UserError("tenant", `flow ${flow.id} of rule ${flow.payload.name} was to be brought back to what is recorded as live, and is not: run this again`);
	}
}
async function carryOutRecovery(recovery, tenant, audit) {
	const note = (flow) => audit.append({
		action: "UNDO",
		flowId: flow.id,
		ruleName: flow.payload.name,
		payloadHash: flow.payloadHash
	});
	for (const { flow, patch } of recovery.restorations) {
		await tenant.patchFlow(flow.id, patch);
		note(flow);
	}
	for (const flow of recovery.deactivations) {
		await tenant.patchFlow(flow.id, { status: "INACTIVE" });
		note(flow);
	}
	await readBack(recovery, tenant);
	for (const flow of recovery.deletions) {
		await deleteInactive(tenant, flow.id);
		note(flow);
	}
}
function findFootprint({ record, runUrl }, { unsettled }) {
	const own = readFootprint(record.payload);
	if (own !== void 0 || runUrl === "") return own;
	return unsettled.filter((other) => other.runUrl === runUrl && other.record.sha === record.sha).map((other) => readFootprint(other.record.payload)).find((found) => found !== void 0);
}
async function recoverOne(session, doors, history, unsettled, audit) {
	const { inputs, log } = session;
	const { github, tenant } = doors;
	const { record } = unsettled;
	const { live } = history;
	const read = async (sha) => (await readCommitRules(github, sha, session, []))?.rules ?? [];
	const request = {
		live,
		liveRules: live === void 0 ? [] : await read(live.sha),
		deadRules: await read(record.sha),
		startedAt: Date.parse(record.createdAt),
		ownFlowIds: await readOwnFlowIds(github, inputs.environment),
		footprint: findFootprint(unsettled, history)
	};
	const recovery = planRecovery(request, await readFlows(tenant, namesToRecover(request)));
	if (recovery.problems.length > 0) throw new UserError("locked", `the run ${unsettled.runUrl} left the tenant in a state that a person must mend: ${recovery.problems.join("; ")}. Mend it, and set the deployment record ${record.id} to failure`);
	await carryOutRecovery(recovery, tenant, audit);
	const count = recovery.restorations.length + recovery.deactivations.length + recovery.deletions.length;
	const text = `did not end; undone by a later run (${count} flows)`;
	log.warning(`the deployment of ${record.sha.slice(0, 12)} did not end; ${count} flows were brought back to what is recorded as live`);
	await github.setRecordState(record.id, "failure", text);
	await github.setStatus(record.sha, outcomeContext(inputs.environment), "failure", text);
	return recovery.lost;
}
async function closeOvertaken({ log }, { github }, { beforeLive }) {
	if (beforeLive === void 0) return;
	try {
		if (!await isOpen(beforeLive)) return;
		await github.setRecordState(beforeLive.id, "inactive", "done; the next record says what is live");
	} catch (error) {
		log.warning(`the deployment record ${beforeLive.id} of a run that has ended could not be closed: ${messageOf(error)}`);
	}
}
async function recoverUnsettled(session, doors, history, audit) {
	for (const unsettled of history.unsettled) {
		if (await isOver(session, doors, unsettled)) continue;
		throw lockedBy(session.inputs.environment, unsettled);
	}
	await closeOvertaken(session, doors, history);
	const lost = [];
	for (const unsettled of history.unsettled) lost.push(...await recoverOne(session, doors, history, unsettled, audit));
	return lost;
}
export { recoverUnsettled as n, makeFootprint as r, isOver as t };
