// Starts the built action as the runner starts it, and reads back what it printed and wrote.

import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type ActionFile, readActionFile } from './action-file.ts';
import { type Annotation, annotationsOf, parseCommands, type WorkflowCommand } from './annotations.ts';
import { parseFileCommands } from './file-commands.ts';
import { type RunOptions, runnerVariables, stepVariables } from './runner-environment.ts';
import { startChild } from './start-child.ts';
import type { GitHub } from './start-github.ts';

export type { Annotation, WorkflowCommand } from './annotations.ts';
export type { RunOptions } from './runner-environment.ts';

export interface ActionRun {
  /** `null` where a signal ended the action. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly tempDir: string;
  /** The `report-dir` input, or the default that stands for it. */
  readonly reportDir: string;
  readonly annotations: readonly Annotation[];
  /** All workflow commands on stdout and stderr, annotations and `add-mask` included. */
  readonly commands: readonly WorkflowCommand[];
}

const ACTION_FILE = join(import.meta.dirname, '../../action.yml');
const FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'];

/** Runs the action's main or post step to its end. */
export async function runAction(options: RunOptions): Promise<ActionRun> {
  const actionFile = options.actionFile ?? ACTION_FILE;
  const action = await readActionFile(actionFile);
  const tempDir = options.tempDir ?? (await mkdtemp(join(tmpdir(), 'runner-')));
  await mkdir(tempDir, { recursive: true });
  const folder = await mkdtemp(join(tempDir, '_runner_file_commands_'));
  const files = await writeFiles(folder, options.payload);
  const env = {
    ...runnerVariables(options, tempDir),
    ...files,
    ...stepVariables(options, action),
    ...options.env,
  };
  const runId = options.runId ?? 1001;
  options.github.setRun(runId, { status: 'in_progress', conclusion: null, ...runOf(options) });
  const result = await startChild({
    node: options.node,
    file: resolve(dirname(actionFile), entryOf(action, options.entry ?? 'index')),
    folder: options.workspace,
    env,
    timeout: options.timeout ?? 60_000,
    signals: [options.signalOn ?? []].flat(),
  });
  options.github.setRun(runId, { status: 'completed', conclusion: conclusion(result) });
  const forbidden = options.github.violations();
  if (forbidden.length > 0) throw new Error(forbidden.join('\n'));
  const commands = parseCommands(`${result.stdout}\n${result.stderr}`);
  const reportDir = resolve(
    options.workspace,
    options.inputs?.['report-dir'] || join(tempDir, 'cxone-ivr-gitops'),
  );
  return {
    ...result,
    ...(await readFiles(files)),
    tempDir,
    reportDir,
    commands,
    annotations: annotationsOf(commands),
  };
}

function runOf({ eventName, sha, ref, actor, runAttempt }: RunOptions): Parameters<GitHub['setRun']>[1] {
  return {
    event: eventName,
    headSha: sha,
    headBranch: ref.replace(/^refs\/(heads|tags)\//, ''),
    actor: actor ?? 'octo-ops',
    attempt: runAttempt ?? 1,
  };
}

function conclusion(result: { exitCode: number | null }): string {
  if (result.exitCode === null) return 'cancelled';
  return result.exitCode === 0 ? 'success' : 'failure';
}

function entryOf({ runs }: ActionFile, entry: 'index' | 'post'): string {
  if (entry === 'index') return runs.main;
  if (runs.post === undefined) throw new Error('action.yml has no post step');
  return runs.post;
}

async function writeFiles(folder: string, payload: unknown): Promise<Record<string, string>> {
  const event = join(folder, 'event.json');
  await writeFile(event, JSON.stringify(payload, null, 2));
  const files: Record<string, string> = { GITHUB_EVENT_PATH: event };
  for (const name of FILES) {
    const path = join(folder, name.toLowerCase());
    await writeFile(path, '');
    files[name] = path;
  }
  return files;
}

async function readFiles(
  files: Readonly<Record<string, string>>,
): Promise<Pick<ActionRun, 'outputs' | 'state' | 'summary'>> {
  const text = (name: string): Promise<string> => readFile(files[name] ?? '', 'utf8');
  return {
    outputs: parseFileCommands(await text('GITHUB_OUTPUT')),
    state: parseFileCommands(await text('GITHUB_STATE')),
    summary: await text('GITHUB_STEP_SUMMARY'),
  };
}
