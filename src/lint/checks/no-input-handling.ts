// Check `no-input-handling`: a menu that leaves callers who press nothing, or another key, to the fallback.
import { listWords } from '../../rules/list-words.ts';
import { type Problem, atValue } from '../../rules/problem.ts';
import type { PayloadNode } from '../../rules/rule.ts';
import { bitsOf, countKeys, coversOtherKeys, coversSilence, isCustom } from '../../simulate/condition.ts';
import type { Check } from '../check.ts';
import { describeFallback } from '../describe-fallback.ts';

const MOST_NAMED = 4;

/** Whom a menu leaves to the fallback, and why; undefined where nobody, and where it is no menu. */
function explain({ id, type, transitions }: PayloadNode): { who: string; why: string } | undefined {
  if (type !== 'dtmf' && type !== 'greeting') return undefined;
  const bits = bitsOf(transitions);
  if (countKeys(bits) === 0) return undefined;
  const node = JSON.stringify(id);
  if (coversSilence(bits)) {
    if (coversOtherKeys(bits)) return undefined;
    return { who: `press another key at ${node}`, why: 'it has neither invalid nor default' };
  }
  if (coversOtherKeys(bits))
    return { who: `press nothing at ${node}`, why: 'it has neither timeout nor default' };
  return {
    who: `press nothing or another key at ${node}`,
    why: 'it has no timeout, no invalid and no default',
  };
}

/** Conditions of the tenant's own may mean the same; nobody but the tenant can say. */
function nameDoubt({ transitions }: PayloadNode): string {
  const own = transitions.map(({ condition }) => condition).filter(isCustom);
  if (own.length === 0) return '';
  const named = listWords(own, (condition) => JSON.stringify(condition), 'or', MOST_NAMED);
  return `; only the tenant knows whether ${named} covers that`;
}

export const noInputHandling: Check = {
  id: 'no-input-handling',
  severity: 'info',
  finds: 'a menu that does not say what happens to callers who press nothing, or another key',
  lookAtRule: ({ rule, figures }) => {
    const problems: Problem[] = [];
    let lost: ReadonlySet<number> | undefined;
    rule.payload.nodes.forEach((node, index) => {
      const found = explain(node);
      if (found === undefined) return;
      lost ??= new Set(figures.unreachable);
      if (lost.has(index)) return;
      problems.push({
        check: 'no-input-handling',
        path: rule.path,
        message: `callers who ${found.who} ${describeFallback(rule.payload.fallbackAction)}: ${found.why}${nameDoubt(node)}`,
        place: atValue(`/nodes/${index}/transitions`),
      });
    });
    return problems;
  },
};
