// Statuses, deployments, pull requests and runs in the stand-in.

import { describe, expect, it } from 'vitest';
import { rejection, statusOf, useGitHub } from './github-fixture.ts';

const on = useGitHub();

describe('commit statuses', () => {
  it('are listed newest first and combined by context', async () => {
    const sha = on.second;
    const post = async (state: 'pending' | 'success' | 'failure', context: string): Promise<void> => {
      await on.octokit.repos.createCommitStatus({ ...on.here, sha, state, context, description: state });
    };
    const combined = async (): Promise<string> =>
      (await on.octokit.repos.getCombinedStatusForRef({ ...on.here, ref: 'main' })).data.state;
    expect(await combined()).toBe('pending');
    await post('pending', 'cxone-ivr/production');
    await post('success', 'other');
    expect(await combined()).toBe('pending');
    await post('success', 'CXone-ivr/production');
    expect(await combined()).toBe('success');
    await post('failure', 'other');
    expect(await combined()).toBe('failure');
    const { data } = await on.octokit.repos.listCommitStatusesForRef({ ...on.here, ref: sha });
    expect(data.map(({ state }) => state)).toEqual(['failure', 'success', 'success', 'pending']);
    expect(data[0]?.creator?.login).toBe('github-actions[bot]');
    expect(on.github.statuses(on.first)).toEqual([]);
    expect(on.github.violations()).toEqual([]);
  });

  it.each([
    ['a description of 141 characters', { description: 'd'.repeat(141) }],
    ['a context of 256 characters', { context: 'c'.repeat(256) }],
    ['a commit that is not there', { sha: 'f'.repeat(40) }],
  ])('are refused with %s', async (_name, wrong) => {
    const status = { ...on.here, sha: on.second, state: 'success' as const, description: 'd'.repeat(140) };
    expect(await statusOf(on.octokit.repos.createCommitStatus({ ...status, ...wrong }))).toBe(422);
    expect(await statusOf(on.octokit.repos.createCommitStatus(status))).toBe(0);
    expect(on.github.violations()).toEqual([]);
  });

  it('are refused after 1,000 of one commit and context', async () => {
    await on.restart({ rateLimit: 5000 });
    const status = { ...on.here, sha: on.second, state: 'success' as const, context: 'many' };
    for (let i = 0; i < 1000; i += 1) await on.octokit.repos.createCommitStatus(status);
    expect(await statusOf(on.octokit.repos.createCommitStatus(status))).toBe(422);
    expect(await statusOf(on.octokit.repos.createCommitStatus({ ...status, context: 'few' }))).toBe(0);
  });
});

describe('deployments', () => {
  const wanted = () => ({
    ...on.here,
    ref: on.second,
    task: 'cxone-ivr',
    auto_merge: false,
    required_contexts: [],
  });

  it('are listed newest first by sha, ref, task and environment', async () => {
    const payload = { schemaVersion: 1, flows: { Sales: 'flow-1' } };
    const made = await on.octokit.repos.createDeployment({ ...wanted(), payload });
    await on.octokit.repos.createDeployment({ ...wanted(), environment: 'staging' });
    await on.octokit.repos.createDeployment({ ...wanted(), ref: 'main', task: 'deploy' });
    const list = async (query: Record<string, string>) =>
      (await on.octokit.repos.listDeployments({ ...on.here, ...query })).data.map((d) => [
        d.task,
        d.environment,
      ]);
    expect(await list({})).toEqual([
      ['deploy', 'production'],
      ['cxone-ivr', 'staging'],
      ['cxone-ivr', 'production'],
    ]);
    expect(await list({ task: 'cxone-ivr', environment: 'production' })).toEqual([
      ['cxone-ivr', 'production'],
    ]);
    expect(await list({ ref: 'main' })).toEqual([['deploy', 'production']]);
    expect(await list({ sha: on.first })).toEqual([]);
    expect(await list({ sha: on.second, per_page: '1', page: '2' })).toEqual([['cxone-ivr', 'staging']]);
    if (made.status !== 201) throw new Error('no deployment');
    const one = await on.octokit.repos.getDeployment({ ...on.here, deployment_id: made.data.id });
    expect(one.data).toMatchObject({ sha: on.second, payload, environment: 'production' });
    expect(await statusOf(on.octokit.repos.getDeployment({ ...on.here, deployment_id: 1 }))).toBe(404);
    expect(on.github.violations()).toEqual([]);
  });

  it('ask for every context to be a success, unless none is required', async () => {
    const status = { ...on.here, sha: on.second, context: 'cxone-ivr/production' };
    await on.octokit.repos.createCommitStatus({ ...status, state: 'pending' });
    const { required_contexts: _none, ...all } = wanted();
    const refused = await rejection(on.octokit.repos.createDeployment(all));
    expect([refused.status, refused.message]).toEqual([
      409,
      expect.stringContaining('Commit status checks failed'),
    ]);
    expect(on.github.deployments()).toEqual([]);
    expect(await statusOf(on.octokit.repos.createDeployment(wanted()))).toBe(0);
    await on.octokit.repos.createCommitStatus({ ...status, state: 'success' });
    expect(await statusOf(on.octokit.repos.createDeployment(all))).toBe(0);
    const named = { ...wanted(), required_contexts: ['never-sent'] };
    expect(await statusOf(on.octokit.repos.createDeployment(named))).toBe(409);
    expect(on.github.violations()).toEqual([]);
  });

  it('merge the default branch into a branch that is behind it, unless told not to', async () => {
    await on.repository.commit({ 'rules/c.json': '{}' }, 'Topic', { branch: 'topic', parents: [on.first] });
    const { auto_merge: _off, ...merging } = { ...wanted(), ref: 'topic' };
    const merged = await on.octokit.repos.createDeployment(merging);
    expect(merged.status).toBe(202);
    expect(on.github.deployments()).toEqual([]);
    expect((await on.octokit.repos.createDeployment(merging)).status).toBe(201);
    const behind = { ...merging, ref: on.first };
    expect(await statusOf(on.octokit.repos.createDeployment(behind))).toBe(409);
    expect(await statusOf(on.octokit.repos.createDeployment({ ...behind, auto_merge: false }))).toBe(0);
    expect(on.github.violations()).toEqual([]);
  });

  it('become inactive after a success, but for those of production', async () => {
    const deploy = async (environment: string, state: 'success' | 'in_progress'): Promise<void> => {
      const made = await on.octokit.repos.createDeployment({ ...wanted(), environment });
      if (made.status !== 201) throw new Error('no deployment');
      const id = { ...on.here, deployment_id: made.data.id };
      await on.octokit.repos.createDeploymentStatus({ ...id, state });
    };
    for (const environment of ['staging', 'production']) {
      await deploy(environment, 'in_progress');
      await deploy(environment, 'success');
      await deploy(environment, 'success');
    }
    const states = on.github.deployments().map((d) => d.statuses.map(({ state }) => state).join(' '));
    expect(states).toEqual([
      'success',
      'success',
      'in_progress',
      'success',
      'success inactive',
      'in_progress',
    ]);
  });

  it('have statuses, newest first, with at most 140 characters', async () => {
    const made = await on.octokit.repos.createDeployment(wanted());
    if (made.status !== 201) throw new Error('no deployment');
    const id = { ...on.here, deployment_id: made.data.id };
    const log_url = 'https://github.com/octo-org/ivr-rules/actions/runs/1001';
    await on.octokit.repos.createDeploymentStatus({ ...id, state: 'in_progress', log_url });
    await on.octokit.repos.createDeploymentStatus({ ...id, state: 'success', description: 'd'.repeat(140) });
    const long = { ...id, state: 'failure' as const, description: 'd'.repeat(141) };
    expect(await statusOf(on.octokit.repos.createDeploymentStatus(long))).toBe(422);
    const { data } = await on.octokit.repos.listDeploymentStatuses(id);
    expect(data.map(({ state }) => state)).toEqual(['success', 'in_progress']);
    const status_id = data[1]?.id ?? 0;
    expect((await on.octokit.repos.getDeploymentStatus({ ...id, status_id })).data).toMatchObject({
      log_url,
    });
    expect(await statusOf(on.octokit.repos.getDeploymentStatus({ ...id, status_id: 1 }))).toBe(404);
    expect(on.github.violations()).toEqual([]);
  });
});

describe('pull requests', () => {
  it('give their sides, figures and files, and are found by commit', async () => {
    const sha = await on.repository.commit({ 'rules/a.json': null, 'rules/c.json': '{"c":1}\n' }, 'Topic', {
      branch: 'topic',
      parents: [on.first],
    });
    const mergeSha = await on.repository.mergeCommit(on.second, sha);
    const head = { ref: 'topic', sha, fullName: 'octo-guest/ivr-rules' };
    const pull = await on.github.openPull({ number: 7, head, mergeSha });
    const { data } = await on.octokit.pulls.get({ ...on.here, pull_number: 7 });
    expect(data).toMatchObject({
      number: 7,
      merge_commit_sha: mergeSha,
      head: { sha, label: 'octo-guest:topic', repo: { full_name: 'octo-guest/ivr-rules', fork: true } },
      base: { sha: on.second, ref: 'main', repo: { full_name: 'octo-org/ivr-rules', fork: false } },
      changed_files: 2,
      commits: 1,
    });
    const files = await on.octokit.pulls.listFiles({ ...on.here, pull_number: 7 });
    expect(files.data.map(({ filename, status }) => `${status} ${filename}`)).toEqual([
      'removed rules/a.json',
      'added rules/c.json',
    ]);
    const paged = await on.octokit.pulls.listFiles({ ...on.here, pull_number: 7, per_page: 1, page: 2 });
    expect(paged.data.map(({ filename }) => filename)).toEqual(['rules/c.json']);
    const of = async (commit_sha: string) =>
      (await on.octokit.repos.listPullRequestsAssociatedWithCommit({ ...on.here, commit_sha })).data;
    expect((await of(sha)).map(({ number }) => number)).toEqual([7]);
    expect(await of(mergeSha)).toEqual([]);
    on.github.changePull(pull.number, { state: 'closed', mergedAt: '2024-02-01T00:00:00Z' });
    expect((await of(mergeSha)).map(({ number }) => number)).toEqual([7]);
    expect(await statusOf(on.octokit.pulls.get({ ...on.here, pull_number: 8 }))).toBe(404);
    expect(on.github.violations()).toEqual([]);
  });
});

describe('workflow runs', () => {
  it('stand as a test has set them', async () => {
    const run = async () => (await on.octokit.actions.getWorkflowRun({ ...on.here, run_id: 5 })).data;
    expect(await statusOf(run())).toBe(404);
    on.github.setRun(5, { headSha: on.second });
    expect(await run()).toMatchObject({ status: 'in_progress', conclusion: null, head_sha: on.second });
    on.github.setRun(5, { status: 'completed', conclusion: 'cancelled' });
    expect(await run()).toMatchObject({ status: 'completed', conclusion: 'cancelled', head_sha: on.second });
    expect(on.github.violations()).toEqual([]);
  });
});
