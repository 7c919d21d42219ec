// Check `unknown-key`: a transition that waits for a key that no telephone has.
import { nearest } from '../../rules/nearest.ts';
import { type Problem, atValue } from '../../rules/problem.ts';
import type { Transition } from '../../rules/rule.ts';
import { bitOf, isKey, keyNameOf } from '../../simulate/condition.ts';
import type { Check } from '../check.ts';

/** What people call the keys, in small letters → the key. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['#', 'pound'],
  ['hash', 'pound'],
  ['pound', 'pound'],
  ['sharp', 'pound'],
  ['square', 'pound'],
  ['*', 'star'],
  ['asterisk', 'star'],
  ['star', 'star'],
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].flatMap(
    (word, digit) =>
      [
        [word, `${digit}`],
        [`${digit}`, `${digit}`],
      ] as const,
  ),
]);
/** Those in which a slip of the finger can be told. */
const WORDS = [...MEANT.keys()].filter((word) => word.length > 2);

/** What is wrong with the name of a key, and which one is probably meant. */
function explain(key: string): string {
  if (key === '') return 'it names no key';
  const isSeveral = /^[0-9*#]{2,}$/.test(key);
  if (isSeveral) return `no telephone has a key ${JSON.stringify(key)}: callers press one key at a time`;
  const word = key.trim().toLowerCase();
  const meant = MEANT.get(word) ?? MEANT.get(nearest(word, WORDS) ?? '');
  const hint = meant === undefined ? '' : `; did you mean "press_${meant}"?`;
  return `no telephone has a key ${JSON.stringify(key)}${hint}`;
}

function isUnknownKey({ condition }: Transition): boolean {
  return isKey(condition) && bitOf(condition) === 0;
}

export const unknownKey: Check = {
  id: 'unknown-key',
  severity: 'warning',
  finds: 'a transition on a key that no telephone has',
  lookAtRule: ({ rule }) => {
    const problems: Problem[] = [];
    rule.payload.nodes.forEach(({ id, type, transitions }, index) => {
      // What is wrong with the transitions of a hangup is that they are there: `transitions-after-hangup`.
      if (type === 'hangup' || !transitions.some(isUnknownKey)) return;
      transitions.forEach((transition, position) => {
        if (!isUnknownKey(transition)) return;
        const { condition } = transition;
        const what = `no caller can take the transition on ${JSON.stringify(condition)} of node ${JSON.stringify(id)}`;
        problems.push({
          check: 'unknown-key',
          path: rule.path,
          message: `${what}: ${explain(keyNameOf(condition))}`,
          place: atValue(`/nodes/${index}/transitions/${position}/condition`),
        });
      });
    });
    return problems;
  },
};
