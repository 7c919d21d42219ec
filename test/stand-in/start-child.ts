// Runs a program to its end with a clean environment, and signals it when a test says so.

import { type ChildProcess, spawn } from 'node:child_process';
import { forCoverage } from './child-coverage.ts';

export interface SignalOrder {
  /** `cancel` is what a runner does: SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL. */
  readonly signal: NodeJS.Signals | 'cancel';
  /** A promise that settles, or text that the program has printed. */
  readonly when: Promise<unknown> | RegExp;
}

export interface ChildOptions {
  /** The Node to run it with. Default: this one. */
  readonly node?: string | undefined;
  readonly file: string;
  readonly args?: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds after which the program is killed and an error thrown. */
  readonly timeout: number;
  readonly signals: readonly SignalOrder[];
}

export interface ChildResult {
  /** `null` where a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const CANCEL_STEPS: readonly { readonly after: number; readonly signal: NodeJS.Signals }[] = [
  { after: 0, signal: 'SIGINT' },
  { after: 7500, signal: 'SIGTERM' },
  { after: 10_000, signal: 'SIGKILL' },
];

/** Runs a JavaScript file with this Node and gives what came of it. @throws Error where it takes too long */
export function startChild(options: ChildOptions): Promise<ChildResult> {
  const folder = options.node === undefined ? process.env['COVERAGE_CHILDREN'] : undefined;
  const { file, env } = forCoverage(options, folder);
  const child = spawn(options.node ?? process.execPath, [file, ...(options.args ?? [])], {
    cwd: options.folder,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  const timers: NodeJS.Timeout[] = [];
  const waiting = new Set(options.signals);
  const watch = (): void => {
    for (const order of waiting) {
      if (!(order.when instanceof RegExp)) continue;
      if (!order.when.test(printed.stdout) && !order.when.test(printed.stderr)) continue;
      waiting.delete(order);
      signal(child, order.signal, timers);
    }
  };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
      watch();
    });
  for (const { when, signal: name } of options.signals)
    if (!(when instanceof RegExp)) void Promise.allSettled([when]).then(() => signal(child, name, timers));
  return finished(child, options, printed, timers);
}

function signal(child: ChildProcess, name: NodeJS.Signals | 'cancel', timers: NodeJS.Timeout[]): void {
  if (name !== 'cancel') child.kill(name);
  else
    for (const step of CANCEL_STEPS)
      if (step.after === 0) child.kill(step.signal);
      else timers.push(setTimeout(() => child.kill(step.signal), step.after));
}

function finished(
  child: ChildProcess,
  { file, timeout }: ChildOptions,
  printed: { readonly stdout: string; readonly stderr: string },
  timers: NodeJS.Timeout[],
): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    let late = false;
    timers.push(
      setTimeout(() => {
        late = true;
        child.kill('SIGKILL');
      }, timeout),
    );
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      for (const timer of timers) clearTimeout(timer);
      if (!late) resolve({ exitCode, signal, ...printed });
      else
        reject(new Error(`${file} did not end within ${timeout} ms\n${printed.stdout}\n${printed.stderr}`));
    });
  });
}
