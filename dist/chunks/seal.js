import { n as UserError, r as messageOf, t as ApiError } from "./errors.js";
import { t as canonicalJson } from "./hash.js";
import { n as restoringPatch } from "./undo-entry.js";
import { t as isWrite } from "./plan.js";
import { c as NO_AUDIT_HEAD, d as writeDeployedState, s as readRecordHistory } from "./live-record.js";
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
// src/plan/flow-state.ts
/** The state that a flow has. */
function stateOf({ id, status, payload }) {
	const { name, effectiveDate = null, expirationDate = null } = payload;
	return {
		name,
		flowId: id,
		status,
		effectiveDate,
		expirationDate
	};
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
	let problem = /* @__PURE__ */ new Error(`flow ${flowId} is still ACTIVE and cannot be deleted`);
	try {
		await tenant.patchFlow(flowId, { status: "INACTIVE" });
	} catch (error) {
		problem = error;
	}
	if (!await tenant.deleteFlow(flowId)) throw problem;
}
/** The flows that a create has made. One whose reply was lost may have taken effect late, beside the one that was taken for it. */
async function findMade(tenant, { name, payloadHash, knownIds, flowId }) {
	const found = (await findCreated(tenant, name, payloadHash, knownIds)).map((flow) => flow.id);
	return [...new Set(flowId === null ? found : [flowId, ...found])];
}
/** Whether a flow has the state that it had. */
async function isRestored(tenant, { kind: _kind, ...state }) {
	const flow = await tenant.getFlow(state.flowId);
	return flow !== void 0 && canonicalJson(stateOf(flow)) === canonicalJson(state);
}
async function isGone(tenant, flowId) {
	return await tenant.getFlow(flowId) === void 0;
}
/** Does something, and where that fails, looks whether it was done all the same: replies may be lost, effects not. */
async function doOrSee(work, isDone) {
	try {
		await work();
	} catch (error) {
		if (!await isDone().catch(() => false)) throw error;
	}
}
/** Undoes one entry. @returns the ids of the flows that it touched */
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
// src/commands/deployment.ts
/** The hash that this deployment's first audit record follows. */
function auditStart(live) {
	return live?.state.auditHead ?? NO_AUDIT_HEAD;
}
/** The names of the rules that a deployment writes, for people. */
function writtenNames({ plan }) {
	return plan.changes.filter(isWrite).map((change) => change.name).join(", ");
}
/** How many rules are live before a plan: those that the record names, or, before the first record, those that are ACTIVE. */
function countLive(deployment) {
	if (deployment.live !== void 0) return Object.keys(deployment.live.state.flows).length;
	return deployment.plan.changes.filter((change) => change.known.some((flow) => flow.status === "ACTIVE")).length;
}
function flowIdOf(change, made, before) {
	if (change.rule === void 0) return change.reason === "not selected" || change.action === "held" ? before[change.name] : void 0;
	return made.get(change.name) ?? (change.source?.kind === "existing" ? change.source.flow.id : void 0) ?? before[change.name];
}
/**
* Rule name → flow id after a deployment.
* @param made the flows that the transaction made live
* @param passedOver names that `only` left out although they changed: they stay without an entry, so that a later run looks at them
*/
function flowsAfter(deployment, made, passedOver) {
	const before = deployment.live?.state.flows ?? {};
	const entries = deployment.plan.changes.flatMap((change) => {
		const id = passedOver.has(change.name) && change.rule !== void 0 ? void 0 : flowIdOf(change, made, before);
		return id === void 0 ? [] : [[change.name, id]];
	});
	return Object.fromEntries(entries);
}
/** The payload of the record that says what is live after a deployment. */
function stateAfter(deployment, flows, auditHead) {
	const { live, sha, digest, held } = deployment;
	return {
		schemaVersion: 1,
		rulesetDigest: digest,
		auditHead,
		previousSha: live?.sha === sha ? live.state.previousSha : live?.sha ?? null,
		flows,
		held
	};
}
/** Whether there is anything to write on the tenant, or anything new to say in a record. */
function isSealNeeded({ live, plan, digest, held, sha, kind }) {
	if (live === void 0 || plan.changes.some(isWrite)) return true;
	if (kind === "rollback" && live.sha !== sha) return true;
	return live.state.rulesetDigest !== digest || JSON.stringify(live.state.held) !== JSON.stringify(held);
}
// src/commands/seal.ts
/** Of a record that was to say what is live, and never came to. */
const NOT_RECORDED = "not recorded: the run ended before";
/** Posts both success statuses of a commit. */
async function postSuccess(github, environment, deployment, auditHead) {
	const { sha, rules, digest } = deployment;
	const text = successText(rules.length, auditHead);
	await github.setStatus(sha, outcomeContext(environment), "success", text);
	await github.setStatus(sha, rulesContext(environment), "success", rulesText(rules.length, digest));
}
/** Whether GitHub has taken a success although its reply did not come. */
async function isRecorded(github, environment, head) {
	try {
		return (await readRecordHistory(github, environment)).live?.state.auditHead === head;
	} catch {
		return false;
	}
}
/**
* Records a deployment: from here on GitHub says that it is live.
* @returns the hash of the last audit record
* @throws UserError where GitHub does not take the record; then nothing says that the deployment is live
*/
async function recordDeployment(github, environment, deployment, flows, audit) {
	const { sha, rules, digest, kind } = deployment;
	audit.append({
		action: "SEAL",
		flowId: null,
		ruleName: null,
		payloadHash: digest
	});
	const head = audit.head();
	const text = `${rules.length} rules ${kind === "rollback" ? "rolled back" : "deployed"}`;
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
/** Tells the commits of a deployment that is recorded. */
async function tellCommits(github, environment, deployment, head) {
	const { sha, kind, live } = deployment;
	await postSuccess(github, environment, deployment, head);
	if (kind === "rollback" && live !== void 0 && live.sha !== sha) await github.setStatus(live.sha, outcomeContext(environment), "failure", rolledBackText(sha, head));
}
export { auditStart as a, isSealNeeded as c, deleteInactive as d, undoAll as f, outcomeContext as h, tellCommits as i, stateAfter as l, stateOf as m, postSuccess as n, countLive as o, createVersion as p, recordDeployment as r, flowsAfter as s, NOT_RECORDED as t, writtenNames as u };
