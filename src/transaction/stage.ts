// Stage: every new version made, validated and compiled. No caller meets any of it yet.
import type { Change } from '../plan/plan.ts';
import { type Brake, type TransactionContext, runTogether } from './context.ts';
import { compileVersion, validateVersion } from './compile-version.ts';
import { createVersion } from './create-version.ts';

/** A change with the flow that is to become the rule's new version; `fresh` where this run created it. */
export interface StagedChange {
  readonly change: Change;
  readonly flowId: string | undefined;
  readonly fresh: boolean;
}

async function stageOne(context: TransactionContext, brake: Brake, change: Change): Promise<StagedChange> {
  const { rule, source } = change;
  if (rule === undefined || source === undefined) return { change, flowId: undefined, fresh: false };
  const { name } = rule.payload;
  const { payloadHash } = rule;
  if (source.kind === 'existing' && source.flow.status === 'ACTIVE')
    return { change, flowId: source.flow.id, fresh: false };
  const fresh = source.kind === 'create';
  const flowId = fresh ? await createVersion(context, brake, rule, change.known) : source.flow.id;
  const isCompiled = !fresh && (await context.tenant.compileState(flowId)).status === 'COMPILED';
  if (isCompiled) return { change, flowId, fresh };
  brake.check();
  await validateVersion(context, flowId, name);
  context.audit({ action: 'VALIDATE', flowId, ruleName: name, payloadHash });
  await compileVersion(context, brake, flowId, name);
  context.audit({ action: 'COMPILE', flowId, ruleName: name, payloadHash });
  return { change, flowId, fresh };
}

/** Stages all changes together. @throws the first failure, once nothing is under way any more */
export async function stageChanges(
  context: TransactionContext,
  brake: Brake,
  changes: readonly Change[],
): Promise<StagedChange[]> {
  const staged = new Map<Change, StagedChange>();
  await runTogether(
    changes,
    (change) => change.name,
    brake,
    async (change) => {
      staged.set(change, await stageOne(context, brake, change));
    },
  );
  return changes.flatMap((change) => staged.get(change) ?? []);
}
