// Bytes of a rule file → text, or what stops it: size, byte order mark, invalid UTF-8.
import { isUtf8 } from 'node:buffer';
import type { Place, Problem } from './problem.ts';
import type { SourceFile } from './rule.ts';

/** The largest rule file, in bytes. The largest of 142 published call flows has 0.34 MB. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;
const NEWLINE = 10;
/** A character of UTF-8 has four bytes at most, so one that is cut off has three. */
const LONGEST_PART = 3;

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** How many bytes at the start are valid UTF-8, whole characters only. */
function validLength(bytes: Uint8Array): number {
  // Cut off inside a character, what is valid may look invalid: some of the bytes before the cut tell.
  const isValidUpTo = (end: number): boolean => {
    for (let less = 0; less <= Math.min(LONGEST_PART, end); less++)
      if (isUtf8(bytes.subarray(0, end - less))) return true;
    return false;
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidUpTo(middle)) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low--;
  return low;
}

/** The line (from 1) and column (from 1, in UTF-16 units) of the byte behind a valid start. */
function placeBehind(bytes: Uint8Array, length: number): Place & { readonly line: number } {
  let line = 1;
  let start = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < length; at = bytes.indexOf(NEWLINE, at + 1)) {
    line++;
    start = at + 1;
  }
  const column = asBuffer(bytes.subarray(start, length)).toString('utf8').length + 1;
  return { line, column, endColumn: column + 1 };
}

/** What is wrong with a file of so many bytes, or undefined where it is not too large. */
export function explainSize(path: string, bytes: number): Problem | undefined {
  if (bytes <= MAX_FILE_BYTES) return undefined;
  const message = `the file has ${bytes} bytes; the limit is ${MAX_FILE_BYTES} (5 MiB)`;
  return { check: 'syntax', path, message, place: { line: 1 } };
}

/** The text of a file, or the one problem that keeps it from being read. */
export function decodeFile({ path, bytes }: SourceFile): string | Problem {
  const tooLarge = explainSize(path, bytes.length);
  if (tooLarge !== undefined) return tooLarge;
  if (BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) {
    const message = 'the file starts with a byte order mark: save it as UTF-8 without one';
    return { check: 'syntax', path, message, place: { line: 1, column: 1, endColumn: 2 } };
  }
  if (!isUtf8(bytes)) {
    const length = validLength(bytes);
    const place = placeBehind(bytes, length);
    const byte = (bytes[length] ?? 0).toString(16).padStart(2, '0');
    const message = `line ${place.line} is no valid UTF-8 (byte 0x${byte}): save the file as UTF-8`;
    return { check: 'syntax', path, message, place };
  }
  return asBuffer(bytes).toString('utf8');
}
