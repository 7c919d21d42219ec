// What a benchmark ends with, and how it is printed.
import { cpus, totalmem } from 'node:os';

export interface Result {
  readonly name: string;
  readonly ratio: number;
  /** The ratio must be at most this, or at least. */
  readonly goal: { readonly most: number } | { readonly least: number };
  readonly details: readonly string[];
}

function isMet({ ratio, goal }: Result): boolean {
  return 'most' in goal ? ratio <= goal.most : ratio >= goal.least;
}

function describeMachine(): string {
  const all = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${all[0]?.model ?? 'unknown processor'}, ${all.length} cores, ${gibibytes} GiB, Node ${process.versions.node}`;
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
}

/** Prints one table of all results, and then the details of each. */
export function printResults(results: readonly Result[]): void {
  console.log(`${describeMachine()}\n`);
  printTable([
    ['benchmark', 'ratio', 'goal', 'met'],
    ...results.map((result) => [
      result.name,
      result.ratio.toFixed(2),
      'most' in result.goal ? `at most ${result.goal.most}` : `at least ${result.goal.least}`,
      isMet(result) ? 'yes' : 'no',
    ]),
  ]);
  for (const { name, details } of results)
    console.log(`\n${name}\n${details.map((line) => `  ${line}`).join('\n')}`);
}
