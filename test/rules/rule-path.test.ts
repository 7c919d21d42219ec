import { expect, it } from 'vitest';
import { isRulePath } from '../../src/rules/rule-path.ts';

const DEFAULT = ['rules/**/*.json'];

it.each<[string, string[], string, boolean]>([
  ['a file in the folder', DEFAULT, 'rules/a.json', true],
  ['a file further down', DEFAULT, 'rules/emea/de/a.json', true],
  ['another folder', DEFAULT, 'other/a.json', false],
  ['a folder of the same name further down', DEFAULT, 'x/rules/a.json', false],
  ['another ending', DEFAULT, 'rules/a.jsonc', false],
  ['a path test', DEFAULT, 'rules/a.test.json', false],
  ['a path test that a glob names', ['rules/a.test.json'], 'rules/a.test.json', false],
  ['a rule that is called test', DEFAULT, 'rules/test.json', true],
  ['a hidden file', DEFAULT, 'rules/.a.json', false],
  ['a hidden folder', DEFAULT, 'rules/.old/a.json', false],
  ['a glob that starts with ./', ['./rules/*.json'], 'rules/a.json', true],
  ['one star stays in its folder', ['rules/*.json'], 'rules/emea/a.json', false],
  ['braces', ['rules/{emea,apac}/*.json'], 'rules/apac/a.json', true],
  ['a name without a glob', ['rules/a.json'], 'rules/a.json', true],
  ['the second of two globs', ['a/*.json', 'b/*.json'], 'b/x.json', true],
  ['a path that is taken away', [...DEFAULT, '!rules/drafts/**'], 'rules/drafts/a.json', false],
  ['a path that is taken away with ./', [...DEFAULT, '!./rules/drafts/**'], 'rules/drafts/a.json', false],
  ['a path beside it', [...DEFAULT, '!rules/drafts/**'], 'rules/live/a.json', true],
  [
    'taken away first, wanted later: order does not matter',
    ['!rules/a.json', ...DEFAULT],
    'rules/a.json',
    false,
  ],
  ['only what is not wanted', ['!rules/a.json'], 'rules/b.json', false],
  ['no glob at all', [], 'rules/a.json', false],
])('%s', (_, globs, path, expected) => {
  expect(isRulePath(globs)(path)).toBe(expected);
});
