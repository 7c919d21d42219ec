// Which nodes can be reached from some others.
import { type Graph, successors } from './graph.ts';

/** Marks (1) every node that a path from one of the starts reaches, the starts included. Linear. */
export function reachableFrom(graph: Graph, starts: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(graph.ids.length);
  const open: number[] = [];
  const visit = (node: number): void => {
    if (reached[node] === 1) return;
    reached[node] = 1;
    open.push(node);
  };
  for (const start of starts) visit(start);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const target of successors(graph, node)) visit(target);
  }
  return reached;
}
