import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintFiles, lintText, loud, ofCheck, textAt } from '../lint-texts.ts';

const CHECK = 'window-expired';

describe(CHECK, () => {
  it('tells a rule whose window is over, at its end', () => {
    const text = JSON.stringify(ruleFile({ expirationDate: '2027-06-15T14:00:00+02:00' }), null, 2);
    const findings = loud(lintText(text));
    expect(findings).toMatchObject([
      {
        check: CHECK,
        severity: 'warning',
        pointer: '/expirationDate',
        message: 'this rule expired at 2027-06-15 12:00 UTC: no caller meets it any more',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"2027-06-15T14:00:00+02:00"']);
  });

  it.each<[string, Record<string, unknown>]>([
    ['one that ends after now', { expirationDate: '2028-06-15T12:00:00Z' }],
    ['one that never ends', {}],
    ['one that has yet to start', { effectiveDate: '2028-06-15T12:00:00Z' }],
    ['one that is kept inactive', { expirationDate: '2026-01-01T00:00:00Z', status: 'INACTIVE' }],
    ['a draft', { expirationDate: '2026-01-01T00:00:00Z', status: 'DRAFT' }],
  ])('is silent about %s', (_, changes) => {
    expect(ofCheck(lintText(ruleFile(changes)), CHECK)).toEqual([]);
  });

  it('tells every rule that is over, of all campaigns', () => {
    const over = (name: string, campaignId: string): object =>
      ruleFile({ name, campaignId, expirationDate: '2026-01-01T00:00:00Z' });
    const files = { 'a.json': over('A', 'x'), 'b.json': over('B', 'x'), 'c.json': over('C', 'y') };
    expect(loud(lintFiles(files)).map(({ check, path }) => [check, path])).toEqual([
      [CHECK, 'a.json'],
      [CHECK, 'b.json'],
      [CHECK, 'c.json'],
    ]);
  });
});
