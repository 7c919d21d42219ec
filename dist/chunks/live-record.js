import { n as UserError } from "./errors.js";
import { n as compareCodePoints } from "./hash.js";
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
	let live;
	for await (const record of github.listRecords(environment)) {
		if (live !== void 0) return {
			live,
			unsettled,
			beforeLive: record
		};
		const states = await record.readStates();
		const state = readDeployedState(record.payload);
		if (state !== void 0 && states.some((status) => status.state === "success")) {
			live = {
				sha: record.sha,
				state
			};
			continue;
		}
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
		live,
		unsettled
	};
}
/** Whether a record still says that its run is under way, or has left something. */
async function isOpen(record) {
	const [newest] = await record.readStates();
	return newest !== void 0 && (UNDER_WAY.has(newest.state) || newest.state === "error");
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
export { readOwnFlowIds as a, NO_AUDIT_HEAD as c, writeDeployedState as d, lockedBy as i, parsePayload as l, isOpen as n, readOwnState as o, listDeployed as r, readRecordHistory as s, findHoldOrigins as t, sortHeld as u };
