// The deployment records of an environment → what is live, what is under way, and which flows this action made.
import { UserError } from '../errors.ts';
import { type LiveRecord, readDeployedState } from '../plan/deployed-state.ts';
import type { DeploymentRecord, GitHub } from '../ports.ts';

/** A record newer than the live one whose run did not end well, or has not ended. */
export interface UnsettledRecord {
  readonly record: DeploymentRecord;
  readonly state: 'in_progress' | 'error';
  /** The page of its run, or empty. */
  readonly runUrl: string;
}

export interface RecordHistory {
  /** Undefined before the first deployment. */
  readonly live: LiveRecord | undefined;
  readonly unsettled: readonly UnsettledRecord[];
}

/** The error of a run that finds another one under way. */
export function lockedBy(environment: string, { record, runUrl }: UnsettledRecord): UserError {
  const place = runUrl === '' ? `deployment record ${record.id}` : runUrl;
  return new UserError(
    'locked',
    `another run is deploying to environment ${JSON.stringify(environment)}: ${place}. ` +
      `Wait for it and run this again; the workflow's \`concurrency\` keeps runs apart`,
  );
}

const UNDER_WAY: ReadonlySet<string> = new Set(['in_progress', 'queued', 'pending']);

/** Reads records, newest first, down to the newest with a `success` state whose payload parses. */
export async function readRecordHistory(github: GitHub, environment: string): Promise<RecordHistory> {
  const unsettled: UnsettledRecord[] = [];
  for await (const record of github.listRecords(environment)) {
    const states = await record.readStates();
    const state = readDeployedState(record.payload);
    if (state !== undefined && states.some((status) => status.state === 'success')) {
      return { live: { sha: record.sha, state }, unsettled };
    }
    const [newest] = states;
    const runUrl = newest?.logUrl ?? '';
    if (newest !== undefined && UNDER_WAY.has(newest.state))
      unsettled.push({ record, state: 'in_progress', runUrl });
    if (newest?.state === 'error') unsettled.push({ record, state: 'error', runUrl });
  }
  return { live: undefined, unsettled };
}

/** Whether a commit carries a success record of its own. */
export async function wasDeployed(github: GitHub, environment: string, sha: string): Promise<boolean> {
  for await (const record of github.listRecords(environment, sha)) {
    if (record.sha !== sha || readDeployedState(record.payload) === undefined) continue;
    if ((await record.readStates()).some((status) => status.state === 'success')) return true;
  }
  return false;
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
