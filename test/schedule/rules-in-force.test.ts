import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeTimelines } from '../../src/schedule/make-timelines.ts';
import { rulesInForce } from '../../src/schedule/rules-in-force.ts';
import { type Span, DAY, NOON, ruleIn, rulesIn, ruleWith } from './sample.ts';

const rules = [
  ruleIn([null, 3], 'before'),
  ruleIn([3, 5], 'during'),
  ruleIn([4, null], 'after'),
  ruleIn([null, null], 'other', 'another campaign'),
  ruleWith('draft', { status: 'DRAFT' }),
  ruleWith('inactive', { status: 'INACTIVE' }),
];

it.each<[string, string, number, readonly string[]]>([
  ['one', 'camp', 0, ['before']],
  ['the second from the instant at which the first ends', 'camp', 3, ['during']],
  ['two where windows overlap', 'camp', 4, ['during', 'after']],
  ['one again', 'camp', 5, ['after']],
  ['none of a campaign that there is not', 'nobody', 0, []],
])('%s', (_, campaignId, days, expected) => {
  const found = rulesInForce(rules, campaignId, NOON + days * DAY);
  expect(found.map(({ payload }) => payload.name)).toEqual(expected);
});

it('says what the timeline says is in force now', () => {
  const offset = fc.option(fc.integer({ min: -4, max: 4 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(offset, offset), { maxLength: 6 }), (spans: readonly Span[]) => {
      const all = rulesIn(spans);
      const [timeline] = makeTimelines(all, NOON);
      expect(rulesInForce(all, 'camp', NOON)).toEqual(timeline?.current.rules ?? []);
    }),
    { numRuns: 1000, seed: 3 },
  );
});
