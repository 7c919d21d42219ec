// Findings as lines for a terminal, grouped by file.
import type { Finding } from '../lint/finding.ts';
import { terminalText } from '../report/escape.ts';
import { compareCodePoints } from '../rules/hash.ts';
import { type Paint, STYLES } from './paint.ts';
import { groupBy } from '../rules/group-by.ts';

const placeOf = ({ line, column }: Finding): string => `${line}:${column}`;
const widest = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0);

/**
 * Lists findings: the path of each file, below it one line a finding, by line and column, and an empty line after each
 * file.
 */
export function listFindings(findings: readonly Finding[], paint: Paint): string[] {
  const places = widest(findings.map(placeOf));
  const severities = widest(findings.map(({ severity }) => severity));
  const files = [...groupBy(findings, ({ path }) => path)].toSorted(([a], [b]) => compareCodePoints(a, b));
  return files.flatMap(([path, group]) => {
    const lines = group
      .toSorted((a, b) => a.line - b.line || a.column - b.column)
      .map((finding) => {
        const place = paint('dim', placeOf(finding).padStart(places));
        const severity = paint(STYLES[finding.severity], finding.severity.padEnd(severities));
        return `  ${place}  ${severity}  ${terminalText(finding.message)}  ${paint('dim', finding.check)}`;
      });
    return [paint('underline', terminalText(path)), ...lines, ''];
  });
}
