import "./rolldown-runtime.js";
import { O as isWrite, Tn as holdsAfterRollback, Xt as readCommitPathTests, Yt as needCommitRules, _r as rulesetDigest, an as ROLLBACK_TO_TAKES, cr as indexByName, d as standingRules, dr as countFindings, f as stayWhereUnknown, fn as lintRules, nr as loadPathTests, on as isCommitLike, or as count, p as withoutHolds, sn as NO_CONFIG, tn as loadConfig, u as flowsToRead, xr as messageOf } from "./lint.js";
import { t as planDeployment } from "./plan-deployment2.js";
import { t as tellPlan } from "./tell-plan2.js";
import { r as readOwnState, t as listDeployed } from "./past-deployments.js";
// src/commands/rollback/lint-rollback.ts
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
// src/commands/rollback/read-standings.ts
async function readFlows(flowIds, tenant, known) {
	const read = [...flowIds].map(async ([name, flowId]) => [name, known.find(({ id }) => id === flowId) ?? await tenant.getFlow(flowId)]);
	const flows = await Promise.all(read);
	return new Map(flows.flatMap(([name, flow]) => flow === void 0 ? [] : [[name, flow]]));
}
async function readStandings({ inputs }, tenant, { state }, target, loaded, known) {
	const [liveRules, targetRules] = [loaded.live.rules, loaded.targetRules.rules];
	const fileOf = indexByName([...targetRules, ...liveRules]);
	const pathOf = (name) => fileOf.get(name)?.path ?? "";
	const liveFlows = await readFlows(flowsToRead(liveRules, state), tenant, []);
	const before = standingRules(liveRules, state, liveFlows, pathOf, ({ status }) => status).rules;
	const then = inputs.overrideReason === "" ? target : withoutHolds(target);
	const targetFlows = await readFlows(flowsToRead(targetRules, then), tenant, known);
	const heldNames = new Set(then.held.map(({ name }) => name));
	const liveIds = new Set(Object.values(state.flows));
	const statusOf = ({ id, status, payload }) => liveIds.has(id) && !heldNames.has(payload.name) ? status : "ACTIVE";
	const standing = standingRules(targetRules, then, targetFlows, pathOf, statusOf);
	const { rules, held } = stayWhereUnknown(before, standing);
	return {
		before,
		target: rules,
		held
	};
}
function rulesAfter({ before, target }, only) {
	if (only.length === 0) return [...target];
	const isSelected = ({ payload }) => only.includes(payload.name);
	return [...before.filter((rule) => !isSelected(rule)), ...target.filter(isSelected)];
}
// src/commands/rollback/rollback-target.ts
const FULL_SHA = /^[0-9a-f]{40}$/;
var TargetRefusal = class extends Error {
	name = "TargetRefusal";
};
async function findCommit(github, target) {
	const tagged = await github.resolveCommit(`tags/${target}`);
	if (tagged !== void 0) return tagged;
	const found = await github.resolveCommit(target);
	if (found === void 0 || isCommitLike(target) && found.startsWith(target)) return found;
	const branch = target.replace(/^heads\//, "");
	if (await github.resolveCommit(`refs/heads/${branch}`) === void 0) return found;
	throw new TargetRefusal(`rollback-to is ${JSON.stringify(target)}, which is a branch, and branches move: name ${ROLLBACK_TO_TAKES}`);
}
async function resolveTarget({ inputs }, github, live) {
	const { rollbackTo, environment } = inputs;
	if (rollbackTo === "previous") {
		if (live.state.previousSha !== null) return live.state.previousSha;
		throw new TargetRefusal(`there is nothing before ${live.sha.slice(0, 12)} in environment ${JSON.stringify(environment)}: it is the first deployment`);
	}
	if (FULL_SHA.test(rollbackTo)) return rollbackTo;
	const sha = await findCommit(github, rollbackTo);
	if (sha !== void 0) return sha;
	throw new TargetRefusal(`rollback-to is ${JSON.stringify(rollbackTo)}, which names no commit or tag of this repository`);
}
async function checkTarget(session, github, live, sha) {
	const { inputs, trigger } = session;
	const heads = [.../* @__PURE__ */ new Set([trigger.commit, live.sha])];
	const isAncestor = (await Promise.all(heads.map(async (head) => github.compareCommits(sha, head)))).some((relation) => relation === "ahead" || relation === "identical");
	const state = await readOwnState(github, inputs.environment, sha);
	const isOverridden = inputs.overrideReason !== "";
	if (!isAncestor && !isOverridden) throw new TargetRefusal(`${sha} is no ancestor of the live branch; to roll back to it all the same, set input override-reason`);
	if (state === void 0 && !isOverridden) {
		const deployed = (await listDeployed(github, inputs.environment)).map((commit) => commit.slice(0, 12));
		throw new TargetRefusal(`${sha} has no successful deployment of its own in environment ${JSON.stringify(inputs.environment)}; the last that have: ${deployed.join(", ")}. To roll back all the same, set input override-reason`);
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
	if (broken !== void 0) throw new TargetRefusal(`${broken.path} at ${place} cannot be read as a rule: ${broken.message}`);
	if (rules.length === 0) throw new TargetRefusal(`${sha} has no rule file that matches input rules`);
	const names = /* @__PURE__ */ new Map();
	for (const { path, payload } of rules) {
		const other = names.get(payload.name);
		if (other !== void 0) throw new TargetRefusal(`${other} and ${path} at ${place} have one name, ${JSON.stringify(payload.name)}`);
		names.set(payload.name, path);
	}
}
function checkWindows(plan, now) {
	const over = plan.changes.filter((change) => {
		const end = change.rule?.payload.expirationDate;
		return isWrite(change) && change.finalStatus === "ACTIVE" && end !== void 0 && Date.parse(end) <= now;
	});
	if (over.length === 0) return;
	throw new TargetRefusal(`the window of ${over.map((change) => `${change.name} (until ${change.rule?.payload.expirationDate ?? ""})`).join(", ")} is over: bringing it back would leave its campaign without a rule`);
}
// src/commands/rollback/prepare-rollback.ts
function isPartial(inputs) {
	return inputs.only.length > 0;
}
async function prepareRollback(session, { github, tenant }, live, target, lost, scope = {
	holds: session.inputs.only,
	known: []
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
	const standing = await readStandings(session, tenant, live, target, loaded, scope.known);
	const request = {
		desired: standing.target,
		deployed: standing.before,
		deployedFlows: live.state.flows,
		held: standing.held,
		uncertain: [...[...live.state.held, ...target.held].map(({ name }) => name), ...lost],
		releasesHolds: false,
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
export { resolveTarget as a, checkTarget as i, prepareRollback as n, tellLetPass as o, TargetRefusal as r, isPartial as t };
