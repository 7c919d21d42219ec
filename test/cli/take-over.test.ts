import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import seed from '../../src/simulator/seed.json' with { type: 'json' };
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { ruleText } from '../e2e/rules.ts';
import { type Printed, runIn, writeFolder } from './world.ts';

let tenant: Simulator;
let variables: Record<string, string>;

beforeEach(async () => {
  const flow = { ...JSON.parse(ruleText('A')), id: 'a', status: 'ACTIVE' } as object;
  tenant = await startSimulator({ seed: { ...seed, flows: [flow] } as never });
  const { clientId, clientSecret } = tenant.credentials;
  variables = { CXONE_TENANT_URL: tenant.url, CXONE_CLIENT_ID: clientId, CXONE_CLIENT_SECRET: clientSecret };
});

afterEach(async () => tenant.close());

async function run(folder: string, ...args: readonly string[]): Promise<Printed> {
  return runIn(folder, args, { variables });
}

const textOf = async (folder: string, path: string): Promise<string> => readFile(join(folder, path), 'utf8');

describe('on a laptop', () => {
  it('import writes what the tenant has, adopt what was edited there, and neither writes to the tenant', async () => {
    const folder = await writeFolder({ 'README.md': 'rules' });
    const imported = await run(folder, 'import');
    expect([imported.exitCode, imported.err]).toEqual([0, '']);
    expect(imported.out).toContain('1 rule file written: "rules/a.json"');
    expect((await run(folder, 'lint')).exitCode).toBe(0);
    expect((await run(folder, 'import')).out).toContain('no rule file was written');
    expect((await run(folder, 'adopt')).out).toContain('  "A": in sync\nno rule file was written');
    tenant.edit({ flowId: 'a', changes: { fallbackAction: { type: 'queue', target: 'desk' } } });
    const adopted = await run(folder, 'adopt');
    expect(adopted.out).toContain('fallback leads to: git nothing, tenant "desk" (/fallbackAction/target)');
    expect(adopted.out).toContain('1 rule file written: "rules/a.json"');
    expect(await textOf(folder, 'rules/a.json')).toContain(
      '"fallbackAction": { "type": "queue", "target": "desk" }',
    );
    const { requests } = tenant.state();
    expect(requests.filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token')).toEqual([]);
  });

  it('a folder of another name takes the files, with the ids of the map', async () => {
    const folder = await writeFolder({ 'ids.json': { media: { hello: 'asset_abc123' } } });
    const { out, exitCode } = await run(folder, 'import', '--rules', 'ivr/*.json', '--id-map', 'ids.json');
    expect(out).toContain('"ivr/a.json"');
    expect(exitCode).toBe(0);
    expect(await textOf(folder, 'ivr/a.json')).toContain('"mediaAssetId": "hello"');
  });

  it('what is missing is named, and a secret is never shown', async () => {
    const folder = await writeFolder({});
    delete variables['CXONE_CLIENT_ID'];
    const { exitCode, err } = await run(folder, 'import');
    expect([exitCode, err]).toEqual([
      2,
      'cxone-ivr: the tenant is needed, but the environment lacks CXONE_CLIENT_ID\n',
    ]);
    variables['CXONE_CLIENT_ID'] = 'nobody';
    const wrong = await run(folder, 'import');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.err).toContain('the tenant does not accept the credentials (401)');
    expect(wrong.out + wrong.err).not.toContain(variables['CXONE_CLIENT_SECRET']);
  });

  it('nothing is written beside a rule file that cannot be read', async () => {
    const folder = await writeFolder({ 'rules/broken.json': '{' });
    const { exitCode, out } = await run(folder, 'import');
    expect(exitCode).toBe(1);
    expect(out).toContain('1 rule file cannot be read');
    await writeFile(join(folder, 'rules/broken.json'), ruleText('Else'));
    expect((await run(folder, 'import')).out).toContain('"rules/a.json"');
  });
});
