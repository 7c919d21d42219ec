// Every figure against trying everything, on many small random graphs of which it is counted what kind they are.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../src/graph/figures.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import * as naive from './naive.ts';
import { nodesOf } from './random-graph.ts';

type Kind = 'acyclic' | 'reducible' | 'irreducible';

/** What stays cyclic after the back edges of natural loops are taken away is irreducible; by removing nodes in turn. */
function kindOf(edges: naive.Edges): Kind {
  const reached = naive.reachable(edges, 0);
  const part = edges.map((targets, node) => (reached.has(node) ? targets : []));
  if (naive.loops(part).length === 0) return 'acyclic';
  const forward = part.map((targets, node) => targets.filter((to) => !naive.dominates(edges, to, node)));
  return naive.loops(forward).length === 0 ? 'reducible' : 'irreducible';
}

/** A target of -1 is an id that no node has. */
function checkFigures(edges: naive.Edges): void {
  const figures = computeFigures(nodesOf(edges));
  const defined = edges.map((targets) => targets.filter((target) => target >= 0));
  const reached = naive.reachable(defined, 0);
  const loops = naive.loops(defined);
  const isEnd = (node: number): boolean => edges[node]?.length === 0;
  expect(figures.depth).toMatchObject({ exact: true, depth: naive.longestSimplePath(defined) });
  expect(figures.loops).toEqual(loops);
  expect(figures.traps).toEqual(
    loops.filter(([node = 0]) => ![...naive.reachable(defined, node)].some(isEnd)),
  );
  expect(figures.unreachable).toEqual([...edges.keys()].filter((node) => !reached.has(node)));
  expect(figures.undefinedTargets.map(({ node }) => node)).toEqual(
    edges.flatMap((targets, node) => targets.filter((target) => target < 0).map(() => node)),
  );
  expect(figures.graph.edgeCount).toBe(edges.flat().length);
}

const MOST_NODES = 10;
const count = fc.integer({ min: 2, max: MOST_NODES });

/** Anything: parallel edges, self-loops, unreachable parts, missing targets. */
const anything = count.chain((nodes) =>
  fc.array(fc.array(fc.integer({ min: -1, max: nodes - 1 }), { maxLength: 3 }), {
    minLength: nodes,
    maxLength: nodes,
  }),
);

/** Edges forward, and back edges to dominators: natural loops only. */
const reducible = fc
  .array(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: MOST_NODES,
  })
  .map((rows): naive.Edges => {
    const forward = rows.map((row, node) =>
      row.flatMap(([pick, isBack]) => {
        const after = rows.length - 1 - node;
        return isBack || after === 0 ? [] : [node + 1 + (pick % Math.min(after, 3))];
      }),
    );
    return forward.map((targets, node) => {
      const above = [...forward.keys()].filter((other) => naive.dominates(forward, other, node));
      const back = rows[node]?.filter(([, isBack]) => isBack && above.length > 0) ?? [];
      return [...targets, ...back.map(([pick]) => above[pick % above.length] ?? 0)];
    });
  });

/** A loop that the entry leads into at two nodes, and anything besides. */
const irreducible = anything.map((edges): naive.Edges => {
  const nodes = edges.length + 1;
  const more = edges.map((targets) => targets.map((target) => (target < 0 ? -1 : target + 1)));
  if (more.length < 2) return [[1], ...more];
  return [[1, 2], [2, ...(more[0] ?? [])], [1, nodes - 1, ...(more[1] ?? [])], ...more.slice(2)];
});

describe('the figures of small graphs are those of trying everything', () => {
  it.each<[string, fc.Arbitrary<naive.Edges>, Partial<Record<Kind, number>>]>([
    ['any graphs', anything, { acyclic: 200, reducible: 300, irreducible: 50 }],
    ['reducible graphs', reducible, { reducible: 1000 }],
    ['irreducible graphs', irreducible, { irreducible: 1000 }],
  ])('%s', (_, graphs, atLeast) => {
    const seen: Record<Kind, number> = { acyclic: 0, reducible: 0, irreducible: 0 };
    fc.assert(
      fc.property(graphs, (edges) => {
        seen[kindOf(edges.map((targets) => targets.filter((target) => target >= 0)))]++;
        checkFigures(edges);
      }),
      { numRuns: 2000, seed: 20_271_106 },
    );
    // Mutation testing cuts the cases short, and then there are fewer of each kind.
    const isCutShort = fc.readConfigureGlobal().interruptAfterTimeLimit !== undefined;
    for (const kind of ['acyclic', 'reducible', 'irreducible'] as const)
      if (!isCutShort) expect(seen[kind], kind).toBeGreaterThanOrEqual(atLeast[kind] ?? 0);
    if (graphs === reducible) expect(seen.irreducible).toBe(0);
  });
});

const flows = new URL('../../../shared/corpus/flows/', import.meta.url);

/** As the naive search, but it gives up after so many steps. */
function longestWithin(edges: naive.Edges, steps: number): number | undefined {
  let left = steps;
  const onPath = new Set<number>();
  const visit = (node: number): number => {
    onPath.add(node);
    let best = 0;
    for (const next of new Set(edges[node]))
      if (left-- > 0 && !onPath.has(next)) best = Math.max(best, 1 + visit(next));
    onPath.delete(node);
    return best;
  };
  const longest = visit(0);
  return left > 0 ? longest : undefined;
}

if (!existsSync(flows)) console.warn('SKIPPED: the corpus is not beside the repository (../shared/corpus).');

describe.skipIf(!existsSync(flows))('the published call flows', () => {
  it('have the depth that trying every path gives, wherever that ends', () => {
    let compared = 0;
    let exact = 0;
    const files = readdirSync(flows).toSorted();
    for (const file of files) {
      const { rules } = loadRules([{ path: file, bytes: readFileSync(new URL(file, flows)) }]);
      const nodes = rules[0]?.payload.nodes ?? [];
      const { graph, depth } = computeFigures(nodes);
      if (depth.exact) exact++;
      const edges = nodes.map((_, node) => graph.targets.slice(graph.rows[node], graph.rows[node + 1]));
      const truth = longestWithin(edges, 100_000);
      if (truth === undefined) continue;
      compared++;
      expect({ file, depth: depth.depth, exact: depth.exact }).toEqual({ file, depth: truth, exact: true });
    }
    console.info(`compared ${compared} of ${files.length} flows by brute force; ${exact} are exact`);
    expect(compared).toBeGreaterThan(files.length / 2);
  });
});
