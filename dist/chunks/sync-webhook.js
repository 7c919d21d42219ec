import { C as countLive, D as writtenNames, O as isWrite, S as auditStart, T as isSealNeeded, Zt as readCommitRules, _n as hasRunEnded, b as describeFailure, bn as lockedBy, br as UserError, gr as hashPayload, h as planRecovery, hr as compareCodePoints, m as namesToRecover, mr as canonicalJson, or as count, v as surplusVersions, w as flowsAfter, x as findBrokenLimits, xn as placeOfRun, xr as messageOf, y as stateOf, yn as isUnsettled, yr as ApiError } from "./lint.js";
import { i as startAuditLog } from "./read-log.js";
import { t as outcomeContext } from "./status-text.js";
import { t as pLimit } from "./p-limit.js";
import { a as DONE, c as whileLocked, d as deleteInactive, f as settleUntouched, i as tellCommits, l as yieldToOthers, m as createVersion, n as postSuccess, o as closeRecord, p as undoAll, r as recordDeployment, s as openRecord, u as readFootprint } from "./seal.js";
import { n as readOwnFlowIds } from "./past-deployments.js";
import { n as keepLog } from "./keep-log.js";
// src/commands/deploy/audit-decisions.ts
function startAudit(session, sha, live) {
	const { run, inputs, auditPorts } = session;
	const identity = {
		userId: run.actor,
		environment: inputs.environment,
		commit: sha,
		runId: run.runId
	};
	return startAuditLog(identity, auditStart(live), auditPorts);
}
function isOverridden({ inputs }, deployment) {
	const { live, plan, held, skipsChecks } = deployment;
	const releases = (live?.state.held.length ?? 0) > held.length;
	return skipsChecks === true || releases || findBrokenLimits(plan, inputs, countLive(deployment)).length > 0;
}
function auditDecisions(session, deployment, audit) {
	const { overrideReason: reason } = session.inputs;
	const about = {
		flowId: null,
		ruleName: null,
		payloadHash: deployment.digest
	};
	const why = deployment.reason === void 0 ? {} : { reason: deployment.reason };
	audit.append({
		action: "PLAN",
		...about,
		...why
	});
	if (reason !== "" && isOverridden(session, deployment)) audit.append({
		action: "OVERRIDE",
		...about,
		reason
	});
}
// src/commands/deploy/carried-out.ts
function resultOf(report, digest, { flows, auditHash, rulesetDigest = digest }) {
	return {
		report,
		...rulesetDigest === void 0 ? {} : { rulesetDigest },
		...flows === void 0 ? {} : { flowIds: flows },
		...auditHash === void 0 ? {} : { auditHash }
	};
}
// src/transaction/preflight.ts
function collect(rules, idsOf) {
	const references = /* @__PURE__ */ new Map();
	for (const rule of rules) for (const id of new Set(idsOf(rule))) references.set(id, [...references.get(id) ?? [], rule.payload.name]);
	return references;
}
function mediaOf(rule) {
	return rule.payload.nodes.flatMap((node) => node.mediaAssetId ?? []);
}
function problemOf(error) {
	if (error instanceof UserError) return {
		reason: error.reason,
		message: messageOf(error)
	};
	if (error instanceof ApiError) return {
		reason: error.reason,
		message: error.message
	};
	throw error;
}
const LOOKS_AT_ONCE = 200;
async function lookAtEach(references, look) {
	return (await pLimit(LOOKS_AT_ONCE).map(references, async ([id, rules]) => {
		try {
			const problem = await look(id, rules.join(", "));
			return problem === void 0 ? void 0 : {
				reason: "reference",
				message: problem
			};
		} catch (error) {
			return problemOf(error);
		}
	})).filter((problem) => problem !== void 0);
}
async function checkReferences(plan, tenant) {
	const rules = plan.changes.flatMap((change) => isWrite(change) && change.rule !== void 0 ? [change.rule] : []);
	const campaigns = lookAtEach(collect(rules, (rule) => [rule.payload.campaignId]), async (id, usedBy) => {
		const campaign = await tenant.findCampaign(id);
		if (campaign === void 0) return `campaign ${id} does not exist on the tenant (used by ${usedBy})`;
		return campaign.isActive ? void 0 : `campaign ${id} is not ACTIVE on the tenant, so it can take no rule (used by ${usedBy})`;
	});
	const media = lookAtEach(collect(rules, mediaOf), async (id, usedBy) => await tenant.findMedia(id) ? void 0 : `media asset ${id} does not exist on the tenant (used by ${usedBy})`);
	return [...await campaigns, ...await media];
}
async function findPreflightProblems(plan, tenant) {
	return [...new Map((await checkReferences(plan, tenant)).map((problem) => [problem.message, problem])).values()].toSorted((a, b) => compareCodePoints(a.message, b.message));
}
// src/transaction/context.ts
var Stopped = class extends Error {
	name = "Stopped";
};
function makeBrake(cancelled) {
	const pulled = new AbortController();
	return {
		pull: () => pulled.abort(),
		stop: AbortSignal.any([cancelled, pulled.signal]),
		check: () => {
			if (cancelled.aborted) throw new UserError("cancelled", "the run was cancelled");
			if (pulled.signal.aborted) throw new Stopped("stopped");
		}
	};
}
var RuleFailure = class extends Error {
	name = "RuleFailure";
	ruleName;
	others;
	constructor(ruleName, cause, others = []) {
		super(`rule ${ruleName} failed`, { cause });
		this.ruleName = ruleName;
		this.others = others;
	}
};
async function runTogether(items, nameOf, brake, work) {
	const failures = [];
	const guarded = items.map(async (item) => {
		try {
			await work(item);
		} catch (error) {
			brake.pull();
			if (!(error instanceof Stopped)) failures.push(new RuleFailure(nameOf(item), error));
		}
	});
	await Promise.all(guarded);
	const [first, ...others] = failures;
	if (first !== void 0) throw new RuleFailure(first.ruleName, first.cause, others);
}
// src/transaction/cut-over.ts
async function patchWithUndo(context, brake, flow, patch) {
	brake.check();
	context.journal.register({
		kind: "restore",
		...stateOf(flow)
	});
	await context.tenant.patchFlow(flow.id, patch);
}
function activation(payload) {
	const { effectiveDate, expirationDate } = payload;
	return {
		status: "ACTIVE",
		...effectiveDate === void 0 ? {} : { effectiveDate },
		expirationDate: expirationDate ?? null
	};
}
async function settleVersion(context, brake, { change, flowId, fresh }) {
	const { rule, source, finalStatus } = change;
	if (rule === void 0 || flowId === void 0 || finalStatus === "DRAFT") return;
	const before = source?.kind === "existing" ? source.flow : void 0;
	if (before?.status === finalStatus) return;
	const patch = finalStatus === "ACTIVE" ? activation(rule.payload) : { status: "INACTIVE" };
	if (fresh || before === void 0) {
		brake.check();
		await context.tenant.patchFlow(flowId, patch);
	} else await patchWithUndo(context, brake, before, patch);
	const { payload, payloadHash } = rule;
	const action = finalStatus === "ACTIVE" ? "ACTIVATE" : "RETIRE";
	context.audit({
		action,
		flowId,
		ruleName: payload.name,
		payloadHash
	});
}
async function retireOld(context, brake, { change }) {
	for (const { flow, patch } of change.retirements) {
		await patchWithUndo(context, brake, flow, patch);
		context.audit({
			action: "RETIRE",
			flowId: flow.id,
			ruleName: change.name,
			payloadHash: flow.payloadHash
		});
	}
}
function splitRemovals(staged) {
	const hasVersion = ({ flowId }) => flowId !== void 0;
	return [staged.filter(hasVersion), staged.filter((entry) => !hasVersion(entry))];
}
async function cutOver(context, brake, staged) {
	const nameOf = ({ change }) => change.name;
	await runTogether(staged, nameOf, brake, async (entry) => {
		await settleVersion(context, brake, entry);
		await retireOld(context, brake, entry);
	});
}
// src/transaction/rejection.ts
var Rejection = class extends UserError {
	errors;
	constructor(message, errors) {
		super("tenant", message);
		this.errors = errors;
	}
};
// src/transaction/outcome.ts
const MOST_SPELLED = 3;
function listRejections({ ruleName, cause, others }) {
	return [{
		ruleName,
		cause
	}, ...others].flatMap(({ ruleName: name, cause: why }) => why instanceof Rejection ? [{
		ruleName: name,
		errors: why.errors,
		message: why.message
	}] : []).toSorted((a, b) => compareCodePoints(a.ruleName, b.ruleName));
}
function spellRejections(messages) {
	const spelled = messages.slice(0, MOST_SPELLED).join("; ");
	const rest = messages.length - MOST_SPELLED;
	return rest > 0 ? `${spelled}; and it rejects ${rest} more` : spelled;
}
function failureOfRule(failure) {
	const { ruleName, cause } = failure;
	const { reason, message } = failureOf(cause);
	const own = {
		reason,
		message: reason === "cancelled" || message.includes(`rule ${ruleName}`) ? message : `rule ${ruleName}: ${message}`
	};
	const rejections = listRejections(failure);
	if (rejections.length === 0) return own;
	const messages = rejections.map((rejection) => rejection.message);
	const rejected = rejections.map(({ ruleName: name, errors }) => ({
		ruleName: name,
		errors
	}));
	return {
		reason,
		message: spellRejections(cause instanceof Rejection ? messages : [own.message, ...messages]),
		rejected
	};
}
function failureOf(error) {
	if (error instanceof RuleFailure) return failureOfRule(error);
	if (error instanceof UserError) return {
		reason: error.reason,
		message: messageOf(error)
	};
	if (error instanceof ApiError) return {
		reason: error.reason,
		message: error.message
	};
	return {
		reason: "tenant",
		message: `a bug in this action, please report it: ${messageOf(error)}`
	};
}
// src/transaction/read-back.ts
function expectationsOf({ change, flowId }) {
	const { rule, finalStatus, name } = change;
	const own = rule === void 0 || flowId === void 0 || finalStatus === void 0 ? [] : [{
		flowId,
		name,
		status: finalStatus,
		payloadHash: rule.payloadHash
	}];
	const retired = change.retirements.map(({ flow, patch }) => {
		if (patch.status === "INACTIVE") return {
			flowId: flow.id,
			name,
			status: "INACTIVE"
		};
		const payload = {
			...flow.payload,
			expirationDate: patch.expirationDate ?? ""
		};
		return {
			flowId: flow.id,
			name,
			status: flow.status,
			payloadHash: hashPayload(payload)
		};
	});
	return [...own, ...retired];
}
async function compare({ tenant }, expected) {
	const { flowId, name, status, payloadHash } = expected;
	const flow = await tenant.getFlow(flowId);
	const fail = (what) => {
		throw new UserError("tenant", `reading back rule ${name}: flow ${flowId} ${what}`);
	};
	if (flow === void 0) return fail("is not there any more");
	if (flow.status !== status) return fail(`is ${flow.status}, but should be ${status}`);
	if (payloadHash !== void 0 && flow.payloadHash !== payloadHash) return fail("does not hold what was deployed: its payload hash is another");
}
async function readBack$1(context, brake, staged) {
	await runTogether(staged.flatMap(expectationsOf), (expected) => expected.name, brake, async (expected) => {
		brake.check();
		await compare(context, expected);
	});
}
// src/transaction/compile-version.ts
const MOST_ERRORS = 10;
function listErrors(errors) {
	const shown = errors.slice(0, MOST_ERRORS).map(({ path, message }) => path === "" ? message : `${path}: ${message}`);
	const more = errors.length > shown.length ? `; and ${errors.length - shown.length} more` : "";
	return shown.join("; ") + more;
}
async function validateVersion(context, flowId, name) {
	const errors = await context.tenant.validateFlow(flowId);
	if (errors.length > 0) throw new Rejection(`the tenant rejects rule ${name}: ${listErrors(errors)}`, errors);
}
async function compileVersion(context, brake, flowId, name) {
	const { tenant, clock, compileTimeout, compilePollInterval } = context;
	const deadline = clock.now() + compileTimeout;
	const pause = async () => {
		const rest = deadline - clock.now();
		if (rest < 0 || rest === 0 && compilePollInterval > 0) {
			const seconds = compileTimeout / 1e3;
			throw new UserError("timeout", `rule ${name} was not compiled within ${seconds} s: try again, or raise input compile-timeout`);
		}
		await clock.sleep(Math.min(compilePollInterval, rest), brake.stop);
		brake.check();
	};
	const isDone = async (state) => {
		if (state.status !== "FAILED") return state.status === "COMPILED";
		const errors = state.errors.length > 0 ? state.errors : (await tenant.compileState(flowId)).errors;
		throw new Rejection(`the tenant cannot compile rule ${name}: ${listErrors(errors) || "it does not say why"}`, errors);
	};
	for (;;) {
		brake.check();
		const started = await tenant.compileFlow(flowId);
		if (started !== "busy" && await isDone(started)) return;
		let state = started === "busy" ? await tenant.compileState(flowId) : started;
		let isOlder = started === "busy" && state.status === "FAILED";
		while (isOlder || !await isDone(state)) {
			await pause();
			if (isOlder || state.status === "NONE") break;
			isOlder = false;
			state = await tenant.compileState(flowId);
		}
		if (state.status === "COMPILED") return;
	}
}
// src/transaction/stage.ts
async function stageOne(context, brake, change) {
	const { rule, source } = change;
	if (rule === void 0 || source === void 0) return {
		change,
		flowId: void 0,
		fresh: false
	};
	const { name } = rule.payload;
	const { payloadHash } = rule;
	if (source.kind === "existing" && source.flow.status === "ACTIVE") return {
		change,
		flowId: source.flow.id,
		fresh: false
	};
	const fresh = source.kind === "create";
	const flowId = fresh ? await createVersion(context, brake, rule, change.known) : source.flow.id;
	if (!fresh && (await context.tenant.compileState(flowId)).status === "COMPILED") return {
		change,
		flowId,
		fresh
	};
	brake.check();
	await validateVersion(context, flowId, name);
	context.audit({
		action: "VALIDATE",
		flowId,
		ruleName: name,
		payloadHash
	});
	await compileVersion(context, brake, flowId, name);
	context.audit({
		action: "COMPILE",
		flowId,
		ruleName: name,
		payloadHash
	});
	return {
		change,
		flowId,
		fresh
	};
}
async function stageChanges(context, brake, changes) {
	const staged = /* @__PURE__ */ new Map();
	await runTogether(changes, (change) => change.name, brake, async (change) => {
		staged.set(change, await stageOne(context, brake, change));
	});
	return changes.flatMap((change) => staged.get(change) ?? []);
}
// src/transaction/run-transaction.ts
async function runTransaction(plan, context) {
	const brake = makeBrake(context.cancelled);
	const braked = {
		...context,
		tenant: context.tenant.until(brake.stop)
	};
	const writes = plan.changes.filter(isWrite);
	try {
		const staged = await stageChanges(braked, brake, writes);
		const [replaced, removed] = splitRemovals(staged);
		for (const part of [replaced, removed]) {
			await cutOver(braked, brake, part);
			await readBack$1(braked, brake, part);
		}
		return {
			kind: "deployed",
			flowIds: new Map(staged.flatMap(({ change, flowId }) => flowId === void 0 ? [] : [[change.name, flowId]]))
		};
	} catch (error) {
		const failure = failureOf(error);
		const { undoTenant: tenant, journal, audit, log } = context;
		const undoing = {
			tenant,
			journal,
			audit
		};
		if (failure.reason === "scope" && !await settleUntouched(undoing)) return {
			kind: "refused",
			failure
		};
		log.warning(`the deployment failed, and what it did is being undone: ${failure.message}`);
		const { undone, left } = await undoAll(undoing);
		return left.length > 0 ? {
			kind: "undo-failed",
			failure,
			undone,
			left
		} : {
			kind: "undone",
			failure,
			undone
		};
	}
}
// src/commands/deploy/clean-up.ts
async function findOwn(surplus, environment, { github, log }) {
	if (surplus.length === 0) return [];
	try {
		const own = await readOwnFlowIds(github, environment);
		return surplus.filter((flow) => own.has(flow.id));
	} catch (error) {
		log.warning(`old versions are not deleted, for GitHub does not say which are ours: ${messageOf(error)}`);
		return [];
	}
}
async function cleanUp(plan, keepVersions, environment, ports) {
	const { tenant, audit, log } = ports;
	const doomed = [...plan.changes.flatMap((change) => change.deletions), ...await findOwn(surplusVersions(plan, keepVersions), environment, ports)];
	await Promise.all(doomed.map(async ({ id, payload, payloadHash }) => {
		try {
			if (!await tenant.deleteFlow(id)) throw new Error("it is ACTIVE");
			audit.append({
				action: "DELETE",
				flowId: id,
				ruleName: payload.name,
				payloadHash
			});
		} catch (error) {
			log.warning(`flow ${id} of rule ${payload.name} could not be deleted and lies idle on the tenant: ${messageOf(error)}`);
		}
	}));
}
// src/commands/records/post-outcome.ts
async function postOutcome(session, github, state, text, sha = session.trigger.commit) {
	try {
		await github.setStatus(sha, outcomeContext(session.inputs.environment), state, text);
	} catch (error) {
		session.log.warning(`the commit status could not be written: ${messageOf(error)}`);
	}
}
// src/commands/deploy/seal-deployment.ts
function passedOver(deployment) {
	return new Set(deployment.plan.changes.filter((change) => change.reason === "not selected").map((change) => change.name));
}
async function tellOrWarn(session, deployment, github, auditHash) {
	try {
		await tellCommits(github, session.inputs.environment, deployment, auditHash);
	} catch (error) {
		session.log.warning(`it is live and recorded, but its commit status could not be written: ${messageOf(error)}`);
	}
}
async function sealOrWarn(session, deployment, github, audit, made) {
	const flows = flowsAfter(deployment, made, passedOver(deployment));
	const result = deployment.kind === "rollback" ? "rolled-back" : "deployed";
	const written = deployment.plan.changes.filter(isWrite).length;
	const message = `${count(written, "rule")} ${deployment.kind === "rollback" ? "rolled back" : "deployed"}: ${writtenNames(deployment)}`;
	const { environment } = session.inputs;
	const end = {
		result,
		message,
		flows
	};
	try {
		const auditHash = await recordDeployment(github, environment, deployment, flows, audit);
		await tellOrWarn(session, deployment, github, auditHash);
		await keepLog(session, github, deployment, audit);
		return {
			end: {
				...end,
				auditHash
			},
			isRecorded: true
		};
	} catch (error) {
		const why = `it is live, but GitHub did not take the record that says so, so the next run takes it back and deploys it again: ${messageOf(error)}`;
		session.log.warning(why);
		await postOutcome(session, github, "error", why, deployment.sha);
		return {
			end: {
				...end,
				auditHash: audit.head()
			},
			isRecorded: false
		};
	}
}
async function sealUnchanged(session, deployment, github, audit) {
	const { environment } = session.inputs;
	const held = deployment.plan.changes.filter((change) => change.action === "held").map((change) => change.name);
	const message = `everything is live already${held.length === 0 ? "" : `; held since a rollback: ${held.join(", ")}`}`;
	const flows = flowsAfter(deployment, /* @__PURE__ */ new Map(), passedOver(deployment));
	const result = deployment.kind === "rollback" ? "rolled-back" : "nothing-to-do";
	const head = auditStart(deployment.live);
	if (!isSealNeeded(deployment) && audit.head() === head) {
		if (held.length === 0) await postSuccess(github, environment, deployment, head);
		return {
			result: "nothing-to-do",
			message,
			flows,
			auditHash: head
		};
	}
	await yieldToOthers(session, github, {
		live: deployment.live,
		unsettled: []
	});
	auditDecisions(session, deployment, audit);
	const auditHash = await recordDeployment(github, environment, deployment, flows, audit);
	await tellOrWarn(session, deployment, github, auditHash);
	await keepLog(session, github, deployment, audit);
	return {
		result,
		message,
		flows,
		auditHash
	};
}
// src/commands/deploy/carry-out.ts
async function findRefusal(session, deployment, { tenant }) {
	const { inputs } = session;
	const broken = inputs.overrideReason === "" ? findBrokenLimits(deployment.plan, inputs, countLive(deployment)) : [];
	if (broken.length > 0) return {
		result: "refused",
		reason: "plan-limit",
		message: "the plan is over a limit; raise the limit, or set input override-reason",
		details: broken.map((text) => ({ text }))
	};
	const problems = await findPreflightProblems(deployment.plan, tenant);
	const [first] = problems;
	if (first === void 0) return void 0;
	const details = problems.map((problem) => ({ text: problem.message }));
	const message = `the preflight found ${problems.length === 1 ? "a problem" : `${problems.length} problems`}, and nothing was written`;
	return {
		result: "refused",
		reason: first.reason,
		message,
		details
	};
}
async function transact(session, deployment, doors, audit, journal) {
	const { inputs, clock, log, cancelled } = session;
	auditDecisions(session, deployment, audit);
	return runTransaction(deployment.plan, {
		tenant: doors.tenant,
		undoTenant: doors.undoTenant,
		journal,
		clock,
		log,
		cancelled,
		compileTimeout: inputs.compileTimeout,
		compilePollInterval: inputs.compilePollInterval,
		audit: audit.append
	});
}
async function rehearse(session, deployment, doors) {
	const writes = deployment.plan.changes.filter(isWrite).length;
	const planned = `dry run: ${count(writes, "rule")} would change on the tenant`;
	return await findRefusal(session, deployment, doors) ?? {
		result: "planned",
		message: planned
	};
}
async function carryOut(session, deployment, doors, audit) {
	const { environment, keepVersions } = session.inputs;
	const { github, tenant } = doors;
	if (!deployment.plan.changes.some(isWrite)) return sealUnchanged(session, deployment, github, audit);
	const refused = await findRefusal(session, deployment, doors);
	if (refused !== void 0) return refused;
	if (session.cancelled.aborted) throw new UserError("cancelled", "the run was cancelled before anything was written");
	const record = await openRecord(session, github, deployment);
	const journal = session.openJournal();
	const outcome = await transact(session, deployment, doors, audit, journal);
	if (outcome.kind === "deployed") {
		journal.seal();
		await cleanUp(deployment.plan, keepVersions, environment, {
			github,
			tenant,
			audit,
			log: session.log
		});
		const { end, isRecorded } = await sealOrWarn(session, deployment, github, audit, outcome.flowIds);
		if (isRecorded) await closeRecord(session, github, record, "inactive", DONE);
		else await closeRecord(session, github, record, "error", "live, but not recorded: the next run brings it in order");
		return end;
	}
	await closeRecord(session, github, record, {
		refused: "inactive",
		undone: "failure",
		"undo-failed": "error"
	}[outcome.kind], outcome.failure.message);
	return {
		...describeFailure(outcome),
		auditHash: audit.head()
	};
}
// src/commands/deploy/recover.ts
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
	if (recovery.problems.length > 0) throw new UserError("locked", `the run (${placeOfRun(unsettled)}) left the tenant in a state that a person must mend: ${recovery.problems.join("; ")}. Mend it, and set the deployment record ${record.id} to failure: gh api repos/${session.run.repositoryName}/deployments/${record.id}/statuses -f state=failure`);
	await carryOutRecovery(recovery, tenant, audit);
	const { restorations, deactivations, deletions } = recovery;
	const flows = count(restorations.length + deactivations.length + deletions.length, "flow");
	const text = `did not end; undone by a later run (${flows})`;
	log.warning(`the deployment of ${record.sha.slice(0, 12)} did not end; brought back to what is recorded as live: ${flows}`);
	await github.setRecordState(record.id, "failure", text);
	await github.setStatus(record.sha, outcomeContext(inputs.environment), "failure", text);
	return recovery.lost;
}
async function closeOvertaken({ log }, { github }, { beforeLive }) {
	if (beforeLive === void 0) return;
	try {
		const [newest] = await beforeLive.readStates();
		if (newest === void 0 || !isUnsettled(newest.state)) return;
		await github.setRecordState(beforeLive.id, "inactive", DONE);
	} catch (error) {
		log.warning(`the deployment record ${beforeLive.id} of a run that has ended could not be closed: ${messageOf(error)}`);
	}
}
async function recoverUnsettled(session, doors, history, audit) {
	for (const unsettled of history.unsettled) {
		if (await hasRunEnded(session, doors.github, unsettled)) continue;
		throw lockedBy(session.inputs.environment, unsettled);
	}
	await closeOvertaken(session, doors, history);
	if (history.unsettled.length === 0) return [];
	const found = new Set(history.unsettled.map(({ record }) => record.id));
	return whileLocked(session, doors.github, history, async (now) => {
		const lost = [];
		for (const unsettled of now.unsettled.filter(({ record }) => found.has(record.id))) lost.push(...await recoverOne(session, doors, now, unsettled, audit));
		return lost;
	});
}
// src/commands/deploy/sync-webhook.ts
const EVENTS = [
	"ivr.flow.completed",
	"ivr.flow.failed",
	"ivr.contact.transferred"
];
const DESCRIPTION = "Made and kept by cxone-ivr-gitops: one for a repository and environment";
const MOST_CREATES = 3;
const SUCCESSES = /* @__PURE__ */ new Set([
	"deployed",
	"rolled-back",
	"nothing-to-do"
]);
function webhookName(repositoryName, environment) {
	return `cxone-ivr-gitops:${repositoryName}:${environment}`;
}
function spellUrl(text) {
	return URL.canParse(text) ? new URL(text).href : text;
}
function differences(found, wanted) {
	const sort = (events) => JSON.stringify([...new Set(events)].toSorted(compareCodePoints));
	return {
		...spellUrl(found.url) === spellUrl(wanted.url) ? {} : { url: wanted.url },
		...sort(found.events) === sort(wanted.events) ? {} : { events: wanted.events },
		...found.httpMethod === wanted.httpMethod ? {} : { httpMethod: wanted.httpMethod },
		...found.enabled ? {} : { enabled: true }
	};
}
function compareAge(a, b) {
	return compareCodePoints(a.createdAt, b.createdAt) || compareCodePoints(a.id, b.id);
}
async function tryCreate(webhooks, wanted) {
	try {
		await webhooks.createWebhook({
			...wanted,
			description: DESCRIPTION
		});
		return true;
	} catch (error) {
		if (error instanceof ApiError && error.details.mayHaveTakenEffect === true) return false;
		throw error;
	}
}
async function update(webhooks, found, wanted) {
	const [kept] = found.toSorted(compareAge);
	if (kept === void 0) return "is there";
	const patch = differences(kept, wanted);
	const changed = Object.keys(patch);
	if (changed.length === 0) return "is up to date";
	await webhooks.patchWebhook(kept.id, patch);
	return `was updated (${changed.join(", ")})`;
}
async function bringInLine(session, webhooks, wanted) {
	const { name } = wanted;
	for (let creates = 0;; creates++) {
		const found = await webhooks.findWebhooks(name);
		if (found.length > 1) session.log.warning(`${found.length} webhooks have the name ${JSON.stringify(name)}: the oldest is kept up to date; delete the others on the tenant`);
		if (found.length > 0) return update(webhooks, found, wanted);
		if (creates >= MOST_CREATES) throw new Error(`created ${MOST_CREATES} times, and not there afterwards`);
		if (await tryCreate(webhooks, wanted)) return "was created";
	}
}
async function syncWebhook(session, result) {
	const { inputs, run, log } = session;
	if (inputs.webhookUrl === "" || inputs.dryRun || !SUCCESSES.has(result)) return;
	try {
		const opened = await session.openTenant();
		if (opened === void 0) return;
		const name = webhookName(run.repositoryName, inputs.environment);
		const wanted = {
			name,
			url: inputs.webhookUrl,
			events: EVENTS,
			httpMethod: "POST",
			enabled: true
		};
		const outcome = await bringInLine(session, opened.webhooks, wanted);
		log.info(`the webhook ${JSON.stringify(name)} ${outcome}`);
	} catch (error) {
		log.warning(`the webhook (input webhook-url) could not be brought in line; the rules are live all the same: ${messageOf(error)}`);
	}
}
export { postOutcome as a, rehearse as i, recoverUnsettled as n, resultOf as o, carryOut as r, startAudit as s, syncWebhook as t };
