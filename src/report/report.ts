// The report as data: what every form of it (JSON, Markdown, annotations) is made from.
import type { Reason } from '../errors.ts';
import type { Figures } from '../graph/figures.ts';
import type { Subject } from '../lint/check.ts';
import type { Finding } from '../lint/finding.ts';
import type { ChangeKind, RuleChange } from '../plan/compare-rule-sets.ts';
import type { Plan } from '../plan/plan.ts';
import type { RunCommand } from '../request/trigger.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';

/** The words of output `result` (INTERFACE section 5) that this version gives. */
export type Result =
  | 'passed'
  | 'failed'
  | 'deployed'
  | 'nothing-to-do'
  | 'planned'
  | 'rolled-back'
  | 'undone'
  | 'undo-failed'
  | 'refused'
  | 'superseded';

/** Whether a result ends the process with exit code 1. */
export function isFailure(result: Result): boolean {
  return result === 'failed' || result === 'undone' || result === 'undo-failed' || result === 'refused';
}

/** A sentence, and the command that it speaks of; both untrusted. */
export interface Detail {
  readonly text: string;
  readonly command?: string;
}

/** A rule with its figures, and what became of it since the base commit. */
export interface ReportedRule {
  readonly rule: Rule;
  readonly figures: Figures;
  /** Undefined where there is nothing to compare with. */
  readonly change: ChangeKind | undefined;
  readonly before: { readonly rule: Rule; readonly figures: Figures } | undefined;
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
  readonly findings: readonly Finding[];
  readonly plan: Plan | undefined;
  /** Such as `https://github.com/octo/rules`; empty where there is none. */
  readonly repositoryUrl: string;
}

/** Puts rules with their figures and their changes together. `compute` is asked only for versions that are gone or changed. */
export function reportRules(
  subjects: readonly Subject[],
  changes: readonly RuleChange[] | undefined,
  compute: (rule: Rule) => Figures,
): ReportedRule[] {
  if (changes === undefined)
    return subjects.map((subject) => ({ ...subject, change: undefined, before: undefined }));
  const figuresOf = new Map(subjects.map((subject) => [subject.rule, subject.figures]));
  return changes.flatMap((change): ReportedRule[] => {
    const { kind, before, after } = change;
    const rule = after ?? before;
    if (rule === undefined) return [];
    const figures = figuresOf.get(rule) ?? compute(rule);
    const old =
      before === undefined
        ? undefined
        : { rule: before, figures: before.payloadHash === rule.payloadHash ? figures : compute(before) };
    return [{ rule, figures, change: kind, before: old }];
  });
}

/** The names that a commit changes, sorted; removed ones and the former names of renamed ones too. */
export function changedNames(rules: readonly ReportedRule[]): string[] {
  const names = rules.filter(isChanged).flatMap(({ rule, change, before }) => {
    const former = change === 'renamed' && before !== undefined ? [before.rule.payload.name] : [];
    return [rule.payload.name, ...former];
  });
  return names.toSorted(compareCodePoints);
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
