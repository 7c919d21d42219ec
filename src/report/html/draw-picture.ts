// A placed picture as SVG: shapes tell types, signs and lines tell what changed; colours only say it again.
import { type Markup, piece, joinMarkup } from './markup.ts';
import { type Layout, type PlacedNode, type Point, shownId, shownLabel } from './lay-out.ts';
import { SLANT } from './shape-border.ts';
import type { Face, Layer, Picture, PictureEdge, PictureNode } from './picture.ts';

/** What is drawn of a picture: everything, or the old or the new version of a changed rule. */
export type View = 'both' | 'before' | 'after';

type Sign = '' | '+' | '−' | '~';
const CLASS: Readonly<Record<Sign, string>> = { '': '', '+': ' add', '−': ' del', '~': ' mod' };

type Outline = (x: number, y: number) => string;

const BOX: Outline = (x, y) => `M${-x} ${-y}H${x}V${y}H${-x}z`;
const PILL: Outline = (x, y) =>
  `M${y - x} ${-y}H${x - y}a${y} ${y} 0 0 1 0 ${2 * y}H${y - x}a${y} ${y} 0 0 1 0 ${-2 * y}z`;

/** The borders of shapes around a middle at 0 0, of half a width and half a height. */
const OUTLINES: Readonly<Record<Face['shape'], Outline>> = {
  greeting: BOX,
  missing: BOX,
  hangup: PILL,
  jump: PILL,
  dtmf: (x, y) => `M${-x} 0l${SLANT} ${-y}H${x - SLANT}L${x} 0l${-SLANT} ${y}H${SLANT - x}z`,
  transfer: (x, y) => `M${SLANT - x} ${-y}H${x}L${x - SLANT} ${y}H${-x}z`,
  queue: (x, y) =>
    `M${-x} ${6 - y}a${x} 6 0 0 1 ${2 * x} 0V${y - 6}a${x} 6 0 0 1 ${-2 * x} 0zM${-x} ${6 - y}a${x} 6 0 0 0 ${2 * x} 0`,
  start: (x) => `M${-x} 0a${x} ${x} 0 1 1 ${2 * x} 0a${x} ${x} 0 1 1 ${-2 * x} 0z`,
};

/** Pixels of a shape in a legend, before it is made smaller. */
const SAMPLE = { width: 64, height: 34 };

/** A shape alone, as a legend shows it. */
export function drawShape(shape: Face['shape']): Markup {
  const border = OUTLINES[shape](SAMPLE.width / 2 - 1, SAMPLE.height / 2 - 1);
  const box = `${-SAMPLE.width / 2} ${-SAMPLE.height / 2} ${SAMPLE.width} ${SAMPLE.height}`;
  return piece`<svg class="sample n ${shape}" viewBox="${box}" width="26" height="14" aria-hidden="true"><path d="${border}" /></svg>`;
}

function drawNode(face: Face, sign: Sign, { x, y, width, height }: PlacedNode): Markup {
  const { shape, id, word } = face;
  const text = `${sign}${sign === '' ? '' : ' '}${shape === 'jump' ? '↩ ' : ''}${shownId(id)}`;
  const border = piece`<path d="${OUTLINES[shape](width >> 1, height >> 1)}" />`;
  const title = shownId(id) === id ? undefined : piece`<title>${id}</title>`;
  const at = piece`<g class="n ${shape}${CLASS[sign]}" transform="translate(${x} ${y})">${title}${border}`;
  if (word === '') return piece`${at}<text y="4">${text}</text></g>`;
  const [first, second] = shape === 'queue' ? [3, 15] : [-3, 12];
  return piece`${at}<text y="${first}">${text}</text><text class="w" y="${second}">${word}</text></g>`;
}

/** A smooth line through the middles of the pieces between points. */
function spline(points: readonly Point[]): string {
  const [first = { x: 0, y: 0 }, ...others] = points;
  let path = `M${first.x} ${first.y}`;
  others.forEach((point, index) => {
    const next = others[index + 1];
    if (next === undefined) path += `L${point.x} ${point.y}`;
    else if (index === 0) path += `L${(first.x + point.x) >> 1} ${(first.y + point.y) >> 1}`;
    if (next !== undefined)
      path += `Q${point.x} ${point.y} ${(point.x + next.x) >> 1} ${(point.y + next.y) >> 1}`;
  });
  return path;
}

function drawEdge(
  { label, isOtherwise }: PictureEdge,
  sign: Sign,
  points: readonly Point[],
  at: Point,
): Markup {
  const line = piece`<path class="e${isOtherwise ? ' o' : ''}${CLASS[sign]}" d="${spline(points)}" />`;
  const text = `${sign} ${shownLabel(label)}`.trim();
  if (text === '' || (label === '' && sign === '')) return line;
  return piece`${line}<text class="l${CLASS[sign]}" x="${at.x}" y="${at.y + 4}">${text}</text>`;
}

function signOf(layer: Layer): Sign {
  if (layer === 'both') return '';
  return layer === 'before' ? '−' : '+';
}

/** The lines of the longest path of a version, below all others. */
function drawWay({ edges, ways }: Picture, { edges: placed }: Layout, view: View): Markup {
  const way = view === 'before' ? ways.before : ways.after;
  const other: Layer = view === 'before' ? 'after' : 'before';
  const lines = edges.flatMap(({ from, to, layer }, index) => {
    const points = placed[index]?.points;
    if (points === undefined || layer === other || !way.has(`${from} ${to}`)) return [];
    return [piece`<path d="${spline(points)}" />`];
  });
  return lines.length === 0 ? piece`` : piece`<g class="way">${lines}</g>`;
}

function drawLayer(
  { nodes, edges }: Picture,
  placed: Layout,
  layer: Layer,
): { lines: Markup; shapes: Markup } {
  const sign = signOf(layer);
  const lines = edges.flatMap((edge, index) => {
    const place = placed.edges[index];
    return edge.layer !== layer || place === undefined
      ? []
      : [drawEdge(edge, sign, place.points, place.label)];
  });
  const shapes = nodes.flatMap((node, index) => {
    const place = placed.nodes[index];
    if (place === undefined || node.layer !== layer || node.faceBefore !== undefined) return [];
    return [drawNode(node.face, sign, place)];
  });
  return { lines: joinMarkup(lines, ''), shapes: joinMarkup(shapes, '') };
}

/** The nodes that look different in the two versions, as they look in one. */
function drawOther(nodes: readonly PictureNode[], placed: Layout, view: View): Markup[] {
  return nodes.flatMap(({ face, faceBefore }, index) => {
    const place = placed.nodes[index];
    if (faceBefore === undefined || place === undefined) return [];
    return [drawNode(view === 'before' ? faceBefore : face, '~', place)];
  });
}

function frame({ width, height }: Layout, label: string, inner: Markup): Markup {
  return piece`<svg
    class="graph"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
  >
    <g class="view">${inner}</g>
  </svg>`;
}

/** The picture of a rule with one version. @param label what it is, for those who do not see it */
export function drawRule(picture: Picture, placed: Layout, label: string): Markup {
  const { lines, shapes } = drawLayer(picture, placed, 'both');
  return frame(placed, label, piece`${drawWay(picture, placed, 'after')}${lines}${shapes}`);
}

/**
 * The two pictures of a changed rule. What is in both is written once, and shown in the second by a reference.
 * @param id of what is in both, in the page
 */
export function drawVersions(
  picture: Picture,
  placed: Layout,
  id: string,
  label: (view: 'before' | 'after') => string,
): { readonly before: Markup; readonly after: Markup } {
  const both = drawLayer(picture, placed, 'both');
  const draw = (view: 'before' | 'after', common: Markup): Markup => {
    const own = drawLayer(picture, placed, view);
    const shapes = piece`${own.shapes}${drawOther(picture.nodes, placed, view)}`;
    return frame(placed, label(view), piece`${drawWay(picture, placed, view)}${own.lines}${common}${shapes}`);
  };
  return {
    before: draw('before', piece`<g id="${id}">${both.lines}${both.shapes}</g>`),
    after: draw('after', piece`<use href="#${id}" />`),
  };
}
