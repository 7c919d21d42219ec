// Runs git as a child process, with nothing of the machine's own settings, and hands back what it printed.

import { execFile } from 'node:child_process';
import { devNull } from 'node:os';

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

const cleanEnvironment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Runs one git command in a folder.
 * @returns all that it printed on stdout
 * @throws Error with git's own words where it does not end with 0
 */
export function runGit(folder: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...args],
      {
        cwd: folder,
        env: { ...cleanEnvironment, ...options.env },
        encoding: 'buffer',
        maxBuffer: 512 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else
          reject(
            new Error(`git ${args.join(' ')} failed: ${stderr.toString().trim() || error.message}`, {
              cause: error,
            }),
          );
      },
    );
    // A git that stops before it has read everything closes the pipe; its exit code tells the story.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
  });
}

/** Runs git and gives its output as text without the last line break. */
export async function gitText(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await runGit(folder, args, options)).toString('utf8').replace(/\n$/, '');
}

/** Like {@link gitText}, but a command that fails gives `undefined`. */
export async function gitMaybe(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string | undefined> {
  try {
    return await gitText(folder, args, options);
  } catch {
    return undefined;
  }
}
