// Check `trap`: a loop that no transition leads out of, so that a caller goes round until they hang up.
import { atValue } from '../../rules/problem.ts';
import { leadsToFallback } from '../../simulate/decide-move.ts';
import type { Check } from '../check.ts';
import { describeFallback } from '../describe-fallback.ts';

const MOST_NODES_SHOWN = 20;
const NO_WAY_OUT = 'no transition leads on to a hangup, a queue, a transfer or a last node';

export const trap: Check = {
  id: 'trap',
  severity: 'error',
  finds: 'a loop from which no transition leads to an end of the call',
  lookAtRule: ({ rule, figures }) =>
    figures.traps.map((loop) => {
      const { nodes, fallbackAction } = rule.payload;
      const members = loop.flatMap((node) => nodes[node] ?? []);
      const shown = members.slice(0, MOST_NODES_SHOWN).map(({ id }) => JSON.stringify(id));
      const more = loop.length > shown.length ? ` and ${loop.length - shown.length} more` : '';
      const fate = members.some(leadsToFallback)
        ? `go round until nothing matches what they do, and then ${describeFallback(fallbackAction)}`
        : 'go round for ever';
      return {
        check: 'trap',
        path: rule.path,
        message: `callers who come to ${shown.join(', ')}${more} ${fate}: ${NO_WAY_OUT}`,
        place: atValue(`/nodes/${loop[0] ?? 0}`),
      };
    }),
};
