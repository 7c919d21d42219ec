import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'unknown-key';

describe(CHECK, () => {
  it('tells the condition, with the key that is meant', () => {
    const text = ruleText(
      node('root', 'dtmf', { press_1: 'end', 'press_#': 'end', default: 'end' }),
      node('end', 'hangup'),
    );
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'warning',
        path: 'rules/a.json',
        line: 4,
        column: 99,
        endLine: 4,
        endColumn: 108,
        pointer: '/nodes/0/transitions/1/condition',
        message:
          'no caller can take the transition on "press_#" of node "root": no telephone has a key "#"; did you mean "press_pound"?',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"press_#"']);
  });

  it.each([
    ['press_12', 'no telephone has a key "12": callers press one key at a time'],
    ['press_1#', 'no telephone has a key "1#": callers press one key at a time'],
    ['press_01', 'no telephone has a key "01": callers press one key at a time'],
    ['press_', 'it names no key'],
    ['press_x', 'no telephone has a key "x"'],
    ['press_a', 'no telephone has a key "a"'],
    ['press_help', 'no telephone has a key "help"'],
    ['press_*', 'no telephone has a key "*"; did you mean "press_star"?'],
    ['press_asterisk', 'no telephone has a key "asterisk"; did you mean "press_star"?'],
    ['press_Hash', 'no telephone has a key "Hash"; did you mean "press_pound"?'],
    ['press_STAR', 'no telephone has a key "STAR"; did you mean "press_star"?'],
    ['press_stra', 'no telephone has a key "stra"; did you mean "press_star"?'],
    ['press_one', 'no telephone has a key "one"; did you mean "press_1"?'],
    ['press_zero', 'no telephone has a key "zero"; did you mean "press_0"?'],
    ['press_1 ', 'no telephone has a key "1 "; did you mean "press_1"?'],
    ['press_constructor', 'no telephone has a key "constructor"'],
  ])('%s', (condition, why) => {
    const text = ruleText(node('root', 'queue', { [condition]: 'root' }));
    expect(ofCheck(lintText(text), CHECK)).toMatchObject([
      { message: `no caller can take the transition on "${condition}" of node "root": ${why}` },
    ]);
  });

  it('tells each of several', () => {
    const text = ruleText(node('root', 'dtmf', { press_x: 'root', press_1: 'root', press_y: 'root' }));
    expect(ofCheck(lintText(text), CHECK).map(({ pointer }) => pointer)).toEqual([
      '/nodes/0/transitions/0/condition',
      '/nodes/0/transitions/2/condition',
    ]);
  });

  it.each([
    ['every key of a telephone', Array.from({ length: 10 }, (_, digit) => `press_${digit}`)],
    ['star, pound and hash', ['press_star', 'press_pound', 'press_hash']],
    ['conditions that are no keys', ['timeout', 'invalid', 'no_match', 'default', 'next']],
    ["conditions of the tenant's own", ['vip', 'pressed', 'Press_1', ' press_12', 'xpress_12']],
  ])('is silent about %s', (_, conditions) => {
    const to = Object.fromEntries(conditions.map((condition) => [condition, 'root']));
    expect(ofCheck(lintText(ruleText(node('root', 'queue', to))), CHECK)).toEqual([]);
  });
});
