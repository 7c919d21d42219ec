// Several words as a part of a sentence. It knows nothing of what they mean.

/**
 * `a, b or c`.
 * @param most of more words the first are named, and the others counted: `a, b or 3 more`
 * @param noun what stands behind that count, such as ` rules`
 */
export function listWords(words: readonly string[], last: 'and' | 'or', most: number, noun = ''): string {
  const named = words.length > most ? words.slice(0, most - 1) : words.slice(0, -1);
  const end = words.length > most ? `${words.length - named.length} more${noun}` : (words.at(-1) ?? '');
  return named.length === 0 ? end : `${named.join(', ')} ${last} ${end}`;
}
