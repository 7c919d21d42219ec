// The findings of a report in the order in which they matter to whoever wrote the change.
import type { Finding } from '../lint/finding.ts';
import { type Report, isChanged } from './report.ts';

/** The findings of one weight: first those in files that the commit changes, as far as that is known, then all others. */
export interface OrderedFindings {
  readonly own: readonly Finding[];
  readonly others: readonly Finding[];
}

/**
 * The paths of the rules that the commit leaves as they are. What is no rule (a file that is broken, a path test) cannot be
 * compared, so it does not count as unchanged.
 */
function findUnchanged({ rules }: Report): ReadonlySet<string> {
  return new Set(rules.filter((entry) => !isChanged(entry)).map(({ rule }) => rule.path));
}

/** The findings of one severity, in two groups that keep their order. */
export function groupFindings(report: Report, severity: Finding['severity']): OrderedFindings {
  const unchanged = findUnchanged(report);
  const found = report.findings.filter((finding) => finding.severity === severity);
  return {
    own: found.filter(({ path }) => !unchanged.has(path)),
    others: found.filter(({ path }) => unchanged.has(path)),
  };
}

/** All findings: errors, warnings, remarks; of each first those of changed rules. */
export function orderFindings(report: Report): Finding[] {
  return (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const { own, others } = groupFindings(report, severity);
    return [...own, ...others];
  });
}
