// A validator's errors about a small file that an input names → sentences: what is there, and what its place takes.
import type { ErrorObject } from 'ajv';
import { nearest } from './nearest.ts';
import { pointerStep, spellPointer, valueAt } from './pointer.ts';
import { type Problem, atKey, atValue } from './problem.ts';

export type Misfit = Pick<Problem, 'message' | 'place'>;

/** What the places of a file take. */
export interface Expectation {
  /** What the file is, such as `an id map`. */
  readonly what: string;
  /** What the value at a JSON pointer takes, in words. */
  readonly takesAt: (pointer: string) => string;
  /** The keys that the object at a JSON pointer knows. */
  readonly keysAt: (pointer: string) => readonly string[];
}

const LONGEST_SHOWN = 60;

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `a ${typeof value} of ${text.length} characters` : text;
}

function explainOne({ keyword, instancePath, params }: ErrorObject, root: unknown, on: Expectation): Misfit {
  const where = instancePath === '' ? on.what : spellPointer(instancePath);
  if (keyword === 'additionalProperties') {
    const key = String((params as { additionalProperty: unknown }).additionalProperty);
    const known = on.keysAt(instancePath);
    const meant = nearest(key, known);
    const hint =
      meant === undefined ? `it knows ${known.join(', ')}` : `did you mean ${JSON.stringify(meant)}?`;
    return {
      message: `${where} has no property ${JSON.stringify(key)}: ${hint}`,
      place: atKey(instancePath + pointerStep(key)),
    };
  }
  const value = describeValue(valueAt(root, instancePath));
  return {
    message: `${where} is ${value}, but it takes ${on.takesAt(instancePath)}`,
    place: atValue(instancePath),
  };
}

/** Explains a validator's errors, one sentence a place. */
export function explainMisfits(
  errors: readonly ErrorObject[],
  root: unknown,
  expectation: Expectation,
): Misfit[] {
  const misfits = errors.map((error) => explainOne(error, root, expectation));
  return [...new Map(misfits.map((misfit) => [misfit.message, misfit])).values()];
}
