import { n as compareCodePoints } from "./hash.js";
// src/report/report.ts
/** Whether a result ends the process with exit code 1. */
function isFailure(result) {
	return result === "failed" || result === "undone" || result === "undo-failed" || result === "refused";
}
/** Puts rules with their figures and their changes together. `compute` is asked only for versions that are gone or changed. */
function reportRules(subjects, changes, compute) {
	if (changes === void 0) return subjects.map((subject) => ({
		...subject,
		change: void 0,
		before: void 0
	}));
	const figuresOf = new Map(subjects.map((subject) => [subject.rule, subject.figures]));
	return changes.flatMap((change) => {
		const { kind, before, after } = change;
		const rule = after ?? before;
		if (rule === void 0) return [];
		const figures = figuresOf.get(rule) ?? compute(rule);
		return [{
			rule,
			figures,
			change: kind,
			before: before === void 0 ? void 0 : {
				rule: before,
				figures: before.payloadHash === rule.payloadHash ? figures : compute(before)
			}
		}];
	});
}
/** The names that a commit changes, sorted; removed ones and the former names of renamed ones too. */
function changedNames(rules) {
	return rules.filter(isChanged).flatMap(({ rule, change, before }) => {
		const former = change === "renamed" && before !== void 0 ? [before.rule.payload.name] : [];
		return [rule.payload.name, ...former];
	}).toSorted(compareCodePoints);
}
function isChanged({ change }) {
	return change !== void 0 && change !== "unchanged";
}
/** The rules of the commit, without removed ones. */
function presentRules(report) {
	return report.rules.filter(({ change }) => change !== "removed");
}
/** The largest depth of the commit's rules, 0 where there is none. */
function largestDepth(report) {
	return presentRules(report).reduce((most, { figures }) => Math.max(most, figures.depth.depth), 0);
}
export { presentRules as a, largestDepth as i, isChanged as n, reportRules as o, isFailure as r, changedNames as t };
