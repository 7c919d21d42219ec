// A rule → the text of its file, so that a difference in git is as small as it can be.
import { readDateTime } from './date-time.ts';
import type { Payload, Status } from './rule.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

/** UTF-16 units of a line into which a short list or object fits. */
const WIDTH = 100;

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of a new object in the order of the old one; new keys stay where they stand. */
function inOrderOf(old: Json | undefined, value: JsonObject): JsonObject {
  if (!isObject(old)) return value;
  const kept = Object.keys(old).filter((key) => Object.hasOwn(value, key));
  const added = Object.keys(value).filter((key) => !Object.hasOwn(old, key));
  return Object.fromEntries([...kept, ...added].map((key) => [key, value[key] ?? null]));
}

/** A date as the old file spells it, where it is the same instant; else without the milliseconds that are zero. */
function spellDate(old: Json | undefined, iso: string): string {
  const date = typeof old === 'string' ? readDateTime(old) : undefined;
  if (typeof old === 'string' && date?.kind === 'instant' && date.iso === iso) return old;
  return iso.replace(/\.000Z$/, 'Z');
}

/** A node as a file writes it: without an empty list of transitions, unless the old one has it. */
function nodeValue(node: Payload['nodes'][number], old: Json | undefined): JsonObject {
  const { id, type, mediaAssetId } = node;
  const oldTransitions =
    isObject(old) && Array.isArray(old.transitions) ? (old.transitions as Json[]) : undefined;
  const transitions = node.transitions.map(({ condition, target }): JsonObject => {
    const before = oldTransitions?.find((entry) => isObject(entry) && entry.condition === condition);
    return inOrderOf(before, { condition, target });
  });
  const value = {
    id,
    type,
    ...(mediaAssetId === undefined ? {} : { mediaAssetId }),
    ...(transitions.length === 0 && oldTransitions === undefined ? {} : { transitions }),
  };
  return inOrderOf(old, value);
}

/** The document of a rule. @param old the document that it takes the place of */
function documentOf(payload: Payload, status: Status, old: JsonObject): JsonObject {
  const { name, campaignId, effectiveDate, expirationDate, fallbackAction } = payload;
  const oldNodes = Array.isArray(old.nodes) ? (old.nodes as Json[]) : [];
  const oldNode = (id: string): Json | undefined =>
    oldNodes.find((entry) => isObject(entry) && entry.id === id);
  const isStatusSaid = status !== 'ACTIVE' || old.status !== undefined;
  const value = {
    ...(old.$schema === undefined ? {} : { $schema: old.$schema }),
    name,
    campaignId,
    ...(effectiveDate === undefined ? {} : { effectiveDate: spellDate(old.effectiveDate, effectiveDate) }),
    ...(expirationDate === undefined
      ? {}
      : { expirationDate: spellDate(old.expirationDate, expirationDate) }),
    ...(isStatusSaid ? { status } : {}),
    nodes: payload.nodes.map((node) => nodeValue(node, oldNode(node.id))),
    fallbackAction: inOrderOf(old.fallbackAction, { ...fallbackAction }),
  };
  return inOrderOf(old, value);
}

/** A value in one line. */
function inline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${inline(entry)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/**
 * A value in one line where it fits, but for a list of several.
 * @param used UTF-16 units that stand before it on its line
 */
function printShort(value: Json, indent: string, used: number): string {
  const inner = `${indent}  `;
  const line = inline(value);
  const fits = used + line.length < WIDTH;
  if (Array.isArray(value)) {
    if (value.length === 0 || (value.length === 1 && fits)) return line;
    const items = value.map((entry) => inner + printShort(entry, inner, inner.length));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (!isObject(value) || fits) return line;
  return printMembers(value, indent, (entry, _key, at) => printShort(entry, inner, at));
}

/** An object with one key a line. */
function printMembers(
  value: JsonObject,
  indent: string,
  printEntry: (entry: Json, key: string, used: number) => string,
): string {
  const members = Object.entries(value).map(([key, entry]) => {
    const head = `${indent}  ${JSON.stringify(key)}: `;
    return head + printEntry(entry, key, head.length);
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** A rule as the examples are written: it and its nodes have one key a line, a transition and the fallback a line of their own. */
function printDocument(document: JsonObject): string {
  const [member, node] = ['  ', '    '];
  return printMembers(document, '', (value, key, used) => {
    if (key !== 'nodes' || !Array.isArray(value)) return printShort(value, member, used);
    const nodes = (value as Json[]).map(
      (entry) =>
        node +
        printMembers(isObject(entry) ? entry : {}, node, (inner, _key, at) =>
          printShort(inner, `${node}  `, at),
        ),
    );
    return nodes.length === 0 ? '[]' : `[\n${nodes.join(',\n')}\n${member}]`;
  });
}

function parseObject(text: string): JsonObject {
  const value = JSON.parse(text) as Json;
  return isObject(value) ? value : {};
}

/**
 * The text of a rule's file: two spaces, and a newline at its end.
 * @param old the text of the file that it takes the place of: its `$schema`, its order of keys and its spelling of dates stay
 */
export function printRule(payload: Payload, status: Status, old?: string): string {
  const before = old === undefined ? {} : parseObject(old);
  const document = documentOf(payload, status, before);
  // A file that a program wrote stays so.
  const isPlain = old !== undefined && old.trimEnd() === JSON.stringify(before, null, 2);
  return `${isPlain ? JSON.stringify(document, null, 2) : printDocument(document)}\n`;
}
