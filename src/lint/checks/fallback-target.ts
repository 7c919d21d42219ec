// Check `fallback-target`: a fallback that should send callers somewhere, and does not say where.
import { type Problem, atValue } from '../../rules/problem.ts';
import type { Check } from '../check.ts';

const MISSING = {
  queue: 'fallbackAction sends callers to a queue, but does not say to which: it has no target',
  transfer: 'fallbackAction transfers callers, but does not say where to: it has no target',
} as const;

export const fallbackTarget: Check = {
  id: 'fallback-target',
  severity: 'warning',
  finds: 'a fallback to a queue or a transfer that does not say to which',
  lookAtRule: ({ rule }): Problem[] => {
    const { type, target } = rule.payload.fallbackAction;
    if (type === 'hangup' || target !== undefined) return [];
    return [
      {
        check: 'fallback-target',
        path: rule.path,
        message: MISSING[type],
        place: atValue('/fallbackAction'),
      },
    ];
  },
};
