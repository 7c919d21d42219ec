import { describe, expect, it } from 'vitest';
import { type RuleChange, compareRuleSets, isSameVersion } from '../../src/plan/compare-rule-sets.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { day, ruleOf } from './sample.ts';

function tell(changes: readonly RuleChange[]): string[] {
  return changes.map(({ name, kind, before, after }) =>
    [kind, before?.payload.name ?? '-', after?.payload.name ?? '-', name].join(' '),
  );
}

const HOSTILE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];

describe('compareRuleSets', () => {
  it.each<[string, readonly Rule[], readonly Rule[], readonly string[]]>([
    ['nothing and nothing', [], [], []],
    ['a new rule', [], [ruleOf('A')], ['added - A A']],
    ['a rule that went', [ruleOf('A')], [], ['removed A - A']],
    ['the same twice', [ruleOf('A')], [ruleOf('A')], ['unchanged A A A']],
    ['another content', [ruleOf('A')], [ruleOf('A', { media: 'other' })], ['modified A A A']],
    ['another window', [ruleOf('A')], [ruleOf('A', { effectiveDate: day(1) })], ['modified A A A']],
    ['another status alone', [ruleOf('A')], [ruleOf('A', { status: 'INACTIVE' })], ['modified A A A']],
    [
      'another path alone',
      [ruleOf('A')],
      [{ ...ruleOf('A'), path: 'rules/elsewhere.json' }],
      ['unchanged A A A'],
    ],
    ['another name alone', [ruleOf('Old')], [ruleOf('New')], ['renamed Old New New']],
    [
      'another name and another content',
      [ruleOf('Old')],
      [ruleOf('New', { media: 'other' })],
      ['added - New New', 'removed Old - Old'],
    ],
    [
      'another name and another status',
      [ruleOf('Old')],
      [ruleOf('New', { status: 'DRAFT' })],
      ['added - New New', 'removed Old - Old'],
    ],
    [
      'one rule that is named twice anew: a rename, and an addition',
      [ruleOf('Old')],
      [ruleOf('New 1'), ruleOf('New 2')],
      ['renamed Old New 1 New 1', 'added - New 2 New 2'],
    ],
    [
      'two equal rules of which one is named anew',
      [ruleOf('Old 1'), ruleOf('Old 2')],
      [ruleOf('New')],
      ['renamed Old 1 New New', 'removed Old 2 - Old 2'],
    ],
    [
      'a copy beside the old one is no rename',
      [ruleOf('Old')],
      [ruleOf('Old'), ruleOf('Copy')],
      ['added - Copy Copy', 'unchanged Old Old Old'],
    ],
    [
      'two names that are exchanged',
      [ruleOf('A'), ruleOf('B', { media: 'other' })],
      [ruleOf('A', { media: 'other' }), ruleOf('B')],
      ['modified A A A', 'modified B B B'],
    ],
    [
      'the order of the files',
      [ruleOf('B'), ruleOf('A')],
      [ruleOf('C', { media: 'c' }), ruleOf('A')],
      ['unchanged A A A', 'removed B - B', 'added - C C'],
    ],
  ])('tells %s', (_case, base, head, expected) => {
    expect(tell(compareRuleSets(base, head))).toEqual(expected);
  });

  it('sorts by code point, not by UTF-16 unit', () => {
    const rules = ['\u{1f600}', '\uffee', 'b', 'B'].map((name) => ruleOf(name));
    expect(compareRuleSets([], rules).map(({ name }) => name)).toEqual(['B', 'b', '\uffee', '\u{1f600}']);
  });

  it.each(HOSTILE_NAMES)('takes the name %j for a name', (name) => {
    expect(tell(compareRuleSets([], [ruleOf(name)]))).toEqual([`added - ${name} ${name}`]);
    expect(tell(compareRuleSets([ruleOf(name)], []))).toEqual([`removed ${name} - ${name}`]);
    expect(tell(compareRuleSets([ruleOf(name)], [ruleOf(name)]))).toEqual([
      `unchanged ${name} ${name} ${name}`,
    ]);
  });

  it('counts the first of two rules with one name', () => {
    const [change] = compareRuleSets([ruleOf('A')], [ruleOf('A'), ruleOf('A', { media: 'other' })]);
    expect(change?.kind).toBe('unchanged');
  });
});

describe('isSameVersion', () => {
  it.each([
    ['nothing differs', ruleOf('A'), ruleOf('A'), true],
    ['the status differs', ruleOf('A'), ruleOf('A', { status: 'DRAFT' }), false],
    ['the content differs', ruleOf('A'), ruleOf('A', { media: 'other' }), false],
  ])('%s', (_case, one, other, expected) => {
    expect(isSameVersion(one, other)).toBe(expected);
  });
});
