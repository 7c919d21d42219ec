// Places in a rule file → lines and columns. The text is scanned only when there is something to point at.
import type { Place } from './problem.ts';
import { type JsonSpan, scanJson } from './scan-json.ts';

/** Lines and columns count from 1; columns in UTF-16 units; the end column is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionOf(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function ancestors(pointer: string): string[] {
  const all = [pointer];
  for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
    all.push(pointer.slice(0, at));
    if (at === 0) break;
  }
  return all;
}

/** The span of the value or key at a pointer; where it does not exist, that of the nearest that does. */
function spanAt(
  spans: ReadonlyMap<string, JsonSpan>,
  pointer: string,
  part: 'value' | 'key',
): { start: number; end: number } {
  for (const candidate of ancestors(pointer)) {
    const span = spans.get(candidate);
    if (span === undefined) continue;
    if (candidate !== pointer) return { start: span.start, end: span.start + 1 };
    return part === 'key' && span.key !== undefined ? span.key : span;
  }
  return { start: 0, end: 0 };
}

/**
 * Finds the lines and columns of places in one file's text, in one scan.
 * @param text the whole file; for places by pointer it must be valid JSON
 */
export function locate(text: string, places: readonly Place[]): Range[] {
  const wanted = new Set<string>();
  for (const place of places)
    if ('pointer' in place) for (const pointer of ancestors(place.pointer)) wanted.add(pointer);
  const { spans } = wanted.size > 0 ? scanJson(text, wanted) : { spans: new Map<string, JsonSpan>() };
  const starts = lineStarts(text);
  return places.map((place) => {
    if ('line' in place) {
      const { line, column = 1, endColumn = column } = place;
      return { line, column, endLine: line, endColumn };
    }
    const span =
      'pointer' in place
        ? spanAt(spans, place.pointer, place.part)
        : { start: place.offset, end: place.offset + place.length };
    const from = positionOf(starts, span.start);
    const to = positionOf(starts, span.end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  });
}
