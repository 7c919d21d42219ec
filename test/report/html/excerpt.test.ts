// Excerpts, rows and the scale of time: the parts of the page that compute something.
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/report/html/excerpt.ts';
import { makeTimeScale } from '../../../src/report/html/time-scale.ts';
import { rowsOf } from '../../../src/report/html/transition-rows.ts';
import { lintReport } from '../sample-report.ts';
import { ruleFile } from '../../rules/rule-file.ts';

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index + 1} of the file`);

function at(line: number, column: number, endLine: number, endColumn: number) {
  return {
    check: 'schema',
    severity: 'error',
    path: 'a',
    pointer: '',
    message: '',
    line,
    column,
    endLine,
    endColumn,
  } as const;
}

/** Lines such as `3*: line |3| of`, a star where the finding points at the line. */
function shown(lines: readonly string[], finding: ReturnType<typeof at>): string[] {
  return excerpt(lines, finding).map(
    ({ number, before, marked, after, isHit }) =>
      `${number}${isHit ? '*' : ''}: ${before}${marked === '' ? '' : `|${marked}|`}${after}`,
  );
}

describe('an excerpt', () => {
  it('has two lines around what is marked', () => {
    expect(shown(LINES, at(5, 6, 5, 7))).toEqual([
      '3: line 3 of the file',
      '4: line 4 of the file',
      '5*: line |5| of the file',
      '6: line 6 of the file',
      '7: line 7 of the file',
    ]);
  });

  it('ends where the file does', () => {
    expect(shown(LINES, at(1, 1, 1, 5))[0]).toBe('1*: |line| 1 of the file');
    expect(shown(LINES, at(20, 1, 20, 5))).toHaveLength(3);
    expect(shown(LINES, at(30, 1, 30, 5))).toEqual([]);
  });

  it('marks several lines, the first ones of many', () => {
    expect(shown(['{', '  "a": {', '    "b": 1', '  }', '}'], at(2, 8, 4, 4))).toEqual([
      '1: {',
      '2*:   "a": |{|',
      '3*:     |"b": 1|',
      '4*:   |}|',
      '5: }',
    ]);
    expect(shown(LINES, at(2, 1, 20, 3))).toHaveLength(7);
  });

  it('shows the place in a line of megabytes, and no half of a character', () => {
    const long = `${'x😀'.repeat(100_000)}HERE${'😀'.repeat(100_000)}`;
    const [line = ''] = shown([long], at(1, 300_001, 1, 300_005));
    expect(line).toMatch(/^1\*: ….*\|HERE\|.*…$/);
    expect(line.length).toBeLessThan(200);
    expect(line.isWellFormed()).toBe(true);
  });

  it('marks nothing where a finding points between characters', () => {
    expect(shown(LINES, at(2, 1, 2, 1))[1]).toBe('2*: line 2 of the file');
  });
});

describe('the rows of a changed rule', () => {
  it('say what is new, gone and changed', () => {
    const nodes = [
      {
        id: 'root',
        type: 'greeting',
        mediaAssetId: 'asset_2',
        transitions: [{ condition: 'default', target: 'help' }],
      },
      { id: 'help', type: 'queue' },
    ];
    const [entry] = lintReport(
      { 'rules/a.json': ruleFile({ nodes, fallbackAction: { type: 'hangup' } }) },
      { 'rules/a.json': ruleFile() },
    ).rules;
    expect(rowsOf(entry!, 10)).toEqual([
      {
        id: { now: 'root' },
        type: { now: 'greeting' },
        media: { now: 'asset_2', was: 'asset_1' },
        change: 'changed',
        transitions: [{ condition: 'default', target: { now: 'help' }, change: '' }],
      },
      {
        id: { now: 'help', was: 'sales' },
        type: { now: 'queue' },
        media: { now: '' },
        change: 'changed',
        transitions: [],
      },
    ]);
  });
});

describe('the scale of time', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

  it('has dates at whole months, and places from left to right', () => {
    const { ticks, place } = makeTimeScale(
      [{ start: day('2027-01-15'), end: day('2027-06-15') }],
      day('2027-03-01'),
    );
    expect(ticks.map(({ words }) => words)).toEqual([
      '2027-02-01',
      '2027-03-01',
      '2027-04-01',
      '2027-05-01',
      '2027-06-01',
    ]);
    const places = ['2027-01-15', '2027-03-01', '2027-06-15'].map((date) => place(day(date)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect([place(Number.NEGATIVE_INFINITY), place(Number.POSITIVE_INFINITY)]).toEqual([0, 100]);
  });

  it.each([
    ['hours', '2027-01-01', '2027-01-02'],
    ['weeks', '2027-01-01', '2027-02-20'],
    ['years', '2020-01-01', '2060-01-01'],
    ['millennia', '0001-01-01', '9999-01-01'],
  ])('has few dates over %s', (_, start, end) => {
    const { ticks } = makeTimeScale([{ start: day(start), end: day(end) }], day(start));
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(8);
  });

  it('has now in its middle where there is no date', () => {
    const now = day('2027-03-01');
    const { place } = makeTimeScale(
      [{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }],
      now,
    );
    expect([Number.NEGATIVE_INFINITY, now, Number.POSITIVE_INFINITY].map(place)).toEqual([0, 50, 100]);
  });
});
