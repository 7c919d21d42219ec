// What a check reports, at its place (INTERFACE section 6), and the order in which findings are shown.
import { compareCodePoints } from '../rules/hash.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Lines and columns count from 1; the end column is exclusive. `pointer` is empty where no JSON value is meant. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly pointer: string;
  readonly message: string;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The one of two severities that weighs less. */
export function milderSeverity(a: Severity, b: Severity): Severity {
  return RANK[a] > RANK[b] ? a : b;
}

/** Errors first, then by path, line, column and check. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compareCodePoints(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compareCodePoints(a.check, b.check) ||
    compareCodePoints(a.message, b.message)
  );
}

/** How many findings have a severity. */
export function countFindings(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** Whether any finding is at or over the severity that fails a run. */
export function hasFailingFinding(
  findings: readonly Finding[],
  failOn: 'error' | 'warning' | 'never',
): boolean {
  if (failOn === 'never') return false;
  return findings.some((finding) => RANK[finding.severity] <= RANK[failOn]);
}
