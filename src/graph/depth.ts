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

export interface Depth {
  /** Edges on the best path found; with `exact`, on the longest. */
  readonly depth: number;
  readonly exact: boolean;
  /** No path is longer. Equal to `depth` where that is exact. */
  readonly upperBound: number;
  /** The nodes of one path of `depth` edges, from the entry on. */
  readonly path: readonly number[];
}

/** Edges that the search of one rule's irreducible loops may try in all. */
export const SEARCH_BUDGET = 2_000_000;

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

interface SearchResult {
  readonly length: number;
  readonly path: readonly number[];
  readonly next: number;
}

/** Tries the simple paths from `start` inside one component, depth first, until the budget is spent. */
function searchComponent(
  graph: Graph,
  members: readonly number[],
  start: number,
  out: ReadonlyMap<number, WayOut>,
  budget: { left: number },
): SearchResult {
  const ceiling = members.length - 1 + longest(out, 'length');
  const onPath = new Set<number>();
  const path: number[] = [];
  const cursors: number[] = [];
  let best: SearchResult = { length: -1, path: [], next: -1 };
  // The best path is copied only when the walk is about to leave it; until then it is a prefix of `path`.
  let prefix = 0;
  const keepPrefix = (): void => {
    if (prefix > 0) best = { ...best, path: path.slice(0, prefix) };
    prefix = 0;
  };
  const enter = (node: number): void => {
    onPath.add(node);
    path.push(node);
    cursors.push(0);
    const way = out.get(node);
    const length = path.length - 1 + (way?.length ?? 0);
    if (length <= best.length) return;
    best = { length, path: [], next: way?.next ?? -1 };
    prefix = path.length;
  };
  enter(start);
  while (path.length > 0 && budget.left > 0 && best.length < ceiling) {
    const node = path.at(-1) ?? start;
    const cursor = cursors.at(-1) ?? 0;
    const target = successors(graph, node)[cursor];
    if (target === undefined) {
      if (path.length === prefix) keepPrefix();
      onPath.delete(node);
      path.pop();
      cursors.pop();
      continue;
    }
    budget.left--;
    cursors[cursors.length - 1] = cursor + 1;
    if (out.has(target) && !onPath.has(target)) enter(target);
  }
  keepPrefix();
  return best;
}

function longest(out: ReadonlyMap<number, WayOut>, key: 'length' | 'bound'): number {
  let most = 0;
  for (const way of out.values()) most = Math.max(most, way[key]);
  return most;
}

function solveIrreducible(
  graph: Graph,
  components: Components,
  members: readonly number[],
  entries: readonly number[],
  tail: Tail,
  budget: { left: number },
): void {
  const out = new Map(members.map((node) => [node, wayOut(graph, components, tail, node)]));
  const hasExactWaysOut = [...out.values()].every((way) => way.bound === way.length);
  const ceiling = members.length - 1 + longest(out, 'bound');
  entries.forEach((entry, index) => {
    // A share for each entry: the first one must not leave the others unsearched.
    const share = { left: Math.ceil(budget.left / (entries.length - index)) };
    budget.left -= share.left;
    const found = searchComponent(graph, members, entry, out, share);
    budget.left += share.left;
    tail.length[entry] = found.length;
    tail.next[entry] = found.next;
    tail.inside.set(entry, found.path);
    tail.bound[entry] = share.left > 0 && hasExactWaysOut ? found.length : ceiling;
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
