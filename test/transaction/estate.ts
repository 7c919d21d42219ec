// A tenant of the tests, over HTTP: rules in every state that a deployment meets, time that passes only where somebody
// waits, and what an independent checker says of it afterwards.
import { expect, onTestFinished } from 'vitest';
import { makeGate } from '../../src/cxone/gate.ts';
import { openTenant } from '../../src/cxone/tenant.ts';
import { makeAgents } from '../../src/network/agents.ts';
import { type PlanRequest, makePlan, namesToLookUp } from '../../src/plan/make-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Clock, Tenant } from '../../src/ports.ts';
import type { Rule, Status } from '../../src/rules/rule.ts';
import type { HistoryEntry } from '../../src/simulator/history.ts';
import type { Seed, SeedFlow } from '../../src/simulator/seed.ts';
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../src/simulator/start-simulator.ts';
import type { TenantState } from '../../src/simulator/snapshot.ts';
import type { AuditEvent } from '../../src/transaction/audit-event.ts';
import type { TransactionContext } from '../../src/transaction/context.ts';
import { startJournal } from '../../src/transaction/journal.ts';
import { makeVirtualClock } from '../cxone/virtual-clock.ts';
import { NOON, day, deployedAs, requestOf, ruleOf } from '../plan/sample.ts';

export const FLOWS = '/api/v2/ivr/flows';
export const FLOW = `${FLOWS}/{flowId}`;

export interface Estate {
  readonly simulator: Simulator;
  readonly tenant: Tenant;
  readonly undoTenant: Tenant;
  readonly clock: Clock;
  readonly cancel: AbortController;
}

export interface EstateOptions extends Omit<SimulatorOptions, 'seed' | 'now'> {
  readonly flows?: readonly SeedFlow[];
  /** Milliseconds of real time; only a fault makes a request take that long. */
  readonly requestTimeout?: number;
  readonly concurrency?: number;
}

const SCOPES = ['media:read', 'campaign:manage', 'ivr:flow:read', 'ivr:flow:write'] as const;

function seedOf(flows: readonly SeedFlow[]): Seed {
  return {
    clients: [{ clientId: 'us', clientSecret: 'a secret', scopes: SCOPES }],
    campaigns: [
      { id: 'camp', status: 'ACTIVE' },
      { id: 'closed', status: 'INACTIVE' },
    ],
    media: [{ id: 'hello' }, { id: 'other' }, { id: 'third' }, { id: 'bad', failsCompilation: true }],
    flows,
  };
}

/** Starts a tenant with some flows, and opens its port; it ends with the test. */
export async function openEstate(options: EstateOptions = {}): Promise<Estate> {
  const { flows = [], requestTimeout = 10_000, concurrency = 8, ...rest } = options;
  const clock = makeVirtualClock(NOON);
  const simulator = await startSimulator({ ...rest, seed: seedOf(flows), now: clock.now });
  const agents = makeAgents(concurrency);
  onTestFinished(async () => {
    agents.close();
    await simulator.close();
  });
  const cancel = new AbortController();
  const tenants = openTenant(
    {
      url: simulator.url,
      ...simulator.credentials,
      requestTimeout,
      gate: makeGate(concurrency, undefined),
      agents,
      clock,
      log: { info: () => {}, warning: () => {}, debug: () => {} },
      random: () => 0.5,
      onSecret: () => {},
    },
    cancel.signal,
  );
  return { simulator, ...tenants, clock, cancel };
}

/** A flow of a rule as it lies on the tenant before the test. */
export function seedFlow(id: string, { payload }: Rule, status: Status = 'ACTIVE'): SeedFlow {
  const nodes = payload.nodes.map((node) => ({ ...node, transitions: [...node.transitions] }));
  return { ...payload, nodes, id, status };
}

export interface Running extends TransactionContext {
  /** The lines of the journal, and the events, so far. */
  readonly lines: string[];
  readonly events: AuditEvent[];
}

/** What a transaction on the estate works with, with some things changed. */
export function contextOf(estate: Estate, changes: Partial<TransactionContext> = {}): Running {
  const lines: string[] = [];
  const events: AuditEvent[] = [];
  return {
    tenant: estate.tenant,
    undoTenant: estate.undoTenant,
    journal: startJournal((line) => lines.push(line)),
    clock: estate.clock,
    log: { info: () => {}, warning: () => {}, debug: () => {} },
    cancelled: estate.cancel.signal,
    compileTimeout: 600_000,
    compilePollInterval: 100,
    audit: (event) => events.push(event),
    lines,
    events,
    ...changes,
  };
}

const WRITES: ReadonlySet<string> = new Set([
  'createFlow',
  'validateFlow',
  'compileFlow',
  'patchFlow',
  'deleteFlow',
]);

export interface Tap {
  readonly before?: (call: string, write: number) => void;
  readonly after?: (call: string, write: number) => void;
}

/** The same tenant, with somebody told before and after each call; `write` counts the writes from 1. */
export function tapTenant(tenant: Tenant, tap: Tap, count = { writes: 0 }): Tenant {
  const { before, after } = tap;
  return new Proxy(tenant, {
    get: (target, key: keyof Tenant) => {
      if (key === 'until') return (stop: AbortSignal) => tapTenant(target.until(stop), tap, count);
      const method = target[key] as (...given: readonly unknown[]) => Promise<unknown>;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        const write = WRITES.has(key) ? ++count.writes : 0;
        before?.(key, write);
        const result = await method(...given);
        after?.(key, write);
        return result;
      };
    },
  });
}

// ------------------------------------------------------------------------------------- one deployment

const rules = {
  changed: ruleOf('Changed', { effectiveDate: day(-9), expirationDate: day(9) }),
  future: ruleOf('Future'),
  back: ruleOf('Back'),
  off: ruleOf('Off'),
  gone: ruleOf('Gone'),
  same: ruleOf('Same'),
};

/** What the tenant holds before {@link DESIRED} is deployed. Three of them are not ours. */
export const BEFORE: readonly SeedFlow[] = [
  seedFlow('changed-1', rules.changed),
  seedFlow('future-1', rules.future),
  seedFlow('back-1', ruleOf('Back', { media: 'other' }), 'INACTIVE'),
  seedFlow('back-2', rules.back),
  seedFlow('off-1', rules.off),
  seedFlow('gone-1', rules.gone),
  seedFlow('same-1', rules.same),
  seedFlow('foreign-active', ruleOf('Foreign')),
  seedFlow('foreign-draft', ruleOf('Changed', { media: 'other' }), 'DRAFT'),
  seedFlow('foreign-new', ruleOf('New'), 'DRAFT'),
];

export const FOREIGN: readonly string[] = ['same-1', 'foreign-active', 'foreign-draft', 'foreign-new'];

/** A new, a changed, a future-dated, a taken-back, a switched-off, a removed and an unchanged rule. */
export const DESIRED: readonly Rule[] = [
  ruleOf('New'),
  ruleOf('Changed', { media: 'other' }),
  ruleOf('Future', { media: 'other', effectiveDate: day(3) }),
  ruleOf('Back', { media: 'other' }),
  ruleOf('Off', { status: 'INACTIVE' }),
  rules.same,
];

/** Rules that callers must reach at every instant, whatever becomes of the deployment. */
export const NEVER_BARE: readonly string[] = ['Changed', 'Future', 'Back', 'Same', 'Foreign'];

/** Plans as the action does: what differs from the record is looked up. */
export async function planFor(
  { tenant, clock }: Pick<Estate, 'tenant' | 'clock'>,
  request: PlanRequest,
): Promise<Plan> {
  const live = new Map<string, Awaited<ReturnType<Tenant['findFlows']>>>();
  for (const name of namesToLookUp(request)) live.set(name, await tenant.findFlows(name));
  return makePlan(request, live, clock.now());
}

/** The plan that takes the estate from {@link BEFORE} to {@link DESIRED}. */
export async function planDesired(estate: Estate): Promise<Plan> {
  return planFor(estate, requestOf(DESIRED, deployedAs(Object.values(rules))));
}

// ------------------------------------------------------------------------------------- the checker

/** All flows as a line each: id, name, state, window and prompt. */
export function tellFlows({ flows }: TenantState): string[] {
  return flows
    .map(({ id, name, status, effectiveDate, expirationDate, nodes }) =>
      [id, name, status, effectiveDate ?? '-', expirationDate ?? '-', nodes[0]?.mediaAssetId].join(' '),
    )
    .toSorted();
}

/** The same without the ids of the flows that a deployment made. */
export function tellNew(state: TenantState): string[] {
  return tellFlows(state)
    .map((line) => line.replace(/^flow-\d+/, 'new'))
    .toSorted();
}

function isInForce({ status, effectiveDate, expirationDate }: HistoryEntry, instant: number): boolean {
  return (
    status === 'ACTIVE' &&
    (effectiveDate === null || Date.parse(effectiveDate) <= instant) &&
    (expirationDate === null || instant < Date.parse(expirationDate))
  );
}

/** Fails where one of the rules was without a version in force between two changes, which all happen at their instants. */
export function expectNeverBare({ history }: TenantState, names: readonly string[]): void {
  const flows = new Map<string, HistoryEntry>();
  const covered = new Set<string>();
  for (const entry of history) {
    if (entry.change === 'deleted') flows.delete(entry.flowId);
    else flows.set(entry.flowId, entry);
    for (const name of names) {
      const isCovered = [...flows.values()].some((flow) => flow.name === name && isInForce(flow, entry.at));
      if (isCovered) covered.add(name);
      else if (covered.has(name)) expect.fail(`${name} is bare after change ${entry.seq}: ${entry.change}`);
    }
  }
  expect([...covered].toSorted()).toEqual([...names].toSorted());
}

/** Fails where anybody but the start of the test has touched one of these flows. */
export function expectUntouched({ history }: TenantState, ids: readonly string[]): void {
  const touched = history.filter(({ flowId, by }) => ids.includes(flowId) && by === 'api');
  expect(touched.map(({ flowId, change }) => `${change} ${flowId}`)).toEqual([]);
}

/** How many requests of a method and path there were. */
export function countRequests({ requests }: TenantState, method: string, path: RegExp): number {
  return requests.filter((request) => request.method === method && path.test(request.path)).length;
}
