// The nearest of some known words to a word that is not among them, for "did you mean".
import leven from 'leven';

const LONGEST = 100;

/** The most letters in which a word and what was meant differ: long ids of one family differ in more. */
const MOST_DIFFERENCES = 5;

/**
 * The candidate with the least Levenshtein distance, or undefined where none is near (more than two fifths of
 * the word's length away, or {@link MOST_DIFFERENCES}). Of equals the first wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word === '' || word.length > LONGEST) return undefined;
  // Any other word of one or two letters is near to one.
  const limit = word.length < 3 ? 0 : Math.min(MOST_DIFFERENCES, Math.round(word.length * 0.4));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const isSameButForCase = candidate.toLowerCase() === word.toLowerCase();
    const distance = isSameButForCase ? 0.5 : leven(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The hint at the end of a sentence, `; did you mean "Main-Menu"?`; empty where no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`;
}
