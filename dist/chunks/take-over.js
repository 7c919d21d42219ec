import { $n as compareRuleSets, On as readRule, Qt as count, Vn as nearest, Zn as UserError, _ as unmapPayload, g as idsOfPayload, h as NO_KNOWN_IDS, sr as compareCodePoints, v as printRule, vn as mapRule } from "./lint.js";
// src/commands/make-rule-file.ts
const MOST_TOLD = 3;
function makeRuleFile({ payload, payloadHash, status }, request) {
	const { path, old, map } = request;
	const before = old === void 0 ? void 0 : readRule(old, path);
	const known = before !== void 0 && "payload" in before ? idsOfPayload(before.payload) : NO_KNOWN_IDS;
	const written = map === void 0 ? payload : unmapPayload(payload, map, known);
	if (typeof written === "string") return {
		kind: "ambiguous",
		why: written
	};
	const text = printRule(written, status, old);
	const read = readRule(text, path);
	if (!("payload" in read)) {
		const told = read.slice(0, MOST_TOLD).map(({ message }) => message);
		const rest = read.length > MOST_TOLD ? ` and ${read.length - MOST_TOLD} more` : "";
		return {
			kind: "misfit",
			why: told.join("; ") + rest
		};
	}
	const mapped = map === void 0 ? read : mapRule(read, map);
	if (mapped.payloadHash !== payloadHash || mapped.status !== status) return {
		kind: "misfit",
		why: "a rule file that says the same does not read back as the same"
	};
	return {
		kind: "text",
		text
	};
}
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
function checkOnly(only, known, place) {
	const unknown = only.find((name) => !known.includes(name));
	if (unknown === void 0) return;
	const meant = nearest(unknown, [...known]);
	const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
	throw new UserError("input", `input only names ${JSON.stringify(unknown)}, which ${place}${hint}`);
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
export { makeFiles as n, takeOver as r, checkOnly as t };
