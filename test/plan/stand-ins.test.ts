import { describe, expect, it } from 'vitest';
import { joinHolds } from '../../src/plan/holds.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { Flow } from '../../src/ports.ts';
import { findStandIns, standIn } from '../../src/plan/stand-ins.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { NOON, deployedAs, flowOf, requestOf, ruleOf } from './sample.ts';

const OLD = ruleOf('A', { media: 'old' });
const HELD = ruleOf('A', { media: 'held' });
const NEW = ruleOf('A', { media: 'new' });
const hold = ({ payload, payloadHash }: Rule) => ({ name: payload.name, payloadHash });

function planOf(desired: readonly Rule[], flows: readonly Flow[]) {
  return makePlan(
    requestOf(desired, { ...deployedAs([HELD]), held: [hold(HELD)] }),
    new Map([['A', flows]]),
    NOON,
  );
}

describe('what was live in the place of a held version', () => {
  it('is the flow of the record, and stands in for the rule of the commit', () => {
    const standIns = findStandIns(planOf([NEW], [flowOf('a', OLD)]), [hold(HELD)], { A: 'a' });
    const [rule, other] = standIn([HELD, ruleOf('B')], standIns).toReversed();
    expect(rule).toMatchObject({ payloadHash: OLD.payloadHash, status: 'ACTIVE' });
    expect(other?.payload.name).toBe('B');
  });

  it('is the active flow where the record names none', () => {
    const standIns = findStandIns(planOf([NEW], [flowOf('a', OLD)]), [hold(HELD)], {});
    expect(standIns.get('A')?.payloadHash).toBe(OLD.payloadHash);
  });

  it('is nothing where none was live: then the rule of the commit was not there either', () => {
    const standIns = findStandIns(planOf([NEW], []), [hold(HELD)], {});
    expect([...standIns]).toEqual([['A', undefined]]);
    expect(standIn([HELD], standIns)).toEqual([]);
  });

  it('is not asked for where the plan leaves the rule held', () => {
    const standIns = findStandIns(planOf([HELD], [flowOf('a', OLD)]), [hold(HELD)], { A: 'a' });
    expect(standIns.size).toBe(0);
  });

  it('is not asked for where the rule was not held', () => {
    expect(findStandIns(planOf([NEW], [flowOf('a', OLD)]), [], { A: 'a' }).size).toBe(0);
  });
});

it('holds of two lists are each there once, sorted', () => {
  const [a, b] = [hold(NEW), hold(HELD)];
  expect(joinHolds([a, b], [b])).toEqual([a, b].toSorted((x, y) => (x.payloadHash < y.payloadHash ? -1 : 1)));
});
