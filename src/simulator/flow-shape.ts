// The contract's schemas of a rule, a patch and a webhook as checks, and how a checked body becomes
// content that can be stored; knows no state and judges no reference.

import type { FlowContent, FlowNode, Webhook } from './flow.ts';
import { FALLBACK_TYPES, FLOW_STATUSES, NODE_TYPES, WEBHOOK_EVENTS } from './flow.ts';
import { closedObject, dateTime, flag, list, object, oneOf, orNull, text } from './shape.ts';

const transition = object({ condition: text, target: text });
const node = object(
  { id: text, type: oneOf(NODE_TYPES) },
  { mediaAssetId: text, transitions: list(transition) },
);
const fallbackAction = object({ type: oneOf(FALLBACK_TYPES) }, { target: text });

export const contentFields = { name: text, campaignId: text, nodes: list(node, 1), fallbackAction };
export const dateFields = { effectiveDate: dateTime, expirationDate: dateTime };
export const patchFields = {
  status: oneOf(FLOW_STATUSES),
  effectiveDate: orNull(dateTime),
  expirationDate: orNull(dateTime),
};

const webhookFields = {
  name: text,
  url: text,
  events: list(oneOf(WEBHOOK_EVENTS)),
  httpMethod: oneOf(['POST']),
  enabled: flag,
};

/** The body of a create. */
export const ruleShape = object(contentFields, { ...dateFields, status: oneOf(FLOW_STATUSES) });

/** The body of a patch: a status and dates, where null clears a date, and nothing else. */
export const patchShape = closedObject({}, patchFields);

/** The body of a new webhook. */
export const webhookShape = object(webhookFields, { description: text });

/** The body of a change to a webhook: any of its fields. */
export const webhookPatchShape = closedObject({}, { ...webhookFields, description: text });

/** Takes a body that `ruleShape` has passed; returns only what the contract knows, with `transitions` filled in. */
export function pickContent(body: unknown): FlowContent {
  const sent = body as FlowContent;
  return {
    name: sent.name,
    campaignId: sent.campaignId,
    nodes: pickNodes(sent.nodes),
    fallbackAction: {
      type: sent.fallbackAction.type,
      ...(sent.fallbackAction.target !== undefined && { target: sent.fallbackAction.target }),
    },
    ...(sent.effectiveDate !== undefined && { effectiveDate: sent.effectiveDate }),
    ...(sent.expirationDate !== undefined && { expirationDate: sent.expirationDate }),
  };
}

type SentNode = Omit<FlowNode, 'transitions'> & Partial<Pick<FlowNode, 'transitions'>>;

/** Takes nodes that have the right shape; returns only what the contract knows, with `transitions` filled in. */
export function pickNodes(nodes: readonly SentNode[]): FlowNode[] {
  return nodes.map((entry) => ({
    id: entry.id,
    type: entry.type,
    ...(entry.mediaAssetId !== undefined && { mediaAssetId: entry.mediaAssetId }),
    transitions: (entry.transitions ?? []).map(({ condition, target }) => ({ condition, target })),
  }));
}

/** Takes a body that `webhookShape` has passed; returns only what the contract knows, without an id. */
export function pickWebhook(body: unknown): Omit<Webhook, 'id'> {
  const { name, description, url, events, httpMethod, enabled } = body as Webhook;
  return { name, ...(description !== undefined && { description }), url, events, httpMethod, enabled };
}
