import "./rolldown-runtime.js";
import { n as ENDPOINTS } from "./endpoints.js";
import { I as ApiError, L as UserError, R as messageOf, j as rulesetDigest, p as countFindings } from "./initial.js";
import { h as compareRuleSets, i as requestDeployment, n as readCommitRules, r as planDeployment, t as needCommitRules, u as readRecordHistory } from "./read-commit-rules.js";
import { t as lintWorkspace } from "./lint-workspace.js";
import { t as explainHolds } from "./explain-holds.js";
import { n as reportLint } from "./report-checked.js";
// src/commands/lint.ts
/** A plan is only read for: credentials that may not write are enough. */
const READING_SCOPES = [ENDPOINTS.listFlows.scope];
/** The base commit's rules; undefined, with a warning, where they cannot be read. */
async function readBase(session, github, checked) {
	const { trigger, inputs, log } = session;
	if (trigger.base === void 0) return void 0;
	try {
		const base = await readCommitRules(github, trigger.base, inputs.rules, checked.files);
		if (base === void 0) log.warning(`the base commit ${trigger.base} is not there, so nothing is compared with it`);
		return base?.rules;
	} catch (error) {
		log.warning(`the base commit ${trigger.base} cannot be read, so nothing is compared with it: ${messageOf(error)}`);
		return;
	}
}
async function readLive({ inputs, log }, github) {
	try {
		return (await readRecordHistory(github, inputs.environment)).live;
	} catch (error) {
		log.warning(`nothing is planned against the tenant: ${messageOf(error)}`);
		return "unknown";
	}
}
/** What a merge would do on the tenant; undefined without credentials. Without GitHub it is planned as a first deployment. */
async function planAhead(session, github, checked) {
	const { inputs, clock } = session;
	const opened = await session.openTenant();
	if (opened === void 0) return void 0;
	const live = github === void 0 ? void 0 : await readLive(session, github);
	if (live === "unknown") return void 0;
	const loaded = live === void 0 || github === void 0 ? void 0 : await needCommitRules(github, live.sha, inputs.rules, checked.files);
	const request = requestDeployment(session, live, checked.loaded.rules, loaded?.rules ?? []);
	return planDeployment(request, opened.tenant, clock, READING_SCOPES);
}
/** A tenant that cannot be asked is no reason to fail the rules: a warning says why there is no plan. */
async function planOrWarn(session, github, checked) {
	try {
		return await planAhead(session, github, checked);
	} catch (error) {
		if (!(error instanceof UserError || error instanceof ApiError) || error instanceof UserError && error.reason === "input") throw error;
		session.log.warning(`nothing is planned against the tenant: ${messageOf(error)}`);
		return;
	}
}
/** Runs command lint. @throws UserError */
async function runLint(session) {
	const { inputs, trigger, run } = session;
	const checked = await lintWorkspace(session);
	const github = await session.openGitHub();
	const base = github === void 0 ? void 0 : await readBase(session, github, checked);
	const changes = base === void 0 ? void 0 : compareRuleSets(base, checked.loaded.rules);
	const plan = countFindings(checked.lint.findings, "error") > 0 ? void 0 : await planOrWarn(session, github, checked);
	const holds = plan === void 0 || github === void 0 ? [] : await explainHolds(session, github, plan);
	const about = {
		...inputs,
		commit: trigger.commit,
		repositoryUrl: run.repositoryUrl
	};
	return {
		report: {
			...reportLint(checked, about, changes),
			details: holds,
			plan
		},
		rulesetDigest: rulesetDigest(checked.loaded.rules)
	};
}
export { runLint };
