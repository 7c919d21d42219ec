// A run that is cancelled, or killed: nothing half-done stays, whether the run itself undoes it or `post` does.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushEvent } from '../stand-in/events.ts';
import { runAction } from '../stand-in/run-action.ts';
import { type Estate, openEstate, whenWritten } from './estate.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;
let sha: string;
const ALL = ['A', 'B', 'C', 'D'];

beforeEach(async () => {
  estate = await openEstate({ simulator: { latency: 80 } });
  await estate.push(
    await estate.commit(Object.fromEntries(ALL.map((name) => [`rules/${name}.json`, ruleText(name)]))),
  );
  sha = await estate.commit(
    Object.fromEntries(ALL.map((name) => [`rules/${name}.json`, version(name, 'desk')])),
  );
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

function flows(): string[] {
  return estate.tenant.state().flows.map((flow) => `${flow.name} ${flow.status} ${flow.fallbackAction.type}`);
}

const BEFORE = ALL.map((name) => `${name} ACTIVE hangup`);

describe('a cancelled deployment', () => {
  it.each([1, 5, 9, 13, 15])('is undone by the run itself after %i writes', async (count) => {
    const run = await estate.push(sha, {
      inputs: { concurrency: '2' },
      signalOn: { signal: 'SIGINT', when: whenWritten(estate.tenant, count) },
    });
    expect(run.outputs).toMatchObject({ result: 'undone', reason: 'cancelled' });
    expect(run.exitCode).toBe(1);
    expect(flows()).toEqual(BEFORE);
    expect(estate.github.deployments()[0]?.statuses.at(-1)?.state).toBe('failure');
  });

  it.each([1, 5, 9, 14])('that is killed after %i writes is undone by post', async (count) => {
    const killed = await estate.push(sha, {
      inputs: { concurrency: '2' },
      signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, count) },
    });
    expect(killed.signal).toBe('SIGKILL');
    expect(killed.state.journal).toBeDefined();
    const event = pushEvent({ fullName: estate.github.fullName, after: sha });
    const post = await runAction({
      ...event,
      github: estate.github,
      workspace: killed.tempDir,
      inputs: estate.credentials,
      entry: 'post',
      state: killed.state,
      tempDir: killed.tempDir,
    });
    expect(post.exitCode).toBe(0);
    expect(flows()).toEqual(BEFORE);
    const [record] = estate.github.deployments();
    expect(record?.statuses.at(-1)?.state).toBe('failure');
    expect(estate.github.statuses(sha)[0]?.state).toBe('failure');
  });

  it('has nothing left to do for post after a success', async () => {
    const run = await estate.push(sha);
    const requests = estate.tenant.state().requests.length;
    const event = pushEvent({ fullName: estate.github.fullName, after: sha });
    const rest = {
      entry: 'post' as const,
      state: run.state,
      tempDir: run.tempDir,
      inputs: estate.credentials,
    };
    const post = await runAction({ ...event, github: estate.github, workspace: run.tempDir, ...rest });
    expect(post.exitCode).toBe(0);
    expect(estate.tenant.state().requests).toHaveLength(requests);
  });
});
