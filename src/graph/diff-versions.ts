// Two versions of a rule in one index space, for their difference: the nodes of the old version, then those of the new.
import type { PayloadNode } from '../rules/rule.ts';

/** A list of edges in compressed rows: those of node i are at `rows[i]` up to, not at, `rows[i + 1]`. */
export interface EdgeRows {
  readonly rows: Int32Array;
  /** The other end: a node, or below 0 where the id does not exist (one number for each such id). */
  readonly ends: Int32Array;
  /** The condition's number: equal for two spellings of one condition. */
  readonly labels: Int32Array;
}

export interface Versions {
  readonly nodes: readonly PayloadNode[];
  /** Nodes of the old version; a smaller index is an old node, any other a new one. */
  readonly oldCount: number;
  /** Transitions, in their order. */
  readonly outgoing: EdgeRows;
  /** The same edges from their targets; those to undefined targets are left out. */
  readonly incoming: EdgeRows;
  readonly labelCount: number;
}

/** Gives equal texts one number, from 0 on. */
function makeNumbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}

/** Where an id leads in one version: to its first node. */
function indexFirst(nodes: readonly PayloadNode[], offset: number): Map<string, number> {
  const first = new Map<string, number>();
  nodes.forEach(({ id }, index) => {
    if (!first.has(id)) first.set(id, offset + index);
  });
  return first;
}

function turnRound(count: number, { rows, ends, labels }: EdgeRows): EdgeRows {
  const turned = new Int32Array(count + 1);
  for (const end of ends) if (end >= 0) turned[end + 1] = (turned[end + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) turned[node + 1] = (turned[node + 1] ?? 0) + (turned[node] ?? 0);
  const next = turned.slice();
  const sources = new Int32Array(turned[count] ?? 0);
  const turnedLabels = new Int32Array(sources.length);
  for (let node = 0; node < count; node++) {
    for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) {
      const end = ends[edge] ?? -1;
      if (end < 0) continue;
      const at = next[end] ?? 0;
      sources[at] = node;
      turnedLabels[at] = labels[edge] ?? 0;
      next[end] = at + 1;
    }
  }
  return { rows: turned, ends: sources, labels: turnedLabels };
}

/**
 * Puts two versions of a rule into one index space. Linear.
 * @param spell the one spelling of a condition
 */
export function joinVersions(
  before: readonly PayloadNode[],
  after: readonly PayloadNode[],
  spell: (condition: string) => string,
): Versions {
  const nodes = [...before, ...after];
  const firstOld = indexFirst(before, 0);
  const firstNew = indexFirst(after, before.length);
  const numberOfLabel = makeNumbering();
  const numberOfMissing = makeNumbering();
  const rows = new Int32Array(nodes.length + 1);
  const ends: number[] = [];
  const labels: number[] = [];
  nodes.forEach((node, index) => {
    const first = index < before.length ? firstOld : firstNew;
    for (const { condition, target } of node.transitions) {
      ends.push(first.get(target) ?? -1 - numberOfMissing(target));
      labels.push(numberOfLabel(spell(condition)));
    }
    rows[index + 1] = ends.length;
  });
  const outgoing = { rows, ends: Int32Array.from(ends), labels: Int32Array.from(labels) };
  const labelCount = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  return {
    nodes,
    oldCount: before.length,
    outgoing,
    incoming: turnRound(nodes.length, outgoing),
    labelCount,
  };
}
