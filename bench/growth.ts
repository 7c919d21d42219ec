// How the time for the figures of one rule grows with its nodes.
import { computeFigures } from '../src/graph/figures.ts';
import type { PayloadNode } from '../src/rules/rule.ts';
import { median } from './measure.ts';
import type { Result } from './result.ts';

const SIZES = [1000, 10_000, 100_000] as const;
const ROUNDS = 9;
/** Nodes of one natural loop. */
const LOOP = 100;

/** A reducible graph with four edges a node: three forward, never past the head of the next loop, and one back to its own. */
function makeNodes(count: number): PayloadNode[] {
  return Array.from({ length: count }, (_, node) => {
    const head = node - (node % LOOP);
    const next = Math.min(head + LOOP, count - 1);
    const targets = [node + 1, node + 3, node + 10].map((target) => Math.min(target, next));
    return {
      id: `node-${node}`,
      type: 'dtmf',
      transitions: [...targets, head].map((target, key) => ({
        condition: `press_${key}`,
        target: `node-${target}`,
      })),
    };
  });
}

function timeOnce(nodes: readonly PayloadNode[]): number {
  const start = performance.now();
  const { depth } = computeFigures(nodes);
  if (!depth.exact) throw new Error('the graph of the benchmark is reducible, but its depth is not exact');
  return performance.now() - start;
}

export function benchGrowth(): Result[] {
  const rules = SIZES.map(makeNodes);
  const times: number[][] = SIZES.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    rules.forEach((nodes, index) => times[index]?.push(timeOnce(nodes)));
  const took = times.map(median);
  const perNode = took.map((time, index) => (time * 1000) / (SIZES[index] ?? 1));
  const details = SIZES.map(
    (size, index) =>
      `${String(size).padStart(7)} nodes: ${(took[index] ?? 0).toFixed(1).padStart(7)} ms, ${(perNode[index] ?? 0).toFixed(2)} µs a node`,
  );
  return [1, 2].map((index) => ({
    name: `figures of ${SIZES[index]} nodes, a node, against ${SIZES[index - 1]}`,
    ratio: (perNode[index] ?? Number.NaN) / (perNode[index - 1] ?? Number.NaN),
    goal: { most: 2 },
    details:
      index === 1
        ? [`4 edges a node, loops of ${LOOP} nodes, middle of ${ROUNDS} rounds`, ...details]
        : ['as above'],
  }));
}
