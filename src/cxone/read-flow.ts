// A tenant's flow object → flow. Unknown fields are ignored; what is needed must be there.
import { ApiError } from '../errors.ts';
import type { Flow, TenantError } from '../ports.ts';
import { hashPayload } from '../rules/hash.ts';
import { makePayload } from '../rules/make-payload.ts';
import type { FallbackAction, RuleNode, Status, Transition } from '../rules/rule.ts';
import type { Endpoint } from './endpoints.ts';

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

/** The text of a field; a missing one is empty, so that the flow's hash fits no rule. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readTransition(value: unknown): Transition {
  const { condition, target } = fieldsOf(value);
  return { condition: textOf(condition), target: textOf(target) };
}

function readNode(value: unknown): RuleNode {
  const { id, type, mediaAssetId, transitions } = fieldsOf(value);
  return {
    id: textOf(id),
    type: textOf(type) as RuleNode['type'],
    ...(typeof mediaAssetId === 'string' ? { mediaAssetId } : {}),
    transitions: listOf(transitions).map(readTransition),
  };
}

function readFallback(value: unknown): FallbackAction {
  const { type, target } = fieldsOf(value);
  return { type: textOf(type) as FallbackAction['type'], ...(typeof target === 'string' ? { target } : {}) };
}

/** Reads a flow. @throws ApiError where it has no id, name or known status */
export function readFlow(endpoint: Endpoint, value: unknown): Flow {
  const fields = fieldsOf(value);
  const { id, name } = fields;
  if (typeof id !== 'string' || id === '') throw unexpected(endpoint, 'a flow without an id');
  if (typeof name !== 'string') throw unexpected(endpoint, `flow ${id} without a name`);
  const status = STATUSES.find((known) => known === fields.status);
  if (status === undefined) {
    throw unexpected(endpoint, `flow ${id} in the unknown state ${JSON.stringify(fields.status)}`);
  }
  const payload = makePayload({
    name,
    campaignId: textOf(fields.campaignId),
    nodes: listOf(fields.nodes).map(readNode),
    fallbackAction: readFallback(fields.fallbackAction),
    effectiveDate: typeof fields.effectiveDate === 'string' ? fields.effectiveDate : undefined,
    expirationDate: typeof fields.expirationDate === 'string' ? fields.expirationDate : undefined,
  });
  return { id, status, payload, payloadHash: hashPayload(payload), createdAt: textOf(fields.createdAt) };
}

/** The errors of a validation or compilation; anything odd becomes its own JSON. */
export function readErrors(value: unknown): TenantError[] {
  return listOf(fieldsOf(value).errors).map((error) => {
    const { path, message } = fieldsOf(error);
    return { path: textOf(path), message: typeof message === 'string' ? message : JSON.stringify(error) };
  });
}

/** One field of a reply. */
export function fieldOf(value: unknown, key: string): unknown {
  return fieldsOf(value)[key];
}

/** The entities of one page, and the token of the next one. @throws ApiError where it is no page */
export function readPage(
  endpoint: Endpoint,
  body: unknown,
): { entities: readonly unknown[]; next: string | undefined } {
  const { entities, nextPageToken } = fieldsOf(body);
  if (!Array.isArray(entities)) throw unexpected(endpoint, 'a page without entities');
  return {
    entities,
    next: typeof nextPageToken === 'string' && nextPageToken !== '' ? nextPageToken : undefined,
  };
}
