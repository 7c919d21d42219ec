// The path tests of a report as plain text, for a log and for a terminal.
import { cutText, terminalText } from './escape.ts';
import type { PathTestReport, TestedRule } from './path-tests.ts';

/** Columns of a rule's name. */
const WIDEST_NAME = 60;
const HEADS = ['Rule', 'Passed', 'Failed', 'Transitions taken'] as const;

function rowOf({ name, tests, failed, taken, transitions }: TestedRule): string[] {
  const label = cutText(terminalText(name), WIDEST_NAME);
  return [label, `${tests - failed}`, `${failed}`, `${taken} of ${transitions}`];
}

/** A table, one line a tested rule, below its head; no lines where no rule was tested. */
export function tabulatePathTests({ rules }: PathTestReport): string[] {
  if (rules.length === 0) return [];
  const rows = [[...HEADS], ...rules.map(rowOf)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}
