// Checked rules and what became of them since the base → the rules of a report.
import { diffGraphs } from '../graph/diff-graphs.ts';
import type { Figures } from '../graph/figures.ts';
import type { Subject } from '../lint/check.ts';
import type { RuleChange } from '../plan/compare-rule-sets.ts';
import { groupBy } from '../rules/group-by.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { canonicalCondition } from '../simulate/condition.ts';
import { type Neighbours, type RulesOf, describeRuleChange } from '../simulate/describe-rule-change.ts';
import type { ReportedRule } from './report.ts';

function groupByCampaign(rules: readonly Rule[]): RulesOf {
  const groups = groupBy(rules, ({ payload }) => payload.campaignId);
  return (campaignId) => groups.get(campaignId) ?? [];
}

/** What the graph of a rule and its callers meet since the base; nothing where it is unchanged. */
function describeChange(
  rule: Rule,
  change: RuleChange | undefined,
  neighbours: Neighbours,
): Pick<ReportedRule, 'diff' | 'callers'> {
  if (change === undefined || change.kind === 'unchanged') return { diff: undefined, callers: [] };
  const before = change.before;
  const after = change.kind === 'removed' ? undefined : rule;
  const diff =
    before === undefined || after === undefined
      ? undefined
      : diffGraphs(before.payload.nodes, after.payload.nodes, canonicalCondition);
  return { diff, callers: describeRuleChange({ before, after, diff }, neighbours) };
}

/**
 * Puts rules with their figures and their changes together, sorted by name. Of two rules with one name both are there.
 * @param compute asked only for versions that are gone or changed
 * @param now the instant of the change, in milliseconds since the epoch
 */
export function reportRules(
  subjects: readonly Subject[],
  changes: readonly RuleChange[] | undefined,
  compute: (rule: Rule) => Figures,
  now: number,
): ReportedRule[] {
  const changeOf = new Map(changes?.map((change) => [change.name, change]));
  const neighbours = {
    before: groupByCampaign((changes ?? []).flatMap(({ before }) => before ?? [])),
    after: groupByCampaign(subjects.map(({ rule }) => rule)),
    now,
  };
  const present = subjects.map(({ rule, figures }): ReportedRule => {
    const change = changeOf.get(rule.payload.name);
    const old = change?.before;
    const oldFigures = old === undefined || old.payloadHash === rule.payloadHash ? figures : compute(old);
    return {
      rule,
      figures,
      change: change?.kind,
      before: old === undefined ? undefined : { rule: old, figures: oldFigures },
      ...describeChange(rule, change, neighbours),
    };
  });
  const removed = (changes ?? []).flatMap((change): ReportedRule[] => {
    const { kind, before } = change;
    if (kind !== 'removed' || before === undefined) return [];
    const figures = compute(before);
    const was = { rule: before, figures };
    return [{ ...was, change: kind, before: was, ...describeChange(before, change, neighbours) }];
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
