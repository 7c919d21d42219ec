// What a benchmark ends with, and how it is printed.
import { cpus, totalmem } from 'node:os';

export interface Result {
  readonly name: string;
  readonly ratio: number;
  /** The ratio must be at most this, or at least. None for what is shown beside another result. */
  readonly goal?: { readonly most: number } | { readonly least: number };
  readonly details: readonly string[];
}

/** The goal, and whether it is met. */
function judge({ ratio, goal }: Result): [string, string] {
  if (goal === undefined) return ['–', '–'];
  const [words, isMet] =
    'most' in goal
      ? [`at most ${goal.most}`, ratio <= goal.most]
      : [`at least ${goal.least}`, ratio >= goal.least];
  return [words, isMet ? 'yes' : 'no'];
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
    ...results.map((result) => [result.name, result.ratio.toFixed(2), ...judge(result)]),
  ]);
  for (const { name, details } of results)
    console.log(`\n${name}\n${details.map((line) => `  ${line}`).join('\n')}`);
}
