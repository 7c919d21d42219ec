// The repository and its git data, read and written through the stand-in.

import { describe, expect, it } from 'vitest';
import { statusOf, useGitHub } from './github-fixture.ts';

const on = useGitHub();

describe('the repository', () => {
  it('gives itself, a branch and a commit by id, short id, branch and tag', async () => {
    await on.repository.tag('v1', on.first);
    expect((await on.octokit.repos.get(on.here)).data).toMatchObject({
      full_name: 'octo-org/ivr-rules',
      default_branch: 'main',
    });
    expect((await on.octokit.repos.getBranch({ ...on.here, branch: 'main' })).data.commit.sha).toBe(
      on.second,
    );
    for (const [ref, sha] of [
      [on.first, on.first],
      [on.first.slice(0, 8), on.first],
      ['main', on.second],
      ['v1', on.first],
      ['heads/main', on.second],
    ] as const)
      expect((await on.octokit.repos.getCommit({ ...on.here, ref })).data.sha).toBe(sha);
    expect(await statusOf(on.octokit.repos.getCommit({ ...on.here, ref: 'nope' }))).toBe(422);
    expect(await statusOf(on.octokit.repos.getBranch({ ...on.here, branch: 'nope' }))).toBe(404);
    expect(on.github.violations()).toEqual([]);
  });

  it('names the files of a commit', async () => {
    const { data } = await on.octokit.repos.getCommit({ ...on.here, ref: on.second });
    expect(data.files).toMatchObject([{ filename: 'rules/b.json', status: 'added', additions: 1 }]);
    expect(data.stats).toEqual({ total: 1, additions: 1, deletions: 0 });
    expect(on.github.violations()).toEqual([]);
  });

  it('compares commits by their merge base', async () => {
    const topic = await on.repository.commit({ 'rules/c.json': '{}' }, 'Topic', {
      branch: 'topic',
      parents: [on.first],
    });
    const compare = async (basehead: string) =>
      (await on.octokit.repos.compareCommitsWithBasehead({ ...on.here, basehead })).data;
    expect(await compare(`${on.first}...main`)).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect(await compare(`main...${on.first}`)).toMatchObject({
      status: 'behind',
      ahead_by: 0,
      behind_by: 1,
    });
    expect(await compare('main...main')).toMatchObject({ status: 'identical', files: [] });
    expect(await compare('main...topic')).toMatchObject({
      status: 'diverged',
      merge_base_commit: { sha: on.first },
      commits: [{ sha: topic }],
      files: [{ filename: 'rules/c.json' }],
    });
    expect(await statusOf(compare(`${'0'.repeat(40)}...main`))).toBe(404);
    expect(on.github.violations()).toEqual([]);
  });

  it('stops a comparison at 300 files and 250 commits a page', async () => {
    const files = Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`rules/n${i}.json`, '{}']));
    await on.repository.commit(files, 'Many files');
    for (let i = 0; i < 250; i += 1) await on.repository.commit({}, `Empty ${i}`);
    const basehead = `${on.second}...main`;
    const one = await on.octokit.repos.compareCommitsWithBasehead({ ...on.here, basehead });
    const two = await on.octokit.repos.compareCommitsWithBasehead({ ...on.here, basehead, page: 2 });
    expect(one.data).toMatchObject({ ahead_by: 251, total_commits: 251 });
    expect([one.data.files?.length, one.data.commits.length]).toEqual([300, 250]);
    expect([two.data.files?.length, two.data.commits.length]).toEqual([undefined, 1]);
    expect(on.github.violations()).toEqual([]);
  });
});

describe('git data', () => {
  it('lists trees by commit, branch, tag and tree, and gives blobs', async () => {
    const { tree } = await on.repository.objects.commit(on.second);
    for (const name of [on.second, 'main', tree]) {
      const { data } = await on.octokit.git.getTree({ ...on.here, tree_sha: name, recursive: '1' });
      const paths = data.tree.map((entry) => entry.path);
      expect(paths).toEqual(['README.md', 'rules', 'rules/a.json', 'rules/b.json']);
      expect(data.truncated).toBe(false);
    }
    const flat = await on.octokit.git.getTree({ ...on.here, tree_sha: on.second });
    expect(flat.data.tree.map((entry) => entry.type)).toEqual(['blob', 'tree']);
    const entry = await on.repository.objects.tree(on.second, true);
    const blob = await on.octokit.git.getBlob({ ...on.here, file_sha: entry[2]?.sha ?? '' });
    expect(Buffer.from(blob.data.content, 'base64').toString()).toBe('{"a":1}\n');
    expect(await statusOf(on.octokit.git.getBlob({ ...on.here, file_sha: 'f'.repeat(40) }))).toBe(404);
    expect(await statusOf(on.octokit.git.getTree({ ...on.here, tree_sha: 'nope' }))).toBe(404);
    expect(on.github.violations()).toEqual([]);
  });

  it('cuts a recursive tree where a test says so', async () => {
    on.github.setTreeLimit(2);
    const { data } = await on.octokit.git.getTree({ ...on.here, tree_sha: 'main', recursive: '1' });
    expect([data.tree.length, data.truncated]).toEqual([2, true]);
    const flat = await on.octokit.git.getTree({ ...on.here, tree_sha: 'main' });
    expect(flat.data.truncated).toBe(false);
  });

  it('gives commits and refs', async () => {
    const { data } = await on.octokit.git.getCommit({ ...on.here, commit_sha: on.second });
    expect(data).toMatchObject({ message: 'Second rule', parents: [{ sha: on.first }] });
    expect((await on.octokit.git.getRef({ ...on.here, ref: 'heads/main' })).data.object.sha).toBe(on.second);
    expect(await statusOf(on.octokit.git.getRef({ ...on.here, ref: 'heads/mai' }))).toBe(404);
    const matching = await on.octokit.git.listMatchingRefs({ ...on.here, ref: 'heads/ma' });
    expect(matching.data.map(({ ref }) => ref)).toEqual(['refs/heads/main']);
    expect(await statusOf(on.octokit.git.getCommit({ ...on.here, commit_sha: 'f'.repeat(40) }))).toBe(404);
    expect(on.github.violations()).toEqual([]);
  });

  it('writes blobs, trees, commits and refs, forward only unless forced', async () => {
    await on.restart({ permissions: { contents: 'write' } });
    const blob = await on.octokit.git.createBlob({ ...on.here, content: 'e30K', encoding: 'base64' });
    const base = await on.octokit.git.getCommit({ ...on.here, commit_sha: on.second });
    const tree = await on.octokit.git.createTree({
      ...on.here,
      base_tree: base.data.tree.sha,
      tree: [
        { path: 'rules/new.json', mode: '100644', type: 'blob', sha: blob.data.sha },
        { path: 'audit/log.jsonl', mode: '100644', type: 'blob', content: '{}\n' },
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const commit = { ...on.here, message: 'Written', tree: tree.data.sha, parents: [on.second] };
    const { sha } = (await on.octokit.git.createCommit(commit)).data;
    await on.octokit.git.createRef({ ...on.here, ref: 'refs/heads/audit', sha: on.second });
    expect(await statusOf(on.octokit.git.createRef({ ...on.here, ref: 'refs/heads/audit', sha }))).toBe(422);
    await on.octokit.git.updateRef({ ...on.here, ref: 'heads/audit', sha });
    const paths = (await on.repository.objects.tree('refs/heads/audit', true)).map((entry) => entry.path);
    expect(paths).toEqual([
      'audit',
      'audit/log.jsonl',
      'rules',
      'rules/a.json',
      'rules/b.json',
      'rules/new.json',
    ]);
    const back = { ...on.here, ref: 'heads/audit', sha: on.first };
    expect(await statusOf(on.octokit.git.updateRef(back))).toBe(422);
    await on.octokit.git.updateRef({ ...back, force: true });
    expect(await on.repository.branch('audit')).toBe(on.first);
    await on.octokit.git.deleteRef({ ...on.here, ref: 'heads/audit' });
    expect(await statusOf(on.octokit.git.deleteRef({ ...on.here, ref: 'heads/audit' }))).toBe(422);
    expect(on.github.violations()).toEqual([]);
  });
});
