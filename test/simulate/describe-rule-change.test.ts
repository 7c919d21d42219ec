import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/rules/rule.ts';
import { describeRuleChange } from '../../src/simulate/describe-rule-change.ts';
import { ruleOf } from './sample.ts';

const LINES = ['root dtmf press_1>sales', 'sales queue', 'billing queue'];
const OTHER = ['root dtmf press_1>billing', 'sales queue', 'billing queue'];
const WALKED = [
  'callers who press 1 now reach queue "billing" instead of "sales"',
  'no longer reachable: queue "sales"',
];

const NOW = Date.parse('2027-09-15T12:00:00Z');
const AUGUST = '2027-08-01T00:00:00Z';
const SEPTEMBER = '2027-09-01T00:00:00Z';
const NOVEMBER = '2027-11-01T00:00:00Z';
const DECEMBER = '2027-12-01T08:30:00+01:00';

const plain = ruleOf(LINES);
const rule = (changes: Readonly<Record<string, unknown>>, lines: readonly string[] = LINES): Rule =>
  ruleOf(lines, changes);

/** The sentences, with other rules of the folder before and after. */
function describeAll(
  before: Rule | undefined,
  after: Rule | undefined,
  others: { readonly before?: readonly Rule[]; readonly after?: readonly Rule[] } = {},
): string[] {
  const of =
    (rules: readonly Rule[]) =>
    (campaignId: string): Rule[] =>
      rules.filter(({ payload }) => payload.campaignId === campaignId);
  return describeRuleChange(
    { before, after },
    {
      before: of([...(before === undefined ? [] : [before]), ...(others.before ?? [])]),
      after: of([...(after === undefined ? [] : [after]), ...(others.after ?? [])]),
      now: NOW,
    },
  );
}

describe('a new rule', () => {
  const summer = rule({ name: 'Summer', expirationDate: '2027-10-01T00:00:00Z' });
  it.each<[string, Rule, readonly Rule[], string]>([
    ['at once', plain, [], 'new rule for campaign "camp", takes effect at once'],
    [
      'with dates',
      rule({ effectiveDate: NOVEMBER, expirationDate: DECEMBER }),
      [],
      'new rule for campaign "camp", takes effect 1 Nov 2027 00:00 UTC and ends 1 Dec 2027 07:30 UTC',
    ],
    [
      'in place of what is in force until then',
      rule({ effectiveDate: NOVEMBER }),
      [rule({ name: 'Always' }), summer, rule({ name: 'Else', campaignId: 'other' })],
      'new rule for campaign "camp", takes effect 1 Nov 2027 00:00 UTC, replaces "Always"',
    ],
    [
      'in place of many',
      plain,
      ['A', 'B', 'C', 'D', 'E'].map((name) => rule({ name })),
      'new rule for campaign "camp", takes effect at once, replaces "A", "B", "C" and 2 more',
    ],
    [
      'as a draft',
      rule({ status: 'DRAFT' }),
      [],
      'new rule for campaign "camp", a draft: no caller meets it yet',
    ],
    [
      'inactive',
      rule({ status: 'INACTIVE' }),
      [],
      'new rule for campaign "camp", inactive: no caller meets it',
    ],
    [
      'whose start is past, in place of whom callers meet now',
      rule({ effectiveDate: AUGUST }),
      [summer, rule({ name: 'Spring', expirationDate: SEPTEMBER })],
      'new rule for campaign "camp", takes effect at once, replaces "Summer"',
    ],
    [
      'whose window is over',
      rule({ effectiveDate: AUGUST, expirationDate: SEPTEMBER }),
      [rule({ name: 'B' })],
      'new rule for campaign "camp", over: no caller meets it',
    ],
    [
      'that ends before it takes effect',
      rule({ effectiveDate: DECEMBER, expirationDate: NOVEMBER }),
      [rule({ name: 'B' })],
      'new rule for campaign "camp", never in force: no caller meets it',
    ],
  ])('%s', (_, after, others, expected) => {
    expect(describeAll(undefined, after, { before: others })).toEqual([expected]);
  });
});

describe('a removed rule', () => {
  it.each<[string, Rule, readonly Rule[], string]>([
    ['alone', plain, [], 'removed: campaign "camp" is left without a rule'],
    [
      'beside a draft',
      plain,
      [rule({ name: 'B', status: 'DRAFT' })],
      'removed: campaign "camp" is left without a rule',
    ],
    ['beside another', plain, [rule({ name: 'B' })], 'removed: callers of campaign "camp" are left with "B"'],
    [
      'beside one that is over and one that is never in force',
      plain,
      [
        rule({ name: 'B', expirationDate: AUGUST }),
        rule({ name: 'C', effectiveDate: DECEMBER, expirationDate: NOVEMBER }),
      ],
      'removed: campaign "camp" is left without a rule',
    ],
    [
      'that others follow later only',
      plain,
      [rule({ name: 'B', effectiveDate: DECEMBER }), rule({ name: 'C', effectiveDate: NOVEMBER })],
      'removed: campaign "camp" is left without a rule until 1 Nov 2027 00:00 UTC',
    ],
    [
      'that was to come, as others are',
      rule({ effectiveDate: NOVEMBER }),
      [rule({ name: 'B', effectiveDate: DECEMBER })],
      'removed: callers of campaign "camp" are left with "B"',
    ],
    [
      'that was over',
      rule({ expirationDate: AUGUST }),
      [],
      'removed: it was over, so no caller met it any more',
    ],
    [
      'that was never in force',
      rule({ effectiveDate: NOVEMBER, expirationDate: NOVEMBER }),
      [],
      'removed: it was never in force, so no caller met it',
    ],
    ['that was a draft', rule({ status: 'DRAFT' }), [], 'removed: it was a draft, so no caller met it'],
    ['that was inactive', rule({ status: 'INACTIVE' }), [], 'removed: it was inactive, so no caller met it'],
  ])('%s', (_, before, others, expected) => {
    expect(describeAll(before, undefined, { after: others })).toEqual([expected]);
  });
});

describe('a changed rule', () => {
  it.each<[string, Rule, Rule, string[]]>([
    [
      'in nothing that callers notice',
      plain,
      rule({}, [...LINES, 'attic hangup']),
      ['nothing changes for callers'],
    ],
    ['in its graph', plain, rule({}, OTHER), WALKED],
    [
      'in its name',
      plain,
      rule({ name: 'New' }),
      ['is now called "New", was "Menu"', 'nothing changes for callers'],
    ],
    [
      'in its start',
      plain,
      rule({ effectiveDate: NOVEMBER }),
      ['takes effect 1 Nov 2027 00:00 UTC instead of at once'],
    ],
    [
      'in its start, back',
      rule({ effectiveDate: NOVEMBER }),
      plain,
      ['takes effect at once instead of 1 Nov 2027 00:00 UTC'],
    ],
    ['in its end', plain, rule({ expirationDate: NOVEMBER }), ['ends 1 Nov 2027 00:00 UTC instead of never']],
    ['in its end, back', rule({ expirationDate: NOVEMBER }), plain, ['no longer ends 1 Nov 2027 00:00 UTC']],
    [
      'in its campaign',
      plain,
      rule({ campaignId: 'b' }),
      ['moves from campaign "camp" to "b"', 'takes effect at once, replaces "B"'],
    ],
    [
      'that becomes inactive',
      plain,
      rule({ status: 'INACTIVE' }),
      ['becomes inactive: callers no longer meet this rule'],
    ],
    ['that becomes active', rule({ status: 'DRAFT' }), plain, ['becomes active: callers meet this rule']],
    [
      'that becomes a draft',
      plain,
      rule({ status: 'DRAFT' }),
      ['becomes a draft: callers stay with what is live'],
    ],
    [
      'that is a draft',
      rule({ status: 'DRAFT' }),
      rule({ status: 'DRAFT' }, OTHER),
      ['is a draft: no caller meets what changes here yet', ...WALKED],
    ],
    [
      'in its start, which is past as it was',
      rule({ effectiveDate: AUGUST }),
      rule({ effectiveDate: SEPTEMBER }),
      ['nothing changes for callers'],
    ],
    [
      'that is over',
      rule({ expirationDate: AUGUST }),
      rule({ expirationDate: AUGUST }, OTHER),
      ['is over: no caller meets it', ...WALKED],
    ],
    [
      'that is over from now on',
      rule({ effectiveDate: NOVEMBER }),
      rule({ expirationDate: AUGUST }),
      ['is over: no caller meets it', 'ends 1 Aug 2027 00:00 UTC instead of never'],
    ],
    [
      'that becomes active and is over',
      rule({ status: 'DRAFT', expirationDate: AUGUST }),
      rule({ expirationDate: AUGUST }),
      ['becomes active, but is over: no caller meets it'],
    ],
    [
      'that is inactive, in its campaign',
      rule({ status: 'INACTIVE' }),
      rule({ status: 'INACTIVE', campaignId: 'b' }),
      ['is inactive: no caller meets it', 'moves from campaign "camp" to "b"'],
    ],
    [
      'in all of it',
      plain,
      rule({ campaignId: 'b', effectiveDate: NOVEMBER, expirationDate: DECEMBER }, OTHER),
      [
        ...WALKED,
        'moves from campaign "camp" to "b"',
        'takes effect 1 Nov 2027 00:00 UTC instead of at once, replaces "B"',
        'ends 1 Dec 2027 07:30 UTC instead of never',
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    const others = { before: [rule({ name: 'B', campaignId: 'b' })] };
    expect(describeAll(before, after, others)).toEqual(expected);
  });
});

describe('whom a rule replaces', () => {
  const always = rule({ name: 'Always' });
  const until = rule({ name: 'Always', expirationDate: '2027-10-15T00:00:00Z' });
  const between = rule({ name: 'Between', effectiveDate: '2027-10-15T00:00:00Z', expirationDate: NOVEMBER });
  const added = rule({ effectiveDate: NOVEMBER });

  it('is whoever is met just before it after the change, not who was before the change', () => {
    expect(describeAll(undefined, added, { before: [always], after: [until, between] })).toEqual([
      'new rule for campaign "camp", takes effect 1 Nov 2027 00:00 UTC, replaces "Between"',
    ]);
  });

  it('is who was met before the change where nobody is met after it', () => {
    expect(describeAll(undefined, added, { before: [always] })).toEqual([
      'new rule for campaign "camp", takes effect 1 Nov 2027 00:00 UTC, replaces "Always"',
    ]);
  });

  it('is nobody who stays in force beside it', () => {
    const others = { before: [always, between], after: [always, between] };
    expect(describeAll(undefined, added, others)).toEqual([
      'new rule for campaign "camp", takes effect 1 Nov 2027 00:00 UTC, replaces "Between", beside "Always"',
    ]);
    expect(describeAll(undefined, plain, { before: [always], after: [always] })).toEqual([
      'new rule for campaign "camp", takes effect at once, beside "Always"',
    ]);
  });
});
