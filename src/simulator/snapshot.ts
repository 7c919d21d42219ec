// A deep copy of all that an independent checker may want to know; no secret and no token is in it.

import { isEngineBusy } from './compilation.ts';
import type { CompileStatus, Flow, Webhook } from './flow.ts';
import type { HistoryEntry } from './history.ts';
import type { RequestEntry } from './request-log.ts';
import type { Tenant } from './tenant.ts';

export interface TenantState {
  /** The tenant's clock, in milliseconds since the epoch. */
  readonly now: number;
  /** In the order in which they were made. */
  readonly flows: readonly Flow[];
  /** How far each of these flows has come, by its id. */
  readonly compilations: Readonly<
    Record<string, { readonly valid: boolean; readonly status: CompileStatus }>
  >;
  readonly engine: 'IDLE' | 'BUSY';
  readonly webhooks: readonly Webhook[];
  readonly requests: readonly Readonly<RequestEntry>[];
  readonly history: readonly HistoryEntry[];
}

/** Returns a copy that later requests do not change. */
export function takeSnapshot(tenant: Tenant): TenantState {
  const engine = isEngineBusy(tenant) ? 'BUSY' : 'IDLE';
  const stored = [...tenant.flows.values()];
  return structuredClone({
    now: tenant.settings.now(),
    flows: stored.map(({ flow }) => flow),
    compilations: Object.fromEntries(
      stored.map(({ flow, valid, compileStatus }) => [flow.id, { valid, status: compileStatus }]),
    ),
    engine,
    webhooks: [...tenant.webhooks.values()].map(({ webhook }) => webhook),
    requests: tenant.requests,
    history: tenant.history,
  });
}
