// What drift, adopt and import say of a workspace and a tenant that were compared.
import type { Finding } from '../lint/finding.ts';
import type { RuleChange } from '../plan/compare-rule-sets.ts';
import type { Drift } from '../plan/drift.ts';
import { computeFigures } from '../graph/figures.ts';
import { reportRules } from '../report/report-rules.ts';
import type { Report } from '../report/report.ts';
import type { CheckedWorkspace } from './lint-workspace.ts';
import type { Session, Stop } from './session.ts';

export interface DriftReported {
  readonly end: Stop;
  readonly findings?: readonly Finding[];
  readonly drift?: Drift;
  readonly changes?: readonly RuleChange[];
  readonly writtenFiles?: readonly string[];
}

/** What of a session a report needs; the command line has it too. */
export type DriftAbout = Pick<Session, 'trigger' | 'run'> & {
  readonly inputs: Pick<Session['inputs'], 'environment' | 'maxDepth' | 'failOnDrift'>;
};

export function reportDrift(
  { inputs, trigger, run }: DriftAbout,
  { lint }: CheckedWorkspace,
  { end, findings = [], drift, changes, writtenFiles }: DriftReported,
): Report {
  // What was taken over is on the tenant already: for callers nothing changes, and no commit has the files yet.
  const rules = reportRules(lint.subjects, changes, (rule) => computeFigures(rule.payload.nodes), lint.now);
  return {
    command: trigger.command,
    environment: inputs.environment,
    commit: trigger.commit,
    result: end.result,
    reason: end.reason,
    message: end.message,
    details: end.details ?? [],
    maxDepth: inputs.maxDepth,
    files: lint.files,
    rules: rules.map((rule) => ({ ...rule, callers: [] })),
    findings,
    unreadable: [],
    suppressed: [],
    now: lint.now,
    timelines: [],
    plan: undefined,
    repositoryUrl: writtenFiles === undefined ? run.repositoryUrl : '',
    ...(drift === undefined ? {} : { drift }),
    ...(writtenFiles === undefined ? {} : { writtenFiles }),
    ...(end.result === 'drifted' && !inputs.failOnDrift ? { isTolerated: true } : {}),
  };
}
