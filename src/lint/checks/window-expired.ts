// Check `window-expired`: an ACTIVE rule whose window is over.
import { type Problem, atValue } from '../../rules/problem.ts';
import { spellInstant } from '../../schedule/spell-span.ts';
import { windowOf } from '../../schedule/window.ts';
import type { Check } from '../check.ts';

export const windowExpired: Check = {
  id: 'window-expired',
  severity: 'warning',
  finds: 'an active rule whose window is over',
  lookAtTimelines: (timelines) =>
    timelines.flatMap(({ expired }) =>
      expired.map(({ path, payload }): Problem => {
        const message = `this rule expired at ${spellInstant(windowOf(payload).end)}: no caller meets it any more`;
        return { check: 'window-expired', path, message, place: atValue('/expirationDate') };
      }),
    ),
};
