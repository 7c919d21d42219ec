// Plays every case of test/faults in several processes, and counts: `npm run faults`. With a case's name, or a part of it, only
// those; with `--sample <count> --seed <number>` a sample.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type Case, listCases } from '../test/faults/cases.ts';
import { chooseCases, kindOf, shuffleCases } from '../test/faults/choose-cases.ts';
import type { Played } from '../test/faults/play-case.ts';
import { begin, playCases } from '../test/faults/play-cases.ts';
import { rerunCommand } from '../test/faults/sample.ts';

interface Order {
  readonly names: readonly string[];
  readonly sample: number;
  readonly seed: number;
  /** This process plays every nth case from here on. */
  readonly part: number;
  readonly parts: number;
}

function readOrder(args: readonly string[]): Order {
  const text = { type: 'string' } as const;
  const options = { sample: text, seed: text, part: text, parts: text };
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { sample = '0', seed = '1', part = '-1', parts = '1' } = values;
  return {
    names: positionals,
    sample: Number(sample),
    seed: Number(seed),
    part: Number(part),
    parts: Number(parts),
  };
}

function isWanted({ names }: Order, { name }: Case): boolean {
  return names.length === 0 || names.some((part) => name.includes(part));
}

/** Plays this process's part, and tells the parent of each case. */
async function playPart(order: Order): Promise<void> {
  const { beginning, history } = await begin();
  try {
    const all = await listCases(beginning);
    const chosen =
      order.sample === 0 ? shuffleCases(all, order.seed) : chooseCases(all, order.sample, order.seed);
    const mine = chosen
      .filter((entry) => isWanted(order, entry))
      .filter((_entry, index) => index % order.parts === order.part);
    await playCases(beginning, mine, (played) => process.send?.(played));
  } finally {
    await history.repository.remove();
  }
}

async function startPart(
  args: readonly string[],
  part: number,
  parts: number,
  onPlayed: (played: Played) => void,
): Promise<void> {
  const own = [...args, '--part', String(part), '--parts', String(parts)];
  const child = fork(import.meta.filename, own);
  child.on('message', (message) => onPlayed(message as Played));
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`part ${part} of the cases ended with ${code}`);
}

function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

function printTable(played: readonly Played[]): void {
  const kinds = [...Map.groupBy(played, kindOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [kind, cases] of kinds) {
    const results = [...Map.groupBy(cases, ({ result }) => result)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const counts = results.map(([result, of]) => `${of.length} ${result}`).join(', ');
    print(`${kind.padEnd(24)} ${String(cases.length).padStart(5)}   ${counts}`);
  }
}

function printFailure({ name, problems }: Played): void {
  print(`FAILED ${rerunCommand(name)}\n  ${problems.join('\n  ')}`);
}

async function main(args: readonly string[]): Promise<void> {
  const order = readOrder(args);
  if (order.part >= 0) return playPart(order);
  const startedAt = performance.now();
  const played: Played[] = [];
  const parts = Math.min(4, availableParallelism());
  const onPlayed = (one: Played): void => {
    played.push(one);
    if (one.problems.length > 0) printFailure(one);
    if (played.length % 250 === 0) print(`${played.length} cases …`);
  };
  await Promise.all(Array.from({ length: parts }, async (_, part) => startPart(args, part, parts, onPlayed)));
  const failures = played.filter(({ problems }) => problems.length > 0);
  printTable(played);
  const gaps = played.filter(({ hadRemovalGap }) => hadRemovalGap).length;
  print(
    `\na removed rule was without a version until it was given back in ${gaps} cases, only after all else was live and read back`,
  );
  const count = (cases: readonly Played[]): string => cases.length.toLocaleString('en-GB');
  const well = played.filter(({ problems }) => problems.length === 0);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  const seed = order.sample === 0 ? '' : ` (seed ${order.seed})`;
  print(
    `${count(well)} of ${count(played)} cases are all new or all old, and told truly${seed}, in ${seconds} s`,
  );
  if (failures.length > 0 || played.length === 0) process.exitCode = 1;
  return undefined;
}

await main(process.argv.slice(2));
