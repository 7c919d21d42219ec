// The audit log: records linked by their hashes (INTERFACE section 9). It knows nothing of files or GitHub.
import { canonicalJson, sha256 } from '../rules/hash.ts';
import type { AuditEvent } from '../transaction/audit-event.ts';

export const COMPLIANCE_TAG = 'IVR-ORCH-LOG';

/** One line of audit.jsonl. */
export interface AuditRecord {
  /** UUID. */
  readonly auditId: string;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  /** The GitHub actor. */
  readonly userId: string;
  readonly action: AuditEvent['action'];
  /** Null where the event is about no single flow or rule. */
  readonly flowId: string | null;
  readonly payloadHash: string | null;
  readonly complianceTag: typeof COMPLIANCE_TAG;
  readonly ruleName: string | null;
  readonly environment: string;
  readonly commit: string;
  readonly runId: string;
  /** Of `OVERRIDE`: input override-reason. Of `PLAN`: why the action decided on a rollback by itself. */
  readonly reason?: string;
  readonly previousHash: string;
  readonly hash: string;
}

export interface AuditIdentity {
  readonly userId: string;
  readonly environment: string;
  readonly commit: string;
  readonly runId: string;
}

export interface AuditPorts {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly makeUuid: () => string;
  /** Takes each finished line, newline included. */
  readonly append: (line: string) => void;
}

export interface AuditLog {
  readonly append: (event: AuditEvent) => void;
  /** The hash of the last record, or the one that the log began after: 64 hex digits. */
  readonly head: () => string;
  /** Every line that this run has appended. */
  readonly text: () => string;
}

/** The hash of a record: SHA-256 of the canonical JSON of the record without `hash`. */
export function hashRecord(record: Omit<AuditRecord, 'hash'>): string {
  return sha256(canonicalJson(record));
}

/**
 * Starts the log of a run.
 * @param previousHash the last hash of the last sealed deployment, or 64 zeros
 */
export function startAuditLog(identity: AuditIdentity, previousHash: string, ports: AuditPorts): AuditLog {
  let head = previousHash;
  const lines: string[] = [];
  const append = (event: AuditEvent): void => {
    const { userId, environment, commit, runId } = identity;
    const record: Omit<AuditRecord, 'hash'> = {
      auditId: ports.makeUuid(),
      timestamp: new Date(ports.now()).toISOString(),
      userId,
      action: event.action,
      flowId: event.flowId,
      payloadHash: event.payloadHash,
      complianceTag: COMPLIANCE_TAG,
      ruleName: event.ruleName,
      environment,
      commit,
      runId,
      ...(event.reason === undefined ? {} : { reason: event.reason }),
      previousHash: head,
    };
    head = hashRecord(record);
    const line = `${JSON.stringify({ ...record, hash: head })}\n`;
    lines.push(line);
    ports.append(line);
  };
  return { append, head: () => head, text: () => lines.join('') };
}
