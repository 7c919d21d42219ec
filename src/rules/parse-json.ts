// Text → JSON value, or the problems that keep it from being one. It knows nothing of rules.
import {
  type ParseError,
  type ParseErrorCode,
  createScanner,
  printParseErrorCode,
  visit,
} from 'jsonc-parser';
import { locate } from './locate.ts';
import type { Place, Problem } from './problem.ts';
import { MAX_NESTING, pointerStep, scanJson } from './scan-json.ts';

export type ParsedJson =
  | { readonly value: unknown; readonly problems?: undefined }
  | { readonly problems: readonly Problem[] };

const EXPLANATIONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value: texts stand in double quotes',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a property name in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing } is expected here',
  CloseBracketExpected: 'a closing ] is expected here',
  EndOfFileExpected: 'nothing may follow here: the JSON document has ended',
  InvalidCommentToken: 'JSON has no comments: remove this one',
  UnexpectedEndOfComment: 'JSON has no comments: remove this one',
  UnexpectedEndOfString: 'this text has no closing double quote',
  UnexpectedEndOfNumber: 'this number is not finished',
  InvalidUnicode: 'this \\u escape is not four hex digits',
  InvalidEscapeCharacter: 'JSON has no such \\ escape',
  InvalidCharacter: 'a control character must be escaped in JSON',
};

/** Token kinds of jsonc-parser, whose enum exists in its types only. */
const COMMA = 5;
const END_OF_FILE = 17;

/** Whether the last token before an offset is a comma; comments and white space are none. */
function followsComma(text: string, offset: number): boolean {
  const scanner = createScanner(text, true);
  let last: number = 0;
  for (
    let kind: number = scanner.scan();
    kind !== END_OF_FILE && scanner.getTokenOffset() < offset;
    kind = scanner.scan()
  )
    last = kind;
  return last === COMMA;
}

function explain(text: string, error: ParseError): string {
  const isClosing = text[error.offset] === '}' || text[error.offset] === ']';
  if (isClosing && followsComma(text, error.offset))
    return 'JSON has no trailing comma: remove the one before this';
  return EXPLANATIONS[printParseErrorCode(error.error)] ?? 'this is no valid JSON';
}

const MOST_SYNTAX_ERRORS = 20;

/**
 * The first errors, one a place: one mistake often makes the parser stumble several times there, and the first is the cause.
 * The parser is stopped as soon as there are enough, for a file of 5 MiB can hold millions.
 */
function findSyntaxErrors(text: string): readonly ParseError[] {
  const errors = new Map<number, ParseError>();
  const enough = new Error('enough');
  const onError = (error: ParseErrorCode, offset: number, length: number): void => {
    if (!errors.has(offset)) errors.set(offset, { error, offset, length });
    if (errors.size === MOST_SYNTAX_ERRORS) throw enough;
  };
  try {
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    // Nesting can overflow the parser's stack: where it found nothing, JSON.parse's own message has to do.
    if (error !== enough && !(error instanceof RangeError)) throw error;
  }
  return [...errors.values()];
}

function syntaxProblems(text: string, path: string, thrown: unknown): Problem[] {
  if (text.trim() === '') {
    return [{ check: 'syntax', path, message: 'the file is empty: a rule is expected', place: { line: 1 } }];
  }
  const errors = findSyntaxErrors(text);
  if (errors.length === 0) {
    const message = `this is no valid JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    return [{ check: 'syntax', path, message, place: { line: 1 } }];
  }
  return errors.map((error) => ({
    check: 'syntax',
    path,
    message: explain(text, error),
    place: { offset: error.offset, length: Math.max(error.length, 1) },
  }));
}

/** The places of all texts and keys that hold a lone surrogate, which no UTF-8 can carry. */
function findLoneSurrogates(root: unknown): Place[] {
  const found: { pointer: string; part: 'value' | 'key' }[] = [];
  const open: { value: unknown; pointer: string }[] = [{ value: root, pointer: '' }];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { value, pointer } = entry;
    if (typeof value === 'string') {
      if (!value.isWellFormed()) found.push({ pointer, part: 'value' });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        const step = pointerStep(Array.isArray(value) ? Number(key) : key);
        if (!key.isWellFormed()) found.push({ pointer: pointer + step, part: 'key' });
        else open.push({ value: child, pointer: pointer + step });
      }
    }
  }
  return found.toSorted((a, b) => (a.pointer < b.pointer ? -1 : 1));
}

function surrogateProblems(text: string, path: string, value: unknown): Problem[] {
  if (!text.includes('\\u')) return [];
  return findLoneSurrogates(value).map((place) => ({
    check: 'syntax',
    path,
    message: 'this text holds half of a surrogate pair (a \\ud800 to \\udfff escape without its other half)',
    place,
  }));
}

/**
 * Parses JSON strictly: no comments, no trailing commas, no duplicate keys, no lone surrogates, no nesting past
 * {@link MAX_NESTING}.
 */
export function parseJson(text: string, path: string): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: syntaxProblems(text, path, error) };
  }
  const scan = scanJson(text);
  if (scan.tooDeepAt !== undefined) {
    const message = `nested deeper than ${MAX_NESTING} levels: no rule needs that`;
    return { problems: [{ check: 'syntax', path, message, place: { offset: scan.tooDeepAt, length: 1 } }] };
  }
  const firsts = locate(
    text,
    scan.duplicates.map(({ first }) => ({ offset: first, length: 1 })),
  );
  const duplicates = scan.duplicates.map(({ key, start, end }, index): Problem => {
    const line = firsts[index]?.line ?? 1;
    const message = `the key ${JSON.stringify(key)} stands twice in one object; the first is on line ${line}`;
    return { check: 'duplicate-key', path, message, place: { offset: start, length: end - start } };
  });
  const problems = [...duplicates, ...surrogateProblems(text, path, value)];
  return problems.length > 0 ? { problems } : { value };
}
