// Edge: the one comment on a pull request, found by its marker and its author. Nobody else's comment is touched.
import type { Connection } from './connect.ts';
import { type Need, askGitHub, hasStatus } from './ask-github.ts';

const READ: Need = { action: 'read the comments of the pull request', permission: 'pull-requests: write' };
const WRITE: Need = { action: 'comment on the pull request', permission: 'pull-requests: write' };

/** The login that GITHUB_TOKEN writes under. */
const ACTIONS_BOT = 'github-actions[bot]';

/** Who the token writes as. Installation tokens may not ask (403): theirs is the bot of GitHub Actions. */
export async function ownLogin({ octokit }: Connection): Promise<string> {
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (hasStatus(error, 401, 403, 404)) return ACTIONS_BOT;
    throw error;
  }
}

/** Whether a text's first line is a marker. */
export function startsWithMarker(text: string | null | undefined, marker: string): boolean {
  return text?.split(/\r?\n/, 1)[0]?.trim() === marker;
}

export async function findComment(
  connection: Connection,
  pullRequest: number,
  marker: string,
): Promise<number | undefined> {
  const { octokit, repository } = connection;
  const target = { ...repository, issue_number: pullRequest, per_page: 100 };
  return askGitHub(READ, async () => {
    const comments = await octokit.paginate(octokit.rest.issues.listComments, target);
    const marked = comments.filter(({ body: text }) => startsWithMarker(text, marker));
    if (marked.length === 0) return undefined;
    const login = await ownLogin(connection);
    return marked.find((comment) => comment.user?.login === login)?.id;
  });
}

export async function upsertComment(
  connection: Connection,
  pullRequest: number,
  marker: string,
  body: string,
): Promise<number> {
  const { octokit, repository } = connection;
  const existing = await findComment(connection, pullRequest, marker);
  return askGitHub(WRITE, async () => {
    if (existing !== undefined) {
      await octokit.rest.issues.updateComment({ ...repository, comment_id: existing, body });
      return existing;
    }
    const { data } = await octokit.rest.issues.createComment({
      ...repository,
      issue_number: pullRequest,
      body,
    });
    return data.id;
  });
}
