// The built action as a command: lint of a folder, without GitHub and without a tenant, as the runner would start it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './measure.ts';

/**
 * Makes the command that lints a folder on a push to a branch.
 * @param dist where the built action is
 * @param files a folder for the files that a runner has
 */
export function lintCommand(dist: string, workspace: string, files: string): Command {
  mkdirSync(files, { recursive: true });
  const inFiles = (name: string, text: string): string => {
    writeFileSync(join(files, name), text);
    return join(files, name);
  };
  const event = inFiles('event.json', JSON.stringify({ repository: { default_branch: 'main' } }));
  const prepare = (): void => {
    for (const name of ['output', 'summary']) inFiles(name, '');
  };
  return {
    args: [join(dist, 'index.js')],
    folder: workspace,
    prepare,
    env: {
      INPUT_COMMENT: 'never',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: 'refs/heads/topic',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REPOSITORY: 'octo/rules',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
      RUNNER_TEMP: files,
    },
  };
}
