import "./rolldown-runtime.js";
import { Fn as reportBase, In as unchecked, Sn as readRecordHistory, Zt as readCommitRules, a as tellHolds, cn as isWantedPath, gn as needTenant, hn as needGitHub, i as tellHowToRevert, k as placeRejections, mn as isRefusal, pn as aboutRun, sr as compareRuleSets, xr as messageOf } from "./lint.js";
import { a as postOutcome, i as rehearse, n as recoverUnsettled, o as resultOf, r as carryOut, s as startAudit, t as syncWebhook } from "./sync-webhook.js";
import { t as checkAuditBranch } from "./keep-log.js";
import { a as resolveTarget, i as checkTarget, n as prepareRollback, o as tellLetPass, r as TargetRefusal, t as isPartial } from "./prepare-rollback.js";
// src/commands/rollback/bring-in-line.ts
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
async function compareBranch(session, github, { target, live }, loaded) {
	const { tip, tipTree = [] } = await readTip(session, github, live);
	const isWanted = await chooseFiles(session, github, tip, live, loaded);
	if (isWanted === void 0) return [{ text: `to bring the branch in line, make these rules what they are at ${target}` }];
	const targetTree = await github.readTree(target) ?? [];
	const isLinear = session.inputs.only.length === 0 && await github.compareCommits(target, tip) === "ahead" && await github.isLinear(target, tip);
	return tellHowToRevert({
		target,
		targetTree,
		tip,
		tipTree,
		isWanted,
		isLinear
	});
}
async function tellHowToBringInLine(session, github, commits, loaded) {
	try {
		return await compareBranch(session, github, commits, loaded);
	} catch (error) {
		session.log.warning(`how to bring the branch in line could not be found out: ${messageOf(error)}`);
		return [{ text: `to bring the branch in line, make its rule files what they are at ${commits.target}` }];
	}
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
function finish(session, end, prepared) {
	return resultOf(makeReport(session, end, prepared), prepared.deployment.digest, end);
}
function refuse(session, reason, message) {
	const report = {
		...reportBase(unchecked(session.clock.now()), aboutRun(session), []),
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
	return [...holds, ...await tellHowToBringInLine(session, github, commits, loaded)];
}
async function carryOutRollback(session, doors, { deployment }, audit) {
	const end = await carryOut(session, deployment, doors, audit);
	if (end.result === "undo-failed" && deployment.live !== void 0) {
		const text = `rollback undo-failed: ${end.message}`;
		await postOutcome(session, doors.github, "error", text, deployment.live.sha);
	}
	return end;
}
async function rollBack(session, github) {
	const { inputs } = session;
	const history = await readRecordHistory(github, inputs.environment);
	const { live } = history;
	if (live === void 0) throw new TargetRefusal(`nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}`);
	const doors = {
		github,
		...await needTenant(session)
	};
	const target = await checkTarget(session, github, live, await resolveTarget(session, github, live));
	const audit = startAudit(session, isPartial(inputs) ? live.sha : target.sha, live);
	const lost = inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit);
	const prepared = await prepareRollback(session, doors, live, target, lost);
	if (inputs.dryRun) {
		const end = await rehearse(session, prepared.deployment, doors);
		const details = [...end.details ?? [], ...await tellAfterwards(session, github, prepared)];
		return finish(session, {
			...end,
			details
		}, prepared);
	}
	const end = await carryOutRollback(session, doors, prepared, audit);
	await syncWebhook(session, end.result);
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
		if (error instanceof TargetRefusal) return refuse(session, "input", error.message);
		if (isRefusal(error)) return refuse(session, error.reason, error.message);
		throw error;
	}
}
export { carryOutRollback, runRollback, tellAfterwards };
