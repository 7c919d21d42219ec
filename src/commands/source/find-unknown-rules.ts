// Whether every rule of the workspace is known: what is compared or written by the names of rules must not miss one.
import { type Finding, compareFindings } from '../../lint/finding.ts';
import type { Ending } from '../../report/report.ts';
import { count } from '../../rules/count.ts';
import type { CheckedWorkspace } from './lint-workspace.ts';

/** Findings of a file that is no rule, or of a rule that is not known by its name. */
const CHECKS: ReadonlySet<string> = new Set([
  'rule-files',
  'syntax',
  'duplicate-key',
  'schema',
  'window-ambiguous',
  'duplicate-rule-name',
]);

export interface UnknownRules {
  readonly end: Ending;
  readonly findings: readonly Finding[];
}

/**
 * Why a command cannot go by the names of the workspace's rules; undefined where it can.
 * @param emptyFor the globs of input `rules`, where the command can do with no rule file at all
 */
export function findUnknownRules(
  { lint, files, loaded }: CheckedWorkspace,
  emptyFor: readonly string[] = [],
): UnknownRules | undefined {
  const isEmpty = files.length === 0;
  // That nothing is there is told at the glob.
  const isExpected = ({ check, path }: Finding): boolean =>
    isEmpty && check === 'rule-files' && emptyFor.includes(path);
  const findings = lint.findings.filter(
    (finding) => finding.severity === 'error' && CHECKS.has(finding.check) && !isExpected(finding),
  );
  const unread = loaded.files.length - loaded.rules.length;
  if (findings.length === 0 && unread === 0 && (!isEmpty || emptyFor.length > 0)) return undefined;
  const what =
    unread > 0 ? `${count(unread, 'rule file')} cannot be read` : 'the rules cannot all be told apart';
  const message = isEmpty ? 'no rule file was found' : what;
  return {
    end: { result: 'failed', reason: 'lint', message: `${message}, so git and the tenant are not compared` },
    findings: findings.toSorted(compareFindings),
  };
}
