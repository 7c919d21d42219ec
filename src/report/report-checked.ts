// What commands lint and test say of checked rules.
import { type Finding, countFindings, hasFailingFinding } from '../lint/finding.ts';
import type { LintResult } from '../lint/lint-rules.ts';
import type { RuleChange } from '../plan/compare-rule-sets.ts';
import { count } from '../rules/count.ts';
import { PATH_TEST } from '../simulate/read-path-tests.ts';
import { remarkOnPathTests, sumUpPathTests } from './path-tests.ts';
import { type AboutRun, type ReportBase, reportBase } from './report-base.ts';
import type { Report } from './report.ts';

/** Rules that were checked. */
export interface Checked {
  readonly lint: LintResult;
  /** Files that cannot be read as rules, and folders that cannot be looked into, sorted. */
  readonly unreadable: readonly string[];
}

function countSeverities(findings: readonly Finding[]): string {
  const errors = count(countFindings(findings, 'error'), 'error');
  return `${errors}, ${count(countFindings(findings, 'warning'), 'warning')}`;
}

/** The report of command lint. @param changes since the base; undefined where there is nothing to compare with */
export function reportLint(checked: Checked, about: AboutRun, changes?: readonly RuleChange[]): Report {
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

function describeTests({ pathTests }: ReportBase, findings: readonly Finding[]): string {
  if (pathTests === undefined) return findings.length === 0 ? NO_PATH_TESTS : countSeverities(findings);
  const remark = remarkOnPathTests(pathTests);
  return `${sumUpPathTests(pathTests)}${remark === '' ? '' : `; ${remark}`}`;
}

/** The report of command test: a test that fails fails it whatever `fail-on` says, and so does a file that cannot be read. */
export function reportTest(checked: Checked, about: AboutRun): Report {
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
