// Pull requests, as GitHub's replies show them.

import { commentCount, threadShape } from './shape-issue.ts';
import { apiUrl, htmlUrl, repositoryShape } from './shape-repository.ts';
import { nodeId, userShape } from './shape-user.ts';
import type { Pull, PullSide, World } from './world.ts';

/** A pull request as lists give it. */
export function pullShape(world: World, pull: Pull): Record<string, unknown> {
  const html = htmlUrl(world, `/pull/${pull.number}`);
  return {
    ...threadShape(world, pull),
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    ...pullAddresses(world, pull),
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [],
    draft: false,
    closed_at: pull.state === 'closed' ? pull.updatedAt : null,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    auto_merge: null,
    head: sideShape(world, pull.head),
    base: sideShape(world, pull.base),
  };
}

function pullAddresses(world: World, pull: Pull): Record<string, unknown> {
  const url = apiUrl(world, `/pulls/${pull.number}`);
  const issue = apiUrl(world, `/issues/${pull.number}`);
  const statuses = apiUrl(world, `/statuses/${pull.head.sha}`);
  const review = apiUrl(world, '/pulls/comments{/number}');
  return {
    url,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: review,
    statuses_url: statuses,
    _links: {
      self: { href: url },
      html: { href: htmlUrl(world, `/pull/${pull.number}`) },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: review },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
  };
}

function sideShape(world: World, side: PullSide): Record<string, unknown> {
  const [owner = ''] = side.fullName.split('/');
  return {
    label: `${owner}:${side.ref}`,
    ref: side.ref,
    sha: side.sha,
    user: userShape(world, owner),
    repo: repositoryShape(world, side.fullName),
  };
}

/** What `GET pulls/{n}` adds to a pull request, with the figures of its changes. */
export function fullPullShape(
  world: World,
  pull: Pull,
  figures: { additions: number; deletions: number; changed_files: number; commits: number },
): Record<string, unknown> {
  return {
    ...pullShape(world, pull),
    ...figures,
    comments: commentCount(world, pull.number),
    review_comments: 0,
    merged: pull.mergedAt !== null,
    merged_by: null,
    mergeable: pull.mergedAt === null ? pull.mergeSha !== null : null,
    mergeable_state: pull.mergeSha === null ? 'dirty' : 'clean',
    rebaseable: false,
    maintainer_can_modify: false,
  };
}
