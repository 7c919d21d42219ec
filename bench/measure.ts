// Runs commands as processes of their own, in turns, and compares how long they take.
import { spawnSync } from 'node:child_process';

export interface Command {
  readonly args: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called before each run, outside the time. */
  readonly prepare?: () => void;
}

/** The middle value; of an even number the higher of the two. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/**
 * Runs a command under this Node, from its start to its end.
 * @returns milliseconds
 * @throws Error where it fails
 */
export function timeCommand({ args, folder, env, prepare }: Command): number {
  prepare?.();
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return took;
}

export interface Comparison {
  /** Middle values, in milliseconds. */
  readonly one: number;
  readonly other: number;
  /** How many times as long one took: the middle of the ratios of neighbouring runs, which share the machine's mood. */
  readonly ratio: number;
}

/** Compares two commands over some rounds, after one round that does not count. */
export function compare(one: Command, other: Command, rounds: number): Comparison {
  const times: { readonly one: number; readonly other: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = { one: timeCommand(one), other: timeCommand(other) };
    if (round > 0) times.push(pair);
  }
  return {
    one: median(times.map((pair) => pair.one)),
    other: median(times.map((pair) => pair.other)),
    ratio: median(times.map((pair) => pair.one / pair.other)),
  };
}
