// Compiles schemas of GitHub's API description (OpenAPI 3.0) with ajv, each one when it is first needed.

import formatsModule from 'ajv-formats';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';

export type Schema = { readonly [name: string]: unknown };

export interface SchemaChecker {
  /**
   * What is wrong with a value, one line each.
   * @param key names the schema, so that it is compiled once
   * @param coerce takes text for numbers and booleans, as in a query
   */
  check(key: string, schema: Schema, value: unknown, coerce?: boolean): readonly string[];
}

const BASE = 'github';

/** A checker of schemas that may refer to `#/components/…` of the document. */
export function schemaChecker(document: Schema): SchemaChecker {
  const components = { $id: BASE, components: jsonSchema(document['components']) as Schema };
  const strict = compiler(components, false);
  const coercing = compiler(components, true);
  const compiled = new Map<string, ValidateFunction>();
  return {
    check: (key, schema, value, coerce = false) => {
      const known = compiled.get(key);
      const validate = known ?? (coerce ? coercing : strict).compile(jsonSchema(schema) as Schema);
      compiled.set(key, validate);
      if (validate(value)) return [];
      const lines = (validate.errors ?? []).map(
        (error) => `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
      );
      return [...new Set(lines)];
    },
  };
}

function compiler(components: Schema, coerceTypes: boolean): Ajv2019 {
  const ajv = new Ajv2019({ strict: false, allErrors: true, coerceTypes, logger: false });
  formatsModule.default(ajv);
  ajv.addFormat('repo.nwo', true);
  return ajv.addSchema(components);
}

/** OpenAPI 3.0 as JSON Schema: `nullable` becomes the type (and the enum value) null, references get their base. */
function jsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, jsonSchema(item)]),
  );
  // A property may itself be called `nullable` or `$ref`; its value is then a schema.
  if (typeof rest['$ref'] === 'string') rest['$ref'] = rest['$ref'].replace(/^#/, `${BASE}#`);
  if (nullable === undefined) return orEmpty(rest);
  if (typeof nullable !== 'boolean') return { ...rest, nullable };
  return nullable ? orNull(rest) : rest;
}

// Where the default is an empty text, GitHub sends that too, whatever the format says.
function orEmpty(schema: Record<string, unknown>): Schema {
  const mayBeEmpty = schema['type'] === 'string' && schema['default'] === '' && 'format' in schema;
  return mayBeEmpty ? { anyOf: [schema, { const: '' }] } : schema;
}

function orNull(schema: Record<string, unknown>): Schema {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const { enum: values, type } = schema;
  const listed = Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {};
  return { ...schema, type: [type, 'null'], ...listed };
}

/** A request body's schema in which no object takes names that it does not describe. */
export function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
  const open =
    'additionalProperties' in copy || copy['type'] !== 'object' || !isSchemaMap(copy['properties']);
  return open ? copy : { ...copy, unevaluatedProperties: false };
}

const isSchemaMap = (value: unknown): boolean => typeof value === 'object' && value !== null;
