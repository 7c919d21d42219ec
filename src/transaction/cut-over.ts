// Cut over: new versions become active, then the versions before them make room. From here on callers meet what was deployed.
import { stateOf } from '../plan/flow-state.ts';
import type { Flow, FlowPatch } from '../ports.ts';
import { type Brake, type TransactionContext, runTogether } from './context.ts';
import type { StagedChange } from './stage.ts';

async function patchWithUndo(
  context: TransactionContext,
  brake: Brake,
  flow: Flow,
  patch: FlowPatch,
): Promise<void> {
  brake.check();
  context.journal.register({ kind: 'restore', ...stateOf(flow) });
  await context.tenant.patchFlow(flow.id, patch);
}

/**
 * The activating request (INTERFACE section 8): the file's dates; no expiration is said outright, no effective date
 * means at once and is left out.
 */
function activation(payload: Flow['payload']): FlowPatch {
  const { effectiveDate, expirationDate } = payload;
  return {
    status: 'ACTIVE',
    ...(effectiveDate === undefined ? {} : { effectiveDate }),
    expirationDate: expirationDate ?? null,
  };
}

/** Takes the new version of a rule to its final state. A fresh one needs no undo of its own: undoing its creation deletes it. */
async function settleVersion(
  context: TransactionContext,
  brake: Brake,
  { change, flowId, fresh }: StagedChange,
): Promise<void> {
  const { rule, source, finalStatus } = change;
  if (rule === undefined || flowId === undefined || finalStatus === 'DRAFT') return;
  const before = source?.kind === 'existing' ? source.flow : undefined;
  if (before?.status === finalStatus) return;
  const patch: FlowPatch = finalStatus === 'ACTIVE' ? activation(rule.payload) : { status: 'INACTIVE' };
  if (fresh || before === undefined) {
    brake.check();
    await context.tenant.patchFlow(flowId, patch);
  } else {
    await patchWithUndo(context, brake, before, patch);
  }
  const { payload, payloadHash } = rule;
  const action = finalStatus === 'ACTIVE' ? 'ACTIVATE' : 'RETIRE';
  context.audit({ action, flowId, ruleName: payload.name, payloadHash });
}

async function retireOld(context: TransactionContext, brake: Brake, { change }: StagedChange): Promise<void> {
  for (const { flow, patch } of change.retirements) {
    await patchWithUndo(context, brake, flow, patch);
    context.audit({
      action: 'RETIRE',
      flowId: flow.id,
      ruleName: change.name,
      payloadHash: flow.payloadHash,
    });
  }
}

/** The changes with a new version, and the removals. */
export function splitRemovals(staged: readonly StagedChange[]): [StagedChange[], StagedChange[]] {
  const hasVersion = ({ flowId }: StagedChange): boolean => flowId !== undefined;
  return [staged.filter(hasVersion), staged.filter((entry) => !hasVersion(entry))];
}

/** Cuts over rules: each new version, with the old ones right after it. */
export async function cutOver(
  context: TransactionContext,
  brake: Brake,
  staged: readonly StagedChange[],
): Promise<void> {
  const nameOf = ({ change }: StagedChange): string => change.name;
  await runTogether(staged, nameOf, brake, async (entry) => {
    await settleVersion(context, brake, entry);
    await retireOld(context, brake, entry);
  });
}
