// The plan: what must happen on the tenant, rule by rule, as a value.
import type { Flow } from '../ports.ts';
import type { Rule, Status } from '../rules/rule.ts';
import type { Retirement } from './hand-over.ts';

export type PlanAction = 'create' | 'replace' | 'activate' | 'deactivate' | 'delete' | 'none' | 'held';

export type PlanReason =
  | 'new'
  | 'content'
  | 'window'
  | 'status'
  | 'removed'
  | 'renamed'
  | 'held'
  | 'already live'
  | 'unchanged'
  | 'not selected';

/** Where the new version comes from: made anew, or lying on the tenant with the right payload hash. */
export type Source = { readonly kind: 'create' } | { readonly kind: 'existing'; readonly flow: Flow };

export interface Change {
  readonly name: string;
  readonly action: PlanAction;
  readonly reason: PlanReason;
  /** The desired version; absent for a removal. */
  readonly rule?: Rule;
  /** Absent where no new version is needed. */
  readonly source?: Source;
  /** The state that the new version ends in. */
  readonly finalStatus?: Status;
  readonly retirements: readonly Retirement[];
  /** Flows that go for good once all else has succeeded. */
  readonly deletions: readonly Flow[];
  /** Every version with this name that was there when the plan was made. */
  readonly known: readonly Flow[];
}

/** Changes sorted by name, every rule of the commit and every removed one. */
export interface Plan {
  readonly changes: readonly Change[];
}

/** Whether a change writes anything to the tenant. */
export function isWrite(change: Change): boolean {
  return change.action !== 'none' && change.action !== 'held';
}
