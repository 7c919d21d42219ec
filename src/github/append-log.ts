// Edge: appends text to a file of a branch by git blobs, trees, commits and refs: one commit, forward only. What is there already
// is never changed. What the text says is none of its business.
import type { LogAppend } from '../ports.ts';
import type { Connection } from './connect.ts';
import { type Need, askGitHub, hasStatus } from './ask-github.ts';

/** Attempts where others move the branch meanwhile: runs of other environments that end together. */
const MOST_ATTEMPTS = 8;
const FILE_MODE = '100644';
const NEWLINE = 10;

interface Tip {
  readonly commit: string;
  readonly tree: string;
}

async function readTip({ octokit, repository }: Connection, branch: string): Promise<Tip | undefined> {
  try {
    const { data } = await octokit.rest.git.getRef({ ...repository, ref: `heads/${branch}` });
    const commit = data.object.sha;
    const { data: content } = await octokit.rest.git.getCommit({ ...repository, commit_sha: commit });
    return { commit, tree: content.tree.sha };
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}

async function listTree({ octokit, repository }: Connection, sha: string) {
  return (await octokit.rest.git.getTree({ ...repository, tree_sha: sha })).data.tree;
}

interface LogFile {
  readonly name: string;
  readonly blob: string;
  /** Bytes. */
  readonly size: number;
}

/** The files of the folder. */
async function listFiles(connection: Connection, tip: Tip, folder: string): Promise<LogFile[]> {
  const found = (await listTree(connection, tip.tree)).find(({ path }) => path === folder);
  if (found === undefined) return [];
  if (found.type !== 'tree') throw new Error(`${folder} on the branch is no folder`);
  const entries = await listTree(connection, found.sha);
  return entries
    .filter(({ type }) => type === 'blob')
    .map(({ path, sha, size = 0 }) => ({ name: path, blob: sha, size }));
}

async function readFile({ octokit, repository }: Connection, blob: string): Promise<Buffer> {
  const { data } = await octokit.rest.git.getBlob({ ...repository, file_sha: blob });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}

interface Composed {
  readonly name: string;
  /** The whole new content; undefined where the text is its end already, for a reply was lost. */
  readonly bytes: Buffer | undefined;
  /** The last line that stands before the text. */
  readonly before: string | undefined;
}

function lastLine(content: Buffer): string | undefined {
  const end = content.at(-1) === NEWLINE ? content.length - 1 : content.length;
  return end > 0
    ? content.subarray(content.lastIndexOf(NEWLINE, end - 1) + 1, end).toString('utf8')
    : undefined;
}

/** What becomes of the newest file, or of the one after it. */
async function compose(
  connection: Connection,
  tip: Tip | undefined,
  { folder, text, chooseFile }: LogAppend,
): Promise<Composed> {
  const files = tip === undefined ? [] : await listFiles(connection, tip, folder);
  const { name, last } = chooseFile(files);
  const added = Buffer.from(text);
  const newest = files.find((file) => file.name === last);
  if (newest === undefined) return { name, bytes: added, before: undefined };
  const content = await readFile(connection, newest.blob);
  if (content.subarray(-added.length).equals(added))
    return { name, bytes: undefined, before: lastLine(content.subarray(0, -added.length)) };
  const before = lastLine(content);
  if (name !== last) return { name, bytes: added, before };
  // A line that was cut off must not swallow the next one.
  const gap = content.length > 0 && content.at(-1) !== NEWLINE ? '\n' : '';
  return { name, bytes: Buffer.concat([content, Buffer.from(gap), added]), before };
}

async function makeCommit(
  { octokit, repository }: Connection,
  tip: Tip | undefined,
  path: string,
  bytes: Buffer,
  message: string,
): Promise<string> {
  const { git } = octokit.rest;
  const content = bytes.toString('base64');
  const blob = await git.createBlob({ ...repository, content, encoding: 'base64' });
  const tree = await git.createTree({
    ...repository,
    tree: [{ path, mode: FILE_MODE, type: 'blob', sha: blob.data.sha }],
    ...(tip === undefined ? {} : { base_tree: tip.tree }),
  });
  const parents = tip === undefined ? [] : [tip.commit];
  const commit = await git.createCommit({ ...repository, message, tree: tree.data.sha, parents });
  return commit.data.sha;
}

/** Moves the branch forward, or creates it. @returns false where it has moved meanwhile */
async function moveBranch(
  connection: Connection,
  branch: string,
  tip: Tip | undefined,
  sha: string,
): Promise<boolean> {
  const { octokit, repository } = connection;
  try {
    if (tip === undefined)
      await octokit.rest.git.createRef({ ...repository, ref: `refs/heads/${branch}`, sha });
    else await octokit.rest.git.updateRef({ ...repository, ref: `heads/${branch}`, sha, force: false });
    return true;
  } catch (error) {
    if (!hasStatus(error, 409, 422)) throw error;
    // A branch that stands where it stood refuses for another reason, such as a rule that protects it.
    if ((await readTip(connection, branch))?.commit === tip?.commit) throw error;
    return false;
  }
}

/**
 * Appends text to the newest file of a folder on a branch, or begins a new file; the branch is created, without a history, where
 * it is not there.
 * @returns the last line that stands before the text, where there is one
 * @throws UserError: `scope` without `contents: write`, `tenant` where others move the branch again and again
 */
export async function appendLog(connection: Connection, append: LogAppend): Promise<string | undefined> {
  const { branch, folder, message } = append;
  const need: Need = {
    action: `append the audit log to branch ${branch}`,
    permission: 'contents: write',
  };
  return askGitHub(need, async () => {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const tip = await readTip(connection, branch);
      const { name, bytes, before } = await compose(connection, tip, append);
      if (bytes === undefined) return before;
      const sha = await makeCommit(connection, tip, `${folder}/${name}`, bytes, message);
      if (await moveBranch(connection, branch, tip, sha)) return before;
    }
    throw new Error(`branch ${branch} was moved by others ${MOST_ATTEMPTS} times meanwhile`);
  });
}
