// The rules of a report as the page's parts need them: each with its place on the page, its findings and its plan.
import type { Finding } from '../../lint/finding.ts';
import type { PlanAction } from '../../plan/plan.ts';
import { groupBy } from '../../rules/group-by.ts';
import { type Report, type ReportedRule, isChanged } from '../report.ts';
import { MOST_PARTS } from './limits.ts';

export interface PageEntry {
  readonly entry: ReportedRule;
  /** The id of its part on the page; undefined where it has none for want of room. */
  readonly anchor: string | undefined;
  readonly findings: readonly Finding[];
  readonly action: PlanAction | undefined;
}

export interface PageEntries {
  /** In the order of the report. */
  readonly entries: readonly PageEntry[];
  /** Findings in files that hold no rule, by path. */
  readonly elsewhere: ReadonlyMap<string, readonly Finding[]>;
}

/** Puts the rules together with what else is said of them. */
export function makeEntries(report: Report): PageEntries {
  const byPath = groupBy(report.findings, ({ path }) => path);
  const actionOf = new Map(report.plan?.changes.map((change) => [change.name, change.action]));
  // A removed rule's path may be another rule's now.
  const findingsOf = ({ rule, change }: ReportedRule): readonly Finding[] =>
    change === 'removed' ? [] : (byPath.get(rule.path) ?? []);
  const hasFocus = (entry: ReportedRule): boolean => isChanged(entry) || findingsOf(entry).length > 0;
  const first = report.rules.filter(hasFocus);
  const others = report.rules.filter((entry) => !hasFocus(entry));
  const withPart = new Set([...first, ...others].slice(0, MOST_PARTS));
  const entries = report.rules.map((entry, index): PageEntry => ({
    entry,
    anchor: withPart.has(entry) ? `rule-${index + 1}` : undefined,
    findings: findingsOf(entry),
    action: actionOf.get(entry.rule.payload.name),
  }));
  const ofRules = new Set(
    report.rules.filter(({ change }) => change !== 'removed').map(({ rule }) => rule.path),
  );
  return { entries, elsewhere: new Map([...byPath].filter(([path]) => !ofRules.has(path))) };
}
