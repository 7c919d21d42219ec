import { Nr as require__builtin_buffer, mr as canonicalJson, vr as sha256 } from "./lint.js";
// src/audit/audit-log.ts
var import__builtin_buffer = require__builtin_buffer();
const COMPLIANCE_TAG = "IVR-ORCH-LOG";
function hashRecord(record) {
	return sha256(canonicalJson(record));
}
function startAuditLog(identity, previousHash, ports) {
	let head = previousHash;
	const lines = [];
	const append = (event) => {
		const { userId, environment, commit, runId } = identity;
		const record = {
			auditId: ports.makeUuid(),
			timestamp: new Date(ports.now()).toISOString(),
			userId,
			action: event.action,
			flowId: event.flowId,
			payloadHash: event.payloadHash,
			complianceTag: COMPLIANCE_TAG,
			ruleName: event.ruleName,
			environment,
			commit,
			runId,
			...event.reason === void 0 ? {} : { reason: event.reason },
			previousHash: head
		};
		head = hashRecord(record);
		const line = `${JSON.stringify({
			...record,
			hash: head
		})}\n`;
		lines.push(line);
		ports.append(line);
	};
	return {
		append,
		head: () => head,
		text: () => lines.join("")
	};
}
// src/transaction/audit-event.ts
const AUDIT_ACTIONS = [
	"PLAN",
	"CREATE",
	"VALIDATE",
	"COMPILE",
	"ACTIVATE",
	"RETIRE",
	"DELETE",
	"UNDO",
	"OVERRIDE",
	"SEAL"
];
// src/audit/read-log.ts
const NEWLINE = 10;
const HASH = /^[0-9a-f]{64}$/;
const TEXTS = [
	"auditId",
	"timestamp",
	"userId",
	"environment",
	"commit",
	"runId"
];
const TEXTS_OR_NULL = [
	"flowId",
	"payloadHash",
	"ruleName"
];
function explainShape(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return "is no JSON object";
	const record = value;
	const missing = [
		...["action", ...TEXTS].filter((key) => typeof record[key] !== "string"),
		...TEXTS_OR_NULL.filter((key) => record[key] !== null && typeof record[key] !== "string"),
		...["previousHash", "hash"].filter((key) => !HASH.test(String(record[key])))
	];
	return missing.length === 0 ? void 0 : `is no audit record: ${missing.join(", ")} missing or of another kind`;
}
function explainContent({ action, complianceTag, timestamp }) {
	return [
		...AUDIT_ACTIONS.some((known) => known === action) ? [] : [`has the action ${JSON.stringify(action)}, which no record has`],
		...complianceTag === "IVR-ORCH-LOG" ? [] : [`lacks the complianceTag ${JSON.stringify(COMPLIANCE_TAG)}`],
		...Number.isNaN(Date.parse(timestamp)) ? ["has a timestamp that is no date"] : []
	];
}
const RESPELLED = "is not spelled as the action spells it (spaces, escapes, or a key that stands twice)";
function readText(text) {
	if (text === "") return {
		record: void 0,
		faults: ["is empty"]
	};
	if (text.startsWith("﻿")) return {
		record: void 0,
		faults: ["starts with a byte order mark"]
	};
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return {
			record: void 0,
			faults: ["is no JSON: it was cut off or changed"]
		};
	}
	const shape = explainShape(value);
	if (shape !== void 0) return {
		record: void 0,
		faults: [shape]
	};
	const record = value;
	return {
		record,
		faults: [...explainContent(record), ...JSON.stringify(value) === text ? [] : [RESPELLED]]
	};
}
function readLine(path, number, bytes, isEnded) {
	const torn = isEnded ? [] : ["does not end in a line feed: it was cut off as it was written, or later"];
	if (!(0, import__builtin_buffer.isUtf8)(bytes)) return {
		path,
		number,
		text: "",
		record: void 0,
		faults: ["is no valid UTF-8", ...torn]
	};
	const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
	const text = whole.endsWith("\r") ? whole.slice(0, -1) : whole;
	const ending = text === whole ? [] : ["ends in CR LF: something has rewritten the line ends of the file"];
	const { record, faults } = readText(text);
	return {
		path,
		number,
		text,
		record,
		faults: [
			...faults,
			...ending,
			...torn
		]
	};
}
function readLog({ path, bytes }) {
	const lines = [];
	for (let start = 0; start < bytes.length;) {
		const end = bytes.indexOf(NEWLINE, start);
		const isEnded = end >= 0;
		const stop = isEnded ? end : bytes.length;
		lines.push(readLine(path, lines.length + 1, bytes.subarray(start, stop), isEnded));
		start = stop + 1;
	}
	return lines;
}
function nameLine({ path, number, record }) {
	const place = `${path} line ${number}`;
	if (record === void 0) return place;
	const { action, ruleName, auditId, timestamp } = record;
	return `${place} (${action}${ruleName === null ? "" : ` of rule ${JSON.stringify(ruleName)}`}, ${timestamp}, auditId ${auditId})`;
}
export { startAuditLog as i, readLog as n, hashRecord as r, nameLine as t };
