// The operations on the repository itself, its branches, commits and comparisons, and on the user of the token.

import type { CommitDetails } from '../git-objects.ts';
import { cut, pageOf } from './paging.ts';
import { type Call, notFound, param, problem, read, Refusal, type Reply, type Route } from './route.ts';
import { commitShape, fileShape } from './shape-commit.ts';
import { apiUrl, fullRepositoryShape, htmlUrl } from './shape-repository.ts';
import { ownUserShape } from './shape-user.ts';

const REPOSITORY = '/repos/{owner}/{repo}';
const COMPARE_FILES = 300;
const COMPARE_COMMITS = 250;
const COMMIT_FILES = 300;

export const repositoryRoutes: readonly Route[] = [
  { method: 'GET', path: '/user', need: undefined, handle: getUser },
  {
    method: 'GET',
    path: REPOSITORY,
    need: read('metadata'),
    handle: ({ world }) => ({ status: 200, body: fullRepositoryShape(world) }),
  },
  { method: 'GET', path: `${REPOSITORY}/branches/{branch}`, need: read('contents'), handle: getBranch },
  { method: 'GET', path: `${REPOSITORY}/commits/{ref}`, need: read('contents'), handle: getCommit },
  { method: 'GET', path: `${REPOSITORY}/compare/{basehead}`, need: read('contents'), handle: compare },
];

function getUser({ world, token }: Call): Reply {
  if (token === undefined) return problem(401, 'Requires authentication');
  if (token.kind === 'installation') return problem(403, 'Resource not accessible by integration');
  return { status: 200, body: ownUserShape(world, token.login) };
}

async function getBranch(call: Call): Promise<Reply> {
  const { world } = call;
  const name = param(call, 'branch');
  const sha = await world.repository.branch(name);
  if (sha === undefined) throw new Refusal(404, 'Branch not found');
  const self = apiUrl(world, `/branches/${name}`);
  const commit = commitShape(world, await world.repository.objects.commit(sha));
  const links = { self, html: htmlUrl(world, `/tree/${name}`) };
  return {
    status: 200,
    body: {
      name,
      commit,
      _links: links,
      protected: false,
      protection: { enabled: false },
      protection_url: `${self}/protection`,
    },
  };
}

async function getCommit(call: Call): Promise<Reply> {
  const { world } = call;
  const ref = param(call, 'ref');
  const sha = await world.repository.history.commitOf(ref);
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  const commit = await world.repository.objects.commit(sha);
  const changes = await world.repository.history.changes(commit.parents[0], sha);
  const { items, headers } = cut(call, changes, COMMIT_FILES, COMMIT_FILES);
  const additions = changes.reduce((sum, change) => sum + change.additions, 0);
  const deletions = changes.reduce((sum, change) => sum + change.deletions, 0);
  const files = items.map((change) => fileShape(world, sha, change));
  const stats = { total: additions + deletions, additions, deletions };
  return { status: 200, headers, body: { ...commitShape(world, commit), stats, files } };
}

async function compare(call: Call): Promise<Reply> {
  const { world } = call;
  const [baseName = '', headName = ''] = param(call, 'basehead').split('...');
  const { history, objects } = world.repository;
  const [base, head] = [await history.commitOf(baseName), await history.commitOf(headName)];
  if (base === undefined || head === undefined) throw notFound();
  const mergeBase = await history.mergeBase(base, head);
  if (mergeBase === undefined)
    throw new Refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  const ahead = await history.between(base, head);
  const behind = await history.between(head, base);
  const { items, headers } = cut(call, ahead, COMPARE_COMMITS, COMPARE_COMMITS);
  const url = apiUrl(world, `/compare/${baseName}...${headName}`);
  const html = htmlUrl(world, `/compare/${baseName}...${headName}`);
  const body = {
    url,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitShape(world, await objects.commit(base)),
    merge_base_commit: commitShape(world, await objects.commit(mergeBase)),
    ...relation(ahead, behind),
    commits: items.map((commit) => commitShape(world, commit)),
    ...(await comparedFiles(call, mergeBase, head)),
  };
  return { status: 200, headers, body };
}

function relation(
  ahead: readonly CommitDetails[],
  behind: readonly CommitDetails[],
): Record<string, string | number> {
  const apart = behind.length > 0 ? 'behind' : 'identical';
  const forward = behind.length > 0 ? 'diverged' : 'ahead';
  return {
    status: ahead.length > 0 ? forward : apart,
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
  };
}

// The files come with the first page only, and never more than 300 of them.
async function comparedFiles(call: Call, mergeBase: string, head: string): Promise<Record<string, unknown>> {
  if (pageOf(call).page > 1) return {};
  const changes = await call.world.repository.history.changes(mergeBase, head);
  const files = changes.slice(0, COMPARE_FILES).map((change) => fileShape(call.world, head, change));
  return { files };
}
