import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EdgeDiff,
  type GraphDiff,
  diffGraphs,
  findSurroundings,
  isSameGraph,
} from '../../src/graph/diff-graphs.ts';
import type { PayloadNode } from '../../src/rules/rule.ts';
import { canonicalCondition } from '../../src/simulate/condition.ts';
import { randomPair, randomRule, renameIds, rule, shuffle } from './random-rule.ts';

const RUNS = { numRuns: 2000, seed: 20_271_103 };

function diff(before: readonly PayloadNode[], after: readonly PayloadNode[]): GraphDiff {
  return diffGraphs(before, after, canonicalCondition);
}

/** A difference in words: `old>new kind`, and edges as `from condition kind old>new`; unchanged ones are left out. */
function spell(before: readonly PayloadNode[], after: readonly PayloadNode[]): string[] {
  const found = diff(before, after);
  const idAt = (position: number | undefined): string => {
    const node = found.nodes[position ?? -1];
    if (node === undefined) return '-';
    return (node.after === undefined ? before[node.before ?? -1] : after[node.after])?.id ?? '?';
  };
  const nodes = found.nodes.flatMap(({ kind, before: old, after: now, changes }) => {
    if (kind === 'unchanged') return [];
    const ids = [before[old ?? -1]?.id ?? '-', after[now ?? -1]?.id ?? '-'];
    return [[kind, ids.join('>'), ...changes].join(' ')];
  });
  const edges = found.edges.flatMap(({ kind, from, condition, before: old, after: now }) =>
    kind === 'unchanged'
      ? []
      : [
          `${kind} ${idAt(from)} ${condition}: ${old === undefined ? '' : idAt(old.to)}>${now === undefined ? '' : idAt(now.to)}`,
        ],
  );
  return [...nodes, ...edges, ...(found.isEntryChanged ? ['entry'] : [])];
}

const BASE = rule(
  'root dtmf m0: press_1 sales, press_2 help, timeout root',
  'sales greeting m1: next sales_queue',
  'sales_queue queue -: busy bye',
  'help greeting m2: next bye',
  'bye hangup -:',
);

describe('the difference of two versions', () => {
  it.each<[string, PayloadNode[], PayloadNode[], string[]]>([
    ['nothing', BASE, BASE, []],
    ['another order', BASE, [BASE[0]!, ...BASE.slice(1).toReversed()], []],
    ['another entry', BASE, BASE.toReversed(), ['entry']],
    [
      'a type and a media asset',
      BASE,
      BASE.map((node) =>
        node.id === 'help' ? { ...node, type: 'dtmf' as const, mediaAssetId: 'm9' } : node,
      ),
      ['changed help>help type mediaAssetId'],
    ],
    [
      'a node more',
      BASE,
      [
        ...BASE.map((node) =>
          node.id === 'help' ? { ...node, transitions: [{ condition: 'next', target: 'more' }] } : node,
        ),
        ...rule('more greeting m7: next bye'),
      ],
      ['added ->more', 'retargeted help next: bye>more', 'added more next: >bye'],
    ],
    [
      'a node less',
      BASE,
      rule(
        'root dtmf m0: press_1 sales_queue, press_2 help, timeout root',
        'sales_queue queue -: busy bye',
        'help greeting m2: next bye',
        'bye hangup -:',
      ),
      ['removed sales>-', 'retargeted root press_1: sales>sales_queue', 'removed sales next: sales_queue>'],
    ],
    [
      'other spellings of conditions',
      rule('a dtmf m: press_hash b, no_match b, next b', 'b hangup -:'),
      rule('a dtmf m: press_pound b, invalid b, default b', 'b hangup -:'),
      [],
    ],
    [
      'parallel transitions are edges each',
      rule('a dtmf m: press_1 b, press_2 b', 'b hangup -:'),
      rule('a dtmf m: press_1 b', 'b hangup -:'),
      ['removed a press_2: b>'],
    ],
    [
      'one condition twice is a multiset',
      rule('a dtmf m: press_1 b, press_1 c', 'b hangup -:', 'c queue -:'),
      rule('a dtmf m: press_1 c, press_1 b, press_1 b', 'b hangup -:', 'c queue -:'),
      ['added a press_1: >b'],
    ],
    [
      'a target that is missing now, and one that was',
      rule('a dtmf m: press_1 b, press_2 x, press_3 z', 'b hangup -:'),
      rule('a dtmf m: press_1 b, press_2 x, press_3 z', 'x queue -:'),
      ['added ->x', 'removed b>-', 'retargeted a press_1: b>-', 'retargeted a press_2: ->x'],
    ],
    [
      'an id that two nodes share',
      rule('a dtmf m: press_1 b', 'b hangup -:', 'b queue -:'),
      rule('a dtmf m: press_1 b', 'b hangup -:', 'c queue -:'),
      ['renamed b>c id'],
    ],
    ['no node at all', [], rule('a hangup -:'), ['added ->a', 'entry']],
  ])('%s', (_, before, after, expected) => {
    expect(spell(before, after)).toEqual(expected);
  });
});

describe('renamed nodes', () => {
  it.each<[string, PayloadNode[], PayloadNode[], string[]]>([
    [
      'a chain of equal prompts, told by how far they are from its end',
      rule(
        'a dtmf m: next x1',
        'x1 greeting p: next x2',
        'x2 greeting p: next x3',
        'x3 greeting p: next z',
        'z hangup -:',
      ),
      rule(
        'a dtmf m: next y1',
        'y3 greeting p: next z',
        'y1 greeting p: next y2',
        'y2 greeting p: next y3',
        'z hangup -:',
      ),
      ['renamed x3>y3 id', 'renamed x1>y1 id', 'renamed x2>y2 id'],
    ],
    [
      'a loop of equal prompts, told by where it is entered',
      rule('a dtmf m: next x1', 'x1 greeting p: next x2', 'x2 greeting p: next x3', 'x3 greeting p: next x1'),
      rule('a dtmf m: next y1', 'y1 greeting p: next y2', 'y2 greeting p: next y3', 'y3 greeting p: next y1'),
      ['renamed x1>y1 id', 'renamed x2>y2 id', 'renamed x3>y3 id'],
    ],
    [
      'every node, the entry too',
      rule('a dtmf m: press_1 b, press_2 c', 'b greeting p: next a', 'c greeting p: next a'),
      rule('d dtmf m: press_2 f, press_1 e', 'f greeting p: next d', 'e greeting p: next d'),
      ['renamed a>d id', 'renamed c>f id', 'renamed b>e id'],
    ],
    [
      'twins that nothing tells apart stay added and removed',
      rule('a dtmf m: press_1 b, press_1 c', 'b greeting p:', 'c greeting p:'),
      rule('a dtmf m: press_1 d, press_1 e', 'd greeting p:', 'e greeting p:'),
      [
        'added ->d',
        'added ->e',
        'removed b>-',
        'removed c>-',
        'retargeted a press_1: b>d',
        'retargeted a press_1: c>e',
      ],
    ],
    [
      'a renamed chain with a change in it, told by its place',
      rule('a dtmf m: next x1', 'x1 greeting p: next x2', 'x2 greeting q: next z', 'z hangup -:'),
      rule('a dtmf m: next y1', 'y1 greeting p: next y2', 'y2 greeting r: next z', 'z hangup -:'),
      ['renamed x1>y1 id', 'changed x2>y2 id mediaAssetId'],
    ],
    [
      'another type at one place is another node',
      rule('a dtmf m: next x', 'x greeting p:'),
      rule('a dtmf m: next y', 'y dtmf p:'),
      ['added ->y', 'removed x>-', 'retargeted a next: x>y'],
    ],
    [
      'a renamed menu with a retry loop and a new prompt',
      rule('a dtmf m: next x', 'x dtmf p: press_1 z, timeout x', 'z hangup -:'),
      rule('a dtmf m: next y', 'y dtmf q: press_1 z, timeout y', 'z hangup -:'),
      ['changed x>y id mediaAssetId'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(spell(before, after)).toEqual(expected);
  });
});

/** Makes the new version of the old one: new text is taken only for what the difference calls new. */
function apply(
  before: readonly PayloadNode[],
  after: readonly PayloadNode[],
  found: GraphDiff,
): PayloadNode[] {
  const present = found.nodes.flatMap((node, position) =>
    node.after === undefined ? [] : [{ node, position }],
  );
  return present.map(({ node, position }) => {
    const old = before[node.before ?? -1];
    const now = after[node.after ?? -1]!;
    const take = <K extends 'id' | 'type' | 'mediaAssetId'>(key: K): PayloadNode[K] | undefined =>
      old === undefined || node.changes.includes(key) ? now[key] : old[key];
    const media = take('mediaAssetId');
    const transitions = found.edges
      .filter(({ from, kind }) => from === position && kind !== 'removed')
      .map((edge) => applyEdge(before, after, found, edge));
    return {
      id: take('id')!,
      type: take('type')!,
      ...(media === undefined ? {} : { mediaAssetId: media }),
      transitions,
    };
  });
}

function applyEdge(
  before: readonly PayloadNode[],
  after: readonly PayloadNode[],
  found: GraphDiff,
  edge: EdgeDiff,
): PayloadNode['transitions'][number] {
  const from = found.nodes[edge.from]!;
  if (edge.kind !== 'unchanged') return after[from.after!]!.transitions[edge.after!.transition]!;
  const { condition, target } = before[from.before!]!.transitions[edge.before!.transition]!;
  const now = edge.before!.to === undefined ? undefined : found.nodes[edge.before!.to]?.after;
  return { condition, target: now === undefined ? target : after[now]!.id };
}

/** A version with its conditions in one spelling and its transitions in one order. */
function normalize(nodes: readonly PayloadNode[]): PayloadNode[] {
  return nodes.map((node) => ({
    ...node,
    transitions: node.transitions
      .map(({ condition, target }) => ({ condition: canonicalCondition(condition), target }))
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }));
}

const SWAPPED: Readonly<Record<string, string>> = { added: 'removed', removed: 'added' };

/** A difference without its order, with both versions' indices. */
function listDiff(found: GraphDiff, isMirrored: boolean): string[] {
  const swap = (kind: string): string => (isMirrored ? (SWAPPED[kind] ?? kind) : kind);
  const pair = <T>(a: T, b: T): T[] => (isMirrored ? [b, a] : [a, b]);
  const at = (position: number | undefined): unknown => {
    const node = found.nodes[position ?? -1];
    return node === undefined ? null : pair(node.before ?? null, node.after ?? null);
  };
  const nodes = found.nodes.map((node) =>
    JSON.stringify([swap(node.kind), pair(node.before ?? null, node.after ?? null), node.changes]),
  );
  const end = (side: EdgeDiff['before']): unknown => side && [side.transition, at(side.to)];
  const edges = found.edges.map((edge) =>
    JSON.stringify([swap(edge.kind), at(edge.from), pair(end(edge.before) ?? null, end(edge.after) ?? null)]),
  );
  return [...nodes, ...edges, `${found.isEntryChanged}`].toSorted();
}

describe('the properties of a difference', () => {
  it('of a version and itself there is none', () => {
    fc.assert(
      fc.property(randomRule(), (nodes) => {
        expect(isSameGraph(diff(nodes, structuredClone(nodes)))).toBe(true);
      }),
      RUNS,
    );
  });

  it('mirrored, it is the difference the other way', () => {
    fc.assert(
      fc.property(randomPair(), ([before, after]) => {
        expect(listDiff(diff(after, before), true)).toEqual(listDiff(diff(before, after), false));
      }),
      RUNS,
    );
  });

  it('applied to the old version, it gives the new', () => {
    fc.assert(
      fc.property(randomPair(), ([before, after]) => {
        const found = diff(before, after);
        expect(normalize(apply(before, after, found))).toEqual(normalize(after));
        const covered = (side: 'before' | 'after'): number[] =>
          found.nodes.flatMap((node) => node[side] ?? []).toSorted((a, b) => a - b);
        expect(covered('before')).toEqual([...before.keys()]);
        expect(covered('after')).toEqual([...after.keys()]);
        const count = (nodes: readonly PayloadNode[]): number =>
          nodes.reduce((sum, { transitions }) => sum + transitions.length, 0);
        expect(found.edges.filter((edge) => edge.before !== undefined)).toHaveLength(count(before));
        expect(found.edges.filter((edge) => edge.after !== undefined)).toHaveLength(count(after));
      }),
      RUNS,
    );
  });

  it('finds new ids for distinct nodes, and nothing else', () => {
    fc.assert(
      fc.property(randomRule({ isDistinct: true }), fc.infiniteStream(fc.boolean()), (nodes, coins) => {
        const isRenamed = new Set(nodes.flatMap(({ id }) => (coins.next().value ? [id] : [])));
        const found = diff(
          nodes,
          renameIds(nodes, (id) => (isRenamed.has(id) ? `new ${id}` : id)),
        );
        found.nodes.forEach((node, position) => {
          expect([node.before, node.after]).toEqual([position, position]);
          expect(node.kind).toBe(isRenamed.has(nodes[position]!.id) ? 'renamed' : 'unchanged');
        });
        expect(found.edges.every(({ kind }) => kind === 'unchanged')).toBe(true);
        expect(found.isEntryChanged).toBe(false);
      }),
      RUNS,
    );
  });

  it('never takes one node for another where all ids are new: whatever it matches is the same up to the renaming', () => {
    fc.assert(
      fc.property(randomRule(), (nodes) => {
        const found = diff(
          nodes,
          renameIds(nodes, (id) => `new ${id}`),
        );
        for (const node of found.nodes) if (node.kind === 'renamed') expect(node.before).toBe(node.after);
      }),
      RUNS,
    );
  });

  it('does not see the order of the nodes after the entry', () => {
    fc.assert(
      fc.property(randomRule({ isDistinct: true }), fc.infiniteStream(fc.nat()), (nodes, numbers) => {
        expect(isSameGraph(diff(nodes, shuffle(nodes, numbers)))).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('the surroundings of a change', () => {
  it('are the changed nodes, the ends of changed transitions and the neighbours of changed nodes', () => {
    const after = BASE.map((node) => (node.id === 'sales' ? { ...node, mediaAssetId: 'm9' } : node));
    const found = diff(BASE, after);
    expect(findSurroundings(found).map((position) => after[position]?.id)).toEqual([
      'root',
      'sales',
      'sales_queue',
    ]);
    expect(findSurroundings(diff(BASE, BASE))).toEqual([]);
  });
});

describe('a large rule', () => {
  const COUNT = 20_000;
  const large = (name: string): PayloadNode[] =>
    Array.from({ length: COUNT }, (_, index) => ({
      id: `${name}${index}`,
      type: 'dtmf',
      transitions: [index + 1, index >> 1, (index * 7919) % COUNT, 0]
        .filter((target) => target < COUNT)
        .map((target, key) => ({ condition: `press_${key}`, target: `${name}${target}` })),
    }));

  const chain = (name: string): PayloadNode[] =>
    large(name).map((node) => ({ ...node, transitions: node.transitions.slice(0, 1) }));

  it.each<[string, () => PayloadNode[], () => PayloadNode[]]>([
    ['unchanged', () => large('a'), () => large('a')],
    ['renamed from end to end', () => large('a'), () => large('b')],
    ['a chain of equal nodes, renamed', () => chain('a'), () => chain('b')],
  ])('of 20,000 nodes is compared in seconds: %s', (_, before, after) => {
    const [old, now] = [before(), after()];
    const start = performance.now();
    const found = diff(old, now);
    expect(performance.now() - start).toBeLessThan(20_000);
    const kinds = new Set([...found.nodes, ...found.edges].map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind !== 'renamed' && kind !== 'unchanged')).toEqual([]);
  });
});
