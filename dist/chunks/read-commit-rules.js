import { D as canonicalJson, L as UserError, M as sha256, O as compareCodePoints, k as contentWithoutDates, w as isRulePath } from "./initial.js";
import { f as windowOf, m as nearest, t as loadRules, u as isInWindow } from "./load-rules.js";
import { t as DEPLOYMENT_SCOPES } from "./endpoints.js";
import { createHash } from "node:crypto";
// src/plan/compare-rule-sets.ts
function indexByName(rules) {
	const index = /* @__PURE__ */ new Map();
	for (const rule of rules) if (!index.has(rule.payload.name)) index.set(rule.payload.name, rule);
	return index;
}
/** Equal for two rules that differ in nothing but their name. */
function contentKey(rule) {
	return sha256(canonicalJson({
		...rule.payload,
		name: "",
		status: rule.status
	}));
}
/** Whether two versions of a rule say the same. */
function isSameVersion(a, b) {
	return a.payloadHash === b.payloadHash && a.status === b.status;
}
/** Compares the rules of two commits. The result is sorted by name. */
function compareRuleSets(base, head) {
	const before = indexByName(base);
	const after = indexByName(head);
	const removed = /* @__PURE__ */ new Map();
	for (const [name, rule] of before) {
		if (after.has(name)) continue;
		const key = contentKey(rule);
		removed.set(key, [...removed.get(key) ?? [], rule]);
	}
	const changes = [];
	for (const [name, rule] of after) {
		const old = before.get(name);
		const renamedFrom = old === void 0 ? removed.get(contentKey(rule))?.shift() : void 0;
		if (old !== void 0) changes.push({
			name,
			kind: isSameVersion(old, rule) ? "unchanged" : "modified",
			before: old,
			after: rule
		});
		else if (renamedFrom !== void 0) changes.push({
			name,
			kind: "renamed",
			before: renamedFrom,
			after: rule
		});
		else changes.push({
			name,
			kind: "added",
			after: rule
		});
	}
	for (const rule of [...removed.values()].flat()) changes.push({
		name: rule.payload.name,
		kind: "removed",
		before: rule
	});
	return changes.toSorted((a, b) => compareCodePoints(a.name, b.name));
}
// src/plan/deployed-state.ts
/** The chain's beginning: the hash before the very first audit record. */
const NO_AUDIT_HEAD = "0".repeat(64);
const HASH = /^[0-9a-f]{64}$/;
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
/** A record's payload as a value: GitHub gives it as an object or as a text. */
function parsePayload(payload) {
	if (typeof payload !== "string") return payload;
	try {
		return JSON.parse(payload);
	} catch {
		return;
	}
}
function readFlows(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
	const entries = Object.entries(value);
	return entries.every(([, id]) => typeof id === "string") ? Object.fromEntries(entries) : void 0;
}
function readHeld(value) {
	if (!Array.isArray(value)) return void 0;
	const held = value.map((entry) => {
		const { name, payloadHash } = typeof entry === "object" && entry !== null ? entry : {};
		return typeof name === "string" && typeof payloadHash === "string" && HASH.test(payloadHash) ? {
			name,
			payloadHash
		} : void 0;
	});
	return held.every((entry) => entry !== void 0) ? held : void 0;
}
/** Holds in the order in which they are always written: by name, then by hash. */
function sortHeld(held) {
	return held.toSorted((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.payloadHash, b.payloadHash));
}
function readRemovals(value) {
	if (value === void 0) return [];
	if (!Array.isArray(value) || !value.every((name) => typeof name === "string")) return void 0;
	return value.map((name) => ({
		name,
		payloadHash: ""
	}));
}
/**
* The payload that a record carries for a state. A removal that is held has no version to name, so it stands beside the
* held versions, in `heldRemovals`, and only where there is one.
*/
function writeDeployedState(state) {
	const held = state.held.filter(({ payloadHash }) => payloadHash !== "");
	const removals = state.held.filter(({ payloadHash }) => payloadHash === "").map(({ name }) => name);
	return {
		...state,
		held,
		...removals.length === 0 ? {} : { heldRemovals: removals }
	};
}
/** Reads the payload of a record. */
function readDeployedState(payload) {
	const value = parsePayload(payload);
	if (typeof value !== "object" || value === null) return void 0;
	const { schemaVersion, rulesetDigest, auditHead, previousSha, flows, held, heldRemovals } = value;
	const readableFlows = readFlows(flows);
	const readableHeld = readHeld(held);
	const removals = readRemovals(heldRemovals);
	if (schemaVersion !== 1 || readableFlows === void 0 || readableHeld === void 0 || removals === void 0) return void 0;
	if (typeof rulesetDigest !== "string" || !HASH.test(rulesetDigest)) return void 0;
	if (typeof auditHead !== "string" || !HASH.test(auditHead)) return void 0;
	return {
		schemaVersion,
		rulesetDigest,
		auditHead,
		previousSha: typeof previousSha === "string" && COMMIT.test(previousSha) ? previousSha : null,
		flows: readableFlows,
		held: sortHeld([...readableHeld, ...removals])
	};
}
// src/commands/live-record.ts
/** Records that are looked at for flows of our own, and for the origin of a hold. */
const MOST_RECORDS = 100;
/** The error of a run that finds another one under way. */
function lockedBy(environment, { record, runUrl }) {
	const place = runUrl === "" ? `deployment record ${record.id}` : runUrl;
	return new UserError("locked", `another run is deploying to environment ${JSON.stringify(environment)}: ${place}. Wait for it and run this again; the workflow's \`concurrency\` keeps runs apart. Whether a run is over can be told at once where the job has \`permissions: actions: read\`, else after 6 hours`);
}
const UNDER_WAY = /* @__PURE__ */ new Set([
	"in_progress",
	"queued",
	"pending"
]);
/** Reads records, newest first, down to the newest with a `success` state whose payload parses. */
async function readRecordHistory(github, environment) {
	const unsettled = [];
	for await (const record of github.listRecords(environment)) {
		const states = await record.readStates();
		const state = readDeployedState(record.payload);
		if (state !== void 0 && states.some((status) => status.state === "success")) return {
			live: {
				sha: record.sha,
				state
			},
			unsettled
		};
		const [newest] = states;
		const runUrl = newest?.logUrl ?? "";
		if (newest !== void 0 && UNDER_WAY.has(newest.state)) unsettled.push({
			record,
			state: "in_progress",
			runUrl
		});
		if (newest?.state === "error") unsettled.push({
			record,
			state: "error",
			runUrl
		});
	}
	return {
		live: void 0,
		unsettled
	};
}
/** What was live when a commit was deployed last; undefined where it carries no success record of its own. */
async function readOwnState(github, environment, sha) {
	for await (const record of github.listRecords(environment, sha)) {
		const state = record.sha === sha ? readDeployedState(record.payload) : void 0;
		if (state !== void 0 && (await record.readStates()).some((status) => status.state === "success")) return state;
	}
}
/** How many commits are named to somebody who looks for one to roll back to. */
const MOST_CANDIDATES = 5;
/** The commits that were deployed last, newest first: those that can be rolled back to. */
async function listDeployed(github, environment) {
	const commits = /* @__PURE__ */ new Set();
	for await (const record of github.listRecords(environment)) {
		if (commits.size >= MOST_CANDIDATES) break;
		if (readDeployedState(record.payload) === void 0 || commits.has(record.sha)) continue;
		if ((await record.readStates()).some((status) => status.state === "success")) commits.add(record.sha);
	}
	return [...commits];
}
/**
* Finds the rollbacks that holds come from, in one pass: the oldest of the newest records that carry a hold without a break.
* @returns an origin for each hold, in their order; undefined where no record carries it
*/
async function findHoldOrigins(github, environment, holds) {
	const origins = holds.map((hold) => ({
		hold,
		isDone: false
	}));
	let count = 0;
	for await (const { sha, createdAt, payload } of github.listRecords(environment)) {
		const state = readDeployedState(payload);
		if (state === void 0) continue;
		for (const entry of origins.filter(({ isDone }) => !isDone)) {
			const { name, payloadHash } = entry.hold;
			if (state.held.some((held) => held.name === name && held.payloadHash === payloadHash)) entry.origin = {
				sha,
				createdAt
			};
			else entry.isDone = entry.origin !== void 0;
		}
		if (origins.every(({ isDone }) => isDone) || ++count >= MOST_RECORDS) break;
	}
	return origins.map(({ origin }) => origin);
}
/** The ids of the flows that records name: those that this action deployed. */
async function readOwnFlowIds(github, environment) {
	const ids = /* @__PURE__ */ new Set();
	let count = 0;
	for await (const record of github.listRecords(environment)) {
		for (const id of Object.values(readDeployedState(record.payload)?.flows ?? {})) ids.add(id);
		if (++count >= MOST_RECORDS) break;
	}
	return ids;
}
// src/plan/hand-over.ts
/**
* Plans the retirement of the versions that are ACTIVE beside a new one.
* @param active every other ACTIVE version
* @param takesEffect the new version's effective date (ISO), or undefined for at once
* @param now milliseconds since the epoch
*/
function planRetirements(active, takesEffect, now) {
	const isLater = takesEffect !== void 0 && Date.parse(takesEffect) > now;
	const retire = (flow) => ({
		flow,
		patch: { status: "INACTIVE" }
	});
	if (!isLater) return active.map(retire);
	const inForce = active.filter((flow) => isInWindow(windowOf(flow.payload), now));
	const pending = active.filter((flow) => !isInWindow(windowOf(flow.payload), now));
	const handedOverAt = new Set(pending.map((flow) => windowOf(flow.payload).start));
	const start = Date.parse(takesEffect);
	return [...inForce.flatMap((flow) => {
		const { end } = windowOf(flow.payload);
		const wasHandedOver = handedOverAt.has(end);
		return end > start || wasHandedOver && end !== start ? [{
			flow,
			patch: { expirationDate: takesEffect }
		}] : [];
	}), ...pending.map(retire)];
}
// src/plan/plan-rule.ts
function reasonFor(rule, known, active) {
	if (active.length === 0) return known.some((flow) => flow.payloadHash === rule.payloadHash && flow.status !== "DRAFT") ? "status" : "new";
	return active.some((flow) => contentWithoutDates(flow.payload) === contentWithoutDates(rule.payload)) ? "window" : "content";
}
/** A rule that is to be active. */
function planActive({ rule, known, active, now, ownId }) {
	const { name, effectiveDate } = rule.payload;
	const twins = known.filter((flow) => flow.payloadHash === rule.payloadHash);
	const live = twins.find((flow) => flow.status === "ACTIVE");
	const retirements = planRetirements(active.filter((flow) => flow !== live), effectiveDate, now);
	const base = {
		name,
		rule,
		retirements,
		deletions: [],
		known,
		finalStatus: "ACTIVE"
	};
	if (live !== void 0 && retirements.length === 0) return {
		...base,
		action: "none",
		reason: "already live",
		source: {
			kind: "existing",
			flow: live
		}
	};
	const idle = live ?? twins.find((flow) => flow.status === "INACTIVE" || flow.id === ownId);
	const reason = reasonFor(rule, known, active);
	const action = active.length > 0 ? "replace" : idle === void 0 ? "create" : "activate";
	return {
		...base,
		action,
		reason,
		source: idle === void 0 ? { kind: "create" } : {
			kind: "existing",
			flow: idle
		}
	};
}
/** A rule that is to lie ready, and not to be active. */
function planInactive({ rule, known, active }) {
	const { name } = rule.payload;
	const twin = known.find((flow) => flow.payloadHash === rule.payloadHash && flow.status !== "DRAFT");
	const base = {
		name,
		rule,
		retirements: active.filter((flow) => flow !== twin).map((flow) => ({
			flow,
			patch: { status: "INACTIVE" }
		})),
		deletions: [],
		known,
		finalStatus: "INACTIVE"
	};
	if (twin !== void 0 && active.length === 0) return {
		...base,
		action: "none",
		reason: "already live",
		source: {
			kind: "existing",
			flow: twin
		}
	};
	const source = twin === void 0 ? { kind: "create" } : {
		kind: "existing",
		flow: twin
	};
	const isNew = active.length === 0;
	return {
		...base,
		action: isNew ? "create" : "deactivate",
		reason: isNew ? "new" : "status",
		source
	};
}
/** A rule that is to be staged only; a live version stays as it is. */
function planDraft({ rule, known, active, ownId }) {
	const twin = known.find((flow) => flow.payloadHash === rule.payloadHash && (flow.status !== "DRAFT" || flow.id === ownId));
	const base = {
		name: rule.payload.name,
		rule,
		retirements: [],
		deletions: [],
		known,
		finalStatus: "DRAFT"
	};
	if (twin !== void 0) return {
		...base,
		action: "none",
		reason: "already live",
		source: {
			kind: "existing",
			flow: twin
		}
	};
	return {
		...base,
		action: "create",
		reason: active.length === 0 ? "new" : "content",
		source: { kind: "create" }
	};
}
// src/plan/make-plan.ts
function heldHashes(request) {
	const hashes = /* @__PURE__ */ new Map();
	for (const { name, payloadHash } of request.held) hashes.set(name, (hashes.get(name) ?? /* @__PURE__ */ new Set()).add(payloadHash));
	return hashes;
}
function isSelected(request, name) {
	return request.only.length === 0 || request.only.includes(name);
}
/** The names that were deployed and are gone, of the deployed commit's rules and of the record's flows. */
function findRemovals(request) {
	const desired = new Set(request.desired.map((rule) => rule.payload.name));
	const deployed = request.deployed.map((rule) => rule.payload.name);
	return [.../* @__PURE__ */ new Set([...deployed, ...Object.keys(request.deployedFlows)])].filter((name) => !desired.has(name));
}
/** The names of all rules that differ from the last deployed commit, or are held. */
function findDiffering(request) {
	const deployed = new Map(request.deployed.map((rule) => [rule.payload.name, rule]));
	const held = heldHashes(request);
	const uncertain = new Set(request.uncertain);
	const changed = request.desired.filter((rule) => {
		const { name } = rule.payload;
		const before = deployed.get(name);
		return !(before !== void 0 && Object.hasOwn(request.deployedFlows, name)) || held.has(name) || uncertain.has(name) || !isSameVersion(before, rule);
	});
	return /* @__PURE__ */ new Set([...changed.map((rule) => rule.payload.name), ...findRemovals(request)]);
}
/**
* The names whose live flows a plan must know: all that differ from the last deployed commit, and are selected.
* Rules that stand as they were deployed are not looked at; what became of them on the tenant is drift.
*/
function namesToLookUp(request) {
	return [...findDiffering(request)].filter((name) => isSelected(request, name)).toSorted(compareCodePoints);
}
function planRemoval(request, name, known) {
	const active = known.filter((flow) => flow.status === "ACTIVE");
	const isOwn = (flow) => flow.status === "ACTIVE" || flow.id === request.deployedFlows[name];
	const deletions = request.removedRules === "delete" ? known.filter(isOwn) : [];
	if (request.removedRules === "keep" || active.length === 0 && deletions.length === 0) return {
		name,
		action: "none",
		reason: "removed",
		retirements: [],
		deletions: [],
		known
	};
	return {
		name,
		action: request.removedRules === "delete" ? "delete" : "deactivate",
		reason: "removed",
		retirements: active.map((flow) => ({
			flow,
			patch: { status: "INACTIVE" }
		})),
		deletions,
		known
	};
}
function idle(name, action, reason, rule, known = []) {
	return {
		name,
		action,
		reason,
		retirements: [],
		deletions: [],
		known,
		...rule === void 0 ? {} : { rule }
	};
}
/**
* Makes the plan.
* @param live the flows of every name in {@link namesToLookUp}, in every state
* @param now milliseconds since the epoch
*/
function makePlan(request, live, now) {
	const differing = findDiffering(request);
	const held = heldHashes(request);
	const renamed = new Set(compareRuleSets(request.deployed, request.desired).flatMap((change) => change.kind === "renamed" ? [change.name] : []));
	const isHeld = (name, payloadHash) => !request.releasesHolds && held.get(name)?.has(payloadHash) === true;
	const planRule = (rule) => {
		const { name } = rule.payload;
		if (!differing.has(name)) return idle(name, "none", "unchanged", rule);
		if (!isSelected(request, name)) return idle(name, "none", "not selected", rule);
		const known = live.get(name) ?? [];
		if (isHeld(name, rule.payloadHash)) return idle(name, "held", "held", rule, known);
		const situation = {
			rule,
			known,
			active: known.filter((flow) => flow.status === "ACTIVE"),
			now,
			ownId: request.deployedFlows[name]
		};
		const change = {
			ACTIVE: planActive,
			INACTIVE: planInactive,
			DRAFT: planDraft
		}[rule.status](situation);
		return change.reason === "new" && renamed.has(name) ? {
			...change,
			reason: "renamed"
		} : change;
	};
	const planGone = (name) => {
		if (!isSelected(request, name)) return idle(name, "none", "not selected", void 0);
		if (isHeld(name, "")) return idle(name, "held", "held", void 0, live.get(name) ?? []);
		return planRemoval(request, name, live.get(name) ?? []);
	};
	return { changes: [...request.desired.map(planRule), ...findRemovals(request).map(planGone)].toSorted((a, b) => compareCodePoints(a.name, b.name)) };
}
// src/commands/plan-deployment.ts
/** @throws UserError (`scope`) that names every scope the token lacks, where it names its scopes */
async function checkScopes(tenant, scopes) {
	const granted = await tenant.grantedScopes();
	const missing = granted === void 0 ? [] : scopes.filter((scope) => !granted.has(scope));
	if (missing.length === 0) return;
	const which = missing.length === 1 ? `the scope ${missing[0]}` : `the scopes ${missing.join(", ")}`;
	throw new UserError("scope", `the client's token lacks ${which}: grant it to the client on the tenant`);
}
/** @throws UserError (`input`) for a name in input `only` that no rule has: a typo would deploy nothing, in silence */
function checkSelection({ only, desired, deployed, deployedFlows }) {
	const known = /* @__PURE__ */ new Set([...[...desired, ...deployed].map((rule) => rule.payload.name), ...Object.keys(deployedFlows)]);
	const unknown = only.filter((name) => !known.has(name));
	const [first] = unknown;
	if (first === void 0) return;
	const meant = nearest(first, [...known]);
	const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
	throw new UserError("input", `input only names ${unknown.map((name) => JSON.stringify(name)).join(", ")}, which no rule has${hint}`);
}
/** The versions of a rule. A list that lacks the flow that the record names is not believed: the flow itself is asked for. */
async function findKnown({ deployedFlows }, tenant, name) {
	const listed = await tenant.findFlows(name);
	const own = Object.hasOwn(deployedFlows, name) ? deployedFlows[name] : void 0;
	if (own === void 0 || listed.some((flow) => flow.id === own)) return listed;
	const flow = await tenant.getFlow(own);
	return flow === void 0 || flow.payload.name !== name ? listed : [...listed, flow];
}
/**
* What a deployment asks the plan for; lint asks for the same.
* @param deployed the rules of the live commit
*/
function requestDeployment({ inputs }, live, desired, deployed) {
	return {
		desired,
		deployed,
		deployedFlows: live?.state.flows ?? {},
		held: live?.state.held ?? [],
		releasesHolds: inputs.overrideReason !== "",
		removedRules: inputs.removedRules,
		only: inputs.only
	};
}
/**
* Makes the plan of a deployment or rollback. It writes nothing.
* @param scopes those that the token must have, where it names its scopes
*/
async function planDeployment(request, tenant, clock, scopes = DEPLOYMENT_SCOPES) {
	checkSelection(request);
	await checkScopes(tenant, scopes);
	const names = namesToLookUp(request);
	const flows = await Promise.all(names.map(async (name) => [name, await findKnown(request, tenant, name)]));
	return makePlan(request, new Map(flows), clock.now());
}
// src/commands/read-commit-rules.ts
/** Blobs that are read together. */
const READS_AT_ONCE = 10;
/** The id that git gives to a file's content in a SHA-1 repository (`git hash-object`). */
function gitBlobId(bytes) {
	return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
async function readFiles(github, entries, local) {
	const known = new Map(local.map((file) => [gitBlobId(file.bytes), file.bytes]));
	const files = [];
	for (let start = 0; start < entries.length; start += READS_AT_ONCE) {
		const read = entries.slice(start, start + READS_AT_ONCE).map(async ({ path, blob }) => ({
			path,
			bytes: known.get(blob) ?? await github.readBlob(blob)
		}));
		files.push(...await Promise.all(read));
	}
	return files;
}
/**
* Loads the rules of a commit.
* @param ref a SHA, or a branch as `refs/heads/…`
* @param local files of the workspace, to spare requests
* @returns undefined where the commit is not there
*/
async function readCommitRules(github, ref, globs, local) {
	const tree = await github.readTree(ref.replace(/^refs\/heads\//, ""));
	if (tree === void 0) return void 0;
	const matches = isRulePath(globs);
	const entries = tree.filter((file) => matches(file.path));
	return loadRules(await readFiles(github, entries, local));
}
/** Like {@link readCommitRules}, for a commit that must be there. @throws UserError (`input`) */
async function needCommitRules(github, sha, globs, local) {
	const loaded = await readCommitRules(github, sha, globs, local);
	if (loaded !== void 0) return loaded;
	throw new UserError("input", `commit ${sha} is not in the repository any more, so its rules cannot be read`);
}
export { findHoldOrigins as a, readOwnFlowIds as c, NO_AUDIT_HEAD as d, parsePayload as f, isSameVersion as g, compareRuleSets as h, requestDeployment as i, readOwnState as l, writeDeployedState as m, readCommitRules as n, listDeployed as o, sortHeld as p, planDeployment as r, lockedBy as s, needCommitRules as t, readRecordHistory as u };
