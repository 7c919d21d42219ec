import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises as promises$1 } from "fs";
import "path";
import { isUtf8 } from "node:buffer";
import { hash, randomUUID } from "node:crypto";
import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
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
// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
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
		return __awaiter$1(this, void 0, void 0, function* () {
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
		return __awaiter$1(this, void 0, void 0, function* () {
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
		return __awaiter$1(this, void 0, void 0, function* () {
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
function setOutput$1(name, value) {
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
// src/errors.ts
/** Something that the person can mend: what happened, where, and what to do. Shown without a stack. */
var UserError = class extends Error {
	name = "UserError";
	reason;
	constructor(reason, message, options) {
		super(message, options);
		this.reason = reason;
	}
};
/** A request to a server that did not succeed. It never carries headers, bodies that were sent, or secrets. */
var ApiError = class extends Error {
	name = "ApiError";
	details;
	constructor(message, details, options) {
		super(message, options);
		this.details = details;
	}
	get status() {
		return this.details.status;
	}
	get reason() {
		return this.details.timedOut === true ? "timeout" : "tenant";
	}
};
/** The message of anything that was thrown, with the messages of its causes. */
function messageOf(error) {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause === void 0 ? "" : `: ${messageOf(error.cause)}`;
	return `${error.message}${cause}`;
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
/** A text as a part of one line of a terminal: no control or escape sequence gets through, nor what commands a runner. */
function terminalText(text) {
	return escapeLog(oneLine(text));
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
// node_modules/canonicalize/lib/canonicalize.js
function serializeString(value) {
	if (!value.isWellFormed()) throw new Error("Lone surrogate is not allowed");
	return JSON.stringify(value);
}
function serializePrimitive(value) {
	switch (typeof value) {
		case "number":
			if (isNaN(value)) throw new Error("NaN is not allowed");
			if (!isFinite(value)) throw new Error("Infinity is not allowed");
			return JSON.stringify(value);
		case "string": return serializeString(value);
		case "boolean": return value ? "true" : "false";
		default: return JSON.stringify(value);
	}
}
function enterValue(value, seen) {
	let wrappers = null;
	while (value !== null && typeof value === "object" && typeof value.toJSON === "function") {
		if (seen.has(value)) throw new Error("Circular reference detected");
		seen.add(value);
		(wrappers ??= []).push(value);
		value = value.toJSON();
	}
	if (value instanceof Number || value instanceof String || value instanceof Boolean) value = value.valueOf();
	if (value === null || typeof value !== "object") {
		if (wrappers !== null) for (const wrapper of wrappers) seen.delete(wrapper);
		return serializePrimitive(value);
	}
	if (seen.has(value)) throw new Error("Circular reference detected");
	seen.add(value);
	return {
		container: value,
		keys: Array.isArray(value) ? null : Object.keys(value).sort(),
		index: 0,
		first: true,
		wrappers
	};
}
function canonicalize(object) {
	if (object === null || typeof object !== "object") return serializePrimitive(object);
	const seen = /* @__PURE__ */ new Set();
	const root = enterValue(object, seen);
	if (typeof root !== "object") return root;
	let result = root.keys === null ? "[" : "{";
	const stack = [root];
	outer: while (stack.length > 0) {
		const frame = stack[stack.length - 1];
		const container = frame.container;
		if (frame.keys === null) {
			while (frame.index < container.length) {
				const i = frame.index++;
				if (i > 0) result += ",";
				const element = container[i];
				const value = element === void 0 || typeof element === "symbol" || typeof element === "function" ? null : element;
				if (value === null || typeof value !== "object") {
					result += serializePrimitive(value);
					continue;
				}
				const child = enterValue(value, seen);
				if (typeof child !== "object") {
					result += child === void 0 ? "null" : child;
					continue;
				}
				result += child.keys === null ? "[" : "{";
				stack.push(child);
				continue outer;
			}
			result += "]";
		} else {
			const keys = frame.keys;
			while (frame.index < keys.length) {
				const key = keys[frame.index++];
				const value = container[key];
				if (value === void 0 || typeof value === "symbol" || typeof value === "function") continue;
				if (value === null || typeof value !== "object") {
					if (frame.first) frame.first = false;
					else result += ",";
					result += serializeString(key) + ":" + serializePrimitive(value);
					continue;
				}
				const child = enterValue(value, seen);
				if (child === void 0) continue;
				if (frame.first) frame.first = false;
				else result += ",";
				result += serializeString(key) + ":";
				if (typeof child !== "object") {
					result += child;
					continue;
				}
				result += child.keys === null ? "[" : "{";
				stack.push(child);
				continue outer;
			}
			result += "}";
		}
		seen.delete(container);
		if (frame.wrappers !== null) for (const wrapper of frame.wrappers) seen.delete(wrapper);
		stack.pop();
	}
	return result;
}
// src/rules/hash.ts
/** SHA-256 of a UTF-8 text as 64 lower-case hex digits. */
function sha256(text) {
	return hash("sha256", text, "hex");
}
/**
* The canonical JSON of a value (RFC 8785).
* @throws where the value cannot be written as JSON
*/
function canonicalJson(value) {
	const text = canonicalize(value);
	if (text === void 0) throw new TypeError("this value has no JSON form");
	return text;
}
/** The payload with its keys in the order of RFC 8785, section 3.2.3, in every object. */
function sortKeys({ campaignId, effectiveDate, expirationDate, fallbackAction, name, nodes }) {
	const { target, type } = fallbackAction;
	return {
		campaignId,
		...effectiveDate === void 0 ? {} : { effectiveDate },
		...expirationDate === void 0 ? {} : { expirationDate },
		fallbackAction: target === void 0 ? { type } : {
			target,
			type
		},
		name,
		nodes: nodes.map(({ id, mediaAssetId, transitions, type }) => {
			const sorted = transitions.map(({ condition, target }) => ({
				condition,
				target
			}));
			return mediaAssetId === void 0 ? {
				id,
				transitions: sorted,
				type
			} : {
				id,
				mediaAssetId,
				transitions: sorted,
				type
			};
		})
	};
}
/** What JSON.stringify makes of half of a surrogate pair, and of a backslash before these letters. */
const SURROGATE_ESCAPE = String.raw`\ud`;
/**
* The canonical JSON of a payload, as {@link canonicalJson} writes it, several times as fast: with the keys in order and
* without numbers, JSON.stringify writes RFC 8785's form itself, but for lone surrogates, which have none.
* @throws where a text holds half of a surrogate pair
*/
function canonicalPayload(payload) {
	const text = JSON.stringify(sortKeys(payload));
	return text.includes(SURROGATE_ESCAPE) ? canonicalJson(payload) : text;
}
/** The payload hash: SHA-256, hex, of the payload's canonical JSON. */
function hashPayload(payload) {
	return sha256(canonicalPayload(payload));
}
/** The canonical JSON of a payload without its window: equal for two versions that differ in their dates at most. */
function contentWithoutDates({ effectiveDate: _from, expirationDate: _to, ...content }) {
	return canonicalPayload(content);
}
/** Whether a UTF-16 unit is half of a pair, which stands for a code point above all others. */
function isSurrogate(unit) {
	return unit >= 55296 && unit <= 57343;
}
/** Orders texts by code point, which is how names are sorted wherever order is part of a hash. */
function compareCodePoints(a, b) {
	const shared = Math.min(a.length, b.length);
	for (let at = 0; at < shared; at++) {
		const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
		if (left === right) continue;
		if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
		return left < right ? -1 : 1;
	}
	return Math.sign(a.length - b.length);
}
/**
* The ruleset digest: what `sha256sum` makes of the listing of one line `<payloadHash>  <name>` a rule, sorted by name.
* @returns 64 hex digits
*/
function rulesetDigest(rules) {
	return sha256(rules.toSorted((a, b) => compareCodePoints(a.payload.name, b.payload.name)).map((rule) => `${rule.payloadHash}  ${rule.payload.name}\n`).join(""));
}
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
// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE: {
			__proto__: null,
			alnum: "a-zA-Z0-9",
			alpha: "a-zA-Z",
			ascii: "\\x00-\\x7F",
			blank: " \\t",
			cntrl: "\\x00-\\x1F\\x7F",
			digit: "0-9",
			graph: "\\x21-\\x7E",
			lower: "a-z",
			print: "\\x20-\\x7E ",
			punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
			space: " \\t\\r\\n\\v\\f",
			upper: "A-Z",
			word: "A-Za-z0-9_",
			xdigit: "A-Fa-f0-9"
		},
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));
// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));
// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));
// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));
// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));
// src/rules/rule-path.ts
var import_picomatch = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
})))(), 1);
/** Whether a path's ending makes its file one of path tests, not a rule. */
function isPathTestPath(path) {
	return path.endsWith(".test.json");
}
/**
* Makes the predicate of the globs of input `rules`, for rules and path tests alike; a line that starts with `!` takes
* paths away again.
* @param globs relative to the workspace, with slashes
*/
function isWantedPath(globs) {
	const trim = (glob) => glob.replace(/^\.\//, "");
	const wanted = globs.filter((glob) => !glob.startsWith("!")).map(trim);
	const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => trim(glob.slice(1)));
	const isWanted = (0, import_picomatch.default)(wanted);
	const isUnwanted = unwanted.length > 0 ? (0, import_picomatch.default)(unwanted) : () => false;
	return (path) => isWanted(path) && !isUnwanted(path);
}
/** Like {@link isWantedPath}, for rules only. */
function isRulePath(globs) {
	const isWanted = isWantedPath(globs);
	return (path) => !isPathTestPath(path) && isWanted(path);
}
// src/request/inputs.ts
/** Every input with its default, as action.yml must have them. */
const INPUT_DEFAULTS = {
	command: "auto",
	rules: "rules/**/*.json",
	config: "cxone-rules.config.json",
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
/** The globs of rule files; where the config file matches them, it is taken away again, for it is no rule. */
function readGlobs(value, config) {
	const globs = readLines(value);
	const path = config.replace(/^\.\//, "");
	return isWantedPath(globs)(path) ? [...globs, `!${path}`] : globs;
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
	return {
		command: readChoice("command", text("command"), [
			"auto",
			"lint",
			"deploy",
			"rollback",
			"test"
		]),
		rules: readGlobs(text("rules"), text("config")),
		config: text("config"),
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
// src/request/trigger.ts
const CHOICES = "set input command to lint, deploy, rollback or test";
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
// src/transaction/undo-entry.ts
/** The request body that restores a flow. */
function restoringPatch(entry) {
	return {
		status: entry.status,
		effectiveDate: entry.effectiveDate,
		expirationDate: entry.expirationDate
	};
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
function isDate(value) {
	return value === null || isText(value);
}
/** Checks the shape of an entry that was read back: what it names is sent to the tenant. */
function readUndoEntry(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const entry = value;
	const { kind, name, flowId } = entry;
	if (!isText(name)) return void 0;
	if (kind === "delete") {
		const { payloadHash, knownIds } = entry;
		if (!(typeof payloadHash === "string" && /^[0-9a-f]{64}$/.test(payloadHash)) || !Array.isArray(knownIds) || !knownIds.every(isText)) return void 0;
		if (flowId !== null && !isText(flowId)) return void 0;
		return {
			kind,
			name,
			payloadHash,
			flowId,
			knownIds
		};
	}
	const { status, effectiveDate, expirationDate } = entry;
	if (kind !== "restore" || !isText(flowId) || !isDate(effectiveDate) || !isDate(expirationDate)) return void 0;
	if (status !== "DRAFT" && status !== "ACTIVE" && status !== "INACTIVE") return void 0;
	return {
		kind,
		name,
		flowId,
		status,
		effectiveDate,
		expirationDate
	};
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
// src/workspace/read-config-file.ts
/** The largest config file, in bytes: some thousand suppressions. */
const MAX_CONFIG_BYTES = 1048576;
function isOutside$1(from, to) {
	const place = relative(from, to);
	return place === ".." || place.startsWith(`..${sep}`) || isAbsolute(place);
}
function refuse(path, what, options) {
	throw new UserError("input", `input config is ${JSON.stringify(path)}, but ${what}`, options);
}
async function isThere(place) {
	try {
		await lstat(place);
		return true;
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" || code === "ENOTDIR") return false;
		throw error;
	}
}
async function readInside(workspace, place, path) {
	if (isOutside$1(await realpath(workspace), await realpath(place))) refuse(path, "that is a symbolic link which leads out of the workspace: the file must lie inside it");
	const entry = await stat(place);
	if (!entry.isFile()) refuse(path, "that is no file");
	if (entry.size > 1048576) refuse(path, `the file has ${entry.size} bytes; the limit is ${MAX_CONFIG_BYTES} (1 MiB)`);
	return readFile(place);
}
/**
* Reads the config file.
* @param workspace absolute path
* @param path relative to the workspace, or absolute
* @returns the file with its path relative to the workspace; undefined where nothing is at that path
* @throws UserError (`input`) where it lies outside the workspace, is too large, or cannot be read
*/
async function readConfigFile(workspace, path) {
	const place = resolve(workspace, path);
	if (isOutside$1(workspace, place)) refuse(path, "that leads out of the workspace");
	try {
		if (!await isThere(place)) return void 0;
		const bytes = await readInside(workspace, place, path);
		return {
			path: relative(workspace, place).split(sep).join("/"),
			bytes
		};
	} catch (error) {
		if (error instanceof UserError) throw error;
		return refuse(path, "the file cannot be read", { cause: error });
	}
}
// src/workspace/file-problem.ts
/** A problem with a whole file or folder. */
function problemAt(path, message) {
	return {
		check: "rule-files",
		path,
		message,
		place: { line: 1 }
	};
}
function leadsOut(path) {
	return problemAt(path, "a symbolic link leads from here out of the workspace: rule files must lie inside it");
}
/** Whether a path relative to a folder leads out of it. */
function isOutside(place) {
	return place === ".." || place.startsWith(`..${sep}`);
}
/** The system's code of an error, such as `EACCES`; its message has paths of the machine in it. */
function codeOf(error) {
	const code = error?.code;
	return typeof code === "string" ? code : "unknown error";
}
// src/workspace/find-files.ts
/** Folders that can match a glob are looked into from its fixed part on; these never. */
const SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git", "node_modules"]);
function toSlashes(path) {
	return sep === "/" ? path : path.split(sep).join("/");
}
/** The part of a glob before its first special sign, from the workspace. @throws UserError where it leads out */
function fixedPart(root, glob) {
	const place = relative(root, join(root, import_picomatch.default.scan(glob).base || "."));
	if (isOutside(place)) throw new UserError("input", `input rules has ${JSON.stringify(glob)}, which leads out of the workspace`);
	return toSlashes(place) || ".";
}
/** How many steps a path can have that a glob matches; braces and brackets may stand for any number. */
function mostSteps(glob) {
	return glob.includes("**") || /[{([]/.test(glob) ? Infinity : glob.split("/").length;
}
function isFolder(place) {
	return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
function isLinkToFolder(place) {
	try {
		return isFolder(place);
	} catch {
		return false;
	}
}
/** A folder that has the name of a rule file, or that a glob names, was meant to be one. */
function noteFolder({ matches, named, problems }, path) {
	if (!named.has(path) && !(path.endsWith(".json") && matches(path))) return;
	const message = named.has(path) ? `this is a folder, not a rule file: name the files in it, such as ${path}/**/*.json` : "this is a folder, not a file, though its name is that of a rule file: give it another name";
	problems.set(path, problemAt(path, message));
}
/** The real place of a folder, or undefined, with a problem, where a link leads out of the workspace. */
function openFolder({ root, problems }, path) {
	const real = realpathSync(join(root, path));
	if (!isOutside(relative(root, real))) return {
		path,
		real
	};
	problems.set(path, leadsOut(path));
}
function readFolder({ root, problems }, { path }) {
	try {
		return readdirSync(join(root, path), { withFileTypes: true });
	} catch (error) {
		problems.set(path, problemAt(path, `this folder cannot be read (${codeOf(error)})`));
		return [];
	}
}
function nextFolder(search, { real, linked }) {
	const next = real.pop();
	if (next !== void 0) return next;
	for (let path = linked.shift(); path !== void 0; path = linked.shift()) {
		const folder = openFolder(search, path);
		if (folder !== void 0) return folder;
	}
}
function lookInto(search, folder, mayHoldFolders, queue) {
	for (const entry of readFolder(search, folder)) {
		const path = folder.path === "." ? entry.name : `${folder.path}/${entry.name}`;
		const isLinked = entry.isSymbolicLink() && isLinkToFolder(join(search.root, path));
		if (!entry.isDirectory() && !isLinked) {
			if (search.matches(path)) search.paths.add(path);
		} else if (!SKIPPED_FOLDERS.has(entry.name)) {
			noteFolder(search, path);
			if (mayHoldFolders && isLinked) queue.linked.push(path);
			else if (mayHoldFolders) queue.real.push({
				path,
				real: join(folder.real, entry.name)
			});
		}
	}
}
/** Looks through all folders below one. Links to folders are followed once they prove to stay inside. */
function searchBelow(search, start, steps) {
	const queue = {
		real: [start],
		linked: []
	};
	const seen = /* @__PURE__ */ new Set();
	for (let folder = nextFolder(search, queue); folder !== void 0; folder = nextFolder(search, queue)) {
		if (seen.has(folder.real)) continue;
		seen.add(folder.real);
		const stepsToFile = folder.path === "." ? 1 : folder.path.split("/").length + 1;
		lookInto(search, folder, stepsToFile < steps, queue);
	}
}
/** A glob without special signs names one place; a link on the way to it may lead out as well. */
function notePlace(search, path) {
	const real = realpathSync(join(search.root, path, ".."));
	if (isOutside(relative(search.root, real))) search.problems.set(path, leadsOut(path));
	else search.paths.add(path);
}
function searchFrom(search, glob) {
	const start = fixedPart(search.root, glob);
	const place = join(search.root, start);
	try {
		if (lstatSync(place, { throwIfNoEntry: false }) === void 0) return;
		if (!isLinkToFolder(place)) {
			if (search.matches(start)) notePlace(search, start);
			return;
		}
		noteFolder(search, start);
		const folder = openFolder(search, start);
		if (folder !== void 0) searchBelow(search, folder, mostSteps(glob.replace(/^\.\//, "")));
	} catch (error) {
		if (codeOf(error) === "ENOTDIR") return;
		search.problems.set(start, problemAt(start, `this place cannot be read (${codeOf(error)})`));
	}
}
/**
* Finds the files that globs match.
* @param root the workspace's real, absolute path
* @throws UserError (`input`) where a glob leads out of the workspace
*/
function findFiles(root, globs) {
	const wanted = globs.filter((glob) => !glob.startsWith("!"));
	const search = {
		root,
		matches: isWantedPath(globs),
		named: new Set(wanted.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""))),
		paths: /* @__PURE__ */ new Set(),
		problems: /* @__PURE__ */ new Map()
	};
	for (const glob of wanted) fixedPart(root, glob);
	for (const glob of wanted) searchFrom(search, glob);
	return {
		paths: search.paths,
		problems: [...search.problems.values()]
	};
}
// src/rules/decode.ts
/** The largest rule file, in bytes. The largest of 142 published call flows has 0.34 MB. */
const MAX_FILE_BYTES = 5242880;
const BYTE_ORDER_MARK = [
	239,
	187,
	191
];
const NEWLINE = 10;
/** A character of UTF-8 has four bytes at most, so one that is cut off has three. */
const LONGEST_PART$1 = 3;
function asBuffer(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
/** How many bytes at the start are valid UTF-8, whole characters only. */
function validLength(bytes) {
	const isValidUpTo = (end) => {
		for (let less = 0; less <= Math.min(LONGEST_PART$1, end); less++) if (isUtf8(bytes.subarray(0, end - less))) return true;
		return false;
	};
	let low = 0;
	let high = bytes.length;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (isValidUpTo(middle)) low = middle;
		else high = middle - 1;
	}
	while (low > 0 && !isUtf8(bytes.subarray(0, low))) low--;
	return low;
}
/** The line (from 1) and column (from 1, in UTF-16 units) of the byte behind a valid start. */
function placeBehind(bytes, length) {
	let line = 1;
	let start = 0;
	for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < length; at = bytes.indexOf(NEWLINE, at + 1)) {
		line++;
		start = at + 1;
	}
	const column = asBuffer(bytes.subarray(start, length)).toString("utf8").length + 1;
	return {
		line,
		column,
		endColumn: column + 1
	};
}
/** What is wrong with a file of so many bytes, or undefined where it is not too large. */
function explainSize(path, bytes) {
	if (bytes <= 5242880) return void 0;
	return {
		check: "syntax",
		path,
		message: `the file has ${bytes} bytes; the limit is ${MAX_FILE_BYTES} (5 MiB)`,
		place: { line: 1 }
	};
}
/** The text of a file, or the one problem that keeps it from being read. */
function decodeFile({ path, bytes }) {
	const tooLarge = explainSize(path, bytes.length);
	if (tooLarge !== void 0) return tooLarge;
	if (BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) return {
		check: "syntax",
		path,
		message: "the file starts with a byte order mark: save it as UTF-8 without one",
		place: {
			line: 1,
			column: 1,
			endColumn: 2
		}
	};
	if (!isUtf8(bytes)) {
		const length = validLength(bytes);
		const place = placeBehind(bytes, length);
		const byte = (bytes[length] ?? 0).toString(16).padStart(2, "0");
		return {
			check: "syntax",
			path,
			message: `line ${place.line} is no valid UTF-8 (byte 0x${byte}): save the file as UTF-8`,
			place
		};
	}
	return asBuffer(bytes).toString("utf8");
}
// src/workspace/read-file.ts
/** What a link leads to, or the problem with it. Only links need their real place looked up: folders are known to be inside. */
function followLink(root, path) {
	const place = join(root, path);
	try {
		return isOutside(relative(root, realpathSync(place))) ? leadsOut(path) : statSync(place);
	} catch (error) {
		const code = codeOf(error);
		if (code === "ENOENT") return problemAt(path, "this is a symbolic link that leads nowhere");
		if (code === "ELOOP") return problemAt(path, "this is a symbolic link that leads to itself");
		throw error;
	}
}
function readWhole(root, path) {
	const place = join(root, path);
	const found = lstatSync(place);
	const file = found.isSymbolicLink() ? followLink(root, path) : found;
	if ("check" in file) return file;
	if (!file.isFile()) return problemAt(path, "this is no file but a pipe, a socket or a device, so it can be no rule");
	return explainSize(path, file.size) ?? {
		path,
		bytes: readFileSync(place)
	};
}
/**
* Reads a file.
* @param root the workspace's real, absolute path
* @param path below it, where every folder on the way is known to be inside
*/
function readWorkspaceFile(root, path) {
	try {
		return readWhole(root, path);
	} catch (error) {
		return problemAt(path, `this file cannot be read (${codeOf(error)})`);
	}
}
// src/workspace/read-files.ts
/** One remark for all files that two globs match: each is read once, but one of the globs may be a mistake. */
function remarkOnOverlap(paths, globs) {
	const wanted = globs.filter((glob) => !glob.startsWith("!"));
	if (wanted.length < 2) return [];
	const matchers = wanted.map((glob) => ({
		glob,
		matches: isWantedPath([glob])
	}));
	const globsOf = (path) => matchers.flatMap(({ glob, matches }) => matches(path) ? [glob] : []);
	const shared = paths.filter((path) => globsOf(path).length > 1);
	const [example] = shared;
	if (example === void 0) return [];
	const [one, other] = globsOf(example).map((glob) => JSON.stringify(glob));
	return [{
		...problemAt(example, `${shared.length === 1 ? "this file is" : `${shared.length} files, of which this is the first, are`} matched by two globs of input rules, ${one} and ${other}: each file is read once`),
		severity: "info"
	}];
}
function noFile(globs) {
	return problemAt(globs.find((glob) => !glob.startsWith("!")) ?? globs[0] ?? "", `no rule file matches input rules (${globs.join(", ")}) in the workspace: check the glob, and that actions/checkout ran before`);
}
function findRoot(workspace) {
	try {
		return realpathSync(workspace);
	} catch (error) {
		throw new UserError("input", `the workspace ${workspace} cannot be read`, { cause: error });
	}
}
/**
* Reads the files that the globs match, one after the other, which is faster than many at once; a file that two globs match
* is read once. What cannot be read is a problem and keeps nothing else from being read.
* @param workspace absolute path
* @throws UserError (`input`) where the workspace cannot be read, or a glob leads out of it
*/
async function readFiles(workspace, globs) {
	const root = findRoot(workspace);
	const found = findFiles(root, globs);
	const paths = [...found.paths].toSorted(compareCodePoints);
	const files = [];
	const problems = [...found.problems];
	for (const path of paths) {
		const file = readWorkspaceFile(root, path);
		if ("bytes" in file) files.push(file);
		else problems.push(file);
	}
	const rules = files.filter(({ path }) => !isPathTestPath(path));
	if (rules.length === 0 && problems.length === 0) problems.push(noFile(globs));
	problems.push(...remarkOnOverlap(paths, globs));
	return {
		rules,
		pathTests: files.filter(({ path }) => isPathTestPath(path)),
		problems
	};
}
// src/runner/system-clock.ts
const systemClock = {
	now: () => Date.now(),
	sleep: async (milliseconds, signal) => {
		try {
			await setTimeout$1(milliseconds, void 0, signal === void 0 ? {} : { signal });
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
		workspace: {
			readFiles: async (globs) => readFiles(environment.workspace, globs),
			readConfigFile: async (path) => readConfigFile(environment.workspace, path)
		},
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
// src/lint/finding.ts
const RANK = {
	error: 0,
	warning: 1,
	info: 2
};
/** The one of two severities that weighs less. */
function milderSeverity(a, b) {
	return RANK[a] > RANK[b] ? a : b;
}
/** Errors first, then by path, line, column and check. */
function compareFindings(a, b) {
	return RANK[a.severity] - RANK[b.severity] || compareCodePoints(a.path, b.path) || a.line - b.line || a.column - b.column || compareCodePoints(a.check, b.check) || compareCodePoints(a.message, b.message);
}
/** How many findings have a severity. */
function countFindings(findings, severity) {
	return findings.filter((finding) => finding.severity === severity).length;
}
/** Whether any finding is at or over the severity that fails a run. */
function hasFailingFinding(findings, failOn) {
	if (failOn === "never") return false;
	return findings.some((finding) => RANK[finding.severity] <= RANK[failOn]);
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
/** What the report says of one rule. */
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
function pathTestEntry({ passed, failed, rules }) {
	return {
		passed,
		failed,
		rules: rules.map(({ failed: _failed, ...rule }) => rule)
	};
}
function suppressedEntry({ finding, suppression }) {
	const { rule, node, reason, expires } = suppression;
	return {
		...finding,
		rule,
		...node === void 0 ? {} : { node },
		reason,
		until: expires
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
		findings: report.findings,
		suppressed: report.suppressed.map(suppressedEntry),
		...report.pathTests === void 0 ? {} : { pathTests: pathTestEntry(report.pathTests) }
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
// src/plan/plan.ts
/** Whether a change writes anything to the tenant. */
function isWrite(change) {
	return change.action !== "none" && change.action !== "held";
}
// src/report/count.ts
/** Such as `1 rule` or `2 rules`. */
function count(number, singular, plural = `${singular}s`) {
	return `${number} ${number === 1 ? singular : plural}`;
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
// src/simulate/cover-transitions.ts
function coverRule(rule, results) {
	const taken = rule.payload.nodes.map(() => /* @__PURE__ */ new Set());
	for (const { walked } of results) for (const { node, transition } of walked?.walk.taken ?? []) taken[node]?.add(transition);
	const untaken = rule.payload.nodes.flatMap(({ transitions }, node) => transitions.flatMap((_, transition) => taken[node]?.has(transition) === true ? [] : [{
		node,
		transition
	}]));
	const transitions = rule.payload.nodes.reduce((sum, node) => sum + node.transitions.length, 0);
	return {
		rule,
		tests: results.length,
		transitions,
		taken: transitions - untaken.length,
		untaken
	};
}
/** The coverage of each rule that some test walked, sorted by path. */
function coverTransitions(results) {
	const groups = /* @__PURE__ */ new Map();
	for (const result of results) {
		if (result.walked === void 0) continue;
		const group = groups.get(result.walked.rule);
		if (group === void 0) groups.set(result.walked.rule, [result]);
		else group.push(result);
	}
	return [...groups].map(([rule, group]) => coverRule(rule, group)).toSorted((a, b) => compareCodePoints(a.rule.path, b.rule.path));
}
// src/report/path-tests.ts
/** The transitions that no test takes: node by node, and one by one. */
function nameUntaken({ rule, untaken }) {
	return untaken.flatMap((place) => {
		const node = rule.payload.nodes[place.node];
		const transition = node?.transitions[place.transition];
		return node === void 0 || transition === void 0 ? [] : [{
			node: node.id,
			condition: transition.condition,
			target: transition.target
		}];
	});
}
function describeRule(coverage, failed) {
	const { rule, tests, transitions, taken } = coverage;
	const { path, payload } = rule;
	return {
		name: payload.name,
		path,
		tests,
		failed,
		transitions,
		taken,
		untaken: nameUntaken(coverage)
	};
}
/** Sums up what path tests showed; undefined where there were none. */
function reportPathTests(results, subjects) {
	if (results.length === 0) return void 0;
	const failures = results.filter(({ passed }) => !passed);
	const failuresOf = /* @__PURE__ */ new Map();
	for (const { walked } of failures) failuresOf.set(walked?.rule, (failuresOf.get(walked?.rule) ?? 0) + 1);
	const coverage = coverTransitions(results);
	return {
		passed: results.length - failures.length,
		failed: failures.length,
		withoutRule: results.filter(({ walked }) => walked === void 0).length,
		rules: coverage.map((entry) => describeRule(entry, failuresOf.get(entry.rule) ?? 0)),
		untested: subjects.length - coverage.length
	};
}
/** One line without a full stop, such as `12 path tests passed, 1 failed; 34 of 41 transitions of 5 tested rules taken`. */
function sumUpPathTests({ passed, failed, rules }) {
	const taken = rules.reduce((sum, rule) => sum + rule.taken, 0);
	const transitions = rules.reduce((sum, rule) => sum + rule.transitions, 0);
	return `${`${count(passed, "path test")} passed${failed === 0 ? "" : `, ${failed} failed`}`}; ${taken} of ${count(transitions, "transition")} of ${count(rules.length, "tested rule")} taken`;
}
/** What the sum does not say: rules without a test, and tests without a rule; an empty text where there is nothing to say. */
function remarkOnPathTests({ untested, withoutRule }) {
	return [untested === 0 ? "" : `${count(untested, "rule has", "rules have")} no path test`, withoutRule === 0 ? "" : `${count(withoutRule, "test")} walked no rule`].filter((part) => part !== "").join("; ");
}
// src/report/path-test-sections.ts
/** How many transitions that no test takes are named for one rule. */
const MOST_NAMED = 10;
/** UTF-16 units of a node's id and of a condition, of which a cell holds many. */
const LONGEST_PART = 60;
function spellUntaken({ node, condition }) {
	return `${codeSpan(node, LONGEST_PART)} ${codeSpan(condition, LONGEST_PART)}`;
}
function untakenCell(untaken) {
	if (untaken.length === 0) return "–";
	const named = untaken.slice(0, MOST_NAMED).map(spellUntaken).join(", ");
	const more = untaken.length - MOST_NAMED;
	return more > 0 ? `${named} and ${more} more` : named;
}
function ruleRow$1({ name, tests, failed, taken, transitions, untaken }) {
	const failures = failed === 0 ? "0" : `${failed} ❌`;
	return `| ${[
		codeSpan(name),
		tests - failed,
		failures,
		`${taken} of ${transitions}`,
		untakenCell(untaken)
	].join(" | ")} |\n`;
}
const TABLE_HEAD = "| Rule | Passed | Failed | Transitions taken | Taken by no test |\n| --- | ---: | ---: | ---: | --- |\n";
/** The sections of a report on its path tests. */
function pathTestSections(report) {
	const remark = remarkOnPathTests(report);
	return [{
		noun: "",
		head: `\n### Path tests\n\n${`${report.failed === 0 ? "✅" : "❌"} ${sumUpPathTests(report)}.${remark === "" ? "" : ` ${remark}.`}`}\n`,
		items: [],
		tail: "",
		rank: 0
	}, {
		noun: "rows of path tests",
		head: `\n<details><summary>Path tests by rule</summary>\n\n${TABLE_HEAD}`,
		items: report.rules.map(ruleRow$1),
		tail: "\n</details>\n",
		rank: 5
	}];
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
const LONGEST_REASON = 1e3;
/** The suppressions that were used, each with its reason and its number of findings: nothing is hidden in silence. */
function suppressedSection({ suppressed }) {
	const counts = /* @__PURE__ */ new Map();
	for (const { suppression } of suppressed) counts.set(suppression, (counts.get(suppression) ?? 0) + 1);
	const items = [...counts].map(([{ check, rule, node, reason, expires }, number]) => {
		const where = node === void 0 ? codeSpan(rule) : `${codeSpan(rule)}, node ${codeSpan(node)}`;
		const why = markdownSentence(cutText(reason, LONGEST_REASON));
		return `- ${count(number, "finding")} of \`${check}\` in ${where}, until ${codeSpan(expires)}: ${why}\n`;
	});
	return {
		noun: "suppressions",
		head: `\n<details><summary>${count(suppressed.length, "finding")} suppressed</summary>\n\n`,
		items,
		tail: "\n</details>\n",
		rank: 3
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
	const isSaid = report.command === "lint" || report.command === "test" && report.pathTests !== void 0;
	const words = report.message === "" || isSaid ? "" : `\n${markdownSentence(report.message)}\n`;
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
		suppressedSection(report),
		...report.pathTests === void 0 ? [] : pathTestSections(report.pathTests),
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
// src/main.ts
const COMMANDS = {
	lint: async (session) => (await import("./lint.js")).runLint(session),
	deploy: async (session) => (await import("./deploy.js")).runDeploy(session),
	rollback: async (session) => (await import("./rollback.js")).runRollback(session),
	test: async (session) => (await import("./test.js")).runTest(session)
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
	const { session, close } = openSession(environment, inputs, trigger, files, openReportFiles(environment.workspace, defaultFolder), watchForCancellation());
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
	else setFailed(escapeLog(`this is a bug in the action; please report it with these lines:\n${error instanceof Error ? error.stack ?? message : message}`));
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
// src/finish.ts
/** Milliseconds after which `post` gives up. */
const TIME_LIMIT = 11e4;
const JOURNAL_NAME = /^journal-[0-9a-f-]{36}\.jsonl$/;
/** Bytes; a journal of 10,000 rules stays under it. */
const LARGEST_JOURNAL = 67108864;
/** The record that the run noted, if the state holds one: state is text that came through a file. */
function readRecord(text) {
	try {
		const { id, sha } = JSON.parse(text);
		return Number.isSafeInteger(id) && typeof sha === "string" && /^[0-9a-f]{40}$/.test(sha) ? {
			id: Number(id),
			sha
		} : void 0;
	} catch {
		return;
	}
}
async function finish() {
	const environment = await readEnvironment(process.env, process.cwd(), tmpdir());
	const folder = join(environment.temporaryFolder, FOLDER);
	const name = getState("journal");
	const path = JOURNAL_NAME.test(name) ? join(folder, name) : "";
	if (path === "" || !existsSync(path) || statSync(path).size > LARGEST_JOURNAL) return;
	const journal = resumeJournal(readFileSync(path, "utf8"), (line) => appendFileSync(path, line));
	const record = readRecord(getState("record"));
	if (journal.isSealed() || journal.open().length === 0 && record === void 0) return;
	const inputs = readInputs(readInput);
	if (inputs.tenantUrl === "simulator") return;
	const trigger = {
		command: "deploy",
		commit: "",
		base: void 0,
		pullRequest: void 0,
		branchRef: ""
	};
	const files = openReportFiles(environment.workspace, folder);
	const { session, close } = openSession(environment, inputs, trigger, files, files, new AbortController().signal);
	try {
		const [opened, github] = [await session.openTenant(), await session.openGitHub()];
		if (opened === void 0) throw new Error("the credentials are gone");
		const { finishUndo } = await import("./finish-undo.js");
		const doors = {
			tenant: opened.undoTenant,
			github,
			log: runnerLog
		};
		const left = await finishUndo(journal, record, inputs.environment, doors);
		for (const sentence of left) error(escapeLog(sentence));
	} finally {
		await close();
	}
}
/** Runs `post`, within its time. */
async function finishRun() {
	const limit = setTimeout(() => {
		error("the undo of the cancelled run did not end in time: look at the tenant");
		process.exit(1);
	}, TIME_LIMIT);
	try {
		await finish();
	} catch (error$1) {
		error(escapeLog(`the undo of the cancelled run could not be finished: ${messageOf(error$1)}`));
	} finally {
		clearTimeout(limit);
	}
}
export { hashPayload as A, readInputs as C, canonicalJson as D, reportRules as E, terminalText as F, ApiError as I, UserError as L, sha256 as M, cutText as N, compareCodePoints as O, escapeLog as P, messageOf as R, INPUT_DEFAULTS as S, isFailure as T, readFiles as _, reportPathTests as a, readUndoEntry as b, count as c, ruleEntry as d, compareFindings as f, systemClock as g, milderSeverity as h, remarkOnPathTests as i, rulesetDigest as j, contentWithoutDates as k, isWrite as l, hasFailingFinding as m, main as n, sumUpPathTests as o, countFindings as p, renderSummary as r, renderMermaid as s, finishRun as t, renderJson as u, decodeFile as v, isRulePath as w, restoringPatch as x, readConfigFile as y };
