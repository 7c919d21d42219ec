// The git repository behind the stand-in.

import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRepository, type GitRepository } from './github-repository.ts';

let repository: GitRepository;

beforeEach(async () => {
  repository = await createRepository();
});

afterEach(() => repository.remove());

it('gives equal ids for equal histories, and dates that grow', async () => {
  const other = await createRepository();
  const ids = [];
  for (const one of [repository, other]) {
    const first = await one.commit({ a: '1' }, 'First');
    const again = await one.commit({}, 'First');
    const merge = await one.mergeCommit(first, again);
    ids.push([first, again, merge]);
  }
  await other.remove();
  expect(ids[0]).toEqual(ids[1]);
  expect(new Set(ids[0]).size).toBe(3);
  const dates = await Promise.all(
    ids[0]!.map(async (sha) => (await repository.objects.commit(sha)).author.date),
  );
  expect(dates).toEqual(['2024-01-01T00:00:00Z', '2024-01-01T00:01:00Z', '2024-01-01T00:02:00Z']);
});

it('adds, changes and removes files, on branches that start at main, or anywhere by force', async () => {
  const first = await repository.commit({ 'rules/a.json': 'A', 'rules/b.json': 'B' }, 'First');
  const topic = await repository.commit({ 'rules/a.json': null, 'rules/c.json': 'B' }, 'Topic', {
    branch: 'topic',
  });
  expect((await repository.objects.commit(topic)).parents).toEqual([first]);
  expect(await repository.branch('main')).toBe(first);
  expect(await repository.history.changes(first, topic)).toMatchObject([
    { status: 'removed', path: 'rules/a.json' },
    { status: 'added', path: 'rules/c.json' },
  ]);
  const orphan = await repository.commit({ x: 'X' }, 'Alone', { parents: [] });
  expect((await repository.objects.commit(orphan)).parents).toEqual([]);
  expect(await repository.branch('main')).toBe(orphan);
  expect(await repository.history.mergeBase(orphan, topic)).toBeUndefined();
});

it('finds renames, with the lines that change on the way', async () => {
  const before = 'one\ntwo\nthree\nfour\nfive\n';
  const first = await repository.commit({ 'rules/a.json': before, z: 'z\n' }, 'First');
  const moved = { 'rules/a.json': null, 'rules/b.json': `${before}six\n`, z: 'y\n' };
  const second = await repository.commit(moved, 'Move');
  expect(await repository.history.changes(first, second)).toMatchObject([
    { status: 'renamed', path: 'rules/b.json', previousPath: 'rules/a.json', additions: 1, deletions: 0 },
    { status: 'modified', path: 'z', additions: 1, deletions: 1 },
  ]);
});

it('does not merge what conflicts', async () => {
  const base = await repository.commit({ a: '1\n' }, 'Base');
  const one = await repository.commit({ a: '2\n' }, 'One');
  const other = await repository.commit({ a: '3\n' }, 'Other', { branch: 'other', parents: [base] });
  await expect(repository.mergeCommit(one, other)).rejects.toThrow('conflicts');
});

it('checks out a commit, links and odd names included, over what was there', async () => {
  const odd = 'odd "name" \\ ü\nline.json';
  const first = await repository.commit({ [odd]: '{}', old: 'x' }, 'First');
  const link = { mode: '120000', content: '../outside.json' } as const;
  const second = await repository.commit(
    { old: null, 'rules/link.json': link, 'bytes.bin': new Uint8Array([0, 255]) },
    'Second',
  );
  const folder = await mkdtemp(join(tmpdir(), 'checkout-'));
  await writeFile(join(folder, 'left-over'), '');
  await repository.checkout(first, folder);
  await repository.checkout(second, folder);
  expect((await readdir(folder)).sort()).toEqual(['bytes.bin', odd, 'rules'].sort());
  expect((await lstat(join(folder, 'rules/link.json'))).isSymbolicLink()).toBe(true);
  expect([...(await readFile(join(folder, 'bytes.bin')))]).toEqual([0, 255]);
  await rm(folder, { recursive: true });
});
