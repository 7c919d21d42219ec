// A JSON file that an input names → its value, or one error that names the input and the places in the file.
import { UserError } from '../errors.ts';
import { decodeFile } from './decode.ts';
import { locate } from './locate.ts';
import { parseJson } from './parse-json.ts';
import type { Misfit } from './problem.ts';
import type { SourceFile } from './rule.ts';

/** The largest file that an input may name, in bytes. */
export const MAX_SMALL_FILE_BYTES = 1024 * 1024;

/** Problems that one error tells; the rest are counted. */
const MOST_TOLD = 5;

/** What makes a value of the parsed JSON, or says what is wrong with it. */
export type Look<T> = (value: unknown) => { readonly value: T } | readonly Misfit[];

/** @param text the file's text, or undefined where it is none */
function refuse(
  input: string,
  path: string,
  text: string | undefined,
  problems: readonly Misfit[],
): UserError {
  const ranges = locate(
    text ?? '',
    problems.map(({ place }) => place),
  );
  const told = problems
    .map(({ message }, index) => ({
      message,
      line: ranges[index]?.line ?? 1,
      column: ranges[index]?.column ?? 1,
    }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ message, line, column }) => `${path}:${line}:${column}: ${message}`);
  const rest = told.length > MOST_TOLD ? `; and ${told.length - MOST_TOLD} more` : '';
  return new UserError('input', `input ${input}: ${told.slice(0, MOST_TOLD).join('; ')}${rest}`);
}

/**
 * Reads a small JSON file, as strictly as a rule file is read.
 * @param input the input's name
 * @param what what the file should be, such as `an id map`
 * @throws UserError (`input`) with file, line and column of what is wrong
 */
export function readSmallFile<T>(file: SourceFile, input: string, what: string, look: Look<T>): T {
  const { path, bytes } = file;
  if (bytes.length > MAX_SMALL_FILE_BYTES) {
    const message = `the file has ${bytes.length} bytes; the limit is ${MAX_SMALL_FILE_BYTES} (1 MiB)`;
    throw refuse(input, path, undefined, [{ message, place: { line: 1 } }]);
  }
  const text = decodeFile(file);
  if (typeof text !== 'string') throw refuse(input, path, undefined, [text]);
  if (text.trim() === '') {
    throw refuse(input, path, text, [
      { message: `the file is empty: ${what} is expected`, place: { line: 1 } },
    ]);
  }
  const parsed = parseJson(text, path);
  if (parsed.problems !== undefined) throw refuse(input, path, text, parsed.problems);
  const looked = look(parsed.value);
  if ('value' in looked) return looked.value;
  throw refuse(input, path, text, looked);
}
