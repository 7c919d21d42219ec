import { or as count, ur as compareFindings } from "./lint.js";
// src/commands/source/find-unknown-rules.ts
const CHECKS = /* @__PURE__ */ new Set([
	"rule-files",
	"syntax",
	"duplicate-key",
	"schema",
	"window-ambiguous",
	"duplicate-rule-name"
]);
function findUnknownRules({ lint, files, loaded }, emptyFor = []) {
	const isEmpty = files.length === 0;
	const isExpected = ({ check, path }) => isEmpty && check === "rule-files" && emptyFor.includes(path);
	const findings = lint.findings.filter((finding) => finding.severity === "error" && CHECKS.has(finding.check) && !isExpected(finding));
	const unread = loaded.files.length - loaded.rules.length;
	if (findings.length === 0 && unread === 0 && (!isEmpty || emptyFor.length > 0)) return void 0;
	const what = unread > 0 ? `${count(unread, "rule file")} cannot be read` : "the rules cannot all be told apart";
	return {
		end: {
			result: "failed",
			reason: "lint",
			message: `${isEmpty ? "no rule file was found" : what}, so git and the tenant are not compared`
		},
		findings: findings.toSorted(compareFindings)
	};
}
export { findUnknownRules as t };
