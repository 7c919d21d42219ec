// Parallel transitions become one line with all their conditions.
import { spellConditions } from './face.ts';
import type { Layer, PictureEdge } from './picture.ts';

/** One transition between two nodes of a picture. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly layer: Layer;
  readonly condition: string;
}

/** Joins transitions with one source, one target and one layer, in the order of the first of each. */
export function joinLinks(links: readonly Link[]): PictureEdge[] {
  const joined = new Map<string, { readonly link: Link; readonly conditions: string[] }>();
  for (const link of links) {
    const key = `${link.from} ${link.to} ${link.layer}`;
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { link, conditions: [link.condition] });
    else known.conditions.push(link.condition);
  }
  return [...joined.values()].map(({ link: { from, to, layer }, conditions }) => ({
    from,
    to,
    layer,
    label: spellConditions(conditions),
    isOtherwise: false,
  }));
}
