// Comments and issues in the stand-in.

import { describe, expect, it } from 'vitest';
import { statusOf, useGitHub } from './github-fixture.ts';

const on = useGitHub();

describe('comments', () => {
  it('are written as the login of the token, changed in place and deleted', async () => {
    const { number } = await on.github.openPull({
      head: { ref: 'topic', sha: on.second },
      base: { ref: 'main', sha: on.first },
    });
    on.github.addComment(number, { author: 'octo-guest', body: 'Not yours' });
    const made = await on.octokit.issues.createComment({ ...on.here, issue_number: number, body: 'One' });
    expect(made.data.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
    await on.octokit.issues.updateComment({ ...on.here, comment_id: made.data.id, body: 'Two' });
    expect((await on.octokit.issues.getComment({ ...on.here, comment_id: made.data.id })).data.body).toBe(
      'Two',
    );
    expect(on.github.comments(number).map(({ author, body }) => [author, body])).toEqual([
      ['octo-guest', 'Not yours'],
      ['github-actions[bot]', 'Two'],
    ]);
    await on.octokit.issues.deleteComment({ ...on.here, comment_id: made.data.id });
    expect(await statusOf(on.octokit.issues.getComment({ ...on.here, comment_id: made.data.id }))).toBe(404);
    expect(await statusOf(on.octokit.issues.createComment({ ...on.here, issue_number: 99, body: 'x' }))).toBe(
      404,
    );
    expect(on.github.violations()).toEqual([]);
  });

  it('come in pages, oldest first, 30 a page unless asked', async () => {
    const { number } = on.github.openIssue({ title: 'Drift' });
    for (let i = 1; i <= 35; i += 1)
      on.github.addComment(number, { author: 'octo-ops', body: `Comment ${i}` });
    const page = { ...on.here, issue_number: number };
    const one = await on.octokit.issues.listComments(page);
    expect([one.data.length, one.data[0]?.body]).toEqual([30, 'Comment 1']);
    expect(one.headers.link).toContain(`page=2>; rel="next"`);
    const all = await on.octokit.paginate(on.octokit.issues.listComments, { ...page, per_page: 10 });
    expect(all.map((comment) => comment.body).at(-1)).toBe('Comment 35');
    expect(all).toHaveLength(35);
    const last = await on.octokit.issues.listComments({ ...page, per_page: 10, page: 4 });
    expect(last.headers.link).not.toContain('rel="next"');
    expect(on.github.violations()).toEqual([]);
  });

  it('are refused where they are too long', async () => {
    const { number } = on.github.openIssue({ title: 'Drift' });
    const body = 'é'.repeat(32_769);
    expect(await statusOf(on.octokit.issues.createComment({ ...on.here, issue_number: number, body }))).toBe(
      422,
    );
    await on.octokit.issues.createComment({ ...on.here, issue_number: number, body: body.slice(1) });
    expect(on.github.violations()).toEqual([]);
  });
});

describe('issues', () => {
  it('are opened, found by label and state, changed and closed', async () => {
    await on.github.openPull({ head: { ref: 'topic', sha: on.second } });
    const made = await on.octokit.issues.create({ ...on.here, title: 'Drift', body: 'A', labels: ['drift'] });
    on.github.openIssue({ title: 'Other' });
    const list = async (query: { labels?: string; state?: 'open' | 'closed' | 'all' }) =>
      (await on.octokit.issues.listForRepo({ ...on.here, ...query })).data.map((issue) => issue.title);
    expect(await list({ labels: 'drift' })).toEqual(['Drift']);
    expect(await list({})).toEqual(['Other', 'Drift', 'Change routing rules']);
    const number = made.data.number;
    await on.octokit.issues.update({ ...on.here, issue_number: number, state: 'closed', body: 'B' });
    expect((await on.octokit.issues.get({ ...on.here, issue_number: number })).data).toMatchObject({
      state: 'closed',
      state_reason: 'completed',
      body: 'B',
      closed_by: { login: 'github-actions[bot]' },
    });
    expect(await list({ labels: 'drift' })).toEqual([]);
    expect(await list({ state: 'closed' })).toEqual(['Drift']);
    expect(on.github.violations()).toEqual([]);
  });
});
