import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
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

/** Each problem as `path: message`. All are of one check, weigh as it does, and are about the whole file. */
async function problems(...globs: readonly string[]): Promise<string[]> {
  const { problems: found } = await readFiles(workspace, globs);
  for (const { check, place: where, severity } of found)
    expect({ check, where, severity }).toEqual({
      check: 'rule-files',
      where: { line: 1 },
      severity: undefined,
    });
  return found.map(({ path, message }) => `${path}: ${message}`);
}

const noFile = (path: string, globs: readonly string[]): string =>
  `${path}: no rule file matches input rules (${globs.join(', ')}) in the workspace: check the glob, and that actions/checkout ran before`;
const LEADS_OUT = 'a symbolic link leads from here out of the workspace: rule files must lie inside it';

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

  it.each<[string, readonly string[], string]>([
    ['nothing is there', ['rules/**/*.json'], 'rules/**/*.json'],
    ['nothing matches', ['rules/*.yaml', 'no/*.json'], 'rules/*.yaml'],
    ['all is taken away', ['rules/*.json', '!**'], 'rules/*.json'],
    ['only something is taken away', ['!rules/x.json'], '!rules/x.json'],
    ['only path tests are there', ['rules/*.test.json'], 'rules/*.test.json'],
    ['a file stands in the place of a folder', ['rules/a.json/*.json'], 'rules/a.json/*.json'],
  ])('that match no rule file are one problem, at the glob: %s', async (_case, globs, path) => {
    if (_case !== 'nothing is there') await write('rules/a.json', 'rules/b.test.json');
    expect(await paths(...globs)).toEqual([]);
    expect(await problems(...globs)).toEqual([noFile(path, globs)]);
  });

  it.each([
    ['one file', ['rules/*.json', 'rules/a.json'], 'rules/a.json', 'this file is'],
    [
      'several files',
      ['other/*.json', '**/*.json', 'rules/*.json'],
      'other/g.json',
      '4 files, of which this is the first, are',
    ],
  ])('of which two match %s are one remark', async (_case, globs, path, many) => {
    await write('rules/a.json', 'rules/b.json', 'rules/c.json', 'other/g.json', 'h.json');
    const { problems: found } = await readFiles(workspace, globs);
    const [one, other] = _case === 'one file' ? globs : globs.slice(0, 2);
    const message = `${many} matched by two globs of input rules, "${one}" and "${other}": each file is read once`;
    expect(found).toEqual([{ check: 'rule-files', path, message, place: { line: 1 }, severity: 'info' }]);
  });

  it('of which one takes away what two match are no remark', async () => {
    await write('rules/a.json', 'rules/b.json');
    expect(await problems('rules/*.json', 'rules/a.json', '!rules/a.json')).toEqual([]);
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

  it.each(['/rules/*.json', '/etc/*.json', '/', 'in the workspace'])(
    'are no absolute paths: %s',
    async (given) => {
      await write('rules/a.json');
      const glob = given === 'in the workspace' ? `${workspace}/rules/*.json` : given;
      const message = await errorOf('rules/*.json', glob);
      expect(message).toBe(
        `input rules has ${JSON.stringify(glob)}, an absolute path, but it takes globs relative to the workspace`,
      );
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

  it('is a problem where it is a folder with the name of a rule file', async () => {
    await write('rules/folder.json/a.json', 'rules/b.json', 'rules/notes.md/c.json');
    const problem =
      'rules/folder.json: this is a folder, not a file, though its name is that of a rule file: give it another name';
    expect(await paths('rules/*.json')).toEqual(['rules/b.json']);
    expect(await problems('rules/*.json')).toEqual([problem]);
    expect(await paths('rules/**/*.json')).toEqual([
      'rules/b.json',
      'rules/folder.json/a.json',
      'rules/notes.md/c.json',
    ]);
    expect(await problems('rules/**/*.json', '**/none.json')).toEqual([problem]);
    expect(await problems('rules/*.json', '!rules/folder.json')).toEqual([]);
  });

  it.each(['rules', './rules', 'rules/', 'rules/deep.json'])(
    'is a problem where a glob names a folder: %s',
    async (glob) => {
      await write('rules/a.json', 'rules/deep.json/b.json');
      const path = glob.replace('./', '').replace(/\/$/, '');
      const message = `this is a folder, not a rule file: name the files in it, such as ${path}/**/*.json`;
      expect(await problems(glob)).toEqual([`${path}: ${message}`]);
      expect(await paths(glob)).toEqual([]);
    },
  );

  it('may be all there is: then folders are looked into, and are no problem', async () => {
    await write('rules/a.json', 'rules/deep/b.json');
    expect(await paths('rules/**')).toEqual(['rules/a.json', 'rules/deep/b.json']);
    expect(await problems('rules/**')).toEqual([]);
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
    ['the folder of the rules itself', 'rules', '../outside', 'rules'],
  ])('to %s outside are a problem, and are not followed', async (_case, path, target, named) => {
    await write('other/a.json');
    await link(path, target.replace('OUTSIDE', join(place, 'outside')));
    expect(await problems('rules/**/*.json')).toEqual([`${named}: ${LEADS_OUT}`]);
    expect(await read('rules/**/*.json', 'other/*.json')).toEqual({ 'other/a.json': 'other/a.json' });
  });

  it('to the outside are a problem also by way of a link that is inside', async () => {
    await link('shared', '../outside');
    await link('rules/a.json', '../shared/secret.json');
    expect(await problems('rules/*.json')).toEqual([`rules/a.json: ${LEADS_OUT}`]);
  });

  it.each(['rules/secret.json', 'rules/*.json', 'rules/s*.json'])(
    'on the way to what a glob names are a problem: %s',
    async (glob) => {
      await link('rules', '../outside');
      const { rules } = await readFiles(workspace, [glob]);
      expect(rules).toEqual([]);
      expect(await problems(glob)).toEqual([
        `${glob.includes('*') ? 'rules' : 'rules/secret.json'}: ${LEADS_OUT}`,
      ]);
    },
  );

  it('to the outside do no harm where no glob looks', async () => {
    await write('rules/a.json');
    await link('elsewhere', '../outside');
    await link('rules/notes.md', '../../outside/secret.json');
    await link('rules/folder', '../../outside');
    expect(await paths('rules/*.json')).toEqual(['rules/a.json']);
    expect(await problems('rules/*.json')).toEqual([]);
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
    ['nowhere', 'no such file.json'],
    ['to itself', 'b.json'],
  ])('that leads %s is a problem, and hides no other file', async (where, target) => {
    await write('rules/a.json');
    await link('rules/b.json', target);
    expect(await problems('rules/*.json')).toEqual([
      `rules/b.json: this is a symbolic link that leads ${where}`,
    ]);
    expect(await paths('rules/*.json')).toEqual(['rules/a.json']);
  });

  it('that the system cannot follow are problems, and hide no other file', async () => {
    await write('rules/a.json');
    await link('rules/b.json', 'a.json/below');
    await link('ring', 'ring');
    expect(await problems('ring/rules/*.json', 'rules/*.json')).toEqual([
      'ring/rules: this place cannot be read (ELOOP)',
      'rules/b.json: this file cannot be read (ENOTDIR)',
    ]);
    expect(await paths('ring/rules/*.json', 'rules/*.json')).toEqual(['rules/a.json']);
  });
});

describe('what cannot be read', () => {
  it('is a workspace that is not there', async () => {
    const missing = join(place, 'missing');
    const error: unknown = await readFiles(missing, ['*.json']).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect(messageOf(error)).toMatch(/^the workspace .*missing cannot be read: ENOENT/);
  });

  it.skipIf(process.platform === 'win32')('is a socket or a pipe, which nobody waits for', async () => {
    await write('rules/a.json');
    const socket = createServer().listen(join(workspace, 'rules', 'b.json'));
    await once(socket, 'listening');
    onTestFinished(() => void socket.close());
    execFileSync('mkfifo', [join(workspace, 'rules', 'c.json')]);
    const message = 'this is no file but a pipe, a socket or a device, so it can be no rule';
    expect(await problems('rules/*.json')).toEqual([`rules/b.json: ${message}`, `rules/c.json: ${message}`]);
    expect(await paths('rules/*.json')).toEqual(['rules/a.json']);
  });

  it('is a file over 5 MiB, of which only the size is read', async () => {
    await write('rules/a.json', 'rules/b.json', 'rules/c.json');
    await truncate(join(workspace, 'rules/b.json'), 2 ** 40);
    await truncate(join(workspace, 'rules/c.json'), 5 * 1024 * 1024);
    const { problems: found } = await readFiles(workspace, ['rules/*.json']);
    expect(found).toEqual([
      {
        check: 'syntax',
        path: 'rules/b.json',
        message: 'the file has 1099511627776 bytes; the limit is 5242880 (5 MiB)',
        place: { line: 1 },
      },
    ]);
    expect(await paths('rules/*.json')).toEqual(['rules/a.json', 'rules/c.json']);
  });

  // Nothing is closed to the superuser.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'is a file or a folder without permission',
    async () => {
      await write('rules/a.json', 'rules/b.json', 'rules/deep/c.json');
      await chmod(join(workspace, 'rules/b.json'), 0);
      await chmod(join(workspace, 'rules/deep'), 0);
      onTestFinished(async () => chmod(join(workspace, 'rules/deep'), 0o700));
      expect(await problems('rules/**/*.json')).toEqual([
        'rules/deep: this folder cannot be read (EACCES)',
        'rules/b.json: this file cannot be read (EACCES)',
      ]);
    },
  );

  it.skipIf(process.platform !== 'linux')('is a file whose name is no UTF-8', async () => {
    await write('rules/a.json');
    await writeFile(
      Buffer.concat([Buffer.from(join(workspace, 'rules/')), Buffer.from('\xe9.json', 'latin1')]),
      '{}',
    );
    expect(await problems('rules/*.json')).toEqual(['rules/\ufffd.json: this file cannot be read (ENOENT)']);
  });
});
