// Immediate dominators of a flow graph, after T. Lengauer and R. E. Tarjan, "A Fast Algorithm for Finding Dominators
// in a Flowgraph", ACM TOPLAS 1(1), 1979: the simple version with path compression, O(m log n).
import { type DepthFirst, walkDepthFirst } from './depth-first.ts';
import { type Graph, reverseGraph, successors } from './graph.ts';

export interface Dominators {
  /** Whether every path from the entry to `node` goes through `dominator`; a node dominates itself. */
  readonly dominates: (dominator: number, node: number) => boolean;
  /** The immediate dominator; -1 for the entry and for what no path reaches. */
  readonly immediate: Int32Array;
}

/** The forest of Lengauer and Tarjan with path compression; nodes are preorder numbers. */
function makeForest(
  count: number,
  semi: Int32Array,
): { link: (parent: number, child: number) => void; evaluate: (node: number) => number } {
  const ancestor = new Int32Array(count).fill(-1);
  const label = Int32Array.from({ length: count }, (_, index) => index);
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
function lengauerTarjan(graph: Graph, walk: DepthFirst): Int32Array {
  const { preorder, numberOf, parent } = walk;
  const count = preorder.length;
  const predecessors = reverseGraph(graph);
  const semi = Int32Array.from({ length: count }, (_, index) => index);
  const dominator = new Int32Array(count);
  const buckets: number[][] = Array.from({ length: count }, () => []);
  const forest = makeForest(count, semi);
  const parentOf = (number: number): number => numberOf[parent[preorder[number] ?? 0] ?? 0] ?? 0;
  for (let w = count - 1; w > 0; w--) {
    for (const predecessor of successors(predecessors, preorder[w] ?? 0)) {
      const v = numberOf[predecessor] ?? -1;
      if (v === -1) continue;
      const candidate = semi[forest.evaluate(v)] ?? 0;
      if (candidate < (semi[w] ?? 0)) semi[w] = candidate;
    }
    buckets[semi[w] ?? 0]?.push(w);
    const up = parentOf(w);
    forest.link(up, w);
    for (const v of buckets[up] ?? []) {
      const u = forest.evaluate(v);
      dominator[v] = (semi[u] ?? 0) < (semi[v] ?? 0) ? u : up;
    }
    buckets[up] = [];
  }
  for (let w = 1; w < count; w++) {
    if (dominator[w] !== semi[w]) dominator[w] = dominator[dominator[w] ?? 0] ?? 0;
  }
  return dominator;
}

/** First and last time of a walk over the dominator tree, so that ancestry is two comparisons. */
function numberTree(dominator: Int32Array): { first: Int32Array; last: Int32Array } {
  const count = dominator.length;
  const size = new Int32Array(count).fill(1);
  for (let node = count - 1; node > 0; node--) {
    const up = dominator[node] ?? 0;
    size[up] = (size[up] ?? 0) + (size[node] ?? 0);
  }
  // A dominator has the smaller preorder number, so parents are placed before their children.
  const first = new Int32Array(count);
  const nextFree = new Int32Array(count).fill(1);
  for (let node = 1; node < count; node++) {
    const up = dominator[node] ?? 0;
    first[node] = (first[up] ?? 0) + (nextFree[up] ?? 0);
    nextFree[up] = (nextFree[up] ?? 0) + (size[node] ?? 0);
  }
  return { first, last: first.map((start, node) => start + (size[node] ?? 0) - 1) };
}

/** Finds the dominators of all nodes that the entry reaches. */
export function findDominators(graph: Graph): Dominators {
  const walk = walkDepthFirst(graph);
  const { preorder, numberOf } = walk;
  const byNumber = lengauerTarjan(graph, walk);
  const { first, last } = numberTree(byNumber);
  const immediate = new Int32Array(graph.ids.length).fill(-1);
  for (let number = 1; number < preorder.length; number++) {
    immediate[preorder[number] ?? 0] = preorder[byNumber[number] ?? 0] ?? 0;
  }
  const dominates = (dominator: number, node: number): boolean => {
    const above = numberOf[dominator] ?? -1;
    const below = numberOf[node] ?? -1;
    if (above === -1 || below === -1) return false;
    const at = first[below] ?? 0;
    return (first[above] ?? 0) <= at && at <= (last[above] ?? 0);
  };
  return { dominates, immediate };
}
