import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'undefined-target';

describe(CHECK, () => {
  it('tells the target at its place, with the nearest id', () => {
    const text = ruleText(
      node('root', 'dtmf', { press_1: 'sales', press_2: 'suport' }),
      node('sales', 'queue'),
      node('support', 'queue'),
    );
    const findings = lintText(text).filter(({ check }) => check === CHECK);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 4,
        column: 120,
        endLine: 4,
        endColumn: 128,
        pointer: '/nodes/0/transitions/1/target',
        message:
          'on "press_2" node "root" leads to "suport", which no node has as its id; did you mean "support"?',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"suport"']);
  });

  it.each([
    ['an empty target leads nowhere', '', 'leads nowhere: its target is empty'],
    [
      'a target in another case',
      'SALES',
      'leads to "SALES", which no node has as its id; did you mean "sales"?',
    ],
    ['a target like none', 'voicemail', 'leads to "voicemail", which no node has as its id'],
    ['a target that objects inherit', 'toString', 'leads to "toString", which no node has as its id'],
  ])('%s', (_, target, message) => {
    const text = ruleText(node('root', 'dtmf', { timeout: target }), node('sales', 'queue'));
    expect(ofCheck(lintText(text), CHECK)).toMatchObject([
      { message: `on "timeout" node "root" ${message}` },
    ]);
  });

  it('tells each of several, and those of a node that nobody reaches', () => {
    const text = ruleText(
      node('root', 'queue', { busy: 'gone', full: 'gone' }),
      node('lost', 'queue', { busy: 'away' }),
    );
    expect(ofCheck(lintText(text), CHECK).map(({ pointer }) => pointer)).toEqual([
      '/nodes/0/transitions/0/target',
      '/nodes/0/transitions/1/target',
      '/nodes/1/transitions/0/target',
    ]);
  });

  it('gives the first twenty of a rule a hint, for each compares its target with every id', () => {
    const nodes = Array.from({ length: 30 }, (_, index) =>
      node(`node-${index}`, 'queue', { busy: `nodes-${index}` }),
    );
    const messages = ofCheck(lintText(ruleText(...nodes)), CHECK).map(({ message }) => message);
    expect(messages.map((message) => message.includes('did you mean'))).toEqual(
      Array.from({ length: 30 }, (_, index) => index < 20),
    );
  });

  it.each([
    ['a node itself', { timeout: 'root', press_1: 'sales' }],
    ['an id with odd signs', { press_1: 'a/b ~"ü' }],
  ])('is silent about %s', (_, to) => {
    const text = ruleText(node('root', 'dtmf', to), node('sales', 'queue'), node('a/b ~"ü', 'queue'));
    expect(ofCheck(lintText(text), CHECK)).toEqual([]);
  });
});
