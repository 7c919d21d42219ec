import { A as hashPayload, D as canonicalJson, I as ApiError, L as UserError, M as sha256, O as compareCodePoints, R as messageOf, b as readUndoEntry, k as contentWithoutDates, l as isWrite } from "./initial.js";
import { a as rolledBackText, c as successText, i as outcomeContext, n as undoAll, o as rulesContext, r as createVersion, s as rulesText, t as deleteInactive } from "./undo.js";
import { c as readOwnFlowIds, d as NO_AUDIT_HEAD, f as parsePayload, g as isSameVersion, h as compareRuleSets, m as writeDeployedState, n as readCommitRules, p as sortHeld, s as lockedBy, u as readRecordHistory } from "./read-commit-rules.js";
// src/plan/holds.ts
/** What is held after a deployment: a hold ends with an edit, or with an override. */
function holdsAfterDeploy(held, desired, releases, only) {
	const hashOf = new Map(desired.map((rule) => [rule.payload.name, rule.payloadHash]));
	const isSelected = (name) => only.length === 0 || only.includes(name);
	return held.filter(({ name, payloadHash }) => !isSelected(name) || !releases && (hashOf.get(name) ?? "") === payloadHash);
}
/**
* What a rollback holds: each version that it takes away, on top of what is held already and is not the target's own.
* @param heldThere what was held when the target was deployed: it was not live then either, and stays held
*/
function holdsAfterRollback(live, target, held, only, heldThere = []) {
	const isSelected = (name) => only.length === 0 || only.includes(name);
	const isHeldThere = (entry) => heldThere.some(({ name, payloadHash }) => name === entry.name && payloadHash === entry.payloadHash);
	const taken = compareRuleSets(live, target).flatMap(({ name, kind, before, after }) => {
		if (kind === "unchanged" || before !== void 0 && after !== void 0 && isSameVersion(before, after)) return [];
		const renamed = kind === "renamed" && before !== void 0 ? [{
			name: before.payload.name,
			payloadHash: before.payloadHash
		}] : [];
		return kind === "renamed" ? [...renamed, {
			name,
			payloadHash: ""
		}] : [{
			name,
			payloadHash: before?.payloadHash ?? ""
		}];
	});
	const targetHash = new Map(target.map((rule) => [rule.payload.name, rule.payloadHash]));
	const isTargets = (entry) => isSelected(entry.name) && (targetHash.get(entry.name) ?? "") === entry.payloadHash && !isHeldThere(entry);
	const all = [...held.filter((entry) => !isTargets(entry)), ...taken.filter(({ name }) => isSelected(name))];
	const unique = new Map(all.map((entry) => [`${entry.name}\n${entry.payloadHash}`, entry]));
	return sortHeld([...unique.values()]);
}
// src/audit/audit-log.ts
/** The hash of a record: SHA-256 of the canonical JSON of the record without `hash`. */
function hashRecord(record) {
	return sha256(canonicalJson(record));
}
/**
* Starts the log of a run.
* @param previousHash the last hash of the last sealed deployment, or 64 zeros
*/
function startAuditLog(identity, previousHash, ports) {
	let head = previousHash;
	const append = (event) => {
		const { userId, environment, commit, runId } = identity;
		const record = {
			auditId: ports.makeUuid(),
			timestamp: new Date(ports.now()).toISOString(),
			userId,
			action: event.action,
			flowId: event.flowId,
			payloadHash: event.payloadHash,
			complianceTag: "IVR-ORCH-LOG",
			ruleName: event.ruleName,
			environment,
			commit,
			runId,
			...event.reason === void 0 ? {} : { reason: event.reason },
			previousHash: head
		};
		head = hashRecord(record);
		ports.append(`${JSON.stringify({
			...record,
			hash: head
		})}\n`);
	};
	return {
		append,
		head: () => head
	};
}
// src/plan/limits.ts
/** Removals that a percentage always allows, so that small estates can be tidied. */
const LEAST_REMOVALS = 3;
function allowed(limit, live) {
	return limit.unit === "rules" ? limit.value : Math.floor(limit.value * live / 100);
}
/** All changes are allowed by 100 % or more, and before anything is live: a percentage of nothing says nothing. */
function allowedChanges(limit, live) {
	return limit.unit === "percent" && (limit.value >= 100 || live === 0) ? Number.POSITIVE_INFINITY : allowed(limit, live);
}
function allowedRemovals(limit, live) {
	const count = allowed(limit, live);
	return limit.unit === "percent" ? Math.max(LEAST_REMOVALS, count) : count;
}
function spell(limit, count, live) {
	return limit.unit === "rules" ? `${limit.value}` : `${limit.value}% of ${live} live rules, that is ${count}`;
}
/**
* Says which limits a plan breaks.
* @param live how many rules are live before it
* @returns a sentence each, with the names of the rules; empty where the plan is within both
*/
function findBrokenLimits(plan, limits, live) {
	const writes = plan.changes.filter(isWrite);
	const removals = writes.filter((change) => change.reason === "removed");
	const names = (changes) => changes.map((change) => change.name).join(", ");
	const broken = [];
	const mostChanges = allowedChanges(limits.maxChanges, live);
	if (writes.length > mostChanges) broken.push(`the plan changes ${writes.length} rules, but max-changes allows ${spell(limits.maxChanges, mostChanges, live)}: ${names(writes)}`);
	const mostRemovals = allowedRemovals(limits.maxRemovals, live);
	if (removals.length > mostRemovals) broken.push(`the plan removes ${removals.length} rules, but max-removals allows ${spell(limits.maxRemovals, mostRemovals, live)}: ${names(removals)}`);
	return broken;
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
/** Turns a failed look into a problem; a bug is thrown on. */
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
async function lookAtEach(references, look) {
	const looks = [...references].map(async ([id, rules]) => {
		try {
			const problem = await look(id, rules.join(", "));
			return problem === void 0 ? void 0 : {
				reason: "reference",
				message: problem
			};
		} catch (error) {
			return problemOf(error);
		}
	});
	return (await Promise.all(looks)).filter((problem) => problem !== void 0);
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
/**
* Looks at every campaign and media asset that a plan's rules refer to, each id once.
* @returns all problems, sorted; empty where writing may begin
*/
async function findPreflightProblems(plan, tenant) {
	return [...new Map((await checkReferences(plan, tenant)).map((problem) => [problem.message, problem])).values()].toSorted((a, b) => compareCodePoints(a.message, b.message));
}
// src/transaction/context.ts
/** Thrown in work that stops because other work has failed; never the cause of a failure. */
var Stopped = class extends Error {
	name = "Stopped";
};
function makeBrake(cancelled) {
	let pulled = false;
	return {
		pull: () => {
			pulled = true;
		},
		check: () => {
			if (cancelled.aborted) throw new UserError("cancelled", "the run was cancelled");
			if (pulled) throw new Stopped("stopped");
		}
	};
}
/** A failure, and the rule whose work it stopped. */
var RuleFailure = class extends Error {
	name = "RuleFailure";
	ruleName;
	constructor(ruleName, cause) {
		super(`rule ${ruleName} failed`, { cause });
		this.ruleName = ruleName;
	}
};
/**
* Runs work for every item together, and waits for all of it.
* @param nameOf the rule that an item belongs to
* @throws RuleFailure for the first real failure, once nothing is under way any more
*/
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
	if (failures.length > 0) throw failures[0];
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
// src/transaction/cut-over.ts
async function patchWithUndo(context, brake, flow, patch) {
	brake.check();
	context.journal.register({
		kind: "restore",
		...stateOf(flow)
	});
	await context.tenant.patchFlow(flow.id, patch);
}
/**
* The activating request (INTERFACE section 8): the file's dates; no expiration is said outright, no effective date
* means at once and is left out.
*/
function activation(payload) {
	const { effectiveDate, expirationDate } = payload;
	return {
		status: "ACTIVE",
		...effectiveDate === void 0 ? {} : { effectiveDate },
		expirationDate: expirationDate ?? null
	};
}
/** Takes the new version of a rule to its final state. A fresh one needs no undo of its own: undoing its creation deletes it. */
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
	const isRetired = finalStatus === "INACTIVE" && before?.status === "ACTIVE";
	if (finalStatus === "INACTIVE" && !isRetired) return;
	const { payload, payloadHash } = rule;
	context.audit({
		action: isRetired ? "RETIRE" : "ACTIVATE",
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
/**
* Cuts over: first every rule that has a new version, each with its old ones right after it; then the removals, so that
* a renamed rule's callers meet the new name before the old one goes.
*/
async function cutOver(context, brake, staged) {
	const withVersion = staged.filter((entry) => entry.flowId !== void 0);
	const nameOf = ({ change }) => change.name;
	const removals = staged.filter((entry) => entry.flowId === void 0);
	await runTogether(withVersion, nameOf, brake, async (entry) => {
		await settleVersion(context, brake, entry);
		await retireOld(context, brake, entry);
	});
	await runTogether(removals, nameOf, brake, async (entry) => retireOld(context, brake, entry));
}
// src/transaction/outcome.ts
/** What a thrown value means for the result. Anything that is neither ours nor the tenant's is a bug, and still must be undone. */
function failureOf(error) {
	if (error instanceof RuleFailure) {
		const { reason, message } = failureOf(error.cause);
		return {
			reason,
			message: reason === "cancelled" || message.includes(error.ruleName) ? message : `rule ${error.ruleName}: ${message}`
		};
	}
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
		message: `a bug in this action: ${messageOf(error)}`
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
/** @throws UserError (`tenant`) where a flow is not what it should be */
async function readBack(context, brake, staged) {
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
/** @throws UserError (`tenant`) where the tenant calls the flow invalid */
async function validateVersion(context, flowId, name) {
	const errors = await context.tenant.validateFlow(flowId);
	if (errors.length > 0) throw new UserError("tenant", `the tenant rejects rule ${name}: ${listErrors(errors)}`);
}
/**
* Compiles a flow: asks, waits where the engine is busy, and polls until it is done.
* @throws UserError: `tenant` where the compilation fails, `timeout` where it does not end in time
*/
async function compileVersion(context, brake, flowId, name) {
	const { tenant, clock, cancelled, compileTimeout, compilePollInterval } = context;
	const deadline = clock.now() + compileTimeout;
	const pause = async () => {
		const rest = deadline - clock.now();
		if (rest < 0 || rest === 0 && compilePollInterval > 0) {
			const seconds = compileTimeout / 1e3;
			throw new UserError("timeout", `rule ${name} was not compiled within ${seconds} s: try again, or raise input compile-timeout`);
		}
		await clock.sleep(Math.min(compilePollInterval, rest), cancelled);
		brake.check();
	};
	const isDone = async (state) => {
		if (state.status !== "FAILED") return state.status === "COMPILED";
		const why = listErrors(state.errors.length > 0 ? state.errors : (await tenant.compileState(flowId)).errors) || "it does not say why";
		throw new UserError("tenant", `the tenant cannot compile rule ${name}: ${why}`);
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
/** Stages all changes together. @throws the first failure, once nothing is under way any more */
async function stageChanges(context, brake, changes) {
	const staged = /* @__PURE__ */ new Map();
	await runTogether(changes, (change) => change.name, brake, async (change) => {
		staged.set(change, await stageOne(context, brake, change));
	});
	return changes.flatMap((change) => staged.get(change) ?? []);
}
// src/transaction/run-transaction.ts
/**
* Runs a plan whose preflight has passed.
* @returns what became of it; nothing is thrown, for whatever happens must be undone and told
*/
async function runTransaction(plan, context) {
	const brake = makeBrake(context.cancelled);
	const writes = plan.changes.filter(isWrite);
	try {
		const staged = await stageChanges(context, brake, writes);
		await cutOver(context, brake, staged);
		await readBack(context, brake, staged);
		return {
			kind: "deployed",
			flowIds: new Map(staged.flatMap(({ change, flowId }) => flowId === void 0 ? [] : [[change.name, flowId]]))
		};
	} catch (error) {
		const failure = failureOf(error);
		context.log.warning(`the deployment failed and is undone: ${failure.message}`);
		const { undone, left } = await undoAll({
			tenant: context.undoTenant,
			journal: context.journal,
			audit: context.audit
		});
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
// src/commands/clean-up.ts
/** The versions of a rule that lie idle after a change, newest first. */
function idleVersions(change) {
	const retired = new Set(change.retirements.filter(({ patch }) => patch.status === "INACTIVE").map(({ flow }) => flow.id));
	const taken = change.source?.kind === "existing" ? change.source.flow.id : void 0;
	return change.known.filter((flow) => flow.id !== taken && (flow.status === "INACTIVE" || retired.has(flow.id))).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}
/** Drafts of a rule that another version has taken the place of. */
function overtakenDrafts(change) {
	const taken = change.source?.kind === "existing" ? change.source.flow.id : void 0;
	return change.known.filter((flow) => flow.status === "DRAFT" && flow.id !== taken);
}
function surplusVersions(plan, keepVersions) {
	return plan.changes.filter((change) => isWrite(change) && change.rule !== void 0).flatMap((change) => [...idleVersions(change).slice(keepVersions), ...overtakenDrafts(change)]);
}
/** Deletes what a successful deployment leaves over. Only flows that a record names as ours are surplus. */
async function cleanUp(plan, keepVersions, environment, ports) {
	const { github, tenant, audit, log } = ports;
	const surplus = surplusVersions(plan, keepVersions);
	const own = surplus.length === 0 ? /* @__PURE__ */ new Set() : await readOwnFlowIds(github, environment);
	const doomed = [...plan.changes.flatMap((change) => change.deletions), ...surplus.filter((flow) => own.has(flow.id))];
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
// src/commands/footprint.ts
/** Characters of JSON; GitHub documents no limit for a payload, so a larger footprint is left out. */
const LARGEST = 6e4;
/** Makes the footprint of a deployment; undefined where it is too large. */
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
/** Reads the footprint in a record's payload; undefined where there is none that can be read. */
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
// src/commands/open-record.ts
/** Closes a record; a failure to do so is a warning. */
async function closeRecord(session, github, record, state, text) {
	try {
		await github.setRecordState(record, state, text);
		session.forgetRecord();
	} catch (error) {
		session.log.warning(`the deployment record ${record} could not be closed: ${messageOf(error)}`);
	}
}
/**
* Two runs may both have found no other under way, and then both made their records: the one with the older record goes on.
* Nor may another run have sealed a deployment since this one made its plan.
* @throws UserError (`locked`) in the run that must not go on
*/
async function yieldToEarlierRun(session, github, own, live) {
	const { environment } = session.inputs;
	const history = await readRecordHistory(github, environment);
	const earlier = history.unsettled.find(({ record, state }) => state === "in_progress" && record.id < own);
	const isSame = history.live?.state.auditHead === live?.state.auditHead;
	if (earlier === void 0 && isSame) return;
	if (earlier !== void 0) throw lockedBy(environment, earlier);
	throw new UserError("locked", `another run has deployed to environment ${JSON.stringify(environment)} meanwhile: run this again`);
}
/**
* Opens the record of a deployment that is about to write.
* @returns its id
* @throws UserError: `locked` where another run is first, `scope` where the token may not
*/
async function openRecord(session, github, deployment) {
	const { environment } = session.inputs;
	const before = writeDeployedState(stateAfter({
		...deployment,
		held: deployment.live?.state.held ?? []
	}, deployment.live?.state.flows ?? {}, auditStart(deployment.live)));
	const footprint = makeFootprint(deployment);
	const payload = footprint === void 0 ? before : {
		...before,
		footprint
	};
	const record = await github.createRecord(environment, deployment.sha, payload, `${deployment.kind} of ${deployment.rules.length} rules`);
	session.rememberRecord({
		id: record,
		sha: deployment.sha
	});
	try {
		await github.setRecordState(record, "in_progress", writtenNames(deployment));
		await yieldToEarlierRun(session, github, record, deployment.live);
		return record;
	} catch (error) {
		await closeRecord(session, github, record, "inactive", "nothing was written");
		throw error;
	}
}
// src/commands/seal.ts
/** Posts both success statuses of a commit. */
async function postSuccess(github, environment, deployment, auditHead) {
	const { sha, rules, digest } = deployment;
	const text = successText(rules.length, auditHead);
	await github.setStatus(sha, outcomeContext(environment), "success", text);
	await github.setStatus(sha, rulesContext(environment), "success", rulesText(rules.length, digest));
}
/**
* Seals a deployment. The record comes first: it alone says what is live.
* @returns the hash of the last audit record
*/
async function sealDeployment(github, environment, deployment, flows, audit) {
	const { sha, rules, digest, kind, live } = deployment;
	audit.append({
		action: "SEAL",
		flowId: null,
		ruleName: null,
		payloadHash: digest
	});
	const head = audit.head();
	const verb = kind === "rollback" ? "rolled back" : "deployed";
	const record = await github.createRecord(environment, sha, writeDeployedState(stateAfter(deployment, flows, head)), `${rules.length} rules ${verb}`);
	await github.setRecordState(record, "in_progress", "sealing");
	await github.setRecordState(record, "success", `${rules.length} rules ${verb}`);
	await postSuccess(github, environment, deployment, head);
	if (kind === "rollback" && live !== void 0 && live.sha !== sha) await github.setStatus(live.sha, outcomeContext(environment), "failure", rolledBackText(sha, head));
	return head;
}
// src/commands/carry-out.ts
/** What a command ends with, after a deployment or without one. @param digest of the rules, where they are known */
function resultOf(report, digest, { flows, auditHash }) {
	return {
		report,
		...digest === void 0 ? {} : { rulesetDigest: digest },
		...flows === void 0 ? {} : { flowIds: flows },
		...auditHash === void 0 ? {} : { auditHash }
	};
}
/** What keeps a plan from being carried out; nothing is written to find out. */
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
/** Starts the audit log of a run; nothing is written before the first record. @param sha the commit that goes live */
function startAudit(session, sha, live) {
	const { run, inputs, auditPorts } = session;
	return startAuditLog({
		userId: run.actor,
		environment: inputs.environment,
		commit: sha,
		runId: run.runId
	}, auditStart(live), auditPorts);
}
function describeFailure(outcome) {
	const { failure } = outcome;
	const what = failure.message.replace(/\.+$/, "");
	if (outcome.kind === "undone") {
		const message = `${what}. Everything was undone (${outcome.undone} steps): callers are where they were`;
		return {
			result: "undone",
			reason: failure.reason,
			message
		};
	}
	const details = outcome.left.map(({ entry, message, mend }) => ({
		text: `rule ${JSON.stringify(entry.name)}, flow ${JSON.stringify(entry.flowId ?? "unknown")}: ${message.replace(/\.+$/, "")}. To mend it:`,
		command: mend
	}));
	const message = `${what}. Undoing failed for ${outcome.left.length} of ${outcome.left.length + outcome.undone} steps: a person must look at the tenant`;
	return {
		result: "undo-failed",
		reason: failure.reason,
		message,
		details
	};
}
/** Whether input override-reason lets anything past: a limit, a hold, or the checks of a rollback's target. */
function isOverridden({ inputs }, deployment) {
	const { live, plan, held, skipsChecks } = deployment;
	const releases = (live?.state.held.length ?? 0) > held.length;
	return skipsChecks === true || releases || findBrokenLimits(plan, inputs, countLive(deployment)).length > 0;
}
async function transact(session, deployment, doors, audit) {
	const { inputs, clock, log, cancelled } = session;
	audit.append({
		action: "PLAN",
		flowId: null,
		ruleName: null,
		payloadHash: deployment.digest
	});
	if (inputs.overrideReason !== "" && isOverridden(session, deployment)) {
		const { overrideReason: reason } = inputs;
		audit.append({
			action: "OVERRIDE",
			flowId: null,
			ruleName: null,
			payloadHash: deployment.digest,
			reason
		});
	}
	return runTransaction(deployment.plan, {
		tenant: doors.tenant,
		undoTenant: doors.undoTenant,
		journal: session.openJournal(),
		clock,
		log,
		cancelled,
		compileTimeout: inputs.compileTimeout,
		compilePollInterval: inputs.compilePollInterval,
		audit: audit.append
	});
}
/** Rules that `only` left out although they differ from what is deployed. */
function passedOver(deployment) {
	return new Set(deployment.plan.changes.filter((change) => change.reason === "not selected").map((change) => change.name));
}
async function sealOrWarn(session, deployment, github, audit, made) {
	const flows = flowsAfter(deployment, made, passedOver(deployment));
	const result = deployment.kind === "rollback" ? "rolled-back" : "deployed";
	const written = deployment.plan.changes.filter(isWrite).length;
	const message = `${written} ${written === 1 ? "rule" : "rules"} ${deployment.kind === "rollback" ? "rolled back" : "deployed"}: ${writtenNames(deployment)}`;
	try {
		return {
			result,
			message,
			flows,
			auditHash: await sealDeployment(github, session.inputs.environment, deployment, flows, audit)
		};
	} catch (error) {
		session.log.warning(`deployed, but GitHub could not be told, so the next run will deploy again what is live already: ${messageOf(error)}`);
		return {
			result,
			message,
			flows,
			auditHash: audit.head()
		};
	}
}
/** Ends a run that has nothing to write: the record and the statuses may still have something to say. */
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
	audit.append({
		action: "PLAN",
		flowId: null,
		ruleName: null,
		payloadHash: deployment.digest
	});
	return {
		result,
		message,
		flows,
		auditHash: await sealDeployment(github, environment, deployment, flows, audit)
	};
}
/** What would become of a deployment: everything is looked at, and nothing is written. */
async function rehearse(session, deployment, doors) {
	const writes = deployment.plan.changes.filter(isWrite).length;
	const planned = `dry run: ${writes} ${writes === 1 ? "rule" : "rules"} would change on the tenant`;
	return await findRefusal(session, deployment, doors) ?? {
		result: "planned",
		message: planned
	};
}
/**
* Carries out a deployment, and says how it ended; the tenant is then all new or all old.
* @throws UserError where GitHub or the tenant fails before the first write
*/
async function carryOut(session, deployment, doors, audit) {
	const { environment, keepVersions } = session.inputs;
	const { github, tenant } = doors;
	if (!deployment.plan.changes.some(isWrite)) return sealUnchanged(session, deployment, github, audit);
	const refused = await findRefusal(session, deployment, doors);
	if (refused !== void 0) return refused;
	if (session.cancelled.aborted) throw new UserError("cancelled", "the run was cancelled before anything was written");
	const record = await openRecord(session, github, deployment);
	const outcome = await transact(session, deployment, doors, audit);
	if (outcome.kind === "deployed") {
		session.openJournal().seal();
		await cleanUp(deployment.plan, keepVersions, environment, {
			github,
			tenant,
			audit,
			log: session.log
		});
		const sealed = await sealOrWarn(session, deployment, github, audit, outcome.flowIds);
		await closeRecord(session, github, record, "inactive", "done; the next record says what is live");
		return sealed;
	}
	await closeRecord(session, github, record, outcome.kind === "undone" ? "failure" : "error", outcome.failure.message);
	return {
		...describeFailure(outcome),
		auditHash: audit.head()
	};
}
// src/plan/recovery.ts
/** How far the tenant's clock may be behind GitHub's, in milliseconds. */
const CLOCK_SKEW = 6e4;
/** The names that the dead run may have touched. */
function namesToRecover(request) {
	const names = compareRuleSets(request.liveRules, request.deadRules).filter((change) => change.kind !== "unchanged").flatMap((change) => [change.name, change.before?.payload.name ?? change.name]);
	const held = request.live?.state.held.map((entry) => entry.name) ?? [];
	const written = Object.keys(request.footprint?.known ?? {});
	return [.../* @__PURE__ */ new Set([
		...names,
		...held,
		...written
	])].toSorted(compareCodePoints);
}
/** What must be patched on the flow that is to be live; nothing where it is as it should be. */
function restoration(flow, rule, dead) {
	const status = rule?.status ?? "ACTIVE";
	const own = flow.payload;
	const isOfRule = rule !== void 0 && contentWithoutDates(rule.payload) === contentWithoutDates(own);
	const wasHandedOver = own.expirationDate !== void 0 && own.expirationDate === dead?.payload.effectiveDate;
	const expiration = isOfRule ? rule.payload.expirationDate : wasHandedOver ? void 0 : own.expirationDate;
	const effective = isOfRule ? rule.payload.effectiveDate : own.effectiveDate;
	return flow.status === status && own.expirationDate === expiration && own.effectiveDate === effective ? void 0 : {
		status,
		effectiveDate: effective ?? null,
		expirationDate: expiration ?? null
	};
}
function isYoung(flow, startedAt) {
	return Date.parse(flow.createdAt) >= startedAt - CLOCK_SKEW;
}
/** Plans the recovery from a run that wrote down what it was about to touch. */
function recoverByFootprint({ known, touched }, deadRules, flows) {
	const restorations = [];
	const problems = [];
	for (const state of touched) {
		const { name, flowId, ...patch } = state;
		const flow = flows.get(name)?.find((version) => version.id === flowId);
		if (flow === void 0) problems.push(`rule ${name}: its flow ${flowId} is not on the tenant any more`);
		else if (canonicalJson(stateOf(flow)) !== canonicalJson(state)) restorations.push({
			flow,
			patch
		});
	}
	const deletions = [...flows].flatMap(([name, versions]) => {
		const before = Object.hasOwn(known, name) ? known[name] : void 0;
		const isLeft = (flow) => flow.payloadHash === deadRules.get(name)?.payloadHash && before?.includes(flow.id) === false;
		return versions.filter(isLeft);
	});
	const isActive = ({ patch }) => patch.status === "ACTIVE" ? 0 : 1;
	return {
		restorations: restorations.toSorted((a, b) => isActive(a) - isActive(b)),
		deactivations: [],
		deletions,
		problems
	};
}
/** Plans the recovery from a run that left no footprint: by what git and the records say, and by the age of flows. */
function recoverByAge(request, deadRules, flows) {
	const { live, startedAt, ownFlowIds } = request;
	const liveRules = new Map(request.liveRules.map((rule) => [rule.payload.name, rule]));
	const restorations = [];
	const deactivations = [];
	const deletions = [];
	const problems = [];
	for (const [name, versions] of flows) {
		const dead = deadRules.get(name);
		const liveId = live?.state.flows[name];
		const liveFlow = versions.find((flow) => flow.id === liveId);
		if (liveId !== void 0 && liveFlow === void 0) problems.push(`rule ${name}: its live flow ${liveId} is not on the tenant any more`);
		const patch = liveFlow === void 0 ? void 0 : restoration(liveFlow, liveRules.get(name), dead);
		if (liveFlow !== void 0 && patch !== void 0) restorations.push({
			flow: liveFlow,
			patch
		});
		for (const flow of versions) {
			if (flow.id === liveId || flow.payloadHash !== dead?.payloadHash) continue;
			if (isYoung(flow, startedAt)) deletions.push(flow);
			else if (flow.status === "ACTIVE" && ownFlowIds.has(flow.id)) deactivations.push(flow);
			else if (flow.createdAt === "" || flow.status === "ACTIVE" && liveId !== void 0) problems.push(`rule ${name}: flow ${flow.id} may be a leftover, but its age does not tell`);
		}
	}
	return {
		restorations,
		deactivations,
		deletions,
		problems
	};
}
/**
* Plans the recovery from one dead run.
* @param flows the versions of every name in {@link namesToRecover}
*/
function planRecovery(request, flows) {
	const deadRules = new Map(request.deadRules.map((rule) => [rule.payload.name, rule]));
	return request.footprint === void 0 ? recoverByAge(request, deadRules, flows) : recoverByFootprint(request.footprint, deadRules, flows);
}
// src/commands/recover.ts
/** No job of GitHub's own machines runs longer; used where the run itself cannot be asked for. Milliseconds. */
const LONGEST_RUN = 216e5;
function runIdOf(runUrl) {
	const id = Number(/\/actions\/runs\/(\d+)/.exec(runUrl)?.[1]);
	return Number.isSafeInteger(id) ? id : void 0;
}
/** Whether the run of a record is over: GitHub says so, it was an earlier attempt of this one, or it is too old to live. */
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
	for (const flow of recovery.deletions) {
		await deleteInactive(tenant, flow.id);
		note(flow);
	}
}
async function recoverOne(session, doors, history, unsettled, audit) {
	const { inputs, log } = session;
	const { github, tenant } = doors;
	const { record } = unsettled;
	const { live } = history;
	const read = async (sha) => (await readCommitRules(github, sha, inputs.rules, []))?.rules ?? [];
	const request = {
		live,
		liveRules: live === void 0 ? [] : await read(live.sha),
		deadRules: await read(record.sha),
		startedAt: Date.parse(record.createdAt),
		ownFlowIds: await readOwnFlowIds(github, inputs.environment),
		footprint: readFootprint(record.payload)
	};
	const recovery = planRecovery(request, await readFlows(tenant, namesToRecover(request)));
	if (recovery.problems.length > 0) throw new UserError("locked", `the run ${unsettled.runUrl} left the tenant in a state that a person must mend: ${recovery.problems.join("; ")}. Mend it, and set the deployment record ${record.id} to failure`);
	await carryOutRecovery(recovery, tenant, audit);
	const count = recovery.restorations.length + recovery.deactivations.length + recovery.deletions.length;
	const text = `did not end; undone by a later run (${count} flows)`;
	log.warning(`the deployment of ${record.sha.slice(0, 12)} did not end; ${count} flows were brought back to what is recorded as live`);
	await github.setRecordState(record.id, "failure", text);
	await github.setStatus(record.sha, outcomeContext(inputs.environment), "failure", text);
}
/**
* Settles what earlier runs left, before this run's own work.
* @throws UserError (`locked`) where another run is under way, or a person must look first; nothing was written then
*/
async function recoverUnsettled(session, doors, history, audit) {
	for (const unsettled of history.unsettled) {
		if (await isOver(session, doors, unsettled)) continue;
		throw lockedBy(session.inputs.environment, unsettled);
	}
	for (const unsettled of history.unsettled) await recoverOne(session, doors, history, unsettled, audit);
}
// src/commands/post-outcome.ts
/** Posts the outcome to a commit, by default the one of this run; a failure to do so is a warning. */
async function postOutcome(session, github, state, text, sha = session.trigger.commit) {
	try {
		await github.setStatus(sha, outcomeContext(session.inputs.environment), state, text);
	} catch (error) {
		session.log.warning(`the commit status could not be written: ${messageOf(error)}`);
	}
}
// src/commands/session.ts
/** GitHub, for commands that cannot do without it. @throws UserError (`input`) */
async function needGitHub(session) {
	const github = await session.openGitHub();
	if (github !== void 0) return github;
	throw new UserError("input", `command ${session.trigger.command} needs input github-token, and GITHUB_REPOSITORY in the environment`);
}
/** The tenant, for commands that cannot do without it. @throws UserError (`input`) that names what is missing */
async function needTenant(session) {
	const opened = await session.openTenant();
	if (opened !== void 0) return opened;
	const { tenantUrl, clientId, clientSecret } = session.inputs;
	const missing = Object.entries({
		"tenant-url": tenantUrl,
		"client-id": clientId,
		"client-secret": clientSecret
	}).filter(([, value]) => value === "").map(([name]) => name);
	throw new UserError("input", `command ${session.trigger.command} needs the tenant, but ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} empty: set ${missing.length === 1 ? "it" : "them"}, or set tenant-url to simulator to try the action out`);
}
/** Whether an error says that the tenant or another run does not let us begin: nothing was written, and the run is refused. */
function isRefusal(error) {
	return error instanceof UserError && (error.reason === "scope" || error.reason === "locked");
}
export { recoverUnsettled as a, resultOf as c, holdsAfterRollback as d, postOutcome as i, startAudit as l, needGitHub as n, carryOut as o, needTenant as r, rehearse as s, isRefusal as t, holdsAfterDeploy as u };
