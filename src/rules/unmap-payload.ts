// A payload with the ids of an environment's tenant → the same with the ids that rule files write: the id map backwards.
import type { IdKind, IdMap } from './id-map.ts';
import type { Payload } from './rule.ts';

/** The ids that a rule file writes already, by kind: of several that mean one id on the tenant these are kept. */
export type KnownIds = Readonly<Record<IdKind, ReadonlySet<string>>>;

const NOTHING: ReadonlySet<string> = new Set();
export const NO_KNOWN_IDS: KnownIds = { campaigns: NOTHING, media: NOTHING, targets: NOTHING };

/** The ids of a payload as its file writes them. */
export function idsOfPayload({ campaignId, nodes, fallbackAction: { target } }: Payload): KnownIds {
  return {
    campaigns: new Set([campaignId]),
    media: new Set(nodes.flatMap((node) => node.mediaAssetId ?? [])),
    targets: new Set(target === undefined ? [] : [target]),
  };
}

const NOUNS: Readonly<Record<IdKind, string>> = {
  campaigns: 'campaign',
  media: 'media asset',
  targets: 'fallback target',
};

/** Thrown inside, and caught here. */
class Ambiguity extends Error {}

function unmapId(kind: IdKind, id: string, map: IdMap, known: KnownIds): string {
  const sources = [...map[kind]].filter(([, mapped]) => mapped === id).map(([source]) => source);
  // An id that the map does not name means itself.
  const candidates = sources.length === 0 && !map[kind].has(id) ? [id] : sources;
  const written = [...candidates, id].filter((source) => known[kind].has(source));
  const meant = written.filter((source) => (map[kind].get(source) ?? source) === id);
  const [first, ...others] = meant.length > 0 ? [...new Set(meant)] : candidates;
  const what = `${NOUNS[kind]} ${JSON.stringify(id)} of the tenant`;
  if (first === undefined)
    throw new Ambiguity(`no id in a rule can mean ${what}, for the id map gives that id another meaning`);
  if (others.length > 0) {
    const names = [first, ...others].map((source) => JSON.stringify(source)).join(', ');
    throw new Ambiguity(`${what} is what the id map makes of several ids: ${names}`);
  }
  return first;
}

/**
 * Maps ids back.
 * @param known the ids that the rule's file writes already
 * @returns the payload, or the sentence that says which id has no single way back
 */
export function unmapPayload(payload: Payload, map: IdMap, known: KnownIds): Payload | string {
  const { campaignId, nodes, fallbackAction } = payload;
  const { target } = fallbackAction;
  try {
    return {
      ...payload,
      campaignId: unmapId('campaigns', campaignId, map, known),
      nodes: nodes.map((node) =>
        node.mediaAssetId === undefined
          ? node
          : { ...node, mediaAssetId: unmapId('media', node.mediaAssetId, map, known) },
      ),
      fallbackAction:
        target === undefined
          ? fallbackAction
          : { ...fallbackAction, target: unmapId('targets', target, map, known) },
    };
  } catch (error) {
    if (error instanceof Ambiguity) return error.message;
    throw error;
  }
}
