// Which transitions of the tested rules no path test takes.
import { groupBy } from '../rules/group-by.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import type { PathTestResult } from './run-path-tests.ts';

/** `nodes[node].transitions[transition]` of the rule. */
export interface UntakenTransition {
  readonly node: number;
  readonly transition: number;
}

export interface RuleCoverage {
  readonly rule: Rule;
  /** How many tests walked the rule, those that failed too. */
  readonly tests: number;
  /** How many transitions the rule has, and how many of them some test takes. */
  readonly transitions: number;
  readonly taken: number;
  /** In the order in which they stand in the rule. */
  readonly untaken: readonly UntakenTransition[];
}

function coverRule(rule: Rule, results: readonly PathTestResult[]): RuleCoverage {
  const taken = rule.payload.nodes.map(() => new Set<number>());
  for (const { walked } of results)
    for (const { node, transition } of walked?.walk.taken ?? []) taken[node]?.add(transition);
  const untaken = rule.payload.nodes.flatMap(({ transitions }, node) =>
    transitions.flatMap((_, transition) =>
      taken[node]?.has(transition) === true ? [] : [{ node, transition }],
    ),
  );
  const transitions = rule.payload.nodes.reduce((sum, node) => sum + node.transitions.length, 0);
  return { rule, tests: results.length, transitions, taken: transitions - untaken.length, untaken };
}

/** The coverage of each rule that some test walked, sorted by path. */
export function coverTransitions(results: readonly PathTestResult[]): RuleCoverage[] {
  return [...groupBy(results, ({ walked }) => walked?.rule)]
    .flatMap(([rule, group]) => (rule === undefined ? [] : [coverRule(rule, group)]))
    .toSorted((a, b) => compareCodePoints(a.rule.path, b.rule.path));
}
