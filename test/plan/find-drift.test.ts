import { describe, expect, it } from 'vitest';
import { type DriftCase, findDrift } from '../../src/plan/find-drift.ts';
import { type DeploymentStep, replayDeployments } from '../../src/plan/replay-deployments.ts';
import type { Flow } from '../../src/ports.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { NOON, day, flowOf, ruleOf } from './sample.ts';

const rule = ruleOf('A');
const other = ruleOf('A', { media: 'other' });
const later = ruleOf('A', { media: 'later', effectiveDate: day(3) });
const until = (end: string, source: Rule = rule): Rule =>
  ruleOf('A', { ...source.payload, media: source.payload.nodes[0]?.mediaAssetId ?? '', expirationDate: end });

const step = (flowId: string, deployed: Rule | undefined, at = -1): DeploymentStep => ({
  flowId,
  rule: deployed,
  deployedAt: Date.parse(day(at)),
});

interface Case {
  readonly is: string;
  readonly desired?: Rule | undefined;
  readonly steps?: readonly DeploymentStep[];
  readonly flows: readonly Flow[];
  readonly changes?: Partial<DriftCase>;
  readonly state: string;
  readonly paths?: readonly string[];
  readonly taken?: string;
}

const CASES: readonly Case[] = [
  { is: 'it is as it was left', flows: [flowOf('own', rule)], state: 'in-sync' },
  {
    is: 'idle versions lie about',
    flows: [flowOf('own', rule), flowOf('old', other, 'INACTIVE')],
    state: 'in-sync',
  },
  {
    is: 'a person has a draft of it',
    flows: [flowOf('own', rule), flowOf('x', other, 'DRAFT')],
    state: 'in-sync',
  },
  {
    is: 'its content was edited',
    flows: [flowOf('own', other)],
    state: 'edited',
    paths: ['/nodes/root/mediaAssetId'],
    taken: 'own',
  },
  {
    is: 'it was switched off',
    flows: [flowOf('own', rule, 'INACTIVE')],
    state: 'edited',
    paths: ['/status'],
    taken: 'own',
  },
  { is: 'it is gone', flows: [], state: 'missing' },
  {
    is: 'it is gone, and an old version lies idle',
    flows: [flowOf('old', other, 'INACTIVE')],
    state: 'missing',
  },
  { is: 'it is gone, and the same is there', flows: [flowOf('new', rule)], state: 'in-sync' },
  {
    is: 'it is gone, and another is active',
    flows: [flowOf('new', other)],
    state: 'edited',
    paths: ['/nodes/root/mediaAssetId', '/versions/new'],
    taken: 'new',
  },
  {
    is: 'a second version is active',
    flows: [flowOf('own', rule), flowOf('new', other)],
    state: 'edited',
    paths: ['/versions/new'],
    taken: 'new',
  },
  {
    is: 'a second version is active later',
    flows: [flowOf('own', rule), flowOf('new', later)],
    state: 'edited',
    paths: ['/versions/new'],
    taken: 'new',
  },
  {
    is: 'the version before it is active, and its window is over',
    flows: [flowOf('own', rule), flowOf('old', until(day(-1), other))],
    state: 'in-sync',
  },
  {
    is: 'git has moved on',
    desired: other,
    flows: [flowOf('own', rule)],
    state: 'not-deployed',
  },
  {
    is: 'git has moved on, and the tenant too',
    desired: other,
    flows: [flowOf('own', later)],
    state: 'both',
    taken: 'own',
  },
  {
    is: 'git has moved to what the tenant has',
    desired: other,
    flows: [flowOf('own', other)],
    state: 'in-sync',
  },
  { is: 'git has removed it', desired: undefined, flows: [flowOf('own', rule)], state: 'not-deployed' },
  {
    is: 'git has removed it, and it was edited',
    desired: undefined,
    flows: [flowOf('own', other)],
    state: 'both',
    taken: 'own',
  },
  { is: 'git has moved on, and it is gone', desired: other, flows: [], state: 'missing' },
  {
    is: 'a rollback holds what git says',
    desired: other,
    flows: [flowOf('own', rule)],
    changes: { isHeld: true },
    state: 'in-sync',
  },
  {
    is: 'a rollback holds what git says, and somebody put it back at the console',
    desired: other,
    flows: [flowOf('own', other)],
    changes: { isHeld: true },
    state: 'edited',
    taken: 'own',
  },
  {
    is: 'a later version waits, and the one before serves until then',
    desired: later,
    steps: [step('old', rule, -2), step('own', later)],
    flows: [flowOf('own', later), flowOf('old', until(day(3)))],
    state: 'in-sync',
  },
  {
    is: 'a later version waits, and the one before was edited',
    desired: later,
    steps: [step('old', rule, -2), step('own', later)],
    flows: [flowOf('own', later), flowOf('old', until(day(3), other))],
    state: 'edited',
    paths: ['/versions/old/nodes/root/mediaAssetId'],
  },
  {
    is: 'a later version waits, and the one before is gone',
    desired: later,
    steps: [step('old', rule, -2), step('own', later)],
    flows: [flowOf('own', later)],
    state: 'edited',
    paths: ['/versions/old'],
  },
  {
    is: 'a later version waits, and somebody made another one that ends in time',
    desired: later,
    steps: [step('old', rule, -2), step('own', later)],
    flows: [flowOf('own', later), flowOf('old', until(day(3))), flowOf('x', until(day(2), other))],
    state: 'edited',
    paths: ['/versions/x'],
    taken: 'x',
  },
  {
    is: 'a later version waits beside a flow that was there before the first deployment',
    desired: later,
    steps: [step('own', later)],
    flows: [flowOf('own', later), flowOf('stranger', until(day(3), other))],
    state: 'in-sync',
  },
  {
    is: 'a later version waits beside a flow that goes on after it',
    desired: later,
    steps: [step('own', later)],
    flows: [flowOf('own', later), flowOf('stranger', other)],
    state: 'edited',
    paths: ['/versions/stranger'],
    taken: 'stranger',
  },
  {
    is: 'a later version has taken the place of one that waited: the one before both serves',
    desired: later,
    steps: [
      step('old', rule, -3),
      step('waited', ruleOf('A', { effectiveDate: day(1) }), -2),
      step('own', later),
    ],
    flows: [
      flowOf('own', later),
      flowOf('old', until(day(3))),
      flowOf('waited', ruleOf('A', { effectiveDate: day(1) }), 'INACTIVE'),
    ],
    state: 'in-sync',
  },
  {
    is: 'a draft lies beside what is live',
    desired: ruleOf('A', { media: 'draft', status: 'DRAFT' }),
    steps: [step('old', rule, -2), step('own', ruleOf('A', { media: 'draft', status: 'DRAFT' }))],
    flows: [flowOf('own', ruleOf('A', { media: 'draft' }), 'DRAFT'), flowOf('old', rule)],
    state: 'in-sync',
  },
  {
    is: 'a draft was switched on',
    desired: ruleOf('A', { status: 'DRAFT' }),
    steps: [step('own', ruleOf('A', { status: 'DRAFT' }))],
    flows: [flowOf('own', rule)],
    state: 'edited',
    paths: ['/status'],
    taken: 'own',
  },
  {
    is: 'what was live became a draft in git: it stays live',
    desired: ruleOf('A', { status: 'DRAFT' }),
    steps: [step('own', rule, -2), step('own', ruleOf('A', { status: 'DRAFT' }))],
    flows: [flowOf('own', rule)],
    state: 'in-sync',
  },
  {
    is: 'an inactive rule was switched on',
    desired: ruleOf('A', { status: 'INACTIVE' }),
    steps: [step('own', ruleOf('A', { status: 'INACTIVE' }))],
    flows: [flowOf('own', rule)],
    state: 'edited',
    paths: ['/status'],
    taken: 'own',
  },
  {
    is: 'the deployed version cannot be told',
    steps: [step('own', undefined)],
    flows: [flowOf('own', other)],
    state: 'not-deployed',
  },
  {
    is: 'the deployed version cannot be told, and is off',
    steps: [step('own', undefined)],
    flows: [flowOf('own', other, 'INACTIVE')],
    state: 'both',
    taken: 'own',
  },
  { is: 'it is new in git', steps: [], flows: [], state: 'not-deployed' },
  {
    is: 'it is new in git, and the tenant has a flow of its name',
    steps: [],
    flows: [flowOf('x', other)],
    state: 'not-deployed',
  },
  {
    is: 'it is new in git, and the tenant has the same',
    steps: [],
    flows: [flowOf('x', rule)],
    state: 'in-sync',
  },
  {
    is: 'nothing was ever deployed, and the tenant has another',
    steps: [],
    flows: [flowOf('x', other)],
    changes: { isDeployed: false },
    state: 'edited',
    paths: ['/nodes/root/mediaAssetId'],
    taken: 'x',
  },
  {
    is: 'nothing was ever deployed, and it is not there',
    steps: [],
    flows: [],
    changes: { isDeployed: false },
    state: 'not-deployed',
  },
];

describe('findDrift', () => {
  it.each(CASES)('where $is: $state', (given) => {
    const { steps = [step('own', rule)], flows, changes, state, paths, taken } = given;
    const found = findDrift({
      name: 'A',
      desired: 'desired' in given ? given.desired : rule,
      expectation: replayDeployments(steps),
      isDeployed: true,
      isHeld: false,
      versions: flows,
      now: NOON,
      ...changes,
    });
    expect(found.state).toBe(state);
    if (paths !== undefined) expect(found.differences.map(({ path }) => path)).toEqual(paths);
    if (state === 'in-sync' || state === 'not-deployed') expect(found.differences).toEqual([]);
    expect(found.taken?.id).toBe(taken);
  });
});
