// The transaction: stage, cut over, read back; all of it, or nothing.
import { isWrite, type Plan } from '../plan/plan.ts';
import { type TransactionContext, makeBrake } from './context.ts';
import { cutOver, splitRemovals } from './cut-over.ts';
import { type Outcome, failureOf } from './outcome.ts';
import { readBack } from './read-back.ts';
import { stageChanges } from './stage.ts';
import { settleUntouched, undoAll } from './undo.ts';

/**
 * Runs a plan whose preflight has passed.
 * @returns what became of it; nothing is thrown, for whatever happens must be undone and told
 */
export async function runTransaction(plan: Plan, context: TransactionContext): Promise<Outcome> {
  const brake = makeBrake(context.cancelled);
  const braked = { ...context, tenant: context.tenant.until(brake.stop) };
  const writes = plan.changes.filter(isWrite);
  try {
    const staged = await stageChanges(braked, brake, writes);
    // What is taken away goes last of all: as long as anything else can fail, its callers keep what they have.
    const [replaced, removed] = splitRemovals(staged);
    for (const part of [replaced, removed]) {
      await cutOver(braked, brake, part);
      await readBack(braked, brake, part);
    }
    const flowIds = new Map(
      staged.flatMap(({ change, flowId }) => (flowId === undefined ? [] : [[change.name, flowId] as const])),
    );
    return { kind: 'deployed', flowIds };
  } catch (error) {
    const failure = failureOf(error);
    const { undoTenant: tenant, journal, audit, log } = context;
    const undoing = { tenant, journal, audit };
    // A right that is missing is seen at the first write where the token does not name its scopes.
    if (failure.reason === 'scope' && !(await settleUntouched(undoing))) return { kind: 'refused', failure };
    log.warning(`the deployment failed, and what it did is being undone: ${failure.message}`);
    const { undone, left } = await undoAll(undoing);
    return left.length > 0
      ? { kind: 'undo-failed', failure, undone, left }
      : { kind: 'undone', failure, undone };
  }
}
