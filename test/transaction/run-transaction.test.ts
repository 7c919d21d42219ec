import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import type { Tenant } from '../../src/ports.ts';
import type { FaultKind, FaultTime } from '../../src/simulator/fault.ts';
import { RuleFailure, makeBrake, runTogether } from '../../src/transaction/context.ts';
import type { Outcome } from '../../src/transaction/outcome.ts';
import { readBack } from '../../src/transaction/read-back.ts';
import { runTransaction } from '../../src/transaction/run-transaction.ts';
import { day, deployedAs, requestOf, ruleOf } from '../plan/sample.ts';
import {
  BEFORE,
  DESIRED,
  type Estate,
  type EstateOptions,
  FLOW,
  FLOWS,
  FOREIGN,
  NEVER_BARE,
  type Running,
  type Tap,
  contextOf,
  countRequests,
  expectNeverBare,
  expectUntouched,
  openEstate,
  planDesired,
  planFor,
  seedFlow,
  tapTenant,
  tellFlows,
  tellNew,
} from './estate.ts';

interface Prepared {
  readonly estate: Estate;
  readonly plan: Plan;
  /** The flows before, and how many requests there have been. */
  readonly before: readonly string[];
  readonly requests: number;
}

async function prepare(options: EstateOptions = {}): Promise<Prepared> {
  const estate = await openEstate({ flows: BEFORE, ...options });
  const plan = await planDesired(estate);
  const state = estate.simulator.state();
  return { estate, plan, before: tellFlows(state), requests: state.requests.length };
}

const AFTER = [
  'back-1 Back ACTIVE - - other',
  'back-2 Back INACTIVE - - hello',
  `changed-1 Changed INACTIVE ${day(-9)} ${day(9)} hello`,
  'foreign-active Foreign ACTIVE - - hello',
  'foreign-draft Changed DRAFT - - other',
  'foreign-new New DRAFT - - hello',
  `future-1 Future ACTIVE - ${day(3)} hello`,
  'gone-1 Gone INACTIVE - - hello',
  'new Changed ACTIVE - - other',
  `new Future ACTIVE ${day(3)} - other`,
  'new New ACTIVE - - hello',
  'off-1 Off INACTIVE - - hello',
  'same-1 Same ACTIVE - - hello',
];

/** All old: the state, the callers, the flows of others, and what the journal and the audit log say. */
function expectAllOld({ estate, before }: Prepared, context: Running, outcome: Outcome): void {
  const state = estate.simulator.state();
  expect(outcome.kind).toBe('undone');
  expect(tellFlows(state)).toEqual(before);
  expectNeverBare(state, NEVER_BARE);
  expectUntouched(state, FOREIGN);
  expect(context.journal.open()).toEqual([]);
  const madeByUs = context.events.flatMap(({ action, flowId }) => (action === 'CREATE' ? [flowId] : []));
  const takenBack = context.events.flatMap(({ action, flowId }) => (action === 'UNDO' ? [flowId] : []));
  expect(takenBack).toEqual(expect.arrayContaining(madeByUs));
}

function expectAllNew({ estate }: Prepared, outcome: Outcome): void {
  const state = estate.simulator.state();
  expect(outcome.kind).toBe('deployed');
  expect(tellNew(state)).toEqual(AFTER);
  expectNeverBare(state, NEVER_BARE);
  expectUntouched(state, FOREIGN);
}

describe('a transaction that the tenant takes no write of', () => {
  const lack = (estate: Estate, method: string, path: string): void =>
    estate.simulator.orderFault({ match: { method, path, times: 0 }, kind: '403', when: 'before' });

  it('is refused where it may create nothing', async () => {
    const estate = await openEstate({ flows: [seedFlow('live', ruleOf('New'))] });
    const rules = [ruleOf('New', { media: 'other' }), ruleOf('Other')];
    const plan = await planFor(estate, requestOf(rules));
    const before = estate.simulator.state().history;
    lack(estate, 'POST', FLOWS);
    lack(estate, 'DELETE', FLOW);
    const context = contextOf(estate);
    const outcome = await runTransaction(plan, context);
    expect(outcome).toMatchObject({ kind: 'refused', failure: { reason: 'scope' } });
    expect(estate.simulator.state().history).toEqual(before);
    expect(context.journal.open()).toEqual([]);
    expect(context.events).toEqual([]);
  });

  it('is refused where it only takes away', async () => {
    const prepared = await prepare();
    const { estate } = prepared;
    const gone = ruleOf('Gone');
    const plan = await planFor(estate, requestOf([], deployedAs([gone])));
    lack(estate, 'PATCH', FLOW);
    const context = contextOf(estate);
    expect(await runTransaction(plan, context)).toMatchObject({
      kind: 'refused',
      failure: { reason: 'scope' },
    });
    expect(tellFlows(estate.simulator.state())).toEqual(prepared.before);
    expect(context.events).toEqual([]);
  });

  it('is undone, and not refused, where nobody can see whether something was written', async () => {
    const estate = await openEstate({ flows: [seedFlow('live', ruleOf('New'))] });
    const plan = await planFor(estate, requestOf([ruleOf('New', { media: 'other' })]));
    const before = tellFlows(estate.simulator.state());
    lack(estate, 'POST', FLOWS);
    // Neither the look whether it was created, nor the one that undoes it.
    estate.simulator.orderFault({
      match: { method: 'GET', path: FLOWS, times: 0 },
      kind: '500',
      when: 'before',
    });
    const outcome = await runTransaction(plan, contextOf(estate));
    expect(outcome).toMatchObject({ kind: 'undo-failed', failure: { reason: 'scope' }, undone: 0 });
    expect(tellFlows(estate.simulator.state())).toEqual(before);
  });

  it('is undone where a right is missing only after the first write', async () => {
    const prepared = await prepare();
    const { estate, plan } = prepared;
    estate.simulator.orderFault({
      match: { method: 'PATCH', path: FLOW, nth: 2 },
      kind: '403',
      when: 'before',
    });
    const context = contextOf(estate);
    const outcome = await runTransaction(plan, context);
    expect(outcome).toMatchObject({ failure: { reason: 'scope' } });
    expectAllOld(prepared, context, outcome);
  });
});

describe('a bug in a transaction', () => {
  it('is undone like any failure, and asks to be reported', async () => {
    const prepared = await prepare();
    const { estate, plan } = prepared;
    const tap: Tap = {
      after: (_call, write) => {
        if (write === 12) throw new TypeError('undefined is no flow');
      },
    };
    const context = contextOf(estate, { tenant: tapTenant(estate.tenant, tap) });
    const outcome = await runTransaction(plan, context);
    expect(outcome).toMatchObject({
      failure: {
        reason: 'tenant',
        message: expect.stringContaining('a bug in this action, please report it: undefined is no flow'),
      },
    });
    expectAllOld(prepared, context, outcome);
  });
});

describe('a transaction that succeeds', () => {
  it('leaves all new, and names the flow of each rule', async () => {
    const prepared = await prepare();
    const outcome = await runTransaction(prepared.plan, contextOf(prepared.estate));
    expectAllNew(prepared, outcome);
    const active = new Map(
      prepared.estate.simulator
        .state()
        .flows.filter(({ id }) => id.startsWith('flow-'))
        .map(({ name, id }) => [name, id]),
    );
    expect(outcome).toEqual({
      kind: 'deployed',
      flowIds: new Map([...active, ['Back', 'back-1'], ['Off', 'off-1']]),
    });
  });

  it('keeps in the journal what would take it back, until it is sealed', async () => {
    const { estate, plan } = await prepare();
    const context = contextOf(estate);
    await runTransaction(plan, context);
    const open = context.journal.open().map(({ entry }) => `${entry.kind} ${entry.name}`);
    expect(open.toSorted()).toEqual([
      'delete Changed',
      'delete Future',
      'delete New',
      'restore Back',
      'restore Back',
      'restore Changed',
      'restore Future',
      'restore Gone',
      'restore Off',
    ]);
  });

  it('activates before it retires, and removes after all activations', async () => {
    const { estate, plan } = await prepare();
    await runTransaction(plan, contextOf(estate));
    const patches = estate.simulator.state().history.filter(({ change }) => change === 'patched');
    const place = (name: string, test: (flowId: string) => boolean): number =>
      patches.findIndex((entry) => entry.name === name && test(entry.flowId));
    for (const name of ['Changed', 'Future']) {
      const [activated, retired] = [
        place(name, (id) => id.startsWith('flow-')),
        place(name, (id) => id.endsWith('-1')),
      ];
      expect(activated).toBeGreaterThanOrEqual(0);
      expect(retired).toBeGreaterThan(activated);
    }
    expect(place('Back', (id) => id === 'back-2')).toBeGreaterThan(place('Back', (id) => id === 'back-1'));
    expect(patches.at(-1)).toMatchObject({ name: 'Gone', status: 'INACTIVE' });
    expect(place('Gone', () => true)).toBe(patches.length - 1);
  });

  it('shows nothing to a caller before every new version is compiled', async () => {
    const { estate, plan } = await prepare();
    await runTransaction(plan, contextOf(estate));
    const { requests } = estate.simulator.state();
    const firstPatch = requests.findIndex(({ method }) => method === 'PATCH');
    const lastStaging = requests.findLastIndex(
      ({ method, path }) => method === 'POST' && path !== '/oauth/token',
    );
    expect(lastStaging).toBeLessThan(firstPatch);
  });

  it('tells the audit log each write, in an order that could be', async () => {
    const { estate, plan } = await prepare();
    const context = contextOf(estate);
    await runTransaction(plan, context);
    const of = (name: string): string[] =>
      context.events.flatMap(({ ruleName, action }) => (ruleName === name ? [action] : []));
    expect(of('Changed')).toEqual(['CREATE', 'VALIDATE', 'COMPILE', 'ACTIVATE', 'RETIRE']);
    expect(of('New')).toEqual(['CREATE', 'VALIDATE', 'COMPILE', 'ACTIVATE']);
    expect(of('Back')).toEqual(['ACTIVATE', 'RETIRE']);
    expect(of('Off')).toEqual(['RETIRE']);
    expect(of('Gone')).toEqual(['RETIRE']);
    expect(of('Same')).toEqual([]);
  });

  it.each([
    ['no dates', {}, { status: 'ACTIVE', expirationDate: null }],
    ['an end', { expirationDate: day(9) }, { status: 'ACTIVE', expirationDate: day(9) }],
    [
      'a start in the past',
      { effectiveDate: day(-9) },
      { status: 'ACTIVE', effectiveDate: day(-9), expirationDate: null },
    ],
    [
      'a window to come',
      { effectiveDate: day(1), expirationDate: day(2) },
      { status: 'ACTIVE', effectiveDate: day(1), expirationDate: day(2) },
    ],
  ])('activates a rule with %s by saying its dates, and inventing none', async (_case, dates, body) => {
    const estate = await openEstate();
    const plan = await planFor(estate, requestOf([ruleOf('New', dates)]));
    await runTransaction(plan, contextOf(estate));
    const patches = estate.simulator.state().requests.filter(({ method }) => method === 'PATCH');
    expect(patches.map((request) => request.body)).toEqual([body]);
  });

  it.each([
    ['DRAFT', ['live New ACTIVE - - hello', 'new New DRAFT - - other'], ['CREATE', 'VALIDATE', 'COMPILE']],
    [
      'INACTIVE',
      ['live New INACTIVE - - hello', 'new New INACTIVE - - other'],
      ['CREATE', 'VALIDATE', 'COMPILE', 'RETIRE', 'RETIRE'],
    ],
  ] as const)('honours the state %s of a file', async (status, flows, events) => {
    const estate = await openEstate({ flows: [seedFlow('live', ruleOf('New'))] });
    const plan = await planFor(estate, requestOf([ruleOf('New', { media: 'other', status })]));
    const context = contextOf(estate);
    const outcome = await runTransaction(plan, context);
    expect(outcome.kind).toBe('deployed');
    expect(tellNew(estate.simulator.state())).toEqual(flows);
    expect(estate.simulator.state().compilations['flow-000001']?.status).toBe('COMPILED');
    expect(context.events.map(({ action }) => action)).toEqual(events);
    // Every request that changed a flow's state is told, of the new version too.
    const patched = estate.simulator.state().requests.filter(({ method }) => method === 'PATCH');
    const told = context.events.filter(({ action }) => action === 'RETIRE' || action === 'ACTIVATE');
    expect(told.map(({ flowId }) => flowId)).toEqual(
      patched.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
    );
  });

  it('compiles an idle version that was never compiled before it is taken up', async () => {
    const idle = { ...seedFlow('idle', ruleOf('Back'), 'INACTIVE'), compileStatus: 'NONE' } as const;
    const estate = await openEstate({ flows: [idle] });
    const outcome = await runTransaction(
      await planFor(estate, requestOf([ruleOf('Back')])),
      contextOf(estate),
    );
    expect(outcome.kind).toBe('deployed');
    expect(tellFlows(estate.simulator.state())).toEqual(['idle Back ACTIVE - - hello']);
  });

  it('writes nothing to a version that is in force already, and retires the one beside it', async () => {
    const wanted = { ...seedFlow('wanted', ruleOf('New')), compileStatus: 'NONE' } as const;
    const estate = await openEstate({ flows: [wanted, seedFlow('old', ruleOf('New', { media: 'other' }))] });
    const outcome = await runTransaction(
      await planFor(estate, requestOf([ruleOf('New')])),
      contextOf(estate),
    );
    expect(outcome).toEqual({ kind: 'deployed', flowIds: new Map([['New', 'wanted']]) });
    const { requests } = estate.simulator.state();
    const writes = requests.filter(({ method, flowId }) => method !== 'GET' && flowId !== null);
    expect(writes.map(({ method, flowId }) => `${method} ${flowId}`)).toEqual(['PATCH old']);
  });

  it('writes nothing the second time', async () => {
    const { estate, plan } = await prepare();
    await runTransaction(plan, contextOf(estate));
    const again = await planFor(estate, requestOf(DESIRED, deployedAs([ruleOf('Same'), ruleOf('Gone')])));
    const before = estate.simulator.state();
    const outcome = await runTransaction(again, contextOf(estate));
    expect(outcome).toEqual({ kind: 'deployed', flowIds: new Map() });
    expect(estate.simulator.state().history).toEqual(before.history);
  });
});

describe('a transaction that the tenant refuses', () => {
  it.each([
    ['a rule that is invalid', ruleOf('Bad', { campaignId: 'closed' }), 'rejects rule Bad: /campaignId'],
    ['a rule that does not compile', ruleOf('Bad', { media: 'bad' }), 'cannot compile rule Bad: /nodes/0'],
  ])('undoes all because of %s', async (_case, bad, message) => {
    const prepared = await prepare({ compileTime: 1 });
    const { estate } = prepared;
    const request = requestOf([...DESIRED, bad], deployedAs([ruleOf('Same'), ruleOf('Gone')]));
    const context = contextOf(estate);
    const outcome = await runTransaction(await planFor(estate, request), context);
    expectAllOld(prepared, context, outcome);
    expect(outcome).toMatchObject({ failure: { reason: 'tenant' } });
    expect(outcome).toHaveProperty('failure.message', expect.stringContaining(message));
    expect(estate.simulator.state().requests.some(({ method }) => method === 'PATCH')).toBe(false);
  });

  it.each<[string, (estate: Estate) => void, string]>([
    [
      'holds another content than was sent',
      ({ simulator }) => simulator.edit({ flowId: 'back-1', changes: { campaignId: 'closed' } }),
      'does not hold what was deployed',
    ],
    [
      'was taken out of force',
      ({ simulator }) => simulator.edit({ flowId: 'back-1', changes: { status: 'INACTIVE' } }),
      'is INACTIVE, but should be ACTIVE',
    ],
    [
      'was switched off, and was put in force again',
      ({ simulator }) => simulator.edit({ flowId: 'off-1', changes: { status: 'ACTIVE' } }),
      'is ACTIVE, but should be INACTIVE',
    ],
    [
      'was retired, and was put in force again',
      ({ simulator }) => simulator.edit({ flowId: 'changed-1', changes: { status: 'ACTIVE' } }),
      'flow changed-1 is ACTIVE, but should be INACTIVE',
    ],
    [
      'is gone',
      ({ simulator }) => simulator.edit({ flowId: 'flow-000001', remove: true }),
      'is not there any more',
    ],
  ])('undoes all where a flow that is read back %s', async (_case, meddle, message) => {
    const { estate, plan } = await prepare();
    let isDone = false;
    const tenant = tapTenant(estate.tenant, {
      before: (call) => {
        if (call !== 'getFlow' || isDone) return;
        isDone = true;
        meddle(estate);
      },
    });
    const outcome = await runTransaction(plan, contextOf(estate, { tenant }));
    expect(outcome.kind).toBe('undone');
    expect(outcome).toHaveProperty('failure.message', expect.stringContaining(message));
    const states = tellFlows(estate.simulator.state()).map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(states).toEqual(BEFORE.map(({ id, name, status }) => `${id} ${name} ${status}`).toSorted());
  });
});

describe('a failure', () => {
  it.each([
    ['cut over', 'PATCH'],
    ['read back', 'GET'],
  ])('names the rule that is being %s', async (_case, method) => {
    const estate = await openEstate();
    const plan = await planFor(estate, requestOf([ruleOf('New'), ruleOf('Other')]));
    const match = { method, path: `${FLOWS}/flow-000001`, times: 0 };
    const context = contextOf(estate);
    estate.simulator.orderFault({ match, kind: '403', when: 'before' });
    const outcome = await runTransaction(plan, context);
    const made = context.events.find(({ flowId }) => flowId === 'flow-000001');
    expect(outcome).toHaveProperty(
      'failure.message',
      expect.stringMatching(new RegExp(`^rule ${made?.ruleName}: .*403`)),
    );
  });

  it('is told with others of its kind, and without the work that it stopped', async () => {
    const brake = makeBrake(new AbortController().signal);
    const work = async (name: string): Promise<void> => {
      if (name === 'Stopped') {
        await once(brake.stop, 'abort');
        brake.check();
      }
      throw new Error(`no ${name}`);
    };
    const names = ['Stopped', 'A', 'B'];
    const failure: unknown = await runTogether(names, (name) => name, brake, work).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(RuleFailure);
    expect(failure).toMatchObject({ message: 'rule A failed', ruleName: 'A', cause: { message: 'no A' } });
    expect(failure).toHaveProperty('others', [
      expect.objectContaining({ ruleName: 'B', message: 'rule B failed', others: [] }),
    ]);
  });

  it('reads nothing back once the run is cancelled', async () => {
    const { estate, plan, requests } = await prepare();
    const staged = plan.changes.map((change) => ({ change, flowId: undefined, fresh: false }));
    const context = contextOf(estate);
    const reading = readBack(context, makeBrake(AbortSignal.abort()), staged);
    await expect(reading).rejects.toMatchObject({ cause: { reason: 'cancelled' } });
    expect(estate.simulator.state().requests).toHaveLength(requests);
  });
});

// ------------------------------------------------------------------------------------- a fault at each request

interface Trouble {
  readonly kind: FaultKind;
  readonly when: FaultTime;
  /** Five in a row are more than the client tries. */
  readonly times: number;
}

describe.each<Trouble>([
  { kind: '404', when: 'before', times: 1 },
  { kind: '403', when: 'after', times: 1 },
  { kind: '500', when: 'before', times: 5 },
  { kind: 'reset', when: 'after', times: 5 },
])('with $kind, $when the effect, $times times in a row', ({ kind, when, times }) => {
  it('is all old or all new, at whichever request it comes', async () => {
    const outcomes = new Set<Outcome['kind']>();
    for (let nth = 1; ; nth++) {
      const prepared = await prepare();
      const context = contextOf(prepared.estate);
      prepared.estate.simulator.orderFault({ match: { nth, times }, kind, when });
      const outcome = await runTransaction(prepared.plan, context);
      const { requests } = prepared.estate.simulator.state();
      if (!requests.some(({ fault }) => fault !== null)) break;
      outcomes.add(outcome.kind);
      // What hits the undoing as well may leave something; that it is told is another test's.
      if (outcome.kind === 'undo-failed') continue;
      if (outcome.kind === 'deployed') expectAllNew(prepared, outcome);
      else expectAllOld(prepared, context, outcome);
    }
    expect(outcomes).toContain('undone');
  });
});

it('tells of undoing without a word on how it will end', async () => {
  const { estate, plan } = await prepare();
  const { simulator } = estate;
  simulator.orderFault({ match: { method: 'PATCH', times: 0 }, kind: '403', when: 'before' });
  simulator.orderFault({ match: { method: 'DELETE', times: 0 }, kind: '403', when: 'before' });
  const warnings: string[] = [];
  const log = { info: () => {}, warning: (text: string) => warnings.push(text), debug: () => {} };
  expect(await runTransaction(plan, contextOf(estate, { log }))).toMatchObject({ kind: 'undo-failed' });
  expect(warnings.join('\n')).toMatch(/^the deployment failed, and what it did is being undone: /);
});

// ------------------------------------------------------------------------------------- cancellation

async function runCancelled(
  prepared: Prepared,
  tap: (abort: () => void) => Tap,
): Promise<[Outcome, Running]> {
  const { estate, plan } = prepared;
  const writesAfterwards: string[] = [];
  const { before, after } = tap(() => estate.cancel.abort());
  const tenant = tapTenant(estate.tenant, {
    before: (call, write) => {
      if (write > 0 && estate.cancel.signal.aborted) writesAfterwards.push(call);
      before?.(call, write);
    },
    ...(after === undefined ? {} : { after }),
  });
  const context = contextOf(estate, { tenant });
  const outcome = await runTransaction(plan, context);
  expect(writesAfterwards).toEqual([]);
  return [outcome, context];
}

describe('a run that is cancelled', () => {
  it.each(['before', 'after'] as const)(
    '%s any of its writes, starts no other and undoes all',
    async (when) => {
      let cancelled = 0;
      for (let place = 1; ; place++) {
        const prepared = await prepare();
        const [outcome, context] = await runCancelled(prepared, (abort) => ({
          [when]: (_call: string, write: number) => {
            if (write === place) abort();
          },
        }));
        if (!prepared.estate.cancel.signal.aborted) break;
        cancelled++;
        expectAllOld(prepared, context, outcome);
        expect(outcome).toMatchObject({ failure: { reason: 'cancelled' } });
      }
      // 3 created, validated and compiled; 5 taken to their state; 3 retired, 1 removed.
      expect(cancelled).toBe(18);
    },
  );

  it('before its first write, writes nothing', async () => {
    const prepared = await prepare();
    prepared.estate.cancel.abort();
    const context = contextOf(prepared.estate);
    const outcome = await runTransaction(prepared.plan, context);
    expect(outcome).toMatchObject({ kind: 'undone', undone: 0, failure: { reason: 'cancelled' } });
    expect(context.lines).toEqual([]);
    expect(tellFlows(prepared.estate.simulator.state())).toEqual(prepared.before);
  });

  it('while it waits for the engine, ends the wait', async () => {
    const estate = await openEstate({ compileTime: 3_600_000 });
    const tenant = tapTenant(estate.tenant, {
      after: (call) => {
        if (call === 'compileFlow') estate.cancel.abort();
      },
    });
    const plan = await planFor(estate, requestOf([ruleOf('New')]));
    const started = estate.clock.now();
    const outcome = await runTransaction(plan, contextOf(estate, { tenant, compilePollInterval: 300_000 }));
    expect(outcome).toMatchObject({ kind: 'undone', failure: { reason: 'cancelled' } });
    expect(estate.clock.now()).toBe(started);
    expect(estate.simulator.state().flows).toEqual([]);
  });
});

describe('a fault after the cut-over', () => {
  it('puts back the old before it takes the new away', async () => {
    const prepared = await prepare();
    prepared.estate.simulator.orderFault({
      match: { method: 'GET', path: FLOW, nth: 1 },
      kind: '404',
      when: 'before',
    });
    const context = contextOf(prepared.estate);
    const outcome = await runTransaction(prepared.plan, context);
    expectAllOld(prepared, context, outcome);
    const { history } = prepared.estate.simulator.state();
    const deletions = history.filter(({ change }) => change === 'deleted').map(({ seq }) => seq);
    const restored = history.findLast(({ flowId }) => flowId === 'changed-1');
    expect(restored).toMatchObject({ status: 'ACTIVE' });
    expect(restored?.seq).toBeLessThan(Math.min(...deletions));
    expect(deletions).toHaveLength(3);
  });
});

/** The same tenant, which validates no flow before so many are to be validated. */
function validateTogether(tenant: Tenant, count: number): Tenant {
  const all = Promise.withResolvers<undefined>();
  let came = 0;
  const wrap = (inner: Tenant): Tenant => ({
    ...inner,
    until: (stop) => wrap(inner.until(stop)),
    validateFlow: async (id) => {
      if (++came === count) all.resolve(undefined);
      await all.promise;
      return inner.validateFlow(id);
    },
  });
  return wrap(tenant);
}

describe('rules that the tenant rejects', () => {
  it('are all told where they were under way together', async () => {
    const estate = await openEstate();
    const rules = [ruleOf('B', { media: 'gone-b' }), ruleOf('C'), ruleOf('A', { media: 'gone-a' })];
    const plan = await planFor(estate, requestOf(rules));
    const tenant = validateTogether(estate.tenant, rules.length);
    const outcome = await runTransaction(plan, contextOf(estate, { tenant }));
    expect(outcome).toMatchObject({
      kind: 'undone',
      failure: { reason: 'tenant', rejected: [{ ruleName: 'A' }, { ruleName: 'B' }] },
    });
    expect(estate.simulator.state().flows).toEqual([]);
  });
});

describe('a failure while other requests wait for their turn', () => {
  it('starts none of them', async () => {
    const prepared = await prepare({ concurrency: 1 });
    const { simulator } = prepared.estate;
    simulator.orderFault({ match: { method: 'POST', path: FLOWS }, kind: '404', when: 'before' });
    const context = contextOf(prepared.estate);
    expectAllOld(prepared, context, await runTransaction(prepared.plan, context));
    expect(countRequests(simulator.state(), 'POST', /flows/)).toBe(1);
  });
});

describe('a removal', () => {
  it('comes last, when all else has been read back', async () => {
    const { estate, plan } = await prepare();
    await runTransaction(plan, contextOf(estate));
    const { requests } = estate.simulator.state();
    const removal = requests.find(({ method, flowId }) => method === 'PATCH' && flowId === 'gone-1');
    const later = requests.filter(({ seq }) => seq > (removal?.seq ?? 0));
    expect(later.map(({ method, flowId }) => `${method} ${flowId}`)).toEqual(['GET gone-1']);
  });
});
