// Input audit-branch: the log of each sealed deployment on a branch, forward only, whatever else happens to the branch.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionRun } from '../stand-in/run-action.ts';
import { ALL_PERMISSIONS } from '../stand-in/start-github.ts';
import { type Estate, openEstate } from './estate.ts';
import { ruleText, version } from './rules.ts';

const MAY_WRITE = { permissions: { ...ALL_PERMISSIONS, contents: 'write' } } as const;
const BRANCH = 'ivr-audit';
const KEEP = { inputs: { 'audit-branch': BRANCH } };
const REF = '/repos/{owner}/{repo}/git/refs/{ref}';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate({ github: MAY_WRITE });
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

async function logOf(run: ActionRun): Promise<string> {
  return readFile(run.outputs['audit-log'] ?? '', 'utf8');
}

/** The files of the branch's tip, path → text. */
async function kept(): Promise<Record<string, string>> {
  const { objects } = estate.repository;
  const tip = await estate.repository.branch(BRANCH);
  if (tip === undefined) return {};
  const { tree } = await objects.commit(tip);
  const files = (await objects.tree(tree, true)).filter(({ type }) => type === 'blob');
  const entries = files.map(async ({ path, sha }): Promise<[string, string]> => [
    path,
    Buffer.from((await objects.blob(sha)) ?? []).toString(),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

/** The messages of the branch's commits, newest first. */
async function history(): Promise<string[]> {
  const messages: string[] = [];
  let sha = await estate.repository.branch(BRANCH);
  while (sha !== undefined) {
    const commit = await estate.repository.objects.commit(sha);
    messages.push(commit.message.split('\n')[0] ?? '');
    [sha] = commit.parents;
  }
  return messages;
}

async function deploy(target: string, extra: object = KEEP): Promise<ActionRun> {
  const run = await estate.push(await estate.commit({ 'rules/a.json': version('A', target) }), extra);
  expect(run.outputs['result']).toBe('deployed');
  return run;
}

async function verify(log?: string): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  if (log !== undefined) await writeFile(join(folder, 'audit.jsonl'), log);
  const inputs = { command: 'verify', 'report-dir': folder, 'audit-branch': BRANCH };
  return estate.dispatch({}, { inputs });
}

const warningsOf = (run: ActionRun): string[] =>
  run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

describe('the audit branch', () => {
  it('is created without a history, and gets one commit a deployment, of which none changes what is there', async () => {
    const main = await estate.commit({ 'rules/a.json': ruleText('A') });
    const first = await estate.push(main, KEEP);
    expect(await kept()).toEqual({ 'production/audit.jsonl': await logOf(first) });
    expect(await history()).toEqual([`Audit log of production: deploy of ${main.slice(0, 12)}`]);
    const second = await deploy('desk');
    // Nothing to do: nothing to tell.
    await estate.push(await estate.commit({ 'README.md': 'x' }), KEEP);
    expect(await history()).toHaveLength(2);
    const back = await estate.dispatch({ 'rollback-to': 'previous' }, KEEP);
    expect(back.outputs['result']).toBe('rolled-back');
    const all = [first, second, back].map(logOf);
    expect(await kept()).toEqual({ 'production/audit.jsonl': (await Promise.all(all)).join('') });
    expect(await history()).toHaveLength(3);
    expect(warningsOf(second)).toEqual([]);
    const run = await verify();
    expect(run.outputs).toMatchObject({ result: 'verified', 'audit-hash': back.outputs['audit-hash'] });
  });

  it('keeps environments apart, whatever they are called', async () => {
    const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
    for (const environment of ['..', 'eu / west: 1']) {
      const run = await estate.push(sha, { inputs: { ...KEEP.inputs, environment } });
      expect(warningsOf(run)).toEqual([]);
    }
    expect(Object.keys(await kept())).toEqual(['%2E%2E/audit.jsonl', 'eu%20%2F%20west%3A%201/audit.jsonl']);
    const inputs = { command: 'verify', 'audit-branch': BRANCH, environment: 'eu / west: 1' };
    expect((await estate.dispatch({}, { inputs })).outputs['result']).toBe('verified');
  });

  it('is told where it was changed', async () => {
    await deploy('a');
    await deploy('b');
    const { 'production/audit.jsonl': text = '' } = await kept();
    const changed = text.replace('"octo-ops"', '"nobody"');
    await estate.repository.commit({ 'production/audit.jsonl': changed }, 'x', { branch: BRANCH });
    const run = await verify();
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'mismatch' });
    expect(run.stdout).toMatch(/ivr-audit:production\/audit\.jsonl line 1 \(PLAN, .*\) was changed/);
    await estate.repository.deleteBranch(BRANCH);
    const gone = await verify();
    expect(gone.stdout).toContain('branch ivr-audit is not there');
    expect(gone.outputs['result']).toBe('failed');
  });

  it.each([1, 3])('is written again where others move it meanwhile, %d times', async (times) => {
    await deploy('a');
    const before = await kept();
    const moves = Array.from({ length: times }, async (_, index) => {
      const { promise: until, resolve } = Promise.withResolvers<void>();
      estate.github.orderFault({
        method: 'PATCH',
        path: REF,
        nth: index + 1,
        fault: { kind: 'wait', until },
      });
      await estate.github.whenRequested('PATCH', REF, index + 1);
      const files = { 'staging/audit.jsonl': `other ${index}\n` };
      await estate.repository.commit(files, 'Another run', { branch: BRANCH });
      resolve();
    });
    const run = await deploy('b');
    await Promise.all(moves);
    expect(warningsOf(run)).toEqual([]);
    const after = await kept();
    expect(after['production/audit.jsonl']).toBe(
      `${before['production/audit.jsonl'] ?? ''}${await logOf(run)}`,
    );
    expect(after['staging/audit.jsonl']).toBe(`other ${times - 1}\n`);
    const [own, ...others] = await history();
    expect(own).toMatch(/^Audit log of production/);
    expect(others.filter((message) => message === 'Another run')).toHaveLength(times);
  });

  it('is given up with a warning where others move it again and again', async () => {
    await deploy('a');
    const moves = Array.from({ length: 8 }, async (_, index) => {
      const { promise: until, resolve } = Promise.withResolvers<void>();
      estate.github.orderFault({
        method: 'PATCH',
        path: REF,
        nth: index + 1,
        fault: { kind: 'wait', until },
      });
      await estate.github.whenRequested('PATCH', REF, index + 1);
      await estate.repository.commit({ other: `${index}` }, 'Another run', { branch: BRANCH });
      resolve();
    });
    const run = await deploy('b');
    await Promise.all(moves);
    expect(warningsOf(run).join('\n')).toContain('branch ivr-audit was moved by others 8 times meanwhile');
  });

  it('is created once although the reply to that is lost', async () => {
    const path = '/repos/{owner}/{repo}/git/refs';
    estate.github.orderFault({ method: 'POST', path, when: 'after', fault: { kind: 'status', status: 502 } });
    const run = await deploy('a');
    expect(warningsOf(run)).toEqual([]);
    expect(await kept()).toEqual({ 'production/audit.jsonl': await logOf(run) });
  });

  it('is created once where two runs create it together', async () => {
    const path = '/repos/{owner}/{repo}/git/refs';
    const { promise: until, resolve } = Promise.withResolvers<void>();
    estate.github.orderFault({ method: 'POST', path, fault: { kind: 'wait', until } });
    const arrived = estate.github.whenRequested('POST', path);
    const pending = deploy('b');
    await arrived;
    const files = { 'staging/audit.jsonl': 'other\n' };
    await estate.repository.commit(files, 'Another run', { branch: BRANCH, parents: [] });
    resolve();
    const run = await pending;
    expect(await kept()).toEqual({
      'production/audit.jsonl': await logOf(run),
      'staging/audit.jsonl': 'other\n',
    });
  });

  it.each([
    ['PATCH', REF],
    ['POST', '/repos/{owner}/{repo}/git/commits'],
  ])('holds a log once although the reply to %s %s is lost', async (method, path) => {
    await deploy('a');
    const before = await kept();
    estate.github.orderFault({ method, path, when: 'after', fault: { kind: 'status', status: 502 } });
    const run = await deploy('b');
    expect(warningsOf(run)).toEqual([]);
    expect((await kept())['production/audit.jsonl']).toBe(
      `${before['production/audit.jsonl'] ?? ''}${await logOf(run)}`,
    );
  });

  it('begins a new file where the last is full, and both are read', async () => {
    const first = await deploy('a');
    const log = await logOf(first);
    const filler = `${JSON.stringify({ filler: 'x'.repeat(4 * 1024 * 1024) })}\n`;
    await estate.repository.commit({ 'production/audit.jsonl': filler }, 'x', { branch: BRANCH });
    const second = await deploy('b');
    const files = await kept();
    expect(Object.keys(files)).toEqual(['production/audit-2.jsonl', 'production/audit.jsonl']);
    expect(files['production/audit-2.jsonl']).toBe(await logOf(second));
    await estate.repository.commit({ 'production/audit.jsonl': log }, 'x', { branch: BRANCH });
    expect((await verify()).outputs['result']).toBe('verified');
  });

  it('has a gap where a deployment could not be appended, which its artifact fills', async () => {
    await deploy('a');
    const lost = await deploy('b', {});
    const next = await deploy('c');
    expect(warningsOf(next)).toEqual([
      expect.stringMatching(
        /^branch ivr-audit lacks the audit log of a deployment before this one: to verify, put/,
      ),
    ]);
    expect(warningsOf(await deploy('d'))).toEqual([]);
    expect((await verify()).outputs).toMatchObject({ result: 'failed', reason: 'mismatch' });
    expect((await verify(await logOf(lost))).outputs['result']).toBe('verified');
  });

  it('has no log of a deployment that was undone', async () => {
    await deploy('a');
    const before = await kept();
    estate.tenant.orderFault({
      match: { method: 'PATCH', nth: 1, path: '/api/v2/ivr/flows/{flowId}' },
      kind: '404',
      when: 'before',
    });
    const run = await estate.push(await estate.commit({ 'rules/a.json': version('A', 'b') }), KEEP);
    expect(run.outputs['result']).toBe('undone');
    expect(await kept()).toEqual(before);
    expect((await logOf(run)).split('\n')).toHaveLength(6);
  });
});

describe('what keeps a log from the branch', () => {
  it('without contents: write is a warning that names the permission, and fails nothing', async () => {
    await estate.close();
    estate = await openEstate();
    const run = await deploy('a');
    expect(run.exitCode).toBe(0);
    expect(warningsOf(run)).toEqual([
      expect.stringMatching(
        /^the deployment is recorded, but its audit log could not be appended to branch ivr-audit: the token may not append .*`permissions: contents: write`.* It is in audit\.jsonl in report-dir: keep that file as an artifact$/,
      ),
    ]);
    expect(run.outputs['audit-log']).toBeDefined();
    expect(await kept()).toEqual({});
  });

  it('where a rule protects the branch is told, and not tried again', async () => {
    await deploy('a');
    estate.github.orderFault({
      method: 'PATCH',
      path: REF,
      times: 9,
      fault: { kind: 'status', status: 422, message: 'Repository rule violations found' },
    });
    const run = await deploy('b');
    expect(warningsOf(run).join('\n')).toContain('Repository rule violations found');
    const patches = estate.github.requests().filter(({ method }) => method === 'PATCH');
    expect(patches.filter(({ path }) => path.includes('/git/refs/'))).toHaveLength(1);
  });

  it.each(['deploy', 'rollback', 'verify'])('%s refuses the branch that holds the rules', async (command) => {
    await estate.commit({ 'rules/a.json': ruleText('A') });
    const inputs = { command, 'audit-branch': 'main', 'rollback-to': 'previous' };
    const run = await estate.dispatch({}, { inputs });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(run.stdout).toContain('input audit-branch is "main", which holds the rules');
    expect(estate.tenant.state().requests).toEqual([]);
  });
});
