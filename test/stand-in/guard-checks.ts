// Holds the parts of one request or reply against one operation of an OpenAPI 3.0 document.

import type { Template } from './github/template.ts';
import { closed, type Schema, type SchemaChecker } from './github-schemas.ts';

export interface GuardedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The body as it was sent; empty where there was none. */
  readonly body: string;
}

export interface Operation extends Template {
  readonly method: string;
  readonly schema: Schema;
}

/** Follows a `$ref` within the document. */
function resolve(document: Schema, value: unknown): Schema | undefined {
  let found = value as Schema | undefined;
  while (typeof found?.['$ref'] === 'string') {
    const path: readonly string[] = found['$ref'].slice(2).split('/');
    found = path.reduce<Schema | undefined>((at, name) => at?.[name] as Schema | undefined, document);
  }
  return found;
}

/** What is wrong with the parameters in a path and a query. */
export function checkParameters(
  document: Schema,
  checker: SchemaChecker,
  operation: Operation,
  request: GuardedRequest,
): readonly string[] {
  const described = ((operation.schema['parameters'] ?? []) as unknown[]).map((p) => resolve(document, p));
  const sent = { path: operation.match(request.path) ?? {}, query: queryValues(request.query) };
  const problems = Object.keys(sent.query)
    .filter((name) => !described.some((p) => p?.['in'] === 'query' && p['name'] === name))
    .map((name) => `unknown query parameter ${name}`);
  for (const parameter of described) {
    const place = parameter?.['in'];
    if (parameter === undefined || (place !== 'path' && place !== 'query')) continue;
    const name = String(parameter['name']);
    const value = sent[place][name];
    const key = `${operation.method} ${operation.path} ${place} ${name}`;
    const schema = { type: 'object', properties: { [name]: parameter['schema'] } };
    if (value !== undefined) problems.push(...checker.check(key, schema, { [name]: value }, true));
    else if (parameter['required'] === true) problems.push(`missing ${place} parameter ${name}`);
  }
  return problems;
}

function queryValues(query: URLSearchParams): Schema {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const all = query.getAll(name);
      return [name, all.length === 1 ? all[0] : all];
    }),
  );
}

/** What is wrong with a request body; empty text stands for none. */
export function checkBody(
  document: Schema,
  checker: SchemaChecker,
  operation: Operation,
  body: string,
): readonly string[] {
  const described = resolve(document, operation.schema['requestBody']);
  const schema = jsonContent(described);
  if (schema === undefined) return body === '' ? [] : ['a body is sent where none is described'];
  if (body === '') return described?.['required'] === true ? ['a body is missing'] : [];
  const value = parse(body);
  if (value === undefined) return ['the body is not JSON'];
  const key = `${operation.method} ${operation.path} body`;
  return checker.check(key, closed(schema) as Schema, value);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** What is wrong with a reply. */
export function checkResponse(
  document: Schema,
  checker: SchemaChecker,
  operation: Operation,
  status: number,
  body: unknown,
): readonly string[] {
  const responses = operation.schema['responses'] as Schema;
  const described = resolve(document, responses[status] ?? responses['default']);
  if (described === undefined) return status < 300 ? [`status ${status} is not described`] : [];
  const schema = jsonContent(described);
  if (schema === undefined) return body === undefined || status >= 300 ? [] : ['no content is described'];
  const key = `${operation.method} ${operation.path} ${status}`;
  return checker.check(key, status < 300 ? knownNamesOnly(schema) : schema, body);
}

// Names that GitHub does not describe would let a client rely on what is not there.
function knownNamesOnly(schema: Schema): Schema {
  if (schema['type'] === 'array') return { type: 'array', items: knownNamesOnly(schema['items'] as Schema) };
  return { allOf: [schema], unevaluatedProperties: false };
}

function jsonContent(holder: Schema | undefined): Schema | undefined {
  const content = holder?.['content'] as Schema | undefined;
  const media = (content?.['application/json'] ?? content?.['application/scim+json']) as Schema | undefined;
  return media?.['schema'] as Schema | undefined;
}
