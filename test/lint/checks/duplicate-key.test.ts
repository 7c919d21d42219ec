import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintText, textAt } from '../lint-texts.ts';

const CHECK = 'duplicate-key';

describe(CHECK, () => {
  it('tells the second at its key, with the places of both', () => {
    const rest = JSON.stringify(ruleFile()).slice(1);
    const text = `{\n  "name": "Main-Menu",\n  "$schema": "s",\n  ${rest}`;
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 4,
        column: 3,
        endLine: 4,
        endColumn: 9,
        pointer: '',
        message:
          'the key "name" stands twice in one object: first on line 2, column 3, and again here, on line 4, column 3',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"name"']);
  });

  it('tells it in a transition too, even where both values are the same', () => {
    const text = JSON.stringify(ruleFile()).replace('"target":"sales"', '"target":"sales","target":"sales"');
    const findings = lintText(text);
    expect(findings.map(({ check }) => check)).toEqual([CHECK]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"target"']);
    expect(findings[0]?.column).toBe(text.lastIndexOf('"target"') + 1);
  });

  it('is silent about one key in several objects', () => {
    expect(lintText(ruleFile())).toEqual([]);
  });
});
