// Undo: the journal's open entries in reverse. It is idempotent, and goes on where one entry fails.
import { messageOf } from '../errors.ts';
import type { Tenant } from '../ports.ts';
import type { AuditEvent } from './context.ts';
import { findCreated } from './create-version.ts';
import type { Journal, NumberedEntry } from './journal.ts';
import type { Leftover } from './outcome.ts';
import { type UndoEntry, restoringPatch } from './undo-entry.ts';

export interface UndoContext {
  readonly tenant: Tenant;
  readonly journal: Journal;
  readonly audit: (event: AuditEvent) => void;
}

/** Deletes a flow, deactivating it first where it is ACTIVE. */
export async function deleteInactive(tenant: Tenant, flowId: string): Promise<void> {
  if (await tenant.deleteFlow(flowId)) return;
  await tenant.patchFlow(flowId, { status: 'INACTIVE' });
  if (!(await tenant.deleteFlow(flowId)))
    throw new Error(`flow ${flowId} is still ACTIVE and cannot be deleted`);
}

/** Undoes one entry. @returns the ids of the flows that it touched */
async function undoOne(tenant: Tenant, entry: UndoEntry): Promise<string[]> {
  if (entry.kind === 'restore') {
    await tenant.patchFlow(entry.flowId, restoringPatch(entry));
    return [entry.flowId];
  }
  const { name, payloadHash, knownIds, flowId } = entry;
  const ids =
    flowId === null
      ? (await findCreated(tenant, name, payloadHash, knownIds)).map((flow) => flow.id)
      : [flowId];
  for (const id of ids) await deleteInactive(tenant, id);
  return ids;
}

/** The request that a person can send to do what an undo could not. */
export function mendingCommand(entry: UndoEntry): string {
  const flow = (id: string): string => `"$TENANT_URL/api/v2/ivr/flows/${encodeURIComponent(id)}"`;
  const curl = (method: string): string => `curl -X ${method} -H "Authorization: Bearer $TOKEN"`;
  if (entry.kind === 'restore') {
    return `${curl('PATCH')} -H "Content-Type: application/json" -d '${JSON.stringify(restoringPatch(entry))}' ${flow(entry.flowId)}`;
  }
  if (entry.flowId !== null) return `${curl('DELETE')} ${flow(entry.flowId)}`;
  const query = new URLSearchParams({ name: entry.name, status: 'DRAFT' }).toString();
  return `curl -H "Authorization: Bearer $TOKEN" "$TENANT_URL/api/v2/ivr/flows?${query}"  # and DELETE the newest`;
}

async function tryOne(context: UndoContext, { number, entry }: NumberedEntry): Promise<Leftover | undefined> {
  try {
    const touched = await undoOne(context.tenant, entry);
    context.journal.settle(number);
    const payloadHash = entry.kind === 'delete' ? entry.payloadHash : null;
    for (const flowId of touched)
      context.audit({ action: 'UNDO', flowId, ruleName: entry.name, payloadHash });
    return undefined;
  } catch (error) {
    return { entry, message: messageOf(error), mend: mendingCommand(entry) };
  }
}

/**
 * Undoes everything that is open: first the states, one by one in reverse, so that old versions are active again before new
 * ones go; then the created flows, which no caller meets any more, together.
 */
export async function undoAll(context: UndoContext): Promise<{ undone: number; left: readonly Leftover[] }> {
  const reversed = context.journal.open().toReversed();
  const left: (Leftover | undefined)[] = [];
  for (const entry of reversed.filter(({ entry }) => entry.kind === 'restore'))
    left.push(await tryOne(context, entry));
  const deletions = reversed.filter(({ entry }) => entry.kind === 'delete');
  left.push(...(await Promise.all(deletions.map(async (entry) => tryOne(context, entry)))));
  const failed = left.filter((entry) => entry !== undefined);
  return { undone: reversed.length - failed.length, left: failed };
}
