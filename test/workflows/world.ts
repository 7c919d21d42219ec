// The world that the workflow tests run in: an estate whose GitHub knows the token of each workflow, and the events that start them.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import seed from '../../src/simulator/seed.json' with { type: 'json' };
import { readSeed } from '../../src/simulator/seed.ts';
import { type Estate, openEstate } from '../e2e/estate.ts';
import {
  type RunEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from '../stand-in/events.ts';
import type { PermissionMap } from '../stand-in/start-github.ts';
import { type JobOptions, type JobRun, runWorkflow, tokenOf } from './run-workflow.ts';
import type { WorkflowFile } from './workflow.ts';

/** A client that can change nothing, as examples/README.md has it. */
const READER = {
  clientId: 'reader',
  clientSecret: 'the-secret-of-the-reader',
  scopes: ['ivr:flow:read'],
} as const;

export interface World {
  readonly estate: Estate;
  /** Checks a commit out into a new folder. */
  readonly checkout: (sha: string) => Promise<string>;
  readonly run: (
    file: WorkflowFile,
    event: RunEvent,
    more?: Partial<Pick<JobOptions, 'artifacts' | 'override' | 'workspace' | 'shell'>>,
  ) => Promise<JobRun>;
  /** A pull request with these files changed, of this repository or of a fork. */
  readonly open: (
    files: Readonly<Record<string, string>>,
    fork?: string,
  ) => Promise<{ readonly number: number; readonly head: string; readonly event: RunEvent }>;
  readonly push: (sha: string) => RunEvent;
  readonly dispatch: (inputs?: Readonly<Record<string, string>>) => Promise<RunEvent>;
  readonly schedule: () => Promise<RunEvent>;
}

/** Opens the world for some workflows. @param granted instead of what a file asks for, by its path: what a fork's token has */
export async function openWorld(
  files: readonly WorkflowFile[],
  granted: Readonly<Record<string, PermissionMap>> = {},
): Promise<World> {
  const tokens = files.map((file) => tokenOf(file, granted[file.path]));
  const simulator = { seed: readSeed({ ...seed, clients: [...seed.clients, READER] }) };
  const estate = await openEstate({ github: { tokens }, simulator });
  const { github, repository, tenant } = estate;
  const { fullName } = github;
  const { clientId, clientSecret } = tenant.credentials;
  const checkout = async (sha: string): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    await repository.checkout(sha, folder);
    return folder;
  };
  const tip = async (): Promise<string> => (await repository.branch('main')) ?? '';
  return {
    estate,
    checkout,
    run: async (file, event, { override = {}, workspace, ...more } = {}) =>
      runWorkflow(file, {
        github,
        event,
        workspace: workspace ?? (await checkout(event.sha)),
        vars: { CXONE_URL: tenant.url },
        secrets: {
          CXONE_CLIENT_ID: clientId,
          CXONE_CLIENT_SECRET: clientSecret,
          CXONE_READ_CLIENT_ID: READER.clientId,
          CXONE_READ_CLIENT_SECRET: READER.clientSecret,
        },
        override: { 'compile-poll-interval': '0.02', ...override },
        ...more,
      }),
    open: async (changed, fork) => {
      const base = await tip();
      const ref = `change-${github.state().pulls.length + 1}`;
      const head = await repository.commit(changed, 'Change rules', { branch: ref });
      const mergeSha = await repository.mergeCommit(base, head);
      const side = { ref, sha: head, ...(fork === undefined ? {} : { fullName: fork }) };
      const { number } = await github.openPull({ head: side, mergeSha });
      const event = pullRequestEvent({ fullName, number, head: side, base: { sha: base }, mergeSha });
      return { number, head, event };
    },
    push: (sha) => pushEvent({ fullName, after: sha }),
    dispatch: async (inputs = {}) => workflowDispatchEvent({ fullName, sha: await tip(), inputs }),
    schedule: async () => scheduleEvent({ fullName, sha: await tip() }),
  };
}
