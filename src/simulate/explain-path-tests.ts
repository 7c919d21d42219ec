// A JSON value → what keeps it from being a path test file, in words for the author of the tests.
// It says no to exactly what schemas/path-test.schema.json says no to; a test holds the two together.
import { describeKind } from '../rules/describe-value.ts';
import { explainUnknownKey } from '../rules/explain-unknown-key.ts';
import { nearest } from '../rules/nearest.ts';
import { pointerStep, spellPointer } from '../rules/pointer.ts';
import { type Misfit, atKey, atValue } from '../rules/problem.ts';
import {
  type Json,
  type Look,
  isObject,
  lookAtAnyText,
  lookAtEnd,
  lookAtInstant,
  lookAtSteps,
  lookAtText,
  lookAtTexts,
  spell,
  wrong,
} from './look-at-value.ts';

const EXPECTATIONS = ['endsAt', 'endsIn', 'passes', 'hears', 'maxSteps'] as const;

const TEST_KEYS: Readonly<Record<string, Look>> = {
  name: lookAtText,
  caller: lookAtTexts(),
  endsAt: lookAtText,
  endsIn: lookAtEnd,
  passes: lookAtTexts('name a node that the call passes'),
  hears: lookAtTexts('name a media asset that the caller hears'),
  maxSteps: lookAtSteps,
  at: lookAtInstant,
};

const FILE_KEYS: Readonly<Record<string, Look>> = {
  $schema: lookAtAnyText,
  rule: lookAtText,
  campaign: lookAtText,
  tests: (value, pointer) => {
    if (!Array.isArray(value)) return wrong(pointer, `must be a list, not ${describeKind(value)}`);
    if (value.length === 0) return wrong(pointer, 'is empty: a path test file needs at least one test');
    return value.flatMap((test, index) => explainTest(test, pointer + pointerStep(index)));
  },
};

/** Unknown keys with the one meant, and what is wrong with the values of the known ones. */
function lookAtKeys(value: Json, pointer: string, looks: Readonly<Record<string, Look>>): Misfit[] {
  const known = Object.keys(looks);
  return Object.entries(value).flatMap(([key, child]) => {
    const childPointer = pointer + pointerStep(key);
    const look = Object.hasOwn(looks, key) ? looks[key] : undefined;
    if (look !== undefined) return look(child, childPointer);
    return [explainUnknownKey(spell(pointer), pointer, key, known, nearest(key, known))];
  });
}

/** Whether an unknown key is a near miss of a known one: then the unknown key is the cause, and what it should be is not missing. */
function isMisspelt(value: Json, key: string, known: readonly string[]): boolean {
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  return unknown.some((name) => nearest(name, known) === key);
}

function lookForMissing(
  value: Json,
  pointer: string,
  keys: readonly string[],
  known: readonly string[],
): Misfit[] {
  return keys
    .filter((key) => !Object.hasOwn(value, key) && !isMisspelt(value, key, known))
    .map((key) => ({
      message: `${spellPointer(pointer + pointerStep(key))} is missing`,
      place: atValue(pointer),
    }));
}

function explainTest(value: unknown, pointer: string): Misfit[] {
  if (!isObject(value)) return wrong(pointer, `must be an object, not ${describeKind(value)}`);
  const known = Object.keys(TEST_KEYS);
  const expectsSomething = EXPECTATIONS.some(
    (key) => Object.hasOwn(value, key) || isMisspelt(value, key, known),
  );
  return [
    ...lookForMissing(value, pointer, ['name', 'caller'], known),
    ...(expectsSomething
      ? []
      : wrong(pointer, `expects nothing: say at least one of ${EXPECTATIONS.join(', ')}`)),
    ...lookAtKeys(value, pointer, TEST_KEYS),
  ];
}

function lookForSubject(value: Json, known: readonly string[]): Misfit[] {
  if (Object.hasOwn(value, 'rule') && Object.hasOwn(value, 'campaign')) {
    const message = 'rule and campaign exclude each other: name the rule, or the campaign, that is tested';
    return [{ message, place: atKey('/campaign') }];
  }
  const isNamed = ['rule', 'campaign'].some(
    (key) => Object.hasOwn(value, key) || isMisspelt(value, key, known),
  );
  if (isNamed) return [];
  return wrong('', 'must say what is tested: "rule" with the name of a rule, or "campaign" with an id');
}

/** All that is wrong with a path test file; nothing where it is right. */
export function explainPathTestFile(value: unknown): Misfit[] {
  if (!isObject(value)) return wrong('', `must be an object, not ${describeKind(value)}`);
  const known = Object.keys(FILE_KEYS);
  return [
    ...lookForSubject(value, known),
    ...lookForMissing(value, '', ['tests'], known),
    ...lookAtKeys(value, '', FILE_KEYS),
  ];
}
