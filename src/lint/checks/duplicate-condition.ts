// Check `duplicate-condition`: two transitions of one node for the same thing that a caller does.
import { type Problem, atValue } from '../../rules/problem.ts';
import type { PayloadNode, Transition } from '../../rules/rule.ts';
import { bitOf, canonicalCondition } from '../../simulate/condition.ts';
import type { Check } from '../check.ts';

/** Whether a condition may come twice; sure where it says no. It costs no memory, and nearly always says no. */
function mayRepeat(transitions: readonly Transition[]): boolean {
  let seen = 0;
  let own: string | undefined;
  let others = 0;
  for (const { condition } of transitions) {
    const bit = bitOf(condition);
    if ((seen & bit) !== 0 || condition === own) return true;
    seen |= bit;
    if (bit !== 0) continue;
    own = condition;
    others++;
  }
  // Of two conditions that have no bit, the second was compared with the first; of more, not all with all.
  return others > 2;
}

/** What is wrong with the second of two transitions. */
function explain(node: string, second: Transition, first: Transition, firstIndex: number): string {
  const as =
    first.condition === second.condition
      ? ''
      : ` on ${JSON.stringify(first.condition)}, which means the same`;
  const what = `on ${JSON.stringify(second.condition)} node ${JSON.stringify(node)} leads to ${JSON.stringify(second.target)}`;
  return first.target === second.target
    ? `${what} twice: transitions[${firstIndex}] does so already${as}`
    : `${what}, but transitions[${firstIndex}] leads to ${JSON.stringify(first.target)} already${as}`;
}

function lookAtNode(node: PayloadNode, path: string, pointer: string, problems: Problem[]): void {
  const firstOf = new Map<string, number>();
  node.transitions.forEach((transition, index) => {
    const condition = canonicalCondition(transition.condition);
    const firstIndex = firstOf.get(condition);
    const first = firstIndex === undefined ? undefined : node.transitions[firstIndex];
    if (firstIndex === undefined || first === undefined) {
      firstOf.set(condition, index);
      return;
    }
    const isHarmless = first.target === transition.target;
    problems.push({
      check: 'duplicate-condition',
      path,
      message: explain(node.id, transition, first, firstIndex),
      place: atValue(`${pointer}/transitions/${index}${isHarmless ? '' : '/condition'}`),
      ...(isHarmless ? { severity: 'warning' } : {}),
    });
  });
}

export const duplicateCondition: Check = {
  id: 'duplicate-condition',
  severity: 'error',
  finds: 'two transitions of one node with the same condition',
  lookAtRule: ({ rule }) => {
    const problems: Problem[] = [];
    rule.payload.nodes.forEach((node, index) => {
      // What is wrong with the transitions of a hangup is that they are there: `transitions-after-hangup`.
      if (node.transitions.length < 2 || node.type === 'hangup' || !mayRepeat(node.transitions)) return;
      lookAtNode(node, rule.path, `/nodes/${index}`, problems);
    });
    return problems;
  },
};
