// The operations that write git data: blobs, trees, commits and refs.

import type { NewTreeEntry } from '../git-writer.ts';
import { instant } from '../git-objects.ts';
import { type Call, param, Refusal, type Reply, type Route, write } from './route.ts';
import { entryShape, refShape } from './routes-git-read.ts';
import { gitCommitShape } from './shape-commit.ts';
import { apiUrl } from './shape-repository.ts';
import type { World } from './world.ts';

const GIT = '/repos/{owner}/{repo}/git';

export const gitWriteRoutes: readonly Route[] = [
  { method: 'POST', path: `${GIT}/blobs`, need: write('contents'), handle: createBlob },
  { method: 'POST', path: `${GIT}/trees`, need: write('contents'), handle: createTree },
  { method: 'POST', path: `${GIT}/commits`, need: write('contents'), handle: createCommit },
  { method: 'POST', path: `${GIT}/refs`, need: write('contents'), handle: createRef },
  { method: 'PATCH', path: `${GIT}/refs/{ref}`, need: write('contents'), handle: updateRef },
  { method: 'DELETE', path: `${GIT}/refs/{ref}`, need: write('contents'), handle: deleteRef },
];

async function createBlob({ world, body }: Call): Promise<Reply> {
  const { content, encoding = 'utf-8' } = body as { content: string; encoding?: string };
  const sha = await world.repository.write.blob(
    Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
  );
  return { status: 201, body: { sha, url: apiUrl(world, `/git/blobs/${sha}`) } };
}

interface SentEntry {
  readonly path: string;
  readonly mode: string;
  readonly sha?: string | null;
  readonly content?: string;
}

async function createTree({ world, body }: Call): Promise<Reply> {
  const sent = body as { tree: readonly SentEntry[]; base_tree?: string };
  const { objects, write } = world.repository;
  if (sent.base_tree !== undefined && (await objects.object(sent.base_tree)) === undefined)
    throw new Refusal(422, 'base_tree is not a valid tree oid', { errors: [] });
  const entries = await Promise.all(sent.tree.map((entry) => newEntry(world, entry)));
  const sha = await write.tree(sent.base_tree, entries);
  const tree = await objects.tree(sha, false);
  return {
    status: 201,
    body: {
      sha,
      url: apiUrl(world, `/git/trees/${sha}`),
      tree: tree.map((entry) => entryShape(world, entry)),
      truncated: false,
    },
  };
}

async function newEntry(world: World, entry: SentEntry): Promise<NewTreeEntry> {
  const { path, mode, content, sha } = entry;
  if (content !== undefined)
    return { path, mode, sha: await world.repository.write.blob(Buffer.from(content)) };
  if (sha === undefined) throw new Refusal(422, 'Must supply tree.sha or tree.content', { errors: [] });
  if (sha !== null && mode !== '160000' && (await world.repository.objects.object(sha)) === undefined)
    throw new Refusal(422, `tree.sha ${sha} is not a valid blob`, { errors: [] });
  return { path, mode, sha };
}

interface SentPerson {
  readonly name: string;
  readonly email: string;
  readonly date?: string;
}

async function createCommit({ world, body, login }: Call): Promise<Reply> {
  const sent = body as {
    message: string;
    tree: string;
    parents?: readonly string[];
    author?: SentPerson;
    committer?: SentPerson;
  };
  const { objects, write } = world.repository;
  if ((await objects.object(sent.tree))?.type !== 'tree')
    throw new Refusal(422, 'Tree SHA does not exist', { errors: [] });
  for (const parent of sent.parents ?? [])
    if ((await objects.object(parent))?.type !== 'commit')
      throw new Refusal(422, 'Parent SHA does not exist or is not a commit object', { errors: [] });
  const self = { name: login, email: `${login}@users.noreply.github.com` };
  const sha = await write.commit({
    message: sent.message,
    tree: sent.tree,
    parents: sent.parents ?? [],
    author: dated(sent.author ?? self),
    committer: dated(sent.committer ?? sent.author ?? self),
  });
  return { status: 201, body: gitCommitShape(world, await objects.commit(sha)) };
}

function dated(person: SentPerson): SentPerson {
  return person.date === undefined ? person : { ...person, date: instant(person.date) };
}

async function createRef({ world, body }: Call): Promise<Reply> {
  const { ref, sha } = body as { ref: string; sha: string };
  if (!/^refs\/[^/]+\/.+$/.test(ref)) throw new Refusal(422, 'Reference name is not valid', { errors: [] });
  if ((await world.repository.history.ref(ref)) !== undefined)
    throw new Refusal(422, 'Reference already exists', { errors: [] });
  await requireObject(world, sha);
  await world.repository.write.setRef(ref, sha);
  return { status: 201, body: await refShape(world, ref, sha) };
}

async function updateRef(call: Call): Promise<Reply> {
  const { world } = call;
  const { sha, force = false } = call.body as { sha: string; force?: boolean };
  const name = `refs/${param(call, 'ref')}`;
  const before = await requireRef(world, name);
  await requireObject(world, sha);
  if (!force && (await world.repository.history.mergeBase(before, sha)) !== before)
    throw new Refusal(422, 'Update is not a fast forward', { errors: [] });
  await world.repository.write.setRef(name, sha);
  return { status: 200, body: await refShape(world, name, sha) };
}

async function deleteRef(call: Call): Promise<Reply> {
  const name = `refs/${param(call, 'ref')}`;
  await requireRef(call.world, name);
  await call.world.repository.write.deleteRef(name);
  return { status: 204 };
}

async function requireRef(world: World, name: string): Promise<string> {
  const sha = await world.repository.history.ref(name);
  if (sha === undefined) throw new Refusal(422, 'Reference does not exist', { errors: [] });
  return sha;
}

async function requireObject(world: World, sha: string): Promise<void> {
  if ((await world.repository.objects.object(sha)) === undefined)
    throw new Refusal(422, 'Object does not exist', { errors: [] });
}
