// Graphs made to be hard for the depth: what is reported stays true, and the budget bounds the work.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build-graph.ts';
import { type Depth, findDepth } from '../../src/graph/depth.ts';
import { type Component, type LongestPath, searchComponent } from '../../src/graph/search-component.ts';
import { walkComponent } from '../../src/graph/walk-component.ts';
import { type Edges, longestSimplePath } from './naive.ts';
import { nodesOf, randomEdges } from './random-graph.ts';

function depthOf(edges: Edges, budget?: number): Depth {
  const found = findDepth(buildGraph(nodesOf(edges)), budget);
  expect(found.exact).toBe(found.depth === found.upperBound);
  expect(found.depth).toBeLessThanOrEqual(found.upperBound);
  expect(found.path).toHaveLength(found.depth + 1);
  expect(found.path[0]).toBe(0);
  expect(new Set(found.path).size).toBe(found.path.length);
  found.path.slice(1).forEach((node, at) => expect(edges[found.path[at] ?? -1]).toContain(node));
  return found;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Every node leads to every other, and the entry to all of them. */
const complete = (count: number): Edges =>
  range(count).map((node) => range(count).filter((other) => other !== node));

/** Node 0, then the irreducible loops one after the other: each of `size` nodes is entered at two of them. */
function chainOfLoops(loops: number, size: number): Edges {
  const edges: number[][] = [[1, 2]];
  for (const loop of range(loops)) {
    const first = 1 + loop * size;
    for (const at of range(size)) edges.push([first + ((at + 1) % size), first + ((at + size - 1) % size)]);
    if (loop + 1 < loops) edges[first + size - 1]?.push(first + size, first + size + 1);
  }
  return edges;
}

/** A fixed sequence that looks random (a linear congruence), so that the cases are the same everywhere. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Menus that lead on to one of the next four nodes, some back to any before, some to anywhere. */
function menus(count: number, seed: number): Edges {
  const roll = dice(seed);
  return range(count).map((node) => [
    ...range(1 + roll(3)).map(() => Math.min(count - 1, node + 1 + roll(4))),
    ...(roll(2) === 0 ? [roll(node + 1)] : []),
    ...(roll(3) === 0 ? [roll(count)] : []),
  ]);
}

describe('the depth of nasty graphs', () => {
  it.each<[string, Edges, number]>([
    ['two interlocked loops, entered at two nodes', [[1, 3], [2], [3, 1], [4], [1, 5], []], 5],
    ['a loop of two, entered at both', [[1, 2], [2], [1]], 2],
    ['a complete digraph of 12 nodes', complete(12), 11],
    ['a complete digraph of 100 nodes', complete(100), 99],
    ['a chain of 40 loops of 5 nodes', chainOfLoops(40, 5), 40 * 5],
    [
      'a core of 19 nodes of which 5 lead nowhere else',
      [
        range(19).map((node) => node + 1),
        ...complete(14).map((targets) => [...targets.map((node) => node + 1), 15, 16, 17, 18, 19]),
        [],
        [],
        [],
        [],
        [],
      ],
      15,
    ],
  ])('%s is exact', (_, edges, depth) => {
    expect(depthOf(edges)).toMatchObject({ depth, exact: true, upperBound: depth });
  });

  it('of 60 random menus of 30 nodes with jumps is exact', () => {
    for (const seed of range(60)) expect(depthOf(menus(30, seed)).exact).toBe(true);
  });

  it.each<[string, Edges]>([
    ['200 menus with jumps', menus(200, 1)],
    ['2,000 menus with jumps', menus(2000, 2)],
    [
      'a complete digraph of 400 nodes with 100 ends',
      [
        ...complete(400).map((targets, node) => [...targets, 400 + (node % 100)]),
        ...range(100).map(() => []),
      ],
    ],
    [
      '20,000 nodes in one loop with 10,000 entries',
      [
        range(10_000).map((node) => 1 + 2 * node),
        ...range(20_000).map((node) => [1 + ((node + 1) % 20_000), 1 + ((node * 7 + 3) % 20_000)]),
      ],
    ],
  ])('costs the budget at most: %s', (_, edges) => {
    const start = performance.now();
    depthOf(edges);
    // Twenty times what it takes where nothing else runs.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('gets no worse with a larger budget', () => {
    const edges = menus(60, 5);
    const found = [0, 1000, 30_000, 1_000_000].map((budget) => depthOf(edges, budget));
    for (const at of [1, 2, 3]) {
      expect(found[at]?.depth).toBeGreaterThanOrEqual(found[at - 1]?.depth ?? 0);
      expect(found[at]?.upperBound).toBeLessThanOrEqual(found[at - 1]?.upperBound ?? 0);
    }
  });
});

/** The longest way from a node through a component and out of it, by trying every one. */
function longestNaively({ successors, wayOut }: Component, start: number): number {
  const onPath = new Set<number>();
  const visit = (node: number): number => {
    onPath.add(node);
    let best = wayOut[node] ?? 0;
    for (const next of successors[node] ?? []) if (!onPath.has(next)) best = Math.max(best, 1 + visit(next));
    onPath.delete(node);
    return best;
  };
  return visit(start);
}

describe('the two searches of a component', () => {
  const component = fc
    .tuple(randomEdges(8), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }))
    .map(([edges, ways]): Component => {
      const successors = edges.map((targets, node) =>
        [...new Set(targets)].filter((target) => target !== node),
      );
      const wayOut = successors.map((_, node) => ways[node] ?? 0);
      const edgeCount = successors.reduce((sum, targets) => sum + targets.length, 0);
      return { successors, wayOut, edgeCount, ceiling: successors.length - 1 + Math.max(...wayOut) };
    });

  it.each<[string, typeof searchComponent]>([
    ['remembering', searchComponent],
    ['depth first', walkComponent],
  ])('%s: exact with a budget, true without', (_, search) => {
    fc.assert(
      fc.property(component, fc.integer({ min: 0, max: 60 }), (graph, budget) => {
        const truth = longestNaively(graph, 0);
        expect(search(graph, 0, { left: 1_000_000 })).toMatchObject({ length: truth, bound: truth });
        const found: LongestPath = search(graph, 0, { left: budget });
        expect(found.length).toBeLessThanOrEqual(truth);
        expect(found.bound).toBeGreaterThanOrEqual(truth);
        expect(found.length).toBe(found.path.length - 1 + (graph.wayOut[found.path.at(-1) ?? 0] ?? 0));
      }),
      { numRuns: 1500, seed: 20_271_105 },
    );
  });

  it('agree with the naive search on complete digraphs', () => {
    expect(depthOf(complete(7)).depth).toBe(longestSimplePath(complete(7)));
  });
});
