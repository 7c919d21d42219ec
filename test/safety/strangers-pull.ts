// A pull request as a stranger may make it: from a fork, and run in any of the ways that a workflow may be written, the wrong ones too.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Estate } from '../e2e/estate.ts';
import type { FileContent } from '../stand-in/fast-import.ts';
import { pullRequestEvent } from '../stand-in/events.ts';
import { type ActionRun, type RunOptions, runAction } from '../stand-in/run-action.ts';

export interface StrangersPull {
  readonly files: Readonly<Record<string, FileContent>>;
  /** `target`: with the secrets of the base; `run`: by workflow_run, with them too. Default `plain`. */
  readonly by?: 'plain' | 'target' | 'run';
  /** Default true. */
  readonly isFork?: boolean;
  /** Called with the number of the pull request, before the action runs. */
  readonly onOpened?: (number: number) => void;
  readonly extra?: Partial<Pick<RunOptions, 'inputs' | 'env' | 'tempDir'>>;
}

const FORK = 'octo-guest/ivr-rules';
let count = 0;

/** Runs the action on the pull request's own files, as after a checkout of its head. */
export async function runStrangersPull(
  estate: Estate,
  { files, by = 'plain', isFork = true, onOpened, extra = {} }: StrangersPull,
): Promise<ActionRun & { readonly workspace: string; readonly number: number }> {
  const { repository, github } = estate;
  const { fullName } = github;
  const base = (await repository.branch('main')) ?? '';
  const branch = `stranger-${++count}`;
  const sha = await repository.commit(files, 'Change rules', { branch });
  const head = { ref: branch, sha, ...(isFork ? { fullName: FORK } : {}) };
  const pull = await github.openPull({ head, mergeSha: sha, author: 'octo-guest' });
  const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
  await repository.checkout(sha, workspace);
  const { number } = pull;
  onOpened?.(number);
  const event = pullRequestEvent({
    fullName,
    number,
    head,
    base: { sha: base },
    mergeSha: sha,
    target: by === 'target',
    sender: 'octo-guest',
  });
  const repositoryOf = (name: string): object => ({ full_name: name, default_branch: 'main' });
  const byRun = {
    eventName: 'workflow_run',
    ref: 'refs/heads/main',
    sha: base,
    payload: {
      action: 'completed',
      repository: repositoryOf(fullName),
      workflow_run: { head_sha: sha, head_repository: repositoryOf(isFork ? FORK : fullName) },
    },
  };
  const run = await runAction({ ...(by === 'run' ? byRun : event), github, workspace, ...extra });
  return { ...run, workspace, number };
}
