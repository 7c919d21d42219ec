// What `main` and `post` make of state that they did not save: STATE_* can be set by whoever can set a variable of the job.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushEvent } from '../stand-in/events.ts';
import { type ActionRun, runAction } from '../stand-in/run-action.ts';
import { type Estate, openEstate, whenWritten } from '../e2e/estate.ts';
import { ruleText, version } from '../e2e/rules.ts';

const NAME = `journal-${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.jsonl`;
let estate: Estate;
let sha: string;

beforeEach(async () => {
  estate = await openEstate();
  sha = await estate.commit({ 'rules/a.json': ruleText('A') });
  await estate.push(sha);
});

afterEach(async () => estate.close());

/** A journal that would retire the live flow. */
function harmfulJournal(): string {
  const [flow] = estate.tenant.state().flows;
  const entry = { kind: 'restore', name: 'A', flowId: flow?.id, status: 'INACTIVE' };
  const dates = { effectiveDate: null, expirationDate: null };
  return `${JSON.stringify({ op: 'register', number: 0, entry: { ...entry, ...dates } })}\n`;
}

async function post(
  state: Readonly<Record<string, string>>,
  tempDir: string,
  runId = 1001,
): Promise<ActionRun> {
  const event = pushEvent({ fullName: estate.github.fullName, after: sha });
  const { github, credentials: inputs } = estate;
  return runAction({ ...event, github, workspace: tempDir, inputs, entry: 'post', state, tempDir, runId });
}

const freshTemp = (): string => mkdtempSync(join(tmpdir(), 'runner-'));

describe('post', () => {
  it.each<Record<string, string>>([
    {},
    { journal: '' },
    { journal: 'nonsense', record: 'nonsense' },
    { journal: NAME, record: '{"id": 1e400, "sha": 7}' },
    { journal: '../../../../etc/passwd', record: '[]' },
    { journal: `../${NAME}` },
    { journal: `${NAME}\n::error::x` },
    { journal: '/dev/zero', record: 'null' },
    { journal: '\u2028::set-output name=result::x', record: '{"__proto__": {"id": 1}}' },
    { journal: 'x'.repeat(60_000), record: '['.repeat(30_000) },
  ])('does nothing with %j', async (state) => {
    const [github, tenant] = [estate.github.requests().length, estate.tenant.state().requests.length];
    const run = await post(state, freshTemp());
    expect([run.exitCode, run.stdout, run.stderr]).toEqual([0, '', '']);
    expect(estate.github.requests()).toHaveLength(github);
    expect(estate.tenant.state().requests).toHaveLength(tenant);
  });

  const places: readonly (readonly [string, (temp: string, folder: string) => void])[] = [
    [
      'is a link to one elsewhere',
      (temp, folder) => {
        mkdirSync(folder);
        writeFileSync(join(temp, 'elsewhere'), harmfulJournal());
        symlinkSync(join(temp, 'elsewhere'), join(folder, NAME));
      },
    ],
    [
      'lies in a folder that is a link',
      (temp, folder) => {
        mkdirSync(join(temp, 'elsewhere'));
        writeFileSync(join(temp, 'elsewhere', NAME), harmfulJournal());
        symlinkSync(join(temp, 'elsewhere'), folder);
      },
    ],
    [
      'is a pipe, which nobody writes',
      (_temp, folder) => {
        mkdirSync(folder);
        execFileSync('mkfifo', [join(folder, NAME)]);
      },
    ],
    ['is a folder', (_temp, folder) => void mkdirSync(join(folder, NAME), { recursive: true })],
    [
      'is nonsense',
      (_temp, folder) => {
        mkdirSync(folder);
        writeFileSync(
          join(folder, NAME),
          `{}\nnull\n[[\n{"op":"register","number":0,"entry":{"kind":"delete"}}\n\0`,
        );
      },
    ],
  ];

  it.each(places)('does nothing with a journal that %s', async (_name, make) => {
    const temp = freshTemp();
    make(temp, join(temp, 'cxone-ivr-gitops'));
    const before = estate.tenant.state().requests.length;
    const run = await post({ journal: NAME }, temp);
    expect(run.exitCode).toBe(0);
    expect(estate.tenant.state().requests).toHaveLength(before);
    expect(estate.tenant.state().flows.map(({ status }) => status)).toEqual(['ACTIVE']);
  });

  it.each([`../${NAME}`, 'journal.jsonl'])(
    'does nothing with a journal that has another name or place: %s',
    async (journal) => {
      const temp = freshTemp();
      mkdirSync(join(temp, 'cxone-ivr-gitops'));
      writeFileSync(join(temp, 'cxone-ivr-gitops', journal), harmfulJournal());
      const before = estate.tenant.state().requests.length;
      const run = await post({ journal }, temp);
      expect([run.exitCode, run.stdout]).toEqual([0, '']);
      expect(estate.tenant.state().requests).toHaveLength(before);
    },
  );

  it('retires a flow by such a journal where it is of our own making', async () => {
    // Or the tests above would show nothing.
    const temp = freshTemp();
    mkdirSync(join(temp, 'cxone-ivr-gitops'));
    writeFileSync(join(temp, 'cxone-ivr-gitops', NAME), harmfulJournal());
    await post({ journal: NAME }, temp);
    expect(estate.tenant.state().flows.map(({ status }) => status)).toEqual(['INACTIVE']);
  });

  /** A run that was killed while it deployed, and the temporary folder that it left. */
  async function killedRun(): Promise<ActionRun> {
    sha = await estate.commit({ 'rules/a.json': version('A', 'desk') });
    return estate.push(sha, {
      runId: 2002,
      signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, 1) },
    });
  }

  it.each([
    ['of another run', (own: number) => own - 1],
    ['that is not there', () => 999_999_999],
    ['older than every other', () => 1],
  ] as const)('undoes what is its own, and leaves a record %s as it is', async (_name, idOf) => {
    const killed = await killedRun();
    const own = (JSON.parse(killed.state.record ?? '') as { id: number }).id;
    // The records before: those of the first push, of another commit and run.
    const others = estate.github.deployments().filter(({ id }) => id !== own);
    const id = idOf(own) === own - 1 ? (others[0]?.id ?? 0) : idOf(own);
    const record = JSON.stringify({ id, sha: others[0]?.sha });
    const run = await post({ ...killed.state, record }, killed.tempDir, 2002);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain(`deployment record ${id} is none of this run`);
    const after = estate.github.deployments();
    expect(after.filter(({ id: other }) => other !== own)).toEqual(others);
    expect(estate.tenant.state().flows.map(({ status }) => status)).toEqual(['ACTIVE']);
    const states = others[0]?.sha ?? '';
    expect(estate.github.statuses(states).map(({ state }) => state)).not.toContain('failure');
  });

  it('leaves the record of a run of the same commit that is not this one', async () => {
    const killed = await killedRun();
    const before = estate.github.deployments();
    const run = await post(killed.state, killed.tempDir, 3003);
    expect(run.stdout).toContain('is none of this run');
    expect(estate.github.deployments()).toEqual(before);
  });

  it('closes its own', async () => {
    const killed = await killedRun();
    await post(killed.state, killed.tempDir, 2002);
    expect(estate.github.deployments()[0]?.statuses.at(-1)?.state).toBe('failure');
  });
});

describe('main', () => {
  it('takes nothing from state', async () => {
    const temp = freshTemp();
    mkdirSync(join(temp, 'cxone-ivr-gitops'));
    const journal = join(temp, 'cxone-ivr-gitops', NAME);
    writeFileSync(journal, harmfulJournal());
    const env = { STATE_journal: NAME, STATE_record: '{"id":1}', STATE_isPost: 'true', STATE___proto__: 'x' };
    const run = await estate.push(sha, { env, tempDir: temp });
    expect(run.outputs.result).toBe('nothing-to-do');
    expect(readFileSync(journal, 'utf8')).toBe(harmfulJournal());
    expect(estate.tenant.state().flows.map(({ status }) => status)).toEqual(['ACTIVE']);
  });
});
