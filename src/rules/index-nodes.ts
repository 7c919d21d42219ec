// Where the ids of a rule lead. It knows nothing of edges and calls.

/** The position of each id; where two nodes share one, it means the first. */
export function indexNodes(nodes: readonly { readonly id: string }[]): Map<string, number> {
  const indexOf = new Map<string, number>();
  nodes.forEach(({ id }, index) => {
    if (!indexOf.has(id)) indexOf.set(id, index);
  });
  return indexOf;
}
