// The figures of small graphs by trying everything, to compare the real code with.

export type Edges = readonly (readonly number[])[];

/** The edges on the longest path from node 0 that visits no node twice, by trying every such path. */
export function longestSimplePath(edges: Edges): number {
  const onPath = new Set<number>();
  const visit = (node: number): number => {
    onPath.add(node);
    let best = 0;
    for (const next of edges[node] ?? []) if (!onPath.has(next)) best = Math.max(best, 1 + visit(next));
    onPath.delete(node);
    return best;
  };
  return visit(0);
}

/** Every node that can be reached from one, itself included. */
export function reachable(edges: Edges, start: number, without = -1): Set<number> {
  const seen = new Set<number>(start === without ? [] : [start]);
  for (const node of seen) for (const next of edges[node] ?? []) if (next !== without) seen.add(next);
  return seen;
}

/** Whether every path from node 0 to `node` goes through `dominator`. */
export function dominates(edges: Edges, dominator: number, node: number): boolean {
  return (
    reachable(edges, 0).has(node) &&
    reachable(edges, 0).has(dominator) &&
    (dominator === node || !reachable(edges, 0, dominator).has(node))
  );
}

/** Loops as sorted lists of nodes, by mutual reachability. */
export function loops(edges: Edges): number[][] {
  const reach = edges.map((_, node) => reachable(edges, node));
  const groups = new Map<string, number[]>();
  edges.forEach((targets, node) => {
    const group = edges.flatMap((_, other) =>
      reach[node]?.has(other) && reach[other]?.has(node) ? [other] : [],
    );
    if (group.length > 1 || targets.includes(node)) groups.set(group.join(), group);
  });
  return [...groups.values()].toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
