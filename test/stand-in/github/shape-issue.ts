// Issues and their comments, as GitHub's replies show them.

import { apiUrl, htmlUrl } from './shape-repository.ts';
import { idOf, nodeId, userShape } from './shape-user.ts';
import { type Comment, type Issue, isPull, type Pull, type World } from './world.ts';

/** A comment on an issue or a pull request. */
export function commentShape(world: World, comment: Comment): Record<string, unknown> {
  const kind = isPull(world.state, comment.issue) ? 'pull' : 'issues';
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: apiUrl(world, `/issues/comments/${comment.id}`),
    html_url: htmlUrl(world, `/${kind}/${comment.issue}#issuecomment-${comment.id}`),
    issue_url: apiUrl(world, `/issues/${comment.issue}`),
    user: userShape(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: 'NONE',
    performed_via_github_app: null,
  };
}

/** What an issue and a pull request have in common. */
export function threadShape(world: World, thread: Issue | Pull): Record<string, unknown> {
  return {
    id: thread.id,
    number: thread.number,
    title: thread.title,
    body: thread.body,
    state: thread.state,
    user: userShape(world, thread.author),
    locked: false,
    milestone: null,
    comments_url: apiUrl(world, `/issues/${thread.number}/comments`),
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    author_association: 'CONTRIBUTOR',
  };
}

/** How many comments an issue or a pull request has. */
export const commentCount = (world: World, number: number): number =>
  world.state.comments.filter((comment) => comment.issue === number).length;

/** An issue. */
export function issueShape(world: World, issue: Issue): Record<string, unknown> {
  const url = apiUrl(world, `/issues/${issue.number}`);
  const assignees = issue.assignees.map((login) => userShape(world, login));
  return {
    ...threadShape(world, issue),
    node_id: nodeId('Issue', issue.id),
    url,
    repository_url: apiUrl(world),
    labels_url: `${url}/labels{/name}`,
    events_url: `${url}/events`,
    html_url: htmlUrl(world, `/issues/${issue.number}`),
    state_reason: issue.stateReason,
    labels: issue.labels.map((name) => labelShape(world, name)),
    assignee: assignees[0] ?? null,
    assignees,
    comments: commentCount(world, issue.number),
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === null ? null : userShape(world, issue.closedBy),
  };
}

/** A pull request in the form that the list of issues gives it: issues and pull requests share that list. */
export function pullAsIssueShape(world: World, pull: Pull): Record<string, unknown> {
  const api = apiUrl(world, `/pulls/${pull.number}`);
  const html = htmlUrl(world, `/pull/${pull.number}`);
  const issue: Issue = {
    ...pull,
    stateReason: null,
    labels: [],
    assignees: [],
    closedAt: null,
    closedBy: null,
  };
  return {
    ...issueShape(world, issue),
    html_url: html,
    pull_request: {
      url: api,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: pull.mergedAt,
    },
  };
}

function labelShape(world: World, name: string): Record<string, unknown> {
  return {
    id: idOf(`label ${name}`),
    node_id: nodeId('Label', name),
    url: apiUrl(world, `/labels/${encodeURIComponent(name)}`),
    name,
    description: null,
    color: 'ededed',
    default: false,
  };
}
