// Loads and checks the rules that a command line names, as the action does.
import { type CheckedWorkspace, lintWorkspace } from '../commands/source/lint-workspace.ts';
import { terminalText } from '../report/escape.ts';
import type { AboutRun } from '../report/report-base.ts';
import { readFiles } from '../workspace/read-files.ts';
import { readIdMapFile } from '../workspace/read-id-map-file.ts';
import { findInputFile } from '../workspace/read-input-file.ts';
import { type CommandLine, inputsOf } from './command-line.ts';
import { findGlobs } from './find-globs.ts';
import type { World } from './world.ts';

/** The word for the environment in reports of a laptop. */
const ENVIRONMENT = 'local';

/** Checks the rules of some globs; none means the default. @throws UserError (`input`) where none can be read */
export async function checkGlobs(
  globs: readonly string[],
  line: CommandLine,
  { folder, clock, err }: World,
): Promise<CheckedWorkspace> {
  const workspace = {
    readFiles: async (wanted: readonly string[]) => readFiles(folder, wanted),
    readConfigFile: async (path: string) => findInputFile(folder, 'config', path),
  };
  const inputs = inputsOf(line, globs);
  return lintWorkspace({
    workspace,
    clock,
    inputs,
    readIdMap: async () => readIdMapFile(folder, inputs.idMap),
    log: { warning: (text) => err(`cxone-ivr: ${terminalText(text)}\n`) },
  });
}

/** Checks the rules that --rules and some words name. @throws UserError (`input`) */
export async function checkRules(
  line: CommandLine,
  words: readonly string[],
  world: World,
): Promise<CheckedWorkspace> {
  return checkGlobs(findGlobs(world.folder, [...line.rules, ...words]), line, world);
}

/** What reports say of a run on a laptop, which knows of no commit. */
export function aboutRun(line: CommandLine): AboutRun {
  return { ...inputsOf(line, []), environment: ENVIRONMENT, commit: '', repositoryUrl: '' };
}
