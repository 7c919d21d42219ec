// The state of a flow that can be changed and changed back: what undo and recovery restore.
import type { Flow } from '../ports.ts';
import type { Status } from '../rules/rule.ts';

/** The state that a flow had; dates as ISO texts, null where it had none. */
export interface FlowState {
  readonly name: string;
  readonly flowId: string;
  readonly status: Status;
  readonly effectiveDate: string | null;
  readonly expirationDate: string | null;
}

/** The state that a flow has. */
export function stateOf({ id, status, payload }: Flow): FlowState {
  const { name, effectiveDate = null, expirationDate = null } = payload;
  return { name, flowId: id, status, effectiveDate, expirationDate };
}
