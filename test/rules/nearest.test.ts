import { expect, it } from 'vitest';
import { nearest } from '../../src/rules/nearest.ts';

it.each([
  ['two letters the wrong way round', 'trasitions', ['transitions', 'type'], 'transitions'],
  ['one letter too many', 'saless', ['support', 'sales'], 'sales'],
  ['only the case differs', 'SALES', ['sale', 'sales'], 'sales'],
  ['the nearest, not the first', 'billing', ['filling', 'billings', 'bills'], 'filling'],
  ['of equals the first', 'ab1d', ['ab2d', 'ab3d'], 'ab2d'],
  ['two fifths of a word away', 'abcde', ['abcxy'], 'abcxy'],
  ['more than two fifths away', 'abcde', ['abxyz'], undefined],
  ['a long word of one family', 'challenge_authenticate', ['challenge_sequence_one'], undefined],
  ['nothing like it', 'queue', ['hangup', 'greeting'], undefined],
  ['no candidates', 'queue', [], undefined],
  ['a word of one letter is no typo of another', 'x', ['y'], undefined],
  ['nor is one of two', 'ab', ['ac'], undefined],
  ['but in another case it is', 'A', ['b', 'a'], 'a'],
  ['an empty word', '', ['a', ''], undefined],
  ['a word of 100 letters', 'a'.repeat(100), ['a'.repeat(99)], 'a'.repeat(99)],
  ['a longer word is no typo of anything', 'a'.repeat(101), ['a'.repeat(100)], undefined],
])('%s', (_, word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
