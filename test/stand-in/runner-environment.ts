// What a run of the action is given: its options, and the environment variables that a runner makes of them.

import { join } from 'node:path';
import { type ActionFile, inputVariables } from './action-file.ts';
import type { SignalOrder } from './start-child.ts';
import type { GitHub } from './start-github.ts';

export interface RunOptions {
  readonly eventName: string;
  readonly payload: unknown;
  /** GITHUB_SHA: for a pull request the merge commit. */
  readonly sha: string;
  /** GITHUB_REF, in full: `refs/heads/main`. */
  readonly ref: string;
  readonly workspace: string;
  readonly github: Pick<GitHub, 'url' | 'token' | 'fullName' | 'owner' | 'setRun' | 'violations'>;
  /** The step's `with:`; what it leaves out has the default of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables beside those of the runner, or instead of them. */
  readonly env?: Readonly<Record<string, string>>;
  readonly entry?: 'index' | 'post';
  /** The Node that runs it. Default: the one that runs the tests. */
  readonly node?: string;
  /** What `index` saved for `post`. */
  readonly state?: Readonly<Record<string, string>>;
  /** RUNNER_TEMP, which `index` and `post` of one job share. Default: a new folder. */
  readonly tempDir?: string;
  /** Default 1001. The stand-in sees this run as in progress while the action runs, and as completed after it. */
  readonly runId?: number;
  readonly runAttempt?: number;
  /** GITHUB_ACTOR. Default `octo-ops`. */
  readonly actor?: string;
  /** Milliseconds. Default 60,000. */
  readonly timeout?: number;
  readonly signalOn?: SignalOrder | readonly SignalOrder[];
  /** The action.yml, whose folder the entry files are found from. Default: the repository's own. */
  readonly actionFile?: string;
}

/** The inputs and the saved state of the step. */
export function stepVariables(options: RunOptions, action: ActionFile): Record<string, string> {
  const expressions = { 'github.token': options.github.token };
  const state = Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value] as const);
  return { ...inputVariables(action, options.inputs ?? {}, expressions), ...Object.fromEntries(state) };
}

/** The variables that a runner gives every step, and no other. */
export function runnerVariables(options: RunOptions, tempDir: string): Record<string, string> {
  const { github, eventName, ref, sha, workspace } = options;
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: tempDir,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: options.actor ?? 'octo-ops',
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_REPOSITORY: github.fullName,
    GITHUB_REPOSITORY_OWNER: github.owner,
    GITHUB_EVENT_NAME: eventName,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_SHA: sha,
    GITHUB_RUN_ID: String(options.runId ?? 1001),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: String(options.runAttempt ?? 1),
    GITHUB_WORKFLOW: 'IVR rules',
    GITHUB_JOB: 'rules',
    GITHUB_WORKSPACE: workspace,
    ...pullVariables(options.payload),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'stand-in',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: tempDir,
    RUNNER_TOOL_CACHE: join(tempDir, 'tool-cache'),
  };
}

function pullVariables(payload: unknown): Record<string, string> {
  const pull = (payload as { pull_request?: { head?: { ref?: string }; base?: { ref?: string } } } | null)
    ?.pull_request;
  return { GITHUB_HEAD_REF: pull?.head?.ref ?? '', GITHUB_BASE_REF: pull?.base?.ref ?? '' };
}
