import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Estate, openEstate } from './estate.ts';
import { heldNow, liveFlows, newestStatus, tenantWrites } from './look.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;
let first: string;
let second: string;

beforeEach(async () => {
  estate = await openEstate();
  first = await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
  await estate.push(first);
  second = await estate.commit({
    'rules/a.json': version('A', 'desk'),
    'rules/b.json': null,
    'rules/c.json': ruleText('C', (rule) => (rule.fallbackAction = { type: 'transfer', target: 'c' })),
  });
  await estate.push(second);
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

describe('rollback', () => {
  it.each([
    ['previous', () => 'previous'],
    ['a SHA', () => first],
    ['a tag', () => 'v1'],
  ])('to %s brings back changed, removed and added rules', async (_name, target) => {
    await estate.repository.tag('v1', first);
    const creates = () =>
      estate.tenant
        .state()
        .requests.filter(({ method, path }) => method === 'POST' && path === '/api/v2/ivr/flows').length;
    const before = creates();
    const run = await estate.dispatch({ 'rollback-to': target() });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ result: 'rolled-back', reason: '' });
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
    // The old versions still lay on the tenant.
    expect(creates()).toBe(before);
    const hash = run.outputs['audit-hash'] ?? '';
    const newest = (sha: string, context: string) =>
      estate.github.statuses(sha).find((status) => status.context === context);
    expect(newest(first, 'cxone-ivr/production')).toMatchObject({
      state: 'success',
      description: `2 rules · audit sha256:${hash}`,
    });
    expect(newest(second, 'cxone-ivr/production')).toMatchObject({
      state: 'failure',
      description: `rolled back to ${first.slice(0, 12)} · audit sha256:${hash}`,
    });
    const record = estate.github.deployments()[0];
    expect(record).toMatchObject({ sha: first, payload: { previousSha: second, auditHead: hash } });
    const { held, heldRemovals } = Object(record?.payload) as {
      held: { name: string; payloadHash: string }[];
      heldRemovals: string[];
    };
    expect(held.map(({ name, payloadHash }) => [name, payloadHash.length])).toEqual([
      ['A', 64],
      ['C', 64],
    ]);
    expect(heldRemovals).toEqual(['B']);
    expect(run.summary).toContain(`git revert --no-commit ${first}..${second}`);
  });

  it('holds what it took away, so that an unrelated push does not bring it back, until an edit', async () => {
    await estate.dispatch({ 'rollback-to': 'previous' });
    expect(heldNow(estate)).toMatchObject([{ name: 'A' }, { name: 'B', payloadHash: '' }, { name: 'C' }]);
    const unrelated = await estate.push(await estate.commit({ 'rules/d.json': ruleText('D') }));
    expect(unrelated.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup', D: 'hangup' });
    expect(unrelated.summary).toContain('- `A`, `B` and `C`: nothing, since a rollback holds the change\n');
    expect(heldNow(estate)).toMatchObject([{ name: 'A' }, { name: 'B' }, { name: 'C' }]);
    const edited = await estate.push(await estate.commit({ 'rules/a.json': version('A', 'other') }));
    expect(edited.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual({ A: 'other', B: 'hangup', D: 'hangup' });
    expect(heldNow(estate)).toMatchObject([{ name: 'B' }, { name: 'C' }]);
    const overridden = await estate.push(await estate.commit({ 'README.md': 'x' }), {
      inputs: { 'override-reason': 'wanted after all' },
    });
    expect(overridden.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual({ A: 'other', C: 'c', D: 'hangup' });
    expect(heldNow(estate)).toEqual([]);
  });

  it('to a commit at which a version was held leaves it held, and warns of it', async () => {
    await estate.dispatch({ 'rollback-to': 'previous' });
    const third = await estate.commit({ 'rules/n.json': ruleText('N') });
    const deployed = await estate.push(third);
    const warnings = deployed.annotations
      .filter(({ level }) => level === 'warning')
      .map(({ message }) => message);
    expect(warnings.join('\n')).toContain(`rule "A" is held since the rollback to ${first.slice(0, 12)}`);
    expect(warnings.join('\n')).toContain(`rule "B" is held since the rollback to ${first.slice(0, 12)}`);
    expect(deployed.summary).toContain('is held since the rollback');
    await estate.push(await estate.commit({ 'rules/n.json': version('N', 'desk') }));
    const run = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(run.outputs.result).toBe('rolled-back');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup', N: 'hangup' });
    expect(heldNow(estate)).toMatchObject([
      { name: 'A' },
      { name: 'B', payloadHash: '' },
      { name: 'C' },
      { name: 'N' },
    ]);
  });

  it('to a commit at which a version was held brings back what was live in its place', async () => {
    await estate.dispatch({ 'rollback-to': 'previous' });
    await estate.push(await estate.commit({ 'rules/n.json': ruleText('N') }));
    await estate.push(await estate.commit({ 'rules/a.json': version('A', 'other') }));
    expect(liveFlows(estate)).toMatchObject({ A: 'other' });
    const run = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(run.outputs.result).toBe('rolled-back');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup', N: 'hangup' });
    // Of A the version that was taken away, and the one that was held at the target.
    expect(heldNow(estate).map(({ name }) => name)).toEqual(['A', 'A', 'B', 'C']);
  });

  it('of a rollback goes forward again and releases what it brings back', async () => {
    await estate.dispatch({ 'rollback-to': 'previous' });
    const run = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(run.outputs.result).toBe('rolled-back');
    expect(liveFlows(estate)).toEqual({ A: 'desk', C: 'c' });
    const held = heldNow(estate);
    expect(held.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(held.find(({ name }) => name === 'C')?.payloadHash).toBe('');
  });

  it('of one rule with only leaves the others as they are', async () => {
    const run = await estate.dispatch({ 'rollback-to': 'previous' }, { inputs: { only: 'A' } });
    expect(run.outputs.result).toBe('rolled-back');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', C: 'c' });
    expect(heldNow(estate)).toMatchObject([{ name: 'A' }]);
    const next = await estate.push(await estate.commit({ 'rules/d.json': ruleText('D') }));
    expect(next.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', C: 'c', D: 'hangup' });
  });

  it.each([
    [
      'a commit that was never deployed',
      async () => estate.commit({ 'README.md': 'x' }),
      'no successful deployment of its own',
    ],
    [
      'a commit of another branch',
      async () =>
        estate.repository.commit({ 'rules/a.json': ruleText('A') }, 'x', { branch: 'side', parents: [] }),
      'no ancestor',
    ],
    ['a word that names nothing', async () => 'no-such-tag', 'names no commit or tag'],
  ])('refuses %s', async (_name, makeTarget, words) => {
    const before = liveFlows(estate);
    const run = await estate.dispatch({ 'rollback-to': await makeTarget() });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'input' });
    expect(run.stdout).toContain(words);
    if (words.startsWith('no successful'))
      expect(run.stdout).toContain(`the last that have: ${second.slice(0, 12)}, ${first.slice(0, 12)}`);
    expect(liveFlows(estate)).toEqual(before);
  });

  it('refuses a rule whose window is over', async () => {
    const windowed = ruleText(
      'W',
      (rule) => (rule.expirationDate = new Date(Date.now() + 2500).toISOString()),
    );
    const third = await estate.commit({ 'rules/w.json': windowed });
    await estate.push(third);
    await estate.push(await estate.commit({ 'rules/w.json': version('W', 'desk') }));
    await expect
      .poll(async () => (await estate.dispatch({ 'rollback-to': third, 'dry-run': 'true' })).outputs.result, {
        timeout: 15_000,
      })
      .toBe('refused');
    const run = await estate.dispatch({ 'rollback-to': third });
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'input' });
    expect(run.stdout).toContain('W (until');
  });

  it('says so where there is nothing before', async () => {
    await estate.close();
    estate = await openEstate();
    const only = await estate.commit({ 'rules/a.json': ruleText('A') });
    const run = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'input' });
    expect(run.stdout).toContain('nothing was ever deployed');
    await estate.push(only);
    const again = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(again.outputs).toMatchObject({ result: 'refused', reason: 'input' });
    expect(again.stdout).toContain(`there is nothing before ${only.slice(0, 12)}`);
    expect(liveFlows(estate)).toEqual({ A: 'hangup' });
  });

  it('only plans with dry-run', async () => {
    const before = liveFlows(estate);
    const run = await estate.dispatch({ 'rollback-to': 'previous' }, { inputs: { 'dry-run': 'true' } });
    expect(run.outputs.result).toBe('planned');
    expect(liveFlows(estate)).toEqual(before);
  });

  it.each([
    ['cannot be read', '{', 'rules/a.json at'],
    ['is missing', null, 'has no rule file that matches input rules'],
  ])('refuses a target whose rule file %s, whatever is overridden', async (_name, text, words) => {
    const target = await estate.commit({ 'rules/a.json': text, 'rules/c.json': null });
    const before = liveFlows(estate);
    const run = await estate.dispatch({ 'rollback-to': target, 'override-reason': 'at once' });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'input' });
    expect(run.stdout).toContain(words);
    expect(liveFlows(estate)).toEqual(before);
  });

  it('to a commit that is no longer in the repository fails, and writes nothing', async () => {
    estate.github.orderFault({
      method: 'GET',
      path: `/repos/${estate.github.fullName}/git/trees/${first}`,
      fault: { kind: 'status', status: 404 },
    });
    const writes = tenantWrites(estate).length;
    const run = await estate.dispatch({ 'rollback-to': first });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(run.stdout).toContain(`commit ${first} is not in the repository any more`);
    expect(tenantWrites(estate)).toHaveLength(writes);
  });

  it('says on the commit that was live where its undo fails, and can be done again', async () => {
    estate.tenant.orderFault({ match: { method: 'PATCH', nth: 2, times: 0 }, kind: '404', when: 'before' });
    const run = await estate.dispatch({ 'rollback-to': 'previous' }, { inputs: { only: 'A' } });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'undo-failed', reason: 'tenant' });
    expect(run.summary).toContain('curl -X PATCH');
    expect(newestStatus(estate, second)).toMatchObject({ state: 'error' });
    expect(newestStatus(estate, second)?.description).toContain('rollback undo-failed: rule A');
    estate.tenant.clearFaults();
    const again = await estate.dispatch({ 'rollback-to': 'previous' }, { inputs: { only: 'A' } });
    expect(again.outputs.result).toBe('rolled-back');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', C: 'c' });
  });

  it('is done where GitHub fails afterwards, and says in words how to bring the branch in line', async () => {
    const path = '/repos/{owner}/{repo}/compare/{basehead}';
    // The first comparison looks whether the target is an ancestor.
    estate.github.orderFault({ method: 'GET', path, nth: 2, fault: { kind: 'status', status: 403 } });
    const run = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(run.outputs).toMatchObject({ result: 'rolled-back', reason: '' });
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
    expect(run.stdout).toContain('::warning::how to bring the branch in line could not be found out');
    expect(run.summary).toContain(`make its rule files what they are at \`${first}\``);
  });
});

describe('a deployment that names a held rule in only', () => {
  it('is refused, and deploys it with a reason, and it alone', async () => {
    await estate.dispatch({ 'rollback-to': 'previous' });
    const writes = tenantWrites(estate).length;
    const run = await estate.push(second, { inputs: { only: 'A' } });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'held' });
    expect(run.stdout).toContain('A is held since a rollback: edit it, or set input override-reason');
    expect(tenantWrites(estate)).toHaveLength(writes);
    expect(newestStatus(estate, second)?.state).toBe('failure');
    expect(heldNow(estate).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    const wanted = await estate.push(second, {
      inputs: { only: 'A', 'override-reason': 'wanted after all' },
    });
    expect(wanted.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual({ A: 'desk', B: 'hangup' });
    expect(heldNow(estate).map(({ name }) => name)).toEqual(['B', 'C']);
  });
});
