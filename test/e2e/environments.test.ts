// One repository, more than one tenant: id maps, API configs and webhooks, by the built action.
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import seed from '../../src/simulator/seed.json' with { type: 'json' };
import { readSeed } from '../../src/simulator/seed.ts';
import type { SimulatorOptions } from '../../src/simulator/start-simulator.ts';
import { type Estate, openEstate } from './estate.ts';
import { ruleText } from './rules.ts';

const HOOKS = '/api/v2/event/webhooks';
const NAME = 'cxone-ivr-gitops:octo-org/ivr-rules:production';
const MAP = 'env/eu.json';

let estate: Estate;

async function open(changes: object = {}): Promise<void> {
  const simulator: SimulatorOptions = { seed: readSeed({ ...seed, ...changes }) };
  estate = await openEstate({ simulator });
}

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

/** A rule with ids that only an id map makes sense of. */
const symbolic = (name: string, target = 'desk'): string =>
  ruleText(name, (rule) => {
    rule.campaignId = 'line';
    rule.nodes[0].mediaAssetId = 'greeting';
    rule.fallbackAction = { type: 'queue', target };
  });

const idMap = (desk: string, more: object = {}): string =>
  JSON.stringify({
    campaigns: { line: 'camp_9x8y7z' },
    media: { greeting: 'asset_abc123' },
    targets: { desk, sales: 'never: sales is a node' },
    ...more,
  });

/** Requests about webhooks that write, from one on. */
function hookWrites(since = 0): string[] {
  return estate.tenant
    .state()
    .requests.slice(since)
    .filter(({ method, path }) => path.startsWith(HOOKS) && method !== 'GET')
    .map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`);
}

function active(): Record<string, unknown> {
  const flows = estate.tenant.state().flows.filter(({ status }) => status === 'ACTIVE');
  return Object.fromEntries(
    flows.map((flow) => [
      flow.name,
      [
        flow.campaignId,
        flow.nodes[0]?.mediaAssetId,
        flow.nodes[0]?.transitions[0]?.target,
        flow.fallbackAction.target,
      ],
    ]),
  );
}

describe('an environment', () => {
  it('has its ids, its way to a token, and its one webhook', async () => {
    await open({ tokenStyle: 'form' });
    const inputs = { 'id-map': MAP, 'api-config': 'env/api.json', 'webhook-url': 'https://hooks.example/a' };
    const api = JSON.stringify({ tokenStyle: 'form', paths: { getFlow: '/api/v2/ivr/flows/{flowId}' } });
    const first = await estate.commit({
      'rules/a.json': symbolic('A'),
      [MAP]: idMap('queue-7'),
      'env/api.json': api,
    });
    const refused = await estate.push(first, { inputs: { 'id-map': MAP } });
    expect(refused.outputs).toMatchObject({ result: 'failed', reason: 'auth' });

    const run = await estate.push(first, { inputs });
    expect(run.outputs).toMatchObject({ result: 'deployed' });
    expect(active()).toEqual({ A: ['camp_9x8y7z', 'asset_abc123', 'sales', 'queue-7'] });
    // Anybody can recompute the digest from git: the rule of the commit, mapped by the map of the commit.
    const canonical =
      '{"campaignId":"camp_9x8y7z","fallbackAction":{"target":"queue-7","type":"queue"},"name":"A","nodes":[' +
      '{"id":"root","mediaAssetId":"asset_abc123","transitions":[{"condition":"press_1","target":"sales"}],"type":"greeting"},' +
      '{"id":"sales","transitions":[],"type":"queue"}]}';
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(run.outputs['ruleset-digest']).toBe(sha256(`${sha256(canonical)}  A\n`));
    const warnings = run.annotations.filter(({ level }) => level === 'warning');
    expect(warnings.map(({ message }) => message)).toEqual([
      'env/eu.json (input id-map) maps ids that no rule uses: targets "sales"',
    ]);
    expect(hookWrites()).toEqual([
      expect.stringContaining(`POST ${HOOKS} {"name":"${NAME}","url":"https://hooks.example/a"`),
    ]);

    let since = estate.tenant.state().requests.length;
    const second = await estate.commit({ 'rules/b.json': symbolic('B', 'elsewhere') });
    expect((await estate.push(second, { inputs })).outputs.result).toBe('deployed');
    expect(active()['B']).toEqual(['camp_9x8y7z', 'asset_abc123', 'sales', 'elsewhere']);
    expect(hookWrites(since)).toEqual([]);
    // Rule A is as it was: its commit's map says so, and nobody looks at it.
    expect(
      estate.tenant
        .state()
        .requests.slice(since)
        .some(({ query }) => query['name'] === 'A'),
    ).toBe(false);

    since = estate.tenant.state().requests.length;
    const moved = { ...inputs, 'webhook-url': 'https://hooks.example/b' };
    expect((await estate.push(second, { inputs: moved })).outputs.result).toBe('nothing-to-do');
    expect(hookWrites(since)).toEqual([`PATCH ${HOOKS}/webhook-000001 {"url":"https://hooks.example/b"}`]);
    expect(estate.tenant.state().webhooks).toHaveLength(1);
  });

  it('is deployed anew where only its map changes, and rolled back with the map that was', async () => {
    await open();
    const inputs = { 'id-map': MAP };
    const first = await estate.commit({ 'rules/a.json': symbolic('A'), [MAP]: idMap('queue-7') });
    const before = await estate.push(first, { inputs });
    const pull = await estate.pullRequest(
      { [MAP]: idMap('queue-8') },
      { inputs: { ...estate.credentials, ...inputs } },
    );
    expect(pull.outputs).toMatchObject({ result: 'passed', 'changed-rules': '["A"]' });
    const second = await estate.commit({ [MAP]: idMap('queue-8') });
    expect((await estate.push(second, { inputs })).outputs.result).toBe('deployed');
    expect(active()).toEqual({ A: ['camp_9x8y7z', 'asset_abc123', 'sales', 'queue-8'] });
    const back = await estate.dispatch({ 'rollback-to': 'previous' }, { inputs });
    expect(back.outputs.result).toBe('rolled-back');
    expect(active()).toEqual({ A: ['camp_9x8y7z', 'asset_abc123', 'sales', 'queue-7'] });
    expect(back.outputs['ruleset-digest']).toBe(before.outputs['ruleset-digest']);
    // What was rolled back is held by its hash, which the map is part of.
    const again = await estate.push(second, { inputs });
    expect(again.outputs.result).toBe('nothing-to-do');
    expect(again.stdout).toContain('is held since the rollback');
  });

  it('keeps its webhook after a rollback too, and leaves it alone in a dry run and without an URL', async () => {
    await open();
    const first = await estate.commit({ 'rules/a.json': ruleText('A') });
    await estate.push(first);
    const second = await estate.commit({ 'rules/b.json': ruleText('B') });
    const inputs = { 'webhook-url': 'https://hooks.example/a' };
    await estate.push(second, { inputs: { ...inputs, 'dry-run': 'true' } });
    await estate.push(second);
    expect(estate.tenant.state().requests.some(({ path }) => path.startsWith(HOOKS))).toBe(false);
    const back = await estate.dispatch({ 'rollback-to': first }, { inputs });
    expect(back.outputs.result).toBe('rolled-back');
    expect(hookWrites()).toHaveLength(1);
  });

  it('is deployed without the scope of webhooks, which is missed only where there is one', async () => {
    const [client] = seed.clients;
    const scopes = client!.scopes.filter((scope) => scope !== 'event:webhook:write');
    await open({ clients: [{ ...client, scopes }] });
    const plain = await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
    expect(plain.outputs.result).toBe('deployed');
    expect(plain.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
    const run = await estate.push(await estate.commit({ 'rules/b.json': ruleText('B') }), {
      inputs: { 'webhook-url': 'https://hooks.example/a' },
    });
    expect(run.outputs.result).toBe('deployed');
    expect(run.exitCode).toBe(0);
    const [warning] = run.annotations.filter(({ level }) => level === 'warning');
    expect(warning?.message).toContain('lack the scope event:webhook:write');
  });

  it('may ask for its token with an access key, which stays out of the log', async () => {
    await open({ tokenStyle: 'basic' });
    const sha = await estate.commit({ 'rules/a.json': ruleText('A'), 'api.json': '{"grant": "password"}' });
    const inputs = {
      'api-config': 'api.json',
      'access-key-id': 'simulator-key',
      'access-key-secret': 'simulator-key-secret',
    };
    const run = await estate.push(sha, { inputs });
    expect(run.outputs.result).toBe('deployed');
    const shown = run.stdout.replaceAll(/^::add-mask::.*$/gm, '');
    expect(shown).not.toContain('simulator-key-secret');
    expect(run.stdout).toContain('::add-mask::simulator-key-secret');
    const [token] = estate.tenant.state().requests;
    expect(token?.body).toEqual({ grant_type: 'password', username: 'simulator-key', password: '***' });
  });
});

describe('a file that cannot be used', () => {
  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    [
      'an id map that is not there',
      {},
      { 'id-map': 'env/us.json' },
      'input id-map is "env/us.json", which is not in the workspace',
    ],
    [
      'an id map with a typo',
      { [MAP]: '{"campaign": {}}' },
      { 'id-map': MAP },
      'env/eu.json:1:2: an id map has no property',
    ],
    [
      'an API config that leads elsewhere',
      { 'api.json': '{"paths": {"listFlows": "https://evil.example/"}}' },
      { 'api-config': 'api.json' },
      'no path may lead the token to another host',
    ],
    [
      'a grant without its inputs',
      { 'api.json': '{"grant": "password"}' },
      { 'api-config': 'api.json', 'access-key-id': 'key' },
      'grant password (in the file of input api-config) needs input access-key-secret',
    ],
  ])('fails the run before anything else: %s', async (_case, files, inputs, words) => {
    await open();
    const sha = await estate.commit({ 'rules/a.json': ruleText('A'), ...files });
    const runs = [
      await estate.push(sha, { inputs }),
      await estate.push(sha, { inputs: { ...inputs, command: 'lint' } }),
      await estate.dispatch({ 'rollback-to': 'previous' }, { inputs }),
    ];
    for (const run of runs) {
      expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
      expect(run.stdout).toContain(words);
      expect(run.stdout).not.toContain('this is a bug');
    }
    expect(estate.tenant.state().requests).toEqual([]);
  });
});
