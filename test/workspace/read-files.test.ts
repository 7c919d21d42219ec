import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { UserError, messageOf } from '../../src/errors.ts';
import { readFiles } from '../../src/workspace/read-files.ts';

/** A folder with a workspace in it, and a place beside it that no rule may come from. */
let place = '';
let workspace = '';

beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), 'rule-files-')));
  workspace = join(place, 'workspace');
  await mkdir(workspace);
  onTestFinished(async () => rm(place, { recursive: true }));
});

/** Writes files, each with its own path as its content. */
async function write(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), path);
  }
}

/** Makes a link; the target is relative to the link's folder, as with `ln -s`. */
async function link(path: string, target: string): Promise<void> {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await symlink(target, join(workspace, path));
}

async function read(...globs: readonly string[]): Promise<Record<string, string>> {
  const files = (await readFiles(workspace, globs)).rules;
  return Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]));
}

async function paths(...globs: readonly string[]): Promise<string[]> {
  return (await readFiles(workspace, globs)).rules.map(({ path }) => path);
}

async function errorOf(...globs: readonly string[]): Promise<string> {
  const error: unknown = await readFiles(workspace, globs).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).reason).toBe('input');
  return messageOf(error);
}

describe('globs', () => {
  const FILES = [
    'rules/a.json',
    'rules/b.json',
    'rules/b.test.json',
    'rules/deep/er/c.json',
    'rules/deep/d.JSON',
    'rules/notes.md',
    'rules/.hidden/e.json',
    'rules/.f.json',
    'other/g.json',
    'h.json',
  ];

  it.each<[string, readonly string[], readonly string[]]>([
    ['the default', ['rules/**/*.json'], ['rules/a.json', 'rules/b.json', 'rules/deep/er/c.json']],
    ['one folder', ['rules/*.json'], ['rules/a.json', 'rules/b.json']],
    ['one file', ['rules/a.json'], ['rules/a.json']],
    ['a file in the workspace itself', ['*.json'], ['h.json']],
    [
      'all',
      ['**/*.json'],
      ['h.json', 'other/g.json', 'rules/a.json', 'rules/b.json', 'rules/deep/er/c.json'],
    ],
    ['two that do not touch', ['other/*.json', 'rules/a.*'], ['other/g.json', 'rules/a.json']],
    ['two that match one file', ['rules/*.json', 'rules/a.json'], ['rules/a.json', 'rules/b.json']],
    ['a choice', ['{rules,other}/[ag].json'], ['other/g.json', 'rules/a.json']],
    ['a leading ./', ['./rules/a.json', './other/*.json'], ['other/g.json', 'rules/a.json']],
    ['one that takes away', ['rules/**/*.json', '!rules/deep/**'], ['rules/a.json', 'rules/b.json']],
    ['one that takes away, first', ['!rules/b.json', 'rules/*.json'], ['rules/a.json']],
    ['one that takes away, with ./', ['rules/*.json', '!./rules/b.json'], ['rules/a.json']],
    [
      'hidden ones by name',
      ['rules/.hidden/*.json', 'rules/.f.json'],
      ['rules/.f.json', 'rules/.hidden/e.json'],
    ],
    ['one that matches nothing beside one that does', ['no/*.json', 'h.json'], ['h.json']],
    ['path tests are no rules', ['rules/b*.json'], ['rules/b.json']],
  ])('%s', async (_case, globs, expected) => {
    await write(...FILES);
    expect(await read(...globs)).toEqual(Object.fromEntries(expected.map((path) => [path, path])));
    expect(await paths(...globs)).toEqual(expected);
  });

  it('look into no folder of packages and not into git, but where they are named', async () => {
    await write(
      'rules/node_modules/p/a.json',
      'rules/.git/b.json',
      'node_modules/p/rules/c.json',
      'rules/d.json',
    );
    expect(await paths('**/*.json')).toEqual(['rules/d.json']);
    expect(await paths('rules/.git/*.json', 'rules/**/*.json')).toEqual([
      'rules/.git/b.json',
      'rules/d.json',
    ]);
    expect(await paths('node_modules/p/rules/*.json')).toEqual(['node_modules/p/rules/c.json']);
  });

  it.each<[string, readonly string[]]>([
    ['nothing is there', ['rules/**/*.json']],
    ['nothing matches', ['rules/*.yaml', 'no/*.json']],
    ['all is taken away', ['rules/*.json', '!**']],
    ['only something is taken away', ['!rules/x.json']],
    ['a folder is named', ['rules']],
    ['a path is absolute', ['/etc/*.json']],
  ])('are an error that names them where %s', async (_case, globs) => {
    if (_case !== 'nothing is there') await write('rules/a.json');
    const message = await errorOf(...globs);
    expect(message).toContain(`no rule file matches input rules (${globs.join(', ')})`);
    expect(message).toContain('actions/checkout');
  });

  it('that are absolute match nothing, even inside the workspace', async () => {
    await write('rules/a.json');
    expect(await errorOf(`${workspace}/rules/*.json`)).toContain('no rule file matches');
  });

  it.each(['../x/*.json', '..', 'rules/../../x/*.json', './../x.json'])(
    'do not lead out of the workspace: %s',
    async (glob) => {
      await write('rules/a.json');
      await mkdir(join(place, 'x'));
      await writeFile(join(place, 'x', 'a.json'), 'secret');
      const message = await errorOf('rules/*.json', glob);
      expect(message).toBe(`input rules has ${JSON.stringify(glob)}, which leads out of the workspace`);
    },
  );

  it.each(['{rules,../x}/*.json', 'rules/*/../../../x/*.json', '../workspace/rules/*.json'])(
    'do not lead out by a detour: %s',
    async (glob) => {
      await write('rules/a.json', 'rules/deep/b.json');
      await mkdir(join(place, 'x'));
      await writeFile(join(place, 'x', 'a.json'), 'secret');
      expect(Object.values(await read(glob, 'rules/*.json'))).toEqual(['rules/a.json']);
    },
  );

  it('take names that begin with two dots for names', async () => {
    await write('..rules/a.json');
    expect(await paths('..rules/*.json')).toEqual(['..rules/a.json']);
  });
});

describe('what a glob matches', () => {
  it('comes in the order of code points, whatever the order of the globs and of the disk', async () => {
    const names = ['b', 'a', 'B', 'ä', '\uffee', '\u{1f600}', '10', '9', 'a/z', 'a-b'];
    await write(...names.map((name) => `rules/${name}.json`));
    const sorted = names
      .map((name) => `rules/${name}.json`)
      .toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    expect(await paths('rules/**/*.json')).toEqual(sorted);
    expect(await paths('rules/a/*.json', 'rules/*.json')).toEqual(sorted);
  });

  it('is read as bytes: nothing is decoded here', async () => {
    await write('rules/a.json');
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x00, 0x0d, 0x0a]);
    await writeFile(join(workspace, 'rules/a.json'), bytes);
    const [file] = (await readFiles(workspace, ['rules/*.json'])).rules;
    expect(Buffer.from(file?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it('may be many files', async () => {
    const many = Array.from({ length: 150 }, (_, index) => `rules/${String(index).padStart(3, '0')}.json`);
    await write(...many);
    expect(await paths('rules/*.json')).toEqual(many);
    expect(await read('rules/*.json')).toEqual(Object.fromEntries(many.map((path) => [path, path])));
  });

  it('is no rule where it is a folder', async () => {
    await write('rules/folder.json/a.json', 'rules/b.json');
    expect(await paths('rules/*.json')).toEqual(['rules/b.json']);
    expect(await paths('rules/**/*.json')).toEqual(['rules/b.json', 'rules/folder.json/a.json']);
    expect(await errorOf('rules/folder.json')).toContain('no rule file matches');
  });
});

describe.skipIf(process.platform === 'win32')('symbolic links', () => {
  beforeEach(async () => {
    await mkdir(join(place, 'outside'));
    await writeFile(join(place, 'outside', 'secret.json'), 'secret');
    // A neighbour whose name begins like that of the workspace.
    await mkdir(join(place, 'workspace-2'));
    await writeFile(join(place, 'workspace-2', 'secret.json'), 'secret');
  });

  it('to a file inside are followed', async () => {
    await write('shared/a.json');
    await link('rules/b.json', '../shared/a.json');
    expect(await read('rules/*.json')).toEqual({ 'rules/b.json': 'shared/a.json' });
  });

  it('to a folder inside are followed', async () => {
    await write('shared/deep/a.json');
    await link('rules/linked', '../shared');
    expect(await read('rules/**/*.json')).toEqual({ 'rules/linked/deep/a.json': 'shared/deep/a.json' });
  });

  it('may be the whole folder of the rules, or the workspace', async () => {
    await write('shared/a.json');
    await link('rules', 'shared');
    expect(await read('rules/*.json')).toEqual({ 'rules/a.json': 'shared/a.json' });
    await symlink(workspace, join(place, 'by another name'));
    const files = (await readFiles(join(place, 'by another name'), ['rules/*.json'])).rules;
    expect(files.map(({ path }) => path)).toEqual(['rules/a.json']);
  });

  it.each<[string, string, string, string]>([
    ['a file', 'rules/b.json', '../../outside/secret.json', 'rules/b.json'],
    ['a file, by its absolute path', 'rules/b.json', 'OUTSIDE/secret.json', 'rules/b.json'],
    ['a file of a neighbour', 'rules/b.json', '../../workspace-2/secret.json', 'rules/b.json'],
    ['a folder', 'rules/linked', '../../outside', 'rules/linked'],
    ['a folder of a neighbour', 'rules/linked', '../../workspace-2', 'rules/linked'],
    ['a folder above', 'rules/linked', '../..', 'rules/linked'],
    ['the folder of the rules itself', 'rules', '../outside', 'rules/secret.json'],
  ])('to %s outside are refused by name', async (_case, path, target, named) => {
    await link(path, target.replace('OUTSIDE', join(place, 'outside')));
    const message = await errorOf('rules/**/*.json');
    expect(message).toBe(
      `${named} is a symbolic link that leads out of the workspace: rule files must lie inside it`,
    );
  });

  it('to the outside are refused also by way of a link that is inside', async () => {
    await link('shared', '../outside');
    await link('rules/a.json', '../shared/secret.json');
    expect(await errorOf('rules/*.json')).toContain('rules/a.json is a symbolic link that leads out');
  });

  it('to the outside do no harm where no glob looks', async () => {
    await write('rules/a.json');
    await link('elsewhere', '../outside');
    await link('rules/notes.md', '../../outside/secret.json');
    expect(await paths('rules/**/*.json')).toEqual(['rules/a.json']);
  });

  it.each<[string, string, string]>([
    ['to its own folder', 'rules/loop', '.'],
    ['to the folder above', 'rules/deep/loop', '..'],
    ['to the workspace', 'rules/loop', '..'],
    ['to itself', 'rules/loop', 'loop'],
  ])('in a ring end: %s', async (_case, path, target) => {
    await write('rules/a.json', 'rules/deep/b.json');
    await link(path, target);
    const contents = Object.values(await read('rules/**/*.json'));
    expect(contents.toSorted()).toEqual(['rules/a.json', 'rules/deep/b.json']);
  });

  it('of two that lead to each other end', async () => {
    await write('one/a.json', 'two/b.json');
    await link('one/two', '../two');
    await link('two/one', '../one');
    const contents = Object.values(await read('one/**/*.json'));
    expect(contents.toSorted()).toEqual(['one/a.json', 'two/b.json']);
  });

  it.each<[string, string]>([
    ['that leads nowhere', 'no such file.json'],
    ['that leads to itself', 'b.json'],
  ])('%s is an error that names it', async (_case, target) => {
    await write('rules/a.json');
    await link('rules/b.json', target);
    const message = await errorOf('rules/*.json');
    expect(message).toMatch(/^a rule file cannot be read: /);
    expect(message).toContain(join('rules', 'b.json'));
  });
});

describe('what cannot be read', () => {
  it('is a workspace that is not there', async () => {
    const missing = join(place, 'missing');
    const error: unknown = await readFiles(missing, ['*.json']).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect(messageOf(error)).toMatch(/^the workspace .*missing cannot be read: ENOENT/);
  });

  it.skipIf(process.platform === 'win32')('is something that is no file, whoever we are', async () => {
    await write('rules/a.json');
    const socket = createServer().listen(join(workspace, 'rules', 'b.json'));
    await once(socket, 'listening');
    onTestFinished(() => void socket.close());
    const message = await errorOf('rules/*.json');
    expect(message).toMatch(/^a rule file cannot be read: .*b\.json/);
  });
});
