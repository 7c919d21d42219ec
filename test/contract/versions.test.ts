// One version in one place, package.json: the changelog, the release and the tag in every example agree with it.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { version } = JSON.parse(readText('package.json')) as { version: string };
const changelog = readText('CHANGELOG.md');

function releaseNotes(tag: string): { status: number | null; stdout: string; stderr: string } {
  const args = ['scripts/release-notes.ts', tag];
  return spawnSync(process.execPath, args, { cwd: fileURLToPath(root), encoding: 'utf8' });
}

/** The texts that show users how to name the action. */
function pages(): string[] {
  const docs = readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' });
  const workflows = readdirSync(new URL('examples/workflows/', root));
  return [
    'README.md',
    ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
    ...workflows.map((name) => `examples/workflows/${name}`),
  ];
}

describe('the version', () => {
  it("is the changelog's newest, below what is unreleased, and linked", () => {
    const headings = [...changelog.matchAll(/^## \[(.+?)\](.*)$/gm)].map(([, name, rest]) => [name, rest]);
    expect(headings[0]).toEqual(['Unreleased', '']);
    expect(headings[1]).toEqual([version, expect.stringMatching(/^ - \d{4}-\d\d-\d\d$/)]);
    for (const [name] of headings) expect(changelog).toContain(`\n[${name}]: https://`);
  });

  it('is in the lockfile', () => {
    expect((JSON.parse(readText('package-lock.json')) as { version: string }).version).toBe(version);
  });

  it("has the major version's tag in every example", () => {
    const tags = pages().flatMap((page) =>
      [...readText(page).matchAll(/(?:OWNER\/cxone-ivr-gitops[@#/]|--branch )(v\d[\w.]*)/g)].map(
        ([, tag]) => `${page} ${tag}`,
      ),
    );
    const major = `v${version.split('.')[0]}`;
    expect(tags.length).toBeGreaterThan(10);
    expect(tags.filter((line) => !line.endsWith(` ${major}`))).toEqual([]);
  });

  it('has notes for its release', () => {
    const { status, stdout } = releaseNotes(`v${version}`);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^### Added\n/);
    expect(stdout).not.toContain(']: https://');
  });

  it.each(['v9.9.9', version, ''])('refuses the tag %j', (tag) => {
    const { status, stderr } = releaseNotes(tag);
    expect(status).toBe(1);
    expect(stderr).toContain('package.json has version');
  });
});
