// Renamed nodes whose content changed too, told by their place: the same type where the same nodes lead, over the same
// conditions. It must not guess: two nodes at one place stay unmatched.
import type { Versions } from './diff-versions.ts';

interface Place {
  readonly old: number[];
  readonly new: number[];
}

/** How many edges lead to each node from nodes without a partner; those of a node to itself do not count. */
function countOpen({ nodes, incoming }: Versions, partners: Int32Array): Int32Array {
  const open = new Int32Array(nodes.length);
  for (let node = 0; node < nodes.length; node++) {
    for (let edge = incoming.rows[node] ?? 0; edge < (incoming.rows[node + 1] ?? 0); edge++) {
      const source = incoming.ends[edge] ?? -1;
      if (source !== node && partners[source] === -1) open[node] = (open[node] ?? 0) + 1;
    }
  }
  return open;
}

/** A node's place as text, undefined where nothing leads to it. Everything that leads to it has a partner. */
function spellPlace(versions: Versions, partners: Int32Array, node: number): string | undefined {
  const { rows, ends, labels } = versions.incoming;
  const parts = node === 0 || node === versions.oldCount ? ['entry'] : [];
  for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
    const source = ends[edge] ?? -1;
    if (source !== node) parts.push(`${labels[edge] ?? 0}:${Math.min(source, partners[source] ?? -1)}`);
  }
  return parts.length === 0 ? undefined : `${versions.nodes[node]?.type} ${parts.toSorted().join()}`;
}

function groupByPlace(
  versions: Versions,
  partners: Int32Array,
  ready: readonly number[],
): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const node of ready) {
    const key = spellPlace(versions, partners, node);
    if (key === undefined) continue;
    const place = places.get(key) ?? { old: [], new: [] };
    (node < versions.oldCount ? place.old : place.new).push(node);
    places.set(key, place);
  }
  return places;
}

/**
 * Matches, from the entry's side on, nodes whose predecessors all have partners. Those of one place are ready at one
 * time, so the order of the nodes plays no part. Linear but for sorting.
 * @param partners filled in
 * @returns how many pairs
 */
export function matchByPlace(versions: Versions, partners: Int32Array): number {
  const open = countOpen(versions, partners);
  const { rows, ends } = versions.outgoing;
  let pairs = 0;
  let ready = [...open.keys()].filter((node) => open[node] === 0 && partners[node] === -1);
  const close = (node: number, next: number[]): void => {
    for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
      const end = ends[edge] ?? -1;
      if (end < 0 || end === node) continue;
      open[end] = (open[end] ?? 0) - 1;
      if (open[end] === 0 && partners[end] === -1) next.push(end);
    }
  };
  while (ready.length > 0) {
    const matched: number[] = [];
    for (const place of groupByPlace(versions, partners, ready).values()) {
      const [a, b] = [place.old[0], place.new[0]];
      if (a === undefined || b === undefined || place.old.length > 1 || place.new.length > 1) continue;
      partners[a] = b;
      partners[b] = a;
      matched.push(a, b);
      pairs++;
    }
    const next: number[] = [];
    for (const node of matched) close(node, next);
    ready = next;
  }
  return pairs;
}
