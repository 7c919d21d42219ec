// Makes the files that follow from schemas/rule.schema.json: its TypeScript types and its validator.
// `node scripts/generate.ts` writes them; `--check` only compares, and fails where one is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { compile } from 'json-schema-to-typescript';

const root = new URL('../', import.meta.url);
const notice = 'Generated from schemas/rule.schema.json by `npm run generate`. Do not edit.';
const standaloneCode = createRequire(import.meta.url)('ajv/dist/standalone') as {
  default: (ajv: Ajv, validate: unknown) => string;
};

type Schema = Record<string, unknown>;

function readSchema(): Schema {
  return JSON.parse(readFileSync(new URL('schemas/rule.schema.json', root), 'utf8')) as Schema;
}

async function makeTypes(): Promise<string> {
  return compile(readSchema(), 'RuleFile', {
    bannerComment: `// ${notice}`,
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 110 },
  });
}

/**
 * The validator as plain code, so that neither ajv nor its compilation is part of the action's start.
 * Dates are left to rules/date-time.ts, which says what is wrong with one.
 */
function makeValidator(): string {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    formats: { 'date-time': true },
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode.default(ajv, ajv.compile(readSchema()));
  const imports: string[] = [];
  const body = code.replace(/require\("([^"]+)"\)/g, (_whole, path: string) => {
    imports.push(`import * as module${imports.length} from "${path}.js";`);
    return `commonJs(module${imports.length - 1})`;
  });
  const unwrap =
    'const commonJs = (m) => (m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : (m.default ?? m));';
  return [
    `// ${notice}`,
    ...imports,
    unwrap,
    body.replace(/^"use strict";\n?/, '').replace(/^export default .*\n/m, ''),
  ].join('\n');
}

const outputs = new Map<string, string>([
  ['src/rules/rule.generated.ts', await makeTypes()],
  ['src/rules/validate-rule.generated.js', makeValidator()],
]);
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
