// Every package that is bundled stands in licenses.txt with its version and licence, and no other.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
/** Licences that ask for no more than that their text goes along. */
const PERMISSIVE = /\((MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|\(MIT OR CC0-1\.0\))\)$/;

let sections: string[] = [];

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.ts', '--to', folder], { cwd: root });
  sections = readFileSync(join(folder, 'licenses.txt'), 'utf8').split(`\n${'-'.repeat(80)}\n\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

const titles = (): string[] => sections.map((section) => section.split('\n')[0] ?? '');

/** The packages of which a plain bundle of the same sources holds code, as `name@version (licence)`. */
async function findBundled(): Promise<Set<string>> {
  const input = { index: 'src/index.ts', post: 'src/post.ts', cli: 'src/cli.ts' };
  // As the build says it: these packages only define things.
  const treeshake = { moduleSideEffects: (id: string) => !/[\\/]node_modules[\\/]@actions[\\/]/.test(id) };
  const resolve = { mainFields: ['module', 'main'] };
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    resolve,
    treeshake,
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? Object.entries(file.modules) : []));
  const folders = modules
    .filter(([, { code }]) => (code ?? '') !== '')
    .map(([id]) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0])
    .filter((path) => path !== undefined);
  return new Set(
    folders.map((path) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(path, 'package.json'), 'utf8'),
      ) as Record<string, string>;
      return `${name}@${version} (${license})`;
    }),
  );
}

describe('licenses.txt', () => {
  it('names every package that a bundle of the sources holds', async () => {
    const bundled = await findBundled();
    expect(bundled.size).toBeGreaterThan(15);
    expect([...bundled].filter((title) => !titles().includes(title))).toEqual([]);
  });

  it('holds the text of each licence, all of them permissive', () => {
    expect(titles().filter((title) => !PERMISSIVE.test(title))).toEqual([]);
    const told = /copyright|permission is hereby granted|names the licence \S+, the author \S+/i;
    expect(sections.filter((section) => !told.test(section))).toEqual([]);
  });
});
