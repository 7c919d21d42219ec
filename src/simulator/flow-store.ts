// The only places where a flow comes, changes and goes, each with its entry in the history; judges nothing
// and knows no HTTP.

import type { CompileStatus, Flow, FlowContent, FlowStatus } from './flow.ts';
import type { Cause } from './history.ts';
import { recordChange } from './history.ts';
import type { SeedFlow } from './seed.ts';
import type { StoredFlow, Tenant } from './tenant.ts';

/** Stores new content as a draft and returns it, with an id that counts up (`flow-000001`). */
export function addDraft(tenant: Tenant, content: FlowContent, request: number): Flow {
  const time = timestamp(tenant);
  const flow: Flow = {
    ...content,
    id: nextFlowId(tenant),
    status: 'DRAFT',
    createdAt: time,
    updatedAt: time,
  };
  storeFlow(tenant, flow, 'NONE', { change: 'created', by: 'api', request });
  return flow;
}

/** Puts in a flow as it is, compiled or not; `flow.id` must be free. Returns it with all that the server sets. */
export function addReadyFlow(tenant: Tenant, flow: SeedFlow, by: 'seed' | 'console'): Flow {
  const { compileStatus, createdAt, ...rest } = flow;
  const time = createdAt ?? timestamp(tenant);
  const status = flow.status ?? 'DRAFT';
  const ready: Flow = {
    ...rest,
    id: flow.id ?? nextFlowId(tenant),
    status,
    createdAt: time,
    updatedAt: time,
  };
  const compiled = compileStatus ?? (status === 'DRAFT' ? 'NONE' : 'COMPILED');
  storeFlow(tenant, ready, compiled, { change: 'created', by, request: null });
  return ready;
}

/** What may change in a flow; null takes a date away, an absent key leaves all as it is. */
export type FlowChanges = Partial<Omit<FlowContent, 'effectiveDate' | 'expirationDate'>> & {
  readonly status?: FlowStatus;
  readonly effectiveDate?: string | null;
  readonly expirationDate?: string | null;
};

/** Applies changes, without judging them, and returns the new state of the flow. */
export function changeFlow(tenant: Tenant, stored: StoredFlow, changes: FlowChanges, cause: Cause): Flow {
  const merged = Object.entries({ ...stored.flow, ...changes, updatedAt: timestamp(tenant) });
  stored.flow = Object.fromEntries(merged.filter(([, value]) => value !== null)) as unknown as Flow;
  recordChange(tenant.history, tenant.settings.now(), stored.flow, cause);
  return stored.flow;
}

/** Takes a flow away. */
export function removeFlow(tenant: Tenant, stored: StoredFlow, cause: Cause): void {
  tenant.flows.delete(stored.flow.id);
  tenant.gone.set(stored.flow.id, stored.flow);
  recordChange(tenant.history, tenant.settings.now(), stored.flow, cause);
}

/** Ids that a seed has taken are passed over. */
function nextFlowId(tenant: Tenant): string {
  const taken = (id: string) => tenant.flows.has(id) || tenant.seed.flows.some((flow) => flow.id === id);
  let id: string;
  do {
    tenant.flowCount += 1;
    id = `flow-${String(tenant.flowCount).padStart(6, '0')}`;
  } while (taken(id));
  return id;
}

function storeFlow(tenant: Tenant, flow: Flow, compileStatus: CompileStatus, cause: Cause): void {
  tenant.lastSeq += 1;
  const valid = compileStatus === 'COMPILED';
  tenant.flows.set(flow.id, { seq: tenant.lastSeq, flow, valid, compileStatus, compileErrors: [] });
  recordChange(tenant.history, tenant.settings.now(), flow, cause);
}

function timestamp(tenant: Tenant): string {
  return new Date(tenant.settings.now()).toISOString();
}
