// Makes what follows from the schemas of what people write (their TypeScript types and their validators), the tables of the
// documentation (scripts/tables.ts), and the help texts from the pages of the checks.
// `node scripts/generate.ts` writes them; `--check` only compares, and fails where one is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { compile } from 'json-schema-to-typescript';
import { CHECKS } from '../src/lint/registry.ts';
import { fillTables } from './tables.ts';

const root = new URL('../', import.meta.url);
const standaloneCode = createRequire(import.meta.url)('ajv/dist/standalone') as {
  default: (ajv: Ajv, validate: unknown) => string;
};

/** Each schema with its stage folder and the noun in the names of what is made from it. */
const SCHEMAS = [
  { schema: 'schemas/rule.schema.json', folder: 'src/rules', noun: 'rule', title: 'RuleFile' },
  { schema: 'schemas/config.schema.json', folder: 'src/lint', noun: 'config', title: 'ConfigFile' },
  { schema: 'schemas/id-map.schema.json', folder: 'src/rules', noun: 'id-map', title: 'IdMapFile' },
  {
    schema: 'schemas/api-config.schema.json',
    folder: 'src/cxone',
    noun: 'api-config',
    title: 'ApiConfigFile',
  },
] as const;

type Schema = Record<string, unknown>;

function notice(path: string): string {
  return `Generated from ${path} by \`npm run generate\`. Do not edit.`;
}

function readSchema(path: string): Schema {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Schema;
}

async function makeTypes(path: string, title: string): Promise<string> {
  return compile(readSchema(path), title, {
    bannerComment: `// ${notice(path)}`,
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 110 },
  });
}

/**
 * The validator as plain code, so that neither ajv nor its compilation is part of the action's start.
 * Dates are left to rules/date-time.ts, which says what is wrong with one.
 */
function makeValidator(path: string): string {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    formats: { date: true, 'date-time': true },
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode.default(ajv, ajv.compile(readSchema(path)));
  const imports: string[] = [];
  const body = code.replace(/require\("([^"]+)"\)/g, (_whole, module: string) => {
    imports.push(`import * as module${imports.length} from "${module}.js";`);
    return `commonJs(module${imports.length - 1})`;
  });
  const unwrap =
    'const commonJs = (m) => (m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : (m.default ?? m));';
  const plain = body.replace(/^"use strict";\n?/, '').replace(/^export default .*\n/m, '');
  // ajv copies all errors so far for each item that has some: with many items that takes minutes.
  const appending = plain.replace(/vErrors\.concat\((\w+\.errors)\)/g, 'append(vErrors, $1)');
  const append = 'const append = (list, more) => { for (const one of more) list.push(one); return list; };';
  const own = appending === plain ? [unwrap] : [unwrap, append];
  return [`// ${notice(path)}`, ...imports, ...own, appending].join('\n');
}

/** A link to another page leads nowhere from where a page is read as a help text: its words stay. */
function withoutLinks(page: string): string {
  return page.replace(/\[([^\]]+)\]\((?!https:)[^)]*\)/g, '$1');
}

/** Of a page what helps whoever stands before a finding, without its examples. @throws where the page lacks it */
function makeHelp(id: string): string {
  const page = readFileSync(new URL(`docs/checks/${id}.md`, root), 'utf8');
  const sections = ['Why it matters', 'How to mend it'].map((heading) => {
    const [, after] = page.split(`\n## ${heading}\n`);
    if (after === undefined) throw new Error(`docs/checks/${id}.md does not say: ${heading}`);
    return `## ${heading}\n\n${(after.split('\n## ')[0] ?? '').trim()}\n`;
  });
  return withoutLinks(sections.join('\n'));
}

function makeHelpModule(): string {
  const entries = CHECKS.map(({ id }) => `  ${JSON.stringify(id)}: ${JSON.stringify(makeHelp(id))},`);
  const head = `// ${notice('docs/checks')}\nexport const CHECK_HELP: Readonly<Record<string, string>> = {`;
  return [head, ...entries, '};', ''].join('\n');
}

/** The style and the script of report.html as texts: stages read no files. */
function makeAssetsModule(): string {
  const folder = 'src/report/html';
  const assets = [
    ['PAGE_STYLE', 'page.css'],
    ['PAGE_SCRIPT', 'page.js'],
  ] as const;
  const lines = assets.map(([name, file]) => {
    const text = readFileSync(new URL(`${folder}/${file}`, root), 'utf8');
    return `export const ${name} =\n  ${JSON.stringify(text)};`;
  });
  return [`// ${notice(`${folder}/page.css and page.js`)}`, ...lines, ''].join('\n');
}

const outputs = fillTables();
for (const { schema, folder, noun, title } of SCHEMAS) {
  outputs.set(`${folder}/${noun}.generated.ts`, await makeTypes(schema, title));
  outputs.set(`${folder}/validate-${noun}.generated.js`, makeValidator(schema));
}
outputs.set('src/report/check-help.generated.ts', makeHelpModule());
outputs.set('src/report/html/page-assets.generated.ts', makeAssetsModule());
const checkOnly = process.argv.includes('--check');
for (const [path, text] of outputs) {
  const file = new URL(path, root);
  if (!checkOnly) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${path} is stale: run \`npm run generate\` and commit it.`);
    process.exitCode = 1;
  }
}
