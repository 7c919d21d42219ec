import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'dead-end';
const HANGUP = '"fallbackAction": { "type": "hangup" }';

describe(CHECK, () => {
  it('tells the node, and what callers get after it', () => {
    const text = ruleText(
      node('root', 'dtmf', { press_1: 'hours', default: 'end' }),
      node('hours', 'greeting'),
      node('end', 'hangup'),
    );
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'info',
        path: 'rules/a.json',
        line: 5,
        column: 5,
        endLine: 5,
        endColumn: 79,
        pointer: '/nodes/1',
        message: 'after node "hours" callers are hung up on: it has no transitions, so the fallback follows',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual([node('hours', 'greeting')]);
  });

  it.each([
    ['{ "type": "queue", "target": "agents" }', 'are sent to queue "agents"'],
    ['{ "type": "queue" }', 'are sent to a queue that is not named'],
    ['{ "type": "transfer", "target": "desk" }', 'are transferred to "desk"'],
    ['{ "type": "transfer" }', 'are transferred without being told where to'],
  ])('where the fallback is %s callers %s', (fallback, fate) => {
    const text = ruleText(node('root', 'dtmf', { default: 'last' }), node('last', 'dtmf'));
    const changed = text.replace(HANGUP, `"fallbackAction": ${fallback}`);
    expect(ofCheck(lintText(changed), CHECK)).toMatchObject([
      { message: `after node "last" callers ${fate}: it has no transitions, so the fallback follows` },
    ]);
  });

  it('tells an entry that leads nowhere where the rule has more than that', () => {
    const text = ruleText(node('root', 'dtmf'), node('sales', 'queue'));
    expect(ofCheck(lintText(text), CHECK)).toMatchObject([{ pointer: '/nodes/0' }]);
  });

  it.each([
    ['a rule of one announcement', [node('root', 'greeting')]],
    ['a node that no caller reaches', [node('root', 'queue'), node('lost', 'greeting')]],
    [
      'queues, transfers and hangups without transitions',
      [
        node('root', 'dtmf', { press_1: 'q', press_2: 't', default: 'h' }),
        node('q', 'queue'),
        node('t', 'transfer'),
        node('h', 'hangup'),
      ],
    ],
    [
      'a node whose only transition has a wrong target',
      [node('root', 'dtmf', { press_1: 'gone' }), node('end', 'hangup')],
    ],
  ])('is silent about %s', (_, nodes) => {
    expect(ofCheck(lintText(ruleText(...nodes)), CHECK)).toEqual([]);
  });
});
