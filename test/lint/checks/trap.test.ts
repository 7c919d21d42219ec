import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'trap';
const END = 'no transition leads on to a hangup, a queue, a transfer or a last node';

describe(CHECK, () => {
  it('tells the loop at its first node', () => {
    const text = ruleText(
      node('root', 'greeting', { default: 'menu' }),
      node('menu', 'dtmf', { press_1: 'again', default: 'menu' }),
      node('again', 'dtmf', { press_1: 'menu', invalid: 'menu', timeout: 'again' }),
    );
    const findings = lintText(text).filter(({ check }) => check === CHECK);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 5,
        column: 5,
        endLine: 5,
        endColumn: 129,
        pointer: '/nodes/1',
        message: `callers who come to "menu", "again" go round for ever: ${END}`,
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual([
      node('menu', 'dtmf', { press_1: 'again', default: 'menu' }),
    ]);
  });

  it('tells a node that leads only to itself', () => {
    expect(ofCheck(lintText(ruleText(node('root', 'dtmf', { default: 'root' }))), CHECK)).toMatchObject([
      { pointer: '/nodes/0', message: `callers who come to "root" go round for ever: ${END}` },
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['silence', { press_1: 'root', invalid: 'root' }],
    ['another key', { press_1: 'root', timeout: 'root' }],
    ['both', { vip: 'root' }],
  ])('says so where the fallback takes callers out: %s', (_, to) => {
    const text = ruleText(node('root', 'dtmf', to));
    expect(ofCheck(lintText(text), CHECK)).toMatchObject([
      {
        message: `callers who come to "root" go round until nothing matches what they do, and then are hung up on: ${END}`,
      },
    ]);
    const queued = text.replace('{ "type": "hangup" }', '{ "type": "queue", "target": "q" }');
    expect(ofCheck(lintText(queued), CHECK)[0]?.message).toContain('and then are sent to queue "q":');
  });

  it('tells a loop that leads into another one', () => {
    const text = ruleText(
      node('a', 'dtmf', { press_1: 'b', press_2: 'c' }),
      node('b', 'dtmf', { press_1: 'a' }),
      node('c', 'dtmf', { press_1: 'c' }),
    );
    expect(ofCheck(lintText(text), CHECK).map(({ pointer }) => pointer)).toEqual(['/nodes/0', '/nodes/2']);
  });

  it('names twenty nodes of a large loop and says how many more there are', () => {
    const ring = Array.from({ length: 25 }, (_, index) =>
      node(`n${index}`, 'dtmf', { default: `n${(index + 1) % 25}` }),
    );
    const [finding] = ofCheck(lintText(ruleText(...ring), { maxDepth: 99 }), CHECK);
    expect(finding?.message).toMatch(/^callers who come to "n0", .*, "n19" and 5 more go round for ever/);
  });

  it.each([
    [
      'a retry loop with a way out',
      [node('menu', 'dtmf', { timeout: 'menu', press_1: 'end' }), node('end', 'hangup')],
    ],
    [
      'a loop that leads to a dead end',
      [node('menu', 'dtmf', { timeout: 'menu', press_1: 'end' }), node('end', 'greeting')],
    ],
    [
      'a loop with a queue in it',
      [node('menu', 'dtmf', { press_1: 'q' }), node('q', 'queue', { busy: 'menu' })],
    ],
    [
      'a loop with a transfer in it',
      [node('menu', 'dtmf', { press_1: 'q' }), node('q', 'transfer', { error: 'menu' })],
    ],
    ['a rule without a loop', [node('menu', 'dtmf', { press_1: 'end' }), node('end', 'hangup')]],
  ])('is silent about %s', (_, nodes) => {
    expect(ofCheck(lintText(ruleText(...nodes)), CHECK)).toEqual([]);
  });
});
