// Which node of the old version is which of the new: by id, then by content, then by place.
import { type LabelledEdge, refinePartition } from './diff-partition.ts';
import { matchByPlace } from './diff-places.ts';
import type { Versions } from './diff-versions.ts';

/** For each node the node of the other version that it is, or -1. Both versions in one index space. */
export type Partners = Int32Array;

/** Rounds of matching: each can tell more than the one before, for what was matched tells its neighbours apart. */
const MOST_ROUNDS = 8;

/** What an edge's end is, equal in both versions: a matched node, one of one version only, or a missing id. */
export function nameEnd(partners: Partners, end: number): number {
  const partner = partners[end] ?? -1;
  return partner === -1 ? end : Math.min(end, partner);
}

/** Matches equal ids; of nodes that share an id, the first with the first and so on. */
function matchById({ nodes, oldCount }: Versions, partners: Partners): void {
  const waiting = new Map<string, number[]>();
  for (let index = oldCount - 1; index >= 0; index--) {
    const id = nodes[index]?.id ?? '';
    const same = waiting.get(id);
    if (same === undefined) waiting.set(id, [index]);
    else same.push(index);
  }
  for (let index = oldCount; index < nodes.length; index++) {
    const old = waiting.get(nodes[index]?.id ?? '')?.pop();
    if (old === undefined) continue;
    partners[old] = index;
    partners[index] = old;
  }
}

/** The nodes without a partner, and the edges between them in positions of that list. */
interface Unmatched {
  readonly nodes: readonly number[];
  readonly edges: readonly LabelledEdge[];
}

function listUnmatched(versions: Versions, partners: Partners): Unmatched {
  const nodes: number[] = [];
  const positionOf = new Map<number, number>();
  partners.forEach((partner, node) => {
    if (partner !== -1) return;
    positionOf.set(node, nodes.length);
    nodes.push(node);
  });
  const { rows, ends, labels } = versions.outgoing;
  const edges: LabelledEdge[] = [];
  nodes.forEach((node, from) => {
    for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
      const to = positionOf.get(ends[edge] ?? -1);
      if (to !== undefined) edges.push({ from, to, label: labels[edge] ?? 0 });
    }
  });
  return { nodes, edges };
}

/** The edges of a node to or from what is known: matched nodes and missing ids. */
function spellKnownEdges(
  versions: Versions,
  partners: Partners,
  side: 'outgoing' | 'incoming',
  node: number,
): string {
  const { rows, ends, labels } = versions[side];
  const known: string[] = [];
  for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
    const end = ends[edge] ?? -1;
    if (end < 0 || partners[end] !== -1) known.push(`${labels[edge] ?? 0}:${nameEnd(partners, end)}`);
  }
  return known.toSorted().join();
}

/** Matches the nodes that are alone in their class in each version. @returns how many pairs */
function matchUnique(
  versions: Versions,
  partners: Partners,
  nodes: readonly number[],
  classes: Int32Array,
): number {
  const members = new Map<number, number[]>();
  nodes.forEach((node, position) => {
    const number = classes[position] ?? 0;
    const same = members.get(number);
    if (same === undefined) members.set(number, [node]);
    else same.push(node);
  });
  let pairs = 0;
  for (const [a, b, ...more] of members.values()) {
    if (a === undefined || b === undefined || more.length > 0) continue;
    if (a >= versions.oldCount || b < versions.oldCount) continue;
    partners[a] = b;
    partners[b] = a;
    pairs++;
  }
  return pairs;
}

/** What a node says and where it leads as far as that is known; unmatched targets are left to the refinement. */
function spellContent(versions: Versions, partners: Partners, node: number): string {
  const { type, mediaAssetId } = versions.nodes[node] ?? {};
  return JSON.stringify([type, mediaAssetId ?? null, spellKnownEdges(versions, partners, 'outgoing', node)]);
}

/** Matches by type, media asset and all that a node leads to, as far as it leads. */
function matchByContent(versions: Versions, partners: Partners): number {
  const { nodes, edges } = listUnmatched(versions, partners);
  const keys = nodes.map((node) => spellContent(versions, partners, node));
  return matchUnique(versions, partners, nodes, refinePartition(keys, edges));
}

/** Tells nodes of equal content apart by what leads to them, as far back as it goes. */
function matchTwins(versions: Versions, partners: Partners): number {
  const { nodes, edges } = listUnmatched(versions, partners);
  const keys = nodes.map((node) => {
    const isEntry = node === 0 || node === versions.oldCount;
    const known = spellKnownEdges(versions, partners, 'incoming', node);
    return `${spellContent(versions, partners, node)} ${isEntry} ${known}`;
  });
  const back = edges.map(({ from, to, label }) => ({
    from: to,
    to: from,
    label: label + versions.labelCount,
  }));
  return matchUnique(versions, partners, nodes, refinePartition(keys, [...edges, ...back]));
}

/**
 * Finds the partner of each node. Ids come first. A gone node and a new one are one renamed node where type, media
 * asset and transitions are equal up to the renaming itself, or where only what leads to them tells twins apart; twins
 * that nothing tells apart stay unmatched, for a guess would mislead. What is left is matched by its place.
 */
export function findPartners(versions: Versions): Partners {
  const partners = new Int32Array(versions.nodes.length).fill(-1);
  matchById(versions, partners);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found =
      matchByContent(versions, partners) + matchTwins(versions, partners) + matchByPlace(versions, partners);
    if (found === 0) break;
  }
  return partners;
}
