// The validator's errors about a config file → sentences, one for each cause: what is there, and what its place takes.
import type { ErrorObject } from 'ajv';
import { describeValue } from '../rules/describe-value.ts';
import { explainUnknownKey } from '../rules/explain-unknown-key.ts';
import { didYouMean, nearest } from '../rules/nearest.ts';
import { pointerStep, spellPointer, valueAt } from '../rules/pointer.ts';
import { type Misfit, atValue } from '../rules/problem.ts';

type Properties = Readonly<Record<string, string>>;

const SEVERITIES = ['error', 'warning', 'info', 'off'] as const;

/** What each property takes, by the kind of object that has it. */
const TAKES: Readonly<Record<'config' | 'thresholds' | 'suppression', Properties>> = {
  config: {
    $schema: 'a text for editors',
    severities: 'an object of check ids and severities',
    thresholds: 'an object with menuTooWide, windowExpiresSoonDays or both',
    suppressions: 'a list of suppressions',
  },
  thresholds: {
    menuTooWide: 'a whole number from 1 to 12',
    windowExpiresSoonDays: 'a whole number from 0 to 3650',
  },
  suppression: {
    check: 'the id of a check',
    rule: 'the name of a rule',
    node: 'the id of a node',
    reason: 'a reason in words',
    expires: 'a date such as 2027-12-31, or a date-time with an offset such as 2027-12-31T18:00:00+01:00',
  },
};

/** What the properties of the object at a pointer take. */
function propertiesAt(pointer: string): Properties {
  if (pointer === '') return TAKES.config;
  return pointer === '/thresholds' ? TAKES.thresholds : TAKES.suppression;
}

function takesAt(pointer: string): string {
  if (pointer === '') return 'an object';
  const end = pointer.lastIndexOf('/');
  const parent = pointer.slice(0, end);
  if (parent === '/severities') return `one of ${SEVERITIES.map((word) => JSON.stringify(word)).join(', ')}`;
  if (parent === '/suppressions') return 'an object with check, rule, reason and expires';
  return propertiesAt(parent)[pointer.slice(end + 1)] ?? '';
}

/** A place as the sentences call it. */
export function spellConfigPlace(pointer: string): string {
  return pointer === '' ? 'the config' : spellPointer(pointer);
}

function explainValue(root: unknown, pointer: string): Misfit {
  const value = valueAt(root, pointer);
  const isSeverity = pointer.startsWith('/severities/') && typeof value === 'string';
  const hint = isSeverity ? didYouMean(value, SEVERITIES) : '';
  const message = `${spellConfigPlace(pointer)} is ${describeValue(value)}, but it takes ${takesAt(pointer)}${hint}`;
  return { message, place: atValue(pointer) };
}

function explainUnknown(pointer: string, key: string): Misfit {
  const known = Object.keys(propertiesAt(pointer));
  return explainUnknownKey(spellConfigPlace(pointer), pointer, key, known, nearest(key, known));
}

/** Nothing where the key is there with a typo, which is told as the unknown key that it is. */
function explainMissing(root: unknown, pointer: string, key: string): Misfit | undefined {
  const known = Object.keys(propertiesAt(pointer));
  const present = Object.keys(valueAt(root, pointer) as object);
  if (present.some((name) => !known.includes(name) && nearest(name, known) === key)) return undefined;
  const child = pointer + pointerStep(key);
  const message = `${spellConfigPlace(child)} is missing: it takes ${takesAt(child)}`;
  return { message, place: atValue(pointer) };
}

/** Explains one error of the validator; undefined where another says the same. */
export function explainShapeError(root: unknown, error: ErrorObject): Misfit | undefined {
  const pointer = error.instancePath;
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === 'required') return explainMissing(root, pointer, String(params.missingProperty));
  if (error.keyword === 'additionalProperties')
    return explainUnknown(pointer, String(params.additionalProperty));
  return explainValue(root, pointer);
}
