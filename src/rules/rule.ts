// A routing rule as the later stages know it. It must not know of files' text, tenants or git.
import type { FallbackAction, RuleFile, RuleNode, Transition } from './rule.generated.ts';

export type { FallbackAction, RuleFile, RuleNode, Transition };

/** The desired state of a rule, and the state of a flow. */
export type Status = 'DRAFT' | 'ACTIVE' | 'INACTIVE';

export interface PayloadNode {
  readonly id: string;
  readonly type: RuleNode['type'];
  readonly mediaAssetId?: string;
  readonly transitions: readonly Transition[];
}

/**
 * What is hashed and what is deployed (INTERFACE section 1): defaults filled in, dates as `Date.toISOString()`
 * writes them, neither `status` nor `$schema`.
 */
export interface Payload {
  readonly name: string;
  readonly campaignId: string;
  readonly nodes: readonly PayloadNode[];
  readonly fallbackAction: FallbackAction;
  readonly effectiveDate?: string;
  readonly expirationDate?: string;
}

/** One rule of a commit: where it stands, what it says, and what it hashes to (SHA-256, 64 hex digits). */
export interface Rule {
  readonly path: string;
  readonly payload: Payload;
  readonly payloadHash: string;
  readonly status: Status;
}

/** One file as it was read. `path` is relative to the workspace, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Whether two fallbacks are the same to callers. */
export function isSameFallback(a: FallbackAction, b: FallbackAction): boolean {
  return a.type === b.type && a.target === b.target;
}
