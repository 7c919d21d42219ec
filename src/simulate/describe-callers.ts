// What changes for callers between two versions of a rule, in sentences for people who read no JSON.
import { type GraphDiff, diffGraphs } from '../graph/diff-graphs.ts';
import { listWords } from '../rules/list-words.ts';
import { canonicalCondition } from './condition.ts';
import { type Comparison, WALK_BUDGET, compareVersions } from './compare-versions.ts';
import { describeDifference } from './describe-difference.ts';
import { findReachable } from './find-stop.ts';
import { nameNode } from './spell-way.ts';
import type { WalkedRule } from './walk.ts';

/** More sentences than this nobody reads; what is left out is counted. */
const MOST_SENTENCES = 10;
const MOST_NAMED = 8;

/** What is said where no caller can tell two versions apart. */
export const NOTHING_CHANGES = 'nothing changes for callers';

export interface CallersOptions {
  /** The difference of the two graphs, where it is known. */
  readonly diff?: GraphDiff;
  /** How many nodes are come to, in both versions together, before the comparison is given up. */
  readonly budget?: number;
}

/** Nodes that callers could come to and no longer can, queues and transfers first. */
function listUnreached({ versions, partners }: Comparison): string[] {
  const now = findReachable(versions.after);
  const gone = [...findReachable(versions.before)].filter((node) => !now.has(partners.get(node) ?? -1));
  const nodes = gone.toSorted((a, b) => a - b).flatMap((node) => versions.before.rule.nodes[node] ?? []);
  const isEnd = ({ type }: (typeof nodes)[number]): boolean => type === 'queue' || type === 'transfer';
  const sorted = [...nodes.filter(isEnd), ...nodes.filter((node) => !isEnd(node))];
  if (sorted.length === 0) return [];
  return [`no longer reachable: ${listWords(sorted, nameNode, 'and', MOST_NAMED)}`];
}

function cutSentences(sentences: readonly string[]): string[] {
  if (sentences.length <= MOST_SENTENCES) return [...sentences];
  const left = sentences.length - MOST_SENTENCES + 1;
  return [...sentences.slice(0, MOST_SENTENCES - 1), `and ${left} more differences, not told here`];
}

/**
 * Tells what changes for callers.
 * @returns sentences without a full stop, the shortest ways first; {@link NOTHING_CHANGES} and no more where callers
 *   cannot tell the versions apart
 */
export function describeCallers(
  before: WalkedRule,
  after: WalkedRule,
  {
    diff = diffGraphs(before.nodes, after.nodes, canonicalCondition),
    budget = WALK_BUDGET,
  }: CallersOptions = {},
): string[] {
  const comparison = compareVersions(before, after, diff, budget);
  const { differences, isComplete } = comparison;
  const told = differences
    .slice(0, MOST_SENTENCES + 1)
    .map((difference) => describeDifference(comparison, difference));
  const all = [...told, ...differences.slice(MOST_SENTENCES + 1).map(() => '')];
  if (!isComplete)
    return [
      ...(all.length === 0 ? ['no change for callers found'] : cutSentences(all)),
      'the rule is too large to be walked to its end, so there may be more',
    ];
  if (all.length === 0) return [NOTHING_CHANGES];
  return [...cutSentences(all), ...listUnreached(comparison)];
}
