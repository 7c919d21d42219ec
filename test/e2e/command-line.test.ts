// dist/cli.js as a child process: what a laptop starts.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeFolder } from '../cli/world.ts';
import { findOlderNode } from './find-older-node.ts';
import { ruleText } from './rules.ts';
import { CLI, startCli } from './start-cli.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const older = findOlderNode();
const NODES: readonly (readonly [string, string | undefined])[] =
  older === undefined
    ? [['this Node', undefined]]
    : [
        ['this Node', undefined],
        ['an older Node', older],
      ];

const broken = ruleText('Broken', (rule) => {
  rule.nodes[0].transitions![0]!.target = 'slaes';
});
const FILES = { 'rules/a.json': ruleText('A'), 'rules/b.json': broken };

interface Package {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;

it('is the bin of the package, for Node to start', () => {
  expect(join(root, manifest.bin['cxone-ivr'] ?? '')).toBe(CLI);
  expect(readFileSync(CLI, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

describe.each(NODES)('on %s the built command line', (_, node) => {
  it('lints, and fails on findings', async () => {
    const run = await startCli(await writeFolder(FILES), ['lint'], node);
    expect(run.stdout).toContain('  12:21  error    on "press_1" node "root" leads to "slaes"');
    expect(run.stdout).toMatch(/\n2 rule files checked: 1 error, 2 warnings, 2 remarks\n$/);
    // Its stdout is a pipe.
    expect(run.stdout).not.toContain('\u001b');
    expect([run.stderr, run.exitCode]).toEqual(['', 1]);
  });

  it('finds the rules of this repository in order', async () => {
    const run = await startCli(root, ['test'], node);
    expect(run.stdout).toMatch(/^Collections +\d+ +0 +\d+ of \d+$/m);
    expect([run.stderr, run.exitCode]).toEqual(['', 0]);
  });

  it('verifies an audit log', async () => {
    const folder = await writeFolder({ ...FILES, 'audit.jsonl': '{"hash":1}\n' });
    const run = await startCli(folder, ['verify'], node);
    expect(run.stdout).toContain('mismatch  audit.jsonl line 1 is no audit record');
    expect([run.stderr, run.exitCode]).toEqual(['', 1]);
  });

  it('writes a report', async () => {
    const folder = await writeFolder(FILES);
    const run = await startCli(folder, ['report', '--out', 'out'], node);
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'))).toMatchObject({
      result: 'failed',
    });
    expect(readFileSync(join(folder, 'out/report.md'), 'utf8')).toContain('cannot merge');
    expect(readFileSync(join(folder, 'out/report.sarif'), 'utf8')).toContain('"version": "2.1.0"');
    expect(readFileSync(join(folder, 'out/report.html'), 'utf8')).toContain('cannot merge</title>');
  });

  it('draws a graph', async () => {
    const run = await startCli(await writeFolder(FILES), ['graph', 'A'], node);
    expect(run.stdout).toContain('\n\nflowchart TD\n');
    expect([run.stderr, run.exitCode]).toEqual(['', 0]);
  });

  it('hashes so that anybody can compute the digest', async () => {
    const folder = await writeFolder({ 'rules/a.json': ruleText('A'), 'rules/ö.json': ruleText('Ö') });
    const { stdout } = await startCli(folder, ['hash'], node);
    const digest = await startCli(folder, ['hash', '--digest'], node);
    expect(digest.stdout).toBe(`${createHash('sha256').update(stdout).digest('hex')}\n`);
  });

  it('says what is wrong with its use', async () => {
    const run = await startCli(root, ['lint', '--dpeth', '3'], node);
    expect(run.stderr).toBe("cxone-ivr: Unknown option '--dpeth'. See cxone-ivr --help\n");
    expect([run.stdout, run.exitCode]).toEqual(['', 2]);
  });

  it('knows its version', async () => {
    expect((await startCli(root, ['--version'], node)).stdout).toBe(`${manifest.version}\n`);
  });
});

it('does not mind a reader that has seen enough', async () => {
  // Together they are longer than what a pipe holds.
  const names = Array.from({ length: 300 }, (_, index) => `Rule-${index}`);
  const folder = await writeFolder(
    Object.fromEntries(names.map((name) => [`rules/${name}.json`, ruleText(name)])),
  );
  const script = `"${process.execPath}" "${CLI}" lint --json 2>errors | head -n 1; cat errors`;
  expect(execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' })).toBe('{\n');
});
