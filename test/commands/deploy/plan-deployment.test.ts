import { describe, expect, it } from 'vitest';
import { planDeployment } from '../../../src/commands/deploy/plan-deployment.ts';
import type { SeedFlow } from '../../../src/simulator/seed.ts';
import { requestOf, ruleOf } from '../../plan/sample.ts';
import { countRequests, openEstate, seedFlow } from '../../transaction/estate.ts';

function rulesOf(count: number): ReturnType<typeof ruleOf>[] {
  return Array.from({ length: count }, (_, index) => ruleOf(`Rule ${index}`));
}

function foreign(count: number): SeedFlow[] {
  return Array.from({ length: count }, (_, index) => seedFlow(`f${index}`, ruleOf('Foreign'), 'INACTIVE'));
}

describe('a plan', () => {
  it.each<[string, rules: number, foreign: number, lists: number]>([
    ['few rules by their names', 19, 0, 19],
    ['many rules by one look at all flows', 20, 79, 1],
    ['many rules by their names, where there are too many flows for one look', 20, 101, 21],
  ])('finds %s', async (_case, count, others, lists) => {
    const rules = rulesOf(count);
    const live = seedFlow('mine', rules[3]!, 'ACTIVE');
    const { tenant, simulator, clock } = await openEstate({ flows: [...foreign(others), live] });
    const plan = await planDeployment(requestOf(rules), tenant, clock);
    const known = plan.changes.flatMap((change) => change.known.map((flow) => [change.name, flow.id]));
    expect(known).toEqual([['Rule 3', 'mine']]);
    expect(countRequests(simulator.state(), 'GET', /\/ivr\/flows$/)).toBe(lists);
  });
});
