// Depth: the transitions on the longest path from the entry that visits no node twice (INTERFACE section 2).
//
// A back edge of a natural loop (its target dominates its source) lies on no such path, so these edges go first. Where every
// edge that leads back in a depth-first walk is one of them, the rest is acyclic and its postorder is an order to solve it in
// by dynamic programming. Else a component that stays cyclic (an irreducible loop) is searched, and only inside: a path that
// has left a component never comes back.
import { type Components, findComponents } from './components.ts';
import { type DepthFirst, isRetreating, walkDepthFirst } from './depth-first.ts';
import { type Dominators, findDominators } from './dominators.ts';
import { ENTRY, type Graph, filled, filterEdges, successors } from './graph.ts';
import { type Budget, type Component, type LongestPath, searchComponent } from './search-component.ts';
import { walkComponent } from './walk-component.ts';

export interface Depth {
  /** Edges on the best path found; with `exact`, on the longest. */
  readonly depth: number;
  readonly exact: boolean;
  /** No path is longer. Equal to `depth` where that is exact. */
  readonly upperBound: number;
  /** The nodes of one path of `depth` edges, from the entry on. */
  readonly path: readonly number[];
}

/** Edges that the search of one rule's irreducible loops may look at in all. */
export const SEARCH_BUDGET = 5_000_000;

/** Nodes of a component up to which the search remembers sets of them. */
const MOST_REMEMBERED = 256;

/** What is known of the paths that start at one node: how long, at most how long, and where the best one goes. */
interface Tail {
  readonly length: number[];
  readonly bound: number[];
  /** The best path's nodes inside the component, first and last included. */
  readonly inside: Map<number, readonly number[]>;
  /** The node after the component, or -1 at the end of the path. */
  readonly next: number[];
}

/** The best way on from `node` out of its component: its length in edges (0: none) and its first node (-1). */
function wayOut(graph: Graph, components: Components, tail: Tail, node: number): WayOut {
  let best: WayOut = { length: 0, bound: 0, next: -1 };
  for (const target of successors(graph, node)) {
    if (components.of[target] === components.of[node]) continue;
    const length = 1 + (tail.length[target] ?? 0);
    const bound = Math.max(best.bound, 1 + (tail.bound[target] ?? 0));
    best = length > best.length ? { length, bound, next: target } : { ...best, bound };
  }
  return best;
}

interface WayOut {
  readonly length: number;
  readonly bound: number;
  readonly next: number;
}

/** The component in numbers of its own, with the ways out of its nodes. */
function isolate(graph: Graph, members: readonly number[], ways: readonly WayOut[]): Component {
  const numberOf = new Map(members.map((node, number) => [node, number]));
  const successorsOf = (node: number): number[] => {
    const inside = new Set<number>();
    for (const target of successors(graph, node)) {
      const number = numberOf.get(target);
      if (number !== undefined && target !== node) inside.add(number);
    }
    return [...inside];
  };
  const inside = members.map(successorsOf);
  const wayOut = ways.map(({ length }) => length);
  return {
    successors: inside,
    wayOut,
    edgeCount: inside.reduce((sum, targets) => sum + targets.length, 0),
    ceiling: members.length - 1 + wayOut.reduce((most, length) => Math.max(most, length), 0),
  };
}

/** The longest path from a node of a component: first by the cheap walk, then by the search that can prove more. */
function findLongest(component: Component, start: number, budget: Budget): LongestPath {
  if (component.successors.length > MOST_REMEMBERED) return walkComponent(component, start, budget);
  const part = { left: Math.ceil(budget.left / 8) };
  budget.left -= part.left;
  const walked = walkComponent(component, start, part);
  budget.left += part.left;
  if (walked.length === walked.bound) return walked;
  const searched = searchComponent(component, start, budget);
  const longer = searched.length > walked.length ? searched : walked;
  return { ...longer, bound: Math.min(walked.bound, searched.bound) };
}

function solveIrreducible(
  graph: Graph,
  components: Components,
  members: readonly number[],
  entries: readonly number[],
  tail: Tail,
  budget: Budget,
): void {
  const ways = members.map((node) => wayOut(graph, components, tail, node));
  // Where a way out is not proved, no path is longer by more than what it may lack.
  const doubt = ways.reduce((most, { length, bound }) => Math.max(most, bound - length), 0);
  const component = isolate(graph, members, ways);
  const numberOf = new Map(members.map((node, number) => [node, number]));
  entries.forEach((entry, index) => {
    // A share for each entry: the first one must not leave the others unsearched.
    const share = { left: Math.ceil(budget.left / (entries.length - index)) };
    budget.left -= share.left;
    const start = numberOf.get(entry) ?? 0;
    const found = findLongest(component, start, share);
    budget.left += share.left;
    const inside = found.path.map((number) => members[number] ?? 0);
    tail.length[entry] = found.length;
    tail.next[entry] = ways[found.path.at(-1) ?? 0]?.next ?? -1;
    tail.inside.set(entry, inside);
    tail.bound[entry] = found.bound + doubt;
  });
}

/** For each component the nodes over which paths come into it from outside, the entry included. */
function findEntries(graph: Graph, components: Components): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, Set<number>>();
  const add = (node: number): void => {
    const component = components.of[node] ?? 0;
    if ((components.members[component]?.length ?? 0) < 2) return;
    const known = entries.get(component) ?? new Set<number>();
    entries.set(component, known.add(node));
  };
  add(ENTRY);
  for (let node = 0; node < graph.ids.length; node++) {
    for (const target of successors(graph, node))
      if (components.of[target] !== components.of[node]) add(target);
  }
  return new Map([...entries].map(([component, nodes]) => [component, [...nodes].toSorted((a, b) => a - b)]));
}

function tracePath(tail: Tail): number[] {
  const path: number[] = [];
  for (let node = ENTRY; node !== -1; node = tail.next[node] ?? -1) {
    for (const step of tail.inside.get(node) ?? [node]) path.push(step);
  }
  return path;
}

function conclude(tail: Tail): Depth {
  const depth = tail.length[ENTRY] ?? 0;
  const upperBound = tail.bound[ENTRY] ?? 0;
  return { depth, exact: depth === upperBound, upperBound, path: tracePath(tail) };
}

/** Whether every edge that leads back is the back edge of a natural loop. */
function isReducible(graph: Graph, walk: DepthFirst, { dominates }: Dominators): boolean {
  for (const from of walk.preorder) {
    const end = graph.rows[from + 1] ?? 0;
    for (let edge = graph.rows[from] ?? 0; edge < end; edge++) {
      const to = graph.targets[edge] ?? 0;
      if (isRetreating(walk, from, to) && !dominates(to, from)) return false;
    }
  }
  return true;
}

/** The longest paths where the edges that lead back lie on none. */
function solveReducible(graph: Graph, walk: DepthFirst): Depth {
  const length = filled(graph.ids.length, 0);
  const next = filled(graph.ids.length, -1);
  for (const node of walk.postorder) {
    const end = graph.rows[node + 1] ?? 0;
    let best = 0;
    for (let edge = graph.rows[node] ?? 0; edge < end; edge++) {
      const target = graph.targets[edge] ?? 0;
      if (isRetreating(walk, node, target) || (length[target] ?? 0) < best) continue;
      best = 1 + (length[target] ?? 0);
      next[node] = target;
    }
    length[node] = best;
  }
  return conclude({ length, bound: length, inside: new Map(), next });
}

/** The longest paths, searched for within irreducible loops. */
function solveBySearch(graph: Graph, walk: DepthFirst, { dominates }: Dominators, steps: number): Depth {
  const forward = filterEdges(graph, (from, to) => walk.numberOf[from] !== -1 && !dominates(to, from));
  const components = findComponents(forward);
  const entries = findEntries(forward, components);
  const count = graph.ids.length;
  const tail: Tail = {
    length: filled(count, 0),
    bound: filled(count, 0),
    inside: new Map(),
    next: filled(count, -1),
  };
  const budget = { left: steps };
  // Components come with all that they lead to before them.
  components.members.forEach((members, component) => {
    const [only] = members;
    if (members.length > 1) {
      solveIrreducible(forward, components, members, entries.get(component) ?? [], tail, budget);
    } else if (only !== undefined) {
      const out = wayOut(forward, components, tail, only);
      tail.length[only] = out.length;
      tail.bound[only] = out.bound;
      tail.next[only] = out.next;
    }
  });
  return conclude(tail);
}

/**
 * Finds the depth of a rule's graph: exact in linear time where the graph is reducible (apart from the dominators'
 * logarithm), else by bounded search.
 * @param walk of the same graph, where there is one already
 */
export function findDepth(
  graph: Graph,
  searchBudget: number = SEARCH_BUDGET,
  walk: DepthFirst = walkDepthFirst(graph),
): Depth {
  if (!walk.leadsBack) return solveReducible(graph, walk);
  const dominators = findDominators(graph, walk);
  return isReducible(graph, walk, dominators)
    ? solveReducible(graph, walk)
    : solveBySearch(graph, walk, dominators, searchBudget);
}
