// Loaded rules and path tests → figures and findings. It reads no files and knows no tenant.
import { computeFigures } from '../graph/figures.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { LoadedRules } from '../rules/load-rules.ts';
import type { Rule } from '../rules/rule.ts';
import { locate } from '../rules/locate.ts';
import type { Problem } from '../rules/problem.ts';
import type { LoadedPathTests } from '../simulate/read-path-tests.ts';
import { type PathTestResult, listFailures, runPathTests } from '../simulate/run-path-tests.ts';
import type { Subject } from './check.ts';
import { type Finding, compareFindings } from './finding.ts';
import { CHECKS } from './registry.ts';
import type { LintSettings } from './settings.ts';

/** Everything that is looked at together. */
export interface LintInput {
  readonly rules: LoadedRules;
  /** The rules as they are written, where an id map changes them: path tests speak of these. */
  readonly written?: readonly Rule[];
  readonly pathTests: LoadedPathTests;
}

export interface LintResult {
  /** How many rule files were looked at. */
  readonly files: number;
  readonly subjects: readonly Subject[];
  /** In the order of the path test files, and within one in its own. */
  readonly pathTests: readonly PathTestResult[];
  /** In the order of {@link compareFindings}. */
  readonly findings: readonly Finding[];
}

const SEVERITY_OF = new Map(CHECKS.map((check) => [check.id, check.severity]));

function groupByPath(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.path);
    if (group === undefined) groups.set(problem.path, [problem]);
    else group.push(problem);
  }
  return groups;
}

/** Gives problems of one file their severity, line and column. */
function placeProblems(path: string, text: string, problems: readonly Problem[]): Finding[] {
  const ranges = locate(
    text,
    problems.map((problem) => problem.place),
  );
  return problems.map((problem, index) => ({
    check: problem.check,
    severity: problem.severity ?? SEVERITY_OF.get(problem.check) ?? 'error',
    path,
    ...(ranges[index] ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }),
    pointer: 'pointer' in problem.place ? problem.place.pointer : '',
    message: problem.message,
  }));
}

/** Runs every check over loaded rules, and every path test. */
export function lintRules({ rules, written, pathTests }: LintInput, settings: LintSettings): LintResult {
  const subjects = rules.rules.map((rule) => ({ rule, figures: computeFigures(rule.payload.nodes) }));
  const results = runPathTests(pathTests.tests, written ?? rules.rules, settings.now);
  const problems = [...rules.problems, ...pathTests.problems, ...listFailures(results)];
  for (const check of CHECKS) {
    for (const subject of subjects) problems.push(...(check.lookAtRule?.(subject, settings) ?? []));
    problems.push(...(check.lookAtAll?.(subjects, settings) ?? []));
  }
  const textOf = (path: string): string => rules.textOf(path) ?? pathTests.textOf(path) ?? '';
  const findings = [...groupByPath(problems)]
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .flatMap(([path, group]) => placeProblems(path, textOf(path), group));
  return {
    files: rules.files.length,
    subjects,
    pathTests: results,
    findings: findings.toSorted(compareFindings),
  };
}
