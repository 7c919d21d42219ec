import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionRun } from '../stand-in/run-action.ts';
import { type Estate, openEstate } from './estate.ts';
import { ruleText } from './rules.ts';

const MARKER = '<!-- cxone-ivr-gitops:drift:production -->';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
  await estate.push(await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }));
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

async function look(inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  return estate.schedule({ inputs: { 'drift-issue': 'true', ...inputs } });
}

function editFallback(name: string, target: string): void {
  const flow = estate.tenant.state().flows.find((found) => found.name === name);
  estate.tenant.edit({
    flowId: flow?.id ?? '',
    changes: { fallbackAction: target === '' ? { type: 'hangup' } : { type: 'queue', target } },
  });
}

const issues = () => estate.github.state().issues;
const issueWrites = () =>
  estate.github.requests().filter(({ method, path }) => method !== 'GET' && path.includes('/issues')).length;

describe('with drift-issue', () => {
  it('an issue is opened, left alone while nothing changes, brought up to date, and closed', async () => {
    await look();
    expect(issues()).toEqual([]);
    editFallback('A', 'x');
    expect((await look()).outputs.result).toBe('drifted');
    const [opened] = issues();
    expect(opened).toMatchObject({ title: 'CXone IVR drift: production', state: 'open' });
    expect(opened?.body?.split('\n')[0]).toBe(MARKER);
    expect(opened?.body).toContain('#### `A`: edited on the tenant');
    expect(issueWrites()).toBe(1);
    const unchanged = await look();
    expect(unchanged.stdout).toContain('#1 says so already');
    expect(issueWrites()).toBe(1);
    editFallback('B', 'y');
    await look();
    expect(issues()).toHaveLength(1);
    expect(issues()[0]?.body).toContain('#### `B`: edited on the tenant');
    expect(issueWrites()).toBe(2);
    editFallback('A', '');
    editFallback('B', '');
    expect((await look()).outputs.result).toBe('in-sync');
    expect(issues()[0]).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect(issues()[0]?.body).toContain('In sync again');
    expect(issueWrites()).toBe(3);
    await look();
    expect(issueWrites()).toBe(3);
    expect(estate.github.comments()).toEqual([]);
    // Drift that returns is another story.
    editFallback('A', 'z');
    await look();
    expect(issues().map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('it is found among more issues and pull requests than one page holds', async () => {
    editFallback('A', 'x');
    await look();
    for (let count = 0; count < 105; count++) estate.github.openIssue({ title: `other ${count}` });
    await look();
    expect(issueWrites()).toBe(1);
    expect(issues()).toHaveLength(106);
  });

  it("nobody else's issue is touched, nor a pull request with the marker", async () => {
    estate.github.openIssue({ title: 'mine', body: `${MARKER}\nhello`, author: 'octo-ops' });
    estate.github.openIssue({ title: 'quoted', body: `> ${MARKER}`, author: 'github-actions[bot]' });
    const base = (await estate.repository.branch('main')) ?? '';
    const head = await estate.repository.commit({ x: 'x' }, 'x', { branch: 'x' });
    await estate.github.openPull({
      head: { ref: 'x', sha: head },
      mergeSha: await estate.repository.mergeCommit(base, head),
      body: MARKER,
      author: 'github-actions[bot]',
    });
    await look();
    expect(issueWrites()).toBe(0);
    editFallback('A', 'x');
    await look();
    const [mine, quoted, ours] = issues();
    expect(mine).toMatchObject({ title: 'mine', body: `${MARKER}\nhello`, state: 'open' });
    expect(quoted).toMatchObject({ title: 'quoted', state: 'open' });
    expect(ours).toMatchObject({ author: 'github-actions[bot]', state: 'open' });
  });

  it('nothing is written in a dry run, and by default', async () => {
    editFallback('A', 'x');
    await look({ 'dry-run': 'true' });
    await look({ 'drift-issue': 'false' });
    expect(issueWrites()).toBe(0);
  });
});

describe('without the permission', () => {
  it('a warning names it, and the verdict stays', async () => {
    await estate.close();
    const permissions = { contents: 'read', deployments: 'write', statuses: 'write' } as const;
    estate = await openEstate({ github: { permissions } });
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
    editFallback('A', 'x');
    const run = await look();
    expect([run.exitCode, run.outputs.result]).toEqual([1, 'drifted']);
    const warnings = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    expect(warnings.join('\n')).toContain('`permissions: issues: write`');
  });
});
