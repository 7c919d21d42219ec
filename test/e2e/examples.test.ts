// Every example workflow, run as a runner would: its own inputs, its own permissions, the event of its `on:`.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES, type WorkflowFile } from '../workflows/workflow.ts';
import { type Clone, makeClone } from '../workflows/clone.ts';
import type { JobRun } from '../workflows/run-workflow.ts';
import { type World, openWorld } from '../workflows/world.ts';
import { ruleText, version } from './rules.ts';

const example = (name: string): WorkflowFile => {
  const found = EXAMPLES.find(({ path }) => path.endsWith(`/${name}.yml`));
  if (found === undefined) throw new Error(`no example ${name}`);
  return found;
};
let world: World;

async function open(granted: Parameters<typeof openWorld>[1] = {}): Promise<World> {
  world = await openWorld(EXAMPLES, granted);
  return world;
}

afterEach(async () => {
  expect(world.estate.github.violations()).toEqual([]);
  await world.estate.close();
});

/** What a run warned of that has to do with permissions. */
function permissionWarnings(stdout: string): string[] {
  return stdout.split('\n').filter((line) => line.includes('permissions:'));
}

function liveTargets(): Record<string, string> {
  const flows = world.estate.tenant.state().flows.filter(({ status }) => status === 'ACTIVE');
  return Object.fromEntries(
    flows.map(({ name, fallbackAction: { target, type } }) => [name, target ?? type]),
  );
}

/** A first deployment by deploy.yml. */
async function deployed(): Promise<string> {
  const sha = await world.estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
  const { action, hasFailed } = await world.run(example('deploy'), world.push(sha));
  expect([hasFailed, action?.outputs['result']], action?.stdout).toEqual([false, 'deployed']);
  return sha;
}

describe('pull-request.yml', () => {
  it('comments, plans against the tenant, and shows the findings in code scanning', async () => {
    const { estate, run, open: openPull } = await open();
    await deployed();
    const pull = await openPull({ 'rules/a.json': version('A', 'desk') });
    const { action, hasFailed, ran, artifacts } = await run(example('pull-request'), pull.event);
    expect(hasFailed).toBe(false);
    expect(action?.outputs['result']).toBe('passed');
    expect(permissionWarnings(action?.stdout ?? '')).toEqual([]);
    expect(ran).toEqual(['actions/checkout', 'github/codeql-action/upload-sarif']);
    expect([...artifacts]).toEqual([]);
    const [comment] = estate.github.comments(pull.number);
    expect(comment).toMatchObject({ author: 'github-actions[bot]' });
    const report = JSON.parse(readFileSync(action?.outputs['report-json'] ?? '', 'utf8')) as {
      rules: { plan: string }[];
    };
    expect(report.rules.map(({ plan }) => plan)).toEqual(['replace', 'none']);
  });
});

describe('deploy.yml and rollback.yml', () => {
  it('deploy a merge, keep its audit log, and roll it back', async () => {
    const { estate, run, push, dispatch } = await open();
    await deployed();
    const second = await estate.commit({ 'rules/a.json': version('A', 'desk') });
    const merged = await run(example('deploy'), push(second));
    expect(merged.action?.outputs['result']).toBe('deployed');
    expect(permissionWarnings(merged.action?.stdout ?? '')).toEqual([]);
    expect(readFileSync(merged.artifacts.get('ivr-audit-production') ?? '', 'utf8')).toContain('"ACTIVATE"');
    expect(liveTargets()).toEqual({ A: 'desk', B: 'hangup' });

    const given = { 'rollback-to': 'previous', only: '', 'override-reason': '' };
    const tried = await run(example('rollback'), await dispatch({ ...given, 'dry-run': 'true' }));
    expect(tried.action?.outputs['result']).toBe('planned');
    const back = await run(example('rollback'), await dispatch({ ...given, 'dry-run': 'false' }));
    expect([back.hasFailed, back.action?.outputs['result']]).toEqual([false, 'rolled-back']);
    expect(permissionWarnings(back.action?.stdout ?? '')).toEqual([]);
    expect(back.artifacts.has('ivr-audit-production')).toBe(true);
    expect(liveTargets()).toEqual({ A: 'hangup', B: 'hangup' });
  });
});

/** Runs a workflow by hand in a clone of the newest commit. */
async function runInClone(name: string): Promise<{ job: JobRun; clone: Clone }> {
  const event = await world.dispatch();
  const workspace = await world.checkout(event.sha);
  const clone = makeClone(workspace);
  return { clone, job: await world.run(example(name), event, { workspace, shell: clone.env }) };
}

function editOnTenant(name: string, target: string): void {
  const flow = world.estate.tenant.state().flows.find((one) => one.name === name && one.status === 'ACTIVE')!;
  world.estate.tenant.edit({ flowId: flow.id, changes: { fallbackAction: { type: 'queue', target } } });
}

describe('adopt-pr.yml', () => {
  it('opens a pull request with what was edited on the tenant', async () => {
    await open();
    await deployed();
    const calm = await runInClone('adopt-pr');
    expect([calm.job.hasFailed, calm.job.printed]).toEqual([
      false,
      expect.stringContaining('Nothing to adopt'),
    ]);
    editOnTenant('A', 'elsewhere');
    const { job, clone } = await runInClone('adopt-pr');
    expect([job.hasFailed, permissionWarnings(job.action?.stdout ?? '')], job.printed).toEqual([false, []]);
    expect(clone.newestOf('ivr-adopt-1001')).toEqual(['github-actions[bot]', 'rules/a.json']);
    expect(clone.calledGh()).toContain('create');
  });
});

describe('import.yml', () => {
  it('opens a pull request with a file for each flow that has none', async () => {
    const { estate } = await open();
    await deployed();
    // The same tenant, as somebody meets it who has no rule file for B yet.
    await estate.commit({ 'rules/b.json': null });
    const { job, clone } = await runInClone('import');
    expect([job.hasFailed, permissionWarnings(job.action?.stdout ?? '')], job.printed).toEqual([false, []]);
    const [author, ...files] = clone.newestOf('ivr-import-1001');
    expect([author, files.length]).toEqual(['github-actions[bot]', 1]);
    expect(files[0]).toMatch(/^rules\/.*\.json$/);
  });
});

describe('drift.yml', () => {
  it('finds nothing, and then an edit on the tenant, of which an issue tells', async () => {
    const { estate, run, schedule } = await open();
    await deployed();
    const calm = await run(example('drift'), await schedule());
    expect([calm.hasFailed, calm.action?.outputs['result']]).toEqual([false, 'in-sync']);
    editOnTenant('A', 'elsewhere');
    const found = await run(example('drift'), await schedule());
    expect([found.hasFailed, found.action?.outputs['result']]).toEqual([false, 'drifted']);
    expect(permissionWarnings(found.action?.stdout ?? '')).toEqual([]);
    expect(estate.github.state().issues.map(({ state }) => state)).toEqual(['open']);
  });
});

describe('verify.yml', () => {
  it('proves what deploy.yml and rollback.yml did, and tells of an edit', async () => {
    const { estate, run, push, dispatch, schedule } = await open();
    await deployed();
    await run(example('deploy'), push(await estate.commit({ 'rules/a.json': version('A', 'desk') })));
    await run(example('rollback'), await dispatch({ 'rollback-to': 'previous', 'dry-run': 'false' }));
    const proved = await run(example('verify'), await schedule());
    expect([proved.hasFailed, proved.action?.outputs['result']], proved.printed).toEqual([false, 'verified']);
    expect(permissionWarnings(proved.action?.stdout ?? '')).toEqual([]);
    editOnTenant('A', 'elsewhere');
    const { action } = await run(example('verify'), await schedule());
    expect(action?.outputs).toMatchObject({ result: 'failed', reason: 'mismatch' });
  });
});
