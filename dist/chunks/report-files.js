import { r as __toESM } from "./rolldown-runtime.js";
import { n as UserError } from "./errors.js";
import { n as compareCodePoints } from "./hash.js";
import { t as readUndoEntry } from "./undo-entry.js";
import { n as require_picomatch, t as isRulePath } from "./rule-path.js";
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import * as os from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import "path";
import { randomUUID } from "node:crypto";
import { lstat, readFile, readdir, realpath, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
/**
* Gets the value of an state set by this action's main execution.
*
* @param     name     name of the state to get
* @returns   string
*/
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
// src/report/escape.ts
/** Control and format characters (direction marks among them) and line separators; joiners belong to some scripts. */
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\t\u200c\u200d]]/gv;
const ZERO_WIDTH_SPACE = "​";
/** Cuts a text at a number of UTF-16 units, never inside a surrogate pair. */
function cutText(text, most) {
	if (text.length <= most) return text;
	const last = text.charCodeAt(most - 2);
	const isFirstHalf = last >= 55296 && last <= 56319;
	return `${text.slice(0, isFirstHalf ? most - 2 : most - 1)}…`;
}
/**
* Makes a text safe for the runner's log: no line starts a workflow command (`::`), none holds the old form (`##[`).
* Lines stay lines.
*/
function escapeLog(text) {
	return text.split(/\r\n|\r|\n/).map((line) => line.replace(INVISIBLE, "�").replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`).replace(/^(\s*):(?=:)/, `$1:${ZERO_WIDTH_SPACE}`)).join("\n");
}
function oneLine(text) {
	return text.replace(/[\r\n\t]+/g, " ").replace(INVISIBLE, "�");
}
/** UTF-16 units of a value that is shown. */
const LONGEST_SPAN = 300;
/**
* A text as a Markdown code span (CommonMark 6.1), in which neither mentions, links, HTML nor formatting live.
* A pipe is escaped, so that the span can stand in a table.
*/
function codeSpan(text, longest = LONGEST_SPAN) {
	const clean = cutText(oneLine(text), longest).replace(/\\(?=\\*\|)/g, `\\${ZERO_WIDTH_SPACE}`).replaceAll("|", String.raw`\|`);
	const longestRun = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longestRun + 1);
	return clean === "" || /^[`\s]|[`\s]$/.test(clean) ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}
/** Ordinary words and small numbers; a number with a dot or a bracket behind it could begin a list. */
const PLAIN_WORD = /^\(?[A-Za-z]+(?:['’-][A-Za-z]+)*[),.;:?]*$|^\(?\d{1,6}[,;:]*$|^[→,;:·]$/;
/** What GitHub would link as a commit. */
const COMMIT_LIKE = /^\(?[0-9a-f]{7,40}[),.;:?]*$/i;
const QUOTED = /("(?:[^"\\]|\\.)*")/;
/** Groups neighbours of one kind, so that two code tokens with a space between become one span. */
function joinTokens(tokens) {
	const groups = [];
	for (const { text, isPlain } of tokens) {
		const last = groups.at(-1);
		if (last !== void 0 && last.isPlain === isPlain) last.text += ` ${text}`;
		else groups.push({
			text,
			isPlain
		});
	}
	return groups.map((group) => group.isPlain ? group.text : codeSpan(group.text)).join(" ");
}
/**
* A sentence with untrusted words in it as Markdown: ordinary words stay, everything else, and every quoted text, becomes
* a code span.
*/
function markdownSentence(sentence) {
	return oneLine(sentence).split(QUOTED).map((piece, index) => {
		if (index % 2 === 1) return codeSpan(piece);
		const [, before = "", body = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
		const mark = index > 0 ? /^[),.;:?]+(?=\s|$)/.exec(body)?.[0] ?? "" : "";
		const text = joinTokens(body.slice(mark.length).split(/\s+/).filter((word) => word !== "").map((word) => ({
			text: word,
			isPlain: PLAIN_WORD.test(word) && !COMMIT_LIKE.test(word)
		})));
		return `${before === "" ? "" : " "}${mark}${mark !== "" && text !== "" ? " " : ""}${text}${after === "" ? "" : " "}`;
	}).reduce((text, piece) => text.endsWith("`") && piece.startsWith("`") ? `${text} ${piece}` : text + piece, "").trim();
}
const MERMAID_ENTITIES = {
	"\"": "#quot;",
	"#": "#35;",
	";": "#59;",
	"\\": "#92;",
	"`": "#96;",
	"%": "#37;",
	"<": "#lt;",
	">": "#gt;",
	"&": "#amp;",
	"@": "#64;",
	$: "#36;"
};
const LONGEST_LABEL = 60;
/** A text as the inside of a quoted Mermaid label; every character with a meaning becomes an entity. */
function mermaidLabel(text) {
	const escaped = cutText(oneLine(text), LONGEST_LABEL).replace(/["#;\\`%<>&@$]/g, (sign) => MERMAID_ENTITIES[sign] ?? "");
	return escaped.trim() === "" ? " " : escaped;
}
/** A path within a repository as part of a URL. */
function urlPath(path) {
	return path.split("/").map((step) => encodeURIComponent(step).replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)).join("/");
}
// src/request/inputs.ts
/** Every input with its default, as action.yml must have them. */
const INPUT_DEFAULTS = {
	command: "auto",
	rules: "rules/**/*.json",
	environment: "production",
	"github-token": "",
	"tenant-url": "",
	"client-id": "",
	"client-secret": "",
	"max-depth": "15",
	"fail-on": "error",
	comment: "always",
	"rollback-to": "",
	only: "",
	"dry-run": "false",
	"removed-rules": "deactivate",
	"max-changes": "100%",
	"max-removals": "30%",
	"override-reason": "",
	concurrency: "8",
	"requests-per-second": "",
	"compile-timeout": "60",
	"compile-poll-interval": "5",
	"request-timeout": "12",
	"keep-versions": "3",
	"report-dir": ""
};
function reject(name, value, takes) {
	throw new UserError("input", `input ${name} is ${JSON.stringify(value)}, but it takes ${takes}`);
}
function readChoice(name, value, choices) {
	return choices.find((choice) => choice === value) ?? reject(name, value, `one of ${choices.join(", ")}`);
}
function readNumber(name, value, takes, accepts) {
	const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
	return Number.isFinite(number) && accepts(number) ? number : reject(name, value, takes);
}
function readCount(name, value, least, most) {
	return readNumber(name, value, `a whole number from ${least} to ${most}`, (n) => Number.isInteger(n) && n >= least && n <= most);
}
/** Seconds, a fraction allowed → milliseconds. */
function readSeconds(name, value, mayBeZero) {
	return readNumber(name, value, `a number of seconds ${mayBeZero ? "from 0" : "over 0"} to 3600`, (n) => (mayBeZero ? n >= 0 : n > 0) && n <= 3600) * 1e3;
}
function readLines(value) {
	return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
function readLimit(name, value) {
	const match = /^(\d{1,9})(%?)$/.exec(value);
	if (match === null) reject(name, value, "a number of rules, such as 5, or a percentage of the live rules, such as 30%");
	return {
		value: Number(match[1]),
		unit: match[2] === "%" ? "percent" : "rules"
	};
}
function isLoopback(host) {
	return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
/** The tenant's URL, https unless it is on loopback, without credentials, query or fragment. */
function readTenantUrl(value) {
	if (value === "" || value === "simulator") return value;
	const takes = "an https URL such as https://api-us-01.nice-incontact.com (http only on loopback), or the word simulator";
	const shown = value.replace(/^([a-z][a-z+.-]*:[\\/]*)?.*@/is, "$1***@").replace(/[?#].*$/s, (tail) => `${tail.charAt(0)}***`);
	const url = URL.canParse(value) ? new URL(value) : reject("tenant-url", shown, takes);
	if (!(url.protocol === "https:" || url.protocol === "http:" && isLoopback(url.hostname))) reject("tenant-url", shown, takes);
	if (url.username !== "" || url.password !== "") reject("tenant-url", shown, `${takes}, without credentials in it: use client-id and client-secret`);
	if (url.search !== "" || url.hash !== "") reject("tenant-url", shown, `${takes}, without a query or fragment`);
	return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
function readEnvironment$1(value) {
	return /^[\w .:/+-]{1,100}$/.test(value) ? value : reject("environment", value, "a name of up to 100 letters, digits, spaces and the signs . _ - : / +");
}
function readBoolean(name, value) {
	return readChoice(name, value.toLowerCase(), ["true", "false"]) === "true";
}
/**
* Reads and checks all inputs. Empty is the same as absent.
* @throws UserError (`input`) that names the input, its value and what it takes
*/
function readInputs(read) {
	const text = (name) => {
		const value = read(name).trim();
		return value === "" ? INPUT_DEFAULTS[name] : value;
	};
	const perSecond = text("requests-per-second");
	const globs = readLines(text("rules"));
	return {
		command: readChoice("command", text("command"), [
			"auto",
			"lint",
			"deploy",
			"rollback"
		]),
		rules: globs,
		environment: readEnvironment$1(text("environment")),
		githubToken: text("github-token"),
		tenantUrl: readTenantUrl(text("tenant-url")),
		clientId: text("client-id"),
		clientSecret: text("client-secret"),
		maxDepth: readCount("max-depth", text("max-depth"), 0, 1e6),
		failOn: readChoice("fail-on", text("fail-on"), [
			"error",
			"warning",
			"never"
		]),
		comment: readChoice("comment", text("comment"), [
			"always",
			"on-findings",
			"never"
		]),
		rollbackTo: text("rollback-to"),
		only: readLines(text("only")),
		dryRun: readBoolean("dry-run", text("dry-run")),
		removedRules: readChoice("removed-rules", text("removed-rules"), [
			"deactivate",
			"delete",
			"keep"
		]),
		maxChanges: readLimit("max-changes", text("max-changes")),
		maxRemovals: readLimit("max-removals", text("max-removals")),
		overrideReason: text("override-reason"),
		concurrency: readCount("concurrency", text("concurrency"), 1, 100),
		requestsPerSecond: perSecond === "" ? void 0 : readNumber("requests-per-second", perSecond, "a number over 0, up to 1000", (n) => n > 0 && n <= 1e3),
		compileTimeout: readSeconds("compile-timeout", text("compile-timeout"), false),
		compilePollInterval: readSeconds("compile-poll-interval", text("compile-poll-interval"), true),
		requestTimeout: readSeconds("request-timeout", text("request-timeout"), false),
		keepVersions: readCount("keep-versions", text("keep-versions"), 0, 1e3),
		reportDir: text("report-dir")
	};
}
// src/runner/environment.ts
/** The context is read when its module is loaded; outside a runner it lacks much that its type promises. @throws UserError where the event file cannot be read */
async function loadContext() {
	try {
		return (await import("./github.js")).context;
	} catch (error) {
		throw new UserError("input", "the event file (GITHUB_EVENT_PATH) cannot be read", { cause: error });
	}
}
function readRepository(text) {
	const [owner, repo, ...rest] = text.split("/");
	return owner !== void 0 && owner !== "" && repo !== void 0 && repo !== "" && rest.length === 0 ? {
		owner,
		repo
	} : void 0;
}
/** Reads the runner's environment. @throws UserError where the event cannot be read */
async function readEnvironment(variables, currentFolder, systemTemporaryFolder) {
	const context = await loadContext();
	const { eventName = "", sha = "", ref = "", actor = "unknown", runId = NaN } = context;
	const { apiUrl = "https://api.github.com", serverUrl = "https://github.com", payload } = context;
	const repositoryName = variables.GITHUB_REPOSITORY ?? "";
	const repositoryUrl = repositoryName === "" ? "" : `${serverUrl}/${repositoryName}`;
	const hasRun = Number.isSafeInteger(runId);
	return {
		event: {
			eventName,
			sha,
			ref,
			payload: Object(payload)
		},
		run: {
			actor,
			runId: hasRun ? String(runId) : "",
			runUrl: repositoryUrl !== "" && hasRun ? `${repositoryUrl}/actions/runs/${runId}` : "",
			repositoryUrl
		},
		workspace: variables.GITHUB_WORKSPACE || currentFolder,
		temporaryFolder: variables.RUNNER_TEMP || systemTemporaryFolder,
		apiUrl,
		repository: readRepository(repositoryName)
	};
}
// src/runner/log.ts
const runnerLog = {
	info: (text) => info(escapeLog(text)),
	warning: (text) => warning(escapeLog(text)),
	debug: (text) => debug(escapeLog(text))
};
const WRITERS = {
	error,
	warning,
	notice
};
/** Writes annotations, each at its file and line. */
function writeAnnotations(annotations) {
	for (const { severity, message, finding } of annotations) {
		const isOneLine = finding?.line === finding?.endLine;
		const properties = finding === void 0 ? {} : {
			title: finding.check,
			file: finding.path,
			startLine: finding.line,
			endLine: finding.endLine,
			...isOneLine ? {
				startColumn: finding.column,
				endColumn: finding.endColumn
			} : {}
		};
		WRITERS[severity](escapeLog(message), properties);
	}
}
// src/transaction/journal.ts
function apply(entries, line) {
	if (line.op === "register") entries.set(line.number, line.entry);
	else if (line.op === "settle") entries.delete(line.number);
	else if (line.op === "seal") entries.clear();
	else {
		const entry = entries.get(line.number);
		if (entry?.kind === "delete") entries.set(line.number, {
			...entry,
			flowId: line.flowId
		});
	}
}
function makeJournal(entries, next, wasSealed, append) {
	let count = next;
	let sealed = wasSealed;
	const note = (line) => {
		append(`${JSON.stringify(line)}\n`);
		apply(entries, line);
	};
	return {
		register: (entry) => {
			const number = count++;
			note({
				op: "register",
				number,
				entry
			});
			return number;
		},
		fill: (number, flowId) => note({
			op: "fill",
			number,
			flowId
		}),
		settle: (number) => note({
			op: "settle",
			number
		}),
		seal: () => {
			sealed = true;
			note({ op: "seal" });
		},
		isSealed: () => sealed,
		open: () => [...entries].map(([number, entry]) => ({
			number,
			entry
		}))
	};
}
/**
* Starts an empty journal.
* @param append writes a line down before it returns
*/
function startJournal(append) {
	return makeJournal(/* @__PURE__ */ new Map(), 0, false, append);
}
function readLine(text) {
	try {
		const line = JSON.parse(text);
		const { op, number, flowId } = line;
		if (op === "seal") return { op };
		if (!Number.isSafeInteger(number)) return void 0;
		const known = Number(number);
		if (op === "settle") return {
			op,
			number: known
		};
		if (op === "fill" && typeof flowId === "string" && flowId !== "") return {
			op,
			number: known,
			flowId
		};
		const entry = op === "register" ? readUndoEntry(line.entry) : void 0;
		return entry === void 0 ? void 0 : {
			op: "register",
			number: known,
			entry
		};
	} catch {
		return;
	}
}
/** Takes up a journal that another process wrote. Lines that are not of its shape, such as a half-written last one, are left out. */
function resumeJournal(text, append) {
	const entries = /* @__PURE__ */ new Map();
	let next = 0;
	let wasSealed = false;
	for (const line of text.split("\n").map(readLine)) {
		if (line === void 0) continue;
		apply(entries, line);
		if (line.op === "seal") wasSealed = true;
		if ("number" in line) next = Math.max(next, line.number + 1);
	}
	let isEnded = text === "" || text.endsWith("\n");
	return makeJournal(entries, next, wasSealed, (line) => {
		append(isEnded ? line : `\n${line}`);
		isEnded = true;
	});
}
// src/workspace/read-rule-files.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Folders that can match a glob are looked into from its fixed part on; these never. */
const SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git", "node_modules"]);
function toSlashes(path) {
	return sep === "/" ? path : path.split(sep).join("/");
}
function fixedPart(glob) {
	const { base } = import_picomatch.default.scan(glob);
	return base === "" ? "." : base;
}
/** Refuses a path whose real place is outside the workspace. */
async function checkInside(root, path) {
	const place = relative(root, await realpath(join(root, path)));
	if (place === ".." || place.startsWith(`..${sep}`)) throw new UserError("input", `${path} is a symbolic link that leads out of the workspace: rule files must lie inside it`);
}
async function isFolder(path) {
	try {
		return (await stat(path)).isDirectory();
	} catch {
		return false;
	}
}
async function isThere(path) {
	try {
		await lstat(path);
		return true;
	} catch {
		return false;
	}
}
/** All files under a folder, as paths relative to the root. Links to folders are followed once they prove to stay inside. */
async function listFiles(root, start) {
	const files = [];
	const open = [start];
	const linked = [];
	const seen = /* @__PURE__ */ new Set();
	for (let folder = open.pop(); folder !== void 0; folder = open.pop() ?? linked.shift()) {
		const real = await realpath(join(root, folder));
		if (seen.has(real)) continue;
		seen.add(real);
		for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
			const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
			const isLinkedFolder = entry.isSymbolicLink() && await isFolder(join(root, path));
			if (entry.isDirectory() || isLinkedFolder) {
				if (SKIPPED_FOLDERS.has(entry.name)) continue;
				if (isLinkedFolder) await checkInside(root, path);
				(isLinkedFolder ? linked : open).push(path);
			} else files.push(path);
		}
	}
	return files;
}
/** A reader at work on many small files is fastest with some of them under way at once. */
const READS_AT_ONCE = 32;
async function readAll(root, paths) {
	const files = [];
	for (let start = 0; start < paths.length; start += READS_AT_ONCE) {
		const read = paths.slice(start, start + READS_AT_ONCE).map(async (path) => {
			await checkInside(root, path);
			return {
				path: toSlashes(path),
				bytes: await readFile(join(root, path))
			};
		});
		files.push(...await Promise.all(read));
	}
	return files;
}
/** The file at a place, or all files below it; none where nothing is there. */
async function findFrom(root, start) {
	if (await isFolder(join(root, start))) return listFiles(root, start);
	return await isThere(join(root, start)) ? [start] : [];
}
async function findPaths(root, globs) {
	const matches = isRulePath(globs);
	const paths = /* @__PURE__ */ new Set();
	for (const glob of globs.filter((text) => !text.startsWith("!"))) {
		const start = fixedPart(glob);
		const place = relative(root, join(root, start));
		if (place === ".." || place.startsWith(`..${sep}`)) throw new UserError("input", `input rules has ${JSON.stringify(glob)}, which leads out of the workspace`);
		const found = await findFrom(root, toSlashes(place) || ".");
		for (const path of found) if (matches(path)) paths.add(path);
	}
	return [...paths].toSorted(compareCodePoints);
}
/**
* Reads the rule files that the globs match; a file that two globs match is read once.
* @param workspace absolute path
* @throws UserError (`input`) where no file matches, one cannot be read, or one lies outside the workspace
*/
async function readRuleFiles(workspace, globs) {
	const root = await realpath(workspace).catch((error) => {
		throw new UserError("input", `the workspace ${workspace} cannot be read`, { cause: error });
	});
	const paths = await orUnreadable(findPaths(root, globs));
	if (paths.length === 0) throw new UserError("input", `no rule file matches input rules (${globs.join(", ")}) in the workspace: check the glob, and that actions/checkout ran before`);
	return orUnreadable(readAll(root, paths));
}
async function orUnreadable(reading) {
	try {
		return await reading;
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError("input", "a rule file cannot be read", { cause: error });
	}
}
// src/runner/system-clock.ts
const systemClock = {
	now: () => Date.now(),
	sleep: async (milliseconds, signal) => {
		try {
			await setTimeout(milliseconds, void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			if (signal?.aborted !== true) throw error;
		}
	}
};
// src/runner/open-session.ts
/** The audit log's name in report-dir. */
const AUDIT_LOG = "audit.jsonl";
/** The folder of a run's files in RUNNER_TEMP. */
const FOLDER = "cxone-ivr-gitops";
function once(make) {
	let made;
	return () => (made ??= { value: make() }).value;
}
async function openGitHub(environment, inputs, { agents }) {
	const { repository, apiUrl, run } = environment;
	if (inputs.githubToken === "" || repository === void 0) return void 0;
	const module = await import("./github2.js");
	const options = {
		apiUrl,
		token: inputs.githubToken,
		repository,
		agents: await agents(),
		log: runnerLog
	};
	return module.openGitHub(options, run.runUrl);
}
/** Where the tenant is, and who we are there; undefined without credentials. The word `simulator` starts one. */
async function findTenant(inputs, { onClose }) {
	if (inputs.tenantUrl !== "simulator") {
		const { tenantUrl: url, clientId, clientSecret } = inputs;
		return url === "" || clientId === "" || clientSecret === "" ? void 0 : {
			url,
			clientId,
			clientSecret
		};
	}
	const { startSimulator } = await import("./start-simulator.js");
	const simulator = await startSimulator({ controls: false });
	onClose(async () => simulator.close());
	return {
		url: simulator.url,
		...simulator.credentials
	};
}
async function openTenant(inputs, resources, cancelled) {
	const place = await findTenant(inputs, resources);
	if (place === void 0) return void 0;
	const [{ makeGate }, module] = await Promise.all([import("./gate.js"), import("./tenant.js")]);
	const options = {
		...place,
		requestTimeout: inputs.requestTimeout,
		gate: makeGate(inputs.concurrency, inputs.requestsPerSecond),
		agents: await resources.agents(),
		clock: systemClock,
		log: runnerLog,
		random: Math.random,
		onSecret: setSecret
	};
	return module.openTenant(options, cancelled);
}
/**
* Opens the session of a run; no request is made yet.
* @param files report-dir
* @param journalFiles the folder of the journal, which outlives the process within its job
*/
function openSession(environment, inputs, trigger, files, journalFiles, cancelled) {
	const closers = [];
	const onClose = (close) => closers.push(close);
	const resources = {
		agents: once(async () => {
			const { makeAgents } = await import("./agents.js");
			const made = makeAgents(inputs.concurrency);
			onClose(made.close);
			return made;
		}),
		onClose
	};
	const session = {
		inputs,
		trigger,
		run: environment.run,
		clock: systemClock,
		log: runnerLog,
		workspace: { readRuleFiles: async (globs) => readRuleFiles(environment.workspace, globs) },
		openGitHub: once(async () => openGitHub(environment, inputs, resources)),
		openTenant: once(async () => openTenant(inputs, resources, cancelled)),
		openJournal: once(() => {
			const name = `journal-${randomUUID()}.jsonl`;
			saveState("journal", name);
			return startJournal((line) => journalFiles.append(name, line));
		}),
		auditPorts: {
			now: systemClock.now,
			makeUuid: randomUUID,
			append: (line) => files.append(AUDIT_LOG, line)
		},
		rememberRecord: (record) => saveState("record", JSON.stringify(record)),
		forgetRecord: () => saveState("record", ""),
		cancelled
	};
	const close = async () => {
		for (const closer of closers.toReversed()) await closer();
	};
	return {
		session,
		close
	};
}
/** Reads the input of a name as the runner passes it. */
function readInput(name) {
	return getInput(name);
}
// src/runner/report-files.ts
/**
* Opens a folder for files of a run; it is made when the first file is.
* @param folder relative to `base`, or absolute
* @throws UserError (`input`) where the folder cannot be made
*/
function openReportFiles(base, folder) {
	const root = resolve(base, folder);
	const started = /* @__PURE__ */ new Set();
	const make = () => {
		try {
			mkdirSync(root, { recursive: true });
		} catch (error) {
			throw new UserError("input", `the folder ${root} for reports (input report-dir) cannot be made`, { cause: error });
		}
	};
	const pathOf = (name) => join(root, name);
	return {
		pathOf,
		write: (name, text) => {
			make();
			writeFileSync(pathOf(name), text);
			return pathOf(name);
		},
		append: (name, text) => {
			if (!started.has(name)) {
				make();
				rmSync(pathOf(name), { force: true });
				started.add(name);
			}
			appendFileSync(pathOf(name), text);
			return pathOf(name);
		}
	};
}
export { getState as _, readInput as a, setSecret as b, writeAnnotations as c, codeSpan as d, escapeLog as f, error as g, urlPath as h, openSession as i, readEnvironment as l, mermaidLabel as m, AUDIT_LOG as n, resumeJournal as o, markdownSentence as p, FOLDER as r, runnerLog as s, openReportFiles as t, readInputs as u, setFailed as v, setOutput as y };
