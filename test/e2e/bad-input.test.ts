// One clear error each: what, where, and what to do; exit code 1; nothing changed on the tenant.
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readSeed } from '../../src/simulator/seed.ts';
import seed from '../../src/simulator/seed.json' with { type: 'json' };
import { scheduleEvent } from '../stand-in/events.ts';
import { runAction } from '../stand-in/run-action.ts';
import { ALL_PERMISSIONS } from '../stand-in/start-github.ts';
import { type Estate, openEstate } from './estate.ts';
import { ruleText } from './rules.ts';

let estate: Estate;
let sha: string;

beforeAll(async () => {
  estate = await openEstate();
  sha = await estate.commit({ 'rules/a.json': ruleText('A') });
});

afterAll(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

afterEach(() => {
  expect(estate.tenant.state().history).toEqual([]);
});

interface Expected {
  readonly result: string;
  readonly reason: string;
  readonly words: readonly string[];
}

function expectOneError(run: Awaited<ReturnType<Estate['push']>>, { result, reason, words }: Expected): void {
  expect(run.outputs).toMatchObject({ result, reason });
  expect(run.exitCode).toBe(1);
  const errors = run.annotations.filter(({ level, file }) => level === 'error' && file === undefined);
  expect(errors).toHaveLength(1);
  for (const word of words) expect(errors[0]?.message).toContain(word);
  expect(run.stdout).not.toContain('this is a bug');
}

/** A port of loopback that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a bad input', () => {
  it.each<[Record<string, string>, readonly string[]]>([
    [
      { command: 'deplyo' },
      ['command', 'deplyo', 'lint, deploy, rollback, drift, verify, test, adopt, import'],
    ],
    [{ 'max-depth': 'deep' }, ['max-depth', 'deep', 'a whole number']],
    [{ 'max-depth': '-1' }, ['max-depth', '-1']],
    [{ 'fail-on': 'errors' }, ['fail-on', 'errors', 'error, warning, never']],
    [{ 'tenant-url': 'http://tenant.example' }, ['tenant-url', 'https']],
    [{ 'tenant-url': 'https://user:hunter2@tenant.example' }, ['tenant-url', 'client-secret']],
    [{ 'request-timeout': '0' }, ['request-timeout', 'over 0']],
    [{ 'max-changes': 'some' }, ['max-changes', 'some', '30%']],
    [{ 'dry-run': 'perhaps' }, ['dry-run', 'true, false']],
    [{ environment: 'a\nb' }, ['environment']],
    [{ rules: '../**/*.json' }, ['../**/*.json', 'out of the workspace']],
    [{ 'client-secret': '' }, ['client-secret', 'empty', 'simulator']],
    [{ 'tenant-url': '', 'client-id': '', 'client-secret': '' }, ['tenant-url, client-id, client-secret']],
    [{ command: 'rollback' }, ['rollback-to', 'previous']],
    [{ 'github-token': '' }, ['github-token', 'GITHUB_REPOSITORY']],
  ])('%j', async (inputs, words) => {
    const run = await estate.push(sha, { inputs });
    expect(run.stdout).not.toContain('hunter2');
    expectOneError(run, { result: 'failed', reason: 'input', words });
  });

  it('of an event that says nothing names the choices', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
    await estate.repository.checkout(sha, workspace);
    const event = { ...scheduleEvent({ fullName: estate.github.fullName, sha }), eventName: 'release' };
    const run = await runAction({ ...event, github: estate.github, workspace });
    await rm(workspace, { recursive: true });
    expectOneError(run, {
      result: 'failed',
      reason: 'input',
      words: ['release', 'lint, deploy, rollback, drift, verify, test, adopt or import'],
    });
  });
});

describe('a bad rule', () => {
  it.each<[string, string, readonly string[]]>([
    ['broken JSON', '{ "name": "B", ', ['rules/b.json']],
    ['no nodes', ruleText('B', (rule) => (rule.nodes = [] as never)), ['rules/b.json']],
    [
      'an undefined target',
      ruleText('B', (rule) => (rule.nodes[0].transitions![0]!.target = 'x')),
      ['rules/b.json'],
    ],
  ])('with %s is never deployed, and its place is annotated', async (_name, text, files) => {
    const bad = await estate.repository.commit({ 'rules/b.json': text }, 'Bad', {
      branch: 'bad',
      parents: [sha],
    });
    const run = await estate.push(bad, { inputs: { 'fail-on': 'never' } });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint' });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.flatMap(({ level, file }) => (level === 'error' ? (file ?? []) : []))).toEqual(
      files,
    );
    expect(estate.github.statuses(bad)[0]).toMatchObject({ state: 'failure' });
  });
});

describe('a workspace', () => {
  const prepare = async (): Promise<string> => {
    const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
    onTestFinished(async () => rm(workspace, { recursive: true }));
    await estate.repository.checkout(sha, workspace);
    return workspace;
  };

  it.each<[string, (workspace: string) => Promise<void>, Record<string, string>, string, string]>([
    [
      'without a rule file',
      async () => {},
      { rules: 'rules/*.yaml' },
      'rules/*.yaml',
      'no rule file matches',
    ],
    [
      'with a link that leads out',
      async (workspace) => symlink('/etc/hostname', join(workspace, 'rules/b.json')),
      {},
      'rules/b.json',
      'out of the workspace',
    ],
    [
      'with a folder in the place of a rule',
      async (workspace) => mkdir(join(workspace, 'rules/b.json')),
      {},
      'rules/b.json',
      'this is a folder',
    ],
  ])('%s is never deployed, and its place is told', async (_name, spoil, inputs, path, words) => {
    const workspace = await prepare();
    await spoil(workspace);
    const run = await estate.push(sha, { inputs: { 'fail-on': 'never', ...inputs }, workspace });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint', errors: '1' });
    const errors = run.annotations.filter(({ level, file }) => level === 'error' && file !== undefined);
    expect(errors).toMatchObject([{ file: path }]);
    expect(errors[0]?.message).toContain(words);
    const report = JSON.parse(await readFile(run.outputs['report-json'] ?? '', 'utf8')) as {
      readonly result: string;
      readonly findings: readonly { readonly severity: string }[];
    };
    expect(report.result).toBe('failed');
    const told = report.findings.filter(({ severity }) => severity === 'error');
    expect(told).toMatchObject([{ check: 'rule-files', path }]);
  });
});

describe('a bad tenant', () => {
  it('that is down', async () => {
    const port = await freePort();
    const run = await estate.push(sha, { inputs: { 'tenant-url': `http://127.0.0.1:${port}` } });
    expectOneError(run, {
      result: 'failed',
      reason: 'tenant',
      words: [`127.0.0.1:${port}`, 'ECONNREFUSED', 'check input tenant-url'],
    });
    expect(estate.github.statuses(sha)[0]?.state).toBe('error');
  }, 60_000);

  it('that does not know the credentials (401)', async () => {
    const run = await estate.push(sha, { inputs: { 'client-secret': 'wrong-secret-1' } });
    expectOneError(run, { result: 'failed', reason: 'auth', words: ['401', 'client-id', 'client-secret'] });
    expect(run.stdout.replace('::add-mask::wrong-secret-1', '')).not.toContain('wrong-secret-1');
  });

  it.each([true, false])('that grants no ivr:flow:write (scopes in the token: %s)', async (scopeInToken) => {
    const scopes = ['media:read', 'campaign:manage', 'ivr:flow:read'];
    const clients = seed.clients.map((client) => ({ ...client, scopes }));
    const own = await openEstate({ simulator: { seed: readSeed({ ...seed, clients, scopeInToken }) } });
    const commit = await own.commit({ 'rules/a.json': ruleText('A') });
    const run = await own.push(commit);
    expectOneError(run, {
      result: 'refused',
      reason: 'scope',
      words: ['ivr:flow:write', 'grant it'],
    });
    expect(own.tenant.state().history).toEqual([]);
    await own.close();
  });

  it('that hides the scope media:read is refused in the preflight', async () => {
    const scopes = ['campaign:manage', 'ivr:flow:read', 'ivr:flow:write'];
    const clients = seed.clients.map((client) => ({ ...client, scopes }));
    const own = await openEstate({
      simulator: { seed: readSeed({ ...seed, clients, scopeInToken: false }) },
    });
    const run = await own.push(await own.commit({ 'rules/a.json': ruleText('A') }));
    expectOneError(run, { result: 'refused', reason: 'scope', words: ['media:read'] });
    await own.close();
  });

  it('that takes its time', async () => {
    estate.tenant.orderFault({
      match: { method: 'GET', path: '/api/v2/ivr/flows', times: 0 },
      kind: 'timeout',
      when: 'before',
    });
    const run = await estate.push(sha, { inputs: { 'request-timeout': '0.05' } });
    estate.tenant.clearFaults();
    expectOneError(run, {
      result: 'failed',
      reason: 'timeout',
      words: ['GET /api/v2/ivr/flows', 'no reply within 0.05 s'],
    });
  }, 60_000);
});

describe('a token without permissions', () => {
  it.each([
    ['statuses', 'statuses: write'],
    ['deployments', 'deployments: write'],
  ] as const)('lacks %s', async (dropped, words) => {
    const permissions = { ...ALL_PERMISSIONS };
    delete permissions[dropped];
    const own = await openEstate({ github: { permissions } });
    const run = await own.push(await own.commit({ 'rules/a.json': ruleText('A') }));
    expect(run.exitCode).toBe(1);
    expect(run.outputs.reason).toBe('scope');
    expect(run.stdout).toContain(words);
    expect(own.tenant.state().history).toEqual([]);
    await own.close();
  });
});

describe('a bug in the action', () => {
  it('ends the run with its stack and the request to report it, and leaves nothing open', async () => {
    const path = '/repos/{owner}/{repo}/deployments';
    // GitHub never answers so to what it is asked.
    estate.github.orderFault({ method: 'POST', path, fault: { kind: 'status', status: 202 } });
    const run = await estate.push(sha);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: '' });
    const [error] = run.annotations.filter(({ level }) => level === 'error');
    expect(error?.message).toMatch(
      /^this is a bug in the action; please report it with these lines:\nError: GitHub answered 202 .*\n +at /,
    );
    expect(run.summary).toContain('❌ **failed**');
    expect(estate.github.statuses(sha)[0]?.state).toBe('error');
    expect(estate.github.deployments()).toEqual([]);
  });

  it('that nothing catches ends it too, and gives no stranger a command', async () => {
    const text = 'x\n::set-output name=result::deployed';
    const preload = `process.on('newListener', (name) => {
      if (name === 'uncaughtException') setImmediate(() => { throw new Error(${JSON.stringify(text)}); });
    });`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(preload)}`;
    const run = await estate.push(sha, { env: { NODE_OPTIONS } });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: '' });
    expect(run.stdout).toContain('::error::this is a bug in the action; please report it');
    expect(run.commands.map(({ command }) => command)).not.toContain('set-output');
  });
});
