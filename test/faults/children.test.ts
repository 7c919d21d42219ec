// A few ends of real processes, as the runner brings them about: signals to the built action on the estate of the faults, judged
// by the same checker.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Estate, type Extra, openEstate, whenWritten } from '../e2e/estate.ts';
import { pushEvent } from '../stand-in/events.ts';
import { type ActionRun, runAction } from '../stand-in/run-action.ts';
import { checkCase } from './check-case.ts';
import { checkFollowUp, checkPost } from './check-truth.ts';
import { COMMITS, type CommitName, SEED } from './estate.ts';
import type { SeenRun, Sight } from './evidence.ts';

let estate: Estate;
let shas: Record<CommitName, string>;
let runs: SeenRun[];

async function commitAll(): Promise<Record<CommitName, string>> {
  const made: Partial<Record<CommitName, string>> = {};
  let before: readonly string[] = [];
  for (const name of Object.keys(COMMITS) as CommitName[]) {
    const files = COMMITS[name].rules.map(
      (rule) => [`rules/${rule.name}.json`, JSON.stringify(rule)] as const,
    );
    const gone = before.map((path) => [path, null] as const);
    made[name] = await estate.commit(Object.fromEntries([...gone, ...files]));
    before = files.map(([path]) => path);
  }
  return made as Record<CommitName, string>;
}

function look(): Sight {
  const { flows, history, requests } = estate.tenant.state();
  const { statuses, deployments } = estate.github.state();
  return {
    flows,
    changes: history.length,
    requests: requests.length,
    statuses: statuses.toReversed(),
    records: deployments.toReversed(),
  } as Sight;
}

function readAudit({ reportDir }: ActionRun): string[] {
  const path = join(reportDir, 'audit.jsonl');
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
}

/** Runs the action and writes down what there was to see. */
async function watch(sha: string, play: () => Promise<ActionRun>): Promise<ActionRun> {
  const before = look();
  const run = await play();
  const { outputs, summary } = run;
  const said = {
    result: outputs['result'] ?? '',
    message: run.stdout,
    details: [summary],
    rulesetDigest: outputs['ruleset-digest'] ?? '',
    auditHash: outputs['audit-hash'] ?? '',
  };
  const audit = readAudit(run);
  const isEnded = run.signal === null;
  runs.push({
    kind: 'run',
    sha,
    before,
    after: look(),
    audit,
    isGitHubDeaf: false,
    ...(isEnded ? { said } : {}),
  });
  return run;
}

async function push(name: CommitName, extra: Extra = {}): Promise<ActionRun> {
  return watch(shas[name], async () => estate.push(shas[name], { runId: runs.length + 2001, ...extra }));
}

async function end(signal: 'SIGINT' | 'SIGKILL', writes: number): Promise<ActionRun> {
  return push('second', {
    inputs: { concurrency: '2' },
    signalOn: { signal, when: whenWritten(estate.tenant, writes) },
  });
}

async function post({ tempDir, state }: ActionRun): Promise<void> {
  const event = pushEvent({ fullName: estate.github.fullName, after: shas.second });
  const { github, credentials: inputs } = estate;
  const before = look();
  const run = await runAction({
    ...event,
    github,
    workspace: tempDir,
    inputs,
    entry: 'post',
    state,
    tempDir,
    // Both steps of a job belong to one run: post closes no record of another.
    runId: 2001,
  });
  expect(run.exitCode).toBe(0);
  const seen: SeenRun = {
    kind: 'post',
    sha: shas.second,
    before,
    after: look(),
    audit: [],
    isGitHubDeaf: false,
  };
  runs.push(seen);
  expect(checkPost(seen, runs[0]?.before ?? before, COMMITS.second)).toEqual([]);
}

function judge(): readonly string[] {
  const { history, requests } = estate.tenant.state();
  const violations = estate.github.violations();
  return checkCase({ history, requests, runs, violations }, shas).problems;
}

beforeEach(async () => {
  estate = await openEstate({ simulator: { seed: SEED, latency: 60, compileTime: 20 } });
  shas = await commitAll();
  const first = await estate.push(shas.first, { runId: 1 });
  expect(first.outputs['result']).toBe('deployed');
  runs = [];
}, 60_000);

afterEach(async () => {
  await estate.close();
});

describe('a real process', () => {
  // 3 are created, validated and compiled, and perhaps asked again; 6 change a state.
  it.each([
    [2, 'rerun'],
    [9, 'newer'],
    [13, 'rollback'],
    [15, 'newer'],
  ] as const)('that is killed after %i writes is brought in order by a %s', async (writes, next) => {
    expect((await end('SIGKILL', writes)).signal).toBe('SIGKILL');
    const inputs = { 'rollback-to': shas.first };
    if (next === 'rollback') await watch(shas.first, async () => estate.dispatch(inputs, { runId: 2002 }));
    else await push(next === 'rerun' ? 'second' : 'third');
    expect(checkFollowUp(runs)).toEqual([]);
    expect(judge()).toEqual([]);
  });

  it.each([4, 11, 14])('that is killed after %i writes is undone by its post step', async (writes) => {
    await post(await end('SIGKILL', writes));
    expect(judge()).toEqual([]);
  });

  it.each([1, 7, 12, 14])('that is interrupted after %i writes undoes itself', async (writes) => {
    const run = await end('SIGINT', writes);
    expect(run.outputs).toMatchObject({ result: 'undone', reason: 'cancelled' });
    await post(run);
    expect(judge()).toEqual([]);
  });
});
