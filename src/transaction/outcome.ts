// How a transaction can end, and the words for what it leaves.
import { ApiError, type Reason, UserError, messageOf } from '../errors.ts';
import { RuleFailure } from './context.ts';
import { type Rejected, Rejection } from './rejection.ts';
import type { UndoEntry } from './undo-entry.ts';

/** Why a transaction failed. */
export interface Failure {
  readonly reason: Reason;
  /** Untrusted where it carries the tenant's words. */
  readonly message: string;
  /** Where the tenant said what is wrong with a rule. */
  readonly rejected?: Rejected;
}

/** One undo step that did not succeed, and the request that a person can send to mend it. */
export interface Leftover {
  readonly entry: UndoEntry;
  readonly message: string;
  readonly mend: string;
}

export type Outcome =
  | { readonly kind: 'deployed'; readonly flowIds: ReadonlyMap<string, string> }
  | { readonly kind: 'undone'; readonly failure: Failure; readonly undone: number }
  | {
      readonly kind: 'undo-failed';
      readonly failure: Failure;
      readonly undone: number;
      readonly left: readonly Leftover[];
    };

/** What a thrown value means for the result. Anything that is neither ours nor the tenant's is a bug, and still must be undone. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RuleFailure) {
    const { reason, message } = failureOf(error.cause);
    const { ruleName, cause } = error;
    const isNamed = reason === 'cancelled' || message.includes(`rule ${ruleName}`);
    const failure = { reason, message: isNamed ? message : `rule ${ruleName}: ${message}` };
    return cause instanceof Rejection
      ? { ...failure, rejected: { ruleName, errors: cause.errors } }
      : failure;
  }
  if (error instanceof UserError) return { reason: error.reason, message: messageOf(error) };
  if (error instanceof ApiError) return { reason: error.reason, message: error.message };
  return { reason: 'tenant', message: `a bug in this action: ${messageOf(error)}` };
}
