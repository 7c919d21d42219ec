import { mkdir, mkdtemp, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SeedFlow } from '../../src/simulator/seed.ts';
import seed from '../../src/simulator/seed.json' with { type: 'json' };
import type { ActionRun } from '../stand-in/run-action.ts';
import { type Estate, type EstateOptions, openEstate } from './estate.ts';
import { leaveRecord } from './leave-record.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

interface Written {
  readonly run: ActionRun;
  readonly folder: string;
  /** Path → text, of the rule files that are there afterwards. */
  readonly files: Readonly<Record<string, string>>;
}

async function write(
  command: 'adopt' | 'import',
  inputs: Readonly<Record<string, string>> = {},
  folder?: string,
): Promise<Written> {
  const workspace = folder ?? (await estate.checkout((await estate.repository.branch('main')) ?? ''));
  const run = await estate.schedule({ workspace, inputs: { command, ...inputs } });
  const paths = JSON.parse(run.outputs['written-files'] ?? '[]') as string[];
  const texts = paths.map(async (path): Promise<[string, string]> => {
    const text = inputs['dry-run'] === 'true' ? '' : await readFile(join(workspace, path), 'utf8');
    return [path, text];
  });
  return { run, folder: workspace, files: Object.fromEntries(await Promise.all(texts)) };
}

const flows = () => estate.tenant.state().flows;

function flowOf(name: string) {
  const found = flows().find((flow) => flow.name === name && flow.status === 'ACTIVE');
  if (found === undefined) throw new Error(`no active flow ${name}`);
  return found;
}

function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return now.filter((line) => !old.includes(line));
}

describe('adopt', () => {
  const text = `${JSON.stringify({ $schema: './x.json', ...JSON.parse(ruleText('A')) }, null, 2)}\n`;

  async function start(files: Readonly<Record<string, string>> = {}): Promise<void> {
    estate = await openEstate();
    await estate.push(await estate.commit({ 'rules/a.json': text, 'rules/b.json': ruleText('B'), ...files }));
  }

  it('writes what was edited into its file, with the smallest difference, and a deployment then has nothing to write', async () => {
    await start({ 'rules/c.json': ruleText('C') });
    const [root, sales] = flowOf('A').nodes;
    const nodes = [{ ...root!, mediaAssetId: 'asset_holiday' }, sales!];
    estate.tenant.edit({ flowId: flowOf('A').id, changes: { nodes } });
    estate.tenant.edit({ flowId: flowOf('B').id, changes: { status: 'INACTIVE' } });
    estate.tenant.edit({ flowId: flowOf('C').id, remove: true });
    const { run, files } = await write('adopt');
    expect([run.exitCode, run.outputs.result]).toEqual([0, 'passed']);
    expect(run.outputs['changed-rules']).toBe('["A","B"]');
    expect(Object.keys(files)).toEqual(['rules/a.json', 'rules/b.json']);
    const a = files['rules/a.json'] ?? '';
    expect(changedLines(text, a)).toEqual(['      "mediaAssetId": "asset_holiday",']);
    expect(changedLines(ruleText('B'), files['rules/b.json'] ?? '')).toEqual([
      '  },',
      '  "status": "INACTIVE"',
    ]);
    expect(run.summary).toContain('`"C"` is not adopted: it is missing on the tenant');
    const before = flows();
    const merged = await estate.commit({ ...files, 'rules/c.json': null });
    expect((await estate.schedule({ inputs: { command: 'lint' } })).outputs.result).toBe('passed');
    expect((await estate.push(merged)).outputs.result).toBe('nothing-to-do');
    expect(flows()).toEqual(before);
    const look = await estate.schedule();
    expect(look.outputs.result).toBe('in-sync');
    expect(look.stdout).not.toContain('not deployed yet');
  });

  it('takes the version that callers meet where somebody made another', async () => {
    await start();
    const { id, campaignId, nodes } = flowOf('A');
    estate.tenant.edit({ flowId: id, changes: { status: 'INACTIVE' } });
    const fallbackAction = { type: 'queue', target: 'new' } as const;
    estate.tenant.addFlow({ name: 'A', campaignId, nodes, fallbackAction, status: 'ACTIVE' });
    const { files } = await write('adopt');
    expect(changedLines(text, files['rules/a.json'] ?? '')).toEqual([
      '    "type": "queue",',
      '    "target": "new"',
    ]);
  });

  it('writes nothing where nothing was edited, in a dry run, and of a rule that input only leaves out', async () => {
    await start();
    expect((await write('adopt')).run.outputs).toMatchObject({
      result: 'nothing-to-do',
      'written-files': '[]',
    });
    estate.tenant.edit({ flowId: flowOf('A').id, changes: { status: 'INACTIVE' } });
    const dry = await write('adopt', { 'dry-run': 'true' });
    expect(dry.run.outputs).toMatchObject({ result: 'planned', 'written-files': '["rules/a.json"]' });
    expect(await readFile(join(dry.folder, 'rules/a.json'), 'utf8')).toBe(text);
    expect((await write('adopt', { only: 'B' })).run.outputs.result).toBe('nothing-to-do');
    const typo = await write('adopt', { only: 'AA' });
    expect(typo.run.stdout).toContain('input only names "AA", which no rule has');
  });

  it('warns where it takes back what git has not deployed yet', async () => {
    await start();
    await estate.commit({ 'rules/a.json': version('A', 'git') });
    estate.tenant.edit({
      flowId: flowOf('A').id,
      changes: { fallbackAction: { type: 'queue', target: 'tenant' } },
    });
    const { run, files } = await write('adopt');
    expect(files['rules/a.json']).toContain('"target": "tenant"');
    expect(run.summary).toContain('has changes in git that were not deployed yet');
  });

  it('leaves a rule that this commit has removed, and one whose version before was edited', async () => {
    await start();
    const removed = flowOf('B').id;
    const later = ruleText('A', (rule) => (rule.effectiveDate = '2098-01-01T00:00:00Z'));
    await estate.push(await estate.commit({ 'rules/a.json': later }));
    await estate.commit({ 'rules/b.json': null });
    estate.tenant.edit({ flowId: flowOf('A').id, changes: { status: 'INACTIVE' } });
    estate.tenant.edit({ flowId: removed, changes: { fallbackAction: { type: 'queue', target: 'x' } } });
    const { run, files } = await write('adopt');
    expect(run.outputs.result).toBe('nothing-to-do');
    expect(files).toEqual({});
    expect(run.summary).toContain('`"A"` is not adopted: what was edited is the version before the one');
    expect(run.summary).toContain('`"B"` is not adopted: this commit has no rule file of this name');
  });

  it('writes nothing where a rule file cannot be read, or a deployment is under way', async () => {
    await start();
    estate.tenant.edit({ flowId: flowOf('A').id, changes: { status: 'INACTIVE' } });
    const sha = await estate.commit({ 'rules/b.json': '{' });
    const broken = await write('adopt');
    expect(broken.run.outputs).toMatchObject({ result: 'failed', reason: 'lint' });
    expect(broken.files).toEqual({});
    expect(broken.run.stdout).toContain('file=rules/b.json,line=1');
    await estate.commit({ 'rules/b.json': ruleText('B') });
    await leaveRecord(estate, sha, 7);
    estate.github.setRun(7, { status: 'in_progress' });
    const locked = await write('adopt', { 'compile-timeout': '0.05' });
    expect(locked.run.outputs).toMatchObject({ result: 'refused', reason: 'locked' });
    expect(locked.run.stdout).toContain('/actions/runs/7');
    expect(await readFile(join(locked.folder, 'rules/a.json'), 'utf8')).toBe(text);
  });

  it('does not write through a symbolic link', async () => {
    await start();
    estate.tenant.edit({ flowId: flowOf('A').id, changes: { status: 'INACTIVE' } });
    const folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    await mkdir(join(folder, 'real'));
    await mkdir(join(folder, 'rules'));
    await writeFile(join(folder, 'real/a.json'), text);
    await writeFile(join(folder, 'rules/b.json'), ruleText('B'));
    await symlink('../real/a.json', join(folder, 'rules/a.json'));
    const { run } = await write('adopt', {}, folder);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(run.stdout).toContain('"rules/a.json" cannot be written: it is a symbolic link');
    expect(await readFile(join(folder, 'real/a.json'), 'utf8')).toBe(text);
  });

  it('maps ids back, keeps the id that the file has, and refuses where there are several', async () => {
    estate = await openEstate();
    const map = {
      media: {
        hello: 'asset_abc123',
        welcome: 'asset_abc123',
        holiday: 'asset_holiday',
        feast: 'asset_holiday',
      },
      campaigns: { main: 'camp_9x8y7z' },
    };
    const own = ruleText('A', (rule) => {
      rule.campaignId = 'main';
      rule.nodes[0].mediaAssetId = 'welcome';
    });
    const inputs = { 'id-map': 'map.json' };
    const sha = await estate.commit({ 'rules/a.json': own, 'map.json': JSON.stringify(map) });
    expect((await estate.push(sha, { inputs })).outputs.result).toBe('deployed');
    const { id: flowId, nodes } = flowOf('A');
    estate.tenant.edit({ flowId, changes: { fallbackAction: { type: 'queue', target: 'x' } } });
    const { files } = await write('adopt', inputs);
    expect(changedLines(own, files['rules/a.json'] ?? '')).toEqual([
      '    "type": "queue",',
      '    "target": "x"',
    ]);
    estate.tenant.edit({
      flowId,
      changes: { nodes: [{ ...nodes[0]!, mediaAssetId: 'asset_holiday' }, nodes[1]!] },
    });
    const { run, folder } = await write('adopt', inputs);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(run.stdout).toContain(
      'media asset "asset_holiday" of the tenant is what the id map makes of several ids: "holiday", "feast"',
    );
    expect(await readFile(join(folder, 'rules/a.json'), 'utf8')).toBe(own);
  });
});

describe('import', () => {
  const content = JSON.parse(ruleText('A')) as SeedFlow;
  const flow = (name: string, campaignId: string, more: Partial<SeedFlow> = {}): SeedFlow => ({
    ...content,
    nodes: [content.nodes[0]!, { id: 'sales', type: 'queue', transitions: [] }],
    name,
    campaignId,
    status: 'ACTIVE',
    ...more,
  });
  const LATER = '2098-01-01T00:00:00.000Z';
  const FLOWS: readonly SeedFlow[] = [
    flow('Main Menu', 'camp_9x8y7z', {
      id: 'main-old',
      status: 'INACTIVE',
      createdAt: '2020-01-01T00:00:00.000Z',
    }),
    flow('Main Menu', 'camp_9x8y7z', { id: 'main', fallbackAction: { type: 'queue', target: 'q' } }),
    flow('main-menu', 'camp_main_line', { id: 'other' }),
    flow('CON', 'camp_after_hours', { id: 'con' }),
    flow('Off', 'camp_billing', { id: 'off-old', status: 'INACTIVE', createdAt: '2020-01-01T00:00:00.000Z' }),
    flow('Off', 'camp_billing', {
      id: 'off',
      status: 'INACTIVE',
      fallbackAction: { type: 'queue', target: 'q' },
    }),
    flow('Draft', 'camp_network', { id: 'draft', status: 'DRAFT' }),
    flow('Relay', 'camp_survey', {
      id: 'relay-1',
      expirationDate: LATER,
      createdAt: '2020-01-01T00:00:00.000Z',
    }),
    flow('Relay', 'camp_survey', {
      id: 'relay-2',
      effectiveDate: LATER,
      fallbackAction: { type: 'queue', target: 'q' },
    }),
    flow('Ärger & Öl/../x', 'camp_callback', { id: 'odd', expirationDate: '2099-12-31T23:00:00+01:00' }),
  ];

  async function start(options: EstateOptions = { simulator: { seed: { ...seed, flows: FLOWS } as never } }) {
    estate = await openEstate(options);
    await estate.commit({ 'README.md': 'x' });
  }

  it('writes a file for each name, and lint, deployment and drift then find nothing to do', async () => {
    await start();
    const before = flows();
    const { run, files } = await write('import');
    expect([run.exitCode, run.outputs.result, run.outputs.errors]).toEqual([0, 'passed', '0']);
    expect(Object.keys(files)).toEqual([
      'rules/arger-ol-x.json',
      'rules/con-rule.json',
      'rules/draft.json',
      'rules/main-menu-2.json',
      'rules/main-menu.json',
      'rules/off.json',
      'rules/relay.json',
    ]);
    expect(JSON.parse(files['rules/main-menu.json'] ?? '')).toMatchObject({ name: 'Main Menu' });
    expect(JSON.parse(files['rules/main-menu-2.json'] ?? '')).toMatchObject({ name: 'main-menu' });
    expect(JSON.parse(files['rules/relay.json'] ?? '')).toMatchObject({
      effectiveDate: '2098-01-01T00:00:00Z',
    });
    expect(JSON.parse(files['rules/off.json'] ?? '')).toMatchObject({ status: 'INACTIVE' });
    expect(files['rules/draft.json']).toMatchSnapshot();
    expect(run.summary).toContain(
      'of `"Main Menu"` flow `"main"` (ACTIVE) is imported, and 1 other version left out',
    );
    const sha = await estate.commit(files);
    const deployed = await estate.push(sha);
    expect([deployed.exitCode, deployed.outputs.result]).toEqual([0, 'nothing-to-do']);
    expect(flows()).toEqual(before);
    expect(
      estate.tenant
        .state()
        .requests.filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token'),
    ).toEqual([]);
    const look = await estate.schedule();
    expect([look.outputs.result, look.outputs.drifted]).toEqual(['in-sync', '[]']);
    expect(look.stdout).not.toContain('not deployed yet');
    expect((await write('import')).run.outputs).toMatchObject({
      result: 'nothing-to-do',
      'written-files': '[]',
    });
  });

  it('imports the flows that have no file, and leaves the files that are there', async () => {
    await start();
    const mine = ruleText('Off');
    await estate.commit({ 'rules/main-menu.json': mine, 'rules/CON-rule.json': ruleText('Mine') });
    const { files, folder } = await write('import', { only: 'Main Menu\nCON' });
    expect(Object.keys(files)).toEqual(['rules/con-rule-2.json', 'rules/main-menu-2.json']);
    expect(await readFile(join(folder, 'rules/main-menu.json'), 'utf8')).toBe(mine);
  });

  it('shows the findings of what it writes, and lists what has not the shape of a rule', async () => {
    const nodes = [
      { ...content.nodes[0]!, transitions: [{ condition: 'press_1', target: 'gone' }] },
    ] as never;
    const bare = [{ id: 'root', type: 'greeting', transitions: [] }] as never;
    const odd = [flow('Broken', 'camp_9x8y7z', { nodes }), flow('Bare', 'camp_main_line', { nodes: bare })];
    await start({ simulator: { seed: { ...seed, flows: odd } as never } });
    const { run, files } = await write('import');
    expect(Object.keys(files)).toEqual(['rules/broken.json']);
    expect([run.exitCode, run.outputs.result, run.outputs.errors]).toEqual([0, 'passed', '1']);
    expect(run.summary).toContain('undefined-target');
    expect(run.summary).toContain('does not have the shape of a rule');
  });

  it('is refused where the client may not read flows', async () => {
    const clients = [{ clientId: 'us', clientSecret: 'a secret', scopes: ['ivr:flow:write'] }];
    await start({ simulator: { seed: { ...seed, clients, flows: FLOWS } as never } });
    const { run, files } = await write('import');
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'scope' });
    expect(run.stdout).toContain('lacks the scope ivr:flow:read');
    expect(files).toEqual({});
  });

  it('never writes outside the workspace', async () => {
    await start();
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    const folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    await symlink(outside, join(folder, 'rules'));
    const linked = await write('import', {}, folder);
    expect(linked.run.outputs.result).toBe('failed');
    const up = await write('import', { rules: '../**/*.json' });
    expect(up.run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(await readdir(outside)).toEqual([]);
    const narrow = await write('import', { rules: 'rules/*/x-*.json' });
    expect(narrow.run.stdout).toContain('begin it with a glob such as rules/**/*.json');
  });
});
