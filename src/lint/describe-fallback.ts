// What callers get whom no transition leads on, in words for a finding's sentence.
import type { FallbackAction } from '../rules/rule.ts';

/** The fallback after "callers", such as `are sent to queue "agents"`. */
export function describeFallback({ type, target }: FallbackAction): string {
  if (type === 'hangup') return 'are hung up on';
  if (type === 'queue')
    return target === undefined
      ? 'are sent to a queue that is not named'
      : `are sent to queue ${JSON.stringify(target)}`;
  return target === undefined
    ? 'are transferred without being told where to'
    : `are transferred to ${JSON.stringify(target)}`;
}
