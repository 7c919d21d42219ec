// The one line that says how a run went, as plain text: the comment and the page say the same.
import { type Finding, countFindings } from '../lint/finding.ts';
import { count } from './count.ts';
import { type Report, isChanged, isFailure } from './report.ts';

/** Such as `2 errors, 1 warning`; empty where there is neither. */
export function spellFindingCounts(findings: readonly Finding[]): string {
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

/** A verdict: what stands out, and what follows it. No word of it is untrusted. */
export interface Verdict {
  readonly isGood: boolean;
  readonly main: string;
  /** Empty, or with the mark that parts it from `main`. */
  readonly rest: string;
}

/** One line that says it all. */
export function spellVerdict(report: Report): Verdict {
  const changed = report.rules.filter(isChanged).length;
  const rules = isCompared(report)
    ? `${count(changed, 'rule')} ${changed === 1 ? 'changes' : 'change'}`
    : count(report.rules.length, 'rule');
  const counts = spellFindingCounts(report.findings);
  if (report.command !== 'lint')
    return {
      isGood: !isFailure(report.result),
      main: report.result,
      rest: ` · ${rules}${counts === '' ? '' : `, ${counts}`}`,
    };
  if (report.result === 'failed')
    return { isGood: false, main: `${rules}, ${counts === '' ? 'failed' : counts}: cannot merge`, rest: '' };
  return { isGood: true, main: `${rules}, ${counts === '' ? 'clean' : counts}`, rest: '' };
}
