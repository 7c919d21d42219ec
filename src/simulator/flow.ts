// What a flow, a webhook and their states look like on the tenant; no behaviour.

export const FLOW_STATUSES = ['DRAFT', 'ACTIVE', 'INACTIVE'] as const;
export const NODE_TYPES = ['greeting', 'dtmf', 'transfer', 'queue', 'hangup'] as const;
export const FALLBACK_TYPES = ['hangup', 'queue', 'transfer'] as const;
export const WEBHOOK_EVENTS = ['ivr.flow.completed', 'ivr.flow.failed', 'ivr.contact.transferred'] as const;

export type FlowStatus = (typeof FLOW_STATUSES)[number];
export type NodeType = (typeof NODE_TYPES)[number];
export type CompileStatus = 'NONE' | 'QUEUED' | 'COMPILING' | 'COMPILED' | 'FAILED';

export interface Transition {
  readonly condition: string;
  readonly target: string;
}

export interface FlowNode {
  readonly id: string;
  readonly type: NodeType;
  readonly mediaAssetId?: string;
  readonly transitions: readonly Transition[];
}

export interface FallbackAction {
  readonly type: (typeof FALLBACK_TYPES)[number];
  readonly target?: string;
}

/** The part of a flow that its author writes. Dates are RFC 3339 texts, kept as they were sent. */
export interface FlowContent {
  readonly name: string;
  readonly campaignId: string;
  readonly nodes: readonly FlowNode[];
  readonly fallbackAction: FallbackAction;
  readonly effectiveDate?: string;
  readonly expirationDate?: string;
}

export interface Flow extends FlowContent {
  readonly id: string;
  readonly status: FlowStatus;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly url: string;
  readonly events: readonly (typeof WEBHOOK_EVENTS)[number][];
  readonly httpMethod: 'POST';
  readonly enabled: boolean;
}
