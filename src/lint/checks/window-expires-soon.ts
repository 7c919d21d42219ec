// Check `window-expires-soon`: an active rule that expires within the threshold, with none of its campaign after it.
import { type Problem, atValue } from '../../rules/problem.ts';
import { spellInstant } from '../../schedule/spell-span.ts';
import type { Check } from '../check.ts';

export const windowExpiresSoon: Check = {
  id: 'window-expires-soon',
  severity: 'warning',
  finds: 'an active rule that expires within 14 days and that no rule of its campaign follows',
  lookAtTimelines: (timelines, { soonDays }) =>
    timelines.flatMap(({ campaignId, expiringSoon, gaps }) => {
      // That a later rule leaves a gap is told by `window-gap`.
      const gapStarts = new Set(gaps.map(({ span }) => span.start));
      return expiringSoon
        .filter(({ at }) => !gapStarts.has(at))
        .map(({ rule, at }): Problem => {
          const message = `this rule expires at ${spellInstant(at)}, within ${soonDays} ${soonDays === 1 ? 'day' : 'days'}, and no rule of campaign ${JSON.stringify(campaignId)} follows`;
          return {
            check: 'window-expires-soon',
            path: rule.path,
            message,
            place: atValue('/expirationDate'),
          };
        });
    }),
};
