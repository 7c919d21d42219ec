// docs/laptop.md says what the command line does: its help, its example, and its snippets in a shell and a git repository.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { HELP } from '../../src/cli/help.ts';
import { runIn, writeFolder } from '../cli/world.ts';
import { CLI } from '../e2e/start-cli.ts';
import { ruleText } from '../e2e/rules.ts';
import { blocksOf, filesOf, readPage, sectionOf } from './page.ts';

const page = readPage('laptop.md');
const commands = sectionOf(page, 'Commands');
const [hook = ''] = blocksOf(sectionOf(page, 'A pre-commit hook'), 'sh');

const good = ruleText('A');
const bad = ruleText('A', (rule) => {
  rule.nodes[0].transitions![0]!.target = 'gone';
});

/** Variables with the built command line on the PATH, and without any git settings of this machine. */
let env: Record<string, string>;

beforeAll(async () => {
  const bin = await mkdtemp(join(tmpdir(), 'bin-'));
  await writeFile(join(bin, 'cxone-ivr'), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`);
  await chmod(join(bin, 'cxone-ivr'), 0o755);
  env = {
    PATH: [bin, process.env['PATH'] ?? ''].join(delimiter),
    HOME: bin,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
});

describe('the page on the command line', () => {
  it('has the help', () => {
    expect(blocksOf(commands, 'text')).toEqual([HELP]);
  });

  it('shows what lint gives', async () => {
    const [shown = ''] = blocksOf(commands, 'console');
    const { out } = await runIn(await writeFolder(filesOf(commands)), ['lint']);
    expect(shown).toBe(`$ cxone-ivr lint\n${out}`);
  });

  it('has a way to compute the digest that works in a shell', async () => {
    const [snippet = ''] = blocksOf(commands, 'sh');
    const folder = await writeFolder({ 'rules/a.json': good, 'rules/b.json': ruleText('Ü b') });
    const run = (script: string) => spawnSync('sh', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
    expect(run(snippet)).toMatchObject({ status: 0, stderr: '' });
    expect(run(snippet.replace('cxone-ivr hash |', 'cxone-ivr hash | head -n 1 |')).status).toBe(1);
  });
});

describe('the pre-commit hook of the page', () => {
  const open = async (files: Readonly<Record<string, string>>) => {
    const folder = await writeFolder(files);
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'first');
    await mkdir(join(folder, '.git/hooks'), { recursive: true });
    await writeFile(join(folder, '.git/hooks/pre-commit'), hook);
    await chmod(join(folder, '.git/hooks/pre-commit'), 0o755);
    return {
      git,
      write: async (path: string, text: string) => writeFile(join(folder, path), text),
      commit: (...options: readonly string[]) => {
        const args = ['commit', '--quiet', '--message', 'next', ...options];
        const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' });
        return { status, printed: stdout + stderr, commits: git('rev-list', '--count', 'HEAD').trim() };
      },
    };
  };
  const FILES = { 'rules/a.json': good, 'README.md': 'rules' };

  it('lets a commit pass whose rules are in order', async () => {
    const { git, write, commit } = await open(FILES);
    await write('rules/b.json', ruleText('B'));
    git('add', '.');
    const { status, printed, commits } = commit();
    expect(printed).toContain('2 rule files checked: 0 errors, 0 warnings');
    expect([status, commits]).toEqual([0, '2']);
  });

  it.each([
    ['staged', []],
    ['given to the commit', ['--all']],
    ['named in the commit', ['rules/a.json']],
  ])('stops a commit with a broken rule that is %s', async (how, options) => {
    const { git, write, commit } = await open(FILES);
    await write('rules/a.json', bad);
    if (how === 'staged') git('add', '.');
    const { status, printed, commits } = commit(...options);
    expect(printed).toContain('leads to "gone"');
    expect([status, commits]).toEqual([1, '1']);
  });

  it('goes by what is staged, not by what lies in the folder', async () => {
    const { git, write, commit } = await open(FILES);
    await write('rules/a.json', bad);
    git('add', '.');
    await write('rules/a.json', good);
    expect(commit().commits).toBe('1');
    git('add', '.');
    await write('rules/b.json', ruleText('B'));
    git('add', '.');
    await write('rules/b.json', '{');
    expect(commit().commits).toBe('2');
  });

  it('stops a commit with a path test that fails', async () => {
    const { git, write, commit } = await open(FILES);
    const test = { rule: 'A', tests: [{ name: 'x', caller: ['press_1'], endsIn: 'hangup' }] };
    await write('rules/a.test.json', JSON.stringify(test));
    git('add', '.');
    const { printed, commits } = commit();
    expect(printed).toContain('path-test');
    expect(commits).toBe('1');
  });

  it('does not hold up a commit that touches no rule', async () => {
    const { git, write, commit } = await open({ ...FILES, 'rules/a.json': bad });
    await write('README.md', 'more');
    git('add', '.');
    expect(commit()).toEqual({ status: 0, printed: '', commits: '2' });
  });
});
