// What drift, adopt and import say of a workspace and a tenant that were compared.
import type { Finding } from '../lint/finding.ts';
import type { LintResult } from '../lint/lint-rules.ts';
import type { RuleChange } from '../plan/compare-rule-sets.ts';
import type { Drift } from '../plan/drift.ts';
import { type AboutRun, reportBase, unchecked } from './report-base.ts';
import type { Ending, Report } from './report.ts';

export interface DriftReported {
  readonly end: Ending;
  readonly findings?: readonly Finding[];
  readonly drift?: Drift;
  readonly changes?: readonly RuleChange[];
  readonly writtenFiles?: readonly string[];
}

/** The report of a comparison: of what the checks say only the rules and their figures count. */
export function reportDrift(
  command: 'drift' | 'adopt' | 'import',
  about: AboutRun,
  { files, subjects, now }: LintResult,
  { end, findings = [], drift, changes, writtenFiles }: DriftReported,
): Report {
  const base = reportBase({ ...unchecked(now), files, subjects }, about, findings, changes);
  return {
    ...base,
    command,
    result: end.result,
    reason: end.reason,
    message: end.message,
    details: end.details ?? [],
    // What was taken over is on the tenant already: for callers nothing changes, and no commit has the files yet.
    rules: base.rules.map((rule) => ({ ...rule, callers: [] })),
    repositoryUrl: writtenFiles === undefined ? about.repositoryUrl : '',
    ...(drift === undefined ? {} : { drift }),
    ...(writtenFiles === undefined ? {} : { writtenFiles }),
  };
}
