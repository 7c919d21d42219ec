// What the pictures and tables of a report call the types of nodes.
import type { FallbackAction, PayloadNode } from '../rules/rule.ts';

export const NODE_WORDS: Readonly<Record<PayloadNode['type'], string>> = {
  greeting: 'greeting',
  dtmf: 'menu',
  queue: 'queue',
  transfer: 'transfer',
  hangup: 'hang up',
};

/** What callers get for whom nothing matches, such as `queue night`. */
export function spellFallback({ type, target }: FallbackAction): string {
  return target === undefined ? NODE_WORDS[type] : `${NODE_WORDS[type]} ${target}`;
}
