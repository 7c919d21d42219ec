// The one line that says how a run went, with counts: what a reader sees first. The comment and the page say the same.
import { type Finding, countFindings } from '../lint/finding.ts';
import { count } from '../rules/count.ts';
import { type Report, isChanged, wentWrong } from './report.ts';

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

/** Whether the verdict of a lint, or the part on path tests of a test, says what the message would say again. */
export function isMessageSaid({ command, pathTests }: Report): boolean {
  return command === 'lint' || (command === 'test' && pathTests !== undefined);
}

/** A verdict in plain text: what stands out, and what follows it. No word of it is untrusted. */
export interface Verdict {
  readonly icon: '✅' | '⚠️' | '❌';
  readonly main: string;
  /** Empty, or with the mark that parts it from `main`. */
  readonly rest: string;
}

function spellRules(report: Report): string {
  const changed = report.rules.filter(isChanged).length;
  const known = isCompared(report)
    ? `${count(changed, 'rule')} ${changed === 1 ? 'changes' : 'change'}`
    : count(report.rules.length, 'rule');
  const unread = report.unreadable.length;
  return unread === 0 ? known : `${known}, ${count(unread, 'file')} cannot be read`;
}

/** Such as `2 rules change, 1 error: cannot merge`. */
export function spellVerdict(report: Report): Verdict {
  const rules = spellRules(report);
  const counts = spellCounts(report.findings);
  if (report.command !== 'lint') {
    const rest = ` · ${rules}${counts === '' ? '' : `, ${counts}`}`;
    return { icon: wentWrong(report) ? '❌' : '✅', main: report.result, rest };
  }
  if (report.result === 'failed')
    return { icon: '❌', main: `${rules}, ${counts === '' ? 'failed' : counts}: cannot merge`, rest: '' };
  return counts === ''
    ? { icon: '✅', main: `${rules}, clean`, rest: '' }
    : { icon: '⚠️', main: `${rules}, ${counts}: can merge`, rest: '' };
}
