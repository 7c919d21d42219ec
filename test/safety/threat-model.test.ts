// docs/threat-model.md names tests that exist, all of test/safety among them, and says of each part what is not stopped.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../docs/page.ts';

const root = join(import.meta.dirname, '../..');
const page = readPage('threat-model.md');
const parts = page.split('\n## ').slice(1);
const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);

describe('the threat model', () => {
  it('names only tests that are there', () => {
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !path.endsWith('.test.ts') || !existsSync(join(root, path)))).toEqual([]);
  });

  it('names every test of this folder', () => {
    const tests = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
    const missing = tests.map((name) => `test/safety/${name}`).filter((path) => !named.includes(path));
    expect(missing).toEqual(['test/safety/threat-model.test.ts']);
  });

  it.each(parts.map((part) => [part.split('\n')[0] ?? '', part] as const))(
    'has a test for each attack, and says what remains: %s',
    (_name, part) => {
      const rows = part.split('\n').filter((line) => /^\| (?!tries|-)/.test(line));
      expect(rows.filter((row) => !/`test\/[^`]+\.test\.ts`/.test(row))).toEqual([]);
      expect(part).toMatch(/\bResidual: \S|^Residual:\n\n- \S/m);
    },
  );
});
