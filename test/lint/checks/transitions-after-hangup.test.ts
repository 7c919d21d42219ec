import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'transitions-after-hangup';

describe(CHECK, () => {
  it('tells the transitions of a hangup', () => {
    const text = ruleText(
      node('root', 'dtmf', { default: 'bye' }),
      node('bye', 'hangup', { default: 'survey' }),
      node('survey', 'queue'),
    );
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 5,
        column: 47,
        endLine: 5,
        endColumn: 90,
        pointer: '/nodes/1/transitions',
        message: 'node "bye" hangs up, and the call is over: the transition to "survey" is never taken',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual([
      '[{"condition":"default","target":"survey"}]',
    ]);
  });

  it('tells several in one finding, and what is wrong with them not besides', () => {
    const text = ruleText(
      '{ "id": "root", "type": "hangup", "transitions": [{ "condition": "press_x", "target": "root" }, { "condition": "press_x", "target": "end" }] }',
      node('end', 'hangup'),
    );
    expect(lintText(text)).toMatchObject([
      {
        check: CHECK,
        message: 'node "root" hangs up, and the call is over: its 2 transitions are never taken',
      },
    ]);
  });

  it('tells a hangup that no caller reaches, too', () => {
    const text = ruleText(node('root', 'queue'), node('lost', 'hangup', { default: 'root' }));
    expect(ofCheck(lintText(text), CHECK)).toMatchObject([{ pointer: '/nodes/1/transitions' }]);
  });

  it.each([
    ['a hangup with an empty list', node('root', 'hangup')],
    ['a hangup without the list', '{ "id": "root", "type": "hangup" }'],
    ['a queue that goes on', node('root', 'queue', { full: 'root' })],
    ['a transfer that goes on', node('root', 'transfer', { busy: 'root' })],
  ])('is silent about %s', (_, root) => {
    expect(ofCheck(lintText(ruleText(root)), CHECK)).toEqual([]);
  });
});
