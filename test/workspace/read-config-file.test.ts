import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { UserError, messageOf } from '../../src/errors.ts';
import { MAX_CONFIG_BYTES, readConfigFile } from '../../src/workspace/read-config-file.ts';

/** A folder with a workspace in it, and a place beside it that no config may come from. */
let place = '';
let workspace = '';

beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), 'config-file-')));
  workspace = join(place, 'workspace');
  await mkdir(join(workspace, 'ivr'), { recursive: true });
  await writeFile(join(workspace, 'ivr/lint.json'), '{}');
  await writeFile(join(place, 'outside.json'), '{}');
  onTestFinished(async () => rm(place, { recursive: true }));
});

async function errorOf(path: string): Promise<string> {
  const error: unknown = await readConfigFile(workspace, path).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).reason).toBe('input');
  return messageOf(error);
}

describe('a config file', () => {
  it.each(['ivr/lint.json', './ivr/lint.json', 'ivr/../ivr//lint.json'])('is read: %s', async (path) => {
    const file = await readConfigFile(workspace, path);
    expect(file?.path).toBe('ivr/lint.json');
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('{}');
  });

  it('is read by its absolute path, and with its path in the workspace', async () => {
    expect(await readConfigFile(workspace, join(workspace, 'ivr/lint.json'))).toMatchObject({
      path: 'ivr/lint.json',
    });
  });

  it('is read in a workspace that is a link', async () => {
    await symlink('workspace', join(place, 'link'));
    expect(await readConfigFile(join(place, 'link'), 'ivr/lint.json')).toMatchObject({
      path: 'ivr/lint.json',
    });
  });

  it('is read through a link that stays in the workspace', async () => {
    await symlink('ivr/lint.json', join(workspace, 'cxone-rules.config.json'));
    expect(await readConfigFile(workspace, 'cxone-rules.config.json')).toMatchObject({
      path: 'cxone-rules.config.json',
    });
  });

  it.each(['gone.json', 'gone/lint.json', 'ivr/lint.json/more'])(
    'that is not there is none: %s',
    async (path) => {
      expect(await readConfigFile(workspace, path)).toBeUndefined();
    },
  );

  it.each(['../outside.json', '/etc/hostname', 'ivr/../../outside.json', '../gone.json', '..'])(
    'outside of the workspace is refused, there or not: %s',
    async (path) => {
      expect(await errorOf(path)).toBe(
        `input config is ${JSON.stringify(path)}, but that leads out of the workspace`,
      );
    },
  );

  it('with a name that starts with two dots lies inside', async () => {
    await writeFile(join(workspace, '..lint.json'), '{}');
    expect(await readConfigFile(workspace, '..lint.json')).toMatchObject({ path: '..lint.json' });
  });

  it.each([
    ['file', '../outside.json', 'link.json', 'link.json'],
    ['folder', '..', 'link', 'link/outside.json'],
  ])('behind a link to a %s outside is refused', async (_, target, name, path) => {
    await symlink(target, join(workspace, name));
    expect(await errorOf(path)).toMatch(/is a symbolic link which leads out of the workspace/);
  });

  it('that is a link to nothing is no missing file', async () => {
    await symlink('gone.json', join(workspace, 'link.json'));
    expect(await errorOf('link.json')).toMatch(
      /^input config is "link.json", but the file cannot be read: ENOENT/,
    );
  });

  it.each(['ivr', '.'])('that is a folder is refused: %s', async (path) => {
    expect(await errorOf(path)).toBe(`input config is "${path}", but that is no file`);
  });

  it('that is a pipe is not waited for', async () => {
    execFileSync('mkfifo', [join(workspace, 'pipe')]);
    expect(await errorOf('pipe')).toBe('input config is "pipe", but that is no file');
  });

  it('may have 1 MiB and no byte more', async () => {
    await writeFile(join(workspace, 'large.json'), ' '.repeat(MAX_CONFIG_BYTES));
    expect((await readConfigFile(workspace, 'large.json'))?.bytes).toHaveLength(1_048_576);
    await writeFile(join(workspace, 'large.json'), ' '.repeat(MAX_CONFIG_BYTES + 1));
    expect(await errorOf('large.json')).toBe(
      'input config is "large.json", but the file has 1048577 bytes; the limit is 1048576 (1 MiB)',
    );
  });
});
