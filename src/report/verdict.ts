// The verdict of a report in one line, with counts: what a reader sees first.
import { type Finding, countFindings } from '../lint/finding.ts';
import { count } from '../rules/count.ts';
import { type Report, isChanged, isFailure } from './report.ts';

/** Such as `2 errors, 1 warning`; empty where there are neither. */
export function spellCounts(findings: readonly Finding[]): string {
  const errors = countFindings(findings, 'error');
  const warnings = countFindings(findings, 'warning');
  const parts = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** Whether there was a base to compare the rules with. */
export function isCompared(report: Report): boolean {
  return report.rules.every(({ change }) => change !== undefined);
}

/** Such as `❌ **2 rules change, 1 error: cannot merge**`. */
export function spellVerdict(report: Report): string {
  const changed = report.rules.filter(isChanged).length;
  const known = isCompared(report)
    ? `${count(changed, 'rule')} ${changed === 1 ? 'changes' : 'change'}`
    : count(report.rules.length, 'rule');
  const unread = report.unreadable.length;
  const rules = unread === 0 ? known : `${known}, ${count(unread, 'file')} cannot be read`;
  const counts = spellCounts(report.findings);
  if (report.command !== 'lint')
    return `${isFailure(report.result) ? '❌' : '✅'} **${report.result}** · ${rules}${counts === '' ? '' : `, ${counts}`}`;
  if (report.result === 'failed')
    return `❌ **${rules}, ${counts === '' ? 'failed' : counts}: cannot merge**`;
  return counts === '' ? `✅ **${rules}, clean**` : `⚠️ **${rules}, ${counts}: can merge**`;
}
