import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'menu-too-wide';

/** A menu as JSON text that leads to itself on some conditions. */
function menu(type: string, ...conditions: readonly string[]): string {
  const transitions = conditions.map((condition) => ({ condition, target: 'end' }));
  return JSON.stringify({ id: 'menu', type, mediaAssetId: 'asset_1', transitions });
}
const keys = (count: number): string[] => Array.from({ length: count }, (_, digit) => `press_${digit}`);
const rule = (first: string): string => ruleText(first, node('end', 'hangup'));

describe(CHECK, () => {
  it('tells the transitions of the menu', () => {
    const text = rule(menu('dtmf', ...keys(8), 'default'));
    const findings = lintText(text);
    expect(findings).toMatchObject([
      {
        check: CHECK,
        severity: 'warning',
        line: 4,
        pointer: '/nodes/0/transitions',
        message: 'node "menu" offers 8 keys, more than callers keep in mind; the limit is 7',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))[0]).toMatch(/^\[\{"condition":"press_0".*\}\]$/);
  });

  it.each<[string, string, number | undefined]>([
    ['seven keys', menu('dtmf', ...keys(7), 'default'), undefined],
    ['eight keys of a greeting', menu('greeting', ...keys(8), 'default'), 8],
    ['star and pound, which are keys too', menu('dtmf', ...keys(6), 'press_star', 'press_pound'), 8],
    ['all keys of a telephone', menu('dtmf', ...keys(10), 'press_star', 'press_hash'), 12],
    ['one key in two spellings', menu('dtmf', ...keys(6), 'press_pound', 'press_hash'), undefined],
    ['one key twice', menu('dtmf', ...keys(7), 'press_1'), undefined],
    [
      'what are no keys',
      menu('dtmf', ...keys(7), 'timeout', 'invalid', 'default', 'next', 'vip', 'press_12', 'press_x'),
      undefined,
    ],
    ['a queue', menu('queue', ...keys(10)), undefined],
  ])('counts %s', (_, first, count) => {
    const messages = ofCheck(lintText(rule(first)), CHECK).map(({ message }) => message);
    const expected = `node "menu" offers ${count} keys, more than callers keep in mind; the limit is 7`;
    expect(messages).toEqual(count === undefined ? [] : [expected]);
  });

  it.each([
    [3, 1],
    [4, 0],
    [0, 1],
  ])('goes by the setting: four keys where %i are the most', (mostChoices, count) => {
    const text = rule(menu('dtmf', ...keys(4), 'default'));
    expect(ofCheck(lintText(text, { mostChoices }), CHECK)).toHaveLength(count);
  });
});
