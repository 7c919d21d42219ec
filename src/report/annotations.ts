// The findings that the runner shows in the files: the most important ones, within its limit of ten a type and step.
import type { Finding } from '../lint/finding.ts';

/** How many annotations of one type the runner keeps (actions/runner, ExecutionContext). */
const MOST_OF_A_TYPE = 10;

export interface Annotation {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** Absent where it is about no single place. */
  readonly finding?: Finding;
}

function annotate(
  severity: Annotation['severity'],
  findings: readonly Finding[],
  most: number,
  noun: string,
): Annotation[] {
  const all = findings.map((finding) => ({ severity, message: finding.message, finding }));
  if (all.length <= most) return all;
  const shown = all.slice(0, most - 1);
  const message = `${all.length - shown.length} more ${noun}: the job summary and report.json have them all`;
  return [...shown, { severity, message }];
}

/**
 * Chooses the annotations of a run; where there are too many, the last one of a type says how many more there are.
 * @param findings the most important of a severity first, as `orderFindings` has them
 * @param reserved how many errors the run itself shows beside them
 */
export function chooseAnnotations(findings: readonly Finding[], reserved: number): Annotation[] {
  const of = (severity: Finding['severity']): Finding[] =>
    findings.filter((finding) => finding.severity === severity);
  return [
    ...annotate('error', of('error'), MOST_OF_A_TYPE - reserved, 'errors'),
    ...annotate('warning', of('warning'), MOST_OF_A_TYPE, 'warnings'),
    ...annotate('notice', of('info'), MOST_OF_A_TYPE, 'remarks'),
  ];
}
