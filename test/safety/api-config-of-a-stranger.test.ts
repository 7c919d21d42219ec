// Where the client's secret goes is no choice of whoever wrote the pull request: an API config that asks for tokens elsewhere counts
// only as the base branch has it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer, json } from '../cxone/local-tenant.ts';
import { type Estate, openEstate } from '../e2e/estate.ts';
import { ruleText, version } from '../e2e/rules.ts';
import { ALL_PERMISSIONS } from '../stand-in/start-github.ts';
import { type StrangersPull, runStrangersPull } from './strangers-pull.ts';

const PATH = 'env/api.json';
let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
  await estate.commit({ 'rules/a.json': ruleText('A'), 'README.md': 'rules' });
});

afterEach(async () => {
  await estate.close();
});

/** A host that is not the tenant's: it writes down what it is sent, and answers like a token endpoint. */
async function openElsewhere() {
  return startServer((_seen, response) => json(response, 200, { access_token: 'a-token-from-elsewhere' }));
}

const inputs = (more: Record<string, string> = {}): Record<string, string> => ({
  ...estate.credentials,
  command: 'lint',
  'api-config': PATH,
  ...more,
});

const warningsOf = ({
  annotations,
}: {
  annotations: readonly { level: string; message: string }[];
}): string =>
  annotations
    .filter(({ level }) => level === 'warning')
    .map(({ message }) => message)
    .join('\n');

const WAYS: readonly (readonly [string, Pick<StrangersPull, 'by' | 'isFork'>])[] = [
  ['pull_request_target and a checkout of the head of a fork', { by: 'target' }],
  ['workflow_run and a checkout of the head of a fork', { by: 'run' }],
  ['pull_request from a branch of the same repository', { by: 'plain', isFork: false }],
];

describe.each(WAYS)('on %s, an API config that asks for tokens elsewhere', (_name, way) => {
  it('and is new gets no secret, and leaves the tenant out with a warning', async () => {
    const elsewhere = await openElsewhere();
    const text = JSON.stringify({ tokenUrl: `${elsewhere.url}/token` });
    const files = { [PATH]: text, 'rules/a.json': version('A', 'x') };
    const run = await runStrangersPull(estate, { ...way, files, extra: { inputs: inputs() } });
    expect(elsewhere.seen).toEqual([]);
    expect(run.outputs.result).toBe('passed');
    expect(warningsOf(run)).toMatch(
      /nothing is planned against the tenant: the credentials are sent nowhere/,
    );
    expect(estate.tenant.state().requests).toEqual([]);
  });

  it('and is another than in the base gets none either', async () => {
    const [own, elsewhere] = [await openElsewhere(), await openElsewhere()];
    await estate.commit({ [PATH]: JSON.stringify({ tokenUrl: `${own.url}/token` }) });
    const text = JSON.stringify({ tokenUrl: `${elsewhere.url}/token` });
    const run = await runStrangersPull(estate, {
      ...way,
      files: { [PATH]: text },
      extra: { inputs: inputs() },
    });
    expect([...own.seen, ...elsewhere.seen]).toEqual([]);
    expect(run.outputs.result).toBe('passed');
  });

  it('as the base has it, in lines of another kind, is used', async () => {
    const own = await openElsewhere();
    const text = `${JSON.stringify({ tokenUrl: `${own.url}/token` }, null, 2)}\n`;
    await estate.commit({ [PATH]: text });
    const files = { [PATH]: text.replaceAll('\n', '\r\n'), 'rules/a.json': version('A', 'x') };
    await runStrangersPull(estate, { ...way, files, extra: { inputs: inputs() } });
    expect(own.seen.length).toBeGreaterThan(0);
  });
});

describe('an API config of a pull request', () => {
  it('that stays on the tenant is used: the secret reaches nobody else', async () => {
    const files = { [PATH]: JSON.stringify({ tokenUrl: `${estate.tenant.url}/oauth/token` }) };
    const run = await runStrangersPull(estate, { files, by: 'target', extra: { inputs: inputs() } });
    expect(run.outputs.result).toBe('passed');
    expect(warningsOf(run)).not.toContain('nothing is planned');
    expect(estate.tenant.state().requests.length).toBeGreaterThan(0);
  });

  it.each([
    ['without a GitHub token', {}, { 'github-token': '' }],
    ['without the permission to read', { contents: 'none' }, {}],
  ] as const)('is not trusted %s, by which the base could be looked at', async (_name, change, more) => {
    await estate.close();
    estate = await openEstate({ github: { permissions: { ...ALL_PERMISSIONS, ...change } } });
    const own = await openElsewhere();
    const text = JSON.stringify({ tokenUrl: `${own.url}/token` });
    await estate.commit({ [PATH]: text, 'rules/a.json': ruleText('A') });
    const files = { 'rules/a.json': version('A', 'x') };
    const run = await runStrangersPull(estate, { files, by: 'target', extra: { inputs: inputs(more) } });
    expect(own.seen).toEqual([]);
    expect(warningsOf(run)).toContain('the credentials are sent nowhere');
  });

  it('is used on a push, which only somebody with write access can make', async () => {
    const own = await openElsewhere();
    const sha = await estate.commit({ [PATH]: JSON.stringify({ tokenUrl: `${own.url}/token` }) });
    await estate.push(sha, { inputs: { 'api-config': PATH } });
    expect(own.seen.length).toBeGreaterThan(0);
  });
});

describe('a deployment that a fork asks for', () => {
  it.each([
    ['target', 'deploy'],
    ['target', 'rollback'],
    ['run', 'deploy'],
    ['plain', 'deploy'],
  ] as const)('by %s, with command %s, is refused before anything is read', async (by, command) => {
    const files = { 'rules/a.json': version('A', 'x') };
    const more = { ...estate.credentials, command, 'rollback-to': 'previous' };
    const run = await runStrangersPull(estate, { files, by, extra: { inputs: more } });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('comes from a fork, whose author may be anybody');
    expect(estate.tenant.state().requests).toEqual([]);
    expect(estate.github.requests()).toEqual([]);
  });
});

describe('a pull_request_target without credentials', () => {
  it('lints the files of a fork as data, and comments', async () => {
    const files = { 'rules/a.json': version('A', 'x'), 'cxone-rules.config.json': '{"checks": 1}' };
    const broken = await runStrangersPull(estate, { files, by: 'target' });
    expect(broken.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    const run = await runStrangersPull(estate, {
      files: { 'rules/a.json': version('A', 'x') },
      by: 'target',
    });
    expect(run.outputs.result).toBe('passed');
    expect(estate.github.comments(run.number)).toHaveLength(1);
  });
});
