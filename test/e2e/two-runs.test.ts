// Runs that meet: two that start together, and one that dies a second time, in its own post step. Never a mix, and nothing left open.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushEvent } from '../stand-in/events.ts';
import { type ActionRun, runAction } from '../stand-in/run-action.ts';
import { type Estate, openEstate, whenWritten } from './estate.ts';
import { liveFlows, newestStatus, recordStates } from './look.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;
let start: string;
const ALL = ['A', 'B', 'C'];
const OLD = { A: 'hangup', B: 'hangup', C: 'hangup' };
const all = (target: string) => ({ A: target, B: target, C: target });
const files = (target: string) =>
  Object.fromEntries(ALL.map((name) => [`rules/${name}.json`, version(name, target)]));

beforeEach(async () => {
  estate = await openEstate({ simulator: { latency: 40 } });
  start = await estate.commit(Object.fromEntries(ALL.map((name) => [`rules/${name}.json`, ruleText(name)])));
  await estate.push(start, { runId: 2000 });
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

/** Nothing looks as if it were still under way. */
function expectSettled(...shas: string[]): void {
  expect(recordStates(estate).map((states) => states.at(-1))).not.toContain('in_progress');
  for (const sha of shas) expect(newestStatus(estate, sha)?.state).not.toBe('pending');
}

/** How a run that gave way says so. */
function expectGaveWay({ outputs, exitCode }: ActionRun): void {
  expect(['refused locked', 'superseded ', 'nothing-to-do ']).toContain(
    `${outputs.result} ${outputs.reason}`,
  );
  expect(exitCode).toBe(outputs.result === 'refused' ? 1 : 0);
}

describe('two deployments of different commits', () => {
  it.each([0, 1, 4, 9])('that start %i writes apart end as one of them, whole', async (writes) => {
    const older = await estate.commit(files('older'));
    const newer = await estate.commit(files('newer'));
    const first = estate.push(older, { runId: 2001 });
    if (writes > 0) await whenWritten(estate.tenant, writes);
    const runs = await Promise.all([first, estate.push(newer, { runId: 2002 })]);
    const winners = runs.filter(({ outputs }) => outputs.result === 'deployed');
    expect(winners.length).toBeGreaterThan(0);
    for (const run of runs) if (!winners.includes(run)) expectGaveWay(run);
    const won = winners.includes(runs[1]) ? 'newer' : 'older';
    expect(liveFlows(estate)).toEqual(all(won));
    const live = estate.tenant.state().flows.filter(({ status }) => status === 'ACTIVE');
    expect(live).toHaveLength(ALL.length);
    expectSettled(older, newer);
    // Whoever gave way may simply be run again.
    const again = await estate.push(newer, { runId: 2003 });
    expect(again.outputs.result).toBe(won === 'newer' ? 'nothing-to-do' : 'deployed');
    expect(liveFlows(estate)).toEqual(all('newer'));
    expectSettled(older, newer);
  });
});

describe('a rollback and a deployment', () => {
  it('that start together end as one of them, whole', async () => {
    const second = await estate.commit(files('second'));
    await estate.push(second, { runId: 2001 });
    const third = await estate.commit(files('third'));
    const [back, on] = await Promise.all([
      estate.dispatch({ 'rollback-to': 'previous' }, { runId: 2002 }),
      estate.push(third, { runId: 2003 }),
    ]);
    const ends = [back.outputs.result, on.outputs.result];
    expect(ends.filter((end) => end === 'rolled-back' || end === 'deployed').length).toBeGreaterThan(0);
    for (const run of [back, on])
      if (!['rolled-back', 'deployed'].includes(run.outputs.result ?? '')) expectGaveWay(run);
    expect([OLD, all('third')]).toContainEqual(liveFlows(estate));
    expectSettled(start, second, third);
  });
});

const TREE = '/repos/{owner}/{repo}/git/trees/{tree_sha}';

/** Starts a run, and another one while the first waits for a tree. @returns how both ended */
async function overtake(
  nth: number,
  start: () => Promise<ActionRun>,
  other: () => Promise<ActionRun>,
): Promise<readonly [ActionRun, ActionRun]> {
  let go = (): void => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  estate.github.orderFault({ method: 'GET', path: TREE, nth, fault: { kind: 'wait', until } });
  const arrived = estate.github.whenRequested('GET', TREE, nth);
  const first = start();
  await arrived;
  const second = await other();
  go();
  return [await first, second];
}

describe('a run that is overtaken before it writes', () => {
  it('records nothing as live that is not, also where it has nothing to change on the tenant', async () => {
    const second = await estate.commit({ 'rules/D.json': ruleText('D') });
    await estate.push(second, { runId: 2001 });
    const third = await estate.commit({ 'rules/D.json': null });
    await estate.push(third, { runId: 2002 });
    const fourth = await estate.commit(files('fourth'));
    const [back, on] = await overtake(
      1,
      async () => estate.dispatch({ 'rollback-to': start }, { runId: 2003 }),
      async () => estate.push(fourth, { runId: 2004 }),
    );
    expect(on.outputs.result).toBe('deployed');
    expect(back.outputs).toMatchObject({ result: 'refused', reason: 'locked' });
    expect(liveFlows(estate)).toEqual(all('fourth'));
    expect(newestStatus(estate, fourth)?.state).toBe('success');
    expectSettled(start, second, third, fourth);
  });

  it('takes nothing back of another run that has settled a dead one too', async () => {
    const sha = await estate.commit(files('desk'));
    const killed = await estate.push(sha, {
      runId: 2001,
      signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, 8) },
    });
    expect(killed.signal).toBe('SIGKILL');
    const [first, second] = await overtake(
      2,
      async () => estate.push(sha, { runId: 2002 }),
      async () => estate.push(sha, { runId: 2003 }),
    );
    expect([first, second].filter(({ outputs }) => outputs.result === 'deployed')).toHaveLength(1);
    for (const run of [first, second]) if (run.outputs.result !== 'deployed') expectGaveWay(run);
    expect(liveFlows(estate)).toEqual(all('desk'));
    expectSettled(sha);
  });
});

describe('a run that is killed, and killed again in its post step', () => {
  it.each([
    [8, 1],
    [13, 2],
    [15, 4],
  ])('after %i writes, and after %i of the undo, is settled by the next run', async (writes, undone) => {
    const sha = await estate.commit(files('desk'));
    const inputs = { ...estate.credentials, concurrency: '1' };
    const killed = await estate.push(sha, {
      runId: 2001,
      inputs,
      signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, writes) },
    });
    expect(killed.signal).toBe('SIGKILL');
    const post = await runAction({
      ...pushEvent({ fullName: estate.github.fullName, after: sha }),
      github: estate.github,
      workspace: killed.tempDir,
      inputs,
      entry: 'post',
      state: killed.state,
      tempDir: killed.tempDir,
      runId: 2001,
      signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, undone) },
    });
    expect(post.signal).toBe('SIGKILL');
    expect(recordStates(estate).map((states) => states.at(-1))).toContain('in_progress');
    const next = await estate.push(sha, { runId: 2002 });
    expect(next.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual(all('desk'));
    const flows = estate.tenant.state().flows.map(({ status }) => status);
    expect(flows.toSorted()).toEqual([...ALL.map(() => 'ACTIVE'), ...ALL.map(() => 'INACTIVE')]);
    expectSettled(sha);
  });
});
