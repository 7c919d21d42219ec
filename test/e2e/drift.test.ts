import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionRun } from '../stand-in/run-action.ts';
import { type Estate, openEstate } from './estate.ts';
import { leaveRecord } from './leave-record.ts';
import { ruleText, version } from './rules.ts';
import seed from '../../src/simulator/seed.json' with { type: 'json' };

/** A run that GitHub knows nothing of. */
const GONE = 4242;
const FAR = '2099-01-01T00:00:00.000Z';

let estate: Estate;
let first: string;

beforeEach(async () => {
  estate = await openEstate();
  first = await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') });
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

interface Drifted {
  readonly name: string;
  readonly state: string;
  readonly differences: readonly { path: string; what: string; git?: string; tenant?: string }[];
}

function driftIn(run: ActionRun): { rules: Drifted[]; unknown: { name: string; status: string }[] } {
  const report = JSON.parse(readFileSync(join(run.reportDir, 'report.json'), 'utf8')) as {
    drift: { rules: Drifted[]; unknown: { name: string; status: string }[] };
  };
  return report.drift;
}

function statesIn(run: ActionRun): Record<string, string> {
  return Object.fromEntries(driftIn(run).rules.map(({ name, state }) => [name, state]));
}

function flowOf(name: string) {
  const found = estate.tenant.state().flows.find((flow) => flow.name === name && flow.status === 'ACTIVE');
  if (found === undefined) throw new Error(`no active flow ${name}`);
  return found;
}

/** Runs by the clock, and expects no write to the tenant or, without an issue, to GitHub. */
async function look(inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const writes = () =>
    [...estate.tenant.state().requests, ...estate.github.requests()].filter(
      ({ method, path }) => method !== 'GET' && path !== '/oauth/token' && !path.includes('/issues'),
    ).length;
  const before = writes();
  const run = await estate.schedule({ inputs });
  expect(writes()).toBe(before);
  return run;
}

async function expectSync(states: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const run = await look();
  expect([run.exitCode, run.outputs.result, run.outputs.reason]).toEqual([0, 'in-sync', '']);
  expect(run.outputs.drifted).toBe('[]');
  expect(statesIn(run)).toMatchObject(states);
  return run;
}

async function expectDrift(states: Readonly<Record<string, string>>): Promise<ActionRun> {
  const run = await look();
  expect([run.exitCode, run.outputs.result, run.outputs.reason]).toEqual([1, 'drifted', 'drift']);
  expect(statesIn(run)).toMatchObject(states);
  return run;
}

const tenantNodes = [
  {
    id: 'root',
    type: 'greeting',
    mediaAssetId: 'asset_abc123',
    transitions: [{ condition: 'press_1', target: 'desk' }],
  },
  { id: 'desk', type: 'queue', transitions: [] },
] as const;

type Edit = (flowId: string) => void;

const EDITS: readonly (readonly [string, Edit, string, readonly string[]])[] = [
  [
    'a prompt',
    (flowId) =>
      estate.tenant.edit({
        flowId,
        changes: {
          nodes: [{ ...flowOf('A').nodes[0]!, mediaAssetId: 'asset_other' }, flowOf('A').nodes[1]!],
        },
      }),
    'edited',
    ['/nodes/root/mediaAssetId'],
  ],
  [
    'a transition and its node',
    (flowId) => estate.tenant.edit({ flowId, changes: { nodes: tenantNodes } }),
    'edited',
    ['/nodes/root/transitions/press_1', '/nodes/sales', '/nodes/desk'],
  ],
  [
    'the order of the nodes',
    (flowId) => estate.tenant.edit({ flowId, changes: { nodes: flowOf('A').nodes.toReversed() } }),
    'edited',
    ['/nodes'],
  ],
  [
    'the fallback',
    (flowId) => estate.tenant.edit({ flowId, changes: { fallbackAction: { type: 'queue', target: 'x' } } }),
    'edited',
    ['/fallbackAction/type', '/fallbackAction/target'],
  ],
  [
    'a date',
    (flowId) => estate.tenant.edit({ flowId, changes: { expirationDate: FAR } }),
    'edited',
    ['/expirationDate'],
  ],
  [
    'the status',
    (flowId) => estate.tenant.edit({ flowId, changes: { status: 'INACTIVE' } }),
    'edited',
    ['/status'],
  ],
  [
    'the campaign',
    (flowId) => estate.tenant.edit({ flowId, changes: { campaignId: 'camp_billing' } }),
    'edited',
    ['/campaignId'],
  ],
  ['the name', (flowId) => estate.tenant.edit({ flowId, changes: { name: 'Z' } }), 'edited', ['/name']],
  ['its removal', (flowId) => estate.tenant.edit({ flowId, remove: true }), 'missing', []],
  [
    'a second active version',
    () => {
      const { name, campaignId, nodes } = flowOf('A');
      const fallbackAction = { type: 'hangup' } as const;
      estate.tenant.addFlow({ id: 'second', name, campaignId, nodes, fallbackAction, status: 'ACTIVE' });
    },
    'edited',
    ['/versions/second'],
  ],
  [
    'another version in its place',
    (flowId) => {
      const { name, campaignId, nodes } = flowOf('A');
      const fallbackAction = { type: 'queue', target: 'x' } as const;
      estate.tenant.edit({ flowId, changes: { status: 'INACTIVE' } });
      estate.tenant.addFlow({ id: 'second', name, campaignId, nodes, fallbackAction, status: 'ACTIVE' });
    },
    'edited',
    ['/status', '/versions/second'],
  ],
];

describe('after an edit at the console', () => {
  it.each(EDITS)(
    'drift tells of %s, and a deployment of the rule by its name undoes it',
    async (_, edit, state, paths) => {
      await estate.push(first);
      await expectSync({ A: 'in-sync', B: 'in-sync' });
      edit(flowOf('A').id);
      const run = await expectDrift({ A: state, B: 'in-sync' });
      expect(run.outputs.drifted).toBe('["A"]');
      const own = driftIn(run).rules.find(({ name }) => name === 'A');
      expect(own?.differences.map(({ path }) => path)).toEqual(paths);
      expect(run.summary).toContain('#### `A`');
      expect(run.stdout).toContain(
        `"A": ${state === 'missing' ? 'missing on the tenant' : 'edited on the tenant'}`,
      );
      const undone = await estate.dispatch({}, { inputs: { only: 'A' } });
      expect(undone.outputs.result).toBe('deployed');
      await expectSync({ A: 'in-sync' });
    },
  );

  it('drift can be read: what, git, tenant and since when', async () => {
    await estate.push(first);
    estate.tenant.edit({ flowId: flowOf('A').id, changes: { nodes: tenantNodes } });
    const run = await expectDrift({ A: 'edited' });
    expect(run.summary).toContain('| on `"press_1"` node `"root"` leads to | `sales` | `desk` |');
    expect(run.summary).toMatch(/Last changed on the tenant at `\d{4}-/);
    expect(run.summary).toContain('For callers:');
    expect(run.stdout).toContain('1 of 2 rules is not on the tenant as git says: "A"');
  });

  it('drift fails nothing without fail-on-drift', async () => {
    await estate.push(first);
    estate.tenant.edit({ flowId: flowOf('A').id, remove: true });
    const run = await look({ 'fail-on-drift': 'false' });
    expect([run.exitCode, run.outputs.result, run.outputs.reason]).toEqual([0, 'drifted', 'drift']);
  });

  it('a flow that no rule describes is listed, and is no drift', async () => {
    await estate.push(first);
    const { campaignId, nodes } = flowOf('A');
    const fallbackAction = { type: 'hangup' } as const;
    estate.tenant.addFlow({ name: 'Stranger', campaignId, nodes, fallbackAction, status: 'ACTIVE' });
    const run = await expectSync();
    expect(driftIn(run).unknown).toMatchObject([{ name: 'Stranger', status: 'ACTIVE' }]);
    expect(run.summary).toContain('`Stranger`');
  });
});

describe('without an edit at the console there is no drift', () => {
  it('before anything was deployed', async () => {
    const run = await expectSync({ A: 'not-deployed', B: 'not-deployed' });
    expect(run.summary).toContain('nothing was ever deployed to environment');
  });

  it('where git has moved on', async () => {
    await estate.push(first);
    await estate.commit({
      'rules/a.json': version('A', 'x'),
      'rules/b.json': null,
      'rules/c.json': ruleText('C'),
    });
    const run = await expectSync({ A: 'not-deployed', B: 'not-deployed', C: 'not-deployed' });
    expect(run.stdout).toContain('not deployed yet: "A", "B", "C"');
  });

  it('after a rollback, a push during its hold, and a rollback with only', async () => {
    await estate.push(first);
    const second = await estate.commit({
      'rules/a.json': version('A', 'x'),
      'rules/b.json': null,
      'rules/c.json': ruleText('C'),
    });
    await estate.push(second);
    await expectSync({ A: 'in-sync', C: 'in-sync' });
    await estate.dispatch({ 'rollback-to': 'previous' });
    await expectSync({ A: 'in-sync', B: 'in-sync', C: 'in-sync' });
    await estate.push(await estate.commit({ 'rules/d.json': ruleText('D') }));
    await expectSync({ A: 'in-sync', B: 'in-sync', C: 'in-sync', D: 'in-sync' });
    // What is held is compared too.
    estate.tenant.edit({
      flowId: flowOf('A').id,
      changes: { fallbackAction: { type: 'transfer', target: 'y' } },
    });
    await expectDrift({ A: 'edited', B: 'in-sync', C: 'in-sync', D: 'in-sync' });
  });

  it('after a rollback of one rule, and then an unrelated push', async () => {
    await estate.push(first);
    await estate.push(
      await estate.commit({ 'rules/a.json': version('A', 'x'), 'rules/b.json': version('B', 'y') }),
    );
    await estate.dispatch({ 'rollback-to': 'previous' }, { inputs: { only: 'A' } });
    await expectSync({ A: 'in-sync', B: 'in-sync' });
    await estate.push(await estate.commit({ 'rules/d.json': ruleText('D') }));
    await expectSync({ A: 'in-sync', B: 'in-sync', D: 'in-sync' });
    estate.tenant.edit({
      flowId: flowOf('A').id,
      changes: { fallbackAction: { type: 'queue', target: 'x' } },
    });
    await expectDrift({ A: 'edited', B: 'in-sync' });
  });

  it('after a deployment of one rule of two', async () => {
    await estate.push(first);
    const second = await estate.commit({
      'rules/a.json': version('A', 'x'),
      'rules/b.json': version('B', 'y'),
    });
    await estate.push(second, { inputs: { only: 'A' } });
    await expectSync({ A: 'in-sync', B: 'not-deployed' });
    estate.tenant.edit({
      flowId: flowOf('B').id,
      changes: { fallbackAction: { type: 'transfer', target: 'z' } },
    });
    await expectDrift({ A: 'in-sync', B: 'both' });
  });

  it('while a version waits for its date and the one before it serves until then', async () => {
    await estate.push(first);
    const later = (target: string, at: string): string =>
      ruleText('A', (rule) => {
        rule.fallbackAction = { type: 'queue', target };
        rule.effectiveDate = at;
      });
    await estate.push(await estate.commit({ 'rules/a.json': later('x', '2098-01-01T00:00:00+01:00') }));
    const served = estate.tenant
      .state()
      .flows.find(({ name, fallbackAction }) => name === 'A' && fallbackAction.type === 'hangup');
    await expectSync({ A: 'in-sync' });
    await estate.push(await estate.commit({ 'rules/a.json': later('y', FAR) }));
    await expectSync({ A: 'in-sync' });
    estate.tenant.edit({ flowId: served?.id ?? '', changes: { status: 'INACTIVE' } });
    const run = await expectDrift({ A: 'edited' });
    expect(driftIn(run).rules[0]?.differences).toMatchObject([{ path: `/versions/${served?.id}/status` }]);
  });

  it('of an inactive rule, a draft beside a live version, and versions beyond keep-versions', async () => {
    await estate.push(first);
    for (const target of ['1', '2', '3'])
      await estate.push(await estate.commit({ 'rules/b.json': version('B', target) }), {
        inputs: { 'keep-versions': '1' },
      });
    await expectSync({ B: 'in-sync' });
    const withStatus = (name: string, status: 'INACTIVE' | 'DRAFT', target: string): string =>
      ruleText(name, (rule) => Object.assign(rule, { status, fallbackAction: { type: 'queue', target } }));
    const next = {
      'rules/a.json': withStatus('A', 'DRAFT', 'draft'),
      'rules/b.json': withStatus('B', 'INACTIVE', '3'),
      'rules/c.json': withStatus('C', 'DRAFT', 'new'),
    };
    await estate.push(await estate.commit(next));
    await expectSync({ A: 'in-sync', B: 'in-sync', C: 'in-sync' });
    const draft = estate.tenant.state().flows.find(({ name }) => name === 'C');
    estate.tenant.edit({ flowId: draft?.id ?? '', changes: { status: 'ACTIVE' } });
    estate.tenant.edit({
      flowId: flowOf('A').id,
      changes: { fallbackAction: { type: 'transfer', target: 'z' } },
    });
    await expectDrift({ A: 'edited', B: 'in-sync', C: 'edited' });
  });

  it('of a rule that became a draft of what is live', async () => {
    await estate.push(first);
    await estate.push(
      await estate.commit({ 'rules/a.json': ruleText('A', (rule) => (rule.status = 'DRAFT')) }),
    );
    await expectSync({ A: 'in-sync' });
    estate.tenant.edit({ flowId: flowOf('A').id, changes: { status: 'INACTIVE' } });
    // Nothing was written, so no record says that the draft was deployed.
    await expectDrift({ A: 'both' });
  });

  it('of a removed rule, whose retired versions are listed', async () => {
    await estate.push(first);
    await estate.push(await estate.commit({ 'rules/b.json': null }));
    const run = await expectSync();
    expect(driftIn(run).unknown).toMatchObject([{ name: 'B', status: 'INACTIVE' }]);
  });
});

it('tells of an edit on the tenant and in git at once', async () => {
  await estate.push(first);
  await estate.commit({ 'rules/a.json': version('A', 'x') });
  estate.tenant.edit({ flowId: flowOf('A').id, changes: { fallbackAction: { type: 'queue', target: 'y' } } });
  await expectDrift({ A: 'both', B: 'in-sync' });
  // The same edit on both sides is none.
  estate.tenant.edit({ flowId: flowOf('A').id, changes: { fallbackAction: { type: 'queue', target: 'x' } } });
  const run = await expectSync({ A: 'in-sync' });
  expect(run.summary).toContain('the tenant already holds what this commit says');
});

it('compares with this commit where the deployed one is gone, and says so', async () => {
  await estate.push(first);
  await estate.commit({ 'README.md': 'x' });
  const path = `/repos/${estate.github.fullName}/git/trees/${first}`;
  estate.github.orderFault({ method: 'GET', path, times: 10, fault: { kind: 'status', status: 404 } });
  const run = await look();
  expect(run.summary).toContain('is not in the repository any more');
  expect(run.outputs.result).toBe('in-sync');
});

it('compares nothing where a rule file cannot be read, for its rule would be said to be gone', async () => {
  await estate.push(first);
  await estate.commit({ 'rules/b.json': '{' });
  const run = await look();
  expect([run.exitCode, run.outputs.result, run.outputs.reason]).toEqual([1, 'failed', 'lint']);
  expect(run.stdout).toContain('1 rule file cannot be read, so git and the tenant are not compared');
  expect(run.stdout).toContain('file=rules/b.json,line=1');
});

it('says where what differs may come from a deployment that did not end', async () => {
  await estate.push(first);
  const dead = await estate.commit({ 'rules/a.json': version('A', 'x') });
  await leaveRecord(estate, dead, GONE);
  estate.tenant.edit({ flowId: flowOf('A').id, changes: { status: 'INACTIVE' } });
  const run = await expectDrift({ A: 'both', B: 'in-sync' });
  expect(run.stdout).toContain(
    `the deployment of ${dead.slice(0, 12)} did not end: what differs may come from it, and the next deployment`,
  );
});

it('is refused where deployments come into every comparison', async () => {
  await estate.push(first);
  const path = '/repos/{owner}/{repo}/deployments';
  // Of each comparison the second look at the records: the first one is before it.
  for (const nth of [2, 4, 6]) {
    const until = estate.github
      .whenRequested('GET', path, nth)
      .then(async () => leaveRecord(estate, first, GONE));
    estate.github.orderFault({ method: 'GET', path, nth, fault: { kind: 'wait', until } });
  }
  const run = await estate.schedule();
  expect([run.exitCode, run.outputs.result, run.outputs.reason]).toEqual([1, 'refused', 'locked']);
  expect(run.stdout).toContain(
    'deployments to environment "production" came into every comparison: run this again',
  );
});

it('needs to read, and nothing else, of GitHub and of the tenant', async () => {
  await estate.push(first);
  const { flows } = estate.tenant.state();
  const state = estate.github.state();
  const { repository } = estate;
  const permissions = { contents: 'read', deployments: 'read', actions: 'read' } as const;
  const client = { clientId: 'reader', clientSecret: 'secret', scopes: ['ivr:flow:read'] };
  const content = flows.map(({ updatedAt: _updatedAt, ...flow }) => flow);
  const reader = await openEstate({
    github: { permissions, repository, state },
    simulator: { seed: { ...seed, clients: [client], flows: content } as never },
  });
  const run = await reader.schedule({ workspace: await estate.checkout(first), inputs: {} });
  expect([run.exitCode, run.outputs.result]).toEqual([0, 'in-sync']);
  expect(run.annotations).toEqual([]);
  expect(reader.github.violations()).toEqual([]);
  await reader.close();
});

describe('a deployment under way', () => {
  const STATUSES = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
  let release: () => void;
  let deploying: Promise<ActionRun>;

  beforeEach(async () => {
    await estate.push(first);
    const until = new Promise<void>((resolve) => (release = resolve));
    // Its record is there, the tenant holds what is new, and nothing is sealed.
    estate.github.orderFault({ method: 'POST', path: STATUSES, nth: 2, fault: { kind: 'wait', until } });
    const arrived = estate.github.whenRequested('POST', STATUSES, 2);
    deploying = estate.push(await estate.commit({ 'rules/a.json': version('A', 'x') }), { runId: 7 });
    await arrived;
  });

  afterEach(async () => {
    release();
    expect((await deploying).outputs.result).toBe('deployed');
  });

  it('that goes on is no drift: the run says so, and is refused', async () => {
    const run = await look({ 'compile-timeout': '0.05' });
    expect([run.exitCode, run.outputs.result, run.outputs.reason]).toEqual([1, 'refused', 'locked']);
    expect(run.stdout).toContain('/actions/runs/7');
    expect(run.stdout).toContain('`concurrency`');
  });

  it('is waited for', async () => {
    const looks = estate.github.whenRequested('GET', STATUSES, 3);
    const looking = estate.schedule();
    await looks;
    release();
    const run = await looking;
    expect(run.outputs.result).toBe('in-sync');
    expect(statesIn(run)).toEqual({ A: 'in-sync', B: 'in-sync' });
  });
});
