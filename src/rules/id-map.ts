// The id map of an environment: ids as rule files write them → ids of its tenant. One step: what comes out is not mapped again.
import { makeRule } from './make-rule.ts';
import type { Payload, Rule } from './rule.ts';

/** Maps, not objects: an id may be `__proto__` or `constructor`. */
export interface IdMap {
  readonly campaigns: ReadonlyMap<string, string>;
  readonly media: ReadonlyMap<string, string>;
  /** Of fallbackAction.target only: the target of a transition is a node of the same rule. */
  readonly targets: ReadonlyMap<string, string>;
}

export type IdKind = keyof IdMap;

/** One entry of a map: the id as rules would write it. */
export interface IdMapEntry {
  readonly kind: IdKind;
  readonly id: string;
}

const KINDS: readonly IdKind[] = ['campaigns', 'media', 'targets'];

/** The ids of one kind that a payload refers to. */
function idsOf({ campaignId, nodes, fallbackAction }: Payload, kind: IdKind): readonly string[] {
  if (kind === 'campaigns') return [campaignId];
  if (kind === 'media') return nodes.flatMap((node) => node.mediaAssetId ?? []);
  return fallbackAction.target === undefined ? [] : [fallbackAction.target];
}

function mapPayload(payload: Payload, { campaigns, media, targets }: IdMap): Payload {
  const { campaignId, nodes, fallbackAction } = payload;
  const { target } = fallbackAction;
  return {
    ...payload,
    campaignId: campaigns.get(campaignId) ?? campaignId,
    nodes: nodes.map((node) => {
      const mapped = node.mediaAssetId === undefined ? undefined : media.get(node.mediaAssetId);
      return mapped === undefined ? node : { ...node, mediaAssetId: mapped };
    }),
    fallbackAction:
      target === undefined ? fallbackAction : { ...fallbackAction, target: targets.get(target) ?? target },
  };
}

/** A rule as the environment's tenant is to hold it; ids that the map does not name stay as they are. */
export function mapRule(rule: Rule, map: IdMap): Rule {
  const isNamed = KINDS.some((kind) => idsOf(rule.payload, kind).some((id) => map[kind].has(id)));
  if (!isNamed) return rule;
  return makeRule(rule.path, mapPayload(rule.payload, map), rule.status);
}

/** The entries that no rule uses, in the order of the map. @param rules as they are written */
export function findUnusedEntries(rules: readonly Rule[], map: IdMap): IdMapEntry[] {
  return KINDS.flatMap((kind) => {
    const used = new Set(rules.flatMap(({ payload }) => idsOf(payload, kind)));
    return [...map[kind].keys()].filter((id) => !used.has(id)).map((id) => ({ kind, id }));
  });
}
