import { describe, expect, it } from 'vitest';
import { ApiError, UserError } from '../../src/errors.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Tenant } from '../../src/ports.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { findPreflightProblems } from '../../src/transaction/preflight.ts';
import { requestOf, ruleOf } from '../plan/sample.ts';
import { countRequests, openEstate, planFor, seedFlow } from './estate.ts';

function fakeTenant(changes: Partial<Tenant>): Tenant {
  const found = { findFlows: async () => [], findMedia: async () => true };
  return { ...found, findCampaign: async () => ({ isActive: true }), ...changes } as unknown as Tenant;
}

async function planOf(...rules: readonly Rule[]): Promise<Plan> {
  return planFor(
    { tenant: fakeTenant({}), clock: { now: () => 0, sleep: async () => {} } },
    requestOf(rules),
  );
}

describe('findPreflightProblems', () => {
  it('finds nothing where all is there, and asks for each id once', async () => {
    const estate = await openEstate();
    const plan = await planOf(ruleOf('A'), ruleOf('B'), ruleOf('C', { media: 'other' }));
    expect(await findPreflightProblems(plan, estate.tenant)).toEqual([]);
    const state = estate.simulator.state();
    expect(countRequests(state, 'GET', /\/campaigns\/camp$/)).toBe(1);
    expect(countRequests(state, 'GET', /\/media\/assets\/hello$/)).toBe(1);
    expect(countRequests(state, 'GET', /\/media\/assets\/other$/)).toBe(1);
    expect(state.requests).toHaveLength(4);
  });

  it('names all that is missing and who uses it, not the first alone', async () => {
    const estate = await openEstate();
    const plan = await planOf(
      ruleOf('A', { campaignId: 'nowhere', media: 'no such prompt' }),
      ruleOf('B', { campaignId: 'nowhere' }),
      ruleOf('C', { campaignId: 'closed' }),
    );
    expect(await findPreflightProblems(plan, estate.tenant)).toEqual([
      {
        reason: 'reference',
        message: 'campaign closed is not ACTIVE on the tenant, so it can take no rule (used by C)',
      },
      { reason: 'reference', message: 'campaign nowhere does not exist on the tenant (used by A, B)' },
      {
        reason: 'reference',
        message: 'media asset no such prompt does not exist on the tenant (used by A)',
      },
    ]);
  });

  it('names a rule once, however often it uses what is missing', async () => {
    const estate = await openEstate();
    const prompt = { type: 'greeting', mediaAssetId: 'missing', transitions: [] } as const;
    const nodes = [
      { ...prompt, id: 'root' },
      { ...prompt, id: 'again' },
    ];
    const [problem] = await findPreflightProblems(await planOf(ruleOf('A', { nodes })), estate.tenant);
    expect(problem?.message).toMatch(/\(used by A\)$/);
  });

  it('asks nothing for rules that nothing is written for', async () => {
    const estate = await openEstate({ flows: [seedFlow('live', ruleOf('A', { campaignId: 'closed' }))] });
    const plan = await planFor(estate, requestOf([ruleOf('A', { campaignId: 'closed' })]));
    const before = estate.simulator.state().requests.length;
    expect(await findPreflightProblems(plan, estate.tenant)).toEqual([]);
    expect(estate.simulator.state().requests).toHaveLength(before);
  });

  const details = { method: 'GET', template: '/api/v2/campaigns/{campaignId}' };
  it.each<[string, Error, string]>([
    ['a missing scope', new UserError('scope', 'no scope'), 'scope'],
    ['a tenant that fails', new ApiError('no answer', details), 'tenant'],
    ['a tenant that is too slow', new ApiError('no answer', { ...details, timedOut: true }), 'timeout'],
  ])('tells %s once, beside the other problems', async (_case, error, reason) => {
    const tenant = fakeTenant({
      findCampaign: async () => {
        throw error;
      },
      findMedia: async () => false,
    });
    const plan = await planOf(ruleOf('A'), ruleOf('B', { campaignId: 'camp 2' }));
    const problems = await findPreflightProblems(plan, tenant);
    expect(problems.map((problem) => problem.reason).toSorted()).toEqual([reason, 'reference'].toSorted());
  });

  it('hides no bug', async () => {
    const tenant = fakeTenant({
      findMedia: async () => {
        throw new TypeError('a bug');
      },
    });
    await expect(findPreflightProblems(await planOf(ruleOf('A')), tenant)).rejects.toThrow('a bug');
  });
});
