// The shell steps of release.yml, with a stand-in for the gh command: the notes of the release, and the tag that moves.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeClone } from '../workflows/clone.ts';
import { runShell } from '../workflows/run-script.ts';
import { OWN, stepsOf } from '../workflows/workflow.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const release = OWN.find(({ path }) => path.endsWith('release.yml'))!;
const sha = 'a'.repeat(40);

/** Runs a step by its name, in the repository. @param says what gh prints */
function run(name: string, says = '') {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  writeFileSync(join(folder, 'file'), '');
  const { env, calledGh } = makeClone(folder);
  // The Node of this test comes before the machine's, as setup-node has it.
  const own = { ...env, PATH: `${dirname(process.execPath)}${delimiter}${env['PATH']}` };
  const variables = {
    TAG: `v${version}`,
    SHA: sha,
    GH_SAYS: says,
    RUNNER_TEMP: folder,
    GITHUB_REPOSITORY: 'OWNER/cxone-ivr-gitops',
  };
  const script = stepsOf(release).find((step) => step.name === name)?.run ?? 'exit 1';
  return { ...runShell(script, root, { ...own, ...variables }), calledGh, folder };
}

it('makes a release with what the changelog says of it, unless it is there', () => {
  const { status, calledGh, folder } = run('Make the release');
  expect(status).toBe(0);
  // The stand-in says yes to everything: also that the release is there.
  expect(calledGh()?.slice(0, 3)).toEqual(['release', 'view', `v${version}`]);
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toMatch(/^### Added\n/);
});

const MOVE = 'Move the tag of the major version';
const own = `refs/tags/v${version}`;

it('moves the tag of the major version to the commit that was proved', () => {
  const older = `refs/tags/v${version.split('.')[0]}.0.0`;
  const { status, calledGh } = run(MOVE, `refs/tags/v${version}-rc.1\n${own}\n${older}\n`);
  expect(status).toBe(0);
  expect(calledGh()?.filter(Boolean)).toEqual([
    'api',
    '--method',
    'PATCH',
    `repos/OWNER/cxone-ivr-gitops/git/refs/tags/v${version.split('.')[0]}`,
    '-f',
    `sha=${sha}`,
    '-F',
    'force=true',
  ]);
});

it('leaves it where a newer version is there: a release that is run again must not bring an old one back', () => {
  const [major = '', minor = ''] = version.split('.');
  const newer = `refs/tags/v${major}.${Number(minor) + 10}.0`;
  const { status, calledGh, printed } = run(MOVE, `${own}\n${newer}\n`);
  expect([status, printed]).toEqual([0, `v${major} stays: ${newer} is newer than v${version}\n`]);
  expect(calledGh()).not.toContain('PATCH');
});
