// Edge: commit statuses and deployment records. What their texts and payloads mean is the audit's business.
import type { DeploymentRecord, RecordState, RecordStatus, StatusState } from '../ports.ts';
import type { Connection } from './connect.ts';
import { type Need, askGitHub, hasStatus } from './explain-error.ts';

const TASK = 'cxone-ivr';
/** GitHub's largest page. */
const PAGE_SIZE = 100;
const STATUSES: Need = { action: 'write the commit status', permission: 'statuses: write' };
const RECORDS: Need = { action: 'use deployment records', permission: 'deployments: write' };
const READ_RECORDS: Need = {
  action: 'read deployment records',
  permission: 'deployments: read',
  more: 'a deployment or rollback needs `deployments: write`',
};

const RUNS: Need = { action: 'read the workflow run', permission: 'actions: read' };

/** GitHub's limit for descriptions of statuses, in characters. */
const LONGEST_DESCRIPTION = 140;

function cut(text: string): string {
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}

export async function setStatus(
  { octokit, repository }: Connection,
  status: { sha: string; context: string; state: StatusState; description: string; targetUrl: string },
): Promise<void> {
  const { sha, context, state } = status;
  const body = {
    ...repository,
    sha,
    context,
    state,
    description: cut(status.description),
    ...(status.targetUrl === '' ? {} : { target_url: status.targetUrl }),
  };
  await askGitHub(STATUSES, async () => octokit.rest.repos.createCommitStatus(body));
}

async function readStates({ octokit, repository }: Connection, id: number): Promise<RecordStatus[]> {
  const target = { ...repository, deployment_id: id, per_page: PAGE_SIZE };
  const states = await askGitHub(READ_RECORDS, async () =>
    octokit.paginate(octokit.rest.repos.listDeploymentStatuses, target),
  );
  return states
    .toSorted((a, b) => b.id - a.id)
    .map((status) => ({ state: status.state, logUrl: status.log_url ?? status.target_url ?? '' }));
}

/** The records of an environment, newest first. A page is read when it is its turn. */
export async function* listRecords(
  connection: Connection,
  environment: string,
  sha?: string,
): AsyncIterable<DeploymentRecord> {
  const { octokit, repository } = connection;
  const filter = { ...repository, task: TASK, environment, ...(sha === undefined ? {} : { sha }) };
  const readPage = async (page: number) => {
    const query = { ...filter, per_page: PAGE_SIZE, page };
    return (await askGitHub(READ_RECORDS, async () => octokit.rest.repos.listDeployments(query))).data;
  };
  for (let page = 1; ; page++) {
    const records = await readPage(page);
    const newestFirst = records.toSorted((a, b) => b.created_at.localeCompare(a.created_at) || b.id - a.id);
    for (const { id, sha: commit, created_at: createdAt, creator, payload } of newestFirst) {
      const own = { id, sha: commit, createdAt, creator: creator?.login ?? '', payload };
      yield { ...own, readStates: async () => readStates(connection, id) };
    }
    if (records.length < PAGE_SIZE) return;
  }
}

/**
 * Creates a record. It merges nothing and waits for no status.
 * @returns its id
 */
export async function createRecord(
  { octokit, repository }: Connection,
  record: { environment: string; sha: string; payload: object; description: string },
): Promise<number> {
  const { data, status } = await askGitHub(RECORDS, async () =>
    octokit.rest.repos.createDeployment({
      ...repository,
      ref: record.sha,
      task: TASK,
      environment: record.environment,
      auto_merge: false,
      required_contexts: [],
      payload: record.payload as Record<string, unknown>,
      description: cut(record.description),
    }),
  );
  if (status !== 201 || !('id' in data))
    throw new Error(`GitHub answered ${status} and made no deployment record`);
  return data.id;
}

export async function setRecordState(
  { octokit, repository }: Connection,
  change: { id: number; state: RecordState; description: string; logUrl: string },
): Promise<void> {
  const { id, state, logUrl } = change;
  const body = {
    ...repository,
    deployment_id: id,
    state,
    description: cut(change.description),
    ...(logUrl === '' ? {} : { log_url: logUrl }),
  };
  await askGitHub(RECORDS, async () => octokit.rest.repos.createDeploymentStatus(body));
}

/** Whether a workflow run is over; one that is not there any more is. Undefined where the token may not ask. */
export async function isRunOver(
  { octokit, repository }: Connection,
  runId: number,
): Promise<boolean | undefined> {
  return askGitHub(RUNS, async () => {
    try {
      const { data } = await octokit.rest.actions.getWorkflowRun({ ...repository, run_id: runId });
      return data.status === 'completed';
    } catch (error) {
      if (hasStatus(error, 404)) return true;
      if (hasStatus(error, 403)) return undefined;
      throw error;
    }
  });
}
