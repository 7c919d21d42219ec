// The difference between the graphs of two versions of a rule, as plain data in which both versions are one picture.
import type { PayloadNode } from '../rules/rule.ts';
import { type EdgePair, pairEdges } from './diff-edges.ts';
import { type Partners, findPartners } from './diff-renames.ts';
import { type Versions, joinVersions } from './diff-versions.ts';
import { ENTRY } from './graph.ts';

export interface NodeDiff {
  /** `changed`: another type or media asset, the id perhaps too; `renamed`: nothing but the id. */
  readonly kind: 'added' | 'removed' | 'changed' | 'renamed' | 'unchanged';
  /** The node's position in the old version; undefined where it was added. */
  readonly before: number | undefined;
  /** The node's position in the new version; undefined where it was removed. */
  readonly after: number | undefined;
  readonly changes: readonly ('id' | 'type' | 'mediaAssetId')[];
}

/** One side of a transition. */
export interface EdgeEnd {
  /** The position in the node's `transitions`. */
  readonly transition: number;
  /** Where it leads: a position in `nodes` of the difference; undefined where the target does not exist. */
  readonly to: number | undefined;
}

export interface EdgeDiff {
  /** `retargeted`: the same condition of the same node leads to another node, to one that is missing, or back from there. */
  readonly kind: 'added' | 'removed' | 'retargeted' | 'unchanged';
  /** Where it starts: a position in `nodes` of the difference. */
  readonly from: number;
  /** As the new version writes it; of a removed transition as the old one does. */
  readonly condition: string;
  readonly before: EdgeEnd | undefined;
  readonly after: EdgeEnd | undefined;
}

export interface GraphDiff {
  /** In the order of the new version; removed ones after them, in the order of the old version. */
  readonly nodes: readonly NodeDiff[];
  /** In the order of the nodes that they start at, then of the new transitions; removed ones of a node after them. */
  readonly edges: readonly EdgeDiff[];
  /** Whether calls start at another node. Any other change of order is no difference. */
  readonly isEntryChanged: boolean;
}

function diffNode(versions: Versions, partners: Partners, node: number): NodeDiff {
  const { nodes, oldCount } = versions;
  const partner = partners[node] ?? -1;
  if (partner === -1) {
    return node < oldCount
      ? { kind: 'removed', before: node, after: undefined, changes: [] }
      : { kind: 'added', before: undefined, after: node - oldCount, changes: [] };
  }
  const [old, now] = [nodes[partner], nodes[node]];
  const changes = (['id', 'type', 'mediaAssetId'] as const).filter((key) => old?.[key] !== now?.[key]);
  const isOnlyId = changes.length === 1 && changes[0] === 'id';
  const kind = changes.length === 0 ? 'unchanged' : isOnlyId ? 'renamed' : 'changed';
  return { kind, before: partner, after: node - oldCount, changes };
}

function kindOf(pair: EdgePair): EdgeDiff['kind'] {
  if (pair.old === undefined) return 'added';
  if (pair.new === undefined) return 'removed';
  return pair.isSameTarget ? 'unchanged' : 'retargeted';
}

/** Nodes of the picture in their order, each as its new node where it has one, else as its old one. */
function orderNodes({ nodes, oldCount }: Versions, partners: Partners): number[] {
  const all = [...nodes.keys()];
  return [...all.slice(oldCount), ...all.slice(0, oldCount).filter((node) => partners[node] === -1)];
}

function diffEdges(versions: Versions, partners: Partners, order: readonly number[]): EdgeDiff[] {
  const { nodes, oldCount, outgoing } = versions;
  const positionOf = new Int32Array(nodes.length);
  order.forEach((node, position) => {
    positionOf[node] = position;
    const partner = partners[node] ?? -1;
    if (partner !== -1) positionOf[partner] = position;
  });
  const endOf = (node: number, edge: number | undefined): EdgeEnd | undefined => {
    if (edge === undefined) return undefined;
    const end = outgoing.ends[edge] ?? -1;
    return { transition: edge - (outgoing.rows[node] ?? 0), to: end < 0 ? undefined : positionOf[end] };
  };
  return order.flatMap((node, from) => {
    const oldNode = node < oldCount ? node : (partners[node] ?? -1);
    const newNode = node < oldCount ? -1 : node;
    return pairEdges(versions, partners, oldNode, newNode).map((pair): EdgeDiff => {
      const before = endOf(oldNode, pair.old);
      const after = endOf(newNode, pair.new);
      const [owner, at] = after === undefined ? [oldNode, before] : [newNode, after];
      const condition = nodes[owner]?.transitions[at?.transition ?? -1]?.condition ?? '';
      return { kind: kindOf(pair), from, condition, before, after };
    });
  });
}

/**
 * Compares two versions of a rule. Nodes are the same by id; a node whose id is gone is looked for under new ids by
 * its content, then by its place (`findPartners`). Mirrored input gives the mirrored difference. O(m log n).
 * @param spell the one spelling of a condition: two spellings of one condition are no difference
 */
export function diffGraphs(
  before: readonly PayloadNode[],
  after: readonly PayloadNode[],
  spell: (condition: string) => string,
): GraphDiff {
  const versions = joinVersions(before, after, spell);
  const partners = findPartners(versions);
  const order = orderNodes(versions, partners);
  const isEntrySame =
    before.length === 0 || after.length === 0
      ? before.length === after.length
      : partners[ENTRY] === before.length + ENTRY;
  return {
    nodes: order.map((node) => diffNode(versions, partners, node)),
    edges: diffEdges(versions, partners, order),
    isEntryChanged: !isEntrySame,
  };
}

/** Whether two versions differ in any way that callers or authors can tell, the order of nodes left aside. */
export function isSameGraph({ nodes, edges, isEntryChanged }: GraphDiff): boolean {
  return (
    !isEntryChanged &&
    nodes.every(({ kind }) => kind === 'unchanged') &&
    edges.every(({ kind }) => kind === 'unchanged')
  );
}

/**
 * The nodes that changed, the ends of the transitions that did, and the old and the new entry where it is another one.
 * @returns positions in `nodes` of the difference, ascending
 */
export function findCore({ nodes, edges, isEntryChanged }: GraphDiff): number[] {
  const core = new Set(nodes.flatMap(({ kind }, position) => (kind === 'unchanged' ? [] : [position])));
  for (const { kind, from, before, after } of edges) {
    if (kind === 'unchanged') continue;
    for (const position of [from, before?.to, after?.to]) if (position !== undefined) core.add(position);
  }
  if (isEntryChanged)
    nodes.forEach(({ before, after }, position) => {
      if (before === ENTRY || after === ENTRY) core.add(position);
    });
  return [...core].toSorted((a, b) => a - b);
}

/**
 * What a reviewer looks at: what {@link findCore} finds, and the nodes one transition away from a changed node.
 * @returns positions in `nodes` of the difference, ascending
 */
export function findSurroundings(diff: GraphDiff): number[] {
  const isChanged = diff.nodes.map(({ kind }) => kind !== 'unchanged');
  const near = new Set(findCore(diff));
  for (const { from, before, after } of diff.edges) {
    for (const to of [before?.to, after?.to])
      if (to !== undefined && (isChanged[from] === true || isChanged[to] === true)) near.add(from).add(to);
  }
  return [...near].toSorted((a, b) => a - b);
}
