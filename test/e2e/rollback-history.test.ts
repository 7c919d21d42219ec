// Rollbacks and holds over histories of several commits.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitText } from '../stand-in/git.ts';
import { type Estate, openEstate, whenWritten } from './estate.ts';
import { heldNames, heldNow, liveFlows, newestStatus, recordStates, tenantWrites } from './look.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;
let first: string;
let second: string;
const FLOW = '/api/v2/ivr/flows/{flowId}';

beforeEach(async () => {
  estate = await openEstate();
  first = await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
  await estate.push(first);
  second = await estate.commit({
    'rules/a.json': version('A', 'desk'),
    'rules/b.json': null,
    'rules/c.json': ruleText('C'),
  });
  await estate.push(second);
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  expect(recordStates(estate).flat().length).toBeGreaterThan(0);
  for (const states of recordStates(estate)) expect(states.at(-1)).not.toBe('in_progress');
  await estate.close();
});

const rollBack = async (target: string, inputs: Record<string, string> = {}) => {
  const run = await estate.dispatch({ 'rollback-to': target }, { inputs });
  expect(run.outputs).toMatchObject({ result: 'rolled-back' });
  return run;
};

const pushFiles = async (files: Record<string, string | null>, inputs: Record<string, string> = {}) => {
  const run = await estate.push(await estate.commit(files), { inputs });
  expect(run.outputs).toMatchObject({ result: 'deployed' });
  return run;
};

describe('a rollback in a longer history', () => {
  it('to before a rollback and beyond brings back what callers met, not what the commits say', async () => {
    await rollBack('previous');
    const third = await estate.commit({ 'rules/d.json': ruleText('D') });
    await estate.push(third);
    // A is held at the third commit: callers meet the version of the first.
    await pushFiles({ 'rules/a.json': version('A', 'night') });
    expect(liveFlows(estate)).toEqual({ A: 'night', B: 'hangup', D: 'hangup' });
    const run = await rollBack('previous');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup', D: 'hangup' });
    expect(newestStatus(estate, third)?.state).toBe('success');
    expect(run.outputs['changed-rules']).toBe('["A"]');
    // What was held there stays held, and what was taken away is held too.
    expect(heldNames(estate)).toEqual(['A', 'A', '-B', 'C']);
  });

  it('holds again what was held at its target', async () => {
    await rollBack('previous');
    const third = await estate.commit({ 'rules/d.json': ruleText('D') });
    await estate.push(third);
    const fourth = await estate.commit({ 'rules/a.json': version('A', 'night') });
    await estate.push(fourth);
    await rollBack('previous');
    // Reverting the last commit alone makes the branch say what was held before it.
    const next = await estate.push(await estate.commit({ 'rules/a.json': version('A', 'desk') }));
    expect(next.exitCode).toBe(0);
    expect(liveFlows(estate)).toMatchObject({ A: 'hangup' });
  });

  it('brings back a version that differs from the held one in its status alone', async () => {
    const idle = ruleText('A', (rule) => {
      rule.fallbackAction = { type: 'queue', target: 'desk' };
      rule.status = 'INACTIVE';
    });
    await pushFiles({ 'rules/a.json': idle });
    await rollBack(second);
    await pushFiles({ 'rules/d.json': ruleText('D') });
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'hangup', D: 'hangup' });
    await pushFiles({ 'rules/a.json': version('A', 'night') });
    await rollBack('previous');
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'hangup', D: 'hangup' });
  });

  it('keeps a rule whose removal was passed over at the target', async () => {
    const passed = await estate.commit({ 'rules/a.json': null, 'rules/c.json': version('C', 'desk') });
    await estate.push(passed, { inputs: { only: 'C' } });
    await pushFiles({ 'rules/d.json': ruleText('D') }, { only: 'D' });
    await rollBack(passed);
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'desk' });
    expect(heldNames(estate)).toEqual(['D']);
  });

  it('says what changes for callers by what they meet', async () => {
    await rollBack('previous');
    await pushFiles({ 'rules/d.json': ruleText('D') });
    const run = await rollBack(first);
    expect(JSON.parse(run.outputs['changed-rules'] ?? '')).toEqual(['D']);
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
  });

  it('of one rule, and of all of them later, goes to one state', async () => {
    await rollBack('previous', { only: 'A' });
    expect(liveFlows(estate)).toEqual({ A: 'hangup', C: 'hangup' });
    expect(newestStatus(estate, second)).toMatchObject({ state: 'success' });
    expect(newestStatus(estate, second)?.description).toContain('2 rules · audit sha256:');
    expect(heldNames(estate)).toEqual(['A']);
    await rollBack('previous');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
    expect(heldNames(estate)).toEqual(['A', '-B', 'C']);
    expect(newestStatus(estate, second)).toMatchObject({ state: 'failure' });
    const unrelated = await estate.push(await estate.commit({ 'rules/d.json': ruleText('D') }));
    expect(unrelated.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup', D: 'hangup' });
  });

  it('of a renamed rule brings the old name back, and holds the new one', async () => {
    const renamed = ruleText('New', (rule) => {
      rule.campaignId = 'camp_9x8y7z';
      rule.fallbackAction = { type: 'queue', target: 'desk' };
    });
    await pushFiles({ 'rules/a.json': renamed });
    expect(liveFlows(estate)).toEqual({ New: 'desk', C: 'hangup' });
    const run = await rollBack(second);
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'hangup' });
    expect(run.outputs['changed-rules']).toBe('["A","New"]');
    await pushFiles({ 'rules/d.json': ruleText('D') });
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'hangup', D: 'hangup' });
    await estate.push(await estate.commit({ 'README.md': 'x' }), { inputs: { 'override-reason': 'wanted' } });
    expect(liveFlows(estate)).toEqual({ New: 'desk', C: 'hangup', D: 'hangup' });
    expect(heldNames(estate)).toEqual([]);
  });

  it('releases a hold on a rollback to what is held', async () => {
    await rollBack(first);
    await rollBack(second);
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'hangup' });
    const unrelated = await estate.push(await estate.commit({ 'README.md': 'x' }));
    expect(unrelated.outputs.result).toBe('nothing-to-do');
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'hangup' });
  });

  it('takes an annotated tag, a beginning of a SHA, and a tag that is named like a branch', async () => {
    const { repository } = estate;
    const object = `object ${first}\ntype commit\ntag v1\ntagger O <o@example.com> 1700000000 +0000\n\nOne\n`;
    await repository.tag('v1', await gitText(repository.folder, ['mktag'], { input: object }));
    await repository.setBranch('release', second);
    await repository.tag('release', first);
    for (const target of ['v1', first.slice(0, 9), 'refs/tags/release', 'release']) {
      const run = await estate.dispatch({ 'rollback-to': target, 'dry-run': 'true' });
      expect([target, run.outputs.result, run.outputs['changed-rules']]).toEqual([
        target,
        'planned',
        '["A","B","C"]',
      ]);
    }
    const branch = await estate.dispatch({ 'rollback-to': 'main', 'dry-run': 'true' });
    expect(branch.outputs).toMatchObject({ result: 'refused', reason: 'input' });
    expect(branch.stdout).toContain('which is a branch');
  });

  it.each(['a b', '..', '-x', 'refs/heads/main', 'main..v1', 'HEAD'])(
    'asks nobody for a target like %j',
    async (target) => {
      const asked = estate.github.requests().length;
      const run = await estate.dispatch({ 'rollback-to': target });
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
      expect(run.stdout).toContain(`rollback-to is ${JSON.stringify(target)}, but it takes previous`);
      expect(estate.github.requests()).toHaveLength(asked);
    },
  );

  it('needs a target', async () => {
    const run = await estate.dispatch({}, { inputs: { command: 'rollback' } });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(run.stdout).toContain('needs input rollback-to');
  });
});

describe('the old version', () => {
  it.each([
    ['is activated again where it still lies on the tenant', '3', ['PATCH', 'PATCH']],
    ['is made anew where it does not', '0', ['POST', 'POST', 'POST', 'PATCH', 'PATCH']],
  ])('%s', async (_case, keep, methods) => {
    await pushFiles({ 'rules/a.json': version('A', 'night') }, { 'keep-versions': keep });
    const before = tenantWrites(estate).length;
    await rollBack('previous');
    const writes = tenantWrites(estate).slice(before);
    expect(writes.map((write) => write.split(' ')[0])).toEqual(methods);
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'hangup' });
  });
});

describe('a rollback that fails', () => {
  it('at an activation leaves callers, holds and statuses as they were', async () => {
    await rollBack('previous');
    const [held, live] = [heldNow(estate), liveFlows(estate)];
    const statuses = [first, second].map((sha) => estate.github.statuses(sha));
    estate.tenant.orderFault({ match: { method: 'PATCH', path: FLOW, nth: 2 }, kind: '404', when: 'before' });
    const run = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(run.outputs).toMatchObject({ result: 'undone', reason: 'tenant' });
    expect(run.exitCode).toBe(1);
    expect(liveFlows(estate)).toEqual(live);
    expect(heldNow(estate)).toEqual(held);
    expect([first, second].map((sha) => estate.github.statuses(sha))).toEqual(statuses);
    expect(recordStates(estate)[0]?.at(-1)).toBe('failure');
    expect(run.stdout).not.toContain('git revert');
  });

  it('because it is cancelled leaves all as it was', async () => {
    await estate.close();
    estate = await openEstate({ simulator: { latency: 60 } });
    first = await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
    await estate.push(first);
    await estate.push(
      await estate.commit({ 'rules/a.json': version('A', 'desk'), 'rules/b.json': version('B', 'desk') }),
    );
    const [held, live] = [heldNow(estate), liveFlows(estate)];
    const run = await estate.dispatch(
      { 'rollback-to': 'previous' },
      { inputs: { concurrency: '1' }, signalOn: { signal: 'SIGINT', when: whenWritten(estate.tenant, 1) } },
    );
    expect(run.outputs).toMatchObject({ result: 'undone', reason: 'cancelled' });
    expect(liveFlows(estate)).toEqual(live);
    expect(heldNow(estate)).toEqual(held);
    expect(newestStatus(estate, first)?.state).toBe('success');
    expect(recordStates(estate)[0]?.at(-1)).toBe('failure');
  });

  it('is refused where two rules of the target have one name, whatever is overridden', async () => {
    const twins = await estate.repository.commit(
      { 'rules/a.json': ruleText('A'), 'rules/z.json': version('A', 'z') },
      'Twins',
      { branch: 'twins', parents: [second] },
    );
    const live = liveFlows(estate);
    const run = await estate.dispatch({ 'rollback-to': twins, 'override-reason': 'urgent' });
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'input' });
    expect(run.stdout).toContain('have one name, "A"');
    expect(liveFlows(estate)).toEqual(live);
  });
});
