// Command verify on what the built action left behind: deployments, rollbacks, and everything that somebody may have changed.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type AuditRecord, hashRecord } from '../../src/audit/audit-log.ts';
import { workflowDispatchEvent } from '../stand-in/events.ts';
import { type ActionRun, runAction } from '../stand-in/run-action.ts';
import { ALL_PERMISSIONS, startGitHub } from '../stand-in/start-github.ts';
import { type Estate, openEstate } from './estate.ts';
import { leaveRecord } from './leave-record.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const CONTEXT = 'cxone-ivr/production';

async function logOf(run: ActionRun): Promise<string> {
  return readFile(run.outputs['audit-log'] ?? '', 'utf8');
}

/** Runs verify with a log in report-dir; undefined for none. */
async function verify(
  log: string | Uint8Array | undefined,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun & { readonly left: string | undefined }> {
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  const place = join(folder, 'audit.jsonl');
  if (log !== undefined) await writeFile(place, log);
  const run = await estate.dispatch({}, { inputs: { command: 'verify', 'report-dir': folder, ...inputs } });
  const left = await readFile(place, 'utf8').catch(() => undefined);
  return { ...run, left };
}

/** What did not fit, as report.json lists it. */
async function detailsOf(run: ActionRun): Promise<string[]> {
  const report = JSON.parse(await readFile(run.outputs['report-json'] ?? '', 'utf8')) as {
    details?: { text: string }[];
  };
  return (report.details ?? []).map(({ text }) => text);
}

async function expectMismatches(run: ActionRun, ...patterns: readonly RegExp[]): Promise<void> {
  const details = (await detailsOf(run)).filter((text) => !text.startsWith('remark: '));
  expect(details).toEqual(patterns.map((pattern) => expect.stringMatching(pattern)));
  expect(run.outputs).toMatchObject({ result: 'failed', reason: 'mismatch' });
  expect(run.exitCode).toBe(1);
}

const readLines = (log: string): AuditRecord[] =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditRecord);
const write = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** The records from a place on, with hashes that fit: what somebody does who knows the format. */
function rehash(records: readonly AuditRecord[], from: number): AuditRecord[] {
  let head = records[from - 1]?.hash ?? records[0]!.previousHash;
  return records.map((record, place) => {
    if (place < from) return record;
    const { hash: _hash, ...content } = { ...record, previousHash: head };
    head = hashRecord(content);
    return { ...content, hash: head };
  });
}

describe('what was left as it was', () => {
  it('is verified after a deployment, and its log is left alone', async () => {
    const deployed = await estate.push(
      await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }),
    );
    const log = await logOf(deployed);
    const before = estate.github.requests().length;
    const run = await verify(log);
    expect(await detailsOf(run)).toEqual([]);
    expect(run.outputs).toMatchObject({
      result: 'verified',
      reason: '',
      'audit-hash': deployed.outputs['audit-hash'],
      'ruleset-digest': deployed.outputs['ruleset-digest'],
      'flow-ids': deployed.outputs['flow-ids'],
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['audit-log']).toBeUndefined();
    expect(run.left).toBe(log);
    expect(run.summary).toContain('✅ **verified** · 2 rules');
    expect(run.stdout).toContain('ruleset digest of 2 rules at commit');
    expect(run.stdout).toMatch(
      /everything fits: 2 rules in git, 2 flows on the tenant, 10 audit records from/,
    );
    const asked = estate.github.requests().slice(before);
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('is verified after several, by the log of the last and by that of all', async () => {
    const logs: string[] = [];
    for (const target of ['a', 'b', 'c'])
      logs.push(
        await logOf(await estate.push(await estate.commit({ 'rules/a.json': version('A', target) }))),
      );
    await estate.push(await estate.commit({ 'README.md': 'nothing to do' }));
    for (const log of [logs[2]!, logs.slice(1).join(''), logs.join('')]) {
      const run = await verify(log);
      expect(await detailsOf(run)).toEqual([]);
      expect(run.outputs['result']).toBe('verified');
    }
    const cut = await verify(logs.slice(0, 2).join(''));
    await expectMismatches(
      cut,
      /^the log ends with audit\.jsonl line 13 \(SEAL, .*, auditId .*\), whose hash is/,
    );
  });

  it('is verified after a rollback, and after a rollback of that', async () => {
    const first = await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
    const logs = [await logOf(await estate.push(first))];
    const second = await estate.commit({ 'rules/a.json': version('A', 'desk'), 'rules/b.json': null });
    logs.push(await logOf(await estate.push(second)));
    for (const extra of [{}, { only: 'A' }, {}]) {
      const run = await estate.dispatch({ 'rollback-to': 'previous' }, { inputs: extra });
      expect(run.outputs['result']).toBe('rolled-back');
      logs.push(await logOf(run));
      for (const log of [logs.at(-1)!, logs.join('')]) {
        const verified = await verify(log);
        expect(await detailsOf(verified)).toEqual([]);
        expect(verified.outputs['result']).toBe('verified');
      }
    }
  });

  it('is verified without the tenant, and with rules of every state', async () => {
    const state = (name: string, status: 'DRAFT' | 'INACTIVE') =>
      ruleText(name, (rule) => (rule.status = status));
    const files = {
      'rules/a.json': ruleText('A'),
      'rules/b.json': state('B', 'INACTIVE'),
      'rules/c.json': state('C', 'DRAFT'),
    };
    const log = await logOf(await estate.push(await estate.commit(files)));
    expect((await verify(log)).outputs['result']).toBe('verified');
    const run = await verify(log, { 'client-secret': '' });
    expect(run.outputs['result']).toBe('verified');
    expect(run.stdout).toContain('the tenant: not asked');
    expect((await verify(log, { 'tenant-url': 'simulator' })).outputs['result']).toBe('verified');
  });

  it('goes on from the last sealed deployment where one was undone, whose own log is no part of it', async () => {
    const first = await logOf(await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') })));
    estate.tenant.orderFault({
      match: { method: 'PATCH', nth: 1, path: '/api/v2/ivr/flows/{flowId}' },
      kind: '404',
      when: 'before',
    });
    const undone = await estate.push(await estate.commit({ 'rules/a.json': version('A', 'desk') }));
    expect(undone.outputs['result']).toBe('undone');
    const side = await logOf(undone);
    expect(readLines(side)[0]?.previousHash).toBe(readLines(first).at(-1)?.hash);
    expect((await verify(first)).outputs['result']).toBe('verified');
    await expectMismatches(
      await verify(first + side),
      /^from audit\.jsonl line 7 \(PLAN, .*\) on the log tells of what is not sealed: it stems from a run that was undone, or was added$/,
    );
    await expectMismatches(
      await verify(side),
      /^the log begins where deployment record \d+ .*, which is live, has ended: it is that of a run that was not sealed, for it was undone or died, and the log of what is live is not there$/,
    );
    const third = await estate.push(await estate.commit({ 'rules/a.json': version('A', 'other') }));
    const last = await logOf(third);
    expect((await verify(first + last)).outputs['result']).toBe('verified');
    await expectMismatches(
      await verify(first + side + last),
      /^the chain breaks at audit\.jsonl line \d+ \(PLAN.*it follows audit\.jsonl line 6 \(SEAL.*stems from a run that was not sealed$/,
    );
  });

  it('is verified after a recovery', async () => {
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
    estate.github.orderFault({
      method: 'POST',
      path: '/repos/{owner}/{repo}/deployments',
      nth: 2,
      fault: { kind: 'status', status: 422 },
    });
    const sha = await estate.commit({ 'rules/a.json': version('A', 'desk') });
    const lost = await estate.push(sha, { runId: 2001 });
    expect(lost.stdout).toContain('GitHub did not take the record');
    const next = await estate.push(sha, { runId: 2002 });
    const log = await logOf(next);
    expect(readLines(log)[0]?.action).toBe('UNDO');
    const run = await verify(log);
    expect(await detailsOf(run)).toEqual([]);
    expect(run.outputs['result']).toBe('verified');
  });

  it('is verified after renames, removals, windows and a deployment of some rules only, with an id map', async () => {
    const map = { campaigns: { camp_x: 'camp_main_line' } };
    const windowed = (from: string) =>
      ruleText('D', (rule) =>
        Object.assign(rule, { effectiveDate: from, fallbackAction: { type: 'queue', target: from } }),
      );
    const steps: readonly (readonly [Record<string, string | null>, Record<string, string>])[] = [
      [
        {
          'ids.json': JSON.stringify(map),
          'rules/a.json': ruleText('A'),
          'rules/b.json': ruleText('B', (rule) => (rule.campaignId = 'camp_x')),
          'rules/c.json': ruleText('C'),
          'rules/d.json': windowed('2026-01-01T00:00:00+01:00'),
          'rules/e.json': ruleText('E'),
        },
        {},
      ],
      [{ 'rules/a.json': ruleText('A2', (rule) => (rule.campaignId = 'camp_9x8y7z')) }, {}],
      [
        { 'rules/c.json': null, 'rules/d.json': windowed('2999-01-01T00:00:00Z') },
        { 'removed-rules': 'delete' },
      ],
      [{ 'rules/e.json': version('E', 'desk'), 'rules/n.json': ruleText('N') }, { only: 'N' }],
      [
        { 'rules/e.json': null, 'rules/n.json': version('N', 'desk') },
        { 'removed-rules': 'keep', 'keep-versions': '0' },
      ],
      [{ 'README.md': 'x' }, {}],
    ];
    const logs: string[] = [];
    for (const [files, inputs] of steps) {
      const run = await estate.push(await estate.commit(files), {
        inputs: { 'id-map': 'ids.json', ...inputs },
      });
      expect(run.exitCode).toBe(0);
      if (run.outputs['audit-log'] !== undefined) logs.push(await logOf(run));
      const verified = await verify(logs.join(''), { 'id-map': 'ids.json' });
      expect(await detailsOf(verified)).toEqual([]);
      expect(verified.outputs['result']).toBe('verified');
    }
    expect(logs).toHaveLength(5);
  });

  it('has the log of a run that recovers another and is refused, and the next goes on from what is sealed', async () => {
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
    estate.github.orderFault({
      method: 'POST',
      path: '/repos/{owner}/{repo}/deployments',
      nth: 2,
      fault: { kind: 'status', status: 422 },
    });
    const sha = await estate.commit({ 'rules/a.json': version('A', 'desk') });
    await estate.push(sha, { runId: 2001 });
    const refused = await estate.push(sha, { runId: 2002, inputs: { 'max-changes': '0' } });
    expect(refused.outputs['result']).toBe('refused');
    expect(readLines(await logOf(refused)).map(({ action }) => action)).toContain('UNDO');
    const next = await estate.push(sha, { runId: 2003 });
    expect((await verify(await logOf(next))).outputs['result']).toBe('verified');
  });

  it('tells an override that writes nothing', async () => {
    const first = await estate.commit({ 'rules/a.json': ruleText('A') });
    await estate.push(first);
    await estate.push(await estate.commit({ 'rules/a.json': version('A', 'desk') }));
    await estate.dispatch({ 'rollback-to': 'previous' });
    // The branch is brought in line, and then the hold is released: nothing is left to write.
    const reverted = await estate.commit({ 'rules/a.json': ruleText('A') });
    await estate.push(reverted);
    const never = await estate.commit({ 'README.md': 'never deployed' });
    const run = await estate.dispatch({ 'rollback-to': never, 'override-reason': 'agreed' });
    expect(run.outputs['result']).toBe('rolled-back');
    const log = readLines(await logOf(run));
    expect(log.map(({ action }) => action)).toEqual(['PLAN', 'OVERRIDE', 'SEAL']);
    expect(log[1]).toMatchObject({ reason: 'agreed' });
  });
});

describe('a log that somebody has changed', () => {
  let log: string;
  let records: AuditRecord[];

  beforeEach(async () => {
    log = await logOf(
      await estate.push(
        await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }),
      ),
    );
    records = readLines(log);
  });

  it('does not fit, whatever was done to it, and the record is named', async () => {
    const put = (place: number, change: object) =>
      records.map((record, at) => (at === place ? { ...record, ...change } : record));
    const name = (line: number) =>
      `audit\\.jsonl line ${line} \\(${records[line - 1]!.action}.*auditId ${records[line - 1]!.auditId}\\)`;
    const cases: readonly (readonly [string, string, readonly string[]])[] = [
      [
        'a record changed',
        write(put(3, { userId: 'nobody' })),
        [`^${name(4)} was changed: its content hashes to`],
      ],
      [
        'a record changed and hashed anew',
        write([...rehash(put(3, { userId: 'nobody' }), 3).slice(0, 4), ...records.slice(4)]),
        ['^the chain breaks at audit\\.jsonl line 5 .*hashed anew$'],
      ],
      [
        'all hashed anew from a changed record on',
        write(rehash(put(3, { userId: 'nobody' }), 3)),
        ['^the log ends with audit\\.jsonl line 10 \\(SEAL.*which is live, ended with'],
      ],
      ['a record taken out', write(records.toSpliced(3, 1)), ['^the chain breaks at audit\\.jsonl line 4 ']],
      ['the end cut off', write(records.slice(0, -1)), ['^the log ends with audit\\.jsonl line 9 ']],
      [
        'the beginning cut off',
        write(records.slice(1)),
        ['^audit\\.jsonl line 1 .* follows the hash [0-9a-f]{64}, with which no deployment ended'],
      ],
      [
        'a line torn',
        log.slice(0, -20),
        [
          'line 10 is no JSON',
          'line 10 does not end in a line feed',
          '^the log ends with audit\\.jsonl line 9',
        ],
      ],
      ['an empty file', '', ['^there is no audit log to verify: .*audit\\.jsonl is empty']],
    ];
    for (const [what, text, patterns] of cases) {
      const run = await verify(text);
      expect([what, run.outputs['result'], run.outputs['reason']]).toEqual([what, 'failed', 'mismatch']);
      await expectMismatches(run, ...patterns.map((pattern) => new RegExp(pattern)));
      expect(run.left).toBe(text);
    }
  });

  it('is no log of another environment', async () => {
    const run = await verify(log, { environment: 'staging' });
    const details = await detailsOf(run);
    expect(details[0]).toContain('nothing was ever deployed to environment "staging"');
    expect(details[1]).toContain('is of environment "production", not of "staging"');
    expect(run.outputs['result']).toBe('failed');
  });
});

it('asks for no more than to read', async () => {
  const log = await logOf(await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') })));
  const state = estate.github.state();
  const permissions = { contents: 'read', deployments: 'read', statuses: 'read' } as const;
  const reader = await startGitHub({ repository: estate.repository, permissions, state });
  onTestFinished(async () => reader.close());
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  await writeFile(join(folder, 'audit.jsonl'), log);
  const sha = (await estate.repository.branch('main')) ?? '';
  const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
  const inputs = { command: 'verify', 'report-dir': folder };
  const run = await runAction({
    ...workflowDispatchEvent({ fullName: reader.fullName, sha, inputs: {} }),
    github: reader,
    // Nothing is checked out: every file is asked for.
    workspace,
    inputs,
  });
  expect(reader.violations()).toEqual([]);
  expect(run.outputs['result']).toBe('verified');
  await writeFile(join(folder, 'audit.jsonl'), '');
  const missing = state.deployments.filter(({ statuses }) =>
    statuses.every((one) => one.state !== 'success'),
  );
  const forgetful = await startGitHub({
    repository: estate.repository,
    permissions,
    state: { ...state, deployments: missing },
  });
  onTestFinished(async () => forgetful.close());
  await writeFile(join(folder, 'audit.jsonl'), log);
  const lost = await runAction({
    ...workflowDispatchEvent({ fullName: forgetful.fullName, sha, inputs: {} }),
    github: forgetful,
    workspace,
    inputs,
  });
  await expectMismatches(lost, /^nothing was ever deployed to environment "production"/);
});

it('a deployment record that was deleted is told', async () => {
  const logs: string[] = [];
  for (const target of ['a', 'b', 'c'])
    logs.push(await logOf(await estate.push(await estate.commit({ 'rules/a.json': version('A', target) }))));
  const state = estate.github.state();
  const isSealed = ({ statuses }: { statuses: readonly { state: string }[] }) =>
    statuses.some((one) => one.state === 'success');
  const second = state.deployments.filter(isSealed)[1];
  const github = await startGitHub({
    repository: estate.repository,
    state: { ...state, deployments: state.deployments.filter((record) => record !== second) },
  });
  onTestFinished(async () => github.close());
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  await writeFile(join(folder, 'audit.jsonl'), logs.join(''));
  const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
  const sha = (await estate.repository.branch('main')) ?? '';
  const event = workflowDispatchEvent({ fullName: github.fullName, sha, inputs: {} });
  const run = await runAction({
    ...event,
    github,
    workspace,
    inputs: { command: 'verify', 'report-dir': folder },
  });
  await expectMismatches(
    run,
    /^audit\.jsonl line 13 \(SEAL, .*\) seals a deployment of which GitHub has no deployment record with a success: it was deleted, or the record was added$/,
    /^deployment record \d+ .* says that \w{40} was live before it, but deployment record \d+ .* says \w{40}$/,
  );
});

describe('no log', () => {
  it('is not verified in silence', async () => {
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
    const run = await verify(undefined);
    await expectMismatches(
      run,
      /^there is no audit log to verify: \S+audit\.jsonl is not there; input audit-branch is not set\. Put the artifact of the deployment into report-dir as audit\.jsonl, or set input audit-branch$/,
    );
    expect(run.stdout).toContain('::error::failed (mismatch): 1 thing does not fit');
    await expectMismatches(
      await verify(undefined, { 'audit-branch': 'ivr-audit' }),
      /branch ivr-audit is not there/,
    );
  });

  it('and no deployment, is nothing to verify', async () => {
    await estate.commit({ 'rules/a.json': ruleText('A') });
    await expectMismatches(
      await verify(undefined),
      /^nothing was ever deployed to environment "production"/,
      /^there is no audit log/,
    );
  });
});

describe('what somebody has changed elsewhere', () => {
  let log: string;
  let sha: string;
  let deployed: ActionRun;

  beforeEach(async () => {
    await estate.close();
    const stranger = {
      name: 'stranger',
      value: 'strangers-token',
      kind: 'personal',
      login: 'mallory',
      permissions: ALL_PERMISSIONS,
    } as const;
    estate = await openEstate({ github: { tokens: [stranger] } });
    sha = await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
    deployed = await estate.push(sha);
    log = await logOf(deployed);
  });

  const ask = async (path: string, body: object): Promise<{ id: number }> => {
    const { url, fullName } = estate.github;
    const response = await fetch(`${url}/repos/${fullName}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer strangers-token', accept: 'application/vnd.github+json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(201);
    return (await response.json()) as { id: number };
  };
  const post = async (context: string, description: string, state = 'success'): Promise<unknown> =>
    ask(`/statuses/${sha}`, { context, description, state });

  it.each([
    [
      'another hash',
      () => `2 rules · audit sha256:${'a'.repeat(64)}`,
      ['names the audit hash a{64}, with which', 'the newest status .* posted by "mallory"'],
    ],
    [
      'a hash of another length',
      () => '2 rules · audit sha256:abc',
      ['names the audit hash abc, with which', 'the newest status'],
    ],
    [
      'no hash',
      () => 'all is well',
      ['the newest status "cxone-ivr/production" of commit .* is success "all is well", posted by "mallory"'],
    ],
    [
      'another number of rules',
      (hash: string) => `7 rules · audit sha256:${hash}`,
      ['counts other rules than the 2 rules? in git|counts other rules than the 2 in git'],
    ],
  ])('a status with %s is told', async (_what, text, patterns) => {
    await post(CONTEXT, text(deployed.outputs['audit-hash'] ?? ''));
    await expectMismatches(await verify(log), ...patterns.map((pattern) => new RegExp(pattern)));
  });

  it('a status of the rules with another digest is told', async () => {
    await post(`${CONTEXT}/rules`, `2 rules · sha256:${'b'.repeat(64)}`);
    await expectMismatches(
      await verify(log),
      /^status "cxone-ivr\/production\/rules" of commit \w{12} is success "2 rules · sha256:b{64}", posted by "mallory"/,
    );
  });

  it('a failure of a later run is a remark, and so is a status that others have posted', async () => {
    await post(CONTEXT, 'error: the tenant was not there', 'failure');
    await post(`${CONTEXT}/rules`, `2 rules · sha256:${deployed.outputs['ruleset-digest'] ?? ''}`);
    const run = await verify(log);
    expect(run.outputs['result']).toBe('verified');
    const details = await detailsOf(run);
    expect(details).toHaveLength(2);
    expect(details.join('\n')).toMatch(
      /^remark: .* was posted by "mallory", but deployment record \d+ .* was made by "github-actions\[bot\]"$/m,
    );
    expect(details.join('\n')).toContain('remark: a later run for the live commit did not end well');
  });

  it.each<[string, (payload: Record<string, unknown>) => object, readonly string[]]>([
    [
      'another audit hash',
      (payload) => ({ ...payload, auditHead: 'c'.repeat(64) }),
      [
        '^the log ends with .*, which is live, ended with c{64}',
        'remark: deployment record .* was made by "mallory", that before it by "github-actions',
      ],
    ],
    [
      'another digest',
      (payload) => ({ ...payload, rulesetDigest: 'd'.repeat(64) }),
      [
        'have the ruleset digest',
        'does not fit deployment record .*it names the ruleset digest',
        'cxone-ivr/production/rules',
      ],
    ],
    [
      'another flow',
      (payload) => ({ ...payload, flows: { ...Object(payload['flows']), A: 'flow-000002' } }),
      [
        '^flow "flow-000002" of rule "A" has the payload hash',
        'says that rule "A" is flow "flow-000002", but audit.jsonl line',
      ],
    ],
  ])('a deployment record with %s is told', async (_what, change, patterns) => {
    const payload = change(Object(estate.github.deployments()[0]?.payload));
    const { id } = await ask('/deployments', {
      ref: sha,
      task: 'cxone-ivr',
      environment: 'production',
      auto_merge: false,
      required_contexts: [],
      payload,
    });
    await ask(`/deployments/${id}/statuses`, { state: 'success' });
    const run = await verify(log);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'mismatch' });
    const details = await detailsOf(run);
    for (const pattern of patterns) expect(details).toContainEqual(expect.stringMatching(pattern));
  });

  it('a flow that was changed or removed on the tenant is told, with the record that deployed it', async () => {
    const { A = '', B = '' } = JSON.parse(deployed.outputs['flow-ids'] ?? '') as Record<string, string>;
    estate.tenant.edit({ flowId: A, changes: { fallbackAction: { type: 'queue', target: 'x' } } });
    estate.tenant.edit({ flowId: B, changes: { status: 'INACTIVE' } });
    await expectMismatches(
      await verify(log),
      /^flow "flow-000001" of rule "A" has the payload hash \w{64} on the tenant, but \w{64} was deployed \(deployment record .*, audit\.jsonl line \d+ \(ACTIVATE of rule "A", .*\)\): it was changed by other ways$/,
      /^flow "flow-000002" of rule "B" is INACTIVE on the tenant, but was left ACTIVE/,
    );
    estate.tenant.edit({ flowId: B, remove: true });
    expect((await detailsOf(await verify(log)))[1]).toMatch(
      /^flow "flow-000002" of rule "B" is not on the tenant any more/,
    );
  });

  it('rules that are not those of the commit are told', async () => {
    const other = await mkdtemp(join(tmpdir(), 'workspace-'));
    const next = await estate.commit({ 'README.md': 'x', 'rules/a.json': version('A', 'desk') });
    await estate.repository.checkout(sha, other);
    await writeFile(join(other, 'rules/a.json'), version('A', 'elsewhere'));
    const run = await estate.push(next, { workspace: other });
    expect(run.outputs['result']).toBe('deployed');
    const details = await detailsOf(await verify(await logOf(run)));
    expect(details[0]).toMatch(
      /^the 2 rules at commit \w{12} have the ruleset digest .* but audit\.jsonl line 7 \(SEAL, .*\) and deployment record/,
    );
    expect(details[1]).toMatch(/^rule "A" \(rules\/a\.json\) has the payload hash/);
  });

  it('a live commit that is no longer in the repository is told', async () => {
    const path = `/repos/${estate.github.fullName}/git/trees/${sha}`;
    estate.github.orderFault({ method: 'GET', path, times: 99, fault: { kind: 'status', status: 404 } });
    const run = await verify(log);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'mismatch' });
    expect(await detailsOf(run)).toContain(
      `commit ${sha}, which is live, is not in the repository any more: its ruleset digest cannot be recomputed`,
    );
  });

  it('a newer run that has not ended is a remark, for what is live is still what was recorded', async () => {
    const record = await leaveRecord(estate, sha, 4242);
    const run = await verify(log);
    expect(run.outputs.result).toBe('verified');
    expect(await detailsOf(run)).toEqual([
      `remark: deployment record ${record} of commit ${sha.slice(0, 12)} is in_progress`,
    ]);
  });
});
