// A folder made into a clone of a repository that it can push to, with a stand-in for the gh command that notes how it was called.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Clone {
  /** Variables for shell steps that work in it. */
  readonly env: Readonly<Record<string, string>>;
  /** The arguments of the last call of gh, or undefined; each prints what GH_SAYS holds. */
  readonly calledGh: () => readonly string[] | undefined;
  /** The branches of the repository that it was cloned from, and the author and files of the newest commit of one. */
  readonly branches: () => readonly string[];
  readonly newestOf: (branch: string) => readonly string[];
}

/** Makes a clone of a folder; what lies in it is committed and pushed. */
export function makeClone(workspace: string): Clone {
  const place = mkdtempSync(join(tmpdir(), 'origin-'));
  const [origin, bin, calls] = ['origin.git', 'bin', 'calls'].map((name) => join(place, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(bin);
  writeFileSync(join(bin, 'gh'), `#!/bin/sh\nprintf '%s\\n' "$@" > "${calls}"\nprintf '%s' "$GH_SAYS"\n`);
  chmodSync(join(bin, 'gh'), 0o755);
  const env = {
    PATH: [bin, process.env['PATH'] ?? ''].join(delimiter),
    HOME: place,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const git = (folder: string, ...args: readonly string[]): string[] =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' })
      .split('\n')
      .filter(Boolean);
  git(place, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  git(workspace, 'init', '--quiet', '--initial-branch=main');
  git(workspace, 'remote', 'add', 'origin', origin);
  git(workspace, 'add', '--all');
  git(
    workspace,
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.com',
    'commit',
    '--quiet',
    '--message',
    'first',
  );
  git(workspace, 'push', '--quiet', 'origin', 'main');
  return {
    env,
    calledGh: () => (existsSync(calls) ? readFileSync(calls, 'utf8').split('\n') : undefined),
    branches: () => git(origin, 'branch', '--format=%(refname:short)'),
    newestOf: (branch) => git(origin, 'show', '--format=%an', '--name-only', branch),
  };
}
