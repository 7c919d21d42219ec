// Runs what a workflow itself brings along: the shell of a `run:` step, and the script of actions/github-script.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { getOctokit } from '@actions/github';
import type { RunEvent } from '../stand-in/events.ts';
import type { GitHub } from '../stand-in/start-github.ts';

export interface ShellRun {
  readonly status: number | null;
  readonly printed: string;
}

/** Runs a script as the runner does where a step names no shell. */
export function runShell(script: string, folder: string, env: Readonly<Record<string, string>>): ShellRun {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}

type Script = (...values: readonly unknown[]) => Promise<void>;
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...texts: readonly string[]
) => Script;

/**
 * Runs a script with what actions/github-script gives one, as far as the examples use it.
 * @param env the step's variables
 * @returns what it noted
 */
export async function runGithubScript(
  script: string,
  { eventName, payload }: RunEvent,
  github: Pick<GitHub, 'url' | 'owner' | 'name'>,
  token: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const notes: string[] = [];
  const given = {
    github: getOctokit(token, { baseUrl: github.url }),
    context: { eventName, payload, repo: { owner: github.owner, repo: github.name } },
    core: { notice: (text: string) => notes.push(text) },
    require: createRequire(import.meta.url),
    process: { env },
  };
  await new AsyncFunction(...Object.keys(given), script)(...Object.values(given));
  return notes;
}
