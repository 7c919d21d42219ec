// A tenant's flow object → flow. Unknown fields are ignored; what is needed must be there.
import type { Flow } from '../ports.ts';
import { hashPayload } from '../rules/hash.ts';
import { makePayload } from '../rules/make-payload.ts';
import type { FallbackAction, RuleNode, Status, Transition } from '../rules/rule.ts';
import type { Endpoint } from './endpoints.ts';
import { type Fields, fieldsOf, idOf, listOf, spellValue, textOf, unexpected } from './read-fields.ts';

const STATUSES: readonly Status[] = ['DRAFT', 'ACTIVE', 'INACTIVE'];

/** The text of a field that may be left out or null; one that is no text is empty, which no rule has. */
function optionalTextOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : textOf(value);
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
