import { describe, expect, it } from 'vitest';
import { ruleFile } from '../../rules/rule-file.ts';
import { lintFiles, lintSources, lintText, textAt } from '../lint-texts.ts';

const CHECK = 'syntax';

describe(CHECK, () => {
  it('tells a trailing comma at its place', () => {
    const text = '{\n  "name": "Main-Menu",\n}\n';
    expect(lintText(text)).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 2,
        column: 22,
        endLine: 2,
        endColumn: 23,
        pointer: '',
        message: 'JSON has no trailing comma: remove this one',
      },
    ]);
  });

  it('tells a comment from its first sign to its last', () => {
    const text = '{\n  "name": "Main-Menu" // the main menu\n}\n';
    const findings = lintText(text);
    expect(findings).toMatchObject([{ line: 2, column: 23, endLine: 2, endColumn: 39 }]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['// the main menu']);
  });

  it('tells half of a surrogate pair at its text, with its pointer', () => {
    const text = JSON.stringify(ruleFile()).replace('camp_1', String.raw`\ud83d`);
    const findings = lintText(text);
    expect(findings).toMatchObject([
      { check: CHECK, pointer: '/campaignId', line: 1, column: 34, endColumn: 42 },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual([String.raw`"\ud83d"`]);
  });

  it.each([
    ['an empty file', '', 1, 'the file is empty: a rule is expected'],
    [
      'a byte order mark',
      `\ufeff${JSON.stringify(ruleFile())}`,
      1,
      'the file starts with a byte order mark: save it as UTF-8 without one',
    ],
  ])('tells %s', (_, text, line, message) => {
    expect(lintText(text)).toMatchObject([{ check: CHECK, severity: 'error', line, column: 1, message }]);
  });

  it('tells a number that loses digits once, not also as a value of the wrong kind', () => {
    const text = JSON.stringify(ruleFile()).replace('"camp_1"', '12345678901234567890');
    const findings = lintText(text);
    expect(findings).toMatchObject([{ check: CHECK, line: 1, column: 34, endColumn: 54 }]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['12345678901234567890']);
  });

  it('tells the first byte that is no UTF-8', () => {
    const bytes = Buffer.from('{\n  "name": "caf\xe9"\n}\n', 'latin1');
    expect(lintSources([{ path: 'rules/a.json', bytes }]).findings).toMatchObject([
      { check: CHECK, line: 2, column: 15, endLine: 2, endColumn: 16 },
    ]);
  });

  it('keeps no other file from being looked at', () => {
    const findings = lintFiles({ 'a.json': '{', 'b.json': ruleFile({ nodes: [] }), 'c.json': ruleFile() });
    expect(findings.map(({ path, check }) => [path, check])).toEqual([
      ['a.json', CHECK],
      ['b.json', 'schema'],
    ]);
  });

  it('is silent about JSON in any layout', () => {
    expect(lintText(` \r\n\t${JSON.stringify(ruleFile(), null, '\t')}\n\n`)).toEqual([]);
  });
});
