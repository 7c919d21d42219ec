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

/** The one spelling of a condition: `press_hash` is `press_pound`, `no_match` is `invalid`, `next` is `default`. */
export function canonicalCondition(condition: string): string {
  return OTHER_SPELLINGS.get(condition) ?? condition;
}

/** Whether a condition or an input speaks of a key, those that no telephone has (`press_12`) too. */
export function isKey(condition: string): boolean {
  return condition.startsWith('press_');
}

/** Whether only the tenant can judge a condition: neither a key, nor `timeout`, `invalid` or `default`. */
export function isCustom(condition: string): boolean {
  const canonical = canonicalCondition(condition);
  return !isKey(canonical) && canonical !== TIMEOUT && canonical !== INVALID && canonical !== DEFAULT;
}
