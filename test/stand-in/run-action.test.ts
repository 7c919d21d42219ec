// Runs a tiny action as the runner would, and reads back all that it did.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushEvent } from './events.ts';
import { useGitHub } from './github-fixture.ts';
import { runAction, type RunOptions } from './run-action.ts';

const on = useGitHub();

const ACTION = `
name: Tiny
inputs:
  github-token:
    default: \${{ github.token }}
  max depth:
    default: 15
  dry-run:
    default: 'false'
  rules:
    required: true
  report-dir:
runs:
  using: node24
  main: main.mjs
  post: post.mjs
`;

const PRINT_ENVIRONMENT = `
import { appendFileSync, readFileSync } from 'node:fs';
const { env } = process;
const names = Object.keys(env).filter((name) => /^(INPUT|STATE|GITHUB|RUNNER|EXTRA|SECRET)/.test(name));
appendFileSync(env.GITHUB_OUTPUT, 'env<<END\\n' + JSON.stringify(Object.fromEntries(names.map((name) => [name, env[name]]))) + '\\nEND\\n');
appendFileSync(env.GITHUB_OUTPUT, 'event<<END\\n' + readFileSync(env.GITHUB_EVENT_PATH, 'utf8') + '\\nEND\\n');
appendFileSync(env.GITHUB_STEP_SUMMARY, '# Summary\\n');
appendFileSync(env.GITHUB_STATE, 'journal<<END\\none\\ntwo\\nEND\\n');
console.log('::error file=rules/a.json,line=2,col=3,title=Bad%3A rule::first%0Asecond');
console.error('::warning::from stderr');
const { owner, repo } = { owner: env.GITHUB_REPOSITORY_OWNER, repo: env.GITHUB_REPOSITORY.split('/')[1] };
const answer = await fetch(env.GITHUB_API_URL + '/repos/' + owner + '/' + repo, { headers: { authorization: 'token ' + env['INPUT_GITHUB-TOKEN'] } });
console.log('api ' + answer.status + ' in ' + process.cwd());
process.exitCode = 3;
`;

const WAIT_FOR_SIGNAL = `
const timer = setInterval(() => {}, 1000);
process.on('SIGINT', () => { console.log('interrupted'); });
process.on('SIGTERM', () => { console.log('terminated'); clearInterval(timer); });
console.log('ready');
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiny-action-'));
  await writeFile(join(folder, 'action.yml'), ACTION);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(script: string, options: Partial<RunOptions> = {}) {
  await writeFile(join(folder, options.entry === 'post' ? 'post.mjs' : 'main.mjs'), script);
  const workspace = join(folder, 'workspace');
  await on.repository.checkout(on.second, workspace);
  return runAction({
    ...pushEvent({ fullName: on.github.fullName, before: on.first, after: on.second }),
    workspace,
    github: on.github,
    actionFile: join(folder, 'action.yml'),
    tempDir: join(folder, 'temp'),
    ...options,
  });
}

describe('runAction', () => {
  it('gives the action its inputs, the defaults of the others, and the variables of a runner', async () => {
    const result = await run(PRINT_ENVIRONMENT, { inputs: { 'dry-run': 'true' }, env: { EXTRA: 'x' } });
    const env = JSON.parse(result.outputs['env'] ?? '') as Record<string, string>;
    expect(env).toMatchObject({
      'INPUT_GITHUB-TOKEN': on.github.token,
      INPUT_MAX_DEPTH: '15',
      'INPUT_DRY-RUN': 'true',
      INPUT_RULES: '',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'octo-org/ivr-rules',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_SHA: on.second,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_RUN_ID: '1001',
      RUNNER_TEMP: join(folder, 'temp'),
      EXTRA: 'x',
    });
    expect(JSON.parse(result.outputs['event'] ?? '')).toMatchObject({ before: on.first, after: on.second });
    expect(await readFile(join(folder, 'workspace/rules/b.json'), 'utf8')).toBe('{"b":1}\n');
  });

  it('reads back what the action wrote and printed', async () => {
    const result = await run(PRINT_ENVIRONMENT);
    expect(result).toMatchObject({
      exitCode: 3,
      signal: null,
      summary: '# Summary\n',
      state: { journal: 'one\ntwo' },
      reportDir: join(folder, 'temp/cxone-ivr-gitops'),
      annotations: [
        {
          level: 'error',
          message: 'first\nsecond',
          title: 'Bad: rule',
          file: 'rules/a.json',
          line: 2,
          column: 3,
        },
        { level: 'warning', message: 'from stderr' },
      ],
    });
    expect(result.stdout).toContain(`api 200 in ${join(folder, 'workspace')}`);
    expect(on.github.state().runs).toMatchObject([{ id: 1001, status: 'completed', conclusion: 'failure' }]);
  });

  it('hands the state to the post step', async () => {
    const result = await run(PRINT_ENVIRONMENT, { entry: 'post', state: { journal: 'one\ntwo' } });
    expect(JSON.parse(result.outputs['env'] ?? '')).toMatchObject({ STATE_journal: 'one\ntwo' });
  });

  it('keeps what belongs to this machine away from the action', async () => {
    process.env['SECRET_OF_THE_MACHINE'] = 'x';
    const result = await run(PRINT_ENVIRONMENT);
    delete process.env['SECRET_OF_THE_MACHINE'];
    expect(result.outputs['env']).not.toContain('SECRET_OF_THE_MACHINE');
  });

  it('refuses an input that action.yml does not have', async () => {
    await expect(run(PRINT_ENVIRONMENT, { inputs: { 'dry-rum': 'true' } })).rejects.toThrow(
      'no input dry-rum',
    );
  });

  it('signals the action once it has printed something, or a promise settles', async () => {
    const interrupted = await run(WAIT_FOR_SIGNAL, {
      signalOn: [
        { signal: 'SIGINT', when: /ready/ },
        { signal: 'SIGTERM', when: /interrupted/ },
      ],
    });
    expect([interrupted.exitCode, interrupted.stdout]).toEqual([0, 'ready\ninterrupted\nterminated\n']);
    const killed = await run(
      PRINT_ENVIRONMENT.replace(
        'const { env }',
        'await new Promise(() => setInterval(() => {}, 1000));\nconst { env }',
      ),
      {
        signalOn: { signal: 'SIGKILL', when: Promise.resolve() },
      },
    );
    expect([killed.exitCode, killed.signal]).toEqual([null, 'SIGKILL']);
    expect(on.github.state().runs).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
  });

  it('ends an action that takes too long', async () => {
    await expect(run(WAIT_FOR_SIGNAL, { timeout: 300 })).rejects.toThrow('did not end within 300 ms');
  });
});
