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

export interface LintResult {
  /** How many rule files were looked at. */
  readonly files: number;
  readonly subjects: readonly Subject[];
  /** The instant that was looked at, in milliseconds since the epoch. */
  readonly now: number;
  /** Of every campaign that has an active rule, sorted by its id. */
  readonly timelines: readonly Timeline[];
  /** In the order of the path test files, and within one in its own. */
  readonly pathTests: readonly PathTestResult[];
  /** In the order of {@link compareFindings}. */
  readonly findings: readonly Finding[];
  /** Findings that do not count because the config suppresses them, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** The text of a file that findings point at: rules and path tests that can be decoded, and the config. */
  readonly textOf: (path: string) => string | undefined;
}

/** Computes the figures of each rule, and lets all checks look at it before the next one: it is at hand then. */
function lookAtRules(
  rules: readonly Rule[],
  settings: LintSettings,
): { readonly subjects: readonly Subject[]; readonly problems: readonly Problem[] } {
  const looks = CHECKS.flatMap(({ lookAtRule }) => lookAtRule ?? []);
  const problems: Problem[] = [];
  const subjects = rules.map((rule) => {
    const subject = { rule, figures: computeFigures(rule.payload.nodes) };
    for (const look of looks) for (const problem of look(subject, settings)) problems.push(problem);
    return subject;
  });
  return { subjects, problems };
}

/** What the checks find that look at all rules together. */
function lookAtAllRules(
  subjects: readonly Subject[],
  timelines: readonly Timeline[],
  settings: LintSettings,
): Problem[] {
  return CHECKS.flatMap(({ lookAtAll, lookAtTimelines }) => [
    ...(lookAtAll?.(subjects, settings) ?? []),
    ...(lookAtTimelines?.(timelines, settings) ?? []),
  ]);
}

/** Runs every check over loaded rules, and every path test; then severities and suppressions are applied. */
export function lintRules(input: LintInput, settings: LintSettings): LintResult {
  const { rules, written = rules.rules, pathTests, config } = input;
  const { subjects, problems: ofRules } = lookAtRules(rules.rules, settings);
  const timelines = makeTimelines(rules.rules, settings.now, settings);
  const results = runPathTests(pathTests.tests, written, settings.now);
  const problems = [
    input.problems ?? [],
    rules.problems,
    pathTests.problems,
    listFailures(results),
    ofRules,
    lookAtAllRules(subjects, timelines, settings),
  ].flat();
  const textOf = (path: string): string | undefined =>
    rules.textOf(path) ?? pathTests.textOf(path) ?? (path === config.path ? config.text : undefined);
  const weigh = weighBy(CHECKS, config);
  const byName = indexByName(rules.rules);
  const { kept, suppressed, used } = suppressFindings(
    placeProblems(problems, (path) => textOf(path) ?? '', weigh),
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
    now: settings.now,
    timelines,
    pathTests: results,
    findings: findings.toSorted(compareFindings),
    suppressed: suppressed.toSorted((a, b) => compareFindings(a.finding, b.finding)),
    textOf,
  };
}
