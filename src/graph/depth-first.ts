// One depth-first walk from the entry, without recursion: numbers and parents for dominators and orders.
import { ENTRY, type Graph } from './graph.ts';

export interface DepthFirst {
  /** Reached nodes in preorder. */
  readonly preorder: readonly number[];
  /** Position in preorder, or -1 where the walk did not come. */
  readonly numberOf: Int32Array;
  /** Parent in the tree; -1 for the entry and for what was not reached. */
  readonly parent: Int32Array;
  /** Reached nodes, each after all that it leads to over tree and forward edges. */
  readonly postorder: readonly number[];
}

/** Walks depth first from the entry, successors in their order. Linear. */
export function walkDepthFirst(graph: Graph): DepthFirst {
  const count = graph.ids.length;
  const numberOf = new Int32Array(count).fill(-1);
  const parent = new Int32Array(count).fill(-1);
  const cursor = graph.rows.slice(0, count);
  const preorder: number[] = [ENTRY];
  const postorder: number[] = [];
  const stack: number[] = [ENTRY];
  numberOf[ENTRY] = 0;
  for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
    const edge = cursor[node] ?? 0;
    if (edge >= (graph.rows[node + 1] ?? 0)) {
      postorder.push(node);
      stack.pop();
      continue;
    }
    cursor[node] = edge + 1;
    const target = graph.targets[edge] ?? 0;
    if (numberOf[target] !== -1) continue;
    numberOf[target] = preorder.length;
    parent[target] = node;
    preorder.push(target);
    stack.push(target);
  }
  return { preorder, numberOf, parent, postorder };
}
