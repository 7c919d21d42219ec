import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintText, textAt } from '../lint-texts.ts';

const CHECK = 'window-ambiguous';

describe(CHECK, () => {
  it('tells a local time at its value', () => {
    const text = JSON.stringify(ruleFile({ effectiveDate: '2027-11-01T08:00:00' }), null, 2);
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 24,
        column: 20,
        endLine: 24,
        endColumn: 41,
        pointer: '/effectiveDate',
        message:
          'effectiveDate "2027-11-01T08:00:00" is a local time without an offset: add Z, or an offset such as +01:00',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"2027-11-01T08:00:00"']);
  });

  it('tells both ends', () => {
    const rule = ruleFile({ effectiveDate: '2027-11-01T08:00', expirationDate: '2027-12-01 08:00' });
    expect(lintText(rule).map(({ check, pointer }) => [check, pointer])).toEqual([
      [CHECK, '/effectiveDate'],
      [CHECK, '/expirationDate'],
    ]);
  });

  it.each([
    ['UTC', '2027-11-01T08:00:00Z'],
    ['an offset', '2027-11-01T08:00:00-05:00'],
  ])('is silent about %s', (_, effectiveDate) => {
    expect(lintText(ruleFile({ effectiveDate }))).toEqual([]);
  });
});
