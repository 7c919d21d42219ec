// The page's escaper against a real parser: whatever a stranger writes comes out as text.
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../src/report/html/escape-html.ts';
import { hostileTexts } from '../hostile-text.ts';
import { elementsOf, textOf } from './read-page.ts';

/** What a reader sees of a text: lines are one, and what is invisible is shown. */
function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\t\u200c\u200d]]/gv, '\ufffd');
}

const PLACES: readonly (readonly [string, (text: string) => string])[] = [
  ['text', (text) => `<p>${text}</p>`],
  ['SVG text', (text) => `<svg><text>${text}</text></svg>`],
  ['a title', (text) => `<svg><title>${text}</title></svg>`],
  ['a cell', (text) => `<table><tr><td>${text}</td></tr></table>`],
];

describe('an escaped text', () => {
  it.each(PLACES)('is that text and no more as %s', (_, place) => {
    const count = elementsOf(place('x')).length;
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const page = place(escapeHtml(text));
        const elements = elementsOf(page);
        expect(elements).toHaveLength(count);
        expect(textOf(parseFragment(page))).toBe(shown(text));
      }),
      { numRuns: 2000, seed: 20_271_101 },
    );
  });

  it.each(['"', "'"])('does not leave an attribute in %s', (quote) => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const elements = elementsOf(`<i title=${quote}${escapeHtml(text)}${quote} id="x">y</i>`).slice(3);
        expect(elements).toHaveLength(1);
        expect(elements[0]?.attrs).toEqual([
          { name: 'title', value: shown(text) },
          { name: 'id', value: 'x' },
        ]);
      }),
      { numRuns: 2000, seed: 20_271_101 },
    );
  });

  it('shows what cannot be seen, and leaves what scripts need', () => {
    expect(escapeHtml('a\u202eb\u2066c\0d\u001b[31m')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd[31m');
    expect(escapeHtml('\ud800x')).toBe('\ufffdx');
    expect(escapeHtml('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(escapeHtml(`</script><!-- ' "`)).toBe('&lt;/script&gt;&lt;!-- &#39; &quot;');
  });
});
