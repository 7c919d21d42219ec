// The operations on pull requests.

import { paged } from './paging.ts';
import { type Call, notFound, param, read, Refusal, type Reply, type Route } from './route.ts';
import { fileShape } from './shape-commit.ts';
import { fullPullShape, pullShape } from './shape-pull.ts';
import type { FileChange } from '../git-history.ts';
import type { Pull, World } from './world.ts';

const REPOSITORY = '/repos/{owner}/{repo}';
const MAX_FILES = 3000;

export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: `${REPOSITORY}/pulls/{pull_number}`, need: read('pull-requests'), handle: get },
  {
    method: 'GET',
    path: `${REPOSITORY}/pulls/{pull_number}/files`,
    need: read('pull-requests'),
    handle: listFiles,
  },
  {
    method: 'GET',
    path: `${REPOSITORY}/commits/{commit_sha}/pulls`,
    need: read('pull-requests'),
    handle: listOfCommit,
  },
];

async function get(call: Call): Promise<Reply> {
  const { world } = call;
  const pull = find(call);
  const changes = await changesOf(world, pull);
  const commits = await world.repository.history.between(pull.base.sha, pull.head.sha);
  const figures = {
    additions: changes.reduce((sum, change) => sum + change.additions, 0),
    deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
    changed_files: changes.length,
    commits: commits.length,
  };
  return { status: 200, body: fullPullShape(world, pull, figures) };
}

async function listFiles(call: Call): Promise<Reply> {
  const pull = find(call);
  const changes = (await changesOf(call.world, pull)).slice(0, MAX_FILES);
  return paged(call, changes, (change) => fileShape(call.world, pull.head.sha, change));
}

async function changesOf(world: World, pull: Pull): Promise<readonly FileChange[]> {
  const { history } = world.repository;
  return history.changes(await history.mergeBase(pull.base.sha, pull.head.sha), pull.head.sha);
}

async function listOfCommit(call: Call): Promise<Reply> {
  const { world } = call;
  const sha = param(call, 'commit_sha');
  if ((await world.repository.history.commitOf(sha)) === undefined)
    throw new Refusal(422, `No commit found for SHA: ${sha}`);
  const found: Pull[] = [];
  for (const pull of world.state.pulls) if (await holds(world, pull, sha)) found.push(pull);
  return paged(call, found, (pull) => pullShape(world, pull));
}

async function holds(world: World, pull: Pull, sha: string): Promise<boolean> {
  if (pull.mergedAt !== null && pull.mergeSha === sha) return true;
  const commits = await world.repository.history.between(pull.base.sha, pull.head.sha);
  return commits.some((commit) => commit.sha === sha);
}

function find(call: Call): Pull {
  const number = Number(param(call, 'pull_number'));
  const found = call.world.state.pulls.find((pull) => pull.number === number);
  if (found === undefined) throw notFound();
  return found;
}
