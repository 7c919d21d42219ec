// src/rules/date-time.ts
const DATE = String.raw`(\d{4})-(\d\d)-(\d\d)`;
const TIME = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?`;
const OFFSET = String.raw`(Z|[+-]\d\d(?::?\d\d)?)`;
const WITH_OFFSET = new RegExp(`^${DATE}T${TIME}${OFFSET}$`, "i");
const WITHOUT_OFFSET = new RegExp(`^${DATE}[T ]${TIME}$`, "i");
const DATE_ONLY = new RegExp(`^${DATE}$`);
function offsetMinutes(text) {
	if (text.toUpperCase() === "Z") return 0;
	const digits = text.slice(1).replace(":", "");
	const hours = Number(digits.slice(0, 2));
	const minutes = Number(digits.slice(2) || "0");
	if (hours > 23 || minutes > 59) return void 0;
	return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
function instantOf(match) {
	const [, year, month, day, hour, minute, second = "0", fraction = "", offset = ""] = match;
	const shift = offsetMinutes(offset);
	const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
	const local = /* @__PURE__ */ new Date(0);
	local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
	local.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
	if (!(local.getUTCMonth() === Number(month) - 1 && local.getUTCDate() === Number(day) && Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59) || shift === void 0) return void 0;
	const instant = (/* @__PURE__ */ new Date(local.getTime() - shift * 6e4)).toISOString();
	return /^\d/.test(instant) ? instant : void 0;
}
/**
* Reads an ISO 8601 date-time (the calendar form with extended separators, as RFC 3339 profiles it; seconds may be left out).
* @returns the instant as `Date.toISOString()` writes it, or what is wrong
*/
function readDateTime(text) {
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
// src/rules/make-payload.ts
function makeNode(node) {
	const transitions = (node.transitions ?? []).map(({ condition, target }) => ({
		condition,
		target
	}));
	const base = {
		id: node.id,
		type: node.type,
		transitions
	};
	return typeof node.mediaAssetId === "string" ? {
		...base,
		mediaAssetId: node.mediaAssetId
	} : base;
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
/**
* Makes the payload of a rule that fits the schema. Unknown properties and `null` are dropped: on a flow of a
* tenant they are the server's own.
*/
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
export { readDateTime as n, makePayload as t };
