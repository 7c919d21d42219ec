import { rr as nearest, yr as UserError } from "./lint.js";
// src/commands/check-only.ts
function checkOnly(only, known, whose) {
	const names = new Set(known);
	const unknown = only.filter((name) => !names.has(name));
	const [first] = unknown;
	if (first === void 0) return;
	const meant = nearest(first, [...names]);
	const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
	const told = unknown.map((name) => JSON.stringify(name)).join(", ");
	throw new UserError("input", `input only names ${told}, which ${whose}${hint}`);
}
export { checkOnly as t };
