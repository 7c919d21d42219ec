import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintFiles, textAt } from '../lint-texts.ts';

const CHECK = 'duplicate-rule-name';

describe(CHECK, () => {
  it('tells the second file at its name, with the path of the first', () => {
    const text = JSON.stringify(ruleFile(), null, 2);
    const findings = lintFiles({ 'rules/b.json': text, 'rules/a.json': ruleFile({ campaignId: 'camp_2' }) });
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/b.json',
        line: 2,
        column: 11,
        endLine: 2,
        endColumn: 22,
        pointer: '/name',
        message:
          'the name "Main-Menu" is taken: "rules/a.json" has it already, and a name can be deployed once only',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"Main-Menu"']);
  });

  it('tells a third file too', () => {
    const findings = lintFiles({ 'a.json': ruleFile(), 'b.json': ruleFile(), 'c.json': ruleFile() });
    expect(findings.map(({ check, path }) => [check, path])).toEqual([
      [CHECK, 'b.json'],
      [CHECK, 'c.json'],
    ]);
  });

  it.each([
    ['names that differ', 'Billing'],
    ['names that differ in case', 'main-menu'],
  ])('is silent about %s', (_, name) => {
    const other = ruleFile({ name, campaignId: 'camp_2' });
    expect(lintFiles({ 'a.json': ruleFile(), 'b.json': other })).toEqual([]);
  });

  it('cannot tell of a file that is no rule', () => {
    const findings = lintFiles({ 'a.json': ruleFile(), 'b.json': ruleFile({ nodes: [] }) });
    expect(findings.map(({ check }) => check)).toEqual(['schema']);
  });
});
