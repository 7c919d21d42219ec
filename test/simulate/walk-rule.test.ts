import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Payload } from '../../src/rules/rule.ts';
import { arrivalAt } from '../../src/simulate/decide-move.ts';
import { STEP_LIMIT, walkRule } from '../../src/simulate/walk-rule.ts';
import { walkNaively } from './naive-walk.ts';
import { payloadOf } from './sample.ts';

type Fallback = Payload['fallbackAction'];
const toDesk: Fallback = { type: 'queue', target: 'desk' };

/** The end, then what was passed, then how many inputs were left over. */
function walk(lines: readonly string[], inputs: readonly string[], fallbackAction?: Fallback): string {
  const payload = payloadOf(lines, fallbackAction === undefined ? {} : { fallbackAction });
  const { end, passed, usedInputs } = walkRule(payload, inputs);
  const left = inputs.length - usedInputs;
  const why = 'because' in end ? ` (${end.because})` : '';
  return `${end.in} ${end.at}${why}: ${passed.join(' ')}${left > 0 ? `, ${left} left` : ''}`;
}

const MENU = [
  'menu dtmf press_1>sales press_hash>help invalid>again timeout>desk',
  'again greeting next>menu',
];
const ENDS = ['sales queue', 'help transfer', 'desk queue', 'bye hangup'];

describe('at a waiting node', () => {
  it.each<[string, string, readonly string[], string]>([
    ['a key', 'menu dtmf press_1>sales default>desk', ['press_1'], 'queue sales: menu sales'],
    ['a greeting waits like a menu', 'menu greeting press_1>sales', ['press_1'], 'queue sales: menu sales'],
    ['pound is hash', 'menu dtmf press_pound>help', ['press_hash'], 'transfer help: menu help'],
    ['hash is pound', 'menu dtmf press_hash>help', ['press_pound'], 'transfer help: menu help'],
    ['the first of two', 'menu dtmf press_1>sales press_1>help', ['press_1'], 'queue sales: menu sales'],
    ['a wrong key: invalid', 'menu dtmf press_1>sales invalid>desk', ['press_2'], 'queue desk: menu desk'],
    [
      'invalid comes before a default that stands before it',
      'menu dtmf default>help invalid>desk',
      ['press_2'],
      'queue desk: menu desk',
    ],
    ['no_match is invalid', 'menu dtmf press_1>sales no_match>desk', ['press_2'], 'queue desk: menu desk'],
    ['a wrong key: default', 'menu dtmf press_1>sales default>desk', ['press_2'], 'queue desk: menu desk'],
    ['next is default', 'menu dtmf press_1>sales next>desk', ['press_2'], 'queue desk: menu desk'],
    [
      'a wrong key is no timeout',
      'menu dtmf press_1>sales timeout>desk',
      ['press_2'],
      'fallback menu (no-match): menu',
    ],
    [
      'a key that no telephone has is a wrong key',
      'menu dtmf press_1>sales invalid>desk',
      ['press_12'],
      'queue desk: menu desk',
    ],
    ['silence', 'menu dtmf press_1>sales timeout>desk', ['timeout'], 'queue desk: menu desk'],
    ['silence: default', 'menu dtmf press_1>sales default>desk', ['timeout'], 'queue desk: menu desk'],
    [
      'silence is no wrong key',
      'menu dtmf press_1>sales invalid>desk',
      ['timeout'],
      'fallback menu (no-match): menu',
    ],
    ['a wrong key as such', 'menu dtmf press_1>sales invalid>desk', ['no_match'], 'queue desk: menu desk'],
    ['all else as such', 'menu dtmf press_1>sales default>desk', ['next'], 'queue desk: menu desk'],
    ['a condition of the tenant', 'menu greeting vip>help default>desk', ['vip'], 'transfer help: menu help'],
    ['another one: default', 'menu greeting vip>help default>desk', ['night'], 'queue desk: menu desk'],
    [
      'another one is no wrong key',
      'menu greeting vip>help invalid>desk',
      ['night'],
      'fallback menu (no-match): menu',
    ],
    [
      'conditions are told apart by case',
      'menu greeting VIP>help default>desk',
      ['vip'],
      'queue desk: menu desk',
    ],
    [
      'a timeout alone is waited for',
      'menu dtmf timeout>desk',
      ['press_1'],
      'fallback menu (no-match): menu',
    ],
  ])('%s', (_, menu, inputs, expected) => {
    expect(walk([menu, ...ENDS], inputs)).toBe(expected);
  });

  it('the call comes back and uses the next input', () => {
    expect(walk([...MENU, ...ENDS], ['press_9', 'press_8', 'press_pound'])).toBe(
      'transfer help: menu again menu again menu help',
    );
  });
});

describe('without waiting', () => {
  it.each<[string, string, string]>([
    ['the only transition is default', 'start greeting default>menu', 'queue sales: start menu sales'],
    ['the only transition is next', 'start dtmf next>menu', 'queue sales: start menu sales'],
    ['of two defaults the first', 'start dtmf next>menu default>help', 'queue sales: start menu sales'],
  ])('%s', (_, start, expected) => {
    expect(walk([start, ...MENU, ...ENDS], ['press_1'])).toBe(expected);
  });

  it.each<[string, string]>([
    ['a greeting', 'start greeting'],
    ['a menu', 'start dtmf'],
  ])('%s without transitions ends in the fallback and uses no input', (_, start) => {
    expect(walk([start], ['press_1'])).toBe('fallback start (dead-end): start, 1 left');
  });
});

describe('a transfer or queue', () => {
  it.each<[string, string, readonly string[], string]>([
    ['ends the call', 'a transfer busy>desk', [], 'transfer a: a'],
    ['goes on where it is told', 'a transfer busy>desk', ['busy'], 'queue desk: a desk'],
    ['a queue too', 'a queue full>bye', ['full'], 'hangup bye: a bye'],
    ['not for another reason', 'a transfer busy>desk', ['error'], 'transfer a: a, 1 left'],
    ['for another reason by default', 'a transfer busy>help default>desk', ['error'], 'queue desk: a desk'],
    ['by default alone it goes nowhere', 'a queue default>desk', [], 'queue a: a'],
    ['by a default that is told', 'a queue next>desk', ['default'], 'queue desk: a desk'],
    ['a timeout that it names', 'a queue timeout>desk', ['timeout'], 'queue desk: a desk'],
    ['a timeout that it does not name', 'a queue default>desk', ['timeout'], 'queue a: a, 1 left'],
    ['no silence makes it go on', 'a queue timeout>desk', [], 'queue a: a'],
    ['a key that it names', 'a queue press_1>bye', ['press_1'], 'hangup bye: a bye'],
    ['a key that it does not name', 'a queue invalid>bye default>bye', ['press_1'], 'queue a: a, 1 left'],
  ])('%s', (_, start, inputs, expected) => {
    expect(walk([start, ...ENDS], inputs)).toBe(expected);
  });

  it('one after the other', () => {
    expect(walk(['a transfer busy>b', 'b queue full>a'], ['busy', 'full', 'busy'])).toBe('queue b: a b a b');
  });
});

describe('the end', () => {
  it.each<[string, readonly string[], readonly string[], Fallback | undefined, string]>([
    ['a hangup', ['a hangup'], [], undefined, 'hangup a: a'],
    ['a hangup goes nowhere', ['a hangup press_1>a'], ['press_1'], undefined, 'hangup a: a, 1 left'],
    ['inputs are left over', ['a queue'], ['press_1', 'press_2'], undefined, 'queue a: a, 2 left'],
    ['the fallback has a target', ['a dtmf press_1>a'], ['press_2'], toDesk, 'fallback desk (no-match): a'],
    ['a dead end with a target', ['a greeting'], [], toDesk, 'fallback desk (dead-end): a'],
    [
      'a target that does not exist',
      ['a dtmf press_1>b'],
      ['press_1'],
      undefined,
      'fallback a (undefined-target): a',
    ],
    ['an empty target', ['a dtmf press_1>'], ['press_1'], undefined, 'fallback a (undefined-target): a'],
    [
      'of two nodes with one id the first',
      ['a greeting next>b', 'b queue', 'b hangup'],
      [],
      undefined,
      'queue b: a b',
    ],
  ])('%s', (_, lines, inputs, fallbackAction, expected) => {
    expect(walk(lines, inputs, fallbackAction)).toBe(expected);
  });

  it('says what nothing matched', () => {
    expect(walkRule(payloadOf(['a dtmf press_1>a']), ['press_7']).end).toMatchObject({ input: 'press_7' });
    expect(walkRule(payloadOf(['a dtmf press_1>a']), []).end).toMatchObject({ input: 'timeout' });
    expect(walkRule(payloadOf(['a dtmf']), ['press_7']).end).not.toHaveProperty('input');
  });
});

describe('a caller without inputs left', () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ['is silent once', ['a dtmf press_1>b timeout>b', 'b hangup'], [], 'hangup b: a b'],
    [
      'hangs up at the next node',
      ['a dtmf timeout>b', 'b dtmf timeout>c', 'c hangup'],
      [],
      'abandoned b: a b',
    ],
    ['or at the same', ['a dtmf press_1>a timeout>a'], [], 'abandoned a: a a'],
    [
      'takes the fallback where nothing matches silence',
      ['a dtmf press_1>a'],
      [],
      'fallback a (no-match): a',
    ],
    ['waits through greetings', ['a dtmf timeout>b', 'b greeting next>c', 'c queue'], [], 'queue c: a b c'],
    ['after a silence that was told', ['a dtmf timeout>a'], ['timeout'], 'abandoned a: a a a'],
    ['is not silent at a queue', ['a queue timeout>b', 'b dtmf timeout>c', 'c hangup'], [], 'queue a: a'],
  ])('%s', (_, lines, inputs, expected) => {
    expect(walk(lines, inputs)).toBe(expected);
  });
});

describe('a call without an end', () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ['one node', ['a greeting next>a'], [], 'endless a (loop): a a'],
    ['two nodes', ['a greeting next>b', 'b greeting next>a'], ['press_1'], 'endless a (loop): a b a, 1 left'],
    [
      'after an input',
      ['a dtmf press_1>b', 'b greeting next>c', 'c greeting next>b'],
      ['press_1'],
      'endless b (loop): a b c b',
    ],
  ])('%s', (_, lines, inputs, expected) => {
    expect(walk(lines, inputs)).toBe(expected);
  });

  it('is none where inputs come between', () => {
    const inputs = Array.from({ length: 50 }, () => 'press_9');
    expect(walkRule(payloadOf([...MENU, ...ENDS]), inputs).end).toEqual({ in: 'queue', at: 'desk' });
  });

  it('is given up after a number of steps', () => {
    const payload = payloadOf(['a dtmf press_1>a']);
    const inputs = Array.from({ length: 10_000 }, () => 'press_1');
    const { end, taken } = walkRule(payload, inputs);
    expect(end).toEqual({ in: 'endless', at: 'a', because: 'step-limit' });
    expect(taken).toHaveLength(STEP_LIMIT);
    expect(walkRule(payload, inputs.slice(0, 3), { stepLimit: 2 }).end.in).toBe('endless');
    expect(walkRule(payload, inputs.slice(0, 3), { stepLimit: 3 }).end.in).toBe('fallback');
  });
});

describe('what is told of the way', () => {
  it('the transitions and the inputs that made the call take them', () => {
    const lines = ['a greeting next>b', 'b dtmf press_1>a default>c', 'c dtmf timeout>d', 'd hangup'];
    expect(walkRule(payloadOf(lines), ['press_5']).taken).toEqual([
      { node: 0, transition: 0 },
      { node: 1, transition: 1, input: 'press_5' },
      { node: 2, transition: 0, input: 'timeout', isSilence: true },
    ]);
  });

  it('what was heard, each time anew', () => {
    const { heard } = walkRule(payloadOf([...MENU, ...ENDS]), ['press_9', 'press_1']);
    expect(heard).toEqual(['a-menu', 'a-again', 'a-menu']);
  });
});

it.each<[string, ReturnType<typeof arrivalAt>]>([
  ['a hangup default>a', 'ends'],
  ['a queue', 'hands-over'],
  ['a transfer default>a', 'hands-over'],
  ['a greeting', 'dead-end'],
  ['a dtmf', 'dead-end'],
  ['a dtmf default>a', 'goes-on'],
  ['a greeting next>a', 'goes-on'],
  ['a greeting timeout>a', 'waits'],
  ['a greeting default>a vip>a', 'waits'],
])('%s: %s', (line, expected) => {
  const [node] = payloadOf([line]).nodes;
  expect(arrivalAt(node!)).toBe(expected);
});

// ------------------------------------------------------------------------------------- properties

const ids = ['n0', 'n1', 'n2', 'n3', 'n4'];
const condition = fc.constantFrom(
  'press_1',
  'press_2',
  'press_pound',
  'press_hash',
  'timeout',
  'invalid',
  'no_match',
  'default',
  'next',
  'busy',
);
const transition = fc.record({ condition, target: fc.constantFrom(...ids, 'nowhere') });
const node = fc.record({
  type: fc.constantFrom('greeting', 'dtmf', 'dtmf', 'transfer', 'queue', 'hangup'),
  plays: fc.boolean(),
  transitions: fc.oneof(
    fc.array(transition, { maxLength: 4 }),
    fc.tuple(fc.record({ condition: fc.constantFrom('default', 'next'), target: fc.constantFrom(...ids) })),
  ),
});
const payload = fc.array(node, { minLength: 1, maxLength: 5 }).map((nodes) => ({
  ...payloadOf(['x queue']),
  nodes: nodes.map(({ type, plays, transitions }, index) => ({
    id: ids[index] ?? '',
    type,
    transitions,
    ...(plays ? { mediaAssetId: `asset ${index}` } : {}),
  })),
}));
const inputs = fc.array(fc.oneof(condition, fc.constantFrom('press_7', 'press_12', 'full')), {
  maxLength: 6,
});

describe('any call', () => {
  it('goes as the naive model says', () => {
    fc.assert(
      fc.property(payload, inputs, (rule, told) => {
        const { end, passed, heard, usedInputs } = walkRule(rule, told);
        expect({ in: end.in, at: end.at, passed, heard, usedInputs }).toEqual(walkNaively(rule, told));
      }),
      { numRuns: 20_000, seed: 20_270_302 },
    );
  });

  it('takes transitions that hang together, and hears what the nodes play', () => {
    fc.assert(
      fc.property(payload, inputs, (rule, told) => {
        const { passed, heard, taken, usedInputs } = walkRule(rule, told);
        const targets = taken.map((step) => rule.nodes[step.node]?.transitions[step.transition]?.target);
        expect([rule.nodes[0]?.id, ...targets].slice(0, passed.length)).toEqual(passed);
        expect(taken.length - passed.length).toBeLessThanOrEqual(0);
        const played = passed.flatMap((id) => rule.nodes.find((node) => node.id === id)?.mediaAssetId ?? []);
        expect(heard).toEqual(played);
        const used = taken.flatMap(({ input, isSilence }) =>
          isSilence || input === undefined ? [] : [input],
        );
        expect(told.slice(0, usedInputs).slice(0, used.length)).toEqual(used);
        expect(usedInputs - used.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});
