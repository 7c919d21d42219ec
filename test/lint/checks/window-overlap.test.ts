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

describe(CHECK, () => {
  it('tells a holiday rule within one that is always in force, at the start of the holiday', () => {
    const files = { 'rules/z.json': dated('Main', ALWAYS), 'rules/a.json': dated('Holiday', HOLIDAY) };
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
    const files = { 'a.json': dated('A', ALWAYS), 'b.json': dated('B', [undefined, '2028-01-01T00:00:00Z']) };
    expect(loud(lintFiles(files))).toMatchObject([
      { check: CHECK, severity: 'error', path: 'a.json', pointer: '/campaignId' },
    ]);
  });

  it('tells rules without any date once for a campaign, as a warning', () => {
    const names = Array.from({ length: 30 }, (_, index) => `R${String(index).padStart(2, '0')}`);
    const files = Object.fromEntries(names.map((name) => [`${name}.json`, dated(name, ALWAYS)]));
    const [finding, ...others] = loud(lintFiles(files));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', path: 'R01.json', pointer: '/campaignId' });
    expect(finding?.message).toBe(
      'campaign "camp_1" has 30 rules that are always in force, and nothing says which of them a caller meets: "R00" (R00.json), "R01" (R01.json), "R02" (R02.json), "R03" (R03.json), "R04" (R04.json) and 25 more',
    );
  });

  it('hides no rule with dates behind many without', () => {
    const names = Array.from({ length: 30 }, (_, index) => `R${String(index).padStart(2, '0')}`);
    const files = Object.fromEntries(names.map((name) => [`${name}.json`, dated(name, ALWAYS)]));
    const errors = lintFiles({ ...files, 'x.json': dated('X', HOLIDAY) }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ message }) => message)).toEqual([
      'campaign "camp_1" has 30 more overlaps, which are not listed',
    ]);
  });

  it.each<[string, Dates, Dates, readonly string[]]>([
    ['with one end', ALWAYS, [undefined, '2028-01-01T00:00:00Z'], ['until 2028-01-01 00:00 UTC']],
    ['with one start', ALWAYS, ['2028-01-01T00:00:00Z', undefined], ['from 2028-01-01 00:00 UTC on']],
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
      ALWAYS,
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
    expect(spansOf(ALWAYS, HOLIDAY, changes)).toEqual([]);
  });

  it('is silent about two rules of one name, which are told as such', () => {
    const files = { 'a.json': dated('A', ALWAYS), 'b.json': dated('A', ALWAYS) };
    expect(loud(lintFiles(files)).map(({ check }) => check)).toEqual(['duplicate-rule-name']);
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
    const files = Object.fromEntries(names.map((name) => [name, dated(name, HOLIDAY)]));
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
  });
});
