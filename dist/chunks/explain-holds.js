import { n as compareCodePoints } from "./hash.js";
import { t as compareFindings } from "./finding.js";
import { a as loadRules, c as locate, l as findHoldOrigins, o as nearest, s as atValue, x as computeFigures } from "./read-commit-rules.js";
// src/lint/checks/duplicate-key.ts
const duplicateKey = {
	id: "duplicate-key",
	severity: "error",
	finds: "a key that stands twice in one JSON object, of which a parser silently keeps one"
};
// src/lint/checks/duplicate-node-id.ts
const duplicateNodeId = {
	id: "duplicate-node-id",
	severity: "error",
	finds: "two nodes of one rule with the same id",
	lookAtRule: ({ rule, figures }) => {
		const first = /* @__PURE__ */ new Map();
		return figures.graph.ids.flatMap((id, index) => {
			const before = first.get(id);
			if (before === void 0) {
				first.set(id, index);
				return [];
			}
			const message = `node id ${JSON.stringify(id)} is taken: nodes[${before}] has it already`;
			return [{
				check: "duplicate-node-id",
				path: rule.path,
				message,
				place: atValue(`/nodes/${index}/id`)
			}];
		});
	}
};
// src/lint/checks/duplicate-rule-name.ts
const duplicateRuleName = {
	id: "duplicate-rule-name",
	severity: "error",
	finds: "two rule files with one name",
	lookAtAll: (subjects) => {
		const first = /* @__PURE__ */ new Map();
		return subjects.flatMap(({ rule }) => {
			const { name } = rule.payload;
			const before = first.get(name);
			if (before === void 0) {
				first.set(name, rule.path);
				return [];
			}
			const message = `the name ${JSON.stringify(name)} is taken: ${JSON.stringify(before)} has it already, and a name can be deployed once only`;
			return [{
				check: "duplicate-rule-name",
				path: rule.path,
				message,
				place: atValue("/name")
			}];
		});
	}
};
// src/lint/checks/max-depth.ts
const MOST_NODES_SHOWN$1 = 40;
/** A path as text; a long one is cut in its middle, and says by how much. */
function spellPath(ids) {
	if (ids.length <= MOST_NODES_SHOWN$1) return ids.join(" → ");
	const half = MOST_NODES_SHOWN$1 / 2;
	const left = ids.length - MOST_NODES_SHOWN$1;
	return [
		...ids.slice(0, half),
		`(${left} more)`,
		...ids.slice(-20)
	].join(" → ");
}
const maxDepth = {
	id: "max-depth",
	severity: "error",
	finds: "a rule whose longest way without repetition has more transitions than `max-depth` allows",
	lookAtRule: ({ rule, figures }, settings) => {
		const { depth, upperBound, path } = figures.depth;
		const limit = settings.maxDepth;
		if (upperBound <= limit) return [];
		const isProved = depth > limit;
		const way = spellPath(path.map((node) => figures.graph.ids[node] ?? ""));
		const message = isProved ? `the longest way has ${depth} transitions, the limit is ${limit}: ${way}` : `the longest way found has ${depth} transitions, but one of up to ${upperBound} could not be ruled out; the limit is ${limit}`;
		const last = path.at(-1) ?? 0;
		return [{
			check: "max-depth",
			path: rule.path,
			message,
			place: atValue(`/nodes/${last}`),
			...isProved ? {} : { severity: "warning" }
		}];
	}
};
// src/lint/checks/schema.ts
const schema = {
	id: "schema",
	severity: "error",
	finds: "a document that does not have the shape of a rule"
};
// src/lint/checks/syntax.ts
const syntax = {
	id: "syntax",
	severity: "error",
	finds: "a file that is no JSON document in UTF-8"
};
// src/lint/checks/trap.ts
const MOST_NODES_SHOWN = 20;
const trap = {
	id: "trap",
	severity: "error",
	finds: "a loop from which no transition leads to an end of the call",
	lookAtRule: ({ rule, figures }) => figures.traps.map((loop) => {
		const shown = loop.slice(0, MOST_NODES_SHOWN).map((node) => JSON.stringify(figures.graph.ids[node] ?? ""));
		const more = loop.length > shown.length ? ` and ${loop.length - shown.length} more` : "";
		return {
			check: "trap",
			path: rule.path,
			message: `callers who come to ${shown.join(", ")}${more} go round for ever: no transition leads on to a hangup, a queue, a transfer or a last node`,
			place: atValue(`/nodes/${loop[0] ?? 0}`)
		};
	})
};
// src/lint/checks/undefined-target.ts
/** A hint compares a target with every id, so only so many of a rule's targets get one. */
const MOST_HINTS = 20;
// src/lint/registry.ts
const CHECKS = [
	duplicateKey,
	duplicateNodeId,
	duplicateRuleName,
	maxDepth,
	schema,
	syntax,
	trap,
	{
		id: "undefined-target",
		severity: "error",
		finds: "a transition to a node that does not exist",
		lookAtRule: ({ rule, figures }) => figures.undefinedTargets.map(({ node, transition, target }, index) => {
			const { id, transitions } = rule.payload.nodes[node] ?? {
				id: "",
				transitions: []
			};
			const condition = transitions[transition]?.condition ?? "";
			const meant = index < MOST_HINTS ? nearest(target, figures.graph.ids) : void 0;
			const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
			const what = target === "" ? "nowhere: its target is empty" : `to ${JSON.stringify(target)}, which no node has as its id`;
			return {
				check: "undefined-target",
				path: rule.path,
				message: `on ${JSON.stringify(condition)} node ${JSON.stringify(id)} leads ${what}${hint}`,
				place: atValue(`/nodes/${node}/transitions/${transition}/target`)
			};
		})
	},
	{
		id: "unreachable-node",
		severity: "warning",
		finds: "a node that no way from the entry leads to",
		lookAtRule: ({ rule, figures }) => {
			const { ids } = figures.graph;
			const first = new Map(ids.map((id, index) => [id, index]).toReversed());
			return figures.unreachable.filter((node) => first.get(ids[node] ?? "") === node).map((node) => ({
				check: "unreachable-node",
				path: rule.path,
				message: `no caller can reach node ${JSON.stringify(figures.graph.ids[node] ?? "")}: no way leads to it from the entry ${JSON.stringify(figures.graph.ids[0] ?? "")}`,
				place: atValue(`/nodes/${node}/id`)
			}));
		}
	},
	{
		id: "window-ambiguous",
		severity: "error",
		finds: "an effective or expiration date that is a local time without an offset"
	}
];
// src/lint/lint-rules.ts
const SEVERITY_OF = new Map(CHECKS.map((check) => [check.id, check.severity]));
function groupByPath(problems) {
	const groups = /* @__PURE__ */ new Map();
	for (const problem of problems) {
		const group = groups.get(problem.path);
		if (group === void 0) groups.set(problem.path, [problem]);
		else group.push(problem);
	}
	return groups;
}
/** Gives problems of one file their severity, line and column. */
function placeProblems(path, text, problems) {
	const ranges = locate(text, problems.map((problem) => problem.place));
	return problems.map((problem, index) => ({
		check: problem.check,
		severity: problem.severity ?? SEVERITY_OF.get(problem.check) ?? "error",
		path,
		...ranges[index] ?? {
			line: 1,
			column: 1,
			endLine: 1,
			endColumn: 1
		},
		pointer: "pointer" in problem.place ? problem.place.pointer : "",
		message: problem.message
	}));
}
/** Runs every check over loaded rules. */
function lintRules(loaded, settings) {
	const subjects = loaded.rules.map((rule) => ({
		rule,
		figures: computeFigures(rule.payload.nodes)
	}));
	const problems = [...loaded.problems];
	for (const check of CHECKS) {
		for (const subject of subjects) problems.push(...check.lookAtRule?.(subject, settings) ?? []);
		problems.push(...check.lookAtAll?.(subjects, settings) ?? []);
	}
	const findings = [...groupByPath(problems)].toSorted(([a], [b]) => compareCodePoints(a, b)).flatMap(([path, group]) => placeProblems(path, loaded.textOf(path) ?? "", group));
	return {
		files: loaded.files.length,
		subjects,
		findings: findings.toSorted(compareFindings)
	};
}
// src/commands/lint-workspace.ts
/** @throws UserError (`input`) where no rule file can be read */
async function lintWorkspace({ workspace, inputs }) {
	const files = await workspace.readRuleFiles(inputs.rules);
	const loaded = loadRules(files);
	return {
		files,
		loaded,
		lint: lintRules(loaded, { maxDepth: inputs.maxDepth })
	};
}
// src/commands/explain-holds.ts
function spellOrigin(origin) {
	return origin === void 0 ? "a rollback" : `the rollback to ${origin.sha.slice(0, 12)} of ${origin.createdAt.slice(0, 10)}`;
}
/** Warns of every held rule. @returns the same sentences for the report */
async function explainHolds(session, github, plan) {
	const holds = plan.changes.filter((change) => change.action === "held").map(({ name, rule }) => ({
		name,
		payloadHash: rule?.payloadHash ?? ""
	}));
	if (holds.length === 0) return [];
	const origins = await findHoldOrigins(github, session.inputs.environment, holds);
	return holds.map(({ name }, index) => {
		const text = `rule ${JSON.stringify(name)} is held since ${spellOrigin(origins[index])}: edit it, roll back to it, or set input override-reason`;
		session.log.warning(text);
		return { text };
	});
}
export { lintWorkspace as n, explainHolds as t };
