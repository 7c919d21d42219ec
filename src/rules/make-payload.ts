// A rule file or a flow → the payload that is hashed and deployed. Anything a server adds is left out here.
import { readDateTime } from './date-time.ts';
import type { FallbackAction, Payload, PayloadNode, RuleFile, RuleNode } from './rule.ts';

function makeNode(node: RuleNode): PayloadNode {
  const transitions = (node.transitions ?? []).map(({ condition, target }) => ({ condition, target }));
  const { id, type, mediaAssetId } = node;
  return typeof mediaAssetId === 'string'
    ? { id, type, transitions, mediaAssetId }
    : { id, type, transitions };
}

function makeFallback(action: FallbackAction): FallbackAction {
  return typeof action.target === 'string'
    ? { type: action.type, target: action.target }
    : { type: action.type };
}

function writeDate(text: string): string {
  const date = readDateTime(text);
  if (date.kind === 'instant') return date.iso;
  // A tenant may spell dates in ways that a rule file may not; without an offset they are taken for UTC.
  const time = Date.parse(date.kind === 'no-offset' ? `${text}Z` : text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/**
 * Makes the payload of a rule that fits the schema. Unknown properties and `null` are dropped: on a flow of a
 * tenant they are the server's own.
 */
export function makePayload(
  rule: Omit<RuleFile, 'effectiveDate' | 'expirationDate' | 'nodes'> & {
    readonly nodes: readonly RuleNode[];
    readonly effectiveDate?: string | null | undefined;
    readonly expirationDate?: string | null | undefined;
  },
): Payload {
  return {
    name: rule.name,
    campaignId: rule.campaignId,
    nodes: rule.nodes.map(makeNode),
    fallbackAction: makeFallback(rule.fallbackAction),
    ...(typeof rule.effectiveDate === 'string' ? { effectiveDate: writeDate(rule.effectiveDate) } : {}),
    ...(typeof rule.expirationDate === 'string' ? { expirationDate: writeDate(rule.expirationDate) } : {}),
  };
}
