// Immediate dominators of a flow graph, after T. Lengauer and R. E. Tarjan, "A Fast Algorithm for Finding Dominators
// in a Flowgraph", ACM TOPLAS 1(1), 1979: the simple version with path compression, O(m log n).
import { type DepthFirst, walkDepthFirst } from './depth-first.ts';
import { type Graph, filled, reverseGraph } from './graph.ts';

export interface Dominators {
  /** Whether every path from the entry to `node` goes through `dominator`; a node dominates itself. */
  readonly dominates: (dominator: number, node: number) => boolean;
  /** The immediate dominator; -1 for the entry and for what no path reaches. */
  readonly immediate: readonly number[];
}

/** 0, 1, 2 and so on. */
function countUp(count: number): number[] {
  const numbers: number[] = [];
  for (let index = 0; index < count; index++) numbers.push(index);
  return numbers;
}

/** The forest of Lengauer and Tarjan with path compression; nodes are preorder numbers. */
function makeForest(
  count: number,
  semi: number[],
): { link: (parent: number, child: number) => void; evaluate: (node: number) => number } {
  const ancestor = filled(count, -1);
  const label = countUp(count);
  const path: number[] = [];
  const compress = (node: number): void => {
    let top = node;
    while ((ancestor[ancestor[top] ?? -1] ?? -1) !== -1) {
      path.push(top);
      top = ancestor[top] ?? -1;
    }
    for (let low = path.pop(); low !== undefined; low = path.pop()) {
      const above = ancestor[low] ?? 0;
      const aboveLabel = label[above] ?? 0;
      if ((semi[aboveLabel] ?? 0) < (semi[label[low] ?? 0] ?? 0)) label[low] = aboveLabel;
      ancestor[low] = ancestor[above] ?? -1;
    }
  };
  return {
    link: (parent, child) => {
      ancestor[child] = parent;
    },
    evaluate: (node) => {
      if (ancestor[node] === -1) return node;
      compress(node);
      return label[node] ?? node;
    },
  };
}

/** Immediate dominators as preorder numbers. */
function lengauerTarjan(graph: Graph, walk: DepthFirst): number[] {
  const { preorder, numberOf, parent } = walk;
  const count = preorder.length;
  const predecessors = reverseGraph(graph);
  const semi = countUp(count);
  const dominator = filled(count, 0);
  // The bucket of a node as a list: its first member, and of each member the next one.
  const firstOf = filled(count, -1);
  const nextOf = filled(count, 0);
  const forest = makeForest(count, semi);
  const parentOf = (number: number): number => numberOf[parent[preorder[number] ?? 0] ?? 0] ?? 0;
  for (let w = count - 1; w > 0; w--) {
    const node = preorder[w] ?? 0;
    const end = predecessors.rows[node + 1] ?? 0;
    for (let edge = predecessors.rows[node] ?? 0; edge < end; edge++) {
      const v = numberOf[predecessors.targets[edge] ?? 0] ?? -1;
      if (v === -1) continue;
      const candidate = semi[forest.evaluate(v)] ?? 0;
      if (candidate < (semi[w] ?? 0)) semi[w] = candidate;
    }
    const bucket = semi[w] ?? 0;
    nextOf[w] = firstOf[bucket] ?? -1;
    firstOf[bucket] = w;
    const up = parentOf(w);
    forest.link(up, w);
    for (let v = firstOf[up] ?? -1; v !== -1; v = nextOf[v] ?? -1) {
      const u = forest.evaluate(v);
      dominator[v] = (semi[u] ?? 0) < (semi[v] ?? 0) ? u : up;
    }
    firstOf[up] = -1;
  }
  for (let w = 1; w < count; w++) {
    if (dominator[w] !== semi[w]) dominator[w] = dominator[dominator[w] ?? 0] ?? 0;
  }
  return dominator;
}

/** When a walk over the dominator tree comes to a node, and how many it meets there, so that ancestry is two comparisons. */
function numberTree(dominator: number[]): { first: number[]; size: number[] } {
  const count = dominator.length;
  const size = filled(count, 1);
  for (let node = count - 1; node > 0; node--) {
    const up = dominator[node] ?? 0;
    size[up] = (size[up] ?? 0) + (size[node] ?? 0);
  }
  // A dominator has the smaller preorder number, so parents are placed before their children.
  const first = filled(count, 0);
  const nextFree = filled(count, 1);
  for (let node = 1; node < count; node++) {
    const up = dominator[node] ?? 0;
    first[node] = (first[up] ?? 0) + (nextFree[up] ?? 0);
    nextFree[up] = (nextFree[up] ?? 0) + (size[node] ?? 0);
  }
  return { first, size };
}

/**
 * Finds the dominators of all nodes that the entry reaches.
 * @param walk of the same graph, where there is one already
 */
export function findDominators(graph: Graph, walk: DepthFirst = walkDepthFirst(graph)): Dominators {
  const { preorder, numberOf } = walk;
  const byNumber = lengauerTarjan(graph, walk);
  const { first, size } = numberTree(byNumber);
  const immediate = filled(graph.ids.length, -1);
  for (let number = 1; number < preorder.length; number++) {
    immediate[preorder[number] ?? 0] = preorder[byNumber[number] ?? 0] ?? 0;
  }
  const dominates = (dominator: number, node: number): boolean => {
    const above = numberOf[dominator] ?? -1;
    const below = numberOf[node] ?? -1;
    if (above === -1 || below === -1) return false;
    const after = (first[below] ?? 0) - (first[above] ?? 0);
    return after >= 0 && after < (size[above] ?? 0);
  };
  return { dominates, immediate };
}
