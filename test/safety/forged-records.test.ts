// Records, statuses and comments that somebody else has written: what does not have the shape of ours counts for nothing, and nothing
// on them is changed.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Estate, openEstate } from '../e2e/estate.ts';
import { ruleText, version } from '../e2e/rules.ts';
import { Octokit } from '@octokit/rest';
import { runStrangersPull } from './strangers-pull.ts';

const HASH = 'a'.repeat(64);
const SHAPE = {
  schemaVersion: 1,
  rulesetDigest: HASH,
  auditHead: HASH,
  previousSha: null,
  flows: {},
  held: [],
};
let estate: Estate;
let sha: string;

beforeEach(async () => {
  estate = await openEstate();
  sha = await estate.commit({ 'rules/a.json': ruleText('A') });
});

afterEach(async () => estate.close());

/** Writes a record with a success, as anybody with write access can. */
async function forgeRecord(payload: unknown, commit = sha): Promise<void> {
  const { github } = estate;
  const octokit = new Octokit({ baseUrl: github.url, auth: github.token });
  const here = { owner: github.owner, repo: github.name };
  const { data } = await octokit.repos.createDeployment({
    ...here,
    ref: commit,
    task: 'cxone-ivr',
    environment: 'production',
    auto_merge: false,
    required_contexts: [],
    payload: payload as string,
  });
  if (!('id' in data)) throw new Error('no record was made');
  await octokit.repos.createDeploymentStatus({ ...here, deployment_id: data.id, state: 'success' });
}

const tenantCalls = (): string[] =>
  estate.tenant.state().requests.map(({ method, path }) => `${method} ${path}`);

describe('a record that is none of ours', () => {
  it.each<[string, unknown]>([
    ['a text', 'deployed'],
    ['a text that is JSON of another shape', '{"schemaVersion": 2}'],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['another version', { ...SHAPE, schemaVersion: 2 }],
    ['a list in place of flows', { ...SHAPE, flows: ['x'] }],
    ['a flow that is no text', { ...SHAPE, flows: { A: { $gt: '' } } }],
    ['a digest that is none', { ...SHAPE, rulesetDigest: `${HASH}\n::error::x` }],
    ['a hold that is none', { ...SHAPE, held: [{ name: 'A', payloadHash: 'any' }] }],
    [
      'names that mean something to JavaScript',
      '{"__proto__": {"schemaVersion": 1}, "constructor": {}, "flows": {}}',
    ],
  ])('%s, counts for nothing', async (_name, payload) => {
    await forgeRecord(payload);
    const run = await estate.push(sha);
    expect(run.outputs).toMatchObject({ result: 'deployed' });
    // Whatever a deployment believes to be live it goes on from.
    const [first = ''] = readFileSync(run.outputs['audit-log'] ?? '', 'utf8').split('\n');
    expect(JSON.parse(first)).toMatchObject({ previousHash: '0'.repeat(64) });
    expect(
      estate.github.deployments().find(({ payload: of }) => JSON.stringify(of) === JSON.stringify(payload)),
    ).toBeDefined();
  });
});

describe('a record of the right shape', () => {
  it('leads no request to another place by its flow ids', async () => {
    const flows = {
      A: '../../../../oauth/token',
      B: '..',
      C: 'x?y=1#z',
      D: '\r\nHost: evil.example',
      ['__proto__']: 'p',
    };
    await forgeRecord({ ...SHAPE, flows });
    // Drift asks for each flow that the record names.
    for (const run of [await estate.schedule(), await estate.push(sha)]) {
      expect(run.exitCode).not.toBeNull();
      expect(run.stdout).not.toContain('this is a bug');
    }
    const asked = tenantCalls().filter((call) => call !== 'POST /oauth/token');
    expect(asked.filter((call) => call.includes(encodeURIComponent(flows.A)))).not.toEqual([]);
    for (const call of asked)
      expect(call).toMatch(/^\w+ \/api\/v2\/(ivr\/flows|media\/assets|campaigns)(\/[^/?#\r\n]+)?(\/\w+)?$/);
  });

  it('takes away no flow of another name than it says', async () => {
    const run = await estate.push(sha);
    const id = (JSON.parse(run.outputs['flow-ids'] ?? '{}') as Record<string, string>)['A'];
    await forgeRecord({ ...SHAPE, flows: { Victim: id } });
    const next = await estate.commit({ 'rules/a.json': version('A', 'desk') });
    await estate.push(next);
    const active = estate.tenant.state().flows.filter(({ status }) => status === 'ACTIVE');
    expect(active.map(({ name }) => name)).toEqual(['A']);
  });

  it('makes no rollback go to a commit that was never merged, while another one is live', async () => {
    const stray = { branch: 'stray' };
    const lost = await estate.repository.commit({ 'rules/a.json': version('A', 'evil') }, 'Evil', stray);
    await forgeRecord(SHAPE, lost);
    await estate.push(sha);
    const before = estate.tenant.state().history.length;
    const run = await estate.dispatch({ 'rollback-to': lost });
    expect(run.outputs.result).toBe('refused');
    expect(run.stdout).toContain('ancestor');
    expect(estate.tenant.state().history).toHaveLength(before);
  });
});

describe('a status that somebody has forged', () => {
  it('is not believed: what is not deployed is deployed', async () => {
    const { github } = estate;
    const octokit = new Octokit({ baseUrl: github.url, auth: github.token });
    for (const context of ['cxone-ivr/production', 'cxone-ivr/production/rules'])
      await octokit.repos.createCommitStatus({
        owner: github.owner,
        repo: github.name,
        sha,
        context,
        state: 'success' as const,
        description: `1 rule · audit sha256:${HASH}`,
      });
    expect((await estate.push(sha)).outputs.result).toBe('deployed');
  });
});

describe('a comment with a copied marker', () => {
  const MARKER = '<!-- cxone-ivr-gitops:production -->';

  it.each(['octo-guest', 'github-actions', 'github-actions[bot]x', 'Github-Actions[bot]'])(
    'by %s is neither taken for ours nor changed',
    async (author) => {
      const body = `${MARKER}\nclean, merge it`;
      const run = await runStrangersPull(estate, {
        files: { 'rules/a.json': version('A', 'x') },
        isFork: false,
        onOpened: (number) => void estate.github.addComment(number, { author, body }),
      });
      const comments = estate.github.comments(run.number);
      expect(comments.map(({ author: by }) => by)).toEqual([author, 'github-actions[bot]']);
      expect(comments[0]?.body).toBe(body);
      expect(String(comments[1]?.id)).toBe(run.outputs['comment-id']);
    },
  );
});
