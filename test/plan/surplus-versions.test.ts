import { expect, it } from 'vitest';
import { makePlan } from '../../src/plan/make-plan.ts';
import { surplusVersions } from '../../src/plan/surplus-versions.ts';
import type { Flow } from '../../src/ports.ts';
import type { Status } from '../../src/rules/rule.ts';
import { NOON, day, deployedAs, flowOf, requestOf, ruleOf } from './sample.ts';

const [live, next] = [ruleOf('A'), ruleOf('A', { media: 'next' })];
/** A version with a content of its own, made on a day. */
const made = (id: string, at: number, status: Status = 'INACTIVE'): Flow => ({
  ...flowOf(id, ruleOf('A', { media: id }), status),
  createdAt: day(at),
});

it.each([
  ['beyond those that are kept, the oldest', 2, next, ['y', 'x', 'draft']],
  ['also the one that was live', 0, next, ['live', 'z', 'y', 'x', 'draft']],
  ['but not the one that is taken up again', 0, ruleOf('A', { media: 'y' }), ['live', 'z', 'x', 'draft']],
  ['nor the draft that is', 9, ruleOf('A', { media: 'draft' }), []],
  ['none of a rule that stays', 0, live, []],
  ['none of a rule that goes', 0, undefined, []],
])('surplus are %s', (_case, keep, rule, expected) => {
  const known = [
    made('x', 1),
    made('z', 3),
    made('y', 2),
    { ...flowOf('live', live), createdAt: day(4) },
    made('draft', 5, 'DRAFT'),
  ];
  const request = requestOf(rule === undefined ? [] : [rule], {
    ...deployedAs([live]),
    deployedFlows: { A: 'draft' },
  });
  const plan = makePlan(request, new Map([['A', known]]), NOON);
  expect(surplusVersions(plan, keep).map(({ id }) => id)).toEqual(expected);
});

it('a version that is handed over stays active, and is not surplus', () => {
  const later = ruleOf('A', { media: 'next', effectiveDate: day(9) });
  const plan = makePlan(
    requestOf([later], deployedAs([live])),
    new Map([['A', [flowOf('live', live)]]]),
    NOON,
  );
  expect(surplusVersions(plan, 0)).toEqual([]);
});
