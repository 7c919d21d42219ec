import { a as rulesText, i as rulesContext, o as successText, r as rolledBackText, t as outcomeContext } from "./status-text.js";
import { Qt as count, dn as readRecordHistory, fn as NO_AUDIT_HEAD, gn as writeDeployedState, y as isWrite } from "./lint.js";
// src/commands/deployment.ts
function auditStart(live) {
	return live?.state.auditHead ?? NO_AUDIT_HEAD;
}
function writtenNames({ plan }) {
	return plan.changes.filter(isWrite).map((change) => change.name).join(", ");
}
function countLive(deployment) {
	if (deployment.live !== void 0) return Object.keys(deployment.live.state.flows).length;
	return deployment.plan.changes.filter((change) => change.known.some((flow) => flow.status === "ACTIVE")).length;
}
function flowIdOf(change, made, before) {
	if (change.rule === void 0) return change.reason === "not selected" || change.action === "held" ? before[change.name] : void 0;
	return made.get(change.name) ?? (change.source?.kind === "existing" ? change.source.flow.id : void 0) ?? before[change.name];
}
function flowsAfter(deployment, made, passedOver) {
	const before = deployment.live?.state.flows ?? {};
	const entries = deployment.plan.changes.flatMap((change) => {
		const id = passedOver.has(change.name) && change.rule !== void 0 ? void 0 : flowIdOf(change, made, before);
		return id === void 0 ? [] : [[change.name, id]];
	});
	return Object.fromEntries(entries);
}
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
function isSealNeeded({ live, plan, digest, held, sha, kind }) {
	if (live === void 0 || plan.changes.some(isWrite)) return true;
	if (kind === "rollback" && live.sha !== sha) return true;
	return live.state.rulesetDigest !== digest || JSON.stringify(live.state.held) !== JSON.stringify(held);
}
// src/commands/seal.ts
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
export { auditStart as a, isSealNeeded as c, tellCommits as i, stateAfter as l, postSuccess as n, countLive as o, recordDeployment as r, flowsAfter as s, NOT_RECORDED as t, writtenNames as u };
