// Edge: what git holds, by REST: trees, blobs, refs, and how commits relate.
import type { CommitRelation, TreeFile } from '../ports.ts';
import type { Connection } from './connect.ts';
import { type Need, askGitHub, hasStatus } from './ask-github.ts';

const READ: Need = { action: 'read the repository', permission: 'contents: read' };
const SYMBOLIC_LINK = '120000';

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

async function readOneTree(
  { octokit, repository }: Connection,
  sha: string,
  recursive: boolean,
): Promise<{ entries: Entry[]; truncated: boolean }> {
  const { data } = await octokit.rest.git.getTree({
    ...repository,
    tree_sha: sha,
    ...(recursive ? { recursive: '1' } : {}),
  });
  return { entries: data.tree, truncated: data.truncated };
}

/** Reads a tree folder by folder: the way for those that are too large for one reply (100,000 entries or 7 MB). */
async function readFolderByFolder(connection: Connection, root: string): Promise<Entry[]> {
  const files: Entry[] = [];
  const open = [{ sha: root, prefix: '' }];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const { prefix, sha } = folder;
    for (const entry of (await readOneTree(connection, sha, false)).entries) {
      if (entry.type === 'tree') open.push({ sha: entry.sha, prefix: `${prefix}${entry.path}/` });
      else files.push({ ...entry, path: prefix + entry.path });
    }
  }
  return files;
}

export async function readTree(connection: Connection, sha: string): Promise<TreeFile[] | undefined> {
  return askGitHub(READ, async () => {
    try {
      const whole = await readOneTree(connection, sha, true);
      const entries = whole.truncated ? await readFolderByFolder(connection, sha) : whole.entries;
      const files = entries.filter((entry) => entry.type === 'blob' && entry.mode !== SYMBOLIC_LINK);
      return files.map((entry) => ({ path: entry.path, blob: entry.sha }));
    } catch (error) {
      if (hasStatus(error, 404, 409, 422)) return undefined;
      throw error;
    }
  });
}

export async function readBlob({ octokit, repository }: Connection, blob: string): Promise<Uint8Array> {
  const { data } = await askGitHub(READ, async () =>
    octokit.rest.git.getBlob({ ...repository, file_sha: blob }),
  );
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}

export async function resolveCommit(
  { octokit, repository }: Connection,
  ref: string,
): Promise<string | undefined> {
  return askGitHub(READ, async () => {
    try {
      if (ref.startsWith('refs/heads/')) {
        const { data } = await octokit.rest.git.getRef({ ...repository, ref: ref.slice('refs/'.length) });
        return data.object.sha;
      }
      const { data } = await octokit.rest.repos.getCommit({ ...repository, ref });
      return data.sha;
    } catch (error) {
      if (hasStatus(error, 404, 409, 422)) return undefined;
      throw error;
    }
  });
}

export async function compareCommits(
  { octokit, repository }: Connection,
  base: string,
  head: string,
): Promise<CommitRelation> {
  if (base === head) return 'identical';
  return askGitHub(READ, async () => {
    try {
      const basehead = `${base}...${head}`;
      const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
        ...repository,
        basehead,
        per_page: 1,
      });
      return data.status;
    } catch (error) {
      if (hasStatus(error, 404, 422)) return 'unknown';
      throw error;
    }
  });
}

/** @returns false also where GitHub names only a part of the commits (250 at most without pages) */
export async function isLinear(
  { octokit, repository }: Connection,
  base: string,
  head: string,
): Promise<boolean> {
  const basehead = `${base}...${head}`;
  const { data } = await askGitHub(READ, async () =>
    octokit.rest.repos.compareCommitsWithBasehead({ ...repository, basehead }),
  );
  const { status, total_commits: total, commits } = data;
  return (
    status === 'ahead' && commits.length === total && commits.every(({ parents }) => parents.length <= 1)
  );
}
