import "./rolldown-runtime.js";
import { At as compareRuleSets, D as isWrite, Et as computeFigures, Lt as rulesetDigest, d as holdsAfterRollback, et as reportRules, ft as readOwnState, lt as listDeployed, pt as readRecordHistory, rt as needCommitRules } from "./lint.js";
import { a as recoverUnsettled, c as rehearse, d as postOutcome, i as needTenant, l as resultOf, n as isRefusal, o as placeRejection, r as needGitHub, s as carryOut, t as syncWebhook, u as startAudit } from "./sync-webhook.js";
import { t as planDeployment } from "./plan-deployment2.js";
// src/commands/rollback-target.ts
const FULL_SHA = /^[0-9a-f]{40}$/;
var Refusal = class extends Error {
	name = "Refusal";
};
async function resolveTarget({ inputs }, github, live) {
	const { rollbackTo, environment } = inputs;
	if (rollbackTo === "previous") {
		if (live.state.previousSha !== null) return live.state.previousSha;
		throw new Refusal(`there is nothing before ${live.sha.slice(0, 12)} in environment ${JSON.stringify(environment)}: it is the first deployment`);
	}
	if (FULL_SHA.test(rollbackTo)) return rollbackTo;
	const sha = await github.resolveCommit(rollbackTo);
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
		held: state?.held ?? [],
		skipsChecks: !isAncestor || state === void 0
	};
}
function checkWindows(plan, now) {
	const over = plan.changes.filter((change) => {
		const end = change.rule?.payload.expirationDate;
		return isWrite(change) && change.finalStatus === "ACTIVE" && end !== void 0 && Date.parse(end) <= now;
	});
	if (over.length === 0) return;
	throw new Refusal(`the window of ${over.map((change) => `${change.name} (until ${change.rule?.payload.expirationDate ?? ""})`).join(", ")} is over: bringing it back would leave its campaign without a rule`);
}
// src/commands/rollback.ts
function isPartial(inputs) {
	return inputs.only.length > 0;
}
async function prepare(session, { github, tenant }, live, target, lost) {
	const { inputs, clock } = session;
	const read = async (sha) => needCommitRules(github, sha, session, []);
	const [liveLoaded, targetLoaded] = [await read(live.sha), await read(target.sha)];
	const [broken] = targetLoaded.problems;
	if (broken !== void 0) throw new Refusal(`${broken.path} at ${target.sha.slice(0, 12)} cannot be read as a rule: ${broken.message}`);
	if (targetLoaded.rules.length === 0) throw new Refusal(`${target.sha} has no rule file that matches input rules`);
	const request = {
		desired: targetLoaded.rules,
		deployed: liveLoaded.rules,
		deployedFlows: live.state.flows,
		held: target.held,
		uncertain: [...live.state.held.map(({ name }) => name), ...lost],
		releasesHolds: inputs.overrideReason !== "",
		removedRules: inputs.removedRules,
		only: inputs.only
	};
	const plan = await planDeployment(request, tenant, clock);
	checkWindows(plan, clock.now());
	const heldThere = inputs.overrideReason === "" ? target.held : [];
	const held = holdsAfterRollback(liveLoaded.rules, targetLoaded.rules, live.state.held, inputs.only, heldThere);
	const rules = isPartial(inputs) ? liveLoaded.rules : targetLoaded.rules;
	return {
		deployment: {
			sha: isPartial(inputs) ? live.sha : target.sha,
			rules,
			plan,
			live,
			held,
			digest: rulesetDigest(rules),
			kind: "rollback",
			skipsChecks: target.skipsChecks
		},
		liveRules: liveLoaded.rules,
		targetLoaded,
		target
	};
}
function makeReport(session, end, prepared) {
	const { inputs, run, trigger } = session;
	const compute = (rule) => computeFigures(rule.payload.nodes);
	const targetRules = prepared?.targetLoaded.rules ?? [];
	const subjects = targetRules.map((rule) => ({
		rule,
		figures: compute(rule)
	}));
	const changes = prepared === void 0 ? void 0 : compareRuleSets(prepared.liveRules, targetRules);
	return {
		command: "rollback",
		environment: inputs.environment,
		commit: prepared?.target.sha ?? trigger.commit,
		result: end.result,
		reason: end.reason,
		message: end.message,
		details: end.details ?? [],
		maxDepth: inputs.maxDepth,
		files: targetRules.length,
		rules: reportRules(subjects, changes, compute),
		findings: prepared === void 0 ? [] : placeRejection(end.rejected, prepared.targetLoaded),
		suppressed: [],
		timelines: [],
		plan: prepared?.deployment.plan,
		repositoryUrl: run.repositoryUrl
	};
}
function finish(session, end, prepared) {
	return resultOf(makeReport(session, end, prepared), prepared?.deployment.digest, end);
}
function afterwards({ deployment, target }) {
	const { live, held } = deployment;
	const details = [];
	if (held.length > 0) {
		const names = [...new Set(held.map(({ name }) => JSON.stringify(name)))].join(", ");
		details.push({ text: `held until they are edited, or input override-reason is set: ${names}` });
	}
	if (live !== void 0 && live.sha !== target.sha) {
		const command = `git revert --no-commit ${target.sha}..${live.sha}`;
		details.push({
			text: "to bring the branch in line, commit what this makes of the rule files:",
			command
		});
	}
	return details;
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
	const prepared = await prepare(session, doors, live, target, inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit));
	if (inputs.dryRun) return finish(session, await rehearse(session, prepared.deployment, doors), prepared);
	const end = await carryOut(session, prepared.deployment, doors, audit);
	await syncWebhook(session, end.result);
	if (end.result === "undo-failed") await postOutcome(session, github, "error", `rollback undo-failed: ${end.message}`, live.sha);
	const details = [...end.details ?? [], ...end.result === "rolled-back" ? afterwards(prepared) : []];
	return finish(session, {
		...end,
		details
	}, prepared);
}
async function runRollback(session) {
	await session.readIdMap();
	const github = await needGitHub(session);
	await needTenant(session);
	try {
		return await rollBack(session, github);
	} catch (error) {
		if (error instanceof Refusal) return finish(session, {
			result: "refused",
			reason: "input",
			message: error.message
		});
		if (isRefusal(error)) return finish(session, {
			result: "refused",
			reason: error.reason,
			message: error.message
		});
		throw error;
	}
}
export { runRollback };
