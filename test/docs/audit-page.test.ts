// What docs/audit.md shows is run as it stands, on the files of a real deployment, and compared with what the action says.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { INPUT_DEFAULTS } from '../../src/request/inputs.ts';
import { OUTPUTS } from '../../src/runner/publish.ts';
import { AUDIT_ACTIONS } from '../../src/transaction/audit-event.ts';
import { runIn } from '../cli/world.ts';
import { type Estate, openEstate } from '../e2e/estate.ts';
import { ruleText } from '../e2e/rules.ts';
import type { ActionRun } from '../stand-in/run-action.ts';
import { blocksOf, firstCells, readPage, sectionOf } from './page.ts';

const page = readPage('audit.md');
const [chain = ''] = blocksOf(sectionOf(page, 'The chain by hand'), 'sh');
const [digest = '', activated = ''] = blocksOf(sectionOf(page, 'The ruleset digest by hand'), 'sh');
const [byCommandLine = ''] = blocksOf(sectionOf(page, 'With the command line'), 'sh');

/** Rules with everything that a payload leaves out, fills in or spells anew, and a name of many signs. */
const FILES = {
  'rules/a.json': ruleText('A', (rule) => Object.assign(rule, { $schema: '../x.json', status: 'ACTIVE' })),
  'rules/deep/ü b.json': ruleText('Ü "quoted" \\ \u{1f600}\t/', (rule) => {
    rule.campaignId = 'camp_billing';
    rule.effectiveDate = '2026-01-01T00:00:00Z';
    rule.expirationDate = '2999-01-01T00:00:00.500Z';
  }),
  'rules/b.json': ruleText('B', (rule) => (rule.status = 'INACTIVE')),
  'rules/a.test.json': JSON.stringify({
    rule: 'A',
    tests: [{ name: 'x', caller: ['press_1'], endsIn: 'queue' }],
  }),
};

let estate: Estate;
let sha: string;
let run: ActionRun;
let folder: string;

beforeAll(async () => {
  estate = await openEstate();
  sha = await estate.commit(FILES);
  run = await estate.push(sha);
  folder = await mkdtemp(join(tmpdir(), 'by-hand-'));
  await estate.repository.checkout(sha, folder);
  await copyFile(run.outputs['audit-log'] ?? '', join(folder, 'audit.jsonl'));
});
afterAll(async () => estate.close());

function sh(script: string): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const env = {
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
    GIT_DIR: estate.repository.folder,
    commit: sha,
  };
  return spawnSync('sh', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
}

describe('the chain by hand', () => {
  it('ends with the hash of the status', () => {
    expect(run.outputs['result']).toBe('deployed');
    expect(sh(chain)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: `last hash: ${run.outputs['audit-hash']}\n`,
    });
    const status = estate.github.statuses(sha).find(({ context }) => context === 'cxone-ivr/production');
    expect(status?.description).toContain(`audit sha256:${run.outputs['audit-hash']}`);
  });

  it('gives away a record that was changed', async () => {
    const log = join(folder, 'audit.jsonl');
    const text = await readFile(log, 'utf8');
    await writeFile(log, text.replace('"octo-ops"', '"nobody"'));
    const { stdout } = sh(chain);
    await writeFile(log, text);
    expect(stdout.match(/^does not fit: /gm)?.length).toBeGreaterThan(0);
  });
});

describe('the ruleset digest by hand', () => {
  it('is that of the action, line by line that of cxone-ivr hash', async () => {
    const { status, stdout, stderr } = sh(digest);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`${run.outputs['ruleset-digest']}  -\n`);
    const { out } = await runIn(folder, ['hash']);
    expect(await readFile(join(folder, 'listing.txt'), 'utf8')).toBe(out);
  });

  it('lists what the log says was activated', () => {
    sh(digest);
    expect(sh(`${activated.trimEnd()} | grep -vxFf listing.txt`)).toMatchObject({ status: 1, stdout: '' });
    expect(sh(activated).stdout.trimEnd().split('\n')).toHaveLength(2);
  });
});

it('the command line takes what the page gives it', async () => {
  const values = { head: run.outputs['audit-hash'] ?? '', digest: run.outputs['ruleset-digest'] ?? '' };
  const lines = byCommandLine.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    const words = line.replace(/ +#.*/, '').split(' ').slice(1);
    const args = words.map((word) =>
      word.replace('"$head"', values.head).replace('"$digest"', values.digest),
    );
    expect(await runIn(folder, args)).toMatchObject({
      exitCode: 0,
      err: '',
      out: expect.stringContaining('everything fits'),
    });
  }
});

describe('the tables', () => {
  it('name every key and every action', async () => {
    const cells = firstCells(sectionOf(page, 'A record'));
    const [line = ''] = (await readFile(join(folder, 'audit.jsonl'), 'utf8')).split('\n');
    const keys = [...Object.keys(JSON.parse(line) as object), 'reason'];
    expect(cells.toSorted()).toEqual([...keys, ...AUDIT_ACTIONS].toSorted());
  });
});

describe('the workflows', () => {
  const workflows = blocksOf(page, 'yaml');

  it('are ones that GitHub takes', async () => {
    expect(workflows).toHaveLength(2);
    for (const [index, text] of workflows.entries()) {
      const name = `file:///.github/workflows/audit-${index}.yml`;
      expect(await validate(TextDocument.create(name, 'yaml', 0, text))).toEqual([]);
    }
  });

  it('set inputs that there are, and read outputs that there are', () => {
    for (const text of workflows) {
      const { jobs } = parse(text) as { jobs: Record<string, { steps: { uses: string; with?: object }[] }> };
      const steps = Object.values(jobs).flatMap((job) => job.steps);
      const own = steps.find(({ uses }) => uses.startsWith('OWNER/'));
      expect(Object.keys(INPUT_DEFAULTS)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? {})));
      for (const [, output] of text.matchAll(/\.outputs\.([\w-]+)/g)) expect(OUTPUTS).toContain(output);
    }
  });
});
