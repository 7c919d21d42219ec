// The picture of one version of a rule.
import { ENTRY } from '../../graph/graph.ts';
import { indexNodes } from '../../rules/index-nodes.ts';
import type { Payload } from '../../rules/rule.ts';
import { leadsToFallback } from '../../simulate/decide-move.ts';
import { START, faceOf, fallbackFace, missingFace } from './face.ts';
import { type Link, joinLinks } from './join-links.ts';
import { type Face, type Picture, type PictureEdge, type PictureNode, pairsOf } from './picture.ts';

/** How large a picture of a rule is, roughly, before it is made. */
export function sizeOf({ nodes }: Pick<Payload, 'nodes'>): number {
  return nodes.reduce((sum, { transitions }) => sum + 1 + transitions.length, 0);
}

/**
 * The picture of one version of a rule.
 * @param path the nodes of its longest path
 */
export function pictureRule(
  { nodes, fallbackAction }: Pick<Payload, 'nodes' | 'fallbackAction'>,
  path: readonly number[],
): Picture {
  const all: PictureNode[] = nodes.map((node) => ({ layer: 'both', face: faceOf(node) }));
  const add = (face: Face): number => all.push({ layer: 'both', face }) - 1;
  const indexOf = indexNodes(nodes);
  const links: Link[] = nodes.flatMap(({ transitions }, from) => {
    const missing = new Map<string, number>();
    return transitions.map(({ condition, target }): Link => {
      const to = indexOf.get(target) ?? missing.get(target) ?? add(missingFace(target));
      if (!indexOf.has(target)) missing.set(target, to);
      return { from, to, layer: 'both', condition };
    });
  });
  const ends = nodes.flatMap((node, index) => (leadsToFallback(node) ? [index] : []));
  const fallback = ends.length === 0 ? -1 : add(fallbackFace(fallbackAction));
  const start = add(START);
  const edges: PictureEdge[] = [
    { from: start, to: ENTRY, layer: 'both', label: '', isOtherwise: false },
    ...joinLinks(links),
    ...ends.map((from): PictureEdge => ({ from, to: fallback, layer: 'both', label: '', isOtherwise: true })),
  ];
  const way = pairsOf(path);
  return {
    nodes: all,
    edges,
    ways: { before: way, after: way },
    drawn: nodes.length,
    total: nodes.length,
  };
}
