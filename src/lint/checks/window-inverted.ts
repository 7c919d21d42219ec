// Check `window-inverted`: a window that ends where it starts, or before.
import { atValue } from '../../rules/problem.ts';
import { spellInstant } from '../../schedule/spell-span.ts';
import { isEmptyWindow, windowOf } from '../../schedule/window.ts';
import type { Check } from '../check.ts';

export const windowInverted: Check = {
  id: 'window-inverted',
  severity: 'error',
  finds: 'a rule that expires when it becomes effective, or before, and so is never in force',
  lookAtRule: ({ rule }) => {
    const { effectiveDate, expirationDate } = rule.payload;
    if (effectiveDate === undefined || expirationDate === undefined) return [];
    const window = windowOf(rule.payload);
    if (!isEmptyWindow(window)) return [];
    const [start, end] = [spellInstant(window.start), spellInstant(window.end)];
    const what =
      window.start === window.end
        ? `effectiveDate and expirationDate are one instant, ${start}`
        : `expirationDate ${end} is before effectiveDate ${start}`;
    const message = `${what}: the rule is never in force`;
    return [{ check: 'window-inverted', path: rule.path, message, place: atValue('/expirationDate') }];
  },
};
