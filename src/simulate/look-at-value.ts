// Looks at single values of a path test file: what each must be, in words for the author of the tests.
import { readDateTime } from '../rules/date-time.ts';
import { describeKind } from '../rules/describe-value.ts';
import { didYouMean } from '../rules/nearest.ts';
import { pointerStep, spellPointer } from '../rules/pointer.ts';
import { type Misfit, atValue } from '../rules/problem.ts';
import { ENDS } from './path-test.ts';

export type Json = Readonly<Record<string, unknown>>;
/** Looks at a value: its pointer is for the place, its spelling for the sentence. */
export type Look = (value: unknown, pointer: string) => readonly Misfit[];

/** A place as the sentences call it. */
export function spell(pointer: string): string {
  return pointer === '' ? 'a path test file' : spellPointer(pointer);
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One problem with a value. */
export function wrong(pointer: string, message: string): Misfit[] {
  return [{ message: `${spell(pointer)} ${message}`, place: atValue(pointer) }];
}

/** A text that is not empty. */
export const lookAtText: Look = (value, pointer) => {
  if (typeof value !== 'string')
    return wrong(pointer, `must be a text in quotes, not ${describeKind(value)}`);
  return value === '' ? wrong(pointer, 'is empty') : [];
};

/** A text, the empty one too. */
export const lookAtAnyText: Look = (value, pointer) =>
  typeof value === 'string' ? [] : wrong(pointer, `must be a text in quotes, not ${describeKind(value)}`);

/**
 * A list of texts that are not empty.
 * @param whatIsEmpty what to do where the list is empty; left out where it may be
 */
export function lookAtTexts(whatIsEmpty?: string): Look {
  return (value, pointer) => {
    if (!Array.isArray(value)) return wrong(pointer, `must be a list of texts, not ${describeKind(value)}`);
    if (value.length === 0 && whatIsEmpty !== undefined) return wrong(pointer, `is empty: ${whatIsEmpty}`);
    return value.flatMap((text, index) => lookAtText(text, pointer + pointerStep(index)));
  };
}

/** One of the ways in which a call may be expected to end. */
export const lookAtEnd: Look = (value, pointer) => {
  if (ENDS.some((end) => end === value)) return [];
  const hint = typeof value === 'string' ? didYouMean(value, ENDS) : '';
  const allowed = ENDS.map((end) => JSON.stringify(end)).join(', ');
  return wrong(pointer, `must be one of ${allowed}${hint}`);
};

/** A number of steps. */
export const lookAtSteps: Look = (value, pointer) => {
  if (typeof value !== 'number') return wrong(pointer, `must be a number, not ${describeKind(value)}`);
  const isCount = Number.isInteger(value) && value >= 0;
  return isCount ? [] : wrong(pointer, `must be a whole number from 0 on, not ${value}`);
};

/** A date-time with an offset. */
export const lookAtInstant: Look = (value, pointer) => {
  if (typeof value !== 'string')
    return wrong(pointer, `must be a date-time in quotes, not ${describeKind(value)}`);
  const date = readDateTime(value);
  return date.kind === 'instant' ? [] : wrong(pointer, `${JSON.stringify(value)} ${date.message}`);
};
