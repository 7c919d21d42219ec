import { describe, expect, it } from 'vitest';
import { folderOf, placeRules, slugOf } from '../../src/rules/place-rules.ts';

const GLOBS = ['rules/**/*.json'];

describe('slugOf', () => {
  it.each([
    ['Holiday-Support-Routing', 'holiday-support-routing'],
    ['Ärger & Öl', 'arger-ol'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\x', 'c-windows-x'],
    ['a.test', 'a-test'],
    ['.hidden', 'hidden'],
    ['日本', 'rule'],
    ['', 'rule'],
    ['\u0000\u202e', 'rule'],
    ['CON', 'con-rule'],
    ['lpt1', 'lpt1-rule'],
    ['con2', 'con2'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('makes of %j %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe('folderOf', () => {
  it.each([
    ['rules/**/*.json', 'rules'],
    ['./ivr/rules/*.json', 'ivr/rules'],
    ['**/*.json', '.'],
    ['*.json', '.'],
    ['ivr/a.json', 'ivr'],
    ['a.json', '.'],
  ])('of %s is %s', (glob, folder) => {
    expect(folderOf(['!x', glob, 'other/*.json'])).toBe(folder);
  });
});

describe('placeRules', () => {
  it('numbers names that would have one path, in the order of code points', () => {
    const expected = { 'A B': 'rules/a-b.json', 'a b': 'rules/a-b-2.json', 'a-b': 'rules/a-b-3.json' };
    expect(Object.fromEntries(placeRules(['a-b', 'a b', 'A B'], GLOBS, []))).toEqual(expected);
  });

  it('passes over what is there, whatever its case, and what its own numbers have taken', () => {
    const expected = { 'a 2': 'rules/a-2-2.json', A: 'rules/a-3.json' };
    expect(Object.fromEntries(placeRules(['a 2', 'A'], GLOBS, ['A.JSON', 'a-2.json']))).toEqual(expected);
  });

  it('gives no path where the globs would not find it', () => {
    expect(placeRules(['A'], ['rules/x-*.json'], []).get('A')).toBeUndefined();
    expect(placeRules(['A'], ['rules/*.json', '!rules/a.json'], []).get('A')).toBeUndefined();
  });
});
