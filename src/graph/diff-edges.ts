// The transitions of two versions of a rule, paired: by node and condition, those with one target first.
import { type Partners, nameEnd } from './diff-renames.ts';
import type { Versions } from './diff-versions.ts';

/** Transitions as positions in `outgoing`; undefined on the side where there is none. */
export interface EdgePair {
  readonly old: number | undefined;
  readonly new: number | undefined;
  readonly isSameTarget: boolean;
}

function pushTo<K>(map: Map<K, number[]>, key: K, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/**
 * Pairs the transitions of one node with those of its partner. Where a condition has several, they are a multiset:
 * equal targets are paired first, what is left in its order.
 * @param oldNode, newNode -1 where the node has no partner
 * @returns in the order of the new transitions; those that only the old version has come last
 */
export function pairEdges(
  versions: Versions,
  partners: Partners,
  oldNode: number,
  newNode: number,
): EdgePair[] {
  const { rows, ends, labels } = versions.outgoing;
  const nameOf = (edge: number): number => nameEnd(partners, ends[edge] ?? -1);
  const edgesOf = (node: number): number[] =>
    node < 0
      ? []
      : Array.from({ length: (rows[node + 1] ?? 0) - (rows[node] ?? 0) }, (_, at) => (rows[node] ?? 0) + at);
  const oldEdges = edgesOf(oldNode);
  const newEdges = edgesOf(newNode);
  const isLike = (old: number, now: number): boolean =>
    labels[old] === labels[now] && nameOf(old) === nameOf(now);
  // Most nodes are what they were.
  if (oldEdges.length === newEdges.length && oldEdges.every((old, at) => isLike(old, newEdges[at] ?? -1)))
    return oldEdges.map((old, at) => ({ old, new: newEdges[at], isSameTarget: true }));
  const keyOf = (edge: number): string => `${labels[edge] ?? 0} ${nameOf(edge)}`;
  const same = new Map<string, number[]>();
  for (const edge of oldEdges.toReversed()) pushTo(same, keyOf(edge), edge);
  const partnerOf = new Map<number, number>();
  for (const edge of newEdges) {
    const old = same.get(keyOf(edge))?.pop();
    if (old !== undefined) partnerOf.set(edge, old);
  }
  const left = [...same.values()].flat().toSorted((a, b) => b - a);
  const retargeted = new Map<number, number[]>();
  for (const edge of left) pushTo(retargeted, labels[edge] ?? 0, edge);
  const pairs = newEdges.map((edge): EdgePair => {
    const old = partnerOf.get(edge);
    if (old !== undefined) return { old, new: edge, isSameTarget: true };
    return { old: retargeted.get(labels[edge] ?? 0)?.pop(), new: edge, isSameTarget: false };
  });
  const gone = [...retargeted.values()].flat().toSorted((a, b) => a - b);
  return [...pairs, ...gone.map((edge): EdgePair => ({ old: edge, new: undefined, isSameTarget: false }))];
}
