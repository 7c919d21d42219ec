import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'no-input-handling';

/** A menu that leads to the end on some conditions. */
function rule(type: string, ...conditions: readonly string[]): string {
  const to = Object.fromEntries(conditions.map((condition) => [condition, 'end']));
  return ruleText(node('menu', type, to), node('end', 'hangup'));
}
const messagesOf = (text: string): string[] => ofCheck(lintText(text), CHECK).map(({ message }) => message);

const BOTH =
  'callers who press nothing or another key at "menu" are hung up on: it has no timeout, no invalid and no default';
const SILENCE = 'callers who press nothing at "menu" are hung up on: it has neither timeout nor default';
const OTHER_KEY =
  'callers who press another key at "menu" are hung up on: it has neither invalid nor default';

describe(CHECK, () => {
  it('tells the transitions of the menu', () => {
    const text = rule('dtmf', 'press_1');
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'info',
        path: 'rules/a.json',
        line: 4,
        column: 46,
        endLine: 4,
        endColumn: 86,
        pointer: '/nodes/0/transitions',
        message: BOTH,
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual([
      '[{"condition":"press_1","target":"end"}]',
    ]);
  });

  it.each<[string, string, readonly string[], string]>([
    ['one key of a greeting', 'greeting', ['press_1'], BOTH],
    ['keys and invalid', 'dtmf', ['press_1', 'press_star', 'invalid'], SILENCE],
    ['keys and no_match', 'dtmf', ['press_1', 'no_match'], SILENCE],
    ['keys and timeout', 'dtmf', ['timeout', 'press_hash'], OTHER_KEY],
    ['all keys but one', 'dtmf', [...allKeys().slice(1), 'timeout'], OTHER_KEY],
    ['all keys, so that none can be wrong', 'dtmf', allKeys(), SILENCE],
  ])('%s', (_, type, conditions, message) => {
    expect(messagesOf(rule(type, ...conditions))).toEqual([message]);
  });

  it.each([
    ['{ "type": "queue", "target": "agents" }', 'are sent to queue "agents"'],
    ['{ "type": "transfer", "target": "+1 555 \\"0\\"" }', 'are transferred to "+1 555 \\"0\\""'],
  ])('where the fallback is %s they %s', (fallback, fate) => {
    const text = rule('dtmf', 'press_1', 'invalid').replace('{ "type": "hangup" }', fallback);
    expect(messagesOf(text)).toEqual([
      `callers who press nothing at "menu" ${fate}: it has neither timeout nor default`,
    ]);
  });

  it.each<[string, readonly string[], string]>([
    ['one', ['press_1', 'end'], `${BOTH}; only the tenant knows whether "end" covers that`],
    [
      'several',
      ['press_1', 'timeout', 'vip', 'gold'],
      `${OTHER_KEY}; only the tenant knows whether "vip" or "gold" covers that`,
    ],
    [
      'many, of which three are named',
      ['press_1', 'invalid', 'a', 'b', 'c', 'd', 'e'],
      `${SILENCE}; only the tenant knows whether "a", "b", "c" or 2 more covers that`,
    ],
  ])("says of conditions of the tenant's own that they may cover it: %s", (_, conditions, message) => {
    expect(messagesOf(rule('dtmf', ...conditions))).toEqual([message]);
  });

  it.each<[string, string]>([
    ['keys, timeout and invalid', rule('dtmf', 'press_1', 'timeout', 'invalid')],
    ['keys and default', rule('dtmf', 'press_1', 'default')],
    ['keys and next', rule('greeting', 'press_1', 'next')],
    ['all keys and timeout', rule('dtmf', ...allKeys(), 'timeout')],
    ['a node that asks for no key', rule('dtmf', 'timeout')],
    ["a node with conditions of the tenant's own", rule('dtmf', 'vip', 'error')],
    ['a key that no telephone has', rule('dtmf', 'press_x')],
    ['a greeting that goes on', rule('greeting', 'default')],
    ['a queue that can be left by a key', rule('queue', 'press_1')],
    [
      'a menu that no caller reaches',
      ruleText(node('root', 'queue'), node('lost', 'dtmf', { press_1: 'root' })),
    ],
  ])('is silent about %s', (_, text) => {
    expect(messagesOf(text)).toEqual([]);
  });
});

function allKeys(): string[] {
  return Array.from({ length: 10 }, (_, digit) => `press_${digit}`).concat('press_star', 'press_hash');
}
