import { describe, expect, it } from 'vitest';
import { compareTenant } from '../../../src/commands/drift/compare-tenant.ts';
import { indexByName } from '../../../src/plan/compare-rule-sets.ts';
import type { Flow, Tenant } from '../../../src/ports.ts';
import { NOON, flowOf, ruleOf } from '../../plan/sample.ts';

const rule = ruleOf('A');
const rules = indexByName([rule]);
const state = {
  schemaVersion: 1,
  rulesetDigest: '0'.repeat(64),
  auditHead: '0'.repeat(64),
  previousSha: null,
  held: [],
  flows: { A: 'own' },
} as const;
const request = { desired: rules, deployed: rules, live: { sha: 'a'.repeat(40), state }, now: NOON };

async function compare(tenant: Partial<Tenant>) {
  return compareTenant(tenant as Tenant, request, new Map(), false);
}

describe('compareTenant', () => {
  it('does not believe a list that lacks the flow which the record names', async () => {
    const { drift } = await compare({
      listFlows: async () => ({ flows: [], unreadable: [] }),
      getFlow: async (id) => flowOf(id, rule),
    });
    expect(drift.rules).toMatchObject([{ name: 'A', state: 'in-sync' }]);
  });

  it('asks for the names of the rules where the tenant lists no flows without one', async () => {
    const asked: string[] = [];
    const { drift } = await compare({
      listFlows: async () => undefined,
      findFlows: async (name): Promise<Flow[]> => {
        asked.push(name);
        return [flowOf('own', ruleOf('A', { media: 'other' }))];
      },
    });
    expect(asked).toEqual(['A']);
    expect(drift).toMatchObject({ rules: [{ state: 'edited' }], unknown: undefined });
  });

  it('says nothing where a flow of a rule cannot be read, and lists a stranger that cannot be', async () => {
    const listing = (name: string) => ({
      listFlows: async () => ({
        flows: [flowOf('own', rule)],
        unreadable: [{ id: 'x', name, why: 'no state' }],
      }),
    });
    await expect(compare(listing('A'))).rejects.toThrow(
      'a flow of rule "A" cannot be read, so nothing can be said of it: no state',
    );
    const { drift } = await compare(listing('Other'));
    expect(drift.unknown).toEqual([{ id: 'x', name: 'Other', status: undefined, why: 'no state' }]);
  });

  it('finds a flow that was given another name', async () => {
    const { drift } = await compare({
      listFlows: async () => ({ flows: [flowOf('own', ruleOf('Z'))], unreadable: [] }),
    });
    expect(drift.rules[0]?.differences).toEqual([{ path: '/name', what: 'name', git: 'A', tenant: 'Z' }]);
    expect(drift.unknown).toEqual([]);
  });
});
