// A world for the command line: a folder of files, and what was printed.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.ts';
import type { World } from '../../src/cli/world.ts';
import { NOW } from '../lint/lint-texts.ts';

/** Writes files, path → text or value, into a new folder. @returns the folder */
export async function writeFolder(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    await writeFile(join(folder, path), text);
  }
  return folder;
}

export interface Printed {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder. */
export async function runIn(
  folder: string,
  args: readonly string[],
  changes: Partial<World> = {},
): Promise<Printed> {
  const printed = { out: '', err: '' };
  const exitCode = await runCli(args, {
    folder,
    variables: {},
    isTerminal: false,
    clock: { now: () => NOW },
    version: '1.2.3',
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
    ...changes,
  });
  return { exitCode, ...printed };
}
