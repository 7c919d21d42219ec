// Check `duplicate-rule-name`: two files whose rules have one name. The name is the rule's identity.
import { type Problem, atValue } from '../../rules/problem.ts';
import type { Check } from '../check.ts';

export const duplicateRuleName: Check = {
  id: 'duplicate-rule-name',
  severity: 'error',
  finds: 'two rule files with one name',
  isFixed: true,
  lookAtAll: (subjects) => {
    const first = new Map<string, string>();
    return subjects.flatMap(({ rule }): Problem[] => {
      const { name } = rule.payload;
      const before = first.get(name);
      if (before === undefined) {
        first.set(name, rule.path);
        return [];
      }
      const message = `the name ${JSON.stringify(name)} is taken: ${JSON.stringify(before)} has it already, and a name can be deployed once only`;
      return [{ check: 'duplicate-rule-name', path: rule.path, message, place: atValue('/name') }];
    });
  },
};
