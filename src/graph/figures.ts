// All figures of a rule's graph that INTERFACE section 2 names, with node ids in place of indices.
import type { PayloadNode } from '../rules/rule.ts';
import { buildGraph } from './build-graph.ts';
import { findComponents, isLoop } from './components.ts';
import { type Depth, findDepth } from './depth.ts';
import { ENTRY, type Graph, type UndefinedTarget, reverseGraph } from './graph.ts';
import { reachableFrom } from './reachability.ts';

export interface Figures {
  readonly graph: Graph;
  readonly depth: Depth;
  /** Node indices of each loop, ascending; loops sorted by their first node. */
  readonly loops: readonly (readonly number[])[];
  /** The loops from which no terminal node and no dead end can be reached. */
  readonly traps: readonly (readonly number[])[];
  readonly unreachable: readonly number[];
  readonly undefinedTargets: readonly UndefinedTarget[];
}

/** Whether a call can end at a node: hangup, transfer and queue end it, and so does a node without transitions. */
function canEndAt(node: PayloadNode): boolean {
  return (
    node.type === 'hangup' ||
    node.type === 'transfer' ||
    node.type === 'queue' ||
    node.transitions.length === 0
  );
}

function findLoops(graph: Graph): number[][] {
  const loops = findComponents(graph).members.filter((members) => isLoop(graph, members));
  return loops.map((members) => [...members]).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** Computes the figures of one rule. */
export function computeFigures(nodes: readonly PayloadNode[]): Figures {
  const graph = buildGraph(nodes);
  const loops = findLoops(graph);
  const ends = nodes.flatMap((node, index) => (canEndAt(node) ? [index] : []));
  const reachesEnd = reachableFrom(reverseGraph(graph), ends);
  const reached = reachableFrom(graph, [ENTRY]);
  return {
    graph,
    depth: findDepth(graph),
    loops,
    traps: loops.filter((loop) => reachesEnd[loop[0] ?? 0] === 0),
    unreachable: nodes.flatMap((_, index) => (reached[index] === 0 ? [index] : [])),
    undefinedTargets: graph.undefinedTargets,
  };
}
