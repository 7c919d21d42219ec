// The validator's errors → sentences that a rule author understands, one for each cause.
import type { ErrorObject } from 'ajv';
import { describeKind } from './describe-value.ts';
import { explainUnknownKey } from './explain-unknown-key.ts';
import { didYouMean, nearest } from './nearest.ts';
import { pointerStep, spellPointer, valueAt } from './pointer.ts';
import { type Misfit, atValue } from './problem.ts';

const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  rule: [
    '$schema',
    'name',
    'campaignId',
    'nodes',
    'fallbackAction',
    'effectiveDate',
    'expirationDate',
    'status',
  ],
  node: ['id', 'type', 'mediaAssetId', 'transitions'],
  transition: ['condition', 'target'],
  fallback: ['type', 'target'],
};

function kindOfObject(pointer: string): string {
  if (pointer === '') return 'rule';
  if (pointer === '/fallbackAction') return 'fallback';
  return pointer.includes('/transitions/') ? 'transition' : 'node';
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  array: 'a list',
  object: 'an object',
};

function listAlternatives(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

function explainMissing(pointer: string, key: string): string {
  const why = key === 'mediaAssetId' ? ': a greeting needs one' : '';
  return `${spellPointer(pointer + pointerStep(key))} is missing${why}`;
}

/** Of one object: which missing key each unknown one stands for, as far as that can be told. */
type Renamed = ReadonlyMap<string, string>;

/** The keys that an object could have and has not. */
function absentKeys(pointer: string, root: unknown): readonly string[] {
  const value = valueAt(root, pointer);
  const known = KNOWN_KEYS[kindOfObject(pointer)] ?? [];
  return typeof value === 'object' && value !== null
    ? known.filter((key) => !Object.hasOwn(value, key))
    : known;
}

/**
 * Pairs the keys that an object lacks with those that no schema knows: by likeness, and where one of each is left, they are
 * one mistake too.
 */
function pairKeys(
  absent: readonly string[],
  missing: ReadonlySet<string>,
  unknown: readonly string[],
): Renamed {
  const pairs = new Map<string, string>();
  const open = new Set(missing);
  const unlike: string[] = [];
  for (const key of unknown) {
    const meant = nearest(key, absent);
    if (meant === undefined) unlike.push(key);
    else if (open.delete(meant)) pairs.set(key, meant);
  }
  const [key, meant] = [unlike[0], [...open][0]];
  if (unlike.length === 1 && open.size === 1 && key !== undefined && meant !== undefined)
    pairs.set(key, meant);
  return pairs;
}

/** The pairs of every object that both lacks a key and has an unknown one, by pointer. */
function findRenamed(errors: readonly ErrorObject[], root: unknown): ReadonlyMap<string, Renamed> {
  const keysOf = (keyword: string, parameter: string): Map<string, Set<string>> => {
    const keys = new Map<string, Set<string>>();
    for (const error of errors) {
      if (error.keyword !== keyword) continue;
      const known = keys.get(error.instancePath) ?? new Set<string>();
      keys.set(error.instancePath, known.add(String((error.params as Record<string, unknown>)[parameter])));
    }
    return keys;
  };
  const unknown = keysOf('additionalProperties', 'additionalProperty');
  const missing = keysOf('required', 'missingProperty');
  return new Map(
    [...missing].map(([pointer, keys]) => {
      const absent = absentKeys(pointer, root);
      return [pointer, pairKeys(absent, keys, [...(unknown.get(pointer) ?? [])])];
    }),
  );
}

function explainUnknown(pointer: string, key: string, root: unknown, renamed: Renamed | undefined): Misfit {
  const known = KNOWN_KEYS[kindOfObject(pointer)] ?? [];
  const meant = renamed?.get(key) ?? nearest(key, absentKeys(pointer, root));
  const where = pointer === '' ? 'a rule' : spellPointer(pointer);
  return explainUnknownKey(where, pointer, key, known, meant);
}

function explainOne(error: ErrorObject, root: unknown, renamed: Renamed | undefined): Misfit | undefined {
  const pointer = error.instancePath;
  const where = pointer === '' ? 'the rule' : spellPointer(pointer);
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'if':
      return undefined;
    case 'required': {
      const key = String(params.missingProperty);
      // A key that is there under another name is told once, as the unknown key that it is.
      if (renamed !== undefined && [...renamed.values()].includes(key)) return undefined;
      return { message: explainMissing(pointer, key), place: atValue(pointer) };
    }
    case 'additionalProperties':
      return explainUnknown(pointer, String(params.additionalProperty), root, renamed);
    case 'type': {
      const wanted = ARTICLES[String(params.type)] ?? String(params.type);
      return {
        message: `${where} must be ${wanted}, not ${describeKind(valueAt(root, pointer))}`,
        place: atValue(pointer),
      };
    }
    case 'enum': {
      const allowed = params.allowedValues as readonly unknown[];
      const value = valueAt(root, pointer);
      const hint = typeof value === 'string' ? didYouMean(value, allowed.map(String)) : '';
      return {
        message: `${where} must be one of ${listAlternatives(allowed)}${hint}`,
        place: atValue(pointer),
      };
    }
    case 'minItems':
      return {
        message: `${where} is empty: a rule needs at least one node, the entry`,
        place: atValue(pointer),
      };
    case 'minLength':
      return { message: `${where} is empty`, place: atValue(pointer) };
    default:
      return { message: `${where} ${error.message ?? 'does not fit the schema'}`, place: atValue(pointer) };
  }
}

/**
 * Explains the validator's errors.
 * @param errors what ajv reported, with `allErrors`
 * @param root the value that was validated
 */
export function explainSchemaErrors(errors: readonly ErrorObject[], root: unknown): Misfit[] {
  const seen = new Set<string>();
  const renamed = findRenamed(errors, root);
  return errors.flatMap((error) => {
    const problem = explainOne(error, root, renamed.get(error.instancePath));
    if (problem === undefined) return [];
    const key = `${JSON.stringify(problem.place)} ${problem.message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [problem];
  });
}
