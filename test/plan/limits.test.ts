import { describe, expect, it } from 'vitest';
import { type PlanLimit, findBrokenLimits } from '../../src/plan/limits.ts';
import type { Change, Plan, PlanAction, PlanReason } from '../../src/plan/plan.ts';

function changesOf(count: number, action: PlanAction, reason: PlanReason, name: string): Change[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${name} ${index + 1}`,
    action,
    reason,
    retirements: [],
    deletions: [],
    known: [],
  }));
}

function planOf(counts: { changed?: number; removed?: number; idle?: number }): Plan {
  return {
    changes: [
      ...changesOf(counts.changed ?? 0, 'replace', 'content', 'changed'),
      ...changesOf(counts.removed ?? 0, 'deactivate', 'removed', 'removed'),
      ...changesOf(counts.idle ?? 0, 'none', 'unchanged', 'idle'),
      ...changesOf(counts.idle ?? 0, 'held', 'held', 'held'),
      ...changesOf(counts.idle ?? 0, 'none', 'removed', 'kept'),
    ],
  };
}

const rules = (value: number): PlanLimit => ({ value, unit: 'rules' });
const percent = (value: number): PlanLimit => ({ value, unit: 'percent' });
/** What the inputs have where nobody sets them. */
const DEFAULTS = { maxChanges: percent(100), maxRemovals: percent(30) };

interface Case {
  readonly is: string;
  readonly plan: Plan;
  readonly live: number;
  readonly maxChanges?: PlanLimit;
  readonly maxRemovals?: PlanLimit;
  readonly broken: readonly string[];
}

describe('findBrokenLimits', () => {
  it.each<Case>([
    { is: 'all rules changed, by default', plan: planOf({ changed: 50 }), live: 50, broken: [] },
    { is: 'more rules than are live, by default', plan: planOf({ changed: 50 }), live: 2, broken: [] },
    { is: 'a first deployment', plan: planOf({ changed: 50 }), live: 0, broken: [] },
    {
      is: 'a first deployment with a percentage',
      plan: planOf({ changed: 50 }),
      live: 0,
      maxChanges: percent(10),
      broken: [],
    },
    {
      is: 'a first deployment with a count',
      plan: planOf({ changed: 3 }),
      live: 0,
      maxChanges: rules(2),
      broken: ['max-changes'],
    },
    {
      is: 'as many as the count',
      plan: planOf({ changed: 5 }),
      live: 9,
      maxChanges: rules(5),
      broken: [],
    },
    {
      is: 'one over the count',
      plan: planOf({ changed: 6 }),
      live: 9,
      maxChanges: rules(5),
      broken: ['max-changes'],
    },
    {
      is: 'a count of 0 allows nothing',
      plan: planOf({ changed: 1 }),
      live: 9,
      maxChanges: rules(0),
      broken: ['max-changes'],
    },
    {
      is: 'half of 9 is 4',
      plan: planOf({ changed: 4 }),
      live: 9,
      maxChanges: percent(50),
      broken: [],
    },
    {
      is: 'half of 9 is not 5',
      plan: planOf({ changed: 5 }),
      live: 9,
      maxChanges: percent(50),
      broken: ['max-changes'],
    },
    {
      is: 'removals are changes too',
      plan: planOf({ changed: 2, removed: 2 }),
      live: 9,
      maxChanges: rules(3),
      broken: ['max-changes'],
    },
    {
      is: 'what writes nothing does not count',
      plan: planOf({ idle: 40 }),
      live: 40,
      maxChanges: rules(0),
      maxRemovals: rules(0),
      broken: [],
    },
    { is: '3 removals of 3, by default', plan: planOf({ removed: 3 }), live: 3, broken: [] },
    {
      is: '4 removals of 13, by default',
      plan: planOf({ removed: 4 }),
      live: 13,
      broken: ['max-removals'],
    },
    { is: '4 removals of 14, by default', plan: planOf({ removed: 4 }), live: 14, broken: [] },
    { is: '30 removals of 100, by default', plan: planOf({ removed: 30 }), live: 100, broken: [] },
    {
      is: '31 removals of 100, by default',
      plan: planOf({ removed: 31 }),
      live: 100,
      broken: ['max-removals'],
    },
    {
      is: 'no removal, by count: no least number',
      plan: planOf({ removed: 1 }),
      live: 100,
      maxRemovals: rules(0),
      broken: ['max-removals'],
    },
    {
      is: '0 % still allows 3',
      plan: planOf({ removed: 3 }),
      live: 100,
      maxRemovals: percent(0),
      broken: [],
    },
    {
      is: 'both limits at once',
      plan: planOf({ changed: 4, removed: 4 }),
      live: 10,
      maxChanges: rules(7),
      broken: ['max-changes', 'max-removals'],
    },
  ])('$is', ({ plan, live, broken, ...limits }) => {
    const sentences = findBrokenLimits(plan, { ...DEFAULTS, ...limits }, live);
    expect(sentences.map((sentence) => /max-\w+/.exec(sentence)?.[0])).toEqual(broken);
  });

  it('says what the plan does, what is allowed, and which rules it is about', () => {
    const limits = { maxChanges: rules(2), maxRemovals: percent(30) };
    expect(findBrokenLimits(planOf({ removed: 4 }), limits, 5)).toEqual([
      'the plan changes 4 rules, but max-changes allows 2: removed 1, removed 2, removed 3, removed 4',
      'the plan removes 4 rules, but max-removals allows 30% of 5 live rules, that is 3: removed 1, removed 2, removed 3, removed 4',
    ]);
  });

  it('counts one rule in the singular', () => {
    const limits = { maxChanges: rules(0), maxRemovals: rules(0) };
    expect(findBrokenLimits(planOf({ removed: 1 }), limits, 5)).toEqual([
      'the plan changes 1 rule, but max-changes allows 0: removed 1',
      'the plan removes 1 rule, but max-removals allows 0: removed 1',
    ]);
  });
});
