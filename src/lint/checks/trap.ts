// Check `trap`: a loop that no transition leads out of, so that a caller goes round until they hang up.
import { atValue } from '../../rules/problem.ts';
import type { Check } from '../check.ts';

const MOST_NODES_SHOWN = 20;

export const trap: Check = {
  id: 'trap',
  severity: 'error',
  finds: 'a loop from which no transition leads to an end of the call',
  lookAtRule: ({ rule, figures }) =>
    figures.traps.map((loop) => {
      const shown = loop
        .slice(0, MOST_NODES_SHOWN)
        .map((node) => JSON.stringify(figures.graph.ids[node] ?? ''));
      const more = loop.length > shown.length ? ` and ${loop.length - shown.length} more` : '';
      return {
        check: 'trap',
        path: rule.path,
        message: `callers who come to ${shown.join(', ')}${more} go round for ever: no transition leads on to a hangup, a queue, a transfer or a last node`,
        place: atValue(`/nodes/${loop[0] ?? 0}`),
      };
    }),
};
