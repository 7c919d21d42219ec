// Undo: the journal's open entries in reverse. It is idempotent, and goes on where one entry fails.
import { messageOf } from '../errors.ts';
import { stateOf } from '../plan/flow-state.ts';
import type { FlowPatch, Tenant } from '../ports.ts';
import { canonicalJson } from '../rules/hash.ts';
import type { AuditEvent } from './audit-event.ts';
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
  let problem: unknown = new Error(`flow ${flowId} is still ACTIVE and cannot be deleted`);
  try {
    await tenant.patchFlow(flowId, { status: 'INACTIVE' });
  } catch (error) {
    // It may have taken effect all the same: the deletion tells.
    problem = error;
  }
  if (!(await tenant.deleteFlow(flowId))) throw problem;
}

type Restore = Extract<UndoEntry, { readonly kind: 'restore' }>;
type Delete = Extract<UndoEntry, { readonly kind: 'delete' }>;

/** The flows that a create has made. One whose reply was lost may have taken effect late, beside the one that was taken for it. */
async function findMade(tenant: Tenant, { name, payloadHash, knownIds, flowId }: Delete): Promise<string[]> {
  const found = (await findCreated(tenant, name, payloadHash, knownIds)).map((flow) => flow.id);
  return [...new Set(flowId === null ? found : [flowId, ...found])];
}

/** Whether a flow has the state that it had. */
async function isRestored(tenant: Tenant, { kind: _kind, ...state }: Restore): Promise<boolean> {
  const flow = await tenant.getFlow(state.flowId);
  return flow !== undefined && canonicalJson(stateOf(flow)) === canonicalJson(state);
}

async function isGone(tenant: Tenant, flowId: string): Promise<boolean> {
  return (await tenant.getFlow(flowId)) === undefined;
}

/** Does something, and where that fails, looks whether it was done all the same: replies may be lost, effects not. */
async function doOrSee(work: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(await isDone().catch(() => false))) throw error;
  }
}

/** Undoes one entry. @returns the ids of the flows that it touched */
async function undoOne(tenant: Tenant, entry: UndoEntry): Promise<string[]> {
  if (entry.kind === 'restore') {
    const restore = async (): Promise<void> => tenant.patchFlow(entry.flowId, restoringPatch(entry));
    await doOrSee(restore, async () => isRestored(tenant, entry));
    return [entry.flowId];
  }
  const ids = await findMade(tenant, entry);
  for (const id of ids)
    await doOrSee(
      async () => deleteInactive(tenant, id),
      async () => isGone(tenant, id),
    );
  return ids;
}

/** Whether the tenant shows no trace of the write that an entry was registered for. */
async function isUntouched(tenant: Tenant, entry: UndoEntry): Promise<boolean> {
  try {
    if (entry.kind === 'restore') return await isRestored(tenant, entry);
    return (await findMade(tenant, entry)).length === 0;
  } catch {
    return false;
  }
}

/**
 * Settles the entries of writes that had no effect. For a failure that says so of its own write only: a reply that was lost
 * leaves a write that may still take effect.
 * @returns whether anything was written
 */
export async function settleUntouched({ tenant, journal }: UndoContext): Promise<boolean> {
  for (const { number, entry } of journal.open())
    if (await isUntouched(tenant, entry)) journal.settle(number);
  return journal.open().length > 0;
}

/** The request that a person can send to do what an undo could not. */
export function mendingCommand(entry: UndoEntry): string {
  const flow = (id: string): string => `"$TENANT_URL/api/v2/ivr/flows/${encodeURIComponent(id)}"`;
  const curl = (method: string): string => `curl -X ${method} -H "Authorization: Bearer $TOKEN"`;
  const patch = (id: string, body: FlowPatch): string =>
    `${curl('PATCH')} -H "Content-Type: application/json" -d '${JSON.stringify(body).replaceAll("'", "'\\''")}' ${flow(id)}`;
  if (entry.kind === 'restore') return patch(entry.flowId, restoringPatch(entry));
  // An ACTIVE flow cannot be deleted.
  if (entry.flowId !== null)
    return `${patch(entry.flowId, { status: 'INACTIVE' })} && ${curl('DELETE')} ${flow(entry.flowId)}`;
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

/** Whether an entry takes a version away from callers. */
function takesAway({ entry }: NumberedEntry): boolean {
  return entry.kind === 'delete' || entry.status !== 'ACTIVE';
}

/**
 * Undoes everything that is open: first the states, one by one in reverse, so that old versions are active again before new
 * ones go; then the created flows, which no caller meets any more, together. A rule whose old version cannot be restored
 * keeps its new one: its callers must reach something.
 */
export async function undoAll(context: UndoContext): Promise<{ undone: number; left: readonly Leftover[] }> {
  const reversed = context.journal.open().toReversed();
  const left: Leftover[] = [];
  const bare = new Set<string>();
  const undo = async (numbered: NumberedEntry): Promise<void> => {
    const { entry } = numbered;
    const isKept = bare.has(entry.name) && takesAway(numbered);
    const message = 'kept, since the version before it could not be restored';
    const failed = isKept ? { entry, message, mend: mendingCommand(entry) } : await tryOne(context, numbered);
    if (failed === undefined) return;
    left.push(failed);
    if (!takesAway(numbered)) bare.add(entry.name);
  };
  for (const numbered of reversed) if (numbered.entry.kind === 'restore') await undo(numbered);
  await Promise.all(reversed.filter(({ entry }) => entry.kind === 'delete').map(undo));
  return { undone: reversed.length - left.length, left };
}
