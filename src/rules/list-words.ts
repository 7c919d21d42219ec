// Several things as a part of a sentence. It knows nothing of what they are.

/**
 * `a, b or c`.
 * @param spell asked only for those that are named
 * @param most of more things the first are named, and the others counted: `a, b or 3 more`
 * @param noun what stands behind that count, such as ` rules`
 */
export function listWords<T>(
  things: readonly T[],
  spell: (thing: T) => string,
  last: 'and' | 'or',
  most: number,
  noun = '',
): string {
  const isCut = things.length > most;
  const words = things.slice(0, isCut ? most - 1 : most).map(spell);
  const end = isCut ? `${things.length - words.length} more${noun}` : (words.pop() ?? '');
  return words.length === 0 ? end : `${words.join(', ')} ${last} ${end}`;
}
