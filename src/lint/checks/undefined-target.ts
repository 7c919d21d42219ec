// Check `undefined-target`: a transition to a node that the rule does not have.
import { didYouMean } from '../../rules/nearest.ts';
import { atValue } from '../../rules/problem.ts';
import type { Check } from '../check.ts';

/** A hint compares a target with every id, so only so many of a rule's targets get one. */
const MOST_HINTS = 20;

export const undefinedTarget: Check = {
  id: 'undefined-target',
  severity: 'error',
  finds: 'a transition to a node that does not exist',
  lookAtRule: ({ rule, figures }) =>
    figures.undefinedTargets.map(({ node, transition, target }, index) => {
      const { id, transitions } = rule.payload.nodes[node] ?? { id: '', transitions: [] };
      const condition = transitions[transition]?.condition ?? '';
      const hint = index < MOST_HINTS ? didYouMean(target, figures.graph.ids) : '';
      const what =
        target === ''
          ? 'nowhere: its target is empty'
          : `to ${JSON.stringify(target)}, which no node has as its id`;
      return {
        check: 'undefined-target',
        path: rule.path,
        message: `on ${JSON.stringify(condition)} node ${JSON.stringify(id)} leads ${what}${hint}`,
        place: atValue(`/nodes/${node}/transitions/${transition}/target`),
      };
    }),
};
