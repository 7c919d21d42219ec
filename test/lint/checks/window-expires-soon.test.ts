import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintFiles, lintText, loud, ofCheck } from '../lint-texts.ts';

const CHECK = 'window-expires-soon';
/** Fourteen days of 24 hours after the instant at which the tests look. */
const LIMIT = '2027-06-29T12:00:00Z';

const until = (expirationDate: string): Record<string, unknown> => ruleFile({ expirationDate });

describe(CHECK, () => {
  it('tells a rule that ends within the threshold, at its end', () => {
    expect(loud(lintText(until(LIMIT)))).toMatchObject([
      {
        check: CHECK,
        severity: 'warning',
        pointer: '/expirationDate',
        message:
          'this rule expires at 2027-06-29 12:00 UTC, within 14 days, and no rule of campaign "camp_1" follows',
      },
    ]);
  });

  it.each([
    ['a millisecond after the threshold', '2027-06-29T12:00:00.001Z', 14, 0],
    ['a day before it is over', '2027-06-16T12:00:00Z', 1, 1],
    ['a day and a second', '2027-06-16T12:00:01Z', 1, 0],
    ['nothing where the threshold is 0', '2027-06-15T12:00:00.001Z', 0, 0],
    ['an end that is past', '2027-06-15T12:00:00Z', 14, 0],
  ])('%s', (_, date, soonDays, count) => {
    expect(ofCheck(lintText(until(date), { soonDays }), CHECK)).toHaveLength(count);
  });

  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['by one that starts then', { effectiveDate: LIMIT }, []],
    ['by one that starts then, in another offset', { effectiveDate: '2027-06-29T14:00:00+02:00' }, []],
    ['after a gap, which is told as such', { effectiveDate: '2027-07-01T00:00:00Z' }, ['window-gap']],
    ['by a draft', { effectiveDate: LIMIT, status: 'DRAFT' }, [CHECK]],
    ['in another campaign', { effectiveDate: LIMIT, campaignId: 'camp_2' }, [CHECK]],
  ])('a rule that is followed %s', (_, changes, checks) => {
    const files = { 'a.json': until(LIMIT), 'b.json': ruleFile({ name: 'Next', ...changes }) };
    expect(loud(lintFiles(files)).map(({ check }) => check)).toEqual(checks);
  });
});
