// The transaction: stage, cut over, read back; all of it, or nothing.
import { isWrite, type Plan } from '../plan/plan.ts';
import { type TransactionContext, makeBrake } from './context.ts';
import { cutOver } from './cut-over.ts';
import { type Outcome, failureOf } from './outcome.ts';
import { readBack } from './read-back.ts';
import { stageChanges } from './stage.ts';
import { undoAll } from './undo.ts';

/**
 * Runs a plan whose preflight has passed.
 * @returns what became of it; nothing is thrown, for whatever happens must be undone and told
 */
export async function runTransaction(plan: Plan, context: TransactionContext): Promise<Outcome> {
  const brake = makeBrake(context.cancelled);
  const writes = plan.changes.filter(isWrite);
  try {
    const staged = await stageChanges(context, brake, writes);
    await cutOver(context, brake, staged);
    await readBack(context, brake, staged);
    const flowIds = new Map(
      staged.flatMap(({ change, flowId }) => (flowId === undefined ? [] : [[change.name, flowId] as const])),
    );
    return { kind: 'deployed', flowIds };
  } catch (error) {
    const failure = failureOf(error);
    context.log.warning(`the deployment failed and is undone: ${failure.message}`);
    const { undone, left } = await undoAll({
      tenant: context.undoTenant,
      journal: context.journal,
      audit: context.audit,
    });
    return left.length > 0
      ? { kind: 'undo-failed', failure, undone, left }
      : { kind: 'undone', failure, undone };
  }
}
