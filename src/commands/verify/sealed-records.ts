// The deployments of an environment that were sealed, as GitHub has them: what an audit log is compared with.
import type { AuditRecord } from '../../audit/audit-log.ts';
import { type LiveRecord, readDeployedState } from '../../plan/deployed-state.ts';
import type { GitHub } from '../../ports.ts';
import { hasSucceeded, isUnsettled } from '../records/record-history.ts';

/** A deployment record with a success of its own. */
export interface SealedRecord extends LiveRecord {
  readonly id: number;
  /** ISO 8601. */
  readonly createdAt: string;
  /** The login that made it, or empty. */
  readonly creator: string;
}

export interface SealedRecords {
  /** Newest first: what is live, and back to the start of the log. */
  readonly sealed: readonly SealedRecord[];
  /** The one whose last audit record the log goes on from; undefined where the log starts the chain, or where there is none. */
  readonly before: SealedRecord | undefined;
  /** Whether none was left out for their number. */
  readonly isComplete: boolean;
  /** Newer records that have no success: runs that are under way, or did not end well. */
  readonly unsealed: readonly string[];
}

/** Sealed deployments that are looked at; each asks for about three requests, and a job's token has 1,000 an hour. */
const MOST_RECORDS = 150;

/** A deployment as a sentence names it. */
export function nameRecord({ id, sha, createdAt }: SealedRecord): string {
  return `deployment record ${id} (commit ${sha.slice(0, 12)}, ${createdAt})`;
}

/** Whether an audit record ends the log of a deployment. */
export function isSealOf(record: AuditRecord, { state }: SealedRecord): boolean {
  return record.hash === state.auditHead;
}

/**
 * Reads sealed deployments, newest first, back to the one that a log goes on from.
 * @param start the hash that the log follows; undefined without a log: then only what is live is read
 */
export async function readSealed(
  github: GitHub,
  environment: string,
  start: string | undefined,
): Promise<SealedRecords> {
  const sealed: SealedRecord[] = [];
  const unsealed: string[] = [];
  for await (const record of github.listRecords(environment)) {
    const state = readDeployedState(record.payload);
    if (state === undefined) continue;
    const states = await record.readStates();
    const { id, sha, createdAt, creator } = record;
    if (!hasSucceeded(states)) {
      const newest = states[0]?.state ?? '';
      if (sealed.length === 0 && isUnsettled(newest))
        unsealed.push(`deployment record ${id} of commit ${sha.slice(0, 12)} is ${newest}`);
      continue;
    }
    const own = { id, sha, createdAt, creator, state };
    if (sealed.length > 0 && state.auditHead === start)
      return { sealed, before: own, isComplete: true, unsealed };
    if (sealed.length >= MOST_RECORDS) return { sealed, before: undefined, isComplete: false, unsealed };
    sealed.push(own);
    if (start === undefined || state.auditHead === start) break;
  }
  return { sealed, before: undefined, isComplete: true, unsealed };
}

/** The audit hashes that the records of an environment name up to one of them, whatever became of their runs. */
export async function readHeadsBefore(github: GitHub, environment: string, last: number): Promise<string[]> {
  const heads: string[] = [];
  for await (const { id, payload } of github.listRecords(environment)) {
    const head = id <= last ? readDeployedState(payload)?.auditHead : undefined;
    if (head !== undefined) heads.push(head);
  }
  return heads;
}
