// Loaded rules, path tests and config → figures, timelines and findings. It reads no files and knows no tenant.
import { computeFigures } from '../graph/figures.ts';
import type { LoadedRules } from '../rules/load-rules.ts';
import type { Rule } from '../rules/rule.ts';
import type { Problem } from '../rules/problem.ts';
import { makeTimelines } from '../schedule/make-timelines.ts';
import type { Timeline } from '../schedule/timeline.ts';
import type { LoadedPathTests } from '../simulate/read-path-tests.ts';
import { type PathTestResult, listFailures, runPathTests } from '../simulate/run-path-tests.ts';
import type { Subject } from './check.ts';
import type { LintConfig } from './config.ts';
import { explainSuppressions } from './explain-suppressions.ts';
import { type Finding, compareFindings } from './finding.ts';
import { placeProblems, weighBy } from './place-problems.ts';
import { CHECKS } from './registry.ts';
import type { LintSettings } from './settings.ts';
import { type SuppressedFinding, indexByName, isExpired, suppressFindings } from './suppress.ts';

/** Everything that is looked at together. */
export interface LintInput {
  readonly rules: LoadedRules;
  /** The rules as they are written, where an id map changes them: path tests speak of these. */
  readonly written?: readonly Rule[];
  readonly pathTests: LoadedPathTests;
  /** What was wrong with the files before they could be read. */
  readonly problems?: readonly Problem[];
  readonly config: LintConfig;
}

/** What the checks look at. */
interface Looked {
  readonly subjects: readonly Subject[];
  readonly timelines: readonly Timeline[];
  readonly results: readonly PathTestResult[];
}

export interface LintResult {
  /** How many rule files were looked at. */
  readonly files: number;
  readonly subjects: readonly Subject[];
  /** Of every campaign that has an active rule, sorted by its id. */
  readonly timelines: readonly Timeline[];
  /** In the order of the path test files, and within one in its own. */
  readonly pathTests: readonly PathTestResult[];
  /** In the order of {@link compareFindings}. */
  readonly findings: readonly Finding[];
  /** Findings that do not count because the config suppresses them, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** All problems of the rules and the path tests. */
function findProblems(
  { rules, pathTests, problems = [] }: LintInput,
  { subjects, timelines, results }: Looked,
  settings: LintSettings,
): Problem[] {
  const found = [problems, rules.problems, pathTests.problems, listFailures(results)];
  for (const check of CHECKS) {
    for (const subject of subjects) found.push(check.lookAtRule?.(subject, settings) ?? []);
    found.push(check.lookAtAll?.(subjects, settings) ?? []);
    found.push(check.lookAtTimelines?.(timelines, settings) ?? []);
  }
  return found.flat();
}

/** Runs every check over loaded rules, and every path test; then severities and suppressions are applied. */
export function lintRules(input: LintInput, settings: LintSettings): LintResult {
  const { rules, written = rules.rules, pathTests, config } = input;
  const subjects = rules.rules.map((rule) => ({ rule, figures: computeFigures(rule.payload.nodes) }));
  const timelines = makeTimelines(rules.rules, settings.now, settings);
  const results = runPathTests(pathTests.tests, written, settings.now);
  const problems = findProblems(input, { subjects, timelines, results }, settings);
  const textOf = (path: string): string => rules.textOf(path) ?? pathTests.textOf(path) ?? '';
  const weigh = weighBy(CHECKS, config);
  const byName = indexByName(rules.rules);
  const { kept, suppressed, used } = suppressFindings(
    placeProblems(problems, textOf, weigh),
    config.suppressions.filter((suppression) => !isExpired(suppression, settings.now)),
    byName,
  );
  const stale = explainSuppressions(config, used, {
    rules: byName,
    isComplete: rules.problems.length === 0,
    checks: new Set(CHECKS.map(({ id }) => id)),
    now: settings.now,
  });
  const findings = [...kept, ...placeProblems(stale, () => config.text, weigh)];
  return {
    files: rules.files.length,
    subjects,
    timelines,
    pathTests: results,
    findings: findings.toSorted(compareFindings),
    suppressed: suppressed.toSorted((a, b) => compareFindings(a.finding, b.finding)),
  };
}
