// The operations on issues; the list also has the pull requests, as GitHub's has.

import { paged } from './paging.ts';
import { type Call, notFound, param, read, Refusal, type Reply, type Route, write } from './route.ts';
import { issueShape, pullAsIssueShape } from './shape-issue.ts';
import { type Issue, nextNumber, type Pull, type World } from './world.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';

export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: ISSUES, need: read('issues'), handle: list },
  { method: 'POST', path: ISSUES, need: write('issues'), handle: create },
  { method: 'GET', path: `${ISSUES}/{issue_number}`, need: read('issues', 'pull-requests'), handle: get },
  { method: 'PATCH', path: `${ISSUES}/{issue_number}`, need: write('issues'), handle: update },
];

const HELD_FILTERS = [
  'state',
  'labels',
  'creator',
  'assignee',
  'since',
  'sort',
  'direction',
  'per_page',
  'page',
];

function list(call: Call): Promise<Reply> {
  const { world, query } = call;
  for (const name of query.keys())
    if (!HELD_FILTERS.includes(name))
      throw new Refusal(501, `the stand-in does not filter issues by ${name}`);
  const threads = [...world.state.issues, ...world.state.pulls.map(asIssue)];
  const found = threads.filter((issue) => matches(issue, query)).sort(order(query, world));
  return paged(call, found, (issue) => shape(world, issue));
}

function asIssue(pull: Pull): Issue {
  return { ...pull, stateReason: null, labels: [], assignees: [], closedAt: null, closedBy: null };
}

function shape(world: World, issue: Issue): Record<string, unknown> {
  const pull = world.state.pulls.find((pull) => pull.number === issue.number);
  return pull === undefined ? issueShape(world, issue) : pullAsIssueShape(world, pull);
}

function matches(issue: Issue, query: URLSearchParams): boolean {
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const creator = query.get('creator');
  const assignee = query.get('assignee');
  return (
    (state === 'all' || issue.state === state) &&
    labels.every((label) => issue.labels.includes(label)) &&
    (creator === null || issue.author === creator) &&
    (assignee === null || issue.assignees.includes(assignee)) &&
    issue.updatedAt >= (query.get('since') ?? '')
  );
}

function order(query: URLSearchParams, world: World): (one: Issue, other: Issue) => number {
  const count = (issue: Issue): number => world.state.comments.filter((c) => c.issue === issue.number).length;
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  const sort = query.get('sort') ?? 'created';
  return (one, other) => {
    if (sort === 'comments') return sign * (count(one) - count(other) || one.number - other.number);
    if (sort === 'updated' && one.updatedAt !== other.updatedAt)
      return one.updatedAt < other.updatedAt ? -sign : sign;
    return sign * (one.number - other.number);
  };
}

interface SentIssue {
  readonly title?: string | number;
  readonly body?: string | null;
  readonly labels?: readonly (string | { readonly name: string })[];
  readonly assignees?: readonly string[];
  readonly state?: 'open' | 'closed';
  readonly state_reason?: string | null;
}

function create(call: Call): Reply {
  const sent = call.body as SentIssue;
  const issue = addIssue(call.world, call.login, {
    title: String(sent.title),
    body: sent.body ?? null,
    labels: labelNames(sent.labels ?? []),
    assignees: sent.assignees ?? [],
  });
  return { status: 201, body: issueShape(call.world, issue) };
}

/** Opens an issue in the name of anybody. */
export function addIssue(
  world: World,
  author: string,
  issue: Pick<Issue, 'title' | 'body' | 'labels' | 'assignees'>,
): Issue {
  const at = world.now();
  const opened: Issue = {
    id: world.nextId(),
    number: nextNumber(world.state),
    ...issue,
    state: 'open',
    stateReason: null,
    author,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    closedBy: null,
  };
  world.state.issues.push(opened);
  return opened;
}

function get(call: Call): Reply {
  const { issues, pulls } = call.world.state;
  const number = Number(param(call, 'issue_number'));
  const issue = [...issues, ...pulls.map(asIssue)].find((issue) => issue.number === number);
  if (issue === undefined) throw notFound();
  return { status: 200, body: shape(call.world, issue) };
}

function update(call: Call): Reply {
  const { world } = call;
  const number = Number(param(call, 'issue_number'));
  const issue = world.state.issues.find((issue) => issue.number === number);
  if (issue === undefined) throw notFound();
  const sent = call.body as SentIssue;
  if (sent.title !== undefined) issue.title = String(sent.title);
  if (sent.body !== undefined) issue.body = sent.body;
  if (sent.labels !== undefined) issue.labels = labelNames(sent.labels);
  if (sent.assignees !== undefined) issue.assignees = sent.assignees;
  if (sent.state !== undefined) setState(call, issue, sent.state, sent.state_reason ?? null);
  issue.updatedAt = world.now();
  return { status: 200, body: issueShape(world, issue) };
}

function setState(call: Call, issue: Issue, state: 'open' | 'closed', reason: string | null): void {
  const closed = state === 'closed';
  issue.stateReason = reason ?? (closed ? 'completed' : null);
  issue.closedAt = closed ? call.world.now() : null;
  issue.closedBy = closed ? call.login : null;
  issue.state = state;
}

function labelNames(labels: readonly (string | { readonly name: string })[]): readonly string[] {
  return labels.map((label) => (typeof label === 'string' ? label : label.name));
}
