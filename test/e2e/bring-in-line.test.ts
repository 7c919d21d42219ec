// The command that a rollback names to bring the branch in line, run in a real clone: the rule files are then the target's.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ActionRun } from '../stand-in/run-action.ts';
import { type Estate, openEstate } from './estate.ts';
import { heldNames, liveFlows, tenantWrites } from './look.ts';
import { ruleText, version } from './rules.ts';

const run = promisify(execFile);
let estate: Estate;
let first: string;

beforeEach(async () => {
  estate = await openEstate();
  first = await estate.commit({
    'rules/a.json': ruleText('A'),
    'rules/b.json': ruleText('B'),
    'README.md': 'one',
  });
  await estate.push(first);
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

/** The git commands that a run names, in order. */
function commandsOf({ stdout }: ActionRun): string[] {
  return [...stdout.matchAll(/: (git (?:--literal-pathspecs restore|revert) .*)$/gm)].map(
    ([, command]) => command ?? '',
  );
}

/** Clones the branch, runs a command there, and commits. @returns the new commit, in the estate's repository */
async function commitWith(command: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clone-'));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  const git = async (...args: string[]) => (await run('git', args, { cwd: folder })).stdout.trim();
  await git('clone', '--quiet', estate.repository.folder, '.');
  await run('sh', ['-ec', command], { cwd: folder });
  const identity = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com'];
  await git(...identity, 'commit', '--quiet', '--allow-empty', '--message', 'Bring the rules in line');
  await git('push', '--quiet', 'origin', 'HEAD:main');
  return git('rev-parse', 'HEAD');
}

async function filesOf(
  sha: string,
  isWanted = (path: string) => path.startsWith('rules/'),
): Promise<string[]> {
  const { stdout } = await run('git', ['ls-tree', '-r', sha], { cwd: estate.repository.folder });
  return stdout.split('\n').filter((line) => isWanted(line.split('\t')[1] ?? ''));
}

/** What comes of the first command that a rollback names; the branch is then deployed again. */
async function followAdvice(inputs: Record<string, string>): Promise<{ commands: string[]; sha: string }> {
  const rolledBack = await estate.dispatch(inputs);
  expect(rolledBack.outputs.result).toBe('rolled-back');
  const commands = commandsOf(rolledBack);
  const sha = await commitWith(commands[0] ?? 'false');
  return { commands, sha };
}

const SECOND = {
  'rules/a.json': version('A', 'desk'),
  'rules/b.json': null,
  'rules/c.json': ruleText('C'),
} as const;

describe('the command after a rollback', () => {
  it('is a revert of all that came after, where that is exact', async () => {
    const second = await estate.commit(SECOND);
    await estate.push(second);
    const third = await estate.commit({ 'rules/a.json': version('A', 'night') });
    await estate.push(third);
    const empty = await estate.commit({});
    const { commands, sha } = await followAdvice({ 'rollback-to': first });
    expect(commands).toEqual([`git revert --no-commit ${first}..${empty}`]);
    expect(await filesOf(sha, () => true)).toEqual(await filesOf(first, () => true));
  });

  it('makes a branch whose deployment changes nothing, and releases the holds', async () => {
    await estate.push(await estate.commit(SECOND));
    const { sha } = await followAdvice({ 'rollback-to': 'previous' });
    expect(heldNames(estate)).toEqual(['A', '-B', 'C']);
    const before = tenantWrites(estate);
    const next = await estate.push(sha);
    expect(next.outputs.result).toBe('nothing-to-do');
    expect(tenantWrites(estate)).toEqual(before);
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
    expect(heldNames(estate)).toEqual([]);
    // What was taken away may come back by an edit now.
    await estate.push(await estate.commit({ 'rules/a.json': version('A', 'desk') }));
    expect(liveFlows(estate)).toEqual({ A: 'desk', B: 'hangup' });
  });

  it('touches rule files alone where others were changed too, and names the revert beside it', async () => {
    const second = await estate.commit({ ...SECOND, 'README.md': 'two' });
    await estate.push(second);
    const { commands, sha } = await followAdvice({ 'rollback-to': 'previous' });
    expect(commands).toEqual([
      `git --literal-pathspecs restore --source=${first} --staged --worktree -- rules/a.json rules/b.json rules/c.json`,
      `git revert --no-commit ${first}..${second}`,
    ]);
    expect(await filesOf(sha)).toEqual(await filesOf(first));
    const isReadme = (path: string) => path === 'README.md';
    expect(await filesOf(sha, isReadme)).toEqual(await filesOf(second, isReadme));
  });

  it('restores files where a merge came after, for a merge cannot be reverted so', async () => {
    const side = await estate.repository.commit({ 'rules/c.json': ruleText('C') }, 'Add C', {
      branch: 'side',
    });
    const main = await estate.commit({ 'rules/a.json': version('A', 'desk') });
    const merge = await estate.repository.mergeCommit(main, side, { branch: 'main' });
    await estate.push(merge);
    const { commands, sha } = await followAdvice({ 'rollback-to': 'previous' });
    expect(commands).toHaveLength(1);
    expect(commands[0]).toContain(`restore --source=${first}`);
    expect(await filesOf(sha)).toEqual(await filesOf(first));
  });

  it('restores the files of the rules that were rolled back, and no others', async () => {
    const second = await estate.commit(SECOND);
    await estate.push(second);
    const { commands, sha } = await followAdvice({ 'rollback-to': 'previous', only: 'A\nC' });
    expect(commands).toEqual([
      `git --literal-pathspecs restore --source=${first} --staged --worktree -- rules/a.json rules/c.json`,
    ]);
    const others = (path: string) => !['rules/a.json', 'rules/c.json'].includes(path);
    expect(await filesOf(sha, others)).toEqual(await filesOf(second, others));
    const own = (path: string) => !others(path);
    expect(await filesOf(sha, own)).toEqual(await filesOf(first, own));
  });

  it('names no command where a file of the rule holds another one now', async () => {
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('N') }));
    const rolledBack = await estate.dispatch({ 'rollback-to': 'previous', only: 'A' });
    expect(rolledBack.outputs.result).toBe('rolled-back');
    expect(commandsOf(rolledBack)).toEqual([]);
    expect(rolledBack.stdout).toContain(`make these rules what they are at ${first}`);
  });

  it('restores files where the target is no ancestor', async () => {
    const side = await estate.repository.commit(
      { 'rules/a.json': version('A', 'side'), 'rules/sub/d.json': ruleText('D') },
      'Another history',
      { branch: 'side', parents: [first] },
    );
    await estate.push(await estate.commit(SECOND));
    const { commands, sha } = await followAdvice({ 'rollback-to': side, 'override-reason': 'urgent' });
    expect(commands[0]).toContain(`restore --source=${side}`);
    expect(await filesOf(sha)).toEqual(await filesOf(side));
  });

  it('goes with the id map, and with names that a shell would take apart', async () => {
    const map = (id: string) => JSON.stringify({ targets: { desk: id } });
    const odd = "rules/it's $HOME [x] ö.json";
    const inputs = { 'id-map': 'env/ids.json' };
    const start = await estate.commit({ [odd]: version('C', 'desk'), 'env/ids.json': map('queue-1') });
    await estate.push(start, { inputs });
    const changed = await estate.commit({ [odd]: version('C', 'night'), 'env/ids.json': map('queue-2') });
    await estate.push(changed, { inputs });
    await estate.commit({ 'README.md': 'two' });
    const { commands, sha } = await followAdvice({ 'rollback-to': 'previous', ...inputs });
    expect(commands[0]).toContain('restore');
    const own = (path: string) => path !== 'README.md';
    expect(await filesOf(sha, own)).toEqual(await filesOf(start, own));
  });

  it('is not there where the branch has these rules already', async () => {
    const second = await estate.commit(SECOND);
    await estate.push(second);
    await estate.dispatch({ 'rollback-to': 'previous' });
    const forward = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(forward.outputs.result).toBe('rolled-back');
    expect(commandsOf(forward)).toEqual([]);
    expect(forward.stdout).toContain('there is nothing to revert');
  });
});
