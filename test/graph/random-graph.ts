// Random small graphs, and graphs as nodes of a rule.
import fc from 'fast-check';
import type { PayloadNode } from '../../src/rules/rule.ts';
import type { Edges } from './naive.ts';

/** Graphs of 1 to `most` nodes with parallel edges and self-loops; most of the denser ones are irreducible. */
export function randomEdges(most: number): fc.Arbitrary<Edges> {
  return fc.integer({ min: 1, max: most }).chain((count) =>
    fc.array(fc.array(fc.integer({ min: 0, max: count - 1 }), { maxLength: 4 }), {
      minLength: count,
      maxLength: count,
    }),
  );
}

/** A node for each list of edges: `greeting` where it leads on, `hangup` where not, unless a type is asked for. */
export function nodesOf(edges: Edges, typeOf?: (node: number) => PayloadNode['type']): PayloadNode[] {
  return edges.map((targets, node) => ({
    id: `n${node}`,
    type: typeOf?.(node) ?? (targets.length > 0 ? 'dtmf' : 'hangup'),
    transitions: targets.map((target, index) => ({ condition: `press_${index}`, target: `n${target}` })),
  }));
}
