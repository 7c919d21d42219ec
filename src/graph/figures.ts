// All figures of a rule's graph that INTERFACE section 2 names; nodes by their indices.
import type { PayloadNode } from '../rules/rule.ts';
import { buildGraph } from './build-graph.ts';
import { type Components, findComponents, isLoop } from './components.ts';
import { type Depth, SEARCH_BUDGET, findDepth } from './depth.ts';
import { walkDepthFirst } from './depth-first.ts';
import { type Graph, type UndefinedTarget, filled, successors } from './graph.ts';

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

/** Whether each component leads to an end of the call, or holds one. */
function findEndings(graph: Graph, components: Components, nodes: readonly PayloadNode[]): number[] {
  const ends = filled(components.members.length, 0);
  // Components come with all that they lead to before them.
  components.members.forEach((members, component) => {
    const reachesEnd = members.some((index) => {
      const node = nodes[index];
      if (node !== undefined && canEndAt(node)) return true;
      return successors(graph, index).some((target) => ends[components.of[target] ?? 0] === 1);
    });
    if (reachesEnd) ends[component] = 1;
  });
  return ends;
}

interface Loops {
  readonly loops: readonly (readonly number[])[];
  readonly traps: readonly (readonly number[])[];
}

const NO_LOOPS: Loops = { loops: [], traps: [] };

function findLoops(graph: Graph, nodes: readonly PayloadNode[]): Loops {
  const components = findComponents(graph);
  const loops = components.members
    .filter((members) => isLoop(graph, members))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  if (loops.length === 0) return NO_LOOPS;
  const ends = findEndings(graph, components, nodes);
  return { loops, traps: loops.filter(([first]) => ends[components.of[first ?? 0] ?? 0] === 0) };
}

/** Computes the figures of one rule. */
export function computeFigures(nodes: readonly PayloadNode[]): Figures {
  const graph = buildGraph(nodes);
  const walk = walkDepthFirst(graph);
  const reachesAll = walk.preorder.length === nodes.length;
  const { loops, traps } = reachesAll && !walk.leadsBack ? NO_LOOPS : findLoops(graph, nodes);
  return {
    graph,
    depth: findDepth(graph, SEARCH_BUDGET, walk),
    loops,
    traps,
    unreachable: reachesAll ? [] : nodes.flatMap((_, index) => (walk.numberOf[index] === -1 ? [index] : [])),
    undefinedTargets: graph.undefinedTargets,
  };
}
