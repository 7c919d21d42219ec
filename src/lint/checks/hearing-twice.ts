// Check `hearing-twice`: a media asset that callers hear twice with nothing to do in between.
import type { Graph } from '../../graph/graph.ts';
import { type Problem, atValue } from '../../rules/problem.ts';
import type { PayloadNode } from '../../rules/rule.ts';
import { arrivalAt } from '../../simulate/decide-move.ts';
import type { Check, Subject } from '../check.ts';

const NONE = -1;

/** Whether some media asset stands in a rule more than once: otherwise there is nothing to look for. */
function hasRepeatedAsset(nodes: readonly PayloadNode[]): boolean {
  const seen = new Set<string>();
  for (const { mediaAssetId } of nodes) {
    if (mediaAssetId === undefined) continue;
    if (seen.has(mediaAssetId)) return true;
    seen.add(mediaAssetId);
  }
  return false;
}

/** The node that comes after one without waiting; NONE where the call ends or waits there, or is led nowhere. */
function nodeAfter(node: PayloadNode, index: number, { ids, rows, targets }: Graph): number {
  if (arrivalAt(node) !== 'goes-on') return NONE;
  const row = rows[index] ?? 0;
  const target = row < (rows[index + 1] ?? 0) ? (targets[row] ?? NONE) : NONE;
  // The row leaves out targets that do not exist, and the first transition is the one that is taken.
  return ids[target] === node.transitions[0]?.target ? target : NONE;
}

/**
 * The ways that are gone without waiting, turned round. Each node has at most one after it, so they are trees, but for
 * what leads into a circle, which has no root and is left alone.
 */
interface Ways {
  /** The node after each; NONE for a root. */
  readonly after: Int32Array;
  /** Of the nodes before each, the first; and of those that share the node after them, the next one. */
  readonly firstBefore: Int32Array;
  readonly nextBefore: Int32Array;
}

function findWays({ rule, figures }: Subject): Ways {
  const { nodes } = rule.payload;
  const after = Int32Array.from(nodes, (node, index) => nodeAfter(node, index, figures.graph));
  for (const node of figures.unreachable) after[node] = NONE;
  const firstBefore = new Int32Array(nodes.length).fill(NONE);
  const nextBefore = new Int32Array(nodes.length).fill(NONE);
  for (let node = nodes.length - 1; node >= 0; node--) {
    const to = after[node] ?? NONE;
    if (to === NONE) continue;
    nextBefore[node] = firstBefore[to] ?? NONE;
    firstBefore[to] = node;
  }
  return { after, firstBefore, nextBefore };
}

/** Walks one tree depth first from its root. Without recursion: `after` leads back. */
function walkTree(
  root: number,
  { after, firstBefore, nextBefore }: Ways,
  enter: (node: number) => void,
  leave: (node: number) => void,
): void {
  let node = root;
  enter(root);
  for (;;) {
    let next = firstBefore[node] ?? NONE;
    while (next === NONE) {
      leave(node);
      if (node === root) return;
      next = nextBefore[node] ?? NONE;
      node = after[node] ?? NONE;
    }
    node = next;
    enter(node);
  }
}

/**
 * Keeps, along each way from its end to its start, the nearest node ahead that plays an asset. Linear in the nodes.
 * @returns the node that plays an asset again → the first of those before it that play it
 */
function findRepeats(nodes: readonly PayloadNode[], ways: Ways): Map<number, number> {
  const repeats = new Map<number, number>();
  const ahead = new Map<string, number>();
  const hidden = new Int32Array(nodes.length).fill(NONE);
  const enter = (node: number): void => {
    const asset = nodes[node]?.mediaAssetId;
    if (asset === undefined) return;
    const again = ahead.get(asset) ?? NONE;
    hidden[node] = again;
    ahead.set(asset, node);
    if (again !== NONE) repeats.set(again, Math.min(node, repeats.get(again) ?? node));
  };
  const leave = (node: number): void => {
    const asset = nodes[node]?.mediaAssetId;
    if (asset !== undefined) ahead.set(asset, hidden[node] ?? NONE);
  };
  nodes.forEach((_, node) => {
    const isRoot = ways.after[node] === NONE && ways.firstBefore[node] !== NONE;
    if (isRoot) walkTree(node, ways, enter, leave);
  });
  return repeats;
}

export const hearingTwice: Check = {
  id: 'hearing-twice',
  severity: 'info',
  finds: 'a media asset that callers hear twice with nothing to do in between',
  lookAtRule: (subject) => {
    const { nodes } = subject.rule.payload;
    if (!hasRepeatedAsset(nodes)) return [];
    return Array.from(findRepeats(nodes, findWays(subject)), ([second, first]): Problem => {
      const spell = (node: number): string => JSON.stringify(nodes[node]?.id ?? '');
      const asset = JSON.stringify(nodes[second]?.mediaAssetId ?? '');
      return {
        check: 'hearing-twice',
        path: subject.rule.path,
        message: `callers hear ${asset} at node ${spell(first)} and once more at node ${spell(second)}, with nothing to do in between`,
        place: atValue(`/nodes/${second}/mediaAssetId`),
      };
    });
  },
};
