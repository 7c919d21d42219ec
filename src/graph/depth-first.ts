// One depth-first walk from the entry, without recursion: numbers and parents for dominators and orders.
import { ENTRY, type Graph, filled } from './graph.ts';

export interface DepthFirst {
  /** Reached nodes in preorder. */
  readonly preorder: readonly number[];
  /** Position in preorder, or -1 where the walk did not come. */
  readonly numberOf: readonly number[];
  /** Parent in the tree; -1 for the entry and for what was not reached. */
  readonly parent: readonly number[];
  /** Reached nodes, each after all that it leads to over tree and forward edges. */
  readonly postorder: readonly number[];
  /** Position in postorder, or -1 where the walk did not come. */
  readonly closedAt: readonly number[];
  /** Whether an edge leads back: from a node to itself, or to one that the walk was still inside of. */
  readonly leadsBack: boolean;
}

/** Walks depth first from the entry, successors in their order. Linear. */
export function walkDepthFirst(graph: Graph): DepthFirst {
  const { rows, targets } = graph;
  const count = graph.ids.length;
  const numberOf = filled(count, -1);
  const closedAt = filled(count, -1);
  const parent = filled(count, -1);
  const cursor = rows.slice(0, count);
  const preorder: number[] = [ENTRY];
  const postorder: number[] = [];
  let leadsBack = false;
  numberOf[ENTRY] = 0;
  for (let node = ENTRY; node !== -1;) {
    const edge = cursor[node] ?? 0;
    if (edge >= (rows[node + 1] ?? 0)) {
      closedAt[node] = postorder.length;
      postorder.push(node);
      node = parent[node] ?? -1;
      continue;
    }
    cursor[node] = edge + 1;
    const target = targets[edge] ?? 0;
    if (numberOf[target] !== -1) {
      if (closedAt[target] === -1) leadsBack = true;
      continue;
    }
    numberOf[target] = preorder.length;
    parent[target] = node;
    preorder.push(target);
    node = target;
  }
  return { preorder, numberOf, parent, postorder, closedAt, leadsBack };
}

/** Whether an edge between reached nodes leads back: every circle has such an edge, and without them there is none. */
export function isRetreating({ closedAt }: DepthFirst, from: number, to: number): boolean {
  return (closedAt[to] ?? 0) >= (closedAt[from] ?? 0);
}
