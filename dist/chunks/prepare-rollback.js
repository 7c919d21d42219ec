import "./rolldown-runtime.js";
import { $t as needCommitRules, An as makeRule, Cn as ROLLBACK_TO_TAKES, En as NO_CONFIG, Ln as loadPathTests, Mn as lintRules, Qn as messageOf, Qt as count, d as holdsAfterRollback, en as readCommitPathTests, lr as rulesetDigest, on as listDeployed, rr as countFindings, s as standIn, un as readOwnState, wn as isCommitLike, y as isWrite, yn as loadConfig } from "./lint.js";
import { n as planDeployment } from "./plan-deployment2.js";
import { t as tellPlan } from "./tell-plan2.js";
// src/commands/lint-rollback.ts
async function loadConfigOrWarn(session) {
	try {
		return await loadConfig(session);
	} catch (error) {
		session.log.warning(`the rules are checked without the config file: ${messageOf(error)}`);
		return NO_CONFIG;
	}
}
function readTexts({ after, target, live }) {
	const own = new Set(target.rules.map(({ path }) => path));
	const fromLive = new Set(after.map(({ path }) => path).filter((path) => !own.has(path)));
	return (path) => fromLive.has(path) ? live.textOf(path) : target.textOf(path);
}
async function lintRollback(session, github, rules) {
	const { inputs, clock } = session;
	const { after, target, targetSha } = rules;
	const config = await loadConfigOrWarn(session);
	const pathTests = inputs.dryRun && inputs.only.length === 0 ? await readCommitPathTests(github, targetSha, session) : loadPathTests([]);
	const loaded = {
		files: target.files,
		rules: after,
		problems: [],
		textOf: readTexts(rules)
	};
	const settings = {
		...config.thresholds,
		maxDepth: inputs.maxDepth,
		now: clock.now()
	};
	const lint = lintRules({
		rules: loaded,
		written: target.written,
		pathTests,
		config
	}, settings);
	const findings = lint.findings.filter(({ path }) => path !== config.path);
	return {
		...lint,
		findings
	};
}
function tellLetPass({ findings }) {
	const errors = countFindings(findings, "error");
	if (errors === 0) return [];
	return [{ text: `today's checks find ${count(errors, "error")} in the rules of the target; they are told, and stop no rollback` }];
}
// src/commands/rollback-target.ts
const FULL_SHA = /^[0-9a-f]{40}$/;
var Refusal = class extends Error {
	name = "Refusal";
};
async function findCommit(github, target) {
	const tagged = await github.resolveCommit(`tags/${target}`);
	if (tagged !== void 0) return tagged;
	const found = await github.resolveCommit(target);
	if (found === void 0 || isCommitLike(target) && found.startsWith(target)) return found;
	const branch = target.replace(/^heads\//, "");
	if (await github.resolveCommit(`refs/heads/${branch}`) === void 0) return found;
	throw new Refusal(`rollback-to is ${JSON.stringify(target)}, which is a branch, and branches move: name ${ROLLBACK_TO_TAKES}`);
}
async function resolveTarget({ inputs }, github, live) {
	const { rollbackTo, environment } = inputs;
	if (rollbackTo === "previous") {
		if (live.state.previousSha !== null) return live.state.previousSha;
		throw new Refusal(`there is nothing before ${live.sha.slice(0, 12)} in environment ${JSON.stringify(environment)}: it is the first deployment`);
	}
	if (FULL_SHA.test(rollbackTo)) return rollbackTo;
	const sha = await findCommit(github, rollbackTo);
	if (sha !== void 0) return sha;
	throw new Refusal(`rollback-to is ${JSON.stringify(rollbackTo)}, which names no commit or tag of this repository`);
}
async function checkTarget(session, github, live, sha) {
	const { inputs, trigger } = session;
	const heads = [.../* @__PURE__ */ new Set([trigger.commit, live.sha])];
	const isAncestor = (await Promise.all(heads.map(async (head) => github.compareCommits(sha, head)))).some((relation) => relation === "ahead" || relation === "identical");
	const state = await readOwnState(github, inputs.environment, sha);
	const isOverridden = inputs.overrideReason !== "";
	if (!isAncestor && !isOverridden) throw new Refusal(`${sha} is no ancestor of the live branch; to roll back to it all the same, set input override-reason`);
	if (state === void 0 && !isOverridden) {
		const deployed = (await listDeployed(github, inputs.environment)).map((commit) => commit.slice(0, 12));
		throw new Refusal(`${sha} has no successful deployment of its own in environment ${JSON.stringify(inputs.environment)}; the last that have: ${deployed.join(", ")}. To roll back all the same, set input override-reason`);
	}
	return {
		sha,
		flows: state?.flows ?? {},
		held: state?.held ?? [],
		skipsChecks: !isAncestor || state === void 0
	};
}
function checkRules(sha, { rules, problems }) {
	const place = sha.slice(0, 12);
	const [broken] = problems;
	if (broken !== void 0) throw new Refusal(`${broken.path} at ${place} cannot be read as a rule: ${broken.message}`);
	if (rules.length === 0) throw new Refusal(`${sha} has no rule file that matches input rules`);
	const names = /* @__PURE__ */ new Map();
	for (const { path, payload } of rules) {
		const other = names.get(payload.name);
		if (other !== void 0) throw new Refusal(`${other} and ${path} at ${place} have one name, ${JSON.stringify(payload.name)}`);
		names.set(payload.name, path);
	}
}
function checkWindows(plan, now) {
	const over = plan.changes.filter((change) => {
		const end = change.rule?.payload.expirationDate;
		return isWrite(change) && change.finalStatus === "ACTIVE" && end !== void 0 && Date.parse(end) <= now;
	});
	if (over.length === 0) return;
	throw new Refusal(`the window of ${over.map((change) => `${change.name} (until ${change.rule?.payload.expirationDate ?? ""})`).join(", ")} is over: bringing it back would leave its campaign without a rule`);
}
// src/commands/standing-rules.ts
async function readStandingRules({ rules, state, pathOf, statusOf }, tenant) {
	const { flows, held } = state;
	const isHeld = (name, hash) => held.some((entry) => entry.name === name && entry.payloadHash === hash);
	const readLive = async (name, path) => {
		const flow = await tenant.getFlow(flows[name] ?? "");
		return flow === void 0 || flow.payload.name !== name ? void 0 : makeRule(path, flow.payload, statusOf(flow));
	};
	const own = rules.map(async (rule) => {
		const { name } = rule.payload;
		if (held.length === 0 || !isHeld(name, rule.payloadHash)) return rule;
		if (!Object.hasOwn(flows, name)) return void 0;
		return await readLive(name, rule.path) ?? rule;
	});
	const names = new Set(rules.map((rule) => rule.payload.name));
	const back = Object.keys(flows).filter((name) => isHeld(name, "") && !names.has(name)).map(async (name) => readLive(name, pathOf(name)));
	return (await Promise.all([...own, ...back])).filter((rule) => rule !== void 0);
}
// src/commands/prepare-rollback.ts
function isPartial(inputs) {
	return inputs.only.length > 0;
}
async function readStanding({ inputs }, tenant, live, target, rules) {
	const all = [...rules.live.rules, ...rules.targetRules.rules];
	const pathOf = (name) => all.find(({ payload }) => payload.name === name)?.path ?? "";
	const before = await readStandingRules({
		rules: rules.live.rules,
		state: live.state,
		pathOf,
		statusOf: ({ status }) => status
	}, tenant);
	if (inputs.overrideReason !== "") return {
		before,
		target: rules.targetRules.rules
	};
	return {
		before,
		target: await readStandingRules({
			rules: rules.targetRules.rules,
			state: target,
			pathOf,
			statusOf: () => "ACTIVE"
		}, tenant)
	};
}
function rulesAfter({ before, target }, only) {
	if (only.length === 0) return [...target];
	const isSelected = ({ payload }) => only.includes(payload.name);
	return [...before.filter((rule) => !isSelected(rule)), ...target.filter(isSelected)];
}
async function prepareRollback(session, { github, tenant }, live, target, lost, scope = {
	holds: session.inputs.only,
	standIns: /* @__PURE__ */ new Map()
}) {
	const { inputs, clock } = session;
	const { only } = inputs;
	const load = async (sha) => needCommitRules(github, sha, session, []);
	const [liveLoaded, targetRules] = [await load(live.sha), await load(target.sha)];
	checkRules(target.sha, targetRules);
	const loaded = {
		live: liveLoaded,
		targetRules
	};
	const read = await readStanding(session, tenant, live, target, loaded);
	const standing = {
		...read,
		target: standIn(read.target, scope.standIns)
	};
	const request = {
		desired: standing.target,
		deployed: standing.before,
		deployedFlows: live.state.flows,
		held: target.held.filter(({ name }) => !scope.standIns.has(name)),
		uncertain: [...live.state.held.map(({ name }) => name), ...lost],
		releasesHolds: inputs.overrideReason !== "",
		removedRules: inputs.removedRules,
		only
	};
	const plan = tellPlan(session.log, await planDeployment(request, tenant, clock));
	checkWindows(plan, clock.now());
	const heldThere = inputs.overrideReason === "" ? target.held : [];
	const held = holdsAfterRollback(standing.before, standing.target, live.state.held, scope.holds, heldThere);
	const { rules } = isPartial(inputs) ? liveLoaded : targetRules;
	const deployment = {
		sha: isPartial(inputs) ? live.sha : target.sha,
		rules,
		plan,
		live,
		held,
		digest: rulesetDigest(rules),
		kind: "rollback",
		skipsChecks: target.skipsChecks
	};
	const after = rulesAfter(standing, only);
	const lint = await lintRollback(session, github, {
		after,
		targetSha: target.sha,
		target: targetRules,
		live: liveLoaded
	});
	return {
		deployment,
		before: standing.before,
		after,
		...loaded,
		target,
		lint
	};
}
export { resolveTarget as a, checkTarget as i, prepareRollback as n, tellLetPass as o, Refusal as r, isPartial as t };
