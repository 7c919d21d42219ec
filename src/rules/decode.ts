// Bytes of a rule file → text, or what stops it: size, byte order mark, invalid UTF-8.
import { type Problem } from './problem.ts';
import type { SourceFile } from './rule.ts';

/** The largest rule file, in bytes. The largest of 142 published call flows has 0.34 MB. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;
const NEWLINE = 10;

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The first line (from 1) that is no valid UTF-8. A newline never stands inside a character. */
function firstInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (!isValidUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return line;
}

/** The text of a file, or the one problem that keeps it from being read. */
export function decodeFile({ path, bytes }: SourceFile): string | Problem {
  const problem = (message: string, line = 1): Problem => ({
    check: 'syntax',
    path,
    message,
    place: { line },
  });
  if (bytes.length > MAX_FILE_BYTES) {
    return problem(`the file has ${bytes.length} bytes; the limit is ${MAX_FILE_BYTES} (5 MiB)`);
  }
  if (BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) {
    return problem('the file starts with a byte order mark: save it as UTF-8 without one');
  }
  if (!isValidUtf8(bytes)) {
    const line = firstInvalidLine(bytes);
    return problem(`line ${line} is no valid UTF-8: save the file as UTF-8`, line);
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
