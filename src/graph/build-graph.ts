// Nodes of a rule → graph.
import type { PayloadNode } from '../rules/rule.ts';
import type { Graph, UndefinedTarget } from './graph.ts';

/**
 * Builds the graph of a rule. Where two nodes share an id, targets mean the first; both stay nodes.
 * @param nodes at least one; the first is the entry
 */
export function buildGraph(nodes: readonly PayloadNode[]): Graph {
  const indexOf = new Map<string, number>();
  nodes.forEach((node, index) => {
    if (!indexOf.has(node.id)) indexOf.set(node.id, index);
  });
  const edgeCount = nodes.reduce((sum, node) => sum + node.transitions.length, 0);
  const rows = new Int32Array(nodes.length + 1);
  const targets = new Int32Array(edgeCount);
  const undefinedTargets: UndefinedTarget[] = [];
  let count = 0;
  nodes.forEach((node, index) => {
    node.transitions.forEach(({ target }, transition) => {
      const to = indexOf.get(target);
      if (to === undefined) undefinedTargets.push({ node: index, transition, target });
      else targets[count++] = to;
    });
    rows[index + 1] = count;
  });
  return {
    ids: nodes.map((node) => node.id),
    rows,
    targets: targets.slice(0, count),
    undefinedTargets,
    edgeCount,
  };
}
