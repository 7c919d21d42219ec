// Strongly connected components, after R. E. Tarjan, "Depth-First Search and Linear Graph Algorithms",
// SIAM J. Comput. 1(2), 1972, without recursion.
import { type Graph, filled, successors } from './graph.ts';

export interface Components {
  /** The component of each node. A component has a larger number than all that it leads to. */
  readonly of: readonly number[];
  /** The nodes of each component, ascending. */
  readonly members: readonly (readonly number[])[];
}

/** Finds the strongly connected components of the whole graph, reached or not. Linear. */
export function findComponents(graph: Graph): Components {
  const { rows, targets } = graph;
  const count = graph.ids.length;
  const order = filled(count, -1);
  const low = filled(count, 0);
  const of = filled(count, -1);
  const cursor = rows.slice(0, count);
  const members: number[][] = [];
  const open: number[] = [];
  let time = 0;

  const close = (root: number): void => {
    const component: number[] = [];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      of[node] = members.length;
      component.push(node);
      if (node === root) break;
    }
    members.push(component.length > 1 ? component.toSorted((a, b) => a - b) : component);
  };
  const enter = (node: number): void => {
    order[node] = time;
    low[node] = time++;
    open.push(node);
  };
  for (let start = 0; start < count; start++) {
    if (order[start] !== -1) continue;
    const stack = [start];
    enter(start);
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const edge = cursor[node] ?? 0;
      if (edge < (rows[node + 1] ?? 0)) {
        cursor[node] = edge + 1;
        const target = targets[edge] ?? 0;
        if (order[target] === -1) {
          enter(target);
          stack.push(target);
        } else if (of[target] === -1) {
          low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
        }
        continue;
      }
      stack.pop();
      if (low[node] === order[node]) close(node);
      const above = stack.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
    }
  }
  return { of, members };
}

/** Whether a component is a loop: more than one node, or one with a self-loop. */
export function isLoop(graph: Graph, component: readonly number[]): boolean {
  const [only] = component;
  return component.length > 1 || (only !== undefined && successors(graph, only).includes(only));
}
