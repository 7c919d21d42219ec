// Starts the built command line, as a shell would.
import { fileURLToPath } from 'node:url';
import { type ChildResult, startChild } from '../stand-in/start-child.ts';

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs dist/cli.js in a folder. @param node the Node to run it with; by default this one */
export async function startCli(folder: string, args: readonly string[], node?: string): Promise<ChildResult> {
  const env = { PATH: process.env['PATH'] ?? '' };
  return startChild({ node, file: CLI, args, folder, env, timeout: 30_000, signals: [] });
}
