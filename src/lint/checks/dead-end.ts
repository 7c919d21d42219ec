// Check `dead-end`: a node after which the call ends in the fallback, because nothing leads on.
import { type Problem, atValue } from '../../rules/problem.ts';
import { arrivalAt } from '../../simulate/decide-move.ts';
import type { Check } from '../check.ts';
import { describeFallback } from '../describe-fallback.ts';

export const deadEnd: Check = {
  id: 'dead-end',
  severity: 'info',
  finds: 'a greeting or dtmf without transitions, after which callers get the fallback',
  lookAtRule: ({ rule, figures }) => {
    const { nodes, fallbackAction } = rule.payload;
    // A rule of one announcement has nothing to lead on to: that the fallback follows is what it says.
    if (nodes.length === 1) return [];
    const problems: Problem[] = [];
    let lost: ReadonlySet<number> | undefined;
    nodes.forEach((node, index) => {
      if (node.transitions.length > 0 || arrivalAt(node) !== 'dead-end') return;
      lost ??= new Set(figures.unreachable);
      if (lost.has(index)) return;
      problems.push({
        check: 'dead-end',
        path: rule.path,
        message: `after node ${JSON.stringify(node.id)} callers ${describeFallback(fallbackAction)}: it has no transitions, so the fallback follows`,
        place: atValue(`/nodes/${index}`),
      });
    });
    return problems;
  },
};
