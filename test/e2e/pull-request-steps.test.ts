// The last steps of adopt-pr.yml and import.yml: what the action wrote into the rule files becomes a branch and a pull request.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillAll } from '../workflows/expression.ts';
import { runShell } from '../workflows/run-script.ts';
import { EXAMPLES, stepsOf } from '../workflows/workflow.ts';

/** A clone with one commit, its origin, and a stand-in for the gh command that notes how it was called. */
function openClone() {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  const [origin, clone, bin] = ['origin.git', 'clone', 'bin'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const calls = join(folder, 'calls');
  mkdirSync(bin);
  writeFileSync(join(bin, 'gh'), `#!/bin/sh\nprintf '%s\\n' "$@" > "${calls}"\n`);
  chmodSync(join(bin, 'gh'), 0o755);
  const env = {
    PATH: [bin, process.env['PATH'] ?? ''].join(delimiter),
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const git = (cwd: string, ...args: readonly string[]): string =>
    execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  git(folder, 'clone', '--quiet', origin, clone);
  mkdirSync(join(clone, 'rules'));
  writeFileSync(join(clone, 'rules/a.json'), '{}\n');
  git(clone, 'add', '.');
  git(
    clone,
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.com',
    'commit',
    '--quiet',
    '--message',
    'first',
  );
  git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
  return { clone, env, calls, git: (...args: readonly string[]) => git(origin, ...args) };
}

describe.each(['adopt', 'import'])('the last step of the %s workflow', (command) => {
  const file = EXAMPLES.find((example) =>
    stepsOf(example).some((step) => step.with?.['command'] === command),
  )!;
  const step = stepsOf(file).at(-1)!;
  const contexts = { github: { token: 'a-token', run_id: '42', ref_name: 'main' } };
  const run = ({ clone, env }: ReturnType<typeof openClone>) =>
    runShell(step.run ?? '', clone, { ...env, ...fillAll(step.env, contexts) });

  it('opens a pull request with the rule files and nothing else', () => {
    const opened = openClone();
    writeFileSync(join(opened.clone, 'rules/a.json'), '{"a":1}\n');
    writeFileSync(join(opened.clone, 'rules/b.json'), '{}\n');
    writeFileSync(join(opened.clone, 'left-over.txt'), '');
    expect(run(opened).status).toBe(0);
    const branch = `ivr-${command}-42`;
    expect(opened.git('show', '--format=%an', '--name-only', branch).split('\n').filter(Boolean)).toEqual([
      'github-actions[bot]',
      'rules/a.json',
      'rules/b.json',
    ]);
    expect(readFileSync(opened.calls, 'utf8').split('\n').slice(0, 6)).toEqual([
      'pr',
      'create',
      '--base',
      'main',
      '--head',
      branch,
    ]);
  });

  it('does nothing where there is nothing', () => {
    const opened = openClone();
    const { status, printed } = run(opened);
    expect([status, printed.startsWith('Nothing to')]).toEqual([0, true]);
    expect(opened.git('branch', '--format=%(refname:short)').trim()).toBe('main');
    expect(existsSync(opened.calls)).toBe(false);
  });
});
