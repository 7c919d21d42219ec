// A deployment that GitHub does not help to its end: what is live, what is recorded, and what the next run makes of it.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Estate, openEstate } from './estate.ts';
import { newestStatus, recordStates } from './look.ts';
import { ruleText, version } from './rules.ts';

const RECORDS = '/repos/{owner}/{repo}/deployments';
const RECORD_STATES = `${RECORDS}/{deployment_id}/statuses`;
/** Which state of a record says that it is live: the run's own record is in progress, then the one that is to say so. */
const SUCCESS = 3;
/** Which list of records comes after the transaction: one makes the plan, and one looks for other runs. */
const AFTERWARDS = 3;
let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const commit = async (target: string) => estate.commit({ 'rules/A.json': version('A', target) });
const flows = () =>
  estate.tenant.state().flows.map(({ fallbackAction, status }) => `${fallbackAction.target} ${status}`);

function failAt(method: string, path: string, nth: number, when: 'before' | 'after' = 'before'): void {
  estate.github.orderFault({ method, path, nth, when, fault: { kind: 'status', status: 404 } });
}

it('a success that GitHub has taken counts, though its reply is lost', async () => {
  const sha = await commit('one');
  failAt('POST', RECORD_STATES, SUCCESS, 'after');
  const run = await estate.push(sha);
  expect(run.outputs.result).toBe('deployed');
  expect(run.stdout).not.toContain('::warning::');
  expect(newestStatus(estate, sha)?.state).toBe('success');
  expect(recordStates(estate)).toEqual([
    ['in_progress', 'success'],
    ['in_progress', 'inactive'],
  ]);
});

it.each([
  ['has not taken', 'before', 'deployed'],
  ['has taken', 'after', 'nothing-to-do'],
] as const)(
  'a success of which GitHub does not say that it %s it is settled by the next run',
  async (_name, when, next) => {
    const sha = await commit('one');
    failAt('POST', RECORD_STATES, SUCCESS, when);
    failAt('GET', RECORDS, AFTERWARDS);
    const run = await estate.push(sha, { runId: 2001 });
    expect(run.outputs.result).toBe('deployed');
    expect(run.stdout).toContain('::warning::it is live, but GitHub did not take the record that says so');
    expect(newestStatus(estate, sha)?.state).toBe('error');
    expect(recordStates(estate).map((states) => states.at(-1))).toEqual(['inactive', 'error']);
    expect((await estate.push(sha, { runId: 2002 })).outputs.result).toBe(next);
    expect(flows()).toEqual(['one ACTIVE']);
    expect(newestStatus(estate, sha)?.state).toBe('success');
    expect(recordStates(estate).map((states) => states.at(-1))).not.toContain('error');
  },
);

it('a status that cannot be written hides no refusal', async () => {
  const text = ruleText('A', (rule) => (rule.campaignId = 'camp_missing'));
  const sha = await estate.commit({ 'rules/A.json': text });
  failAt('POST', '/repos/{owner}/{repo}/statuses/{sha}', 2);
  const run = await estate.push(sha);
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ result: 'refused', reason: 'reference' });
  expect(run.stdout).toContain('::warning::the commit status could not be written');
});

it('old versions stay where GitHub does not say whose they are, or the tenant does not delete them', async () => {
  const inputs = { 'keep-versions': '0' };
  await estate.push(await commit('one'));
  failAt('GET', RECORDS, AFTERWARDS);
  const unsure = await estate.push(await commit('two'), { inputs });
  expect(unsure.outputs.result).toBe('deployed');
  expect(unsure.stdout).toContain(
    '::warning::old versions are not deleted, for GitHub does not say which are ours',
  );
  expect(flows()).toEqual(['one INACTIVE', 'two ACTIVE']);
  estate.tenant.orderFault({ match: { method: 'DELETE', times: 0 }, kind: '403', when: 'before' });
  const refused = await estate.push(await commit('three'), { inputs });
  expect(refused.outputs.result).toBe('deployed');
  expect(refused.stdout).toContain(
    '::warning::flow flow-000001 of rule A could not be deleted and lies idle',
  );
  expect(flows()).toEqual(['one INACTIVE', 'two INACTIVE', 'three ACTIVE']);
});

it('a run that finds another one sealed when it opens its record writes nothing', async () => {
  await estate.push(await commit('one'), { runId: 2000 });
  let goOn = (): void => {};
  const until = new Promise<void>((resolve) => (goOn = resolve));
  const arrived = estate.github.whenRequested('POST', RECORDS);
  estate.github.orderFault({ method: 'POST', path: RECORDS, fault: { kind: 'wait', until } });
  const older = await commit('two');
  const slow = estate.push(older, { runId: 2001 });
  await arrived;
  const fast = await estate.push(await commit('three'), { runId: 2002 });
  expect(fast.outputs.result).toBe('deployed');
  goOn();
  const run = await slow;
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ result: 'refused', reason: 'locked' });
  expect(run.stdout).toContain(
    'another run has deployed to environment "production" meanwhile: run this again',
  );
  expect(flows()).toEqual(['one INACTIVE', 'three ACTIVE']);
  expect(newestStatus(estate, older)?.state).toBe('failure');
  expect(recordStates(estate)[0]).toEqual(['in_progress', 'inactive']);
});
