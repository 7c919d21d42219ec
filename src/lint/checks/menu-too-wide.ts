// Check `menu-too-wide`: a menu with more keys than callers keep in mind.
import { type Problem, atValue } from '../../rules/problem.ts';
import { bitsOf, countKeys } from '../../simulate/condition.ts';
import type { Check } from '../check.ts';

export const menuTooWide: Check = {
  id: 'menu-too-wide',
  severity: 'warning',
  finds: 'a menu that offers more keys than callers keep in mind',
  lookAtRule: ({ rule }, { mostChoices }) => {
    const problems: Problem[] = [];
    rule.payload.nodes.forEach(({ id, type, transitions }, index) => {
      if (transitions.length <= mostChoices || (type !== 'dtmf' && type !== 'greeting')) return;
      const count = countKeys(bitsOf(transitions));
      if (count <= mostChoices) return;
      problems.push({
        check: 'menu-too-wide',
        path: rule.path,
        message: `node ${JSON.stringify(id)} offers ${count} keys, more than callers keep in mind; the limit is ${mostChoices}`,
        place: atValue(`/nodes/${index}/transitions`),
      });
    });
    return problems;
  },
};
