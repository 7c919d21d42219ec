import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { findInputFile, readInputFile } from '../../src/workspace/read-input-file.ts';

let place = '';
let workspace = '';

beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), 'input-file-')));
  workspace = join(place, 'workspace');
  await mkdir(join(workspace, 'env'), { recursive: true });
  await writeFile(join(workspace, 'env/eu.json'), '{}');
  await writeFile(join(place, 'secret.json'), 'secret');
  onTestFinished(async () => rm(place, { recursive: true }));
});

function errorOf(path: string): string {
  let error: unknown;
  try {
    readInputFile(workspace, 'id-map', path);
  } catch (reason) {
    error = reason;
  }
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).reason).toBe('input');
  return (error as UserError).message;
}

describe('a file that an input names', () => {
  it.each(['env/eu.json', './env/eu.json', 'env//eu.json', 'env/../env/eu.json'])(
    'is read: %s',
    async (path) => {
      const file = readInputFile(workspace, 'id-map', path);
      expect({ ...file, bytes: Buffer.from(file.bytes).toString() }).toEqual({
        path: 'env/eu.json',
        bytes: '{}',
      });
    },
  );

  it('is read by its absolute path, and from a workspace that is itself behind a link', async () => {
    expect(readInputFile(workspace, 'id-map', join(workspace, 'env/eu.json')).path).toBe('env/eu.json');
    await symlink(workspace, join(place, 'link'));
    expect(readInputFile(join(place, 'link'), 'id-map', 'env/eu.json').path).toBe('env/eu.json');
  });

  it.each(['../secret.json', 'env/../../secret.json', '/etc/passwd', '..'])(
    'is refused outside the workspace: %s',
    async (path) => {
      expect(errorOf(path)).toContain(
        `input id-map is ${JSON.stringify(path)}, which lies outside the workspace`,
      );
    },
  );

  it.each<[string, string, string]>([
    ['a link to a file outside', '../../secret.json', 'env/link.json'],
    ['a link to a file inside', 'eu.json', 'env/link.json'],
    ['a file behind a linked folder', '.', 'env/link.json/eu.json'],
  ])('is refused where it is %s', async (_case, target, path) => {
    await symlink(target, join(workspace, 'env/link.json'));
    expect(errorOf(path)).toContain('which leads through a symbolic link');
  });

  it('is refused where it is a folder, a pipe, or not there', async () => {
    execFileSync('mkfifo', [join(workspace, 'pipe')]);
    expect(errorOf('env')).toContain('input id-map is "env", which is no file');
    expect(errorOf('pipe')).toContain('which is no file');
    expect(errorOf('env/us.json')).toContain('which is not in the workspace: check the name');
    expect(errorOf('env/eu.json/x')).toContain('which is not in the workspace: check the name');
  });

  it('may be missing where it is looked for, but a link to nothing is something', async () => {
    expect(findInputFile(workspace, 'config', 'gone.json')).toBeUndefined();
    expect(findInputFile(workspace, 'config', 'gone/lint.json')).toBeUndefined();
    expect(findInputFile(workspace, 'config', 'env/eu.json')?.path).toBe('env/eu.json');
    await symlink('gone.json', join(workspace, 'link.json'));
    expect(errorOf('link.json')).toMatch(/^input id-map is "link.json", which cannot be read/);
  });

  it('with a name that starts with two dots lies inside', async () => {
    await writeFile(join(workspace, '..lint.json'), '{}');
    expect(readInputFile(workspace, 'config', '..lint.json').path).toBe('..lint.json');
  });

  it('is refused past 1 MiB, unread', async () => {
    await truncate(join(workspace, 'env/eu.json'), 1024 ** 2 + 1);
    expect(errorOf('env/eu.json')).toContain('which has 1048577 bytes; the limit is 1048576 (1 MiB)');
  });
});
