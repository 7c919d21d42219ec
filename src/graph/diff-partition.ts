// Partition refinement: the coarsest grouping of nodes in which two of one class have, for each label, equally many
// edges into each class. After J. Hopcroft, "An n log n Algorithm for Minimizing States in a Finite Automaton", 1971,
// with counts as in C. Berkholz, P. Bonsma, M. Grohe, "Tight Lower and Upper Bounds for the Complexity of Canonical
// Colour Refinement", ESA 2013: what is split off is looked at again, all but its largest part.

export interface LabelledEdge {
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** Classes as ranges of one permutation of the nodes, so that splitting off costs what is split off. */
interface Partition {
  readonly order: Int32Array;
  readonly placeOf: Int32Array;
  readonly classOf: Int32Array;
  readonly start: number[];
  readonly size: number[];
}

function groupByKey(keys: readonly string[]): Partition {
  const groups = new Map<string, number[]>();
  keys.forEach((key, node) => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  });
  const order = new Int32Array(keys.length);
  const placeOf = new Int32Array(keys.length);
  const classOf = new Int32Array(keys.length);
  const start: number[] = [];
  const size: number[] = [];
  let place = 0;
  for (const group of groups.values()) {
    for (const node of group) {
      classOf[node] = start.length;
      order[place] = node;
      placeOf[node] = place++;
    }
    start.push(place - group.length);
    size.push(group.length);
  }
  return { order, placeOf, classOf, start, size };
}

/** Moves some nodes of one class into a new class. @returns its number */
function splitOff(partition: Partition, from: number, nodes: readonly number[]): number {
  const { order, placeOf, classOf, start, size } = partition;
  const number = start.length;
  let last = (start[from] ?? 0) + (size[from] ?? 0);
  for (const node of nodes) {
    last--;
    const place = placeOf[node] ?? 0;
    const other = order[last] ?? 0;
    order[place] = other;
    placeOf[other] = place;
    order[last] = node;
    placeOf[node] = last;
    classOf[node] = number;
  }
  start.push(last);
  size.push(nodes.length);
  size[from] = (size[from] ?? 0) - nodes.length;
  return number;
}

/** Edges in rows by the node that they lead to. */
interface Incoming {
  readonly rows: Int32Array;
  readonly sources: Int32Array;
  readonly labels: Int32Array;
}

function indexByTarget(count: number, edges: readonly LabelledEdge[]): Incoming {
  const rows = new Int32Array(count + 1);
  for (const { to } of edges) rows[to + 1] = (rows[to + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) rows[node + 1] = (rows[node + 1] ?? 0) + (rows[node] ?? 0);
  const next = rows.slice();
  const sources = new Int32Array(edges.length);
  const labels = new Int32Array(edges.length);
  for (const { from, to, label } of edges) {
    const at = next[to] ?? 0;
    sources[at] = from;
    labels[at] = label;
    next[to] = at + 1;
  }
  return { rows, sources, labels };
}

/** The nodes with edges into a splitter, and for each the number of the list of its labels. */
interface Touched {
  readonly nodes: number[];
  readonly listOf: Int32Array;
}

/** @returns a function that finds the nodes with edges into a splitter; its `listOf` is used again each time */
function makeToucher(count: number, incoming: Incoming): (splitter: Int32Array) => Touched {
  const { rows, sources, labels } = incoming;
  const listOf = new Int32Array(count);
  const numbers = new Map<string, number>();
  // One label, as most nodes have, is its own number; lists of several get numbers below 0.
  const numberOf = (list: readonly number[]): number => {
    if (list.length === 1) return list[0] ?? 0;
    const key = list.join();
    const number = numbers.get(key) ?? -1 - numbers.size;
    numbers.set(key, number);
    return number;
  };
  return (splitter) => {
    const edges: number[] = [];
    for (const node of splitter)
      for (let edge = rows[node] ?? 0; edge < (rows[node + 1] ?? 0); edge++) edges.push(edge);
    edges.sort((a, b) => (sources[a] ?? 0) - (sources[b] ?? 0) || (labels[a] ?? 0) - (labels[b] ?? 0));
    const nodes: number[] = [];
    for (let at = 0; at < edges.length;) {
      const node = sources[edges[at] ?? 0] ?? 0;
      const list: number[] = [];
      for (; at < edges.length && sources[edges[at] ?? 0] === node; at++)
        list.push(labels[edges[at] ?? 0] ?? 0);
      listOf[node] = numberOf(list);
      nodes.push(node);
    }
    return { nodes, listOf };
  };
}

/** Touched nodes by class, and in each class by their labels. */
function groupTouched({ classOf }: Partition, { nodes, listOf }: Touched): number[][][] {
  const order = (a: number, b: number): number =>
    (classOf[a] ?? 0) - (classOf[b] ?? 0) || (listOf[a] ?? 0) - (listOf[b] ?? 0);
  const classes: number[][][] = [];
  let last = -1;
  for (const node of nodes.sort(order)) {
    const groups = classOf[node] === classOf[last] ? classes.at(-1) : undefined;
    if (groups === undefined) classes.push([[node]]);
    else if (listOf[node] === listOf[last]) groups.at(-1)?.push(node);
    else groups.push([node]);
    last = node;
  }
  return classes;
}

/**
 * Refines a grouping until it is stable. O((n + m) log² n).
 * @param keys one for each node: nodes of different keys are told apart from the start
 * @param edges between nodes, as indices into `keys`; labels from 0 on
 * @returns the class of each node
 */
export function refinePartition(keys: readonly string[], edges: readonly LabelledEdge[]): Int32Array {
  const partition = groupByKey(keys);
  const touch = makeToucher(keys.length, indexByTarget(keys.length, edges));
  const queue = partition.start.map((_, number) => number);
  const isQueued = queue.map(() => true);
  const enqueue = (number: number): void => {
    if (isQueued[number] === true) return;
    isQueued[number] = true;
    queue.push(number);
  };
  const split = (groups: number[][]): void => {
    const number = partition.classOf[groups[0]?.[0] ?? 0] ?? 0;
    groups.sort((a, b) => b.length - a.length);
    const touched = groups.reduce((sum, group) => sum + group.length, 0);
    // Where every node has such an edge, the largest group stays what the class was.
    if (touched === partition.size[number]) groups.shift();
    const parts = [number, ...groups.map((group) => splitOff(partition, number, group))];
    if (parts.length === 1) return;
    const sizeOf = (part: number): number => partition.size[part] ?? 0;
    const largest = parts.reduce((best, part) => (sizeOf(part) > sizeOf(best) ? part : best), number);
    const isWhole = isQueued[number] !== true;
    for (const part of parts) if (!isWhole || part !== largest) enqueue(part);
  };
  for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
    isQueued[number] = false;
    const start = partition.start[number] ?? 0;
    const splitter = partition.order.slice(start, start + (partition.size[number] ?? 0));
    for (const groups of groupTouched(partition, touch(splitter))) split(groups);
  }
  return partition.classOf;
}
