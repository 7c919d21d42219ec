// What a run that died without a word has left, where its record says little, or GitHub or the tenant does not help to find out.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Estate, openEstate } from './estate.ts';
import { failRecord, leaveRecord } from './leave-record.ts';
import { newestStatus, recordStates } from './look.ts';
import { version } from './rules.ts';

const RECORD_STATES = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
const RUN = '/repos/{owner}/{repo}/actions/runs/{run_id}';
/** A run that GitHub knows nothing of. */
const GONE = 4242;
const MINUTE = 60_000;
let estate: Estate;
/** Milliseconds that GitHub's clock is behind. */
let githubBehind: number;

beforeEach(async () => {
  githubBehind = 0;
  // With a tenant this far behind, no flow of a dead run looks young enough to be its own.
  const simulator = { now: () => Date.now() - 10 * MINUTE };
  estate = await openEstate({ simulator, github: { now: () => new Date(Date.now() - githubBehind) } });
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const commit = async (target: string) => estate.commit({ 'rules/A.json': version('A', target) });
const flows = () =>
  estate.tenant.state().flows.map(({ fallbackAction, status }) => `${fallbackAction.target} ${status}`);
const newestStates = () => recordStates(estate).map((states) => states.at(-1));

/** Deploys a commit, and dies when it tells GitHub the nth state of a record. */
async function dieAtState(nth: number, sha: string, inputs = {}): Promise<void> {
  estate.github.orderFault({ method: 'POST', path: RECORD_STATES, nth, fault: { kind: 'timeout' } });
  const when = estate.github.whenRequested('POST', RECORD_STATES, nth);
  const killed = await estate.push(sha, { runId: 2001, inputs, signalOn: { signal: 'SIGKILL', when } });
  expect(killed.signal).toBe('SIGKILL');
}

describe('what a dead run has left without a footprint', () => {
  it('is idle again where it is an older version of ours, and the audit log says so', async () => {
    const first = await commit('one');
    await estate.push(first);
    await estate.push(await commit('two'));
    await leaveRecord(estate, first, GONE);
    estate.tenant.edit({ flowId: 'flow-000001', changes: { status: 'ACTIVE' } });
    const run = await estate.push(await estate.commit({ 'README.md': 'x' }));
    expect(run.outputs.result).toBe('nothing-to-do');
    expect(flows()).toEqual(['one INACTIVE', 'two ACTIVE']);
    expect(run.stdout).toContain('brought back to what is recorded as live: 1 flow\n');
    // The record of the recovery stands between what it settled and the deployment.
    expect(newestStates().slice(0, 3)).toEqual(['success', 'inactive', 'failure']);
    const [undo] = readFileSync(run.outputs['audit-log'] ?? '', 'utf8').split('\n');
    expect(JSON.parse(undo ?? '')).toMatchObject({ action: 'UNDO', flowId: 'flow-000001' });
  });

  it('is left to a person where nothing tells whose it is; told what to do, they can', async () => {
    await estate.push(await commit('one'));
    const record = await leaveRecord(estate, await commit('two'), GONE);
    estate.tenant.addFlow({ ...JSON.parse(version('A', 'two')), status: 'ACTIVE' } as never);
    const writes = estate.tenant.state().history.length;
    const third = await commit('three');
    const run = await estate.push(third);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'locked' });
    expect(run.stdout).toContain('rule A: flow flow-000002 may be a leftover');
    expect(run.stdout).toContain(
      `gh api repos/${estate.github.fullName}/deployments/${record}/statuses -f state=failure`,
    );
    expect(estate.tenant.state().history).toHaveLength(writes);
    expect(newestStatus(estate, third)?.state).toBe('failure');
    estate.tenant.edit({ flowId: 'flow-000002', remove: true });
    await failRecord(estate, record);
    expect((await estate.push(third)).outputs.result).toBe('deployed');
    expect(flows()).toEqual(['one INACTIVE', 'three ACTIVE']);
  });
});

describe('a version that cannot be brought back', () => {
  it('ends the run before the one that callers reach is deleted, and the next run tries again', async () => {
    await estate.push(await commit('one'));
    const dead = await commit('two');
    await dieAtState(2, dead);
    expect(flows()).toEqual(['one INACTIVE', 'two ACTIVE']);
    const lost = { method: 'GET', path: '/api/v2/ivr/flows/flow-000001', times: 0 };
    estate.tenant.orderFault({ match: lost, kind: '404', when: 'before' });
    const run = await estate.push(dead, { runId: 2002 });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'tenant' });
    expect(run.stdout).toContain('flow flow-000001 of rule A was to be brought back');
    expect(flows()).toContain('two ACTIVE');
    expect(newestStatus(estate, dead)?.state).toBe('error');
    estate.tenant.clearFaults();
    expect((await estate.push(dead, { runId: 2003 })).outputs.result).toBe('deployed');
    expect(flows()).toEqual(['one INACTIVE', 'two ACTIVE']);
    expect(newestStates()).not.toContain('in_progress');
  });
});

describe('a run that died while it sealed', () => {
  it('is undone by what its first record says of the flows, though the second has no word of them', async () => {
    await estate.push(await commit('one'));
    // It has deleted the version before its own, so that only the footprint tells that a new one must be made.
    await dieAtState(3, await commit('two'), { 'keep-versions': '0' });
    expect(newestStates().slice(0, 2)).toEqual(['in_progress', 'in_progress']);
    expect(flows()).toEqual(['two ACTIVE']);
    const run = await estate.push(await commit('one'), { runId: 2002 });
    expect(run.outputs.result).toBe('deployed');
    expect(flows()).toEqual(['two INACTIVE', 'one ACTIVE']);
    expect(newestStates()).not.toContain('in_progress');
  });

  it('or right after it stops no later run, though its record cannot be closed', async () => {
    await estate.push(await commit('one'));
    await dieAtState(4, await commit('two'));
    estate.github.orderFault({
      method: 'POST',
      path: RECORD_STATES,
      fault: { kind: 'status', status: 422 },
    });
    const run = await estate.push(await commit('three'), { runId: 2002 });
    expect(run.outputs.result).toBe('deployed');
    expect(run.stdout).toMatch(
      /::warning::the deployment record \d+ of a run that has ended could not be closed/,
    );
    expect(flows()).toEqual(['one INACTIVE', 'two INACTIVE', 'three ACTIVE']);
  });
});

describe('a run of which GitHub', () => {
  it.each([
    ['knows nothing any more is over', undefined, 0, 'deployed', ''],
    ['may not be asked locks the environment', 403, 350 * MINUTE, 'refused', 'locked'],
    ['may not be asked is over after 6 hours', 403, 370 * MINUTE, 'deployed', ''],
    ['does not answer keeps the next one from writing', 422, 0, 'failed', 'tenant'],
  ] as const)('%s', async (_name, status, age, result, reason) => {
    const sha = await commit('one');
    githubBehind = age;
    await leaveRecord(estate, sha, GONE);
    githubBehind = 0;
    if (status !== undefined)
      estate.github.orderFault({ method: 'GET', path: RUN, fault: { kind: 'status', status } });
    const run = await estate.push(sha);
    expect(run.outputs).toMatchObject({ result, reason });
    expect(flows()).toEqual(result === 'deployed' ? ['one ACTIVE'] : []);
    if (reason === 'locked') expect(run.stdout).toContain(`/actions/runs/${GONE}`);
  });
});
