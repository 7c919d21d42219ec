import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Section, byteLength, fitSections } from '../../src/report/fit.ts';

const RUNS = { numRuns: 3000, seed: 20_271_101 };

const explain = (leftOut: ReadonlyMap<string, number>): string =>
  `(left out: ${[...leftOut].map(([noun, count]) => `${count} ${noun}`).join(', ')})`;

/** Sections whose items can be told apart in the result: `<section.item…>`. */
function randomSections(nouns: fc.Arbitrary<string>): fc.Arbitrary<Section[]> {
  const shapes = fc.record({
    noun: nouns,
    rank: fc.integer({ min: 0, max: 3 }),
    sizes: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 30 }),
    sign: fc.constantFrom('a', 'é', '漢', '😀'),
    isFramed: fc.boolean(),
  });
  return fc.array(shapes, { minLength: 1, maxLength: 6 }).map((all) =>
    all.map(({ noun, rank, sizes, sign, isFramed }, index) => ({
      noun,
      rank,
      head: isFramed ? `{${index}:` : '',
      items: sizes.map((size, item) => `<${index}.${item}${sign.repeat(size)}>`),
      tail: isFramed ? `:${index}}` : '',
    })),
  );
}

const apart = fc.integer({ min: 0, max: 99 }).map((number) => `things ${number}`);
const shared = fc.constantFrom('rows', 'graphs');

function expectFits(sections: readonly Section[], budget: number): void {
  const { text, leftOut } = fitSections(sections, budget, explain);
  const fixed = sections.filter(({ rank, items }) => rank === 0 || items.length === 0);
  const least = fixed.reduce(
    (sum, { head, items, tail }) => sum + byteLength(head + items.join('') + tail),
    0,
  );
  const whole = sections.map(({ head, items, tail }) => head + items.join('') + tail).join('');
  if (byteLength(whole) <= budget) expect(text).toBe(whole);
  const totals = new Map<string, number>();
  for (const { noun, items } of sections) totals.set(noun, (totals.get(noun) ?? 0) + items.length);
  if (budget >= least + byteLength(explain(totals))) expect(byteLength(text)).toBeLessThanOrEqual(budget);
  const gone = new Map<string, number>();
  sections.forEach(({ noun, rank, head, items, tail }) => {
    const there = items.filter((item) => text.includes(item));
    // What stays is the beginning, whole, and within its frame; where nothing stays, the frame goes too.
    expect(there).toEqual(items.slice(0, there.length));
    expect(text).toContain(there.length > 0 || rank === 0 ? head + there.join('') + tail : '');
    if (there.length === 0 && rank > 0 && items.length > 0 && head !== '') expect(text).not.toContain(head);
    if (rank === 0) expect(there).toHaveLength(items.length);
    const missing = items.length - there.length;
    if (missing > 0) gone.set(noun, (gone.get(noun) ?? 0) + missing);
  });
  expect(Object.fromEntries(leftOut)).toEqual(Object.fromEntries(gone));
  expect(text.endsWith(leftOut.size > 0 ? explain(leftOut) : '')).toBe(true);
}

describe('a document that is fitted', () => {
  it('keeps to its budget, whole items only, and counts what is gone', () => {
    fc.assert(
      fc.property(randomSections(apart), fc.integer({ min: 0, max: 3000 }), (sections, budget) => {
        const nouns = new Set(sections.map(({ noun }) => noun));
        fc.pre(nouns.size === sections.length);
        expectFits(sections, budget);
      }),
      RUNS,
    );
  });

  it('does so where sections share a noun', () => {
    fc.assert(fc.property(randomSections(shared), fc.integer({ min: 0, max: 3000 }), expectFits), RUNS);
  });

  it('has room for the count of sections that share a noun', () => {
    const section = (rank: number, items: number): Section => ({
      noun: 'rows',
      rank,
      head: '',
      items: Array.from({ length: items }, () => 'x'),
      tail: '',
    });
    const budget = byteLength(explain(new Map([['rows', 407]])));
    const { text } = fitSections([section(1, 400), section(2, 7)], budget, explain);
    expect(byteLength(text)).toBeLessThanOrEqual(budget);
  });

  it('loses items of the largest rank first, the last ones first', () => {
    const sections: Section[] = [
      { noun: '', head: 'HEAD', items: [], tail: '', rank: 0 },
      { noun: 'findings', head: '[', items: ['f1', 'f2'], tail: ']', rank: 1 },
      { noun: 'graphs', head: '(', items: ['g1', 'g2', 'g3'], tail: ')', rank: 2 },
    ];
    const whole = 'HEAD[f1f2](g1g2g3)';
    const fit = (budget: number): string => fitSections(sections, budget, ({ size }) => `~${size}`).text;
    expect(fit(whole.length)).toBe(whole);
    expect(fit(whole.length - 1)).toBe('HEAD[f1f2](g1)~1');
    expect(fit(12)).toBe('HEAD[f1f2]~1');
    expect(fit(11)).toBe('HEAD[f1]~2');
    expect(fit(6)).toBe('HEAD~2');
    expect(fit(0)).toBe('HEAD~2');
  });

  it('shortens items before any goes, the last ones first, and counts only those that are left', () => {
    const sections: Section[] = [
      { noun: '', head: 'HEAD', items: [], tail: '', rank: 0 },
      { noun: 'rows', head: '', items: ['row1', 'row2'], tail: '', rank: 1 },
      {
        noun: 'graphs',
        head: '(',
        items: ['graph1', 'graph2', 'graph3'],
        shorter: [{ noun: 'neighbours', items: ['g1', undefined, 'g3'] }],
        tail: ')',
        rank: 2,
      },
    ];
    const fit = (budget: number): string =>
      fitSections(
        sections,
        budget,
        (leftOut) => `~${[...leftOut].map(([noun, number]) => `${number}${noun.slice(0, 1)}`).join()}`,
      ).text;
    const whole = 'HEADrow1row2(graph1graph2graph3)';
    expect(fit(whole.length)).toBe(whole);
    // The explanation needs up to 11 bytes of its own.
    expect(fit(whole.length - 1)).toBe('HEADrow1row2(g1)~2g,1n');
    expect(fit(24)).toBe('HEADrow1row2~3g');
    expect(fit(20)).toBe('HEADrow1~3g,1r');
    const small = sections.map((section) =>
      section.shorter === undefined
        ? section
        : { ...section, shorter: [{ noun: 'neighbours', items: ['g', 'g', 'g'] }] },
    );
    const text = fitSections(small, whole.length - 1, () => '~').text;
    expect(text).toBe('HEADrow1row2(graph1graph2g)~');
  });

  it('measures in bytes of UTF-8', () => {
    expect(byteLength('aé漢😀')).toBe(1 + 2 + 3 + 4);
    const sections: Section[] = [{ noun: 'signs', head: '', items: ['😀', '😀'], tail: '', rank: 1 }];
    expect(fitSections(sections, 8, explain).text).toBe('😀😀');
    expect(fitSections(sections, 7, () => '.').text).toBe('😀.');
  });
});
