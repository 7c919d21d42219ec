// A validator's errors about a small file that an input names → sentences: what is there, and what its place takes.
import type { ErrorObject } from 'ajv';
import { describeValue } from './describe-value.ts';
import { explainUnknownKey } from './explain-unknown-key.ts';
import { nearest } from './nearest.ts';
import { spellPointer, valueAt } from './pointer.ts';
import { type Misfit, atValue } from './problem.ts';

/** What the places of a file take. */
export interface Expectation {
  /** What the file is, such as `an id map`. */
  readonly what: string;
  /** What the value at a JSON pointer takes, in words. */
  readonly takesAt: (pointer: string) => string;
  /** The keys that the object at a JSON pointer knows. */
  readonly keysAt: (pointer: string) => readonly string[];
}

function explainOne({ keyword, instancePath, params }: ErrorObject, root: unknown, on: Expectation): Misfit {
  const where = instancePath === '' ? on.what : spellPointer(instancePath);
  if (keyword === 'additionalProperties') {
    const key = String((params as { additionalProperty: unknown }).additionalProperty);
    const known = on.keysAt(instancePath);
    return explainUnknownKey(where, instancePath, key, known, nearest(key, known));
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
