import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTimelines } from '../../src/schedule/make-timelines.ts';
import type { InForce, Timeline } from '../../src/schedule/timeline.ts';
import { type Span, NOON, daysOf, ruleIn, rulesIn, ruleWith } from './sample.ts';

const nameOf = ({ payload }: { payload: { name: string } }): string => payload.name;
const spell = ({ rules, leftOut }: InForce): string =>
  rules.map(nameOf).join('') + (leftOut > 0 ? `+${leftOut}` : '');

/** What a timeline says, in letters and days. */
function brief(timeline: Timeline | undefined): Record<string, unknown> {
  if (timeline === undefined) return {};
  const days = (span: { start: number; end: number }): string => `${daysOf(span.start)}..${daysOf(span.end)}`;
  const said = {
    now: spell(timeline.current),
    overlaps: timeline.overlaps.map(
      ({ first, second, span }) => `${nameOf(first)}${nameOf(second)} ${days(span)}`,
    ),
    gaps: timeline.gaps.map(
      ({ span, after, before }) =>
        `${after.map(nameOf).join('')}>${before.map(nameOf).join('')} ${days(span)}`,
    ),
    changes: timeline.changes.map(({ at, from, to }) => `${daysOf(at)}: ${spell(from)}>${spell(to)}`),
    expired: timeline.expired.map(nameOf).join(''),
    soon: timeline.expiringSoon.map(({ rule, at }) => `${nameOf(rule)} ${daysOf(at)}`),
    never: timeline.neverInForce.map(nameOf).join(''),
    // One alone is told by what is in force.
    undated: timeline.undated.length > 1 ? timeline.undated.map(nameOf).join('') : '',
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value.length > 0));
}

describe('a timeline', () => {
  it.each<[string, readonly Span[], Record<string, unknown>]>([
    ['one rule without dates', [[null, null]], { now: 'a' }],
    ['a rule that begins later', [[2, null]], { changes: ['2: >a'] }],
    ['a rule that begins now', [[0, null]], { now: 'a' }],
    ['a rule that ends now is over', [[-3, 0]], { expired: 'a' }],
    ['a rule that ends soon', [[-3, 5]], { now: 'a', changes: ['5: a>'], soon: ['a 5'] }],
    ['soon is up to 14 days, that day too', [[-3, 14]], { now: 'a', changes: ['14: a>'], soon: ['a 14'] }],
    ['a rule that ends after that', [[-3, 14.001]], { now: 'a', changes: ['14.001: a>'] }],
    [
      'edge to edge there is neither gap nor overlap',
      [
        [null, 3],
        [3, null],
      ],
      { now: 'a', changes: ['3: a>b'] },
    ],
    [
      'a gap',
      [
        [null, 3],
        [4, null],
      ],
      { now: 'a', gaps: ['a>b 3..4'], changes: ['3: a>', '4: >b'], soon: ['a 3'] },
    ],
    [
      'a gap that is over is none',
      [
        [null, -3],
        [0, null],
      ],
      { now: 'b', expired: 'a' },
    ],
    [
      'a gap that has begun',
      [
        [null, -3],
        [1, null],
      ],
      { expired: 'a', gaps: ['a>b -3..1'], changes: ['1: >b'] },
    ],
    [
      'a gap between several',
      [
        [null, 3],
        [1, 3],
        [4, 9],
        [4, null],
      ],
      {
        now: 'a',
        overlaps: ['ab 1..3', 'cd 4..9'],
        gaps: ['ab>cd 3..4'],
        changes: ['1: a>ab', '3: ab>', '4: >cd', '9: cd>d'],
        soon: ['a 3', 'b 3'],
      },
    ],
    [
      'a short rule inside a long one hides no gap and makes none',
      [
        [-9, 20],
        [1, 2],
        [30, null],
      ],
      {
        now: 'a',
        overlaps: ['ab 1..2'],
        gaps: ['a>c 20..30'],
        changes: ['1: a>ab', '2: ab>a', '20: a>', '30: >c'],
      },
    ],
    [
      'an overlap that is over is none',
      [
        [-9, -2],
        [-5, 0],
        [0, null],
      ],
      { now: 'c', expired: 'ab' },
    ],
    [
      'an overlap that has begun has its whole span',
      [
        [-9, 5],
        [-5, null],
      ],
      { now: 'ab', overlaps: ['ab -5..5'], changes: ['5: ab>b'] },
    ],
    [
      'two without dates',
      [
        [null, null],
        [null, null],
      ],
      { now: 'ab', undated: 'ab' },
    ],
    [
      'three at once are three pairs',
      [
        [1, 9],
        [2, 9],
        [3, 9],
      ],
      {
        overlaps: ['ab 2..9', 'ac 3..9', 'bc 3..9'],
        changes: ['1: >a', '2: a>ab', '3: ab>abc', '9: abc>'],
        soon: ['a 9', 'b 9', 'c 9'],
      },
    ],
    [
      'a window turned round, or of no length, counts nowhere',
      [
        [5, 2],
        [1, 1],
        [null, null],
      ],
      { now: 'c', never: 'ba' },
    ],
    [
      'one follows another at the instant at which a third ends',
      [
        [-1, 4],
        [4, 6],
        [5, 6],
        [6, null],
      ],
      { now: 'a', overlaps: ['bc 5..6'], changes: ['4: a>b', '5: b>bc', '6: bc>d'] },
    ],
  ])('%s', (_, spans, expected) => {
    const [timeline, ...others] = makeTimelines(rulesIn(spans), NOON);
    expect(brief(timeline)).toEqual(expected);
    expect(others).toEqual([]);
  });

  it('is made for each campaign, sorted by id, and never across campaigns', () => {
    const rules = [
      ruleIn([null, null], 'z', 'b'),
      ruleIn([null, null], 'y', 'a'),
      ruleIn([3, null], 'x', 'A'),
      ruleWith('draft', { campaignId: 'c', status: 'DRAFT' }),
    ];
    const timelines = makeTimelines(rules, NOON);
    expect(timelines.map((timeline) => [timeline.campaignId, brief(timeline)])).toEqual([
      ['A', { changes: ['3: >x'] }],
      ['a', { now: 'y' }],
      ['b', { now: 'z' }],
    ]);
  });

  it('takes the number of days that is soon', () => {
    const rules = rulesIn([[null, 3]]);
    expect(makeTimelines(rules, NOON, { soonDays: 2 })[0]?.expiringSoon).toEqual([]);
    expect(makeTimelines(rules, NOON, { soonDays: 3 })[0]?.expiringSoon).toHaveLength(1);
  });

  it('is nothing where there are no rules', () => {
    expect(makeTimelines([], NOON)).toEqual([]);
  });
});

describe('offsets and changes of the clocks', () => {
  const dates = (name: string, effectiveDate: string | undefined, expirationDate: string | undefined) =>
    ruleWith(name, { effectiveDate, expirationDate });

  it.each<[string, string, string, string]>([
    ['Z and +01:00', '2027-04-01T00:00:00Z', '2027-04-01T01:00:00+01:00', ''],
    ['two offsets on two days', '2027-03-31T19:00:00-05:00', '2027-04-01T05:30:00+0530', ''],
    ['an hour between', '2027-04-01T00:00:00Z', '2027-04-01T00:00:00-01:00', 'gap'],
    ['an hour twice', '2027-04-01T00:00:00Z', '2027-04-01T00:00:00+01:00', 'overlap'],
    // New York moves its clocks on 14 March 2027 from 02:00 -05:00 to 03:00 -04:00.
    ['the skipped hour of spring', '2027-03-14T02:00:00-05:00', '2027-03-14T03:00:00-04:00', ''],
    // Berlin moves them back on 31 October 2027 from 03:00 +02:00 to 02:00 +01:00: 02:30 comes twice.
    ['the hour that autumn has twice', '2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00', 'gap'],
    ['the same hour, as one instant', '2027-10-31T03:00:00+02:00', '2027-10-31T02:00:00+01:00', ''],
  ])('%s', (_, end, start, expected) => {
    const [timeline] = makeTimelines([dates('a', undefined, end), dates('b', start, undefined)], NOON);
    expect([
      ...(timeline?.gaps ?? []).map(() => 'gap'),
      ...(timeline?.overlaps ?? []).map(() => 'overlap'),
    ]).toEqual(expected === '' ? [] : [expected]);
  });

  it('make a night across a change of clocks as long as it is', () => {
    const night = dates('a', '2027-10-30T22:00:00+02:00', '2027-10-31T06:00:00+01:00');
    const [timeline] = makeTimelines([night], NOON);
    const hours = timeline?.changes.map(({ at }) => (at - Date.parse('2027-10-30T20:00:00Z')) / 3_600_000);
    expect(hours).toEqual([0, 9]);
  });
});

describe('very many rules in one campaign', () => {
  const many = (count: number, span: (index: number) => Span) =>
    makeTimelines(
      Array.from({ length: count }, (_, index) =>
        ruleIn(span(index), `rule ${String(index).padStart(5, '0')}`),
      ),
      NOON,
    )[0];

  it('one after the other', () => {
    const timeline = many(10_000, (index) => [index, index + 1]);
    expect(timeline?.changes).toHaveLength(10_000);
    expect([timeline?.overlaps, timeline?.gaps, timeline?.expiringSoon]).toEqual([[], [], []]);
  });

  it('all at once: what is left out is counted', () => {
    const timeline = many(10_000, (index) => [index + 1, 20_000 + index]);
    expect(timeline?.overlaps).toHaveLength(100);
    expect(timeline?.overlapsLeftOut).toBe((10_000 * 9_999) / 2 - 100);
    expect(timeline?.changes).toHaveLength(20_000);
    expect(timeline?.changes[9_999]?.to).toMatchObject({ leftOut: 9_990 });
    expect(timeline?.changes[9_999]?.to.rules).toHaveLength(10);
  });
});

// ------------------------------------------------------------------------------------- properties

const RUNS = { numRuns: 2000, seed: 20_270_301 };
const offset = fc.integer({ min: -6, max: 8 });
const spans = fc.array(fc.tuple(fc.option(offset), fc.option(offset)), { maxLength: 7 });

const inSpan = ([from, to]: Span, at: number): boolean =>
  (from === null || from <= at) && (to === null || at < to);
const lettersAt = (all: readonly Span[], at: number): string[] =>
  all.flatMap((span, index) => (inSpan(span, at) ? [String.fromCodePoint(97 + index)] : []));
/** Whole days and the noons between them: every span is told from every other by these. */
const INSTANTS = Array.from({ length: 61 }, (_, step) => -15 + step / 2);

describe('by looking at every instant', () => {
  const check = (verify: (all: readonly Span[], timeline: Timeline) => void): void => {
    fc.assert(
      fc.property(spans, (all) => {
        const [timeline] = makeTimelines(rulesIn(all), NOON);
        if (timeline !== undefined) verify(all, timeline);
        else expect(all).toEqual([]);
      }),
      RUNS,
    );
  };

  it('the changes tell what is in force after now', () => {
    check((all, { changes, current }) => {
      for (const at of INSTANTS.filter((at) => at >= 0)) {
        const last = changes.findLast((change) => daysOf(change.at) <= at)?.to ?? current;
        expect(last.rules.map(nameOf).toSorted()).toEqual(lettersAt(all, at));
      }
      const froms = changes.map(({ from }) => from);
      expect(froms).toEqual([current, ...changes.map(({ to }) => to)].slice(0, -1));
      for (const { at, from, to } of changes) {
        expect(at).toBeGreaterThan(NOON);
        expect(from).not.toEqual(to);
      }
    });
  });

  it('overlaps are the pairs with dates that are in force together at now or after it', () => {
    check((all, { overlaps, overlapsLeftOut, rules }) => {
      const pairs = new Set<string>();
      for (const at of INSTANTS.filter((at) => at >= 0)) {
        const letters = lettersAt(
          all.map((span): Span => (span[0] === null && span[1] === null ? [0, 0] : span)),
          at,
        );
        for (const one of letters) for (const other of letters) if (one < other) pairs.add(one + other);
      }
      const found = overlaps.map(({ first, second }) => [nameOf(first), nameOf(second)].toSorted().join(''));
      expect(found.toSorted()).toEqual([...pairs].toSorted());
      expect(overlapsLeftOut).toBe(0);
      const starts = overlaps.map(({ span }) => span.start);
      expect(starts).toEqual(starts.toSorted((a, b) => (a === b ? 0 : a - b)));
      const order = rules.map(({ rule }) => nameOf(rule));
      for (const { first, second, span } of overlaps) {
        expect(order.indexOf(nameOf(first))).toBeLessThan(order.indexOf(nameOf(second)));
        for (const at of INSTANTS) {
          const both = [first, second].every((rule) => lettersAt(all, at).includes(nameOf(rule)));
          expect(daysOf(span.start) <= at && at < daysOf(span.end)).toBe(both);
        }
      }
    });
  });

  it('gaps are the bare instants between two windows', () => {
    check((all, { gaps }) => {
      const isBare = (at: number): boolean => lettersAt(all, at).length === 0;
      for (const at of INSTANTS) {
        const isBetween =
          INSTANTS.some((other) => other < at && !isBare(other)) &&
          INSTANTS.some((other) => other > at && !isBare(other));
        const next = INSTANTS.find((other) => other > at && !isBare(other)) ?? 0;
        const inGap = gaps.some(({ span }) => daysOf(span.start) <= at && at < daysOf(span.end));
        expect(inGap).toBe(isBetween && isBare(at) && next > 0);
      }
      for (const { span, after, before } of gaps) {
        const [start, end] = [daysOf(span.start), daysOf(span.end)];
        expect(after.map(nameOf).toSorted()).toEqual(
          lettersAt(all, start - 0.5).filter((letter) => !lettersAt(all, start).includes(letter)),
        );
        expect(before.map(nameOf).toSorted()).toEqual(lettersAt(all, end));
      }
    });
  });

  it('what expires soon ends in those days and leaves nothing in force', () => {
    check((all, { expiringSoon, expired, neverInForce }) => {
      const real = all.flatMap(([from, to], index) =>
        (from ?? -99) < (to ?? 99) ? [{ letter: String.fromCodePoint(97 + index), to }] : [],
      );
      const bare = real.filter(({ to }) => to !== null && to > 0 && lettersAt(all, to).length === 0);
      expect(expiringSoon.map(({ rule }) => nameOf(rule)).toSorted()).toEqual(
        bare.map(({ letter }) => letter),
      );
      for (const { rule, at } of expiringSoon)
        expect(daysOf(at)).toBe(real.find(({ letter }) => letter === nameOf(rule))?.to);
      expect(expired.map(nameOf).toSorted()).toEqual(
        real.filter(({ to }) => to !== null && to <= 0).map(({ letter }) => letter),
      );
      expect(neverInForce).toHaveLength(all.length - real.length);
    });
  });

  it('the order of the rules does not matter', () => {
    fc.assert(
      fc.property(spans, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const rules = rulesIn(all);
        const shuffled = rules
          .map((rule) => ({ rule, key: numbers.next().value }))
          .toSorted((a, b) => a.key - b.key);
        expect(
          makeTimelines(
            shuffled.map(({ rule }) => rule),
            NOON,
          ),
        ).toEqual(makeTimelines(rules, NOON));
      }),
      { ...RUNS, numRuns: 500 },
    );
  });

  it('a bound on the overlaps keeps the first and counts the others', () => {
    fc.assert(
      fc.property(spans, fc.nat({ max: 5 }), (all, mostOverlaps) => {
        const whole = makeTimelines(rulesIn(all), NOON)[0]?.overlaps ?? [];
        const [cut] = makeTimelines(rulesIn(all), NOON, { mostOverlaps });
        expect(cut?.overlaps ?? []).toEqual(whole.slice(0, mostOverlaps));
        expect(cut?.overlapsLeftOut ?? 0).toBe(Math.max(0, whole.length - mostOverlaps));
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});
