// Path tests and rules → results. It reads no files and knows no clock: `now` is told.
import { type Problem, atValue } from '../rules/problem.ts';
import type { Rule } from '../rules/rule.ts';
import { type TestedRuleFound, findTestedRule, indexRules } from './find-tested-rule.ts';
import { failAt, judgeWalk } from './judge-walk.ts';
import { NO_RULE, type PathTest } from './path-test.ts';
import { PATH_TEST } from './read-path-tests.ts';
import type { Walk } from './walk.ts';
import { walkRule } from './walk-rule.ts';

export interface PathTestResult {
  readonly test: PathTest;
  readonly passed: boolean;
  /** One for each expectation that failed, at its place; none where the test passed. */
  readonly failures: readonly Problem[];
  /** The rule that was walked, and the walk; absent where there was none to walk. */
  readonly walked?: { readonly rule: Rule; readonly walk: Walk };
}

/** A call that finds no rule: right only where that is all that the test expects. */
function judgeNoRule(test: PathTest, found: Extract<TestedRuleFound, { kind: 'no-rule' }>): Problem[] {
  const { endsAt, ...others } = test.expects;
  if (endsAt !== NO_RULE) return [failAt(test, found.pointer, `expected a call, but ${found.message}`)];
  return Object.keys(others).map((key) =>
    failAt(test, `${test.pointer}/${key}`, `${key} expects a call, but ${found.message}`),
  );
}

/** Whether a test says that no rule may be in force; a node may have that id where a rule is walked whatever its dates. */
function expectsNoRule(test: PathTest): boolean {
  return test.expects.endsAt === NO_RULE && ('campaign' in test.of || test.at !== undefined);
}

function failForRule(test: PathTest, rule: Rule, now: number): Problem {
  const at = new Date(test.at ?? now).toISOString();
  const message = `expected no rule to be in force at ${at}, but ${JSON.stringify(rule.payload.name)} (${rule.path}) is`;
  return failAt(test, `${test.pointer}/endsAt`, message);
}

function runOne(test: PathTest, found: TestedRuleFound, now: number): PathTestResult {
  const conclude = (failures: readonly Problem[]): PathTestResult => ({
    test,
    passed: failures.length === 0,
    failures,
  });
  if (found.kind === 'problem') {
    const { message, pointer } = found;
    return conclude([{ check: PATH_TEST, path: test.path, message, place: atValue(pointer) }]);
  }
  if (found.kind === 'no-rule') return conclude(judgeNoRule(test, found));
  const { rule } = found;
  if (expectsNoRule(test)) return conclude([failForRule(test, rule, now)]);
  const walk = walkRule(rule.payload, test.caller);
  return { ...conclude(judgeWalk(test, rule.payload, walk)), walked: { rule, walk } };
}

/**
 * Runs path tests.
 * @param tests in the order in which the results are wanted
 * @param rules all desired rules
 * @param now milliseconds since the epoch: the instant of a call to a campaign where its test gives none
 */
export function runPathTests(
  tests: readonly PathTest[],
  rules: readonly Rule[],
  now: number,
): PathTestResult[] {
  if (tests.length === 0) return [];
  const index = indexRules(rules);
  return tests.map((test) => runOne(test, findTestedRule(test, index, now), now));
}

/** All failures of some results. What is wrong with a whole file, such as a rule that does not exist, comes once. */
export function listFailures(results: readonly PathTestResult[]): Problem[] {
  const seen = new Set<string>();
  return results.flatMap(({ failures }) =>
    failures.filter(({ path, message, place }) => {
      const key = JSON.stringify([path, message, place]);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    }),
  );
}
