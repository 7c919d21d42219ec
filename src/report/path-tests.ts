// Path tests in a report as data: how many passed, and which transitions of the tested rules none of them takes.
import type { Subject } from '../lint/check.ts';
import type { Rule } from '../rules/rule.ts';
import { type RuleCoverage, coverTransitions } from '../simulate/cover-transitions.ts';
import type { PathTestResult } from '../simulate/run-path-tests.ts';
import { count } from '../rules/count.ts';

/** A transition that no test takes, in the rule's own words. */
export interface UntakenTransition {
  readonly node: string;
  readonly condition: string;
  readonly target: string;
}

/** One rule that some test walked. */
export interface TestedRule {
  readonly name: string;
  readonly path: string;
  /** How many tests walked it, and how many of these failed. */
  readonly tests: number;
  readonly failed: number;
  /** How many transitions it has, and how many of them some test takes. */
  readonly transitions: number;
  readonly taken: number;
  /** In the order in which they stand in the rule. */
  readonly untaken: readonly UntakenTransition[];
}

export interface PathTestReport {
  readonly passed: number;
  readonly failed: number;
  /** Tests that walked no rule: none was in force, or what they name does not exist. */
  readonly withoutRule: number;
  /** Sorted by path. */
  readonly rules: readonly TestedRule[];
  /** How many rules no test walked. */
  readonly untested: number;
}

/** The transitions that no test takes: node by node, and one by one. */
function nameUntaken({ rule, untaken }: RuleCoverage): UntakenTransition[] {
  return untaken.flatMap((place) => {
    const node = rule.payload.nodes[place.node];
    const transition = node?.transitions[place.transition];
    return node === undefined || transition === undefined
      ? []
      : [{ node: node.id, condition: transition.condition, target: transition.target }];
  });
}

function describeRule(coverage: RuleCoverage, failed: number): TestedRule {
  const { rule, tests, transitions, taken } = coverage;
  const { path, payload } = rule;
  return { name: payload.name, path, tests, failed, transitions, taken, untaken: nameUntaken(coverage) };
}

/** Sums up what path tests showed; undefined where there were none. */
export function reportPathTests(
  results: readonly PathTestResult[],
  subjects: readonly Subject[],
): PathTestReport | undefined {
  if (results.length === 0) return undefined;
  const failures = results.filter(({ passed }) => !passed);
  const failuresOf = new Map<Rule | undefined, number>();
  for (const { walked } of failures) failuresOf.set(walked?.rule, (failuresOf.get(walked?.rule) ?? 0) + 1);
  const coverage = coverTransitions(results);
  return {
    passed: results.length - failures.length,
    failed: failures.length,
    withoutRule: results.filter(({ walked }) => walked === undefined).length,
    rules: coverage.map((entry) => describeRule(entry, failuresOf.get(entry.rule) ?? 0)),
    untested: subjects.length - coverage.length,
  };
}

/** One line without a full stop, such as `12 path tests passed, 1 failed; 34 of 41 transitions of 5 tested rules taken`. */
export function sumUpPathTests({ passed, failed, rules }: PathTestReport): string {
  const taken = rules.reduce((sum, rule) => sum + rule.taken, 0);
  const transitions = rules.reduce((sum, rule) => sum + rule.transitions, 0);
  const verdict = `${count(passed, 'path test')} passed${failed === 0 ? '' : `, ${failed} failed`}`;
  return `${verdict}; ${taken} of ${count(transitions, 'transition')} of ${count(rules.length, 'tested rule')} taken`;
}

/** What the sum does not say: rules without a test, and tests without a rule; an empty text where there is nothing to say. */
export function remarkOnPathTests({ untested, withoutRule }: PathTestReport): string {
  const parts = [
    untested === 0 ? '' : `${count(untested, 'rule has', 'rules have')} no path test`,
    withoutRule === 0 ? '' : `${count(withoutRule, 'test')} walked no rule`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}
