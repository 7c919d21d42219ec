// Input only names what is there: a typo would do nothing, in silence.
import { UserError } from '../errors.ts';
import { didYouMean } from '../rules/nearest.ts';

/**
 * @param whose the end of the sentence on a name that is not there, such as `no rule has`
 * @throws UserError (`input`) for names that are not known
 */
export function checkOnly(only: readonly string[], known: readonly string[], whose: string): void {
  const names = new Set(known);
  const unknown = only.filter((name) => !names.has(name));
  const [first] = unknown;
  if (first === undefined) return;
  const told = unknown.map((name) => JSON.stringify(name)).join(', ');
  throw new UserError('input', `input only names ${told}, which ${whose}${didYouMean(first, [...names])}`);
}
