// Each command works with exactly the permissions that docs/permissions.md gives it, and says which one it lacks.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Estate, openEstate } from '../e2e/estate.ts';
import { ruleText, version } from '../e2e/rules.ts';
import { blocksOf, readPage } from '../docs/page.ts';
import type { ActionRun } from '../stand-in/run-action.ts';
import { type PermissionMap, startGitHub } from '../stand-in/start-github.ts';

const page = readPage('permissions.md');

/** The rows of the first table: job → permissions. */
function readTable(): Map<string, PermissionMap> {
  const lines = page.split('\n').filter((line) => line.startsWith('|'));
  const cellsOf = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''));
  const [, ...keys] = cellsOf(lines[0] ?? '');
  const rows = lines.slice(
    2,
    lines.findIndex((line) => line.startsWith('| permission ')),
  );
  return new Map(
    rows
      .map(cellsOf)
      .map(([job = '', ...levels]) => [
        job,
        Object.fromEntries(
          keys.map((key, index) => [key, levels[index]]).filter(([, level]) => level !== ''),
        ) as PermissionMap,
      ]),
  );
}

const TABLE = readTable();
let estate: Estate;

/** The folder with the audit log of what was deployed last. */
let auditFolder: string;

/** How often A has been deployed before a job: a rollback needs something to go back to. */
const DEPLOYED: Readonly<Record<string, number>> = {
  'lint, with the tenant': 1,
  deploy: 1,
  'deploy, with audit-branch': 1,
  rollback: 2,
  drift: 2,
  'drift, with drift-issue': 2,
  verify: 1,
  adopt: 2,
};

/** An estate in which A was deployed by a job that may do everything; the job that is tried has another token. */
async function prepare(job: string, permissions: PermissionMap): Promise<void> {
  const before = await openEstate();
  const texts = [ruleText('A'), version('A', 'desk')];
  for (const [index, text] of texts.entries()) {
    const sha = await before.commit({ 'rules/a.json': text });
    if (index >= (DEPLOYED[job] ?? 0)) continue;
    const run = await before.push(sha);
    auditFolder = dirname(run.outputs['audit-log'] ?? '');
  }
  const { repository } = before;
  const github = await startGitHub({ repository, state: before.github.state(), permissions });
  await before.github.close();
  if (job === 'adopt') {
    const flowId = before.tenant.state().flows.find(({ status }) => status === 'ACTIVE')?.id ?? '';
    before.tenant.edit({ flowId, changes: { fallbackAction: { type: 'hangup' } } });
  }
  estate = await openEstate({ continued: { repository, github, tenant: before.tenant } });
}

const JOBS: Readonly<Record<string, () => Promise<ActionRun>>> = {
  lint: async () => estate.pullRequest({ 'rules/a.json': version('A', 'x') }),
  'lint, no comment': async () =>
    estate.pullRequest({ 'rules/a.json': version('A', 'x') }, { inputs: { comment: 'never' } }),
  'lint, with the tenant': async () =>
    estate.pullRequest({ 'rules/a.json': version('A', 'x') }, { inputs: estate.credentials }),
  deploy: async () => estate.push(await estate.commit({ 'rules/a.json': version('A', 'third') })),
  'deploy, with audit-branch': async () => {
    const inputs = { 'audit-branch': 'ivr-audit' };
    return estate.push(await estate.commit({ 'rules/a.json': version('A', 'third') }), { inputs });
  },
  rollback: async () => estate.dispatch({ 'rollback-to': 'previous' }),
  drift: async () => estate.schedule(),
  'drift, with drift-issue': async () => {
    // One that is to be closed: drift itself would be a failure.
    const [title, body] = ['Drift', '<!-- cxone-ivr-gitops:drift:production -->\nEdited'];
    estate.github.openIssue({ title, body, author: 'github-actions[bot]' });
    return estate.schedule({ inputs: { 'drift-issue': 'true' } });
  },
  verify: async () => estate.dispatch({ command: 'verify', 'report-dir': auditFolder }),
  adopt: async () => estate.dispatch({ command: 'adopt' }),
  import: async () => estate.dispatch({ command: 'import' }),
  test: async () =>
    estate.pullRequest(
      {
        'rules/a.test.json': JSON.stringify({
          rule: 'A',
          tests: [{ name: 'one', caller: ['press_1'], endsAt: 'sales' }],
        }),
      },
      { inputs: { command: 'test' } },
    ),
};

const RESULTS: Readonly<Record<string, string>> = {
  deploy: 'deployed',
  'deploy, with audit-branch': 'deployed',
  rollback: 'rolled-back',
  drift: 'in-sync',
  'drift, with drift-issue': 'in-sync',
  verify: 'verified',
  import: 'nothing-to-do',
};
/** Jobs that do all but what a permission is for. */
const DONE_WITHOUT = [
  'deploy, with audit-branch: contents',
  'rollback: statuses',
  'drift, with drift-issue: issues',
];
const told = ({ annotations }: ActionRun): string =>
  annotations
    .filter(({ level }) => level !== 'notice')
    .map(({ message }) => message)
    .join('\n');

it('the table has the jobs that are tested here', () => {
  expect([...TABLE.keys()]).toEqual(Object.keys(JOBS));
});

describe.each([...TABLE])('%s', (job, permissions) => {
  afterEach(async () => estate.close());

  it('works with exactly its permissions, and warns of none', async () => {
    await prepare(job, permissions);
    const run = await JOBS[job]?.();
    expect(run?.outputs.result).toBe(RESULTS[job] ?? 'passed');
    expect(told(run!)).toBe('');
    expect(estate.github.requests().filter(({ status }) => status === 403 || status === 401)).toEqual(
      // An installation's token may not ask who it is, whatever its permissions.
      estate.github.requests().filter(({ path }) => path === '/user'),
    );
    expect(estate.github.requests().length > 0).toBe(Object.keys(permissions).length > 0);
  });

  if ('actions' in permissions)
    it('works without actions: read where no run has died', async () => {
      await prepare(job, { ...permissions, actions: 'none' });
      const run = await JOBS[job]?.();
      expect([run?.outputs.result, told(run!)]).toEqual([RESULTS[job] ?? 'passed', '']);
    });

  const needed = Object.entries(permissions).filter(([key]) => key !== 'actions');
  const lacking = needed.flatMap(([key, level]) => [
    [key, level, 'none'] as const,
    ...(level === 'write' ? [[key, level, 'read'] as const] : []),
  ]);
  it.each(lacking)('says so without %s: %s (it has %s)', async (key, level, held) => {
    await prepare(job, { ...permissions, [key]: held });
    const before = estate.tenant.state().history.length;
    const run = (await JOBS[job]?.())!;
    const isLint = job.startsWith('lint');
    // The rules are read before the log is written.
    const asked = key === 'contents' && held === 'none' ? 'read' : level;
    expect(told(run)).toContain(`${key}: ${asked}`);
    expect(told(run)).toMatch(/\(GitHub accepts \w+=\w+/);
    expect(told(run)).not.toContain('this is a bug');
    if (isLint) {
      expect(run.outputs.result).toBe('passed');
      return;
    }
    if (run.outputs.result !== (RESULTS[job] ?? 'passed')) {
      expect(run.exitCode).toBe(1);
      expect(run.outputs.reason).toBe('scope');
      expect(estate.tenant.state().history).toHaveLength(before);
    } else expect(DONE_WITHOUT).toContain(`${job}: ${key}`);
    expect(estate.github.deployments().flatMap(({ statuses }) => statuses.at(-1)?.state)).not.toContain(
      'in_progress',
    );
  });
});

describe('the workflows of the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const blocks = blocksOf(readme, 'yaml')
    .map((block) => parse(block) as { permissions?: PermissionMap; on?: unknown })
    .filter(({ permissions }) => permissions !== undefined);

  it.each([
    ['lint', 'pull_request'],
    ['deploy', 'push'],
  ])('give %s the permissions of the table, and no other', (job, event) => {
    const block = blocks.find(({ on }) => JSON.stringify(on).includes(event));
    expect(block?.permissions).toEqual(TABLE.get(job));
  });
});
