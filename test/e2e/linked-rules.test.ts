// Rule files that git keeps as symbolic links: the workspace has what they lead to, and git trees name the links alone.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Estate, openEstate } from './estate.ts';
import { heldNames, liveFlows, tenantWrites } from './look.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;
const LINK = { mode: '120000', content: '../shared/a.json' } as const;

beforeEach(async () => {
  estate = await openEstate();
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const commit = async (files: Parameters<Estate['repository']['commit']>[0]) =>
  estate.repository.commit(files, 'Change rules');

describe('a rule file that becomes a link', () => {
  it('is no removal', async () => {
    await estate.push(await commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }));
    const linked = await commit({ 'rules/a.json': LINK, 'shared/a.json': ruleText('A') });
    const before = tenantWrites(estate);
    const run = await estate.push(linked);
    expect(run.outputs['changed-rules']).toBe('[]');
    expect(tenantWrites(estate)).toEqual(before);
    const unrelated = await estate.push(await commit({ 'rules/c.json': ruleText('C') }));
    expect(unrelated.outputs['changed-rules']).toBe('["C"]');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup', C: 'hangup' });
  });

  it('is taken away by no rollback between commits that have the link', async () => {
    const first = await commit({
      'rules/a.json': LINK,
      'shared/a.json': ruleText('A'),
      'rules/b.json': ruleText('B'),
    });
    await estate.push(first);
    await estate.push(await commit({ 'rules/b.json': version('B', 'desk') }));
    const run = await estate.dispatch({ 'rollback-to': 'previous' });
    expect(run.outputs.result).toBe('rolled-back');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
    expect(heldNames(estate)).toEqual(['B']);
  });

  it('goes back with a rollback to the version that it led to then', async () => {
    await estate.push(
      await commit({ 'rules/a.json': LINK, 'shared/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }),
    );
    await estate.push(await commit({ 'shared/a.json': version('A', 'desk') }));
    await estate.dispatch({ 'rollback-to': 'previous', 'override-reason': 'wanted' });
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
    expect(heldNames(estate)).toEqual(['A']);
  });

  it('stays as it is where that version is gone from the tenant', async () => {
    const first = { 'rules/a.json': LINK, 'shared/a.json': ruleText('A'), 'rules/b.json': ruleText('B') };
    await estate.push(await commit(first));
    const inputs = { 'keep-versions': '0' };
    await estate.push(
      await commit({ 'shared/a.json': version('A', 'desk'), 'rules/b.json': version('B', 'desk') }),
      { inputs },
    );
    await estate.dispatch({ 'rollback-to': 'previous' });
    expect(liveFlows(estate)).toEqual({ A: 'desk', B: 'hangup' });
    expect(heldNames(estate)).toEqual(['B']);
  });
});
