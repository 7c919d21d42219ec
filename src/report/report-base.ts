// What is the same in the reports of all commands.
import { computeFigures } from '../graph/figures.ts';
import type { Finding } from '../lint/finding.ts';
import type { LintResult } from '../lint/lint-rules.ts';
import type { RuleChange } from '../plan/compare-rule-sets.ts';
import type { Inputs } from '../request/inputs.ts';
import { reportPathTests } from './path-tests.ts';
import { reportRules, withoutUnreadable } from './report-rules.ts';
import type { Report } from './report.ts';

/** What a report says of its run. */
export interface AboutRun extends Pick<Inputs, 'environment' | 'maxDepth' | 'failOn'> {
  /** Empty where there is none. */
  readonly commit: string;
  /** Empty where there is none. */
  readonly repositoryUrl: string;
}

/** A report but for what only its command knows. */
export type ReportBase = Omit<Report, 'command' | 'result' | 'reason' | 'message'>;

/**
 * What is the same in the reports of all commands: what the checks say of the rules, and what changes for callers.
 * @param unreadable files that cannot be read, and folders: rules of theirs are not told as removed
 */
export function reportBase(
  lint: LintResult,
  about: AboutRun,
  findings: readonly Finding[],
  changes?: readonly RuleChange[],
  unreadable: readonly string[] = [],
): ReportBase {
  const known = changes === undefined ? undefined : withoutUnreadable(changes, unreadable);
  return {
    environment: about.environment,
    commit: about.commit,
    details: [],
    maxDepth: about.maxDepth,
    files: lint.files,
    rules: reportRules(lint.subjects, known, (rule) => computeFigures(rule.payload.nodes), lint.now),
    unreadable,
    findings,
    suppressed: lint.suppressed,
    plan: undefined,
    now: lint.now,
    timelines: lint.timelines,
    pathTests: reportPathTests(lint.pathTests, lint.subjects),
    textOf: lint.textOf,
    repositoryUrl: about.repositoryUrl,
  };
}

/** What stands in the place of checks that were not made. @param now milliseconds since the epoch */
export function unchecked(now: number): LintResult {
  return {
    files: 0,
    subjects: [],
    now,
    timelines: [],
    pathTests: [],
    findings: [],
    suppressed: [],
    textOf: () => undefined,
  };
}
