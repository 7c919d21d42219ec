// The picture of a changed rule: both versions in one, so that what stayed stands at the same place in both.
import { type EdgeDiff, type GraphDiff, type NodeDiff } from '../../graph/diff-graphs.ts';
import { ENTRY } from '../../graph/graph.ts';
import { type Payload, type PayloadNode, isSameFallback } from '../../rules/rule.ts';
import { leadsToFallback } from '../../simulate/decide-move.ts';
import { START, faceOf, fallbackFace, missingFace } from './face.ts';
import { type Link, joinLinks } from './join-links.ts';
import { type Layer, type Picture, type PictureEdge, type PictureNode, pairsOf } from './picture.ts';

/** One version of a rule, and the nodes of its longest path. */
export interface Version {
  readonly payload: Pick<Payload, 'nodes' | 'fallbackAction'>;
  readonly path: readonly number[];
}

export interface ChangedRule {
  readonly before: Version;
  readonly after: Version;
  readonly diff: GraphDiff;
}

/** What is in the old version, in the new one, or in both. */
function layerOf(isBefore: boolean, isAfter: boolean): Layer {
  if (isBefore && isAfter) return 'both';
  return isBefore ? 'before' : 'after';
}

function pictureNode(
  { before, after }: ChangedRule,
  { kind, before: old, after: now }: NodeDiff,
): PictureNode {
  const nodeBefore = before.payload.nodes[old ?? -1];
  const nodeAfter = after.payload.nodes[now ?? -1];
  const node: PayloadNode = nodeAfter ?? nodeBefore ?? { id: '', type: 'hangup', transitions: [] };
  const isOther = (kind === 'changed' || kind === 'renamed') && nodeBefore !== undefined;
  return {
    layer: layerOf(nodeBefore !== undefined, nodeAfter !== undefined),
    face: faceOf(node),
    faceBefore: isOther ? faceOf(nodeBefore) : undefined,
  };
}

/** The lines that start at drawn nodes and end at drawn or missing ones, one a transition. */
function linkEdges(changed: ChangedRule, indexOf: ReadonlyMap<number, number>, nodes: PictureNode[]): Link[] {
  const missing = new Map<string, number>();
  const targetOf = ({ payload }: Version, node: number | undefined, transition: number): string =>
    payload.nodes[node ?? -1]?.transitions[transition]?.target ?? '';
  const link = (edge: EdgeDiff, layer: Layer): Link[] => {
    const end = layer === 'before' ? edge.before : (edge.after ?? edge.before);
    const from = indexOf.get(edge.from);
    if (end === undefined || from === undefined) return [];
    const known = end.to === undefined ? undefined : indexOf.get(end.to);
    if (end.to !== undefined)
      return known === undefined ? [] : [{ from, to: known, layer, condition: edge.condition }];
    const node = changed.diff.nodes[edge.from];
    const target =
      layer === 'before'
        ? targetOf(changed.before, node?.before, end.transition)
        : targetOf(changed.after, node?.after, end.transition);
    const key = `${from} ${layer} ${target}`;
    const to = missing.get(key) ?? nodes.push({ layer, face: missingFace(target) }) - 1;
    missing.set(key, to);
    return [{ from, to, layer, condition: edge.condition }];
  };
  return changed.diff.edges.flatMap((edge) => {
    if (edge.kind === 'unchanged') return link(edge, 'both');
    if (edge.kind === 'added') return link(edge, 'after');
    if (edge.kind === 'removed') return link(edge, 'before');
    return [...link(edge, 'before'), ...link(edge, 'after')];
  });
}

/** The fallback, where a drawn node leads to it in either version. */
function otherwiseEdges(changed: ChangedRule, drawn: readonly number[], nodes: PictureNode[]): PictureEdge[] {
  const leadsIn = ({ payload }: Version, at: number | undefined): boolean => {
    const node = payload.nodes[at ?? -1];
    return node !== undefined && leadsToFallback(node);
  };
  const ends = drawn.flatMap((position, from) => {
    const node = changed.diff.nodes[position];
    const isBefore = leadsIn(changed.before, node?.before);
    const isAfter = leadsIn(changed.after, node?.after);
    return isBefore || isAfter ? [{ from, layer: layerOf(isBefore, isAfter) }] : [];
  });
  const isSame = isSameFallback(changed.before.payload.fallbackAction, changed.after.payload.fallbackAction);
  if (ends.length === 0) return [];
  const isIn = (other: Layer): boolean => ends.some(({ layer }) => layer !== other);
  const face = fallbackFace(changed.after.payload.fallbackAction);
  const layer = layerOf(isIn('after'), isIn('before'));
  const faceBefore = fallbackFace(changed.before.payload.fallbackAction);
  const node: PictureNode =
    layer === 'before'
      ? { layer, face: faceBefore }
      : { layer, face, faceBefore: isSame || layer === 'after' ? undefined : faceBefore };
  const to = nodes.push(node) - 1;
  return ends.map((end) => ({ ...end, to, label: '', isOtherwise: true }));
}

/** The start, and where calls start at another node now, both starts. */
function startEdges({ diff }: ChangedRule, drawn: readonly number[], nodes: PictureNode[]): PictureEdge[] {
  const entryOf = (version: 'before' | 'after'): number =>
    drawn.findIndex((position) => diff.nodes[position]?.[version] === ENTRY);
  const [old, now] = [entryOf('before'), entryOf('after')];
  if (old < 0 && now < 0) return [];
  const from = nodes.push({ layer: layerOf(old >= 0, now >= 0), face: START }) - 1;
  const edge = (to: number, layer: Layer): PictureEdge[] =>
    to < 0 ? [] : [{ from, to, layer, label: '', isOtherwise: false }];
  return old === now ? edge(old, 'both') : [...edge(old, 'before'), ...edge(now, 'after')];
}

/**
 * The picture of a changed rule.
 * @param drawn positions in `nodes` of the difference, ascending: all, or those of the part that is drawn
 */
export function pictureChange(changed: ChangedRule, drawn: readonly number[]): Picture {
  const { before, after, diff } = changed;
  const indexOf = new Map(drawn.map((position, index) => [position, index]));
  const nodes = drawn.flatMap((position) => {
    const node = diff.nodes[position];
    return node === undefined ? [] : [pictureNode(changed, node)];
  });
  const links = joinLinks(linkEdges(changed, indexOf, nodes));
  const otherwise = otherwiseEdges(changed, drawn, nodes);
  const start = startEdges(changed, drawn, nodes);
  const positionOf = (version: 'before' | 'after'): Map<number, number> =>
    new Map(
      drawn.flatMap((position, index) => {
        const node = diff.nodes[position]?.[version];
        return node === undefined ? [] : [[node, index] as const];
      }),
    );
  const wayOf = (path: readonly number[], places: ReadonlyMap<number, number>): Set<string> =>
    pairsOf(path.map((node) => places.get(node) ?? -1));
  return {
    nodes,
    edges: [...start, ...links, ...otherwise],
    ways: { before: wayOf(before.path, positionOf('before')), after: wayOf(after.path, positionOf('after')) },
    drawn: drawn.length,
    total: diff.nodes.length,
  };
}
