// Random rules and pairs of versions, for their difference; and rules from one line a node.
import fc from 'fast-check';
import type { PayloadNode } from '../../src/rules/rule.ts';

/** Nodes from lines such as `root dtmf m0: press_1 sales, timeout root`; `-` is no media asset. */
export function rule(...lines: readonly string[]): PayloadNode[] {
  return lines.map((line) => {
    const [head = '', tail = ''] = line.split(/:\s*/);
    const [id = '', type = '', media = ''] = head.split(' ');
    const transitions = tail
      .split(/,\s*/)
      .filter((text) => text !== '')
      .map((text) => {
        const [condition = '', target = ''] = text.split(' ');
        return { condition, target };
      });
    return {
      id,
      type: type as PayloadNode['type'],
      ...(media === '-' ? {} : { mediaAssetId: media }),
      transitions,
    };
  });
}

const CONDITIONS = ['press_1', 'press_2', 'press_hash', 'press_pound', 'default', 'next', 'busy'];

/** One random node; targets are positions, one past the last node is a missing id. */
function randomNode(count: number): fc.Arbitrary<PayloadNode> {
  return fc.record({
    id: fc.constant(''),
    type: fc.constantFrom<PayloadNode['type']>('greeting', 'dtmf', 'hangup'),
    mediaAssetId: fc.constantFrom('m1', 'm2'),
    transitions: fc.array(
      fc.record({
        condition: fc.constantFrom(...CONDITIONS),
        target: fc.integer({ min: 0, max: count }).map((target) => `n${target}`),
      }),
      { maxLength: 3 },
    ),
  });
}

interface Kind {
  /** Every node has a media asset and an id of its own; else ids may be shared, too. */
  readonly isDistinct: boolean;
}

/** Rules of 1 to 8 nodes with loops, parallel transitions, conditions that occur twice, missing targets. */
export function randomRule({ isDistinct }: Kind = { isDistinct: false }): fc.Arbitrary<PayloadNode[]> {
  return fc.integer({ min: 1, max: 8 }).chain((count) =>
    fc
      .tuple(
        fc.array(randomNode(count), { minLength: count, maxLength: count }),
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: count, maxLength: count }),
      )
      .map(([nodes, doubles]) =>
        nodes.map((node, index) => {
          const id = `n${!isDistinct && (doubles[index] ?? 0) < index ? doubles[index] : index}`;
          return isDistinct ? { ...node, id, mediaAssetId: `m${index}` } : { ...node, id };
        }),
      ),
  );
}

/** The same rule with other ids, targets included; ids of no node stay. */
export function renameIds(nodes: readonly PayloadNode[], nameOf: (id: string) => string): PayloadNode[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return nodes.map((node) => ({
    ...node,
    id: nameOf(node.id),
    transitions: node.transitions.map(({ condition, target }) => ({
      condition,
      target: ids.has(target) ? nameOf(target) : target,
    })),
  }));
}

/** The same nodes in another order, the entry still first. */
export function shuffle<T>(items: readonly T[], numbers: Iterator<number>): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 1; last--) {
    const other = 1 + ((numbers.next().value as number) % last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/**
 * Two versions: unrelated ones that share ids, or an old one with some ids renamed, some nodes replaced by others and
 * the order turned.
 */
export function randomPair(): fc.Arbitrary<[PayloadNode[], PayloadNode[]]> {
  const edited = fc
    .tuple(randomRule(), randomRule(), fc.infiniteStream(fc.nat({ max: 5 })), fc.infiniteStream(fc.nat()))
    .map(([old, other, dice, numbers]): [PayloadNode[], PayloadNode[]] => {
      const fresh = new Set(old.flatMap(({ id }) => (dice.next().value > 2 ? [id] : [])));
      const renamed = renameIds(old, (id) => (fresh.has(id) ? `new ${id}` : id));
      const now = renamed.map((node, index) =>
        dice.next().value === 0 ? { ...(other[index] ?? node), id: node.id } : node,
      );
      return [old, shuffle(now, numbers)];
    });
  return fc.oneof(fc.tuple(randomRule(), randomRule()), edited);
}
