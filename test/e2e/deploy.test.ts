import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditRecord } from '../../src/audit/audit-log.ts';
import builtIn from '../../src/simulator/seed.json' with { type: 'json' };
import { readSeed } from '../../src/simulator/seed.ts';
import { type Estate, openEstate } from './estate.ts';
import { liveFlows } from './look.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

/** Posted, and yet no writes. */
const READS: ReadonlySet<string> = new Set(['/oauth/token', '/api/v2/analytics/ivrs/details/query']);

function writes(): string[] {
  return estate.tenant
    .state()
    .requests.filter(({ method, path }) => method !== 'GET' && !READS.has(path))
    .map(({ method, path }) => `${method} ${path}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('on a push to the default branch the built action', () => {
  it('deploys new rules, and seals them with statuses, a record and an audit chain', async () => {
    const sha = await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
    const run = await estate.push(sha);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ result: 'deployed', reason: '', 'changed-rules': '["A","B"]' });
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'hangup' });
    const flows = JSON.parse(run.outputs['flow-ids'] ?? '') as Record<string, string>;
    expect(Object.keys(flows)).toEqual(['A', 'B']);

    const records = readFileSync(run.outputs['audit-log'] ?? '', 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditRecord);
    expect(records.map(({ action }) => action).toSorted()).toEqual([
      'ACTIVATE',
      'ACTIVATE',
      'COMPILE',
      'COMPILE',
      'CREATE',
      'CREATE',
      'PLAN',
      'SEAL',
      'VALIDATE',
      'VALIDATE',
    ]);
    let previous = '0'.repeat(64);
    for (const { hash, ...record } of records) {
      expect(record.previousHash).toBe(previous);
      expect(hash).toBe(sha256(canonicalize(record) ?? ''));
      expect(record).toMatchObject({
        userId: 'octo-ops',
        complianceTag: 'IVR-ORCH-LOG',
        commit: sha,
        environment: 'production',
        runId: '1001',
      });
      previous = hash;
    }
    expect(run.outputs['audit-hash']).toBe(previous);

    const digest = run.outputs['ruleset-digest'] ?? '';
    const statuses = estate.github.statuses(sha).toReversed();
    expect(statuses.map(({ context, state, description }) => [context, state, description])).toEqual([
      ['cxone-ivr/production', 'pending', 'deploying'],
      ['cxone-ivr/production', 'success', `2 rules · audit sha256:${previous}`],
      ['cxone-ivr/production/rules', 'success', `2 rules · sha256:${digest}`],
    ]);
    const [record, started] = estate.github.deployments();
    expect(record).toMatchObject({ sha, task: 'cxone-ivr', environment: 'production' });
    expect(record?.payload).toEqual({
      schemaVersion: 1,
      rulesetDigest: digest,
      auditHead: previous,
      previousSha: null,
      flows,
      held: [],
    });
    expect(record?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'success']);
    expect(started?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'inactive']);
  });

  it('replaces a changed rule without a moment between, leaves others alone, and continues the chain', async () => {
    const first = await estate.push(
      await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }),
    );
    const before = writes().length;
    const second = await estate.push(await estate.commit({ 'rules/a.json': version('A', 'desk') }));
    expect(second.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual({ A: 'desk', B: 'hangup' });
    expect(
      writes()
        .slice(before)
        .map((call) => call.replace(/flow-0+/, '')),
    ).toEqual([
      'POST /api/v2/ivr/flows',
      'POST /api/v2/ivr/flows/3/validate',
      'POST /api/v2/ivr/flows/3/compile',
      'PATCH /api/v2/ivr/flows/3',
      'PATCH /api/v2/ivr/flows/1',
    ]);
    const [line] = readFileSync(second.outputs['audit-log'] ?? '', 'utf8').split('\n');
    expect((JSON.parse(line ?? '') as AuditRecord).previousHash).toBe(first.outputs['audit-hash']);
  });

  it('changes nothing on a second run, and nothing for a commit without rule changes', async () => {
    const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
    const first = await estate.push(sha);
    const before = writes().length;
    const again = await estate.push(sha);
    expect(again.outputs).toMatchObject({
      result: 'nothing-to-do',
      'audit-hash': first.outputs['audit-hash'],
    });
    const readme = await estate.commit({ 'README.md': 'words' });
    const third = await estate.push(readme);
    expect(third.outputs.result).toBe('nothing-to-do');
    expect(third.exitCode).toBe(0);
    expect(writes()).toHaveLength(before);
    expect(estate.github.deployments()).toHaveLength(2);
    expect(estate.github.statuses(readme)[0]?.state).toBe('success');
  });

  it('takes a live version that is right already for what it is', async () => {
    const rule = JSON.parse(ruleText('A')) as { name: string; campaignId: string };
    estate.tenant.addFlow({ ...JSON.parse(ruleText('A')), status: 'ACTIVE' } as never);
    const run = await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
    expect(rule.name).toBe('A');
    expect(run.outputs.result).toBe('nothing-to-do');
    expect(writes()).toEqual([]);
    expect(estate.github.deployments()[0]?.statuses.at(-1)?.state).toBe('success');
  });

  it('undoes everything where one rule fails after another went live', async () => {
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }));
    const before = estate.tenant.state().flows;
    estate.tenant.orderFault({
      match: { method: 'PATCH', nth: 4, path: '/api/v2/ivr/flows/{flowId}' },
      kind: '404',
      when: 'before',
    });
    const sha = await estate.commit({
      'rules/a.json': version('A', 'desk'),
      'rules/b.json': version('B', 'desk'),
    });
    const run = await estate.push(sha);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'undone', reason: 'tenant' });
    const withoutTimes = (flows: typeof before) => flows.map(({ updatedAt: _updated, ...flow }) => flow);
    expect(withoutTimes(estate.tenant.state().flows)).toEqual(withoutTimes(before));
    expect(estate.github.statuses(sha)[0]).toMatchObject({
      context: 'cxone-ivr/production',
      state: 'failure',
    });
    expect(estate.github.deployments()[0]?.statuses.map(({ state }) => state)).toEqual([
      'in_progress',
      'failure',
    ]);
    expect(estate.github.deployments().some(({ statuses }) => statuses.at(-1)?.state === 'in_progress')).toBe(
      false,
    );
  });

  it.each(['deactivate', 'delete', 'keep'] as const)('with removed-rules: %s', async (removed) => {
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }));
    const sha = await estate.commit({ 'rules/b.json': null });
    const run = await estate.push(sha, { inputs: { 'removed-rules': removed } });
    expect(run.exitCode).toBe(0);
    const left = estate.tenant.state().flows.find((flow) => flow.name === 'B')?.status;
    expect(left).toBe({ deactivate: 'INACTIVE', delete: undefined, keep: 'ACTIVE' }[removed]);
    expect(JSON.parse(run.outputs['flow-ids'] ?? '')).toEqual({ A: 'flow-000001' });
  });

  it('keeps the states that files ask for', async () => {
    const withStatus = (name: string, status: 'DRAFT' | 'INACTIVE' | 'ACTIVE') =>
      ruleText(name, (rule) => (rule.status = status));
    const files = {
      'rules/a.json': withStatus('A', 'DRAFT'),
      'rules/b.json': withStatus('B', 'INACTIVE'),
      'rules/c.json': withStatus('C', 'ACTIVE'),
    };
    const run = await estate.push(await estate.commit(files));
    expect(run.outputs.result).toBe('deployed');
    const states = () =>
      Object.fromEntries(estate.tenant.state().flows.map((flow) => [flow.name, flow.status]));
    expect(states()).toEqual({ A: 'DRAFT', B: 'INACTIVE', C: 'ACTIVE' });
    const stopped = await estate.push(await estate.commit({ 'rules/c.json': withStatus('C', 'INACTIVE') }));
    expect(stopped.outputs.result).toBe('deployed');
    expect(states()).toEqual({ A: 'DRAFT', B: 'INACTIVE', C: 'INACTIVE' });
  });

  it.each(['deactivate', 'keep'] as const)('with removed-rules: %s of a staged rule', async (removed) => {
    const draft = ruleText('B', (rule) => (rule.status = 'DRAFT'));
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': draft }));
    const run = await estate.push(await estate.commit({ 'rules/b.json': null }), {
      inputs: { 'removed-rules': removed },
    });
    expect(run.outputs.result).toBe({ deactivate: 'deployed', keep: 'nothing-to-do' }[removed]);
    const left = estate.tenant.state().flows.filter((flow) => flow.name === 'B');
    expect(left.map(({ status }) => status)).toEqual({ deactivate: [], keep: ['DRAFT'] }[removed]);
  });

  it('hands over by date where the new version takes effect later', async () => {
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
    const later = ruleText('A', (rule) => (rule.effectiveDate = '2099-01-01T00:00:00+01:00'));
    const run = await estate.push(await estate.commit({ 'rules/a.json': later }));
    expect(run.outputs.result).toBe('deployed');
    const flows = estate.tenant
      .state()
      .flows.map(({ status, effectiveDate, expirationDate }) => ({ status, effectiveDate, expirationDate }));
    const handOver = '2098-12-31T23:00:00.000Z';
    expect(flows).toEqual([
      { status: 'ACTIVE', expirationDate: handOver },
      { status: 'ACTIVE', effectiveDate: handOver },
    ]);
  });

  it('refuses a reference that does not exist, and tells of all of them', async () => {
    const text = ruleText('A', (rule) => {
      rule.campaignId = 'camp_missing';
      rule.nodes[0].mediaAssetId = 'asset_missing';
    });
    const sha = await estate.commit({
      'rules/a.json': text,
      'rules/b.json': ruleText('B', (rule) => (rule.campaignId = 'camp_retired')),
    });
    const run = await estate.push(sha);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'reference' });
    for (const id of ['camp_missing', 'asset_missing', 'camp_retired']) expect(run.stdout).toContain(id);
    expect(writes()).toEqual([]);
    expect(estate.github.deployments()).toEqual([]);
    expect(estate.github.statuses(sha)[0]?.state).toBe('failure');
  });

  it('refuses a plan over its limits, by name, and lets it past with a reason', async () => {
    const files = Object.fromEntries(
      ['A', 'B', 'C', 'D', 'E'].map((name) => [`rules/${name}.json`, ruleText(name)]),
    );
    await estate.push(await estate.commit(files));
    const sha = await estate.commit({
      'rules/A.json': null,
      'rules/B.json': null,
      'rules/C.json': null,
      'rules/D.json': null,
    });
    const refused = await estate.push(sha);
    expect(refused.outputs).toMatchObject({ result: 'refused', reason: 'plan-limit' });
    expect(refused.stdout).toContain('A, B, C, D');
    const run = await estate.push(sha, { inputs: { 'override-reason': 'the lines were closed' } });
    expect(run.outputs.result).toBe('deployed');
    const overrides = readFileSync(run.outputs['audit-log'] ?? '', 'utf8')
      .split('\n')
      .filter((line) => line.includes('"OVERRIDE"'));
    expect(overrides).toHaveLength(1);
    expect(JSON.parse(overrides[0] ?? '')).toMatchObject({ reason: 'the lines were closed' });
    expect(liveFlows(estate)).toEqual({ E: 'hangup' });
  });

  it('plans and writes nothing with dry-run', async () => {
    const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
    const run = await estate.push(sha, { inputs: { 'dry-run': 'true' } });
    expect(run.outputs.result).toBe('planned');
    expect(run.exitCode).toBe(0);
    expect(writes()).toEqual([]);
    expect(estate.github.statuses(sha)).toEqual([]);
  });

  it('refuses with dry-run what it would refuse without', async () => {
    const text = ruleText('A', (rule) => (rule.campaignId = 'camp_missing'));
    const run = await estate.push(await estate.commit({ 'rules/a.json': text }), {
      inputs: { 'dry-run': 'true' },
    });
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'reference' });
    expect(writes()).toEqual([]);
  });

  it('goes on where the live commit is gone, and looks at every rule on the tenant', async () => {
    await estate.push(await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }));
    const before = writes().length;
    // A branch whose history was rewritten: GitHub no longer has the commit that the record names.
    const [live] = estate.github.deployments();
    estate.github.orderFault({
      method: 'GET',
      path: `/repos/${estate.github.fullName}/git/trees/${live?.sha ?? ''}`,
      times: 99,
      fault: { kind: 'status', status: 404 },
    });
    const sha = await estate.repository.commit(
      { 'rules/a.json': ruleText('A'), 'rules/b.json': version('B', 'desk') },
      'Anew',
      { parents: [] },
    );
    const run = await estate.push(sha);
    expect(run.outputs.result).toBe('deployed');
    expect(liveFlows(estate)).toEqual({ A: 'hangup', B: 'desk' });
    expect(
      writes()
        .slice(before)
        .filter((call) => call === 'POST /api/v2/ivr/flows'),
    ).toHaveLength(1);
  });

  it('ends as superseded where a newer commit is live already', async () => {
    const older = await estate.commit({ 'rules/a.json': ruleText('A') });
    const newer = await estate.commit({ 'rules/a.json': version('A', 'desk') });
    await estate.push(newer);
    const before = writes().length;
    const run = await estate.push(older);
    expect(run.outputs.result).toBe('superseded');
    expect(run.exitCode).toBe(0);
    expect(writes()).toHaveLength(before);
  });

  it('deletes old versions beyond keep-versions, and only those that it made', async () => {
    const foreign = estate.tenant.addFlow({
      ...JSON.parse(version('A', 'by-hand')),
      status: 'INACTIVE',
    } as never);
    for (const target of ['one', 'two', 'three', 'four']) {
      await estate.push(await estate.commit({ 'rules/a.json': version('A', target) }), {
        inputs: { 'keep-versions': '1' },
      });
    }
    const flows = estate.tenant.state().flows.map((flow) => [flow.fallbackAction.target, flow.status]);
    expect(flows).toEqual([
      ['by-hand', 'INACTIVE'],
      ['three', 'INACTIVE'],
      ['four', 'ACTIVE'],
    ]);
    expect(estate.tenant.state().flows[0]?.id).toBe(foreign.id);
  });

  it('tells what the tenant cannot compile at its line in the rule file', async () => {
    await estate.close();
    const media = builtIn.media.map((asset) =>
      asset.id === 'asset_abc123' ? { ...asset, failsCompilation: true } : asset,
    );
    estate = await openEstate({ simulator: { seed: readSeed({ ...builtIn, media }) } });
    const run = await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
    expect(run.outputs).toMatchObject({ result: 'undone', reason: 'tenant', errors: '1' });
    const message = 'the tenant says of node "root": The media asset "asset_abc123" cannot be compiled.';
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', file: 'rules/a.json', line: 8, message }),
    );
    expect(estate.tenant.state().flows.filter(({ name }) => name === 'A')).toEqual([]);
  });

  it('waits its turn at an engine that compiles one flow at a time', async () => {
    await estate.close();
    estate = await openEstate({ simulator: { compileTime: 60 } });
    const files = Object.fromEntries(['A', 'B', 'C'].map((name) => [`rules/${name}.json`, ruleText(name)]));
    const run = await estate.push(await estate.commit(files));
    expect(run.outputs.result).toBe('deployed');
    expect(estate.tenant.state().requests.some(({ status }) => status === 409)).toBe(true);
  });

  it('is refused where a right is missing that the token does not name, for nothing was written', async () => {
    estate.tenant.orderFault({
      match: { method: 'POST', path: '/api/v2/ivr/flows', times: 0 },
      kind: '403',
      when: 'before',
    });
    const sha = await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
    const run = await estate.push(sha);
    expect(run.outputs).toMatchObject({ result: 'refused', reason: 'scope' });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('Nothing was written');
    expect(estate.tenant.state().history.filter(({ by }) => by === 'api')).toEqual([]);
    expect(estate.github.statuses(sha)[0]).toMatchObject({ state: 'failure' });
    expect(estate.github.deployments().map(({ statuses }) => statuses.at(-1)?.state)).toEqual(['inactive']);
  });

  it('lints a push to another branch and deploys nothing', async () => {
    await estate.commit({ 'rules/a.json': ruleText('A') });
    const sha = await estate.repository.commit({ 'rules/a.json': version('A', 'x') }, 'Try', {
      branch: 'try',
    });
    const run = await estate.push(sha, { ref: 'refs/heads/try' });
    expect(run.outputs.result).toBe('passed');
    expect(writes()).toEqual([]);
  });
});
