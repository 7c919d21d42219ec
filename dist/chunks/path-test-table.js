import { F as terminalText, N as cutText } from "./initial.js";
// src/report/path-test-table.ts
/** Columns of a rule's name. */
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
/** A table, one line a tested rule, below its head; no lines where no rule was tested. */
function tabulatePathTests({ rules }) {
	if (rules.length === 0) return [];
	const rows = [[...HEADS], ...rules.map(rowOf)];
	const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
	return rows.map((row) => row.map((cell, column) => column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)).join("  "));
}
export { tabulatePathTests as t };
