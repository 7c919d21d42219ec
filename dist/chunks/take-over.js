import { M as makeRuleFile, br as UserError, hr as compareCodePoints, or as count, sr as compareRuleSets } from "./lint.js";
// src/commands/take-over.ts
function makeFiles(taken, map) {
	const files = [];
	const left = [];
	const ambiguous = [];
	for (const { name, flow, path, old } of taken) {
		const made = makeRuleFile(flow, {
			path,
			old,
			map
		});
		if (made.kind === "text") {
			if (made.text !== old) files.push({
				path,
				text: made.text,
				isNew: old === void 0
			});
		} else if (made.kind === "misfit") {
			const text = `${JSON.stringify(name)}, flow ${JSON.stringify(flow.id)}, is not written: it does not have the shape of a rule: ${made.why}`;
			left.push({ text });
		} else ambiguous.push(`${JSON.stringify(name)}: ${made.why}`);
	}
	if (ambiguous.length > 0) {
		const message = `the id map (input id-map) cannot be followed backwards, so nothing was written: ${ambiguous.join("; ")}`;
		throw new UserError("input", message);
	}
	return {
		files: files.toSorted((a, b) => compareCodePoints(a.path, b.path)),
		left
	};
}
function describe({ files }, isDryRun, errors) {
	if (files.length === 0) return {
		result: "nothing-to-do",
		message: "no rule file was written: there is nothing to take over"
	};
	const paths = files.map(({ path }) => JSON.stringify(path)).join(", ");
	const what = count(files.length, "rule file");
	if (isDryRun) return {
		result: "planned",
		message: `dry run: ${what} would be written: ${paths}`
	};
	return {
		result: "passed",
		message: `${what} written: ${paths}${errors === 0 ? "" : `; the checks find ${count(errors, "error")} in them, which no deployment lets pass`}`
	};
}
async function takeOver({ writer, isDryRun, check }, plan, before) {
	const writtenFiles = plan.files.map(({ path }) => path);
	if (isDryRun || plan.files.length === 0) return {
		checked: before,
		reported: {
			end: {
				...describe(plan, isDryRun, 0),
				details: plan.left
			},
			writtenFiles
		}
	};
	await writer.writeFiles(plan.files);
	const checked = await check();
	const written = new Set(writtenFiles);
	const findings = checked.lint.findings.filter(({ path }) => written.has(path));
	const errors = findings.filter(({ severity }) => severity === "error").length;
	return {
		checked,
		reported: {
			end: {
				...describe(plan, false, errors),
				details: plan.left
			},
			writtenFiles,
			findings,
			changes: compareRuleSets(before.loaded.rules, checked.loaded.rules)
		}
	};
}
export { takeOver as n, makeFiles as t };
