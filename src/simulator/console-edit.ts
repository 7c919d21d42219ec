// What a person at the tenant's console can do past the API: change, remove or put in a flow, with no
// rule checked. Only shapes are, so that the tenant never holds what the contract could not describe.

import { contentFields, patchFields, pickNodes } from './flow-shape.ts';
import type { Flow } from './flow.ts';
import type { SeedFlow } from './seed.ts';
import { readSeedFlow, seedFlowShape } from './seed.ts';
import type { Check, Problem } from './shape.ts';
import { closedObject, filledText, isObject } from './shape.ts';
import type { FlowChanges } from './flow-store.ts';
import { addReadyFlow, changeFlow, removeFlow } from './flow-store.ts';
import type { Tenant } from './tenant.ts';

/** A change to a flow (null takes a date away), or its removal whatever its status. */
export type ConsoleEdit =
  | { readonly flowId: string; readonly changes: FlowChanges }
  | { readonly flowId: string; readonly remove: true };

export type EditResult =
  /** The flow as it is now, or as it was before its removal. */
  | { readonly kind: 'done'; readonly flow: Flow }
  | { readonly kind: 'malformed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unknown-flow' | 'taken-id'; readonly flowId: string };

const onlyTrue: Check = (value, path) => (value === true ? [] : [{ path, message: 'must be true' }]);
const changesShape = closedObject({}, { ...contentFields, ...patchFields });
const editShape = closedObject({ flowId: filledText, changes: changesShape });
const removalShape = closedObject({ flowId: filledText, remove: onlyTrue });

/** Takes parsed JSON that should be a `ConsoleEdit` and applies it. */
export function editAtConsole(tenant: Tenant, json: unknown): EditResult {
  const removal = isObject(json) && Object.hasOwn(json, 'remove');
  const problems = (removal ? removalShape : editShape)(json, '');
  if (problems.length > 0) return { kind: 'malformed', problems };
  const edit = json as ConsoleEdit;
  const stored = tenant.flows.get(edit.flowId);
  if (stored === undefined) return { kind: 'unknown-flow', flowId: edit.flowId };
  if ('remove' in edit) {
    removeFlow(tenant, stored, { change: 'deleted', by: 'console', request: null });
    return { kind: 'done', flow: stored.flow };
  }
  const { nodes } = edit.changes;
  const changes = { ...edit.changes, ...(nodes !== undefined && { nodes: pickNodes(nodes) }) };
  return {
    kind: 'done',
    flow: changeFlow(tenant, stored, changes, { change: 'edited', by: 'console', request: null }),
  };
}

/** Takes parsed JSON that should be a `SeedFlow` and puts it in as the newest flow. */
export function addAtConsole(tenant: Tenant, json: unknown): EditResult {
  const problems = seedFlowShape(json, '');
  if (problems.length > 0) return { kind: 'malformed', problems };
  const flow: SeedFlow = readSeedFlow(json);
  if (flow.id !== undefined && tenant.flows.has(flow.id)) return { kind: 'taken-id', flowId: flow.id };
  return { kind: 'done', flow: addReadyFlow(tenant, flow, 'console') };
}
