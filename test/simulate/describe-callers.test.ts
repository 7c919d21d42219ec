import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Payload, PayloadNode } from '../../src/rules/rule.ts';
import { NOTHING_CHANGES, describeCallers } from '../../src/simulate/describe-callers.ts';
import { walkRule } from '../../src/simulate/walk-rule.ts';
import { randomPair } from '../graph/random-rule.ts';
import { payloadOf } from './sample.ts';

const MENU = [
  'root dtmf press_1>sales press_2>sales press_3>support timeout>again default>bye',
  'again greeting default>root',
  'sales queue busy>bye',
  'support queue',
  'billing queue',
  'bye hangup',
];

/** The menu with some lines replaced, by id; an id alone takes the node away, a new id adds one. */
function edit(...lines: readonly string[]): Payload {
  const byId = new Map(lines.map((line) => [line.split(' ')[0] ?? '', line]));
  const kept = MENU.flatMap((line) => {
    const id = line.split(' ')[0] ?? '';
    const now = byId.get(id);
    byId.delete(id);
    if (now === undefined) return [line];
    return now === id ? [] : [now];
  });
  return payloadOf([...kept, ...byId.values()]);
}

/** The menu after the replacement of a text in every line. */
function replace(old: string, now: string, changes: object = {}): Payload {
  return payloadOf(
    MENU.map((line) => line.replaceAll(old, now)),
    { ...changes },
  );
}

describe('what changes for callers', () => {
  const before = payloadOf(MENU);
  const NIGHT = { type: 'queue', target: 'night' };

  it.each<[string, Payload, string[]]>([
    ['nothing at all', before, [NOTHING_CHANGES]],
    ['another spelling', replace('default', 'next'), [NOTHING_CHANGES]],
    ['another order', payloadOf([MENU[0] ?? '', ...MENU.slice(1).toReversed()]), [NOTHING_CHANGES]],
    ['a part that nobody reaches', edit('attic dtmf press_1>sales'), [NOTHING_CHANGES]],
    ['a renamed hangup', replace('bye', 'end'), [NOTHING_CHANGES]],
    ['a fallback that nobody meets', payloadOf(MENU, { fallbackAction: NIGHT }), [NOTHING_CHANGES]],
    ['a key that does what all others do', edit(`${MENU[0]} press_9>bye`), [NOTHING_CHANGES]],
    [
      'a renamed queue',
      replace('support', 'helpdesk'),
      [
        'callers who press 3 now reach queue "helpdesk" instead of "support"',
        'no longer reachable: queue "support"',
      ],
    ],
    [
      'a key that leads to another queue',
      edit('root dtmf press_1>sales press_2>billing press_3>support timeout>again default>bye'),
      ['callers who press 2 now reach queue "billing" instead of "sales"'],
    ],
    [
      'several keys',
      edit('root dtmf press_1>billing press_2>billing press_3>billing timeout>again default>bye'),
      [
        'callers who press 1 or 2 now reach queue "billing" instead of "sales"',
        'callers who press 3 now reach queue "billing" instead of "support"',
        'no longer reachable: queue "sales" and queue "support"',
      ],
    ],
    [
      'silence',
      edit('again greeting default>bye'),
      [
        'callers who press nothing are now hung up on after greeting "again" instead of coming back to menu "root"',
      ],
    ],
    [
      'all else',
      edit('root dtmf press_1>sales press_2>sales press_3>support default>support'),
      [
        'callers who press nothing now reach queue "support" instead of coming back to menu "root"',
        'callers who press another key now reach queue "support" instead of being hung up on',
        'no longer reachable: greeting "again"',
      ],
    ],
    [
      'a new key',
      edit(`${MENU[0]} press_4>billing`),
      ['callers who press 4 (a new key) now reach queue "billing" instead of being hung up on'],
    ],
    [
      'gone keys',
      edit('root dtmf press_3>support timeout>again default>bye'),
      [
        'callers who press 1 or 2 (no longer keys there) are now hung up on instead of reaching queue "sales"',
        'no longer reachable: queue "sales"',
      ],
    ],
    [
      'a prompt more',
      edit('again greeting default>sorry', 'sorry greeting default>root'),
      ['callers who press nothing now also hear "a-sorry" on the way to menu "root"'],
    ],
    [
      'a loop without a way out',
      edit('again greeting default>again'),
      [
        'callers who press nothing now go round for ever at greeting "again" instead of coming back to menu "root"',
      ],
    ],
    [
      'a menu that goes round for ever',
      edit('root dtmf default>root'),
      [
        'all callers are no longer asked for a key at menu "root": they go round for ever at menu "root"',
        'no longer reachable: queue "sales", queue "support", greeting "again" and hangup "bye"',
      ],
    ],
    [
      'a menu in place of a queue',
      edit('support dtmf press_1>sales press_2>billing default>bye'),
      ['callers who press 3 now come to menu "support" instead of reaching queue "support"'],
    ],
    [
      'a queue that goes on',
      edit('sales queue busy>support full>bye'),
      [
        'callers who press 1, then meet "busy" at queue "sales" now reach queue "support" instead of being hung up on',
        'callers who press 1, then meet "full" at queue "sales" are now hung up on instead of staying in queue "sales"',
      ],
    ],
    [
      'a queue that takes keys',
      edit('sales queue press_1>support press_2>billing busy>bye full>billing'),
      [
        'callers who press 1, then 1 at queue "sales" (a new key) now reach queue "support" instead of staying in queue "sales"',
        'callers who press 1, then 2 or meet "full" at queue "sales" now reach queue "billing" instead of staying in queue "sales"',
      ],
    ],
    [
      'a greeting that waits',
      edit('again greeting press_1>sales default>root'),
      [
        'callers who press nothing are now asked for a key at greeting "again" instead of coming back to menu "root" at once',
      ],
    ],
    [
      'a menu that waits no more',
      edit('root greeting default>bye'),
      [
        'all callers are no longer asked for a key at menu "root": they are hung up on at once',
        'no longer reachable: queue "sales", queue "support" and greeting "again"',
      ],
    ],
    [
      'a condition of the tenant’s own',
      edit(`${MENU[0]} vip>support`),
      ['callers who match "vip" now reach queue "support" instead of being hung up on'],
    ],
    [
      'a target that does not exist',
      edit('root dtmf press_1>sales press_2>gone press_3>support timeout>again default>bye'),
      ['callers who press 2 are now hung up on instead of reaching queue "sales"'],
    ],
    [
      'a fallback',
      replace(' default>bye', '', { fallbackAction: NIGHT }),
      ['callers who press another key now reach the fallback queue "night" instead of being hung up on'],
    ],
  ])('%s', (_, after, expected) => {
    expect(describeCallers(before, after)).toEqual(expected);
  });

  it('is heard on the way to where calls begin now', () => {
    const lines = ['hello greeting default>menu', 'menu dtmf press_1>sales', 'sales queue'];
    expect(describeCallers(payloadOf(lines), payloadOf(lines.slice(1)))).toEqual([
      'all callers no longer hear "a-hello" on the way to menu "menu"',
      'no longer reachable: greeting "hello"',
    ]);
  });

  it('is told once, by the shortest way, and counted elsewhere', () => {
    const rule = (target: string): Payload =>
      payloadOf([
        'root dtmf press_1>deep press_2>help',
        'deep dtmf press_1>deeper press_9>help',
        'deeper dtmf press_9>help',
        `help greeting default>${target}`,
        'sales queue',
        'billing queue',
      ]);
    expect(describeCallers(rule('sales'), rule('billing'))).toEqual([
      'callers who press 2 now reach queue "billing" instead of "sales" (and so from 2 other places)',
      'no longer reachable: queue "sales"',
    ]);
  });

  it('is told of the place where a long way ends', () => {
    const chain = (target: string): Payload =>
      payloadOf([
        ...Array.from({ length: 9 }, (_, index) => `m${index} dtmf press_1>m${index + 1}`),
        `m9 dtmf press_1>${target} press_2>sales press_3>billing`,
        'sales queue',
        'billing queue',
      ]);
    expect(describeCallers(chain('sales'), chain('billing'))).toEqual([
      'callers who come to menu "m9", then press 1 now reach queue "billing" instead of "sales"',
    ]);
  });

  it('is bounded, and says so', () => {
    const fan = (queue: string): Payload =>
      payloadOf([
        `root dtmf ${Array.from({ length: 40 }, (_, index) => `c${index}>${queue}${index}`).join(' ')}`,
        ...Array.from({ length: 40 }, (_, index) => [`a${index} queue`, `b${index} queue`]).flat(),
      ]);
    const sentences = describeCallers(fan('a'), fan('b'));
    expect(sentences).toHaveLength(11);
    expect(sentences[9]).toBe('and 31 more differences, not told here');
    expect(sentences[10]).toMatch(/^no longer reachable: (?:queue "a\d+",? ){7}and 33 more$/);
    expect(describeCallers(fan('a'), fan('b'), { budget: 30 }).at(-1)).toBe(
      'the rule is too large to be walked to its end, so there may be more',
    );
    expect(describeCallers(before, before, { budget: 3 })[0]).toBe('no change for callers found');
  });
});

const INPUTS = ['press_1', 'press_2', 'press_pound', 'press_9', 'timeout', 'busy', 'other'];

/** What one caller hears and gets, with the inputs between; queues and transfers by their number in the new version. */
function trace(
  rule: Pick<Payload, 'nodes' | 'fallbackAction'>,
  inputs: readonly string[],
  nameOf: (id: string) => string,
): string {
  const { passed, taken, end, usedInputs } = walkRule(rule, inputs);
  // What is none of a queue's business leaves the call there, and the next input may be.
  if ((end.in === 'queue' || end.in === 'transfer') && usedInputs < inputs.length)
    return trace(rule, inputs.toSpliced(usedInputs, 1), nameOf);
  const events = passed.flatMap((id, index) => {
    const node = rule.nodes.find((other) => other.id === id);
    // A queue or transfer that goes on does not ask for an input.
    const isAsked = taken[index]?.input !== undefined && node?.type !== 'queue' && node?.type !== 'transfer';
    const asset = node?.mediaAssetId;
    return [...(asset === undefined ? [] : [`heard ${asset}`]), ...(isAsked ? ['input'] : [])];
  });
  // An input that nothing matches was waited for as well.
  if (end.in === 'fallback' && end.because === 'no-match') events.push('input');
  const isHungUp = end.in === 'hangup' || (end.in === 'fallback' && end.action.type === 'hangup');
  const at = end.in === 'queue' || end.in === 'transfer' ? nameOf(end.at) : '';
  const how = end.in === 'fallback' ? JSON.stringify([end.action.type, end.action.target]) : end.in;
  return [...events, isHungUp ? 'hung up' : `${how} ${at}`].join();
}

/** All sequences of inputs up to a length, the shortest first. */
function sequences(length: number): string[][] {
  let last: string[][] = [[]];
  const all = [...last];
  for (let count = 0; count < length; count++) {
    last = last.flatMap((sequence) => INPUTS.map((input) => [...sequence, input]));
    all.push(...last);
  }
  return all;
}

const SEQUENCES = sequences(4);

/** Random pairs of small rules in which no two nodes share an id, with queues among them. */
const pairs = fc
  .tuple(randomPair(), fc.infiniteStream(fc.nat({ max: 5 })), fc.boolean())
  .map(([pair, dice, isSpoken]) => {
    const types = new Map<string, PayloadNode['type']>();
    return pair.map((nodes) => {
      const seen = new Set<string>();
      return nodes
        .filter(({ id }) => !seen.has(id) && seen.add(id))
        .slice(0, 5)
        .map((node) => {
          const type = types.get(node.id) ?? (dice.next().value === 0 ? 'queue' : node.type);
          types.set(node.id, type);
          // Without prompts, where calls end tells the most.
          const { mediaAssetId: _, ...silent } = node;
          return type === 'queue' || !isSpoken ? { ...silent, type } : { ...node, type };
        });
    }) as [PayloadNode[], PayloadNode[]];
  });

describe('two versions', () => {
  it('are told to be alike exactly where every caller hears and gets the same', () => {
    let alike = 0;
    let different = 0;
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const fallbackAction = { type: 'hangup' as const };
        const [old, now] = [
          { nodes: before, fallbackAction },
          { nodes: after, fallbackAction },
        ];
        // A queue is known by its id.
        const name = (id: string): string => id;
        const differs = SEQUENCES.some((inputs) => trace(old, inputs, name) !== trace(now, inputs, name));
        const last = describeCallers(old, now).at(-1);
        if (differs) different++;
        else alike++;
        expect(last === NOTHING_CHANGES).toBe(!differs);
      }),
      { numRuns: 300, seed: 20_271_101 },
    );
    expect(Math.min(alike, different)).toBeGreaterThan(40);
  });
});
