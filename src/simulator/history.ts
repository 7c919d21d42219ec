// One entry for each change of a flow, so that somebody else can work out afterwards which versions
// were active at which instant; it records, and decides nothing.

import type { Flow, FlowStatus } from './flow.ts';

export type ChangeKind = 'created' | 'patched' | 'edited' | 'deleted';

/** Who made a change: the start of the simulator, a client of the API, or a person at the console. */
export type ChangedBy = 'seed' | 'api' | 'console';

export interface HistoryEntry {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly change: ChangeKind;
  readonly by: ChangedBy;
  /** The `seq` of the request that made the change; null for a seed or the console. */
  readonly request: number | null;
  readonly flowId: string;
  readonly name: string;
  readonly campaignId: string;
  /** The window and the status after the change; for a deleted flow, those it had at the end. */
  readonly effectiveDate: string | null;
  readonly expirationDate: string | null;
  readonly status: FlowStatus;
}

/** What brought a change about. */
export interface Cause {
  readonly change: ChangeKind;
  readonly by: ChangedBy;
  readonly request: number | null;
}

/** Appends an entry for `flow` as it is after the change (`at` in ms since the epoch). */
export function recordChange(history: HistoryEntry[], at: number, flow: Flow, cause: Cause): void {
  history.push({
    seq: history.length + 1,
    at,
    ...cause,
    flowId: flow.id,
    name: flow.name,
    campaignId: flow.campaignId,
    effectiveDate: flow.effectiveDate ?? null,
    expirationDate: flow.expirationDate ?? null,
    status: flow.status,
  });
}
