import { spawnSync } from 'node:child_process';
import { cpSync, appendFileSync, mkdtempSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function check(folder: string): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.ts', '--check'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, stderr };
}

describe('the generated types and validator', () => {
  it('follow from the schema as it is now', () => {
    expect(check(root)).toEqual({ status: 0, stderr: '' });
  });

  it('are told to be stale where they do not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'generated-'));
    try {
      for (const part of ['schemas', 'scripts', 'src', 'docs', 'README.md', 'action.yml', 'package.json']) {
        mkdirSync(join(folder, part, '..'), { recursive: true });
        cpSync(join(root, part), join(folder, part), { recursive: true });
      }
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
      appendFileSync(join(folder, 'src/rules/rule.generated.ts'), '\n');
      const { status, stderr } = check(folder);
      expect(status).toBe(1);
      expect(stderr).toContain('src/rules/rule.generated.ts is stale');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
