import { n as compareCodePoints } from "./hash.js";
// src/report/report.ts
/** Whether a result ends the process with exit code 1. */
function isFailure(result) {
	return result === "failed" || result === "undone" || result === "undo-failed" || result === "refused";
}
/**
* Puts rules with their figures and their changes together, sorted by name. Of two rules with one name both are there.
* @param compute asked only for versions that are gone or changed
*/
function reportRules(subjects, changes, compute) {
	const changeOf = new Map(changes?.map((change) => [change.name, change]));
	const present = subjects.map(({ rule, figures }) => {
		const change = changeOf.get(rule.payload.name);
		const old = change?.before;
		const oldFigures = old === void 0 || old.payloadHash === rule.payloadHash ? figures : compute(old);
		return {
			rule,
			figures,
			change: change?.kind,
			before: old === void 0 ? void 0 : {
				rule: old,
				figures: oldFigures
			}
		};
	});
	const removed = (changes ?? []).flatMap(({ kind, before }) => {
		if (kind !== "removed" || before === void 0) return [];
		const figures = compute(before);
		return [{
			rule: before,
			figures,
			change: kind,
			before: {
				rule: before,
				figures
			}
		}];
	});
	const byName = (a, b) => compareCodePoints(a.rule.payload.name, b.rule.payload.name) || compareCodePoints(a.rule.path, b.rule.path);
	return [...present, ...removed].toSorted(byName);
}
/** The names that a commit changes, sorted; removed ones and the former names of renamed ones too. */
function changedNames(rules) {
	const names = rules.filter(isChanged).flatMap(({ rule, change, before }) => {
		const former = change === "renamed" && before !== void 0 ? [before.rule.payload.name] : [];
		return [rule.payload.name, ...former];
	});
	return [...new Set(names)].toSorted(compareCodePoints);
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
