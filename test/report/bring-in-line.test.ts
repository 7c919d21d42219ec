import { describe, expect, it } from 'vitest';
import { type BranchState, tellHowToRevert } from '../../src/report/bring-in-line.ts';

const TARGET = 'a'.repeat(40);
const TIP = 'b'.repeat(40);
type Files = Readonly<Record<string, string>>;

const tree = (files: Files) => Object.entries(files).map(([path, blob]) => ({ path, blob }));
const tell = (target: Files, tip: Files, changes: Partial<BranchState> = {}) =>
  tellHowToRevert({
    target: TARGET,
    targetTree: tree(target),
    tip: TIP,
    tipTree: tree(tip),
    isWanted: (path) => path.startsWith('rules/'),
    isLinear: true,
    ...changes,
  });
const commandsOf = (...given: Parameters<typeof tell>) => tell(...given).map(({ command }) => command);

const RESTORE = `git --literal-pathspecs restore --source=${TARGET} --staged --worktree --`;
const REVERT = `git revert --no-commit ${TARGET}..${TIP}`;

describe('the way back', () => {
  it.each<[string, Files, Files, boolean, readonly (string | undefined)[]]>([
    ['a revert where rule files alone changed', { 'rules/a': '1' }, { 'rules/a': '2' }, true, [REVERT]],
    [
      'a restoration, and a revert, where others changed too',
      { 'rules/a': '1', x: '1' },
      { 'rules/a': '2', x: '2' },
      true,
      [`${RESTORE} rules/a`, REVERT],
    ],
    [
      'a restoration where the history is not linear',
      { 'rules/a': '1' },
      { 'rules/a': '2' },
      false,
      [`${RESTORE} rules/a`],
    ],
    [
      'files that came, went and changed, sorted',
      { 'rules/b': '1', 'rules/c': '1', 'rules/same': '1' },
      { 'rules/a': '1', 'rules/c': '2', 'rules/same': '1' },
      false,
      [`${RESTORE} rules/a rules/b rules/c`],
    ],
    [
      'nothing where the rules are the same',
      { 'rules/a': '1', x: '1' },
      { 'rules/a': '1' },
      true,
      [undefined],
    ],
  ])('is %s', (_is, target, tip, isLinear, commands) => {
    expect(commandsOf(target, tip, { isLinear })).toEqual(commands);
  });

  it('keeps every command short enough for the report, and leaves no file out', () => {
    const paths = Array.from({ length: 300 }, (_, index) => `rules/some/longer/folder/${index}.json`);
    const commands = commandsOf({}, Object.fromEntries(paths.map((path) => [path, '1'])), {
      isLinear: false,
    });
    expect(commands.length).toBeGreaterThan(1);
    expect(Math.max(...commands.map((command) => command?.length ?? 0))).toBeLessThan(4000);
    const listed = commands.flatMap((command) => command?.split(' -- ')[1]?.split(' ') ?? []);
    expect(listed.toSorted()).toEqual(paths.toSorted());
  });

  it.each(['rules/a|b', 'rules/a\nb', 'rules/a\u202eb'])('names no command for a file like %j', (path) => {
    const [detail] = tell({}, { [path]: '1' }, { isLinear: false });
    expect(detail?.command).toBeUndefined();
    expect(detail?.text).toContain(TARGET);
    expect(detail?.text).not.toContain(path);
  });

  it('quotes what a shell would take apart', () => {
    expect(commandsOf({}, { "rules/$(x) it's.json": '1' }, { isLinear: false })).toEqual([
      `${RESTORE} 'rules/$(x) it'\\''s.json'`,
    ]);
  });
});
