// Check `duplicate-node-id`: two nodes of one rule with the same id.
import { type Problem, atValue } from '../../rules/problem.ts';
import type { Check } from '../check.ts';

export const duplicateNodeId: Check = {
  id: 'duplicate-node-id',
  severity: 'error',
  finds: 'two nodes of one rule with the same id',
  lookAtRule: ({ rule, figures }) => {
    const first = new Map<string, number>();
    return figures.graph.ids.flatMap((id, index): Problem[] => {
      const before = first.get(id);
      if (before === undefined) {
        first.set(id, index);
        return [];
      }
      const message = `node id ${JSON.stringify(id)} is taken: nodes[${before}] has it already`;
      return [{ check: 'duplicate-node-id', path: rule.path, message, place: atValue(`/nodes/${index}/id`) }];
    });
  },
};
