// The operations on commit statuses.

import { paged, cut } from './paging.ts';
import { type Call, invalidField, param, read, Refusal, type Reply, type Route, write } from './route.ts';
import { simpleStatusShape, statusShape } from './shape-release.ts';
import { apiUrl, minimalRepositoryShape } from './shape-repository.ts';
import type { Status, StatusState, World } from './world.ts';

const REPOSITORY = '/repos/{owner}/{repo}';
const MAX_DESCRIPTION = 140;
const MAX_CONTEXT = 255;
const MAX_STATUSES = 1000;

export const statusRoutes: readonly Route[] = [
  { method: 'POST', path: `${REPOSITORY}/statuses/{sha}`, need: write('statuses'), handle: create },
  { method: 'GET', path: `${REPOSITORY}/commits/{ref}/statuses`, need: read('statuses'), handle: list },
  { method: 'GET', path: `${REPOSITORY}/commits/{ref}/status`, need: read('statuses'), handle: combined },
];

interface SentStatus {
  readonly state: StatusState;
  readonly context?: string;
  readonly description?: string | null;
  readonly target_url?: string | null;
}

async function create(call: Call): Promise<Reply> {
  const { world } = call;
  const sent = call.body as SentStatus;
  const sha = param(call, 'sha');
  const commit = /^[0-9a-f]{40}$/.test(sha) ? await world.repository.objects.object(sha) : undefined;
  if (commit?.type !== 'commit') throw new Refusal(422, `No commit found for SHA: ${sha}`);
  const context = sent.context ?? 'default';
  checkLengths(sent.description ?? '', context);
  const before = world.state.statuses.filter((s) => s.sha === sha && sameContext(s.context, context));
  if (before.length >= MAX_STATUSES)
    throw invalidField(
      'Status',
      'context',
      'This SHA and context has reached the maximum number of statuses.',
    );
  const status: Status = {
    id: world.nextId(),
    sha,
    state: sent.state,
    context,
    description: sent.description ?? null,
    targetUrl: sent.target_url ?? null,
    creator: call.login,
    createdAt: world.now(),
  };
  world.state.statuses.push(status);
  return { status: 201, body: statusShape(world, status) };
}

function checkLengths(description: string, context: string): void {
  if (description.length > MAX_DESCRIPTION)
    throw invalidField('Status', 'description', 'description is too long (maximum is 140 characters)');
  if (context.length > MAX_CONTEXT)
    throw invalidField('Status', 'context', 'context is too long (maximum is 255 characters)');
}

const sameContext = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

async function list(call: Call): Promise<Reply> {
  const sha = await shaOf(call);
  const newestFirst = call.world.state.statuses.filter((status) => status.sha === sha).toReversed();
  return paged(call, newestFirst, (status) => statusShape(call.world, status));
}

async function combined(call: Call): Promise<Reply> {
  const { world } = call;
  const sha = await shaOf(call);
  const newest = newestStatuses(world, sha);
  const { items, headers } = cut(call, newest);
  return {
    status: 200,
    headers,
    body: {
      state: combine(newest),
      statuses: items.map((status) => simpleStatusShape(world, status)),
      sha,
      total_count: newest.length,
      repository: minimalRepositoryShape(world),
      commit_url: apiUrl(world, `/commits/${sha}`),
      url: apiUrl(world, `/commits/${sha}/status`),
    },
  };
}

/** The newest status of each context of a commit. */
export function newestStatuses(world: World, sha: string): readonly Status[] {
  const ofCommit = world.state.statuses.filter((status) => status.sha === sha);
  return [...new Map(ofCommit.map((status) => [status.context.toLowerCase(), status])).values()];
}

function combine(statuses: readonly Status[]): 'failure' | 'pending' | 'success' {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return statuses.length > 0 && statuses.every(({ state }) => state === 'success') ? 'success' : 'pending';
}

async function shaOf(call: Call): Promise<string> {
  const ref = param(call, 'ref');
  const sha = await call.world.repository.history.commitOf(ref);
  if (sha === undefined) throw new Refusal(404, 'Not Found');
  return sha;
}
