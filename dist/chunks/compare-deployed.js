import { An as readDeployedState, Cr as ENDPOINTS, F as namesWithHistory, Gn as canonicalCondition, I as ownIdOf, Jn as diffGraphs, L as isSettling, Ln as describeRuleChange, N as makeCase, On as flowIdOf, P as namesToCompare, Sn as readRecordHistory, Zt as readCommitRules, _n as hasRunEnded, br as UserError, cr as indexByName, hr as compareCodePoints, lr as isSameVersion, lt as findDrift, tr as groupBy, un as makeRule, vn as hasSucceeded, xn as placeOfRun } from "./lint.js";
import { t as checkScopes } from "./check-scopes.js";
// src/commands/drift/compare-tenant.ts
async function readFlows(tenant, names) {
	const listing = await tenant.listFlows();
	if (listing !== void 0) return {
		...listing,
		isWhole: true
	};
	return {
		flows: (await Promise.all(names.map(async (name) => tenant.findFlows(name)))).flat(),
		unreadable: [],
		isWhole: false
	};
}
async function findMissing(tenant, ids, listed) {
	const there = new Set(listed.map(({ id }) => id));
	const missing = ids.filter((id) => id !== void 0 && !there.has(id));
	return (await Promise.all(missing.map(async (id) => tenant.getFlow(id)))).flatMap((flow) => flow ?? []);
}
function checkReadable({ unreadable }, names) {
	const bad = unreadable.find(({ name }) => names.has(name));
	if (bad === void 0) return;
	throw new UserError("tenant", `a flow of rule ${JSON.stringify(bad.name)} cannot be read, so nothing can be said of it: ${bad.why}`);
}
function listUnknown({ flows, unreadable }, isKnown) {
	const readable = flows.filter((flow) => !isKnown(flow)).map(({ id, status, payload }) => ({
		name: payload.name,
		id,
		status,
		why: ""
	}));
	const broken = unreadable.map((flow) => ({
		...flow,
		status: void 0
	}));
	return [...readable, ...broken].toSorted((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.id, b.id));
}
function describeCallers({ state, taken }, before, { desired, deployed = desired, now }) {
	if (taken === void 0 || before === void 0 || state === "in-sync") return [];
	const after = makeRule(before.path, taken.payload, taken.status);
	const others = [...deployed.values()].filter(({ payload }) => payload.name !== before.payload.name);
	const rulesOf = (rule) => (campaignId) => [...others, rule].filter(({ payload }) => payload.campaignId === campaignId);
	const diff = diffGraphs(before.payload.nodes, after.payload.nodes, canonicalCondition);
	return describeRuleChange({
		before,
		after,
		diff
	}, {
		before: rulesOf(before),
		after: rulesOf(after),
		now
	});
}
async function compareTenant(tenant, request, steps, isCommitGone) {
	const names = namesToCompare(request);
	const known = new Set(names);
	const listing = await readFlows(tenant, names);
	checkReadable(listing, known);
	const idOf = (name) => ownIdOf(request, name) ?? steps.get(name)?.at(-1)?.flowId;
	const ownIds = names.map(idOf);
	const flows = [...listing.flows, ...await findMissing(tenant, ownIds, listing.flows)];
	const byName = groupBy(flows, ({ payload }) => payload.name);
	const byId = new Map(flows.map((flow) => [flow.id, flow]));
	const rules = names.map((name) => {
		const own = byId.get(idOf(name) ?? "");
		const named = byName.get(name) ?? [];
		const versions = own === void 0 || own.payload.name === name ? named : [...named, own];
		const drift = makeCase(request, name, steps, versions);
		const found = findDrift(drift);
		const callers = describeCallers(found, drift.expectation?.rule ?? drift.desired, request);
		return callers.length === 0 ? found : {
			...found,
			callers
		};
	});
	const own = new Set(ownIds);
	const isKnown = ({ id, payload }) => known.has(payload.name) || own.has(id);
	return {
		drift: {
			deployedSha: request.live?.sha,
			isCommitGone,
			rules,
			unknown: listing.isWhole ? listUnknown(listing, isKnown) : void 0
		},
		flows
	};
}
// src/commands/drift/read-steps.ts
const MOST_RECORDS = 100;
function isSameStep(newer, step) {
	if (newer?.flowId !== step.flowId) return false;
	if (newer.rule === void 0 || step.rule === void 0) return newer.rule?.status !== "DRAFT";
	return newer.rule.payloadHash !== step.rule.payloadHash || isSameVersion(newer.rule, step.rule);
}
function mergeSteps(newer, step) {
	const candidates = [...newer.candidates ?? [], ...step.candidates ?? []];
	const mayBeGone = newer.mayBeGone === true;
	return {
		...step,
		rule: step.rule ?? newer.rule,
		candidates,
		mayBeGone
	};
}
function hasSettled(steps) {
	const isSure = ({ rule, isUncertain }) => rule?.payload.effectiveDate === void 0 && !isUncertain;
	return steps.some((step, at) => isSettling(step) && (at < steps.length - 1 || isSure(step)));
}
function addStep(past, { state, deployedAt, rules }) {
	const { name, steps, versions } = past;
	const rule = rules.get(name);
	const flowId = flowIdOf(state.flows, name);
	const hashes = state.held.filter((held) => held.name === name).map(({ payloadHash }) => payloadHash);
	if (flowId === void 0) {
		past.isClosed ||= rule === void 0;
		for (const hash of hashes) past.taken.add(hash);
		return;
	}
	const isHeld = rule !== void 0 && hashes.includes(rule.payloadHash);
	past.isClosed ||= rule !== void 0 && !isHeld && past.taken.has(rule.payloadHash);
	const mayBeGone = steps.length === 0 && isHeld && past.taken.size > 0;
	past.taken.clear();
	if (rule !== void 0 && !isHeld) {
		versions.set(flowId, rule);
		past.deployed.push(rule);
	}
	if (past.isClosed) return;
	const step = {
		deployedAt,
		flowId,
		rule: isHeld ? void 0 : rule,
		candidates: isHeld ? [rule] : [],
		isUncertain: hashes.length > 0,
		mayBeGone
	};
	const newest = steps.at(-1);
	if (isSameStep(newest, step)) steps[steps.length - 1] = mergeSteps(newest, step);
	else steps.push(step);
	past.isClosed = hasSettled(steps);
}
function isOpen({ rule, candidates = [] }) {
	return rule === void 0 || candidates.some(({ payloadHash }) => payloadHash === rule.payloadHash);
}
function isDone({ isClosed, steps }) {
	return isClosed && !steps.some(isOpen);
}
function finish({ steps, versions, deployed }) {
	const told = steps.map((step) => {
		const rule = step.rule ?? versions.get(step.flowId);
		const candidates = isOpen(step) ? [...step.candidates ?? [], ...deployed] : [];
		return {
			...step,
			rule,
			candidates
		};
	});
	const settling = told.findIndex(isSettling);
	return (settling < 0 ? told : told.slice(0, settling + 1)).toReversed();
}
async function* readDeployments(github, environment, source, local) {
	const rulesOf = /* @__PURE__ */ new Map();
	let count = 0;
	for await (const record of github.listRecords(environment)) {
		if (++count > MOST_RECORDS) return;
		const state = readDeployedState(record.payload);
		if (state === void 0) continue;
		if (!hasSucceeded(await record.readStates())) continue;
		const loaded = rulesOf.has(record.sha) ? void 0 : await readCommitRules(github, record.sha, source, local);
		const rules = rulesOf.get(record.sha) ?? new Map(loaded?.rules.map((rule) => [rule.payload.name, rule]));
		rulesOf.set(record.sha, rules);
		yield {
			state,
			deployedAt: Date.parse(record.createdAt),
			rules
		};
	}
}
async function readSteps(github, source, names, local) {
	const pasts = names.map((name) => ({
		name,
		steps: [],
		versions: /* @__PURE__ */ new Map(),
		deployed: [],
		taken: /* @__PURE__ */ new Set(),
		isClosed: false
	}));
	if (names.length > 0) for await (const deployment of readDeployments(github, source.inputs.environment, source, local)) {
		for (const past of pasts) if (!isDone(past)) addStep(past, deployment);
		if (pasts.every(isDone)) break;
	}
	return new Map(pasts.map((past) => [past.name, finish(past)]));
}
// src/commands/drift/compare-deployed.ts
const LOOK_EVERY = 5e3;
const MOST_COMPARISONS = 3;
async function findRunning(session, github, { unsettled }) {
	for (const record of unsettled) if (!await hasRunEnded(session, github, record)) return record;
}
async function waitForDeployment(session, github) {
	const { inputs, clock, log, cancelled } = session;
	const deadline = clock.now() + inputs.compileTimeout;
	for (let hasTold = false;; hasTold = true) {
		const history = await readRecordHistory(github, inputs.environment);
		const running = await findRunning(session, github, history);
		if (running === void 0) return history;
		if (clock.now() >= deadline || cancelled.aborted) throw stillRunning(session, running);
		if (!hasTold) log.info("a deployment is under way: the comparison waits for it");
		await clock.sleep(inputs.compilePollInterval || LOOK_EVERY, cancelled);
	}
}
function stillRunning({ inputs }, running) {
	return new UserError("locked", `a deployment to environment ${JSON.stringify(inputs.environment)} is under way (${placeOfRun(running)}), so the tenant is between two states and was not compared: give this workflow the same \`concurrency\` group as the deployment's, and it waits for its turn`);
}
function fingerprint({ live, unsettled }) {
	return JSON.stringify([live?.state.auditHead, unsettled.map(({ record }) => record.id)]);
}
function explain(environment, { live, unsettled }, { drift }) {
	const never = `nothing was ever deployed to environment ${JSON.stringify(environment)}: the tenant is compared with this commit only`;
	const gone = `commit ${live?.sha ?? ""}, which was deployed last, is not in the repository any more: the tenant is compared with this commit only`;
	return [
		...live === void 0 ? [{ text: never }] : [],
		...drift.isCommitGone ? [{ text: gone }] : [],
		...unsettled.map(({ record }) => ({ text: `the deployment of ${record.sha.slice(0, 12)} did not end: what differs may come from it, and the next deployment brings it in order` })),
		...drift.unknown === void 0 ? [{ text: "the tenant does not list its flows, so those that no rule describes are not told" }] : []
	];
}
async function compareOnce(session, github, tenant, checked, { live }) {
	const { clock } = session;
	const { files } = checked;
	const loaded = live === void 0 ? void 0 : await readCommitRules(github, live.sha, session, files);
	const deployed = loaded === void 0 ? void 0 : indexByName(loaded.rules);
	const request = {
		desired: indexByName(checked.loaded.rules),
		deployed,
		live,
		now: clock.now()
	};
	return compareTenant(tenant, request, await readSteps(github, session, namesWithHistory(request), files), live !== void 0 && loaded === void 0);
}
async function compareDeployed(session, github, tenant, checked) {
	await checkScopes(tenant, [ENDPOINTS.listFlows.scope]);
	for (let count = 1;; count++) {
		const history = await waitForDeployment(session, github);
		const compared = await compareOnce(session, github, tenant, checked, history);
		if (fingerprint(await readRecordHistory(github, session.inputs.environment)) === fingerprint(history)) return {
			...compared,
			details: explain(session.inputs.environment, history, compared)
		};
		if (count < MOST_COMPARISONS) continue;
		throw new UserError("locked", `deployments to environment ${JSON.stringify(session.inputs.environment)} came into every comparison: run this again`);
	}
}
export { compareTenant as n, compareDeployed as t };
