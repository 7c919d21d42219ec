// Lint against what people would use instead for the schema part alone: ajv-cli and Spectral, each in one process over all files.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintCommand } from './lint-command.ts';
import { writeRules } from './write-rules.ts';
import { type Command, compare } from './measure.ts';
import type { Result } from './result.ts';

/** Few enough for Spectral, which takes some 60 ms over each. The more there are, the less the start of a process weighs. */
const RULES = 100;
/** The goal is held against that many; ajv-cli is shown beside it where the start is all there is, and where it is nearly nothing. */
const OTHER_SIZES = [1, 10_000] as const;
const ROUNDS = 3;
const MODULES = join(import.meta.dirname, 'node_modules');
const SCHEMA = join(import.meta.dirname, '../schemas/rule.schema.json');
const GLOB = 'rules/**/*.json';

/** As its README says: a schema, a glob in quotes, the formats as a plugin. */
function ajvCommand(folder: string): Command {
  copyFileSync(SCHEMA, join(folder, 'rule.schema.json'));
  const script = join(MODULES, 'ajv-cli/dist/index.js');
  return {
    args: [
      script,
      'validate',
      '-s',
      'rule.schema.json',
      '-c',
      join(MODULES, 'ajv-formats/dist/index.js'),
      '-d',
      GLOB,
    ],
    folder,
  };
}

/** As its documentation says: a ruleset with one rule, whose function is `schema`. */
function spectralCommand(folder: string): Command {
  const schema: unknown = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const call = { function: 'schema', functionOptions: { schema } };
  const rule = `{ "given": "$", "severity": "error", "then": ${JSON.stringify(call)} }`;
  writeFileSync(join(folder, 'spectral.json'), `{ "rules": { "rule-schema": ${rule} } }`);
  const script = join(MODULES, '@stoplight/spectral-cli/dist/index.js');
  return { args: [script, 'lint', GLOB, '--ruleset', 'spectral.json', '--ignore-unknown-format'], folder };
}

function compareOver(
  rules: number,
  name: string,
  make: (folder: string) => Command,
  dist: string,
  folder: string,
): Result {
  const workspace = join(folder, `${name}-${rules}`);
  writeRules(workspace, rules);
  const lint = lintCommand(dist, workspace, join(folder, 'runner'));
  const { one, other, ratio } = compare(make(workspace), lint, ROUNDS);
  return {
    name: `${name}, the schema part alone, against our whole lint, files: ${rules}`,
    ratio,
    ...(rules === RULES ? { goal: { least: 10 } } : {}),
    details: [
      `${rules} files, whole processes, ${ROUNDS} rounds`,
      `${name} ${one.toFixed(0)} ms, lint ${other.toFixed(0)} ms`,
    ],
  };
}

/** @param dist the built action @param folder an empty folder */
export function benchSchemaTools(dist: string, folder: string): Result[] {
  return [
    compareOver(RULES, 'ajv-cli', ajvCommand, dist, folder),
    compareOver(RULES, 'Spectral', spectralCommand, dist, folder),
    ...OTHER_SIZES.map((rules) => compareOver(rules, 'ajv-cli', ajvCommand, dist, folder)),
  ];
}
