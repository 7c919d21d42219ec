// The webhook of a repository and environment, kept on the embedded tenant over HTTP.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Session } from '../../../src/commands/session.ts';
import { syncWebhook, webhookName } from '../../../src/commands/deploy/sync-webhook.ts';
import type { Report } from '../../../src/report/report.ts';
import type { Fault } from '../../../src/simulator/fault.ts';
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../../src/simulator/start-simulator.ts';
import { openAt } from '../../cxone/local-tenant.ts';
import { seed, send, takeToken } from '../../simulator/tenant-client.ts';

const HOOKS = '/api/v2/event/webhooks';
const EVENTS = ['ivr.flow.completed', 'ivr.flow.failed', 'ivr.contact.transferred'];
const NAME = 'cxone-ivr-gitops:octo/rules:production';
const OURS = {
  name: NAME,
  url: 'https://hooks.example/a',
  events: EVENTS,
  httpMethod: 'POST',
  enabled: true,
};

interface Started {
  readonly simulator: Simulator;
  /** Requests about webhooks since the last look, without those that only read. */
  readonly writes: () => string[];
  readonly sync: (changes?: {
    readonly url?: string;
    readonly environment?: string;
    readonly repositoryName?: string;
    readonly dryRun?: boolean;
    readonly result?: Report['result'];
  }) => Promise<{ readonly infos: readonly string[]; readonly warnings: readonly string[] }>;
  readonly add: (webhook: object) => Promise<void>;
}

async function start(options: SimulatorOptions = {}): Promise<Started> {
  const simulator = await startSimulator({ seed, ...options });
  onTestFinished(async () => simulator.close());
  const { webhooks, tenant, undoTenant } = openAt(simulator.url, {
    ...simulator.credentials,
    requestTimeout: 300,
  });
  let seen = 0;
  return {
    simulator,
    writes: () => {
      const requests = simulator.state().requests.slice(seen);
      seen += requests.length;
      return requests
        .filter(({ method, path }) => path.startsWith(HOOKS) && method !== 'GET')
        .map(({ method, path, body }) => `${method} ${path.slice(HOOKS.length)} ${JSON.stringify(body)}`);
    },
    sync: async (changes = {}) => {
      const { url = OURS.url, environment = 'production', repositoryName = 'octo/rules' } = changes;
      const infos: string[] = [];
      const warnings: string[] = [];
      const session = {
        inputs: { webhookUrl: url, environment, dryRun: changes.dryRun ?? false },
        run: { repositoryName },
        log: {
          info: (text: string) => infos.push(text),
          warning: (text: string) => warnings.push(text),
          debug: () => {},
        },
        openTenant: async () => ({ tenant, undoTenant, webhooks }),
      } as unknown as Session;
      await syncWebhook(session, changes.result ?? 'deployed');
      return { infos, warnings };
    },
    add: async (webhook) => {
      await send(simulator.url + HOOKS, 'POST', webhook, await takeToken(simulator));
    },
  };
}

describe('the webhook', () => {
  it('is created once, and then left alone', async () => {
    const { simulator, sync, writes } = await start();
    expect((await sync()).infos).toEqual([`the webhook "${NAME}" was created`]);
    expect(simulator.state().webhooks).toEqual([
      { id: 'webhook-000001', ...OURS, description: expect.stringContaining('cxone-ivr-gitops') },
    ]);
    writes();
    expect((await sync()).infos).toEqual([`the webhook "${NAME}" is up to date`]);
    expect(writes()).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['its URL', { url: 'https://hooks.example/old' }, '{"url":"https://hooks.example/a"}'],
    ['its events', { events: EVENTS.slice(1) }, `{"events":${JSON.stringify(EVENTS)}}`],
    ['that it is disabled', { enabled: false }, '{"enabled":true}'],
    [
      'its URL and that it is disabled',
      { url: 'https://a.example', enabled: false },
      '{"url":"https://hooks.example/a","enabled":true}',
    ],
  ])('is told the difference where it differs in %s', async (_case, changes, body) => {
    const { simulator, sync, writes, add } = await start();
    await add({ ...OURS, ...changes });
    writes();
    const { infos, warnings } = await sync();
    expect(writes()).toEqual([`PATCH /webhook-000001 ${body}`]);
    expect([infos.length, warnings]).toEqual([1, []]);
    expect(simulator.state().webhooks).toEqual([{ id: 'webhook-000001', ...OURS }]);
  });

  it.each<[string, object]>([
    ['its events in another order', { events: EVENTS.toReversed() }],
    ['its URL written otherwise', { url: 'HTTPS://hooks.example:443/a' }],
    ['a description of its own', { description: 'mine' }],
  ])('is left alone with %s', async (_case, changes) => {
    const { sync, writes, add } = await start();
    await add({ ...OURS, ...changes });
    writes();
    await sync();
    expect(writes()).toEqual([]);
  });

  it('is one for each repository and environment, whatever others there are', async () => {
    const { simulator, sync, add } = await start();
    await add({ ...OURS, name: 'somebody else' });
    await add({ ...OURS, name: `${NAME}-2` });
    for (const environment of ['production', 'staging', 'production']) await sync({ environment });
    for (const repositoryName of ['octo/other', 'octo/other']) await sync({ repositoryName });
    const names = simulator.state().webhooks.map(({ name }) => name);
    expect(names.slice(2)).toEqual([
      NAME,
      'cxone-ivr-gitops:octo/rules:staging',
      'cxone-ivr-gitops:octo/other:production',
    ]);
    expect(webhookName('octo/rules', 'production')).toBe(NAME);
  });

  it('is the oldest where there are two, and a warning says so', async () => {
    const { simulator, sync, add, writes } = await start();
    await add({ ...OURS, url: 'https://a.example/1' });
    await add({ ...OURS, url: 'https://a.example/2' });
    writes();
    const { warnings } = await sync();
    expect(warnings).toEqual([
      `2 webhooks have the name "${NAME}": the oldest is kept up to date; delete the others on the tenant`,
    ]);
    expect(writes()).toEqual(['PATCH /webhook-000001 {"url":"https://hooks.example/a"}']);
    expect(simulator.state().webhooks.map(({ url }) => url)).toEqual([OURS.url, 'https://a.example/2']);
  });

  it.each<Report['result']>(['deployed', 'rolled-back', 'nothing-to-do'])(
    'is kept after %s',
    async (result) => {
      const { simulator, sync } = await start();
      await sync({ result });
      expect(simulator.state().webhooks).toHaveLength(1);
    },
  );

  it.each<[string, Parameters<Started['sync']>[0]]>([
    ['no URL', { url: '' }],
    ['a dry run', { dryRun: true }],
    ['an undo', { result: 'undone' }],
    ['an undo that failed', { result: 'undo-failed' }],
    ['a refusal', { result: 'refused' }],
    ['a newer commit', { result: 'superseded' }],
    ['a plan', { result: 'planned' }],
  ])('is not touched, and nobody is asked, with %s', async (_case, changes) => {
    const { simulator, sync } = await start();
    expect(await sync(changes)).toEqual({ infos: [], warnings: [] });
    expect(simulator.state().requests).toEqual([]);
  });

  it('that the tenant refuses is a warning, and is not tried again', async () => {
    const { simulator, sync, writes } = await start();
    simulator.orderFault({ match: { method: 'POST', path: HOOKS }, kind: '403', when: 'before' });
    const { infos, warnings } = await sync();
    expect(infos).toEqual([]);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^the webhook \(input webhook-url\) could not be brought in line; the rules are live all the same: .*403/,
      ),
    ]);
    expect(writes()).toHaveLength(1);
  });
});

describe('a create whose reply is lost', () => {
  const KINDS: readonly Fault['kind'][] = [
    '500',
    '503',
    '429',
    'timeout',
    'reset',
    'truncated',
    'empty',
    'html',
    'expired-token',
  ];
  const cases = KINDS.flatMap((kind) => (['before', 'after'] as const).map((when) => ({ kind, when })));

  it.each(cases)('by $kind $when it took effect makes one webhook', async ({ kind, when }) => {
    const { simulator, sync, writes } = await start();
    simulator.orderFault({ match: { method: 'POST', path: HOOKS }, kind, when });
    const { warnings } = await sync();
    expect(warnings).toEqual([]);
    expect(simulator.state().webhooks).toHaveLength(1);
    expect(writes()).toHaveLength(when === 'after' ? 1 : 2);
  });

  it('and that is never there afterwards is given up with a warning', async () => {
    const { simulator, sync, writes } = await start();
    simulator.orderFault({ match: { method: 'POST', path: HOOKS, times: 0 }, kind: '500', when: 'before' });
    const { warnings } = await sync();
    expect(warnings).toEqual([expect.stringContaining('created 3 times, and not there afterwards')]);
    expect(writes()).toHaveLength(3);
  });
});

describe('what fails', () => {
  it.each<[string, Fault, string]>([
    [
      'the list',
      { match: { method: 'GET', path: HOOKS, times: 0 }, kind: '500', when: 'before' },
      'failed with 500',
    ],
    [
      'the scope',
      { match: { path: HOOKS, times: 0 }, kind: '403', when: 'before' },
      'lack the scope event:webhook:write',
    ],
    ['the path', { match: { path: HOOKS, times: 0 }, kind: '404', when: 'before' }, 'failed with 404'],
  ])('is a warning: %s', async (_case, fault, words) => {
    const { simulator, sync } = await start();
    simulator.orderFault(fault);
    const { infos, warnings } = await sync();
    expect(infos).toEqual([]);
    expect(warnings).toEqual([
      expect.stringMatching(
        `^the webhook \\(input webhook-url\\) could not be brought in line; the rules are live all the same: .*${words}`,
      ),
    ]);
  });

  it('shows no URL, which may hold a secret', async () => {
    const { simulator, sync } = await start();
    const url = 'https://hooks.example/hunter2?key=hunter3';
    const created = await sync({ url });
    simulator.orderFault({ match: { path: `${HOOKS}/`, times: 0 }, kind: '500', when: 'before' });
    const failed = await sync({ url: `${url}x` });
    expect(JSON.stringify([created, failed])).not.toContain('hunter');
    expect(failed.warnings).toHaveLength(1);
  });
});
