import { Jn as computeFigures, Qt as count, Wt as reportRules, nr as compareFindings } from "./lint.js";
// src/commands/readable-rules.ts
const CHECKS = /* @__PURE__ */ new Set([
	"rule-files",
	"syntax",
	"duplicate-key",
	"schema",
	"window-ambiguous",
	"duplicate-rule-name"
]);
function findUnreadable({ lint, files, loaded }, emptyFor = []) {
	const isEmpty = files.length === 0;
	const isExpected = ({ check, path }) => isEmpty && check === "rule-files" && emptyFor.includes(path);
	const findings = lint.findings.filter((finding) => finding.severity === "error" && CHECKS.has(finding.check) && !isExpected(finding));
	const unread = loaded.files.length - loaded.rules.length;
	if (findings.length === 0 && unread === 0 && (!isEmpty || emptyFor.length > 0)) return void 0;
	const what = unread > 0 ? `${count(unread, "rule file")} cannot be read` : "the rules cannot all be told apart";
	return {
		stop: {
			result: "failed",
			reason: "lint",
			message: `${isEmpty ? "no rule file was found" : what}, so git and the tenant are not compared`
		},
		findings: findings.toSorted(compareFindings)
	};
}
// src/commands/report-drift.ts
function reportDrift({ inputs, trigger, run }, { lint }, { end, findings = [], drift, changes, writtenFiles }) {
	const rules = reportRules(lint.subjects, changes, (rule) => computeFigures(rule.payload.nodes), lint.now);
	return {
		command: trigger.command,
		environment: inputs.environment,
		commit: trigger.commit,
		result: end.result,
		reason: end.reason,
		message: end.message,
		details: end.details ?? [],
		maxDepth: inputs.maxDepth,
		files: lint.files,
		rules: rules.map((rule) => ({
			...rule,
			callers: []
		})),
		findings,
		unreadable: [],
		suppressed: [],
		now: lint.now,
		timelines: [],
		plan: void 0,
		repositoryUrl: writtenFiles === void 0 ? run.repositoryUrl : "",
		...drift === void 0 ? {} : { drift },
		...writtenFiles === void 0 ? {} : { writtenFiles },
		...end.result === "drifted" && !inputs.failOnDrift ? { isTolerated: true } : {}
	};
}
export { findUnreadable as n, reportDrift as t };
