import { n as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin-os.cjs?os
var require__builtin_os = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:os");
}));
// node_modules/@actions/core/lib/utils.js
var import__builtin_os = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
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
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + import__builtin_os.EOL);
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
// \0builtin-crypto.cjs?crypto
var require__builtin_crypto = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:crypto");
}));
// \0builtin-fs.cjs?fs
var require__builtin_fs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs");
}));
// node_modules/@actions/core/lib/file-command.js
var import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
var import__builtin_fs = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!import__builtin_fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	import__builtin_fs.appendFileSync(filePath, `${toCommandValue(message)}${import__builtin_os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${import__builtin_crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${import__builtin_os.EOL}${convertedValue}${import__builtin_os.EOL}${delimiter}`;
}
// \0builtin-path.cjs?path
var require__builtin_path = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:path");
}));
// \0builtin-net.cjs?net
var require__builtin_net = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:net");
}));
// \0builtin-tls.cjs?tls
var require__builtin_tls = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:tls");
}));
// \0builtin-events.cjs?events
var require__builtin_events = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:events");
}));
// \0builtin-assert.cjs?assert
var require__builtin_assert = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:assert");
}));
// \0builtin-util.cjs?util
var require__builtin_util = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:util");
}));
// \0builtin-stream.cjs?stream
var require__builtin_stream = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:stream");
}));
// \0builtin-buffer.cjs?buffer
var require__builtin_buffer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:buffer");
}));
// \0builtin-zlib.cjs?zlib
var require__builtin_zlib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:zlib");
}));
// \0builtin-worker_threads.cjs?worker_threads
var require__builtin_worker_threads = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:worker_threads");
}));
// \0builtin-url.cjs?url
var require__builtin_url = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:url");
}));
// node_modules/@actions/core/lib/core.js
var import__builtin_buffer = require__builtin_buffer();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput$1(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(import__builtin_os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + import__builtin_os.EOL);
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
// src/cxone/endpoints.ts
const FLOWS = "/api/v2/ivr/flows";
const HOOKS = "/api/v2/event/webhooks";
const WEBHOOK_SCOPE = "event:webhook:write";
const ANALYTICS_SCOPE = "analytics:read";
const ENDPOINTS = {
	findMedia: {
		method: "GET",
		path: "/api/v2/media/assets/{assetId}",
		scope: "media:read"
	},
	findCampaign: {
		method: "GET",
		path: "/api/v2/campaigns/{campaignId}",
		scope: "campaign:manage"
	},
	listFlows: {
		method: "GET",
		path: FLOWS,
		scope: "ivr:flow:read"
	},
	getFlow: {
		method: "GET",
		path: `${FLOWS}/{flowId}`,
		scope: "ivr:flow:read"
	},
	createFlow: {
		method: "POST",
		path: FLOWS,
		scope: "ivr:flow:write"
	},
	validateFlow: {
		method: "POST",
		path: `${FLOWS}/{flowId}/validate`,
		scope: "ivr:flow:write"
	},
	compileFlow: {
		method: "POST",
		path: `${FLOWS}/{flowId}/compile`,
		scope: "ivr:flow:write"
	},
	compileState: {
		method: "GET",
		path: `${FLOWS}/{flowId}/status`,
		scope: "ivr:flow:read"
	},
	patchFlow: {
		method: "PATCH",
		path: `${FLOWS}/{flowId}`,
		scope: "ivr:flow:write"
	},
	deleteFlow: {
		method: "DELETE",
		path: `${FLOWS}/{flowId}`,
		scope: "ivr:flow:write"
	},
	listWebhooks: {
		method: "GET",
		path: HOOKS,
		scope: WEBHOOK_SCOPE
	},
	createWebhook: {
		method: "POST",
		path: HOOKS,
		scope: WEBHOOK_SCOPE
	},
	patchWebhook: {
		method: "PATCH",
		path: `${HOOKS}/{webhookId}`,
		scope: WEBHOOK_SCOPE
	},
	queryAnalytics: {
		method: "POST",
		path: "/api/v2/analytics/ivrs/details/query",
		scope: ANALYTICS_SCOPE
	}
};
const TOKEN_PATH = "/oauth/token";
const OPTIONAL_SCOPES = /* @__PURE__ */ new Set([WEBHOOK_SCOPE, ANALYTICS_SCOPE]);
const DEPLOYMENT_SCOPES = [...new Set(Object.values(ENDPOINTS).map((endpoint) => endpoint.scope))].filter((scope) => !OPTIONAL_SCOPES.has(scope)).toSorted();
function fitsPath(id) {
	return id !== "" && id !== "." && id !== ".." && id.isWellFormed();
}
function fillPath(template, values) {
	return template.replace(/\{(\w+)\}/g, (_whole, name) => {
		const value = values[name] ?? "";
		if (!fitsPath(value)) throw new RangeError(`${JSON.stringify(value)} cannot stand in ${template}`);
		return encodeURIComponent(value);
	});
}
// src/errors.ts
var UserError = class extends Error {
	name = "UserError";
	reason;
	constructor(reason, message, options) {
		super(message, options);
		this.reason = reason;
	}
};
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
function messageOf(error) {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause === void 0 ? "" : `: ${messageOf(error.cause)}`;
	return `${error.message}${cause}`;
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
function sha256(text) {
	return (0, import__builtin_crypto.hash)("sha256", text, "hex");
}
function canonicalJson(value) {
	const text = canonicalize(value);
	if (text === void 0) throw new TypeError("this value has no JSON form");
	return text;
}
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
const SURROGATE_ESCAPE = String.raw`\ud`;
function canonicalPayload(payload) {
	const text = JSON.stringify(sortKeys(payload));
	return text.includes(SURROGATE_ESCAPE) ? canonicalJson(payload) : text;
}
function hashPayload(payload) {
	return sha256(canonicalPayload(payload));
}
function contentWithoutDates({ effectiveDate: _from, expirationDate: _to, ...content }) {
	return canonicalPayload(content);
}
function isSurrogate(unit) {
	return unit >= 55296 && unit <= 57343;
}
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
function rulesetDigest(rules) {
	return sha256(rules.toSorted((a, b) => compareCodePoints(a.payload.name, b.payload.name)).map((rule) => `${rule.payloadHash}  ${rule.payload.name}\n`).join(""));
}
// src/health/traffic-report.ts
function makeTrafficReport(lastDay, since, leftOut) {
	const rules = [.../* @__PURE__ */ new Set([...lastDay.keys(), ...since.keys()])].toSorted(compareCodePoints).map((name) => ({
		name,
		lastDay: lastDay.get(name),
		since: since.get(name)
	}));
	return rules.length === 0 && leftOut === 0 ? void 0 : {
		rules,
		leftOut
	};
}
// src/lint/finding.ts
const RANK = {
	error: 0,
	warning: 1,
	info: 2
};
function milderSeverity(a, b) {
	return RANK[a] > RANK[b] ? a : b;
}
function compareFindings(a, b) {
	return RANK[a.severity] - RANK[b.severity] || compareCodePoints(a.path, b.path) || a.line - b.line || a.column - b.column || compareCodePoints(a.check, b.check) || compareCodePoints(a.message, b.message);
}
function countFindings(findings, severity) {
	return findings.filter((finding) => finding.severity === severity).length;
}
function hasFailingFinding(findings, failOn) {
	if (failOn === "never") return false;
	return findings.some((finding) => RANK[finding.severity] <= RANK[failOn]);
}
// src/plan/compare-rule-sets.ts
function indexByName$1(rules) {
	const index = /* @__PURE__ */ new Map();
	for (const rule of rules) if (!index.has(rule.payload.name)) index.set(rule.payload.name, rule);
	return index;
}
function contentKey(rule) {
	return sha256(canonicalJson({
		...rule.payload,
		name: "",
		status: rule.status
	}));
}
function isSameVersion(a, b) {
	return a.payloadHash === b.payloadHash && a.status === b.status;
}
function compareRuleSets(base, head) {
	const before = indexByName$1(base);
	const after = indexByName$1(head);
	const removed = /* @__PURE__ */ new Map();
	for (const [name, rule] of before) {
		if (after.has(name)) continue;
		const key = contentKey(rule);
		removed.set(key, [...removed.get(key) ?? [], rule]);
	}
	const changes = [];
	for (const [name, rule] of after) {
		const old = before.get(name);
		const renamedFrom = old === void 0 && removed.size > 0 ? removed.get(contentKey(rule))?.shift() : void 0;
		if (old !== void 0) changes.push({
			name,
			kind: isSameVersion(old, rule) ? "unchanged" : "modified",
			before: old,
			after: rule
		});
		else if (renamedFrom !== void 0) changes.push({
			name,
			kind: "renamed",
			before: renamedFrom,
			after: rule
		});
		else changes.push({
			name,
			kind: "added",
			after: rule
		});
	}
	for (const rule of [...removed.values()].flat()) changes.push({
		name: rule.payload.name,
		kind: "removed",
		before: rule
	});
	return changes.toSorted((a, b) => compareCodePoints(a.name, b.name));
}
// src/rules/count.ts
function count(number, singular, plural = `${singular}s`) {
	return `${number} ${number === 1 ? singular : plural}`;
}
// src/rules/date-time.ts
const DATE$1 = String.raw`(\d{4})-(\d\d)-(\d\d)`;
const TIME = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?`;
const OFFSET = String.raw`(Z|[+-]\d\d(?::?\d\d)?)`;
const WITH_OFFSET = new RegExp(`^${DATE$1}T${TIME}${OFFSET}$`, "i");
const WITHOUT_OFFSET = new RegExp(`^${DATE$1}[T ]${TIME}$`, "i");
const DATE_ONLY = new RegExp(`^${DATE$1}$`);
function offsetMinutes(text) {
	if (text.toUpperCase() === "Z") return 0;
	const digits = text.slice(1).replace(":", "");
	const hours = Number(digits.slice(0, 2));
	const minutes = Number(digits.slice(2) || "0");
	if (hours > 23 || minutes > 59) return void 0;
	return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
const DAYS = [
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
const FOUR_HUNDRED_YEARS = Date.UTC(2400, 0, 1) - Date.UTC(2e3, 0, 1);
function daysIn(year, month) {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) && month === 2 ? 29 : DAYS[month - 1] ?? 0;
}
function instantOf(match) {
	const [, year, month, day, hour, minute, second = "0", fraction = "", offset = ""] = match;
	const shift = offsetMinutes(offset);
	const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
	const days = daysIn(Number(year), Number(month));
	if (!(Number(day) >= 1 && Number(day) <= days && Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59) || shift === void 0) return void 0;
	const local = Date.UTC(Number(year) + 400, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) - FOUR_HUNDRED_YEARS;
	const instant = (/* @__PURE__ */ new Date(local + milliseconds - shift * 6e4)).toISOString();
	return /^\d/.test(instant) ? instant : void 0;
}
const USUAL_FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
const WITHOUT_MILLISECONDS = 20;
function readUsualForm(text) {
	if (!USUAL_FORM.test(text)) return void 0;
	const twoDigits = (at) => Number(text.slice(at, at + 2));
	const day = twoDigits(8);
	if (!(day >= 1 && day <= daysIn(Number(text.slice(0, 4)), twoDigits(5)) && twoDigits(11) <= 23 && twoDigits(14) <= 59 && twoDigits(17) <= 59)) return void 0;
	return text.length === WITHOUT_MILLISECONDS ? `${text.slice(0, -1)}.000Z` : text;
}
function readDateTime(text) {
	const usual = readUsualForm(text);
	if (usual !== void 0) return {
		kind: "instant",
		iso: usual
	};
	const match = WITH_OFFSET.exec(text);
	if (match !== null) {
		const iso = instantOf(match);
		if (iso !== void 0) return {
			kind: "instant",
			iso
		};
		return {
			kind: "impossible",
			message: "is a date or time that does not exist"
		};
	}
	if (WITHOUT_OFFSET.test(text)) return {
		kind: "no-offset",
		message: "is a local time without an offset: add Z, or an offset such as +01:00"
	};
	if (DATE_ONLY.test(text)) return {
		kind: "no-time",
		message: "is a date without a time: write it as 2027-11-01T00:00:00Z"
	};
	return {
		kind: "malformed",
		message: "is no ISO 8601 date-time: write it as 2027-11-01T00:00:00Z"
	};
}
// src/rules/decode.ts
const MAX_FILE_BYTES = 5242880;
const BYTE_ORDER_MARK = [
	239,
	187,
	191
];
const NEWLINE = 10;
const LONGEST_PART$1 = 3;
function asBuffer(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function validLength(bytes) {
	const isValidUpTo = (end) => {
		for (let less = 0; less <= Math.min(LONGEST_PART$1, end); less++) if ((0, import__builtin_buffer.isUtf8)(bytes.subarray(0, end - less))) return true;
		return false;
	};
	let low = 0;
	let high = bytes.length;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (isValidUpTo(middle)) low = middle;
		else high = middle - 1;
	}
	while (low > 0 && !(0, import__builtin_buffer.isUtf8)(bytes.subarray(0, low))) low--;
	return low;
}
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
function explainSize(path, bytes) {
	if (bytes <= 5242880) return void 0;
	return {
		check: "syntax",
		path,
		message: `the file has ${bytes} bytes; the limit is ${MAX_FILE_BYTES} (5 MiB)`,
		place: { line: 1 }
	};
}
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
	if (!(0, import__builtin_buffer.isUtf8)(bytes)) {
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
// src/rules/exact-number.ts
const NUMBER = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const ZERO = 48;
function readDecimal(text) {
	const match = NUMBER.exec(text);
	if (match === null) return void 0;
	const [, whole = "", fraction = "", power = "0"] = match;
	const digits = whole + fraction;
	let start = 0;
	let end = digits.length;
	while (start < end && digits.charCodeAt(start) === ZERO) start++;
	while (end > start && digits.charCodeAt(end - 1) === ZERO) end--;
	if (start === end) return {
		digits: "",
		exponent: 0
	};
	return {
		digits: digits.slice(start, end),
		exponent: Number(power) - fraction.length + (digits.length - end)
	};
}
function isKeptExactly(literal) {
	const written = readDecimal(literal);
	const read = readDecimal(String(Number(literal)));
	return written !== void 0 && read !== void 0 && written.digits === read.digits && written.exponent === read.exponent;
}
// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner$1(text, ignoreTrivia = false) {
	const len = text.length;
	let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
	function scanHexDigits(count, exact) {
		let digits = 0;
		let value = 0;
		while (digits < count || !exact) {
			let ch = text.charCodeAt(pos);
			if (ch >= 48 && ch <= 57) value = value * 16 + ch - 48;
			else if (ch >= 65 && ch <= 70) value = value * 16 + ch - 65 + 10;
			else if (ch >= 97 && ch <= 102) value = value * 16 + ch - 97 + 10;
			else break;
			pos++;
			digits++;
		}
		if (digits < count) value = -1;
		return value;
	}
	function setPosition(newPosition) {
		pos = newPosition;
		value = "";
		tokenOffset = 0;
		token = 16;
		scanError = 0;
	}
	function scanNumber() {
		let start = pos;
		if (text.charCodeAt(pos) === 48) pos++;
		else {
			pos++;
			while (pos < text.length && isDigit$1(text.charCodeAt(pos))) pos++;
		}
		if (pos < text.length && text.charCodeAt(pos) === 46) {
			pos++;
			if (pos < text.length && isDigit$1(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit$1(text.charCodeAt(pos))) pos++;
			} else {
				scanError = 3;
				return text.substring(start, pos);
			}
		}
		let end = pos;
		if (pos < text.length && (text.charCodeAt(pos) === 69 || text.charCodeAt(pos) === 101)) {
			pos++;
			if (pos < text.length && text.charCodeAt(pos) === 43 || text.charCodeAt(pos) === 45) pos++;
			if (pos < text.length && isDigit$1(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit$1(text.charCodeAt(pos))) pos++;
				end = pos;
			} else scanError = 3;
		}
		return text.substring(start, end);
	}
	function scanString() {
		let result = "", start = pos;
		while (true) {
			if (pos >= len) {
				result += text.substring(start, pos);
				scanError = 2;
				break;
			}
			const ch = text.charCodeAt(pos);
			if (ch === 34) {
				result += text.substring(start, pos);
				pos++;
				break;
			}
			if (ch === 92) {
				result += text.substring(start, pos);
				pos++;
				if (pos >= len) {
					scanError = 2;
					break;
				}
				switch (text.charCodeAt(pos++)) {
					case 34:
						result += "\"";
						break;
					case 92:
						result += "\\";
						break;
					case 47:
						result += "/";
						break;
					case 98:
						result += "\b";
						break;
					case 102:
						result += "\f";
						break;
					case 110:
						result += "\n";
						break;
					case 114:
						result += "\r";
						break;
					case 116:
						result += "	";
						break;
					case 117:
						const ch3 = scanHexDigits(4, true);
						if (ch3 >= 0) result += String.fromCharCode(ch3);
						else scanError = 4;
						break;
					default: scanError = 5;
				}
				start = pos;
				continue;
			}
			if (ch >= 0 && ch <= 31) {
				if (isLineBreak(ch)) {
					result += text.substring(start, pos);
					scanError = 2;
					break;
				} else scanError = 6;
			}
			pos++;
		}
		return result;
	}
	function scanNext() {
		value = "";
		scanError = 0;
		tokenOffset = pos;
		lineStartOffset = lineNumber;
		prevTokenLineStartOffset = tokenLineStartOffset;
		if (pos >= len) {
			tokenOffset = len;
			return token = 17;
		}
		let code = text.charCodeAt(pos);
		if (isWhiteSpace(code)) {
			do {
				pos++;
				value += String.fromCharCode(code);
				code = text.charCodeAt(pos);
			} while (isWhiteSpace(code));
			return token = 15;
		}
		if (isLineBreak(code)) {
			pos++;
			value += String.fromCharCode(code);
			if (code === 13 && text.charCodeAt(pos) === 10) {
				pos++;
				value += "\n";
			}
			lineNumber++;
			tokenLineStartOffset = pos;
			return token = 14;
		}
		switch (code) {
			case 123:
				pos++;
				return token = 1;
			case 125:
				pos++;
				return token = 2;
			case 91:
				pos++;
				return token = 3;
			case 93:
				pos++;
				return token = 4;
			case 58:
				pos++;
				return token = 6;
			case 44:
				pos++;
				return token = 5;
			case 34:
				pos++;
				value = scanString();
				return token = 10;
			case 47:
				const start = pos - 1;
				if (text.charCodeAt(pos + 1) === 47) {
					pos += 2;
					while (pos < len) {
						if (isLineBreak(text.charCodeAt(pos))) break;
						pos++;
					}
					value = text.substring(start, pos);
					return token = 12;
				}
				if (text.charCodeAt(pos + 1) === 42) {
					pos += 2;
					const safeLength = len - 1;
					let commentClosed = false;
					while (pos < safeLength) {
						const ch = text.charCodeAt(pos);
						if (ch === 42 && text.charCodeAt(pos + 1) === 47) {
							pos += 2;
							commentClosed = true;
							break;
						}
						pos++;
						if (isLineBreak(ch)) {
							if (ch === 13 && text.charCodeAt(pos) === 10) pos++;
							lineNumber++;
							tokenLineStartOffset = pos;
						}
					}
					if (!commentClosed) {
						pos++;
						scanError = 1;
					}
					value = text.substring(start, pos);
					return token = 13;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
			case 45:
				value += String.fromCharCode(code);
				pos++;
				if (pos === len || !isDigit$1(text.charCodeAt(pos))) return token = 16;
			case 48:
			case 49:
			case 50:
			case 51:
			case 52:
			case 53:
			case 54:
			case 55:
			case 56:
			case 57:
				value += scanNumber();
				return token = 11;
			default:
				while (pos < len && isUnknownContentCharacter(code)) {
					pos++;
					code = text.charCodeAt(pos);
				}
				if (tokenOffset !== pos) {
					value = text.substring(tokenOffset, pos);
					switch (value) {
						case "true": return token = 8;
						case "false": return token = 9;
						case "null": return token = 7;
					}
					return token = 16;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
		}
	}
	function isUnknownContentCharacter(code) {
		if (isWhiteSpace(code) || isLineBreak(code)) return false;
		switch (code) {
			case 125:
			case 93:
			case 123:
			case 91:
			case 34:
			case 58:
			case 44:
			case 47: return false;
		}
		return true;
	}
	function scanNextNonTrivia() {
		let result;
		do
			result = scanNext();
		while (result >= 12 && result <= 15);
		return result;
	}
	return {
		setPosition,
		getPosition: () => pos,
		scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
		getToken: () => token,
		getTokenValue: () => value,
		getTokenOffset: () => tokenOffset,
		getTokenLength: () => pos - tokenOffset,
		getTokenStartLine: () => lineStartOffset,
		getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
		getTokenError: () => scanError
	};
}
function isWhiteSpace(ch) {
	return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
	return ch === 10 || ch === 13;
}
function isDigit$1(ch) {
	return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes) {
	CharacterCodes[CharacterCodes["lineFeed"] = 10] = "lineFeed";
	CharacterCodes[CharacterCodes["carriageReturn"] = 13] = "carriageReturn";
	CharacterCodes[CharacterCodes["space"] = 32] = "space";
	CharacterCodes[CharacterCodes["_0"] = 48] = "_0";
	CharacterCodes[CharacterCodes["_1"] = 49] = "_1";
	CharacterCodes[CharacterCodes["_2"] = 50] = "_2";
	CharacterCodes[CharacterCodes["_3"] = 51] = "_3";
	CharacterCodes[CharacterCodes["_4"] = 52] = "_4";
	CharacterCodes[CharacterCodes["_5"] = 53] = "_5";
	CharacterCodes[CharacterCodes["_6"] = 54] = "_6";
	CharacterCodes[CharacterCodes["_7"] = 55] = "_7";
	CharacterCodes[CharacterCodes["_8"] = 56] = "_8";
	CharacterCodes[CharacterCodes["_9"] = 57] = "_9";
	CharacterCodes[CharacterCodes["a"] = 97] = "a";
	CharacterCodes[CharacterCodes["b"] = 98] = "b";
	CharacterCodes[CharacterCodes["c"] = 99] = "c";
	CharacterCodes[CharacterCodes["d"] = 100] = "d";
	CharacterCodes[CharacterCodes["e"] = 101] = "e";
	CharacterCodes[CharacterCodes["f"] = 102] = "f";
	CharacterCodes[CharacterCodes["g"] = 103] = "g";
	CharacterCodes[CharacterCodes["h"] = 104] = "h";
	CharacterCodes[CharacterCodes["i"] = 105] = "i";
	CharacterCodes[CharacterCodes["j"] = 106] = "j";
	CharacterCodes[CharacterCodes["k"] = 107] = "k";
	CharacterCodes[CharacterCodes["l"] = 108] = "l";
	CharacterCodes[CharacterCodes["m"] = 109] = "m";
	CharacterCodes[CharacterCodes["n"] = 110] = "n";
	CharacterCodes[CharacterCodes["o"] = 111] = "o";
	CharacterCodes[CharacterCodes["p"] = 112] = "p";
	CharacterCodes[CharacterCodes["q"] = 113] = "q";
	CharacterCodes[CharacterCodes["r"] = 114] = "r";
	CharacterCodes[CharacterCodes["s"] = 115] = "s";
	CharacterCodes[CharacterCodes["t"] = 116] = "t";
	CharacterCodes[CharacterCodes["u"] = 117] = "u";
	CharacterCodes[CharacterCodes["v"] = 118] = "v";
	CharacterCodes[CharacterCodes["w"] = 119] = "w";
	CharacterCodes[CharacterCodes["x"] = 120] = "x";
	CharacterCodes[CharacterCodes["y"] = 121] = "y";
	CharacterCodes[CharacterCodes["z"] = 122] = "z";
	CharacterCodes[CharacterCodes["A"] = 65] = "A";
	CharacterCodes[CharacterCodes["B"] = 66] = "B";
	CharacterCodes[CharacterCodes["C"] = 67] = "C";
	CharacterCodes[CharacterCodes["D"] = 68] = "D";
	CharacterCodes[CharacterCodes["E"] = 69] = "E";
	CharacterCodes[CharacterCodes["F"] = 70] = "F";
	CharacterCodes[CharacterCodes["G"] = 71] = "G";
	CharacterCodes[CharacterCodes["H"] = 72] = "H";
	CharacterCodes[CharacterCodes["I"] = 73] = "I";
	CharacterCodes[CharacterCodes["J"] = 74] = "J";
	CharacterCodes[CharacterCodes["K"] = 75] = "K";
	CharacterCodes[CharacterCodes["L"] = 76] = "L";
	CharacterCodes[CharacterCodes["M"] = 77] = "M";
	CharacterCodes[CharacterCodes["N"] = 78] = "N";
	CharacterCodes[CharacterCodes["O"] = 79] = "O";
	CharacterCodes[CharacterCodes["P"] = 80] = "P";
	CharacterCodes[CharacterCodes["Q"] = 81] = "Q";
	CharacterCodes[CharacterCodes["R"] = 82] = "R";
	CharacterCodes[CharacterCodes["S"] = 83] = "S";
	CharacterCodes[CharacterCodes["T"] = 84] = "T";
	CharacterCodes[CharacterCodes["U"] = 85] = "U";
	CharacterCodes[CharacterCodes["V"] = 86] = "V";
	CharacterCodes[CharacterCodes["W"] = 87] = "W";
	CharacterCodes[CharacterCodes["X"] = 88] = "X";
	CharacterCodes[CharacterCodes["Y"] = 89] = "Y";
	CharacterCodes[CharacterCodes["Z"] = 90] = "Z";
	CharacterCodes[CharacterCodes["asterisk"] = 42] = "asterisk";
	CharacterCodes[CharacterCodes["backslash"] = 92] = "backslash";
	CharacterCodes[CharacterCodes["closeBrace"] = 125] = "closeBrace";
	CharacterCodes[CharacterCodes["closeBracket"] = 93] = "closeBracket";
	CharacterCodes[CharacterCodes["colon"] = 58] = "colon";
	CharacterCodes[CharacterCodes["comma"] = 44] = "comma";
	CharacterCodes[CharacterCodes["dot"] = 46] = "dot";
	CharacterCodes[CharacterCodes["doubleQuote"] = 34] = "doubleQuote";
	CharacterCodes[CharacterCodes["minus"] = 45] = "minus";
	CharacterCodes[CharacterCodes["openBrace"] = 123] = "openBrace";
	CharacterCodes[CharacterCodes["openBracket"] = 91] = "openBracket";
	CharacterCodes[CharacterCodes["plus"] = 43] = "plus";
	CharacterCodes[CharacterCodes["slash"] = 47] = "slash";
	CharacterCodes[CharacterCodes["formFeed"] = 12] = "formFeed";
	CharacterCodes[CharacterCodes["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));
new Array(20).fill(0).map((_, index) => {
	return " ".repeat(index);
});
const maxCachedValues = 200;
new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\n" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r\n" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\n" + "	".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r" + "	".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r\n" + "	".repeat(index);
});
// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions) {
	ParseOptions.DEFAULT = { allowTrailingComma: false };
})(ParseOptions || (ParseOptions = {}));
function visit$1(text, visitor, options = ParseOptions.DEFAULT) {
	const _scanner = createScanner$1(text, false);
	const _jsonPath = [];
	let suppressedCallbacks = 0;
	function toNoArgVisit(visitFunction) {
		return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisit(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisitWithPath(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
	}
	function toBeginVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks++;
			else if (visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) === false) suppressedCallbacks = 1;
		} : () => true;
	}
	function toEndVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks--;
			if (suppressedCallbacks === 0) visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
		} : () => true;
	}
	const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
	const disallowComments = options && options.disallowComments;
	const allowTrailingComma = options && options.allowTrailingComma;
	function scanNext() {
		while (true) {
			const token = _scanner.scan();
			switch (_scanner.getTokenError()) {
				case 4:
					handleError(14);
					break;
				case 5:
					handleError(15);
					break;
				case 3:
					handleError(13);
					break;
				case 1:
					if (!disallowComments) handleError(11);
					break;
				case 2:
					handleError(12);
					break;
				case 6: handleError(16);
			}
			switch (token) {
				case 12:
				case 13:
					if (disallowComments) handleError(10);
					else onComment();
					break;
				case 16:
					handleError(1);
					break;
				case 15:
				case 14: break;
				default: return token;
			}
		}
	}
	function handleError(error, skipUntilAfter = [], skipUntil = []) {
		onError(error);
		if (skipUntilAfter.length + skipUntil.length > 0) {
			let token = _scanner.getToken();
			while (token !== 17) {
				if (skipUntilAfter.indexOf(token) !== -1) {
					scanNext();
					break;
				} else if (skipUntil.indexOf(token) !== -1) break;
				token = scanNext();
			}
		}
	}
	function parseString(isValue) {
		const value = _scanner.getTokenValue();
		if (isValue) onLiteralValue(value);
		else {
			onObjectProperty(value);
			_jsonPath.push(value);
		}
		scanNext();
		return true;
	}
	function parseLiteral() {
		switch (_scanner.getToken()) {
			case 11:
				const tokenValue = _scanner.getTokenValue();
				let value = Number(tokenValue);
				if (isNaN(value)) {
					handleError(2);
					value = 0;
				}
				onLiteralValue(value);
				break;
			case 7:
				onLiteralValue(null);
				break;
			case 8:
				onLiteralValue(true);
				break;
			case 9:
				onLiteralValue(false);
				break;
			default: return false;
		}
		scanNext();
		return true;
	}
	function parseProperty() {
		if (_scanner.getToken() !== 10) {
			handleError(3, [], [2, 5]);
			return false;
		}
		parseString(false);
		if (_scanner.getToken() === 6) {
			onSeparator(":");
			scanNext();
			if (!parseValue()) handleError(4, [], [2, 5]);
		} else handleError(5, [], [2, 5]);
		_jsonPath.pop();
		return true;
	}
	function parseObject() {
		onObjectBegin();
		scanNext();
		let needsComma = false;
		while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 2 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (!parseProperty()) handleError(4, [], [2, 5]);
			needsComma = true;
		}
		onObjectEnd();
		if (_scanner.getToken() !== 2) handleError(7, [2], []);
		else scanNext();
		return true;
	}
	function parseArray() {
		onArrayBegin();
		scanNext();
		let isFirstElement = true;
		let needsComma = false;
		while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 4 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (isFirstElement) {
				_jsonPath.push(0);
				isFirstElement = false;
			} else _jsonPath[_jsonPath.length - 1]++;
			if (!parseValue()) handleError(4, [], [4, 5]);
			needsComma = true;
		}
		onArrayEnd();
		if (!isFirstElement) _jsonPath.pop();
		if (_scanner.getToken() !== 4) handleError(8, [4], []);
		else scanNext();
		return true;
	}
	function parseValue() {
		switch (_scanner.getToken()) {
			case 3: return parseArray();
			case 1: return parseObject();
			case 10: return parseString(true);
			default: return parseLiteral();
		}
	}
	scanNext();
	if (_scanner.getToken() === 17) {
		if (options.allowEmptyContent) return true;
		handleError(4, [], []);
		return false;
	}
	if (!parseValue()) {
		handleError(4, [], []);
		return false;
	}
	if (_scanner.getToken() !== 17) handleError(9, [], []);
	return true;
}
// node_modules/jsonc-parser/lib/esm/main.js
const createScanner = createScanner$1;
var ScanError;
(function(ScanError) {
	ScanError[ScanError["None"] = 0] = "None";
	ScanError[ScanError["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
	ScanError[ScanError["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
	ScanError[ScanError["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
	ScanError[ScanError["InvalidUnicode"] = 4] = "InvalidUnicode";
	ScanError[ScanError["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
	ScanError[ScanError["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind) {
	SyntaxKind[SyntaxKind["OpenBraceToken"] = 1] = "OpenBraceToken";
	SyntaxKind[SyntaxKind["CloseBraceToken"] = 2] = "CloseBraceToken";
	SyntaxKind[SyntaxKind["OpenBracketToken"] = 3] = "OpenBracketToken";
	SyntaxKind[SyntaxKind["CloseBracketToken"] = 4] = "CloseBracketToken";
	SyntaxKind[SyntaxKind["CommaToken"] = 5] = "CommaToken";
	SyntaxKind[SyntaxKind["ColonToken"] = 6] = "ColonToken";
	SyntaxKind[SyntaxKind["NullKeyword"] = 7] = "NullKeyword";
	SyntaxKind[SyntaxKind["TrueKeyword"] = 8] = "TrueKeyword";
	SyntaxKind[SyntaxKind["FalseKeyword"] = 9] = "FalseKeyword";
	SyntaxKind[SyntaxKind["StringLiteral"] = 10] = "StringLiteral";
	SyntaxKind[SyntaxKind["NumericLiteral"] = 11] = "NumericLiteral";
	SyntaxKind[SyntaxKind["LineCommentTrivia"] = 12] = "LineCommentTrivia";
	SyntaxKind[SyntaxKind["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
	SyntaxKind[SyntaxKind["LineBreakTrivia"] = 14] = "LineBreakTrivia";
	SyntaxKind[SyntaxKind["Trivia"] = 15] = "Trivia";
	SyntaxKind[SyntaxKind["Unknown"] = 16] = "Unknown";
	SyntaxKind[SyntaxKind["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
const visit = visit$1;
var ParseErrorCode;
(function(ParseErrorCode) {
	ParseErrorCode[ParseErrorCode["InvalidSymbol"] = 1] = "InvalidSymbol";
	ParseErrorCode[ParseErrorCode["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
	ParseErrorCode[ParseErrorCode["PropertyNameExpected"] = 3] = "PropertyNameExpected";
	ParseErrorCode[ParseErrorCode["ValueExpected"] = 4] = "ValueExpected";
	ParseErrorCode[ParseErrorCode["ColonExpected"] = 5] = "ColonExpected";
	ParseErrorCode[ParseErrorCode["CommaExpected"] = 6] = "CommaExpected";
	ParseErrorCode[ParseErrorCode["CloseBraceExpected"] = 7] = "CloseBraceExpected";
	ParseErrorCode[ParseErrorCode["CloseBracketExpected"] = 8] = "CloseBracketExpected";
	ParseErrorCode[ParseErrorCode["EndOfFileExpected"] = 9] = "EndOfFileExpected";
	ParseErrorCode[ParseErrorCode["InvalidCommentToken"] = 10] = "InvalidCommentToken";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
	ParseErrorCode[ParseErrorCode["InvalidUnicode"] = 14] = "InvalidUnicode";
	ParseErrorCode[ParseErrorCode["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
	ParseErrorCode[ParseErrorCode["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
function printParseErrorCode(code) {
	switch (code) {
		case 1: return "InvalidSymbol";
		case 2: return "InvalidNumberFormat";
		case 3: return "PropertyNameExpected";
		case 4: return "ValueExpected";
		case 5: return "ColonExpected";
		case 6: return "CommaExpected";
		case 7: return "CloseBraceExpected";
		case 8: return "CloseBracketExpected";
		case 9: return "EndOfFileExpected";
		case 10: return "InvalidCommentToken";
		case 11: return "UnexpectedEndOfComment";
		case 12: return "UnexpectedEndOfString";
		case 13: return "UnexpectedEndOfNumber";
		case 14: return "InvalidUnicode";
		case 15: return "InvalidEscapeCharacter";
		case 16: return "InvalidCharacter";
	}
	return "<unknown ParseErrorCode>";
}
// src/rules/pointer.ts
function pointerStep(key) {
	return typeof key === "number" ? `/${key}` : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
function splitPointer(pointer) {
	return pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function valueAt(root, pointer) {
	return splitPointer(pointer).reduce((value, key) => typeof value === "object" && value !== null ? value[key] : void 0, root);
}
function spellPointer(pointer) {
	return splitPointer(pointer).reduce((text, step) => {
		if (/^\d+$/.test(step)) return `${text}[${step}]`;
		return text === "" ? step : `${text}.${step}`;
	}, "");
}
// src/rules/scan-json.ts
const QUOTE$1 = 34;
const COMMA$1 = 44;
const MINUS = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const NOTHING_WANTED = /* @__PURE__ */ new Set();
function endOfString(text, from) {
	for (let quote = text.indexOf("\"", from); quote >= 0; quote = text.indexOf("\"", quote + 1)) {
		let before = quote - 1;
		while (text.charCodeAt(before) === BACKSLASH) before--;
		if ((quote - before) % 2 === 1) return quote + 1;
	}
	return text.length;
}
function endOfScalar(text, from) {
	let end = from;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code <= 32 || code === COMMA$1 || code === CLOSE_BRACKET || code === CLOSE_BRACE) break;
		end++;
	}
	return end;
}
function isDigit(code) {
	return code >= 48 && code <= 57;
}
function childPointer(frame) {
	if (frame === void 0) return "";
	return frame.pointer + pointerStep(frame.isObject ? frame.key : frame.index);
}
function scanJson(text, wanted = NOTHING_WANTED) {
	const duplicates = [];
	const numbers = [];
	const spans = /* @__PURE__ */ new Map();
	const stack = [];
	const tracks = wanted.size > 0;
	let frame;
	let expectsKey = false;
	const note = (pointer, start, end, key) => {
		if (wanted.has(pointer)) spans.set(pointer, key === void 0 ? {
			start,
			end
		} : {
			start,
			end,
			key
		});
	};
	const noteScalar = (start, end) => {
		if (tracks) note(childPointer(frame), start, end, frame?.keySpan);
	};
	const noteKey = (open, start, end) => {
		const raw = text.slice(start + 1, end - 1);
		const key = raw.includes("\\") ? JSON.parse(text.slice(start, end)) : raw;
		const first = open.keys.get(key);
		if (first === void 0) open.keys.set(key, start);
		else duplicates.push({
			key,
			first,
			start,
			end
		});
		open.key = key;
		open.keySpan = {
			start,
			end
		};
		expectsKey = false;
	};
	let at = 0;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code === QUOTE$1) {
			const end = endOfString(text, at + 1);
			if (expectsKey && frame !== void 0) noteKey(frame, at, end);
			else noteScalar(at, end);
			at = end;
		} else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
			if (stack.length >= 100) return {
				duplicates,
				numbers,
				spans,
				tooDeepAt: at
			};
			const isObject = code === OPEN_BRACE;
			const opened = {
				isObject,
				pointer: tracks ? childPointer(frame) : "",
				start: at,
				ownKey: frame?.keySpan,
				keys: /* @__PURE__ */ new Map(),
				key: "",
				keySpan: void 0,
				index: 0
			};
			stack.push(opened);
			frame = opened;
			expectsKey = isObject;
			at++;
		} else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
			const closed = stack.pop();
			if (tracks && closed !== void 0) note(closed.pointer, closed.start, at + 1, closed.ownKey);
			frame = stack.at(-1);
			expectsKey = false;
			at++;
		} else if (code === COMMA$1) {
			if (frame !== void 0 && !frame.isObject) frame.index++;
			expectsKey = frame?.isObject ?? false;
			at++;
		} else if (code <= 32 || code === COLON) at++;
		else {
			const end = endOfScalar(text, at);
			if (isDigit(code) || code === MINUS) numbers.push({
				start: at,
				end
			});
			noteScalar(at, end);
			at = end;
		}
	}
	return {
		duplicates,
		numbers,
		spans
	};
}
function findTooDeep(text) {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE$1) at = endOfString(text, at + 1) - 1;
		else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth = Math.max(0, depth - 1);
		else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
			if (depth === 100) return at;
			depth++;
		}
	}
}
// src/rules/explain-syntax.ts
const EXPLANATIONS = {
	InvalidSymbol: "this is no JSON value: texts stand in double quotes",
	InvalidNumberFormat: "this is no JSON number",
	PropertyNameExpected: "a property name in double quotes is expected here",
	ValueExpected: "a value is expected here",
	ColonExpected: "a colon is expected here",
	CommaExpected: "a comma is expected here",
	CloseBraceExpected: "a closing } is expected here",
	CloseBracketExpected: "a closing ] is expected here",
	EndOfFileExpected: "nothing may follow here: the JSON document has ended",
	InvalidCommentToken: "JSON has no comments: remove this one",
	UnexpectedEndOfComment: "JSON has no comments: remove this one",
	UnexpectedEndOfString: "this text has no closing double quote",
	UnexpectedEndOfNumber: "this number is not finished",
	InvalidUnicode: "this \\u escape is not four hex digits",
	InvalidEscapeCharacter: "JSON has no such \\ escape",
	InvalidCharacter: "a control character must be escaped in JSON"
};
const COMMA = 5;
const END_OF_FILE = 17;
function commaBefore(text, offset) {
	const scanner = createScanner(text, true);
	let last = 0;
	let at = 0;
	for (let kind = scanner.scan(); kind !== END_OF_FILE && scanner.getTokenOffset() < offset; kind = scanner.scan()) {
		last = kind;
		at = scanner.getTokenOffset();
	}
	return last === COMMA ? at : void 0;
}
function followsZero(text, offset) {
	return /^0\d$/.test(text.slice(offset - 1, offset + 1));
}
function explain$3(text, { error, offset, length }) {
	if (followsZero(text, offset)) return {
		message: "a JSON number has no 0 in front",
		place: {
			offset,
			length: Math.max(length, 1)
		}
	};
	const comma = text[offset] === "}" || text[offset] === "]" ? commaBefore(text, offset) : void 0;
	if (comma !== void 0) return {
		message: "JSON has no trailing comma: remove this one",
		place: {
			offset: comma,
			length: 1
		}
	};
	return {
		message: EXPLANATIONS[printParseErrorCode(error)] ?? "this is no valid JSON",
		place: {
			offset,
			length: Math.max(length, 1)
		}
	};
}
const MOST_SYNTAX_ERRORS = 20;
const LOSES_THE_WAY = /* @__PURE__ */ new Set(["InvalidSymbol", "UnexpectedEndOfString"]);
function findSyntaxErrors(text) {
	const errors = /* @__PURE__ */ new Map();
	const enough = /* @__PURE__ */ new Error("enough");
	const onError = (error, offset, length) => {
		if (!errors.has(offset)) errors.set(offset, {
			error,
			offset,
			length
		});
		if (LOSES_THE_WAY.has(printParseErrorCode(error)) || followsZero(text, offset) || errors.size === MOST_SYNTAX_ERRORS) throw enough;
	};
	try {
		visit(text, { onError }, {
			disallowComments: true,
			allowTrailingComma: false,
			allowEmptyContent: false
		});
	} catch (error) {
		if (error !== enough) throw error;
	}
	return [...errors.values()];
}
function explainThrown(thrown) {
	const said = thrown instanceof Error ? thrown.message : String(thrown);
	const [, position] = / at position (\d+)/.exec(said) ?? [];
	return {
		message: `this is no valid JSON: ${said}`,
		place: position === void 0 ? { line: 1 } : {
			offset: Number(position),
			length: 1
		}
	};
}
function explainSyntax(text, path, thrown) {
	const problem = (misfit) => ({
		check: "syntax",
		path,
		...misfit
	});
	if (text.trim() === "") return [problem({
		message: "the file is empty: a rule is expected",
		place: { line: 1 }
	})];
	const tooDeepAt = findTooDeep(text);
	if (tooDeepAt !== void 0) return [tooDeepProblem(path, tooDeepAt)];
	const errors = findSyntaxErrors(text);
	if (errors.length === 0) return [problem(explainThrown(thrown))];
	return errors.map((error) => problem(explain$3(text, error)));
}
function tooDeepProblem(path, offset) {
	return {
		check: "syntax",
		path,
		message: `nested deeper than 100 levels: no rule needs that`,
		place: {
			offset,
			length: 1
		}
	};
}
// src/rules/locate.ts
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function positionOf(starts, offset) {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return {
		line: low + 1,
		column: offset - (starts[low] ?? 0) + 1
	};
}
function ancestors(pointer) {
	const all = [pointer];
	for (let at = pointer.lastIndexOf("/"); at >= 0; at = pointer.lastIndexOf("/", at - 1)) {
		all.push(pointer.slice(0, at));
		if (at === 0) break;
	}
	return all;
}
function spanAt(spans, pointer, part) {
	for (const candidate of ancestors(pointer)) {
		const span = spans.get(candidate);
		if (span === void 0) continue;
		if (candidate !== pointer) return {
			start: span.start,
			end: span.start + 1
		};
		return part === "key" && span.key !== void 0 ? span.key : span;
	}
	return {
		start: 0,
		end: 0
	};
}
function locate(text, places) {
	const wanted = /* @__PURE__ */ new Set();
	for (const place of places) if ("pointer" in place) for (const pointer of ancestors(place.pointer)) wanted.add(pointer);
	const { spans } = wanted.size > 0 ? scanJson(text, wanted) : { spans: /* @__PURE__ */ new Map() };
	const starts = lineStarts(text);
	return places.map((place) => {
		if ("line" in place) {
			const { line, column = 1, endColumn = column } = place;
			return {
				line,
				column,
				endLine: line,
				endColumn
			};
		}
		const span = "pointer" in place ? spanAt(spans, place.pointer, place.part) : {
			start: place.offset,
			end: place.offset + place.length
		};
		const from = positionOf(starts, span.start);
		const to = positionOf(starts, span.end);
		return {
			line: from.line,
			column: from.column,
			endLine: to.line,
			endColumn: to.column
		};
	});
}
// src/rules/prove-clean.ts
const QUOTE = 34;
const SPACE = 32;
function countKeysAtMost(text) {
	let count = 0;
	for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
		let before = colon - 1;
		while (text.charCodeAt(before) <= SPACE) before--;
		if (text.charCodeAt(before) === QUOTE) count++;
	}
	return count;
}
function countKeys$1(value, levels) {
	if (typeof value === "number") return void 0;
	if (typeof value !== "object" || value === null) return 0;
	if (levels === 0) return void 0;
	let count = 0;
	const children = Array.isArray(value) ? value : Object.values(value);
	if (!Array.isArray(value)) count = children.length;
	for (const child of children) {
		if (typeof child === "string") continue;
		const below = countKeys$1(child, levels - 1);
		if (below === void 0) return void 0;
		count += below;
	}
	return count;
}
function isEvidentlyClean(text, value) {
	if (text.includes(String.raw`\u`)) return false;
	const count = countKeys$1(value, 100);
	return count !== void 0 && count === countKeysAtMost(text);
}
// src/rules/parse-json.ts
function findLoneSurrogates(root) {
	const found = [];
	const open = [{
		value: root,
		pointer: ""
	}];
	for (let entry = open.pop(); entry !== void 0; entry = open.pop()) {
		const { value, pointer } = entry;
		if (typeof value === "string") {
			if (!value.isWellFormed()) found.push({
				pointer,
				part: "value"
			});
		} else if (typeof value === "object" && value !== null) for (const [key, child] of Object.entries(value)) {
			const step = pointerStep(Array.isArray(value) ? Number(key) : key);
			if (!key.isWellFormed()) found.push({
				pointer: pointer + step,
				part: "key"
			});
			else open.push({
				value: child,
				pointer: pointer + step
			});
		}
	}
	return found.toSorted((a, b) => a.pointer < b.pointer ? -1 : 1);
}
function surrogateProblems(text, path, value) {
	if (!text.includes("\\u")) return [];
	return findLoneSurrogates(value).map((place) => ({
		check: "syntax",
		path,
		message: "this text holds half of a surrogate pair (a \\ud800 to \\udfff escape without its other half)",
		place
	}));
}
function duplicateProblems(text, path, { duplicates }) {
	const ranges = locate(text, duplicates.flatMap(({ first, start, end }) => [{
		offset: first,
		length: 1
	}, {
		offset: start,
		length: end - start
	}]));
	return duplicates.map(({ key, start, end }, index) => {
		const [first, second] = [ranges[2 * index], ranges[2 * index + 1]];
		return {
			check: "duplicate-key",
			path,
			message: `the key ${JSON.stringify(key)} stands twice in one object: first on line ${first?.line}, column ${first?.column}, and again here, on line ${second?.line}, column ${second?.column}`,
			place: {
				offset: start,
				length: end - start
			}
		};
	});
}
const LONGEST_NUMBER = 50;
function numberProblems(text, path, { numbers }) {
	return numbers.flatMap(({ start, end }) => {
		const literal = text.slice(start, end);
		if (isKeptExactly(literal)) return [];
		const shown = literal.length > LONGEST_NUMBER ? `${literal.slice(0, LONGEST_NUMBER)}…` : literal;
		const read = Number(literal);
		return [{
			check: "syntax",
			path,
			message: `the number ${shown} cannot be kept exactly: ${Number.isFinite(read) ? `it would be read as ${read}` : "it is too large"}. Write it as a text in quotes`,
			place: {
				offset: start,
				length: end - start
			}
		}];
	});
}
function parseJson(text, path) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { problems: explainSyntax(text, path, error) };
	}
	if (isEvidentlyClean(text, value)) return { value };
	const scan = scanJson(text);
	if (scan.tooDeepAt !== void 0) return { problems: [tooDeepProblem(path, scan.tooDeepAt)] };
	const problems = [
		...duplicateProblems(text, path, scan),
		...numberProblems(text, path, scan),
		...surrogateProblems(text, path, value)
	];
	return problems.length > 0 ? {
		problems,
		read: { value }
	} : { value };
}
// src/rules/describe-value.ts
const LONGEST_SHOWN = 60;
function describeValue(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "an object";
	return typeof value === "string" && value.length > LONGEST_SHOWN ? `a text of ${value.length} characters` : JSON.stringify(value);
}
function describeKind(value) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "string") return "a text";
	if (typeof value === "number" && String(value).length > 15) return "a number";
	if (typeof value === "number" || typeof value === "boolean") return `the ${typeof value} ${value}`;
	return "an object";
}
// src/rules/problem.ts
function atValue(pointer) {
	return {
		pointer,
		part: "value"
	};
}
function atKey(pointer) {
	return {
		pointer,
		part: "key"
	};
}
// src/rules/explain-unknown-key.ts
function explainUnknownKey(where, pointer, key, known, meant) {
	const hint = meant === void 0 ? `it knows ${known.join(", ")}` : `did you mean ${JSON.stringify(meant)}?`;
	return {
		message: `${where} has no property ${JSON.stringify(key)}: ${hint}`,
		place: atKey(pointer + pointerStep(key))
	};
}
// node_modules/leven/index.js
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
// src/rules/nearest.ts
const LONGEST$1 = 100;
const MOST_DIFFERENCES = 5;
function nearest(word, candidates) {
	if (word === "" || word.length > LONGEST$1) return void 0;
	const limit = word.length < 3 ? 0 : Math.min(MOST_DIFFERENCES, Math.round(word.length * .4));
	let best;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
		const distance = candidate.toLowerCase() === word.toLowerCase() ? .5 : leven(word, candidate);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
function didYouMean(word, candidates) {
	const meant = nearest(word, candidates);
	return meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
}
// src/simulate/path-test.ts
const ENDS = [
	"queue",
	"transfer",
	"hangup",
	"fallback",
	"abandoned"
];
// src/simulate/look-at-value.ts
function spell$2(pointer) {
	return pointer === "" ? "a path test file" : spellPointer(pointer);
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function wrong(pointer, message) {
	return [{
		message: `${spell$2(pointer)} ${message}`,
		place: atValue(pointer)
	}];
}
const lookAtText = (value, pointer) => {
	if (typeof value !== "string") return wrong(pointer, `must be a text in quotes, not ${describeKind(value)}`);
	return value === "" ? wrong(pointer, "is empty") : [];
};
const lookAtAnyText = (value, pointer) => typeof value === "string" ? [] : wrong(pointer, `must be a text in quotes, not ${describeKind(value)}`);
function lookAtTexts(whatIsEmpty) {
	return (value, pointer) => {
		if (!Array.isArray(value)) return wrong(pointer, `must be a list of texts, not ${describeKind(value)}`);
		if (value.length === 0 && whatIsEmpty !== void 0) return wrong(pointer, `is empty: ${whatIsEmpty}`);
		return value.flatMap((text, index) => lookAtText(text, pointer + pointerStep(index)));
	};
}
const lookAtEnd = (value, pointer) => {
	if (ENDS.some((end) => end === value)) return [];
	const hint = typeof value === "string" ? didYouMean(value, ENDS) : "";
	return wrong(pointer, `must be one of ${ENDS.map((end) => JSON.stringify(end)).join(", ")}${hint}`);
};
const lookAtSteps = (value, pointer) => {
	if (typeof value !== "number") return wrong(pointer, `must be a number, not ${describeKind(value)}`);
	return Number.isInteger(value) && value >= 0 ? [] : wrong(pointer, `must be a whole number from 0 on, not ${value}`);
};
const lookAtInstant = (value, pointer) => {
	if (typeof value !== "string") return wrong(pointer, `must be a date-time in quotes, not ${describeKind(value)}`);
	const date = readDateTime(value);
	return date.kind === "instant" ? [] : wrong(pointer, `${JSON.stringify(value)} ${date.message}`);
};
// src/simulate/explain-path-tests.ts
const EXPECTATIONS = [
	"endsAt",
	"endsIn",
	"passes",
	"hears",
	"maxSteps"
];
const TEST_KEYS = {
	name: lookAtText,
	caller: lookAtTexts(),
	endsAt: lookAtText,
	endsIn: lookAtEnd,
	passes: lookAtTexts("name a node that the call passes"),
	hears: lookAtTexts("name a media asset that the caller hears"),
	maxSteps: lookAtSteps,
	at: lookAtInstant
};
const FILE_KEYS = {
	$schema: lookAtAnyText,
	rule: lookAtText,
	campaign: lookAtText,
	tests: (value, pointer) => {
		if (!Array.isArray(value)) return wrong(pointer, `must be a list, not ${describeKind(value)}`);
		if (value.length === 0) return wrong(pointer, "is empty: a path test file needs at least one test");
		return value.flatMap((test, index) => explainTest(test, pointer + pointerStep(index)));
	}
};
function lookAtKeys(value, pointer, looks) {
	const known = Object.keys(looks);
	return Object.entries(value).flatMap(([key, child]) => {
		const childPointer = pointer + pointerStep(key);
		const look = Object.hasOwn(looks, key) ? looks[key] : void 0;
		if (look !== void 0) return look(child, childPointer);
		return [explainUnknownKey(spell$2(pointer), pointer, key, known, nearest(key, known))];
	});
}
function isMisspelt(value, key, known) {
	return Object.keys(value).filter((name) => !known.includes(name)).some((name) => nearest(name, known) === key);
}
function lookForMissing(value, pointer, keys, known) {
	return keys.filter((key) => !Object.hasOwn(value, key) && !isMisspelt(value, key, known)).map((key) => ({
		message: `${spellPointer(pointer + pointerStep(key))} is missing`,
		place: atValue(pointer)
	}));
}
function explainTest(value, pointer) {
	if (!isObject$1(value)) return wrong(pointer, `must be an object, not ${describeKind(value)}`);
	const known = Object.keys(TEST_KEYS);
	const expectsSomething = EXPECTATIONS.some((key) => Object.hasOwn(value, key) || isMisspelt(value, key, known));
	return [
		...lookForMissing(value, pointer, ["name", "caller"], known),
		...expectsSomething ? [] : wrong(pointer, `expects nothing: say at least one of ${EXPECTATIONS.join(", ")}`),
		...lookAtKeys(value, pointer, TEST_KEYS)
	];
}
function lookForSubject(value, known) {
	if (Object.hasOwn(value, "rule") && Object.hasOwn(value, "campaign")) return [{
		message: "rule and campaign exclude each other: name the rule, or the campaign, that is tested",
		place: atKey("/campaign")
	}];
	if (["rule", "campaign"].some((key) => Object.hasOwn(value, key) || isMisspelt(value, key, known))) return [];
	return wrong("", "must say what is tested: \"rule\" with the name of a rule, or \"campaign\" with an id");
}
function explainPathTestFile(value) {
	if (!isObject$1(value)) return wrong("", `must be an object, not ${describeKind(value)}`);
	const known = Object.keys(FILE_KEYS);
	return [
		...lookForSubject(value, known),
		...lookForMissing(value, "", ["tests"], known),
		...lookAtKeys(value, "", FILE_KEYS)
	];
}
// src/simulate/read-path-tests.ts
const PATH_TEST = "path-test";
function makeTests(file, path) {
	const of = "rule" in file ? { rule: file.rule } : { campaign: file.campaign };
	return file.tests.map(({ name, caller, at, ...expects }, index) => {
		const date = at === void 0 ? void 0 : readDateTime(at);
		const instant = date?.kind === "instant" ? { at: Date.parse(date.iso) } : {};
		return {
			path,
			pointer: `/tests${pointerStep(index)}`,
			name,
			of,
			caller,
			expects,
			...instant
		};
	});
}
function readPathTests(text, path) {
	if (text.trim() === "") return {
		tests: [],
		problems: [{
			check: PATH_TEST,
			path,
			message: "the file is empty: path tests are expected",
			place: { line: 1 }
		}]
	};
	const parsed = parseJson(text, path);
	const found = parsed.problems ?? explainPathTestFile(parsed.value);
	if (parsed.problems !== void 0 || found.length > 0) return {
		tests: [],
		problems: found.map((problem) => ({
			...problem,
			check: PATH_TEST,
			path
		}))
	};
	return {
		tests: makeTests(parsed.value, path),
		problems: []
	};
}
function loadPathTests(files) {
	const tests = [];
	const problems = [];
	const texts = /* @__PURE__ */ new Map();
	const sorted = files.toSorted((a, b) => compareCodePoints(a.path, b.path));
	for (const file of sorted) {
		const text = decodeFile(file);
		if (typeof text !== "string") {
			problems.push({
				...text,
				check: PATH_TEST
			});
			continue;
		}
		texts.set(file.path, text);
		const read = readPathTests(text, file.path);
		for (const test of read.tests) tests.push(test);
		for (const problem of read.problems) problems.push(problem);
	}
	return {
		files: sorted.map((file) => file.path),
		tests,
		problems,
		textOf: (path) => texts.get(path)
	};
}
// src/rules/group-by.ts
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
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
function coverTransitions(results) {
	return [...groupBy(results, ({ walked }) => walked?.rule)].flatMap(([rule, group]) => rule === void 0 ? [] : [coverRule(rule, group)]).toSorted((a, b) => compareCodePoints(a.rule.path, b.rule.path));
}
// src/report/path-tests.ts
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
function sumUpPathTests({ passed, failed, rules }) {
	const taken = rules.reduce((sum, rule) => sum + rule.taken, 0);
	const transitions = rules.reduce((sum, rule) => sum + rule.transitions, 0);
	return `${`${count(passed, "path test")} passed${failed === 0 ? "" : `, ${failed} failed`}`}; ${taken} of ${count(transitions, "transition")} of ${count(rules.length, "tested rule")} taken`;
}
function remarkOnPathTests({ untested, withoutRule }) {
	return [untested === 0 ? "" : `${count(untested, "rule has", "rules have")} no path test`, withoutRule === 0 ? "" : `${count(withoutRule, "test")} walked no rule`].filter((part) => part !== "").join("; ");
}
// src/rules/index-nodes.ts
function indexNodes(nodes) {
	const indexOf = /* @__PURE__ */ new Map();
	nodes.forEach(({ id }, index) => {
		if (!indexOf.has(id)) indexOf.set(id, index);
	});
	return indexOf;
}
// src/graph/build-graph.ts
function buildGraph(nodes) {
	const ids = nodes.map((node) => node.id);
	const indexOf = indexNodes(nodes);
	const edgeCount = nodes.reduce((sum, { transitions }) => sum + transitions.length, 0);
	const rows = [0];
	const targets = [];
	const undefinedTargets = [];
	for (let index = 0; index < nodes.length; index++) {
		const transitions = nodes[index]?.transitions ?? [];
		for (let transition = 0; transition < transitions.length; transition++) {
			const target = transitions[transition]?.target ?? "";
			const to = indexOf.get(target);
			if (to === void 0) undefinedTargets.push({
				node: index,
				transition,
				target
			});
			else targets.push(to);
		}
		rows.push(targets.length);
	}
	return {
		ids,
		rows,
		targets,
		undefinedTargets,
		edgeCount
	};
}
// src/graph/graph.ts
function filled(count, number) {
	const numbers = [];
	for (let index = 0; index < count; index++) numbers.push(number);
	return numbers;
}
function successors(graph, node) {
	return graph.targets.slice(graph.rows[node], graph.rows[node + 1]);
}
function reverseGraph(graph) {
	const count = graph.ids.length;
	const rows = filled(count + 1, 0);
	for (const target of graph.targets) rows[target + 1] = (rows[target + 1] ?? 0) + 1;
	for (let node = 0; node < count; node++) rows[node + 1] = (rows[node + 1] ?? 0) + (rows[node] ?? 0);
	const next = rows.slice();
	const targets = filled(graph.targets.length, 0);
	for (let node = 0; node < count; node++) {
		const end = graph.rows[node + 1] ?? 0;
		for (let edge = graph.rows[node] ?? 0; edge < end; edge++) {
			const target = graph.targets[edge] ?? 0;
			const at = next[target] ?? 0;
			targets[at] = node;
			next[target] = at + 1;
		}
	}
	return {
		ids: graph.ids,
		rows,
		targets,
		undefinedTargets: [],
		edgeCount: graph.edgeCount
	};
}
function filterEdges(graph, keeps) {
	const rows = filled(graph.ids.length + 1, 0);
	const targets = [];
	for (let node = 0; node < graph.ids.length; node++) {
		for (const target of successors(graph, node)) if (keeps(node, target)) targets.push(target);
		rows[node + 1] = targets.length;
	}
	return {
		...graph,
		rows,
		targets
	};
}
// src/graph/components.ts
function findComponents(graph) {
	const { rows, targets } = graph;
	const count = graph.ids.length;
	const order = filled(count, -1);
	const low = filled(count, 0);
	const of = filled(count, -1);
	const cursor = rows.slice(0, count);
	const members = [];
	const open = [];
	let time = 0;
	const close = (root) => {
		const component = [];
		for (let node = open.pop(); node !== void 0; node = open.pop()) {
			of[node] = members.length;
			component.push(node);
			if (node === root) break;
		}
		members.push(component.length > 1 ? component.toSorted((a, b) => a - b) : component);
	};
	const enter = (node) => {
		order[node] = time;
		low[node] = time++;
		open.push(node);
	};
	for (let start = 0; start < count; start++) {
		if (order[start] !== -1) continue;
		const stack = [start];
		enter(start);
		for (let node = stack.at(-1); node !== void 0; node = stack.at(-1)) {
			const edge = cursor[node] ?? 0;
			if (edge < (rows[node + 1] ?? 0)) {
				cursor[node] = edge + 1;
				const target = targets[edge] ?? 0;
				if (order[target] === -1) {
					enter(target);
					stack.push(target);
				} else if (of[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
				continue;
			}
			stack.pop();
			if (low[node] === order[node]) close(node);
			const above = stack.at(-1);
			if (above !== void 0) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
		}
	}
	return {
		of,
		members
	};
}
function isLoop(graph, component) {
	const [only] = component;
	return component.length > 1 || only !== void 0 && successors(graph, only).includes(only);
}
// src/graph/depth-first.ts
function walkDepthFirst(graph) {
	const { rows, targets } = graph;
	const count = graph.ids.length;
	const numberOf = filled(count, -1);
	const closedAt = filled(count, -1);
	const parent = filled(count, -1);
	const cursor = rows.slice(0, count);
	const preorder = [0];
	const postorder = [];
	let leadsBack = false;
	numberOf[0] = 0;
	for (let node = 0; node !== -1;) {
		const edge = cursor[node] ?? 0;
		if (edge >= (rows[node + 1] ?? 0)) {
			closedAt[node] = postorder.length;
			postorder.push(node);
			node = parent[node] ?? -1;
			continue;
		}
		cursor[node] = edge + 1;
		const target = targets[edge] ?? 0;
		if (numberOf[target] !== -1) {
			if (closedAt[target] === -1) leadsBack = true;
			continue;
		}
		numberOf[target] = preorder.length;
		parent[target] = node;
		preorder.push(target);
		node = target;
	}
	return {
		preorder,
		numberOf,
		parent,
		postorder,
		closedAt,
		leadsBack
	};
}
function isRetreating({ closedAt }, from, to) {
	return (closedAt[to] ?? 0) >= (closedAt[from] ?? 0);
}
// src/graph/dominators.ts
function countUp(count) {
	const numbers = [];
	for (let index = 0; index < count; index++) numbers.push(index);
	return numbers;
}
function makeForest(count, semi) {
	const ancestor = filled(count, -1);
	const label = countUp(count);
	const path = [];
	const compress = (node) => {
		let top = node;
		while ((ancestor[ancestor[top] ?? -1] ?? -1) !== -1) {
			path.push(top);
			top = ancestor[top] ?? -1;
		}
		for (let low = path.pop(); low !== void 0; low = path.pop()) {
			const above = ancestor[low] ?? 0;
			const aboveLabel = label[above] ?? 0;
			if ((semi[aboveLabel] ?? 0) < (semi[label[low] ?? 0] ?? 0)) label[low] = aboveLabel;
			ancestor[low] = ancestor[above] ?? -1;
		}
	};
	return {
		link: (parent, child) => {
			ancestor[child] = parent;
		},
		evaluate: (node) => {
			if (ancestor[node] === -1) return node;
			compress(node);
			return label[node] ?? node;
		}
	};
}
function lengauerTarjan(graph, walk) {
	const { preorder, numberOf, parent } = walk;
	const count = preorder.length;
	const predecessors = reverseGraph(graph);
	const semi = countUp(count);
	const dominator = filled(count, 0);
	const firstOf = filled(count, -1);
	const nextOf = filled(count, 0);
	const forest = makeForest(count, semi);
	const parentOf = (number) => numberOf[parent[preorder[number] ?? 0] ?? 0] ?? 0;
	for (let w = count - 1; w > 0; w--) {
		const node = preorder[w] ?? 0;
		const end = predecessors.rows[node + 1] ?? 0;
		for (let edge = predecessors.rows[node] ?? 0; edge < end; edge++) {
			const v = numberOf[predecessors.targets[edge] ?? 0] ?? -1;
			if (v === -1) continue;
			const candidate = semi[forest.evaluate(v)] ?? 0;
			if (candidate < (semi[w] ?? 0)) semi[w] = candidate;
		}
		const bucket = semi[w] ?? 0;
		nextOf[w] = firstOf[bucket] ?? -1;
		firstOf[bucket] = w;
		const up = parentOf(w);
		forest.link(up, w);
		for (let v = firstOf[up] ?? -1; v !== -1; v = nextOf[v] ?? -1) {
			const u = forest.evaluate(v);
			dominator[v] = (semi[u] ?? 0) < (semi[v] ?? 0) ? u : up;
		}
		firstOf[up] = -1;
	}
	for (let w = 1; w < count; w++) if (dominator[w] !== semi[w]) dominator[w] = dominator[dominator[w] ?? 0] ?? 0;
	return dominator;
}
function numberTree(dominator) {
	const count = dominator.length;
	const size = filled(count, 1);
	for (let node = count - 1; node > 0; node--) {
		const up = dominator[node] ?? 0;
		size[up] = (size[up] ?? 0) + (size[node] ?? 0);
	}
	const first = filled(count, 0);
	const nextFree = filled(count, 1);
	for (let node = 1; node < count; node++) {
		const up = dominator[node] ?? 0;
		first[node] = (first[up] ?? 0) + (nextFree[up] ?? 0);
		nextFree[up] = (nextFree[up] ?? 0) + (size[node] ?? 0);
	}
	return {
		first,
		size
	};
}
function findDominators(graph, walk = walkDepthFirst(graph)) {
	const { preorder, numberOf } = walk;
	const byNumber = lengauerTarjan(graph, walk);
	const { first, size } = numberTree(byNumber);
	const immediate = filled(graph.ids.length, -1);
	for (let number = 1; number < preorder.length; number++) immediate[preorder[number] ?? 0] = preorder[byNumber[number] ?? 0] ?? 0;
	const dominates = (dominator, node) => {
		const above = numberOf[dominator] ?? -1;
		const below = numberOf[node] ?? -1;
		if (above === -1 || below === -1) return false;
		const after = (first[below] ?? 0) - (first[above] ?? 0);
		return after >= 0 && after < (size[above] ?? 0);
	};
	return {
		dominates,
		immediate
	};
}
// src/graph/search-component.ts
function has(set, node) {
	return ((set[node >> 5] ?? 0) & 1 << (node & 31)) !== 0;
}
function toggle(set, node) {
	set[node >> 5] = (set[node >> 5] ?? 0) ^ 1 << (node & 31);
}
function countShared(nodes, only, owners, stamp) {
	let shared = 0;
	for (const node of nodes) {
		const owner = only[node] ?? -1;
		if (owner === SEVERAL) continue;
		if (owner === NONE$2 || owners[owner] === stamp) shared++;
		else owners[owner] = stamp;
	}
	return shared;
}
const NONE$2 = -1;
const SEVERAL = -2;
function makeStates(component, budget) {
	const count = component.successors.length;
	const onlyBefore = new Int32Array(count);
	const onlyAfter = new Int32Array(count);
	const owners = new Int32Array(count);
	let stamp = 0;
	return (node, allowed) => {
		const rest = new Int32Array(allowed.length);
		const nodes = [node];
		let out = component.wayOut[node] ?? 0;
		for (const at of nodes) {
			const targets = component.successors[at] ?? [];
			budget.left -= 1 + targets.length;
			onlyAfter[at] = NONE$2;
			for (const target of targets) {
				if (target === node || !has(allowed, target)) continue;
				onlyAfter[at] = onlyAfter[at] === NONE$2 || onlyAfter[at] === target ? target : SEVERAL;
				if (has(rest, target)) {
					if (onlyBefore[target] !== at) onlyBefore[target] = SEVERAL;
					continue;
				}
				toggle(rest, target);
				onlyBefore[target] = at;
				out = Math.max(out, component.wayOut[target] ?? 0);
				nodes.push(target);
			}
		}
		onlyBefore[node] = SEVERAL;
		const before = countShared(nodes, onlyBefore, owners, ++stamp);
		const after = countShared(nodes, onlyAfter, owners, ++stamp) - 1;
		return {
			node,
			rest,
			bound: nodes.length - 1 - Math.max(before, after, 0) + out
		};
	};
}
function openFrame(component, { node, rest, bound }, budget, makeState) {
	const ahead = [];
	for (const target of component.successors[node] ?? []) {
		if (!has(rest, target)) continue;
		const state = budget.left > 0 ? makeState(target, rest) : {
			node: target,
			rest,
			bound
		};
		ahead.push({
			...state,
			bound: Math.min(state.bound, bound - 1)
		});
	}
	return {
		answer: {
			node,
			length: component.wayOut[node] ?? 0,
			bound,
			next: void 0
		},
		ahead: ahead.toReversed().sort((a, b) => a.bound - b.bound)
	};
}
function improve(answer, next) {
	if (1 + next.length <= answer.length) return;
	answer.length = 1 + next.length;
	answer.next = next;
}
function close({ answer, ahead }, seen) {
	const most = ahead.reduce((bound, state) => Math.max(bound, 1 + state.bound), Math.max(answer.length, seen));
	answer.bound = Math.min(answer.bound, most);
}
function searchComponent(component, start, budget) {
	const makeState = makeStates(component, budget);
	const words = component.successors.length + 31 >> 5;
	const answers = /* @__PURE__ */ new Map();
	const frames = [];
	const seen = [];
	const enter = (state, key) => {
		const frame = openFrame(component, state, budget, makeState);
		answers.set(key, frame.answer);
		frames.push(frame);
		seen.push(0);
		return frame.answer;
	};
	const all = new Int32Array(words).fill(-1);
	const root = enter(budget.left > 0 ? makeState(start, all) : {
		node: start,
		rest: all,
		bound: component.ceiling
	}, "");
	for (let frame = frames.at(-1); frame !== void 0; frame = frames.at(-1)) {
		const { answer, ahead } = frame;
		const state = ahead.at(-1);
		if (state !== void 0 && budget.left > 0 && 1 + state.bound > answer.length) {
			const key = `${state.node},${state.rest.join()}`;
			const known = answers.get(key);
			if (known === void 0) {
				enter(state, key);
				continue;
			}
			ahead.pop();
			improve(answer, known);
			seen[seen.length - 1] = Math.max(seen.at(-1) ?? 0, 1 + known.bound);
			continue;
		}
		close(frame, seen.pop() ?? 0);
		frames.pop();
		const below = frames.at(-1);
		if (below === void 0) break;
		below.ahead.pop();
		improve(below.answer, answer);
		seen[seen.length - 1] = Math.max(seen.at(-1) ?? 0, 1 + answer.bound);
	}
	const path = [];
	for (let answer = root; answer !== void 0; answer = answer.next) path.push(answer.node);
	return {
		length: root.length,
		bound: root.bound,
		path
	};
}
// src/graph/walk-component.ts
function findBound(component, start, budget) {
	const { edgeCount, successors, ceiling } = component;
	const cost = edgeCount + successors.length;
	if (cost > budget.left / 2) return ceiling;
	budget.left -= cost;
	return searchComponent(component, start, { left: 1 }).bound;
}
function walkComponent(component, start, budget) {
	const bound = findBound(component, start, budget);
	const onPath = new Uint8Array(component.successors.length);
	const path = [];
	const cursors = [];
	let best = {
		length: -1,
		path: []
	};
	let prefix = 0;
	const keepPrefix = () => {
		if (prefix > 0) best = {
			...best,
			path: path.slice(0, prefix)
		};
		prefix = 0;
	};
	const enter = (node) => {
		onPath[node] = 1;
		path.push(node);
		cursors.push(0);
		const length = path.length - 1 + (component.wayOut[node] ?? 0);
		if (length <= best.length) return;
		best = {
			length,
			path: []
		};
		prefix = path.length;
	};
	enter(start);
	while (path.length > 0 && budget.left > 0 && best.length < bound) {
		const node = path.at(-1) ?? start;
		const cursor = cursors.at(-1) ?? 0;
		const target = component.successors[node]?.[cursor];
		if (target === void 0) {
			if (path.length === prefix) keepPrefix();
			onPath[node] = 0;
			path.pop();
			cursors.pop();
			continue;
		}
		budget.left--;
		cursors[cursors.length - 1] = cursor + 1;
		if (onPath[target] === 0) enter(target);
	}
	const isExhausted = path.length === 0;
	keepPrefix();
	return {
		...best,
		bound: isExhausted ? best.length : bound
	};
}
// src/graph/depth.ts
const SEARCH_BUDGET = 5e6;
const MOST_REMEMBERED = 256;
function wayOut(graph, components, tail, node) {
	let best = {
		length: 0,
		bound: 0,
		next: -1
	};
	for (const target of successors(graph, node)) {
		if (components.of[target] === components.of[node]) continue;
		const length = 1 + (tail.length[target] ?? 0);
		const bound = Math.max(best.bound, 1 + (tail.bound[target] ?? 0));
		best = length > best.length ? {
			length,
			bound,
			next: target
		} : {
			...best,
			bound
		};
	}
	return best;
}
function isolate(graph, members, ways) {
	const numberOf = new Map(members.map((node, number) => [node, number]));
	const successorsOf = (node) => {
		const inside = /* @__PURE__ */ new Set();
		for (const target of successors(graph, node)) {
			const number = numberOf.get(target);
			if (number !== void 0 && target !== node) inside.add(number);
		}
		return [...inside];
	};
	const inside = members.map(successorsOf);
	const wayOut = ways.map(({ length }) => length);
	return {
		successors: inside,
		wayOut,
		edgeCount: inside.reduce((sum, targets) => sum + targets.length, 0),
		ceiling: members.length - 1 + wayOut.reduce((most, length) => Math.max(most, length), 0)
	};
}
function findLongest(component, start, budget) {
	if (component.successors.length > MOST_REMEMBERED) return walkComponent(component, start, budget);
	const part = { left: Math.ceil(budget.left / 8) };
	budget.left -= part.left;
	const walked = walkComponent(component, start, part);
	budget.left += part.left;
	if (walked.length === walked.bound) return walked;
	const searched = searchComponent(component, start, budget);
	return {
		...searched.length > walked.length ? searched : walked,
		bound: Math.min(walked.bound, searched.bound)
	};
}
function solveIrreducible(graph, components, members, entries, tail, budget) {
	const ways = members.map((node) => wayOut(graph, components, tail, node));
	const doubt = ways.reduce((most, { length, bound }) => Math.max(most, bound - length), 0);
	const component = isolate(graph, members, ways);
	const numberOf = new Map(members.map((node, number) => [node, number]));
	entries.forEach((entry, index) => {
		const share = { left: Math.ceil(budget.left / (entries.length - index)) };
		budget.left -= share.left;
		const start = numberOf.get(entry) ?? 0;
		const found = findLongest(component, start, share);
		budget.left += share.left;
		const inside = found.path.map((number) => members[number] ?? 0);
		tail.length[entry] = found.length;
		tail.next[entry] = ways[found.path.at(-1) ?? 0]?.next ?? -1;
		tail.inside.set(entry, inside);
		tail.bound[entry] = found.bound + doubt;
	});
}
function findEntries(graph, components) {
	const entries = /* @__PURE__ */ new Map();
	const add = (node) => {
		const component = components.of[node] ?? 0;
		if ((components.members[component]?.length ?? 0) < 2) return;
		const known = entries.get(component) ?? /* @__PURE__ */ new Set();
		entries.set(component, known.add(node));
	};
	add(0);
	for (let node = 0; node < graph.ids.length; node++) for (const target of successors(graph, node)) if (components.of[target] !== components.of[node]) add(target);
	return new Map([...entries].map(([component, nodes]) => [component, [...nodes].toSorted((a, b) => a - b)]));
}
function tracePath(tail) {
	const path = [];
	for (let node = 0; node !== -1; node = tail.next[node] ?? -1) for (const step of tail.inside.get(node) ?? [node]) path.push(step);
	return path;
}
function conclude(tail) {
	const depth = tail.length[0] ?? 0;
	const upperBound = tail.bound[0] ?? 0;
	return {
		depth,
		exact: depth === upperBound,
		upperBound,
		path: tracePath(tail)
	};
}
function isReducible(graph, walk, { dominates }) {
	for (const from of walk.preorder) {
		const end = graph.rows[from + 1] ?? 0;
		for (let edge = graph.rows[from] ?? 0; edge < end; edge++) {
			const to = graph.targets[edge] ?? 0;
			if (isRetreating(walk, from, to) && !dominates(to, from)) return false;
		}
	}
	return true;
}
function solveReducible(graph, walk) {
	const length = filled(graph.ids.length, 0);
	const next = filled(graph.ids.length, -1);
	for (const node of walk.postorder) {
		const end = graph.rows[node + 1] ?? 0;
		let best = 0;
		for (let edge = graph.rows[node] ?? 0; edge < end; edge++) {
			const target = graph.targets[edge] ?? 0;
			if (isRetreating(walk, node, target) || (length[target] ?? 0) < best) continue;
			best = 1 + (length[target] ?? 0);
			next[node] = target;
		}
		length[node] = best;
	}
	return conclude({
		length,
		bound: length,
		inside: /* @__PURE__ */ new Map(),
		next
	});
}
function solveBySearch(graph, walk, { dominates }, steps) {
	const forward = filterEdges(graph, (from, to) => walk.numberOf[from] !== -1 && !dominates(to, from));
	const components = findComponents(forward);
	const entries = findEntries(forward, components);
	const count = graph.ids.length;
	const tail = {
		length: filled(count, 0),
		bound: filled(count, 0),
		inside: /* @__PURE__ */ new Map(),
		next: filled(count, -1)
	};
	const budget = { left: steps };
	components.members.forEach((members, component) => {
		const [only] = members;
		if (members.length > 1) solveIrreducible(forward, components, members, entries.get(component) ?? [], tail, budget);
		else if (only !== void 0) {
			const out = wayOut(forward, components, tail, only);
			tail.length[only] = out.length;
			tail.bound[only] = out.bound;
			tail.next[only] = out.next;
		}
	});
	return conclude(tail);
}
function findDepth(graph, searchBudget = SEARCH_BUDGET, walk = walkDepthFirst(graph)) {
	if (!walk.leadsBack) return solveReducible(graph, walk);
	const dominators = findDominators(graph, walk);
	return isReducible(graph, walk, dominators) ? solveReducible(graph, walk) : solveBySearch(graph, walk, dominators, searchBudget);
}
// src/graph/figures.ts
function canEndAt(node) {
	return node.type === "hangup" || node.type === "transfer" || node.type === "queue" || node.transitions.length === 0;
}
function findEndings(graph, components, nodes) {
	const ends = filled(components.members.length, 0);
	components.members.forEach((members, component) => {
		if (members.some((index) => {
			const node = nodes[index];
			if (node !== void 0 && canEndAt(node)) return true;
			return successors(graph, index).some((target) => ends[components.of[target] ?? 0] === 1);
		})) ends[component] = 1;
	});
	return ends;
}
const NO_LOOPS = {
	loops: [],
	traps: []
};
function findLoops(graph, nodes) {
	const components = findComponents(graph);
	const loops = components.members.filter((members) => isLoop(graph, members)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
	if (loops.length === 0) return NO_LOOPS;
	const ends = findEndings(graph, components, nodes);
	return {
		loops,
		traps: loops.filter(([first]) => ends[components.of[first ?? 0] ?? 0] === 0)
	};
}
function computeFigures(nodes) {
	const graph = buildGraph(nodes);
	const walk = walkDepthFirst(graph);
	const reachesAll = walk.preorder.length === nodes.length;
	const { loops, traps } = reachesAll && !walk.leadsBack ? NO_LOOPS : findLoops(graph, nodes);
	return {
		graph,
		depth: findDepth(graph, SEARCH_BUDGET, walk),
		loops,
		traps,
		unreachable: reachesAll ? [] : nodes.flatMap((_, index) => walk.numberOf[index] === -1 ? [index] : []),
		undefinedTargets: graph.undefinedTargets
	};
}
// src/graph/diff-partition.ts
function groupByKey(keys) {
	const groups = /* @__PURE__ */ new Map();
	keys.forEach((key, node) => {
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [node]);
		else group.push(node);
	});
	const order = new Int32Array(keys.length);
	const placeOf = new Int32Array(keys.length);
	const classOf = new Int32Array(keys.length);
	const start = [];
	const size = [];
	let place = 0;
	for (const group of groups.values()) {
		for (const node of group) {
			classOf[node] = start.length;
			order[place] = node;
			placeOf[node] = place++;
		}
		start.push(place - group.length);
		size.push(group.length);
	}
	return {
		order,
		placeOf,
		classOf,
		start,
		size
	};
}
function splitOff(partition, from, nodes) {
	const { order, placeOf, classOf, start, size } = partition;
	const number = start.length;
	let last = (start[from] ?? 0) + (size[from] ?? 0);
	for (const node of nodes) {
		last--;
		const place = placeOf[node] ?? 0;
		const other = order[last] ?? 0;
		order[place] = other;
		placeOf[other] = place;
		order[last] = node;
		placeOf[node] = last;
		classOf[node] = number;
	}
	start.push(last);
	size.push(nodes.length);
	size[from] = (size[from] ?? 0) - nodes.length;
	return number;
}
function indexByTarget(count, edges) {
	const rows = new Int32Array(count + 1);
	for (const { to } of edges) rows[to + 1] = (rows[to + 1] ?? 0) + 1;
	for (let node = 0; node < count; node++) rows[node + 1] = (rows[node + 1] ?? 0) + (rows[node] ?? 0);
	const next = rows.slice();
	const sources = new Int32Array(edges.length);
	const labels = new Int32Array(edges.length);
	for (const { from, to, label } of edges) {
		const at = next[to] ?? 0;
		sources[at] = from;
		labels[at] = label;
		next[to] = at + 1;
	}
	return {
		rows,
		sources,
		labels
	};
}
function makeToucher(count, incoming) {
	const { rows, sources, labels } = incoming;
	const listOf = new Int32Array(count);
	const numbers = /* @__PURE__ */ new Map();
	const numberOf = (list) => {
		if (list.length === 1) return list[0] ?? 0;
		const key = list.join();
		const number = numbers.get(key) ?? -1 - numbers.size;
		numbers.set(key, number);
		return number;
	};
	return (splitter) => {
		const edges = [];
		for (const node of splitter) for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) edges.push(edge);
		edges.sort((a, b) => (sources[a] ?? 0) - (sources[b] ?? 0) || (labels[a] ?? 0) - (labels[b] ?? 0));
		const nodes = [];
		for (let at = 0; at < edges.length;) {
			const node = sources[edges[at] ?? 0] ?? 0;
			const list = [];
			for (; at < edges.length && sources[edges[at] ?? 0] === node; at++) list.push(labels[edges[at] ?? 0] ?? 0);
			listOf[node] = numberOf(list);
			nodes.push(node);
		}
		return {
			nodes,
			listOf
		};
	};
}
function groupTouched({ classOf }, { nodes, listOf }) {
	const order = (a, b) => (classOf[a] ?? 0) - (classOf[b] ?? 0) || (listOf[a] ?? 0) - (listOf[b] ?? 0);
	const classes = [];
	let last = -1;
	for (const node of nodes.sort(order)) {
		const groups = classOf[node] === classOf[last] ? classes.at(-1) : void 0;
		if (groups === void 0) classes.push([[node]]);
		else if (listOf[node] === listOf[last]) groups.at(-1)?.push(node);
		else groups.push([node]);
		last = node;
	}
	return classes;
}
function refinePartition(keys, edges) {
	const partition = groupByKey(keys);
	const touch = makeToucher(keys.length, indexByTarget(keys.length, edges));
	const queue = partition.start.map((_, number) => number);
	const isQueued = queue.map(() => true);
	const enqueue = (number) => {
		if (isQueued[number] === true) return;
		isQueued[number] = true;
		queue.push(number);
	};
	const split = (groups) => {
		const number = partition.classOf[groups[0]?.[0] ?? 0] ?? 0;
		groups.sort((a, b) => b.length - a.length);
		if (groups.reduce((sum, group) => sum + group.length, 0) === partition.size[number]) groups.shift();
		const parts = [number, ...groups.map((group) => splitOff(partition, number, group))];
		if (parts.length === 1) return;
		const sizeOf = (part) => partition.size[part] ?? 0;
		const largest = parts.reduce((best, part) => sizeOf(part) > sizeOf(best) ? part : best, number);
		const isWhole = isQueued[number] !== true;
		for (const part of parts) if (!isWhole || part !== largest) enqueue(part);
	};
	for (let number = queue.pop(); number !== void 0; number = queue.pop()) {
		isQueued[number] = false;
		const start = partition.start[number] ?? 0;
		const splitter = partition.order.slice(start, start + (partition.size[number] ?? 0));
		for (const groups of groupTouched(partition, touch(splitter))) split(groups);
	}
	return partition.classOf;
}
// src/graph/diff-places.ts
function countOpen({ nodes, incoming }, partners) {
	const open = new Int32Array(nodes.length);
	for (let node = 0; node < nodes.length; node++) for (let edge = incoming.rows[node] ?? 0; edge < (incoming.rows[node + 1] ?? 0); edge++) {
		const source = incoming.ends[edge] ?? -1;
		if (source !== node && partners[source] === -1) open[node] = (open[node] ?? 0) + 1;
	}
	return open;
}
function spellPlace(versions, partners, node) {
	const { rows, ends, labels } = versions.incoming;
	const parts = node === 0 || node === versions.oldCount ? ["entry"] : [];
	for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
		const source = ends[edge] ?? -1;
		if (source !== node) parts.push(`${labels[edge] ?? 0}:${Math.min(source, partners[source] ?? -1)}`);
	}
	return parts.length === 0 ? void 0 : `${versions.nodes[node]?.type} ${parts.toSorted().join()}`;
}
function groupByPlace(versions, partners, ready) {
	const places = /* @__PURE__ */ new Map();
	for (const node of ready) {
		const key = spellPlace(versions, partners, node);
		if (key === void 0) continue;
		const place = places.get(key) ?? {
			old: [],
			new: []
		};
		(node < versions.oldCount ? place.old : place.new).push(node);
		places.set(key, place);
	}
	return places;
}
function matchByPlace(versions, partners) {
	const open = countOpen(versions, partners);
	const { rows, ends } = versions.outgoing;
	let pairs = 0;
	let ready = [...open.keys()].filter((node) => open[node] === 0 && partners[node] === -1);
	const close = (node, next) => {
		for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
			const end = ends[edge] ?? -1;
			if (end < 0 || end === node) continue;
			open[end] = (open[end] ?? 0) - 1;
			if (open[end] === 0 && partners[end] === -1) next.push(end);
		}
	};
	while (ready.length > 0) {
		const matched = [];
		for (const place of groupByPlace(versions, partners, ready).values()) {
			const [a, b] = [place.old[0], place.new[0]];
			if (a === void 0 || b === void 0 || place.old.length > 1 || place.new.length > 1) continue;
			partners[a] = b;
			partners[b] = a;
			matched.push(a, b);
			pairs++;
		}
		const next = [];
		for (const node of matched) close(node, next);
		ready = next;
	}
	return pairs;
}
// src/graph/diff-renames.ts
const MOST_ROUNDS = 8;
function nameEnd(partners, end) {
	const partner = partners[end] ?? -1;
	return partner === -1 ? end : Math.min(end, partner);
}
function matchById({ nodes, oldCount }, partners) {
	const waiting = /* @__PURE__ */ new Map();
	for (let index = oldCount - 1; index >= 0; index--) {
		const id = nodes[index]?.id ?? "";
		const same = waiting.get(id);
		if (same === void 0) waiting.set(id, [index]);
		else same.push(index);
	}
	for (let index = oldCount; index < nodes.length; index++) {
		const old = waiting.get(nodes[index]?.id ?? "")?.pop();
		if (old === void 0) continue;
		partners[old] = index;
		partners[index] = old;
	}
}
function listUnmatched(versions, partners) {
	const nodes = [];
	const positionOf = /* @__PURE__ */ new Map();
	partners.forEach((partner, node) => {
		if (partner !== -1) return;
		positionOf.set(node, nodes.length);
		nodes.push(node);
	});
	const { rows, ends, labels } = versions.outgoing;
	const edges = [];
	nodes.forEach((node, from) => {
		for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
			const to = positionOf.get(ends[edge] ?? -1);
			if (to !== void 0) edges.push({
				from,
				to,
				label: labels[edge] ?? 0
			});
		}
	});
	return {
		nodes,
		edges
	};
}
function spellKnownEdges(versions, partners, side, node) {
	const { rows, ends, labels } = versions[side];
	const known = [];
	for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
		const end = ends[edge] ?? -1;
		if (end < 0 || partners[end] !== -1) known.push(`${labels[edge] ?? 0}:${nameEnd(partners, end)}`);
	}
	return known.toSorted().join();
}
function matchUnique(versions, partners, nodes, classes) {
	const members = /* @__PURE__ */ new Map();
	nodes.forEach((node, position) => {
		const number = classes[position] ?? 0;
		const same = members.get(number);
		if (same === void 0) members.set(number, [node]);
		else same.push(node);
	});
	let pairs = 0;
	for (const [a, b, ...more] of members.values()) {
		if (a === void 0 || b === void 0 || more.length > 0) continue;
		if (a >= versions.oldCount || b < versions.oldCount) continue;
		partners[a] = b;
		partners[b] = a;
		pairs++;
	}
	return pairs;
}
function spellContent(versions, partners, node) {
	const { type, mediaAssetId } = versions.nodes[node] ?? {};
	return JSON.stringify([
		type,
		mediaAssetId ?? null,
		spellKnownEdges(versions, partners, "outgoing", node)
	]);
}
function matchByContent(versions, partners) {
	const { nodes, edges } = listUnmatched(versions, partners);
	return matchUnique(versions, partners, nodes, refinePartition(nodes.map((node) => spellContent(versions, partners, node)), edges));
}
function matchTwins(versions, partners) {
	const { nodes, edges } = listUnmatched(versions, partners);
	const keys = nodes.map((node) => {
		const isEntry = node === 0 || node === versions.oldCount;
		const known = spellKnownEdges(versions, partners, "incoming", node);
		return `${spellContent(versions, partners, node)} ${isEntry} ${known}`;
	});
	const back = edges.map(({ from, to, label }) => ({
		from: to,
		to: from,
		label: label + versions.labelCount
	}));
	return matchUnique(versions, partners, nodes, refinePartition(keys, [...edges, ...back]));
}
function findPartners(versions) {
	const partners = new Int32Array(versions.nodes.length).fill(-1);
	matchById(versions, partners);
	for (let round = 0; round < MOST_ROUNDS; round++) if (matchByContent(versions, partners) + matchTwins(versions, partners) + matchByPlace(versions, partners) === 0) break;
	return partners;
}
// src/graph/diff-edges.ts
function pushTo(map, key, value) {
	const known = map.get(key);
	if (known === void 0) map.set(key, [value]);
	else known.push(value);
}
function pairEdges(versions, partners, oldNode, newNode) {
	const { rows, ends, labels } = versions.outgoing;
	const nameOf = (edge) => nameEnd(partners, ends[edge] ?? -1);
	const edgesOf = (node) => node < 0 ? [] : Array.from({ length: (rows[node + 1] ?? 0) - (rows[node] ?? 0) }, (_, at) => (rows[node] ?? 0) + at);
	const oldEdges = edgesOf(oldNode);
	const newEdges = edgesOf(newNode);
	const isLike = (old, now) => labels[old] === labels[now] && nameOf(old) === nameOf(now);
	if (oldEdges.length === newEdges.length && oldEdges.every((old, at) => isLike(old, newEdges[at] ?? -1))) return oldEdges.map((old, at) => ({
		old,
		new: newEdges[at],
		isSameTarget: true
	}));
	const keyOf = (edge) => `${labels[edge] ?? 0} ${nameOf(edge)}`;
	const same = /* @__PURE__ */ new Map();
	for (const edge of oldEdges.toReversed()) pushTo(same, keyOf(edge), edge);
	const partnerOf = /* @__PURE__ */ new Map();
	for (const edge of newEdges) {
		const old = same.get(keyOf(edge))?.pop();
		if (old !== void 0) partnerOf.set(edge, old);
	}
	const left = [...same.values()].flat().toSorted((a, b) => b - a);
	const retargeted = /* @__PURE__ */ new Map();
	for (const edge of left) pushTo(retargeted, labels[edge] ?? 0, edge);
	const pairs = newEdges.map((edge) => {
		const old = partnerOf.get(edge);
		if (old !== void 0) return {
			old,
			new: edge,
			isSameTarget: true
		};
		return {
			old: retargeted.get(labels[edge] ?? 0)?.pop(),
			new: edge,
			isSameTarget: false
		};
	});
	const gone = [...retargeted.values()].flat().toSorted((a, b) => a - b);
	return [...pairs, ...gone.map((edge) => ({
		old: edge,
		new: void 0,
		isSameTarget: false
	}))];
}
// src/graph/diff-versions.ts
function makeNumbering() {
	const numbers = /* @__PURE__ */ new Map();
	return (text) => {
		const known = numbers.get(text);
		if (known !== void 0) return known;
		numbers.set(text, numbers.size);
		return numbers.size - 1;
	};
}
function indexFirst(nodes, offset) {
	const first = /* @__PURE__ */ new Map();
	nodes.forEach(({ id }, index) => {
		if (!first.has(id)) first.set(id, offset + index);
	});
	return first;
}
function turnRound(count, { rows, ends, labels }) {
	const turned = new Int32Array(count + 1);
	for (const end of ends) if (end >= 0) turned[end + 1] = (turned[end + 1] ?? 0) + 1;
	for (let node = 0; node < count; node++) turned[node + 1] = (turned[node + 1] ?? 0) + (turned[node] ?? 0);
	const next = turned.slice();
	const sources = new Int32Array(turned[count] ?? 0);
	const turnedLabels = new Int32Array(sources.length);
	for (let node = 0; node < count; node++) for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
		const end = ends[edge] ?? -1;
		if (end < 0) continue;
		const at = next[end] ?? 0;
		sources[at] = node;
		turnedLabels[at] = labels[edge] ?? 0;
		next[end] = at + 1;
	}
	return {
		rows: turned,
		ends: sources,
		labels: turnedLabels
	};
}
function joinVersions(before, after, spell) {
	const nodes = [...before, ...after];
	const firstOld = indexFirst(before, 0);
	const firstNew = indexFirst(after, before.length);
	const numberOfLabel = makeNumbering();
	const numberOfMissing = makeNumbering();
	const rows = new Int32Array(nodes.length + 1);
	const ends = [];
	const labels = [];
	nodes.forEach((node, index) => {
		const first = index < before.length ? firstOld : firstNew;
		for (const { condition, target } of node.transitions) {
			ends.push(first.get(target) ?? -1 - numberOfMissing(target));
			labels.push(numberOfLabel(spell(condition)));
		}
		rows[index + 1] = ends.length;
	});
	const outgoing = {
		rows,
		ends: Int32Array.from(ends),
		labels: Int32Array.from(labels)
	};
	const labelCount = labels.reduce((most, label) => Math.max(most, label + 1), 0);
	return {
		nodes,
		oldCount: before.length,
		outgoing,
		incoming: turnRound(nodes.length, outgoing),
		labelCount
	};
}
// src/graph/diff-graphs.ts
function diffNode(versions, partners, node) {
	const { nodes, oldCount } = versions;
	const partner = partners[node] ?? -1;
	if (partner === -1) return node < oldCount ? {
		kind: "removed",
		before: node,
		after: void 0,
		changes: []
	} : {
		kind: "added",
		before: void 0,
		after: node - oldCount,
		changes: []
	};
	const [old, now] = [nodes[partner], nodes[node]];
	const changes = [
		"id",
		"type",
		"mediaAssetId"
	].filter((key) => old?.[key] !== now?.[key]);
	const isOnlyId = changes.length === 1 && changes[0] === "id";
	return {
		kind: changes.length === 0 ? "unchanged" : isOnlyId ? "renamed" : "changed",
		before: partner,
		after: node - oldCount,
		changes
	};
}
function kindOf$1(pair) {
	if (pair.old === void 0) return "added";
	if (pair.new === void 0) return "removed";
	return pair.isSameTarget ? "unchanged" : "retargeted";
}
function orderNodes({ nodes, oldCount }, partners) {
	const all = [...nodes.keys()];
	return [...all.slice(oldCount), ...all.slice(0, oldCount).filter((node) => partners[node] === -1)];
}
function diffEdges(versions, partners, order) {
	const { nodes, oldCount, outgoing } = versions;
	const positionOf = new Int32Array(nodes.length);
	order.forEach((node, position) => {
		positionOf[node] = position;
		const partner = partners[node] ?? -1;
		if (partner !== -1) positionOf[partner] = position;
	});
	const endOf = (node, edge) => {
		if (edge === void 0) return void 0;
		const end = outgoing.ends[edge] ?? -1;
		return {
			transition: edge - (outgoing.rows[node] ?? 0),
			to: end < 0 ? void 0 : positionOf[end]
		};
	};
	return order.flatMap((node, from) => {
		const oldNode = node < oldCount ? node : partners[node] ?? -1;
		const newNode = node < oldCount ? -1 : node;
		return pairEdges(versions, partners, oldNode, newNode).map((pair) => {
			const before = endOf(oldNode, pair.old);
			const after = endOf(newNode, pair.new);
			const [owner, at] = after === void 0 ? [oldNode, before] : [newNode, after];
			const condition = nodes[owner]?.transitions[at?.transition ?? -1]?.condition ?? "";
			return {
				kind: kindOf$1(pair),
				from,
				condition,
				before,
				after
			};
		});
	});
}
function diffGraphs(before, after, spell) {
	const versions = joinVersions(before, after, spell);
	const partners = findPartners(versions);
	const order = orderNodes(versions, partners);
	const isEntrySame = before.length === 0 || after.length === 0 ? before.length === after.length : partners[0] === before.length + 0;
	return {
		nodes: order.map((node) => diffNode(versions, partners, node)),
		edges: diffEdges(versions, partners, order),
		isEntryChanged: !isEntrySame
	};
}
function isSameGraph({ nodes, edges, isEntryChanged }) {
	return !isEntryChanged && nodes.every(({ kind }) => kind === "unchanged") && edges.every(({ kind }) => kind === "unchanged");
}
function findCore({ nodes, edges, isEntryChanged }) {
	const core = new Set(nodes.flatMap(({ kind }, position) => kind === "unchanged" ? [] : [position]));
	for (const { kind, from, before, after } of edges) {
		if (kind === "unchanged") continue;
		for (const position of [
			from,
			before?.to,
			after?.to
		]) if (position !== void 0) core.add(position);
	}
	if (isEntryChanged) nodes.forEach(({ before, after }, position) => {
		if (before === 0 || after === 0) core.add(position);
	});
	return [...core].toSorted((a, b) => a - b);
}
function findSurroundings(diff) {
	const isChanged = diff.nodes.map(({ kind }) => kind !== "unchanged");
	const near = new Set(findCore(diff));
	for (const { from, before, after } of diff.edges) for (const to of [before?.to, after?.to]) if (to !== void 0 && (isChanged[from] === true || isChanged[to] === true)) near.add(from).add(to);
	return [...near].toSorted((a, b) => a - b);
}
// src/simulate/condition.ts
const OTHER_SPELLINGS = /* @__PURE__ */ new Map([
	["press_hash", "press_pound"],
	["no_match", "invalid"],
	["next", "default"]
]);
const TIMEOUT = "timeout";
const INVALID = "invalid";
const DEFAULT = "default";
const PRESS = "press_";
const KEYS$1 = [
	"0",
	"1",
	"2",
	"3",
	"4",
	"5",
	"6",
	"7",
	"8",
	"9",
	"star",
	"pound"
];
const ALL_KEYS = 2 ** KEYS$1.length - 1;
const TIMEOUT_BIT = ALL_KEYS + 1;
const INVALID_BIT = TIMEOUT_BIT * 2;
const DEFAULT_BIT = INVALID_BIT * 2;
const BIT_OF = new Map([
	...KEYS$1.map((key, index) => [PRESS + key, 2 ** index]),
	["press_hash", 2 ** KEYS$1.indexOf("pound")],
	[TIMEOUT, TIMEOUT_BIT],
	[INVALID, INVALID_BIT],
	["no_match", INVALID_BIT],
	[DEFAULT, DEFAULT_BIT],
	["next", DEFAULT_BIT]
]);
function canonicalCondition(condition) {
	return OTHER_SPELLINGS.get(condition) ?? condition;
}
function bitOf(condition) {
	return BIT_OF.get(condition) ?? 0;
}
function bitsOf(transitions) {
	let bits = 0;
	for (const { condition } of transitions) bits |= bitOf(condition);
	return bits;
}
function countKeys(bits) {
	let count = 0;
	for (let rest = bits & ALL_KEYS; rest !== 0; rest &= rest - 1) count++;
	return count;
}
function coversSilence(bits) {
	return (bits & (TIMEOUT_BIT | DEFAULT_BIT)) !== 0;
}
function namesAllKeys(bits) {
	return (bits & ALL_KEYS) === ALL_KEYS;
}
function coversOtherKeys(bits) {
	return (bits & (INVALID_BIT | DEFAULT_BIT)) !== 0 || namesAllKeys(bits);
}
function isKey(condition) {
	return condition.startsWith(PRESS);
}
function keyNameOf(condition) {
	return condition.slice(6);
}
function isCustom(condition) {
	return bitOf(condition) === 0 && !isKey(condition);
}
// src/rules/list-words.ts
function listWords(things, spell, last, most, noun = "") {
	const isCut = things.length > most;
	const words = things.slice(0, isCut ? most - 1 : most).map(spell);
	const end = isCut ? `${things.length - words.length} more${noun}` : words.pop() ?? "";
	return words.length === 0 ? end : `${words.join(", ")} ${last} ${end}`;
}
// src/schedule/order.ts
function compareInstants(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
function compareScheduled(a, b) {
	return compareInstants(a.window.start, b.window.start) || compareInstants(a.window.end, b.window.end) || compareCodePoints(a.rule.payload.name, b.rule.payload.name) || compareCodePoints(a.rule.path, b.rule.path);
}
// src/schedule/window.ts
function windowOf({ effectiveDate, expirationDate }) {
	return {
		start: effectiveDate === void 0 ? Number.NEGATIVE_INFINITY : Date.parse(effectiveDate),
		end: expirationDate === void 0 ? Number.POSITIVE_INFINITY : Date.parse(expirationDate)
	};
}
function isAlways({ start, end }) {
	return !Number.isFinite(start) && !Number.isFinite(end);
}
function isEmptyWindow({ start, end }) {
	return start >= end;
}
function isInWindow({ start, end }, at) {
	return start <= at && at < end;
}
function scheduleRules(rules) {
	return rules.filter((rule) => rule.status === "ACTIVE").map((rule) => ({
		rule,
		window: windowOf(rule.payload)
	}));
}
// src/schedule/rules-in-force.ts
function rulesInForce(rules, campaignId, at) {
	return scheduleRules(rules.filter((rule) => rule.payload.campaignId === campaignId)).filter(({ window }) => isInWindow(window, at)).toSorted(compareScheduled).map(({ rule }) => rule);
}
// src/schedule/spell-span.ts
const MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
function spellInstant(at) {
	const [date = "", time = ""] = new Date(at).toISOString().slice(0, -1).split("T");
	return `${date} ${time.replace(/(?::00)?\.000$/, "")} UTC`;
}
function spellSpan({ start, end }) {
	const begins = Number.isFinite(start);
	if (!Number.isFinite(end)) return begins ? `from ${spellInstant(start)} on` : "always";
	return begins ? `from ${spellInstant(start)} to ${spellInstant(end)}` : `until ${spellInstant(end)}`;
}
function spellDay(at) {
	const [, time = ""] = spellInstant(at).split(" ");
	const date = new Date(at);
	const month = MONTHS[date.getUTCMonth()] ?? "";
	return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()} ${time} UTC`;
}
// src/simulate/decide-move.ts
function arrivalAt({ type, transitions }) {
	if (type === "hangup") return "ends";
	if (type === "transfer" || type === "queue") return "hands-over";
	if (transitions.length === 0) return "dead-end";
	return transitions.every(({ condition }) => canonicalCondition(condition) === "default") ? "goes-on" : "waits";
}
function leadsToFallback(node) {
	const arrival = arrivalAt(node);
	if (arrival !== "waits") return arrival === "dead-end";
	const bits = bitsOf(node.transitions);
	return !coversSilence(bits) || !coversOtherKeys(bits);
}
function findTransition(node, wanted) {
	for (const condition of wanted) {
		const found = node.transitions.findIndex((transition) => canonicalCondition(transition.condition) === condition);
		if (found >= 0) return found;
	}
	return -1;
}
function matchInput(node, input) {
	const canonical = canonicalCondition(input);
	return findTransition(node, isKey(canonical) ? [
		canonical,
		INVALID,
		DEFAULT
	] : [canonical, DEFAULT]);
}
function matchHandOver(node, input) {
	const canonical = canonicalCondition(input);
	return findTransition(node, isCustom(canonical) ? [canonical, DEFAULT] : [canonical]);
}
function decideMove(node, input) {
	const arrival = arrivalAt(node);
	if (arrival === "ends") return { kind: "end" };
	if (arrival === "dead-end") return {
		kind: "fallback",
		because: "dead-end"
	};
	if (arrival === "goes-on") return {
		kind: "go",
		transition: 0,
		takesInput: false
	};
	if (arrival === "hands-over") {
		const transition = input === void 0 ? -1 : matchHandOver(node, input);
		return transition < 0 ? { kind: "end" } : {
			kind: "go",
			transition,
			takesInput: true
		};
	}
	if (input === void 0) return { kind: "wait" };
	const transition = matchInput(node, input);
	if (transition < 0) return {
		kind: "fallback",
		because: "no-match"
	};
	return {
		kind: "go",
		transition,
		takesInput: true
	};
}
// src/simulate/find-stop.ts
function readVersion(rule) {
	return {
		rule,
		indexOf: indexNodes(rule.nodes)
	};
}
function targetOf(version, node, transition) {
	return version.indexOf.get(version.rule.nodes[node]?.transitions[transition]?.target ?? "");
}
function kindOf(node) {
	const arrival = arrivalAt(node);
	if (arrival === "goes-on" || arrival === "waits") return arrival;
	if (arrival === "dead-end") return "fallback";
	return node.type === "queue" || node.type === "transfer" ? node.type : "hangup";
}
function findStop(version, start, from) {
	const passed = [];
	const seen = /* @__PURE__ */ new Set();
	let last = from;
	for (let at = start; at !== void 0; at = targetOf(version, at, 0)) {
		const node = version.rule.nodes[at];
		if (node === void 0) break;
		passed.push(at);
		if (seen.has(at)) return {
			kind: "endless",
			node: at,
			passed
		};
		seen.add(at);
		last = at;
		const kind = kindOf(node);
		if (kind !== "goes-on") return {
			kind,
			node: at,
			passed
		};
	}
	return {
		kind: "fallback",
		node: last,
		passed
	};
}
function findReachable(version) {
	const { nodes } = version.rule;
	const reached = new Set(nodes.length > 0 ? [0] : []);
	for (const at of reached) {
		const node = nodes[at];
		if (node === void 0 || node.type === "hangup") continue;
		const goesOn = kindOf(node) === "goes-on";
		const seen = /* @__PURE__ */ new Set();
		node.transitions.forEach(({ condition }, transition) => {
			const canonical = goesOn ? DEFAULT : canonicalCondition(condition);
			if (seen.has(canonical)) return;
			seen.add(canonical);
			const target = targetOf(version, at, transition);
			if (target !== void 0) reached.add(target);
		});
	}
	return reached;
}
// src/simulate/list-inputs.ts
function rank(input) {
	if (isKey(input)) return 0;
	if (input === "timeout") return 1;
	if (input === "invalid") return 2;
	return isCustom(input) ? 3 : 4;
}
function compareInputs(a, b) {
	return rank(a) - rank(b) || bitOf(a) - bitOf(b) || (a < b ? -1 : 1);
}
function listInputs(a, b) {
	const transitions = [...a.transitions, ...b.transitions];
	const inputs = new Set(transitions.map(({ condition }) => canonicalCondition(condition)));
	if (arrivalAt(a) === "waits") {
		inputs.add(TIMEOUT).add(DEFAULT);
		if (namesAllKeys(bitsOf(transitions))) inputs.delete(INVALID);
		else inputs.add(INVALID);
	}
	return [...inputs].toSorted(compareInputs);
}
function namesInput(node, input) {
	return node?.transitions.some(({ condition }) => canonicalCondition(condition) === input) === true;
}
// src/simulate/walk-both.ts
function follow(version, node, input) {
	const at = version.rule.nodes[node];
	const move = at === void 0 ? void 0 : decideMove(at, input);
	if (move?.kind === "go") return findStop(version, targetOf(version, node, move.transition), node);
	if (move?.kind === "fallback") return {
		kind: "fallback",
		node,
		passed: []
	};
	return {
		kind: at?.type === "queue" ? "queue" : "transfer",
		node,
		passed: []
	};
}
function followBoth(walker, pair, input) {
	const before = follow(walker.versions.before, pair.before, input);
	const after = follow(walker.versions.after, pair.after, input);
	walker.left -= before.passed.length + after.passed.length + 2;
	return {
		before,
		after
	};
}
function inputsAt({ versions }, { before, after }) {
	const [old, now] = [versions.before.rule.nodes[before], versions.after.rule.nodes[after]];
	return old === void 0 || now === void 0 ? [] : listInputs(old, now);
}
function heardBy({ rule }, { passed }) {
	return passed.flatMap((node) => rule.nodes[node]?.mediaAssetId ?? []);
}
function hearsSame({ versions }, { before, after }) {
	const [old, now] = [heardBy(versions.before, before), heardBy(versions.after, after)];
	return old.length === now.length && old.every((asset, index) => asset === now[index]);
}
function spellEnd({ kind }, { type, target }) {
	if (kind !== "fallback") return kind;
	return type === "hangup" ? "hangup" : JSON.stringify([
		"fallback",
		type,
		target
	]);
}
function endsSame({ versions, partners }, { before, after }) {
	const [old, now] = [versions.before.rule.fallbackAction, versions.after.rule.fallbackAction];
	if (spellEnd(before, old) !== spellEnd(after, now)) return false;
	return !(before.kind === "queue" || before.kind === "transfer") || partners.get(before.node) === after.node;
}
function goesOn({ versions }, { before, after }) {
	if (before.kind === "waits") return true;
	if (before.kind !== "queue" && before.kind !== "transfer") return false;
	const countAt = ({ rule }, node) => rule.nodes[node]?.transitions.length ?? 0;
	return countAt(versions.before, before.node) + countAt(versions.after, after.node) > 0;
}
// src/simulate/collect-differences.ts
function cutCommon(old, now) {
	const most = Math.min(old.length, now.length);
	let first = 0;
	while (first < most && old[first] === now[first]) first++;
	let last = 0;
	while (last < most - first && old.at(-1 - last) === now.at(-1 - last)) last++;
	return [old.slice(first, old.length - last), now.slice(first, now.length - last)];
}
function spellDifference({ versions }, kind, { before, after }) {
	if (kind === "heard") return JSON.stringify(cutCommon(heardBy(versions.before, before), heardBy(versions.after, after)));
	const spell = ({ kind: how, node }) => how === "hangup" || how === "fallback" || how === "endless" ? how : `${how} ${node}`;
	return `${spell(before)}, ${spell(after)}`;
}
function makeCollector(walker) {
	const found = /* @__PURE__ */ new Map();
	const add = (kind, outcome, step) => {
		const key = spellDifference(walker, kind, outcome);
		const known = found.get(key);
		const from = step?.from;
		const inputs = step === void 0 ? [] : [step.input];
		if (known === void 0) {
			const { before, after } = outcome;
			found.set(key, {
				difference: {
					kind,
					from,
					inputs,
					before,
					after,
					otherPlaces: 0
				},
				lastFrom: from
			});
		} else if (known.difference.from === from) known.difference.inputs.push(...inputs);
		else if (known.lastFrom !== from) {
			known.difference.otherPlaces++;
			known.lastFrom = from;
		}
	};
	return {
		add,
		list: () => [...found.values()].map(({ difference }) => difference)
	};
}
// src/simulate/compare-versions.ts
const WALK_BUDGET = 1e6;
const keyOf = ({ before, after }) => `${before} ${after}`;
const isOne = ({ partners }, { before, after }) => partners.get(before) === after;
const pairOf = ({ before, after }) => ({
	before: before.node,
	after: after.node
});
function findBeyond(walker, start, known) {
	const key = keyOf(start);
	if (known.alike.has(key)) return [];
	if (known.unlike.has(key)) return void 0;
	const found = /* @__PURE__ */ new Set([key]);
	const places = [start];
	const beyond = [];
	for (let at = 0; at < places.length && walker.left > 0; at++) {
		const from = places[at] ?? start;
		for (const input of inputsAt(walker, from)) {
			const outcome = followBoth(walker, from, input);
			if (!endsSame(walker, outcome) || !hearsSame(walker, outcome)) {
				known.unlike.add(key);
				return;
			}
			const next = {
				...pairOf(outcome),
				cameBy: {
					from,
					input
				}
			};
			const nextKey = keyOf(next);
			if (!goesOn(walker, outcome) || found.has(nextKey) || known.alike.has(nextKey)) continue;
			found.add(nextKey);
			(isOne(walker, next) ? beyond : places).push(next);
		}
	}
	for (const place of places) known.alike.add(keyOf(place));
	return beyond;
}
function walkAll(walker) {
	const collector = makeCollector(walker);
	const known = {
		alike: /* @__PURE__ */ new Set(),
		unlike: /* @__PURE__ */ new Set()
	};
	const seen = /* @__PURE__ */ new Set();
	const places = [];
	const visit = (place) => {
		const key = keyOf(place);
		if (seen.has(key)) return;
		seen.add(key);
		places.push(place);
	};
	const meet = (outcome, step) => {
		const place = {
			...pairOf(outcome),
			cameBy: step
		};
		const isHeard = hearsSame(walker, outcome);
		const isSame = isOne(walker, place);
		if (outcome.before.kind === "waits" && !isSame && !isHeard || !endsSame(walker, outcome)) return collector.add("end", outcome, step);
		if (!isHeard) collector.add("heard", outcome, step);
		if (!goesOn(walker, outcome)) return void 0;
		if (isSame) return visit(place);
		const beyond = findBeyond(walker, place, known);
		if (beyond === void 0) return collector.add("end", outcome, step);
		beyond.forEach(visit);
	};
	const start = (version) => findStop(version, 0, 0);
	meet({
		before: start(walker.versions.before),
		after: start(walker.versions.after)
	}, void 0);
	for (let at = 0; at < places.length && walker.left > 0; at++) {
		const from = places[at];
		if (from === void 0) break;
		for (const input of inputsAt(walker, from)) meet(followBoth(walker, from, input), {
			from,
			input
		});
	}
	return collector.list();
}
function pairNodes(before, after, diff) {
	return diff.nodes.flatMap(({ before: old, after: now }) => {
		if (old === void 0 || now === void 0) return [];
		const nodes = [before.nodes[old], after.nodes[now]];
		return nodes.some((node) => node?.type === "queue" || node?.type === "transfer") && nodes[0]?.id !== nodes[1]?.id ? [] : [[old, now]];
	});
}
function compareVersions(before, after, diff, budget = WALK_BUDGET) {
	const versions = {
		before: readVersion(before),
		after: readVersion(after)
	};
	const walker = {
		versions,
		partners: new Map(pairNodes(before, after, diff)),
		left: budget
	};
	const differences = walkAll(walker);
	const { partners, left } = walker;
	return {
		versions,
		partners,
		differences,
		isComplete: left > 0
	};
}
// src/simulate/spell-way.ts
const MOST_STEPS = 4;
const MOST_INPUTS = 12;
const quote$7 = (text) => JSON.stringify(text);
const NODE_WORDS$1 = {
	greeting: "greeting",
	dtmf: "menu",
	queue: "queue",
	transfer: "transfer",
	hangup: "hangup"
};
function nameNode(node) {
	return node === void 0 ? "a node" : `${NODE_WORDS$1[node.type]} ${quote$7(node.id)}`;
}
function spellKey(input) {
	const name = keyNameOf(input);
	return /^\w+$/.test(name) ? name : quote$7(name);
}
function spellPressed(input, all) {
	if (isKey(input)) return spellKey(input);
	if (input === "timeout") return "nothing";
	if (input !== "invalid") return void 0;
	return all.some(isKey) ? "another key" : "any key";
}
function joinSteps(pressed, verb, others) {
	const list = (words) => listWords(words, String, "or", MOST_INPUTS);
	return [...pressed.length === 0 ? [] : [`press ${list(pressed)}`], ...others.length === 0 ? [] : [`${verb} ${list(others)}`]].join(" or ");
}
function spellHandOver(inputs, node) {
	return `${joinSteps(inputs.filter(isKey).map(spellKey), "meet", inputs.filter((input) => !isKey(input)).map((input) => input === "default" ? "anything else" : quote$7(input)))} at ${nameNode(node)}`;
}
function spellStep(inputs, node, all) {
	if (arrivalOf(node) === "hands-over") return spellHandOver(inputs, node);
	if (all.length === inputs.length) return "press anything or nothing";
	const pressed = inputs.flatMap((input) => spellPressed(input, all) ?? []);
	const others = inputs.filter((input) => spellPressed(input, all) === void 0);
	const isRest = inputs.includes("invalid") || inputs.includes("timeout");
	return joinSteps(pressed, "match", others.flatMap((input) => input === "default" ? isRest ? [] : ["anything else"] : [quote$7(input)]));
}
function remarkOnKeys({ versions }, { from, inputs }) {
	if (from === void 0 || !inputs.every(isKey)) return "";
	const old = versions.before.rule.nodes[from.before];
	const now = versions.after.rule.nodes[from.after];
	const plural = inputs.length > 1;
	if (inputs.every((input) => !namesInput(old, input))) return plural ? " (new keys)" : " (a new key)";
	if (inputs.every((input) => !namesInput(now, input))) return plural ? " (no longer keys there)" : " (no longer a key there)";
	return "";
}
function stepsTo(place) {
	const steps = [];
	for (let at = place.cameBy; at !== void 0; at = at.from.cameBy) {
		steps.push(at);
		if (steps.length >= MOST_STEPS) return void 0;
	}
	return steps.toReversed();
}
function arrivalOf(node) {
	return node === void 0 ? void 0 : arrivalAt(node);
}
function spellCallers(comparison, difference) {
	const { from, inputs } = difference;
	if (from === void 0) return "all callers";
	const { nodes } = comparison.versions.before.rule;
	const spell = (given, at) => spellStep(given, nodes[at.before], inputsAt(comparison, at));
	const way = stepsTo(from);
	const isNamed = arrivalOf(nodes[from.before]) === "hands-over";
	return `callers who ${[...way === void 0 ? isNamed ? [] : [`come to ${nameNode(nodes[from.before])}`] : way.map((step) => spell([step.input], step.from)), spell(inputs, from)].map((text, index, list) => list[index - 1]?.startsWith("press ") === true ? text.replace(/^press /, "") : text).join(", then ")}${remarkOnKeys(comparison, difference)}`;
}
// src/simulate/describe-difference.ts
const MOST_PROMPTS = 4;
const quote$6 = (text) => JSON.stringify(text);
const HUNG_UP = {
	now: "are hung up on",
	instead: "being hung up on"
};
function spellFallback$1({ type, target }) {
	if (type === "hangup") return HUNG_UP;
	const name = target === void 0 ? "" : ` ${quote$6(target)}`;
	return type === "queue" ? {
		now: `reach the fallback queue${name}`,
		instead: `reaching the fallback queue${name}`
	} : {
		now: `are transferred to the fallback${name}`,
		instead: `being transferred to the fallback${name}`
	};
}
function nodeAt({ rule }, position) {
	return rule.nodes[position];
}
function isBackAt(difference, side) {
	for (let at = difference.from; at !== void 0; at = at.cameBy?.from) if (at[side] === difference[side].node) return true;
	return false;
}
function spellStop(version, stop, isBack) {
	const node = nodeAt(version, stop.node);
	const id = quote$6(node?.id ?? "");
	switch (stop.kind) {
		case "waits": return isBack ? {
			now: `come back to ${nameNode(node)}`,
			instead: `coming back to ${nameNode(node)}`
		} : {
			now: `come to ${nameNode(node)}`,
			instead: `coming to ${nameNode(node)}`
		};
		case "queue": return stop.passed.length === 0 ? {
			now: `stay in queue ${id}`,
			instead: `staying in queue ${id}`
		} : {
			now: `reach queue ${id}`,
			instead: `reaching queue ${id}`
		};
		case "transfer": return stop.passed.length === 0 ? {
			now: `stay at transfer ${id}`,
			instead: `staying at transfer ${id}`
		} : {
			now: `are transferred to ${id}`,
			instead: `being transferred to ${id}`
		};
		case "endless": return {
			now: `go round for ever at ${nameNode(node)}`,
			instead: `going round for ever at ${nameNode(node)}`
		};
		case "fallback": return spellFallback$1(version.rule.fallbackAction);
		default: return HUNG_UP;
	}
}
function spellAfter(version, stop) {
	const isHungUp = stop.kind === "hangup" || stop.kind === "fallback" && version.rule.fallbackAction.type === "hangup";
	const last = stop.passed.findLast((at) => nodeAt(version, at)?.type === "greeting");
	return isHungUp && last !== void 0 ? ` after ${nameNode(nodeAt(version, last))}` : "";
}
function comesBy(passed, stop, node) {
	const isPlace = stop.kind === "queue" || stop.kind === "transfer" || stop.kind === "waits";
	return node !== void 0 && (isPlace ? passed.slice(0, -1) : passed).includes(node);
}
function asksForKey(node) {
	return node?.transitions.some(({ condition }) => isKey(condition)) === true;
}
function sayNow(words) {
	return words.startsWith("are ") ? `are now ${words.slice(4)}` : `now ${words}`;
}
function describeEnd$2(comparison, difference) {
	const { versions, partners } = comparison;
	const { before, after } = difference;
	const old = spellStop(versions.before, before, isBackAt(difference, "before"));
	const now = spellStop(versions.after, after, isBackAt(difference, "after"));
	const [oldNode, nowNode] = [nodeAt(versions.before, before.node), nodeAt(versions.after, after.node)];
	const oldOf = before.passed.find((at) => partners.get(at) === after.node);
	if (after.kind === "waits" && comesBy(before.passed, before, oldOf)) return `${asksForKey(nowNode) ? "are now asked for a key" : "now wait"} at ${nameNode(nowNode)} instead of ${old.instead} at once`;
	if (before.kind === "waits" && comesBy(after.passed, after, partners.get(before.node))) return `${asksForKey(oldNode) ? "are no longer asked for a key" : "no longer wait"} at ${nameNode(oldNode)}: they ${now.now}${after.kind === "endless" ? "" : " at once"}`;
	const instead = before.kind === after.kind && (after.kind === "queue" || after.kind === "transfer") && before.passed.length > 0 ? quote$6(oldNode?.id ?? "") : old.instead;
	const [oldAfter, nowAfter] = [spellAfter(versions.before, before), spellAfter(versions.after, after)];
	return `${sayNow(now.now)}${nowAfter} instead of ${instead}${oldAfter}`;
}
function describeHeard({ versions }, { before, after }) {
	const [old, now] = cutCommon(heardBy(versions.before, before), heardBy(versions.after, after));
	const list = (assets) => listWords(assets, quote$6, "and", MOST_PROMPTS);
	const last = nodeAt(versions.after, after.node);
	const where = last === void 0 || after.passed.length === 0 ? "" : ` on the way to ${nameNode(last)}`;
	const place = before.passed.length === 1 && after.passed.length === 1 ? ` at ${nameNode(last)}` : where;
	if (now.length === 0) return `no longer hear ${list(old)}${place}`;
	if (old.length === 0) return `now also hear ${list(now)}${place}`;
	return `now hear ${list(now)} instead of ${list(old)}${place}`;
}
function isOfFallback({ kind, before, after }) {
	return kind === "end" && before.kind === "fallback" && after.kind === "fallback" && before.passed.length === 0;
}
function spellUnmatched(way, { inputs }) {
	return `callers for whom nothing matches${inputs.some((input) => input !== "default") ? `, such as ${way.replace(/^callers/, "those")},` : ""}`;
}
function describeDifference(comparison, difference) {
	const { kind, otherPlaces } = difference;
	const way = spellCallers(comparison, difference);
	return `${isOfFallback(difference) ? spellUnmatched(way, difference) : way} ${kind === "end" ? describeEnd$2(comparison, difference) : describeHeard(comparison, difference)}${otherPlaces === 0 || isOfFallback(difference) ? "" : ` (and so from ${otherPlaces} other ${otherPlaces === 1 ? "place" : "places"})`}`;
}
// src/simulate/describe-callers.ts
const MOST_SENTENCES = 10;
const MOST_NAMED$6 = 8;
const NOTHING_CHANGES = "nothing changes for callers";
function listUnreached({ versions, partners }) {
	const now = findReachable(versions.after);
	const nodes = [...findReachable(versions.before)].filter((node) => !now.has(partners.get(node) ?? -1)).toSorted((a, b) => a - b).flatMap((node) => versions.before.rule.nodes[node] ?? []);
	const isEnd = ({ type }) => type === "queue" || type === "transfer";
	const sorted = [...nodes.filter(isEnd), ...nodes.filter((node) => !isEnd(node))];
	if (sorted.length === 0) return [];
	return [`no longer reachable: ${listWords(sorted, nameNode, "and", MOST_NAMED$6)}`];
}
function cutSentences(sentences) {
	if (sentences.length <= MOST_SENTENCES) return [...sentences];
	const left = sentences.length - MOST_SENTENCES + 1;
	return [...sentences.slice(0, 9), `and ${left} more differences, not told here`];
}
function describeCallers(before, after, { diff = diffGraphs(before.nodes, after.nodes, canonicalCondition), budget = WALK_BUDGET } = {}) {
	const comparison = compareVersions(before, after, diff, budget);
	const { differences, isComplete } = comparison;
	const all = [...differences.slice(0, 11).map((difference) => describeDifference(comparison, difference)), ...differences.slice(11).map(() => "")];
	if (!isComplete) return [...all.length === 0 ? ["no change for callers found"] : cutSentences(all), "the rule is too large to be walked to its end, so there may be more"];
	if (all.length === 0) return [NOTHING_CHANGES];
	return [...cutSentences(all), ...listUnreached(comparison)];
}
// src/simulate/describe-rule-change.ts
const MOST_RULES = 4;
const quote$5 = (text) => JSON.stringify(text);
function nameRules(names) {
	return listWords(names, quote$5, "and", MOST_RULES);
}
function whyUnmet({ payload, status }, now) {
	if (status === "DRAFT") return "a draft";
	if (status === "INACTIVE") return "inactive";
	const window = windowOf(payload);
	if (isEmptyWindow(window)) return "never in force";
	return window.end <= now ? "over" : void 0;
}
const remembered = /* @__PURE__ */ new WeakMap();
function remember(rules) {
	const known = remembered.get(rules) ?? {
		inForce: /* @__PURE__ */ new Map(),
		met: /* @__PURE__ */ new Map()
	};
	remembered.set(rules, known);
	return known;
}
function namesInForce(rules, campaignId, at) {
	const { inForce } = remember(rules);
	const found = inForce.get(at) ?? new Set(rulesInForce(rules, campaignId, at).map(({ payload }) => payload.name));
	inForce.set(at, found);
	return found;
}
function listMet(rules, now) {
	const { met } = remember(rules);
	const found = met.get(now) ?? rules.filter((rule) => whyUnmet(rule, now) === void 0);
	met.set(now, found);
	return found;
}
function spellOthers({ payload }, { before, after, now }) {
	const { name, campaignId } = payload;
	const { start } = windowOf(payload);
	const inForce = (rulesOf, at) => namesInForce(rulesOf(campaignId), campaignId, at);
	const stay = inForce(after, Math.max(start, now));
	const until = start > now ? inForce(after, start - 1) : /* @__PURE__ */ new Set();
	const replaced = [...until.size > (until.has(name) ? 1 : 0) ? until : inForce(before, start > now ? start - 1 : now)].filter((other) => other !== name && !stay.has(other));
	const beside = [...stay].filter((other) => other !== name);
	return [replaced.length === 0 ? "" : `, replaces ${nameRules(replaced)}`, beside.length === 0 ? "" : `, beside ${nameRules(beside)}`].join("");
}
function spellStart(start, now) {
	return start > now ? spellDay(start) : "at once";
}
function describeAdded(rule, neighbours) {
	const { now } = neighbours;
	const campaign = `new rule for campaign ${quote$5(rule.payload.campaignId)}`;
	const why = whyUnmet(rule, now);
	if (why !== void 0) return `${campaign}, ${why}: no caller meets it${why === "a draft" ? " yet" : ""}`;
	const { start, end } = windowOf(rule.payload);
	const ends = Number.isFinite(end) ? ` and ends ${spellDay(end)}` : "";
	return `${campaign}, takes effect ${spellStart(start, now)}${ends}${spellOthers(rule, neighbours)}`;
}
function describeRemoved(rule, { after, now }) {
	const why = whyUnmet(rule, now);
	if (why !== void 0) return `removed: it was ${why}, so no caller met it${why === "over" ? " any more" : ""}`;
	const campaign = `campaign ${quote$5(rule.payload.campaignId)}`;
	const left = listMet(after(rule.payload.campaignId), now);
	if (left.length === 0) return `removed: ${campaign} is left without a rule`;
	const next = left.reduce((first, { payload }) => Math.min(first, windowOf(payload).start), Number.POSITIVE_INFINITY);
	return windowOf(rule.payload).start <= now && next > now ? `removed: ${campaign} is left without a rule until ${spellDay(next)}` : `removed: callers of ${campaign} are left with ${nameRules(left.map(({ payload }) => payload.name))}`;
}
function describeStatus(before, after, now) {
	const isSame = before.status === after.status;
	if (after.status === "ACTIVE") {
		const why = whyUnmet(after, now);
		if (why !== void 0) return [`${isSame ? "" : "becomes active, but "}is ${why}: no caller meets it`];
		return isSame ? [] : ["becomes active: callers meet this rule"];
	}
	if (after.status === "INACTIVE") return [isSame ? "is inactive: no caller meets it" : "becomes inactive: callers no longer meet this rule"];
	return [isSame ? "is a draft: no caller meets what changes here yet" : "becomes a draft: callers stay with what is live"];
}
function describeStart(before, after, neighbours) {
	const { now } = neighbours;
	const why = whyUnmet(after, now);
	if (why === "over" || why === "never in force") return [];
	const [old, start] = [before, after].map(({ payload }) => spellStart(windowOf(payload).start, now));
	const isMoved = before.payload.campaignId !== after.payload.campaignId;
	const others = why === void 0 && (isMoved || old !== start) ? spellOthers(after, neighbours) : "";
	if (old !== start) return [`takes effect ${start} instead of ${old}${others}`];
	return others === "" ? [] : [`takes effect ${start}${others}`];
}
function describeEnd$1(before, after) {
	const [old, now] = [windowOf(before.payload).end, windowOf(after.payload).end];
	if (old === now) return [];
	const was = Number.isFinite(old) ? spellDay(old) : "never";
	return [Number.isFinite(now) ? `ends ${spellDay(now)} instead of ${was}` : `no longer ends ${was}`];
}
function describeBoth(before, after, diff, neighbours) {
	const [old, now] = [before.payload, after.payload];
	const named = old.name === now.name ? [] : [`is now called ${quote$5(now.name)}, was ${quote$5(old.name)}`];
	const moved = old.campaignId === now.campaignId ? [] : [`moves from campaign ${quote$5(old.campaignId)} to ${quote$5(now.campaignId)}`];
	const status = describeStatus(before, after, neighbours.now);
	const when = [
		...moved,
		...describeStart(before, after, neighbours),
		...describeEnd$1(before, after)
	];
	const walked = describeCallers(old, now, diff === void 0 ? {} : { diff });
	const told = when.length > 0 || before.status !== after.status ? walked.filter((sentence) => sentence !== NOTHING_CHANGES) : walked;
	return [
		...named,
		...status,
		...told,
		...when
	];
}
function describeRuleChange({ before, after, diff }, neighbours) {
	if (after === void 0) return before === void 0 ? [] : [describeRemoved(before, neighbours)];
	return before === void 0 ? [describeAdded(after, neighbours)] : describeBoth(before, after, diff, neighbours);
}
// src/report/report-rules.ts
function groupByCampaign$1(rules) {
	const groups = groupBy(rules, ({ payload }) => payload.campaignId);
	return (campaignId) => groups.get(campaignId) ?? [];
}
function describeChange(rule, change, neighbours) {
	if (change === void 0 || change.kind === "unchanged") return {
		diff: void 0,
		callers: []
	};
	const before = change.before;
	const after = change.kind === "removed" ? void 0 : rule;
	const diff = before === void 0 || after === void 0 ? void 0 : diffGraphs(before.payload.nodes, after.payload.nodes, canonicalCondition);
	return {
		diff,
		callers: describeRuleChange({
			before,
			after,
			diff
		}, neighbours)
	};
}
function reportRules(subjects, changes, compute, now) {
	const changeOf = new Map(changes?.map((change) => [change.name, change]));
	const neighbours = {
		before: groupByCampaign$1((changes ?? []).flatMap(({ before }) => before ?? [])),
		after: groupByCampaign$1(subjects.map(({ rule }) => rule)),
		now
	};
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
			},
			...describeChange(rule, change, neighbours)
		};
	});
	const removed = (changes ?? []).flatMap((change) => {
		const { kind, before } = change;
		if (kind !== "removed" || before === void 0) return [];
		const was = {
			rule: before,
			figures: compute(before)
		};
		return [{
			...was,
			change: kind,
			before: was,
			...describeChange(before, change, neighbours)
		}];
	});
	const byName = (a, b) => compareCodePoints(a.rule.payload.name, b.rule.payload.name) || compareCodePoints(a.rule.path, b.rule.path);
	return [...present, ...removed].toSorted(byName);
}
function withoutUnreadable(changes, unreadable) {
	const isUnreadable = (path) => unreadable.some((place) => path === place || path.startsWith(`${place}/`));
	return changes.filter(({ kind, before }) => kind !== "removed" || !isUnreadable(before?.path ?? ""));
}
// src/report/report-base.ts
function reportBase(lint, about, findings, changes, unreadable = []) {
	const known = changes === void 0 ? void 0 : withoutUnreadable(changes, unreadable);
	return {
		environment: about.environment,
		commit: about.commit,
		details: [],
		maxDepth: about.maxDepth,
		files: lint.files,
		rules: reportRules(lint.subjects, known, (rule) => computeFigures(rule.payload.nodes), lint.now),
		unreadable,
		findings,
		suppressed: lint.suppressed,
		plan: void 0,
		now: lint.now,
		timelines: lint.timelines,
		pathTests: reportPathTests(lint.pathTests, lint.subjects),
		textOf: lint.textOf,
		repositoryUrl: about.repositoryUrl
	};
}
function unchecked(now) {
	return {
		files: 0,
		subjects: [],
		now,
		timelines: [],
		pathTests: [],
		findings: [],
		suppressed: [],
		textOf: () => void 0
	};
}
// src/report/report-checked.ts
function countSeverities(findings) {
	return `${count(countFindings(findings, "error"), "error")}, ${count(countFindings(findings, "warning"), "warning")}`;
}
function reportLint(checked, about, changes) {
	const { findings, suppressed, files } = checked.lint;
	const hidden = suppressed.length === 0 ? "" : `, ${count(suppressed.length, "finding")} suppressed`;
	const fails = hasFailingFinding(findings, about.failOn);
	return {
		...reportBase(checked.lint, about, findings, changes, checked.unreadable),
		command: "lint",
		result: fails ? "failed" : "passed",
		reason: fails ? "lint" : void 0,
		message: `${count(files, "rule file")} checked: ${countSeverities(findings)}${hidden}`
	};
}
const CHECKS_OF_TESTS = /* @__PURE__ */ new Set([
	"rule-files",
	"syntax",
	"duplicate-key",
	"schema",
	"window-ambiguous",
	PATH_TEST
]);
const NO_PATH_TESTS = "no path test is there, so nothing was tested: path tests are files that end in .test.json, and input rules must match them";
function describeTests({ pathTests }, findings) {
	if (pathTests === void 0) return findings.length === 0 ? NO_PATH_TESTS : countSeverities(findings);
	const remark = remarkOnPathTests(pathTests);
	return `${sumUpPathTests(pathTests)}${remark === "" ? "" : `; ${remark}`}`;
}
function reportTest(checked, about) {
	const findings = checked.lint.findings.filter(({ check }) => CHECKS_OF_TESTS.has(check));
	const base = reportBase(checked.lint, about, findings, void 0, checked.unreadable);
	const failOn = about.failOn === "never" ? "error" : about.failOn;
	const fails = (base.pathTests?.failed ?? 0) > 0 || hasFailingFinding(findings, failOn);
	return {
		...base,
		command: "test",
		result: fails ? "failed" : "passed",
		reason: fails ? "test" : void 0,
		message: describeTests(base, findings)
	};
}
// src/plan/deployed-state.ts
function flowIdOf(flows, name) {
	return Object.hasOwn(flows, name) ? flows[name] : void 0;
}
const NO_AUDIT_HEAD = "0".repeat(64);
const HASH = /^[0-9a-f]{64}$/;
const COMMIT$1 = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
function parsePayload(payload) {
	if (typeof payload !== "string") return payload;
	try {
		return JSON.parse(payload);
	} catch {
		return;
	}
}
function readFlows(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
	const entries = Object.entries(value);
	return entries.every(([, id]) => typeof id === "string") ? Object.fromEntries(entries) : void 0;
}
function readHeld(value) {
	if (!Array.isArray(value)) return void 0;
	const held = value.map((entry) => {
		const { name, payloadHash } = typeof entry === "object" && entry !== null ? entry : {};
		return typeof name === "string" && typeof payloadHash === "string" && HASH.test(payloadHash) ? {
			name,
			payloadHash
		} : void 0;
	});
	return held.every((entry) => entry !== void 0) ? held : void 0;
}
function sortHeld(held) {
	return held.toSorted((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.payloadHash, b.payloadHash));
}
function readRemovals(value) {
	if (value === void 0) return [];
	if (!Array.isArray(value) || !value.every((name) => typeof name === "string")) return void 0;
	return value.map((name) => ({
		name,
		payloadHash: ""
	}));
}
function writeDeployedState(state) {
	const held = state.held.filter(({ payloadHash }) => payloadHash !== "");
	const removals = state.held.filter(({ payloadHash }) => payloadHash === "").map(({ name }) => name);
	return {
		...state,
		held,
		...removals.length === 0 ? {} : { heldRemovals: removals }
	};
}
function readDeployedState(payload) {
	const value = parsePayload(payload);
	if (typeof value !== "object" || value === null) return void 0;
	const { schemaVersion, rulesetDigest, auditHead, previousSha, flows, held, heldRemovals } = value;
	const readableFlows = readFlows(flows);
	const readableHeld = readHeld(held);
	const removals = readRemovals(heldRemovals);
	if (schemaVersion !== 1 || readableFlows === void 0 || readableHeld === void 0 || removals === void 0) return void 0;
	if (typeof rulesetDigest !== "string" || !HASH.test(rulesetDigest)) return void 0;
	if (typeof auditHead !== "string" || !HASH.test(auditHead)) return void 0;
	return {
		schemaVersion,
		rulesetDigest,
		auditHead,
		previousSha: typeof previousSha === "string" && COMMIT$1.test(previousSha) ? previousSha : null,
		flows: readableFlows,
		held: sortHeld([...readableHeld, ...removals])
	};
}
// src/plan/holds.ts
function isHeld(held, name, payloadHash) {
	return held.some((entry) => entry.name === name && entry.payloadHash === payloadHash);
}
function holdsAfterDeploy(held, desired, releases, only) {
	const hashOf = new Map(desired.map((rule) => [rule.payload.name, rule.payloadHash]));
	const isSelected = (name) => only.length === 0 || only.includes(name);
	return held.filter(({ name, payloadHash }) => !isSelected(name) || !releases && (hashOf.get(name) ?? "") === payloadHash);
}
function holdKey({ name, payloadHash }) {
	return `${name}\n${payloadHash}`;
}
function joinHolds(holds, others) {
	return sortHeld([...new Map([...holds, ...others].map((entry) => [holdKey(entry), entry])).values()]);
}
function holdsAfterRollback(live, target, held, only, heldThere = []) {
	const isSelected = (name) => only.length === 0 || only.includes(name);
	const taken = compareRuleSets(live, target).flatMap(({ name, kind, before, after }) => {
		if (kind === "unchanged" || before !== void 0 && after !== void 0 && isSameVersion(before, after)) return [];
		const renamed = kind === "renamed" && before !== void 0 ? [{
			name: before.payload.name,
			payloadHash: before.payloadHash
		}] : [];
		return kind === "renamed" ? [...renamed, {
			name,
			payloadHash: ""
		}] : [{
			name,
			payloadHash: before?.payloadHash ?? ""
		}];
	});
	const targetHash = new Map(target.map((rule) => [rule.payload.name, rule.payloadHash]));
	const isTargets = (entry) => isSelected(entry.name) && (targetHash.get(entry.name) ?? "") === entry.payloadHash && !isHeld(heldThere, entry.name, entry.payloadHash);
	const added = [...taken, ...heldThere].filter(({ name }) => isSelected(name));
	return joinHolds(held.filter((entry) => !isTargets(entry)), added);
}
// src/commands/deploy/explain-holds.ts
const MOST_RECORDS = 100;
async function findHoldOrigins(github, environment, holds) {
	const origins = holds.map((hold) => ({
		hold,
		isDone: false
	}));
	let count = 0;
	for await (const { sha, createdAt, payload } of github.listRecords(environment)) {
		const state = readDeployedState(payload);
		if (state === void 0) continue;
		for (const entry of origins.filter(({ isDone }) => !isDone)) {
			const { name, payloadHash } = entry.hold;
			if (isHeld(state.held, name, payloadHash)) entry.origin = {
				sha,
				createdAt
			};
			else entry.isDone = entry.origin !== void 0;
		}
		if (origins.every(({ isDone }) => isDone) || ++count >= MOST_RECORDS) break;
	}
	return origins.map(({ origin }) => origin);
}
function spellOrigin(origin) {
	return origin === void 0 ? "a rollback" : `the rollback to ${origin.sha.slice(0, 12)} of ${origin.createdAt.slice(0, 10)}`;
}
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
// src/commands/records/record-history.ts
function placeOfRun({ record, runUrl }) {
	return runUrl === "" ? `deployment record ${record.id}` : runUrl;
}
function lockedBy(environment, other) {
	return new UserError("locked", `another run is deploying to environment ${JSON.stringify(environment)}: ${placeOfRun(other)}. Wait for it and run this again; the workflow's \`concurrency\` keeps runs apart. Whether a run is over can be told at once where the job has \`permissions: actions: read\`, else after 6 hours`);
}
const UNDER_WAY = /* @__PURE__ */ new Set([
	"in_progress",
	"queued",
	"pending"
]);
function hasSucceeded(states) {
	return states.some(({ state }) => state === "success");
}
function isUnsettled(state) {
	return UNDER_WAY.has(state) || state === "error";
}
async function readRecordHistory(github, environment) {
	const unsettled = [];
	let live;
	for await (const record of github.listRecords(environment)) {
		if (live !== void 0) return {
			live,
			unsettled,
			beforeLive: record
		};
		const states = await record.readStates();
		const state = readDeployedState(record.payload);
		if (state !== void 0 && hasSucceeded(states)) {
			live = {
				sha: record.sha,
				state
			};
			continue;
		}
		const [newest] = states;
		const runUrl = newest?.logUrl ?? "";
		if (newest !== void 0 && UNDER_WAY.has(newest.state)) unsettled.push({
			record,
			state: "in_progress",
			runUrl
		});
		if (newest?.state === "error") unsettled.push({
			record,
			state: "error",
			runUrl
		});
	}
	return {
		live,
		unsettled
	};
}
const LONGEST_RUN = 216e5;
function runIdOf(runUrl) {
	const id = Number(/\/actions\/runs\/(\d+)/.exec(runUrl)?.[1]);
	return Number.isSafeInteger(id) ? id : void 0;
}
async function hasRunEnded({ run, clock }, github, { record, state, runUrl }) {
	if (state === "error") return true;
	const runId = runIdOf(runUrl);
	if (runId !== void 0 && String(runId) === run.runId) return true;
	return (runId === void 0 ? void 0 : await github.isRunOver(runId)) ?? clock.now() - Date.parse(record.createdAt) > LONGEST_RUN;
}
// src/commands/session.ts
async function needGitHub(session) {
	const github = await session.openGitHub();
	if (github !== void 0) return github;
	throw new UserError("input", `command ${session.trigger.command} needs input github-token, and GITHUB_REPOSITORY in the environment`);
}
async function needTenant(session) {
	const opened = await session.openTenant();
	if (opened !== void 0) return opened;
	const { tenantUrl, clientId, clientSecret } = session.inputs;
	const missing = Object.entries({
		"tenant-url": tenantUrl,
		"client-id": clientId,
		"client-secret": clientSecret
	}).filter(([, value]) => value === "").map(([name]) => name);
	throw new UserError("input", `command ${session.trigger.command} needs the tenant, but ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} empty: set ${missing.length === 1 ? "it" : "them"}, or set tenant-url to simulator to try the action out`);
}
function aboutRun({ inputs, trigger, run }, commit = trigger.commit) {
	const { environment, maxDepth, failOn } = inputs;
	return {
		environment,
		maxDepth,
		failOn,
		commit,
		repositoryUrl: run.repositoryUrl
	};
}
function isRefusal(error) {
	return error instanceof UserError && (error.reason === "scope" || error.reason === "locked");
}
// src/schedule/find-gaps.ts
function findGaps(rules, now) {
	const gaps = [];
	let reached = rules[0]?.window.end ?? Number.POSITIVE_INFINITY;
	let last = [];
	let open;
	for (const { rule, window } of rules) {
		if (window.start > reached) {
			const before = [];
			if (window.start > now) gaps.push({
				span: {
					start: reached,
					end: window.start
				},
				after: last,
				before
			});
			open = {
				start: window.start,
				before
			};
		}
		if (open?.start === window.start) open.before.push(rule);
		if (window.end > reached || last.length === 0) last = [];
		if (window.end >= reached) last.push(rule);
		reached = Math.max(reached, window.end);
	}
	return gaps;
}
// src/schedule/in-force-list.ts
const NONE$1 = -1;
function makeInForceList(count) {
	const next = new Int32Array(count).fill(NONE$1);
	const previous = new Int32Array(count).fill(NONE$1);
	let [head, tail, size] = [
		NONE$1,
		NONE$1,
		0
	];
	return {
		size: () => size,
		add: (index) => {
			previous[index] = tail;
			next[index] = NONE$1;
			if (tail === NONE$1) head = index;
			else next[tail] = index;
			tail = index;
			size++;
		},
		remove: (index) => {
			const [before, after] = [previous[index] ?? NONE$1, next[index] ?? NONE$1];
			if (before === NONE$1) head = after;
			else next[before] = after;
			if (after === NONE$1) tail = before;
			else previous[after] = before;
			size--;
		},
		first: (most) => {
			const indices = [];
			for (let index = head; index !== NONE$1 && indices.length < most; index = next[index] ?? NONE$1) indices.push(index);
			return indices;
		}
	};
}
function listInForce(list, rules) {
	const listed = list.first(10).flatMap((index) => rules[index]?.rule ?? []);
	return {
		rules: listed,
		leftOut: list.size() - listed.length
	};
}
// src/schedule/sweep.ts
function overlapWith(rules, inForce, second, room) {
	return inForce.first(room).flatMap((index) => {
		const first = rules[index];
		if (first === void 0) return [];
		const end = Math.min(first.window.end, second.window.end);
		return [{
			first: first.rule,
			second: second.rule,
			span: {
				start: second.window.start,
				end
			}
		}];
	});
}
function sweepWindows(rules, now, mostOverlaps) {
	const endOf = (index) => rules[index]?.window.end ?? Number.POSITIVE_INFINITY;
	const byEnd = Array.from(rules, (_, index) => index).filter((index) => endOf(index) < Number.POSITIVE_INFINITY).toSorted((a, b) => endOf(a) - endOf(b));
	const inForce = makeInForceList(rules.length);
	const datedInForce = makeInForceList(rules.length);
	const overlaps = [];
	const changes = [];
	const bareEnds = [];
	let [begun, ended, overlapCount] = [
		0,
		0,
		0
	];
	const begin = (upTo) => {
		for (let rule = rules[begun]; rule !== void 0 && rule.window.start <= upTo; rule = rules[begun]) {
			if (!isAlways(rule.window)) {
				overlapCount += datedInForce.size();
				const room = mostOverlaps - overlaps.length;
				for (const overlap of overlapWith(rules, datedInForce, rule, room)) overlaps.push(overlap);
				datedInForce.add(begun);
			}
			inForce.add(begun++);
		}
	};
	const finish = (at) => {
		const from = ended;
		for (let index = byEnd[ended]; index !== void 0 && endOf(index) <= at; index = byEnd[ended]) {
			inForce.remove(index);
			datedInForce.remove(index);
			ended++;
		}
		return byEnd.slice(from, ended);
	};
	const nextInstant = () => Math.min(rules[begun]?.window.start ?? Number.POSITIVE_INFINITY, endOf(byEnd[ended] ?? -1));
	begin(now);
	const current = listInForce(inForce, rules);
	let before = current;
	for (let at = nextInstant(); at < Number.POSITIVE_INFINITY; at = nextInstant()) {
		const over = finish(at);
		begin(at);
		const after = listInForce(inForce, rules);
		changes.push({
			at,
			from: before,
			to: after
		});
		if (inForce.size() === 0) for (const index of over.toSorted((a, b) => a - b)) {
			const rule = rules[index]?.rule;
			if (rule !== void 0) bareEnds.push({
				rule,
				at
			});
		}
		before = after;
	}
	return {
		current,
		overlaps,
		overlapsLeftOut: overlapCount - overlaps.length,
		changes,
		bareEnds
	};
}
const DAY$2 = 864e5;
function groupByCampaign(rules) {
	return [...groupBy(rules, ({ rule }) => rule.payload.campaignId)].toSorted(([a], [b]) => compareCodePoints(a, b));
}
function makeTimeline(campaignId, rules, now, { soonDays = 14, mostOverlaps = 100 }) {
	const sorted = rules.toSorted(compareScheduled);
	const real = sorted.filter(({ window }) => !isEmptyWindow(window));
	const { bareEnds, ...sweep } = sweepWindows(real.filter(({ window }) => window.end > now), now, mostOverlaps);
	return {
		campaignId,
		rules: sorted,
		...sweep,
		undated: real.filter(({ window }) => isAlways(window)).map(({ rule }) => rule),
		gaps: findGaps(real, now),
		expired: real.filter(({ window }) => window.end <= now).map(({ rule }) => rule),
		expiringSoon: bareEnds.filter(({ at }) => at <= now + soonDays * DAY$2),
		neverInForce: sorted.filter(({ window }) => isEmptyWindow(window)).map(({ rule }) => rule)
	};
}
function makeTimelines(rules, now, options = {}) {
	return groupByCampaign(scheduleRules(rules)).map(([campaignId, group]) => makeTimeline(campaignId, group, now, options));
}
// src/schedule/name-rule.ts
function nameRule({ payload, path }) {
	return `${JSON.stringify(payload.name)} (${path})`;
}
// src/simulate/find-tested-rule.ts
const MOST_NAMED$5 = 10;
const quote$4 = (text) => JSON.stringify(text);
function indexRules(rules) {
	return {
		byName: groupBy(rules, ({ payload }) => payload.name),
		byCampaign: groupBy(rules, ({ payload }) => payload.campaignId)
	};
}
function listRules$1(rules) {
	const named = rules.slice(0, MOST_NAMED$5).map(nameRule);
	const more = rules.length - named.length;
	return named.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
function findByName(name, test, { byName }) {
	const [rule, ...others] = byName.get(name) ?? [];
	if (rule === void 0) return {
		kind: "problem",
		message: `no rule has the name ${quote$4(name)}${didYouMean(name, [...byName.keys()])}`,
		pointer: "/rule"
	};
	if (others.length > 0) return {
		kind: "problem",
		message: `several rules have the name ${quote$4(name)}: ${listRules$1([rule, ...others])}`,
		pointer: "/rule"
	};
	if (test.at === void 0 || isInWindow(windowOf(rule.payload), test.at)) return {
		kind: "rule",
		rule
	};
	return {
		kind: "no-rule",
		message: `the rule ${quote$4(name)} is not in force at ${new Date(test.at).toISOString()}`,
		pointer: `${test.pointer}/at`
	};
}
function findByCampaign(campaign, test, { byCampaign }, now) {
	const rules = byCampaign.get(campaign);
	if (rules === void 0) return {
		kind: "problem",
		message: `no rule is for the campaign ${quote$4(campaign)}${didYouMean(campaign, [...byCampaign.keys()])}`,
		pointer: "/campaign"
	};
	const at = test.at ?? now;
	const pointer = test.at === void 0 ? "/campaign" : `${test.pointer}/at`;
	const [rule, ...others] = rulesInForce(rules, campaign, at);
	const when = `for the campaign ${quote$4(campaign)} at ${new Date(at).toISOString()}`;
	if (rule === void 0) return {
		kind: "no-rule",
		message: `no rule is in force ${when}`,
		pointer
	};
	if (others.length === 0) return {
		kind: "rule",
		rule
	};
	return {
		kind: "problem",
		message: `which rule a caller meets is not sure: several are in force ${when}: ${listRules$1([rule, ...others])}`,
		pointer
	};
}
function findTestedRule(test, index, now) {
	return "rule" in test.of ? findByName(test.of.rule, test, index) : findByCampaign(test.of.campaign, test, index, now);
}
// src/simulate/describe-walk.ts
const MOST_TOLD$3 = 20;
const quote$3 = (text) => JSON.stringify(text);
function spellInput(input) {
	return /^[\w-]+$/.test(input) ? input : quote$3(input);
}
function describeFallback$1(end, from) {
	const { type, target } = end.action;
	const what = target === void 0 ? type : `${type}, target ${quote$3(target)}`;
	const why = {
		"dead-end": "which has no transitions",
		"no-match": `where nothing matches ${spellInput(end.input ?? "")}`,
		"undefined-target": "from where it was led to a node that does not exist"
	}[end.because];
	return `it ended in the fallback (${what}) after ${quote$3(from)}, ${why}`;
}
function describeEnd({ end, passed }) {
	if (end.in === "fallback") return describeFallback$1(end, passed.at(-1) ?? "");
	if (end.in === "no-rule") return "no rule was in force";
	if (end.in === "abandoned") return `the caller, out of inputs and silent once already, hung up at ${quote$3(end.at)}`;
	if (end.in !== "endless") return `it ended at ${quote$3(end.at)} (${end.in})`;
	return end.because === "loop" ? `it goes round for ever: it came to ${quote$3(end.at)} again without an input between` : `it was given up at ${quote$3(end.at)}, after more steps than are followed`;
}
function describeTaking(rule, step) {
	if (step.input === void 0) return "at once";
	const condition = rule.nodes[step.node]?.transitions[step.transition]?.condition ?? "";
	const told = step.isSilence === true ? "silence" : spellInput(step.input);
	return canonicalCondition(condition) === canonicalCondition(step.input) ? told : `${told} as ${spellInput(condition)}`;
}
function describeWay(rule, { passed, taken }) {
	const from = Math.max(0, taken.length - MOST_TOLD$3);
	const before = from === 0 ? "" : `after ${from} steps `;
	const steps = taken.slice(from).map((step, index) => {
		const target = rule.nodes[step.node]?.transitions[step.transition]?.target ?? "";
		return ` –${describeTaking(rule, step)}→ ${quote$3(passed[from + index + 1] ?? target)}`;
	});
	return `${before}${quote$3(passed[from] ?? "")}${steps.join("")}`;
}
// src/simulate/judge-walk.ts
const quote$2 = (text) => JSON.stringify(text);
const ENDINGS = {
	queue: "end in a queue",
	transfer: "end in a transfer",
	hangup: "end in a hangup",
	fallback: "end in the fallback",
	abandoned: "be abandoned by the caller"
};
function failAt(test, pointer, message) {
	return {
		check: PATH_TEST,
		path: test.path,
		message: `${quote$2(test.name)}: ${message}`,
		place: atValue(pointer)
	};
}
function firstMissing(wanted, came) {
	let from = 0;
	for (const [index, text] of wanted.entries()) {
		const found = came.indexOf(text, from);
		if (found < 0) return index;
		from = found + 1;
	}
	return -1;
}
function hintAt(text, known) {
	const meant = known.includes(text) ? void 0 : nearest(text, known);
	return meant === void 0 ? "" : ` (did you mean ${quote$2(meant)}?)`;
}
function judgeEnd({ test, rule, walk, happened }) {
	const { endsAt, endsIn } = test.expects;
	const failures = [];
	if (endsAt !== void 0 && endsAt !== walk.end.at) {
		const { target } = rule.fallbackAction;
		const known = [...rule.nodes.map(({ id }) => id), ...target === void 0 ? [] : [target]];
		const wanted = `expected the call to end at ${quote$2(endsAt)}${hintAt(endsAt, known)}`;
		failures.push(failAt(test, `${test.pointer}/endsAt`, `${wanted}, but ${happened()}`));
	}
	if (endsIn !== void 0 && endsIn !== walk.end.in) {
		const wanted = `expected the call to ${ENDINGS[endsIn]}`;
		failures.push(failAt(test, `${test.pointer}/endsIn`, `${wanted}, but ${happened()}`));
	}
	return failures;
}
function judgeOrder({ test, happened }, key, came, known) {
	const wanted = test.expects[key] ?? [];
	const missing = firstMissing(wanted, came);
	const text = wanted[missing];
	if (text === void 0) return [];
	const what = key === "passes" ? "the call to pass" : "the caller to hear";
	const before = wanted[missing - 1];
	const after = before === void 0 ? "" : ` after ${quote$2(before)}`;
	const heard = key === "passes" ? "" : ` Heard: ${came.map(quote$2).join(", ") || "nothing"}.`;
	const message = `expected ${what} ${quote$2(text)}${hintAt(text, known)}${after}, but ${happened()}${heard}`;
	return [failAt(test, `${test.pointer}/${key}${pointerStep(missing)}`, message)];
}
function judgeSteps({ test, walk, happened }) {
	const { maxSteps } = test.expects;
	const steps = walk.taken.length;
	if (maxSteps === void 0 || steps <= maxSteps) return [];
	const message = `expected at most ${maxSteps} ${maxSteps === 1 ? "step" : "steps"}, but it took ${steps}: ${happened()}`;
	return [failAt(test, `${test.pointer}/maxSteps`, message)];
}
function judgeLeftOver({ test, rule, walk, happened }) {
	const left = test.caller[walk.usedInputs];
	if (left === void 0) return [];
	const conditions = rule.nodes.flatMap(({ transitions }) => transitions.map(({ condition }) => condition));
	const hint = isCustom(left) ? hintAt(left, [...new Set(conditions)]) : "";
	const message = `the input ${quote$2(left)}${hint} was left over: ${happened()}`;
	return [failAt(test, `${test.pointer}/caller${pointerStep(walk.usedInputs)}`, message)];
}
function judgeWalk(test, rule, walk) {
	const happened = () => `${describeEnd(walk)}. The way: ${describeWay(rule, walk)}.`;
	if (walk.end.in === "endless") return [failAt(test, `${test.pointer}/caller`, `no end: ${happened()}`)];
	const judgement = {
		test,
		rule,
		walk,
		happened
	};
	const ids = rule.nodes.map(({ id }) => id);
	const media = rule.nodes.flatMap(({ mediaAssetId }) => mediaAssetId ?? []);
	return [
		...judgeEnd(judgement),
		...judgeOrder(judgement, "passes", walk.passed, ids),
		...judgeOrder(judgement, "hears", walk.heard, media),
		...judgeSteps(judgement),
		...judgeLeftOver(judgement)
	];
}
// src/simulate/walk-rule.ts
const STEP_LIMIT = 1e3;
function fallback({ fallbackAction }, from, because, input) {
	return {
		in: "fallback",
		at: fallbackAction.target ?? from,
		action: fallbackAction,
		because,
		...because === "no-match" && input !== void 0 ? { input } : {}
	};
}
function walkRule(rule, inputs, { stepLimit = STEP_LIMIT } = {}) {
	const indexOf = indexNodes(rule.nodes);
	const passed = [];
	const heard = [];
	const taken = [];
	let sinceInput = /* @__PURE__ */ new Set();
	let usedInputs = 0;
	let isSilent = false;
	let at = 0;
	const finish = (end) => ({
		passed,
		heard,
		taken,
		end,
		usedInputs
	});
	for (let node = rule.nodes[at]; node !== void 0; node = rule.nodes[at]) {
		passed.push(node.id);
		if (node.mediaAssetId !== void 0) heard.push(node.mediaAssetId);
		if (sinceInput.has(at)) return finish({
			in: "endless",
			at: node.id,
			because: "loop"
		});
		sinceInput.add(at);
		const told = inputs[usedInputs];
		const fallsSilent = told === void 0 && !isSilent && arrivalAt(node) === "waits";
		const input = fallsSilent ? TIMEOUT : told;
		const move = decideMove(node, input);
		if (fallsSilent) isSilent = true;
		if (move.kind === "end") return finish({
			in: endOf(node),
			at: node.id
		});
		if (move.kind === "wait") return finish({
			in: "abandoned",
			at: node.id
		});
		if (move.kind === "fallback") {
			if (move.because === "no-match" && !fallsSilent) usedInputs++;
			return finish(fallback(rule, node.id, move.because, input));
		}
		if (taken.length >= stepLimit) return finish({
			in: "endless",
			at: node.id,
			because: "step-limit"
		});
		taken.push({
			node: at,
			transition: move.transition,
			...move.takesInput && input !== void 0 ? { input } : {},
			...fallsSilent ? { isSilence: true } : {}
		});
		if (move.takesInput) {
			sinceInput = /* @__PURE__ */ new Set();
			if (!fallsSilent) usedInputs++;
		}
		const next = indexOf.get(node.transitions[move.transition]?.target ?? "");
		if (next === void 0) return finish(fallback(rule, node.id, "undefined-target"));
		at = next;
	}
	return finish(fallback(rule, "", "dead-end"));
}
function endOf({ type }) {
	return type === "queue" || type === "transfer" ? type : "hangup";
}
// src/simulate/run-path-tests.ts
function judgeNoRule(test, found) {
	const { endsAt, ...others } = test.expects;
	if (endsAt !== "no-rule") return [failAt(test, found.pointer, `expected a call, but ${found.message}`)];
	return Object.keys(others).map((key) => failAt(test, `${test.pointer}/${key}`, `${key} expects a call, but ${found.message}`));
}
function expectsNoRule(test) {
	return test.expects.endsAt === "no-rule" && ("campaign" in test.of || test.at !== void 0);
}
function failForRule(test, rule, now) {
	const message = `expected no rule to be in force at ${new Date(test.at ?? now).toISOString()}, but ${JSON.stringify(rule.payload.name)} (${rule.path}) is`;
	return failAt(test, `${test.pointer}/endsAt`, message);
}
function runOne(test, found, now) {
	const conclude = (failures) => ({
		test,
		passed: failures.length === 0,
		failures
	});
	if (found.kind === "problem") {
		const { message, pointer } = found;
		return conclude([{
			check: PATH_TEST,
			path: test.path,
			message,
			place: atValue(pointer)
		}]);
	}
	if (found.kind === "no-rule") return conclude(judgeNoRule(test, found));
	const { rule } = found;
	if (expectsNoRule(test)) return conclude([failForRule(test, rule, now)]);
	const walk = walkRule(rule.payload, test.caller);
	return {
		...conclude(judgeWalk(test, rule.payload, walk)),
		walked: {
			rule,
			walk
		}
	};
}
function runPathTests(tests, rules, now) {
	if (tests.length === 0) return [];
	const index = indexRules(rules);
	return tests.map((test) => runOne(test, findTestedRule(test, index, now), now));
}
function listFailures(results) {
	const seen = /* @__PURE__ */ new Set();
	return results.flatMap(({ failures }) => failures.filter(({ path, message, place }) => {
		const key = JSON.stringify([
			path,
			message,
			place
		]);
		const isNew = !seen.has(key);
		seen.add(key);
		return isNew;
	}));
}
// src/lint/checks/expired-suppression.ts
const expiredSuppression = {
	id: "expired-suppression",
	severity: "error",
	finds: "a suppression in the config file that is over, and so suppresses nothing",
	isNeverSuppressed: true
};
// src/lint/checks/unused-suppression.ts
const unusedSuppression = {
	id: "unused-suppression",
	severity: "warning",
	finds: "a suppression in the config file that speaks of no finding",
	isNeverSuppressed: true
};
// src/lint/suppress.ts
function indexByName(rules) {
	return groupBy(rules, ({ payload }) => payload.name);
}
function isExpired({ until }, now) {
	return now >= until;
}
function placeKey(path, node = "") {
	return `${node} ${path}`;
}
function placesOf({ rule, node }, rules) {
	const named = rules.get(rule) ?? [];
	if (node === void 0) return new Set(named.map(({ path }) => placeKey(path)));
	const nodes = named.flatMap(({ path, payload }) => payload.nodes.map(({ id }, index) => ({
		id,
		key: placeKey(path, `/nodes/${index}`)
	})));
	return new Set(nodes.filter(({ id }) => id === node).map(({ key }) => key));
}
function placesOfFinding({ path, pointer }) {
	const [node] = /^\/nodes\/\d+/.exec(pointer) ?? [];
	return [placeKey(path), ...node === void 0 ? [] : [placeKey(path, node)]];
}
function suppressFindings(findings, suppressions, rules) {
	const byCheck = groupBy(suppressions.map((suppression) => ({
		suppression,
		places: placesOf(suppression, rules)
	})), ({ suppression }) => suppression.check);
	const used = /* @__PURE__ */ new Set();
	const kept = [];
	const suppressed = [];
	for (const finding of findings) {
		const places = placesOfFinding(finding);
		const matching = (byCheck.get(finding.check) ?? []).filter((entry) => places.some((place) => entry.places.has(place)));
		for (const { suppression } of matching) used.add(suppression);
		const [first] = matching;
		if (first === void 0) kept.push(finding);
		else suppressed.push({
			finding,
			suppression: first.suppression
		});
	}
	return {
		kept,
		suppressed,
		used
	};
}
// src/lint/explain-suppressions.ts
const quote$1 = (text) => JSON.stringify(text);
function explainUnused({ check, rule, node }, { rules, isComplete, checks }, isOff) {
	if (!checks.has(check)) return {
		part: "/check",
		message: `there is no check ${quote$1(check)}${didYouMean(check, [...checks])}`
	};
	const named = rules.get(rule);
	if (named === void 0) {
		if (!isComplete) return void 0;
		return {
			part: "/rule",
			message: `no rule has the name ${quote$1(rule)}${didYouMean(rule, [...rules.keys()])}`
		};
	}
	const ids = named.flatMap(({ payload }) => payload.nodes.map(({ id }) => id));
	if (node !== void 0 && !ids.includes(node)) return {
		part: "/node",
		message: `rule ${quote$1(rule)} has no node ${quote$1(node)}${didYouMean(node, ids)}`
	};
	if (isOff) return {
		part: "",
		message: `check ${quote$1(check)} is off, so there is nothing to suppress`
	};
	const where = node === void 0 ? `rule ${quote$1(rule)}` : `node ${quote$1(node)} of rule ${quote$1(rule)}`;
	return {
		part: "",
		message: `check ${quote$1(check)} finds nothing in ${where}: remove this suppression`
	};
}
function tellExpired(path, { pointer, check, rule, expires }) {
	return {
		check: expiredSuppression.id,
		path,
		message: `this suppression of ${quote$1(check)} in rule ${quote$1(rule)} was valid until ${quote$1(expires)}: remove it, or give it a new reason and date`,
		place: atValue(`${pointer}/expires`)
	};
}
function explainSuppressions({ path, suppressions, severities }, used, scope) {
	return suppressions.flatMap((suppression) => {
		if (isExpired(suppression, scope.now)) return [tellExpired(path, suppression)];
		if (used.has(suppression)) return [];
		const unused = explainUnused(suppression, scope, severities.get(suppression.check) === "off");
		if (unused === void 0) return [];
		const place = atValue(suppression.pointer + unused.part);
		return [{
			check: unusedSuppression.id,
			path,
			message: unused.message,
			place
		}];
	});
}
// src/lint/place-problems.ts
function weighBy(checks, { severities }) {
	const ownOf = new Map(checks.map(({ id, severity }) => [id, severity]));
	return ({ check, severity: own }) => {
		const weight = severities.get(check) ?? ownOf.get(check) ?? "error";
		return weight === "off" || own === void 0 ? weight : milderSeverity(weight, own);
	};
}
function placeInFile(path, text, problems, weigh) {
	const ranges = locate(text, problems.map((problem) => problem.place));
	return problems.flatMap((problem, index) => {
		const severity = weigh(problem);
		if (severity === "off") return [];
		const range = ranges[index] ?? {
			line: 1,
			column: 1,
			endLine: 1,
			endColumn: 1
		};
		const pointer = "pointer" in problem.place ? problem.place.pointer : "";
		return [{
			check: problem.check,
			severity,
			path,
			...range,
			pointer,
			message: problem.message
		}];
	});
}
function placeProblems(problems, textOf, weigh) {
	return [...groupBy(problems, ({ path }) => path)].toSorted(([a], [b]) => compareCodePoints(a, b)).flatMap(([path, group]) => placeInFile(path, textOf(path), group, weigh));
}
// src/lint/describe-fallback.ts
function describeFallback({ type, target }) {
	if (type === "hangup") return "are hung up on";
	if (type === "queue") return target === void 0 ? "are sent to a queue that is not named" : `are sent to queue ${JSON.stringify(target)}`;
	return target === void 0 ? "are transferred without being told where to" : `are transferred to ${JSON.stringify(target)}`;
}
// src/lint/checks/dead-end.ts
const deadEnd = {
	id: "dead-end",
	severity: "info",
	finds: "a greeting or dtmf without transitions, after which callers get the fallback",
	lookAtRule: ({ rule, figures }) => {
		const { nodes, fallbackAction } = rule.payload;
		if (nodes.length === 1) return [];
		const problems = [];
		let lost;
		nodes.forEach((node, index) => {
			if (node.transitions.length > 0 || arrivalAt(node) !== "dead-end") return;
			lost ??= new Set(figures.unreachable);
			if (lost.has(index)) return;
			problems.push({
				check: "dead-end",
				path: rule.path,
				message: `after node ${JSON.stringify(node.id)} callers ${describeFallback(fallbackAction)}: it has no transitions, so the fallback follows`,
				place: atValue(`/nodes/${index}`)
			});
		});
		return problems;
	}
};
// src/lint/checks/duplicate-condition.ts
function mayRepeat(transitions) {
	let seen = 0;
	let own;
	let others = 0;
	for (const { condition } of transitions) {
		const bit = bitOf(condition);
		if ((seen & bit) !== 0 || condition === own) return true;
		seen |= bit;
		if (bit !== 0) continue;
		own = condition;
		others++;
	}
	return others > 2;
}
function explain$2(node, second, first, firstIndex) {
	const as = first.condition === second.condition ? "" : ` on ${JSON.stringify(first.condition)}, which means the same`;
	const what = `on ${JSON.stringify(second.condition)} node ${JSON.stringify(node)} leads to ${JSON.stringify(second.target)}`;
	return first.target === second.target ? `${what} twice: transitions[${firstIndex}] does so already${as}` : `${what}, but transitions[${firstIndex}] leads to ${JSON.stringify(first.target)} already${as}`;
}
function lookAtNode(node, path, pointer, problems) {
	const firstOf = /* @__PURE__ */ new Map();
	node.transitions.forEach((transition, index) => {
		const condition = canonicalCondition(transition.condition);
		const firstIndex = firstOf.get(condition);
		const first = firstIndex === void 0 ? void 0 : node.transitions[firstIndex];
		if (firstIndex === void 0 || first === void 0) {
			firstOf.set(condition, index);
			return;
		}
		const isHarmless = first.target === transition.target;
		problems.push({
			check: "duplicate-condition",
			path,
			message: explain$2(node.id, transition, first, firstIndex),
			place: atValue(`${pointer}/transitions/${index}${isHarmless ? "" : "/condition"}`),
			...isHarmless ? { severity: "warning" } : {}
		});
	});
}
const duplicateCondition = {
	id: "duplicate-condition",
	severity: "error",
	finds: "two transitions of one node with the same condition",
	lookAtRule: ({ rule }) => {
		const problems = [];
		rule.payload.nodes.forEach((node, index) => {
			if (node.transitions.length < 2 || node.type === "hangup" || !mayRepeat(node.transitions)) return;
			lookAtNode(node, rule.path, `/nodes/${index}`, problems);
		});
		return problems;
	}
};
// src/lint/checks/duplicate-key.ts
const duplicateKey = {
	id: "duplicate-key",
	severity: "error",
	finds: "a key that stands twice in one JSON object, of which a parser silently keeps one",
	isFixed: true
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
	isFixed: true,
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
// src/lint/checks/fallback-target.ts
const MISSING = {
	queue: "fallbackAction sends callers to a queue, but does not say to which: it has no target",
	transfer: "fallbackAction transfers callers, but does not say where to: it has no target"
};
const fallbackTarget = {
	id: "fallback-target",
	severity: "warning",
	finds: "a fallback to a queue or a transfer that does not say to which",
	lookAtRule: ({ rule }) => {
		const { type, target } = rule.payload.fallbackAction;
		if (type === "hangup" || target !== void 0) return [];
		return [{
			check: "fallback-target",
			path: rule.path,
			message: MISSING[type],
			place: atValue("/fallbackAction")
		}];
	}
};
// src/lint/checks/hearing-twice.ts
const NONE = -1;
function hasRepeatedAsset(nodes) {
	const seen = /* @__PURE__ */ new Set();
	for (const { mediaAssetId } of nodes) {
		if (mediaAssetId === void 0) continue;
		if (seen.has(mediaAssetId)) return true;
		seen.add(mediaAssetId);
	}
	return false;
}
function nodeAfter(node, index, { ids, rows, targets }) {
	if (arrivalAt(node) !== "goes-on") return NONE;
	const row = rows[index] ?? 0;
	const target = row < (rows[index + 1] ?? 0) ? targets[row] ?? NONE : NONE;
	return ids[target] === node.transitions[0]?.target ? target : NONE;
}
function findWays({ rule, figures }) {
	const { nodes } = rule.payload;
	const after = Int32Array.from(nodes, (node, index) => nodeAfter(node, index, figures.graph));
	for (const node of figures.unreachable) after[node] = NONE;
	const firstBefore = new Int32Array(nodes.length).fill(NONE);
	const nextBefore = new Int32Array(nodes.length).fill(NONE);
	for (let node = nodes.length - 1; node >= 0; node--) {
		const to = after[node] ?? NONE;
		if (to === NONE) continue;
		nextBefore[node] = firstBefore[to] ?? NONE;
		firstBefore[to] = node;
	}
	return {
		after,
		firstBefore,
		nextBefore
	};
}
function walkTree(root, { after, firstBefore, nextBefore }, enter, leave) {
	let node = root;
	enter(root);
	for (;;) {
		let next = firstBefore[node] ?? NONE;
		while (next === NONE) {
			leave(node);
			if (node === root) return;
			next = nextBefore[node] ?? NONE;
			node = after[node] ?? NONE;
		}
		node = next;
		enter(node);
	}
}
function findRepeats(nodes, ways) {
	const repeats = /* @__PURE__ */ new Map();
	const ahead = /* @__PURE__ */ new Map();
	const hidden = new Int32Array(nodes.length).fill(NONE);
	const enter = (node) => {
		const asset = nodes[node]?.mediaAssetId;
		if (asset === void 0) return;
		const again = ahead.get(asset) ?? NONE;
		hidden[node] = again;
		ahead.set(asset, node);
		if (again !== NONE) repeats.set(again, Math.min(node, repeats.get(again) ?? node));
	};
	const leave = (node) => {
		const asset = nodes[node]?.mediaAssetId;
		if (asset !== void 0) ahead.set(asset, hidden[node] ?? NONE);
	};
	nodes.forEach((_, node) => {
		if (ways.after[node] === NONE && ways.firstBefore[node] !== NONE) walkTree(node, ways, enter, leave);
	});
	return repeats;
}
const hearingTwice = {
	id: "hearing-twice",
	severity: "info",
	finds: "a media asset that callers hear twice with nothing to do in between",
	lookAtRule: (subject) => {
		const { nodes } = subject.rule.payload;
		if (!hasRepeatedAsset(nodes)) return [];
		return Array.from(findRepeats(nodes, findWays(subject)), ([second, first]) => {
			const spell = (node) => JSON.stringify(nodes[node]?.id ?? "");
			const asset = JSON.stringify(nodes[second]?.mediaAssetId ?? "");
			return {
				check: "hearing-twice",
				path: subject.rule.path,
				message: `callers hear ${asset} at node ${spell(first)} and once more at node ${spell(second)}, with nothing to do in between`,
				place: atValue(`/nodes/${second}/mediaAssetId`)
			};
		});
	}
};
// src/lint/checks/max-depth.ts
const MOST_NODES_SHOWN$1 = 40;
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
// src/lint/checks/menu-too-wide.ts
const menuTooWide = {
	id: "menu-too-wide",
	severity: "warning",
	finds: "a menu that offers more keys than callers keep in mind",
	lookAtRule: ({ rule }, { mostChoices }) => {
		const problems = [];
		rule.payload.nodes.forEach(({ id, type, transitions }, index) => {
			if (transitions.length <= mostChoices || type !== "dtmf" && type !== "greeting") return;
			const count = countKeys(bitsOf(transitions));
			if (count <= mostChoices) return;
			problems.push({
				check: "menu-too-wide",
				path: rule.path,
				message: `node ${JSON.stringify(id)} offers ${count} keys, more than callers keep in mind; the limit is ${mostChoices}`,
				place: atValue(`/nodes/${index}/transitions`)
			});
		});
		return problems;
	}
};
// src/lint/checks/no-input-handling.ts
const MOST_NAMED$4 = 4;
function explain$1({ id, type, transitions }) {
	if (type !== "dtmf" && type !== "greeting") return void 0;
	const bits = bitsOf(transitions);
	if (countKeys(bits) === 0) return void 0;
	const node = JSON.stringify(id);
	if (coversSilence(bits)) {
		if (coversOtherKeys(bits)) return void 0;
		return {
			who: `press another key at ${node}`,
			why: "it has neither invalid nor default"
		};
	}
	if (coversOtherKeys(bits)) return {
		who: `press nothing at ${node}`,
		why: "it has neither timeout nor default"
	};
	return {
		who: `press nothing or another key at ${node}`,
		why: "it has no timeout, no invalid and no default"
	};
}
function nameDoubt({ transitions }) {
	const own = transitions.map(({ condition }) => condition).filter(isCustom);
	if (own.length === 0) return "";
	return `; only the tenant knows whether ${listWords(own, (condition) => JSON.stringify(condition), "or", MOST_NAMED$4)} covers that`;
}
const noInputHandling = {
	id: "no-input-handling",
	severity: "info",
	finds: "a menu that does not say what happens to callers who press nothing, or another key",
	lookAtRule: ({ rule, figures }) => {
		const problems = [];
		let lost;
		rule.payload.nodes.forEach((node, index) => {
			const found = explain$1(node);
			if (found === void 0) return;
			lost ??= new Set(figures.unreachable);
			if (lost.has(index)) return;
			problems.push({
				check: "no-input-handling",
				path: rule.path,
				message: `callers who ${found.who} ${describeFallback(rule.payload.fallbackAction)}: ${found.why}${nameDoubt(node)}`,
				place: atValue(`/nodes/${index}/transitions`)
			});
		});
		return problems;
	}
};
// src/lint/checks/path-test.ts
const pathTest = {
	id: PATH_TEST,
	severity: "error",
	finds: "a path test that fails, or a path test file that cannot be read",
	isNeverSuppressed: true
};
// src/lint/checks/rule-files.ts
const ruleFiles = {
	id: "rule-files",
	severity: "error",
	isFixed: true,
	finds: "a place that input `rules` matches and that cannot be read as a file, or no rule file at all"
};
// src/lint/checks/schema.ts
const schema = {
	id: "schema",
	severity: "error",
	finds: "a document that does not have the shape of a rule",
	isFixed: true
};
// src/lint/checks/syntax.ts
const syntax = {
	id: "syntax",
	severity: "error",
	finds: "a file that is no JSON document in UTF-8",
	isFixed: true
};
// src/lint/checks/transitions-after-hangup.ts
const transitionsAfterHangup = {
	id: "transitions-after-hangup",
	severity: "error",
	finds: "a hangup with transitions, which no call can take",
	lookAtRule: ({ rule }) => {
		const problems = [];
		rule.payload.nodes.forEach(({ id, type, transitions }, index) => {
			if (type !== "hangup") return;
			const [first] = transitions;
			if (first === void 0) return;
			const what = transitions.length === 1 ? `the transition to ${JSON.stringify(first.target)} is` : `its ${transitions.length} transitions are`;
			problems.push({
				check: "transitions-after-hangup",
				path: rule.path,
				message: `node ${JSON.stringify(id)} hangs up, and the call is over: ${what} never taken`,
				place: atValue(`/nodes/${index}/transitions`)
			});
		});
		return problems;
	}
};
// src/lint/checks/trap.ts
const MOST_NODES_SHOWN = 20;
const NO_WAY_OUT = "no transition leads on to a hangup, a queue, a transfer or a last node";
const trap = {
	id: "trap",
	severity: "error",
	finds: "a loop from which no transition leads to an end of the call",
	lookAtRule: ({ rule, figures }) => figures.traps.map((loop) => {
		const { nodes, fallbackAction } = rule.payload;
		const members = loop.flatMap((node) => nodes[node] ?? []);
		const shown = members.slice(0, MOST_NODES_SHOWN).map(({ id }) => JSON.stringify(id));
		const more = loop.length > shown.length ? ` and ${loop.length - shown.length} more` : "";
		const fate = members.some(leadsToFallback) ? `go round until nothing matches what they do, and then ${describeFallback(fallbackAction)}` : "go round for ever";
		return {
			check: "trap",
			path: rule.path,
			message: `callers who come to ${shown.join(", ")}${more} ${fate}: ${NO_WAY_OUT}`,
			place: atValue(`/nodes/${loop[0] ?? 0}`)
		};
	})
};
// src/lint/checks/undefined-target.ts
const MOST_HINTS = 20;
const undefinedTarget = {
	id: "undefined-target",
	severity: "error",
	finds: "a transition to a node that does not exist",
	lookAtRule: ({ rule, figures }) => figures.undefinedTargets.map(({ node, transition, target }, index) => {
		const { id, transitions } = rule.payload.nodes[node] ?? {
			id: "",
			transitions: []
		};
		const condition = transitions[transition]?.condition ?? "";
		const hint = index < MOST_HINTS ? didYouMean(target, figures.graph.ids) : "";
		const what = target === "" ? "nowhere: its target is empty" : `to ${JSON.stringify(target)}, which no node has as its id`;
		return {
			check: "undefined-target",
			path: rule.path,
			message: `on ${JSON.stringify(condition)} node ${JSON.stringify(id)} leads ${what}${hint}`,
			place: atValue(`/nodes/${node}/transitions/${transition}/target`)
		};
	})
};
// src/lint/checks/unknown-key.ts
const MEANT = new Map([
	["#", "pound"],
	["hash", "pound"],
	["pound", "pound"],
	["sharp", "pound"],
	["square", "pound"],
	["*", "star"],
	["asterisk", "star"],
	["star", "star"],
	...[
		"zero",
		"one",
		"two",
		"three",
		"four",
		"five",
		"six",
		"seven",
		"eight",
		"nine"
	].flatMap((word, digit) => [[word, `${digit}`], [`${digit}`, `${digit}`]])
]);
const WORDS$1 = [...MEANT.keys()].filter((word) => word.length > 2);
function explain(key) {
	if (key === "") return "it names no key";
	if (/^[0-9*#]{2,}$/.test(key)) return `no telephone has a key ${JSON.stringify(key)}: callers press one key at a time`;
	const word = key.trim().toLowerCase();
	const meant = MEANT.get(word) ?? MEANT.get(nearest(word, WORDS$1) ?? "");
	const hint = meant === void 0 ? "" : `; did you mean "press_${meant}"?`;
	return `no telephone has a key ${JSON.stringify(key)}${hint}`;
}
function isUnknownKey({ condition }) {
	return isKey(condition) && bitOf(condition) === 0;
}
const unknownKey = {
	id: "unknown-key",
	severity: "warning",
	finds: "a transition on a key that no telephone has",
	lookAtRule: ({ rule }) => {
		const problems = [];
		rule.payload.nodes.forEach(({ id, type, transitions }, index) => {
			if (type === "hangup" || !transitions.some(isUnknownKey)) return;
			transitions.forEach((transition, position) => {
				if (!isUnknownKey(transition)) return;
				const { condition } = transition;
				const what = `no caller can take the transition on ${JSON.stringify(condition)} of node ${JSON.stringify(id)}`;
				problems.push({
					check: "unknown-key",
					path: rule.path,
					message: `${what}: ${explain(keyNameOf(condition))}`,
					place: atValue(`/nodes/${index}/transitions/${position}/condition`)
				});
			});
		});
		return problems;
	}
};
// src/lint/checks/unreachable-node.ts
const unreachableNode = {
	id: "unreachable-node",
	severity: "warning",
	finds: "a node that no way from the entry leads to",
	lookAtRule: ({ rule, figures }) => {
		if (figures.unreachable.length === 0) return [];
		const { ids } = figures.graph;
		const first = indexNodes(rule.payload.nodes);
		return figures.unreachable.filter((node) => first.get(ids[node] ?? "") === node).map((node) => ({
			check: "unreachable-node",
			path: rule.path,
			message: `no caller can reach node ${JSON.stringify(figures.graph.ids[node] ?? "")}: no way leads to it from the entry ${JSON.stringify(figures.graph.ids[0] ?? "")}`,
			place: atValue(`/nodes/${node}/id`)
		}));
	}
};
// src/lint/checks/window-ambiguous.ts
const windowAmbiguous = {
	id: "window-ambiguous",
	severity: "error",
	finds: "an effective or expiration date that is a local time without an offset",
	isFixed: true
};
// src/lint/checks/window-expired.ts
const windowExpired = {
	id: "window-expired",
	severity: "warning",
	finds: "an active rule whose window is over",
	lookAtTimelines: (timelines) => timelines.flatMap(({ expired }) => expired.map(({ path, payload }) => {
		return {
			check: "window-expired",
			path,
			message: `this rule expired at ${spellInstant(windowOf(payload).end)}: no caller meets it any more`,
			place: atValue("/expirationDate")
		};
	}))
};
// src/lint/checks/window-expires-soon.ts
const windowExpiresSoon = {
	id: "window-expires-soon",
	severity: "warning",
	finds: "an active rule that expires within 14 days and that no rule of its campaign follows",
	lookAtTimelines: (timelines, { soonDays }) => timelines.flatMap(({ campaignId, expiringSoon, gaps }) => {
		const gapStarts = new Set(gaps.map(({ span }) => span.start));
		return expiringSoon.filter(({ at }) => !gapStarts.has(at)).map(({ rule, at }) => {
			const message = `this rule expires at ${spellInstant(at)}, within ${soonDays} ${soonDays === 1 ? "day" : "days"}, and no rule of campaign ${JSON.stringify(campaignId)} follows`;
			return {
				check: "window-expires-soon",
				path: rule.path,
				message,
				place: atValue("/expirationDate")
			};
		});
	})
};
// src/lint/checks/window-gap.ts
const windowGap = {
	id: "window-gap",
	severity: "warning",
	finds: "a span between two windows of a campaign in which no rule is in force",
	lookAtTimelines: (timelines) => timelines.flatMap(({ campaignId, gaps }) => gaps.flatMap(({ span, after, before }) => {
		const [last] = after;
		const [next] = before;
		if (last === void 0 || next === void 0) return [];
		const message = `no rule of campaign ${JSON.stringify(campaignId)} is in force ${spellSpan(span)}, after ${nameRule(last)} and before this rule`;
		return [{
			check: "window-gap",
			path: next.path,
			message,
			place: atValue("/effectiveDate")
		}];
	}))
};
// src/lint/checks/window-inverted.ts
const windowInverted = {
	id: "window-inverted",
	severity: "error",
	finds: "a rule that expires when it becomes effective, or before, and so is never in force",
	lookAtRule: ({ rule }) => {
		const { effectiveDate, expirationDate } = rule.payload;
		if (effectiveDate === void 0 || expirationDate === void 0) return [];
		const window = windowOf(rule.payload);
		if (!isEmptyWindow(window)) return [];
		const [start, end] = [spellInstant(window.start), spellInstant(window.end)];
		const message = `${window.start === window.end ? `effectiveDate and expirationDate are one instant, ${start}` : `expirationDate ${end} is before effectiveDate ${start}`}: the rule is never in force`;
		return [{
			check: "window-inverted",
			path: rule.path,
			message,
			place: atValue("/expirationDate")
		}];
	}
};
// src/lint/checks/window-overlap.ts
const CHECK = "window-overlap";
const MOST_NAMED$3 = 5;
function listRules(rules) {
	const more = rules.length > MOST_NAMED$3 ? ` and ${rules.length - MOST_NAMED$3} more` : "";
	return rules.slice(0, MOST_NAMED$3).map(nameRule).join(", ") + more;
}
function beginningOf({ payload }) {
	return atValue(payload.effectiveDate === void 0 ? "/campaignId" : "/effectiveDate");
}
function tellOverlap({ first, second, span }) {
	const { path, payload } = second;
	const message = `this rule and ${nameRule(first)} are both in force ${spellSpan(span)}, and a caller of campaign ${JSON.stringify(payload.campaignId)} can meet one only`;
	return {
		check: CHECK,
		path,
		message,
		place: beginningOf(second)
	};
}
function tellPairs({ overlaps }) {
	return overlaps.filter(({ first, second }) => first.payload.name !== second.payload.name).map(tellOverlap);
}
function tellUndated({ campaignId, undated }) {
	const named = [...new Map(undated.map((rule) => [rule.payload.name, rule])).values()];
	const second = named[1];
	if (second === void 0) return [];
	const message = `campaign ${JSON.stringify(campaignId)} has ${named.length} rules that are always in force, and nothing says which of them a caller meets: ${listRules(named)}`;
	return [{
		check: CHECK,
		path: second.path,
		message,
		place: atValue("/campaignId"),
		severity: "warning"
	}];
}
function tellExceptions({ rules, undated, expired, neverInForce }) {
	const isOver = /* @__PURE__ */ new Set([...expired, ...neverInForce]);
	return rules.flatMap(({ rule, window }) => {
		if (isAlways(window) || isOver.has(rule)) return [];
		const others = undated.filter(({ payload }) => payload.name !== rule.payload.name);
		if (others.length === 0) return [];
		const message = `this rule is in force ${spellSpan(window)} beside what is always in force, ${listRules(others)}: whether callers then meet this rule only the tenant knows`;
		return [{
			check: CHECK,
			path: rule.path,
			message,
			place: beginningOf(rule),
			severity: "warning"
		}];
	});
}
function tellLeftOut$1({ campaignId, rules, overlapsLeftOut }) {
	const [first] = rules;
	if (overlapsLeftOut === 0 || first === void 0) return [];
	const message = `campaign ${JSON.stringify(campaignId)} has ${overlapsLeftOut} more overlaps, which are not listed`;
	return [{
		check: CHECK,
		path: first.rule.path,
		message,
		place: atValue("/campaignId")
	}];
}
// src/lint/registry.ts
const CHECKS = [
	deadEnd,
	duplicateCondition,
	duplicateKey,
	duplicateNodeId,
	duplicateRuleName,
	expiredSuppression,
	fallbackTarget,
	hearingTwice,
	maxDepth,
	menuTooWide,
	noInputHandling,
	pathTest,
	ruleFiles,
	schema,
	syntax,
	transitionsAfterHangup,
	trap,
	undefinedTarget,
	unknownKey,
	unreachableNode,
	unusedSuppression,
	windowAmbiguous,
	windowExpired,
	windowExpiresSoon,
	windowGap,
	windowInverted,
	{
		id: CHECK,
		severity: "error",
		finds: "two active rules of one campaign that are in force at the same time",
		lookAtTimelines: (timelines) => timelines.flatMap((timeline) => [
			...tellPairs(timeline),
			...tellLeftOut$1(timeline),
			...tellUndated(timeline),
			...tellExceptions(timeline)
		])
	}
];
// src/lint/lint-rules.ts
function lookAtRules(rules, settings) {
	const looks = CHECKS.flatMap(({ lookAtRule }) => lookAtRule ?? []);
	const problems = [];
	return {
		subjects: rules.map((rule) => {
			const subject = {
				rule,
				figures: computeFigures(rule.payload.nodes)
			};
			for (const look of looks) for (const problem of look(subject, settings)) problems.push(problem);
			return subject;
		}),
		problems
	};
}
function lookAtAllRules(subjects, timelines, settings) {
	return CHECKS.flatMap(({ lookAtAll, lookAtTimelines }) => [...lookAtAll?.(subjects, settings) ?? [], ...lookAtTimelines?.(timelines, settings) ?? []]);
}
function lintRules(input, settings) {
	const { rules, written = rules.rules, pathTests, config } = input;
	const { subjects, problems: ofRules } = lookAtRules(rules.rules, settings);
	const timelines = makeTimelines(rules.rules, settings.now, settings);
	const results = runPathTests(pathTests.tests, written, settings.now);
	const problems = [
		input.problems ?? [],
		rules.problems,
		pathTests.problems,
		listFailures(results),
		ofRules,
		lookAtAllRules(subjects, timelines, settings)
	].flat();
	const textOf = (path) => rules.textOf(path) ?? pathTests.textOf(path) ?? (path === config.path ? config.text : void 0);
	const weigh = weighBy(CHECKS, config);
	const byName = indexByName(rules.rules);
	const { kept, suppressed, used } = suppressFindings(placeProblems(problems, (path) => textOf(path) ?? "", weigh), config.suppressions.filter((suppression) => !isExpired(suppression, settings.now)), byName);
	const stale = explainSuppressions(config, used, {
		rules: byName,
		isComplete: rules.problems.length === 0,
		checks: new Set(CHECKS.map(({ id }) => id)),
		now: settings.now
	});
	const findings = [...kept, ...placeProblems(stale, () => config.text, weigh)];
	return {
		files: rules.files.length,
		subjects,
		now: settings.now,
		timelines,
		pathTests: results,
		findings: findings.toSorted(compareFindings),
		suppressed: suppressed.toSorted((a, b) => compareFindings(a.finding, b.finding)),
		textOf
	};
}
// src/rules/explain-schema.ts
const KNOWN_KEYS = {
	rule: [
		"$schema",
		"name",
		"campaignId",
		"nodes",
		"fallbackAction",
		"effectiveDate",
		"expirationDate",
		"status"
	],
	node: [
		"id",
		"type",
		"mediaAssetId",
		"transitions"
	],
	transition: ["condition", "target"],
	fallback: ["type", "target"]
};
function kindOfObject(pointer) {
	if (pointer === "") return "rule";
	if (pointer === "/fallbackAction") return "fallback";
	return pointer.includes("/transitions/") ? "transition" : "node";
}
const ARTICLES = {
	string: "a text in quotes",
	array: "a list",
	object: "an object"
};
function listAlternatives(values) {
	return values.map((value) => JSON.stringify(value)).join(", ");
}
function explainMissing$1(pointer, key) {
	const why = key === "mediaAssetId" ? ": a greeting needs one" : "";
	return `${spellPointer(pointer + pointerStep(key))} is missing${why}`;
}
function absentKeys(pointer, root) {
	const value = valueAt(root, pointer);
	const known = KNOWN_KEYS[kindOfObject(pointer)] ?? [];
	return typeof value === "object" && value !== null ? known.filter((key) => !Object.hasOwn(value, key)) : known;
}
function pairKeys(absent, missing, unknown) {
	const pairs = /* @__PURE__ */ new Map();
	const open = new Set(missing);
	const unlike = [];
	for (const key of unknown) {
		const meant = nearest(key, absent);
		if (meant === void 0) unlike.push(key);
		else if (open.delete(meant)) pairs.set(key, meant);
	}
	const [key, meant] = [unlike[0], [...open][0]];
	if (unlike.length === 1 && open.size === 1 && key !== void 0 && meant !== void 0) pairs.set(key, meant);
	return pairs;
}
function findRenamed(errors, root) {
	const keysOf = (keyword, parameter) => {
		const keys = /* @__PURE__ */ new Map();
		for (const error of errors) {
			if (error.keyword !== keyword) continue;
			const known = keys.get(error.instancePath) ?? /* @__PURE__ */ new Set();
			keys.set(error.instancePath, known.add(String(error.params[parameter])));
		}
		return keys;
	};
	const unknown = keysOf("additionalProperties", "additionalProperty");
	const missing = keysOf("required", "missingProperty");
	return new Map([...missing].map(([pointer, keys]) => {
		return [pointer, pairKeys(absentKeys(pointer, root), keys, [...unknown.get(pointer) ?? []])];
	}));
}
function explainUnknown$1(pointer, key, root, renamed) {
	const known = KNOWN_KEYS[kindOfObject(pointer)] ?? [];
	const meant = renamed?.get(key) ?? nearest(key, absentKeys(pointer, root));
	return explainUnknownKey(pointer === "" ? "a rule" : spellPointer(pointer), pointer, key, known, meant);
}
function explainOne$1(error, root, renamed) {
	const pointer = error.instancePath;
	const where = pointer === "" ? "the rule" : spellPointer(pointer);
	const params = error.params;
	switch (error.keyword) {
		case "if": return;
		case "required": {
			const key = String(params.missingProperty);
			if (renamed !== void 0 && [...renamed.values()].includes(key)) return void 0;
			return {
				message: explainMissing$1(pointer, key),
				place: atValue(pointer)
			};
		}
		case "additionalProperties": return explainUnknown$1(pointer, String(params.additionalProperty), root, renamed);
		case "type": return {
			message: `${where} must be ${ARTICLES[String(params.type)] ?? String(params.type)}, not ${describeKind(valueAt(root, pointer))}`,
			place: atValue(pointer)
		};
		case "enum": {
			const allowed = params.allowedValues;
			const value = valueAt(root, pointer);
			const hint = typeof value === "string" ? didYouMean(value, allowed.map(String)) : "";
			return {
				message: `${where} must be one of ${listAlternatives(allowed)}${hint}`,
				place: atValue(pointer)
			};
		}
		case "minItems": return {
			message: `${where} is empty: a rule needs at least one node, the entry`,
			place: atValue(pointer)
		};
		case "minLength": return {
			message: `${where} is empty`,
			place: atValue(pointer)
		};
		default: return {
			message: `${where} ${error.message ?? "does not fit the schema"}`,
			place: atValue(pointer)
		};
	}
}
function explainSchemaErrors(errors, root) {
	const seen = /* @__PURE__ */ new Set();
	const renamed = findRenamed(errors, root);
	return errors.flatMap((error) => {
		const problem = explainOne$1(error, root, renamed.get(error.instancePath));
		if (problem === void 0) return [];
		const key = `${JSON.stringify(problem.place)} ${problem.message}`;
		if (seen.has(key)) return [];
		seen.add(key);
		return [problem];
	});
}
// src/rules/make-payload.ts
function makeNode(node) {
	const transitions = (node.transitions ?? []).map(({ condition, target }) => ({
		condition,
		target
	}));
	const { id, type, mediaAssetId } = node;
	return typeof mediaAssetId === "string" ? {
		id,
		type,
		transitions,
		mediaAssetId
	} : {
		id,
		type,
		transitions
	};
}
function makeFallback(action) {
	return typeof action.target === "string" ? {
		type: action.type,
		target: action.target
	} : { type: action.type };
}
function writeDate(text) {
	const date = readDateTime(text);
	if (date.kind === "instant") return date.iso;
	const time = Date.parse(date.kind === "no-offset" ? `${text}Z` : text);
	return Number.isNaN(time) ? text : new Date(time).toISOString();
}
function makePayload(rule) {
	return {
		name: rule.name,
		campaignId: rule.campaignId,
		nodes: rule.nodes.map(makeNode),
		fallbackAction: makeFallback(rule.fallbackAction),
		...typeof rule.effectiveDate === "string" ? { effectiveDate: writeDate(rule.effectiveDate) } : {},
		...typeof rule.expirationDate === "string" ? { expirationDate: writeDate(rule.expirationDate) } : {}
	};
}
// src/rules/make-rule.ts
function makeRule(path, payload, status) {
	let hash;
	return {
		path,
		payload,
		status,
		get payloadHash() {
			return hash ??= hashPayload(payload);
		}
	};
}
// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));
// src/rules/validate-rule.generated.js
var import_ucs2length = /* @__PURE__ */ __toESM(require_ucs2length(), 1);
const commonJs$2 = (m) => m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : m.default ?? m;
const append = (list, more) => {
	for (const one of more) list.push(one);
	return list;
};
const validate$2 = validate10$2;
const schema11$1 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "rule.schema.json",
	"title": "RuleFile",
	"description": "One routing rule: what the callers of a campaign hear, and where they end.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"name",
		"campaignId",
		"nodes",
		"fallbackAction"
	],
	"properties": {
		"$schema": {
			"type": "string",
			"description": "For editors; never deployed and never hashed."
		},
		"name": {
			"type": "string",
			"minLength": 1,
			"description": "The rule's identity. No two files may share it."
		},
		"campaignId": {
			"type": "string",
			"minLength": 1,
			"description": "The campaign whose callers meet this rule."
		},
		"nodes": {
			"type": "array",
			"minItems": 1,
			"description": "The first node is the entry.",
			"items": { "$ref": "#/definitions/RuleNode" }
		},
		"fallbackAction": { "$ref": "#/definitions/FallbackAction" },
		"effectiveDate": {
			"type": "string",
			"format": "date-time",
			"description": "In force from this instant. ISO 8601 with an offset or Z."
		},
		"expirationDate": {
			"type": "string",
			"format": "date-time",
			"description": "In force up to, not at, this instant. ISO 8601 with an offset or Z."
		},
		"status": {
			"enum": [
				"DRAFT",
				"ACTIVE",
				"INACTIVE"
			],
			"description": "Desired state. ACTIVE (the default): deployed and activated. INACTIVE: deployed and kept inactive. DRAFT: staged, not activated."
		}
	},
	"definitions": {
		"RuleNode": {
			"type": "object",
			"additionalProperties": false,
			"required": ["id", "type"],
			"properties": {
				"id": {
					"type": "string",
					"minLength": 1
				},
				"type": { "enum": [
					"greeting",
					"dtmf",
					"transfer",
					"queue",
					"hangup"
				] },
				"mediaAssetId": {
					"type": "string",
					"minLength": 1,
					"description": "The prompt that is played. A greeting needs one."
				},
				"transitions": {
					"type": "array",
					"default": [],
					"items": { "$ref": "#/definitions/Transition" }
				}
			},
			"if": {
				"type": "object",
				"required": ["type"],
				"properties": { "type": { "const": "greeting" } }
			},
			"then": {
				"type": "object",
				"required": ["mediaAssetId"],
				"properties": { "mediaAssetId": {} }
			}
		},
		"Transition": {
			"type": "object",
			"additionalProperties": false,
			"required": ["condition", "target"],
			"properties": {
				"condition": {
					"type": "string",
					"minLength": 1,
					"description": "press_0 to press_9, press_star, press_pound, timeout, invalid, default, or a condition of the tenant's own."
				},
				"target": {
					"type": "string",
					"description": "The id of the node that comes next."
				}
			}
		},
		"FallbackAction": {
			"type": "object",
			"additionalProperties": false,
			"required": ["type"],
			"description": "What a caller gets for whom nothing matches.",
			"properties": {
				"type": { "enum": [
					"hangup",
					"queue",
					"transfer"
				] },
				"target": {
					"type": "string",
					"minLength": 1
				}
			}
		}
	}
};
const schema14 = {
	"type": "object",
	"additionalProperties": false,
	"required": ["type"],
	"description": "What a caller gets for whom nothing matches.",
	"properties": {
		"type": { "enum": [
			"hangup",
			"queue",
			"transfer"
		] },
		"target": {
			"type": "string",
			"minLength": 1
		}
	}
};
const func2$2 = commonJs$2(import_ucs2length).default;
const schema12 = {
	"type": "object",
	"additionalProperties": false,
	"required": ["id", "type"],
	"properties": {
		"id": {
			"type": "string",
			"minLength": 1
		},
		"type": { "enum": [
			"greeting",
			"dtmf",
			"transfer",
			"queue",
			"hangup"
		] },
		"mediaAssetId": {
			"type": "string",
			"minLength": 1,
			"description": "The prompt that is played. A greeting needs one."
		},
		"transitions": {
			"type": "array",
			"default": [],
			"items": { "$ref": "#/definitions/Transition" }
		}
	},
	"if": {
		"type": "object",
		"required": ["type"],
		"properties": { "type": { "const": "greeting" } }
	},
	"then": {
		"type": "object",
		"required": ["mediaAssetId"],
		"properties": { "mediaAssetId": {} }
	}
};
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	if (errors === _errs2) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type") {
				const err0 = {};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			} else if (data.type !== void 0) {
				if ("greeting" !== data.type) {
					const err1 = {};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			}
		} else {
			const err2 = {};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.mediaAssetId === void 0) {
				const err3 = {
					instancePath,
					schemaPath: "#/then/required",
					keyword: "required",
					params: { missingProperty: "mediaAssetId" },
					message: "must have required property 'mediaAssetId'"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		} else {
			const err4 = {
				instancePath,
				schemaPath: "#/then/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		var _valid0 = _errs5 === errors;
		valid0 = _valid0;
	}
	if (!valid0) {
		const err5 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema"
		};
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" },
				message: "must have required property 'id'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.type === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "type" },
				message: "must have required property 'type'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "id" || key0 === "type" || key0 === "mediaAssetId" || key0 === "transitions")) {
			const err8 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.id !== void 0) {
			let data1 = data.id;
			if (typeof data1 === "string") {
				if (func2$2(data1) < 1) {
					const err9 = {
						instancePath: instancePath + "/id",
						schemaPath: "#/properties/id/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.type !== void 0) {
			let data2 = data.type;
			if (!(data2 === "greeting" || data2 === "dtmf" || data2 === "transfer" || data2 === "queue" || data2 === "hangup")) {
				const err11 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/enum",
					keyword: "enum",
					params: { allowedValues: schema12.properties.type.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.mediaAssetId !== void 0) {
			let data3 = data.mediaAssetId;
			if (typeof data3 === "string") {
				if (func2$2(data3) < 1) {
					const err12 = {
						instancePath: instancePath + "/mediaAssetId",
						schemaPath: "#/properties/mediaAssetId/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
			} else {
				const err13 = {
					instancePath: instancePath + "/mediaAssetId",
					schemaPath: "#/properties/mediaAssetId/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.transitions !== void 0) {
			let data4 = data.transitions;
			if (Array.isArray(data4)) {
				const len0 = data4.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data5 = data4[i0];
					if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
						if (data5.condition === void 0) {
							const err14 = {
								instancePath: instancePath + "/transitions/" + i0,
								schemaPath: "#/definitions/Transition/required",
								keyword: "required",
								params: { missingProperty: "condition" },
								message: "must have required property 'condition'"
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
						if (data5.target === void 0) {
							const err15 = {
								instancePath: instancePath + "/transitions/" + i0,
								schemaPath: "#/definitions/Transition/required",
								keyword: "required",
								params: { missingProperty: "target" },
								message: "must have required property 'target'"
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
						for (const key1 in data5) if (!(key1 === "condition" || key1 === "target")) {
							const err16 = {
								instancePath: instancePath + "/transitions/" + i0,
								schemaPath: "#/definitions/Transition/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
						if (data5.condition !== void 0) {
							let data6 = data5.condition;
							if (typeof data6 === "string") {
								if (func2$2(data6) < 1) {
									const err17 = {
										instancePath: instancePath + "/transitions/" + i0 + "/condition",
										schemaPath: "#/definitions/Transition/properties/condition/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters"
									};
									if (vErrors === null) vErrors = [err17];
									else vErrors.push(err17);
									errors++;
								}
							} else {
								const err18 = {
									instancePath: instancePath + "/transitions/" + i0 + "/condition",
									schemaPath: "#/definitions/Transition/properties/condition/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err18];
								else vErrors.push(err18);
								errors++;
							}
						}
						if (data5.target !== void 0) {
							if (typeof data5.target !== "string") {
								const err19 = {
									instancePath: instancePath + "/transitions/" + i0 + "/target",
									schemaPath: "#/definitions/Transition/properties/target/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err19];
								else vErrors.push(err19);
								errors++;
							}
						}
					} else {
						const err20 = {
							instancePath: instancePath + "/transitions/" + i0,
							schemaPath: "#/definitions/Transition/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/transitions",
					schemaPath: "#/properties/transitions/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
	} else {
		const err22 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err22];
		else vErrors.push(err22);
		errors++;
	}
	validate11.errors = vErrors;
	return errors === 0;
}
function validate10$2(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.name === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "name" },
				message: "must have required property 'name'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.campaignId === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "campaignId" },
				message: "must have required property 'campaignId'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.nodes === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "nodes" },
				message: "must have required property 'nodes'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.fallbackAction === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "fallbackAction" },
				message: "must have required property 'fallbackAction'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "$schema" || key0 === "name" || key0 === "campaignId" || key0 === "nodes" || key0 === "fallbackAction" || key0 === "effectiveDate" || key0 === "expirationDate" || key0 === "status")) {
			const err4 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.$schema !== void 0) {
			if (typeof data.$schema !== "string") {
				const err5 = {
					instancePath: instancePath + "/$schema",
					schemaPath: "#/properties/%24schema/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.name !== void 0) {
			let data1 = data.name;
			if (typeof data1 === "string") {
				if (func2$2(data1) < 1) {
					const err6 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/name",
					schemaPath: "#/properties/name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.campaignId !== void 0) {
			let data2 = data.campaignId;
			if (typeof data2 === "string") {
				if (func2$2(data2) < 1) {
					const err8 = {
						instancePath: instancePath + "/campaignId",
						schemaPath: "#/properties/campaignId/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/campaignId",
					schemaPath: "#/properties/campaignId/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.nodes !== void 0) {
			let data3 = data.nodes;
			if (Array.isArray(data3)) {
				if (data3.length < 1) {
					const err10 = {
						instancePath: instancePath + "/nodes",
						schemaPath: "#/properties/nodes/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				const len0 = data3.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate11(data3[i0], {
					instancePath: instancePath + "/nodes/" + i0,
					parentData: data3,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate11.errors : append(vErrors, validate11.errors);
					errors = vErrors.length;
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/nodes",
					schemaPath: "#/properties/nodes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.fallbackAction !== void 0) {
			let data5 = data.fallbackAction;
			if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
				if (data5.type === void 0) {
					const err12 = {
						instancePath: instancePath + "/fallbackAction",
						schemaPath: "#/definitions/FallbackAction/required",
						keyword: "required",
						params: { missingProperty: "type" },
						message: "must have required property 'type'"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				for (const key1 in data5) if (!(key1 === "type" || key1 === "target")) {
					const err13 = {
						instancePath: instancePath + "/fallbackAction",
						schemaPath: "#/definitions/FallbackAction/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data5.type !== void 0) {
					let data6 = data5.type;
					if (!(data6 === "hangup" || data6 === "queue" || data6 === "transfer")) {
						const err14 = {
							instancePath: instancePath + "/fallbackAction/type",
							schemaPath: "#/definitions/FallbackAction/properties/type/enum",
							keyword: "enum",
							params: { allowedValues: schema14.properties.type.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err14];
						else vErrors.push(err14);
						errors++;
					}
				}
				if (data5.target !== void 0) {
					let data7 = data5.target;
					if (typeof data7 === "string") {
						if (func2$2(data7) < 1) {
							const err15 = {
								instancePath: instancePath + "/fallbackAction/target",
								schemaPath: "#/definitions/FallbackAction/properties/target/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters"
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
					} else {
						const err16 = {
							instancePath: instancePath + "/fallbackAction/target",
							schemaPath: "#/definitions/FallbackAction/properties/target/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/fallbackAction",
					schemaPath: "#/definitions/FallbackAction/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.effectiveDate !== void 0) {
			if (!(typeof data.effectiveDate === "string")) {
				const err18 = {
					instancePath: instancePath + "/effectiveDate",
					schemaPath: "#/properties/effectiveDate/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.expirationDate !== void 0) {
			if (!(typeof data.expirationDate === "string")) {
				const err19 = {
					instancePath: instancePath + "/expirationDate",
					schemaPath: "#/properties/expirationDate/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.status !== void 0) {
			let data10 = data.status;
			if (!(data10 === "DRAFT" || data10 === "ACTIVE" || data10 === "INACTIVE")) {
				const err20 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/enum",
					keyword: "enum",
					params: { allowedValues: schema11$1.properties.status.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
	} else {
		const err21 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err21];
		else vErrors.push(err21);
		errors++;
	}
	validate10$2.errors = vErrors;
	return errors === 0;
}
// src/rules/load-rules.ts
function dateProblems(path, value) {
	if (typeof value !== "object" || value === null) return [];
	return ["effectiveDate", "expirationDate"].flatMap((key) => {
		const text = value[key];
		const date = typeof text === "string" ? readDateTime(text) : void 0;
		if (date === void 0 || date.kind === "instant") return [];
		return [{
			check: date.kind === "no-offset" ? "window-ambiguous" : "schema",
			path,
			message: `${key} ${JSON.stringify(text)} ${date.message}`,
			place: atValue(`/${key}`)
		}];
	});
}
function schemaProblems(path, value) {
	if (validate$2(value)) return [];
	return explainSchemaErrors(validate$2.errors ?? [], value).map((problem) => ({
		check: "schema",
		path,
		...problem
	}));
}
function exceptToldOf(problems, text, told) {
	const pointers = problems.flatMap(({ place }) => "pointer" in place ? [place.pointer] : []);
	const { spans } = scanJson(text, new Set(pointers));
	const starts = new Set(told.map(({ place }) => "offset" in place ? place.offset : -1));
	const places = new Set(told.map(({ place }) => JSON.stringify(place)));
	return problems.filter(({ place }) => {
		const span = "pointer" in place ? spans.get(place.pointer) : void 0;
		return !places.has(JSON.stringify(place)) && (span === void 0 || !starts.has(span.start));
	});
}
function readRule(text, path) {
	const parsed = parseJson(text, path);
	if (parsed.problems !== void 0) {
		if (parsed.read === void 0) return parsed.problems;
		const { value } = parsed.read;
		const further = [...schemaProblems(path, value), ...dateProblems(path, value)];
		return [...parsed.problems, ...exceptToldOf(further, text, parsed.problems)];
	}
	const problems = [...schemaProblems(path, parsed.value), ...dateProblems(path, parsed.value)];
	if (problems.length > 0) return problems;
	const file = parsed.value;
	return makeRule(path, makePayload(file), file.status ?? "ACTIVE");
}
function readTexts(files) {
	const fileAt = new Map(files.map((file) => [file.path, file]));
	return (path) => {
		const file = fileAt.get(path);
		const text = file === void 0 ? void 0 : decodeFile(file);
		return typeof text === "string" ? text : void 0;
	};
}
function loadRules(files) {
	const rules = [];
	const problems = [];
	const sorted = files.toSorted((a, b) => compareCodePoints(a.path, b.path));
	for (const file of sorted) {
		const text = decodeFile(file);
		if (typeof text !== "string") {
			problems.push(text);
			continue;
		}
		const rule = readRule(text, file.path);
		if ("payload" in rule) rules.push(rule);
		else for (const problem of rule) problems.push(problem);
	}
	return {
		files: sorted.map((file) => file.path),
		rules,
		problems,
		textOf: readTexts(sorted)
	};
}
function findUnreadable({ files, rules }) {
	const read = new Set(rules.map(({ path }) => path));
	return files.filter((path) => !read.has(path));
}
// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
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
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
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
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
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
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
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
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
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
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	picomatch.scan = (input, options) => scan(input, options);
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
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	picomatch.constants = constants;
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
function isPathTestPath(path) {
	return path.endsWith(".test.json");
}
function isWantedPath(globs) {
	const trim = (glob) => glob.replace(/^\.\//, "");
	const wanted = globs.filter((glob) => !glob.startsWith("!")).map(trim);
	const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => trim(glob.slice(1)));
	const isWanted = (0, import_picomatch.default)(wanted);
	const isUnwanted = unwanted.length > 0 ? (0, import_picomatch.default)(unwanted) : () => false;
	return (path) => isWanted(path) && !isUnwanted(path);
}
function isRulePath(globs) {
	const isWanted = isWantedPath(globs);
	return (path) => !isPathTestPath(path) && isWanted(path);
}
// src/lint/settings.ts
const DEFAULT_THRESHOLDS = {
	mostChoices: 7,
	soonDays: 14
};
// src/lint/config.ts
const NO_CONFIG = {
	path: "",
	text: "",
	severities: /* @__PURE__ */ new Map(),
	thresholds: DEFAULT_THRESHOLDS,
	suppressions: []
};
// src/lint/explain-config-shape.ts
const SEVERITIES = [
	"error",
	"warning",
	"info",
	"off"
];
const TAKES = {
	config: {
		$schema: "a text for editors",
		severities: "an object of check ids and severities",
		thresholds: "an object with menuTooWide, windowExpiresSoonDays or both",
		suppressions: "a list of suppressions"
	},
	thresholds: {
		menuTooWide: "a whole number from 1 to 12",
		windowExpiresSoonDays: "a whole number from 0 to 3650"
	},
	suppression: {
		check: "the id of a check",
		rule: "the name of a rule",
		node: "the id of a node",
		reason: "a reason in words",
		expires: "a date such as 2027-12-31, or a date-time with an offset such as 2027-12-31T18:00:00+01:00"
	}
};
function propertiesAt(pointer) {
	if (pointer === "") return TAKES.config;
	return pointer === "/thresholds" ? TAKES.thresholds : TAKES.suppression;
}
function takesAt(pointer) {
	if (pointer === "") return "an object";
	const end = pointer.lastIndexOf("/");
	const parent = pointer.slice(0, end);
	if (parent === "/severities") return `one of ${SEVERITIES.map((word) => JSON.stringify(word)).join(", ")}`;
	if (parent === "/suppressions") return "an object with check, rule, reason and expires";
	return propertiesAt(parent)[pointer.slice(end + 1)] ?? "";
}
function spellConfigPlace(pointer) {
	return pointer === "" ? "the config" : spellPointer(pointer);
}
function explainValue(root, pointer) {
	const value = valueAt(root, pointer);
	const hint = pointer.startsWith("/severities/") && typeof value === "string" ? didYouMean(value, SEVERITIES) : "";
	return {
		message: `${spellConfigPlace(pointer)} is ${describeValue(value)}, but it takes ${takesAt(pointer)}${hint}`,
		place: atValue(pointer)
	};
}
function explainUnknown(pointer, key) {
	const known = Object.keys(propertiesAt(pointer));
	return explainUnknownKey(spellConfigPlace(pointer), pointer, key, known, nearest(key, known));
}
function explainMissing(root, pointer, key) {
	const known = Object.keys(propertiesAt(pointer));
	if (Object.keys(valueAt(root, pointer)).some((name) => !known.includes(name) && nearest(name, known) === key)) return void 0;
	const child = pointer + pointerStep(key);
	return {
		message: `${spellConfigPlace(child)} is missing: it takes ${takesAt(child)}`,
		place: atValue(pointer)
	};
}
function explainShapeError(root, error) {
	const pointer = error.instancePath;
	const params = error.params;
	if (error.keyword === "required") return explainMissing(root, pointer, String(params.missingProperty));
	if (error.keyword === "additionalProperties") return explainUnknown(pointer, String(params.additionalProperty));
	return explainValue(root, pointer);
}
// src/lint/read-expiry.ts
const DATE = /^\d{4}-\d\d-\d\d$/;
const DAY$1 = 864e5;
function readExpiry(text) {
	const isDate = DATE.test(text);
	const read = readDateTime(isDate ? `${text}T00:00:00Z` : text);
	if (read.kind === "instant") return Date.parse(read.iso) + (isDate ? DAY$1 : 0);
	if (read.kind !== "malformed") return read.message;
	return "is neither a date such as 2027-12-31 nor a date-time with an offset such as 2027-12-31T18:00:00+01:00";
}
// src/lint/validate-config.generated.js
const commonJs$1 = (m) => m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : m.default ?? m;
const validate$1 = validate10$1;
const schema11 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "config.schema.json",
	"title": "ConfigFile",
	"description": "What the checks go by in one repository: severities, thresholds, and findings that are accepted for a while.",
	"type": "object",
	"additionalProperties": false,
	"properties": {
		"$schema": {
			"type": "string",
			"description": "For editors."
		},
		"severities": {
			"type": "object",
			"description": "Check id to severity; off takes the check's findings away. What a check weighs otherwise stands in docs/checks.",
			"additionalProperties": { "enum": [
				"error",
				"warning",
				"info",
				"off"
			] }
		},
		"thresholds": {
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"menuTooWide": {
					"type": "integer",
					"minimum": 1,
					"maximum": 12,
					"default": 7,
					"description": "The most keys that a menu may offer before menu-too-wide finds it."
				},
				"windowExpiresSoonDays": {
					"type": "integer",
					"minimum": 0,
					"maximum": 3650,
					"default": 14,
					"description": "window-expires-soon finds rules that expire within so many days of 24 hours; 0 finds none."
				}
			}
		},
		"suppressions": {
			"type": "array",
			"items": { "$ref": "#/definitions/SuppressionEntry" }
		}
	},
	"definitions": { "SuppressionEntry": {
		"type": "object",
		"additionalProperties": false,
		"required": [
			"check",
			"rule",
			"reason",
			"expires"
		],
		"description": "Findings of one check in one rule that are accepted for a while.",
		"properties": {
			"check": {
				"type": "string",
				"minLength": 1,
				"description": "The id of the check."
			},
			"rule": {
				"type": "string",
				"minLength": 1,
				"description": "The name of the rule."
			},
			"node": {
				"type": "string",
				"minLength": 1,
				"description": "The id of a node: only findings in it. Left out: all findings in the rule."
			},
			"reason": {
				"type": "string",
				"pattern": "\\S",
				"description": "Why the findings are accepted. The report shows it."
			},
			"expires": {
				"type": "string",
				"anyOf": [{
					"type": "string",
					"format": "date"
				}, {
					"type": "string",
					"format": "date-time"
				}],
				"description": "The last day on which this suppresses (through its end in UTC), such as 2027-12-31, or the instant from which on it does not, such as 2027-12-31T18:00:00+01:00. After that it is an error."
			}
		}
	} }
};
const func2$1 = commonJs$1(import_ucs2length).default;
const pattern0 = /* @__PURE__ */ new RegExp("\\S", "u");
function validate10$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "$schema" || key0 === "severities" || key0 === "thresholds" || key0 === "suppressions")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.$schema !== void 0) {
			if (typeof data.$schema !== "string") {
				const err1 = {
					instancePath: instancePath + "/$schema",
					schemaPath: "#/properties/%24schema/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.severities !== void 0) {
			let data1 = data.severities;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) for (const key1 in data1) {
				let data2 = data1[key1];
				if (!(data2 === "error" || data2 === "warning" || data2 === "info" || data2 === "off")) {
					const err2 = {
						instancePath: instancePath + "/severities/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/severities/additionalProperties/enum",
						keyword: "enum",
						params: { allowedValues: schema11.properties.severities.additionalProperties.enum },
						message: "must be equal to one of the allowed values"
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			}
			else {
				const err3 = {
					instancePath: instancePath + "/severities",
					schemaPath: "#/properties/severities/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.thresholds !== void 0) {
			let data3 = data.thresholds;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				for (const key2 in data3) if (!(key2 === "menuTooWide" || key2 === "windowExpiresSoonDays")) {
					const err4 = {
						instancePath: instancePath + "/thresholds",
						schemaPath: "#/properties/thresholds/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				if (data3.menuTooWide !== void 0) {
					let data4 = data3.menuTooWide;
					if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
						const err5 = {
							instancePath: instancePath + "/thresholds/menuTooWide",
							schemaPath: "#/properties/thresholds/properties/menuTooWide/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err5];
						else vErrors.push(err5);
						errors++;
					}
					if (typeof data4 == "number" && isFinite(data4)) {
						if (data4 > 12 || isNaN(data4)) {
							const err6 = {
								instancePath: instancePath + "/thresholds/menuTooWide",
								schemaPath: "#/properties/thresholds/properties/menuTooWide/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 12
								},
								message: "must be <= 12"
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
						if (data4 < 1 || isNaN(data4)) {
							const err7 = {
								instancePath: instancePath + "/thresholds/menuTooWide",
								schemaPath: "#/properties/thresholds/properties/menuTooWide/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
					}
				}
				if (data3.windowExpiresSoonDays !== void 0) {
					let data5 = data3.windowExpiresSoonDays;
					if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
						const err8 = {
							instancePath: instancePath + "/thresholds/windowExpiresSoonDays",
							schemaPath: "#/properties/thresholds/properties/windowExpiresSoonDays/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err8];
						else vErrors.push(err8);
						errors++;
					}
					if (typeof data5 == "number" && isFinite(data5)) {
						if (data5 > 3650 || isNaN(data5)) {
							const err9 = {
								instancePath: instancePath + "/thresholds/windowExpiresSoonDays",
								schemaPath: "#/properties/thresholds/properties/windowExpiresSoonDays/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 3650
								},
								message: "must be <= 3650"
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
						if (data5 < 0 || isNaN(data5)) {
							const err10 = {
								instancePath: instancePath + "/thresholds/windowExpiresSoonDays",
								schemaPath: "#/properties/thresholds/properties/windowExpiresSoonDays/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
					}
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/thresholds",
					schemaPath: "#/properties/thresholds/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.suppressions !== void 0) {
			let data6 = data.suppressions;
			if (Array.isArray(data6)) {
				const len0 = data6.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data7 = data6[i0];
					if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
						if (data7.check === void 0) {
							const err12 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/required",
								keyword: "required",
								params: { missingProperty: "check" },
								message: "must have required property 'check'"
							};
							if (vErrors === null) vErrors = [err12];
							else vErrors.push(err12);
							errors++;
						}
						if (data7.rule === void 0) {
							const err13 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/required",
								keyword: "required",
								params: { missingProperty: "rule" },
								message: "must have required property 'rule'"
							};
							if (vErrors === null) vErrors = [err13];
							else vErrors.push(err13);
							errors++;
						}
						if (data7.reason === void 0) {
							const err14 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/required",
								keyword: "required",
								params: { missingProperty: "reason" },
								message: "must have required property 'reason'"
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
						if (data7.expires === void 0) {
							const err15 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/required",
								keyword: "required",
								params: { missingProperty: "expires" },
								message: "must have required property 'expires'"
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
						for (const key3 in data7) if (!(key3 === "check" || key3 === "rule" || key3 === "node" || key3 === "reason" || key3 === "expires")) {
							const err16 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
						if (data7.check !== void 0) {
							let data8 = data7.check;
							if (typeof data8 === "string") {
								if (func2$1(data8) < 1) {
									const err17 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/check",
										schemaPath: "#/definitions/SuppressionEntry/properties/check/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters"
									};
									if (vErrors === null) vErrors = [err17];
									else vErrors.push(err17);
									errors++;
								}
							} else {
								const err18 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/check",
									schemaPath: "#/definitions/SuppressionEntry/properties/check/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err18];
								else vErrors.push(err18);
								errors++;
							}
						}
						if (data7.rule !== void 0) {
							let data9 = data7.rule;
							if (typeof data9 === "string") {
								if (func2$1(data9) < 1) {
									const err19 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/rule",
										schemaPath: "#/definitions/SuppressionEntry/properties/rule/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters"
									};
									if (vErrors === null) vErrors = [err19];
									else vErrors.push(err19);
									errors++;
								}
							} else {
								const err20 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/rule",
									schemaPath: "#/definitions/SuppressionEntry/properties/rule/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err20];
								else vErrors.push(err20);
								errors++;
							}
						}
						if (data7.node !== void 0) {
							let data10 = data7.node;
							if (typeof data10 === "string") {
								if (func2$1(data10) < 1) {
									const err21 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/node",
										schemaPath: "#/definitions/SuppressionEntry/properties/node/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters"
									};
									if (vErrors === null) vErrors = [err21];
									else vErrors.push(err21);
									errors++;
								}
							} else {
								const err22 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/node",
									schemaPath: "#/definitions/SuppressionEntry/properties/node/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err22];
								else vErrors.push(err22);
								errors++;
							}
						}
						if (data7.reason !== void 0) {
							let data11 = data7.reason;
							if (typeof data11 === "string") {
								if (!pattern0.test(data11)) {
									const err23 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/reason",
										schemaPath: "#/definitions/SuppressionEntry/properties/reason/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\""
									};
									if (vErrors === null) vErrors = [err23];
									else vErrors.push(err23);
									errors++;
								}
							} else {
								const err24 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/reason",
									schemaPath: "#/definitions/SuppressionEntry/properties/reason/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err24];
								else vErrors.push(err24);
								errors++;
							}
						}
						if (data7.expires !== void 0) {
							let data12 = data7.expires;
							if (typeof data12 !== "string") {
								const err25 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/expires",
									schemaPath: "#/definitions/SuppressionEntry/properties/expires/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err25];
								else vErrors.push(err25);
								errors++;
							}
							const _errs31 = errors;
							let valid7 = false;
							const _errs32 = errors;
							if (!(typeof data12 === "string")) {
								const err26 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/expires",
									schemaPath: "#/definitions/SuppressionEntry/properties/expires/anyOf/0/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err26];
								else vErrors.push(err26);
								errors++;
							}
							var _valid0 = _errs32 === errors;
							valid7 = valid7 || _valid0;
							if (!valid7) {
								const _errs34 = errors;
								if (!(typeof data12 === "string")) {
									const err27 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/expires",
										schemaPath: "#/definitions/SuppressionEntry/properties/expires/anyOf/1/type",
										keyword: "type",
										params: { type: "string" },
										message: "must be string"
									};
									if (vErrors === null) vErrors = [err27];
									else vErrors.push(err27);
									errors++;
								}
								var _valid0 = _errs34 === errors;
								valid7 = valid7 || _valid0;
							}
							if (!valid7) {
								const err28 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/expires",
									schemaPath: "#/definitions/SuppressionEntry/properties/expires/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err28];
								else vErrors.push(err28);
								errors++;
							} else {
								errors = _errs31;
								if (vErrors !== null) {
									if (_errs31) vErrors.length = _errs31;
									else vErrors = null;
								}
							}
						}
					} else {
						const err29 = {
							instancePath: instancePath + "/suppressions/" + i0,
							schemaPath: "#/definitions/SuppressionEntry/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err29];
						else vErrors.push(err29);
						errors++;
					}
				}
			} else {
				const err30 = {
					instancePath: instancePath + "/suppressions",
					schemaPath: "#/properties/suppressions/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
		}
	} else {
		const err31 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err31];
		else vErrors.push(err31);
		errors++;
	}
	validate10$1.errors = vErrors;
	return errors === 0;
}
// src/lint/explain-config.ts
function entriesOf(root, key, wantsList) {
	const value = typeof root === "object" && root !== null ? root[key] : void 0;
	return typeof value === "object" && value !== null && Array.isArray(value) === wantsList ? Object.entries(value) : [];
}
function explainSeverity(id, checks) {
	const place = atKey(`/severities${pointerStep(id)}`);
	const check = checks.get(id);
	const name = JSON.stringify(id);
	if (check === void 0) {
		const meant = nearest(id, [...checks.keys()]);
		return [{
			message: `there is no check ${name}: ${meant === void 0 ? "docs/checks lists all" : `did you mean ${JSON.stringify(meant)}?`}`,
			place
		}];
	}
	if (check.isFixed !== true) return [];
	return [{
		message: `check ${name} keeps deployments safe, so its severity cannot be changed`,
		place
	}];
}
function explainCheck(pointer, check) {
	if (check?.isFixed !== true && check?.isNeverSuppressed !== true) return [];
	const why = check.isFixed === true ? "keeps deployments safe, so" : "can be given another severity, but";
	return [{
		message: `check ${JSON.stringify(check.id)} ${why} its findings cannot be suppressed`,
		place: atValue(pointer)
	}];
}
function explainExpiry(pointer, text) {
	const expiry = readExpiry(text);
	if (typeof expiry === "number") return [];
	return [{
		message: `${spellConfigPlace(pointer)} ${describeValue(text)} ${expiry}`,
		place: atValue(pointer)
	}];
}
function explainSuppression(index, value, checks) {
	const { check, expires } = Object(value);
	const pointer = `/suppressions/${index}`;
	return [...typeof check === "string" ? explainCheck(`${pointer}/check`, checks.get(check)) : [], ...typeof expires === "string" ? explainExpiry(`${pointer}/expires`, expires) : []];
}
function explainConfig(root, checks) {
	const byId = new Map(checks.map((check) => [check.id, check]));
	const all = [
		...(validate$1(root) ? [] : validate$1.errors ?? []).flatMap((error) => explainShapeError(root, error) ?? []),
		...entriesOf(root, "severities", false).flatMap(([id]) => explainSeverity(id, byId)),
		...entriesOf(root, "suppressions", true).flatMap(([index, value]) => explainSuppression(index, value, byId))
	];
	return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}
// src/lint/read-config.ts
function locateProblems(text, problems) {
	const ranges = locate(text, problems.map(({ place }) => place));
	return { problems: problems.map(({ message }, index) => {
		const { line, column } = ranges[index] ?? {
			line: 1,
			column: 1
		};
		return {
			line,
			column,
			message
		};
	}).toSorted((a, b) => a.line - b.line || a.column - b.column) };
}
function makeSuppression({ check, rule, node, reason, expires }, index) {
	const until = Number(readExpiry(expires));
	return {
		pointer: `/suppressions/${index}`,
		check,
		rule,
		node,
		reason,
		expires,
		until
	};
}
function makeConfig(path, text, file) {
	const { severities = {}, thresholds = {}, suppressions = [] } = file;
	return {
		path,
		text,
		severities: new Map(Object.entries(severities)),
		thresholds: {
			mostChoices: thresholds.menuTooWide ?? DEFAULT_THRESHOLDS.mostChoices,
			soonDays: thresholds.windowExpiresSoonDays ?? DEFAULT_THRESHOLDS.soonDays
		},
		suppressions: suppressions.map(makeSuppression)
	};
}
function readConfig(file, checks) {
	const text = decodeFile(file);
	if (typeof text !== "string") return locateProblems("", [text]);
	if (text.trim() === "") return { problems: [{
		line: 1,
		column: 1,
		message: "the file is empty: delete it, or write {} for a config that changes nothing"
	}] };
	const parsed = parseJson(text, file.path);
	if (parsed.problems !== void 0) return locateProblems(text, parsed.problems);
	const problems = explainConfig(parsed.value, checks);
	if (problems.length > 0) return locateProblems(text, problems);
	return { config: makeConfig(file.path, text, parsed.value) };
}
const MOST_TOLD$2 = 20;
function tellConfigProblems(path, problems) {
	const told = problems.slice(0, MOST_TOLD$2).map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
	const more = problems.length - told.length;
	return [...told, ...more > 0 ? [`and ${more} more problems in ${path}`] : []].join("\n");
}
// src/request/branch-name.ts
const FORBIDDEN$1 = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|^[-/]|[/.]$|\/\/|(?:^|\/)\.|\.lock(?:\/|$)|^@$|^HEAD$|^refs\//u;
const LONGEST = 200;
function isBranchName(text) {
	return text !== "" && text.length <= LONGEST && !FORBIDDEN$1.test(text);
}
// src/request/read-value.ts
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
function readSeconds(name, value, mayBeZero) {
	return readNumber(name, value, `a number of seconds ${mayBeZero ? "from 0" : "over 0"} to 3600`, (n) => (mayBeZero ? n >= 0 : n > 0) && n <= 3600) * 1e3;
}
function readRate(name, value) {
	return value === "" ? void 0 : readNumber(name, value, "a number from 0 to 1, such as 0.85", (n) => n <= 1);
}
function readLimit(name, value) {
	const match = /^(\d{1,9})(%?)$/.exec(value);
	if (match === null) reject(name, value, "a number of rules, such as 5, or a percentage of the live rules, such as 30%");
	return {
		value: Number(match[1]),
		unit: match[2] === "%" ? "percent" : "rules"
	};
}
function readBoolean(name, value) {
	return readChoice(name, value.toLowerCase(), ["true", "false"]) === "true";
}
function readLines(value) {
	return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
// src/request/rollback-to.ts
const ROLLBACK_TO_TAKES = "previous, a commit SHA or a tag";
const TAG_PREFIX = /^refs\/tags\//;
const OTHER_REF = /^(?:refs(?!\/tags\/)|heads|remotes|pull)\//;
const COMMIT = /^[0-9a-f]{4,40}$/i;
const FORBIDDEN = /[\p{Cc}\p{Z}~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)/u;
const LONGEST_NAME$1 = 250;
function readRollbackTo(text) {
	const name = text.replace(TAG_PREFIX, "");
	if (!(name !== "" && name !== "@" && name !== "HEAD" && name.length <= LONGEST_NAME$1 && !OTHER_REF.test(text) && !/^[-./]|[./]$|^refs\//.test(name) && !FORBIDDEN.test(name))) return void 0;
	return COMMIT.test(text) ? text.toLowerCase() : name;
}
function isCommitLike(target) {
	return COMMIT.test(target);
}
// src/request/secure-url.ts
function isLoopback(host) {
	return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
function readSecureUrl(text) {
	if (!URL.canParse(text)) return void 0;
	const url = new URL(text);
	return url.protocol === "https:" || url.protocol === "http:" && isLoopback(url.hostname) ? url : void 0;
}
function hideSecretsOfUrl(text) {
	return text.replace(/^([a-z][a-z+.-]*:[\\/]*)?.*@/is, "$1***@").replace(/[?#].*$/s, (tail) => `${tail.charAt(0)}***`);
}
// src/request/read-name.ts
function readTenantUrl(value) {
	if (value === "" || value === "simulator") return value;
	const takes = "an https URL such as https://api-us-01.nice-incontact.com (http only on loopback), or the word simulator";
	const shown = hideSecretsOfUrl(value);
	const url = readSecureUrl(value) ?? reject("tenant-url", shown, takes);
	if (url.username !== "" || url.password !== "") reject("tenant-url", shown, `${takes}, without credentials in it: use client-id and client-secret`);
	if (url.search !== "" || url.hash !== "") reject("tenant-url", shown, `${takes}, without a query or fragment`);
	return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
function readWebhookUrl(value) {
	if (value === "") return value;
	const takes = "an https URL (http only on loopback), without credentials and fragment";
	const url = readSecureUrl(value);
	return url !== void 0 && url.username === "" && url.password === "" && url.hash === "" ? url.href : reject("webhook-url", hideSecretsOfUrl(value), takes);
}
function readEnvironment$1(value) {
	return /^[\w .:/+-]{1,100}$/.test(value) ? value : reject("environment", value, "a name of up to 100 letters, digits, spaces and the signs . _ - : / +");
}
function readTarget(value) {
	if (value === "") return value;
	return readRollbackTo(value) ?? reject("rollback-to", value, "previous, a commit SHA or a tag");
}
function readBranch(value) {
	return isBranchName(value) || value === "" ? value : reject("audit-branch", value, "the name of a branch, such as ivr-audit, without refs/heads/");
}
// src/request/inputs.ts
const COMMANDS = [
	"auto",
	"lint",
	"deploy",
	"rollback",
	"drift",
	"verify",
	"test",
	"adopt",
	"import"
];
const INPUT_DEFAULTS = {
	command: "auto",
	rules: "rules/**/*.json",
	config: "cxone-rules.config.json",
	environment: "production",
	"id-map": "",
	"github-token": "",
	"tenant-url": "",
	"client-id": "",
	"client-secret": "",
	"access-key-id": "",
	"access-key-secret": "",
	"api-config": "",
	"webhook-url": "",
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
	"audit-branch": "",
	"fail-on-drift": "true",
	"drift-issue": "false",
	"watch-minutes": "0",
	"watch-interval": "60",
	"min-completion-rate": "",
	"max-completion-drop": "",
	"min-calls": "20",
	"report-dir": ""
};
const MOST_WATCH_MINUTES = 300;
function readWatch(text) {
	const takes = `a number of minutes from 0 to ${MOST_WATCH_MINUTES}`;
	const value = text("watch-minutes");
	const minutes = readNumber("watch-minutes", value, takes, (n) => n <= MOST_WATCH_MINUTES);
	const minCompletionRate = readRate("min-completion-rate", text("min-completion-rate"));
	const maxCompletionDrop = readRate("max-completion-drop", text("max-completion-drop"));
	if (minutes > 0 && minCompletionRate === void 0 && maxCompletionDrop === void 0) throw new UserError("input", `input watch-minutes is ${JSON.stringify(value)}, but nothing says what to watch for: set input min-completion-rate or input max-completion-drop`);
	return {
		watchTime: minutes * 6e4,
		watchInterval: readSeconds("watch-interval", text("watch-interval"), false),
		minCompletionRate,
		maxCompletionDrop,
		minCalls: readCount("min-calls", text("min-calls"), 1, 1e6)
	};
}
function readGlobs(value, others) {
	const globs = readLines(value);
	const paths = others.map((path) => path.replace(/^\.\//, ""));
	const isWanted = isWantedPath(globs);
	return [...globs, ...paths.filter((path) => path !== "" && isWanted(path)).map((path) => `!${path}`)];
}
function readInputs(read) {
	const text = (name) => {
		const value = read(name).trim();
		return value === "" ? INPUT_DEFAULTS[name] : value;
	};
	const perSecond = text("requests-per-second");
	return {
		command: readChoice("command", text("command"), COMMANDS),
		rules: readGlobs(text("rules"), [
			text("config"),
			text("id-map"),
			text("api-config")
		]),
		config: text("config"),
		environment: readEnvironment$1(text("environment")),
		idMap: text("id-map"),
		githubToken: text("github-token"),
		tenantUrl: readTenantUrl(text("tenant-url")),
		clientId: text("client-id"),
		clientSecret: text("client-secret"),
		accessKeyId: text("access-key-id"),
		accessKeySecret: text("access-key-secret"),
		apiConfig: text("api-config"),
		webhookUrl: readWebhookUrl(text("webhook-url")),
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
		rollbackTo: readTarget(text("rollback-to")),
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
		auditBranch: readBranch(text("audit-branch")),
		failOnDrift: readBoolean("fail-on-drift", text("fail-on-drift")),
		driftIssue: readBoolean("drift-issue", text("drift-issue")),
		...readWatch(text),
		reportDir: text("report-dir")
	};
}
// src/commands/source/load-config.ts
async function loadConfig({ workspace, inputs }) {
	const file = await workspace.readConfigFile(inputs.config);
	if (file === void 0) {
		if (inputs.config === INPUT_DEFAULTS.config) return NO_CONFIG;
		throw new UserError("input", `input config is ${JSON.stringify(inputs.config)}, but there is no such file in the workspace: mend the path, or leave the input out`);
	}
	const read = readConfig(file, CHECKS);
	if (read.problems === void 0) return read.config;
	throw new UserError("input", `the config file is wrong, so nothing was checked:\n${tellConfigProblems(file.path, read.problems)}`);
}
// src/rules/id-map.ts
const KINDS = [
	"campaigns",
	"media",
	"targets"
];
function idsOf({ campaignId, nodes, fallbackAction }, kind) {
	if (kind === "campaigns") return [campaignId];
	if (kind === "media") return nodes.flatMap((node) => node.mediaAssetId ?? []);
	return fallbackAction.target === void 0 ? [] : [fallbackAction.target];
}
function mapPayload(payload, { campaigns, media, targets }) {
	const { campaignId, nodes, fallbackAction } = payload;
	const { target } = fallbackAction;
	return {
		...payload,
		campaignId: campaigns.get(campaignId) ?? campaignId,
		nodes: nodes.map((node) => {
			const mapped = node.mediaAssetId === void 0 ? void 0 : media.get(node.mediaAssetId);
			return mapped === void 0 ? node : {
				...node,
				mediaAssetId: mapped
			};
		}),
		fallbackAction: target === void 0 ? fallbackAction : {
			...fallbackAction,
			target: targets.get(target) ?? target
		}
	};
}
function mapRule(rule, map) {
	if (!KINDS.some((kind) => idsOf(rule.payload, kind).some((id) => map[kind].has(id)))) return rule;
	return makeRule(rule.path, mapPayload(rule.payload, map), rule.status);
}
function findUnusedEntries(rules, map) {
	return KINDS.flatMap((kind) => {
		const used = new Set(rules.flatMap(({ payload }) => idsOf(payload, kind)));
		return [...map[kind].keys()].filter((id) => !used.has(id)).map((id) => ({
			kind,
			id
		}));
	});
}
// src/commands/source/map-rules.ts
const MOST_NAMED$2 = 10;
const LONGEST_NAME = 60;
function spellEntry({ kind, id }) {
	return `${kind} ${JSON.stringify(id.length > LONGEST_NAME ? `${id.slice(0, LONGEST_NAME)}…` : id)}`;
}
function unusedWarning(path, unused) {
	return `${path} (input id-map) maps ids that no rule uses: ${unused.slice(0, MOST_NAMED$2).map(spellEntry).join(", ")}${unused.length > MOST_NAMED$2 ? ` and ${unused.length - MOST_NAMED$2} more` : ""}`;
}
function mapLoadedRules(loaded, map) {
	return {
		...loaded,
		rules: loaded.rules.map((rule) => mapRule(rule, map))
	};
}
async function mapWorkspaceRules({ readIdMap, log }, loaded) {
	const file = await readIdMap();
	if (file === void 0) return loaded;
	const unused = findUnusedEntries(loaded.rules, file.map);
	const isWhole = loaded.rules.length === loaded.files.length && loaded.files.length > 0;
	if (unused.length > 0 && isWhole) log.warning(unusedWarning(file.path, unused));
	return mapLoadedRules(loaded, file.map);
}
// src/commands/source/lint-workspace.ts
function rejectedPlaces({ problems }, globs) {
	const isGlob = (path) => globs.includes(path) && /[*?[{(]/.test(path);
	return problems.filter(({ path, severity }) => severity !== "info" && !isPathTestPath(path) && !isGlob(path)).map(({ path }) => path);
}
async function lintWorkspace(request) {
	const { workspace, inputs, clock } = request;
	const config = await loadConfig(request);
	const files = await workspace.readFiles(inputs.rules);
	const written = loadRules(files.rules);
	const loaded = await mapWorkspaceRules(request, written);
	const pathTests = loadPathTests(files.pathTests);
	const settings = {
		...config.thresholds,
		maxDepth: inputs.maxDepth,
		now: clock.now()
	};
	const input = {
		rules: loaded,
		written: written.rules,
		pathTests,
		config,
		problems: files.problems
	};
	const unreadable = [...findUnreadable(loaded), ...rejectedPlaces(files, inputs.rules)];
	return {
		files: files.rules,
		loaded,
		unreadable: [...new Set(unreadable)].toSorted(compareCodePoints),
		pathTests,
		lint: lintRules(input, settings)
	};
}
// src/rules/explain-misfit.ts
function explainOne({ keyword, instancePath, params }, root, on) {
	const where = instancePath === "" ? on.what : spellPointer(instancePath);
	if (keyword === "additionalProperties") {
		const key = String(params.additionalProperty);
		const known = on.keysAt(instancePath);
		return explainUnknownKey(where, instancePath, key, known, nearest(key, known));
	}
	return {
		message: `${where} is ${describeValue(valueAt(root, instancePath))}, but it takes ${on.takesAt(instancePath)}`,
		place: atValue(instancePath)
	};
}
function explainMisfits(errors, root, expectation) {
	const misfits = errors.map((error) => explainOne(error, root, expectation));
	return [...new Map(misfits.map((misfit) => [misfit.message, misfit])).values()];
}
// src/rules/read-small-file.ts
const MAX_SMALL_FILE_BYTES = 1048576;
const MOST_TOLD$1 = 5;
function refuse$3(input, path, text, problems) {
	const ranges = locate(text ?? "", problems.map(({ place }) => place));
	const told = problems.map(({ message }, index) => ({
		message,
		line: ranges[index]?.line ?? 1,
		column: ranges[index]?.column ?? 1
	})).toSorted((a, b) => a.line - b.line || a.column - b.column).map(({ message, line, column }) => `${path}:${line}:${column}: ${message}`);
	const rest = told.length > MOST_TOLD$1 ? `; and ${told.length - MOST_TOLD$1} more` : "";
	return new UserError("input", `input ${input}: ${told.slice(0, MOST_TOLD$1).join("; ")}${rest}`);
}
function readSmallFile(file, input, what, look) {
	const { path, bytes } = file;
	if (bytes.length > 1048576) throw refuse$3(input, path, void 0, [{
		message: `the file has ${bytes.length} bytes; the limit is ${MAX_SMALL_FILE_BYTES} (1 MiB)`,
		place: { line: 1 }
	}]);
	const text = decodeFile(file);
	if (typeof text !== "string") throw refuse$3(input, path, void 0, [text]);
	if (text.trim() === "") throw refuse$3(input, path, text, [{
		message: `the file is empty: ${what} is expected`,
		place: { line: 1 }
	}]);
	const parsed = parseJson(text, path);
	if (parsed.problems !== void 0) throw refuse$3(input, path, text, parsed.problems);
	const looked = look(parsed.value);
	if ("value" in looked) return looked.value;
	throw refuse$3(input, path, text, looked);
}
// src/rules/validate-id-map.generated.js
const commonJs = (m) => m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : m.default ?? m;
const validate = validate10;
const func2 = commonJs(import_ucs2length).default;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "$schema" || key0 === "campaigns" || key0 === "media" || key0 === "targets")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.$schema !== void 0) {
			if (typeof data.$schema !== "string") {
				const err1 = {
					instancePath: instancePath + "/$schema",
					schemaPath: "#/properties/%24schema/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.campaigns !== void 0) {
			let data1 = data.campaigns;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) for (const key1 in data1) {
				let data2 = data1[key1];
				if (typeof data2 === "string") {
					if (func2(data2) < 1) {
						const err2 = {
							instancePath: instancePath + "/campaigns/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/campaigns/additionalProperties/minLength",
							keyword: "minLength",
							params: { limit: 1 },
							message: "must NOT have fewer than 1 characters"
						};
						if (vErrors === null) vErrors = [err2];
						else vErrors.push(err2);
						errors++;
					}
				} else {
					const err3 = {
						instancePath: instancePath + "/campaigns/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/campaigns/additionalProperties/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			}
			else {
				const err4 = {
					instancePath: instancePath + "/campaigns",
					schemaPath: "#/properties/campaigns/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.media !== void 0) {
			let data3 = data.media;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) for (const key2 in data3) {
				let data4 = data3[key2];
				if (typeof data4 === "string") {
					if (func2(data4) < 1) {
						const err5 = {
							instancePath: instancePath + "/media/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/media/additionalProperties/minLength",
							keyword: "minLength",
							params: { limit: 1 },
							message: "must NOT have fewer than 1 characters"
						};
						if (vErrors === null) vErrors = [err5];
						else vErrors.push(err5);
						errors++;
					}
				} else {
					const err6 = {
						instancePath: instancePath + "/media/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/media/additionalProperties/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			}
			else {
				const err7 = {
					instancePath: instancePath + "/media",
					schemaPath: "#/properties/media/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.targets !== void 0) {
			let data5 = data.targets;
			if (data5 && typeof data5 == "object" && !Array.isArray(data5)) for (const key3 in data5) {
				let data6 = data5[key3];
				if (typeof data6 === "string") {
					if (func2(data6) < 1) {
						const err8 = {
							instancePath: instancePath + "/targets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/targets/additionalProperties/minLength",
							keyword: "minLength",
							params: { limit: 1 },
							message: "must NOT have fewer than 1 characters"
						};
						if (vErrors === null) vErrors = [err8];
						else vErrors.push(err8);
						errors++;
					}
				} else {
					const err9 = {
						instancePath: instancePath + "/targets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/targets/additionalProperties/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
			}
			else {
				const err10 = {
					instancePath: instancePath + "/targets",
					schemaPath: "#/properties/targets/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
	} else {
		const err11 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err11];
		else vErrors.push(err11);
		errors++;
	}
	validate10.errors = vErrors;
	return errors === 0;
}
// src/rules/read-id-map.ts
const WHAT = "an id map";
const KEYS = [
	"campaigns",
	"media",
	"targets"
];
const EXPECTATION = {
	what: WHAT,
	takesAt: (pointer) => {
		if (pointer === "") return "an object with campaigns, media, targets, or some of them";
		if (pointer === "/$schema") return "a text for editors";
		return pointer.indexOf("/", 1) < 0 ? "an object: {\"id in the rules\": \"id on the tenant\"}" : "the id on the tenant, a text that is not empty";
	},
	keysAt: () => KEYS
};
function readIdMap(file) {
	return readSmallFile(file, "id-map", WHAT, (value) => {
		if (!validate(value)) return explainMisfits(validate.errors ?? [], value, EXPECTATION);
		const { campaigns = {}, media = {}, targets = {} } = value;
		return { value: {
			campaigns: new Map(Object.entries(campaigns)),
			media: new Map(Object.entries(media)),
			targets: new Map(Object.entries(targets))
		} };
	});
}
// src/commands/source/read-commit-rules.ts
const READS_AT_ONCE = 10;
function gitBlobId(bytes) {
	return (0, import__builtin_crypto.createHash)("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
async function readFiles$1(github, entries, local) {
	const known = new Map(local.map((file) => [gitBlobId(file.bytes), file.bytes]));
	const files = [];
	for (let start = 0; start < entries.length; start += READS_AT_ONCE) {
		const read = entries.slice(start, start + READS_AT_ONCE).map(async ({ path, blob }) => ({
			path,
			bytes: known.get(blob) ?? await github.readBlob(blob)
		}));
		files.push(...await Promise.all(read));
	}
	return files;
}
async function idMapOf(github, ref, { trigger, readIdMap: readLocal }, tree) {
	const local = await readLocal();
	if (local === void 0) return void 0;
	const { path } = local;
	const entry = tree.find((file) => file.path === path);
	if (entry !== void 0) {
		const bytes = await github.readBlob(entry.blob);
		return readIdMap({
			path: `${path} (at ${ref.slice(0, 12)})`,
			bytes
		});
	}
	return (await github.readTree(trigger.commit))?.some((file) => file.path === path) === true ? void 0 : local.map;
}
async function readCommitRules(github, ref, source, local) {
	const name = ref.replace(/^refs\/heads\//, "");
	const tree = await github.readTree(name);
	if (tree === void 0) return void 0;
	const matches = isRulePath(source.inputs.rules);
	const loaded = loadRules(await readFiles$1(github, tree.filter((file) => matches(file.path)), local));
	const map = await idMapOf(github, name, source, tree);
	return {
		...map === void 0 ? loaded : mapLoadedRules(loaded, map),
		written: loaded.rules
	};
}
async function needCommitRules(github, sha, source, local) {
	const loaded = await readCommitRules(github, sha, source, local);
	if (loaded !== void 0) return loaded;
	throw new UserError("input", `commit ${sha} is not in the repository any more, so its rules cannot be read`);
}
async function readCommitPathTests(github, sha, { inputs }) {
	const isWanted = isWantedPath(inputs.rules);
	return loadPathTests(await readFiles$1(github, (await github.readTree(sha) ?? []).filter(({ path }) => isPathTestPath(path) && isWanted(path)), []));
}
// src/commands/lint.ts
const READING_SCOPES = [ENDPOINTS.listFlows.scope];
async function readBase(session, github, checked) {
	const { trigger, log } = session;
	if (trigger.base === void 0) return void 0;
	try {
		const base = await readCommitRules(github, trigger.base, session, checked.files);
		if (base === void 0) log.warning(`the base commit ${trigger.base} is not there, so nothing is compared with it`);
		return base?.rules;
	} catch (error) {
		log.warning(`the base commit ${trigger.base} cannot be read, so nothing is compared with it: ${messageOf(error)}`);
		return;
	}
}
var RecordsUnknown = class extends Error {};
async function readLive({ inputs }, github) {
	try {
		return (await readRecordHistory(github, inputs.environment)).live;
	} catch (error) {
		throw new RecordsUnknown("what is live cannot be known", { cause: error });
	}
}
function isNoFault(error) {
	if (error instanceof UserError) return error.reason !== "input";
	return error instanceof ApiError || error instanceof RecordsUnknown;
}
async function planAhead(session, github, checked) {
	const { clock } = session;
	const opened = await session.openTenant();
	if (opened === void 0) return void 0;
	const [{ planDeployment, requestDeployment }, { tellPlan }] = await Promise.all([import("./plan-deployment.js"), import("./tell-plan.js")]);
	const live = github === void 0 ? void 0 : await readLive(session, github);
	const loaded = live === void 0 || github === void 0 ? void 0 : await needCommitRules(github, live.sha, session, checked.files);
	const request = requestDeployment(session, live, checked.loaded.rules, loaded?.rules ?? []);
	return tellPlan(session.log, await planDeployment(request, opened.tenant, clock, READING_SCOPES));
}
async function planOrWarn(session, github, checked) {
	try {
		const plan = await planAhead(session, github, checked);
		return {
			plan,
			details: plan === void 0 || github === void 0 ? [] : await explainHolds(session, github, plan)
		};
	} catch (error) {
		if (!isNoFault(error)) throw error;
		const text = `nothing is planned against the tenant: ${messageOf(error)}`;
		session.log.warning(text);
		return {
			plan: void 0,
			details: [{ text }]
		};
	}
}
async function readTraffic(session, plan) {
	const { readLastDay } = await import("./read-traffic2.js");
	const { found, leftOut } = await readLastDay(session, plan, session.clock.now());
	return makeTrafficReport(found, /* @__PURE__ */ new Map(), leftOut);
}
async function runLint(session) {
	const checked = await lintWorkspace(session);
	const github = await session.openGitHub();
	const base = github === void 0 ? void 0 : await readBase(session, github, checked);
	const changes = base === void 0 ? void 0 : compareRuleSets(base, checked.loaded.rules);
	const { plan, details } = countFindings(checked.lint.findings, "error") > 0 ? {
		plan: void 0,
		details: []
	} : await planOrWarn(session, github, checked);
	const traffic = plan === void 0 ? void 0 : await readTraffic(session, plan);
	return {
		report: {
			...reportLint(checked, aboutRun(session), changes),
			details,
			plan,
			traffic
		},
		rulesetDigest: rulesetDigest(checked.loaded.rules)
	};
}
// src/report/escape.ts
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\t\u200c\u200d]]/gv;
const ZERO_WIDTH_SPACE$1 = "​";
function cutText(text, most) {
	if (text.length <= most) return text;
	const last = text.charCodeAt(most - 2);
	const isFirstHalf = last >= 55296 && last <= 56319;
	return `${text.slice(0, isFirstHalf ? most - 2 : most - 1)}…`;
}
function escapeLog(text) {
	return text.split(/\r\n|\r|\n/).map((line) => line.replace(INVISIBLE, "�").replaceAll("##[", `##${ZERO_WIDTH_SPACE$1}[`).replace(/^(\s*):(?=:)/, `$1:${ZERO_WIDTH_SPACE$1}`)).join("\n");
}
function oneLine(text) {
	return text.replace(/[\r\n\t]+/g, " ").replace(INVISIBLE, "�");
}
function terminalText(text) {
	return escapeLog(oneLine(text));
}
const LONGEST_SPAN = 300;
const PLAIN_SPAN = /^[\w.-]{1,200}$/;
function codeSpan(text, longest = LONGEST_SPAN) {
	if (text.length <= longest && PLAIN_SPAN.test(text)) return `\`${text}\``;
	const clean = cutText(oneLine(text), longest).replace(/\\(?=\\*\|)/g, `\\${ZERO_WIDTH_SPACE$1}`).replaceAll("|", String.raw`\|`);
	const longestRun = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longestRun + 1);
	return clean === "" || /^[`\s]|[`\s]$/.test(clean) ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}
function htmlCode(name) {
	return `<code>${codeSpan(name).replace(/^`+ ?| ?`+$/g, "").replaceAll(String.raw`\|`, "|").replace(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`)}</code>`;
}
const PLAIN_WORD = /^\(?[A-Za-z]+(?:['’-][A-Za-z]+)*[),.;:?]*$|^\(?\d{1,6}[,;:]*$|^\d{4}-\d\d-\d\d[,;:]*$|^\d\d:\d\d(?::\d\d)?$|^[→,;:·]$/;
const COMMIT_LIKE = /^\(?[0-9a-f]{7,40}[),.;:?]*$/i;
const QUOTED = /("(?:[^"\\]|\\[^]?)*(?:"|$))/;
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
const LONGEST_SENTENCE = 1e4;
function markdownSentence(sentence) {
	return cutText(oneLine(sentence), LONGEST_SENTENCE).split(QUOTED).map((piece, index) => {
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
function mermaidLabel(text) {
	const escaped = cutText(oneLine(text), LONGEST_LABEL).replace(/["#;\\`%<>&@$]/g, (sign) => MERMAID_ENTITIES[sign] ?? "");
	return escaped.trim() === "" ? " " : escaped;
}
const NOT_GANTT = /[^\p{L}\p{M}\p{N} ._()/+-]/gu;
function ganttLabel(text) {
	return cutText(oneLine(text).replace(NOT_GANTT, "·"), LONGEST_LABEL).trim();
}
function urlPath(path) {
	return path.toWellFormed().split("/").map((step) => encodeURIComponent(step).replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)).join("/");
}
// src/report/report.ts
function isFailure(result) {
	return [
		"failed",
		"undone",
		"undo-failed",
		"refused",
		"drifted"
	].includes(result);
}
function wentWrong({ result, reason }) {
	return isFailure(result) || reason !== void 0;
}
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
function presentRules(report) {
	return report.rules.filter(({ change }) => change !== "removed");
}
function largestDepth(report) {
	return presentRules(report).reduce((most, { figures }) => Math.max(most, figures.depth.depth), 0);
}
// src/request/trigger.ts
const CHOICES = "set input command to lint, deploy, rollback, drift, verify, test, adopt or import";
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
		case "schedule": return "drift";
		default: throw new UserError("input", `command: auto does not know what to do on the event ${JSON.stringify(event.eventName)}. It lints on pull_request, pull_request_target and merge_group, deploys on a push to the default branch, deploys or rolls back on workflow_dispatch, and looks for drift on schedule. Else ${CHOICES}`);
	}
}
function baseOf({ payload }) {
	const defaultBranch = textAt(payload, "repository", "default_branch");
	return textAt(payload, "pull_request", "base", "sha") ?? textAt(payload, "merge_group", "base_sha") ?? (defaultBranch === void 0 ? void 0 : `refs/heads/${defaultBranch}`);
}
function isFromFork({ eventName, payload }) {
	const own = textAt(payload, "repository", "full_name");
	if (own === void 0) return false;
	if (eventName === "workflow_run") return textAt(payload, "workflow_run", "head_repository", "full_name") !== own;
	return eventName.startsWith("pull_request") && textAt(payload, "pull_request", "head", "repo", "full_name") !== own;
}
function readTrigger(event, command, rollbackTo) {
	const chosen = command === "auto" ? chooseCommand(event, rollbackTo) : command;
	if (chosen === "rollback" && rollbackTo === "") throw new UserError("input", "command rollback needs input rollback-to: a commit SHA, a tag, or previous");
	if ((chosen === "deploy" || chosen === "rollback") && isFromFork(event)) throw new UserError("input", `command ${chosen} is refused, for the event ${event.eventName} comes from a fork, whose author may be anybody: run it on a push to the default branch`);
	const { payload } = event;
	return {
		command: chosen,
		commit: textAt(payload, "pull_request", "head", "sha") ?? textAt(payload, "merge_group", "head_sha") ?? event.sha,
		base: baseOf(event),
		pullRequest: pullRequestNumber(payload),
		branchRef: event.ref.startsWith("refs/heads/") ? event.ref : ""
	};
}
// src/runner/environment.ts
const FOLDER = "cxone-ivr-gitops";
function ownFolder({ temporaryFolder }) {
	return (0, import__builtin_path.join)(temporaryFolder, FOLDER);
}
async function loadContext() {
	try {
		return (await import("./event-context.js")).context;
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
			repositoryUrl,
			repositoryName
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
// src/workspace/place.ts
function findRoot(workspace) {
	try {
		return (0, import__builtin_fs.realpathSync)(workspace);
	} catch (error) {
		throw new UserError("input", `the workspace ${workspace} cannot be read`, { cause: error });
	}
}
function isOutside(place) {
	return place === ".." || place.startsWith(`..${import__builtin_path.sep}`);
}
function toSlashes(path) {
	return import__builtin_path.sep === "/" ? path : path.split(import__builtin_path.sep).join("/");
}
function codeOf(error) {
	const code = error?.code;
	return typeof code === "string" ? code : "unknown error";
}
// src/workspace/read-input-file.ts
const NO_FOLLOW = import__builtin_fs.constants.O_NOFOLLOW ?? 0;
function refuse$2(input, path, why, cause) {
	return new UserError("input", `input ${input} is ${JSON.stringify(path)}, ${why}`, cause === void 0 ? void 0 : { cause });
}
function placeOf(workspace, input, path) {
	const place = (0, import__builtin_path.isAbsolute)(path) ? (0, import__builtin_path.relative)(workspace, path) : (0, import__builtin_path.normalize)(path);
	if (isOutside(place) || (0, import__builtin_path.isAbsolute)(place)) throw refuse$2(input, path, "which lies outside the workspace: name a file inside it");
	return place;
}
function readOpened$1(handle, input, path) {
	const file = (0, import__builtin_fs.fstatSync)(handle);
	if (!file.isFile()) throw refuse$2(input, path, "which is no file");
	if (file.size > 1048576) throw refuse$2(input, path, `which has ${file.size} bytes; the limit is ${MAX_SMALL_FILE_BYTES} (1 MiB)`);
	return (0, import__builtin_fs.readFileSync)(handle);
}
function isNothing(place) {
	try {
		(0, import__builtin_fs.lstatSync)(place);
		return false;
	} catch (error) {
		const { code } = error;
		return code === "ENOENT" || code === "ENOTDIR";
	}
}
function findInputFile(workspace, input, path) {
	const place = placeOf(workspace, input, path);
	let handle;
	try {
		const root = (0, import__builtin_fs.realpathSync)(workspace);
		const full = (0, import__builtin_path.join)(root, place);
		if (isNothing(full)) return void 0;
		if ((0, import__builtin_fs.realpathSync)(full) !== full) throw refuse$2(input, path, "which leads through a symbolic link: name the file itself");
		handle = (0, import__builtin_fs.openSync)(full, import__builtin_fs.constants.O_RDONLY | import__builtin_fs.constants.O_NONBLOCK | NO_FOLLOW);
		const bytes = readOpened$1(handle, input, path);
		return {
			path: toSlashes(place),
			bytes
		};
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw refuse$2(input, path, "which cannot be read", error);
	} finally {
		if (handle !== void 0) (0, import__builtin_fs.closeSync)(handle);
	}
}
function readInputFile(workspace, input, path) {
	const file = findInputFile(workspace, input, path);
	if (file !== void 0) return file;
	throw refuse$2(input, path, "which is not in the workspace: check the name, and that actions/checkout ran before");
}
// \0builtin-timers-promises.cjs?timers/promises
var require_promises = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:timers/promises");
}));
// src/runner/system-clock.ts
var import_promises = require_promises();
const systemClock = {
	now: () => Date.now(),
	sleep: async (milliseconds, signal) => {
		try {
			await (0, import_promises.setTimeout)(milliseconds, void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			if (signal?.aborted !== true) throw error;
		}
	}
};
// src/runner/open-tenant.ts
async function findTenant(inputs, { onClose }) {
	if (inputs.tenantUrl !== "simulator") {
		const { tenantUrl: url, clientId, clientSecret, accessKeyId, accessKeySecret } = inputs;
		return url === "" || clientId === "" || clientSecret === "" ? void 0 : {
			url,
			clientId,
			clientSecret,
			accessKeyId,
			accessKeySecret
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
async function readOwnApiConfig(folder, path) {
	if (path === "") return void 0;
	const { readApiConfig } = await import("./read-api-config.js");
	return readApiConfig(readInputFile(folder, "api-config", path));
}
async function readTrustedApiConfig({ workspace, event }, { apiConfig, tenantUrl }, openGitHub) {
	if (apiConfig === "") return void 0;
	const [{ readApiConfig: read }, { trustApiConfig }] = await Promise.all([import("./read-api-config.js"), import("./trust-api-config.js")]);
	const file = readInputFile(workspace, "api-config", apiConfig);
	const api = read(file);
	const { eventName } = event;
	if (tenantUrl !== "" && tenantUrl !== "simulator") await trustApiConfig({
		tenantUrl,
		file,
		api,
		eventName,
		base: baseOf(event),
		openGitHub,
		read
	});
	return api;
}
function needAccessKey({ accessKeyId, accessKeySecret }) {
	const missing = Object.entries({
		"access-key-id": accessKeyId,
		"access-key-secret": accessKeySecret
	}).filter(([, value]) => value === void 0 || value === "").map(([name]) => name);
	if (missing.length === 0) return;
	throw new UserError("input", `grant password (in the file of input api-config) needs input ${missing.join(" and input ")}: set ${missing.length === 1 ? "it" : "them"} to the access key of the tenant's user`);
}
async function openTenant(api, inputs, resources, cancelled, voice = {
	log: runnerLog,
	onSecret: setSecret
}) {
	const place = await findTenant(inputs, resources);
	if (place === void 0) return void 0;
	if (api?.grant === "password") needAccessKey(place);
	const [{ makeGate }, module] = await Promise.all([import("./gate.js"), import("./tenant.js")]);
	const options = {
		...place,
		...api === void 0 ? {} : { api },
		requestTimeout: inputs.requestTimeout,
		gate: makeGate(inputs.concurrency, inputs.requestsPerSecond),
		agents: await resources.agents(),
		clock: systemClock,
		random: Math.random,
		...voice
	};
	return module.openTenant(options, cancelled);
}
// src/runner/make-doors.ts
function once(make) {
	let made;
	return () => (made ??= { value: make() }).value;
}
async function openGitHub(environment, inputs, agents) {
	const { repository, apiUrl, run } = environment;
	if (inputs.githubToken === "" || repository === void 0) return void 0;
	const module = await import("./github.js");
	const options = {
		apiUrl,
		token: inputs.githubToken,
		repository,
		agents: await agents(),
		log: runnerLog
	};
	return module.openGitHub(options, run.runUrl);
}
function makeDoors(environment, inputs, cancelled) {
	const closers = [];
	const onClose = (close) => closers.push(close);
	const agents = once(async () => {
		const { makeAgents } = await import("./agents.js");
		const made = makeAgents(inputs.concurrency);
		onClose(made.close);
		return made;
	});
	const gitHub = once(async () => openGitHub(environment, inputs, agents));
	return {
		openGitHub: gitHub,
		openTenant: once(async () => {
			return openTenant(await readTrustedApiConfig(environment, inputs, gitHub), inputs, {
				agents,
				onClose
			}, cancelled);
		}),
		close: async () => {
			for (const close of closers.toReversed()) await close();
		}
	};
}
// src/transaction/undo-entry.ts
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
function isFinished(journal, hasRecord) {
	return journal.open().length === 0 && !hasRecord;
}
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
// src/workspace/file-problem.ts
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
// src/workspace/find-files.ts
const SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git", "node_modules"]);
function fixedPart(root, glob) {
	if ((0, import__builtin_path.isAbsolute)(glob)) throw new UserError("input", `input rules has ${JSON.stringify(glob)}, an absolute path, but it takes globs relative to the workspace`);
	const place = (0, import__builtin_path.relative)(root, (0, import__builtin_path.join)(root, import_picomatch.default.scan(glob).base || "."));
	if (isOutside(place)) throw new UserError("input", `input rules has ${JSON.stringify(glob)}, which leads out of the workspace`);
	return toSlashes(place) || ".";
}
function mostSteps(glob) {
	return glob.includes("**") || /[{([]/.test(glob) ? Infinity : glob.split("/").length;
}
function isFolder(place) {
	return (0, import__builtin_fs.statSync)(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
function isLinkToFolder(place) {
	try {
		return isFolder(place);
	} catch {
		return false;
	}
}
function noteFolder({ matches, named, problems }, path) {
	if (!named.has(path) && !(path.endsWith(".json") && matches(path))) return;
	const message = named.has(path) ? `this is a folder, not a rule file: name the files in it, such as ${path}/**/*.json` : "this is a folder, not a file, though its name is that of a rule file: give it another name";
	problems.set(path, problemAt(path, message));
}
function openFolder({ root, problems }, path) {
	const real = (0, import__builtin_fs.realpathSync)((0, import__builtin_path.join)(root, path));
	if (!isOutside((0, import__builtin_path.relative)(root, real))) return {
		path,
		real
	};
	problems.set(path, leadsOut(path));
}
function readFolder({ root, problems }, { path }) {
	try {
		return (0, import__builtin_fs.readdirSync)((0, import__builtin_path.join)(root, path), { withFileTypes: true });
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
		const isLinked = entry.isSymbolicLink() && isLinkToFolder((0, import__builtin_path.join)(search.root, path));
		if (!entry.isDirectory() && !isLinked) {
			if (!search.matches(path)) continue;
			search.paths.add(path);
			if (entry.isFile()) search.plain.add(path);
		} else if (!SKIPPED_FOLDERS.has(entry.name)) {
			noteFolder(search, path);
			if (mayHoldFolders && isLinked) queue.linked.push(path);
			else if (mayHoldFolders) queue.real.push({
				path,
				real: (0, import__builtin_path.join)(folder.real, entry.name)
			});
		}
	}
}
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
function notePlace(search, path) {
	const real = (0, import__builtin_fs.realpathSync)((0, import__builtin_path.join)(search.root, path, ".."));
	if (isOutside((0, import__builtin_path.relative)(search.root, real))) search.problems.set(path, leadsOut(path));
	else search.paths.add(path);
}
function searchFrom(search, glob) {
	const start = fixedPart(search.root, glob);
	const place = (0, import__builtin_path.join)(search.root, start);
	try {
		if ((0, import__builtin_fs.lstatSync)(place, { throwIfNoEntry: false }) === void 0) return;
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
function findFiles(root, globs) {
	const wanted = globs.filter((glob) => !glob.startsWith("!"));
	const search = {
		root,
		matches: isWantedPath(globs),
		named: new Set(wanted.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""))),
		paths: /* @__PURE__ */ new Set(),
		plain: /* @__PURE__ */ new Set(),
		problems: /* @__PURE__ */ new Map()
	};
	for (const glob of wanted) fixedPart(root, glob);
	for (const glob of wanted) searchFrom(search, glob);
	return {
		paths: search.paths,
		plain: search.plain,
		problems: [...search.problems.values()]
	};
}
// src/workspace/read-file.ts
function followLink(root, path) {
	const place = (0, import__builtin_path.join)(root, path);
	try {
		return isOutside((0, import__builtin_path.relative)(root, (0, import__builtin_fs.realpathSync)(place))) ? leadsOut(path) : (0, import__builtin_fs.statSync)(place);
	} catch (error) {
		const code = codeOf(error);
		if (code === "ENOENT") return problemAt(path, "this is a symbolic link that leads nowhere");
		if (code === "ELOOP") return problemAt(path, "this is a symbolic link that leads to itself");
		throw error;
	}
}
function readWhole$1(root, path) {
	const place = (0, import__builtin_path.join)(root, path);
	const found = (0, import__builtin_fs.lstatSync)(place);
	const file = found.isSymbolicLink() ? followLink(root, path) : found;
	if ("check" in file) return file;
	if (!file.isFile()) return problemAt(path, "this is no file but a pipe, a socket or a device, so it can be no rule");
	return explainSize(path, file.size) ?? {
		path,
		bytes: (0, import__builtin_fs.readFileSync)(place)
	};
}
function readOpened(path, handle) {
	return explainSize(path, (0, import__builtin_fs.fstatSync)(handle).size) ?? {
		path,
		bytes: (0, import__builtin_fs.readFileSync)(handle)
	};
}
function orProblem(path, read) {
	try {
		return read();
	} catch (error) {
		return problemAt(path, `this file cannot be read (${codeOf(error)})`);
	}
}
function readWorkspaceFile(root, path) {
	return orProblem(path, () => readWhole$1(root, path));
}
function readPlainFile(root, path) {
	return orProblem(path, () => {
		const handle = (0, import__builtin_fs.openSync)(`${root}${import__builtin_path.sep}${path}`, "r");
		try {
			return readOpened(path, handle);
		} finally {
			(0, import__builtin_fs.closeSync)(handle);
		}
	});
}
// src/workspace/read-files.ts
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
async function readFiles(workspace, globs) {
	const root = findRoot(workspace);
	const found = findFiles(root, globs);
	const paths = [...found.paths].toSorted(compareCodePoints);
	const files = [];
	const problems = [...found.problems];
	for (const path of paths) {
		const file = found.plain.has(path) ? readPlainFile(root, path) : readWorkspaceFile(root, path);
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
// src/workspace/read-id-map-file.ts
function readIdMapFile(workspace, name) {
	if (name === "") return void 0;
	const file = readInputFile(workspace, "id-map", name);
	return {
		path: file.path,
		map: readIdMap(file)
	};
}
// src/workspace/write-files.ts
function refuse$1(path, why, cause) {
	return new UserError("input", `${JSON.stringify(path)} cannot be written: ${why}; nothing was written`, cause === void 0 ? void 0 : { cause });
}
function stepsOf(path) {
	const isPlain = path !== "" && import__builtin_path.posix.normalize(path) === path && !import__builtin_path.posix.isAbsolute(path);
	const steps = path.split("/");
	if (!isPlain || steps[0] === ".." || import__builtin_path.sep !== "/" && path.includes(import__builtin_path.sep)) throw refuse$1(path, "it is no path inside the workspace");
	return steps;
}
function lookAt(place, path) {
	try {
		return (0, import__builtin_fs.lstatSync)(place, { throwIfNoEntry: false });
	} catch (error) {
		throw refuse$1(path, `what is there cannot be told (${codeOf(error)})`);
	}
}
function checkFolders(root, path, folders) {
	let place = root;
	for (const folder of folders) {
		place = (0, import__builtin_path.join)(place, folder);
		const found = lookAt(place, path);
		if (found === void 0) return;
		if (found.isSymbolicLink()) throw refuse$1(path, `${JSON.stringify(folder)} on its way is a symbolic link`);
		if (!found.isDirectory()) throw refuse$1(path, `${JSON.stringify(folder)} on its way is no folder`);
	}
}
function checkFile(root, { path, isNew }) {
	checkFolders(root, path, stepsOf(path).slice(0, -1));
	const found = lookAt((0, import__builtin_path.join)(root, path), path);
	if (found === void 0) return;
	if (isNew) throw refuse$1(path, "something is there already");
	if (found.isSymbolicLink()) throw refuse$1(path, "it is a symbolic link");
	if (!found.isFile()) throw refuse$1(path, "it is no file");
}
function writeOne(root, { path, text, isNew }) {
	const place = (0, import__builtin_path.join)(root, path);
	(0, import__builtin_fs.mkdirSync)((0, import__builtin_path.join)(place, ".."), { recursive: true });
	if (isNew) return (0, import__builtin_fs.writeFileSync)(place, text, { flag: "wx" });
	const draft = `${place}.${process.pid}.tmp`;
	try {
		(0, import__builtin_fs.writeFileSync)(draft, text, { flag: "wx" });
		return (0, import__builtin_fs.renameSync)(draft, place);
	} finally {
		(0, import__builtin_fs.rmSync)(draft, { force: true });
	}
}
function writeFiles(workspace, files) {
	const root = findRoot(workspace);
	for (const file of files) checkFile(root, file);
	for (const file of files) try {
		writeOne(root, file);
	} catch (error) {
		throw new UserError("input", `${JSON.stringify(file.path)} cannot be written (${codeOf(error)})`);
	}
}
function listFolder(workspace, path) {
	const root = findRoot(workspace);
	if (path !== ".") checkFolders(root, path, stepsOf(path));
	if (lookAt((0, import__builtin_path.join)(root, path), path) === void 0) return [];
	try {
		return (0, import__builtin_fs.readdirSync)((0, import__builtin_path.join)(root, path));
	} catch (error) {
		throw refuse$1(path, `it cannot be listed (${codeOf(error)})`);
	}
}
// src/runner/report-files.ts
const LARGEST_FILE = 1073741824;
function refuse({ folder, namedBy }, why, cause) {
	return new UserError("input", `the folder ${folder} for reports (${namedBy}) ${why}`, cause === void 0 ? void 0 : { cause });
}
function readWhole({ namedBy }, path) {
	const error = (why, cause) => new UserError("input", `${path} (${namedBy}) ${why}`, cause === void 0 ? void 0 : { cause });
	try {
		const found = (0, import__builtin_fs.statSync)(path, { throwIfNoEntry: false });
		if (found === void 0) return void 0;
		if (!found.isFile()) throw error("is no file");
		if (found.size > LARGEST_FILE) throw error(`has ${found.size} bytes; the limit is ${LARGEST_FILE} (1 GiB)`);
		return (0, import__builtin_fs.readFileSync)(path);
	} catch (cause) {
		throw cause instanceof UserError ? cause : error("cannot be read", cause);
	}
}
function placeInside(workspace, folder) {
	return [workspace, (0, import__builtin_fs.realpathSync)(workspace)].map((root) => (0, import__builtin_path.relative)(root, folder)).find((place) => !isOutside(place) && !(0, import__builtin_path.isAbsolute)(place));
}
function makeFolder(workspace, named) {
	const { folder } = named;
	try {
		const place = placeInside(workspace, folder);
		if (place?.split(import__builtin_path.sep)[0] === ".git") throw refuse(named, "lies in git's own folder: name another one");
		if (place !== void 0) {
			let real = (0, import__builtin_fs.realpathSync)(workspace);
			for (const step of place.split(import__builtin_path.sep).filter((name) => name !== "")) {
				real = (0, import__builtin_path.join)(real, step);
				(0, import__builtin_fs.mkdirSync)(real, { recursive: true });
				if ((0, import__builtin_fs.realpathSync)(real) !== real) throw refuse(named, "leads through a symbolic link: name another one");
			}
		} else (0, import__builtin_fs.mkdirSync)(folder, { recursive: true });
	} catch (error) {
		throw error instanceof UserError ? error : refuse(named, "cannot be made", error);
	}
}
function checkPlaces(named, names) {
	const isTaken = (name) => (0, import__builtin_fs.lstatSync)((0, import__builtin_path.join)(named.folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
	try {
		(0, import__builtin_fs.accessSync)(named.folder, import__builtin_fs.constants.W_OK);
	} catch (error) {
		throw refuse(named, "cannot be written to", error);
	}
	const taken = names.find(isTaken);
	if (taken !== void 0) throw refuse(named, `cannot hold ${taken}: a folder has that name`);
}
function startFile(named, path, text) {
	try {
		(0, import__builtin_fs.rmSync)(path, { force: true });
		(0, import__builtin_fs.writeFileSync)(path, text, { flag: "wx" });
	} catch (error) {
		throw refuse(named, `cannot hold ${(0, import__builtin_path.relative)(named.folder, path)}`, error);
	}
}
function openReportFiles(workspace, folder, namedBy = "input report-dir") {
	const root = (0, import__builtin_path.resolve)(workspace, folder);
	const started = /* @__PURE__ */ new Set();
	const named = {
		folder: root,
		namedBy
	};
	const pathOf = (name) => (0, import__builtin_path.join)(root, name);
	const make = () => makeFolder((0, import__builtin_path.resolve)(workspace), named);
	const start = (name, text) => {
		make();
		startFile(named, pathOf(name), text);
	};
	return {
		pathOf,
		prepare: (names) => {
			make();
			checkPlaces(named, names);
		},
		hasBegun: (name) => started.has(name),
		read: (name) => readWhole(named, pathOf(name)),
		write: (name, text) => {
			start(name, text);
			return pathOf(name);
		},
		append: (name, text) => {
			if (started.has(name)) (0, import__builtin_fs.appendFileSync)(pathOf(name), text);
			else start(name, text);
			started.add(name);
			return pathOf(name);
		}
	};
}
// src/runner/make-session.ts
const AUDIT_LOG = "audit.jsonl";
function makeSession(parts) {
	const { environment, inputs, trigger, doors, files, cancelled } = parts;
	const { workspace } = environment;
	const journalFiles = openReportFiles(workspace, ownFolder(environment));
	return {
		inputs,
		trigger,
		run: environment.run,
		clock: systemClock,
		log: runnerLog,
		workspace: {
			readFiles: async (globs) => readFiles(workspace, globs),
			readConfigFile: async (path) => findInputFile(workspace, "config", path)
		},
		writer: {
			listFolder: async (path) => listFolder(workspace, path),
			writeFiles: async (written) => writeFiles(workspace, written)
		},
		readIdMap: once(async () => readIdMapFile(workspace, inputs.idMap)),
		openGitHub: doors.openGitHub,
		openTenant: doors.openTenant,
		openJournal: () => {
			const name = `journal-${(0, import__builtin_crypto.randomUUID)()}.jsonl`;
			saveState("journal", name);
			return startJournal((line) => journalFiles.append(name, line));
		},
		auditPorts: {
			now: systemClock.now,
			makeUuid: import__builtin_crypto.randomUUID,
			append: (line) => files.append(AUDIT_LOG, line)
		},
		readAuditLog: () => {
			const bytes = files.read(AUDIT_LOG);
			const place = files.pathOf(AUDIT_LOG);
			return bytes === void 0 ? { place } : {
				place,
				file: {
					path: AUDIT_LOG,
					bytes
				}
			};
		},
		rememberRecord: (record) => saveState("record", JSON.stringify(record)),
		forgetRecord: () => saveState("record", ""),
		cancelled
	};
}
// src/plan/list-differences.ts
const quote = (text) => JSON.stringify(text);
function compareValues(path, what, git, tenant) {
	if (git === tenant) return [];
	return [{
		path,
		what,
		...git === void 0 ? {} : { git },
		...tenant === void 0 ? {} : { tenant }
	}];
}
function hasTwins(keys) {
	return new Set(keys).size !== keys.length;
}
function compareLists({ path, order, keyOf, compare }, git, tenant) {
	const [ours, theirs] = [git.map(keyOf), tenant.map(keyOf)];
	if (hasTwins(ours) || hasTwins(theirs)) {
		const longest = Math.max(git.length, tenant.length);
		return Array.from({ length: longest }, (_, at) => compare(`${path}/${at}`, git[at], tenant[at])).flat();
	}
	const found = [.../* @__PURE__ */ new Set([...ours, ...theirs])].flatMap((key) => compare(path + pointerStep(key), git[ours.indexOf(key)], tenant[theirs.indexOf(key)]));
	const shared = (keys, others) => keys.filter((key) => others.includes(key)).map(quote).join(", ");
	return [...found, ...compareValues(path, order, shared(ours, theirs), shared(theirs, ours))];
}
function compareTransitions(node, git, tenant, path) {
	return compareLists({
		path: `${path}/transitions`,
		order: `the order of the transitions of node ${quote(node)}`,
		keyOf: ({ condition }) => condition,
		compare: (at, ours, theirs) => {
			const condition = ours?.condition ?? theirs?.condition ?? "";
			const found = compareValues(at, `on ${quote(condition)} node ${quote(node)} leads to`, ours?.target, theirs?.target);
			return ours !== void 0 && theirs !== void 0 && ours.condition !== theirs.condition ? [...compareValues(at, `condition in node ${quote(node)}`, ours.condition, theirs.condition), ...found] : found;
		}
	}, git.transitions, tenant.transitions);
}
function describeNode({ type, mediaAssetId, transitions }) {
	const plays = mediaAssetId === void 0 ? "" : `, plays ${mediaAssetId}`;
	const ways = transitions.map(({ condition, target }) => `, ${condition} leads to ${target}`).join("");
	return type + plays + ways;
}
function compareNodes(path, git, tenant) {
	const id = git?.id ?? tenant?.id ?? "";
	if (git === void 0 || tenant === void 0) {
		const describe = (node) => node === void 0 ? void 0 : describeNode(node);
		return compareValues(path, `node ${quote(id)}`, describe(git), describe(tenant));
	}
	return [
		...compareValues(`${path}/id`, `id of node ${quote(id)}`, git.id, tenant.id),
		...compareValues(`${path}/type`, `type of node ${quote(id)}`, git.type, tenant.type),
		...compareValues(`${path}/mediaAssetId`, `node ${quote(id)} plays`, git.mediaAssetId, tenant.mediaAssetId),
		...compareTransitions(id, git, tenant, path)
	];
}
const NODES = {
	path: "/nodes",
	order: "the order of the nodes, of which a call enters the first",
	keyOf: ({ id }) => id,
	compare: compareNodes
};
function listDifferences(git, tenant) {
	const [ours, theirs] = [git.payload, tenant.payload];
	const [fallback, theirFallback] = [ours.fallbackAction, theirs.fallbackAction];
	return [
		...compareValues("/status", "status", git.status, tenant.status),
		...compareValues("/name", "name", ours.name, theirs.name),
		...compareValues("/campaignId", "campaign", ours.campaignId, theirs.campaignId),
		...compareValues("/effectiveDate", "takes effect", ours.effectiveDate, theirs.effectiveDate),
		...compareValues("/expirationDate", "ends", ours.expirationDate, theirs.expirationDate),
		...compareLists(NODES, ours.nodes, theirs.nodes),
		...compareValues("/fallbackAction/type", "fallback", fallback.type, theirFallback.type),
		...compareValues("/fallbackAction/target", "fallback leads to", fallback.target, theirFallback.target)
	];
}
// src/plan/hand-over.ts
function planRetirements(active, takesEffect, now) {
	const isLater = takesEffect !== void 0 && Date.parse(takesEffect) > now;
	const retire = (flow) => ({
		flow,
		patch: { status: "INACTIVE" }
	});
	if (!isLater) return active.map(retire);
	const inForce = active.filter((flow) => isInWindow(windowOf(flow.payload), now));
	const pending = active.filter((flow) => !isInWindow(windowOf(flow.payload), now));
	const handedOverAt = new Set(pending.map((flow) => windowOf(flow.payload).start));
	const start = Date.parse(takesEffect);
	return [...inForce.flatMap((flow) => {
		const { end } = windowOf(flow.payload);
		const wasHandedOver = handedOverAt.has(end);
		return end > start || wasHandedOver && end !== start ? [{
			flow,
			patch: { expirationDate: takesEffect }
		}] : [];
	}), ...pending.map(retire)];
}
// src/plan/plan-rule.ts
function reasonFor(rule, idle, active) {
	if (active.length === 0) return idle === void 0 ? "new" : "status";
	return active.some((flow) => contentWithoutDates(flow.payload) === contentWithoutDates(rule.payload)) ? "window" : "content";
}
function planActive({ rule, known, active, now, ownId }) {
	const { name, effectiveDate } = rule.payload;
	const twins = known.filter((flow) => flow.payloadHash === rule.payloadHash);
	const live = twins.find((flow) => flow.status === "ACTIVE");
	const retirements = planRetirements(active.filter((flow) => flow !== live), effectiveDate, now);
	const base = {
		name,
		rule,
		retirements,
		deletions: [],
		known,
		finalStatus: "ACTIVE"
	};
	if (live !== void 0 && retirements.length === 0) return {
		...base,
		action: "none",
		reason: "already live",
		source: {
			kind: "existing",
			flow: live
		}
	};
	const idle = live ?? twins.find((flow) => flow.status === "INACTIVE" || flow.id === ownId);
	const reason = reasonFor(rule, idle, active);
	const action = active.length > 0 ? "replace" : idle === void 0 ? "create" : "activate";
	return {
		...base,
		action,
		reason,
		source: idle === void 0 ? { kind: "create" } : {
			kind: "existing",
			flow: idle
		}
	};
}
function planInactive({ rule, known, active }) {
	const { name } = rule.payload;
	const twin = known.find((flow) => flow.payloadHash === rule.payloadHash && flow.status !== "DRAFT");
	const base = {
		name,
		rule,
		retirements: active.filter((flow) => flow !== twin).map((flow) => ({
			flow,
			patch: { status: "INACTIVE" }
		})),
		deletions: [],
		known,
		finalStatus: "INACTIVE"
	};
	if (twin !== void 0 && active.length === 0) return {
		...base,
		action: "none",
		reason: "already live",
		source: {
			kind: "existing",
			flow: twin
		}
	};
	const source = twin === void 0 ? { kind: "create" } : {
		kind: "existing",
		flow: twin
	};
	const isNew = active.length === 0;
	return {
		...base,
		action: isNew ? "create" : "deactivate",
		reason: isNew ? "new" : "status",
		source
	};
}
function planDraft({ rule, known, active, ownId }) {
	const isOurs = (flow) => flow.status !== "DRAFT" || flow.id === (ownId ?? flow.id);
	const twin = known.find((flow) => flow.payloadHash === rule.payloadHash && isOurs(flow));
	const base = {
		name: rule.payload.name,
		rule,
		retirements: [],
		deletions: [],
		known,
		finalStatus: "DRAFT"
	};
	if (twin !== void 0) return {
		...base,
		action: "none",
		reason: "already live",
		source: {
			kind: "existing",
			flow: twin
		}
	};
	return {
		...base,
		action: "create",
		reason: active.length === 0 ? "new" : "content",
		source: { kind: "create" }
	};
}
// src/plan/pick-version.ts
function newestFirst(a, b) {
	return compareCodePoints(b.createdAt, a.createdAt) || compareCodePoints(b.id, a.id);
}
function sortVersions(versions, now) {
	const rank = (flow) => isInWindow(windowOf(flow.payload), now) ? 0 : 1;
	return versions.toSorted((a, b) => rank(a) - rank(b) || newestFirst(a, b));
}
function leavesOthers(flow, active, now) {
	return planActive({
		rule: makeRule("", flow.payload, "ACTIVE"),
		known: active,
		active,
		now,
		ownId: void 0
	}).action === "none";
}
function pickVersion(versions, now) {
	const active = sortVersions(versions.filter(({ status }) => status === "ACTIVE"), now);
	return active.find((flow) => leavesOthers(flow, active, now)) ?? active[0] ?? versions.toSorted(newestFirst)[0];
}
// src/plan/judge-tenant.ts
const AS_LEFT = {
	state: "in-sync",
	differences: [],
	remarks: []
};
const isActive = ({ status }) => status === "ACTIVE";
function isOver({ payload }, now) {
	return windowOf(payload).end <= now;
}
function describeWindow({ payload: { effectiveDate, expirationDate } }) {
	return `ACTIVE${effectiveDate === void 0 ? "" : ` from ${effectiveDate}`}${expirationDate === void 0 ? "" : ` until ${expirationDate}`}`;
}
function findExtras({ ownId, versions: expected, tolerates }, { versions, now }) {
	const own = expected.get(ownId);
	const start = own === void 0 ? Number.POSITIVE_INFINITY : windowOf(own.payload).start;
	const isRight = (flow) => {
		const wanted = expected.get(flow.id);
		if (wanted !== void 0) return wanted.status === "ACTIVE";
		return tolerates === "all" || tolerates === "earlier" && windowOf(flow.payload).end <= start;
	};
	return versions.filter((flow) => isActive(flow) && flow.id !== ownId && !isOver(flow, now) && !isRight(flow));
}
function describeExtra(flow) {
	const what = `another active version, flow ${JSON.stringify(flow.id)}`;
	return {
		path: `/versions/${flow.id}`,
		what,
		git: "none",
		tenant: describeWindow(flow)
	};
}
function compareEarlier({ ownId, versions }, { versions: live, now }) {
	return [...versions.values()].filter((flow) => flow.id !== ownId && isActive(flow) && !isOver(flow, now)).flatMap((wanted) => {
		const found = live.find(({ id }) => id === wanted.id);
		const which = `the version in force before, flow ${JSON.stringify(wanted.id)}`;
		const path = `/versions/${wanted.id}`;
		if (found === void 0) return [{
			path,
			what: which,
			git: describeWindow(wanted),
			tenant: "gone"
		}];
		return listDifferences(wanted, found).map((difference) => ({
			...difference,
			path: path + difference.path,
			what: `${which}: ${difference.what}`
		}));
	});
}
function judgeMissing(expectation, drift, extras) {
	const { ownId, versions: expected } = expectation;
	const wanted = expected.get(ownId);
	const isTwin = (flow) => wanted !== void 0 && isSameVersion(flow, wanted);
	const twin = drift.versions.find(isTwin);
	if (twin !== void 0 && extras.every((flow) => flow === twin)) {
		const remark = `flow ${JSON.stringify(ownId)}, which was deployed, is gone, but flow ${JSON.stringify(twin.id)} holds the same`;
		return {
			...AS_LEFT,
			remarks: [remark]
		};
	}
	const [extra] = sortVersions(extras, drift.now);
	const remarks = [`flow ${JSON.stringify(ownId)}, which was deployed, is gone`];
	if (extra === void 0) return {
		state: "missing",
		differences: compareEarlier(expectation, drift),
		remarks
	};
	return {
		state: "edited",
		differences: [...wanted === void 0 ? [] : listDifferences(wanted, extra), ...extras.map(describeExtra)],
		remarks,
		taken: extra
	};
}
const UNREADABLE_VERSION = "the version that was deployed cannot be read from git any more, so only its status was compared";
function compareOwn(wanted, own) {
	const status = wanted?.status === "DRAFT" && own.status === "INACTIVE" ? own.status : wanted?.status ?? "ACTIVE";
	return listDifferences({
		payload: wanted?.payload ?? own.payload,
		status
	}, own);
}
function judgeTenant(expectation, drift) {
	if (expectation.mayBeGone && !drift.versions.some(isActive)) return AS_LEFT;
	const own = drift.versions.find(({ id }) => id === expectation.ownId);
	const extras = findExtras(expectation, drift);
	if (own === void 0) return judgeMissing(expectation, drift, extras);
	const wanted = expectation.versions.get(own.id);
	const ofOwn = compareOwn(wanted, own);
	const differences = [
		...ofOwn,
		...compareEarlier(expectation, drift),
		...extras.map(describeExtra)
	];
	const remarks = wanted === void 0 ? [UNREADABLE_VERSION] : [];
	if (differences.length === 0) return {
		...AS_LEFT,
		remarks
	};
	const [newest = ofOwn.length > 0 ? own : void 0] = sortVersions(ofOwn.length > 0 && isActive(own) ? [own, ...extras] : extras, drift.now);
	return {
		state: "edited",
		differences,
		remarks,
		...newest === void 0 ? {} : { taken: newest }
	};
}
// src/plan/find-drift.ts
function isDrift(state) {
	return state === "edited" || state === "both" || state === "missing";
}
function holdsAlready({ desired, versions, now, expectation }) {
	if (desired === void 0) return !versions.some(isActive);
	const plans = {
		ACTIVE: planActive,
		INACTIVE: planInactive,
		DRAFT: planDraft
	};
	const situation = {
		rule: desired,
		known: versions,
		active: versions.filter((flow) => isActive(flow) && !isOver(flow, now)),
		now,
		ownId: expectation?.ownId
	};
	return plans[desired.status](situation).action === "none";
}
const HELD = "a rollback holds the version of this commit: a deployment leaves it out until it is edited or released";
const HELD_ALREADY = "the tenant already holds what this commit says";
function compareWithCommit(drift) {
	const { desired, versions, now, isDeployed } = drift;
	if (holdsAlready(drift)) return {
		...AS_LEFT,
		isWaiting: false
	};
	const found = pickVersion(versions, now);
	if (desired === void 0 || found === void 0 || desired.status === "DRAFT" || isDeployed) {
		const names = versions.filter(isActive).map(({ id }) => JSON.stringify(id));
		const remark = `the tenant has a flow of this name that no deployment made: ${names.join(", ")}`;
		return {
			...AS_LEFT,
			isWaiting: true,
			remarks: names.length === 0 ? [] : [remark]
		};
	}
	const others = versions.filter((flow) => isActive(flow) && flow.id !== found.id && !isOver(flow, now));
	const ofFound = listDifferences(desired, found);
	return {
		state: "edited",
		differences: ofFound.length === 0 ? others.map(describeExtra) : ofFound,
		remarks: [],
		taken: found,
		isWaiting: false
	};
}
function hasMoved({ desired, expectation, isHeld }) {
	if (isHeld) return false;
	const rule = expectation?.rule;
	return desired === void 0 || rule === void 0 || !isSameVersion(desired, rule);
}
function combine(drift) {
	if (drift.expectation === void 0) return drift.isHeld ? {
		...AS_LEFT,
		isWaiting: false
	} : compareWithCommit(drift);
	const tenant = judgeTenant(drift.expectation, drift);
	const isWaiting = hasMoved(drift);
	if (!isWaiting || !holdsAlready(drift)) return {
		...tenant,
		isWaiting
	};
	if (tenant.state === "in-sync") return {
		...tenant,
		isWaiting: false
	};
	return drift.desired?.status === "DRAFT" ? {
		...tenant,
		isWaiting
	} : {
		...AS_LEFT,
		remarks: [HELD_ALREADY],
		isWaiting: false
	};
}
function stateOf$1(state, isWaiting) {
	if (!isWaiting || state === "missing") return state;
	return state === "edited" ? "both" : "not-deployed";
}
function findDrift(drift) {
	const { state, differences, remarks, taken, isWaiting } = combine(drift);
	const own = drift.versions.find(({ id }) => id === drift.expectation?.ownId);
	const changed = state === "edited" ? taken ?? own : void 0;
	return {
		name: drift.name,
		state: stateOf$1(state, isWaiting),
		differences,
		remarks: drift.isHeld ? [HELD, ...remarks] : remarks,
		...changed?.updatedAt === void 0 ? {} : { changedAt: changed.updatedAt },
		...changed?.updatedBy === void 0 ? {} : { changedBy: changed.updatedBy },
		...state === "edited" && taken !== void 0 ? { taken } : {}
	};
}
// src/plan/drift.ts
function driftedNames({ rules }) {
	return rules.filter(({ state }) => isDrift(state)).map(({ name }) => name);
}
// src/report/annotations.ts
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
function chooseAnnotations(findings, reserved) {
	const of = (severity) => findings.filter((finding) => finding.severity === severity);
	return [
		...annotate("error", of("error"), MOST_OF_A_TYPE - reserved, "errors"),
		...annotate("warning", of("warning"), MOST_OF_A_TYPE, "warnings"),
		...annotate("notice", of("info"), MOST_OF_A_TYPE, "remarks")
	];
}
// src/plan/plan-digest.ts
function hashesOf(flows) {
	return flows.map(({ payloadHash }) => payloadHash).toSorted(compareCodePoints);
}
function digestible({ name, action, rule, finalStatus, retirements, deletions }) {
	const before = retirements.map(({ flow, patch }) => ({
		payloadHash: flow.payloadHash,
		...patch
	}));
	const { effectiveDate, expirationDate } = rule?.payload ?? {};
	return {
		name: name.toWellFormed(),
		action,
		...rule === void 0 ? {} : { to: rule.payloadHash },
		...finalStatus === void 0 ? {} : { status: finalStatus },
		...effectiveDate === void 0 ? {} : { effectiveDate },
		...expirationDate === void 0 ? {} : { expirationDate },
		from: before.toSorted((a, b) => compareCodePoints(canonicalJson(a), canonicalJson(b))),
		deletes: hashesOf(deletions)
	};
}
function planDigest({ changes }) {
	return sha256(canonicalJson(changes.filter(({ action }) => action !== "none").toSorted((a, b) => compareCodePoints(a.name, b.name)).map(digestible)));
}
// src/report/json.ts
function ruleEntry({ rule, figures, change, callers = [] }, plan) {
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
		...callers.length === 0 ? {} : { callers },
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
function trafficEntry({ rules, leftOut }) {
	return {
		rules: rules.map(({ name, lastDay, since }) => ({
			name,
			lastDay,
			since
		})),
		leftOut
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
function driftEntry({ deployedSha, isCommitGone, rules, unknown = [] }) {
	return {
		deployedCommit: isCommitGone ? null : deployedSha ?? null,
		rules: rules.map(({ taken: _taken, remarks, callers: _callers, ...rule }) => ({
			...rule,
			...remarks.length === 0 ? {} : { remarks }
		})),
		unknown: unknown.map(({ name, id, status, why }) => ({
			name,
			id,
			...status === void 0 ? { why } : { status }
		}))
	};
}
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
		...report.plan === void 0 ? {} : { planDigest: planDigest(report.plan) },
		...report.details.length === 0 ? {} : { details: report.details },
		...report.drift === void 0 ? {} : { drift: driftEntry(report.drift) },
		...report.writtenFiles === void 0 ? {} : { writtenFiles: report.writtenFiles },
		...report.traffic === void 0 ? {} : { traffic: trafficEntry(report.traffic) },
		...report.pathTests === void 0 ? {} : { pathTests: pathTestEntry(report.pathTests) }
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
// src/report/callers-section.ts
const FIRST_RULES = 20;
const MOST_NAMED$1 = 5;
function listNames(names, noun) {
	return listWords(names, (name) => codeSpan(name), "and", MOST_NAMED$1, ` ${noun}`);
}
function groupBySentences(rules) {
	return [...groupBy(rules.filter(({ callers }) => callers.length > 0), ({ callers }) => JSON.stringify(callers)).values()];
}
function groupItem(rules) {
	const names = `- ${listNames(rules.map(({ rule }) => rule.payload.name), "rules")}`;
	const sentences = (rules[0]?.callers ?? []).map(markdownSentence);
	return sentences.length === 1 ? `${names}: ${sentences.join("")}\n` : `${names}\n${sentences.map((sentence) => `  - ${sentence}\n`).join("")}`;
}
function unreadableItems(paths) {
	if (paths.length === 0) return [];
	const what = paths.length === 1 ? "a rule" : "rules";
	return [`- ${listNames(paths, "files")} cannot be read as ${what}, so nobody can say what changes for callers there\n`];
}
function callersSections({ rules, unreadable }) {
	const items = [...unreadableItems(unreadable), ...groupBySentences(rules).map(groupItem)];
	const section = {
		noun: "rules' changes for callers",
		tail: ""
	};
	return [{
		...section,
		head: "\n### What changes for callers\n\n",
		items: items.slice(0, FIRST_RULES),
		rank: 2
	}, {
		...section,
		head: "",
		items: items.slice(FIRST_RULES),
		rank: 4
	}];
}
// src/report/order-findings.ts
function findUnchanged({ rules }) {
	return new Set(rules.filter((entry) => !isChanged(entry)).map(({ rule }) => rule.path));
}
function groupFindings(report, severity) {
	const unchanged = findUnchanged(report);
	const found = report.findings.filter((finding) => finding.severity === severity);
	return {
		own: found.filter(({ path }) => !unchanged.has(path)),
		others: found.filter(({ path }) => unchanged.has(path))
	};
}
function orderFindings(report) {
	return [
		"error",
		"warning",
		"info"
	].flatMap((severity) => {
		const { own, others } = groupFindings(report, severity);
		return [...own, ...others];
	});
}
// src/report/verdict.ts
function spellCounts(findings) {
	const errors = countFindings(findings, "error");
	const warnings = countFindings(findings, "warning");
	return [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""].filter((part) => part !== "").join(", ");
}
function isCompared(report) {
	return report.rules.every(({ change }) => change !== void 0);
}
function isMessageSaid({ command, pathTests }) {
	return command === "lint" || command === "test" && pathTests !== void 0;
}
function spellRules(report) {
	const changed = report.rules.filter(isChanged).length;
	const known = isCompared(report) ? `${count(changed, "rule")} ${changed === 1 ? "changes" : "change"}` : count(report.rules.length, "rule");
	const unread = report.unreadable.length;
	return unread === 0 ? known : `${known}, ${count(unread, "file")} cannot be read`;
}
function spellVerdict(report) {
	const rules = spellRules(report);
	const counts = spellCounts(report.findings);
	if (report.command !== "lint") {
		const rest = ` · ${rules}${counts === "" ? "" : `, ${counts}`}`;
		return {
			icon: wentWrong(report) ? "❌" : "✅",
			main: report.result,
			rest
		};
	}
	if (report.result === "failed") return {
		icon: "❌",
		main: `${rules}, ${counts === "" ? "failed" : counts}: cannot merge`,
		rest: ""
	};
	return counts === "" ? {
		icon: "✅",
		main: `${rules}, clean`,
		rest: ""
	} : {
		icon: "⚠️",
		main: `${rules}, ${counts}: can merge`,
		rest: ""
	};
}
// src/report/findings-section.ts
const ICONS = {
	error: "❌",
	warning: "⚠️",
	info: "ℹ️"
};
const FIRST_FINDINGS = 50;
function fileLink(report, path, line) {
	const label = codeSpan(`${path}:${line}`);
	if (report.repositoryUrl === "" || report.commit === "") return label;
	return `[${label}](${report.repositoryUrl}/blob/${report.commit}/${urlPath(path)}#L${line})`;
}
function findingItem(report, finding) {
	const place = fileLink(report, finding.path, finding.line);
	return `- ${ICONS[finding.severity]} ${place} \`${finding.check}\`: ${markdownSentence(finding.message)}\n`;
}
const FEW_ALIKE = 5;
const MOST_ALIKE = 100;
function moreItem({ check, path, severity }, more) {
	return `- ${ICONS[severity]} ${codeSpan(path)} \`${check}\`: ${more} more like these; report.json has them all\n`;
}
function numberAlike(findings) {
	const entries = [...groupBy(findings, ({ check, path }) => JSON.stringify([check, path])).values()].flatMap((group) => group.map((finding, index) => [finding, {
		number: index + 1,
		of: group.length
	}]));
	return new Map(entries);
}
function listFindings(report, findings, alike) {
	return findings.flatMap((finding) => {
		const { number = 0, of = 0 } = alike.get(finding) ?? {};
		if (number > MOST_ALIKE) return [];
		const item = findingItem(report, finding);
		return number === MOST_ALIKE && of > number ? [item, moreItem(finding, of - number)] : [item];
	});
}
function countChecks(findings) {
	const counts = /* @__PURE__ */ new Map();
	for (const { check } of findings) counts.set(check, (counts.get(check) ?? 0) + 1);
	return [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([check, number]) => `${number} ${check}`).join(", ");
}
function foldedSection(noun, title, findings, items) {
	return {
		noun,
		head: `\n<details><summary>${title}: ${countChecks(findings)}</summary>\n\n`,
		items,
		tail: "\n</details>\n",
		rank: 4
	};
}
function findingsSections(report) {
	const [errors, warnings, infos] = [
		"error",
		"warning",
		"info"
	].map((severity) => groupFindings(report, severity));
	const front = [...[errors, warnings].flatMap((group) => [...group?.own ?? [], ...group?.others ?? []]), ...infos?.own ?? []];
	const alike = numberAlike(front);
	const isMore = (finding) => (alike.get(finding)?.number ?? 0) > FEW_ALIKE;
	const more = front.filter(isMore);
	const items = listFindings(report, front.filter((finding) => !isMore(finding)), alike);
	const section = {
		noun: "findings",
		tail: ""
	};
	const remarks = infos?.others ?? [];
	const where = isCompared(report) ? " on rules that do not change" : "";
	return [
		{
			...section,
			head: "\n### Findings\n\n",
			items: items.slice(0, FIRST_FINDINGS),
			rank: 2
		},
		{
			...section,
			head: "",
			items: items.slice(FIRST_FINDINGS),
			rank: 4
		},
		foldedSection("findings", `${count(more.length, "more finding")} of the same checks in the same files`, more, listFindings(report, more, alike)),
		foldedSection("remarks", `${count(remarks.length, "remark")}${where}`, remarks, listFindings(report, remarks, numberAlike(remarks)))
	];
}
const LONGEST_REASON = 1e3;
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
// src/report/fit.ts
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
function shortenSection(fitting, index, degree) {
	const section = fitting.sections[index];
	const form = section?.shorter?.[degree];
	if (section === void 0 || form === void 0) return;
	const items = [...section.items];
	for (let item = items.length - 1; item >= 0 && fitting.excess > 0; item--) {
		const short = form.items[item];
		if (short === void 0) continue;
		fitting.excess -= byteLength(items[item] ?? "") - byteLength(short);
		items[item] = short;
		fitting.lacks[index]?.set(item, form.noun);
	}
	fitting.sections[index] = {
		...section,
		items
	};
}
function shorten(fitting, order) {
	const degrees = Math.max(0, ...fitting.sections.map(({ shorter }) => shorter?.length ?? 0));
	for (let degree = 0; degree < degrees && fitting.excess > 0; degree++) for (const index of order) shortenSection(fitting, index, degree);
}
function countAll(sections) {
	const all = /* @__PURE__ */ new Map();
	for (const { noun, items, shorter = [] } of sections) for (const what of [noun, ...shorter.flatMap((form) => form?.noun ?? [])]) all.set(what, (all.get(what) ?? 0) + items.length);
	return all;
}
function fitSections(sections, budget, explain) {
	const leftOut = /* @__PURE__ */ new Map();
	const countOut = (noun, number) => {
		if (number > 0) leftOut.set(noun, (leftOut.get(noun) ?? 0) + number);
	};
	const whole = sections.reduce((sum, section) => sum + sizeOf(section, section.items.length), 0);
	const order = sections.map((_, index) => index).toSorted((a, b) => (sections[b]?.rank ?? 0) - (sections[a]?.rank ?? 0) || b - a);
	const excess = whole > budget ? whole - budget + byteLength(explain(countAll(sections))) : 0;
	const fitting = {
		sections: [...sections],
		lacks: sections.map(() => /* @__PURE__ */ new Map()),
		excess
	};
	if (excess > 0) shorten(fitting, order);
	const kept = fitting.sections.map((section) => section.items.length);
	for (const index of order) {
		const section = fitting.sections[index];
		if (fitting.excess <= 0 || section === void 0 || section.rank === 0) continue;
		const result = shrink(section, fitting.excess);
		kept[index] = result.kept;
		fitting.excess -= result.saved;
		countOut(section.noun, section.items.length - result.kept);
	}
	fitting.lacks.forEach((lacks, index) => {
		for (const [item, noun] of lacks) if (item < (kept[index] ?? 0)) countOut(noun, 1);
	});
	const body = fitting.sections.map((section, index) => render(section, kept[index] ?? 0)).join("");
	return {
		text: leftOut.size === 0 ? body : body + explain(leftOut),
		leftOut
	};
}
// src/report/drift-words.ts
const STATE_WORDS = {
	"in-sync": "in sync",
	edited: "edited on the tenant",
	"not-deployed": "not deployed yet",
	both: "edited on the tenant, and changed in git since the last deployment",
	missing: "missing on the tenant"
};
// src/report/drift-text.ts
function spellValue(value) {
	return value === void 0 ? "nothing" : JSON.stringify(value);
}
function differenceLine({ path, what, git, tenant }) {
	return `    ${what}: git ${spellValue(git)}, tenant ${spellValue(tenant)} (${path})`;
}
function spellLastChange({ changedAt, changedBy }) {
	const by = changedBy === void 0 ? "" : ` by ${JSON.stringify(changedBy)}`;
	if (changedAt === void 0 && by === "") return "";
	return `last changed on the tenant${by}${changedAt === void 0 ? "" : ` at ${changedAt}`}`;
}
function ruleLines(rule) {
	const change = isDrift(rule.state) ? spellLastChange(rule) : "";
	return [
		`  ${JSON.stringify(rule.name)}: ${STATE_WORDS[rule.state]}${change === "" ? "" : `, ${change}`}`,
		...rule.remarks.map((remark) => `    ${remark}`),
		...rule.differences.map(differenceLine),
		...(rule.callers ?? []).map((sentence) => `    for callers: ${sentence}`)
	];
}
function tabulateDrift({ rules, unknown = [] }) {
	return [...rules.flatMap(ruleLines), ...unknown.map(({ name, id, status, why }) => `  ${JSON.stringify(name)}: unknown on the tenant, flow ${JSON.stringify(id)} ${status ?? `cannot be read: ${why}`}`)];
}
// src/report/drift-sections.ts
const MOST_ROWS$1 = 40;
const LONGEST_VALUE = 200;
function valueCell(value) {
	return value === void 0 ? "–" : codeSpan(value, LONGEST_VALUE);
}
function differenceRow({ what, git, tenant }) {
	return `| ${markdownSentence(what)} | ${valueCell(git)} | ${valueCell(tenant)} |\n`;
}
function differenceTable({ differences, state }) {
	const git = state === "both" ? "Deployed last" : "In git";
	if (differences.length === 0) return "";
	const rows = differences.slice(0, MOST_ROWS$1).map(differenceRow);
	const rest = differences.length - rows.length;
	const more = rest > 0 ? `\n${count(rest, "more difference")}: report.json has them all.\n` : "";
	return `\n| What | ${git} | On the tenant |\n| --- | --- | --- |\n${rows.join("")}${more}`;
}
function sentenceList(head, sentences) {
	const items = sentences.map((sentence) => `- ${markdownSentence(sentence)}\n`).join("");
	return items === "" ? "" : `\n${head}${items}`;
}
function driftedItem(rule) {
	const change = spellLastChange(rule);
	return [
		`\n#### ${codeSpan(rule.name)}: ${STATE_WORDS[rule.state]}\n`,
		change === "" ? "" : `\n${markdownSentence(change.replace(/^l/, "L"))}\n`,
		sentenceList("", rule.remarks),
		differenceTable(rule),
		sentenceList("For callers:\n\n", rule.callers ?? [])
	].join("");
}
function plainItem({ name, remarks }) {
	const remark = remarks.length === 0 ? "" : `: ${remarks.map(markdownSentence).join("; ")}`;
	return `- ${codeSpan(name)}${remark}\n`;
}
function unknownItem({ name, id, status, why }) {
	const state = status === void 0 ? `cannot be read: ${markdownSentence(why)}` : status;
	return `- ${codeSpan(name)}, flow ${codeSpan(id)}: ${state}\n`;
}
function folded(title) {
	return {
		head: `\n<details><summary>${title}</summary>\n\n`,
		tail: "\n</details>\n"
	};
}
function driftSections({ rules, unknown = [] }) {
	const drifted = rules.filter(({ state }) => isDrift(state));
	const waiting = rules.filter(({ state }) => state === "not-deployed");
	const remarked = rules.filter(({ state, remarks }) => state === "in-sync" && remarks.length > 0);
	return [
		{
			noun: "drifted rules",
			head: "\n### Drift\n",
			items: drifted.map(driftedItem),
			tail: "",
			rank: 1
		},
		{
			noun: "rules that are not deployed yet",
			head: "\n### Not deployed yet\n\nGit has moved on since the last deployment; the tenant has not.\n\n",
			items: waiting.map(plainItem),
			tail: "",
			rank: 2
		},
		{
			noun: "remarks",
			head: "\n### In sync, with a remark\n\n",
			items: remarked.map(plainItem),
			tail: "",
			rank: 2
		},
		{
			noun: "unknown flows",
			...folded(`${count(unknown.length, "flow")} on the tenant that no rule describes; never touched`),
			items: unknown.map(unknownItem),
			rank: 3
		}
	].filter(({ items }) => items.length > 0);
}
// src/rules/rule.ts
function isSameFallback(a, b) {
	return a.type === b.type && a.target === b.target;
}
// src/report/node-words.ts
const NODE_WORDS = {
	greeting: "greeting",
	dtmf: "menu",
	queue: "queue",
	transfer: "transfer",
	hangup: "hang up"
};
function spellFallback({ type, target }) {
	return target === void 0 ? NODE_WORDS[type] : `${NODE_WORDS[type]} ${target}`;
}
const SHAPES = {
	greeting: ["[\"", "\"]"],
	dtmf: ["{{\"", "\"}}"],
	queue: ["[(\"", "\")]"],
	transfer: ["[/\"", "\"/]"],
	hangup: ["([\"", "\"])"]
};
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
function renderMermaid(rule) {
	const { nodes } = rule.payload;
	const edges = mergeEdges(nodes, indexNodes(nodes));
	const ends = nodes.flatMap((node, index) => leadsToFallback(node) ? [index] : []);
	if (edges.length + ends.length >= 400 || nodes.length > 400) return void 0;
	const lines = ["flowchart TD", "  start((\"call\")) --> n0"];
	nodes.forEach((node, index) => {
		const [open, close] = SHAPES[node.type];
		lines.push(`  n${index}${open}${mermaidLabel(node.id)} (${NODE_WORDS[node.type]})${close}`);
	});
	let missing = 0;
	for (const { from, to, conditions } of edges) {
		const label = mermaidLabel(conditions.join(", "));
		if (to >= 0) lines.push(`  n${from} -->|"${label}"| n${to}`);
		else lines.push(`  n${from} -->|"${label}"| missing${missing++}["target does not exist"]:::missing`);
	}
	if (ends.length > 0) {
		const words = `otherwise: ${spellFallback(rule.payload.fallbackAction)}`;
		lines.push(`  fallback(["${mermaidLabel(words)}"])`);
	}
	for (const index of ends) lines.push(`  n${index} -.->|"otherwise"| fallback`);
	if (missing > 0) lines.push("  classDef missing stroke-dasharray: 4 3,stroke-width:2px");
	const text = lines.join("\n");
	return text.length > 4e4 ? void 0 : text;
}
// src/report/mermaid-change.ts
const SIGNS$1 = {
	added: "+",
	removed: "−",
	changed: "~",
	renamed: "~",
	unchanged: ""
};
const CLASSES = {
	"+": ["added", "stroke:#2da44e,stroke-width:4px"],
	"−": ["removed", "stroke:#d1242f,stroke-width:2px,stroke-dasharray:8 5"],
	"~": ["changed", "stroke:#bf8700,stroke-width:3px,stroke-dasharray:2 3"]
};
const LINKS = {
	"+": "==>",
	"−": "-.->",
	"~": "-->",
	"": "-->"
};
const LONGEST_ID = 40;
const LONGEST_OF_TWO = 20;
function cut(id, most) {
	return id.length > most ? `${id.slice(0, most - 1).toWellFormed()}…` : id;
}
function nodeLabel({ before, after }, { kind, before: oldAt, after: newAt }) {
	const old = before.nodes[oldAt ?? -1];
	const now = after.nodes[newAt ?? -1] ?? old;
	if (now === void 0) return "";
	const id = old !== void 0 && old.id !== now.id ? `${cut(old.id, LONGEST_OF_TWO)} → ${cut(now.id, LONGEST_OF_TWO)}` : cut(now.id, LONGEST_ID);
	const type = old === void 0 || old.type === now.type ? NODE_WORDS[now.type] : `${NODE_WORDS[old.type]} → ${NODE_WORDS[now.type]}`;
	return `${SIGNS$1[kind]} ${id} (${type})`.trim();
}
function linesOf({ kind, from, before, after, condition }) {
	const line = (sign, to) => ({
		from,
		to,
		sign,
		conditions: [condition]
	});
	if (kind === "added") return [line("+", after?.to)];
	if (kind === "removed") return [line("−", before?.to)];
	return kind === "unchanged" ? [line("", after?.to)] : [line("−", before?.to), line("+", after?.to)];
}
function mergeLines(diff, isDrawn) {
	const merged = /* @__PURE__ */ new Map();
	for (const line of diff.edges.flatMap(linesOf)) {
		if (!isDrawn.has(line.from) || line.to !== void 0 && !isDrawn.has(line.to)) continue;
		const key = `${line.from} ${line.to ?? "-"} ${line.sign}`;
		const known = merged.get(key);
		if (known === void 0) merged.set(key, line);
		else known.conditions.push(...line.conditions);
	}
	return [...merged.values()];
}
function findEndsInFallback({ after, diff }) {
	return diff.nodes.flatMap(({ after: at }, position) => {
		const node = after.nodes[at ?? -1];
		return node !== void 0 && leadsToFallback(node) ? [position] : [];
	});
}
function startLines(changed, drawn, isDrawn) {
	const { nodes, edges } = changed.diff;
	const entry = drawn.find((position) => nodes[position]?.after === 0);
	const old = drawn.find((position) => nodes[position]?.before === 0);
	const lines = entry === void 0 ? [] : [`  start --> n${entry}`];
	if (old !== void 0 && old !== entry) lines.push(`  start -.->|"− start"| n${old}`);
	if (lines.length > 0) return ["  start((\"call\"))", ...lines];
	const goesOn = new Set(edges.flatMap(({ from, after }) => after === void 0 ? [] : [from]));
	const entrances = edges.flatMap(({ from, after }) => after?.to !== void 0 && !isDrawn.has(from) && isDrawn.has(after.to) ? [after.to] : []);
	const to = entrances.find((position) => goesOn.has(position)) ?? entrances[0];
	return to === void 0 ? [] : ["  start((\"call\"))", `  start -.->|"over nodes not drawn"| n${to}`];
}
function fallbackLines(changed, drawn) {
	const ends = new Set(findEndsInFallback(changed));
	const from = drawn.filter((position) => ends.has(position));
	const isSame = isSameFallback(changed.before.fallbackAction, changed.after.fallbackAction);
	if (from.length === 0 && isSame) return [];
	const now = `otherwise: ${spellFallback(changed.after.fallbackAction)}`;
	return [`  fallback(["${mermaidLabel(isSame ? now : `~ ${now}, was: ${spellFallback(changed.before.fallbackAction)}`)}"])${isSame ? "" : ":::changed"}`, ...from.map((position) => `  n${position} -.->|"otherwise"| fallback`)];
}
function draw(changed, drawn) {
	const isDrawn = new Set(drawn);
	const used = /* @__PURE__ */ new Set();
	const nodes = drawn.flatMap((position) => {
		const node = changed.diff.nodes[position];
		const real = changed.after.nodes[node?.after ?? -1] ?? changed.before.nodes[node?.before ?? -1];
		if (node === void 0 || real === void 0) return [];
		const [open, close] = SHAPES[real.type];
		const sign = SIGNS$1[node.kind];
		const style = sign === "" ? "" : `:::${CLASSES[sign][0]}`;
		if (sign !== "") used.add(sign);
		return [`  n${position}${open}${mermaidLabel(nodeLabel(changed, node))}${close}${style}`];
	});
	let missing = 0;
	const merged = mergeLines(changed.diff, isDrawn);
	const lines = merged.map(({ from, to, sign, conditions }) => {
		const label = mermaidLabel(`${sign} ${conditions.join(", ")}`.trim());
		const end = to === void 0 ? `missing${missing++}["target does not exist"]:::missing` : `n${to}`;
		return `  n${from} ${LINKS[sign]}|"${label}"| ${end}`;
	});
	const fallback = fallbackLines(changed, drawn);
	if (fallback.some((line) => line.endsWith(":::changed"))) used.add("~");
	const classes = [
		"+",
		"−",
		"~"
	].flatMap((sign) => used.has(sign) ? [`  classDef ${CLASSES[sign].join(" ")}`] : []);
	if (missing > 0) classes.push("  classDef missing stroke-dasharray: 4 3,stroke-width:2px");
	const start = startLines(changed, drawn, isDrawn);
	if (nodes.length > 400 || start.length + lines.length + fallback.length > 400) return void 0;
	const text = [
		"flowchart TD",
		...start,
		...nodes,
		...lines,
		...fallback,
		...classes
	].join("\n");
	if (text.length > 4e4) return void 0;
	return {
		text,
		signs: /* @__PURE__ */ new Set([...used, ...merged.map(({ sign }) => sign)]),
		drawn: drawn.length,
		nodes: changed.diff.nodes.length
	};
}
function renderChange(changed) {
	const { diff } = changed;
	const near = findSurroundings(diff);
	if (near.length === 0) {
		const ends = isSameFallback(changed.before.fallbackAction, changed.after.fallbackAction) ? [] : findEndsInFallback(changed);
		return {
			whole: ends.length === 0 ? void 0 : draw(changed, ends),
			core: void 0,
			isUnchanged: ends.length === 0
		};
	}
	const core = findCore(diff);
	return {
		whole: draw(changed, near),
		core: core.length < near.length ? draw(changed, core) : void 0,
		isUnchanged: false
	};
}
// src/report/graph-section.ts
const TOO_LARGE = "The graph is too large to be drawn here.\n";
function fence(diagram) {
	return `\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
}
const LEGEND = [
	["+", "new (thick)"],
	["−", "gone (dashed)"],
	["~", "changed (dotted)"]
];
function drawChange({ text, signs, drawn, nodes }, what) {
	const part = drawn === nodes ? "" : ` Drawn: ${drawn} of ${count(nodes, "node")}, ${what}.`;
	const legend = LEGEND.flatMap(([sign, words]) => signs.has(sign) ? [`\`${sign}\` ${words}`] : []);
	return `${fence(text)}\n${legend.join(", ")}.${part}\n`;
}
const MOST_LOOPS = 5;
function spellNodes({ graph }, nodes, separator) {
	return codeSpan(nodes.map((node) => graph.ids[node] ?? "").join(separator));
}
function describeLoops({ figures, before }) {
	const { loops } = figures;
	const old = before?.figures.loops.length ?? loops.length;
	const was = old === loops.length ? "" : ` (before: ${old})`;
	if (loops.length === 0) return old === 0 ? "" : `\nNo loop${was}\n`;
	const named = loops.slice(0, MOST_LOOPS).map((loop) => spellNodes(figures, loop, ", "));
	const more = loops.length > MOST_LOOPS ? ` and ${loops.length - MOST_LOOPS} more` : "";
	return `\n${count(loops.length, "loop")}${was}: ${named.join("; ")}${more}\n`;
}
function describeGraph(entry) {
	const { figures, before } = entry;
	const old = before?.figures.depth.depth ?? figures.depth.depth;
	const was = old === figures.depth.depth ? "" : `, before: ${old}`;
	const way = spellNodes(figures, figures.depth.path, " → ");
	return `Longest way (${count(figures.depth.depth, "transition")}${was}): ${way}\n${describeLoops(entry)}`;
}
function graphItem(entry, drawn) {
	return `<details><summary>${htmlCode(entry.rule.payload.name)}</summary>\n\n${drawn === "" ? "" : `${drawn}\n`}${describeGraph(entry)}\n</details>\n`;
}
const WITH_NEIGHBOURS = "what changed and what is next to it";
const WITHOUT_NEIGHBOURS = "what changed, without what is next to it";
function drawForms(entry) {
	const { rule, before, diff } = entry;
	const words = graphItem(entry, "");
	if (before === void 0 || diff === void 0) {
		const diagram = renderMermaid(rule);
		if (diagram === void 0) return { item: graphItem(entry, TOO_LARGE) };
		return {
			item: graphItem(entry, fence(diagram)),
			words
		};
	}
	const { whole, core, isUnchanged } = renderChange({
		before: before.rule.payload,
		after: rule.payload,
		diff
	});
	if (isUnchanged) return { item: graphItem(entry, "The graph is what it was.\n") };
	const short = core === void 0 ? void 0 : graphItem(entry, drawChange(core, WITHOUT_NEIGHBOURS));
	if (whole !== void 0) return {
		item: graphItem(entry, drawChange(whole, WITH_NEIGHBOURS)),
		core: short,
		words
	};
	return short === void 0 ? { item: graphItem(entry, TOO_LARGE) } : {
		item: short,
		words
	};
}
const drawnForms = /* @__PURE__ */ new WeakMap();
function graphForms(entry) {
	const forms = drawnForms.get(entry) ?? drawForms(entry);
	drawnForms.set(entry, forms);
	return forms;
}
const MOST_DRAWN = 1e6;
const NO_ROOM = "There is no room left to draw this graph.\n";
function graphFormsOfAll(entries) {
	let size = 0;
	return entries.map((entry) => {
		const forms = size > MOST_DRAWN ? {
			item: graphItem(entry, NO_ROOM),
			words: graphItem(entry, "")
		} : graphForms(entry);
		size += byteLength(forms.item);
		return forms;
	});
}
function graphSection(rules) {
	const forms = graphFormsOfAll(rules.filter((entry) => isChanged(entry) && entry.change !== "removed"));
	return {
		noun: "graphs",
		head: "\n### Graphs of the changed rules\n\n",
		items: forms.map(({ item }) => item),
		shorter: [{
			items: forms.map(({ core }) => core),
			noun: "sets of unchanged neighbours"
		}, {
			items: forms.map(({ words }) => words),
			noun: "graphs"
		}],
		tail: "",
		rank: 5
	};
}
// src/report/path-test-sections.ts
const MOST_NAMED = 10;
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
// src/report/plan-section.ts
const REASONS = {
	new: "a new rule",
	content: "its content changes",
	window: "its dates change",
	status: "its status changes",
	removed: "its file is gone",
	renamed: "a new name for a rule",
	held: "held since a rollback",
	"already live": "live already",
	unchanged: "unchanged",
	"not selected": "not selected"
};
const FINAL = {
	INACTIVE: "ready, but inactive",
	DRAFT: "a draft, not activated"
};
function spellActivation({ rule, finalStatus = "ACTIVE" }, now) {
	if (rule === void 0) return "";
	if (finalStatus !== "ACTIVE") return FINAL[finalStatus];
	const { start, end } = windowOf(rule.payload);
	const ends = Number.isFinite(end) ? `, ends ${spellDay(end)}` : "";
	return `activate ${start > now ? `at ${spellDay(start)}` : "at once"}${ends}`;
}
function spellRetirements({ retirements }) {
	const end = retirements.find(({ patch }) => typeof patch.expirationDate === "string")?.patch.expirationDate;
	const stopped = retirements.filter(({ patch }) => patch.status === "INACTIVE").length;
	return [...typeof end === "string" ? [`the version before it ends ${spellDay(Date.parse(end))}`] : [], ...stopped > 0 ? [`${count(stopped, "live version goes", "live versions go")} inactive at once`] : []];
}
function spellChange(change, now) {
	if (change.action === "held") return "nothing is written";
	return [
		spellActivation(change, now),
		...spellRetirements(change),
		change.deletions.length === 0 ? "" : `${count(change.deletions.length, "version")} deleted for good`
	].filter((part) => part !== "").join("; ");
}
function planRow(change, now) {
	return `| ${[
		`**${change.action}**`,
		codeSpan(change.name),
		REASONS[change.reason],
		spellChange(change, now)
	].join(" | ")} |\n`;
}
function sumUpPlan(changes) {
	if (changes.length === 0) return "nothing to do";
	return [
		"create",
		"replace",
		"activate",
		"deactivate",
		"delete",
		"held",
		"none"
	].map((action) => [changes.filter((change) => change.action === action).length, action]).flatMap(([number, action]) => number === 0 ? [] : [`${number} ${action}`]).join(", ");
}
const FIRST_CHANGES = 20;
function planSections({ plan, now }) {
	if (plan === void 0) return [];
	const head = `\n### Plan for the tenant\n\n${sumUpPlan(plan.changes)}. Plan digest: \`sha256:${planDigest(plan)}\`\n`;
	const rows = plan.changes.filter(({ action }) => action !== "none").map((change) => planRow(change, now));
	const section = {
		noun: "plan lines",
		tail: ""
	};
	return [
		{
			noun: "",
			head,
			items: [],
			tail: "",
			rank: 0
		},
		{
			...section,
			head: "\n| Action | Rule | Why | When |\n| --- | --- | --- | --- |\n",
			items: rows.slice(0, FIRST_CHANGES),
			rank: 2
		},
		{
			...section,
			head: "",
			items: rows.slice(FIRST_CHANGES),
			rank: 4
		}
	];
}
// src/report/rules-table-section.ts
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
function ruleRow(report, entry, findings) {
	const { rule, figures, change, before } = entry;
	const old = change === "modified" || change === "renamed" ? before?.figures : void 0;
	const own = change === "removed" ? [] : findings;
	return `| ${[
		change === "renamed" && before !== void 0 ? `${codeSpan(before.rule.payload.name)} → ${codeSpan(rule.payload.name)}` : codeSpan(rule.payload.name),
		change === void 0 ? "" : SIGNS[change],
		figureCell(figures.graph.ids.length, old?.graph.ids.length),
		figureCell(figures.graph.edgeCount, old?.graph.edgeCount),
		depthCell(report, entry),
		spellCounts(own) || "–"
	].join(" | ")} |\n`;
}
function tableHead$1({ maxDepth }) {
	return `${`| Rule | Change | Nodes | Edges | Depth (limit ${maxDepth}) | Findings |\n`}| --- | --- | ---: | ---: | ---: | --- |\n`;
}
const FIRST_ROWS = 20;
function foldedRows(report, summary, rows, rank) {
	return {
		noun: "table rows",
		head: `\n<details><summary>${summary}</summary>\n\n${tableHead$1(report)}`,
		items: rows,
		tail: "\n</details>\n",
		rank
	};
}
function rulesTableSections(report) {
	const findingsOf = groupBy(report.findings.filter(({ severity }) => severity !== "info"), ({ path }) => path);
	const row = (entry) => ruleRow(report, entry, findingsOf.get(entry.rule.path) ?? []);
	const isShownFirst = (entry) => isChanged(entry) || findingsOf.has(entry.rule.path);
	const first = report.rules.filter(isShownFirst).map(row);
	const others = report.rules.filter((entry) => !isShownFirst(entry)).map(row);
	const more = first.slice(FIRST_ROWS);
	const noun = isCompared(report) ? "unchanged rule" : first.length > 0 ? "other rule" : "rule";
	return [
		{
			noun: "table rows",
			head: `\n${tableHead$1(report)}`,
			items: first.slice(0, FIRST_ROWS),
			tail: "",
			rank: 3
		},
		foldedRows(report, count(more.length, "more rule"), more, 3),
		foldedRows(report, count(others.length, noun), others, 4)
	];
}
// src/report/campaign-windows.ts
const MOST_ROWS = 20;
function windowIn(rule, campaignId) {
	return rule?.status === "ACTIVE" && rule.payload.campaignId === campaignId ? windowOf(rule.payload) : void 0;
}
function isSameWindow(a, b) {
	return a?.start === b?.start && a?.end === b?.end;
}
function rowOf$1(entry, campaignId) {
	const { rule, change } = entry;
	const after = change === "removed" ? void 0 : windowIn(rule, campaignId);
	const before = isChanged(entry) ? windowIn(entry.before?.rule, campaignId) : after;
	if (isSameWindow(before, after)) return {
		sign: "",
		rule,
		after,
		before
	};
	return {
		sign: before === void 0 ? "+" : after === void 0 ? "−" : "~",
		rule,
		after,
		before
	};
}
function campaignsOf({ rule, before }) {
	return [.../* @__PURE__ */ new Set([rule.payload.campaignId, before?.rule.payload.campaignId ?? rule.payload.campaignId])];
}
function findTouched(rules) {
	return groupBy(rules.filter(isChanged).flatMap((entry) => campaignsOf(entry).map((campaignId) => ({
		campaignId,
		row: rowOf$1(entry, campaignId)
	}))).filter(({ row }) => row.sign !== ""), ({ campaignId }) => campaignId);
}
function windowOfRow({ after, before }) {
	return after ?? before ?? {
		start: 0,
		end: 0
	};
}
function readCampaign(timeline, touched) {
	const known = new Set(touched.map(({ rule }) => rule));
	const isOver = /* @__PURE__ */ new Set([...timeline.expired, ...timeline.neverInForce]);
	const others = timeline.rules.flatMap(({ rule, window }) => known.has(rule) || isOver.has(rule) ? [] : [{
		sign: "",
		rule,
		after: window,
		before: window
	}]);
	const shown = [...touched, ...others].slice(0, MOST_ROWS);
	return {
		timeline,
		rows: shown.toSorted((a, b) => compareScheduled({
			...a,
			window: windowOfRow(a)
		}, {
			...b,
			window: windowOfRow(b)
		})),
		leftOut: touched.length + others.length - shown.length
	};
}
function findChangedWindows({ rules, timelines }) {
	const touched = findTouched(rules);
	return timelines.flatMap((timeline) => {
		const rows = touched.get(timeline.campaignId);
		return rows === void 0 ? [] : [readCampaign(timeline, rows.map(({ row }) => row))];
	}).filter(({ rows }) => rows.some((row) => [row.after, row.before].some((window) => window !== void 0 && !isAlways(window))));
}
// src/report/mermaid-timeline.ts
const DAY = 864e5;
const SHORTEST_PAST = 30 * DAY;
const LONGEST_PAST = 365 * DAY;
const LONGEST_TAIL = 730 * DAY;
const LONGEST_MARGIN = 180 * DAY;
function findRange(windows, now) {
	const starts = windows.map(({ start }) => start).filter(Number.isFinite);
	const ends = windows.map(({ end }) => end).filter(Number.isFinite);
	const lastStart = Math.max(now, ...starts);
	const end = Math.max(lastStart, ...ends.filter((at) => at <= lastStart + LONGEST_TAIL));
	const past = Math.min(Math.max((end - now) / 3, SHORTEST_PAST), LONGEST_PAST);
	const start = Math.max(Math.min(now, ...starts), now - past);
	const margin = Math.min(Math.max((end - start) / 10, DAY), LONGEST_MARGIN);
	return {
		start: Math.floor((start - margin) / DAY) * DAY,
		end: Math.ceil((end + margin) / DAY) * DAY
	};
}
function spellTime(at) {
	return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}
function spellAxis({ start, end }) {
	if (end - start < 6 * DAY) return "%d %b %H:%M";
	return end - start < 300 * DAY ? "%d %b" : "%b %Y";
}
function spellBar({ id, name, window }, range) {
	const [start, end] = [Math.max(window.start, range.start), Math.min(window.end, range.end)];
	if (end <= start) return [];
	return [`  ${name} :${id}, ${spellTime(start)}, ${spellTime(end)}`];
}
function nameBar(row, number, sign) {
	return `${number}${sign === "" ? "" : ` ${sign}`} ${ganttLabel(row.rule.payload.name)}`;
}
function barsAfter(rows) {
	return rows.flatMap((row, index) => {
		const { after, sign } = row;
		if (after === void 0) return [];
		return [{
			id: `a${index}`,
			name: nameBar(row, index + 1, sign),
			window: after
		}];
	});
}
function barsBefore(rows) {
	return rows.flatMap((row, index) => {
		const { before, sign } = row;
		if (before === void 0 || sign === "") return [];
		return [{
			id: `b${index}`,
			name: nameBar(row, index + 1, "−"),
			window: before
		}];
	});
}
function nameOverlap({ first, second }, rows) {
	const numbers = [first, second].map((rule) => rows.findIndex((row) => row.rule === rule) + 1);
	return numbers.includes(0) ? "overlap" : `overlap of ${numbers.join(" and ")}`;
}
function barsOfMarks({ timeline, rows }) {
	const bar = (id, name, window) => ({
		id,
		name,
		window
	});
	return {
		overlaps: timeline.overlaps.slice(0, 10).map((overlap, index) => bar(`o${index}`, nameOverlap(overlap, rows), overlap.span)),
		gaps: timeline.gaps.slice(0, 10).map(({ span }, index) => bar(`g${index}`, "gap", span))
	};
}
function renderTimeline(campaign, now) {
	const { overlaps, gaps } = barsOfMarks(campaign);
	const sections = {
		After: barsAfter(campaign.rows),
		Before: barsBefore(campaign.rows),
		Overlaps: overlaps,
		Gaps: gaps
	};
	const range = findRange([...campaign.rows.filter(({ sign }) => sign !== "").flatMap(({ before, after }) => [before, after]).filter((one) => one !== void 0), ...gaps.map(({ window }) => window)], now);
	const bars = Object.values(sections).flat();
	const lines = Object.entries(sections).flatMap(([title, own]) => {
		const drawn = own.flatMap((bar) => spellBar(bar, range));
		return drawn.length === 0 ? [] : [`  section ${title}`, ...drawn];
	});
	return {
		text: [...[
			"gantt",
			"  dateFormat YYYY-MM-DD HH:mm:ss",
			`  axisFormat ${spellAxis(range)}`,
			"  todayMarker off"
		], ...lines].join("\n"),
		range,
		isCut: bars.some(({ window }) => window.start < range.start || window.end > range.end)
	};
}
// src/report/timeline-section.ts
const WORDS = {
	"+": "new",
	"−": "gone",
	"~": "changed",
	"": ""
};
function spellWindow(window) {
	return window === void 0 ? "not in force" : spellSpan(window);
}
function rowLine({ rule, sign, after, before }, index) {
	const mark = sign === "" ? "" : ` \`${sign}\` ${WORDS[sign]}`;
	const was = sign === "" ? "the same" : spellWindow(before);
	return `| ${index + 1} | ${codeSpan(rule.payload.name)}${mark} | ${spellWindow(after)} | ${was} |\n`;
}
function listMarks({ timeline }) {
	const { overlaps, overlapsLeftOut, gaps } = timeline;
	const named = overlaps.slice(0, 10).map(({ first, second, span }) => {
		const [a, b] = [codeSpan(first.payload.name), codeSpan(second.payload.name)];
		return `- ❌ overlap: ${a} and ${b} are both in force ${spellSpan(span)}\n`;
	});
	const moreOverlaps = overlaps.length + overlapsLeftOut - named.length;
	const open = gaps.slice(0, 10).map(({ span }) => `- ⚠️ gap: no rule is in force ${spellSpan(span)}\n`);
	const moreGaps = gaps.length - open.length;
	return [
		...named,
		...moreOverlaps > 0 ? [`- ${count(moreOverlaps, "more overlap")}\n`] : [],
		...open,
		...moreGaps > 0 ? [`- ${count(moreGaps, "more gap")}\n`] : []
	];
}
function sumUp({ rows, timeline }) {
	const changed = rows.filter(({ sign }) => sign !== "").length;
	const overlaps = timeline.overlaps.length + timeline.overlapsLeftOut;
	return [
		`${count(changed, "window")} ${changed === 1 ? "changes" : "change"}`,
		...overlaps === 0 ? [] : [count(overlaps, "overlap")],
		...timeline.gaps.length === 0 ? [] : [count(timeline.gaps.length, "gap")]
	].join(", ");
}
function drawChart(campaign, now) {
	const { text, range, isCut } = renderTimeline(campaign, now);
	return `\`\`\`mermaid\n${text}\n\`\`\`\n\n${`The chart runs from ${spellDay(range.start)} to ${spellDay(range.end)}`}${isCut ? "; a bar that touches an edge goes on beyond it" : ""}. All times are in UTC.\n\n`;
}
function campaignItem(campaign, chart) {
	const { timeline, rows, leftOut } = campaign;
	const summary = `campaign ${htmlCode(timeline.campaignId)}: ${sumUp(campaign)}`;
	const table = `| | Rule | In force | Before |\n| ---: | --- | --- | --- |\n${rows.map(rowLine).join("")}`;
	const more = leftOut === 0 ? "" : `\nand ${count(leftOut, "more rule")} of this campaign.\n`;
	const marks = listMarks(campaign).join("");
	return `<details><summary>${summary}</summary>\n\n${chart}${table}${more}${marks === "" ? "" : `\n${marks}`}\n</details>\n`;
}
function timelineSection(report) {
	const campaigns = findChangedWindows(report);
	return {
		noun: "campaigns",
		head: "\n### When rules are in force\n\n",
		items: campaigns.map((campaign) => campaignItem(campaign, drawChart(campaign, report.now))),
		shorter: [void 0, {
			items: campaigns.map((campaign) => campaignItem(campaign, "")),
			noun: "charts"
		}],
		tail: "",
		rank: 4
	};
}
// src/health/spell-figures.ts
function spellPercent(share) {
	return `${Math.floor(share * 1e4 + 1e-6) / 100}`;
}
function spellNumber(value) {
	return value.toLocaleString("en-US");
}
function spellSeconds(seconds) {
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	const minutes = Math.floor(whole / 60);
	if (minutes >= 60) return `${spellNumber(Math.floor(minutes / 60))} h ${minutes % 60} min`;
	return `${minutes} min ${whole % 60} s`;
}
// src/report/traffic-section.ts
const NO_FIGURES = Array.from({ length: 3 }, () => "–");
function figureCells(traffic, none) {
	if (traffic === void 0) return NO_FIGURES;
	const { calls, completionRate, averageDuration } = traffic;
	if (completionRate === void 0 || averageDuration === void 0) return [none, ...NO_FIGURES.slice(1)];
	return [
		spellNumber(calls),
		`${spellPercent(completionRate)} %`,
		spellSeconds(averageDuration)
	];
}
function row({ name, lastDay, since }, isWatched) {
	return `| ${[
		codeSpan(name),
		...figureCells(lastDay, "no calls in the last day"),
		...isWatched ? figureCells(since, "no calls yet") : []
	].join(" | ")} |\n`;
}
function tableHead({ command }, isWatched) {
	const of = (when) => [
		`Calls ${when}`,
		"Completed",
		"Average duration"
	];
	const heads = [
		"Rule",
		...of(command === "lint" ? "in the last 24 h" : "of the version before in its last 24 h"),
		...isWatched ? of("of the new version") : []
	];
	const lines = heads.map((_, index) => index === 0 ? "---" : "---:");
	return `| ${heads.join(" | ")} |\n| ${lines.join(" | ")} |\n`;
}
function trafficSection(report) {
	const { rules, leftOut } = report.traffic ?? {
		rules: [],
		leftOut: 0
	};
	const isWatched = rules.some(({ since }) => since !== void 0);
	const tail = leftOut === 0 ? "" : `\n_${count(leftOut, "more rule")} ${leftOut === 1 ? "was" : "were"} not asked for._\n`;
	return {
		noun: "rows of calls",
		head: `\n### Calls\n\n${tableHead(report, isWatched)}`,
		items: rules.map((rule) => row(rule, isWatched)),
		tail,
		rank: 3
	};
}
// src/report/markdown.ts
const COMMENT_BUDGET = 65536;
const SUMMARY_BUDGET = 1e6;
function commentMarker(environment) {
	return `<!-- cxone-ivr-gitops:${environment} -->`;
}
const LONGEST_COMMAND = 4e3;
function detailItem({ text, command }) {
	return `- ${markdownSentence(text)}${command === void 0 ? "" : ` ${codeSpan(command, LONGEST_COMMAND)}`}\n`;
}
function openingSection(report, marker) {
	const { command, environment, message } = report;
	const title = `### CXone IVR rules: ${codeSpan(environment)}\n\n`;
	const { icon, main, rest } = spellVerdict(report);
	return {
		noun: "",
		head: `${marker}\n${title}${icon} **${main}**${rest}\n${message === "" || isMessageSaid(report) ? "" : `\n${markdownSentence(message)}\n`}${command === "lint" && report.rules.length > 0 && !isCompared(report) ? "\nThere is no earlier version to compare with.\n" : ""}`,
		items: [],
		tail: "",
		rank: 0
	};
}
function buildSections(report, marker) {
	return [
		openingSection(report, marker),
		{
			noun: "remarks",
			head: "\n",
			items: report.details.map(detailItem),
			tail: "",
			rank: 2
		},
		...report.drift === void 0 ? [] : driftSections(report.drift),
		...callersSections(report),
		...findingsSections(report),
		suppressedSection(report),
		...rulesTableSections(report),
		graphSection(report.rules),
		...planSections(report),
		trafficSection(report),
		timelineSection(report),
		...report.pathTests === void 0 ? [] : pathTestSections(report.pathTests)
	].filter((section) => section.rank === 0 || section.items.length > 0);
}
function explainLeftOut(where) {
	return (leftOut) => {
		return `\n_Left out to fit GitHub's limit: ${[...leftOut].filter(([noun]) => noun !== "").map(([noun, number]) => number === 1 ? `1 of the ${noun}` : `${number} ${noun}`).join(", ")}. ${where}_\n`;
	};
}
function renderComment(report, runUrl) {
	const where = runUrl === "" ? "report.json has it all." : `[The job summary](${runUrl}) has it all.`;
	return fitSections(buildSections(report, commentMarker(report.environment)), COMMENT_BUDGET, explainLeftOut(where)).text;
}
function renderSummary(report) {
	const { text } = fitSections(buildSections(report, ""), SUMMARY_BUDGET, explainLeftOut("report.json has it all."));
	return text.trimStart();
}
// src/report/fingerprint.ts
const IN_NODE = /^\/nodes\/(\d+)(?:\/transitions\/(\d+))?(.*)$/s;
function nameSteps(pointer, rule) {
	const [, nodeIndex, transitionIndex, rest] = IN_NODE.exec(pointer) ?? [];
	const node = nodeIndex === void 0 ? void 0 : rule?.payload.nodes[Number(nodeIndex)];
	if (node === void 0) return [pointer];
	if (transitionIndex === void 0) return [
		"node",
		node.id,
		rest
	];
	const condition = node.transitions[Number(transitionIndex)]?.condition;
	return [
		"node",
		node.id,
		"transition",
		condition ?? transitionIndex,
		rest
	];
}
function fingerprintFindings(findings, rules) {
	const ruleOf = new Map(rules.map((rule) => [rule.path, rule]));
	const seen = /* @__PURE__ */ new Map();
	return findings.map(({ check, path, pointer }) => {
		const rule = ruleOf.get(path);
		const owner = rule === void 0 ? ["file", path] : ["rule", rule.payload.name];
		const name = JSON.stringify([
			check,
			...owner,
			...nameSteps(pointer, rule)
		]);
		const ordinal = seen.get(name) ?? 0;
		seen.set(name, ordinal + 1);
		return (0, import__builtin_crypto.createHash)("sha256").update(`${name} ${ordinal}`).digest("hex");
	});
}
// src/report/check-help.generated.ts
const CHECK_HELP = {
	"dead-end": "## Why it matters\n\nAfter a greeting or dtmf without transitions the call takes `fallbackAction`. That is often what is meant, and then it is well. But\nthe file does not say so at the node, and `fallbackAction` is one for the whole rule: whoever changes it for callers who press a\nwrong key changes it for these callers too. And where a transition was forgotten, callers hear an announcement and are cut off.\n\nA rule of one node is not told: an announcement and then the fallback is all that it says. Nor is a node that no caller reaches.\n\n## How to mend it\n\nSay at the node what comes next: a `default` to a hangup where the call is meant to end, or to a queue, or back to the menu.\n",
	"duplicate-condition": "## Why it matters\n\nA caller who presses a key can only be led to one node. Where a key stands twice, one of the two transitions is dead, and which\none that is depends on the program that reads the rule: the simulation takes the first, and a tenant may take the last. It often\ncomes from merging two branches that each added a choice. Where both lead to the same node nothing goes wrong, and it is a warning.\n\nTwo spellings of a condition are one condition: `press_hash` is `press_pound`, `no_match` is `invalid`, and `next` is `default`.\n\n## How to mend it\n\nListen to the prompt: which node does it promise for that key? Keep that transition, and give the other a key of its own, or remove\nit. Transitions count from 0 in the finding.\n",
	"duplicate-key": "## Why it matters\n\nJSON parsers take an object that has a key twice, and nearly all of them keep the last value without a word. A reviewer who\nreads the first one approves something else than what callers get, which is most dangerous for a target or a campaign. It\noften comes from merging two branches.\n\n## How to mend it\n\nKeep the value that is meant and remove the other. The finding is at the second one and names the places of both.\n",
	"duplicate-node-id": "## Why it matters\n\nTransitions name nodes by id, so an id has to mean one node. Of two nodes that share an id, a transition can only lead to one,\nand which one that is depends on the program that reads the rule. Callers may hear a prompt that nobody expected, and the other\nnode is never reached. It often comes from copying a node and changing all but its id.\n\n## How to mend it\n\nGive the second node an id of its own, and let the transitions that mean it lead there. Where it is a left-over copy, remove it.\n",
	"duplicate-rule-name": "## Why it matters\n\nThe name is what a rule is known by: a deployment looks for the live version of a rule by its name, and so does a rollback. Two\nfiles with one name would replace each other on the tenant at every deployment, and callers would meet whichever came last. The\nfinding is on the second file in the order of paths.\n\n## How to mend it\n\nChoose a name for each file. A rule that is live under a name keeps it; the newer file gets another one. Where both files are\nmeant to be the same rule, keep one of them.\n",
	"expired-suppression": "## Why it matters\n\nA finding is suppressed for a while, not for ever: on the day that `expires` names somebody looks at it again. From then on the\nfinding counts as before, and the suppression is an error of its own, so that it is not carried along. A date counts through its\nend in UTC; a date-time with an offset ends at that instant.\n\n## How to mend it\n\nMend the rule and remove the suppression. Where the reason still holds, say so in `reason` and set a new date, in a pull request\nthat others review. The severity of this check can be changed in the config file; its findings cannot be suppressed.\n",
	"fallback-target": "## Why it matters\n\n`fallbackAction` is what callers get for whom nothing matches: those who press a wrong key, or nothing, or come to the last node\nof a way. A queue or a transfer without a target leaves to the tenant where they go, and that is seen only when the first of them\ncalls. A hangup needs no target.\n\n## How to mend it\n\nAdd `target`: the queue, or whom to transfer to. Where callers should just be told goodbye, make it `{ \"type\": \"hangup\" }`.\n",
	"hearing-twice": "## Why it matters\n\nA caller who hears the same recording again, without having pressed anything, believes that the telephone is broken, and hangs up\nor presses at random. It mostly comes from a node that says \"please try again\" with the recording of the menu itself, and\nthen leads to the menu, which plays it once more.\n\nOnly nodes are followed at which the call does not wait: a greeting or dtmf whose only transition is `default`. A menu that\ncomes again after a wrong key is no finding. Where short recordings are put together to sentences (\"to hear\", \"press one\"), one\nof them may well come twice: suppress the check for such a rule.\n\n## How to mend it\n\nGive one of the two nodes a recording of its own, or leave one of them out and lead to the other.\n",
	"max-depth": "## Why it matters\n\nEvery transition is one more thing that a caller has to listen to or decide on before the call gets anywhere. Few people stay\nwith a menu for long; those who do forget where they are. The depth counts the transitions on the longest journey that hears\nnothing twice, so a menu that repeats itself after a wrong key does not count again. Input `max-depth` is the limit, 15 where\nnothing is set. The finding spells out the journey, and is placed at its last node.\n\nIn a rule whose loops can be entered at several places, the longest journey can be too costly to find. Then the finding is an\nerror where the best journey found is already too long, and a warning where a longer one merely could not be ruled out.\n\n## How to mend it\n\nPut announcements that follow each other into one recording, offer the most wanted choices first, and let a sub-menu go back\nto the menu above it rather than into another one. Where a journey really has to be that long, raise `max-depth`.\n",
	"menu-too-wide": "## Why it matters\n\nCallers hear a menu once, in order, and cannot look back. When the ninth choice is read out the second is forgotten, and the\ncaller waits for the whole list again, presses a wrong key or asks for an agent. The limit is seven keys where nothing else is set.\n\nOnly different keys count, star and pound too; `timeout`, `invalid`, `default` and conditions of the tenant's own do not.\n\n## How to mend it\n\nPut together what ends at the same desk, offer the most wanted choices first, and move the rest into a second menu behind one key.\n",
	"no-input-handling": "## Why it matters\n\nSome callers press nothing: they drive, they have no keypad at hand, or they did not understand. Others press a key that was not\noffered. A menu with neither `timeout` nor `default` leaves the first to `fallbackAction`, one with neither `invalid` nor `default`\nthe second, and they are often hung up on without a word. The finding says what they get. A menu in which every key of a telephone\nhas a transition needs no `invalid`.\n\nWhere the menu has conditions of the tenant's own, one of them may cover the case; the finding names them. A menu that no caller\nreaches is not told.\n\n## How to mend it\n\nAdd `timeout` and `invalid`, or `default` for both. Someone who pressed a wrong key can hear the menu again; someone who pressed\nnothing is better led to an agent or to a goodbye.\n",
	"path-test": "## Why it matters\n\nA path test says what a caller does and where the call must end. It holds what was agreed, so that a later change of the rule\ncannot take it back unseen (how to write path tests). The finding is placed at the expectation that does not hold, and tells the way that the call took.\n\n## How to mend it\n\nFollow the way that the finding tells. Where the rule is wrong, mend the rule; where what was agreed has changed, change the test\nin the same pull request, so that whoever reviews it sees both.\n",
	"rule-files": "## Why it matters\n\nWhat cannot be read is neither checked nor deployed, and a run that says nothing about it would pass for one that has looked at\neverything. Links that lead out of the workspace are never followed: a rule must be in the repository, where it is reviewed.\n\nFound here: nothing that the globs match, a symbolic link that leads out of the workspace, nowhere or to itself, a folder with the\nname of a rule file or in the place of a glob, a pipe, a socket or a device, and files and folders that may not be read. Files that\ntwo globs match are one remark: each is read once. Everything else is looked at all the same.\n\n## How to mend it\n\nPut a copy of the file in the place of a link, give a folder another name, or take a path out of input `rules` with a line that\nstarts with `!`. Where no file is found at all, compare the globs with the folders of the repository, and see that\n`actions/checkout` comes before this action.\n",
	"schema": "## Why it matters\n\nA rule has properties that are fixed: a name, a campaign, nodes with an id and a type, a fallback. A property that is missing,\nmisspelled or of the wrong kind would be dropped in silence or refused half-way through a deployment, and callers would meet a\nmenu without the part that its author thought was there. A property that the schema does not know is therefore an error, and so\nare `null` where a text is due, and a date that is no ISO 8601 date-time or does not exist. `schemas/rule.schema.json` has\nthe whole shape; editors read it through `$schema`.\n\n## How to mend it\n\nDo as the finding says: it names the place, what is wrong with it, and, where a word is nearly right, the word that was probably\nmeant. What has no place in a rule, such as a remark of the author, goes into the commit message.\n",
	"syntax": "## Why it matters\n\nA file that cannot be read at all cannot be deployed, and what it should have said to callers is lost. JSON is stricter than it\nlooks: no comma after the last element, no comments, texts in double quotes only. Other files are looked at all the same; one\nbroken file hides nothing of the rest.\n\nAlso found here: a file that is empty or larger than 5 MiB, a byte order mark, bytes that are no UTF-8, half of a surrogate pair\n(a `\\ud800` to `\\udfff` escape without its other half), a number with more digits than a reader keeps (such as\n`12345678901234567890`), and nesting deeper than 100 levels.\n\n## How to mend it\n\nGo to the line and column of the first finding; the others often follow from it. An editor that knows JSON marks the same place.\nSave the file as UTF-8 without a byte order mark.\n",
	"transitions-after-hangup": "## Why it matters\n\nA hangup ends the call, so what should come after it never comes: a survey, a way to the queue, a last announcement. Either the\ntype is wrong, or the transitions are left over. The tenant may refuse such a rule half-way through a deployment.\n\n## How to mend it\n\nWhere callers should hear more, make the node what it should be, such as a greeting. Where the call should end, remove the\ntransitions, and the nodes that nothing else leads to.\n",
	"trap": "## Why it matters\n\nA caller who comes into such a loop hears the same prompts again and again, whatever they press, and can only hang up. Going\nback to a menu after a wrong key is fine and most rules do it; what makes it a trap is that nothing in the loop leads on to a\nhangup, a queue, a transfer or a node without transitions. The finding is placed at the first node of the loop.\n\nWhere nothing in the loop matches what some callers do, `fallbackAction` takes them out of it, and the finding says so. It is an\nerror all the same: whoever does as the prompts say never gets anywhere.\n\n## How to mend it\n\nGive at least one node of the loop a transition that leads out of it: to an agent, to a hangup, or on with the call. A caller who\nsays nothing should come to an end after a try or two.\n",
	"undefined-target": "## Why it matters\n\nA transition names the node that comes next by its id. Where no node has that id, a caller who takes the transition has nowhere\nto go: the tenant refuses the rule, or the caller falls out of the menu. It is nearly always a typo, or a node that was renamed\nor removed while something still led to it. An empty target counts too.\n\n## How to mend it\n\nWrite the id exactly as the node has it: capitals and spaces count. Where the node is gone, let the transition lead to another\none, or remove it: callers for whom nothing matches then take `fallbackAction`.\n",
	"unknown-key": "## Why it matters\n\nA telephone has the keys 0 to 9, star and pound, and callers press one at a time. A transition on `press_12` or `press_#` is\nnever taken: the choice is read out, the caller presses the key, and gets what is meant for wrong keys. Conditions that do not\nbegin with `press_` are the tenant's own, and are not judged.\n\n## How to mend it\n\nWrite `press_` and the key: a digit, `star` or `pound` (`press_hash` is the same). A number of more than one digit takes several\nmenus, or a condition of the tenant's own that collects digits.\n",
	"unreachable-node": "## Why it matters\n\nThe entry is the first element of `nodes`. A node that no chain of transitions from there leads to is never heard. Sometimes that\nis a left-over and does no harm; sometimes a transition was forgotten, and callers are missing a choice that the prompt offers\nthem. Where the order of the nodes was changed by accident, nearly all of them become unreachable at once.\n\n## How to mend it\n\nAdd the transition that should lead to the node, or remove the node. Where many nodes are found at once, look at which one\nstands first.\n",
	"unused-suppression": "## Why it matters\n\nA suppression that is left over hides the next finding of its check in that rule, which nobody has looked at. One with a typo in\nit does nothing, while whoever wrote it thinks that it does. It is told at the part that is wrong: a check, a rule or a node that\ndoes not exist, with the nearest name. A rule that is not known is not told of while a rule file is broken: it may be its.\n\n## How to mend it\n\nRemove the suppression from the config file where the finding is gone, or mend the name. The severity of this check can be changed\nthere; its findings cannot be suppressed.\n",
	"window-ambiguous": "## Why it matters\n\n`effectiveDate` and `expirationDate` say when callers meet a rule. A time without an offset means another instant in every time\nzone, and whoever reads it takes their own: the author, the build machine and the tenant may be hours apart. A holiday greeting\nwould start in the middle of a working day, or the offices would be closed on the telephone while they are open.\n\n## How to mend it\n\nAdd the offset that holds at that place on that day (summer time counts), or write the time in UTC with a `Z`. Two spellings of\none instant are the same rule and deploy nothing.\n",
	"window-expired": "## Why it matters\n\nThe rule is still deployed and kept active, but no caller meets it any more. It is either forgotten and makes the list of rules\nlonger than what is true, or it was meant to go on and its campaign now has no rule at all.\n\n## How to mend it\n\nDelete the file (what becomes of the flow on the tenant says input `removed-rules`), give the rule its next dates, or set its\n`status` to `INACTIVE` where it is kept for another year. All times are compared in UTC.\n",
	"window-expires-soon": "## Why it matters\n\nWhen the rule expires its campaign has no rule, and its callers get whatever the tenant does without one. Nobody changes a file on\nthat day, so nothing else would tell of it. The number of days is the threshold `windowExpiresSoonDays` of\nthe config file; where a later rule follows after a while, `window-gap` tells of the span between.\n\n## How to mend it\n\nAdd the rule that follows, with the same instant as its `effectiveDate`, or give this one a later `expirationDate`, or none. Where\nthe campaign itself ends on that day, suppress the finding with that as the reason.\n",
	"window-gap": "## Why it matters\n\nIn a gap the campaign has no rule, and its callers get whatever the tenant does without one. Gaps come from an end that was\nwritten as `23:59:59` with the next start at `00:00:00`, from a changed date on one side only, and from the two offsets of the\nnight on which clocks change: an hour is easily lost.\n\n## How to mend it\n\nGive the later rule the very instant at which the earlier one ends: a window goes up to, not at, its `expirationDate`, so nothing\noverlaps. A campaign that is meant to rest between its seasons has gaps on purpose: suppress the finding at the later rule, with\nthat as the reason (the config file).\n",
	"window-inverted": "## Why it matters\n\nA window goes from `effectiveDate` up to, not at, `expirationDate`. Where it ends before it starts there is no instant in it: the\nrule is deployed, shown as active, and no caller ever meets it. Most often the two dates are exchanged, or a year is wrong after\nNew Year. It is told whatever the status of the rule, since it would be wrong on the day on which it is activated.\n\n## How to mend it\n\nMend the date that is wrong. With offsets, compare the instants, not the digits: `2027-10-31T02:30:00+02:00` is an hour before\n`2027-10-31T02:30:00+01:00`.\n",
	"window-overlap": "## Why it matters\n\nA caller of a campaign meets one rule. Where two are in force at the same time, which one that is depends on the tenant, and\nnothing in the repository says it: the holiday greeting may play, or not. A window is half open, so one rule may start at the very\ninstant at which another ends. The finding stands at the rule that starts later, a pair is told once, and of a campaign with more\nthan 100 pairs the others are counted.\n\nA rule without any date is in force beside every other one. Often that is meant: a holiday rule is to go before the usual one, or\nthe rules are for different numbers of one campaign, which a rule cannot say. So that is a warning.\n\n## How to mend it\n\nSplit the rule that is always in force around the other one: it ends where the other starts, and a second file with the\nsame nodes starts where the other ends. After the day, delete the two that are over. Where two rules are variants of which one\nonly is meant to be live, set the `status` of the other one to `INACTIVE` or `DRAFT`; where they are for different callers, give\neach its own campaign.\n\nWhere your tenant does choose between rules that overlap, and the choice is what you want, turn the check down for the whole\nrepository, or suppress it for one rule with a reason: the config file.\n"
};
// src/report/sarif-rules.ts
const LEVELS = {
	error: "error",
	warning: "warning",
	info: "note"
};
const PROBLEM_SEVERITIES = {
	error: "error",
	warning: "warning",
	info: "recommendation"
};
const TENANT$1 = {
	id: "tenant",
	severity: "error",
	finds: "what the tenant says against a rule that a deployment sends it"
};
const TENANT_HELP = `## Why it matters

The tenant refused the rule when it was validated or compiled. Nothing of the deployment stays.

## How to mend it

Change what the message names. Where the message is not clear, the tenant's own documentation has more on it.
`;
function sentence(words) {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
function plainHelp(finds, help) {
	return `${sentence(finds)}\n\n${help.replace(/^## .*\n+/gm, "").trimEnd()}`;
}
function tagOf(check) {
	if (check.lookAtRule !== void 0) return "rule";
	if (check.lookAtTimelines !== void 0) return "schedule";
	return check.lookAtAll === void 0 ? "file" : "rule-set";
}
function describeCheck(check, help) {
	const { id, severity, finds } = check;
	return {
		id,
		shortDescription: { text: sentence(finds) },
		help: {
			text: plainHelp(finds, help),
			markdown: help
		},
		defaultConfiguration: { level: LEVELS[severity] },
		properties: {
			tags: ["ivr", check === TENANT$1 ? "tenant" : tagOf(check)],
			"problem.severity": PROBLEM_SEVERITIES[severity]
		}
	};
}
function describeChecks() {
	return [...CHECKS.map((check) => describeCheck(check, CHECK_HELP[check.id] ?? "")), describeCheck(TENANT$1, TENANT_HELP)];
}
const RULE_INDICES = new Map([...CHECKS, TENANT$1].map(({ id }, index) => [id, index]));
// src/report/sarif.ts
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const MOST_RESULTS = 25e3;
const LONGEST_MESSAGE = 1e3;
const ZERO_WIDTH_SPACE = "​";
function sarifText(text) {
	return cutText(terminalText(text), LONGEST_MESSAGE).replaceAll("](", `]${ZERO_WIDTH_SPACE}(`).replace(/\{(?=\d)/g, `{${ZERO_WIDTH_SPACE}`).toWellFormed();
}
function regionOf({ line, column, endLine, endColumn }) {
	return {
		startLine: line,
		startColumn: column,
		...line === endLine && column === endColumn ? {} : {
			endLine,
			endColumn
		}
	};
}
function resultOf(finding, fingerprint) {
	const ruleIndex = RULE_INDICES.get(finding.check);
	return {
		ruleId: finding.check,
		...ruleIndex === void 0 ? {} : { ruleIndex },
		level: LEVELS[finding.severity],
		message: { text: sarifText(finding.message) },
		locations: [{ physicalLocation: {
			artifactLocation: {
				uri: urlPath(finding.path),
				uriBaseId: "%SRCROOT%"
			},
			region: regionOf(finding)
		} }],
		partialFingerprints: { "cxoneIvrPlace/v1": fingerprint }
	};
}
function provenanceOf({ repositoryUrl, commit }) {
	if (repositoryUrl === "") return {};
	return { versionControlProvenance: [{
		repositoryUri: repositoryUrl,
		...commit === "" ? {} : { revisionId: sarifText(commit) }
	}] };
}
function tellLeftOut(left) {
	if (left === 0) return {};
	return { invocations: [{
		executionSuccessful: true,
		toolExecutionNotifications: [{
			level: "warning",
			message: { text: `${count(left, "more finding")} left out, the mildest: report.json has them all` }
		}]
	}] };
}
function renderSarif(report) {
	const findings = report.findings.slice(0, MOST_RESULTS);
	const prints = fingerprintFindings(findings, presentRules(report).map(({ rule }) => rule));
	const run = {
		tool: { driver: {
			name: "cxone-ivr-gitops",
			rules: describeChecks()
		} },
		automationDetails: { id: `cxone-ivr/${encodeURIComponent(report.environment.toWellFormed())}/${report.command}` },
		...provenanceOf(report),
		columnKind: "utf16CodeUnits",
		...tellLeftOut(report.findings.length - findings.length),
		results: findings.map((finding, index) => resultOf(finding, prints[index] ?? ""))
	};
	return `${JSON.stringify({
		$schema: SCHEMA,
		version: "2.1.0",
		runs: [run]
	}, null, 2)}\n`;
}
// src/runner/publish.ts
const [JSON_FILE, COMMENT_FILE, SARIF_FILE] = [
	"report.json",
	"comment.md",
	"report.sarif"
];
const REPORT_FILES = [
	JSON_FILE,
	COMMENT_FILE,
	SARIF_FILE
];
function setOutput(name, value) {
	setOutput$1(name, value);
}
function writeSummary(markdown) {
	const file = process.env.GITHUB_STEP_SUMMARY ?? "";
	if (file !== "") (0, import__builtin_fs.appendFileSync)(file, markdown);
}
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
function writeOutputs(result) {
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
	if (report.drift !== void 0) setOutput("drifted", JSON.stringify(driftedNames(report.drift)));
	if (report.writtenFiles !== void 0) setOutput("written-files", JSON.stringify(report.writtenFiles));
}
async function writePage({ log }, report, files) {
	try {
		const { renderHtml } = await import("./render-html.js");
		setOutput("report-html", files.write("report.html", renderHtml(report)));
	} catch (error) {
		log.warning(`report.html is not written: ${messageOf(error)}. report.json and the job summary say the same`);
	}
}
async function publish(session, result, files) {
	const { report } = result;
	const comment = renderComment(report, session.run.runUrl);
	setOutput("report-json", files.write(JSON_FILE, renderJson(report)));
	setOutput("comment-body", files.write(COMMENT_FILE, comment));
	setOutput("sarif", files.write(SARIF_FILE, renderSarif(report)));
	writeAnnotations(chooseAnnotations(orderFindings(report), wentWrong(report) ? 1 : 0));
	writeOutputs(result);
	writeSummary(renderSummary(report));
	const commentId = await postComment(session, result, comment);
	await writePage(session, report, files);
	if (commentId !== void 0) setOutput("comment-id", commentId);
}
// src/runner/take-inputs.ts
function takeInputs() {
	const inputs = readInputs((name) => getInput(name));
	for (const secret of [
		inputs.clientSecret,
		inputs.accessKeySecret,
		inputs.githubToken
	]) if (secret !== "") setSecret(secret);
	return inputs;
}
// \0builtin-process.cjs?process
var require__builtin_process = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:process");
}));
// \0builtin-stream-web.cjs?stream/web
var require_web = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:stream/web");
}));
// src/report/path-test-table.ts
const WIDEST_NAME = 60;
const HEADS = [
	"Rule",
	"Passed",
	"Failed",
	"Transitions taken"
];
function rowOf({ name, tests, failed, taken, transitions }) {
	return [
		cutText(terminalText(name), WIDEST_NAME),
		`${tests - failed}`,
		`${failed}`,
		`${taken} of ${transitions}`
	];
}
function tabulatePathTests({ rules }) {
	if (rules.length === 0) return [];
	const rows = [[...HEADS], ...rules.map(rowOf)];
	const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
	return rows.map((row) => row.map((cell, column) => column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)).join("  "));
}
// src/report/report-drift.ts
function reportDrift(command, about, { files, subjects, now }, { end, findings = [], drift, changes, writtenFiles }) {
	const base = reportBase({
		...unchecked(now),
		files,
		subjects
	}, about, findings, changes);
	return {
		...base,
		command,
		result: end.result,
		reason: end.reason,
		message: end.message,
		details: end.details ?? [],
		rules: base.rules.map((rule) => ({
			...rule,
			callers: []
		})),
		repositoryUrl: writtenFiles === void 0 ? about.repositoryUrl : "",
		...drift === void 0 ? {} : { drift },
		...writtenFiles === void 0 ? {} : { writtenFiles }
	};
}
// src/plan/replay-deployments.ts
function tellVersion(step, flows) {
	const { candidates = [], flowId } = step;
	const flow = flows.find(({ id }) => id === flowId);
	const hash = step.rule?.payloadHash ?? flow?.payloadHash;
	const same = candidates.filter(({ payloadHash }) => payloadHash === hash);
	const isIdle = flow?.status === "INACTIVE";
	const exact = same.find(({ status }) => status === flow?.status) ?? (isIdle ? same.find(({ status }) => status === "DRAFT") : void 0);
	return {
		...step,
		rule: exact ?? step.rule ?? same[0] ?? candidates[0]
	};
}
function isPending({ rule, deployedAt }) {
	const start = rule?.payload.effectiveDate;
	return start !== void 0 && Date.parse(start) > deployedAt;
}
function isSettling(step) {
	return step.rule !== void 0 && step.rule.status !== "DRAFT" && !isPending(step);
}
function applyPatch(flow, { status = flow.status, expirationDate }) {
	if (typeof expirationDate !== "string") return {
		...flow,
		status
	};
	const payload = {
		...flow.payload,
		expirationDate
	};
	return {
		...flow,
		status,
		payload,
		payloadHash: hashPayload(payload)
	};
}
function replayStep(versions, { flowId: id, rule, deployedAt }) {
	if (rule === void 0) return;
	const { payload, payloadHash, status } = rule;
	if (status === "DRAFT" && versions.has(id)) return;
	const others = [...versions.values()].filter((flow) => flow.id !== id && flow.status === "ACTIVE");
	const takesEffect = status === "ACTIVE" ? payload.effectiveDate : void 0;
	const retirements = status === "DRAFT" ? [] : planRetirements(others, takesEffect, deployedAt);
	for (const { flow, patch } of retirements) versions.set(flow.id, applyPatch(flow, patch));
	versions.set(id, {
		id,
		status,
		payload,
		payloadHash,
		createdAt: ""
	});
}
function isRepeated(step, before) {
	return before?.flowId === step.flowId && before.rule?.payloadHash === step.rule?.payloadHash && before.rule?.status === step.rule?.status;
}
function toleration(steps) {
	const [first] = steps;
	if (steps.at(-1)?.rule?.status === "DRAFT" && steps.every((step) => !isSettling(step))) return "all";
	return first === void 0 || !isSettling(first) || steps.some(({ rule }) => rule === void 0) ? "earlier" : "none";
}
function replayDeployments(steps) {
	const last = steps.at(-1);
	if (last === void 0) return void 0;
	const versions = /* @__PURE__ */ new Map();
	steps.forEach((step, at) => {
		if (!isRepeated(step, steps[at - 1])) replayStep(versions, step);
	});
	return {
		ownId: last.flowId,
		versions,
		rule: last.rule,
		tolerates: toleration(steps),
		mayBeGone: last.mayBeGone === true
	};
}
// src/plan/drift-cases.ts
function ownIdOf({ live }, name) {
	return flowIdOf(live?.state.flows ?? {}, name);
}
function namesToCompare({ desired, deployed, live }) {
	const recorded = Object.keys(live?.state.flows ?? {});
	return [.../* @__PURE__ */ new Set([
		...desired.keys(),
		...deployed?.keys() ?? [],
		...recorded
	])].toSorted(compareCodePoints);
}
function namesWithHistory(request) {
	const { deployed, live, now } = request;
	if (live === void 0 || deployed === void 0) return [];
	const held = new Set(live.state.held.map(({ name }) => name));
	return namesToCompare(request).filter((name) => {
		const rule = deployed.get(name);
		const isNamed = ownIdOf(request, name) !== void 0;
		if (rule === void 0) return isNamed;
		const start = rule.payload.effectiveDate;
		const isPending = start !== void 0 && Date.parse(start) > now;
		return held.has(name) || !isNamed || rule.status === "DRAFT" || isPending;
	});
}
function expectationOf(request, name, steps, versions) {
	const past = steps.get(name);
	if (past !== void 0) return replayDeployments(past.map((step) => tellVersion(step, versions)));
	const flowId = ownIdOf(request, name);
	if (flowId === void 0) return void 0;
	const { deployed, desired, now } = request;
	return deployed === void 0 ? replayDeployments([{
		deployedAt: 0,
		flowId,
		rule: desired.get(name)
	}]) : replayDeployments([{
		deployedAt: now,
		flowId,
		rule: deployed.get(name)
	}]);
}
function makeCase(request, name, steps, versions) {
	const { live, now } = request;
	const desired = request.desired.get(name);
	return {
		name,
		desired,
		expectation: expectationOf(request, name, steps, versions),
		isDeployed: live !== void 0,
		isHeld: isHeld(live?.state.held ?? [], name, desired?.payloadHash ?? ""),
		versions,
		now
	};
}
// src/rules/print-rule.ts
const WIDTH = 100;
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function inOrderOf(old, value) {
	if (!isObject(old)) return value;
	const kept = Object.keys(old).filter((key) => Object.hasOwn(value, key));
	const added = Object.keys(value).filter((key) => !Object.hasOwn(old, key));
	return Object.fromEntries([...kept, ...added].map((key) => [key, value[key] ?? null]));
}
function spellDate(old, iso) {
	const date = typeof old === "string" ? readDateTime(old) : void 0;
	if (typeof old === "string" && date?.kind === "instant" && date.iso === iso) return old;
	return iso.replace(/\.000Z$/, "Z");
}
function nodeValue(node, old) {
	const { id, type, mediaAssetId } = node;
	const oldTransitions = isObject(old) && Array.isArray(old.transitions) ? old.transitions : void 0;
	const transitions = node.transitions.map(({ condition, target }) => {
		const before = oldTransitions?.find((entry) => isObject(entry) && entry.condition === condition);
		return inOrderOf(before, {
			condition,
			target
		});
	});
	return inOrderOf(old, {
		id,
		type,
		...mediaAssetId === void 0 ? {} : { mediaAssetId },
		...transitions.length === 0 && oldTransitions === void 0 ? {} : { transitions }
	});
}
function documentOf(payload, status, old) {
	const { name, campaignId, effectiveDate, expirationDate, fallbackAction } = payload;
	const oldNodes = Array.isArray(old.nodes) ? old.nodes : [];
	const oldNode = (id) => oldNodes.find((entry) => isObject(entry) && entry.id === id);
	const isStatusSaid = status !== "ACTIVE" || old.status !== void 0;
	return inOrderOf(old, {
		...old.$schema === void 0 ? {} : { $schema: old.$schema },
		name,
		campaignId,
		...effectiveDate === void 0 ? {} : { effectiveDate: spellDate(old.effectiveDate, effectiveDate) },
		...expirationDate === void 0 ? {} : { expirationDate: spellDate(old.expirationDate, expirationDate) },
		...isStatusSaid ? { status } : {},
		nodes: payload.nodes.map((node) => nodeValue(node, oldNode(node.id))),
		fallbackAction: inOrderOf(old.fallbackAction, { ...fallbackAction })
	});
}
function inline(value) {
	if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const members = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${inline(entry)}`);
	return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function printShort(value, indent, used) {
	const inner = `${indent}  `;
	const line = inline(value);
	const fits = used + line.length < WIDTH;
	if (Array.isArray(value)) {
		if (value.length === 0 || value.length === 1 && fits) return line;
		return `[\n${value.map((entry) => inner + printShort(entry, inner, inner.length)).join(",\n")}\n${indent}]`;
	}
	if (!isObject(value) || fits) return line;
	return printMembers(value, indent, (entry, _key, at) => printShort(entry, inner, at));
}
function printMembers(value, indent, printEntry) {
	return `{\n${Object.entries(value).map(([key, entry]) => {
		const head = `${indent}  ${JSON.stringify(key)}: `;
		return head + printEntry(entry, key, head.length);
	}).join(",\n")}\n${indent}}`;
}
function printDocument(document) {
	const [member, node] = ["  ", "    "];
	return printMembers(document, "", (value, key, used) => {
		if (key !== "nodes" || !Array.isArray(value)) return printShort(value, member, used);
		const nodes = value.map((entry) => node + printMembers(isObject(entry) ? entry : {}, node, (inner, _key, at) => printShort(inner, `${node}  `, at)));
		return nodes.length === 0 ? "[]" : `[\n${nodes.join(",\n")}\n${member}]`;
	});
}
function parseObject(text) {
	const value = JSON.parse(text);
	return isObject(value) ? value : {};
}
function printRule(payload, status, old) {
	const before = old === void 0 ? {} : parseObject(old);
	const document = documentOf(payload, status, before);
	return `${old !== void 0 && old.trimEnd() === JSON.stringify(before, null, 2) ? JSON.stringify(document, null, 2) : printDocument(document)}\n`;
}
// src/rules/unmap-payload.ts
const NOTHING = /* @__PURE__ */ new Set();
const NO_KNOWN_IDS = {
	campaigns: NOTHING,
	media: NOTHING,
	targets: NOTHING
};
function idsOfPayload({ campaignId, nodes, fallbackAction: { target } }) {
	return {
		campaigns: /* @__PURE__ */ new Set([campaignId]),
		media: new Set(nodes.flatMap((node) => node.mediaAssetId ?? [])),
		targets: new Set(target === void 0 ? [] : [target])
	};
}
const NOUNS = {
	campaigns: "campaign",
	media: "media asset",
	targets: "fallback target"
};
var Ambiguity = class extends Error {};
function unmapId(kind, id, map, known) {
	const sources = [...map[kind]].filter(([, mapped]) => mapped === id).map(([source]) => source);
	const candidates = sources.length === 0 && !map[kind].has(id) ? [id] : sources;
	const meant = [...candidates, id].filter((source) => known[kind].has(source)).filter((source) => (map[kind].get(source) ?? source) === id);
	const [first, ...others] = meant.length > 0 ? [...new Set(meant)] : candidates;
	const what = `${NOUNS[kind]} ${JSON.stringify(id)} of the tenant`;
	if (first === void 0) throw new Ambiguity(`no id in a rule can mean ${what}, for the id map gives that id another meaning`);
	if (others.length > 0) throw new Ambiguity(`${what} is what the id map makes of several ids: ${[first, ...others].map((source) => JSON.stringify(source)).join(", ")}`);
	return first;
}
function unmapPayload(payload, map, known) {
	const { campaignId, nodes, fallbackAction } = payload;
	const { target } = fallbackAction;
	try {
		return {
			...payload,
			campaignId: unmapId("campaigns", campaignId, map, known),
			nodes: nodes.map((node) => node.mediaAssetId === void 0 ? node : {
				...node,
				mediaAssetId: unmapId("media", node.mediaAssetId, map, known)
			}),
			fallbackAction: target === void 0 ? fallbackAction : {
				...fallbackAction,
				target: unmapId("targets", target, map, known)
			}
		};
	} catch (error) {
		if (error instanceof Ambiguity) return error.message;
		throw error;
	}
}
// src/rules/make-rule-file.ts
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
// src/rules/place-rules.ts
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const LONGEST_SLUG = 80;
function slugOf(name) {
	const plain = name.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST_SLUG).replace(/^-+|-+$/g, "");
	if (plain === "") return "rule";
	return RESERVED.test(plain) ? `${plain}-rule` : plain;
}
function folderOf(globs) {
	const glob = (globs.find((line) => !line.startsWith("!")) ?? "").replace(/^\.\//, "");
	const { base, isGlob } = import_picomatch.default.scan(glob);
	return (isGlob ? base : base.split("/").slice(0, -1).join("/")).replace(/\/+$/, "") || ".";
}
function placeRules(names, globs, taken) {
	const folder = folderOf(globs);
	const isFound = isRulePath(globs);
	const used = new Set(taken.map((name) => name.normalize("NFC").toLowerCase()));
	const sorted = names.toSorted(compareCodePoints);
	return new Map(sorted.map((name) => {
		const slug = slugOf(name);
		let file = `${slug}.json`;
		for (let number = 2; used.has(file); number++) file = `${slug}-${number}.json`;
		const path = folder === "." ? file : `${folder}/${file}`;
		if (!isFound(path)) return [name, void 0];
		used.add(file);
		return [name, path];
	}));
}
// src/rules/read-tenant-path.ts
const BEGINNINGS = /* @__PURE__ */ new Set([
	"name",
	"campaignId",
	"nodes",
	"fallbackAction",
	"effectiveDate",
	"expirationDate"
]);
function splitExpression(path) {
	return [...path.replace(/^\$\.?/, "").matchAll(/\[(?:(\d+)|'([^']*)'|"([^"]*)")\]|([^.[\]]+)/g)].map(([, index, single, double, word]) => index ?? single ?? double ?? word ?? "");
}
function readTenantPath(text, { nodes }) {
	const path = text.trim().replace(/^#(?=\/)/, "");
	const node = nodes.findIndex(({ id }) => id === path);
	if (node >= 0) return `/nodes${pointerStep(node)}`;
	const steps = path.startsWith("/") ? splitPointer(path) : splitExpression(path);
	return BEGINNINGS.has(steps[0] ?? "") ? steps.map(pointerStep).join("") : void 0;
}
// src/report/place-rejections.ts
const TENANT = "tenant";
function nameOf(pointer, { payload }) {
	const [, index] = /^\/nodes\/(\d+)/.exec(pointer) ?? [];
	const node = index === void 0 ? void 0 : payload.nodes[Number(index)];
	return node === void 0 ? "of this rule" : `of node ${JSON.stringify(node.id)}`;
}
function problemsOf({ ruleName, errors }, rules) {
	const rule = rules.rules.find(({ payload }) => payload.name === ruleName);
	if (rule === void 0) return [];
	return errors.map(({ path, message }) => {
		const pointer = readTenantPath(path, rule.payload);
		const where = pointer === void 0 && path !== "" ? ` (at ${JSON.stringify(path)})` : "";
		const told = `the tenant says ${nameOf(pointer ?? "", rule)}${where}: ${message}`;
		return {
			check: TENANT,
			path: rule.path,
			message: told,
			place: atValue(pointer ?? "/name")
		};
	});
}
function placeRejections(rejected = [], rules) {
	const problems = rejected.flatMap((rejection) => problemsOf(rejection, rules));
	const textOf = (path) => rules.textOf(path) ?? "";
	return placeProblems(problems, textOf, () => "error").toSorted(compareFindings);
}
// src/plan/plan.ts
function isWrite(change) {
	return change.action !== "none" && change.action !== "held";
}
// src/plan/deployment.ts
function auditStart(live) {
	return live?.state.auditHead ?? NO_AUDIT_HEAD;
}
function writtenNames({ plan }) {
	return plan.changes.filter(isWrite).map((change) => change.name).join(", ");
}
function countLive(deployment) {
	if (deployment.live !== void 0) return Object.keys(deployment.live.state.flows).length;
	return deployment.plan.changes.filter((change) => change.known.some((flow) => flow.status === "ACTIVE")).length;
}
function flowAfter({ name, action, reason, rule, source }, made, flows) {
	const before = flowIdOf(flows, name);
	if (rule === void 0) return reason === "not selected" || action === "held" ? before : void 0;
	return made.get(name) ?? (source?.kind === "existing" ? source.flow.id : before);
}
function flowsAfter(deployment, made, passedOver) {
	const before = deployment.live?.state.flows ?? {};
	const entries = deployment.plan.changes.flatMap((change) => {
		const id = passedOver.has(change.name) && change.rule !== void 0 ? void 0 : flowAfter(change, made, before);
		return id === void 0 ? [] : [[change.name, id]];
	});
	return Object.fromEntries(entries);
}
function stateAfter(deployment, flows, auditHead) {
	const { live, sha, digest, held } = deployment;
	return {
		schemaVersion: 1,
		rulesetDigest: digest,
		auditHead,
		previousSha: live?.sha === sha ? live.state.previousSha : live?.sha ?? null,
		flows,
		held
	};
}
function isSealNeeded({ live, plan, digest, held, sha, kind }) {
	if (live === void 0 || plan.changes.some(isWrite)) return true;
	if (kind === "rollback" && live.sha !== sha) return true;
	return live.state.rulesetDigest !== digest || JSON.stringify(live.state.held) !== JSON.stringify(held);
}
// src/plan/limits.ts
const LEAST_REMOVALS = 3;
function allowed(limit, live) {
	return limit.unit === "rules" ? limit.value : Math.floor(limit.value * live / 100);
}
function allowedChanges(limit, live) {
	return limit.unit === "percent" && (limit.value >= 100 || live === 0) ? Number.POSITIVE_INFINITY : allowed(limit, live);
}
function allowedRemovals(limit, live) {
	const removals = allowed(limit, live);
	return limit.unit === "percent" ? Math.max(LEAST_REMOVALS, removals) : removals;
}
function spell$1(limit, most, live) {
	return limit.unit === "rules" ? `${limit.value}` : `${limit.value}% of ${live} live rules, that is ${most}`;
}
function findBrokenLimits(plan, limits, live) {
	const writes = plan.changes.filter(isWrite);
	const removals = writes.filter((change) => change.reason === "removed");
	const names = (changes) => changes.map((change) => change.name).join(", ");
	const broken = [];
	const mostChanges = allowedChanges(limits.maxChanges, live);
	if (writes.length > mostChanges) broken.push(`the plan changes ${count(writes.length, "rule")}, but max-changes allows ${spell$1(limits.maxChanges, mostChanges, live)}: ${names(writes)}`);
	const mostRemovals = allowedRemovals(limits.maxRemovals, live);
	if (removals.length > mostRemovals) broken.push(`the plan removes ${count(removals.length, "rule")}, but max-removals allows ${spell$1(limits.maxRemovals, mostRemovals, live)}: ${names(removals)}`);
	return broken;
}
// src/report/describe-failure.ts
function describeFailure(outcome) {
	const { failure } = outcome;
	const rejected = failure.rejected === void 0 ? {} : { rejected: failure.rejected };
	const what = failure.message.replace(/\.+$/, "");
	if (outcome.kind === "refused") return {
		result: "refused",
		reason: failure.reason,
		message: `${what}. Nothing was written`
	};
	if (outcome.kind === "undone") {
		const message = `${what}. Everything was undone (${count(outcome.undone, "step")}): callers are where they were`;
		return {
			...rejected,
			result: "undone",
			reason: failure.reason,
			message
		};
	}
	const details = outcome.left.map(({ entry, message, mend }) => ({
		text: `rule ${JSON.stringify(entry.name)}, flow ${JSON.stringify(entry.flowId ?? "unknown")}: ${message.replace(/\.+$/, "")}. To mend it:`,
		command: mend
	}));
	const message = `${what}. Undoing failed for ${outcome.left.length} of ${count(outcome.left.length + outcome.undone, "step")}: a person must look at the tenant`;
	return {
		...rejected,
		result: "undo-failed",
		reason: failure.reason,
		message,
		details
	};
}
// src/plan/flow-state.ts
function stateOf({ id, status, payload }) {
	const { name, effectiveDate = null, expirationDate = null } = payload;
	return {
		name,
		flowId: id,
		status,
		effectiveDate,
		expirationDate
	};
}
// src/plan/surplus-versions.ts
function isTaken({ source }, flow) {
	return source?.kind === "existing" && source.flow.id === flow.id;
}
function idleVersions(change) {
	const retired = new Set(change.retirements.filter(({ patch }) => patch.status === "INACTIVE").map(({ flow }) => flow.id));
	return change.known.filter((flow) => !isTaken(change, flow) && (flow.status === "INACTIVE" || retired.has(flow.id))).toSorted(newestFirst);
}
function overtakenDrafts(change) {
	return change.known.filter((flow) => flow.status === "DRAFT" && !isTaken(change, flow));
}
function surplusVersions(plan, keepVersions) {
	return plan.changes.filter((change) => isWrite(change) && change.rule !== void 0).flatMap((change) => [...idleVersions(change).slice(keepVersions), ...overtakenDrafts(change)]);
}
// src/plan/make-plan.ts
function heldHashes(request) {
	const hashes = /* @__PURE__ */ new Map();
	for (const { name, payloadHash } of request.held) hashes.set(name, (hashes.get(name) ?? /* @__PURE__ */ new Set()).add(payloadHash));
	return hashes;
}
function isSelected(request, name) {
	return request.only.length === 0 || request.only.includes(name);
}
function findRemovals(request) {
	const desired = new Set(request.desired.map((rule) => rule.payload.name));
	const deployed = request.deployed.map((rule) => rule.payload.name);
	return [.../* @__PURE__ */ new Set([...deployed, ...Object.keys(request.deployedFlows)])].filter((name) => !desired.has(name));
}
function findDiffering$1(request) {
	const deployed = new Map(request.deployed.map((rule) => [rule.payload.name, rule]));
	const held = heldHashes(request);
	const uncertain = new Set(request.uncertain);
	const changed = request.desired.filter((rule) => {
		const { name } = rule.payload;
		const before = deployed.get(name);
		return !(before !== void 0 && Object.hasOwn(request.deployedFlows, name)) || held.has(name) || uncertain.has(name) || !isSameVersion(before, rule);
	});
	return /* @__PURE__ */ new Set([...changed.map((rule) => rule.payload.name), ...findRemovals(request)]);
}
function namesToLookUp(request) {
	return [...findDiffering$1(request)].filter((name) => isSelected(request, name)).toSorted(compareCodePoints);
}
function findDeletions({ removedRules, deployedFlows }, name, known) {
	const isOwn = (flow) => flow.id === flowIdOf(deployedFlows, name);
	return known.filter({
		keep: () => false,
		deactivate: (flow) => flow.status === "DRAFT" && isOwn(flow),
		delete: (flow) => flow.status === "ACTIVE" || isOwn(flow)
	}[removedRules]);
}
function planRemoval(request, name, known) {
	const active = known.filter((flow) => flow.status === "ACTIVE");
	const deletions = findDeletions(request, name, known);
	if (request.removedRules === "keep" || active.length === 0 && deletions.length === 0) return {
		name,
		action: "none",
		reason: "removed",
		retirements: [],
		deletions: [],
		known
	};
	return {
		name,
		action: request.removedRules === "delete" || active.length === 0 ? "delete" : "deactivate",
		reason: "removed",
		retirements: active.map((flow) => ({
			flow,
			patch: { status: "INACTIVE" }
		})),
		deletions,
		known
	};
}
function idle(name, action, reason, rule, known = []) {
	return {
		name,
		action,
		reason,
		retirements: [],
		deletions: [],
		known,
		...rule === void 0 ? {} : { rule }
	};
}
function makePlan(request, live, now) {
	const differing = findDiffering$1(request);
	const held = heldHashes(request);
	const renamed = new Set(compareRuleSets(request.deployed, request.desired).flatMap((change) => change.kind === "renamed" ? [change.name] : []));
	const isHeld = (name, payloadHash) => !request.releasesHolds && held.get(name)?.has(payloadHash) === true;
	const planRule = (rule) => {
		const { name } = rule.payload;
		if (!differing.has(name)) return idle(name, "none", "unchanged", rule);
		if (!isSelected(request, name)) return idle(name, "none", "not selected", rule);
		const known = live.get(name) ?? [];
		if (isHeld(name, rule.payloadHash)) return idle(name, "held", "held", rule, known);
		const situation = {
			rule,
			known,
			active: known.filter((flow) => flow.status === "ACTIVE"),
			now,
			ownId: flowIdOf(request.deployedFlows, name)
		};
		const change = {
			ACTIVE: planActive,
			INACTIVE: planInactive,
			DRAFT: planDraft
		}[rule.status](situation);
		return change.reason === "new" && renamed.has(name) ? {
			...change,
			reason: "renamed"
		} : change;
	};
	const planGone = (name) => {
		if (!isSelected(request, name)) return idle(name, "none", "not selected", void 0);
		if (isHeld(name, "")) return idle(name, "held", "held", void 0, live.get(name) ?? []);
		return planRemoval(request, name, live.get(name) ?? []);
	};
	return { changes: [...request.desired.map(planRule), ...findRemovals(request).map(planGone)].toSorted((a, b) => compareCodePoints(a.name, b.name)) };
}
// src/plan/recovery.ts
const CLOCK_SKEW = 6e4;
function namesToRecover(request) {
	const names = compareRuleSets(request.liveRules, request.deadRules).filter((change) => change.kind !== "unchanged").flatMap((change) => [change.name, change.before?.payload.name ?? change.name]);
	const held = request.live?.state.held.map((entry) => entry.name) ?? [];
	const written = Object.keys(request.footprint?.known ?? {});
	return [.../* @__PURE__ */ new Set([
		...names,
		...held,
		...written
	])].toSorted(compareCodePoints);
}
function restoration(flow, rule, dead) {
	const status = rule?.status ?? "ACTIVE";
	const own = flow.payload;
	const isOfRule = rule !== void 0 && contentWithoutDates(rule.payload) === contentWithoutDates(own);
	const wasHandedOver = own.expirationDate !== void 0 && own.expirationDate === dead?.payload.effectiveDate;
	const expiration = isOfRule ? rule.payload.expirationDate : wasHandedOver ? void 0 : own.expirationDate;
	const effective = isOfRule ? rule.payload.effectiveDate : own.effectiveDate;
	return flow.status === status && own.expirationDate === expiration && own.effectiveDate === effective ? void 0 : {
		status,
		effectiveDate: effective ?? null,
		expirationDate: expiration ?? null
	};
}
function isYoung(flow, startedAt) {
	return Date.parse(flow.createdAt) >= startedAt - CLOCK_SKEW;
}
function recoverByFootprint({ known, touched, created }, deadRules, flows) {
	const restorations = [];
	const lost = /* @__PURE__ */ new Set();
	for (const state of touched) {
		const { name, flowId, ...patch } = state;
		const flow = flows.get(name)?.find((version) => version.id === flowId);
		if (flow === void 0 && state.status === "ACTIVE") lost.add(name);
		else if (flow !== void 0 && canonicalJson(stateOf(flow)) !== canonicalJson(state)) restorations.push({
			flow,
			patch
		});
	}
	const deletions = [...flows].flatMap(([name, versions]) => {
		if (lost.has(name)) return [];
		const before = Object.hasOwn(known, name) ? known[name] : void 0;
		const hash = created === void 0 ? deadRules.get(name)?.payloadHash : created[name];
		const isLeft = (flow) => flow.payloadHash === hash && before?.includes(flow.id) === false;
		return versions.filter(isLeft);
	});
	const isActive = ({ patch }) => patch.status === "ACTIVE" ? 0 : 1;
	return {
		restorations: restorations.toSorted((a, b) => isActive(a) - isActive(b)),
		deactivations: [],
		deletions,
		problems: [],
		lost: [...lost]
	};
}
function recoverByAge(request, deadRules, flows) {
	const { live, startedAt, ownFlowIds } = request;
	const liveRules = new Map(request.liveRules.map((rule) => [rule.payload.name, rule]));
	const restorations = [];
	const deactivations = [];
	const deletions = [];
	const problems = [];
	for (const [name, versions] of flows) {
		const dead = deadRules.get(name);
		const liveId = flowIdOf(live?.state.flows ?? {}, name);
		const liveFlow = versions.find((flow) => flow.id === liveId);
		if (liveId !== void 0 && liveFlow === void 0) problems.push(`rule ${name}: its live flow ${liveId} is not on the tenant any more`);
		const patch = liveFlow === void 0 ? void 0 : restoration(liveFlow, liveRules.get(name), dead);
		if (liveFlow !== void 0 && patch !== void 0) restorations.push({
			flow: liveFlow,
			patch
		});
		for (const flow of versions) {
			if (flow.id === liveId || flow.payloadHash !== dead?.payloadHash) continue;
			if (isYoung(flow, startedAt)) deletions.push(flow);
			else if (flow.status === "ACTIVE" && ownFlowIds.has(flow.id)) deactivations.push(flow);
			else if (flow.createdAt === "" || flow.status === "ACTIVE" && liveId !== void 0) problems.push(`rule ${name}: flow ${flow.id} may be a leftover, but its age does not tell`);
		}
	}
	return {
		restorations,
		deactivations,
		deletions,
		problems,
		lost: []
	};
}
function planRecovery(request, flows) {
	const deadRules = new Map(request.deadRules.map((rule) => [rule.payload.name, rule]));
	return request.footprint === void 0 ? recoverByAge(request, deadRules, flows) : recoverByFootprint(request.footprint, deadRules, flows);
}
// src/plan/standing-rules.ts
function flowsToRead(rules, { flows, held }) {
	const own = indexByName$1(rules);
	const isAnother = ([name]) => {
		const rule = own.get(name);
		return rule === void 0 || isHeld(held, name, rule.payloadHash);
	};
	return new Map(Object.entries(flows).filter(isAnother));
}
function standingRules(rules, state, read, pathOf, statusOf) {
	const wanted = [...flowsToRead(rules, state).keys()];
	const found = new Map(wanted.flatMap((name) => {
		const flow = read.get(name);
		if (flow === void 0 || flow.payload.name !== name) return [];
		return [[name, makeRule(pathOf(name), flow.payload, statusOf(flow))]];
	}));
	return {
		rules: [...rules.filter(({ payload: { name }, payloadHash }) => {
			return !(isHeld(state.held, name, payloadHash) && !Object.hasOwn(state.flows, name)) && !found.has(name);
		}), ...found.values()],
		unknown: wanted.filter((name) => !found.has(name))
	};
}
function withoutHolds({ flows, held }) {
	const left = Object.entries(flows).filter(([name]) => !isHeld(held, name, ""));
	return {
		flows: Object.fromEntries(left),
		held: []
	};
}
function stayWhereUnknown(now, { rules, unknown }) {
	const names = new Set(unknown);
	const ruleNow = indexByName$1(now);
	return {
		rules: [...rules.filter(({ payload }) => !names.has(payload.name)), ...unknown.flatMap((name) => ruleNow.get(name) ?? [])],
		held: unknown.map((name) => ({
			name,
			payloadHash: ruleNow.get(name)?.payloadHash ?? ""
		}))
	};
}
function flowsBefore(plan, { flows, held }) {
	const names = new Set(held.map(({ name }) => name));
	const written = plan.changes.filter((change) => isWrite(change) && names.has(change.name));
	const met = written.flatMap(({ name, known }) => {
		const active = known.filter(({ status }) => status === "ACTIVE").map(({ id }) => id);
		const recorded = flowIdOf(flows, name);
		const own = active.find((id) => id === recorded) ?? active[0];
		return own === void 0 ? [] : [[name, own]];
	});
	const writtenNames = new Set(written.map(({ name }) => name));
	const others = Object.entries(flows).filter(([name]) => !writtenNames.has(name));
	return Object.fromEntries([...others, ...met]);
}
// src/report/drift-issue.ts
function driftIssueMarker(environment) {
	return `<!-- cxone-ivr-gitops:drift:${environment} -->`;
}
const ADVICE = ["To keep what was changed on the tenant, run command `adopt` and merge what it makes of the rule files. To undo it, run command", "`deploy` with these rules in input `only`. This text is kept up to date, and the issue is closed once the tenant is as git says."].join(" ");
function renderDriftIssue({ environment, drift, details }) {
	const deployed = drift?.deployedSha === void 0 ? "" : ` Deployed last: ${codeSpan(drift.deployedSha.slice(0, 12))}.`;
	const { text } = fitSections([
		{
			noun: "",
			head: `${driftIssueMarker(environment)}\nThe tenant of environment ${codeSpan(environment)} is not as git says.${deployed}\n\n${ADVICE}\n`,
			items: [],
			tail: "",
			rank: 0
		},
		{
			noun: "remarks",
			head: details.length === 0 ? "" : "\n",
			items: details.map(({ text }) => `- ${markdownSentence(text)}\n`),
			tail: "",
			rank: 2
		},
		...drift === void 0 ? [] : driftSections(drift)
	], 65036, (leftOut) => {
		return `\n_Left out to fit GitHub's limit: ${[...leftOut].filter(([noun]) => noun !== "").map(([noun, number]) => `${number} ${noun}`).join(", ")}. The job summary of the run has it all._\n`;
	});
	return {
		title: `CXone IVR drift: ${environment}`,
		body: text
	};
}
function renderClosedIssue({ title, body }, { environment }) {
	const marker = driftIssueMarker(environment);
	return {
		title,
		body: `${marker}\n**In sync again.** What follows is how it was.\n\n${body.startsWith(marker) ? body.slice(marker.length).trimStart() : body}`
	};
}
// src/report/tell-holds.ts
function spell({ name, payloadHash }) {
	const shown = JSON.stringify(name);
	return payloadHash === "" ? `the removal of ${shown}` : `${shown} (${payloadHash.slice(0, 12)})`;
}
function list(held) {
	return held.map(spell).join(", ");
}
function tellHolds(before, after, isPreview) {
	const keys = new Set(after.map(holdKey));
	const released = before.filter((entry) => !keys.has(holdKey(entry)));
	const details = [];
	if (after.length > 0) {
		const verb = isPreview ? "would be held" : "held";
		details.push({ text: `${verb} until they are edited, rolled back to, or input override-reason is set: ${list(after)}` });
	}
	if (released.length > 0) details.push({ text: `${isPreview ? "would be held no longer" : "no longer held"}: ${list(released)}` });
	return details;
}
// src/report/bring-in-line.ts
const LONGEST_LIST = 3e3;
function findDiffering(one, other) {
	const blobs = new Map(one.map(({ path, blob }) => [path, blob]));
	const paths = new Set(one.map(({ path }) => path));
	for (const { path, blob } of other) if (blobs.get(path) === blob) paths.delete(path);
	else paths.add(path);
	return [...paths].toSorted(compareCodePoints);
}
function quotePath(path) {
	if (/^[\w./-]+$/.test(path) && !path.startsWith("-")) return path;
	return /[\p{C}\p{Zl}\p{Zp}|]/u.test(path) ? void 0 : `'${path.replaceAll("'", "'\\''")}'`;
}
function restoreCommands(target, paths) {
	const start = `git --literal-pathspecs restore --source=${target} --staged --worktree --`;
	const lists = [];
	for (const path of paths) {
		const word = quotePath(path);
		if (word === void 0) return void 0;
		const last = lists.at(-1);
		if (last === void 0 || last.length + word.length > LONGEST_LIST) lists.push(word);
		else lists[lists.length - 1] = `${last} ${word}`;
	}
	return lists.map((list) => `${start} ${list}`);
}
function tellHowToRevert(branch) {
	const { target, tip, isWanted, isLinear } = branch;
	const differing = findDiffering(branch.targetTree, branch.tipTree);
	const paths = differing.filter(isWanted);
	const place = `on ${tip.slice(0, 12)} (the tip of the branch)`;
	if (paths.length === 0) return [{ text: "the branch has these rules already: there is nothing to revert" }];
	const restore = restoreCommands(target, paths)?.map((command) => ({
		text: `to bring the branch in line, run this ${place} and commit the result; it touches nothing but these files:`,
		command
	})) ?? [{ text: `to bring the branch in line, make the ${paths.length} rule files that differ what they are at ${target}: their names are too strange for a command` }];
	if (!isLinear) return restore;
	const command = `git revert --no-commit ${target}..${tip}`;
	if (differing.length === paths.length) return [{
		text: `to bring the branch in line, run this ${place} and commit the result:`,
		command
	}];
	const others = differing.length - paths.length;
	const text = `or take back all that was committed since, which changes ${others} other ${others === 1 ? "file" : "files"} too:`;
	return [...restore, {
		text,
		command
	}];
}
// src/report/report-verified.ts
const MOST_LISTED = 1e3;
function isCounted({ isRemark }) {
	return isRemark !== true;
}
function reportVerified(about, rules, now, mismatches, looked) {
	const wrong = mismatches.filter(isCounted);
	const remarks = mismatches.filter((mismatch) => !isCounted(mismatch));
	const fails = wrong.length > 0;
	const more = wrong.length > MOST_LISTED ? [{ text: `and ${wrong.length - MOST_LISTED} more` }] : [];
	const subjects = rules.map((rule) => ({
		rule,
		figures: computeFigures(rule.payload.nodes)
	}));
	return {
		...reportBase({
			...unchecked(now),
			files: rules.length,
			subjects
		}, about, []),
		command: "verify",
		result: fails ? "failed" : "verified",
		reason: fails ? "mismatch" : void 0,
		message: fails ? `${count(wrong.length, "thing")} ${wrong.length === 1 ? "does" : "do"} not fit` : `everything fits: ${looked.join(", ")}`,
		details: [
			...wrong.slice(0, MOST_LISTED).map(({ text }) => ({ text })),
			...more,
			...remarks.map(({ text }) => ({ text: `remark: ${text}` }))
		]
	};
}
// \0builtin-tty.cjs?tty
var require__builtin_tty = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:tty");
}));
export { spellFallback as $, remarkOnPathTests as $n, explainMisfits as $t, folderOf as A, readDeployedState as An, require__builtin_url as Ar, findInputFile as At, require_web as B, spellSpan as Bn, require__builtin_path as Br, presentRules as Bt, countLive as C, explainHolds as Cn, ENDPOINTS as Cr, restoringPatch as Ct, writtenNames as D, NO_AUDIT_HEAD as Dn, error as Dr, readTrustedApiConfig as Dt, stateAfter as E, joinHolds as En, fitsPath as Er, readOwnApiConfig as Et, namesWithHistory as F, reportBase as Fn, require__builtin_util as Fr, readEnvironment as Ft, setOutput as G, canonicalCondition as Gn, markdownSentence as Gt, takeInputs as H, isEmptyWindow as Hn, require__builtin_crypto as Hr, QUOTED as Ht, ownIdOf as I, unchecked as In, require__builtin_assert as Ir, readTrigger as It, renderSummary as J, diffGraphs as Jn, runLint as Jt, writeSummary as K, isKey as Kn, terminalText as Kt, isSettling as L, describeRuleChange as Ln, require__builtin_events as Lr, isChanged as Lt, makeRuleFile as M, NO_PATH_TESTS as Mn, require__builtin_zlib as Mr, runnerLog as Mt, makeCase as N, reportLint as Nn, require__builtin_buffer as Nr, FOLDER as Nt, isWrite as O, flowIdOf as On, getState as Or, systemClock as Ot, namesToCompare as P, reportTest as Pn, require__builtin_stream as Pr, ownFolder as Pt, NODE_WORDS as Q, indexNodes as Qn, readSmallFile as Qt, reportDrift as R, leadsToFallback as Rn, require__builtin_tls as Rr, isFailure as Rt, auditStart as S, readRecordHistory as Sn, DEPLOYMENT_SCOPES as Sr, readUndoEntry as St, isSealNeeded as T, holdsAfterRollback as Tn, fillPath as Tr, openTenant as Tt, REPORT_FILES as U, isInWindow as Un, require__builtin_os as Ur, cutText as Ut, require__builtin_process as V, isAlways as Vn, require__builtin_fs as Vr, INVISIBLE as Vt, publish as W, windowOf as Wn, escapeLog as Wt, sumUpPlan as X, findSurroundings as Xn, readCommitPathTests as Xt, spellPercent as Y, findCore as Yn, needCommitRules as Yt, renderMermaid as Z, isSameGraph as Zn, readCommitRules as Zt, namesToLookUp as _, hasRunEnded as _n, rulesetDigest as _r, writeFiles as _t, tellHolds as a, ROLLBACK_TO_TAKES as an, atValue as ar, renderJson as at, describeFailure as b, lockedBy as bn, UserError as br, isFinished as bt, renderDriftIssue as c, isWantedPath as cn, indexByName$1 as cr, driftedNames as ct, standingRules as d, makePayload as dn, countFindings as dr, newestFirst as dt, lintWorkspace as en, sumUpPathTests as er, isSameFallback as et, stayWhereUnknown as f, lintRules as fn, hasFailingFinding as fr, pickVersion as ft, makePlan as g, needTenant as gn, hashPayload as gr, listFolder as gt, planRecovery as h, needGitHub as hn, compareCodePoints as hr, openReportFiles as ht, tellHowToRevert as i, readSecureUrl as in, nearest as ir, spellVerdict as it, placeRules as j, writeDeployedState as jn, require__builtin_worker_threads as jr, toSlashes as jt, placeRejections as k, parsePayload as kn, setFailed as kr, require_promises as kt, flowsBefore as l, require_ucs2length as ln, isSameVersion as lr, findDrift as lt, namesToRecover as m, isRefusal as mn, canonicalJson as mr, makeSession as mt, isCounted as n, readInputs as nn, loadPathTests as nr, isCompared as nt, driftIssueMarker as o, isCommitLike as on, count as or, ruleEntry as ot, withoutHolds as p, aboutRun as pn, makeTrafficReport as pr, AUDIT_LOG as pt, renderSarif as q, keyNameOf as qn, urlPath as qt, reportVerified as r, hideSecretsOfUrl as rn, didYouMean as rr, spellCounts as rt, renderClosedIssue as s, NO_CONFIG as sn, compareRuleSets as sr, planDigest as st, require__builtin_tty as t, loadConfig as tn, groupBy as tr, tabulateDrift as tt, flowsToRead as u, makeRule as un, compareFindings as ur, isDrift as ut, surplusVersions as v, hasSucceeded as vn, sha256 as vr, readIdMapFile as vt, flowsAfter as w, holdsAfterDeploy as wn, TOKEN_PATH as wr, makeDoors as wt, findBrokenLimits as x, placeOfRun as xn, messageOf as xr, resumeJournal as xt, stateOf as y, isUnsettled as yn, ApiError as yr, readFiles as yt, tabulatePathTests as z, spellInstant as zn, require__builtin_net as zr, largestDepth as zt };
