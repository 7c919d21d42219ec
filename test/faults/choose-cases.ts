// A sample of the cases: the same seed gives the same one. Every kind of case is in it.
import type { Case } from './cases.ts';

/** Numbers from 0 up to, not at, 1, from a seed (mulberry32, T. Ettinger, 2017). */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The kind of a case: the part of its name before the place. */
export function kindOf({ name }: Pick<Case, 'name'>): string {
  return name.replace(/\/(tenant|github):.*$/s, '');
}

/** The cases in an order of chance: what goes wrong shows early, and the parts of several processes are alike. */
export function shuffleCases(cases: readonly Case[], seed: number): Case[] {
  const random = makeRandom(seed);
  const placed = cases.map((entry) => ({ entry, at: random() }));
  return placed.toSorted((a, b) => a.at - b.at).map(({ entry }) => entry);
}

/** Chooses about `count` cases: of each kind its share, and at least two. */
export function chooseCases(cases: readonly Case[], count: number, seed: number): Case[] {
  const kinds = Map.groupBy(shuffleCases(cases, seed), kindOf);
  return [...kinds.values()].flatMap((kind) =>
    kind.slice(0, Math.max(2, Math.round((count * kind.length) / cases.length))),
  );
}
