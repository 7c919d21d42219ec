// Nodes of a rule → graph.
import { indexNodes } from '../rules/index-nodes.ts';
import type { PayloadNode } from '../rules/rule.ts';
import type { Graph, UndefinedTarget } from './graph.ts';

/**
 * Builds the graph of a rule. Where two nodes share an id, targets mean the first; both stay nodes.
 * @param nodes at least one; the first is the entry
 */
export function buildGraph(nodes: readonly PayloadNode[]): Graph {
  const ids = nodes.map((node) => node.id);
  const indexOf = indexNodes(nodes);
  const edgeCount = nodes.reduce((sum, { transitions }) => sum + transitions.length, 0);
  const rows: number[] = [0];
  const targets: number[] = [];
  const undefinedTargets: UndefinedTarget[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const transitions = nodes[index]?.transitions ?? [];
    for (let transition = 0; transition < transitions.length; transition++) {
      const target = transitions[transition]?.target ?? '';
      const to = indexOf.get(target);
      if (to === undefined) undefinedTargets.push({ node: index, transition, target });
      else targets.push(to);
    }
    rows.push(targets.length);
  }
  return { ids, rows, targets, undefinedTargets, edgeCount };
}
