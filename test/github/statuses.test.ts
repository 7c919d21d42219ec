// Descriptions of commit statuses and deployment records, which hold the names of rules: a stranger's words.
import { expect, it } from 'vitest';
import { cutDescription } from '../../src/github/statuses.ts';

it.each([
  ['short', 'A is live', 'A is live'],
  ['as long as GitHub takes', 'x'.repeat(140), 'x'.repeat(140)],
  ['longer', 'x'.repeat(141), `${'x'.repeat(139)}…`],
  ['longer, with a pair of halves at the cut', `${'x'.repeat(138)}😀😀`, `${'x'.repeat(138)}…`],
  ['longer, with a pair of halves before the cut', `${'x'.repeat(137)}😀😀`, `${'x'.repeat(137)}😀…`],
])('a description that is %s is sent whole, or cut between two signs', (_case, text, sent) => {
  expect(cutDescription(text)).toBe(sent);
});
