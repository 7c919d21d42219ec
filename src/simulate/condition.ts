// What the conditions of transitions and the inputs of callers mean (INTERFACE section 1). It knows no graph and no call.

/** Two spellings of one condition; the second is what this stage goes by. */
const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['press_hash', 'press_pound'],
  ['no_match', 'invalid'],
  ['next', 'default'],
]);

export const TIMEOUT = 'timeout';
export const INVALID = 'invalid';
export const DEFAULT = 'default';

const PRESS = 'press_';
/** The keys of a telephone, as conditions name them. */
const KEYS: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'star', 'pound'];

/**
 * Conditions as bits, so that those of a node fit into one number: a key each in the lowest twelve, then `timeout`,
 * `invalid` and `default`.
 */
const ALL_KEYS = 2 ** KEYS.length - 1;
const TIMEOUT_BIT = ALL_KEYS + 1;
const INVALID_BIT = TIMEOUT_BIT * 2;
const DEFAULT_BIT = INVALID_BIT * 2;

const BIT_OF: ReadonlyMap<string, number> = new Map([
  ...KEYS.map((key, index) => [PRESS + key, 2 ** index] as const),
  ['press_hash', 2 ** KEYS.indexOf('pound')],
  [TIMEOUT, TIMEOUT_BIT],
  [INVALID, INVALID_BIT],
  ['no_match', INVALID_BIT],
  [DEFAULT, DEFAULT_BIT],
  ['next', DEFAULT_BIT],
]);

/** The one spelling of a condition: `press_hash` is `press_pound`, `no_match` is `invalid`, `next` is `default`. */
export function canonicalCondition(condition: string): string {
  return OTHER_SPELLINGS.get(condition) ?? condition;
}

/** The bit of a condition; 0 for a key that no telephone has and for a condition of the tenant's own. */
export function bitOf(condition: string): number {
  return BIT_OF.get(condition) ?? 0;
}

/** The bits of all conditions of some transitions. */
export function bitsOf(transitions: readonly { readonly condition: string }[]): number {
  let bits = 0;
  for (const { condition } of transitions) bits |= bitOf(condition);
  return bits;
}

/** How many different keys there are among some bits. */
export function countKeys(bits: number): number {
  let count = 0;
  for (let rest = bits & ALL_KEYS; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Whether a menu with these conditions says what happens to callers who press nothing. */
export function coversSilence(bits: number): boolean {
  return (bits & (TIMEOUT_BIT | DEFAULT_BIT)) !== 0;
}

/** Whether every key of a telephone is among some bits. */
export function namesAllKeys(bits: number): boolean {
  return (bits & ALL_KEYS) === ALL_KEYS;
}

/** Whether a menu with these conditions says what happens to callers who press another key, where one is left. */
export function coversOtherKeys(bits: number): boolean {
  return (bits & (INVALID_BIT | DEFAULT_BIT)) !== 0 || namesAllKeys(bits);
}

/** Whether a condition or an input speaks of a key, those that no telephone has (`press_12`) too. */
export function isKey(condition: string): boolean {
  return condition.startsWith(PRESS);
}

/** The key that a condition speaks of, such as `1`, `star` or `12`, where it does. */
export function keyNameOf(condition: string): string {
  return condition.slice(PRESS.length);
}

/** Whether only the tenant can judge a condition: neither a key, nor `timeout`, `invalid` or `default`. */
export function isCustom(condition: string): boolean {
  return bitOf(condition) === 0 && !isKey(condition);
}
