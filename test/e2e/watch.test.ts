// Watching the calls of a deployment, and the rollback that follows from them. Callers are the embedded tenant's own: 100 a second to
// each campaign that has a rule in force.
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDeployedState } from '../../src/plan/deployed-state.ts';
import type { Seed } from '../../src/simulator/seed.ts';
import builtInSeed from '../../src/simulator/seed.json' with { type: 'json' };
import { pushEvent } from '../stand-in/events.ts';
import { type ActionRun, runAction } from '../stand-in/run-action.ts';
import { type Estate, openEstate, whenAskedForCalls, whenWritten } from './estate.ts';
import { leaveRecord } from './leave-record.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate({ simulator: { callsPerHour: 360_000 } });
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const WATCH = { 'watch-minutes': '0.5', 'watch-interval': '0.05', 'min-completion-rate': '0.8' };
const BRIEF = { ...WATCH, 'watch-minutes': '0.01' };
const QUERY = '/api/v2/analytics/ivrs/details/query';

/** A version that plays a greeting and hangs up: no caller gets anywhere. */
function deaf(name: string, asset = 'asset_abc123'): string {
  return ruleText(name, (rule) => {
    rule.nodes = [{ id: 'root', type: 'greeting', mediaAssetId: asset }];
  });
}

/** Name → how its live version is told apart. */
function live(): Record<string, string> {
  const active = estate.tenant.state().flows.filter((flow) => flow.status === 'ACTIVE');
  const kindOf = ({ nodes, fallbackAction }: (typeof active)[number]): string =>
    nodes.length === 1 ? 'deaf' : (fallbackAction.target ?? 'good');
  return Object.fromEntries(active.map((flow) => [flow.name, kindOf(flow)]));
}

function liveRecord() {
  const record = estate.github
    .deployments()
    .find(({ statuses }) => statuses.some(({ state }) => state === 'success'));
  return { sha: record?.sha, state: readDeployedState(record?.payload) };
}

function statusOf(sha: string): { state: string; description: string | null } | undefined {
  return estate.github.statuses(sha).find(({ context }) => context === 'cxone-ivr/production');
}

function told(run: ActionRun, level: 'warning' | 'error'): string {
  return run.annotations
    .filter((annotation) => annotation.level === level)
    .map(({ message }) => message)
    .join('\n');
}

/** Settles when the rollback has made the old version active again, and the new one is active still. */
async function whenTakenUp(): Promise<void> {
  const isTakenUp = (): boolean => {
    const { history } = estate.tenant.state();
    const activations = history.filter(
      ({ flowId, status }) => flowId === 'flow-000001' && status === 'ACTIVE',
    );
    const isRetired = history.some(({ flowId, status }) => flowId === 'flow-000001' && status === 'INACTIVE');
    return isRetired && activations.length > 1;
  };
  while (!isTakenUp()) await delay(5);
}

/** Deploys good versions of some rules, and lets some callers meet them. */
async function deployGood(...names: string[]): Promise<string> {
  const sha = await estate.commit(
    Object.fromEntries(names.map((name) => [`rules/${name}.json`, ruleText(name)])),
  );
  expect((await estate.push(sha)).outputs.result).toBe('deployed');
  return sha;
}

describe('a deployment whose calls are watched', () => {
  it('stays where they keep to the limit, with the figures in the summary', async () => {
    await deployGood('A');
    const sha = await estate.commit({ 'rules/A.json': version('A', 'desk') });
    const run = await estate.push(sha, { inputs: { ...WATCH, 'max-completion-drop': '0.2' } });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('the calls keep to the limits: rule "A" has had');
    expect(run.summary).toMatch(
      /Calls of the version before in its last 24 h \| .*\n.*\n\| `A` \| [\d,]+ \| [\d.]+ % \| \d+ s \| [\d,]+ \| 100 % \|/,
    );
    expect(live()).toEqual({ A: 'desk' });
    expect(told(run, 'warning')).toBe('');
    expect(statusOf(sha)?.state).toBe('success');
  });

  it.each([
    ['the rate', { 'min-completion-rate': '0.8' }, 'input min-completion-rate asks for 80 percent'],
    ['the drop', { 'max-completion-drop': '0.3' }, 'input max-completion-drop allows a drop of 0.3'],
  ])('is rolled back by itself, all of it, where one rule misses %s', async (_case, limit, words) => {
    const first = await deployGood('A', 'B');
    const files = {
      'rules/A.json': deaf('A'),
      'rules/B.json': version('B', 'desk'),
      'rules/C.json': ruleText('C'),
    };
    const second = await estate.commit(files);
    const inputs = { 'watch-minutes': '0.5', 'watch-interval': '0.05', ...limit };
    const run = await estate.push(second, { inputs });
    expect(run.outputs).toMatchObject({ result: 'rolled-back', reason: 'metrics' });
    expect(run.exitCode).toBe(0);
    expect(told(run, 'error')).toMatch(
      /^rolled-back \(metrics\): rule "A" has had 0 percent of \d+ calls completed/,
    );
    expect(told(run, 'error')).toContain(words);
    expect(told(run, 'error')).toContain(`The deployment was rolled back to ${first.slice(0, 12)}`);
    expect(live()).toEqual({ A: 'good', B: 'good' });
    const hash = run.outputs['audit-hash'] ?? '';
    expect(statusOf(first)).toMatchObject({
      state: 'success',
      description: `2 rules · audit sha256:${hash}`,
    });
    expect(statusOf(second)).toMatchObject({
      state: 'failure',
      description: `rolled back to ${first.slice(0, 12)} · audit sha256:${hash}`,
    });
    const { sha, state } = liveRecord();
    expect(sha).toBe(first);
    expect(state).toMatchObject({ auditHead: hash, rulesetDigest: run.outputs['ruleset-digest'] });
    expect(state?.held.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(Object.keys(state?.flows ?? {})).toEqual(['A', 'B']);
    expect(JSON.parse(run.outputs['flow-ids'] ?? '')).toEqual(state?.flows);
    const inProgress = estate.github
      .deployments()
      .filter(({ statuses }) => statuses.at(-1)?.state === 'in_progress');
    expect(inProgress).toEqual([]);
    expect(run.summary).toContain(`git revert --no-commit ${first}..${second}`);
    expect(run.summary).toContain('❌ **rolled-back**');
  });

  it('stays away after its rollback: an unrelated push leaves it held, and so does the rollback of an edit of it', async () => {
    await deployGood('A');
    const bad = await estate.push(await estate.commit({ 'rules/A.json': deaf('A') }), { inputs: WATCH });
    expect(bad.outputs.result).toBe('rolled-back');
    const unrelated = await estate.commit({ 'rules/B.json': ruleText('B') });
    const run = await estate.push(unrelated, { inputs: WATCH });
    expect(run.outputs.result).toBe('deployed');
    expect(live()).toEqual({ A: 'good', B: 'good' });
    expect(liveRecord().state?.held).toMatchObject([{ name: 'A' }]);
    const edited = await estate.push(
      await estate.commit({ 'rules/A.json': deaf('A', 'asset_after_hours_options') }),
      { inputs: WATCH },
    );
    expect(edited.outputs).toMatchObject({ result: 'rolled-back', reason: 'metrics' });
    expect(live()).toEqual({ A: 'good', B: 'good' });
    expect(liveRecord().sha).toBe(unrelated);
    expect(liveRecord().state?.held.map(({ name }) => name)).toEqual(['A', 'A']);
  });

  it('is rolled back past the limits of a plan', async () => {
    const first = await deployGood('A');
    const files = {
      'rules/A.json': deaf('A'),
      'rules/B.json': ruleText('B'),
      'rules/C.json': ruleText('C'),
      'rules/D.json': ruleText('D'),
      'rules/E.json': ruleText('E'),
    };
    const run = await estate.push(await estate.commit(files), { inputs: { ...WATCH, 'max-removals': '0' } });
    expect(run.outputs.result).toBe('rolled-back');
    expect(live()).toEqual({ A: 'good' });
    expect(liveRecord().sha).toBe(first);
  });

  it('is held again where a person had released it', async () => {
    await deployGood('A');
    const second = await estate.commit({ 'rules/A.json': deaf('A') });
    await estate.push(second, { inputs: WATCH });
    const held = liveRecord().state?.held;
    expect(held).toMatchObject([{ name: 'A' }]);
    const run = await estate.push(second, { inputs: { ...WATCH, 'override-reason': 'it must be good' } });
    expect(run.outputs).toMatchObject({ result: 'rolled-back', reason: 'metrics' });
    expect(live()).toEqual({ A: 'good' });
    expect(liveRecord().state?.held).toEqual(held);
  });

  it('takes back only what it wrote where it deployed more of the live commit', async () => {
    await deployGood('A', 'B');
    const second = await estate.commit({ 'rules/A.json': version('A', 'desk'), 'rules/B.json': deaf('B') });
    await estate.push(second, { inputs: { only: 'A' } });
    expect(live()).toEqual({ A: 'desk', B: 'good' });
    const run = await estate.push(second, { inputs: WATCH });
    expect(run.outputs).toMatchObject({ result: 'rolled-back', reason: 'metrics' });
    expect(live()).toEqual({ A: 'desk', B: 'good' });
    expect(liveRecord()).toMatchObject({ sha: second, state: { held: [{ name: 'B' }] } });
  });
});

describe('a deployment stays', () => {
  it('where nobody calls', async () => {
    await deployGood('A');
    estate.tenant.setTraffic({ callsPerHour: 0 });
    const run = await estate.push(await estate.commit({ 'rules/A.json': deaf('A') }), { inputs: BRIEF });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(told(run, 'warning')).toBe(
      'the calls decide nothing, and the deployment stays live: rule "A" has had 0 of the 20 calls that decide',
    );
    expect(run.summary).toContain('no calls in the last day');
    expect(run.summary).toContain('no calls yet');
    expect(live()).toEqual({ A: 'deaf' });
  });

  it('where too few call', async () => {
    await deployGood('A');
    const run = await estate.push(await estate.commit({ 'rules/A.json': deaf('A') }), {
      inputs: { ...BRIEF, 'min-calls': '100000' },
    });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(told(run, 'warning')).toMatch(/rule "A" has had [\d,]+ of the 100000 calls that decide$/);
  });

  it('where the tenant is lost half-way', async () => {
    await deployGood('A');
    // The last day of the version before, one look, and then nothing any more.
    estate.tenant.orderFault({ match: { path: QUERY, nth: 3, times: 0 }, kind: '500', when: 'before' });
    const run = await estate.push(await estate.commit({ 'rules/A.json': deaf('A') }), {
      inputs: { ...BRIEF, 'min-calls': '100000' },
    });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(told(run, 'warning')).toContain('the calls could not be read at last');
    expect(run.stdout).toContain('the calls cannot be read, and are asked for again');
  });

  it('where the tenant comes back', async () => {
    await deployGood('A');
    estate.tenant.orderFault({ match: { path: QUERY, nth: 2, times: 5 }, kind: 'truncated', when: 'before' });
    const run = await estate.push(await estate.commit({ 'rules/A.json': version('A', 'desk') }), {
      inputs: WATCH,
    });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(run.stdout).toContain('the calls cannot be read, and are asked for again');
    expect(run.stdout).toContain('the calls keep to the limits');
  });

  it('where a version takes effect later, which cannot be watched', async () => {
    await deployGood('A');
    const later = ruleText('A', (rule) => {
      rule.nodes = [{ id: 'root', type: 'greeting', mediaAssetId: 'asset_abc123' }];
      rule.effectiveDate = '2126-01-01T00:00:00Z';
    });
    const run = await estate.push(await estate.commit({ 'rules/A.json': later }), { inputs: WATCH });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(told(run, 'warning')).toContain('not watched, since they take effect later: "A"');
    expect(run.stdout).toContain('there is nothing to watch');
  });

  it('where it is the first one: there is nothing before it', async () => {
    const run = await estate.push(await estate.commit({ 'rules/A.json': deaf('A') }), { inputs: WATCH });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(told(run, 'warning')).toMatch(
      /^rule "A" has had 0 percent of .* It was not rolled back, and stays live: it is the first deployment/,
    );
    expect(live()).toEqual({ A: 'deaf' });
  });

  it('where nothing before it can be compared', async () => {
    await deployGood('A');
    const run = await estate.push(await estate.commit({ 'rules/B.json': deaf('B') }), {
      inputs: { 'watch-minutes': '0.5', 'max-completion-drop': '0.1' },
    });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(told(run, 'warning')).toContain('rule "B" cannot be compared');
  });

  it('where a newer deployment has been recorded meanwhile', async () => {
    await deployGood('A');
    estate.tenant.setTraffic({ callsPerHour: 0 });
    const watched = estate.push(await estate.commit({ 'rules/A.json': deaf('A') }), {
      inputs: WATCH,
      runId: 7,
    });
    await whenAskedForCalls(estate.tenant, 3);
    const newer = await estate.push(await estate.commit({ 'rules/B.json': ruleText('B') }), { runId: 8 });
    expect(newer.outputs.result).toBe('deployed');
    estate.tenant.setTraffic({ callsPerHour: 360_000 });
    const run = await watched;
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(told(run, 'warning')).toContain(
      'It was not rolled back, and stays live: the deployment record that says what is live is another one by now',
    );
    expect(live()).toEqual({ A: 'deaf', B: 'good' });
  });

  it('where another run has begun meanwhile', async () => {
    await deployGood('A');
    estate.tenant.setTraffic({ callsPerHour: 0 });
    const sha = await estate.commit({ 'rules/A.json': deaf('A') });
    const watched = estate.push(sha, { inputs: WATCH, runId: 7 });
    await whenAskedForCalls(estate.tenant, 3);
    await leaveRecord(estate, sha, 8);
    estate.tenant.setTraffic({ callsPerHour: 360_000 });
    const run = await watched;
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(told(run, 'warning')).toMatch(/and stays live: another run is at work: .*\/actions\/runs\/8$/);
    expect(live()).toEqual({ A: 'deaf' });
  });

  it('where the commit before it is no longer in the repository', async () => {
    const first = await deployGood('A');
    const path = `/repos/${estate.github.fullName}/git/trees/${first}`;
    estate.github.orderFault({ method: 'GET', path, times: 99, fault: { kind: 'status', status: 404 } });
    const sha = await estate.commit({ 'rules/A.json': deaf('A') });
    const run = await estate.push(sha, { inputs: WATCH });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: 'metrics' });
    expect(told(run, 'error')).toContain(
      `It was not rolled back, and stays live: commit ${first} is not in the repository any more`,
    );
    expect(live()).toEqual({ A: 'deaf' });
    expect(liveRecord().sha).toBe(sha);
    expect(statusOf(sha)?.state).toBe('success');
  });

  it('where the run is cancelled while it watches', async () => {
    await deployGood('A');
    const run = await estate.push(await estate.commit({ 'rules/A.json': deaf('A') }), {
      inputs: { ...WATCH, 'min-calls': '1000000' },
      signalOn: { signal: 'SIGINT', when: whenAskedForCalls(estate.tenant, 3) },
    });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '' });
    expect(run.exitCode).toBe(0);
    expect(told(run, 'warning')).toContain('the run was cancelled while it watched the calls');
    expect(live()).toEqual({ A: 'deaf' });
  });

  it('where the run is killed while it watches, and post has nothing to do', async () => {
    await deployGood('A');
    const sha = await estate.commit({ 'rules/A.json': version('A', 'desk') });
    const killed = await estate.push(sha, {
      inputs: { ...WATCH, 'min-calls': '1000000' },
      signalOn: { signal: 'SIGKILL', when: whenAskedForCalls(estate.tenant, 3) },
    });
    expect(killed.signal).toBe('SIGKILL');
    const requests = estate.tenant.state().requests.length;
    const post = await runAction({
      ...pushEvent({ fullName: estate.github.fullName, after: sha }),
      github: estate.github,
      workspace: killed.tempDir,
      inputs: estate.credentials,
      entry: 'post',
      state: killed.state,
      tempDir: killed.tempDir,
    });
    expect(post.exitCode).toBe(0);
    expect(estate.tenant.state().requests.length).toBe(requests);
    expect(live()).toEqual({ A: 'desk' });
    expect(liveRecord().sha).toBe(sha);
    expect(statusOf(sha)?.state).toBe('success');
    const again = await estate.push(sha);
    expect(again.outputs.result).toBe('nothing-to-do');
  });
});

describe('a rollback that a watch has begun', () => {
  /** Of a deployment of one changed rule: create, validate, compile, activate, retire. */
  const WRITES = 5;

  it('leaves the deployment as it is where the tenant refuses it', async () => {
    await deployGood('A');
    estate.tenant.orderFault({ match: { method: 'PATCH', nth: 3 }, kind: '404', when: 'before' });
    const sha = await estate.commit({ 'rules/A.json': deaf('A') });
    const run = await estate.push(sha, { inputs: WATCH });
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: 'metrics' });
    expect(run.exitCode).toBe(0);
    expect(told(run, 'error')).toMatch(
      /^deployed \(metrics\): rule "A" .* It was not rolled back, and stays live: .*404/,
    );
    expect(live()).toEqual({ A: 'deaf' });
    expect(liveRecord().sha).toBe(sha);
    expect(statusOf(sha)?.state).toBe('success');
    expect(estate.github.deployments()[0]?.statuses.at(-1)?.state).toBe('failure');
    const next = await estate.push(await estate.commit({ 'rules/A.json': ruleText('A') }));
    expect(next.outputs.result).toBe('deployed');
  });

  it('says on the commit what it left where its undo fails, and the next run brings it in order', async () => {
    const first = await deployGood('A');
    // The old version is active again; the new one is not retired, and then the old one not retired again.
    estate.tenant.orderFault({ match: { method: 'PATCH', nth: 4, times: 0 }, kind: '404', when: 'before' });
    const sha = await estate.commit({ 'rules/A.json': deaf('A') });
    const run = await estate.push(sha, { inputs: WATCH });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'undo-failed', reason: 'tenant' });
    expect(told(run, 'error')).toMatch(/Its rollback failed: .* Undoing failed for 1 of 2 steps/);
    expect(run.summary).toContain('curl -X PATCH');
    expect(statusOf(sha)).toMatchObject({ state: 'error' });
    expect(liveRecord().sha).toBe(sha);
    estate.tenant.clearFaults();
    const next = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(next.outputs.result).toBe('rolled-back');
    expect(liveRecord().sha).toBe(first);
    const active = estate.tenant.state().flows.filter(({ status }) => status === 'ACTIVE');
    expect(active.map(({ id }) => id)).toEqual(['flow-000001']);
  });

  it('undoes itself where the run is cancelled', async () => {
    await deployGood('A');
    const run = await estate.push(await estate.commit({ 'rules/A.json': deaf('A') }), {
      inputs: WATCH,
      signalOn: { signal: 'SIGINT', when: whenWritten(estate.tenant, WRITES + 1) },
    });
    // The signal may come after the last write: then it is complete.
    expect([run.outputs.result, live()['A']]).toEqual(
      run.outputs.result === 'deployed' ? ['deployed', 'deaf'] : ['rolled-back', 'good'],
    );
    expect(run.outputs.reason).toBe('metrics');
  });

  it('is undone by post where the run is killed', async () => {
    await deployGood('A');
    const sha = await estate.commit({ 'rules/A.json': deaf('A') });
    // The reply to the rollback's first write is lost for as long as it takes to kill the run.
    estate.tenant.orderFault({ match: { method: 'PATCH', nth: 3 }, kind: 'timeout', when: 'after' });
    const killed = await estate.push(sha, {
      inputs: WATCH,
      signalOn: { signal: 'SIGKILL', when: whenTakenUp() },
    });
    expect(killed.signal).toBe('SIGKILL');
    const post = await runAction({
      ...pushEvent({ fullName: estate.github.fullName, after: sha }),
      github: estate.github,
      workspace: killed.tempDir,
      inputs: estate.credentials,
      entry: 'post',
      state: killed.state,
      tempDir: killed.tempDir,
    });
    expect(post.exitCode).toBe(0);
    expect(live()).toEqual({ A: 'deaf' });
    expect(liveRecord().sha).toBe(sha);
    expect(estate.github.deployments()[0]?.statuses.at(-1)?.state).toBe('failure');
  });
});

describe('a client that may not read figures', () => {
  const limited = (scopeInToken: boolean): Seed => {
    const [client] = (builtInSeed as Seed).clients;
    const scopes = client?.scopes.filter((scope) => scope !== 'analytics:read') ?? [];
    const clients = [{ clientId: client?.clientId ?? '', clientSecret: client?.clientSecret ?? '', scopes }];
    return { ...(builtInSeed as Seed), clients, scopeInToken };
  };

  it.each([true, false])(
    'deploys and lints all the same, with one warning (scopes told: %s)',
    async (told) => {
      const other = await openEstate({ simulator: { seed: limited(told) } });
      try {
        await other.push(await other.commit({ 'rules/A.json': ruleText('A') }));
        const warnings = (run: ActionRun) => run.annotations.filter(({ level }) => level === 'warning');
        const lint = await other.pullRequest(
          { 'rules/A.json': version('A', 'x') },
          { inputs: other.credentials },
        );
        expect(lint.outputs.result).toBe('passed');
        expect(warnings(lint).map(({ message }) => message)).toEqual([
          expect.stringMatching(/^the calls of the last day cannot be shown: .* the scope analytics:read/),
        ]);
        const watched = await other.push(await other.commit({ 'rules/B.json': deaf('B') }), {
          inputs: WATCH,
        });
        expect(watched.outputs).toMatchObject({ result: 'deployed', reason: '' });
        expect(warnings(watched).map(({ message }) => message)).toEqual([
          expect.stringMatching(
            /^the calls cannot be watched, and the deployment stays live: .*analytics:read/,
          ),
        ]);
        expect(other.github.violations()).toEqual([]);
      } finally {
        await other.close();
      }
    },
  );
});

describe('a pull request', () => {
  it('shows the last day of what it changes and removes, and of nothing else', async () => {
    await deployGood('A', 'B', 'C');
    const run = await estate.pullRequest(
      { 'rules/A.json': version('A', 'desk'), 'rules/B.json': null, 'rules/D.json': ruleText('D') },
      { inputs: estate.credentials },
    );
    const body = estate.github.comments(run.number)[0]?.body ?? '';
    const rows = body.slice(body.indexOf('### Calls')).match(/^\| `.*$/gm) ?? [];
    expect(
      rows.map((row) => row.replace(/[\d,.]+ (%|s) /g, '… $1 ').replace(/\| [\d,]+ \|/, '| n |')),
    ).toEqual(['| `A` | n | … % | … s |', '| `B` | n | … % | … s |']);
  });

  it('is told of a limit that does nothing when it is merged', async () => {
    const run = await estate.push(await estate.commit({ 'rules/A.json': ruleText('A') }), {
      inputs: { 'min-completion-rate': '0.8' },
    });
    expect(told(run, 'warning')).toBe(
      'input min-completion-rate does nothing while input watch-minutes is 0: no calls are watched',
    );
  });
});
