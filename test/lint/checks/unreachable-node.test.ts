import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'unreachable-node';

describe(CHECK, () => {
  it('tells the node at its id, and the entry', () => {
    const text = ruleText(node('root', 'queue'), node('lost', 'hangup'));
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'warning',
        path: 'rules/a.json',
        line: 5,
        column: 11,
        endLine: 5,
        endColumn: 17,
        pointer: '/nodes/1/id',
        message: 'no caller can reach node "lost": no way leads to it from the entry "root"',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"lost"']);
  });

  it('tells every node of a part that nothing leads into', () => {
    const text = ruleText(
      node('root', 'queue'),
      node('a', 'dtmf', { press_1: 'b', press_2: 'root' }),
      node('b', 'dtmf', { press_1: 'a' }),
    );
    expect(ofCheck(lintText(text), CHECK).map(({ pointer }) => pointer)).toEqual([
      '/nodes/1/id',
      '/nodes/2/id',
    ]);
  });

  it.each([
    ['the entry, to which nothing leads', [node('root', 'queue', { busy: 'end' }), node('end', 'hangup')]],
    [
      'a node reached only through a busy queue',
      [
        node('root', 'queue', { busy: 'late' }),
        node('late', 'dtmf', { press_1: 'end' }),
        node('end', 'hangup'),
      ],
    ],
    [
      'a node that comes before its source',
      [
        node('root', 'dtmf', { press_1: 'last' }),
        node('end', 'hangup'),
        node('last', 'queue', { busy: 'end' }),
      ],
    ],
  ])('is silent about %s', (_, nodes) => {
    expect(ofCheck(lintText(ruleText(...nodes)), CHECK)).toEqual([]);
  });
});
