import { describe, expect, it } from 'vitest';
import { listDifferences } from '../../src/plan/list-differences.ts';
import { readRule } from '../../src/rules/load-rules.ts';
import type { Payload, PayloadNode, Rule } from '../../src/rules/rule.ts';
import { day, ruleOf } from './sample.ts';

const rule = ruleOf('A');
const [root, end] = rule.payload.nodes as [PayloadNode, PayloadNode];

function changed(changes: Partial<Payload>): Rule {
  return ruleOf('A', changes);
}

const withRoot = (changes: Partial<PayloadNode>): Rule => changed({ nodes: [{ ...root, ...changes }, end] });
const two = [
  { condition: 'press_1', target: 'end' },
  { condition: 'press_2', target: 'end' },
];

const CASES: readonly (readonly [string, Rule, Rule, readonly string[]])[] = [
  ['nothing', rule, ruleOf('A'), []],
  ['the status', rule, ruleOf('A', { status: 'INACTIVE' }), ['/status: status: ACTIVE → INACTIVE']],
  ['the name', rule, ruleOf('B'), ['/name: name: A → B']],
  ['the campaign', rule, changed({ campaignId: 'b' }), ['/campaignId: campaign: camp → b']],
  [
    'a date that is new',
    rule,
    changed({ effectiveDate: day(1) }),
    [`/effectiveDate: takes effect: - → ${day(1)}`],
  ],
  [
    'a date that is gone',
    changed({ expirationDate: day(1) }),
    rule,
    [`/expirationDate: ends: ${day(1)} → -`],
  ],
  ['a prompt', rule, ruleOf('A', { media: 'x' }), ['/nodes/root/mediaAssetId: node "root" plays: hello → x']],
  ['a type', rule, withRoot({ type: 'dtmf' }), ['/nodes/root/type: type of node "root": greeting → dtmf']],
  [
    'where a key leads',
    rule,
    withRoot({ transitions: [{ condition: 'press_1', target: 'x' }] }),
    ['/nodes/root/transitions/press_1: on "press_1" node "root" leads to: end → x'],
  ],
  [
    'a key that is new, and one that is gone',
    rule,
    withRoot({ transitions: [{ condition: 'a/b~', target: 'x' }] }),
    [
      '/nodes/root/transitions/press_1: on "press_1" node "root" leads to: end → -',
      '/nodes/root/transitions/a~1b~0: on "a/b~" node "root" leads to: - → x',
    ],
  ],
  [
    'the order of the keys',
    withRoot({ transitions: two }),
    withRoot({ transitions: two.toReversed() }),
    [
      '/nodes/root/transitions: the order of the transitions of node "root": "press_1", "press_2" → "press_2", "press_1"',
    ],
  ],
  [
    'one of two transitions on one key',
    withRoot({ transitions: [two[0]!, two[0]!] }),
    withRoot({ transitions: [two[0]!, two[1]!] }),
    ['/nodes/root/transitions/1: condition in node "root": press_1 → press_2'],
  ],
  [
    'a node',
    rule,
    changed({ nodes: [root, { id: 'new', type: 'dtmf', mediaAssetId: 'm', transitions: two }] }),
    [
      '/nodes/end: node "end": queue → -',
      '/nodes/new: node "new": - → dtmf, plays m, press_1 leads to end, press_2 leads to end',
    ],
  ],
  [
    'the entry',
    rule,
    changed({ nodes: [end, root] }),
    ['/nodes: the order of the nodes, of which a call enters the first: "root", "end" → "end", "root"'],
  ],
  [
    'one of two nodes with one id',
    changed({ nodes: [root, end, end] }),
    changed({ nodes: [root, end, { ...end, type: 'hangup' }] }),
    ['/nodes/2/type: type of node "end": queue → hangup'],
  ],
  [
    'the fallback',
    rule,
    changed({ fallbackAction: { type: 'queue', target: 'q' } }),
    ['/fallbackAction/type: fallback: hangup → queue', '/fallbackAction/target: fallback leads to: - → q'],
  ],
];

describe('listDifferences', () => {
  it.each(CASES)('tells of %s', (_, git, tenant, expected) => {
    const found = listDifferences(git, tenant);
    expect(
      found.map(({ path, what, git: a = '-', tenant: b = '-' }) => `${path}: ${what}: ${a} → ${b}`),
    ).toEqual(expected);
    expect(found.length > 0).toBe(git.payloadHash !== tenant.payloadHash || git.status !== tenant.status);
  });

  it('tells nothing of dates spelled otherwise and of defaults', () => {
    const text = (date: string, more: object): string =>
      JSON.stringify({
        name: 'A',
        campaignId: 'c',
        effectiveDate: date,
        nodes: [{ id: 'a', type: 'queue', ...more }],
        fallbackAction: { type: 'hangup' },
      });
    const one = readRule(text('2027-01-01T01:00:00+01:00', {}), 'a.json') as Rule;
    const other = readRule(text('2027-01-01T00:00Z', { transitions: [] }), 'a.json') as Rule;
    expect(listDifferences(one, other)).toEqual([]);
  });
});
