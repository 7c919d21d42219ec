// A transaction that failed → how the command ended, in words.
import { count } from '../rules/count.ts';
import type { Outcome } from '../transaction/outcome.ts';
import type { Rejected } from '../transaction/rejection.ts';
import type { Ending } from './report.ts';

/** What an outcome comes to that is no success; what the tenant said against rules goes with it. */
export function describeFailure(
  outcome: Exclude<Outcome, { readonly kind: 'deployed' }>,
): Ending & { readonly rejected?: readonly Rejected[] } {
  const { failure } = outcome;
  const rejected = failure.rejected === undefined ? {} : { rejected: failure.rejected };
  const what = failure.message.replace(/\.+$/, '');
  if (outcome.kind === 'refused')
    return { result: 'refused', reason: failure.reason, message: `${what}. Nothing was written` };
  if (outcome.kind === 'undone') {
    const message = `${what}. Everything was undone (${count(outcome.undone, 'step')}): callers are where they were`;
    return { ...rejected, result: 'undone', reason: failure.reason, message };
  }
  const details = outcome.left.map(({ entry, message, mend }) => ({
    text: `rule ${JSON.stringify(entry.name)}, flow ${JSON.stringify(entry.flowId ?? 'unknown')}: ${message.replace(/\.+$/, '')}. To mend it:`,
    command: mend,
  }));
  const message = `${what}. Undoing failed for ${outcome.left.length} of ${count(outcome.left.length + outcome.undone, 'step')}: a person must look at the tenant`;
  return { ...rejected, result: 'undo-failed', reason: failure.reason, message, details };
}
