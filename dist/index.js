import "./chunks/rolldown-runtime.js";
import { a as readInput, b as setSecret, c as writeAnnotations, d as codeSpan, f as escapeLog, h as urlPath, i as openSession, l as readEnvironment, m as mermaidLabel, n as AUDIT_LOG, p as markdownSentence, r as FOLDER, s as runnerLog, t as openReportFiles, u as readInputs, v as setFailed, y as setOutput$1 } from "./chunks/report-files.js";
import { n as UserError, r as messageOf, t as ApiError } from "./chunks/errors.js";
import { a as presentRules, i as largestDepth, n as isChanged, r as isFailure, t as changedNames } from "./chunks/report.js";
import { n as countFindings } from "./chunks/finding.js";
import { t as isWrite } from "./chunks/plan.js";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EOL } from "os";
import { constants, promises as promises$1 } from "fs";
// node_modules/@actions/core/lib/summary.js
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises$1;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
// src/request/trigger.ts
const CHOICES = "set input command to lint, deploy or rollback";
function textAt(value, ...keys) {
	let current = value;
	for (const key of keys) {
		if (typeof current !== "object" || current === null) return void 0;
		current = current[key];
	}
	return typeof current === "string" && current !== "" ? current : void 0;
}
function pullRequestNumber(payload) {
	const pull = payload.pull_request;
	const number = typeof pull === "object" && pull !== null ? pull.number : payload.number;
	return typeof pull === "object" && Number.isInteger(number) ? Number(number) : void 0;
}
function chooseCommand(event, rollbackTo) {
	const defaultBranch = textAt(event.payload, "repository", "default_branch");
	switch (event.eventName) {
		case "pull_request":
		case "pull_request_target":
		case "merge_group": return "lint";
		case "push":
			if (defaultBranch === void 0) throw new UserError("input", `the push event does not name the repository's default branch: ${CHOICES}`);
			return event.ref === `refs/heads/${defaultBranch}` ? "deploy" : "lint";
		case "workflow_dispatch": return rollbackTo === "" ? "deploy" : "rollback";
		default: throw new UserError("input", `command: auto does not know what to do on the event ${JSON.stringify(event.eventName)}. It lints on pull_request, pull_request_target and merge_group, deploys on a push to the default branch, and deploys or rolls back on workflow_dispatch. Else ${CHOICES}`);
	}
}
/** Decides what a run is to do. @throws UserError where the event says nothing, or not enough */
function readTrigger(event, command, rollbackTo) {
	const chosen = command === "auto" ? chooseCommand(event, rollbackTo) : command;
	if (chosen === "rollback" && rollbackTo === "") throw new UserError("input", "command rollback needs input rollback-to: a commit SHA, a tag, or previous");
	const { payload } = event;
	const defaultBranch = textAt(payload, "repository", "default_branch");
	const base = textAt(payload, "pull_request", "base", "sha") ?? textAt(payload, "merge_group", "base_sha") ?? (defaultBranch === void 0 ? void 0 : `refs/heads/${defaultBranch}`);
	return {
		command: chosen,
		commit: textAt(payload, "pull_request", "head", "sha") ?? textAt(payload, "merge_group", "head_sha") ?? event.sha,
		base,
		pullRequest: pullRequestNumber(payload),
		branchRef: event.ref.startsWith("refs/heads/") ? event.ref : ""
	};
}
// src/report/annotations.ts
/** How many annotations of one type the runner keeps (actions/runner, ExecutionContext). */
const MOST_OF_A_TYPE = 10;
function annotate(severity, findings, most, noun) {
	const all = findings.map((finding) => ({
		severity,
		message: finding.message,
		finding
	}));
	if (all.length <= most) return all;
	const shown = all.slice(0, most - 1);
	const message = `${all.length - shown.length} more ${noun}: the job summary and report.json have them all`;
	return [...shown, {
		severity,
		message
	}];
}
/**
* Chooses the annotations of a run; where there are too many, the last one of a type says how many more there are.
* @param reserved how many errors the run itself shows beside them
*/
function chooseAnnotations(findings, reserved) {
	const of = (severity) => findings.filter((finding) => finding.severity === severity);
	return [
		...annotate("error", of("error"), MOST_OF_A_TYPE - reserved, "errors"),
		...annotate("warning", of("warning"), MOST_OF_A_TYPE, "warnings"),
		...annotate("notice", of("info"), MOST_OF_A_TYPE, "remarks")
	];
}
// src/report/json.ts
function ruleEntry({ rule, figures, change }, plan) {
	const idOf = (index) => figures.graph.ids[index] ?? "";
	const idsOf = (indices) => indices.map(idOf);
	const { depth } = figures;
	return {
		path: rule.path,
		name: rule.payload.name,
		campaignId: rule.payload.campaignId,
		payloadHash: rule.payloadHash,
		nodes: figures.graph.ids.length,
		edges: figures.graph.edgeCount,
		depth: depth.depth,
		exact: depth.exact,
		depthUpperBound: depth.upperBound,
		longestPath: idsOf(depth.path),
		loops: figures.loops.map(idsOf),
		traps: figures.traps.map(idsOf),
		unreachable: idsOf(figures.unreachable),
		undefinedTargets: figures.undefinedTargets.map(({ node, target }) => ({
			node: idOf(node),
			target
		})),
		...change === void 0 ? {} : { change },
		...plan === void 0 ? {} : { plan }
	};
}
/** Renders report.json; the text ends in a newline. */
function renderJson(report) {
	const planOf = new Map(report.plan?.changes.map((change) => [change.name, change.action]));
	const document = {
		schemaVersion: 1,
		command: report.command,
		environment: report.environment,
		commit: report.commit,
		result: report.result,
		...report.reason === void 0 ? {} : { reason: report.reason },
		summary: {
			files: report.files,
			rules: presentRules(report).length,
			errors: countFindings(report.findings, "error"),
			warnings: countFindings(report.findings, "warning"),
			maxDepth: largestDepth(report)
		},
		rules: report.rules.map((entry) => ruleEntry(entry, planOf.get(entry.rule.payload.name))),
		findings: report.findings
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
// src/report/fit.ts
/** The length of a text in UTF-8 bytes. */
function byteLength(text) {
	return Buffer.byteLength(text, "utf8");
}
function render(section, kept) {
	if (section.rank > 0 && section.items.length > 0 && kept === 0) return "";
	return section.head + section.items.slice(0, kept).join("") + section.tail;
}
function sizeOf(section, kept) {
	return byteLength(render(section, kept));
}
/** How many items of a section may stay so that at least `excess` bytes go; its last items go first. */
function shrink(section, excess) {
	const whole = sizeOf(section, section.items.length);
	let kept = section.items.length;
	let saved = 0;
	while (kept > 0 && saved < excess) {
		kept--;
		saved = kept === 0 ? whole : saved + byteLength(section.items[kept] ?? "");
	}
	return {
		kept,
		saved
	};
}
/**
* Joins sections and leaves out items until the document has at most `budget` bytes.
* @param explain makes the closing sentence that says what was left out
*/
function fitSections(sections, budget, explain) {
	const kept = sections.map((section) => section.items.length);
	const leftOut = /* @__PURE__ */ new Map();
	const whole = sections.reduce((sum, section) => sum + sizeOf(section, section.items.length), 0);
	const order = sections.map((_, index) => index).toSorted((a, b) => (sections[b]?.rank ?? 0) - (sections[a]?.rank ?? 0) || b - a);
	let excess = whole - budget;
	if (excess > 0) {
		const everything = /* @__PURE__ */ new Map();
		for (const { noun, items } of sections) everything.set(noun, (everything.get(noun) ?? 0) + items.length);
		excess += byteLength(explain(everything));
	}
	for (const index of order) {
		const section = sections[index];
		if (excess <= 0 || section === void 0 || section.rank === 0) continue;
		const result = shrink(section, excess);
		const gone = section.items.length - result.kept;
		kept[index] = result.kept;
		excess -= result.saved;
		if (gone > 0) leftOut.set(section.noun, (leftOut.get(section.noun) ?? 0) + gone);
	}
	const body = sections.map((section, index) => render(section, kept[index] ?? 0)).join("");
	return {
		text: leftOut.size === 0 ? body : body + explain(leftOut),
		leftOut
	};
}
// src/report/mermaid.ts
/** Over either, a diagram is left out: GitHub draws up to 500 edges and 50,000 characters. */
const MOST_EDGES = 400;
const MOST_CHARACTERS = 4e4;
/** The two halves of a shape, by node type; told apart without colour. */
const SHAPES = {
	greeting: ["[\"", "\"]"],
	dtmf: ["{{\"", "\"}}"],
	queue: ["[(\"", "\")]"],
	transfer: ["[/\"", "\"/]"],
	hangup: ["([\"", "\"])"]
};
const WORDS = {
	greeting: "greeting",
	dtmf: "menu",
	queue: "queue",
	transfer: "transfer",
	hangup: "hang up"
};
/** Transitions with one source and one target become one edge. */
function mergeEdges(nodes, indexOf) {
	const edges = /* @__PURE__ */ new Map();
	nodes.forEach((node, from) => {
		for (const { condition, target } of node.transitions) {
			const to = indexOf.get(target) ?? -1;
			const key = `${from} ${to < 0 ? JSON.stringify(target) : to}`;
			const edge = edges.get(key) ?? {
				from,
				to,
				conditions: []
			};
			edge.conditions.push(condition);
			edges.set(key, edge);
		}
	});
	return [...edges.values()];
}
function spellFallback(rule) {
	const { type, target } = rule.payload.fallbackAction;
	return `otherwise: ${WORDS[type]}${target === void 0 ? "" : ` ${target}`}`;
}
/**
* Renders a rule as a flow chart.
* @returns the diagram without its fence, or undefined where it is too large for GitHub to draw
*/
function renderMermaid(rule) {
	const { nodes } = rule.payload;
	const indexOf = /* @__PURE__ */ new Map();
	nodes.forEach((node, index) => {
		if (!indexOf.has(node.id)) indexOf.set(node.id, index);
	});
	const edges = mergeEdges(nodes, indexOf);
	const deadEnds = nodes.flatMap((node, index) => isDeadEnd(node) ? [index] : []);
	if (edges.length + deadEnds.length >= MOST_EDGES || nodes.length > MOST_EDGES) return void 0;
	const lines = ["flowchart TD", "  start((\"call\")) --> n0"];
	nodes.forEach((node, index) => {
		const [open, close] = SHAPES[node.type];
		lines.push(`  n${index}${open}${mermaidLabel(node.id)} (${WORDS[node.type]})${close}`);
	});
	let missing = 0;
	for (const { from, to, conditions } of edges) {
		const label = mermaidLabel(conditions.join(", "));
		if (to >= 0) lines.push(`  n${from} -->|"${label}"| n${to}`);
		else lines.push(`  n${from} -->|"${label}"| missing${missing++}["target does not exist"]:::missing`);
	}
	if (deadEnds.length > 0) lines.push(`  fallback(["${mermaidLabel(spellFallback(rule))}"])`);
	for (const index of deadEnds) lines.push(`  n${index} -.-> fallback`);
	if (missing > 0) lines.push("  classDef missing stroke-dasharray: 4 3,stroke-width:2px");
	const text = lines.join("\n");
	return text.length > MOST_CHARACTERS ? void 0 : text;
}
function isDeadEnd(node) {
	return (node.type === "greeting" || node.type === "dtmf") && node.transitions.length === 0;
}
// src/report/markdown.ts
/** The largest comment, in bytes: safe under every reading of GitHub's limit. */
const COMMENT_BUDGET = 65536;
/** The largest job summary, in bytes (1 MiB a step), less what other steps' writers may add. */
const SUMMARY_BUDGET = 1e6;
/** The first line of our comment. */
function commentMarker(environment) {
	return `<!-- cxone-ivr-gitops:${environment} -->`;
}
function count(number, singular, plural = `${singular}s`) {
	return `${number} ${number === 1 ? singular : plural}`;
}
function findingCounts(findings) {
	const errors = countFindings(findings, "error");
	const warnings = countFindings(findings, "warning");
	return [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""].filter((part) => part !== "").join(", ");
}
const ICONS = {
	error: "❌",
	warning: "⚠️",
	info: "ℹ️"
};
/** Whether there was a base to compare the rules with. */
function isCompared(report) {
	return report.rules.every(({ change }) => change !== void 0);
}
/** One line that says it all. */
function verdict(report) {
	const changed = report.rules.filter(isChanged).length;
	const rules = isCompared(report) ? `${count(changed, "rule")} ${changed === 1 ? "changes" : "change"}` : count(report.rules.length, "rule");
	const counts = findingCounts(report.findings);
	if (report.command !== "lint") return `${isFailure(report.result) ? "❌" : "✅"} **${report.result}** · ${rules}${counts === "" ? "" : `, ${counts}`}`;
	if (report.result === "failed") return `❌ **${rules}, ${counts === "" ? "failed" : counts}: cannot merge**`;
	return counts === "" ? `✅ **${rules}, clean**` : `✅ **${rules}, ${counts}**`;
}
function fileLink(report, path, line) {
	const label = codeSpan(line === void 0 ? path : `${path}:${line}`);
	if (report.repositoryUrl === "" || report.commit === "") return label;
	const anchor = line === void 0 ? "" : `#L${line}`;
	return `[${label}](${report.repositoryUrl}/blob/${report.commit}/${urlPath(path)}${anchor})`;
}
const LONGEST_COMMAND = 4e3;
function detailItem({ text, command }) {
	return `- ${markdownSentence(text)}${command === void 0 ? "" : ` ${codeSpan(command, LONGEST_COMMAND)}`}\n`;
}
function findingItem(report, finding) {
	const place = fileLink(report, finding.path, finding.line);
	return `- ${ICONS[finding.severity]} ${place} \`${finding.check}\`: ${markdownSentence(finding.message)}\n`;
}
const SIGNS = {
	added: "🆕 added",
	modified: "✏️ changed",
	renamed: "🏷️ renamed",
	removed: "🗑️ removed",
	unchanged: "unchanged"
};
function figureCell(now, before) {
	return before === void 0 || before === now ? `${now}` : `${before} → ${now}`;
}
function depthCell(report, { figures, before, change }) {
	const { depth, exact, upperBound } = figures.depth;
	const old = change === "modified" || change === "renamed" ? before?.figures.depth.depth : void 0;
	const bound = exact ? "" : ` to ${upperBound}`;
	const over = change !== "removed" && depth > report.maxDepth ? " ❌" : "";
	return `${figureCell(depth, old)}${bound}${over}`;
}
function ruleRow(report, entry, findings, planned) {
	const { rule, figures, change, before } = entry;
	const old = change === "modified" || change === "renamed" ? before?.figures : void 0;
	const own = change === "removed" ? [] : findings;
	return `| ${[
		change === "renamed" && before !== void 0 ? `${codeSpan(before.rule.payload.name)} → ${codeSpan(rule.payload.name)}` : codeSpan(rule.payload.name),
		change === void 0 ? "" : SIGNS[change],
		figureCell(figures.graph.ids.length, old?.graph.ids.length),
		figureCell(figures.graph.edgeCount, old?.graph.edgeCount),
		depthCell(report, entry),
		findingCounts(own) || "–",
		...report.plan === void 0 ? [] : [planned ?? ""]
	].join(" | ")} |\n`;
}
function tableHead(report) {
	const heads = [
		"Rule",
		"Change",
		"Nodes",
		"Edges",
		`Depth (limit ${report.maxDepth})`,
		"Findings",
		...report.plan === void 0 ? [] : ["On the tenant"]
	];
	const lines = heads.map((_, index) => index >= 2 && index <= 4 ? "---:" : "---");
	return `| ${heads.join(" | ")} |\n| ${lines.join(" | ")} |\n`;
}
/** A diagram with its text beside it: the longest way, and the loops. */
function graphItem(entry) {
	const { rule, figures } = entry;
	const diagram = renderMermaid(rule);
	const ids = figures.depth.path.map((node) => figures.graph.ids[node] ?? "");
	const drawn = diagram === void 0 ? "The graph is too large to be drawn here.\n" : `\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
	const way = `Longest way (${count(figures.depth.depth, "transition")}): ${codeSpan(ids.join(" → "))}\n`;
	const loops = figures.loops.length === 0 ? "" : `\n${count(figures.loops.length, "loop")}: ${figures.loops.map((loop) => codeSpan(loop.map((node) => figures.graph.ids[node] ?? "").join(", "))).join("; ")}\n`;
	return `<details><summary>${summaryName(rule.payload.name)}</summary>\n\n${drawn}\n${way}${loops}\n</details>\n`;
}
/** A name inside an HTML element, where Markdown's code spans do not work. */
function summaryName(name) {
	return `<code>${codeSpan(name).replace(/^`+ ?| ?`+$/g, "").replaceAll(String.raw`\|`, "|").replace(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`)}</code>`;
}
function planSection(report) {
	return {
		noun: "plan lines",
		head: "\n### Plan\n\n",
		items: (report.plan?.changes ?? []).filter((change) => isWrite(change) || change.action === "held").map((change) => `- **${change.action}** ${codeSpan(change.name)} (${change.reason})\n`),
		tail: "",
		rank: 1
	};
}
const FIRST_FINDINGS = 50;
function buildSections(report, marker) {
	const planOf = new Map(report.plan?.changes.map((change) => [change.name, change.action]));
	const findingsOf = /* @__PURE__ */ new Map();
	for (const finding of report.findings) {
		const own = findingsOf.get(finding.path);
		if (own === void 0) findingsOf.set(finding.path, [finding]);
		else own.push(finding);
	}
	const row = (entry) => ruleRow(report, entry, findingsOf.get(entry.rule.path) ?? [], planOf.get(entry.rule.payload.name));
	const isShownFirst = (entry) => isChanged(entry) || findingsOf.has(entry.rule.path);
	const first = report.rules.filter(isShownFirst);
	const others = report.rules.filter((entry) => !isShownFirst(entry));
	const title = `### CXone IVR rules: ${codeSpan(report.environment)}\n\n`;
	const words = report.message === "" || report.command === "lint" ? "" : `\n${markdownSentence(report.message)}\n`;
	const details = report.details.map(detailItem);
	const findings = report.findings.map((finding) => findingItem(report, finding));
	const graphs = report.rules.filter((entry) => isChanged(entry) && entry.change !== "removed").map(graphItem);
	return [
		{
			noun: "",
			head: `${marker}\n${title}${verdict(report)}\n${words}`,
			items: [],
			tail: "",
			rank: 0
		},
		{
			noun: "remarks",
			head: "\n",
			items: details,
			tail: "",
			rank: 2
		},
		{
			noun: "findings",
			head: "\n### Findings\n\n",
			items: findings.slice(0, FIRST_FINDINGS),
			tail: "",
			rank: 2
		},
		{
			noun: "findings",
			head: "",
			items: findings.slice(FIRST_FINDINGS),
			tail: "",
			rank: 4
		},
		planSection(report),
		{
			noun: "table rows",
			head: `\n${tableHead(report)}`,
			items: first.map(row),
			tail: "",
			rank: 3
		},
		{
			noun: "table rows",
			head: `\n<details><summary>${count(others.length, isCompared(report) ? "unchanged rule" : "rule")}</summary>\n\n${tableHead(report)}`,
			items: others.map(row),
			tail: "\n</details>\n",
			rank: 4
		},
		{
			noun: "graphs",
			head: "\n### Graphs of the changed rules\n\n",
			items: graphs,
			tail: "",
			rank: 5
		}
	].filter((section) => section.rank === 0 || section.items.length > 0);
}
function explainLeftOut(where) {
	return (leftOut) => {
		return `\n_Left out to fit GitHub's limit: ${[...leftOut].filter(([noun]) => noun !== "").map(([noun, number]) => `${number} ${noun}`).join(", ")}. ${where}_\n`;
	};
}
/** Renders the pull request comment: at most 65,536 bytes. @param runUrl the page of the run, whose summary has it all */
function renderComment(report, runUrl) {
	const where = runUrl === "" ? "report.json has it all." : `[The job summary](${runUrl}) has it all.`;
	return fitSections(buildSections(report, commentMarker(report.environment)), COMMENT_BUDGET, explainLeftOut(where)).text;
}
/** Renders the job summary: within 1 MiB. */
function renderSummary(report) {
	const { text } = fitSections(buildSections(report, ""), SUMMARY_BUDGET, explainLeftOut("report.json has it all."));
	return text.trimStart();
}
// src/runner/publish.ts
function setOutput(name, value) {
	setOutput$1(name, value);
}
/** Writes the job summary, where the runner takes one. */
async function writeSummary(markdown) {
	if ((process.env.GITHUB_STEP_SUMMARY ?? "") === "") return;
	await summary.addRaw(markdown).write();
}
/** Posts or updates the comment. Where that cannot be done, the verdict stays the same, and a warning says why. */
async function postComment(session, { report }, body) {
	const { inputs, trigger, log } = session;
	const { pullRequest } = trigger;
	if (trigger.command !== "lint" || pullRequest === void 0 || inputs.comment === "never") return void 0;
	try {
		const github = await session.openGitHub();
		if (github === void 0) {
			log.warning("no comment is posted: input github-token is empty. The job summary has the report");
			return;
		}
		const marker = commentMarker(inputs.environment);
		if (inputs.comment === "on-findings" && !report.findings.some((finding) => finding.severity !== "info") && await github.findComment(pullRequest, marker) === void 0) return void 0;
		return await github.upsertComment(pullRequest, marker, body);
	} catch (error) {
		log.warning(`no comment is posted: ${messageOf(error)}. The job summary has the report`);
		return;
	}
}
function writeOutputs(result, auditLog) {
	const { report, flowIds, rulesetDigest, auditHash } = result;
	setOutput("result", report.result);
	setOutput("reason", report.reason ?? "");
	setOutput("errors", countFindings(report.findings, "error"));
	setOutput("warnings", countFindings(report.findings, "warning"));
	setOutput("max-depth", largestDepth(report));
	setOutput("changed-rules", JSON.stringify(changedNames(report.rules)));
	if (flowIds !== void 0) setOutput("flow-ids", JSON.stringify(flowIds));
	if (rulesetDigest !== void 0) setOutput("ruleset-digest", rulesetDigest);
	if (auditHash !== void 0) setOutput("audit-hash", auditHash);
	if (auditLog !== void 0) setOutput("audit-log", auditLog);
}
/**
* Publishes a run.
* @param auditLog the audit log's path, where one was written
*/
async function publish(session, result, files, auditLog) {
	const { report } = result;
	const comment = renderComment(report, session.run.runUrl);
	setOutput("report-json", files.write("report.json", renderJson(report)));
	setOutput("comment-body", files.write("comment.md", comment));
	writeAnnotations(chooseAnnotations(report.findings, isFailure(report.result) ? 1 : 0));
	writeOutputs(result, auditLog);
	await writeSummary(renderSummary(report));
	const commentId = await postComment(session, result, comment);
	if (commentId !== void 0) setOutput("comment-id", commentId);
}
// src/main.ts
const COMMANDS = {
	lint: async (session) => (await import("./chunks/lint.js")).runLint(session),
	deploy: async (session) => (await import("./chunks/deploy.js")).runDeploy(session),
	rollback: async (session) => (await import("./chunks/rollback.js")).runRollback(session)
};
/** Aborts where the runner cancels the run: SIGINT, and 7.5 s later SIGTERM. */
function watchForCancellation() {
	const controller = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {
		if (!controller.signal.aborted) runnerLog.warning(`${signal}: no new write is started, and what was begun is undone`);
		controller.abort();
	});
	return controller.signal;
}
async function runCommand(environment) {
	const inputs = readInputs(readInput);
	for (const secret of [inputs.clientSecret, inputs.githubToken]) if (secret !== "") setSecret(secret);
	const trigger = readTrigger(environment.event, inputs.command, inputs.rollbackTo);
	const defaultFolder = join(environment.temporaryFolder, FOLDER);
	const files = openReportFiles(environment.workspace, inputs.reportDir || defaultFolder);
	const journalFiles = openReportFiles(environment.workspace, defaultFolder);
	const { session, close } = openSession(environment, inputs, trigger, files, journalFiles, watchForCancellation());
	try {
		const startedAt = session.clock.now();
		const result = await COMMANDS[trigger.command](session);
		const auditLog = files.pathOf(AUDIT_LOG);
		await publish(session, result, files, result.auditHash !== void 0 && existsSync(auditLog) ? auditLog : void 0);
		const { report } = result;
		const seconds = ((session.clock.now() - startedAt) / 1e3).toFixed(1);
		runnerLog.info(`${trigger.command}: ${report.result} in ${seconds} s. ${report.message}`);
		const details = report.details.map(({ text, command }) => `\n  ${text}${command === void 0 ? "" : ` ${command}`}`);
		for (const detail of details) runnerLog.info(detail.slice(1));
		if (isFailure(report.result)) setFailed(escapeLog(`${report.result} (${report.reason ?? "failed"}): ${report.message}${details.join("")}`));
	} finally {
		await close();
	}
}
/** What was thrown as a reason and a sentence; no reason for a bug. */
function failureOf(error) {
	const message = messageOf(error);
	if (error instanceof UserError) return {
		reason: error.reason,
		message
	};
	if (error instanceof ApiError) return {
		reason: error.reason,
		message: `nothing was deployed: the tenant failed. ${message}. Try again, or check the tenant`
	};
	return { message };
}
async function fail(error) {
	const failure = failureOf(error);
	setOutput("result", "failed");
	setOutput("reason", failure.reason ?? "");
	const { message } = failure;
	if (failure.reason !== void 0) setFailed(escapeLog(message));
	else {
		const stack = error instanceof Error ? error.stack ?? message : message;
		setFailed(escapeLog(`this is a bug in the action; please report it with these lines:\n${stack}`));
	}
	await writeSummary(`### CXone IVR rules\n\n❌ **failed**: ${markdownSentence(message)}\n`);
}
/** Runs the action. It never throws: what goes wrong becomes the run's failure. */
async function main() {
	try {
		await runCommand(await readEnvironment(process.env, process.cwd(), tmpdir()));
	} catch (error) {
		await fail(error);
	}
}
// src/index.ts
await main();
export {};
