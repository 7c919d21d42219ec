// All that the tenant remembers; types only, with no behaviour.

import type { CompileStatus, Flow, Webhook } from './flow.ts';
import type { HistoryEntry } from './history.ts';
import type { RequestEntry } from './request-log.ts';
import type { Scope, Seed } from './seed.ts';
import type { Problem } from './shape.ts';
import type { TrafficOrder } from './traffic.ts';

export interface StoredFlow {
  /** Grows with every flow: the order in which lists show them. */
  readonly seq: number;
  flow: Flow;
  valid: boolean;
  compileStatus: CompileStatus;
  compileErrors: readonly Problem[];
}

export interface Token {
  readonly scopes: readonly Scope[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface TenantSettings {
  /** The clock, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Seconds. */
  readonly tokenLifetime: number;
  /** Milliseconds that a compilation takes; 0: it is done at once. */
  readonly compileTime: number;
}

export interface Tenant {
  readonly seed: Seed;
  readonly settings: TenantSettings;
  readonly flows: Map<string, StoredFlow>;
  /** Flows that were deleted, as they were at the end. */
  readonly gone: Map<string, Flow>;
  /** How many calls come, by orders of which the later ones count. */
  readonly traffic: TrafficOrder[];
  readonly webhooks: Map<string, { readonly seq: number; webhook: Webhook }>;
  readonly tokens: Map<string, Token>;
  readonly requests: RequestEntry[];
  readonly history: HistoryEntry[];
  /** The one compilation that runs, and when it is over (ms since the epoch). */
  compiling: { readonly flowId: string; readonly endsAt: number } | null;
  /** Counters: the last place in a list, and the last number in an id, that was given out. */
  lastSeq: number;
  flowCount: number;
  webhookCount: number;
}
