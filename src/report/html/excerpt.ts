// The lines of a file around a finding, with what it points at told apart. It knows no markup.
import type { Finding } from '../../lint/finding.ts';
import { cutText } from '../escape.ts';

/** One line: `marked` is what the finding points at, empty where that is on another line. */
export interface ExcerptLine {
  readonly number: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Whether the finding points at this line, even where it points at no character of it. */
  readonly isHit: boolean;
}

/** Lines before and behind the place, and lines of the place itself. */
const AROUND = 2;
const MOST_HIT = 6;
/** UTF-16 units: a file may be one line of megabytes. */
const LONGEST_LINE = 160;
const LONGEST_BEFORE = 60;

/** The last units of a text, never from inside a surrogate pair. */
function lastPart(text: string, most: number): string {
  if (text.length <= most) return text;
  return `…${text.slice(1 - most).replace(/^[\udc00-\udfff]/, '')}`;
}

function markLine(text: string, number: number, { line, column, endLine, endColumn }: Finding): ExcerptLine {
  if (number < line || number > endLine)
    return { number, before: cutText(text, LONGEST_LINE), marked: '', after: '', isHit: false };
  const from = number === line ? column - 1 : text.length - text.trimStart().length;
  const to = number === endLine ? endColumn - 1 : text.length;
  const isLong = text.length > LONGEST_LINE;
  const before = text.slice(0, from);
  const marked = cutText(text.slice(from, to), LONGEST_LINE);
  const after = text.slice(Math.max(from, to));
  return {
    number,
    before: isLong ? lastPart(before, LONGEST_BEFORE) : before,
    marked,
    after: isLong ? cutText(after, LONGEST_BEFORE) : after,
    isHit: true,
  };
}

/** The lines around a finding. @param lines all lines of its file, without their ends */
export function excerpt(lines: readonly string[], finding: Finding): ExcerptLine[] {
  const first = Math.max(1, finding.line - AROUND);
  const lastHit = Math.min(finding.endLine, finding.line + MOST_HIT - 1);
  const last = Math.min(lines.length, lastHit + (lastHit === finding.endLine ? AROUND : 0));
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return numbers.map((number) => markLine(lines[number - 1] ?? '', number, finding));
}
