// What became of a call → words for people. Every text of a rule stands in quotes, as JSON writes it.
import type { Payload } from '../rules/rule.ts';
import { canonicalCondition } from './condition.ts';
import type { CallEnd, TakenTransition, Walk } from './walk.ts';

/** How many transitions of one call are told; of more the last. */
const MOST_TOLD = 20;

const quote = (text: string): string => JSON.stringify(text);

/** An input as it is, or in quotes where it is no plain word. */
function spellInput(input: string): string {
  return /^[\w-]+$/.test(input) ? input : quote(input);
}

function describeFallback(end: Extract<CallEnd, { in: 'fallback' }>, from: string): string {
  const { type, target } = end.action;
  const what = target === undefined ? type : `${type}, target ${quote(target)}`;
  const why = {
    'dead-end': 'which has no transitions',
    'no-match': `where nothing matches ${spellInput(end.input ?? '')}`,
    'undefined-target': 'from where it was led to a node that does not exist',
  }[end.because];
  return `it ended in the fallback (${what}) after ${quote(from)}, ${why}`;
}

/** How a call ended, after "but". */
export function describeEnd({ end, passed }: Walk): string {
  if (end.in === 'fallback') return describeFallback(end, passed.at(-1) ?? '');
  if (end.in === 'no-rule') return 'no rule was in force';
  if (end.in === 'abandoned')
    return `the caller, out of inputs and silent once already, hung up at ${quote(end.at)}`;
  if (end.in !== 'endless') return `it ended at ${quote(end.at)} (${end.in})`;
  return end.because === 'loop'
    ? `it goes round for ever: it came to ${quote(end.at)} again without an input between`
    : `it was given up at ${quote(end.at)}, after more steps than are followed`;
}

function describeTaking(rule: Pick<Payload, 'nodes'>, step: TakenTransition): string {
  if (step.input === undefined) return 'at once';
  const condition = rule.nodes[step.node]?.transitions[step.transition]?.condition ?? '';
  const told = step.isSilence === true ? 'silence' : spellInput(step.input);
  const isNamed = canonicalCondition(condition) === canonicalCondition(step.input);
  return isNamed ? told : `${told} as ${spellInput(condition)}`;
}

/** The way of a call step by step, such as `"root" –press_1→ "sales"`; of a long one the last steps. */
export function describeWay(rule: Pick<Payload, 'nodes'>, { passed, taken }: Walk): string {
  const from = Math.max(0, taken.length - MOST_TOLD);
  const before = from === 0 ? '' : `after ${from} steps `;
  const steps = taken.slice(from).map((step, index) => {
    const target = rule.nodes[step.node]?.transitions[step.transition]?.target ?? '';
    return ` –${describeTaking(rule, step)}→ ${quote(passed[from + index + 1] ?? target)}`;
  });
  return `${before}${quote(passed[from] ?? '')}${steps.join('')}`;
}
