import { n as __toESM } from "./rolldown-runtime.js";
import { At as findInputFile, Br as require__builtin_path, Fr as require__builtin_util, Kt as terminalText, Vr as require__builtin_fs, br as UserError, en as lintWorkspace, hr as compareCodePoints, ir as nearest, jt as toSlashes, nn as readInputs, tr as groupBy, vt as readIdMapFile, xr as messageOf, yt as readFiles } from "./lint.js";
// src/cli/command-line.ts
var import__builtin_util = require__builtin_util();
const OPTIONS = {
	rules: {
		type: "string",
		multiple: true
	},
	config: { type: "string" },
	"id-map": { type: "string" },
	"tenant-url": { type: "string" },
	"api-config": { type: "string" },
	"max-depth": { type: "string" },
	"fail-on": { type: "string" },
	out: { type: "string" },
	digest: { type: "boolean" },
	head: { type: "string" },
	environment: { type: "string" },
	json: { type: "boolean" },
	"no-color": { type: "boolean" },
	help: {
		type: "boolean",
		short: "h"
	},
	version: { type: "boolean" }
};
const OPTIONS_OF_VERIFY = {
	...OPTIONS,
	digest: { type: "string" }
};
const CHECKING = [
	"rules",
	"config",
	"id-map",
	"max-depth",
	"fail-on"
];
const TAKING = [
	"rules",
	"config",
	"id-map",
	"tenant-url",
	"api-config"
];
const OPTIONS_OF = {
	lint: [...CHECKING, "json"],
	test: [...CHECKING, "json"],
	report: [...CHECKING, "out"],
	graph: ["rules", "json"],
	hash: [
		"rules",
		"id-map",
		"digest",
		"json"
	],
	verify: [
		"rules",
		"id-map",
		"digest",
		"head",
		"environment",
		"json"
	],
	import: TAKING,
	adopt: TAKING
};
const OPTIONS_OF_ALL = [
	"no-color",
	"help",
	"version"
];
function usageError(message) {
	const end = message.endsWith("?") ? "" : ".";
	throw new UserError("input", `${message}${end} See cxone-ivr --help`);
}
function parse(args) {
	const form = {
		args: [...args],
		allowPositionals: true
	};
	try {
		const options = (0, import__builtin_util.parseArgs)({
			...form,
			options: OPTIONS,
			strict: false
		}).positionals[0] === "verify" ? OPTIONS_OF_VERIFY : OPTIONS;
		return (0, import__builtin_util.parseArgs)({
			...form,
			options,
			strict: true
		});
	} catch (error) {
		return usageError(messageOf(error).split(". ")[0] ?? "");
	}
}
function isCommand(word) {
	return Object.hasOwn(OPTIONS_OF, word);
}
function readCommand(word) {
	const commands = Object.keys(OPTIONS_OF);
	if (word === void 0) return usageError(`a command is missing: one of ${commands.join(", ")}`);
	if (isCommand(word)) return word;
	const meant = nearest(word, commands);
	const hint = meant === void 0 ? `there are ${commands.join(", ")}` : `did you mean ${meant}?`;
	return usageError(`there is no command ${JSON.stringify(word)}; ${hint}`);
}
function checkOptions(command, given) {
	const allowed = [...OPTIONS_OF[command], ...OPTIONS_OF_ALL];
	const wrong = given.find((option) => !allowed.includes(option));
	if (wrong !== void 0) usageError(`command ${command} does not take --${wrong}`);
}
function readHash(option, value) {
	const hash = value.replace(/^sha256:/, "").toLowerCase();
	if (value === "" || /^[0-9a-f]{64}$/.test(hash)) return hash;
	return usageError(`option --${option} is ${JSON.stringify(value)}, but it takes a SHA-256 of 64 hex digits`);
}
function checkWords(command, words, out) {
	if (command === "graph" && words.length !== 1) usageError("command graph takes one rule: the path of its file, or its name");
	if ((command === "import" || command === "adopt") && words.length > 0) usageError(`command ${command} takes no words: name the folder by --rules`);
	if (command === "report" && out === "") usageError("command report needs --out with a folder");
}
function inputsOf({ options }, globs) {
	const given = {
		...options,
		rules: globs.join("\n")
	};
	const read = (name) => {
		const value = Object.hasOwn(given, name) ? given[name] : void 0;
		return typeof value === "string" ? value : "";
	};
	try {
		return readInputs(read);
	} catch (error) {
		return usageError(messageOf(error).replace(/^input /, "option --"));
	}
}
function readCommandLine(args) {
	const { values, positionals } = parse(args);
	if (values.help === true) return { command: "help" };
	if (values.version === true) return { command: "version" };
	const [first, ...words] = positionals;
	const command = readCommand(first);
	checkOptions(command, Object.keys(values));
	const out = values.out ?? "";
	const digestWanted = readHash("digest", typeof values.digest === "string" ? values.digest : "");
	const head = readHash("head", values.head ?? "");
	checkWords(command, words, out);
	const { rules = [], ...options } = values;
	inputsOf({ options }, rules);
	return {
		command,
		words,
		options,
		rules,
		out,
		digest: values.digest === true,
		digestWanted,
		head,
		environment: values.environment ?? "",
		json: values.json ?? false,
		noColor: values["no-color"] ?? false
	};
}
// src/cli/find-globs.ts
var import__builtin_fs = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
function lookAt(folder, path) {
	try {
		return (0, import__builtin_fs.statSync)((0, import__builtin_path.join)(folder, path)).isDirectory() ? "folder" : "file";
	} catch {
		return "nothing";
	}
}
function toRelative(folder, path) {
	return toSlashes((0, import__builtin_path.isAbsolute)(path) ? (0, import__builtin_path.relative)(folder, path) || "." : path);
}
function escapeGlob(path) {
	return path.replace(/[*?[{()|+]/g, "[$&]");
}
function toGlob(folder, word) {
	const path = toRelative(folder, word);
	const kind = lookAt(folder, path);
	if (kind === "nothing") return path;
	if (kind === "file") return escapeGlob(path);
	const base = path.replace(/\/+$/, "");
	return base === "." ? "**/*.json" : `${escapeGlob(base)}/**/*.json`;
}
function findGlobs(folder, words) {
	return words.map((word) => word.startsWith("!") ? `!${toGlob(folder, word.slice(1))}` : toGlob(folder, word));
}
// src/cli/check-rules.ts
const ENVIRONMENT = "local";
async function checkGlobs(globs, line, { folder, clock, err }) {
	const workspace = {
		readFiles: async (wanted) => readFiles(folder, wanted),
		readConfigFile: async (path) => findInputFile(folder, "config", path)
	};
	const inputs = inputsOf(line, globs);
	return lintWorkspace({
		workspace,
		clock,
		inputs,
		readIdMap: async () => readIdMapFile(folder, inputs.idMap),
		log: { warning: (text) => err(`cxone-ivr: ${terminalText(text)}\n`) }
	});
}
async function checkRules(line, words, world) {
	return checkGlobs(findGlobs(world.folder, [...line.rules, ...words]), line, world);
}
function aboutRun(line) {
	return {
		...inputsOf(line, []),
		environment: ENVIRONMENT,
		commit: "",
		repositoryUrl: ""
	};
}
// src/cli/paint.ts
const STYLES = {
	error: "red",
	warning: "yellow",
	info: "cyan"
};
function choosePaint(isTerminal, noColor, isOff) {
	if (!isTerminal || isOff || (noColor ?? "") !== "") return (_style, text) => text;
	return (style, text) => (0, import__builtin_util.styleText)(style, text, { validateStream: false });
}
// src/cli/list-findings.ts
const placeOf = ({ line, column }) => `${line}:${column}`;
const widest = (texts) => texts.reduce((most, { length }) => Math.max(most, length), 0);
function listFindings(findings, paint) {
	const places = widest(findings.map(placeOf));
	const severities = widest(findings.map(({ severity }) => severity));
	return [...groupBy(findings, ({ path }) => path)].toSorted(([a], [b]) => compareCodePoints(a, b)).flatMap(([path, group]) => {
		const lines = group.toSorted((a, b) => a.line - b.line || a.column - b.column).map((finding) => {
			return `  ${paint("dim", placeOf(finding).padStart(places))}  ${paint(STYLES[finding.severity], finding.severity.padEnd(severities))}  ${terminalText(finding.message)}  ${paint("dim", finding.check)}`;
		});
		return [
			paint("underline", terminalText(path)),
			...lines,
			""
		];
	});
}
export { checkRules as a, lookAt as c, readCommandLine as d, checkGlobs as i, toRelative as l, choosePaint as n, escapeGlob as o, aboutRun as r, findGlobs as s, listFindings as t, inputsOf as u };
