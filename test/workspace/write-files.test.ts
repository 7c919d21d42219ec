import { mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { listFolder, writeFiles } from '../../src/workspace/write-files.ts';

let workspace: string;
let outside: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'write-'));
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
  mkdirSync(join(workspace, 'rules'));
  writeFileSync(join(workspace, 'rules/there.json'), 'old');
});

const file = (path: string, isNew = true) => ({ path, text: 'new', isNew });
const textOf = (path: string): string => readFileSync(join(workspace, path), 'utf8');

describe('writeFiles', () => {
  it('writes new files with their folders, and over those that may be', () => {
    writeFiles(workspace, [file('a/b/c.json'), file('rules/there.json', false)]);
    expect([textOf('a/b/c.json'), textOf('rules/there.json')]).toEqual(['new', 'new']);
    expect(readdirSync(join(workspace, 'rules'))).toEqual(['there.json']);
  });

  it.each(['../x.json', '/tmp/x.json', 'rules/../../x.json', 'rules//x.json', './x.json', '', '..'])(
    'refuses %j',
    (path) => {
      expect(() => writeFiles(workspace, [file(path)])).toThrow('it is no path inside the workspace');
    },
  );

  it('writes nothing where one of several may not be written', () => {
    const attempt = (): void => writeFiles(workspace, [file('rules/new.json'), file('rules/there.json')]);
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow('something is there already; nothing was written');
    expect(readdirSync(join(workspace, 'rules'))).toEqual(['there.json']);
  });

  it('writes through no link, to a folder or to a file', () => {
    symlinkSync(outside, join(workspace, 'linked'));
    symlinkSync(join(outside, 'x'), join(workspace, 'rules/link.json'));
    expect(() => writeFiles(workspace, [file('linked/a.json')])).toThrow(
      '"linked" on its way is a symbolic link',
    );
    expect(() => writeFiles(workspace, [file('rules/link.json')])).toThrow('something is there already');
    expect(() => writeFiles(workspace, [file('rules/link.json', false)])).toThrow('it is a symbolic link');
    expect(readdirSync(outside)).toEqual([]);
  });

  it('refuses a file in the place of a folder, and a folder in the place of a file', () => {
    expect(() => writeFiles(workspace, [file('rules/there.json/a.json')])).toThrow('is no folder');
    expect(() => writeFiles(workspace, [file('rules', false)])).toThrow('it is no file');
  });

  it.skipIf(process.platform === 'win32')(
    'names the file and the reason where the system refuses one, and leaves what is there',
    () => {
      const long = `rules/${'x'.repeat(255)}`;
      expect(() => writeFiles(workspace, [file(`${long}x`)])).toThrow(
        `"${long}x" cannot be written: what is there cannot be told (ENAMETOOLONG); nothing was written`,
      );
      // There is room for its name, and none for that of the draft which is to take its place.
      writeFileSync(join(workspace, long), 'old');
      expect(() => writeFiles(workspace, [file(long, false)])).toThrow('cannot be written (ENAMETOOLONG)');
      expect(textOf(long)).toBe('old');
      expect(() => writeFiles(join(workspace, 'none'), [file('a.json')])).toThrow('cannot be read');
    },
  );
});

describe('listFolder', () => {
  it('lists names, and none of what is not there', () => {
    expect(listFolder(workspace, 'rules')).toEqual(['there.json']);
    expect(listFolder(workspace, '.')).toEqual(['rules']);
    expect(listFolder(workspace, 'none/below')).toEqual([]);
  });

  it('follows no link', () => {
    symlinkSync(outside, join(workspace, 'linked'));
    expect(() => listFolder(workspace, 'linked')).toThrow('is a symbolic link');
    expect(() => listFolder(workspace, '..')).toThrow('no path inside');
  });

  it('takes no file for a folder', () => {
    expect(() => listFolder(workspace, 'rules/there.json')).toThrow('is no folder');
  });
});
