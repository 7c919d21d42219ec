import { n as __toESM } from "./rolldown-runtime.js";
import { Br as require__builtin_path, J as renderSummary, Kt as terminalText, Mn as NO_PATH_TESTS, Nn as reportLint, Ot as systemClock, Pn as reportTest, Rt as isFailure, Vr as require__builtin_fs, Wt as escapeLog, Z as renderMermaid, _r as rulesetDigest, at as renderJson$1, br as UserError, dr as countFindings, er as sumUpPathTests, hr as compareCodePoints, ht as openReportFiles, or as count, ot as ruleEntry, q as renderSarif, rr as didYouMean, xr as messageOf, yr as ApiError, z as tabulatePathTests } from "./lint.js";
import { a as checkRules, c as lookAt, d as readCommandLine, i as checkGlobs, l as toRelative, n as choosePaint, o as escapeGlob, r as aboutRun, t as listFindings } from "./list-findings.js";
import { t as checkChain } from "./check-chain.js";
import { n as readLog, t as nameLine } from "./read-log.js";
// src/cli/json-text.ts
var import__builtin_fs = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n]]/gv;
function escapeJson(json) {
	return json.replace(INVISIBLE, (sign) => sign.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
}
// src/cli/graph.ts
function takeRule({ lint }, path) {
	const [subject] = lint.subjects;
	if (subject !== void 0) return subject;
	const findings = listFindings(lint.findings, choosePaint(false, void 0, true));
	throw new UserError("input", [`${path} cannot be read as a rule`, ...findings].join("\n").trimEnd());
}
function findByName({ lint }, name) {
	const [subject, ...others] = lint.subjects.filter(({ rule }) => rule.payload.name === name);
	if (subject === void 0) {
		const names = lint.subjects.map(({ rule }) => rule.payload.name);
		const hint = didYouMean(name, names);
		throw new UserError("input", `no file and no rule is called ${JSON.stringify(name)}${hint}`);
	}
	if (others.length === 0) return subject;
	const paths = [subject, ...others].map(({ rule }) => rule.path).join(", ");
	throw new UserError("input", `several rules are called ${JSON.stringify(name)}: give the path of one, ${paths}`);
}
async function findRule(line, world) {
	const word = line.words[0] ?? "";
	const path = toRelative(world.folder, word);
	if (lookAt(world.folder, path) === "file") return takeRule(await checkGlobs([escapeGlob(path)], line, world), word);
	return findByName(await checkRules(line, [], world), word);
}
function describeFigures({ rule, figures }) {
	const { graph, depth, loops, traps, unreachable, undefinedTargets } = figures;
	const idOf = (index) => graph.ids[index] ?? "";
	const join = (parts, by) => parts.join(by) || "none";
	const namesOf = (nodes) => join(nodes.map(idOf), ", ");
	const lines = [
		["file", rule.path],
		["campaign", rule.payload.campaignId],
		["nodes", `${graph.ids.length}`],
		["transitions", `${graph.edgeCount}`],
		["depth", depth.exact ? `${depth.depth}` : `${depth.depth} to ${depth.upperBound}`],
		["longest way", depth.path.map(idOf).join(" → ")],
		["loops", join(loops.map(namesOf), "; ")],
		["traps", join(traps.map(namesOf), "; ")],
		["unreachable", namesOf(unreachable)],
		["undefined targets", join(undefinedTargets.map(({ node, target }) => `${idOf(node)} → ${target}`), ", ")]
	];
	const width = Math.max(...lines.map(([label]) => label.length));
	return lines.map(([label, text]) => `${label.padEnd(width)}  ${terminalText(text)}`);
}
async function graph(line, world) {
	const subject = await findRule(line, world);
	if (line.json) {
		const figures = ruleEntry({
			...subject,
			change: void 0
		}, void 0);
		world.out(escapeJson(`${JSON.stringify(figures, null, 2)}\n`));
		return 0;
	}
	const title = choosePaint(world.isTerminal, world.variables.NO_COLOR, line.noColor)("bold", terminalText(subject.rule.payload.name));
	const drawn = renderMermaid(subject.rule) ?? "The graph is too large to be drawn.";
	world.out(`${[
		title,
		...describeFigures(subject),
		"",
		drawn
	].join("\n")}\n`);
	return 0;
}
// src/cli/hash.ts
function needAll({ loaded, lint }) {
	const unread = lint.findings.filter(({ check }) => check === "rule-files").length;
	const missing = loaded.files.length - loaded.rules.length + unread;
	if (missing === 0) return;
	const what = missing === 1 ? "cannot be read as a rule" : "cannot be read as rules";
	throw new UserError("input", `${count(missing, "file")} ${what}, so there is no hash: cxone-ivr lint says why`);
}
function renderHashes(rules) {
	const entries = rules.map(({ path, payload, payloadHash }) => ({
		path,
		name: payload.name,
		payloadHash
	}));
	return `${JSON.stringify({
		rulesetDigest: rulesetDigest(rules),
		rules: entries
	}, null, 2)}\n`;
}
async function readAllRules(line, words, world) {
	const checked = await checkRules(line, words, world);
	needAll(checked);
	return checked.loaded.rules;
}
async function hash(line, world) {
	const sorted = (await readAllRules(line, line.words, world)).toSorted((a, b) => compareCodePoints(a.payload.name, b.payload.name));
	if (line.json) world.out(escapeJson(renderHashes(sorted)));
	else if (line.digest) world.out(`${rulesetDigest(sorted)}\n`);
	else {
		const spell = world.isTerminal ? terminalText : (name) => name;
		world.out(sorted.map(({ payload, payloadHash }) => `${payloadHash}  ${spell(payload.name)}\n`).join(""));
	}
	return 0;
}
// src/cli/help.ts
const HELP = `cxone-ivr: checks IVR routing rules, as the action does on a pull request

  cxone-ivr lint [globs…]                 checks every rule and runs the path tests
  cxone-ivr test [globs…]                 runs the path tests alone
  cxone-ivr report [globs…] --out DIR     writes report.html, report.json, report.md, report.sarif
  cxone-ivr graph RULE                    figures and Mermaid text of a rule: the path of its file, or its name
  cxone-ivr hash [globs…]                 one line "payload hash, name" a rule
  cxone-ivr verify [FILES…]               checks audit logs as one chain, in the order given (default audit.jsonl)
  cxone-ivr import                        a rule file for every flow of the tenant that has none
  cxone-ivr adopt                         writes what the tenant has otherwise into the rule files

A glob may also be the path of a file or of a folder. All are relative to the current folder.

  --rules GLOB       the same as a glob behind the command; may stand more than once (default rules/**/*.json)
  --config FILE      severities, thresholds and suppressions (default cxone-rules.config.json, which may be missing)
  --id-map FILE      lint, test, report, hash, verify: the ids of one environment in place of those in the rules;
                     import, adopt: the same backwards
  --tenant-url URL   import, adopt: the tenant, in place of CXONE_TENANT_URL
  --api-config FILE  import, adopt: for a tenant whose paths or way to a token differ
  --max-depth N      most transitions that the longest way through a rule may have (default 15)
  --fail-on LEVEL    least severity that fails: error, warning or never (default error)
  --out DIR          the folder of report
  --digest           hash: the ruleset digest alone, which is the SHA-256 of the lines
  --digest HASH      verify: the ruleset digest that the rules of --rules, and the last deployment, must have
  --head HASH        verify: the hash that the log must end with, as the status of the commit has it
  --environment NAME verify: the environment that every record must be of (default that of the first)
  --json             lint, test, graph, hash, verify: JSON instead of text
  --no-color         no colours; NO_COLOR does the same, and so does a stdout that is no terminal
  -h, --help         this
  --version          the version

import and adopt take the tenant from the environment: CXONE_TENANT_URL, CXONE_CLIENT_ID and CXONE_CLIENT_SECRET.

Exit code: 0 all is well, 1 findings at or over --fail-on, a path test that fails or a log that does not fit, 2 usage,
or input that cannot be read.
`;
// src/cli/run-checks.ts
function describePathTests({ command, pathTests }) {
	if (pathTests === void 0) return [];
	return command === "test" ? [...tabulatePathTests(pathTests), ""] : [sumUpPathTests(pathTests)];
}
function lastLine(report, paint) {
	const { command, findings, message, result } = report;
	const remarks = command === "lint" ? countFindings(findings, "info") : 0;
	const text = `${message}${remarks === 0 ? "" : `, ${count(remarks, "remark")}`}`;
	return paint(["bold", isFailure(result) ? "red" : findings.length > 0 ? "yellow" : "green"], text);
}
function renderText$1(report, paint) {
	return `${[
		...listFindings(report.findings, paint),
		...describePathTests(report),
		lastLine(report, paint)
	].join("\n")}\n`;
}
function print(report, line, world) {
	const paint = choosePaint(world.isTerminal, world.variables.NO_COLOR, line.noColor);
	world.out(line.json ? escapeJson(renderJson$1(report)) : renderText$1(report, paint));
	return isFailure(report.result) ? 1 : 0;
}
async function lint(line, world) {
	return print(reportLint(await checkRules(line, line.words, world), aboutRun(line)), line, world);
}
async function test(line, world) {
	const checked = await checkRules(line, line.words, world);
	if (line.json && checked.pathTests.files.length === 0) world.err(`cxone-ivr: ${NO_PATH_TESTS}\n`);
	return print(reportTest(checked, aboutRun(line)), line, world);
}
// src/cli/verify.ts
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
const DEFAULT_LOG = "audit.jsonl";
function readFile(folder, word) {
	try {
		return readLog({
			path: word,
			bytes: (0, import__builtin_fs.readFileSync)((0, import__builtin_path.resolve)(folder, word))
		});
	} catch (error) {
		throw new UserError("input", `${word} cannot be read`, { cause: error });
	}
}
function checkHead({ lines }, head) {
	const last = lines.at(-1);
	if (head === "" || last === void 0 || last.record.hash === head) return [];
	const place = lines.findIndex(({ record }) => record.hash === head);
	const extra = lines[place + 1];
	return [{ text: `the last hash is to be ${head}, but ${place >= 0 && extra !== void 0 ? `from ${nameLine(extra)} on the log tells of what came after it` : `no record of the log has it, and ${nameLine(last)} ends it with ${last.record.hash}: the end was cut off or changed`}` }];
}
async function checkDigest(line, { lines }, world) {
	if (line.rules.length === 0 && line.digestWanted === "") return [];
	const rules = await readAllRules(line, [], world);
	const digest = rulesetDigest(rules);
	const own = `the ${count(rules.length, "rule")} of the folder ${rules.length === 1 ? "has" : "have"} the ruleset digest ${digest}`;
	const seal = lines.findLast(({ record }) => record.action === "SEAL");
	return [...line.digestWanted === "" || line.digestWanted === digest ? [] : [{ text: `${own}, but it is to be ${line.digestWanted}` }], ...seal === void 0 || seal.record.payloadHash === digest ? [] : [{ text: `${own}, but ${nameLine(seal)} says ${seal.record.payloadHash ?? "null"}` }]];
}
function remarkOnEnd(line) {
	if (line.head !== "") return [];
	return [{
		text: "whether its end was cut off only the last hash tells, which the status of the commit has: give it as --head",
		isRemark: true
	}];
}
function renderJson({ lines }, mismatches, fails) {
	const document = {
		result: fails ? "failed" : "verified",
		records: lines.length,
		start: lines[0]?.record.previousHash ?? null,
		head: lines.at(-1)?.record.hash ?? null,
		mismatches: mismatches.filter(({ isRemark }) => isRemark !== true).map(({ text }) => text),
		remarks: mismatches.filter(({ isRemark }) => isRemark === true).map(({ text }) => text)
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
function renderText({ lines }, mismatches, fails, paint) {
	const [first, last] = [lines[0], lines.at(-1)];
	const told = mismatches.map(({ text, isRemark }) => isRemark === true ? `${paint("cyan", "remark")}    ${terminalText(text)}` : `${paint("red", "mismatch")}  ${terminalText(text)}`);
	const wrong = mismatches.filter(({ isRemark }) => isRemark !== true).length;
	const span = first === void 0 || last === void 0 ? "" : `, from ${first.record.timestamp} to ${last.record.timestamp}, last hash ${last.record.hash}`;
	const verdict = fails ? `${count(wrong, "thing")} ${wrong === 1 ? "does" : "do"} not fit` : "everything fits";
	const end = terminalText(`${count(lines.length, "audit record")}${span}: ${verdict}`);
	return `${[...told, paint(["bold", fails ? "red" : "green"], end)].join("\n")}\n`;
}
async function verify(line, world) {
	const words = line.words.length === 0 ? [DEFAULT_LOG] : line.words;
	const lines = words.flatMap((word) => readFile(world.folder, word));
	const environment = line.environment === "" ? void 0 : line.environment;
	const chain = checkChain(lines, environment);
	const mismatches = [
		...lines.length === 0 ? [{ text: `${words.map((word) => (0, import__builtin_path.basename)(word)).join(", ")}: no record is there` }] : [],
		...chain.mismatches,
		...checkHead(chain, line.head),
		...await checkDigest(line, chain, world),
		...remarkOnEnd(line)
	];
	const fails = mismatches.some(({ isRemark }) => isRemark !== true);
	const paint = choosePaint(world.isTerminal, world.variables.NO_COLOR, line.noColor);
	world.out(line.json ? escapeJson(renderJson(chain, mismatches, fails)) : renderText(chain, mismatches, fails, paint));
	return fails ? 1 : 0;
}
// src/cli/write-report.ts
async function report(line, world) {
	const found = reportLint(await checkRules(line, line.words, world), aboutRun(line));
	const { renderHtml } = await import("./render-html.js");
	const { write } = openReportFiles(world.folder, line.out, "option --out");
	const paths = [
		write("report.json", renderJson$1(found)),
		write("report.md", renderSummary(found)),
		write("report.sarif", renderSarif(found)),
		write("report.html", renderHtml(found))
	];
	world.out([
		...paths.map(terminalText),
		terminalText(found.message),
		""
	].join("\n"));
	return isFailure(found.result) ? 1 : 0;
}
// src/cli/run-cli.ts
const COMMANDS = {
	lint,
	test,
	report,
	graph,
	hash,
	verify,
	import: async (line, world) => (await import("./take-over2.js")).importFlows(line, world),
	adopt: async (line, world) => (await import("./take-over2.js")).adopt(line, world)
};
async function run(args, world) {
	const asked = readCommandLine(args);
	if ("words" in asked) return COMMANDS[asked.command](asked, world);
	world.out(asked.command === "help" ? HELP : `${world.version}\n`);
	return 0;
}
function describe(error) {
	if (error instanceof UserError) return messageOf(error).replace(/^input (?=[a-z-]+ )/, "option --");
	if (error instanceof ApiError) return `the tenant failed: ${messageOf(error)}`;
	return `this is a bug; please report it with these lines:\n${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}
async function runCli(args, world) {
	try {
		return await run(args, world);
	} catch (error) {
		world.err(`cxone-ivr: ${escapeLog(describe(error))}\n`);
		return 2;
	}
}
// src/cli/start.ts
function readVersion(program) {
	const folder = program.endsWith(".ts") ? "../" : "./";
	const text = (0, import__builtin_fs.readFileSync)(new URL(`${folder}package.json`, program), "utf8");
	return JSON.parse(text).version;
}
function allowClosedPipe() {
	process.stdout.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
		process.exit();
	});
}
async function start(program) {
	allowClosedPipe();
	process.exitCode = await runCli(process.argv.slice(2), {
		folder: process.cwd(),
		variables: process.env,
		isTerminal: process.stdout.isTTY,
		clock: systemClock,
		version: readVersion(program),
		out: (text) => process.stdout.write(text),
		err: (text) => process.stderr.write(text)
	});
}
export { start };
