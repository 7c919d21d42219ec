import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintFiles, loud, ofCheck } from '../lint-texts.ts';

const CHECK = 'window-gap';

/** Two rules of one campaign: one until an instant, one from another on. */
function pair(expirationDate: string, effectiveDate: string, changes: object = {}): Record<string, unknown> {
  return {
    'rules/a.json': ruleFile({ name: 'Before', expirationDate }),
    'rules/b.json': ruleFile({ name: 'After', effectiveDate, ...changes }),
  };
}

const messages = (files: Readonly<Record<string, unknown>>): string[] =>
  ofCheck(lintFiles(files), CHECK).map(({ message }) => message);

describe(CHECK, () => {
  it('tells the span at the start of the later rule, and names the earlier one', () => {
    const findings = loud(lintFiles(pair('2027-12-31T23:59:59Z', '2028-01-01T00:00:00Z')));
    expect(findings).toMatchObject([
      {
        check: CHECK,
        severity: 'warning',
        path: 'rules/b.json',
        pointer: '/effectiveDate',
        message:
          'no rule of campaign "camp_1" is in force from 2027-12-31 23:59:59 UTC to 2028-01-01 00:00 UTC, after "Before" (rules/a.json) and before this rule',
      },
    ]);
  });

  it.each<[string, string, string, string]>([
    ['ends where the next starts', '2028-01-01T00:00:00Z', '2028-01-01T01:00:00+01:00', ''],
    ['overlaps', '2028-01-01T00:00:00Z', '2027-12-31T00:00:00Z', ''],
    [
      'ends in the hour that comes twice in Berlin, once too early',
      '2028-10-29T02:30:00+02:00',
      '2028-10-29T02:30:00+01:00',
      'from 2028-10-29 00:30 UTC to 2028-10-29 01:30 UTC',
    ],
    [
      'ends where the hour that Berlin leaves out starts',
      '2028-03-26T02:00:00+01:00',
      '2028-03-26T03:00:00+02:00',
      '',
    ],
    [
      'has its next on the same clock across the date line',
      '2028-05-01T00:00:00+14:00',
      '2028-05-01T00:00:00-12:00',
      'from 2028-04-30 10:00 UTC to 2028-05-01 12:00 UTC',
    ],
  ])('a rule that %s', (_, expirationDate, effectiveDate, span) => {
    const found = messages(pair(expirationDate, effectiveDate)).map(
      (message) => /from .* UTC/.exec(message)?.[0],
    );
    expect(found).toEqual(span === '' ? [] : [span]);
  });

  it('counts rules that are over, and only active ones', () => {
    const [over, next] = ['2027-06-01T00:00:00Z', '2027-07-01T00:00:00Z'];
    expect(messages(pair(over, next))).toHaveLength(1);
    expect(messages(pair(over, next, { status: 'INACTIVE' }))).toEqual([]);
    expect(messages(pair(over, next, { campaignId: 'camp_2' }))).toEqual([]);
    expect(messages(pair('2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z'))).toEqual([]);
  });

  it('is filled by a rule in between, in whatever file', () => {
    const files = pair('2028-01-01T00:00:00Z', '2028-03-01T00:00:00Z');
    const filler = {
      name: 'Between',
      effectiveDate: '2028-01-01T00:00:00Z',
      expirationDate: '2028-03-01T00:00:00Z',
    };
    expect(messages(files)).toHaveLength(1);
    expect(messages({ ...files, 'rules/z.json': ruleFile(filler) })).toEqual([]);
  });
});
