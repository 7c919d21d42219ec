// Builds dist/: split chunks without hashes in their names, not minified, with the licences of everything in them.
// `node scripts/build.ts` writes dist/, `--to <folder>` another folder; `--check` builds elsewhere and compares.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const packageVersion = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
  .version;

/** The modules of Node, but for internal ones and the one that the bundler's own few lines import. */
const BUILTINS = new Set(builtinModules.filter((name) => !/^_|^node:|^module$/.test(name)));

/**
 * An ESM import of a module of Node makes Node read every one of its exports, those too that load more when they are read:
 * node:fs loads streams, node:http the built-in undici (nodejs/node issue 59686). Asking for the module does not, which spares a
 * tenth of the start, and 15 to 30 ms for node:http.
 */
const builtins: Plugin = {
  name: 'builtins',
  resolveId: {
    order: 'pre',
    handler: (id) => {
      const name = id.replace(/^node:/, '');
      return BUILTINS.has(name) ? `\0builtin-${name.replaceAll('/', '-')}.cjs?${name}` : null;
    },
  },
  load: (id) => {
    const match = /^\0builtin-.*\?(.*)$/.exec(id);
    return match === null
      ? null
      : { code: `module.exports = process.getBuiltinModule('node:${match[1]}');`, moduleType: 'js' };
  },
};

/**
 * What every run needs, whatever its command: one chunk, since Node takes about as long to find, read and link a module as to
 * compile 50 KB of it. The doors to GitHub and the tenant stay chunks of their own, loaded when they are opened.
 */
const ALWAYS_NEEDED = [
  /[\\/]src[\\/]errors\.ts$/,
  /[\\/]src[\\/](?:rules|graph|schedule|simulate|lint|plan|report|request|runner|workspace)[\\/]/,
  /[\\/]src[\\/]commands[\\/](?:lint|lint-workspace|load-config|report-checked|read-commit-rules)\.ts$/,
  /[\\/]node_modules[\\/](?:@actions[\\/]core|picomatch|leven|canonicalize|jsonc-parser|ajv)[\\/]/,
  /rolldown[\\/]runtime/,
  /^\0builtin-(?!https?\.)/,
];
/**
 * The first reads the event file as it is loaded, which may fail: main.ts must be there to say so. The others make report.html, once
 * all else is done.
 */
const LOADED_LATER = /[\\/]runner[\\/]event-context\.ts$|[\\/]report[\\/]html[\\/]/;

function isAlwaysNeeded(id: string): boolean {
  return !LOADED_LATER.test(id) && ALWAYS_NEEDED.some((pattern) => pattern.test(id));
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly repository?: string | { readonly url?: string };
}

/** The folder of the package that a module belongs to, or undefined for our own. */
function packageFolder(moduleId: string): string | undefined {
  const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId.replaceAll('\\', '/'))?.[1];
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : undefined;
}

/** The licence in a package's README, from its heading to the end; empty where it has none. */
function licenceInReadme(folder: string): string {
  const file = join(folder, 'README.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^(?:#+ *)?licen[cs]e *\n.*/ims.exec(text)?.[0].trim() ?? '';
}

function licenceOf(folder: string): [string, string] {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  const { name, version, license = 'no licence named', author = '', repository = '' } = about;
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .toSorted();
  const text =
    files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n') ||
    licenceInReadme(folder);
  const owner = typeof author === 'string' ? author : (author.name ?? '');
  const place = typeof repository === 'string' ? repository : (repository.url ?? '');
  const silent = `The package ships no licence text. Its package.json names the licence ${license}, the author ${owner} and the place ${place}.`;
  return [`${name}@${version} (${license})`, text === '' ? silent : text];
}

function renderLicences(chunks: readonly OutputChunk[]): string {
  const folders = new Set(
    chunks.flatMap((chunk) => chunk.moduleIds.flatMap((id) => packageFolder(id) ?? [])),
  );
  const licences = [...folders].map(licenceOf).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return licences.map(([title, text]) => `${title}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

async function build(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: root,
    input: { index: 'src/index.ts', post: 'src/post.ts', cli: 'src/cli.ts' },
    platform: 'node',
    // jsonc-parser's main file is UMD, which no bundler can follow.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [builtins],
    // These packages only define things; what of them is not used need not be loaded.
    treeshake: { moduleSideEffects: (id) => !/[\\/]node_modules[\\/]@actions[\\/]/.test(id) },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // Docstrings are a seventh of what Node has to read and compile at every start; the sources have them.
    comments: { jsdoc: false },
    codeSplitting: { groups: [{ name: 'lint', test: isAlwaysNeeded }] },
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

const { values } = parseArgs({ options: { check: { type: 'boolean' }, to: { type: 'string' } } });
if (values.check === true) await check();
else await build(values.to ?? join(root, 'dist'));
