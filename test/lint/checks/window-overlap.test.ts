import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintFiles, loud, ofCheck } from '../lint-texts.ts';

const CHECK = 'window-overlap';

type Dates = readonly [from: string | undefined, to: string | undefined];

function dated(name: string, [effectiveDate, expirationDate]: Dates, changes: object = {}): object {
  return ruleFile({ name, effectiveDate, expirationDate, ...changes });
}

/** The spans during which a pair of rules is told to overlap. */
function spansOf(first: Dates, second: Dates, changes: object = {}): (string | undefined)[] {
  const files = { 'a.json': dated('A', first), 'b.json': dated('B', second, changes) };
  return ofCheck(lintFiles(files), CHECK).map(({ message }) => /in force (.*), and/.exec(message)?.[1]);
}

const ALWAYS: Dates = [undefined, undefined];
const HOLIDAY: Dates = ['2027-12-24T12:00:00Z', '2028-01-02T06:00:00Z'];
const UNTIL: Dates = [undefined, '2028-01-01T00:00:00Z'];

describe(CHECK, () => {
  it('tells a holiday rule within a season, at the start of the holiday', () => {
    const files = {
      'rules/z.json': dated('Main', ['2027-09-01T00:00:00Z', undefined]),
      'rules/a.json': dated('Holiday', HOLIDAY),
    };
    expect(loud(lintFiles(files))).toMatchObject([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        pointer: '/effectiveDate',
        message:
          'this rule and "Main" (rules/z.json) are both in force from 2027-12-24 12:00 UTC to 2028-01-02 06:00 UTC, and a caller of campaign "camp_1" can meet one only',
      },
    ]);
  });

  it('tells a rule without a start at its campaign', () => {
    const files = { 'a.json': dated('A', UNTIL), 'b.json': dated('B', UNTIL) };
    expect(loud(lintFiles(files))).toMatchObject([
      { check: CHECK, severity: 'error', path: 'b.json', pointer: '/campaignId' },
    ]);
  });

  it.each<[string, Dates, Dates, readonly string[]]>([
    ['to one end', UNTIL, UNTIL, ['until 2028-01-01 00:00 UTC']],
    [
      'from one start',
      ['2028-01-01T00:00:00Z', undefined],
      ['2028-01-01T00:00:00Z', undefined],
      ['from 2028-01-01 00:00 UTC on'],
    ],
    [
      'by a second',
      [undefined, '2028-01-01T00:00:01Z'],
      ['2028-01-01T00:00:00Z', undefined],
      ['from 2028-01-01 00:00 UTC to 2028-01-01 00:00:01 UTC'],
    ],
    [
      'in no instant: one ends where the other starts, in another offset',
      [undefined, '2028-01-01T00:00:00Z'],
      ['2028-01-01T01:00:00+01:00', undefined],
      [],
    ],
    [
      'in the hour that comes twice in Berlin',
      [undefined, '2028-10-29T02:30:00+01:00'],
      ['2028-10-29T02:30:00+02:00', undefined],
      ['from 2028-10-29 00:30 UTC to 2028-10-29 01:30 UTC'],
    ],
    [
      'in no instant of the night that loses an hour',
      [undefined, '2028-03-26T02:00:00+01:00'],
      ['2028-03-26T03:00:00+02:00', undefined],
      [],
    ],
    [
      'in the past only',
      HOLIDAY.map((date) => date?.replace(/^20../, '2020')) as unknown as Dates,
      UNTIL,
      [],
    ],
  ])('two rules that overlap %s', (_, first, second, spans) => {
    expect(spansOf(first, second)).toEqual(spans);
  });

  it.each<[string, object]>([
    ['of two campaigns', { campaignId: 'camp_2' }],
    ['of which one is inactive', { status: 'INACTIVE' }],
    ['of which one is a draft', { status: 'DRAFT' }],
  ])('is silent about two rules %s', (_, changes) => {
    expect(spansOf(UNTIL, UNTIL, changes)).toEqual([]);
    expect(
      ofCheck(lintFiles({ 'a.json': dated('A', ALWAYS), 'b.json': dated('B', HOLIDAY, changes) }), CHECK),
    ).toEqual([]);
  });

  it('is silent about two rules of one name, which are told as such', () => {
    for (const dates of [ALWAYS, UNTIL]) {
      const files = { 'a.json': dated('A', dates), 'b.json': dated('A', dates) };
      expect(loud(lintFiles(files)).map(({ check }) => check)).toEqual(['duplicate-rule-name']);
    }
  });

  it('tells each pair once, in whatever order the files come', () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, dated(name, HOLIDAY)]));
    const pairs = loud(lintFiles(files)).map(({ path, message }) => `${path} ${/"(.)"/.exec(message)?.[1]}`);
    expect(pairs.toSorted()).toEqual(['b a', 'c a', 'c b', 'd a', 'd b', 'd c']);
    const backwards = Object.fromEntries(Object.entries(files).toReversed());
    expect(loud(lintFiles(backwards))).toEqual(loud(lintFiles(files)));
  });

  describe('of very many', () => {
    const names = Array.from({ length: 40 }, (_, index) => `rule ${String(index).padStart(2, '0')}`);
    const filesOf = (dates: Dates): Record<string, object> =>
      Object.fromEntries(names.map((name) => [name, dated(name, dates)]));
    const files = filesOf(HOLIDAY);
    const rest = 'campaign "camp_1" has 680 more overlaps, which are not listed';

    it('tells the first 100, and how many more there are at the first rule', () => {
      const findings = ofCheck(lintFiles(files), CHECK);
      expect(findings).toHaveLength(101);
      const more = loud(lintFiles(files)).filter(({ message }) => !message.startsWith('this rule'));
      expect(more).toMatchObject([{ path: 'rule 00', pointer: '/campaignId', message: rest }]);
    });

    it('hides none of the others behind suppressions of those that are told', () => {
      const entry = { check: CHECK, reason: 'r', expires: '2028-01-01' };
      const suppressions = names.slice(1, 15).map((rule) => ({ ...entry, rule }));
      const kept = loud(lintFiles({ ...files, 'cxone-rules.config.json': { suppressions } }));
      expect(ofCheck(kept, CHECK).map(({ message }) => message)).toEqual([rest]);
    });

    it('tells those without any date once, as a warning, and hides no pair with dates behind them', () => {
      const found = loud(lintFiles({ ...filesOf(ALWAYS), x: dated('X', HOLIDAY), y: dated('Y', HOLIDAY) }));
      expect(found.map(({ severity, path }) => [severity, path])).toEqual([
        ['error', 'y'],
        ['warning', 'rule 01'],
        ['warning', 'x'],
        ['warning', 'y'],
      ]);
      expect(found[1]?.message).toBe(
        'campaign "camp_1" has 40 rules that are always in force, and nothing says which of them a caller meets: "rule 00" (rule 00), "rule 01" (rule 01), "rule 02" (rule 02), "rule 03" (rule 03), "rule 04" (rule 04) and 35 more',
      );
    });
  });

  it('warns of a rule for a time beside one that is always in force, until it is over', () => {
    const of = (dates: Dates): object[] =>
      ofCheck(lintFiles({ 'a.json': dated('Main', ALWAYS), 'b.json': dated('Holiday', dates) }), CHECK);
    expect(of(HOLIDAY)).toMatchObject([
      {
        severity: 'warning',
        pointer: '/effectiveDate',
        message:
          'this rule is in force from 2027-12-24 12:00 UTC to 2028-01-02 06:00 UTC beside what is always in force, "Main" (a.json): whether callers then meet this rule only the tenant knows',
      },
    ]);
    expect(of(UNTIL)).toMatchObject([{ severity: 'warning', pointer: '/campaignId' }]);
    expect(of(['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'])).toEqual([]);
  });
});
