import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintText, textAt } from '../lint-texts.ts';

const CHECK = 'schema';
const text = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(ruleFile(changes), null, 2);

describe(CHECK, () => {
  it('tells a value of the wrong kind at its place', () => {
    const rule = text({ campaignId: 12 });
    const findings = lintText(rule);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 3,
        column: 17,
        endLine: 3,
        endColumn: 19,
        pointer: '/campaignId',
        message: 'campaignId must be a text in quotes, not the number 12',
      },
    ]);
    expect(findings.map((finding) => textAt(rule, finding))).toEqual(['12']);
  });

  it('tells an unknown property at its key', () => {
    const rule = text({ effectivDate: 'x' });
    const findings = lintText(rule);
    expect(findings).toMatchObject([
      { line: 24, column: 3, endLine: 24, endColumn: 17, pointer: '/effectivDate' },
    ]);
    expect(findings.map((finding) => textAt(rule, finding))).toEqual(['"effectivDate"']);
  });

  it('tells a missing property at the object that lacks it', () => {
    const rule = text({ nodes: [{ id: 'root', type: 'greeting' }] });
    const findings = lintText(rule);
    expect(findings).toMatchObject([{ line: 5, column: 5, endLine: 8, endColumn: 6, pointer: '/nodes/0' }]);
    expect(findings.map((finding) => textAt(rule, finding))).toEqual([
      '{\n      "id": "root",\n      "type": "greeting"\n    }',
    ]);
  });

  it('tells an impossible date at its value', () => {
    const rule = text({ effectiveDate: '2027-02-30T00:00:00Z' });
    const findings = lintText(rule);
    expect(findings).toMatchObject([
      {
        check: CHECK,
        pointer: '/effectiveDate',
        message: 'effectiveDate "2027-02-30T00:00:00Z" is a date or time that does not exist',
      },
    ]);
    expect(findings.map((finding) => textAt(rule, finding))).toEqual(['"2027-02-30T00:00:00Z"']);
  });

  it('is silent about a rule that fits', () => {
    expect(lintText(text({ $schema: 'x', status: 'DRAFT', effectiveDate: '2027-11-01T00:00:00Z' }))).toEqual(
      [],
    );
  });
});
