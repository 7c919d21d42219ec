import { p as computeFigures } from "./load-rules.js";
import { E as reportRules, a as reportPathTests, c as count, i as remarkOnPathTests, m as hasFailingFinding, o as sumUpPathTests, p as countFindings } from "./initial.js";
import { n as PATH_TEST } from "./lint-workspace.js";
// src/commands/report-checked.ts
function reportBase({ lint }, about, findings, changes) {
	return {
		environment: about.environment,
		commit: about.commit,
		details: [],
		maxDepth: about.maxDepth,
		files: lint.files,
		rules: reportRules(lint.subjects, changes, (rule) => computeFigures(rule.payload.nodes)),
		findings,
		suppressed: lint.suppressed,
		plan: void 0,
		pathTests: reportPathTests(lint.pathTests, lint.subjects),
		repositoryUrl: about.repositoryUrl
	};
}
function countSeverities(findings) {
	return `${count(countFindings(findings, "error"), "error")}, ${count(countFindings(findings, "warning"), "warning")}`;
}
/** The report of command lint. @param changes since the base; undefined where there is nothing to compare with */
function reportLint(checked, about, changes) {
	const { findings, files } = checked.lint;
	const fails = hasFailingFinding(findings, about.failOn);
	return {
		...reportBase(checked, about, findings, changes),
		command: "lint",
		result: fails ? "failed" : "passed",
		reason: fails ? "lint" : void 0,
		message: `${count(files, "rule file")} checked: ${countSeverities(findings)}`
	};
}
/**
* What tells of a file that cannot be read as a rule, which would leave its tests without meaning, and of the path tests
* themselves.
*/
const CHECKS_OF_TESTS = /* @__PURE__ */ new Set([
	"rule-files",
	"syntax",
	"duplicate-key",
	"schema",
	"window-ambiguous",
	PATH_TEST
]);
/** What command test says where no path test is there at all. */
const NO_PATH_TESTS = "no path test is there, so nothing was tested: path tests are files that end in .test.json, and input rules must match them";
function describeTests({ pathTests }, findings) {
	if (pathTests === void 0) return findings.length === 0 ? NO_PATH_TESTS : countSeverities(findings);
	const remark = remarkOnPathTests(pathTests);
	return `${sumUpPathTests(pathTests)}${remark === "" ? "" : `; ${remark}`}`;
}
/** The report of command test: a test that fails fails it whatever `fail-on` says, and so does a file that cannot be read. */
function reportTest(checked, about) {
	const findings = checked.lint.findings.filter(({ check }) => CHECKS_OF_TESTS.has(check));
	const base = reportBase(checked, about, findings);
	const failOn = about.failOn === "never" ? "error" : about.failOn;
	const fails = (base.pathTests?.failed ?? 0) > 0 || hasFailingFinding(findings, failOn);
	return {
		...base,
		command: "test",
		result: fails ? "failed" : "passed",
		reason: fails ? "test" : void 0,
		message: describeTests(base, findings)
	};
}
export { reportLint as n, reportTest as r, NO_PATH_TESTS as t };
