// How a transaction can end, and the words for what it leaves.
import { ApiError, type Reason, UserError, messageOf } from '../errors.ts';
import { compareCodePoints } from '../rules/hash.ts';
import { RuleFailure } from './context.ts';
import { type Rejected, Rejection } from './rejection.ts';
import type { UndoEntry } from './undo-entry.ts';

/** Why a transaction failed. */
export interface Failure {
  readonly reason: Reason;
  /** Untrusted where it carries the tenant's words. */
  readonly message: string;
  /** Where the tenant said what is wrong with rules; sorted by name. */
  readonly rejected?: readonly Rejected[];
}

/** One undo step that did not succeed, and the request that a person can send to mend it. */
export interface Leftover {
  readonly entry: UndoEntry;
  readonly message: string;
  readonly mend: string;
}

export type Outcome =
  | { readonly kind: 'deployed'; readonly flowIds: ReadonlyMap<string, string> }
  /** The tenant took no write at all. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'undone'; readonly failure: Failure; readonly undone: number }
  | {
      readonly kind: 'undo-failed';
      readonly failure: Failure;
      readonly undone: number;
      readonly left: readonly Leftover[];
    };

/** Rejections that the message spells out; all of them are findings. */
const MOST_SPELLED = 3;

/** All that the tenant said against rules while they were staged together, sorted by the rules' names. */
function listRejections({
  ruleName,
  cause,
  others,
}: RuleFailure): (Rejected & { readonly message: string })[] {
  const all = [{ ruleName, cause }, ...others];
  const rejections = all.flatMap(({ ruleName: name, cause: why }) =>
    why instanceof Rejection ? [{ ruleName: name, errors: why.errors, message: why.message }] : [],
  );
  return rejections.toSorted((a, b) => compareCodePoints(a.ruleName, b.ruleName));
}

function spellRejections(messages: readonly string[]): string {
  const spelled = messages.slice(0, MOST_SPELLED).join('; ');
  const rest = messages.length - MOST_SPELLED;
  return rest > 0 ? `${spelled}; and it rejects ${rest} more` : spelled;
}

function failureOfRule(failure: RuleFailure): Failure {
  const { ruleName, cause } = failure;
  const { reason, message } = failureOf(cause);
  const isNamed = reason === 'cancelled' || message.includes(`rule ${ruleName}`);
  const own = { reason, message: isNamed ? message : `rule ${ruleName}: ${message}` };
  const rejections = listRejections(failure);
  if (rejections.length === 0) return own;
  const messages = rejections.map((rejection) => rejection.message);
  const rejected = rejections.map(({ ruleName: name, errors }) => ({ ruleName: name, errors }));
  const isRejection = cause instanceof Rejection;
  return {
    reason,
    message: spellRejections(isRejection ? messages : [own.message, ...messages]),
    rejected,
  };
}

/** What a thrown value means for the result. Anything that is neither ours nor the tenant's is a bug, and still must be undone. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RuleFailure) return failureOfRule(error);
  if (error instanceof UserError) return { reason: error.reason, message: messageOf(error) };
  if (error instanceof ApiError) return { reason: error.reason, message: error.message };
  return { reason: 'tenant', message: `a bug in this action, please report it: ${messageOf(error)}` };
}
