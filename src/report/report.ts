// The report as data: what every form of it (JSON, Markdown, annotations) is made from.
import type { Reason } from '../errors.ts';
import { type GraphDiff, diffGraphs } from '../graph/diff-graphs.ts';
import type { Figures } from '../graph/figures.ts';
import type { TrafficReport } from '../health/traffic-report.ts';
import type { Subject } from '../lint/check.ts';
import type { Finding } from '../lint/finding.ts';
import type { SuppressedFinding } from '../lint/suppress.ts';
import type { ChangeKind, RuleChange } from '../plan/compare-rule-sets.ts';
import type { Drift } from '../plan/drift.ts';
import type { Plan } from '../plan/plan.ts';
import type { RunCommand } from '../request/trigger.ts';
import { groupBy } from '../rules/group-by.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import type { Timeline } from '../schedule/timeline.ts';
import { canonicalCondition } from '../simulate/condition.ts';
import { type RulesOf, describeRuleChange } from '../simulate/describe-rule-change.ts';
import type { Result } from '../verdict.ts';
import type { PathTestReport } from './path-tests.ts';

export type { Result };

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

function groupByCampaign(rules: readonly Rule[]): RulesOf {
  const groups = groupBy(rules, ({ payload }) => payload.campaignId);
  return (campaignId) => groups.get(campaignId) ?? [];
}

/** What the graph of a rule and its callers meet since the base; nothing where it is unchanged. */
function describeChange(
  rule: Rule,
  change: RuleChange | undefined,
  rulesBefore: RulesOf,
  rulesAfter: RulesOf,
): Pick<ReportedRule, 'diff' | 'callers'> {
  if (change === undefined || change.kind === 'unchanged') return { diff: undefined, callers: [] };
  const before = change.before;
  const after = change.kind === 'removed' ? undefined : rule;
  const diff =
    before === undefined || after === undefined
      ? undefined
      : diffGraphs(before.payload.nodes, after.payload.nodes, canonicalCondition);
  return { diff, callers: describeRuleChange({ before, after, diff }, rulesBefore, rulesAfter) };
}

/**
 * Puts rules with their figures and their changes together, sorted by name. Of two rules with one name both are there.
 * @param compute asked only for versions that are gone or changed
 */
export function reportRules(
  subjects: readonly Subject[],
  changes: readonly RuleChange[] | undefined,
  compute: (rule: Rule) => Figures,
): ReportedRule[] {
  const changeOf = new Map(changes?.map((change) => [change.name, change]));
  const rulesBefore = groupByCampaign((changes ?? []).flatMap(({ before }) => before ?? []));
  const rulesAfter = groupByCampaign(subjects.map(({ rule }) => rule));
  const present = subjects.map(({ rule, figures }): ReportedRule => {
    const change = changeOf.get(rule.payload.name);
    const old = change?.before;
    const oldFigures = old === undefined || old.payloadHash === rule.payloadHash ? figures : compute(old);
    return {
      rule,
      figures,
      change: change?.kind,
      before: old === undefined ? undefined : { rule: old, figures: oldFigures },
      ...describeChange(rule, change, rulesBefore, rulesAfter),
    };
  });
  const removed = (changes ?? []).flatMap((change): ReportedRule[] => {
    const { kind, before } = change;
    if (kind !== 'removed' || before === undefined) return [];
    const figures = compute(before);
    const was = { rule: before, figures };
    return [
      { ...was, change: kind, before: was, ...describeChange(before, change, rulesBefore, rulesAfter) },
    ];
  });
  const byName = (a: ReportedRule, b: ReportedRule): number =>
    compareCodePoints(a.rule.payload.name, b.rule.payload.name) ||
    compareCodePoints(a.rule.path, b.rule.path);
  return [...present, ...removed].toSorted(byName);
}

/**
 * The changes of rules but for those that merely seem removed, since their file, or its folder, cannot be read.
 * @param unreadable the paths of such files and folders
 */
export function withoutUnreadable(
  changes: readonly RuleChange[],
  unreadable: readonly string[],
): RuleChange[] {
  const isUnreadable = (path: string): boolean =>
    unreadable.some((place) => path === place || path.startsWith(`${place}/`));
  return changes.filter(({ kind, before }) => kind !== 'removed' || !isUnreadable(before?.path ?? ''));
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
