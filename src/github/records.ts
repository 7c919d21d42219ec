// Edge: deployment records and their states. What their payloads mean is the audit's business.
import type { DeploymentRecord, RecordState, RecordStatus } from '../ports.ts';
import type { Connection } from './connect.ts';
import { type Need, askGitHub } from './ask-github.ts';
import { cutDescription } from './statuses.ts';

const TASK = 'cxone-ivr';
/** GitHub's largest page. */
const PAGE_SIZE = 100;
const WRITE: Need = { action: 'use deployment records', permission: 'deployments: write' };
const READ: Need = {
  action: 'read deployment records',
  permission: 'deployments: read',
  more: 'a deployment or rollback needs `deployments: write`',
};

async function readStates({ octokit, repository }: Connection, id: number): Promise<RecordStatus[]> {
  const target = { ...repository, deployment_id: id, per_page: PAGE_SIZE };
  const states = await askGitHub(READ, async () =>
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
    return (await askGitHub(READ, async () => octokit.rest.repos.listDeployments(query))).data;
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
  const { data, status } = await askGitHub(WRITE, async () =>
    octokit.rest.repos.createDeployment({
      ...repository,
      ref: record.sha,
      task: TASK,
      environment: record.environment,
      auto_merge: false,
      required_contexts: [],
      payload: record.payload as Record<string, unknown>,
      description: cutDescription(record.description),
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
    description: cutDescription(change.description),
    ...(logUrl === '' ? {} : { log_url: logUrl }),
  };
  await askGitHub(WRITE, async () => octokit.rest.repos.createDeploymentStatus(body));
}
