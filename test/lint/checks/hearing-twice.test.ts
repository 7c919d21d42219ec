import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import { type Figures, computeFigures } from '../../../src/graph/figures.ts';
import { hearingTwice } from '../../../src/lint/checks/hearing-twice.ts';
import type { Problem } from '../../../src/rules/problem.ts';
import type { PayloadNode, Rule } from '../../../src/rules/rule.ts';
import { arrivalAt } from '../../../src/simulate/decide-move.ts';
import { SETTINGS, lintText, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'hearing-twice';

/** A node as `id asset type condition>target …`; `-` for no asset. */
function nodeOf(line: string): PayloadNode {
  const [id = '', asset = '', type = '', ...transitions] = line.split(' ');
  return {
    id,
    type: type as PayloadNode['type'],
    ...(asset === '-' ? {} : { mediaAssetId: asset }),
    transitions: transitions.map((text) => {
      const [condition = '', target = ''] = text.split('>');
      return { condition, target };
    }),
  };
}
const textOf = (...lines: readonly string[]): string =>
  ruleText(...lines.map((line) => JSON.stringify(nodeOf(line))));
const lint = (...lines: readonly string[]) => ofCheck(lintText(textOf(...lines)), CHECK);
const said = (asset: string, first: string, second: string): string =>
  `callers hear "${asset}" at node "${first}" and once more at node "${second}", with nothing to do in between`;

const RETRY = [
  'menu m dtmf press_1>end invalid>again timeout>end',
  'again m greeting default>menu',
  'end - hangup',
];

describe(CHECK, () => {
  it('tells the asset of the second node, and the first', () => {
    const text = textOf(...RETRY);
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'info',
        path: 'rules/a.json',
        line: 4,
        column: 47,
        endLine: 4,
        endColumn: 50,
        pointer: '/nodes/0/mediaAssetId',
        message: said('m', 'again', 'menu'),
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['"m"']);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'others between',
      ['a x greeting next>b', 'b y greeting default>c', 'c - dtmf default>d', 'd x greeting'],
      [said('x', 'a', 'd')],
    ],
    ['a queue that plays', ['a x greeting next>q', 'q x queue'], [said('x', 'a', 'q')]],
    [
      'the nearest before it',
      ['a x greeting next>b', 'b x greeting next>c', 'c x hangup'],
      [said('x', 'a', 'b'), said('x', 'b', 'c')],
    ],
    [
      'two ways into one node, of which the first is named',
      ['m - dtmf press_1>b default>a', 'a x greeting next>c', 'b x greeting next>c', 'c x hangup'],
      [said('x', 'a', 'c')],
    ],
    [
      'two assets',
      ['a x greeting next>b', 'b y greeting next>c', 'c y greeting next>d', 'd x hangup'],
      [said('y', 'b', 'c'), said('x', 'a', 'd')],
    ],
    [
      'two ends of one rule',
      [
        'm - dtmf press_1>a default>c',
        'a x greeting next>b',
        'b x hangup',
        'c x greeting next>d',
        'd x queue',
      ],
      [said('x', 'a', 'b'), said('x', 'c', 'd')],
    ],
    [
      'of several defaults the first, which is taken',
      ['a x greeting default>b next>c', 'b x hangup', 'c x hangup'],
      [said('x', 'a', 'b')],
    ],
    [
      'a way that ends at a target that does not exist',
      ['a x greeting next>b', 'b x greeting next>gone'],
      [said('x', 'a', 'b')],
    ],
  ])('%s', (_, lines, messages) => {
    expect(lint(...lines).map(({ message }) => message)).toEqual(messages);
  });

  it.each<[string, readonly string[]]>([
    ['different assets', ['a x greeting next>b', 'b y hangup']],
    ['an input between', ['a x dtmf press_1>b default>b', 'b x hangup']],
    ['silence between', ['a x greeting timeout>b', 'b x hangup']],
    ["a condition of the tenant's own between", ['a x greeting next>b error>b', 'b x hangup']],
    ['a queue that goes on', ['a x queue default>b', 'b x hangup']],
    [
      'two ways that part',
      ['m - dtmf press_1>a default>b', 'a x greeting next>e', 'b x greeting next>e', 'e - hangup'],
    ],
    ['a way that no caller takes', ['m y queue', 'a x greeting next>b', 'b x hangup']],
    ['a loop without an end', ['a x greeting next>b', 'b x greeting next>a']],
    ['a node that leads to itself', ['a x greeting next>a']],
    [
      'a way into a loop without an end',
      ['a x greeting next>b', 'b x greeting next>c', 'c y greeting next>c'],
    ],
    [
      'an asset twice where the first default leads nowhere',
      ['m - dtmf press_1>a default>b', 'a x greeting next>gone default>b', 'b x hangup'],
    ],
    ['the second of two nodes with one id', ['a x greeting next>b', 'b y hangup', 'b x hangup']],
  ])('is silent about %s', (_, lines) => {
    expect(lint(...lines)).toEqual([]);
  });
});

// ------------------------------------------------------------------------------- against a naive look

/** What the check says of some nodes, all of which callers reach unless it is told which they do not. */
function look(nodes: readonly PayloadNode[], unreachable: readonly number[] = []): string[] {
  const rule = { path: 'a.json', payload: { nodes } } as unknown as Rule;
  const figures = { graph: buildGraph(nodes), unreachable } as unknown as Figures;
  const problems: readonly Problem[] = hearingTwice.lookAtRule?.({ rule, figures }, SETTINGS) ?? [];
  return problems.map(({ message }) => message).toSorted();
}

/** Follows the call from every node on, as far as it goes without waiting. */
function lookNaively(nodes: readonly PayloadNode[], unreachable: readonly number[]): string[] {
  const indexOf = (id: string): number => nodes.findIndex((node) => node.id === id);
  const firstOf = new Map<number, number>();
  for (const [start, { mediaAssetId }] of nodes.entries()) {
    if (mediaAssetId === undefined || unreachable.includes(start)) continue;
    const way = [start];
    for (let node = nodes[start]; node !== undefined && arrivalAt(node) === 'goes-on';) {
      const next = indexOf(node.transitions[0]?.target ?? '');
      node = nodes[next];
      if (node !== undefined) way.push(next);
      if (way.length > nodes.length) break;
    }
    if (way.length > nodes.length) continue;
    const second = way.slice(1).find((index) => nodes[index]?.mediaAssetId === mediaAssetId);
    if (second !== undefined && !firstOf.has(second)) firstOf.set(second, start);
  }
  return [...firstOf]
    .map(([second, first]) =>
      said(nodes[second]?.mediaAssetId ?? '', nodes[first]?.id ?? '', nodes[second]?.id ?? ''),
    )
    .toSorted();
}

const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'];
const transition = fc.record({
  condition: fc.constantFrom('next', 'default', 'default', 'default', 'default', 'press_1'),
  target: fc.constantFrom(...ids, 'gone'),
});
const nodes = fc
  .array(
    fc.record({
      type: fc.constantFrom('greeting', 'greeting', 'greeting', 'dtmf', 'queue', 'hangup'),
      asset: fc.constantFrom('x', 'x', 'y', undefined),
      transitions: fc.oneof(
        { weight: 4, arbitrary: fc.tuple(transition) },
        { weight: 1, arbitrary: fc.array(transition, { maxLength: 3 }) },
      ),
    }),
    { minLength: 1, maxLength: ids.length },
  )
  .map((list) =>
    list.map(({ type, asset, transitions }, index): PayloadNode => ({
      id: ids[index] ?? '',
      type: type as PayloadNode['type'],
      ...(asset === undefined ? {} : { mediaAssetId: asset }),
      transitions,
    })),
  );

it('says what a naive look says', () => {
  let told = 0;
  fc.assert(
    fc.property(nodes, (some) => {
      const { unreachable } = computeFigures(some);
      const found = look(some, unreachable);
      expect(found).toEqual(lookNaively(some, unreachable));
      told += found.length;
    }),
    { numRuns: 5000, seed: 20_271_103 },
  );
  expect(told).toBeGreaterThan(500);
});

describe('a hundred thousand nodes', () => {
  const COUNT = 100_000;
  const greeting = (index: number, asset: string, target: string): PayloadNode => ({
    id: `n${index}`,
    type: 'greeting',
    mediaAssetId: asset,
    transitions: [{ condition: 'default', target }],
  });
  const make = (nodeAt: (index: number) => PayloadNode): PayloadNode[] =>
    Array.from({ length: COUNT }, (_, index) => nodeAt(index));

  it('in one way, all with one asset', () => {
    expect(look(make((index) => greeting(index, 'x', `n${index + 1}`)))).toHaveLength(COUNT - 1);
  });

  it('in one way, of which only the ends are the same', () => {
    const ends = new Set([0, COUNT - 1]);
    const found = look(
      make((index) => greeting(index, ends.has(index) ? 'x' : `a${index}`, `n${index + 1}`)),
    );
    expect(found).toEqual([said('x', 'n0', `n${COUNT - 1}`)]);
  });

  it('in one ring', () => {
    expect(look(make((index) => greeting(index, 'x', `n${(index + 1) % COUNT}`)))).toEqual([]);
  });

  it('that all lead into one', () => {
    const fan: PayloadNode = {
      id: 'n0',
      type: 'dtmf',
      mediaAssetId: 'x',
      transitions: Array.from({ length: COUNT - 1 }, (_, index) => ({
        condition: `vip_${index}`,
        target: `n${index + 1}`,
      })),
    };
    const found = look(make((index) => (index === 0 ? fan : greeting(index, 'x', 'n0'))));
    expect(found).toEqual([said('x', 'n1', 'n0')]);
  });
});
