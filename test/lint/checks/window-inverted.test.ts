import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintText, loud, ofCheck, textAt } from '../lint-texts.ts';

const CHECK = 'window-inverted';

describe(CHECK, () => {
  it('tells a window that ends before it starts, at its end', () => {
    const rule = ruleFile({
      effectiveDate: '2028-11-01T00:00:00Z',
      expirationDate: '2028-10-31T23:59:59.5Z',
    });
    const text = JSON.stringify(rule, null, 2);
    const findings = loud(lintText(text));
    expect(findings).toMatchObject([
      {
        check: CHECK,
        severity: 'error',
        pointer: '/expirationDate',
        message:
          'expirationDate 2028-10-31 23:59:59.500 UTC is before effectiveDate 2028-11-01 00:00 UTC: the rule is never in force',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"2028-10-31T23:59:59.5Z"']);
  });

  it.each(['ACTIVE', 'INACTIVE', 'DRAFT'])('tells one instant in two spellings, of status %s', (status) => {
    const dates = { effectiveDate: '2028-11-01T01:00:00+01:00', expirationDate: '2028-11-01T00:00Z' };
    expect(ofCheck(lintText(ruleFile({ ...dates, status })), CHECK)).toMatchObject([
      {
        message:
          'effectiveDate and expirationDate are one instant, 2028-11-01 00:00 UTC: the rule is never in force',
      },
    ]);
  });

  it.each<[string, string | undefined, string | undefined, number]>([
    ['both ends open', undefined, undefined, 0],
    ['no end', '2028-11-01T00:00:00Z', undefined, 0],
    ['no start', undefined, '2028-11-01T00:00:00Z', 0],
    ['a millisecond', '2028-11-01T00:00:00.000Z', '2028-11-01T00:00:00.001Z', 0],
    ['digits that fall while time rises', '2028-11-01T02:00:00+02:00', '2028-11-01T01:00:00Z', 0],
    ['digits that rise while time falls', '2028-11-01T00:00:00Z', '2028-11-01T01:00:00+02:00', 1],
    ['the hour that comes twice in Berlin', '2028-10-29T02:30:00+02:00', '2028-10-29T02:30:00+01:00', 0],
    ['the same hour in the wrong order', '2028-10-29T02:30:00+01:00', '2028-10-29T02:30:00+02:00', 1],
  ])('%s', (_, effectiveDate, expirationDate, count) => {
    expect(ofCheck(lintText(ruleFile({ effectiveDate, expirationDate })), CHECK)).toHaveLength(count);
  });

  it('is the only thing told of such a rule', () => {
    const dates = { effectiveDate: '2027-06-20T00:00:00Z', expirationDate: '2027-06-20T00:00:00Z' };
    expect(loud(lintText(ruleFile(dates))).map(({ check }) => check)).toEqual([CHECK]);
  });
});
