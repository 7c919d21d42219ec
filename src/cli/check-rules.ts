// Loads and checks the rules that a command line names, as the action does.
import { type CheckedWorkspace, lintWorkspace } from '../commands/lint-workspace.ts';
import type { AboutRun } from '../commands/report-checked.ts';
import { readFiles } from '../workspace/read-files.ts';
import type { CommandLine } from './command-line.ts';
import { findGlobs } from './find-globs.ts';
import type { World } from './world.ts';

/** The word for the environment in reports of a laptop. */
const ENVIRONMENT = 'local';

/** Checks the rules of some globs. @throws UserError (`input`) where none can be read */
export async function checkGlobs(
  globs: readonly string[],
  { inputs }: CommandLine,
  { folder, clock }: World,
): Promise<CheckedWorkspace> {
  const workspace = { readFiles: async (wanted: readonly string[]) => readFiles(folder, wanted) };
  return lintWorkspace({ workspace, clock, inputs: { ...inputs, rules: globs } });
}

/** The globs of --rules and of the words, or else the default. */
export async function globsOf(
  line: CommandLine,
  words: readonly string[],
  world: World,
): Promise<readonly string[]> {
  const globs = await findGlobs(world.folder, [...line.rules, ...words]);
  return globs.length === 0 ? line.inputs.rules : globs;
}

/** Checks the rules that --rules and the words behind the command name. @throws UserError (`input`) */
export async function checkRules(line: CommandLine, world: World): Promise<CheckedWorkspace> {
  return checkGlobs(await globsOf(line, line.words, world), line, world);
}

/** What reports say of a run on a laptop, which knows of no commit. */
export function aboutRun({ inputs }: CommandLine): AboutRun {
  return { ...inputs, environment: ENVIRONMENT, commit: '', repositoryUrl: '' };
}
