// The inputs that lead callers to a place, in words: `callers who press 1, then 2 or 3`.
import { listWords } from '../rules/list-words.ts';
import type { PayloadNode } from '../rules/rule.ts';
import type { Difference, Place } from './collect-differences.ts';
import type { Comparison } from './compare-versions.ts';
import { DEFAULT, INVALID, TIMEOUT, isKey, keyNameOf } from './condition.ts';
import { arrivalAt } from './decide-move.ts';
import { namesInput } from './list-inputs.ts';
import { inputsAt } from './walk-both.ts';

/** Of a longer way only the last step is told, and where it is taken. */
const MOST_STEPS = 4;
const MOST_INPUTS = 12;

const quote = (text: string): string => JSON.stringify(text);

const NODE_WORDS = {
  greeting: 'greeting',
  dtmf: 'menu',
  queue: 'queue',
  transfer: 'transfer',
  hangup: 'hangup',
};

/** A node as sentences call it, such as `menu "main"`. */
export function nameNode(node: PayloadNode | undefined): string {
  return node === undefined ? 'a node' : `${NODE_WORDS[node.type]} ${quote(node.id)}`;
}

/** A key as it is, or in quotes where it is no plain word. */
function spellKey(input: string): string {
  const name = keyNameOf(input);
  return /^\w+$/.test(name) ? name : quote(name);
}

/** What a caller presses; undefined for what is not pressed. */
function spellPressed(input: string, all: readonly string[]): string | undefined {
  if (isKey(input)) return spellKey(input);
  if (input === TIMEOUT) return 'nothing';
  if (input !== INVALID) return undefined;
  return all.some(isKey) ? 'another key' : 'any key';
}

/** `press 1 or 2 or match "vip"`, without what there is none of. */
function joinSteps(pressed: readonly string[], verb: 'match' | 'meet', others: readonly string[]): string {
  const list = (words: readonly string[]): string => listWords(words, String, 'or', MOST_INPUTS);
  return [
    ...(pressed.length === 0 ? [] : [`press ${list(pressed)}`]),
    ...(others.length === 0 ? [] : [`${verb} ${list(others)}`]),
  ].join(' or ');
}

/** What happens at a queue or transfer: `press 1 or meet "busy" at queue "sales"`. */
function spellHandOver(inputs: readonly string[], node: PayloadNode | undefined): string {
  const keys = inputs.filter(isKey).map(spellKey);
  const met = inputs
    .filter((input) => !isKey(input))
    .map((input) => (input === DEFAULT ? 'anything else' : quote(input)));
  return `${joinSteps(keys, 'meet', met)} at ${nameNode(node)}`;
}

/** What happens at a node: `press 1 or 2`, `match "vip"`. */
function spellStep(inputs: readonly string[], node: PayloadNode | undefined, all: readonly string[]): string {
  if (arrivalOf(node) === 'hands-over') return spellHandOver(inputs, node);
  if (all.length === inputs.length) return 'press anything or nothing';
  const pressed = inputs.flatMap((input) => spellPressed(input, all) ?? []);
  const others = inputs.filter((input) => spellPressed(input, all) === undefined);
  // All else is a matter of course where silence and other keys go the same way.
  const isRest = inputs.includes(INVALID) || inputs.includes(TIMEOUT);
  const matched = others.flatMap((input) =>
    input === DEFAULT ? (isRest ? [] : ['anything else']) : [quote(input)],
  );
  return joinSteps(pressed, 'match', matched);
}

/** Whether all of some keys are named by one version of a node only. */
function remarkOnKeys({ versions }: Comparison, { from, inputs }: Difference): string {
  if (from === undefined || !inputs.every(isKey)) return '';
  const old = versions.before.rule.nodes[from.before];
  const now = versions.after.rule.nodes[from.after];
  const plural = inputs.length > 1;
  if (inputs.every((input) => !namesInput(old, input))) return plural ? ' (new keys)' : ' (a new key)';
  if (inputs.every((input) => !namesInput(now, input)))
    return plural ? ' (no longer keys there)' : ' (no longer a key there)';
  return '';
}

/** The steps to a place, each with the place at which it is taken, the first first; undefined for a long way. */
function stepsTo(place: Place): { readonly from: Place; readonly input: string }[] | undefined {
  const steps = [];
  for (let at = place.cameBy; at !== undefined; at = at.from.cameBy) {
    steps.push(at);
    if (steps.length >= MOST_STEPS) return undefined;
  }
  return steps.toReversed();
}

function arrivalOf(node: PayloadNode | undefined): ReturnType<typeof arrivalAt> | undefined {
  return node === undefined ? undefined : arrivalAt(node);
}

/** The callers who meet a difference, by the shortest way there. */
export function spellCallers(comparison: Comparison, difference: Difference): string {
  const { from, inputs } = difference;
  if (from === undefined) return 'all callers';
  const { nodes } = comparison.versions.before.rule;
  const spell = (given: readonly string[], at: Place): string =>
    spellStep(given, nodes[at.before], inputsAt(comparison, at));
  const way = stepsTo(from);
  // What is met at a queue or transfer names the place itself.
  const isNamed = arrivalOf(nodes[from.before]) === 'hands-over';
  const steps =
    way === undefined
      ? isNamed
        ? []
        : [`come to ${nameNode(nodes[from.before])}`]
      : way.map((step) => spell([step.input], step.from));
  // "press" is said once.
  const words = [...steps, spell(inputs, from)].map((text, index, list) =>
    list[index - 1]?.startsWith('press ') === true ? text.replace(/^press /, '') : text,
  );
  return `callers who ${words.join(', then ')}${remarkOnKeys(comparison, difference)}`;
}
