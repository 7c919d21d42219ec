// Check `transitions-after-hangup`: a hangup that should lead on. The call is over there.
import { type Problem, atValue } from '../../rules/problem.ts';
import type { Check } from '../check.ts';

export const transitionsAfterHangup: Check = {
  id: 'transitions-after-hangup',
  severity: 'error',
  finds: 'a hangup with transitions, which no call can take',
  lookAtRule: ({ rule }) => {
    const problems: Problem[] = [];
    rule.payload.nodes.forEach(({ id, type, transitions }, index) => {
      if (type !== 'hangup') return;
      const [first] = transitions;
      if (first === undefined) return;
      const what =
        transitions.length === 1
          ? `the transition to ${JSON.stringify(first.target)} is`
          : `its ${transitions.length} transitions are`;
      problems.push({
        check: 'transitions-after-hangup',
        path: rule.path,
        message: `node ${JSON.stringify(id)} hangs up, and the call is over: ${what} never taken`,
        place: atValue(`/nodes/${index}/transitions`),
      });
    });
    return problems;
  },
};
