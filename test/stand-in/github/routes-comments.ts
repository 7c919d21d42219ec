// The operations on comments of issues and pull requests.

import { paged } from './paging.ts';
import {
  type Call,
  invalidField,
  type Need,
  notFound,
  param,
  read,
  type Reply,
  type Route,
  write,
} from './route.ts';
import { commentShape } from './shape-issue.ts';
import { type Comment, isPull, type World } from './world.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';

// GitHub's message names 65,536 characters, and some have measured more; bytes are the reading that is safe under all.
const MAX_BODY_BYTES = 65_536;

export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${ISSUES}/{issue_number}/comments`,
    need: read('issues', 'pull-requests'),
    handle: list,
  },
  { method: 'POST', path: `${ISSUES}/{issue_number}/comments`, need: needToWrite, handle: create },
  {
    method: 'GET',
    path: `${ISSUES}/comments/{comment_id}`,
    need: read('issues', 'pull-requests'),
    handle: get,
  },
  { method: 'PATCH', path: `${ISSUES}/comments/{comment_id}`, need: needToWrite, handle: update },
  { method: 'DELETE', path: `${ISSUES}/comments/{comment_id}`, need: needToWrite, handle: remove },
];

// `issues: write` alone does not let a token comment on a pull request.
function needToWrite(call: Call): Need {
  const { params, world } = call;
  const comment = world.state.comments.find((comment) => String(comment.id) === params['comment_id']);
  const number = comment?.issue ?? Number(params['issue_number']);
  return isPull(world.state, number) ? write('pull-requests') : write('issues');
}

function list(call: Call): Promise<Reply> {
  const { world } = call;
  const number = issueNumber(call);
  const since = call.query.get('since') ?? '';
  const comments = world.state.comments.filter((c) => c.issue === number && c.updatedAt >= since);
  return paged(call, comments, (comment) => commentShape(world, comment));
}

function get(call: Call): Reply {
  return { status: 200, body: commentShape(call.world, find(call)) };
}

function create(call: Call): Reply {
  const { body } = call.body as { body: string };
  const comment = addComment(call.world, issueNumber(call), call.login, checked(body));
  return { status: 201, body: commentShape(call.world, comment) };
}

function update(call: Call): Reply {
  const comment = find(call);
  comment.body = checked((call.body as { body: string }).body);
  comment.updatedAt = call.world.now();
  return { status: 200, body: commentShape(call.world, comment) };
}

function remove(call: Call): Reply {
  const { comments } = call.world.state;
  comments.splice(comments.indexOf(find(call)), 1);
  return { status: 204 };
}

/** Puts a comment of anybody's below an issue or a pull request. */
export function addComment(world: World, issue: number, author: string, body: string): Comment {
  const at = world.now();
  const comment: Comment = { id: world.nextId(), issue, author, body, createdAt: at, updatedAt: at };
  world.state.comments.push(comment);
  return comment;
}

function checked(body: string): string {
  if (body.trim() === '') throw invalidField('IssueComment', 'body', "Body can't be blank");
  if (Buffer.byteLength(body) > MAX_BODY_BYTES)
    throw invalidField('IssueComment', 'body', 'Body is too long (maximum is 65536 characters)');
  return body;
}

function find(call: Call): Comment {
  const found = call.world.state.comments.find((c) => String(c.id) === param(call, 'comment_id'));
  if (found === undefined) throw notFound();
  return found;
}

function issueNumber(call: Call): number {
  const number = Number(param(call, 'issue_number'));
  const { issues, pulls } = call.world.state;
  if (![...issues, ...pulls].some((thread) => thread.number === number)) throw notFound();
  return number;
}
