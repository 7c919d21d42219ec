import { describe, expect, it } from 'vitest';
import { MOST_RULES, chooseFlows, chooseNewFlows } from '../../src/health/choose-flows.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { Flow } from '../../src/ports.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { NOON, day, deployedAs, flowOf, requestOf, ruleOf } from '../plan/sample.ts';

function planOf(desired: readonly Rule[], deployed: readonly Rule[], flows: readonly Flow[]) {
  const names = [...new Set([...desired, ...deployed].map(({ payload }) => payload.name))];
  const known = new Map(names.map((name) => [name, flows.filter((flow) => flow.payload.name === name)]));
  return makePlan(requestOf(desired, deployedAs(deployed)), known, NOON);
}

const [A, B, C] = [ruleOf('A'), ruleOf('B'), ruleOf('C')];
const NEW_A = ruleOf('A', { media: 'other' });

describe('the flows of what is live', () => {
  it('are those of the rules that change or go, and no others', () => {
    const flows = [flowOf('a', A), flowOf('b', B), flowOf('c', C)];
    const plan = planOf([NEW_A, C, ruleOf('New')], [A, B, C], flows);
    expect(chooseFlows(plan, NOON)).toEqual({
      flows: [
        { name: 'A', flowId: 'a' },
        { name: 'B', flowId: 'b' },
      ],
      leftOut: 0,
    });
  });

  it.each<[string, readonly Flow[], readonly string[]]>([
    ['idle versions', [flowOf('old', A, 'INACTIVE'), flowOf('draft', A, 'DRAFT')], []],
    ['one that is over', [flowOf('over', ruleOf('A', { expirationDate: day(-1) }))], []],
    ['one that takes effect later', [flowOf('later', ruleOf('A', { effectiveDate: day(1) }))], []],
    [
      'the newest of several',
      [flowOf('a', A), { ...flowOf('b', A), createdAt: day(-1) }, flowOf('c', A)],
      ['b'],
    ],
  ])('leave out %s', (_case, flows, expected) => {
    const { flows: chosen } = chooseFlows(planOf([NEW_A], [A], flows), NOON);
    expect(chosen.map(({ flowId }) => flowId)).toEqual(expected);
  });

  it('are 200 at most, and it is known how many there are more', () => {
    const rules = Array.from({ length: MOST_RULES + 3 }, (_, index) => ruleOf(`R${index}`));
    const changed = rules.map(({ payload }) => ruleOf(payload.name, { media: 'other' }));
    const plan = planOf(
      changed,
      rules,
      rules.map((rule, index) => flowOf(`f${index}`, rule)),
    );
    const { flows, leftOut } = chooseFlows(plan, NOON);
    expect([flows.length, leftOut]).toEqual([MOST_RULES, 3]);
  });
});

describe('the flows of new versions', () => {
  it('are those that are in force, and the others are named', () => {
    const desired = [
      NEW_A,
      ruleOf('B', { effectiveDate: day(1) }),
      C,
      ruleOf('Idle', { status: 'INACTIVE' }),
      ruleOf('Draft', { status: 'DRAFT' }),
    ];
    const plan = planOf(desired, [A, C], [flowOf('a', A), flowOf('c', C)]);
    const flowIds = { A: 'new-a', B: 'new-b', C: 'c', Idle: 'i', Draft: 'd' };
    expect(chooseNewFlows(plan, flowIds, NOON)).toEqual({
      flows: [{ name: 'A', flowId: 'new-a' }],
      later: ['B'],
    });
  });
});
