import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'duplicate-node-id';

describe(CHECK, () => {
  it('tells the second at its id, with the place of the first', () => {
    const text = ruleText(
      node('root', 'dtmf', { press_1: 'sales' }),
      node('sales', 'queue'),
      node('sales', 'hangup'),
    );
    const findings = lintText(text).filter(({ check }) => check === CHECK);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 6,
        column: 11,
        endLine: 6,
        endColumn: 18,
        pointer: '/nodes/2/id',
        message: 'node id "sales" is taken: nodes[1] has it already',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"sales"']);
  });

  it('tells a third too, with the place of the first', () => {
    const text = ruleText(node('a', 'queue'), node('a', 'queue'), node('a', 'queue'));
    expect(ofCheck(lintText(text), CHECK)).toMatchObject([
      { pointer: '/nodes/1/id', message: 'node id "a" is taken: nodes[0] has it already' },
      { pointer: '/nodes/2/id', message: 'node id "a" is taken: nodes[0] has it already' },
    ]);
  });

  it('is all that is said of the second: that no caller reaches it follows', () => {
    const text = ruleText(
      node('root', 'queue', { busy: 'end' }),
      node('end', 'hangup'),
      node('end', 'hangup'),
    );
    expect(lintText(text).map(({ check }) => check)).toEqual([CHECK]);
  });

  it.each([
    ['ids that differ in case', 'Sales', 'sales'],
    ['ids that differ in white space', 'sales', 'sales '],
    ['accents that are composed differently', 'caf\u00e9', 'cafe\u0301'],
  ])('is silent about %s', (_, a, b) => {
    expect(ofCheck(lintText(ruleText(node(a, 'queue', { busy: b }), node(b, 'queue'))), CHECK)).toEqual([]);
  });
});
