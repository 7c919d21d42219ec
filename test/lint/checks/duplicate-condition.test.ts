import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'duplicate-condition';
const ENDS = [node('a', 'queue'), node('b', 'queue'), node('c', 'queue')];

/** A node as JSON text with transitions of the form `condition>target`. */
function root(type: string, ...transitions: readonly string[]): string {
  const list = transitions.map((text) => {
    const [condition, target] = text.split('>');
    return { condition, target };
  });
  return JSON.stringify({ id: 'root', type, mediaAssetId: 'asset_1', transitions: list });
}
const lint = (type: string, ...transitions: readonly string[]) =>
  ofCheck(lintText(ruleText(root(type, ...transitions), ...ENDS)), CHECK);

describe(CHECK, () => {
  it('tells the condition of the second, with the place of the first', () => {
    const text = ruleText(root('dtmf', 'press_1>a', 'press_2>c', 'default>c', 'press_1>b'), ...ENDS);
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 4,
        column: 196,
        endLine: 4,
        endColumn: 205,
        pointer: '/nodes/0/transitions/3/condition',
        message: 'on "press_1" node "root" leads to "b", but transitions[0] leads to "a" already',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"press_1"']);
  });

  it('is a warning where both lead to the same node: the second can go', () => {
    expect(lint('dtmf', 'timeout>a', 'invalid>b', 'timeout>a')).toMatchObject([
      {
        severity: 'warning',
        pointer: '/nodes/0/transitions/2',
        message: 'on "timeout" node "root" leads to "a" twice: transitions[0] does so already',
      },
    ]);
  });

  it.each([
    ['press_pound', 'press_hash'],
    ['press_hash', 'press_pound'],
    ['no_match', 'invalid'],
    ['default', 'next'],
  ])('%s and %s are one condition', (first, second) => {
    expect(lint('dtmf', `${first}>a`, `${second}>b`).map(({ message }) => message)).toEqual([
      `on "${second}" node "root" leads to "b", but transitions[0] leads to "a" already on "${first}", which means the same`,
    ]);
    expect(lint('dtmf', `${first}>a`, `${second}>a`).map(({ message }) => message)).toEqual([
      `on "${second}" node "root" leads to "a" twice: transitions[0] does so already on "${first}", which means the same`,
    ]);
  });

  it('tells each later one of several, held against the first', () => {
    expect(lint('dtmf', 'press_1>a', 'press_1>b', 'press_1>a', 'press_1>b')).toMatchObject([
      { severity: 'error', pointer: '/nodes/0/transitions/1/condition' },
      { severity: 'error', pointer: '/nodes/0/transitions/3/condition' },
      { severity: 'warning', pointer: '/nodes/0/transitions/2' },
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ['of a queue', 'queue', ['full>a', 'full>b']],
    ['of a transfer, with others between', 'transfer', ['busy>a', 'error>a', 'busy>b']],
    ["of the tenant's own, the first and the last of many", 'dtmf', ['vip>a', 'gold>a', 'new>c', 'vip>b']],
    ['of a key that no telephone has', 'dtmf', ['press_12>a', 'press_12>b']],
    ['that is empty but for spaces', 'dtmf', [' >a', ' >b']],
    ['with a target that does not exist', 'dtmf', ['press_1>gone', 'press_1>b']],
  ])('tells a condition %s', (_, type, transitions) => {
    expect(lint(type, ...transitions)).toHaveLength(1);
  });

  it('tells the nodes of a rule each', () => {
    const twice = {
      id: 'x',
      type: 'queue',
      transitions: [1, 2].map((n) => ({ condition: 'full', target: 'abc'[n] })),
    };
    const text = ruleText(root('queue', 'full>a', 'full>b'), JSON.stringify(twice), ...ENDS);
    expect(ofCheck(lintText(text), CHECK).map(({ pointer }) => pointer)).toEqual([
      '/nodes/0/transitions/1/condition',
      '/nodes/1/transitions/1/condition',
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ['different conditions with one target', 'dtmf', ['press_1>a', 'press_2>a', 'timeout>a', 'invalid>a']],
    ['conditions that differ in case', 'dtmf', ['vip>a', 'VIP>b', 'Timeout>a', 'timeout>b']],
    ['a condition that objects inherit', 'dtmf', ['constructor>a', 'toString>b', '__proto__>c']],
    ["three of the tenant's own", 'queue', ['busy>a', 'full>b', 'error>c']],
    ['a hangup, whose transitions are a finding already', 'hangup', ['press_1>a', 'press_1>b']],
  ])('is silent about %s', (_, type, transitions) => {
    expect(lint(type, ...transitions)).toEqual([]);
  });
});
