// A tenant's flow object → flow. Unknown fields are ignored; what is needed must be there.
import { ApiError } from '../errors.ts';
import type { Flow, TenantError } from '../ports.ts';
import { hashPayload } from '../rules/hash.ts';
import { makePayload } from '../rules/make-payload.ts';
import type { FallbackAction, RuleNode, Status, Transition } from '../rules/rule.ts';
import { type Endpoint, fitsPath } from './endpoints.ts';

type Fields = Readonly<Record<string, unknown>>;

const STATUSES: readonly Status[] = ['DRAFT', 'ACTIVE', 'INACTIVE'];

/** The error for a reply that has the right status but not the right content. */
export function unexpected(endpoint: Endpoint, what: string): ApiError {
  const { method, path } = endpoint;
  return new ApiError(`${method} ${path} was answered with ${what}`, {
    method,
    template: path,
    mayHaveTakenEffect: true,
  });
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The text of a field; a missing one is empty, so that the flow's hash fits no rule. Halves of surrogate pairs, which no hash
 * can be made of, are replaced: no rule has any.
 */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : '';
}

/** The text of a field that may be left out or null; one that is no text is empty, which no rule has. */
function optionalTextOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : textOf(value);
}

const LONGEST_SHOWN = 60;

/** A value of the tenant's as an error shows it: short, whatever it is. */
export function spellValue(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** The longest id that is taken; real ones have 36 characters or fewer. */
const LONGEST_ID = 256;

/** The id of an entity. @throws ApiError where it has none that could stand in a path */
export function idOf(endpoint: Endpoint, value: unknown, what: string): string {
  const { id } = fieldsOf(value);
  if (typeof id !== 'string' || id === '') throw unexpected(endpoint, `${what} without an id`);
  if (!fitsPath(id) || id.length > LONGEST_ID)
    throw unexpected(endpoint, `${what} with the impossible id ${spellValue(id)}`);
  return id;
}

function readTransition(value: unknown): Transition {
  const { condition, target } = fieldsOf(value);
  return { condition: textOf(condition), target: textOf(target) };
}

function readNode(value: unknown): RuleNode {
  const { id, type, mediaAssetId, transitions } = fieldsOf(value);
  const media = optionalTextOf(mediaAssetId);
  return {
    id: textOf(id),
    type: textOf(type) as RuleNode['type'],
    ...(media === undefined ? {} : { mediaAssetId: media }),
    transitions: listOf(transitions).map(readTransition),
  };
}

function readFallback(value: unknown): FallbackAction {
  const { type, target } = fieldsOf(value);
  const text = optionalTextOf(target);
  return {
    type: textOf(type) as FallbackAction['type'],
    ...(text === undefined ? {} : { target: text }),
  };
}

/** A date of a flow. One that is no text may mean anything, also that the flow is not in force. @throws ApiError */
function readDate(endpoint: Endpoint, id: string, fields: Fields, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw unexpected(endpoint, `flow ${id} whose ${key} is ${spellValue(value)}, which is no text`);
  return value.toWellFormed();
}

/** When a flow was changed last, and by whom: of use to people only, so anything odd is left out. */
function readLastChange({ updatedAt, updatedBy, modifiedBy }: Fields): Pick<Flow, 'updatedAt' | 'updatedBy'> {
  const [at, by] = [textOf(updatedAt), textOf(updatedBy) || textOf(modifiedBy)];
  return { ...(at === '' ? {} : { updatedAt: at }), ...(by === '' ? {} : { updatedBy: by }) };
}

/** Reads a flow. @throws ApiError where it has no id, name or known status */
export function readFlow(endpoint: Endpoint, value: unknown): Flow {
  const fields = fieldsOf(value);
  const { name } = fields;
  const id = idOf(endpoint, value, 'a flow');
  if (typeof name !== 'string') throw unexpected(endpoint, `flow ${id} without a name`);
  const status = STATUSES.find((known) => known === fields.status);
  if (status === undefined) {
    throw unexpected(endpoint, `flow ${id} in the unknown state ${spellValue(fields.status)}`);
  }
  const payload = makePayload({
    name: name.toWellFormed(),
    campaignId: textOf(fields.campaignId),
    nodes: listOf(fields.nodes).map(readNode),
    fallbackAction: readFallback(fields.fallbackAction),
    effectiveDate: readDate(endpoint, id, fields, 'effectiveDate'),
    expirationDate: readDate(endpoint, id, fields, 'expirationDate'),
  });
  const createdAt = textOf(fields.createdAt);
  return { id, status, payload, payloadHash: hashPayload(payload), createdAt, ...readLastChange(fields) };
}

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
export function readErrors(value: unknown): TenantError[] {
  const errors = listOf(fieldsOf(value).errors);
  const told = errors.slice(0, MOST_ERRORS).map(readError);
  const rest = errors.length - told.length;
  return rest > 0 ? [...told, { path: '', message: `and ${rest} more errors` }] : told;
}

/** One field of a reply. */
export function fieldOf(value: unknown, key: string): unknown {
  return fieldsOf(value)[key];
}

/** The longest token of a next page, which must stand in a URL. */
const LONGEST_PAGE_TOKEN = 4096;

/** The entities of one page, and the token of the next one. @throws ApiError where it is no page */
export function readPage(
  endpoint: Endpoint,
  body: unknown,
): { entities: readonly unknown[]; next: string | undefined } {
  const { entities, nextPageToken } = fieldsOf(body);
  if (!Array.isArray(entities)) throw unexpected(endpoint, 'a page without entities');
  if (nextPageToken === undefined || nextPageToken === null || nextPageToken === '')
    return { entities, next: undefined };
  // Whatever it is, there is another page, and to leave it out would be to miss flows.
  if (typeof nextPageToken !== 'string' || nextPageToken.length > LONGEST_PAGE_TOKEN)
    throw unexpected(endpoint, `the impossible page token ${spellValue(nextPageToken)}`);
  return { entities, next: nextPageToken };
}
