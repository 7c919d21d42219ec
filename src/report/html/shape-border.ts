// Where a line that ends at the box around a shape meets the shape itself, whose sides slant or are round.
import type { Face } from './picture.ts';

/** How far a slanting side leads inwards, in pixels. */
export const SLANT = 14;

/**
 * Moves a place on the border of the box around a shape sideways, onto the shape's own border.
 * @param x relative to the middle, as y is
 * @param width half of it, as height is
 */
export function meetShape(shape: Face['shape'], x: number, y: number, width: number, height: number): number {
  const [left, right] = sidesAt(shape, Math.max(-1, Math.min(1, y / height)), width, height);
  return Math.max(left, Math.min(right, x));
}

/** The left and the right end of a shape at a height, from -1 at its top to 1 at its bottom. */
function sidesAt(shape: Face['shape'], at: number, width: number, height: number): readonly [number, number] {
  switch (shape) {
    case 'dtmf': {
      const side = width - SLANT * Math.abs(at);
      return [-side, side];
    }
    case 'transfer':
      return [(SLANT * (1 - at)) / 2 - width, width - (SLANT * (1 + at)) / 2];
    case 'hangup':
    case 'jump':
    case 'start': {
      const side = width - height + height * Math.sqrt(1 - at * at);
      return [-side, side];
    }
    default:
      return [-width, width];
  }
}
