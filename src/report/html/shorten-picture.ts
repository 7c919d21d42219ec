// Lines that lead far back across a picture become short ones to a sign that names where they go.
import type { Picture, PictureEdge, PictureNode } from './picture.ts';

/** Steps from the call. A menu and what leads back to it from two menus further on is still one look. */
const MOST_BACK = 3;

/** The fewest steps from the start to each node; -1 where no line leads to it. */
function countSteps({ nodes, edges }: Picture): number[] {
  const steps = nodes.map(() => -1);
  const leaving = nodes.map((): number[] => []);
  for (const { from, to } of edges) leaving[from]?.push(to);
  let row = nodes.flatMap(({ face }, index) => (face.shape === 'start' ? [index] : []));
  for (let step = 0; row.length > 0; step++) {
    const next: number[] = [];
    for (const node of row) {
      if (steps[node] !== -1) continue;
      steps[node] = step;
      next.push(...(leaving[node] ?? []));
    }
    row = next;
  }
  return steps;
}

/**
 * Shortens lines that lead back over more than three steps. Those of a longest path stay, so that it can be followed with the
 * finger.
 */
export function shortenPicture(picture: Picture): Picture {
  const steps = countSteps(picture);
  const nodes: PictureNode[] = [...picture.nodes];
  const isOnWay = ({ from, to }: PictureEdge): boolean =>
    picture.ways.before.has(`${from} ${to}`) || picture.ways.after.has(`${from} ${to}`);
  const edges = picture.edges.map((edge): PictureEdge => {
    const [at, back] = [steps[edge.from] ?? -1, steps[edge.to] ?? -1];
    const target = picture.nodes[edge.to];
    if (target === undefined || back < 0 || at - back <= MOST_BACK || isOnWay(edge)) return edge;
    const { id } = edge.layer === 'before' ? (target.faceBefore ?? target.face) : target.face;
    const to = nodes.push({ layer: edge.layer, face: { shape: 'jump', id, word: '' } }) - 1;
    return { ...edge, to };
  });
  return { ...picture, nodes, edges };
}
