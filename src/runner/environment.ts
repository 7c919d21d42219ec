// Edge: what the runner says of the event and of this run.
import { join } from 'node:path';
import type { RunIdentity } from '../commands/session.ts';
import { UserError } from '../errors.ts';
import type { EventContext } from '../request/trigger.ts';
import type { context } from './event-context.ts';

export interface Environment {
  readonly event: EventContext;
  readonly run: RunIdentity;
  /** Absolute path. */
  readonly workspace: string;
  /** Absolute path; emptied before each job. */
  readonly temporaryFolder: string;
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly repo: string } | undefined;
}

/** The folder of a run's files in RUNNER_TEMP. */
export const FOLDER = 'cxone-ivr-gitops';

/** Where a run's files go that no input sends elsewhere. */
export function ownFolder({ temporaryFolder }: Environment): string {
  return join(temporaryFolder, FOLDER);
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The context is read when its module is loaded; outside a runner it lacks much that its type promises. @throws UserError where the event file cannot be read */
async function loadContext(): Promise<Partial<typeof context>> {
  try {
    return (await import('./event-context.ts')).context;
  } catch (error) {
    throw new UserError('input', 'the event file (GITHUB_EVENT_PATH) cannot be read', { cause: error });
  }
}

function readRepository(text: string): Environment['repository'] {
  const [owner, repo, ...rest] = text.split('/');
  const isWhole =
    owner !== undefined && owner !== '' && repo !== undefined && repo !== '' && rest.length === 0;
  return isWhole ? { owner, repo } : undefined;
}

/** Reads the runner's environment. @throws UserError where the event cannot be read */
export async function readEnvironment(
  variables: Variables,
  currentFolder: string,
  systemTemporaryFolder: string,
): Promise<Environment> {
  const context = await loadContext();
  const { eventName = '', sha = '', ref = '', actor = 'unknown', runId = Number.NaN } = context;
  const { apiUrl = 'https://api.github.com', serverUrl = 'https://github.com', payload } = context;
  const repositoryName = variables.GITHUB_REPOSITORY ?? '';
  const repositoryUrl = repositoryName === '' ? '' : `${serverUrl}/${repositoryName}`;
  const hasRun = Number.isSafeInteger(runId);
  return {
    // The file may hold any JSON.
    event: { eventName, sha, ref, payload: Object(payload) as EventContext['payload'] },
    run: {
      actor,
      runId: hasRun ? String(runId) : '',
      runUrl: repositoryUrl !== '' && hasRun ? `${repositoryUrl}/actions/runs/${runId}` : '',
      repositoryUrl,
      repositoryName,
    },
    workspace: variables.GITHUB_WORKSPACE || currentFolder,
    temporaryFolder: variables.RUNNER_TEMP || systemTemporaryFolder,
    apiUrl,
    repository: readRepository(repositoryName),
  };
}
