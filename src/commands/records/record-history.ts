// The deployment records of an environment → what is live, and what is under way or was left open.
import { UserError } from '../../errors.ts';
import { type LiveRecord, readDeployedState } from '../../plan/deployed-state.ts';
import type { DeploymentRecord, GitHub, RecordStatus } from '../../ports.ts';
import type { Session } from '../session.ts';

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
  /** The record before the live one: that of the run that made it live, which had the environment locked. */
  readonly beforeLive?: DeploymentRecord;
}

/** Where a person finds a run that has not ended: its page, or else its record. */
export function placeOfRun({ record, runUrl }: UnsettledRecord): string {
  return runUrl === '' ? `deployment record ${record.id}` : runUrl;
}

/** The error of a run that finds another one under way. */
export function lockedBy(environment: string, other: UnsettledRecord): UserError {
  return new UserError(
    'locked',
    `another run is deploying to environment ${JSON.stringify(environment)}: ${placeOfRun(other)}. ` +
      `Wait for it and run this again; the workflow's \`concurrency\` keeps runs apart. ` +
      'Whether a run is over can be told at once where the job has `permissions: actions: read`, else after 6 hours',
  );
}

const UNDER_WAY: ReadonlySet<string> = new Set(['in_progress', 'queued', 'pending']);

/** Whether a record was ever a success: only such a one says what is live. @param states all that it had */
export function hasSucceeded(states: readonly RecordStatus[]): boolean {
  return states.some(({ state }) => state === 'success');
}

/** Whether a record in a state is that of a run which is under way, or has left something. */
export function isUnsettled(state: string): boolean {
  return UNDER_WAY.has(state) || state === 'error';
}

/** Reads records, newest first, down to the newest with a `success` state whose payload parses. */
export async function readRecordHistory(github: GitHub, environment: string): Promise<RecordHistory> {
  const unsettled: UnsettledRecord[] = [];
  let live: LiveRecord | undefined;
  for await (const record of github.listRecords(environment)) {
    if (live !== undefined) return { live, unsettled, beforeLive: record };
    const states = await record.readStates();
    const state = readDeployedState(record.payload);
    if (state !== undefined && hasSucceeded(states)) {
      live = { sha: record.sha, state };
      continue;
    }
    const [newest] = states;
    const runUrl = newest?.logUrl ?? '';
    if (newest !== undefined && UNDER_WAY.has(newest.state))
      unsettled.push({ record, state: 'in_progress', runUrl });
    if (newest?.state === 'error') unsettled.push({ record, state: 'error', runUrl });
  }
  return { live, unsettled };
}

/** No job of GitHub's own machines runs longer; used where the run itself cannot be asked for. Milliseconds. */
const LONGEST_RUN = 6 * 60 * 60 * 1000;

function runIdOf(runUrl: string): number | undefined {
  const id = Number(/\/actions\/runs\/(\d+)/.exec(runUrl)?.[1]);
  return Number.isSafeInteger(id) ? id : undefined;
}

/** Whether the run of a record is over: GitHub says so, it was an earlier attempt of this one, or it is too old to live. */
export async function hasRunEnded(
  { run, clock }: Pick<Session, 'run' | 'clock'>,
  github: Pick<GitHub, 'isRunOver'>,
  { record, state, runUrl }: UnsettledRecord,
): Promise<boolean> {
  if (state === 'error') return true;
  const runId = runIdOf(runUrl);
  if (runId !== undefined && String(runId) === run.runId) return true;
  const said = runId === undefined ? undefined : await github.isRunOver(runId);
  return said ?? clock.now() - Date.parse(record.createdAt) > LONGEST_RUN;
}
