// A run that is cancelled, or killed: nothing half-done stays, whether the run itself undoes it or `post` does.
import { setTimeout as delay } from 'node:timers/promises';
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

/** Settles when the preflight has asked for a campaign; the tenant's latency keeps the answer back. */
async function whenPreflightAsks(): Promise<void> {
  const asked = () =>
    estate.tenant.state().requests.filter(({ path }) => path.startsWith('/api/v2/campaigns/')).length;
  const before = asked();
  while (asked() === before) await delay(5);
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

  it('before its first write leaves no record, and the commit says so', async () => {
    const records = estate.github.deployments().length;
    const run = await estate.push(sha, { signalOn: { signal: 'SIGINT', when: whenPreflightAsks() } });
    expect(run.exitCode).toBe(1);
    expect(run.outputs.reason).toBe('cancelled');
    expect(flows()).toEqual(BEFORE);
    expect(estate.github.deployments()).toHaveLength(records);
    expect(estate.github.statuses(sha)[0]).toMatchObject({ state: 'error' });
  });
});

describe('post of a killed deployment', () => {
  const killAndPost = async (inputs: Readonly<Record<string, string>>) => {
    const killed = await estate.push(sha, {
      runId: 2001,
      inputs: { concurrency: '2' },
      signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, 13) },
    });
    const { state, tempDir } = killed;
    const event = pushEvent({ fullName: estate.github.fullName, after: sha });
    const rest = {
      github: estate.github,
      workspace: tempDir,
      entry: 'post',
      state,
      tempDir,
      runId: 2001,
    } as const;
    return { post: async () => runAction({ ...event, ...rest, inputs }) };
  };

  it('undoes it on the tenant though GitHub cannot be told, and the next run closes its record', async () => {
    const { post } = await killAndPost(estate.credentials);
    const path = '/repos/{owner}/{repo}/deployments';
    estate.github.orderFault({ method: 'GET', path, fault: { kind: 'status', status: 404 } });
    const run = await post();
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('::warning::GitHub could not be told how the cancelled run ended');
    expect(flows()).toEqual(BEFORE);
    expect((await estate.push(sha, { runId: 2002 })).outputs.result).toBe('deployed');
    expect(estate.github.deployments().map(({ statuses }) => statuses.at(-1)?.state)).not.toContain(
      'in_progress',
    );
  });

  it('without credentials says that it could not, and leaves it to the next run', async () => {
    const { post } = await killAndPost({});
    const before = estate.tenant.state().requests.length;
    const run = await post();
    expect(estate.tenant.state().requests).toHaveLength(before);
    expect(run.stdout).toContain(
      '::error::the undo of the cancelled run could not be finished: the credentials are gone. Deploy again',
    );
    expect((await estate.push(sha, { runId: 2002 })).outputs.result).toBe('deployed');
  });
});
