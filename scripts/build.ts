// Builds dist/: split chunks without hashes in their names, not minified, with the licences of everything in them.
// `node scripts/build.ts` writes dist/; `--check` builds elsewhere and compares.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const packageVersion = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
  .version;

/**
 * An ESM import of node:http makes Node load its built-in undici, which costs 15 to 30 ms at start; asking for the module
 * does not (nodejs/node issue 59686).
 */
const builtinHttp: Plugin = {
  name: 'builtin-http',
  resolveId: {
    order: 'pre',
    handler: (id) => {
      const match = /^(?:node:)?(https?)$/.exec(id);
      return match === null ? null : `\0builtin-${match[1]}.cjs`;
    },
  },
  load: (id) => {
    const match = /^\0builtin-(https?)\.cjs$/.exec(id);
    return match === null
      ? null
      : { code: `module.exports = process.getBuiltinModule('node:${match[1]}');`, moduleType: 'js' };
  },
};

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The folder of the package that a module belongs to, or undefined for our own. */
function packageFolder(moduleId: string): string | undefined {
  const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId.replaceAll('\\', '/'))?.[1];
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : undefined;
}

function licenceOf(folder: string): [string, string] {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Package;
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .toSorted();
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  return [
    `${name}@${version} (${license ?? 'no licence named'})`,
    text === '' ? 'The package ships no licence file.' : text,
  ];
}

function renderLicences(chunks: readonly OutputChunk[]): string {
  const folders = new Set(
    chunks.flatMap((chunk) => chunk.moduleIds.flatMap((id) => packageFolder(id) ?? [])),
  );
  const licences = [...folders].map(licenceOf).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return licences.map(([title, text]) => `${title}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

/** The entries, and what the command line loads before it knows that its Node will do. */
const ENTRIES_AND_CLI = /[\\/]src[\\/](?:(?:index|post|cli)\.ts$|cli[\\/])/;

async function build(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: root,
    input: { index: 'src/index.ts', post: 'src/post.ts', cli: 'src/cli.ts' },
    platform: 'node',
    // jsonc-parser's main file is UMD, which no bundler can follow.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [builtinHttp],
    // These packages only define things; what of them is not used need not be loaded.
    treeshake: { moduleSideEffects: (id) => !/[\\/]node_modules[\\/]@actions[\\/]/.test(id) },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // What the action loads at its start lies in one file, whatever else shares parts of it: each file costs time. The
    // entries themselves wait for what imports that file, so they stay out of it.
    codeSplitting: {
      groups: [{ name: 'initial', tags: ['$initial'], test: (id) => !ENTRIES_AND_CLI.test(id) }],
    },
    banner: ({ name, isEntry }) => (isEntry && name === 'cli' ? '#!/usr/bin/env node' : ''),
  });
  await bundle.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  writeFileSync(join(folder, 'licenses.txt'), renderLicences(chunks));
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ type: 'module', version: packageVersion })}\n`,
  );
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

async function check(): Promise<void> {
  const dist = join(root, 'dist');
  const fresh = mkdtempSync(join(tmpdir(), 'cxone-ivr-gitops-dist-'));
  await build(fresh);
  const names = [...new Set([...listFiles(dist), ...listFiles(fresh)])];
  const read = (folder: string, name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  const stale = names.filter((name) => read(dist, name) !== read(fresh, name));
  rmSync(fresh, { recursive: true });
  for (const name of stale)
    console.error(`dist/${name} is not what the sources build: run \`npm run build\` and commit it.`);
  if (stale.length > 0) process.exitCode = 1;
}

if (process.argv.includes('--check')) await check();
else await build(join(root, 'dist'));
