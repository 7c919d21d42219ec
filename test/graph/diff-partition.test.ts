import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelledEdge, refinePartition } from '../../src/graph/diff-partition.ts';

/** Rounds of new colours, each made of a node's colour and those of its targets, until there are no more. */
function refineNaively(keys: readonly string[], edges: readonly LabelledEdge[]): number[] {
  const number = (texts: readonly string[]): number[] => texts.map((text) => texts.indexOf(text));
  let colours = number(keys);
  for (let count = -1; new Set(colours).size !== count;) {
    count = new Set(colours).size;
    const spell = (node: number): string[] =>
      edges
        .filter(({ from }) => from === node)
        .map(({ label, to }) => `${label}:${colours[to]}`)
        .toSorted();
    colours = number(colours.map((colour, node) => `${colour} ${spell(node).join()}`));
  }
  return colours;
}

describe('the refined partition', () => {
  it('is that of naive rounds', () => {
    const graph = fc.integer({ min: 1, max: 12 }).chain((count) => {
      const node = fc.integer({ min: 0, max: count - 1 });
      const edge = fc.record({ from: node, to: node, label: fc.integer({ min: 0, max: 2 }) });
      return fc.tuple(
        fc.array(fc.constantFrom('a', 'a', 'a', 'b'), { minLength: count, maxLength: count }),
        fc.array(edge, { maxLength: 24 }),
      );
    });
    fc.assert(
      fc.property(graph, ([keys, edges]) => {
        const classes = [...refinePartition(keys, edges)];
        const first = classes.map((number) => classes.indexOf(number));
        expect(first).toEqual(refineNaively(keys, edges));
      }),
      { numRuns: 3000, seed: 20_271_104 },
    );
  });
});
