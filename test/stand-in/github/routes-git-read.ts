// The operations that read git data: trees, blobs, commits and refs.

import type { TreeEntry } from '../git-objects.ts';
import { type Call, notFound, param, read, Refusal, type Reply, type Route } from './route.ts';
import { gitCommitShape } from './shape-commit.ts';
import { apiUrl } from './shape-repository.ts';
import { nodeId } from './shape-user.ts';
import type { World } from './world.ts';

const GIT = '/repos/{owner}/{repo}/git';

export const gitReadRoutes: readonly Route[] = [
  { method: 'GET', path: `${GIT}/trees/{tree_sha}`, need: read('contents'), handle: getTree },
  { method: 'GET', path: `${GIT}/blobs/{file_sha}`, need: read('contents'), handle: getBlob },
  { method: 'GET', path: `${GIT}/commits/{commit_sha}`, need: read('contents'), handle: getCommit },
  { method: 'GET', path: `${GIT}/ref/{ref}`, need: read('contents'), handle: getRef },
  { method: 'GET', path: `${GIT}/matching-refs/{ref}`, need: read('contents'), handle: matchingRefs },
];

async function getTree(call: Call): Promise<Reply> {
  const { world } = call;
  const name = param(call, 'tree_sha');
  const { objects, history } = world.repository;
  const sha = (await history.commitOf(name)) ?? (await objects.object(name))?.sha;
  if (sha === undefined) throw notFound();
  if ((await objects.object(sha))?.type === 'blob') throw notFound();
  // GitHub looks at whether the parameter is there, not at its value: `recursive=0` is recursive too.
  const recursive = call.query.has('recursive');
  const entries = await objects.tree(sha, recursive);
  const limit = recursive ? world.treeLimit : entries.length;
  return {
    status: 200,
    body: {
      sha,
      url: apiUrl(world, `/git/trees/${sha}`),
      tree: entries.slice(0, limit).map((entry) => entryShape(world, entry)),
      truncated: entries.length > limit,
    },
  };
}

/** One entry of a tree; a submodule's has no address. */
export function entryShape(world: World, entry: TreeEntry): Record<string, unknown> {
  if (entry.type === 'commit') return { ...entry };
  return { ...entry, url: apiUrl(world, `/git/${entry.type}s/${entry.sha}`) };
}

async function getBlob(call: Call): Promise<Reply> {
  const { world } = call;
  const sha = param(call, 'file_sha');
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw new Refusal(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
  const content = await world.repository.objects.blob(sha);
  if (content === undefined) throw notFound();
  const lines = content.toString('base64').match(/.{1,60}/g) ?? [];
  return {
    status: 200,
    body: {
      sha,
      node_id: nodeId('Blob', sha),
      size: content.length,
      url: apiUrl(world, `/git/blobs/${sha}`),
      content: lines.map((line) => `${line}\n`).join(''),
      encoding: 'base64',
    },
  };
}

async function getCommit(call: Call): Promise<Reply> {
  const sha = param(call, 'commit_sha');
  const { objects } = call.world.repository;
  const found = /^[0-9a-f]{40}$/.test(sha) ? await objects.object(sha) : undefined;
  if (found?.type !== 'commit') throw notFound();
  return { status: 200, body: gitCommitShape(call.world, await objects.commit(sha)) };
}

async function getRef(call: Call): Promise<Reply> {
  const name = `refs/${param(call, 'ref')}`;
  const sha = await call.world.repository.history.ref(name);
  if (sha === undefined) throw notFound();
  return { status: 200, body: await refShape(call.world, name, sha) };
}

async function matchingRefs(call: Call): Promise<Reply> {
  const refs = await call.world.repository.history.refs(`refs/${param(call, 'ref')}`);
  const body = await Promise.all(refs.map(({ name, sha }) => refShape(call.world, name, sha)));
  return { status: 200, body };
}

/** A ref and what it points at. */
export async function refShape(world: World, name: string, sha: string): Promise<Record<string, unknown>> {
  const type = (await world.repository.objects.object(sha))?.type ?? 'commit';
  return {
    ref: name,
    node_id: nodeId('Ref', name),
    url: apiUrl(world, `/git/${name}`),
    object: { sha, type, url: apiUrl(world, `/git/${type}s/${sha}`) },
  };
}
