// Runs one command line, and says how it went as an exit code: 0 well, 1 findings, 2 usage or input.
import { ApiError, UserError, messageOf } from '../errors.ts';
import { escapeLog } from '../report/escape.ts';
import { type CliCommand, type CommandLine, readCommandLine } from './command-line.ts';
import { graph } from './graph.ts';
import { hash } from './hash.ts';
import { HELP } from './help.ts';
import { lint, test } from './run-checks.ts';
import { verify } from './verify.ts';
import type { World } from './world.ts';
import { report } from './write-report.ts';

const COMMANDS: Readonly<Record<CliCommand, (line: CommandLine, world: World) => Promise<number>>> = {
  lint,
  test,
  report,
  graph,
  hash,
  verify,
  // The way to a tenant is loaded where a command takes it.
  import: async (line, world) => (await import('./take-over.ts')).importFlows(line, world),
  adopt: async (line, world) => (await import('./take-over.ts')).adopt(line, world),
};

async function run(args: readonly string[], world: World): Promise<number> {
  const asked = readCommandLine(args);
  if ('words' in asked) return COMMANDS[asked.command](asked, world);
  world.out(asked.command === 'help' ? HELP : `${world.version}\n`);
  return 0;
}

/** What was thrown as text: a sentence, or with a bug the lines to report. */
function describe(error: unknown): string {
  // What an action has as an input is an option here.
  if (error instanceof UserError) return messageOf(error).replace(/^input (?=[a-z-]+ )/, 'option --');
  if (error instanceof ApiError) return `the tenant failed: ${messageOf(error)}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a bug; please report it with these lines:\n${stack}`;
}

/** Runs the command line. It never throws. @returns the exit code */
export async function runCli(args: readonly string[], world: World): Promise<number> {
  try {
    return await run(args, world);
  } catch (error) {
    world.err(`cxone-ivr: ${escapeLog(describe(error))}\n`);
    return 2;
  }
}
