// The tables of the documentation that follow from sources: inputs and outputs from action.yml, results and reasons from
// src/verdict.ts, checks from their registry. It makes text, and writes nothing.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { CHECKS } from '../src/lint/registry.ts';
import { isFailure } from '../src/report/report.ts';
import { REASONS, RESULTS, type Result } from '../src/verdict.ts';

const root = new URL('../', import.meta.url);

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The inputs that the README shows; docs/reference.md has all. */
const MAIN_INPUTS: ReadonlySet<string> = new Set([
  'command',
  'rules',
  'environment',
  'tenant-url',
  'client-id',
  'client-secret',
  'max-depth',
  'fail-on',
  'rollback-to',
  'only',
  'dry-run',
  'removed-rules',
  'max-removals',
]);

/** Where the documentation says more of an input or output, from docs/. */
const MORE: Readonly<Record<string, string>> = {
  rules: 'authoring-rules.md',
  config: 'lint-config.md',
  'id-map': 'environments.md#id-maps',
  'api-config': 'environments.md#api-configs',
  'access-key-id': 'environments.md#tokens',
  'webhook-url': 'environments.md#the-webhook',
  'requests-per-second': 'environments.md#rate-limits',
  only: 'large-estates.md',
  'rollback-to': 'rollback.md',
  'override-reason': 'rollback.md',
  'removed-rules': 'deploying.md',
  'max-removals': 'deploying.md',
  'drift-issue': 'drift.md',
  'fail-on-drift': 'drift.md',
  drifted: 'drift.md',
  'audit-branch': 'audit.md',
  'audit-hash': 'audit.md',
  'audit-log': 'audit.md',
  'watch-minutes': 'health.md',
  'watch-interval': 'health.md',
  'min-completion-rate': 'health.md',
  'min-calls': 'health.md',
  'max-completion-drop': 'health.md',
  'report-html': 'report.md',
  sarif: 'sarif.md',
  'report-json': '../schemas/report.schema.json',
};

/** A Markdown table whose columns are as wide as their widest cell, as the formatter has it. */
function makeTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  const [head = [], ...body] = rows;
  return [head, rule, ...body].map(line).join('\n');
}

/** Text of a source as a cell: nothing in it may end the cell or be taken for emphasis or HTML. */
function spellCell(text: string): string {
  return text.replace(/[|*<]/g, '\\$&');
}

function more(name: string, text: string): string {
  const page = MORE[name];
  return page === undefined ? spellCell(text) : `${spellCell(text)} ([more](${page}))`;
}

function inputTable(action: ActionFile, choose: (name: string) => boolean, withLinks: boolean): string {
  const rows = Object.entries(action.inputs).filter(([name]) => choose(name));
  const cells = rows.map(([name, input]) => [
    `\`${name}\``,
    (input.default ?? '') === '' ? '' : `\`${input.default}\``,
    withLinks ? more(name, input.description) : spellCell(input.description),
  ]);
  return makeTable([['input', 'default', 'meaning'], ...cells]);
}

function outputTable(action: ActionFile): string {
  const rows = Object.entries(action.outputs);
  return makeTable([
    ['output', 'what'],
    ...rows.map(([name, { description }]) => [`\`${name}\``, more(name, description)]),
  ]);
}

function exitCode(result: Result): string {
  if (result === 'drifted') return '1 unless `fail-on-drift` is `false`';
  return isFailure(result) ? '1' : '0';
}

function resultTable(): string {
  const rows = Object.entries(RESULTS).map(([word, meaning]) => [
    `\`${word}\``,
    exitCode(word as Result),
    spellCell(meaning),
  ]);
  return makeTable([['result', 'exit code', 'means'], ...rows]);
}

function reasonTable(): string {
  return makeTable([
    ['reason', 'means'],
    ...Object.entries(REASONS).map(([word, meaning]) => [`\`${word}\``, spellCell(meaning)]),
  ]);
}

function checkTable(folder: string): string {
  const rows = CHECKS.map(({ id, severity, finds }) => [`[${id}](${folder}${id}.md)`, severity, finds]);
  return makeTable([['check', 'severity', 'finds'], ...rows]);
}

/** Words alone, as code, in one line. */
function listWords(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

/** The names of the checks alone, a line for each severity. */
function checkNames(folder: string): string {
  const lines = ['error', 'warning', 'info'].map((severity) => {
    const names = CHECKS.filter((check) => check.severity === severity).map(
      ({ id }) => `[${id}](${folder}${id}.md)`,
    );
    return `- **${severity}**: ${names.join(', ')}`;
  });
  return lines.join('\n');
}

/** A page with what follows `<!-- <name>: … -->` made anew. @throws where the page has no place for it */
function fill(page: string, text: string, name: string, table: string): string {
  const place = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n).*?(\\n<!-- /${name} -->)`, 's');
  if (!place.test(text)) throw new Error(`${page} has no place for the table of ${name}`);
  return text.replace(place, (_whole, before: string, after: string) => `${before}\n${table}\n${after}`);
}

/** The pages with their tables made from the sources as they are: path → text. */
export function fillTables(): Map<string, string> {
  const action = parse(readFileSync(new URL('action.yml', root), 'utf8')) as ActionFile;
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'README.md': {
      inputs: inputTable(action, (name) => MAIN_INPUTS.has(name), false),
      outputs: listWords(Object.keys(action.outputs)),
      results: resultTable(),
      reasons: listWords(Object.keys(REASONS)),
      checks: checkNames('docs/checks/'),
    },
    'docs/reference.md': {
      inputs: inputTable(action, () => true, true),
      outputs: outputTable(action),
      results: resultTable(),
      reasons: reasonTable(),
    },
    'docs/checks/README.md': { checks: checkTable('') },
  };
  const fillPage = ([page, parts]: [string, Readonly<Record<string, string>>]): [string, string] => {
    const text = readFileSync(new URL(page, root), 'utf8');
    return [
      page,
      Object.entries(parts).reduce((filled, [name, table]) => fill(page, filled, name, table), text),
    ];
  };
  return new Map(Object.entries(tables).map(fillPage));
}
