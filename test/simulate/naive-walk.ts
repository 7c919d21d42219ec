// One call by the letter of INTERFACE sections 1 and 10, one event after the other, to compare the real code with.
import type { Payload } from '../../src/rules/rule.ts';

interface NaiveWalk {
  readonly in: string;
  readonly at: string;
  readonly passed: readonly string[];
  readonly heard: readonly string[];
  readonly usedInputs: number;
}

const SAME: Readonly<Record<string, string>> = {
  press_hash: 'press_pound',
  no_match: 'invalid',
  next: 'default',
};
const word = (condition: string): string => SAME[condition] ?? condition;

/** Which conditions may answer an input at a menu, the best first. */
function answers(input: string): string[] {
  if (['timeout', 'invalid', 'default'].includes(input)) return [...new Set([input, 'default'])];
  return input.startsWith('press_') ? [input, 'invalid', 'default'] : [input, 'default'];
}

/** Which conditions may answer an input at a queue or transfer. */
function answersOfHandOver(input: string): string[] {
  const isOfTheTenant = !['timeout', 'invalid', 'default'].includes(input) && !input.startsWith('press_');
  return isOfTheTenant ? [input, 'default'] : [input];
}

/** Calls; a caller who has nothing more to do is silent once and then hangs up. */
export function walkNaively(rule: Payload, inputs: readonly string[]): NaiveWalk {
  const events = [...inputs.map(word), 'SILENCE'];
  const passed: string[] = [];
  const heard: string[] = [];
  const stop = (how: string, at: string): NaiveWalk => ({
    in: how,
    at,
    passed,
    heard,
    usedInputs: Math.min(inputs.length, inputs.length + 1 - events.length),
  });
  let id = rule.nodes[0]?.id;
  let unheard = 0;
  for (;;) {
    const node = rule.nodes.find((other) => other.id === id);
    if (node === undefined) return stop('fallback', rule.fallbackAction.target ?? passed.at(-1) ?? '');
    passed.push(node.id);
    heard.push(...(node.mediaAssetId === undefined ? [] : [node.mediaAssetId]));
    // More nodes in a row than there are, with no event between: one of them came twice.
    const since = passed.slice(passed.length - unheard - 1);
    if (new Set(since).size < since.length) return stop('endless', node.id);
    unheard++;
    const take = (wanted: readonly string[]): string | undefined => {
      const found = wanted.flatMap((want) =>
        node.transitions.filter(({ condition }) => word(condition) === want),
      );
      return found[0]?.target;
    };
    if (node.type === 'hangup') return stop('hangup', node.id);
    if (node.type === 'queue' || node.type === 'transfer') {
      const [event] = events;
      const target = event === undefined || event === 'SILENCE' ? undefined : take(answersOfHandOver(event));
      if (target === undefined) return stop(node.type, node.id);
      events.shift();
      unheard = 0;
      id = target;
    } else if (node.transitions.length === 0) {
      return stop('fallback', rule.fallbackAction.target ?? node.id);
    } else if (node.transitions.every(({ condition }) => word(condition) === 'default')) {
      id = node.transitions[0]?.target;
    } else {
      const event = events.shift();
      if (event === undefined) return stop('abandoned', node.id);
      const target = take(answers(event === 'SILENCE' ? 'timeout' : event));
      if (target === undefined) return stop('fallback', rule.fallbackAction.target ?? node.id);
      unheard = 0;
      id = target;
    }
  }
}
