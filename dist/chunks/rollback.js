import "./rolldown-runtime.js";
import { $t as readOwnState, Dt as aboutRun, Gt as readCommitRules, Ht as count, In as messageOf, Kn as rulesetDigest, Ln as compareRuleSets, Ot as reportBase, Ut as needCommitRules, Vn as countFindings, Wn as compareCodePoints, Wt as readCommitPathTests, Xt as listDeployed, bn as lintRules, c as holdsAfterRollback, dn as ROLLBACK_TO_TAKES, en as readRecordHistory, fn as isCommitLike, h as isWrite, mn as NO_CONFIG, pn as isWantedPath, sn as loadConfig, vn as makeRule, wn as loadPathTests } from "./lint.js";
import { a as resultOf, i as rehearse, n as placeRejections, o as startAudit, r as carryOut, s as postOutcome, t as syncWebhook } from "./sync-webhook.js";
import { t as checkAuditBranch } from "./keep-log.js";
import { n as planDeployment } from "./plan-deployment2.js";
import { t as tellPlan } from "./tell-plan2.js";
import { n as recoverUnsettled } from "./recover.js";
import { n as needGitHub, r as needTenant, t as isRefusal } from "./session.js";
// src/commands/bring-in-line.ts
const LONGEST_LIST = 3e3;
function findDiffering(one, other) {
	const blobs = new Map(one.map(({ path, blob }) => [path, blob]));
	const paths = new Set(one.map(({ path }) => path));
	for (const { path, blob } of other) if (blobs.get(path) === blob) paths.delete(path);
	else paths.add(path);
	return [...paths].toSorted(compareCodePoints);
}
function quotePath(path) {
	if (/^[\w./-]+$/.test(path) && !path.startsWith("-")) return path;
	return /[\p{C}\p{Zl}\p{Zp}|]/u.test(path) ? void 0 : `'${path.replaceAll("'", "'\\''")}'`;
}
function restoreCommands(target, paths) {
	const start = `git --literal-pathspecs restore --source=${target} --staged --worktree --`;
	const lists = [];
	for (const path of paths) {
		const word = quotePath(path);
		if (word === void 0) return void 0;
		const last = lists.at(-1);
		if (last === void 0 || last.length + word.length > LONGEST_LIST) lists.push(word);
		else lists[lists.length - 1] = `${last} ${word}`;
	}
	return lists.map((list) => `${start} ${list}`);
}
function tellWayBack(way) {
	const { target, tip, isWanted, isLinear } = way;
	const differing = findDiffering(way.targetTree, way.tipTree);
	const paths = differing.filter(isWanted);
	const place = `on ${tip.slice(0, 12)}, the tip of the branch,`;
	if (paths.length === 0) return [{ text: "the branch has these rules already: there is nothing to revert" }];
	const restore = restoreCommands(target, paths)?.map((command) => ({
		text: `to bring the branch in line, run this ${place} and commit the result; it touches nothing but these files:`,
		command
	})) ?? [{ text: `to bring the branch in line, make the ${paths.length} rule files that differ what they are at ${target}: their names are too strange for a command` }];
	if (!isLinear) return restore;
	const command = `git revert --no-commit ${target}..${tip}`;
	if (differing.length === paths.length) return [{
		text: `to bring the branch in line, run this ${place} and commit the result:`,
		command
	}];
	const others = differing.length - paths.length;
	const text = `or take back all that was committed since, which changes ${others} other ${others === 1 ? "file" : "files"} too:`;
	return [...restore, {
		text,
		command
	}];
}
// src/commands/find-way-back.ts
function filesOf(only, target, tip) {
	const isSelected = (name) => only.includes(name);
	const of = ({ rules }) => rules.filter(({ payload }) => isSelected(payload.name)).map(({ path }) => path);
	const paths = /* @__PURE__ */ new Set([...of(target), ...of(tip)]);
	return tip.rules.some(({ path, payload }) => paths.has(path) && !isSelected(payload.name)) ? void 0 : paths;
}
async function chooseFiles(session, github, tip, live, loaded) {
	const { only, rules, idMap } = session.inputs;
	if (only.length === 0) {
		const isRule = isWantedPath(rules);
		const mapPath = (await session.readIdMap())?.path;
		return (path) => isRule(path) || idMap !== "" && path === mapPath;
	}
	const atTip = tip === live ? loaded.live : await readCommitRules(github, tip, session, []);
	const paths = atTip === void 0 ? void 0 : filesOf(only, loaded.target, atTip);
	return paths === void 0 ? void 0 : (path) => paths.has(path);
}
async function readTip({ trigger }, github, live) {
	const tree = await github.readTree(trigger.commit);
	return tree === void 0 ? {
		tip: live,
		tipTree: await github.readTree(live)
	} : {
		tip: trigger.commit,
		tipTree: tree
	};
}
async function find(session, github, { target, live }, loaded) {
	const { tip, tipTree = [] } = await readTip(session, github, live);
	const isWanted = await chooseFiles(session, github, tip, live, loaded);
	if (isWanted === void 0) return [{ text: `to bring the branch in line, make these rules what they are at ${target}` }];
	return tellWayBack({
		target,
		targetTree: await github.readTree(target) ?? [],
		tip,
		tipTree,
		isWanted,
		isLinear: session.inputs.only.length === 0 && await github.compareCommits(target, tip) === "ahead" && await github.isLinear(target, tip)
	});
}
async function findWayBack(session, github, commits, loaded) {
	try {
		return await find(session, github, commits, loaded);
	} catch (error) {
		session.log.warning(`how to bring the branch in line could not be found out: ${messageOf(error)}`);
		return [{ text: `to bring the branch in line, make its rule files what they are at ${commits.target}` }];
	}
}
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
async function prepareRollback(session, { github, tenant }, live, target, lost) {
	const { inputs, clock } = session;
	const { only } = inputs;
	const read = async (sha) => needCommitRules(github, sha, session, []);
	const [liveLoaded, targetRules] = [await read(live.sha), await read(target.sha)];
	checkRules(target.sha, targetRules);
	const loaded = {
		live: liveLoaded,
		targetRules
	};
	const standing = await readStanding(session, tenant, live, target, loaded);
	const request = {
		desired: standing.target,
		deployed: standing.before,
		deployedFlows: live.state.flows,
		held: target.held,
		uncertain: [...live.state.held.map(({ name }) => name), ...lost],
		releasesHolds: inputs.overrideReason !== "",
		removedRules: inputs.removedRules,
		only
	};
	const plan = tellPlan(session.log, await planDeployment(request, tenant, clock));
	checkWindows(plan, clock.now());
	const heldThere = inputs.overrideReason === "" ? target.held : [];
	const held = holdsAfterRollback(standing.before, standing.target, live.state.held, only, heldThere);
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
// src/commands/tell-holds.ts
function spell({ name, payloadHash }) {
	const shown = JSON.stringify(name);
	return payloadHash === "" ? `the removal of ${shown}` : `${shown} (${payloadHash.slice(0, 12)})`;
}
function list(held) {
	return held.map(spell).join(", ");
}
function tellHolds(before, after, isPreview) {
	const keys = new Set(after.map(({ name, payloadHash }) => `${name}\n${payloadHash}`));
	const released = before.filter(({ name, payloadHash }) => !keys.has(`${name}\n${payloadHash}`));
	const details = [];
	if (after.length > 0) {
		const verb = isPreview ? "would be held" : "held";
		details.push({ text: `${verb} until they are edited, rolled back to, or input override-reason is set: ${list(after)}` });
	}
	if (released.length > 0) details.push({ text: `${isPreview ? "would be held no longer" : "no longer held"}: ${list(released)}` });
	return details;
}
// src/commands/rollback.ts
function makeReport(session, end, prepared) {
	const { lint, before, after, target, targetRules, deployment } = prepared;
	const findings = [...placeRejections(end.rejected, targetRules), ...lint.findings];
	return {
		...reportBase(lint, aboutRun(session, target.sha), findings, compareRuleSets(before, after)),
		command: "rollback",
		result: end.result,
		reason: end.reason,
		message: end.message,
		details: [...end.details ?? [], ...tellLetPass(lint)],
		plan: deployment.plan
	};
}
const NOTHING_CHECKED = {
	files: 0,
	subjects: [],
	timelines: [],
	pathTests: [],
	findings: [],
	suppressed: [],
	textOf: () => void 0
};
function finish(session, end, prepared) {
	return resultOf(makeReport(session, end, prepared), prepared.deployment.digest, end);
}
function refuse(session, reason, message) {
	const report = {
		...reportBase({
			...NOTHING_CHECKED,
			now: session.clock.now()
		}, aboutRun(session), []),
		command: "rollback",
		result: "refused",
		reason,
		message
	};
	return resultOf(report, void 0, {
		result: "refused",
		reason,
		message
	});
}
function tellWay({ dryRun, only }, from, to) {
	const verb = dryRun ? "would go" : "went";
	const which = only.length === 0 ? "" : `, for ${only.map((name) => JSON.stringify(name)).join(", ")} alone`;
	return { text: `${verb} from commit ${from.slice(0, 12)} back to commit ${to.slice(0, 12)}${which}` };
}
async function tellAfterwards(session, github, prepared) {
	const { live, held } = prepared.deployment;
	const holds = [tellWay(session.inputs, live?.sha ?? "", prepared.target.sha), ...tellHolds(live?.state.held ?? [], held, session.inputs.dryRun)];
	if (session.inputs.dryRun) return holds;
	const loaded = {
		live: prepared.live,
		target: prepared.targetRules
	};
	const commits = {
		target: prepared.target.sha,
		live: live?.sha ?? ""
	};
	return [...holds, ...await findWayBack(session, github, commits, loaded)];
}
async function rollBack(session, github) {
	const { inputs } = session;
	const history = await readRecordHistory(github, inputs.environment);
	const { live } = history;
	if (live === void 0) throw new Refusal(`nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}`);
	const doors = {
		github,
		...await needTenant(session)
	};
	const target = await checkTarget(session, github, live, await resolveTarget(session, github, live));
	const audit = startAudit(session, isPartial(inputs) ? live.sha : target.sha, live);
	const prepared = await prepareRollback(session, doors, live, target, inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit));
	if (inputs.dryRun) {
		const end = await rehearse(session, prepared.deployment, doors);
		const details = [...end.details ?? [], ...await tellAfterwards(session, github, prepared)];
		return finish(session, {
			...end,
			details
		}, prepared);
	}
	const end = await carryOut(session, prepared.deployment, doors, audit);
	await syncWebhook(session, end.result);
	if (end.result === "undo-failed") await postOutcome(session, github, "error", `rollback undo-failed: ${end.message}`, live.sha);
	const afterwards = end.result === "rolled-back" ? await tellAfterwards(session, github, prepared) : [];
	const details = [...end.details ?? [], ...afterwards];
	return finish(session, {
		...end,
		details
	}, prepared);
}
async function runRollback(session) {
	checkAuditBranch(session);
	await session.readIdMap();
	const github = await needGitHub(session);
	await needTenant(session);
	try {
		return await rollBack(session, github);
	} catch (error) {
		if (error instanceof Refusal) return refuse(session, "input", error.message);
		if (isRefusal(error)) return refuse(session, error.reason, error.message);
		throw error;
	}
}
export { runRollback };
