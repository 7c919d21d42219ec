// The deployment records of an environment → what is live, what is under way, and which flows this action made.
import { UserError } from '../../errors.ts';
import {
  type DeployedState,
  type Held,
  type LiveRecord,
  readDeployedState,
} from '../../plan/deployed-state.ts';
import { isHeld } from '../../plan/holds.ts';
import type { DeploymentRecord, GitHub } from '../../ports.ts';

/** A record newer than the live one whose run did not end well, or has not ended. */
export interface UnsettledRecord {
  readonly record: DeploymentRecord;
  readonly state: 'in_progress' | 'error';
  /** The page of its run, or empty. */
  readonly runUrl: string;
}

/** Records that are looked at for flows of our own, and for the origin of a hold. */
const MOST_RECORDS = 100;

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

/** Reads records, newest first, down to the newest with a `success` state whose payload parses. */
export async function readRecordHistory(github: GitHub, environment: string): Promise<RecordHistory> {
  const unsettled: UnsettledRecord[] = [];
  let live: LiveRecord | undefined;
  for await (const record of github.listRecords(environment)) {
    if (live !== undefined) return { live, unsettled, beforeLive: record };
    const states = await record.readStates();
    const state = readDeployedState(record.payload);
    if (state !== undefined && states.some((status) => status.state === 'success')) {
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

/** Whether a record still says that its run is under way, or has left something. */
export async function isOpen(record: DeploymentRecord): Promise<boolean> {
  const [newest] = await record.readStates();
  return newest !== undefined && (UNDER_WAY.has(newest.state) || newest.state === 'error');
}

/** What was live when a commit was deployed last; undefined where it carries no success record of its own. */
export async function readOwnState(
  github: GitHub,
  environment: string,
  sha: string,
): Promise<DeployedState | undefined> {
  for await (const record of github.listRecords(environment, sha)) {
    const state = record.sha === sha ? readDeployedState(record.payload) : undefined;
    if (state !== undefined && (await record.readStates()).some((status) => status.state === 'success'))
      return state;
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
    if ((await record.readStates()).some((status) => status.state === 'success')) commits.add(record.sha);
  }
  return [...commits];
}

/** A rollback that holds a version: the commit that it went to, and when its record was made. */
export interface HoldOrigin {
  readonly sha: string;
  readonly createdAt: string;
}

/**
 * Finds the rollbacks that holds come from, in one pass: the oldest of the newest records that carry a hold without a break.
 * @returns an origin for each hold, in their order; undefined where no record carries it
 */
export async function findHoldOrigins(
  github: GitHub,
  environment: string,
  holds: readonly Held[],
): Promise<(HoldOrigin | undefined)[]> {
  const origins = holds.map((hold): { readonly hold: Held; origin?: HoldOrigin; isDone: boolean } => ({
    hold,
    isDone: false,
  }));
  let count = 0;
  for await (const { sha, createdAt, payload } of github.listRecords(environment)) {
    const state = readDeployedState(payload);
    if (state === undefined) continue;
    for (const entry of origins.filter(({ isDone }) => !isDone)) {
      const { name, payloadHash } = entry.hold;
      if (isHeld(state.held, name, payloadHash)) entry.origin = { sha, createdAt };
      else entry.isDone = entry.origin !== undefined;
    }
    if (origins.every(({ isDone }) => isDone) || ++count >= MOST_RECORDS) break;
  }
  return origins.map(({ origin }) => origin);
}

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
