import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/plan/deployed-state.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import {
  flowsBefore,
  flowsToRead,
  standingRules,
  stayWhereUnknown,
  withoutHolds,
} from '../../src/plan/standing-rules.ts';
import type { Flow } from '../../src/ports.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { NOON, deployedAs, flowOf, requestOf, ruleOf } from './sample.ts';

const old = ruleOf('A');
const held = ruleOf('A', { media: 'other' });
const other = ruleOf('B');
const hold = ({ payload, payloadHash }: Rule): Held => ({ name: payload.name, payloadHash });

interface Case {
  readonly is: string;
  readonly rules: readonly Rule[];
  readonly flows?: Readonly<Record<string, string>>;
  readonly held?: readonly Held[];
  readonly tenant?: readonly Flow[];
  readonly expected: readonly Rule[];
  readonly unknown?: readonly string[];
}

const tell = ({ path, payload, payloadHash, status }: Rule) =>
  [payload.name, path, payloadHash, status].join(' ');

describe('the rules that callers meet', () => {
  it.each<Case>([
    { is: 'are those of the commit where nothing is held', rules: [held, other], expected: [held, other] },
    {
      is: 'are the versions before, of what is held',
      rules: [held, other],
      flows: { A: 'f-1' },
      held: [hold(held)],
      tenant: [flowOf('f-1', old)],
      expected: [old, other],
    },
    {
      is: 'lack a rule that was held when it was new',
      rules: [held, other],
      flows: { B: 'f-2' },
      held: [hold(held)],
      expected: [other],
    },
    {
      is: 'have a rule whose removal is held',
      rules: [other],
      flows: { A: 'f-1' },
      held: [{ name: 'A', payloadHash: '' }],
      tenant: [flowOf('f-1', old)],
      expected: [old, other],
    },
    {
      is: 'have a rule that the record alone names',
      rules: [other],
      flows: { A: 'f-1', B: 'f-2' },
      tenant: [flowOf('f-1', old)],
      expected: [old, other],
    },
    {
      is: 'lack a rule that the record alone names where its flow is gone',
      rules: [other],
      flows: { A: 'f-1', B: 'f-2' },
      expected: [other],
      unknown: ['A'],
    },
    {
      is: 'are those of the commit where another version is held',
      rules: [old],
      flows: { A: 'f-1' },
      held: [hold(held)],
      expected: [old],
    },
    {
      is: 'are taken for the held ones where the version before is gone',
      rules: [held],
      flows: { A: 'f-1' },
      held: [hold(held)],
      expected: [held],
      unknown: ['A'],
    },
    {
      is: 'are taken for the held ones where the flow is another rule by now',
      rules: [held],
      flows: { A: 'f-1' },
      held: [hold(held)],
      tenant: [flowOf('f-1', other)],
      expected: [held],
      unknown: ['A'],
    },
  ])('$is', ({ rules, flows = {}, held: holds = [], tenant = [], expected, unknown = [] }) => {
    const state = { flows, held: holds };
    const found = [...flowsToRead(rules, state)].flatMap(([name, id]): [string, Flow][] => {
      const flow = tenant.find((entry) => entry.id === id);
      return flow === undefined ? [] : [[name, flow]];
    });
    const pathOf = (name: string) => `rules/${name}.json`;
    const standing = standingRules(rules, state, new Map(found), pathOf, ({ status }) => status);
    expect(standing.rules.map(tell).toSorted()).toEqual(expected.map(tell).toSorted());
    expect(standing.unknown).toEqual(unknown);
  });

  it('ask for no flow of a rule that the commit tells', () => {
    expect([...flowsToRead([old, other], { flows: { A: 'f-1', B: 'f-2' }, held: [hold(held)] })]).toEqual([]);
  });

  it('are the commit’s own where nothing is held any more, and a removal is one', () => {
    const state = { flows: { A: 'f-1', B: 'f-2' }, held: [hold(held), { name: 'B', payloadHash: '' }] };
    expect(withoutHolds(state)).toEqual({ flows: { A: 'f-1' }, held: [] });
  });

  it('stay what they are where nobody knows what they were', () => {
    const stays = stayWhereUnknown([old], { rules: [held, other], unknown: ['A', 'C'] });
    expect(stays.rules.map(tell)).toEqual([other, old].map(tell));
    expect(stays.held).toEqual([hold(old), { name: 'C', payloadHash: '' }]);
  });
});

describe('what was live before a plan', () => {
  const next = ruleOf('A', { media: 'next' });
  const before = (desired: Rule, tenant: readonly Flow[], flows: Readonly<Record<string, string>>) => {
    const request = requestOf([desired], { ...deployedAs([held]), held: [hold(held)] });
    const plan = makePlan(request, new Map([['A', tenant]]), NOON);
    return flowsBefore(plan, { flows, held: [hold(held)] });
  };
  const two = [flowOf('x', ruleOf('A', { media: 'x' })), flowOf('a', old)];

  it.each([
    { is: 'the flow of the record', desired: next, tenant: two, flows: { A: 'a', B: 'b' }, flowId: 'a' },
    { is: 'the active flow where the record names none', desired: next, tenant: two, flows: {}, flowId: 'x' },
    { is: 'nothing where none was active', desired: next, tenant: [], flows: { A: 'a' }, flowId: undefined },
    { is: 'the record’s where it stays held', desired: held, tenant: two, flows: { A: 'y' }, flowId: 'y' },
  ])('is $is', ({ desired, tenant, flows, flowId }) => {
    const others = 'B' in flows ? { B: 'b' } : {};
    expect(before(desired, tenant, flows)).toEqual({
      ...others,
      ...(flowId === undefined ? {} : { A: flowId }),
    });
  });
});
