import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/errors.ts';
import type { FaultKind, FaultTime } from '../../src/simulator/fault.ts';
import { makeBrake } from '../../src/transaction/context.ts';
import { createVersion } from '../../src/transaction/create-version.ts';
import { undoAll } from '../../src/transaction/undo.ts';
import { ruleOf } from '../plan/sample.ts';
import { type Estate, FLOWS, contextOf, countRequests, openEstate, seedFlow, tapTenant } from './estate.ts';

const rule = ruleOf('New');
const LOST: readonly FaultKind[] = ['500', '503', 'timeout', 'reset', 'truncated', 'empty', 'html'];
const CASES = LOST.flatMap((kind) => (['before', 'after'] as const).map((when) => ({ kind, when })));

/** Only a request that is never answered needs the timeout, and then soon. */
async function open(kind: FaultKind): Promise<Estate> {
  return openEstate({
    requestTimeout: kind === 'timeout' ? 400 : 10_000,
    flows: [seedFlow('draft', rule, 'DRAFT')],
  });
}

function order({ simulator }: Estate, kind: FaultKind, when: FaultTime, times = 1): void {
  simulator.orderFault({ match: { method: 'POST', path: FLOWS, times }, kind, when });
}

function madeOf({ simulator }: Estate): string[] {
  return simulator.state().flows.flatMap(({ id }) => (id === 'draft' ? [] : [id]));
}

function creations({ simulator }: Estate): number {
  return countRequests(simulator.state(), 'POST', /\/flows$/);
}

describe('createVersion', () => {
  it('creates a draft, notes how to undo it before, and tells the audit log after', async () => {
    const estate = await openEstate();
    const context = contextOf(estate);
    const tenant = tapTenant(estate.tenant, {
      before: (call) => {
        expect(call).toBe('createFlow');
        expect(context.journal.open()).toMatchObject([{ entry: { kind: 'delete', flowId: null } }]);
        expect(context.events).toEqual([]);
      },
    });
    const id = await createVersion({ ...context, tenant }, makeBrake(context.cancelled), rule, []);
    expect(estate.simulator.state().flows).toMatchObject([{ id, name: 'New', status: 'DRAFT' }]);
    expect(context.journal.open()).toMatchObject([{ entry: { flowId: id, name: 'New', knownIds: [] } }]);
    expect(context.events).toEqual([
      { action: 'CREATE', flowId: id, ruleName: 'New', payloadHash: rule.payloadHash },
    ]);
  });

  describe.each(CASES)('whose reply is lost ($kind, $when it took effect)', ({ kind, when }) => {
    it('makes one flow, and takes up the one that is there', async () => {
      const estate = await open(kind);
      const context = contextOf(estate);
      const known = await estate.tenant.findFlows('New');
      order(estate, kind, when);
      const id = await createVersion(context, makeBrake(context.cancelled), rule, known);
      expect(madeOf(estate)).toEqual([id]);
      expect(creations(estate)).toBe(when === 'before' ? 2 : 1);
      expect(context.events.map(({ action, flowId }) => [action, flowId])).toEqual([['CREATE', id]]);
      expect(context.journal.open()).toMatchObject([{ entry: { flowId: id } }]);
    });

    it('again and again, gives up or is found, and leaves nothing behind once undone', async () => {
      const estate = await open(kind);
      const context = contextOf(estate);
      const known = await estate.tenant.findFlows('New');
      order(estate, kind, when, 0);
      const brake = makeBrake(context.cancelled);
      const made = await createVersion(context, brake, rule, known).catch((error: unknown) => error);
      const expected = when === 'after' ? madeOf(estate) : [expect.any(ApiError)];
      expect([made]).toEqual(expected);
      expect(creations(estate)).toBe(when === 'after' ? 1 : 5);
      expect(await undoAll({ ...context, tenant: estate.undoTenant })).toMatchObject({ undone: 1, left: [] });
      expect(estate.simulator.state().flows.map(({ id }) => id)).toEqual(['draft']);
    });
  });

  it.each<[string, readonly FaultKind[]]>([
    ['once', ['expired-token']],
    ['once, after another trouble', ['500', 'expired-token']],
    ['twice, with another trouble between', ['expired-token', '500', 'expired-token']],
  ])('is tried again where a token is refused %s', async (_case, faults) => {
    const estate = await open('500');
    const context = contextOf(estate);
    faults.forEach((kind, index) => {
      const match = { method: 'POST', path: FLOWS, nth: index + 1 };
      estate.simulator.orderFault({ match, kind, when: 'before' });
    });
    const known = await estate.tenant.findFlows('New');
    const id = await createVersion(context, makeBrake(context.cancelled), rule, known);
    expect(madeOf(estate)).toEqual([id]);
    expect(creations(estate)).toBe(faults.length + 1);
  });

  it('is given up where the new token is refused too', async () => {
    const estate = await openEstate();
    const context = contextOf(estate);
    order(estate, 'expired-token', 'before', 0);
    const failure = createVersion(context, makeBrake(context.cancelled), rule, []);
    await expect(failure).rejects.toMatchObject({ reason: 'auth' });
    await expect(failure).rejects.toThrow(
      "the tenant does not accept its own new token for a new flow (401): check the client's rights",
    );
    expect(creations(estate)).toBe(2);
  });

  it('tells the debug log why it looks for a flow before it creates one again', async () => {
    const estate = await openEstate();
    const told: string[] = [];
    const log = { info: () => {}, warning: () => {}, debug: (text: string) => told.push(text) };
    const context = contextOf(estate, { log });
    order(estate, '500', 'before');
    await createVersion(context, makeBrake(context.cancelled), rule, []);
    expect(told).toEqual([expect.stringMatching(/500.*; looking for New before it is created again$/)]);
  });

  it('is not tried again where a sibling has failed meanwhile', async () => {
    const estate = await openEstate();
    const context = contextOf(estate);
    order(estate, '500', 'before');
    const brake = makeBrake(context.cancelled);
    const tenant = tapTenant(estate.tenant, { after: () => brake.pull() });
    await expect(createVersion({ ...context, tenant }, brake, rule, [])).rejects.toThrow('stopped');
    expect(creations(estate)).toBe(1);
  });

  it('whose reply and whose look-up are lost can still be undone', async () => {
    const estate = await open('500');
    const context = contextOf(estate);
    order(estate, '500', 'after');
    const look = { method: 'GET', path: FLOWS, nth: 2, times: 5 };
    estate.simulator.orderFault({ match: look, kind: '503', when: 'before' });
    const known = await estate.tenant.findFlows('New');
    await expect(createVersion(context, makeBrake(context.cancelled), rule, known)).rejects.toThrow('503');
    expect(madeOf(estate)).toHaveLength(1);
    expect(context.journal.open()).toMatchObject([{ entry: { flowId: null, knownIds: ['draft'] } }]);
    expect(await undoAll({ ...context, tenant: estate.undoTenant })).toMatchObject({ undone: 1, left: [] });
    expect(estate.simulator.state().flows.map(({ id }) => id)).toEqual(['draft']);
  });

  it.each(['403', '404'] as const)('is not tried again where the tenant says no (%s)', async (kind) => {
    const estate = await open(kind);
    const context = contextOf(estate);
    order(estate, kind, 'before', 0);
    await expect(createVersion(context, makeBrake(context.cancelled), rule, [])).rejects.toThrow(kind);
    expect(creations(estate)).toBe(1);
  });

  it('is given up where the tenant does not accept its own new token', async () => {
    const estate = await open('500');
    const context = contextOf(estate);
    order(estate, 'expired-token', 'before', 0);
    const known = await estate.tenant.findFlows('New');
    const creation = createVersion(context, makeBrake(context.cancelled), rule, known);
    await expect(creation).rejects.toMatchObject({
      reason: 'auth',
      message: expect.stringContaining('(401)'),
    });
    expect(creations(estate)).toBe(2);
  });

  it('does not take a flow of another content for its own', async () => {
    const estate = await open('500');
    const context = contextOf(estate);
    order(estate, '500', 'before');
    const other = seedFlow('stranger', ruleOf('New', { media: 'other' }), 'DRAFT');
    const tenant = tapTenant(estate.tenant, {
      before: (call) => {
        if (call === 'findFlows') estate.simulator.addFlow(other);
      },
    });
    const known = await estate.tenant.findFlows('New');
    const id = await createVersion({ ...context, tenant }, makeBrake(context.cancelled), rule, known);
    expect(id).not.toBe('stranger');
    expect(madeOf(estate)).toEqual(['stranger', id]);
  });

  it('writes nothing where the run is cancelled before, or between two attempts', async () => {
    const estate = await open('500');
    const context = contextOf(estate);
    order(estate, '500', 'before', 0);
    const tenant = tapTenant(estate.tenant, { after: () => estate.cancel.abort() });
    const known = await estate.tenant.findFlows('New');
    const brake = makeBrake(context.cancelled);
    await expect(createVersion({ ...context, tenant }, brake, rule, known)).rejects.toThrow('cancelled');
    expect(creations(estate)).toBe(1);
    await expect(createVersion(context, brake, rule, known)).rejects.toThrow('cancelled');
    expect(creations(estate)).toBe(1);
    expect(context.journal.open()).toHaveLength(1);
  });

  it('writes nothing where a sibling has failed', async () => {
    const estate = await openEstate();
    const context = contextOf(estate);
    const brake = makeBrake(context.cancelled);
    brake.pull();
    await expect(createVersion(context, brake, rule, [])).rejects.toThrow('stopped');
    expect(estate.simulator.state().requests).toEqual([]);
    expect(context.lines).toEqual([]);
  });
});
