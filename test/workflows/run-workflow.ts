// Runs the one job of a workflow file as a runner would, with the token that its `permissions:` ask for: this action as it is
// built, shell steps and scripts truly, artifacts by the folder, and of other actions what they leave.
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readActionFile } from '../stand-in/action-file.ts';
import type { RunEvent } from '../stand-in/events.ts';
import { type ActionRun, runAction } from '../stand-in/run-action.ts';
import type { GitHub, PermissionMap, Token } from '../stand-in/start-github.ts';
import { type Contexts, fillAll, fillText, isMet } from './expression.ts';
import { runGithubScript, runShell } from './run-script.ts';
import { type Step, type WorkflowFile, isOwnStep } from './workflow.ts';

const ACTION_FILE = join(import.meta.dirname, '../../action.yml');

/** The workflow token of a file: it may do what the file says, and nothing else. */
export function tokenOf({ path, workflow }: WorkflowFile, permissions?: PermissionMap): Token {
  const granted = permissions ?? workflow.permissions ?? {};
  return {
    name: path,
    value: `token-${path.replaceAll(/\W+/g, '-')}`,
    kind: 'installation',
    login: 'github-actions[bot]',
    permissions: granted,
  };
}

export interface JobOptions {
  readonly github: GitHub;
  readonly event: RunEvent;
  /** Where the commit is checked out. */
  readonly workspace: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Artifacts of this run and of the run that it follows: name → folder or file. */
  readonly artifacts?: Map<string, string>;
  /** Inputs for this action beside those of the file, or instead of them. */
  readonly override?: Readonly<Record<string, string>>;
  /** Variables for shell steps beside the workflow's own. */
  readonly shell?: Readonly<Record<string, string>>;
}

export interface JobRun {
  readonly isSkipped: boolean;
  readonly hasFailed: boolean;
  /** The run of this action, where a step has it. */
  readonly action: ActionRun | undefined;
  readonly artifacts: ReadonlyMap<string, string>;
  /** The names of the other actions that ran, as far as they leave something. */
  readonly ran: readonly string[];
  /** What shell steps printed, scripts noted, and the message of a script that failed. */
  readonly printed: string;
}

interface Progress {
  hasFailed: boolean;
  action: ActionRun | undefined;
  printed: string;
  readonly steps: Record<string, { outputs: Readonly<Record<string, string>> }>;
  readonly ran: string[];
}

function contextsOf(
  file: WorkflowFile,
  { github, event, secrets, vars }: JobOptions,
  temp: string,
): Contexts {
  const { eventName, payload, ref, sha } = event;
  const inputs = (payload['inputs'] as object | null | undefined) ?? {};
  return {
    github: {
      token: tokenOf(file).value,
      event: payload,
      event_name: eventName,
      ref,
      ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
      sha,
      repository: github.fullName,
      run_id: '1001',
    },
    inputs,
    secrets: secrets ?? {},
    vars: vars ?? {},
    runner: { temp },
  };
}

/** What other actions do, as far as the examples rely on it. @throws Error where it would fail */
function runOther(
  name: string,
  given: Readonly<Record<string, string>>,
  workspace: string,
  artifacts: Map<string, string>,
): void {
  const need = (path: string): string => {
    if (!existsSync(path)) throw new Error(`${name}: ${path} is not there`);
    return path;
  };
  if (name === 'actions/upload-artifact') {
    const path = given['path'] ?? '';
    artifacts.set(given['name'] ?? '', need(path.startsWith('/') ? path : join(workspace, path)));
  } else if (name === 'actions/download-artifact') {
    cpSync(need(artifacts.get(given['name'] ?? '') ?? 'the artifact'), given['path'] ?? '', {
      recursive: true,
      verbatimSymlinks: true,
    });
  } else if (name === 'github/codeql-action/upload-sarif') {
    need(given['sarif_file'] ?? '');
  } else if (name !== 'actions/checkout') {
    throw new Error(`nobody says what ${name} does`);
  }
}

async function runStep(
  step: Step,
  contexts: Contexts,
  options: JobOptions,
  token: string,
  temp: string,
  progress: Progress,
): Promise<void> {
  const { github, event, workspace, artifacts = new Map<string, string>() } = options;
  const env = { ...(contexts['env'] as Record<string, string>), ...fillAll(step.env, contexts) };
  if (step.run !== undefined) {
    const { status, printed } = runShell(fillText(step.run, contexts), workspace, {
      ...options.shell,
      ...env,
    });
    progress.printed += printed;
    if (status !== 0) throw new Error(`exit code ${status}`);
    return;
  }
  const given = fillAll(step.with, contexts);
  if (isOwnStep(step)) {
    const declared = new Set(Object.keys((await readActionFile(ACTION_FILE)).inputs));
    const inputs = { ...given, ...options.override };
    // As the runner does, which only warns of an input that an action does not declare.
    for (const name of Object.keys(inputs)) if (!declared.has(name)) delete inputs[name];
    progress.action = await runAction({
      ...event,
      github: { ...github, token },
      workspace,
      inputs,
      tempDir: temp,
    });
    if (step.id !== undefined) progress.steps[step.id] = { outputs: progress.action.outputs };
    if (progress.action.exitCode !== 0) throw new Error(progress.action.stdout);
    return;
  }
  const [name = ''] = (step.uses ?? '').split('@');
  progress.ran.push(name);
  if (name === 'actions/github-script') {
    const notes = await runGithubScript(given['script'] ?? '', event, github, token, env);
    progress.printed += notes.join('\n');
  } else runOther(name, given, workspace, artifacts);
}

/** Runs the job of a workflow file; `github` must know its {@link tokenOf}. */
export async function runWorkflow(file: WorkflowFile, options: JobOptions): Promise<JobRun> {
  const [job] = Object.values(file.workflow.jobs);
  if (job === undefined) throw new Error(`${file.path} has no job`);
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  const artifacts = options.artifacts ?? new Map<string, string>();
  const progress: Progress = { hasFailed: false, action: undefined, printed: '', steps: {}, ran: [] };
  const base = contextsOf(file, options, temp);
  const isSkipped = !isMet(job.if, base, progress);
  const env = fillAll(job.env, base);
  for (const step of isSkipped ? [] : job.steps) {
    const contexts = { ...base, env, steps: progress.steps };
    if (!isMet(step.if, contexts, progress)) continue;
    try {
      await runStep(step, contexts, { ...options, artifacts }, tokenOf(file).value, temp, progress);
    } catch (error) {
      progress.printed += `\n${String(error)}`;
      if (step['continue-on-error'] !== true) progress.hasFailed = true;
    }
  }
  const { hasFailed, action, ran, printed } = progress;
  return { isSkipped, hasFailed, action, artifacts, ran, printed };
}
