import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/commands/source/load-config.ts';
import { UserError } from '../../../src/errors.ts';
import { NO_CONFIG } from '../../../src/lint/config.ts';
import { readInputs } from '../../../src/request/inputs.ts';
import { sourceFile } from '../../rules/rule-file.ts';

/** Loads the config of a workspace that holds these files. */
async function load(files: Readonly<Record<string, unknown>>, config = '') {
  return loadConfig({
    inputs: readInputs((name) => (name === 'config' ? config : '')),
    workspace: {
      readConfigFile: async (path) =>
        Promise.resolve(path in files ? sourceFile(path, files[path]) : undefined),
    },
  });
}

async function errorOf(files: Readonly<Record<string, unknown>>, config = ''): Promise<string> {
  const error: unknown = await load(files, config).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).reason).toBe('input');
  return (error as UserError).message;
}

const SETS = { severities: { trap: 'info' } };

describe('the config of a run', () => {
  it('is that of the default path, which may be missing', async () => {
    const { path, severities } = await load({ 'cxone-rules.config.json': SETS });
    expect([path, severities.get('trap')]).toEqual(['cxone-rules.config.json', 'info']);
    expect(await load({ 'other.json': SETS })).toBe(NO_CONFIG);
    expect(await load({}, 'cxone-rules.config.json')).toBe(NO_CONFIG);
  });

  it('is that of the path that was named, which must be there', async () => {
    const files = { 'cxone-rules.config.json': {}, 'ivr/lint.json': SETS };
    expect((await load(files, 'ivr/lint.json')).severities.get('trap')).toBe('info');
    expect(await errorOf(files, 'ivr/lnt.json')).toBe(
      'input config is "ivr/lnt.json", but there is no such file in the workspace: mend the path, or leave the input out',
    );
  });

  it('stops the run where it is wrong, with all that is wrong at its place', async () => {
    const text = '{\n  "severities": { "syntax": "off" },\n  "treshold": {}\n}';
    expect(await errorOf({ 'cxone-rules.config.json': text })).toBe(
      [
        'the config file is wrong, so nothing was checked:',
        'cxone-rules.config.json:2:19: check "syntax" keeps deployments safe, so its severity cannot be changed',
        'cxone-rules.config.json:3:3: the config has no property "treshold": did you mean "thresholds"?',
      ].join('\n'),
    );
  });
});
