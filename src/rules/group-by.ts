// Groups of things by a key. It knows nothing of what they are.

/**
 * Groups items, each group in the order given, groups in the order of their first items. Node's own Map.groupBy is not there on
 * every Node that the command line runs on.
 */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
