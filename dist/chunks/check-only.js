import { br as UserError, rr as didYouMean } from "./lint.js";
// src/commands/check-only.ts
function checkOnly(only, known, whose) {
	const names = new Set(known);
	const unknown = only.filter((name) => !names.has(name));
	const [first] = unknown;
	if (first === void 0) return;
	const told = unknown.map((name) => JSON.stringify(name)).join(", ");
	throw new UserError("input", `input only names ${told}, which ${whose}${didYouMean(first, [...names])}`);
}
export { checkOnly as t };
