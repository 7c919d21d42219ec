// Two versions of a rule, walked in step: where what a caller hears or gets differs, told at its shortest.
import type { GraphDiff } from '../graph/diff-graphs.ts';
import { ENTRY } from '../graph/graph.ts';
import { type Difference, type Place, type Step, makeCollector } from './collect-differences.ts';
import { type Stop, type Version, findStop, readVersion } from './find-stop.ts';
import {
  type Outcome,
  type Pair,
  type Walker,
  endsSame,
  followBoth,
  goesOn,
  hearsSame,
  inputsAt,
} from './walk-both.ts';
import type { WalkedRule } from './walk.ts';

export interface Comparison extends Pick<Walker, 'versions' | 'partners'> {
  /** The shortest ways first. */
  readonly differences: readonly Difference[];
  /** False where the rule was too large to be walked to its end. */
  readonly isComplete: boolean;
}

/** How many nodes are come to, in both versions together, before a comparison is given up: about a second. */
export const WALK_BUDGET = 1_000_000;

const keyOf = ({ before, after }: Pair): string => `${before} ${after}`;
const isOne = ({ partners }: Walker, { before, after }: Pair): boolean => partners.get(before) === after;
const pairOf = ({ before, after }: Outcome): Pair => ({ before: before.node, after: after.node });

/** Pairs of different nodes: found to be alike to callers, or not. */
interface Known {
  readonly alike: Set<string>;
  readonly unlike: Set<string>;
}

/**
 * Whether callers can tell two different nodes apart by anything that they do from there on, up to the next nodes that
 * are one and the same in both versions (after J. Hopcroft, R. Karp, "A Linear Algorithm for Testing Equivalence of
 * Finite Automata", 1971).
 * @returns those next nodes; undefined where callers can
 */
function findBeyond(walker: Walker, start: Place, known: Known): Place[] | undefined {
  const key = keyOf(start);
  if (known.alike.has(key)) return [];
  if (known.unlike.has(key)) return undefined;
  const found = new Set([key]);
  const places = [start];
  const beyond: Place[] = [];
  for (let at = 0; at < places.length && walker.left > 0; at++) {
    const from = places[at] ?? start;
    for (const input of inputsAt(walker, from)) {
      const outcome = followBoth(walker, from, input);
      if (!endsSame(walker, outcome) || !hearsSame(walker, outcome)) {
        known.unlike.add(key);
        return undefined;
      }
      const next: Place = { ...pairOf(outcome), cameBy: { from, input } };
      const nextKey = keyOf(next);
      if (!goesOn(walker, outcome) || found.has(nextKey) || known.alike.has(nextKey)) continue;
      found.add(nextKey);
      (isOne(walker, next) ? beyond : places).push(next);
    }
  }
  for (const place of places) known.alike.add(keyOf(place));
  return beyond;
}

/** Walks from the entry, breadth first. */
function walkAll(walker: Walker): Difference[] {
  const collector = makeCollector(walker);
  const known: Known = { alike: new Set(), unlike: new Set() };
  const seen = new Set<string>();
  const places: Place[] = [];
  const visit = (place: Place): void => {
    const key = keyOf(place);
    if (seen.has(key)) return;
    seen.add(key);
    places.push(place);
  };
  const meet = (outcome: Outcome, step: Step | undefined): void => {
    const place: Place = { ...pairOf(outcome), cameBy: step };
    const isHeard = hearsSame(walker, outcome);
    const isSame = isOne(walker, place);
    const isElsewhere = outcome.before.kind === 'waits' && !isSame && !isHeard;
    if (isElsewhere || !endsSame(walker, outcome)) return collector.add('end', outcome, step);
    if (!isHeard) collector.add('heard', outcome, step);
    if (!goesOn(walker, outcome)) return undefined;
    if (isSame) return visit(place);
    const beyond = findBeyond(walker, place, known);
    if (beyond === undefined) return collector.add('end', outcome, step);
    beyond.forEach(visit);
    return undefined;
  };
  const start = (version: Version): Stop => findStop(version, ENTRY, ENTRY);
  meet({ before: start(walker.versions.before), after: start(walker.versions.after) }, undefined);
  for (let at = 0; at < places.length && walker.left > 0; at++) {
    const from = places[at];
    if (from === undefined) break;
    for (const input of inputsAt(walker, from)) meet(followBoth(walker, from, input), { from, input });
  }
  return collector.list();
}

/**
 * Which node is which, by positions. A queue or transfer is known to the tenant by its id, so one of another id is another
 * one, however much alike the two may look.
 */
function pairNodes(before: WalkedRule, after: WalkedRule, diff: GraphDiff): [number, number][] {
  return diff.nodes.flatMap(({ before: old, after: now }): [number, number][] => {
    if (old === undefined || now === undefined) return [];
    const nodes = [before.nodes[old], after.nodes[now]];
    const isPlace = nodes.some((node) => node?.type === 'queue' || node?.type === 'transfer');
    return isPlace && nodes[0]?.id !== nodes[1]?.id ? [] : [[old, now]];
  });
}

/**
 * Walks two versions of a rule in step through all that callers can do. Where they come to differ, that is told, and the
 * walk goes on below only where both are at one and the same node. Linear in the pairs of nodes that come up, up to a
 * budget.
 * @param diff which node of the old version is which of the new
 * @param budget how many nodes are come to at most
 */
export function compareVersions(
  before: WalkedRule,
  after: WalkedRule,
  diff: GraphDiff,
  budget: number = WALK_BUDGET,
): Comparison {
  const versions = { before: readVersion(before), after: readVersion(after) };
  const walker: Walker = { versions, partners: new Map(pairNodes(before, after, diff)), left: budget };
  const differences = walkAll(walker);
  const { partners, left } = walker;
  return { versions, partners, differences, isComplete: left > 0 };
}
