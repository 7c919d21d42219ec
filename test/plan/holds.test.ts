import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/plan/deployed-state.ts';
import { holdsAfterDeploy, holdsAfterRollback, joinHolds } from '../../src/plan/holds.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { ruleOf } from './sample.ts';

const one = ruleOf('A');
const two = ruleOf('A', { media: 'other' });
const other = ruleOf('B');

/** The hold of one version, or of a removal. */
function hold(rule: Rule | string): Held {
  return typeof rule === 'string'
    ? { name: rule, payloadHash: '' }
    : { name: rule.payload.name, payloadHash: rule.payloadHash };
}

describe('after a deployment', () => {
  it.each<[string, readonly Held[], readonly Rule[], boolean, readonly string[], readonly Held[]]>([
    ['nothing is held where nothing was', [], [one], false, [], []],
    ['a version that is still what the file says stays held', [hold(two)], [two], false, [], [hold(two)]],
    ['an edit releases', [hold(two)], [one], false, [], []],
    ['a removal releases', [hold(two)], [], false, [], []],
    ['an override releases', [hold(two)], [two], true, [], []],
    ['a held removal stays held while the rule is not there', [hold('A')], [other], false, [], [hold('A')]],
    ['a rule that is back releases the held removal', [hold('A')], [one], false, [], []],
    ['what was not selected stays as it was', [hold(two)], [one], true, ['B'], [hold(two)]],
    ['what was selected is released', [hold(two), hold(other)], [one], false, ['A'], [hold(other)]],
  ])('%s', (_case, held, desired, releases, only, expected) => {
    expect(holdsAfterDeploy(held, desired, releases, only)).toEqual(expected);
  });
});

describe('after a rollback', () => {
  interface Case {
    readonly is: string;
    readonly live: readonly Rule[];
    readonly target: readonly Rule[];
    readonly held?: readonly Held[];
    readonly only?: readonly string[];
    readonly heldThere?: readonly Held[];
    readonly expected: readonly Held[];
  }

  it.each<Case>([
    { is: 'nothing is held where nothing changed', live: [one], target: [one], expected: [] },
    { is: 'a version that was taken away is held', live: [two], target: [one], expected: [hold(two)] },
    { is: 'a rule that was taken away is held', live: [one, other], target: [one], expected: [hold(other)] },
    { is: 'a removal that was taken back is held', live: [], target: [one], expected: [hold('A')] },
    {
      is: 'a new name that was taken back is held, and so is that the old one went',
      live: [ruleOf('New')],
      target: [ruleOf('Old')],
      expected: [hold(ruleOf('New')), hold('Old')],
    },
    {
      is: 'what was held before is carried on',
      live: [two],
      target: [one],
      held: [hold(other), hold(ruleOf('A', { media: 'third' }))],
      expected: [hold(two), hold(other), hold(ruleOf('A', { media: 'third' }))],
    },
    {
      is: 'a held version that is the target is released',
      live: [one],
      target: [two],
      held: [hold(two)],
      expected: [hold(one)],
    },
    {
      is: 'a held removal that is the target is released',
      live: [one],
      target: [],
      held: [hold('A')],
      expected: [hold(one)],
    },
    { is: 'a version is held once', live: [two], target: [one], held: [hold(two)], expected: [hold(two)] },
    {
      is: 'what was not selected is left alone',
      live: [two, ruleOf('B', { media: 'other' })],
      target: [one, other],
      held: [hold('C')],
      only: ['A'],
      expected: [hold(two), hold('C')],
    },
    {
      is: 'what was held at the target is held again, though an edit had released it',
      live: [two],
      target: [one],
      heldThere: [hold(ruleOf('A', { media: 'third' })), hold('B')],
      expected: [hold(two), hold(ruleOf('A', { media: 'third' })), hold('B')],
    },
    {
      is: 'what was held at the target of rules that were not selected is left alone',
      live: [two, other],
      target: [one, other],
      only: ['A'],
      heldThere: [hold('B')],
      expected: [hold(two)],
    },
  ])('$is', ({ live, target, held = [], only = [], heldThere = [], expected }) => {
    const order = ({ name, payloadHash }: Held): string => `${name}\n${payloadHash}`;
    const holds = holdsAfterRollback(live, target, held, only, heldThere);
    expect(holds.map(order)).toEqual(expected.map(order).toSorted());
  });
});

it('holds of two lists are each there once, sorted', () => {
  const held = [hold(one), hold(two)];
  expect(joinHolds(held, [hold(two)])).toEqual(
    held.toSorted((a, b) => (a.payloadHash < b.payloadHash ? -1 : 1)),
  );
});
