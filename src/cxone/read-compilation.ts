// What a tenant says of a flow that it validates or compiles.
import type { CompileState, TenantError } from '../ports.ts';
import type { Endpoint } from './endpoints.ts';
import { fieldOf, fieldsOf, listOf, spellValue, textOf, unexpected } from './read-fields.ts';

/** Of the errors of one flow so many are told, each cut. */
const MOST_ERRORS = 50;
const LONGEST_ERROR = 1000;

/** The JSON of anything; nesting past what the stack takes has none. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return spellValue(value);
  }
}

function readError(error: unknown): TenantError {
  const { path, message } = fieldsOf(error);
  const text = typeof message === 'string' ? message : jsonOf(error);
  return {
    path: textOf(path).slice(0, LONGEST_ERROR),
    message: text.slice(0, LONGEST_ERROR).toWellFormed(),
  };
}

/** The errors of a validation or compilation; anything odd becomes its own JSON. */
function readErrors(value: unknown): TenantError[] {
  const errors = listOf(fieldsOf(value).errors);
  const told = errors.slice(0, MOST_ERRORS).map(readError);
  const rest = errors.length - told.length;
  return rest > 0 ? [...told, { path: '', message: `and ${rest} more errors` }] : told;
}

/** What is wrong with a flow by the tenant's own validation. @throws ApiError for a verdict that nobody knows */
export function readVerdict(endpoint: Endpoint, body: unknown): readonly TenantError[] {
  const verdict = fieldOf(body, 'status');
  if (verdict === 'VALID') return [];
  if (verdict !== 'INVALID') throw unexpected(endpoint, `the unknown verdict ${spellValue(verdict)}`);
  const errors = readErrors(body);
  return errors.length > 0
    ? errors
    : [{ path: '', message: 'the tenant calls it invalid and does not say why' }];
}

const COMPILE_STATES: readonly CompileState['status'][] = [
  'NONE',
  'QUEUED',
  'COMPILING',
  'COMPILED',
  'FAILED',
];

/** How far a compilation has come. @throws ApiError for a state that nobody knows */
export function readCompileState(endpoint: Endpoint, body: unknown): CompileState {
  const word = fieldOf(body, 'status');
  const status = COMPILE_STATES.find((known) => known === word);
  if (status === undefined) throw unexpected(endpoint, `the unknown compile state ${spellValue(word)}`);
  return { status, errors: readErrors(body) };
}
