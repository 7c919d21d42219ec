// What a graph's picture shows, before anything is placed: nodes, and lines between them. It holds both versions of a changed rule.
import type { PayloadNode } from '../../rules/rule.ts';

/** In which versions of the rule something is. Of a rule with one version everything is in both. */
export type Layer = 'both' | 'before' | 'after';

/** How a node looks in one version. */
export interface Face {
  readonly shape: PayloadNode['type'] | 'start' | 'missing' | 'jump';
  readonly id: string;
  /** Below the id; empty for none. */
  readonly word: string;
}

/** What became of a node, beside its being in both versions or in one. */
export interface PictureNode {
  readonly layer: Layer;
  /** How it looks; of a node that looks different in the two versions, after and before. */
  readonly face: Face;
  readonly faceBefore?: Face | undefined;
}

export interface PictureEdge {
  readonly from: number;
  readonly to: number;
  readonly layer: Layer;
  /** Empty where there is nothing to say. */
  readonly label: string;
  /** Whether it is what callers get for whom nothing matches. */
  readonly isOtherwise: boolean;
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Pairs of nodes, `from to`, on the longest path of each version. */
  readonly ways: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
  /** How many of the rule's nodes are drawn, and how many there are. */
  readonly drawn: number;
  readonly total: number;
}

/** A path as the pairs of nodes along it. */
export function pairsOf(path: readonly number[]): Set<string> {
  return new Set(path.slice(1).map((to, index) => `${path[index] ?? 0} ${to}`));
}
