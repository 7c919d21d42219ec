import { describe, expect, it } from 'vitest';
import { listWords } from '../../src/rules/list-words.ts';

describe('a list of words', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
    [['A', 'B', 'C', 'D'], 'a, b or 2 more'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b or 3 more'],
  ])('of %j is %j', (words, text) => {
    expect(listWords(words, (word) => word.toLowerCase(), 'or', 3)).toBe(text);
  });

  it('says what is left out', () => {
    expect(listWords(['a', 'b', 'c'], String, 'and', 2, ' files')).toBe('a and 2 more files');
  });
});
