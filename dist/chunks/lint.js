import "./rolldown-runtime.js";
import { n as ENDPOINTS } from "./endpoints.js";
import { i as requestDeployment, m as readRecordHistory, n as readCommitRules, r as planDeployment, t as needCommitRules, x as computeFigures, y as compareRuleSets } from "./read-commit-rules.js";
import { n as countFindings, r as hasFailingFinding } from "./finding.js";
import { o as reportRules } from "./report.js";
import { a as rulesetDigest } from "./hash.js";
import { n as UserError, r as messageOf, t as ApiError } from "./errors.js";
import { n as lintWorkspace, t as explainHolds } from "./explain-holds.js";
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
function lintMessage(checked) {
	const { findings } = checked.lint;
	const errors = countFindings(findings, "error");
	const warnings = countFindings(findings, "warning");
	const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
	return `${count(checked.lint.files, "rule file")} checked: ${count(errors, "error")}, ${count(warnings, "warning")}`;
}
/** Runs command lint. @throws UserError */
async function runLint(session) {
	const { inputs, trigger, run } = session;
	const checked = await lintWorkspace(session);
	const { findings, subjects, files } = checked.lint;
	const fails = hasFailingFinding(findings, inputs.failOn);
	const github = await session.openGitHub();
	const base = github === void 0 ? void 0 : await readBase(session, github, checked);
	const changes = base === void 0 ? void 0 : compareRuleSets(base, checked.loaded.rules);
	const plan = countFindings(findings, "error") > 0 ? void 0 : await planOrWarn(session, github, checked);
	const holds = plan === void 0 || github === void 0 ? [] : await explainHolds(session, github, plan);
	return {
		report: {
			command: "lint",
			environment: inputs.environment,
			commit: trigger.commit,
			result: fails ? "failed" : "passed",
			reason: fails ? "lint" : void 0,
			message: lintMessage(checked),
			details: holds,
			maxDepth: inputs.maxDepth,
			files,
			rules: reportRules(subjects, changes, (rule) => computeFigures(rule.payload.nodes)),
			findings,
			plan,
			repositoryUrl: run.repositoryUrl
		},
		rulesetDigest: rulesetDigest(checked.loaded.rules)
	};
}
export { runLint };
