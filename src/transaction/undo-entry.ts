// What takes one write back, as data: it is written to the journal before the write, and read back by whoever must undo.
import type { FlowState } from '../plan/flow-state.ts';
import type { FlowPatch } from '../ports.ts';

export type UndoEntry =
  | {
      /** A flow that was, or may have been, created. */
      readonly kind: 'delete';
      readonly name: string;
      readonly payloadHash: string;
      /** Null until the tenant has named it. */
      readonly flowId: string | null;
      /** The flows of that name before the write: never ours to delete. */
      readonly knownIds: readonly string[];
    }
  /** A flow whose state was, or may have been, changed: the state that it had. */
  | ({ readonly kind: 'restore' } & FlowState);

/** The request body that restores a flow. */
export function restoringPatch(entry: Extract<UndoEntry, { kind: 'restore' }>): FlowPatch {
  return { status: entry.status, effectiveDate: entry.effectiveDate, expirationDate: entry.expirationDate };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isDate(value: unknown): value is string | null {
  return value === null || isText(value);
}

/** Checks the shape of an entry that was read back: what it names is sent to the tenant. */
export function readUndoEntry(value: unknown): UndoEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = value as Record<string, unknown>;
  const { kind, name, flowId } = entry;
  if (!isText(name)) return undefined;
  if (kind === 'delete') {
    const { payloadHash, knownIds } = entry;
    const hasHash = typeof payloadHash === 'string' && /^[0-9a-f]{64}$/.test(payloadHash);
    if (!hasHash || !Array.isArray(knownIds) || !knownIds.every(isText)) return undefined;
    if (flowId !== null && !isText(flowId)) return undefined;
    return { kind, name, payloadHash, flowId, knownIds };
  }
  const { status, effectiveDate, expirationDate } = entry;
  if (kind !== 'restore' || !isText(flowId) || !isDate(effectiveDate) || !isDate(expirationDate))
    return undefined;
  if (status !== 'DRAFT' && status !== 'ACTIVE' && status !== 'INACTIVE') return undefined;
  return { kind, name, flowId, status, effectiveDate, expirationDate };
}
