// Cuts the operations that the stand-in answers, and the schemas they refer to, out of GitHub's API description.
//
//   node scripts/make-github-subset.ts <path of api.github.com.json>
//
// The file is `generated/api.github.com.json` of the package `@octokit/openapi`, which is too large to depend on.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = '@octokit/openapi 23.0.2, generated/api.github.com.json';
const TARGET = join(import.meta.dirname, '../test/stand-in/github.subset.json');

const OPERATIONS: readonly string[] = [
  'actions/get-workflow-run',
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tree',
  'git/delete-ref',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tree',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/create',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get',
  'issues/get-comment',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/update',
  'issues/update-comment',
  'pulls/get',
  'pulls/list-files',
  'repos/compare-commits-with-basehead',
  'repos/create-commit-status',
  'repos/create-deployment',
  'repos/create-deployment-status',
  'repos/get',
  'repos/get-branch',
  'repos/get-combined-status-for-ref',
  'repos/get-commit',
  'repos/get-deployment',
  'repos/get-deployment-status',
  'repos/list-commit-statuses-for-ref',
  'repos/list-deployment-statuses',
  'repos/list-deployments',
  'repos/list-pull-requests-associated-with-commit',
  'users/get-authenticated',
];

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const PROSE = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'x-github',
  'x-octokit',
]);

/** A copy without prose; `names` says that the keys are property names, where `description` is no prose. */
function withoutProse(value: Json, names: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item, false));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => names || !PROSE.has(key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutProse(item, !names && key === 'properties')]),
  );
}

function* references(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* references(item);
  if (!isObject(value)) return;
  if (typeof value['$ref'] === 'string') yield value['$ref'];
  for (const item of Object.values(value)) yield* references(item);
}

/** Copies into `components` all that `value` refers to, directly or not. */
function pull(document: JsonObject, value: Json, components: JsonObject): void {
  for (const reference of references(value)) {
    const [, section = '', kind = '', name = ''] = reference.split('/');
    const group = (components[kind] ??= {});
    if (!isObject(group) || name in group) continue;
    const found = at(document, section, kind, name);
    group[name] = withoutProse(found, false);
    pull(document, group[name], components);
  }
}

function at(document: JsonObject, ...path: readonly string[]): Json {
  let value: Json = document;
  for (const name of path) {
    const next: Json | undefined = isObject(value) ? value[name] : undefined;
    if (next === undefined) throw new Error(`the description has no ${path.join('/')}`);
    value = next;
  }
  return value;
}

function sorted(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The part of GitHub's description that the wanted operations need. */
function subset(document: JsonObject, wanted: readonly string[]): JsonObject {
  const paths: JsonObject = {};
  const components: JsonObject = {};
  const missing = new Set(wanted);
  const all = at(document, 'paths');
  for (const [path, item] of Object.entries(isObject(all) ? all : {}))
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (!isObject(operation) || typeof operation['operationId'] !== 'string') continue;
      if (!missing.delete(operation['operationId'])) continue;
      const group = (paths[path] ??= {});
      if (isObject(group)) group[method] = withoutProse(operation, false);
      pull(document, withoutProse(operation, false), components);
    }
  if (missing.size > 0) throw new Error(`not in the description: ${[...missing].join(', ')}`);
  const groups = Object.entries(components).map(([kind, group]) => [
    kind,
    isObject(group) ? sorted(group) : group,
  ]);
  const openapi = at(document, 'openapi');
  const license = at(document, 'info', 'license');
  const title = at(document, 'info', 'title');
  return {
    openapi,
    info: { title, version: at(document, 'info', 'version'), license, 'x-source': SOURCE },
    paths: sorted(paths),
    components: sorted(Object.fromEntries(groups)),
  };
}

/** JSON with one line for each path and each component, so that a difference can be read. */
function print(value: Json, depth: number): string {
  if (depth === 0 || !isObject(value)) return JSON.stringify(value);
  const lines = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${print(item, depth - 1)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error('usage: node scripts/make-github-subset.ts <path of api.github.com.json>');
  process.exitCode = 2;
} else {
  const document = JSON.parse(readFileSync(source, 'utf8')) as JsonObject;
  writeFileSync(TARGET, `${print(subset(document, OPERATIONS), 3)}\n`);
}
