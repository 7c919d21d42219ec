import { createHash } from "node:crypto";
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
	return createHash("sha256").update(text, "utf8").digest("hex");
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
/** The payload hash: SHA-256, hex, of the payload's canonical JSON. */
function hashPayload(payload) {
	return sha256(canonicalJson(payload));
}
/** The canonical JSON of a payload without its window: equal for two versions that differ in their dates at most. */
function contentWithoutDates({ effectiveDate: _from, expirationDate: _to, ...content }) {
	return canonicalJson(content);
}
/** Orders texts by code point, which is how names are sorted wherever order is part of a hash. */
function compareCodePoints(a, b) {
	return Buffer.from(a, "utf8").compare(Buffer.from(b, "utf8"));
}
/**
* The ruleset digest: what `sha256sum` makes of the listing of one line `<payloadHash>  <name>` a rule, sorted by name.
* @returns 64 hex digits
*/
function rulesetDigest(rules) {
	return sha256(rules.toSorted((a, b) => compareCodePoints(a.payload.name, b.payload.name)).map((rule) => `${rule.payloadHash}  ${rule.payload.name}\n`).join(""));
}
export { rulesetDigest as a, hashPayload as i, compareCodePoints as n, sha256 as o, contentWithoutDates as r, canonicalJson as t };
