// Holds every request and every reply against GitHub's own API description, and says what does not fit.

import { readFileSync } from 'node:fs';
import { mostFixedFirst, template } from './github/template.ts';
import { type Schema, schemaChecker } from './github-schemas.ts';
import {
  checkBody,
  checkParameters,
  checkResponse,
  type GuardedRequest,
  type Operation,
} from './guard-checks.ts';

export interface Verdict {
  /** The operation's path template, where GitHub has such an operation. */
  readonly template: string | undefined;
  /** What the description forbids; empty where the request fits. */
  readonly problems: readonly string[];
}

export interface Guard {
  request(request: GuardedRequest): Verdict;
  /** What is wrong with a reply to an operation; a status that is not described passes unless it is a success. */
  response(method: string, template: string, status: number, body: unknown): readonly string[];
  /** All operations that the description has, as `GET /path`. */
  operations(): readonly string[];
}

let committed: Guard | undefined;

/** The guard for the committed part of GitHub's description; one for the whole process, as it compiles as it goes. */
export function loadGuard(): Guard {
  committed ??= createGuard(
    JSON.parse(readFileSync(new URL('./github.subset.json', import.meta.url), 'utf8')) as Schema,
  );
  return committed;
}

/** A guard for an OpenAPI 3.0 document. */
export function createGuard(document: Schema): Guard {
  const checker = schemaChecker(document);
  const operations = operationsOf(document);
  const find = (method: string, path: string): Operation | undefined =>
    operations.find((operation) => operation.method === method && operation.match(path) !== undefined);
  return {
    operations: () => operations.map(({ method, path }) => `${method} ${path}`),
    request: (request) => {
      const operation = find(request.method, request.path);
      if (operation === undefined)
        return { template: undefined, problems: ['the description of GitHub has no such operation'] };
      const problems = [
        ...checkParameters(document, checker, operation, request),
        ...checkBody(document, checker, operation, request.body),
      ];
      return { template: operation.path, problems };
    },
    response: (method, path, status, body) => {
      const operation = operations.find((one) => one.method === method && one.path === path);
      if (operation === undefined) return ['the description of GitHub has no such operation'];
      return checkResponse(document, checker, operation, status, body);
    },
  };
}

function operationsOf(document: Schema): readonly Operation[] {
  return Object.entries(document['paths'] as Schema)
    .flatMap(([path, item]) =>
      Object.entries(item as Schema).map(([method, schema]) => ({
        ...template(path),
        method: method.toUpperCase(),
        schema: schema as Schema,
      })),
    )
    .toSorted(mostFixedFirst);
}
