// Reports are written into the folder that the workflow names, and nowhere else, whatever links a pull request has put in their way.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Estate, openEstate } from '../e2e/estate.ts';
import { ruleText, version } from '../e2e/rules.ts';
import { openReportFiles } from '../../src/runner/report-files.ts';
import { runStrangersPull } from './strangers-pull.ts';

let workspace: string;
let outside: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
  writeFileSync(join(outside, 'profile'), 'mine\n');
});

const inOutside = (): string[] => readdirSync(outside);

describe('a file of the report', () => {
  it.each(['write', 'append'] as const)(
    'takes the place of a link and leaves what it leads to: %s',
    (how) => {
      mkdirSync(join(workspace, 'out'));
      symlinkSync(join(outside, 'profile'), join(workspace, 'out/report.json'));
      symlinkSync(join(outside, 'new'), join(workspace, 'out/comment.md'));
      const files = openReportFiles(workspace, 'out');
      for (const name of ['report.json', 'comment.md']) files[how](name, 'text');
      expect(readFileSync(join(outside, 'profile'), 'utf8')).toBe('mine\n');
      expect(inOutside()).toEqual(['profile']);
      expect(lstatSync(join(workspace, 'out/report.json')).isFile()).toBe(true);
      expect(readFileSync(join(workspace, 'out/report.json'), 'utf8')).toBe('text');
    },
  );

  it('takes the place of a pipe, and waits for no reader', () => {
    mkdirSync(join(workspace, 'out'));
    execFileSync('mkfifo', [join(workspace, 'out/report.json')]);
    openReportFiles(workspace, 'out').write('report.json', 'text');
    expect(readFileSync(join(workspace, 'out/report.json'), 'utf8')).toBe('text');
  });

  it('is an error where a folder has its name', () => {
    mkdirSync(join(workspace, 'out/report.json'), { recursive: true });
    expect(() => openReportFiles(workspace, 'out').write('report.json', 'text')).toThrow(
      /input report-dir\) cannot hold report\.json/,
    );
  });

  it('is written over one from before, and a log begins anew', () => {
    const one = openReportFiles(workspace, 'out');
    one.write('report.json', 'longer than the next');
    one.append('audit.jsonl', '1\n');
    const two = openReportFiles(workspace, 'out');
    two.write('report.json', 'short');
    two.append('audit.jsonl', '2\n');
    two.append('audit.jsonl', '3\n');
    expect(readFileSync(two.pathOf('report.json'), 'utf8')).toBe('short');
    expect(readFileSync(two.pathOf('audit.jsonl'), 'utf8')).toBe('2\n3\n');
  });
});

describe('a log from before', () => {
  it('is given as it is; undefined where nothing is there', () => {
    writeFileSync(join(workspace, 'audit.jsonl'), '1\n');
    expect(openReportFiles(workspace, '.').read('audit.jsonl')).toEqual(Buffer.from('1\n'));
    expect(openReportFiles(workspace, 'out').read('audit.jsonl')).toBeUndefined();
  });

  it.each<[string, (place: string) => void]>([
    ['is no file', (place) => mkdirSync(place)],
    ['cannot be read', (place) => symlinkSync('audit.jsonl', place)],
  ])('is an error of the input where it %s', (why, make) => {
    make(join(workspace, 'audit.jsonl'));
    expect(() => openReportFiles(workspace, '.').read('audit.jsonl')).toThrow(
      expect.objectContaining({ name: 'UserError', message: expect.stringContaining(why) as string }),
    );
  });
});

describe('a folder in the workspace', () => {
  it.each(['out', 'out/a/b', './out', 'a/../out'])(
    'is refused where a link leads out of it: %s',
    (folder) => {
      symlinkSync(outside, join(workspace, 'out'));
      expect(() => openReportFiles(workspace, folder).write('report.json', 'text')).toThrow('symbolic link');
      expect(inOutside()).toEqual(['profile']);
    },
  );

  it('is refused behind a link that stays inside: it may lead anywhere in there', () => {
    mkdirSync(join(workspace, '.git/hooks'), { recursive: true });
    symlinkSync('.git/hooks', join(workspace, 'out'));
    expect(() => openReportFiles(workspace, 'out').write('report.json', 'text')).toThrow('symbolic link');
  });

  it('is refused behind a link to nothing', () => {
    symlinkSync(join(outside, 'later'), join(workspace, 'out'));
    expect(() => openReportFiles(workspace, 'out').write('report.json', 'text')).toThrow('report-dir');
    expect(inOutside()).toEqual(['profile']);
  });

  it.each(['.git', '.git/hooks', './.git/x'])("is refused where it is git's own: %s", (folder) => {
    expect(() => openReportFiles(workspace, folder).write('report.json', 'text')).toThrow("git's own folder");
    expect(existsSync(join(workspace, '.git'))).toBe(false);
  });

  it('may be named by its absolute path, also by that of a link to the workspace', () => {
    const alias = join(outside, 'alias');
    symlinkSync(workspace, alias);
    for (const [root, folder] of [
      [workspace, join(workspace, 'a')],
      [alias, join(workspace, 'b')],
      [alias, 'c'],
    ] as const) {
      openReportFiles(root, folder).write('report.json', 'text');
    }
    expect(readdirSync(workspace)).toEqual(['a', 'b', 'c']);
    symlinkSync(outside, join(workspace, 'd'));
    expect(() => openReportFiles(alias, join(workspace, 'd')).write('report.json', 'text')).toThrow(
      'symbolic',
    );
  });
});

describe('a folder elsewhere', () => {
  it.each([() => outside, () => join(outside, 'a/b')])('is the choice of the workflow', (folder) => {
    expect(openReportFiles(workspace, folder()).write('report.json', 'text')).toBe(
      join(folder(), 'report.json'),
    );
  });
});

describe('the built action', () => {
  let estate: Estate;
  beforeEach(async () => {
    estate = await openEstate();
    await estate.commit({ 'rules/a.json': ruleText('A') });
  });
  afterEach(async () => estate.close());

  it('writes through no link that a pull request has committed', async () => {
    const target = join(outside, 'profile');
    const link = (content: string) => ({ mode: '120000', content }) as const;
    const files = {
      'rules/a.json': version('A', 'x'),
      'reports/report.json': link(target),
      'reports/comment.md': link('../.git/hooks/post-checkout'),
      linked: link(outside),
    };
    const run = await runStrangersPull(estate, { files, extra: { inputs: { 'report-dir': 'reports' } } });
    expect(run.outputs.result).toBe('passed');
    expect(lstatSync(run.outputs['report-json'] ?? '').isFile()).toBe(true);
    const second = await runStrangersPull(estate, { files, extra: { inputs: { 'report-dir': 'linked/a' } } });
    expect(second.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(second.stdout).toContain('symbolic link');
    expect(inOutside()).toEqual(['profile']);
    expect(readFileSync(target, 'utf8')).toBe('mine\n');
  });

  it('deploys nothing where it could not write its report', async () => {
    mkdirSync(join(outside, 'report.json'));
    const sha = await estate.commit({ 'rules/a.json': version('A', 'x') });
    const run = await estate.push(sha, { inputs: { 'report-dir': outside } });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(run.stdout).toContain('report.json');
    expect(estate.tenant.state().flows).toEqual([]);
  });
});
