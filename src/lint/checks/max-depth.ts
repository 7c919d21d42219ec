// Check `max-depth`: a caller's way through the rule that is too long.
import { atValue } from '../../rules/problem.ts';
import type { Check } from '../check.ts';

const MOST_NODES_SHOWN = 40;

/** A path as text; a long one is cut in its middle, and says by how much. */
function spellPath(ids: readonly string[]): string {
  if (ids.length <= MOST_NODES_SHOWN) return ids.join(' → ');
  const half = MOST_NODES_SHOWN / 2;
  const left = ids.length - MOST_NODES_SHOWN;
  return [...ids.slice(0, half), `(${left} more)`, ...ids.slice(-half)].join(' → ');
}

export const maxDepth: Check = {
  id: 'max-depth',
  severity: 'error',
  finds: 'a rule whose longest way without repetition has more transitions than `max-depth` allows',
  lookAtRule: ({ rule, figures }, settings) => {
    const { depth, upperBound, path } = figures.depth;
    const limit = settings.maxDepth;
    if (upperBound <= limit) return [];
    const isProved = depth > limit;
    const way = spellPath(path.map((node) => figures.graph.ids[node] ?? ''));
    const message = isProved
      ? `the longest way has ${depth} transitions, the limit is ${limit}: ${way}`
      : `the longest way found has ${depth} transitions, but one of up to ${upperBound} could not be ruled out; the limit is ${limit}`;
    const last = path.at(-1) ?? 0;
    return [
      {
        check: 'max-depth',
        path: rule.path,
        message,
        place: atValue(`/nodes/${last}`),
        ...(isProved ? {} : { severity: 'warning' as const }),
      },
    ];
  },
};
