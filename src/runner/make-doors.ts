// Edge: the doors of a run to GitHub and the tenant. Each is opened, and loaded, when it is first asked for.
import type { Agents } from '../network/agents.ts';
import type { GitHub, OpenedTenant } from '../ports.ts';
import type { Inputs } from '../request/inputs.ts';
import type { Environment } from './environment.ts';
import { runnerLog } from './log.ts';
import { type Resources, openTenant, readTrustedApiConfig } from './open-tenant.ts';

export interface Doors {
  /** Undefined without a token. */
  readonly openGitHub: () => Promise<GitHub | undefined>;
  /** Undefined without credentials. */
  readonly openTenant: () => Promise<OpenedTenant | undefined>;
  /** Closes what was opened. */
  readonly close: () => Promise<void>;
}

export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

async function openGitHub(
  environment: Environment,
  inputs: Inputs,
  agents: () => Promise<Agents>,
): Promise<GitHub | undefined> {
  const { repository, apiUrl, run } = environment;
  if (inputs.githubToken === '' || repository === undefined) return undefined;
  const module = await import('../github/github.ts');
  const options = { apiUrl, token: inputs.githubToken, repository, agents: await agents(), log: runnerLog };
  return module.openGitHub(options, run.runUrl);
}

/** Makes the doors of a run; no request is made yet. @param cancelled aborts where the run is cancelled */
export function makeDoors(environment: Environment, inputs: Inputs, cancelled: AbortSignal): Doors {
  const closers: (() => void | Promise<void>)[] = [];
  const onClose: Resources['onClose'] = (close) => closers.push(close);
  const agents = once(async () => {
    const { makeAgents } = await import('../network/agents.ts');
    const made = makeAgents(inputs.concurrency);
    onClose(made.close);
    return made;
  });
  const gitHub = once(async () => openGitHub(environment, inputs, agents));
  return {
    openGitHub: gitHub,
    openTenant: once(async () => {
      const api = await readTrustedApiConfig(environment, inputs, gitHub);
      return openTenant(api, inputs, { agents, onClose }, cancelled);
    }),
    close: async () => {
      for (const close of closers.toReversed()) await close();
    },
  };
}
