// The committed part of GitHub's description, and the script that cuts it out.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../scripts/make-github-subset.ts');
const subset = join(import.meta.dirname, 'github.subset.json');

it('says how it is used where it gets no description, and stops at one without the operations', () => {
  const usage = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect([usage.status, usage.stderr]).toEqual([2, expect.stringContaining('usage:')]);
  const folder = mkdtempSync(join(tmpdir(), 'description-'));
  writeFileSync(join(folder, 'api.json'), JSON.stringify({ openapi: '3.0.3', info: {}, paths: {} }));
  const empty = spawnSync(process.execPath, [script, join(folder, 'api.json')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect([empty.status, empty.stderr]).toEqual([1, expect.stringContaining('git/get-tree')]);
});

it('has left a compact file that refers to nothing it lacks, and holds no prose', () => {
  expect(statSync(subset).size).toBeLessThan(500_000);
  const text = readFileSync(subset, 'utf8');
  const { components } = JSON.parse(text) as { components: Record<string, Record<string, unknown>> };
  const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)];
  expect(references.length).toBeGreaterThan(100);
  for (const [whole, kind = '', name = ''] of references)
    expect(components[kind]?.[name], whole).toBeDefined();
  expect(text).not.toMatch(/"description":"|"example":"/);
});
