// Commits and file changes, as GitHub's replies show them.

import type { FileChange } from '../git-history.ts';
import type { CommitDetails } from '../git-objects.ts';
import { apiUrl, htmlUrl } from './shape-repository.ts';
import { nodeId } from './shape-user.ts';
import type { World } from './world.ts';

const verification = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** A commit as the commits, branches and compare endpoints give it, without its files. */
export function commitShape(world: World, commit: CommitDetails): Record<string, unknown> {
  const url = apiUrl(world, `/commits/${commit.sha}`);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url,
    html_url: htmlUrl(world, `/commit/${commit.sha}`),
    comments_url: `${url}/comments`,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: apiUrl(world, `/git/trees/${commit.tree}`) },
      url: apiUrl(world, `/git/commits/${commit.sha}`),
      comment_count: 0,
      verification,
    },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: apiUrl(world, `/commits/${sha}`),
      html_url: htmlUrl(world, `/commit/${sha}`),
    })),
  };
}

/** A commit as the git data endpoints give it. */
export function gitCommitShape(world: World, commit: CommitDetails): Record<string, unknown> {
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: apiUrl(world, `/git/commits/${commit.sha}`),
    html_url: htmlUrl(world, `/commit/${commit.sha}`),
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: apiUrl(world, `/git/trees/${commit.tree}`) },
    parents: commit.parents.map((sha) => ({
      sha,
      url: apiUrl(world, `/git/commits/${sha}`),
      html_url: htmlUrl(world, `/commit/${sha}`),
    })),
    verification,
  };
}

/** A commit as a workflow run carries it. */
export function simpleCommitShape(commit: CommitDetails): Record<string, unknown> {
  const { author, committer } = commit;
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}

/** One changed file; its patch is left out, as GitHub does for large ones. */
export function fileShape(world: World, ref: string, change: FileChange): Record<string, unknown> {
  const path = change.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: htmlUrl(world, `/blob/${ref}/${path}`),
    raw_url: htmlUrl(world, `/raw/${ref}/${path}`),
    contents_url: apiUrl(world, `/contents/${path}?ref=${ref}`),
    ...(change.previousPath === undefined ? {} : { previous_filename: change.previousPath }),
  };
}
