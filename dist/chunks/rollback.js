import "./rolldown-runtime.js";
import { $n as compareRuleSets, Bt as aboutRun, Qn as messageOf, Tn as isWantedPath, Vt as reportBase, dn as readRecordHistory, l as holdKey, sr as compareCodePoints, tn as readCommitRules } from "./lint.js";
import { a as resultOf, i as rehearse, n as placeRejections, o as startAudit, r as carryOut, s as postOutcome, t as syncWebhook } from "./sync-webhook.js";
import { t as checkAuditBranch } from "./keep-log.js";
import { a as resolveTarget, i as checkTarget, n as prepareRollback, o as tellLetPass, r as Refusal, t as isPartial } from "./prepare-rollback.js";
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
	const place = `on ${tip.slice(0, 12)} (the tip of the branch)`;
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
// src/commands/tell-holds.ts
function spell({ name, payloadHash }) {
	const shown = JSON.stringify(name);
	return payloadHash === "" ? `the removal of ${shown}` : `${shown} (${payloadHash.slice(0, 12)})`;
}
function list(held) {
	return held.map(spell).join(", ");
}
function tellHolds(before, after, isPreview) {
	const keys = new Set(after.map(holdKey));
	const released = before.filter((entry) => !keys.has(holdKey(entry)));
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
	if (live === void 0) throw new Refusal(`nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}`);
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
		if (error instanceof Refusal) return refuse(session, "input", error.message);
		if (isRefusal(error)) return refuse(session, error.reason, error.message);
		throw error;
	}
}
export { carryOutRollback, runRollback, tellAfterwards };
