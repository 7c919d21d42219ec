// The graph of a rule in index form: node i is the i-th element of `nodes`, node 0 the entry.
// Adjacency in compressed rows. Plain arrays: most graphs are small, and a typed array of 20 numbers takes four times as
// long to make; at 100,000 nodes there is no difference.

export interface Graph {
  readonly ids: readonly string[];
  /** Successors of node i: `targets[rows[i]]` up to, not at, `targets[rows[i + 1]]`; parallel edges are kept. */
  readonly rows: readonly number[];
  readonly targets: readonly number[];
  /** Transitions to ids that no node has. */
  readonly undefinedTargets: readonly UndefinedTarget[];
  /** All elements of all `transitions`, those to undefined targets too. */
  readonly edgeCount: number;
}

export interface UndefinedTarget {
  readonly node: number;
  /** The position in the node's `transitions`. */
  readonly transition: number;
  readonly target: string;
}

export const ENTRY = 0;

/** An array of one number, so many times. */
export function filled(count: number, number: number): number[] {
  const numbers: number[] = [];
  for (let index = 0; index < count; index++) numbers.push(number);
  return numbers;
}

/** The successors of a node, parallel edges each. */
export function successors(graph: Graph, node: number): readonly number[] {
  return graph.targets.slice(graph.rows[node], graph.rows[node + 1]);
}

/** The graph with every edge turned round; it has no undefined targets. */
export function reverseGraph(graph: Graph): Graph {
  const count = graph.ids.length;
  const rows = filled(count + 1, 0);
  for (const target of graph.targets) rows[target + 1] = (rows[target + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) rows[node + 1] = (rows[node + 1] ?? 0) + (rows[node] ?? 0);
  const next = rows.slice();
  const targets = filled(graph.targets.length, 0);
  for (let node = 0; node < count; node++) {
    const end = graph.rows[node + 1] ?? 0;
    for (let edge = graph.rows[node] ?? 0; edge < end; edge++) {
      const target = graph.targets[edge] ?? 0;
      const at = next[target] ?? 0;
      targets[at] = node;
      next[target] = at + 1;
    }
  }
  return { ids: graph.ids, rows, targets, undefinedTargets: [], edgeCount: graph.edgeCount };
}

/** A graph of the same nodes with only the edges that are asked for. */
export function filterEdges(graph: Graph, keeps: (from: number, to: number) => boolean): Graph {
  const rows = filled(graph.ids.length + 1, 0);
  const targets: number[] = [];
  for (let node = 0; node < graph.ids.length; node++) {
    for (const target of successors(graph, node)) if (keeps(node, target)) targets.push(target);
    rows[node + 1] = targets.length;
  }
  return { ...graph, rows, targets };
}
