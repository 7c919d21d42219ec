import "./rolldown-runtime.js";
import { R as reportDrift, _r as rulesetDigest, c as renderDriftIssue, ct as driftedNames, en as lintWorkspace, gn as needTenant, hn as needGitHub, mn as isRefusal, o as driftIssueMarker, or as count, pn as aboutRun, s as renderClosedIssue, tt as tabulateDrift, xr as messageOf } from "./lint.js";
import { t as compareDeployed } from "./compare-deployed.js";
import { t as findUnknownRules } from "./find-unknown-rules.js";
// src/commands/drift/drift-issue.ts
function isSameText(a, b) {
	const spell = ({ title, body }) => `${title}\n${body.replaceAll("\r\n", "\n").trimEnd()}`;
	return spell(a) === spell(b);
}
async function tell(github, report) {
	const [kept, ...others] = await github.findIssues(driftIssueMarker(report.environment));
	if (report.result === "in-sync") {
		if (kept === void 0) return "is not needed";
		for (const { number, ...issue } of [kept, ...others]) await github.updateIssue(number, renderClosedIssue(issue, report), "closed");
		return `#${kept.number} was closed: the tenant is in sync again`;
	}
	const wanted = renderDriftIssue(report);
	if (kept === void 0) return `#${await github.openIssue(wanted)} was opened`;
	if (isSameText(kept, wanted)) return `#${kept.number} says so already`;
	await github.updateIssue(kept.number, wanted, "open");
	return `#${kept.number} was brought up to date`;
}
async function syncDriftIssue(session, github, report) {
	const { inputs, log } = session;
	const isCompared = report.result === "in-sync" || report.result === "drifted";
	if (!inputs.driftIssue || inputs.dryRun || !isCompared) return;
	try {
		log.info(`the issue on drift ${await tell(github, report)}`);
	} catch (error) {
		log.warning(`the issue on drift (input drift-issue) could not be kept: ${messageOf(error)}. The job summary has the report`);
	}
}
// src/commands/drift.ts
function namesIn({ rules }, state) {
	return rules.filter((rule) => rule.state === state).map(({ name }) => JSON.stringify(name));
}
function describe({ drift, details }) {
	const drifted = driftedNames(drift);
	const waiting = namesIn(drift, "not-deployed");
	const wait = waiting.length === 0 ? "" : `; not deployed yet: ${waiting.join(", ")}`;
	const total = count(drift.rules.length, "rule");
	if (drifted.length === 0) {
		const message = `no drift in ${total}: what was deployed is on the tenant${wait}`;
		const never = `no drift in ${total}${wait}`;
		return {
			result: "in-sync",
			message: drift.deployedSha === void 0 ? never : message,
			details
		};
	}
	const names = drifted.map((name) => JSON.stringify(name)).join(", ");
	const verb = drifted.length === 1 ? "is" : "are";
	return {
		result: "drifted",
		reason: "drift",
		message: `${drifted.length} of ${total} ${verb} not on the tenant as git says: ${names}${wait}`,
		details
	};
}
function finish(session, checked, reported) {
	return {
		report: reportDrift("drift", aboutRun(session), checked.lint, reported),
		rulesetDigest: rulesetDigest(checked.loaded.rules)
	};
}
async function runDrift(session) {
	const { log } = session;
	const checked = await lintWorkspace(session);
	const github = await needGitHub(session);
	const { tenant } = await needTenant(session);
	const unknown = findUnknownRules(checked);
	if (unknown !== void 0) return finish(session, checked, unknown);
	try {
		const compared = await compareDeployed(session, github, tenant, checked);
		const { drift } = compared;
		for (const line of tabulateDrift(drift)) log.info(line);
		const { report, ...result } = finish(session, checked, {
			end: describe(compared),
			drift
		});
		await syncDriftIssue(session, github, report);
		const isTolerated = report.result === "drifted" && !session.inputs.failOnDrift;
		return {
			...result,
			report: {
				...report,
				...isTolerated ? { isTolerated } : {}
			}
		};
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return finish(session, checked, { end: {
			result: "refused",
			reason: error.reason,
			message: error.message
		} });
	}
}
export { runDrift };
