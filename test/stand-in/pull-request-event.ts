// The payload of a pull request's event, from the same repository or from a fork.

import {
  type Common,
  example,
  type Payload,
  renamed,
  type Repository,
  type RunEvent,
} from './event-example.ts';

export interface PullRequestEvent extends Common {
  readonly number: number;
  readonly head: { readonly ref: string; readonly sha: string; /** Of a fork. */ readonly fullName?: string };
  readonly base: { readonly ref?: string; readonly sha: string };
  /** The merge commit, which is what a workflow checks out. */
  readonly mergeSha: string;
  /** Default `synchronize`. */
  readonly action?: 'opened' | 'reopened' | 'synchronize';
  /** For `synchronize`: the head before. */
  readonly before?: string;
  readonly title?: string;
  readonly body?: string | null;
  /** `pull_request_target` runs on the base and gives its ref and sha. */
  readonly target?: boolean;
}

/** A pull request that was opened or pushed to; with `head.fullName` one from a fork. */
export function pullRequestEvent(event: PullRequestEvent): RunEvent {
  const action = event.action ?? 'synchronize';
  const payload = example('pull_request', event, (payload) => payload['action'] === action);
  const pull = addressed(payload['pull_request'] as Pull, event);
  payload['pull_request'] = pull;
  const base = { ref: event.base.ref ?? 'main', sha: event.base.sha };
  const head = { ref: event.head.ref, sha: event.head.sha };
  Object.assign(payload, { number: event.number });
  if (action === 'synchronize') Object.assign(payload, { before: event.before ?? base.sha, after: head.sha });
  Object.assign(pull, {
    number: event.number,
    merge_commit_sha: event.mergeSha,
    state: 'open',
    draft: false,
  });
  Object.assign(pull['user'] as Payload, { login: event.sender ?? 'octo-ops' });
  if (event.title !== undefined) pull['title'] = event.title;
  if (event.body !== undefined) pull['body'] = event.body;
  Object.assign(pull.base, base, { label: label(event.fullName, base.ref) });
  const headName = event.head.fullName ?? event.fullName;
  Object.assign(pull.head, head, { label: label(headName, head.ref) });
  if (headName !== event.fullName)
    pull.head['repo'] = fork(pull.head['repo'] as Repository & Payload, headName);
  for (const side of [pull.base, pull.head]) (side['repo'] as Payload)['default_branch'] = 'main';
  if (event.target === true)
    return { eventName: 'pull_request_target', payload, ref: `refs/heads/${base.ref}`, sha: base.sha };
  return { eventName: 'pull_request', payload, ref: `refs/pull/${event.number}/merge`, sha: event.mergeSha };
}

type Pull = Payload & { number: number; head: Payload; base: Payload };

/** The pull request with its number and head in all its addresses. */
function addressed(pull: Pull, { number, head }: PullRequestEvent): Pull {
  const places = new RegExp(`/(pulls|pull|issues)/${pull.number}(?!\\d)`, 'g');
  const text = JSON.stringify(pull)
    .replaceAll(places, `/$1/${number}`)
    .replaceAll(String(pull.head['sha']), head.sha);
  return JSON.parse(text) as Pull;
}

function label(fullName: string, ref: string): string {
  return `${fullName.split('/')[0]}:${ref}`;
}

function fork(repository: Repository & Payload, fullName: string): Payload {
  return { ...renamed(repository, repository, fullName), fork: true, id: Number(repository['id']) + 1 };
}
