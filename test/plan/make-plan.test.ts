import { describe, expect, it } from 'vitest';
import { type PlanRequest, makePlan, namesToLookUp } from '../../src/plan/make-plan.ts';
import { type Change, isWrite } from '../../src/plan/plan.ts';
import type { Flow } from '../../src/ports.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { NOON, day, deployedAs, flowOf, requestOf, ruleOf } from './sample.ts';

interface Case {
  readonly is: string;
  readonly desired?: Rule;
  readonly request?: Partial<PlanRequest>;
  readonly flows?: readonly Flow[];
  /** Action, reason, where the version comes from, and its final state. */
  readonly plan: string;
  /** What happens to which older flow. */
  readonly retires?: Readonly<Record<string, object>>;
  readonly deletes?: readonly string[];
}

const NAME = 'Sales';
const off = { status: 'INACTIVE' };
const rule = ruleOf(NAME);
const other = ruleOf(NAME, { media: 'other' });
const inactive = ruleOf(NAME, { status: 'INACTIVE' });
const draft = ruleOf(NAME, { status: 'DRAFT' });
const later = ruleOf(NAME, { media: 'other', effectiveDate: day(3) });

function spell({ action, reason, source, finalStatus }: Change): string {
  const from = source === undefined ? '-' : source.kind === 'create' ? 'anew' : source.flow.id;
  return `${action} ${reason} ${from} ${finalStatus ?? '-'}`;
}

function planOne({ desired, request = {}, flows = [] }: Case): Change {
  const whole = requestOf(desired === undefined ? [] : [desired], request);
  const { changes } = makePlan(whole, new Map([[NAME, flows]]), NOON);
  const own = changes.filter(({ name }) => name === NAME);
  expect(own).toHaveLength(1);
  return own[0]!;
}

function check(one: Case): void {
  const change = planOne(one);
  expect(spell(change)).toBe(one.plan);
  expect(Object.fromEntries(change.retirements.map(({ flow, patch }) => [flow.id, patch]))).toEqual(
    one.retires ?? {},
  );
  expect(change.deletions.map(({ id }) => id)).toEqual(one.deletes ?? []);
}

const ACTIVE_CASES: readonly Case[] = [
  { is: 'a rule that nobody knows', desired: rule, plan: 'create new anew ACTIVE' },
  {
    is: 'a rule under a new name',
    desired: rule,
    request: { ...deployedAs([]), deployed: [ruleOf('Old')] },
    plan: 'create renamed anew ACTIVE',
  },
  {
    is: 'another content is active',
    desired: rule,
    flows: [flowOf('old', other)],
    plan: 'replace content anew ACTIVE',
    retires: { old: off },
  },
  {
    is: 'the same content with another window is active',
    desired: rule,
    flows: [flowOf('old', ruleOf(NAME, { expirationDate: day(9) }))],
    plan: 'replace window anew ACTIVE',
    retires: { old: off },
  },
  {
    is: 'it lies idle on the tenant',
    desired: rule,
    flows: [flowOf('idle', rule, 'INACTIVE')],
    plan: 'activate status idle ACTIVE',
  },
  {
    is: 'it was staged as our own draft',
    desired: rule,
    request: deployedAs([draft]),
    flows: [flowOf(`flow-of-${NAME}`, rule, 'DRAFT')],
    plan: `activate status flow-of-${NAME} ACTIVE`,
  },
  {
    is: 'only another idle version is there',
    desired: rule,
    flows: [flowOf('idle', other, 'INACTIVE')],
    plan: 'create new anew ACTIVE',
  },
  {
    is: 'it lies idle, and another content is active: a way back',
    desired: rule,
    flows: [flowOf('new', other), flowOf('idle', rule, 'INACTIVE')],
    plan: 'replace content idle ACTIVE',
    retires: { new: off },
  },
  {
    is: 'it is active already',
    desired: rule,
    flows: [flowOf('live', rule)],
    plan: 'none already live live ACTIVE',
  },
  {
    is: 'it is active, beside another content',
    desired: rule,
    flows: [flowOf('live', rule), flowOf('stray', other)],
    plan: 'replace window live ACTIVE',
    retires: { stray: off },
  },
  {
    is: 'it is active twice: one of them goes',
    desired: rule,
    flows: [flowOf('live', rule), flowOf('twin', rule)],
    plan: 'replace window live ACTIVE',
    retires: { twin: off },
  },
  {
    is: "a person's draft of another content stays untouched",
    desired: rule,
    flows: [flowOf('draft', other, 'DRAFT')],
    plan: 'create new anew ACTIVE',
  },
  {
    is: "a person's draft beside the active version stays untouched",
    desired: rule,
    flows: [flowOf('draft', rule, 'DRAFT'), flowOf('old', other)],
    plan: 'replace content anew ACTIVE',
    retires: { old: off },
  },
  {
    is: 'it takes effect later: the active one ends at that instant',
    desired: later,
    flows: [flowOf('old', rule)],
    plan: 'replace content anew ACTIVE',
    retires: { old: { expirationDate: day(3) } },
  },
  {
    is: 'it takes effect later, and is active with the active one handed over: nothing to do',
    desired: later,
    flows: [flowOf('old', ruleOf(NAME, { expirationDate: day(3) })), flowOf('next', later)],
    plan: 'none already live next ACTIVE',
  },
  {
    is: 'it is active but the one before it was not handed over',
    desired: later,
    flows: [flowOf('old', rule), flowOf('next', later)],
    plan: 'replace window next ACTIVE',
    retires: { old: { expirationDate: day(3) } },
  },
  {
    is: 'it took effect in the past: at once',
    desired: ruleOf(NAME, { effectiveDate: day(-3) }),
    flows: [flowOf('old', other)],
    plan: 'replace content anew ACTIVE',
    retires: { old: off },
  },
  {
    is: 'it takes effect this very instant: at once',
    desired: ruleOf(NAME, { effectiveDate: day(0) }),
    flows: [flowOf('old', other)],
    plan: 'replace content anew ACTIVE',
    retires: { old: off },
  },
];

const INACTIVE_CASES: readonly Case[] = [
  { is: 'nobody knows it', desired: inactive, plan: 'create new anew INACTIVE' },
  {
    is: 'it is active',
    desired: inactive,
    flows: [flowOf('live', rule)],
    plan: 'deactivate status live INACTIVE',
  },
  {
    is: 'another content is active',
    desired: inactive,
    flows: [flowOf('old', other)],
    plan: 'deactivate status anew INACTIVE',
    retires: { old: off },
  },
  {
    is: 'it is active beside another content',
    desired: inactive,
    flows: [flowOf('live', rule), flowOf('stray', other)],
    plan: 'deactivate status live INACTIVE',
    retires: { stray: off },
  },
  {
    is: 'it lies idle already',
    desired: inactive,
    flows: [flowOf('idle', rule, 'INACTIVE')],
    plan: 'none already live idle INACTIVE',
  },
  {
    is: "only a person's draft is there",
    desired: inactive,
    flows: [flowOf('draft', rule, 'DRAFT')],
    plan: 'create new anew INACTIVE',
  },
  {
    is: 'a version that is to come is withdrawn at once, whatever its date',
    desired: ruleOf(NAME, { media: 'other', effectiveDate: day(3), status: 'INACTIVE' }),
    flows: [flowOf('next', later)],
    plan: 'deactivate status next INACTIVE',
  },
];

const DRAFT_CASES: readonly Case[] = [
  { is: 'nobody knows it', desired: draft, plan: 'create new anew DRAFT' },
  {
    is: 'another content is active, and stays',
    desired: draft,
    flows: [flowOf('old', other)],
    plan: 'create content anew DRAFT',
  },
  {
    is: 'it is active, and stays',
    desired: draft,
    flows: [flowOf('live', rule)],
    plan: 'none already live live DRAFT',
  },
  {
    is: 'it is staged already',
    desired: draft,
    flows: [flowOf(`flow-of-${NAME}`, rule, 'DRAFT')],
    request: { deployedFlows: { [NAME]: `flow-of-${NAME}` } },
    plan: `none already live flow-of-${NAME} DRAFT`,
  },
  {
    is: 'a person has staged the same, which is not ours',
    desired: draft,
    flows: [flowOf('staged', rule, 'DRAFT')],
    request: { deployedFlows: { [NAME]: `flow-of-${NAME}` } },
    plan: 'create new anew DRAFT',
  },
  {
    is: 'a person has staged the same, and nothing was deployed: it is taken over',
    desired: draft,
    flows: [flowOf('staged', rule, 'DRAFT')],
    plan: 'none already live staged DRAFT',
  },
];

const gone = deployedAs([rule]);
const OWN = `flow-of-${NAME}`;

const REMOVAL_CASES: readonly Case[] = [
  {
    is: 'deactivate',
    request: gone,
    flows: [flowOf(OWN, rule), flowOf('idle', other, 'INACTIVE'), flowOf('draft', rule, 'DRAFT')],
    plan: 'deactivate removed - -',
    retires: { [OWN]: off },
  },
  {
    is: 'deactivate takes every active version',
    request: gone,
    flows: [flowOf(OWN, rule), flowOf('next', later)],
    plan: 'deactivate removed - -',
    retires: { [OWN]: off, next: off },
  },
  {
    is: 'deactivate where nothing is active',
    request: gone,
    flows: [flowOf(OWN, rule, 'INACTIVE')],
    plan: 'none removed - -',
  },
  { is: 'deactivate where nothing is there', request: gone, plan: 'none removed - -' },
  {
    is: 'deactivate takes what was staged for it, which nobody ever met, for good',
    request: gone,
    flows: [flowOf(OWN, rule, 'DRAFT'), flowOf('by-hand', rule, 'DRAFT')],
    plan: 'delete removed - -',
    deletes: [OWN],
  },
  {
    is: 'deactivate takes what was staged beside the live version too',
    request: gone,
    flows: [flowOf(OWN, rule, 'DRAFT'), flowOf('live', other)],
    plan: 'deactivate removed - -',
    retires: { live: off },
    deletes: [OWN],
  },
  {
    is: 'keep of what was staged',
    request: { ...gone, removedRules: 'keep' },
    flows: [flowOf(OWN, rule, 'DRAFT')],
    plan: 'none removed - -',
  },
  {
    is: 'delete takes the active and our own, not idle or draft versions of others',
    request: { ...gone, removedRules: 'delete' },
    flows: [
      flowOf(OWN, rule, 'INACTIVE'),
      flowOf('live', other),
      flowOf('idle', other, 'INACTIVE'),
      flowOf('draft', rule, 'DRAFT'),
    ],
    plan: 'delete removed - -',
    retires: { live: off },
    deletes: [OWN, 'live'],
  },
  {
    is: 'delete of our own idle version',
    request: { ...gone, removedRules: 'delete' },
    flows: [flowOf(OWN, rule, 'INACTIVE')],
    plan: 'delete removed - -',
    deletes: [OWN],
  },
  {
    is: 'delete where nothing is there',
    request: { ...gone, removedRules: 'delete' },
    plan: 'none removed - -',
  },
  {
    is: 'keep',
    request: { ...gone, removedRules: 'keep' },
    flows: [flowOf(OWN, rule)],
    plan: 'none removed - -',
  },
  {
    is: 'a rule that only the record knows',
    request: { deployedFlows: { [NAME]: OWN } },
    flows: [flowOf(OWN, rule)],
    plan: 'deactivate removed - -',
    retires: { [OWN]: off },
  },
];

const held = [{ name: NAME, payloadHash: rule.payloadHash }];

const HOLD_CASES: readonly Case[] = [
  {
    is: 'the version that was rolled back is held',
    desired: rule,
    request: { held },
    flows: [flowOf('old', other)],
    plan: 'held held - -',
  },
  {
    is: 'it is held also where it stands in the last deployed commit',
    desired: rule,
    request: { ...deployedAs([rule]), held },
    flows: [flowOf('old', other)],
    plan: 'held held - -',
  },
  {
    is: 'an edit releases it',
    desired: ruleOf(NAME, { media: 'third' }),
    request: { held },
    flows: [flowOf('old', other)],
    plan: 'replace content anew ACTIVE',
    retires: { old: off },
  },
  {
    is: 'a reason to override releases it',
    desired: rule,
    request: { held, releasesHolds: true },
    flows: [flowOf('old', other)],
    plan: 'replace content anew ACTIVE',
    retires: { old: off },
  },
  {
    is: 'the hold of another rule holds nothing',
    desired: rule,
    request: { held: [{ name: 'Other', payloadHash: rule.payloadHash }] },
    plan: 'create new anew ACTIVE',
  },
  {
    is: 'one of several held versions of a rule',
    desired: rule,
    request: { held: [{ name: NAME, payloadHash: other.payloadHash }, ...held] },
    plan: 'held held - -',
  },
  {
    is: 'a removal that was rolled back is held',
    request: { ...gone, held: [{ name: NAME, payloadHash: '' }] },
    flows: [flowOf(OWN, rule)],
    plan: 'held held - -',
  },
  {
    is: 'a held removal is released by a reason to override',
    request: { ...gone, held: [{ name: NAME, payloadHash: '' }], releasesHolds: true },
    flows: [flowOf(OWN, rule)],
    plan: 'deactivate removed - -',
    retires: { [OWN]: off },
  },
  {
    is: 'a held removal does not hold the rule when it is back',
    desired: rule,
    request: { ...gone, held: [{ name: NAME, payloadHash: '' }] },
    flows: [flowOf('old', other)],
    plan: 'replace content anew ACTIVE',
    retires: { old: off },
  },
];

const REST_CASES: readonly Case[] = [
  {
    is: 'it stands as it was deployed, whatever the tenant holds',
    desired: rule,
    request: deployedAs([rule]),
    flows: [flowOf('drifted', other)],
    plan: 'none unchanged - -',
  },
  {
    is: 'it was passed over by the last deployment, so the record has no flow',
    desired: rule,
    request: { deployed: [rule] },
    flows: [flowOf('old', other)],
    plan: 'replace content anew ACTIVE',
    retires: { old: off },
  },
  {
    is: 'it is not among the selected',
    desired: rule,
    request: { only: ['Other'] },
    flows: [flowOf('old', other)],
    plan: 'none not selected - -',
  },
  {
    is: 'it went, and is not among the selected',
    request: { ...gone, only: ['Other'] },
    flows: [flowOf(OWN, rule)],
    plan: 'none not selected - -',
  },
  { is: 'it is selected', desired: rule, request: { only: [NAME] }, plan: 'create new anew ACTIVE' },
];

describe.each([
  ['a rule that is to be active', ACTIVE_CASES],
  ['a rule that is to be inactive', INACTIVE_CASES],
  ['a rule that is to be staged', DRAFT_CASES],
  ['a rule that went', REMOVAL_CASES],
  ['a rule that was rolled back', HOLD_CASES],
  ['a rule that is left alone or is not', REST_CASES],
])('%s', (_group, cases) => {
  it.each(cases)('$is', check);
});

describe('the whole plan', () => {
  it('has every rule of the commit and every one that went, sorted by name', () => {
    const gone = ruleOf('c', { media: 'other' });
    const request = requestOf([ruleOf('b'), ruleOf('B'), ruleOf('a')], deployedAs([ruleOf('a'), gone]));
    const { changes } = makePlan(request, new Map(), NOON);
    expect(changes.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      'B new',
      'a unchanged',
      'b new',
      'c removed',
    ]);
  });

  it('writes for nothing but what must change', () => {
    const request = requestOf([ruleOf('live'), ruleOf('held'), ruleOf('same'), ruleOf('new')], {
      ...deployedAs([ruleOf('same')]),
      held: [{ name: 'held', payloadHash: ruleOf('held').payloadHash }],
    });
    const live = new Map([['live', [flowOf('1', ruleOf('live'))]]]);
    const writes = makePlan(request, live, NOON).changes.filter(isWrite);
    expect(writes.map(({ name }) => name)).toEqual(['new']);
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes the name %j for a name', (name) => {
    const flow = flowOf('own', ruleOf(name));
    const flows = Object.fromEntries([[name, 'own']]);
    const removal = requestOf([], { deployedFlows: flows, removedRules: 'delete' });
    expect(namesToLookUp(removal)).toEqual([name]);
    const [change] = makePlan(removal, new Map([[name, [flow]]]), NOON).changes;
    expect(change).toMatchObject({ name, action: 'delete', deletions: [{ id: 'own' }] });
    const [fresh] = makePlan(
      requestOf([ruleOf(name)], { deployed: [ruleOf(name)] }),
      new Map(),
      NOON,
    ).changes;
    expect(fresh).toMatchObject({ name, action: 'create' });
  });
});

describe('a rule named as something that every object has', () => {
  it.each(['constructor', '__proto__'])(
    '%s, takes over a draft that no deployment made, like any other',
    (name) => {
      const desired = ruleOf(name, { status: 'DRAFT' });
      const flows = new Map([[name, [flowOf('draft', desired, 'DRAFT')]]]);
      const { changes } = makePlan(requestOf([desired]), flows, NOON);
      expect(changes.map(spell)).toEqual(['none already live draft DRAFT']);
    },
  );
});

describe('namesToLookUp', () => {
  it.each<[string, PlanRequest, readonly string[]]>([
    ['new rules, sorted', requestOf([ruleOf('b'), ruleOf('a')]), ['a', 'b']],
    ['no rule that stands as it was deployed', requestOf([rule], deployedAs([rule])), []],
    ['a rule whose content differs', requestOf([other], deployedAs([rule])), [NAME]],
    ['a rule whose status differs', requestOf([inactive], deployedAs([rule])), [NAME]],
    ['a rule that went', requestOf([], gone), [NAME]],
    ['a rule that only the record knows', requestOf([], { deployedFlows: { [NAME]: OWN } }), [NAME]],
    ['a held rule', requestOf([rule], { ...deployedAs([rule]), held }), [NAME]],
    ['only the selected', requestOf([ruleOf('a'), ruleOf('b')], { only: ['b', 'no such rule'] }), ['b']],
  ])('has %s', (_case, request, expected) => {
    expect(namesToLookUp(request)).toEqual(expected);
  });
});
