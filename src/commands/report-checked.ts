// What commands say of checked rules: lint and test all of it, deploy and rollback what is the same.
import { computeFigures } from '../graph/figures.ts';
import { type Finding, countFindings, hasFailingFinding } from '../lint/finding.ts';
import type { LintResult } from '../lint/lint-rules.ts';
import type { RuleChange } from '../plan/compare-rule-sets.ts';
import { count } from '../rules/count.ts';
import { remarkOnPathTests, reportPathTests, sumUpPathTests } from '../report/path-tests.ts';
import { type Report, reportRules, withoutUnreadable } from '../report/report.ts';
import type { Inputs } from '../request/inputs.ts';
import { PATH_TEST } from '../simulate/read-path-tests.ts';
import type { CheckedWorkspace } from './lint-workspace.ts';
import type { Session } from './session.ts';

/** What a report says of its run. */
export interface AboutRun extends Pick<Inputs, 'environment' | 'maxDepth' | 'failOn'> {
  /** Empty where there is none. */
  readonly commit: string;
  /** Empty where there is none. */
  readonly repositoryUrl: string;
}

/** What a session says of its run. @param commit the commit whose rules are reported */
export function aboutRun({ inputs, trigger, run }: Session, commit: string = trigger.commit): AboutRun {
  const { environment, maxDepth, failOn } = inputs;
  return { environment, maxDepth, failOn, commit, repositoryUrl: run.repositoryUrl };
}

type Base = Omit<Report, 'command' | 'result' | 'reason' | 'message'>;

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
): Base {
  const known = changes === undefined ? undefined : withoutUnreadable(changes, unreadable);
  return {
    environment: about.environment,
    commit: about.commit,
    details: [],
    maxDepth: about.maxDepth,
    files: lint.files,
    rules: reportRules(lint.subjects, known, (rule) => computeFigures(rule.payload.nodes)),
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

function countSeverities(findings: readonly Finding[]): string {
  const errors = count(countFindings(findings, 'error'), 'error');
  return `${errors}, ${count(countFindings(findings, 'warning'), 'warning')}`;
}

/** The report of command lint. @param changes since the base; undefined where there is nothing to compare with */
export function reportLint(
  checked: CheckedWorkspace,
  about: AboutRun,
  changes?: readonly RuleChange[],
): Report {
  const { findings, suppressed, files } = checked.lint;
  const hidden = suppressed.length === 0 ? '' : `, ${count(suppressed.length, 'finding')} suppressed`;
  const fails = hasFailingFinding(findings, about.failOn);
  return {
    ...reportBase(checked.lint, about, findings, changes, checked.unreadable),
    command: 'lint',
    result: fails ? 'failed' : 'passed',
    reason: fails ? 'lint' : undefined,
    message: `${count(files, 'rule file')} checked: ${countSeverities(findings)}${hidden}`,
  };
}

/**
 * What tells of a file that cannot be read as a rule, which would leave its tests without meaning, and of the path tests
 * themselves.
 */
const CHECKS_OF_TESTS: ReadonlySet<string> = new Set([
  'rule-files',
  'syntax',
  'duplicate-key',
  'schema',
  'window-ambiguous',
  PATH_TEST,
]);

/** What command test says where no path test is there at all. */
export const NO_PATH_TESTS =
  'no path test is there, so nothing was tested: path tests are files that end in .test.json, and input rules must match them';

function describeTests({ pathTests }: Base, findings: readonly Finding[]): string {
  if (pathTests === undefined) return findings.length === 0 ? NO_PATH_TESTS : countSeverities(findings);
  const remark = remarkOnPathTests(pathTests);
  return `${sumUpPathTests(pathTests)}${remark === '' ? '' : `; ${remark}`}`;
}

/** The report of command test: a test that fails fails it whatever `fail-on` says, and so does a file that cannot be read. */
export function reportTest(checked: CheckedWorkspace, about: AboutRun): Report {
  const findings = checked.lint.findings.filter(({ check }) => CHECKS_OF_TESTS.has(check));
  const base = reportBase(checked.lint, about, findings, undefined, checked.unreadable);
  const failOn = about.failOn === 'never' ? 'error' : about.failOn;
  const fails = (base.pathTests?.failed ?? 0) > 0 || hasFailingFinding(findings, failOn);
  return {
    ...base,
    command: 'test',
    result: fails ? 'failed' : 'passed',
    reason: fails ? 'test' : undefined,
    message: describeTests(base, findings),
  };
}
