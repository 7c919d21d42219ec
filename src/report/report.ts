// The report as data: what every form of it (JSON, Markdown, annotations) is made from.
import type { Reason } from '../errors.ts';
import type { GraphDiff } from '../graph/diff-graphs.ts';
import type { Figures } from '../graph/figures.ts';
import type { TrafficReport } from '../health/traffic-report.ts';
import type { Finding } from '../lint/finding.ts';
import type { SuppressedFinding } from '../lint/suppress.ts';
import type { ChangeKind } from '../plan/compare-rule-sets.ts';
import type { Drift } from '../plan/drift.ts';
import type { Plan } from '../plan/plan.ts';
import type { RunCommand } from '../request/trigger.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import type { Timeline } from '../schedule/timeline.ts';
import type { Result } from '../verdict.ts';
import type { PathTestReport } from './path-tests.ts';

/** Whether a result ends the process with exit code 1, where the report does not say that it is tolerated. */
export function isFailure(result: Result): boolean {
  return ['failed', 'undone', 'undo-failed', 'refused', 'drifted'].includes(result);
}

/** Whether a run did not go as it was meant to: it failed, or says for which reason it ended otherwise. */
export function wentWrong({ result, reason }: Pick<Report, 'result' | 'reason'>): boolean {
  return isFailure(result) || reason !== undefined;
}

/** A sentence, and the command that it speaks of; both untrusted. */
export interface Detail {
  readonly text: string;
  readonly command?: string;
}

/** How a command ended, or why it stopped, as its report tells it. */
export interface Ending {
  readonly result: Result;
  readonly reason?: Reason;
  readonly message: string;
  readonly details?: readonly Detail[];
}

/** A rule with its figures, and what became of it since the base commit. */
export interface ReportedRule {
  readonly rule: Rule;
  readonly figures: Figures;
  /** Undefined where there is nothing to compare with. */
  readonly change: ChangeKind | undefined;
  readonly before: { readonly rule: Rule; readonly figures: Figures } | undefined;
  /** The difference of the two graphs; undefined where there are not two versions that differ. */
  readonly diff: GraphDiff | undefined;
  /** What changes for callers, in sentences without a full stop; untrusted words stand in quotes. */
  readonly callers: readonly string[];
}

export interface Report {
  readonly command: RunCommand;
  readonly environment: string;
  readonly commit: string;
  readonly result: Result;
  readonly reason: Reason | undefined;
  /** One sentence that says why it failed, or what was done; untrusted where it carries others' words. */
  readonly message: string;
  /** Every problem of a preflight, what an undo left, what a person must do. */
  readonly details: readonly Detail[];
  readonly maxDepth: number;
  readonly files: number;
  /** Sorted by name; removed rules with the figures that they had. */
  readonly rules: readonly ReportedRule[];
  /** Files that cannot be read as rules, and folders that cannot be looked into, sorted: nothing is known of them but their findings. */
  readonly unreadable: readonly string[];
  readonly findings: readonly Finding[];
  /** Findings that do not count because the config file suppresses them. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly plan: Plan | undefined;
  /** The instant that the rules were looked at, in milliseconds since the epoch. */
  readonly now: number;
  /** The windows of every campaign, sorted by campaign; empty where they were not looked at. */
  readonly timelines: readonly Timeline[];
  /** Where git was compared with the tenant. */
  readonly drift?: Drift | undefined;
  /** Whether a failure does not fail the run (input `fail-on-drift`). */
  readonly isTolerated?: boolean;
  /** Paths of the rule files that were written, or, in a dry run, would be, sorted. */
  readonly writtenFiles?: readonly string[];
  /** Where the tenant was asked for the calls of the rules that change. */
  readonly traffic?: TrafficReport | undefined;
  /** Where path tests were run. */
  readonly pathTests?: PathTestReport | undefined;
  /** The text of a file in which there are findings, where it is known and can be decoded. */
  readonly textOf?: ((path: string) => string | undefined) | undefined;
  /** Such as `https://github.com/octo/rules`; empty where there is none. */
  readonly repositoryUrl: string;
}

/** The names that a commit changes, sorted; removed ones and the former names of renamed ones too. */
export function changedNames(rules: readonly ReportedRule[]): string[] {
  const names = rules.filter(isChanged).flatMap(({ rule, change, before }) => {
    const former = change === 'renamed' && before !== undefined ? [before.rule.payload.name] : [];
    return [rule.payload.name, ...former];
  });
  return [...new Set(names)].toSorted(compareCodePoints);
}

export function isChanged({ change }: ReportedRule): boolean {
  return change !== undefined && change !== 'unchanged';
}

/** The rules of the commit, without removed ones. */
export function presentRules(report: Report): readonly ReportedRule[] {
  return report.rules.filter(({ change }) => change !== 'removed');
}

/** The largest depth of the commit's rules, 0 where there is none. */
export function largestDepth(report: Report): number {
  return presentRules(report).reduce((most, { figures }) => Math.max(most, figures.depth.depth), 0);
}
