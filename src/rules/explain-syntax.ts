// Why a text is no JSON: sentences with places, made only where JSON.parse has said no. It knows nothing of rules.
import {
  type ParseError,
  type ParseErrorCode,
  createScanner,
  printParseErrorCode,
  visit,
} from 'jsonc-parser';
import type { Misfit, Problem } from './problem.ts';
import { MAX_NESTING, findTooDeep } from './scan-json.ts';

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

/** The offset of the last token before an offset, where it is a comma; comments and white space are no tokens. */
function commaBefore(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true);
  let last: number = 0;
  let at = 0;
  for (
    let kind: number = scanner.scan();
    kind !== END_OF_FILE && scanner.getTokenOffset() < offset;
    kind = scanner.scan()
  ) {
    last = kind;
    at = scanner.getTokenOffset();
  }
  return last === COMMA ? at : undefined;
}

/** Whether the digits at an offset go on a number that begins with 0, which the parser takes for a second number. */
function followsZero(text: string, offset: number): boolean {
  return /^0\d$/.test(text.slice(offset - 1, offset + 1));
}

function explain(text: string, { error, offset, length }: ParseError): Misfit {
  if (followsZero(text, offset))
    return { message: 'a JSON number has no 0 in front', place: { offset, length: Math.max(length, 1) } };
  const isClosing = text[offset] === '}' || text[offset] === ']';
  const comma = isClosing ? commaBefore(text, offset) : undefined;
  if (comma !== undefined) {
    const message = 'JSON has no trailing comma: remove this one';
    return { message, place: { offset: comma, length: 1 } };
  }
  const message = EXPLANATIONS[printParseErrorCode(error)] ?? 'this is no valid JSON';
  return { message, place: { offset, length: Math.max(length, 1) } };
}

/** The errors of one file that are told. */
const MOST_SYNTAX_ERRORS = 20;

/** Errors after which the parser does not find its way again: what it says then follows from them. */
const LOSES_THE_WAY: ReadonlySet<string> = new Set(['InvalidSymbol', 'UnexpectedEndOfString']);

/**
 * The first errors, one a place: one mistake often makes the parser stumble several times there, and the first is the cause.
 * The parser is stopped where it has lost its way, and as soon as there are enough, for a file of 5 MiB can hold millions.
 */
function findSyntaxErrors(text: string): readonly ParseError[] {
  const errors = new Map<number, ParseError>();
  const enough = new Error('enough');
  const onError = (error: ParseErrorCode, offset: number, length: number): void => {
    if (!errors.has(offset)) errors.set(offset, { error, offset, length });
    const isLost = LOSES_THE_WAY.has(printParseErrorCode(error)) || followsZero(text, offset);
    if (isLost || errors.size === MOST_SYNTAX_ERRORS) throw enough;
  };
  try {
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return [...errors.values()];
}

/** What JSON.parse says, at the offset that it names, where it names one. */
function explainThrown(thrown: unknown): Misfit {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const [, position] = / at position (\d+)/.exec(said) ?? [];
  const message = `this is no valid JSON: ${said}`;
  return { message, place: position === undefined ? { line: 1 } : { offset: Number(position), length: 1 } };
}

/**
 * Explains why a text is no JSON, at most {@link MOST_SYNTAX_ERRORS} times.
 * @param thrown what JSON.parse threw for it
 */
export function explainSyntax(text: string, path: string, thrown: unknown): Problem[] {
  const problem = (misfit: Misfit): Problem => ({ check: 'syntax', path, ...misfit });
  if (text.trim() === '')
    return [problem({ message: 'the file is empty: a rule is expected', place: { line: 1 } })];
  const tooDeepAt = findTooDeep(text);
  if (tooDeepAt !== undefined) return [tooDeepProblem(path, tooDeepAt)];
  const errors = findSyntaxErrors(text);
  if (errors.length === 0) return [problem(explainThrown(thrown))];
  return errors.map((error) => problem(explain(text, error)));
}

/** The problem of nesting that goes too far at an offset. */
export function tooDeepProblem(path: string, offset: number): Problem {
  const message = `nested deeper than ${MAX_NESTING} levels: no rule needs that`;
  return { check: 'syntax', path, message, place: { offset, length: 1 } };
}
