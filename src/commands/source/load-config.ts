// The part of a checked workspace that comes from its config file. A config that is wrong stops the run: read in part, it
// could hide what it was meant to find.
import { UserError } from '../../errors.ts';
import { type LintConfig, NO_CONFIG } from '../../lint/config.ts';
import { readConfig, tellConfigProblems } from '../../lint/read-config.ts';
import { CHECKS } from '../../lint/registry.ts';
import type { Workspace } from '../../ports.ts';
import { type Inputs, INPUT_DEFAULTS } from '../../request/inputs.ts';

/** What this takes of a session. */
export interface ConfigRequest {
  readonly workspace: Pick<Workspace, 'readConfigFile'>;
  readonly inputs: Pick<Inputs, 'config'>;
}

/**
 * Loads the config file; where the one of the default is not there, what holds without one.
 * @throws UserError (`input`) that tells all that is wrong, or that a file which was named is not there
 */
export async function loadConfig({ workspace, inputs }: ConfigRequest): Promise<LintConfig> {
  const file = await workspace.readConfigFile(inputs.config);
  if (file === undefined) {
    if (inputs.config === INPUT_DEFAULTS.config) return NO_CONFIG;
    const message = `input config is ${JSON.stringify(inputs.config)}, but there is no such file in the workspace: mend the path, or leave the input out`;
    throw new UserError('input', message);
  }
  const read = readConfig(file, CHECKS);
  if (read.problems === undefined) return read.config;
  const told = tellConfigProblems(file.path, read.problems);
  throw new UserError('input', `the config file is wrong, so nothing was checked:\n${told}`);
}
