// An estate for end-to-end tests: a git history, the GitHub stand-in, the embedded tenant, and runs of the built action on them.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../src/simulator/start-simulator.ts';
import { pullRequestEvent, pushEvent, scheduleEvent, workflowDispatchEvent } from '../stand-in/events.ts';
import { type GitRepository, createRepository } from '../stand-in/github-repository.ts';
import { type ActionRun, type RunOptions, runAction } from '../stand-in/run-action.ts';
import { type GitHub, type GitHubOptions, startGitHub } from '../stand-in/start-github.ts';

export type Extra = Partial<
  Pick<
    RunOptions,
    | 'env'
    | 'inputs'
    | 'signalOn'
    | 'tempDir'
    | 'timeout'
    | 'entry'
    | 'state'
    | 'runId'
    | 'ref'
    | 'node'
    | 'workspace'
    | 'actionFile'
  >
>;

export interface Estate {
  readonly repository: GitRepository;
  readonly github: GitHub;
  readonly tenant: Simulator;
  /** Inputs that reach the tenant, with short waits. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Commits files to main. @returns the commit */
  readonly commit: (files: Readonly<Record<string, string | null>>, message?: string) => Promise<string>;
  /** Runs the action as GitHub would for a push to main. */
  readonly push: (sha: string, extra?: Extra) => Promise<ActionRun>;
  /** Runs the action as GitHub would for a pull request with these files changed. */
  readonly pullRequest: (
    files: Readonly<Record<string, string | null>>,
    extra?: Extra,
  ) => Promise<ActionRun & { readonly number: number; readonly head: string }>;
  /** Runs the action as somebody would by hand. */
  readonly dispatch: (inputs: Readonly<Record<string, string>>, extra?: Extra) => Promise<ActionRun>;
  /** Runs the action as GitHub would by the clock, on main. */
  readonly schedule: (extra?: Extra) => Promise<ActionRun>;
  /** Checks a commit out. @returns the workspace's folder */
  readonly checkout: (sha: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface EstateOptions {
  readonly simulator?: SimulatorOptions;
  readonly github?: Partial<GitHubOptions>;
  /** What another estate has begun, instead of anything new. */
  readonly continued?: Pick<Estate, 'repository' | 'github' | 'tenant'>;
}

/** Opens an estate with an empty history. */
export async function openEstate(options: EstateOptions = {}): Promise<Estate> {
  const repository = options.continued?.repository ?? (await createRepository());
  const github = options.continued?.github ?? (await startGitHub({ repository, ...options.github }));
  const tenant = options.continued?.tenant ?? (await startSimulator(options.simulator));
  const { clientId, clientSecret } = tenant.credentials;
  const credentials = {
    'tenant-url': tenant.url,
    'client-id': clientId,
    'client-secret': clientSecret,
    'compile-poll-interval': '0.02',
  };
  const checkout = async (sha: string): Promise<string> => {
    const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
    await repository.checkout(sha, workspace);
    return workspace;
  };
  const fullName = github.fullName;
  let pulls = 0;
  return {
    repository,
    github,
    tenant,
    credentials,
    commit: async (files, message = 'Change rules') => repository.commit(files, message),
    push: async (sha, extra = {}) => {
      const inputs = { ...credentials, ...extra.inputs };
      return runAction({
        ...pushEvent({ fullName, after: sha }),
        github,
        workspace: extra.workspace ?? (await checkout(sha)),
        ...extra,
        inputs,
      });
    },
    pullRequest: async (files, extra = {}) => {
      const base = (await repository.branch('main')) ?? '';
      const number = ++pulls;
      const branch = `change-${number}`;
      const head = await repository.commit(files, 'Change rules', { branch });
      const mergeSha = await repository.mergeCommit(base, head);
      const pull = await github.openPull({ head: { ref: branch, sha: head }, mergeSha });
      const event = pullRequestEvent({
        fullName,
        number: pull.number,
        head: { ref: branch, sha: head },
        base: { sha: base },
        mergeSha,
      });
      const run = await runAction({ ...event, github, workspace: await checkout(mergeSha), ...extra });
      return { ...run, number: pull.number, head };
    },
    dispatch: async (inputs, extra = {}) => {
      const sha = (await repository.branch('main')) ?? '';
      const event = workflowDispatchEvent({ fullName, sha, inputs });
      return runAction({
        ...event,
        github,
        workspace: await checkout(sha),
        ...extra,
        inputs: { ...credentials, ...inputs, ...extra.inputs },
      });
    },
    schedule: async (extra = {}) => {
      const sha = (await repository.branch('main')) ?? '';
      const event = scheduleEvent({ fullName, sha });
      const workspace = extra.workspace ?? (await checkout(sha));
      const inputs = { ...credentials, ...extra.inputs };
      return runAction({ ...event, github, workspace, ...extra, inputs });
    },
    checkout,
    close: async () => {
      await Promise.all([github.close(), tenant.close()]);
      await repository.remove();
    },
  };
}

/** Posted, and yet no writes. */
const ANALYTICS = '/api/v2/analytics/ivrs/details/query';
const READS: ReadonlySet<string> = new Set(['/oauth/token', ANALYTICS]);

/** Milliseconds between two looks at the tenant, and until it is given up. */
const LOOK_EVERY = 5;
const LOOK_AT_MOST = 20_000;

type Request = ReturnType<Simulator['state']>['requests'][number];

async function whenAnswered(
  tenant: Simulator,
  count: number,
  isMeant: (request: Request) => boolean,
): Promise<void> {
  const answered = (): number =>
    tenant.state().requests.filter((request) => request.answeredAt !== null && isMeant(request)).length;
  const target = answered() + count;
  const deadline = Date.now() + LOOK_AT_MOST;
  while (answered() < target) {
    if (Date.now() > deadline) throw new Error(`the tenant has not answered ${count} such requests`);
    await delay(LOOK_EVERY);
  }
}

/** Settles when the tenant has answered so many writes from now on. @throws Error where it does not */
export async function whenWritten(tenant: Simulator, count: number): Promise<void> {
  return whenAnswered(tenant, count, ({ method, path }) => method !== 'GET' && !READS.has(path));
}

/** Settles when the tenant has answered so many questions about calls from now on. @throws Error where it does not */
export async function whenAskedForCalls(tenant: Simulator, count: number): Promise<void> {
  return whenAnswered(tenant, count, ({ path }) => path === ANALYTICS);
}
