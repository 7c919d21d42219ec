// Edge: what the runner says of the event and of this run, from its environment variables.
import { readFileSync } from 'node:fs';
import type { RunIdentity } from '../commands/session.ts';
import { UserError } from '../errors.ts';
import type { EventContext } from '../request/trigger.ts';

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

type Variables = Readonly<Record<string, string | undefined>>;

function readEventPayload(path: string): Record<string, unknown> {
  if (path === '') return {};
  try {
    const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
  } catch (error) {
    throw new UserError('input', `the event file ${path} (GITHUB_EVENT_PATH) cannot be read`, {
      cause: error,
    });
  }
}

function readRepository(text: string): Environment['repository'] {
  const [owner, repo, ...rest] = text.split('/');
  return owner === undefined || owner === '' || repo === undefined || repo === '' || rest.length > 0
    ? undefined
    : { owner, repo };
}

/** Reads the runner's environment. @throws UserError where the event cannot be read */
export function readEnvironment(
  variables: Variables,
  currentFolder: string,
  systemTemporaryFolder: string,
): Environment {
  const text = (name: string): string => variables[name] ?? '';
  const repositoryName = text('GITHUB_REPOSITORY');
  const serverUrl = text('GITHUB_SERVER_URL') || 'https://github.com';
  const repositoryUrl = repositoryName === '' ? '' : `${serverUrl}/${repositoryName}`;
  const runId = text('GITHUB_RUN_ID');
  return {
    event: {
      eventName: text('GITHUB_EVENT_NAME'),
      sha: text('GITHUB_SHA'),
      ref: text('GITHUB_REF'),
      payload: readEventPayload(text('GITHUB_EVENT_PATH')),
    },
    run: {
      actor: text('GITHUB_ACTOR') || 'unknown',
      runId,
      runUrl: repositoryUrl === '' || runId === '' ? '' : `${repositoryUrl}/actions/runs/${runId}`,
      repositoryUrl,
    },
    workspace: text('GITHUB_WORKSPACE') || currentFolder,
    temporaryFolder: text('RUNNER_TEMP') || systemTemporaryFolder,
    apiUrl: text('GITHUB_API_URL') || 'https://api.github.com',
    repository: readRepository(repositoryName),
  };
}
