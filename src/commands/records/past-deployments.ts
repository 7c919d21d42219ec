// What the deployment records of an environment say of the past: which commits were deployed, with which flows.
import { type DeployedState, readDeployedState } from '../../plan/deployed-state.ts';
import type { GitHub } from '../../ports.ts';
import { hasSucceeded } from './record-history.ts';

/** What was live when a commit was deployed last; undefined where it carries no success record of its own. */
export async function readOwnState(
  github: GitHub,
  environment: string,
  sha: string,
): Promise<DeployedState | undefined> {
  for await (const record of github.listRecords(environment, sha)) {
    const state = record.sha === sha ? readDeployedState(record.payload) : undefined;
    if (state !== undefined && hasSucceeded(await record.readStates())) return state;
  }
  return undefined;
}

/** How many commits are named to somebody who looks for one to roll back to. */
const MOST_CANDIDATES = 5;

/** The commits that were deployed last, newest first: those that can be rolled back to. */
export async function listDeployed(github: GitHub, environment: string): Promise<string[]> {
  const commits = new Set<string>();
  for await (const record of github.listRecords(environment)) {
    if (commits.size >= MOST_CANDIDATES) break;
    if (readDeployedState(record.payload) === undefined || commits.has(record.sha)) continue;
    if (hasSucceeded(await record.readStates())) commits.add(record.sha);
  }
  return [...commits];
}

/** Records that are looked at for flows of our own. */
const MOST_RECORDS = 100;

/** The ids of the flows that records name: those that this action deployed. */
export async function readOwnFlowIds(github: GitHub, environment: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let count = 0;
  for await (const record of github.listRecords(environment)) {
    for (const id of Object.values(readDeployedState(record.payload)?.flows ?? {})) ids.add(id);
    if (++count >= MOST_RECORDS) break;
  }
  return ids;
}
