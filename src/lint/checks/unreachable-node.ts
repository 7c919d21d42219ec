// Check `unreachable-node`: a node that no caller can come to.
import { indexNodes } from '../../rules/index-nodes.ts';
import { atValue } from '../../rules/problem.ts';
import type { Check } from '../check.ts';

export const unreachableNode: Check = {
  id: 'unreachable-node',
  severity: 'warning',
  finds: 'a node that no way from the entry leads to',
  lookAtRule: ({ rule, figures }) => {
    if (figures.unreachable.length === 0) return [];
    const { ids } = figures.graph;
    // That no way leads to the second of two nodes with one id follows from `duplicate-node-id`.
    const first = indexNodes(rule.payload.nodes);
    const own = figures.unreachable.filter((node) => first.get(ids[node] ?? '') === node);
    return own.map((node) => ({
      check: 'unreachable-node',
      path: rule.path,
      message: `no caller can reach node ${JSON.stringify(figures.graph.ids[node] ?? '')}: no way leads to it from the entry ${JSON.stringify(figures.graph.ids[0] ?? '')}`,
      place: atValue(`/nodes/${node}/id`),
    }));
  },
};
