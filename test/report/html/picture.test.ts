// What the pictures show, and where: lines joined, both versions in one layout, long ways back shortened, no node on another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffGraphs } from '../../../src/graph/diff-graphs.ts';
import { computeFigures } from '../../../src/graph/figures.ts';
import { layOut } from '../../../src/report/html/lay-out.ts';
import type { Picture } from '../../../src/report/html/picture.ts';
import { pictureChange } from '../../../src/report/html/picture-change.ts';
import { pictureRule } from '../../../src/report/html/picture-rule.ts';
import { meetShape } from '../../../src/report/html/shape-border.ts';
import { shortenPicture } from '../../../src/report/html/shorten-picture.ts';
import type { PayloadNode } from '../../../src/rules/rule.ts';
import { canonicalCondition } from '../../../src/simulate/condition.ts';

type To = Readonly<Record<string, string>>;

function node(id: string, type: PayloadNode['type'], to: To = {}): PayloadNode {
  return { id, type, transitions: Object.entries(to).map(([condition, target]) => ({ condition, target })) };
}

const HANGUP = { type: 'hangup' } as const;
const pathOf = (nodes: readonly PayloadNode[]) => computeFigures(nodes).depth.path;

function picture(nodes: readonly PayloadNode[]): Picture {
  return pictureRule({ nodes, fallbackAction: HANGUP }, pathOf(nodes));
}

/** A picture's lines in words: `menu –press 1, 2→ sales`. */
function lines({ nodes, edges }: Picture): string[] {
  const name = (index: number): string => nodes[index]?.face.id ?? '';
  return edges.map(
    ({ from, to, label, layer, isOtherwise }) =>
      `${layer === 'both' ? '' : `${layer}: `}${name(from)} –${isOtherwise ? 'otherwise' : label}→ ${name(to)}`,
  );
}

function change(
  old: readonly PayloadNode[],
  now: readonly PayloadNode[],
  drawn?: readonly number[],
): Picture {
  const diff = diffGraphs(old, now, canonicalCondition);
  const version = (nodes: readonly PayloadNode[]) => ({
    payload: { nodes, fallbackAction: HANGUP },
    path: pathOf(nodes),
  });
  return pictureChange({ before: version(old), after: version(now), diff }, drawn ?? [...diff.nodes.keys()]);
}

const MENU = { press_1: 'sales', press_2: 'sales', default: 'bye' };

describe('the picture of a rule', () => {
  it('marks the entry, and joins parallel transitions', () => {
    const rule = [node('menu', 'dtmf', MENU), node('sales', 'queue'), node('bye', 'hangup')];
    expect(lines(picture(rule))).toEqual(['call –→ menu', 'menu –press 1, 2→ sales', 'menu –default→ bye']);
  });

  it('shows who gets the fallback, and targets that do not exist, one for all transitions of a node to it', () => {
    const rule = [
      node('menu', 'dtmf', { press_1: 'gone', press_2: 'gone', press_3: 'lost' }),
      node('note', 'greeting'),
    ];
    expect(lines(picture(rule))).toEqual([
      'call –→ menu',
      'menu –press 1, 2→ gone',
      'menu –press 3→ lost',
      'menu –otherwise→ hang up',
      'note –otherwise→ hang up',
    ]);
  });

  it('leads to the first of two nodes with one id, as the tenant does', () => {
    const rule = [node('a', 'greeting', { default: 'b' }), node('b', 'queue'), node('b', 'hangup')];
    expect(picture(rule).edges[1]).toMatchObject({ from: 0, to: 1 });
  });

  it('shortens what leads far back, but not the longest path', () => {
    const chain = Array.from({ length: 8 }, (_, at) =>
      node(`n${at}`, 'dtmf', { default: at === 7 ? 'end' : `n${at + 1}`, timeout: 'n0' }),
    );
    const short = shortenPicture(picture([...chain, node('end', 'hangup')]));
    expect(short.nodes.filter(({ face }) => face.shape === 'jump').map(({ face }) => face.id)).toEqual([
      'n0',
      'n0',
      'n0',
      'n0',
    ]);
    expect(lines(short)).toContain('n3 –timeout→ n0');
    expect(short.edges.find(({ from, label }) => from === 3 && label === 'timeout')?.to).toBe(0);
    expect(short.edges.find(({ from, label }) => from === 7 && label === 'timeout')?.to).toBeGreaterThan(8);
  });
});

describe('the picture of a changed rule', () => {
  const old = [
    node('menu', 'dtmf', { press_1: 'sales', press_2: 'out', press_9: 'bye', default: 'bye' }),
    node('sales', 'queue'),
    node('out', 'transfer'),
    node('bye', 'hangup'),
  ];
  const now = [
    node('menu', 'dtmf', { press_1: 'sales', press_2: 'sales', press_3: 'gone', default: 'bye' }),
    node('sales', 'transfer'),
    node('bye', 'hangup'),
  ];

  it('has what is in one version only in its layer', () => {
    const drawn = change(old, now);
    expect(lines(drawn)).toEqual([
      'call –→ menu',
      'menu –press 1→ sales',
      'before: menu –press 2→ out',
      'after: menu –press 2→ sales',
      'after: menu –press 3→ gone',
      'menu –default→ bye',
      'before: menu –press 9→ bye',
    ]);
    expect(
      drawn.nodes.map(
        ({ layer, face, faceBefore }) => `${layer} ${faceBefore?.word ?? ''}>${face.word} ${face.id}`,
      ),
    ).toEqual([
      'both >menu menu',
      'both queue>transfer sales',
      'both >hang up bye',
      'before >transfer out',
      'after >does not exist gone',
      'both > call',
    ]);
  });

  it('has both starts where calls start elsewhere', () => {
    const [first, second, ...rest] = old;
    const found = lines(change(old, [second!, first!, ...rest]));
    expect(found.slice(0, 2)).toEqual(['before: call –→ menu', 'after: call –→ sales']);
  });

  it('can be of a part: no line leads out of it', () => {
    const drawn = change(old, now, [0, 1]);
    expect(lines(drawn)).toEqual([
      'call –→ menu',
      'menu –press 1→ sales',
      'after: menu –press 2→ sales',
      'after: menu –press 3→ gone',
    ]);
    expect(drawn).toMatchObject({ drawn: 2, total: 4 });
  });
});

const randomRules = fc
  .integer({ min: 1, max: 14 })
  .chain((count) =>
    fc.array(
      fc.record({
        type: fc.constantFrom('greeting', 'dtmf', 'queue', 'transfer', 'hangup' as const),
        to: fc.array(
          fc.tuple(
            fc.constantFrom('press_1', 'press_2', 'timeout', 'default'),
            fc.integer({ min: 0, max: count }),
          ),
          { maxLength: 4 },
        ),
      }),
      { minLength: count, maxLength: count },
    ),
  )
  .map(
    (specs) =>
      specs.map(({ type, to }, index) => ({
        id: `node-${index}`,
        type,
        transitions: to.map(([condition, target]) => ({ condition, target: `node-${target}` })),
      })) as PayloadNode[],
  );

describe('a layout', () => {
  it('puts no node on another, and every line from border to border', () => {
    fc.assert(
      fc.property(randomRules, randomRules, (old, now) => {
        for (const drawn of [shortenPicture(picture(now)), shortenPicture(change(old, now))]) {
          const { nodes, edges, width, height } = layOut(drawn);
          nodes.forEach((a, index) => {
            expect(
              a.x - a.width / 2 >= -1 && a.x + a.width / 2 <= width + 1 && a.y + a.height / 2 <= height + 1,
            ).toBe(true);
            for (const b of nodes.slice(index + 1))
              expect(
                Math.abs(a.x - b.x) < (a.width + b.width) / 2 &&
                  Math.abs(a.y - b.y) < (a.height + b.height) / 2,
              ).toBe(false);
          });
          edges.forEach(({ points, label }, index) => {
            const target = nodes[drawn.edges[index]?.to ?? -1];
            const end = points.at(-1);
            if (target === undefined || end === undefined) throw new Error('a line without an end');
            expect(Math.abs(end.x - target.x)).toBeLessThanOrEqual(target.width / 2 + 2);
            expect(Math.abs(end.y - target.y)).toBeLessThanOrEqual(target.height / 2 + 2);
            expect(Number.isFinite(label.x) && Number.isFinite(label.y)).toBe(true);
          });
        }
      }),
      { numRuns: 60, seed: 20_271_101 },
    );
  }, 60_000);

  it.each([
    ['dtmf', 50, 0, 50],
    ['dtmf', 50, 20, 36],
    ['dtmf', -50, -20, -36],
    ['transfer', -50, -20, -36],
    ['transfer', -50, 20, -50],
    ['transfer', 50, 20, 36],
    ['hangup', 50, 20, 30],
    ['greeting', 50, 20, 50],
    ['queue', -50, 3, -50],
  ] as const)('meets a %s at its own border', (shape, x, y, expected) => {
    expect(meetShape(shape, x, y, 50, 20)).toBe(expected);
  });
});
