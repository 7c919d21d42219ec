// Rule files of which the workspace and git trees say different things: symbolic links, which trees name alone, and files that are rejected.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../stand-in/events.ts';
import { runAction } from '../stand-in/run-action.ts';
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

describe('a pull request in which a rule file', () => {
  const open = async (file: Parameters<Estate['repository']['commit']>[0][string], path = 'rules/a.json') => {
    const base = await commit({ 'rules/a.json': ruleText('A'), 'rules/sub/b.json': ruleText('B') });
    await estate.push(base);
    const files = path === 'rules/a.json' ? {} : { 'rules/sub/b.json': null };
    const head = await estate.repository.commit({ ...files, [path]: file }, 'Change', { branch: 'change' });
    const mergeSha = await estate.repository.mergeCommit(base, head);
    const pull = await estate.github.openPull({ head: { ref: 'change', sha: head }, mergeSha });
    const event = pullRequestEvent({
      fullName: estate.github.fullName,
      number: pull.number,
      head: { ref: 'change', sha: head },
      base: { sha: base },
      mergeSha,
    });
    const { github, credentials } = estate;
    const workspace = await estate.checkout(mergeSha);
    return { run: await runAction({ ...event, github, workspace, inputs: credentials }), head };
  };

  it.each<[string, Parameters<typeof open>, string]>([
    ['is larger than can be read', [`${ruleText('A')}${' '.repeat(5 * 1024 * 1024)}`], 'rules/a.json'],
    ['is a link that leads nowhere', [{ mode: '120000', content: 'nowhere.json' }], 'rules/a.json'],
    ['is a link that leads out', [{ mode: '120000', content: '/etc/hostname' }], 'rules/a.json'],
    ['is no JSON', ['{'], 'rules/a.json'],
    ['lies in a folder that leads out', [{ mode: '120000', content: '/etc' }, 'rules/sub'], 'rules/sub'],
  ])('%s is not told as a removal, and nothing is deployed', async (_case, change, path) => {
    const { run, head } = await open(...change);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint', 'changed-rules': '[]' });
    expect(run.summary).toContain(`\`${path}\` cannot be read as a rule`);
    expect(run.summary).not.toContain('removed');
    const deployed = await estate.push(head, { inputs: { 'fail-on': 'never' } });
    expect(deployed.outputs).toMatchObject({ result: 'failed', reason: 'lint' });
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
  });
});
