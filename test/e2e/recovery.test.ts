// Runs that died without a word, and runs that meet each other.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Estate, openEstate, whenWritten } from './estate.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;
let sha: string;
const ALL = ['A', 'B', 'C'];

beforeEach(async () => {
  estate = await openEstate({ simulator: { latency: 80 } });
  await estate.push(
    await estate.commit(Object.fromEntries(ALL.map((name) => [`rules/${name}.json`, ruleText(name)]))),
  );
  const changed = Object.fromEntries(ALL.map((name) => [`rules/${name}.json`, version(name, 'desk')]));
  sha = await estate.commit({ ...changed, 'rules/new.json': ruleText('New') });
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

function live(): Record<string, string> {
  const active = estate.tenant.state().flows.filter((flow) => flow.status === 'ACTIVE');
  return Object.fromEntries(
    active.map((flow) => [flow.name, flow.fallbackAction.target ?? flow.fallbackAction.type]),
  );
}

function openRecords(): number {
  return estate.github.deployments().filter(({ statuses }) => statuses.at(-1)?.state === 'in_progress')
    .length;
}

async function killAfter(count: number): Promise<void> {
  const killed = await estate.push(sha, {
    runId: 2001,
    inputs: { concurrency: '2' },
    signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, count) },
  });
  expect(killed.signal).toBe('SIGKILL');
  expect(openRecords()).toBe(1);
}

const ALL_NEW = { A: 'desk', B: 'desk', C: 'desk', New: 'hangup' };

describe('a killed deployment', () => {
  it.each([2, 8, 13, 16])('after %i writes is settled by the next run of the same commit', async (count) => {
    await killAfter(count);
    const run = await estate.push(sha, { runId: 2002 });
    expect(run.outputs.result).toBe('deployed');
    expect(live()).toEqual(ALL_NEW);
    expect(openRecords()).toBe(0);
    // Nothing is left of the dead run: one idle version and one live one of each changed rule.
    expect(estate.tenant.state().flows).toHaveLength(7);
  });

  it.each([8, 15])('after %i writes is undone by the next run of a newer commit', async (count) => {
    await killAfter(count);
    const newer = await estate.commit({
      'rules/A.json': version('A', 'other'),
      'rules/B.json': ruleText('B'),
      'rules/C.json': ruleText('C'),
      'rules/new.json': null,
    });
    const run = await estate.push(newer, { runId: 2002 });
    expect(run.outputs.result).toBe('deployed');
    expect(live()).toEqual({ A: 'other', B: 'hangup', C: 'hangup' });
    expect(openRecords()).toBe(0);
    expect(estate.tenant.state().flows).toHaveLength(4);
    expect(estate.github.statuses(sha)[0]).toMatchObject({
      state: 'failure',
      context: 'cxone-ivr/production',
    });
  });

  it('leaves foreign flows and drafts of people untouched', async () => {
    await killAfter(13);
    const foreign = estate.tenant.addFlow({ ...JSON.parse(ruleText('Foreign')), status: 'ACTIVE' } as never);
    const draft = estate.tenant.addFlow({
      ...JSON.parse(version('A', 'draft-of-a-person')),
      status: 'DRAFT',
    } as never);
    await estate.push(sha, { runId: 2002 });
    const ids = estate.tenant.state().flows.map(({ id }) => id);
    expect(ids).toContain(foreign.id);
    expect(ids).toContain(draft.id);
  });

  it('during a hand-over by date leaves the old version as it was', async () => {
    const later = await estate.commit({
      'rules/A.json': ruleText('A', (rule) => (rule.effectiveDate = '2099-01-01T00:00:00Z')),
      'rules/B.json': ruleText('B'),
      'rules/C.json': ruleText('C'),
      'rules/new.json': null,
    });
    sha = later;
    await killAfter(5);
    expect(estate.tenant.state().flows[0]?.expirationDate ?? null).not.toBeNull();
    const back = await estate.commit({ 'rules/A.json': ruleText('A') });
    const run = await estate.push(back, { runId: 2002 });
    expect(run.outputs.result).toBe('nothing-to-do');
    expect(
      estate.tenant.state().flows.map(({ status, expirationDate }) => [status, expirationDate ?? null]),
    ).toEqual(ALL.map(() => ['ACTIVE', null]));
  });
});

describe('a killed rollback of some rules alone', () => {
  it.each([1, 4, 5])('that made a version anew, after %i writes, leaves none of it', async (count) => {
    // So no version lies idle that could be taken up again.
    await estate.push(sha, { runId: 2000, inputs: { 'keep-versions': '0' } });
    const killed = await estate.dispatch(
      { 'rollback-to': 'previous' },
      {
        runId: 2001,
        inputs: { only: 'A' },
        signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, count) },
      },
    );
    expect(killed.signal).toBe('SIGKILL');
    const run = await estate.push(sha, { runId: 2002 });
    expect(run.outputs.result).toBe('nothing-to-do');
    expect(estate.tenant.state().flows.map(({ name, status }) => `${name} ${status}`)).toEqual(
      Object.keys(ALL_NEW).map((name) => `${name} ACTIVE`),
    );
    expect(live()).toEqual(ALL_NEW);
  });
});

describe('two runs at once', () => {
  it('the second is refused as locked, with the link to the first, and writes nothing', async () => {
    await killAfter(8);
    // GitHub says that the first run is still under way.
    estate.github.setRun(2001, { status: 'in_progress' });
    const before = estate.tenant.state().history.length;
    const run = await estate.push(sha, { runId: 2002 });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'locked' });
    expect(run.stdout).toContain('/actions/runs/2001');
    expect(estate.tenant.state().history).toHaveLength(before);
    expect(openRecords()).toBe(1);
  });
});

describe('after an undo that failed', () => {
  it('the next run brings the tenant to what it should be first', async () => {
    // The fourth activation is refused, and so is every attempt to bring flow-000001 back.
    estate.tenant.orderFault({
      match: { method: 'PATCH', path: '/api/v2/ivr/flows/flow-000003', times: 1 },
      kind: '404',
      when: 'before',
    });
    estate.tenant.orderFault({
      match: { method: 'PATCH', path: '/api/v2/ivr/flows/flow-000001', nth: 2, times: 0 },
      kind: '404',
      when: 'before',
    });
    const failed = await estate.push(sha, { runId: 2001 });
    expect(failed.outputs.result).toBe('undo-failed');
    expect(failed.exitCode).toBe(1);
    expect(failed.summary).toContain('curl -X PATCH');
    expect(estate.github.deployments()[0]?.statuses.at(-1)?.state).toBe('error');
    estate.tenant.clearFaults();
    const run = await estate.push(sha, { runId: 2002 });
    expect(run.outputs.result).toBe('deployed');
    expect(live()).toEqual(ALL_NEW);
    expect(estate.github.deployments().map(({ statuses }) => statuses.at(-1)?.state)).not.toContain('error');
  });
});

describe('two runs that start together', () => {
  it('do not both deploy: the one with the older record goes on', async () => {
    const runs = await Promise.all([2001, 2002].map(async (runId) => estate.push(sha, { runId })));
    const results = runs.map(({ outputs }) => outputs.result ?? '').toSorted();
    expect(results[0]).toBe('deployed');
    expect(['nothing-to-do', 'refused']).toContain(results[1]);
    expect(live()).toEqual(ALL_NEW);
    expect(estate.tenant.state().flows).toHaveLength(7);
    expect(openRecords()).toBe(0);
  });
});

describe('a killed deployment on a tenant whose clock is wrong', () => {
  it.each([8, 13, 15])('by ten minutes, after %i writes, is settled all the same', async (count) => {
    await estate.close();
    estate = await openEstate({ simulator: { latency: 80, now: () => Date.now() - 600_000 } });
    await estate.push(
      await estate.commit(Object.fromEntries(ALL.map((name) => [`rules/${name}.json`, ruleText(name)]))),
    );
    const changed = Object.fromEntries(ALL.map((name) => [`rules/${name}.json`, version(name, 'desk')]));
    const first = (await estate.repository.branch('main')) ?? '';
    sha = await estate.commit({ ...changed, 'rules/new.json': ruleText('New') });
    await killAfter(count);
    const run = await estate.dispatch({ 'rollback-to': first }, { runId: 2002 });
    expect(['rolled-back', 'nothing-to-do']).toContain(run.outputs.result);
    expect(live()).toEqual({ A: 'hangup', B: 'hangup', C: 'hangup' });
    expect(estate.tenant.state().flows).toHaveLength(3);
    expect(openRecords()).toBe(0);
  });
});

describe('a record that could not be followed up', () => {
  it('does not lock the environment where GitHub fails before the first write', async () => {
    const path = '/repos/{owner}/{repo}/deployments';
    // The list is read once before the plan, and once more after the record is opened.
    estate.github.orderFault({ method: 'GET', path, nth: 2, fault: { kind: 'status', status: 404 } });
    const run = await estate.push(sha, { runId: 2001 });
    expect(run.exitCode).toBe(1);
    expect(openRecords()).toBe(0);
    expect(live()).toEqual({ A: 'hangup', B: 'hangup', C: 'hangup' });
    expect((await estate.push(sha, { runId: 2002 })).outputs.result).toBe('deployed');
  });
});
