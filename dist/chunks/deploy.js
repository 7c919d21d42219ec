import "./rolldown-runtime.js";
import { t as outcomeContext } from "./status-text.js";
import { Dt as aboutRun, Gt as readCommitRules, Hn as hasFailingFinding, In as messageOf, Jt as explainHolds, Kn as rulesetDigest, Ln as compareRuleSets, Mt as isFailure, Ot as reportBase, an as lintWorkspace, en as readRecordHistory, hn as findUnreadable, s as holdsAfterDeploy } from "./lint.js";
import { a as resultOf, i as rehearse, n as placeRejections, o as startAudit, r as carryOut, s as postOutcome, t as syncWebhook } from "./sync-webhook.js";
import { t as checkAuditBranch } from "./keep-log.js";
import { n as planDeployment, r as requestDeployment } from "./plan-deployment2.js";
import { n as recoverUnsettled } from "./recover.js";
import { n as needGitHub, r as needTenant, t as isRefusal } from "./session.js";
import { t as tellPlan } from "./tell-plan2.js";
// src/commands/deploy.ts
async function isSuperseded({ trigger }, github, live) {
	if (live === void 0 || trigger.branchRef === "") return false;
	const tip = await github.resolveCommit(trigger.branchRef);
	if (tip === void 0 || tip === trigger.commit) return false;
	const relation = await github.compareCommits(live.sha, trigger.commit);
	return relation !== "ahead" && relation !== "identical";
}
function makeReport(session, { checked, deployed, plan, holds = [] }, end) {
	const { lint, loaded } = checked;
	const changes = deployed === void 0 ? void 0 : compareRuleSets(deployed, loaded.rules);
	const findings = [...placeRejections(end.rejected, loaded), ...lint.findings];
	return {
		...reportBase(lint, aboutRun(session), findings, changes, findUnreadable(loaded)),
		command: "deploy",
		result: end.result,
		reason: end.reason,
		message: end.message,
		details: [...end.details ?? [], ...holds],
		plan
	};
}
function finish(session, stage, end) {
	return resultOf(makeReport(session, stage, end), rulesetDigest(stage.checked.loaded.rules), end);
}
function heldExplicitly(session, plan) {
	const held = plan.changes.filter((change) => change.action === "held" && session.inputs.only.includes(change.name));
	if (held.length === 0) return void 0;
	return {
		result: "refused",
		reason: "held",
		message: `${held.map((change) => change.name).join(", ")} is held since a rollback: edit it, or set input override-reason`
	};
}
async function readDeployed(session, github, live, checked) {
	const loaded = await readCommitRules(github, live.sha, session, checked.files);
	if (loaded !== void 0) return loaded.rules;
	session.log.warning(`commit ${live.sha}, which is live, is not in the repository any more: every rule is looked at on the tenant`);
	return [];
}
async function compareWithCommit(session, github, checked) {
	const { trigger, log } = session;
	const committed = await readCommitRules(github, trigger.commit, session, checked.files);
	if (committed === void 0 || rulesetDigest(committed.rules) === rulesetDigest(checked.loaded.rules)) return;
	log.warning(`the rules in the workspace are not those of commit ${trigger.commit.slice(0, 12)}: they are deployed, but nobody can recompute their digest from git. Check the commit out unchanged`);
}
async function deployChecked(session, github, checked) {
	const { inputs, trigger, clock } = session;
	const history = await readRecordHistory(github, inputs.environment);
	const { live } = history;
	if (await isSuperseded(session, github, live)) return finish(session, {
		checked,
		deployed: void 0,
		plan: void 0
	}, {
		result: "superseded",
		message: "a newer commit of the branch is live already: nothing was written"
	});
	await compareWithCommit(session, github, checked);
	const doors = {
		github,
		...await needTenant(session)
	};
	const audit = startAudit(session, trigger.commit, live);
	const uncertain = inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit);
	const deployed = live === void 0 ? [] : await readDeployed(session, github, live, checked);
	const desired = checked.loaded.rules;
	const request = {
		...requestDeployment(session, live, desired, deployed),
		uncertain: [...uncertain, ...inputs.only]
	};
	const plan = tellPlan(session.log, await planDeployment(request, doors.tenant, clock));
	const stage = {
		checked,
		deployed,
		plan,
		holds: await explainHolds(session, github, plan)
	};
	const refused = heldExplicitly(session, plan);
	if (refused !== void 0) return finish(session, stage, refused);
	const deployment = {
		sha: trigger.commit,
		rules: desired,
		plan,
		live,
		held: holdsAfterDeploy(request.held, desired, request.releasesHolds, inputs.only),
		digest: rulesetDigest(desired),
		kind: "deploy"
	};
	if (inputs.dryRun) return finish(session, stage, await rehearse(session, deployment, doors));
	const end = await carryOut(session, deployment, doors, audit);
	await syncWebhook(session, end.result);
	return finish(session, stage, end);
}
async function postEnd(session, github, report) {
	if (report.result === "superseded") return postOutcome(session, github, "success", report.message);
	const state = report.result === "undo-failed" ? "error" : "failure";
	return isFailure(report.result) ? postOutcome(session, github, state, `${report.result}: ${report.message}`) : void 0;
}
async function deployOrRefuse(session, github, checked) {
	const { findings } = checked.lint;
	const unplanned = {
		checked,
		deployed: void 0,
		plan: void 0
	};
	if (hasFailingFinding(findings, session.inputs.failOn) || hasFailingFinding(findings, "error")) return finish(session, unplanned, {
		result: "failed",
		reason: "lint",
		message: "the rules have findings, so nothing is deployed"
	});
	try {
		return await deployChecked(session, github, checked);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return finish(session, unplanned, {
			result: "refused",
			reason: error.reason,
			message: error.message
		});
	}
}
async function runDeploy(session) {
	const { inputs, trigger } = session;
	checkAuditBranch(session);
	const checked = await lintWorkspace(session);
	const github = await needGitHub(session);
	await needTenant(session);
	if (inputs.dryRun) return deployOrRefuse(session, github, checked);
	await github.setStatus(trigger.commit, outcomeContext(inputs.environment), "pending", "deploying");
	try {
		const result = await deployOrRefuse(session, github, checked);
		await postEnd(session, github, result.report);
		return result;
	} catch (error) {
		await postOutcome(session, github, "error", messageOf(error));
		throw error;
	}
}
export { runDeploy };
