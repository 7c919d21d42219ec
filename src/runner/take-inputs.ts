// Edge: the inputs as the runner passes them. Whatever reads them masks the secrets among them, too.
import * as core from '@actions/core';
import { type Inputs, readInputs } from '../request/inputs.ts';

/** Reads the inputs, and has the runner mask their secrets, whether they are secrets of the repository or not. @throws UserError (`input`) */
export function takeInputs(): Inputs {
  const inputs = readInputs((name) => core.getInput(name));
  for (const secret of [inputs.clientSecret, inputs.accessKeySecret, inputs.githubToken])
    if (secret !== '') core.setSecret(secret);
  return inputs;
}
