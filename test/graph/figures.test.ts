import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build-graph.ts';
import { findDepth } from '../../src/graph/depth.ts';
import { findDominators } from '../../src/graph/dominators.ts';
import { computeFigures } from '../../src/graph/figures.ts';
import { successors } from '../../src/graph/graph.ts';
import * as naive from './naive.ts';
import { nodesOf, randomEdges } from './random-graph.ts';

const RUNS = { numRuns: 1500, seed: 20_271_101 };

function expectSimplePath(edges: naive.Edges, path: readonly number[]): void {
  expect(path[0]).toBe(0);
  expect(new Set(path).size).toBe(path.length);
  path.slice(1).forEach((node, index) => expect(edges[path[index] ?? -1]).toContain(node));
}

describe('depth', () => {
  it('is the longest simple path on random graphs, reducible or not', () => {
    fc.assert(
      fc.property(randomEdges(8), (edges) => {
        const found = findDepth(buildGraph(nodesOf(edges)));
        expect(found.exact).toBe(true);
        expect(found.depth).toBe(naive.longestSimplePath(edges));
        expect(found.path.length - 1).toBe(found.depth);
        expectSimplePath(edges, found.path);
      }),
      RUNS,
    );
  });

  it('with a spent budget still reports a path that exists and a bound that holds', () => {
    fc.assert(
      fc.property(randomEdges(8), fc.integer({ min: 0, max: 12 }), (edges, budget) => {
        const found = findDepth(buildGraph(nodesOf(edges)), budget);
        const truth = naive.longestSimplePath(edges);
        expect(found.depth).toBeLessThanOrEqual(truth);
        expect(found.upperBound).toBeGreaterThanOrEqual(truth);
        expect(found.path.length - 1).toBe(found.depth);
        expectSimplePath(edges, found.path);
        if (found.exact) expect(found.depth).toBe(truth);
      }),
      RUNS,
    );
  });

  it('counts a retry loop once: the caller hears nothing twice', () => {
    const figures = computeFigures(nodesOf([[1], [0, 2], []]));
    expect(figures.depth).toMatchObject({ depth: 2, exact: true, path: [0, 1, 2] });
  });

  it('does not overflow on a chain of 100,000 nodes with loops back', () => {
    const edges = Array.from({ length: 100_000 }, (_, node) => [Math.min(node + 1, 99_999), 0, node >> 1]);
    expect(findDepth(buildGraph(nodesOf(edges)))).toMatchObject({ depth: 99_999, exact: true });
  });

  it('does not overflow on one irreducible loop of 100,000 nodes', () => {
    const edges = Array.from({ length: 100_000 }, (_, node) =>
      node === 0 ? [1, 50_000] : [1 + (node % 99_999)],
    );
    expect(findDepth(buildGraph(nodesOf(edges)))).toMatchObject({ depth: 99_999, exact: true });
  });
});

describe('dominators', () => {
  it('agree with removing each node in turn', () => {
    fc.assert(
      fc.property(randomEdges(9), (edges) => {
        const { dominates } = findDominators(buildGraph(nodesOf(edges)));
        edges.forEach((_, a) =>
          edges.forEach((_unused, b) => expect(dominates(a, b)).toBe(naive.dominates(edges, a, b))),
        );
      }),
      { ...RUNS, numRuns: 1500 },
    );
  });
});

describe('loops, traps and reachability', () => {
  it('agree with mutual reachability', () => {
    fc.assert(
      fc.property(randomEdges(8), (edges) => {
        const figures = computeFigures(nodesOf(edges));
        expect(figures.loops).toEqual(naive.loops(edges));
        const canEnd = (node: number): boolean => (edges[node]?.length ?? 0) === 0;
        const traps = naive
          .loops(edges)
          .filter((loop) => ![...naive.reachable(edges, loop[0] ?? 0)].some(canEnd));
        expect(figures.traps).toEqual(traps);
        const reached = naive.reachable(edges, 0);
        expect(figures.unreachable).toEqual(edges.flatMap((_, node) => (reached.has(node) ? [] : [node])));
      }),
      RUNS,
    );
  });

  it('a queue that goes on when busy is no trap, for it ends the call where all goes well', () => {
    const figures = computeFigures(nodesOf([[1], [0]], (node) => (node === 1 ? 'queue' : 'greeting')));
    expect(figures.loops).toEqual([[0, 1]]);
    expect(figures.traps).toEqual([]);
  });
});

describe('the graph', () => {
  it('keeps parallel edges, and takes the first of two nodes with one id', () => {
    const graph = buildGraph([
      {
        id: 'a',
        type: 'dtmf',
        transitions: [
          { condition: 'press_1', target: 'b' },
          { condition: 'press_2', target: 'b' },
        ],
      },
      { id: 'b', type: 'hangup', transitions: [] },
      { id: 'b', type: 'queue', transitions: [{ condition: 'busy', target: 'gone' }] },
    ]);
    expect([...successors(graph, 0)]).toEqual([1, 1]);
    expect(graph.edgeCount).toBe(3);
    expect(graph.undefinedTargets).toEqual([{ node: 2, transition: 0, target: 'gone' }]);
  });
});
