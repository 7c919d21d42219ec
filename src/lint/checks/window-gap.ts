// Check `window-gap`: a span between two windows of a campaign in which no rule is in force.
import { type Problem, atValue } from '../../rules/problem.ts';
import { nameRule } from '../../schedule/name-rule.ts';
import { spellSpan } from '../../schedule/spell-span.ts';
import type { Check } from '../check.ts';

export const windowGap: Check = {
  id: 'window-gap',
  severity: 'warning',
  finds: 'a span between two windows of a campaign in which no rule is in force',
  lookAtTimelines: (timelines) =>
    timelines.flatMap(({ campaignId, gaps }) =>
      gaps.flatMap(({ span, after, before }): Problem[] => {
        const [last] = after;
        const [next] = before;
        if (last === undefined || next === undefined) return [];
        const message = `no rule of campaign ${JSON.stringify(campaignId)} is in force ${spellSpan(span)}, after ${nameRule(last)} and before this rule`;
        return [{ check: 'window-gap', path: next.path, message, place: atValue('/effectiveDate') }];
      }),
    ),
};
