import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/plan/make-plan.ts';
import { makeFootprint, readFootprint } from '../../src/transaction/footprint.ts';
import { NOON, deployedAs, flowOf, requestOf, ruleOf } from '../plan/sample.ts';

const [old, next, idle] = ['old', 'next', 'idle'].map((media) => ruleOf('A', { media }));
const fresh = ruleOf('B');
if (old === undefined || next === undefined || idle === undefined) throw new Error('three versions');
const state = (flowId: string, status: string) => ({
  name: 'A',
  flowId,
  status,
  effectiveDate: null,
  expirationDate: null,
});

describe('a footprint', () => {
  it('has what was there, what is touched, and what is created', () => {
    const live = new Map([
      ['A', [flowOf('a', old), flowOf('b', idle, 'INACTIVE')]],
      ['B', []],
    ]);
    const plan = makePlan(requestOf([idle, fresh], deployedAs([old])), live, NOON);
    const footprint = {
      known: { A: ['a', 'b'], B: [] },
      touched: [state('a', 'ACTIVE'), state('b', 'INACTIVE')],
      created: { B: fresh.payloadHash },
    };
    expect(makeFootprint(plan)).toEqual(footprint);
    const payload = { schemaVersion: 1, footprint };
    expect(readFootprint(payload)).toEqual(footprint);
    expect(readFootprint(JSON.stringify(payload))).toEqual(footprint);
  });

  it('lacks what is left as it is', () => {
    const plan = makePlan(requestOf([old], deployedAs([old])), new Map(), NOON);
    expect(makeFootprint(plan)).toEqual({ known: {}, touched: [], created: {} });
  });

  it('is left out where it is too large for a record', () => {
    const flows = Array.from({ length: 4000 }, (_, at) => flowOf(`flow-${at}-of-many`, idle, 'INACTIVE'));
    const plan = makePlan(requestOf([next], deployedAs([old])), new Map([['A', flows]]), NOON);
    expect(makeFootprint(plan)).toBeUndefined();
  });

  it.each([
    ['no payload', undefined],
    ['no footprint', {}],
    ['no list of flows', { footprint: { known: { A: 'a' }, touched: [] } }],
    ['flows that have no ids', { footprint: { known: { A: [1] }, touched: [] } }],
    ['nothing that was there', { footprint: { known: null, touched: [] } }],
    ['no list of states', { footprint: { known: {}, touched: {} } }],
    ['no state', { footprint: { known: {}, touched: [{ name: 'A' }] } }],
    ['a state of another kind', { footprint: { known: {}, touched: [null] } }],
  ])('is not read where there is %s', (_case, payload) => {
    expect(readFootprint(payload)).toBeUndefined();
  });

  it('of an older record does not say what was created', () => {
    const footprint = { known: { A: ['a'] }, touched: [state('a', 'ACTIVE')] };
    expect(readFootprint({ footprint })).toEqual(footprint);
    expect(readFootprint({ footprint: { ...footprint, created: { A: 1 } } })).toEqual(footprint);
  });
});
