import { n as compareCodePoints } from "./hash.js";
// src/lint/finding.ts
const RANK = {
	error: 0,
	warning: 1,
	info: 2
};
/** Errors first, then by path, line, column and check. */
function compareFindings(a, b) {
	return RANK[a.severity] - RANK[b.severity] || compareCodePoints(a.path, b.path) || a.line - b.line || a.column - b.column || compareCodePoints(a.check, b.check) || compareCodePoints(a.message, b.message);
}
/** How many findings have a severity. */
function countFindings(findings, severity) {
	return findings.filter((finding) => finding.severity === severity).length;
}
/** Whether any finding is at or over the severity that fails a run. */
function hasFailingFinding(findings, failOn) {
	if (failOn === "never") return false;
	return findings.some((finding) => RANK[finding.severity] <= RANK[failOn]);
}
export { countFindings as n, hasFailingFinding as r, compareFindings as t };
