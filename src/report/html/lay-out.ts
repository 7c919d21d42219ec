// Places of a picture's nodes and lines, by dagre: layers from the call downwards (Gansner et al. 1993, Brandes and Köpf 2001).
import { Graph, layout } from '@dagrejs/dagre';
import { cutText } from '../escape.ts';
import type { Face, Picture } from './picture.ts';
import { meetShape } from './shape-border.ts';
import { textWidth } from './text-width.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node by its middle; pixels. */
export interface PlacedNode extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  /** From border to border. */
  readonly points: readonly Point[];
  /** The middle of the label. */
  readonly label: Point;
}

/** In the order of the picture; whole pixels, from 0 on. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** UTF-16 units of an id and of a label that a picture shows; the table beside it has all of them. */
const LONGEST_ID = 28;
const LONGEST_LABEL = 30;

export function shownId(id: string): string {
  return cutText(id, LONGEST_ID);
}

export function shownLabel(label: string): string {
  return cutText(label, LONGEST_LABEL);
}

const NODE_HEIGHT = 42;
const START_SIZE = 34;
const JUMP_HEIGHT = 22;
const LABEL_HEIGHT = 16;
const MARGIN = 10;
/** What the slanting sides of a shape need beside its text. */
const SIDES: Readonly<Partial<Record<Face['shape'], number>>> = {
  dtmf: 44,
  transfer: 44,
  queue: 36,
  hangup: 36,
};

function sizeOfFace({ shape, id, word }: Face): { width: number; height: number } {
  if (shape === 'start') return { width: START_SIZE, height: START_SIZE };
  const text = Math.max(textWidth(shownId(id)), textWidth(word) * 0.9);
  if (shape === 'jump') return { width: text + 34, height: JUMP_HEIGHT };
  return { width: Math.max(72, Math.round(text) + (SIDES[shape] ?? 26)), height: NODE_HEIGHT };
}

/** Where the curve through the middles between points, as it is drawn, passes the point that is nearest to a label's place. */
function onCurve(points: readonly Point[], wanted: Point): Point {
  const distanceTo = ({ x, y }: Point): number => Math.hypot(x - wanted.x, y - wanted.y);
  const nearest = points.reduce(
    (best, point, index) => (distanceTo(point) < distanceTo(points[best] ?? wanted) ? index : best),
    0,
  );
  const [before, point, after] = [points[nearest - 1], points[nearest], points[nearest + 1]];
  if (point === undefined || before === undefined || after === undefined) return wanted;
  const weigh = (axis: 'x' | 'y'): number =>
    Math.round(0.75 * point[axis] + 0.125 * (before[axis] + after[axis]));
  return { x: weigh('x'), y: weigh('y') };
}

/** The end of a line at a node's own border; dagre knows the box around it. */
function meet(face: Face | undefined, node: PlacedNode | undefined, at: Point = { x: 0, y: 0 }): Point {
  if (face === undefined || node === undefined) return at;
  const x = meetShape(face.shape, at.x - node.x, at.y - node.y, node.width / 2, node.height / 2);
  return { x: node.x + x, y: at.y };
}

/** A line from a node back to itself, in the room beside it: dagre's own has its points in no order for a curve. */
function loop({ x, y, width }: PlacedNode, { x: far = x + width }: { readonly x?: number }): Point[] {
  const border = x + width / 2 - 4;
  return [
    { x: border, y: y - 9 },
    { x: far, y: y - 16 },
    { x: far, y },
    { x: far, y: y + 16 },
    { x: border, y: y + 9 },
  ];
}

/** Lays a picture out. Its time grows with the length of the lines; 60 nodes take about 25 ms. */
export function layOut({ nodes, edges }: Picture): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 18, edgesep: 10, ranksep: 40, marginx: MARGIN, marginy: MARGIN });
  nodes.forEach(({ face, faceBefore }, index) => {
    const sizes = [face, faceBefore ?? face].map(sizeOfFace);
    const width = Math.max(...sizes.map((size) => size.width));
    graph.setNode(String(index), { width, height: sizes[0]?.height ?? NODE_HEIGHT });
  });
  edges.forEach(({ from, to, label, layer }, index) => {
    const size =
      label === ''
        ? { width: 0, height: 0 }
        : {
            width: textWidth(`${layer === 'both' ? '' : '+ '}${shownLabel(label)}`) * 0.92 + 14,
            height: LABEL_HEIGHT,
          };
    graph.setEdge(String(from), String(to), { ...size, labelpos: 'c' }, String(index));
  });
  layout(graph);
  const round = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
  const size = graph.graph() as { readonly width: number; readonly height: number };
  return {
    width: Math.ceil(size.width),
    height: Math.ceil(size.height),
    nodes: nodes.map((_, index) => {
      const node = graph.node(String(index)) as PlacedNode;
      return { ...round(node), width: Math.round(node.width), height: Math.round(node.height) };
    }),
    edges: edges.map(({ from, to }, index) => {
      const edge = graph.edge(String(from), String(to), String(index)) as {
        readonly points: readonly Point[];
        readonly x?: number;
        readonly y?: number;
      };
      const [source, target] = [graph.node(String(from)), graph.node(String(to))] as PlacedNode[];
      const points = from === to && source !== undefined ? loop(source, edge) : [...edge.points];
      const last = points.length - 1;
      points[0] = meet(nodes[from]?.face, source, points[0]);
      points[last] = meet(nodes[to]?.face, target, points[last]);
      return { points: points.map(round), label: onCurve(points, round({ x: edge.x ?? 0, y: edge.y ?? 0 })) };
    }),
  };
}
