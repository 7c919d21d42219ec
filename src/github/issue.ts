// Edge: issues that are ours, found by their marker and their author. Nobody else's issue is touched.
import type { Issue, IssueText } from '../ports.ts';
import { ownLogin, startsWithMarker } from './comment.ts';
import type { Connection } from './connect.ts';
import { type Need, askGitHub } from './ask-github.ts';

const PERMISSION = 'issues: write';
const READ: Need = { action: 'read the issues', permission: PERMISSION };
const WRITE: Need = { action: 'write an issue', permission: PERMISSION };

/** Our open issues whose body starts with the marker, oldest first. The list has the pull requests too: these are left out. */
export async function findIssues(connection: Connection, marker: string): Promise<Issue[]> {
  const { octokit, repository } = connection;
  const query = { ...repository, state: 'open', direction: 'asc', per_page: 100 } as const;
  return askGitHub(READ, async () => {
    const issues = await octokit.paginate(octokit.rest.issues.listForRepo, query);
    const marked = issues.filter(
      ({ pull_request: pull, body }) => pull === undefined && startsWithMarker(body, marker),
    );
    if (marked.length === 0) return [];
    const login = await ownLogin(connection);
    return marked
      .filter(({ user }) => user?.login === login)
      .map(({ number, title, body }) => ({ number, title, body: body ?? '' }))
      .toSorted((a, b) => a.number - b.number);
  });
}

export async function openIssue({ octokit, repository }: Connection, issue: IssueText): Promise<number> {
  const { title, body } = issue;
  const { data } = await askGitHub(WRITE, async () =>
    octokit.rest.issues.create({ ...repository, title, body }),
  );
  return data.number;
}

export async function updateIssue(
  { octokit, repository }: Connection,
  issue: Issue,
  state: 'open' | 'closed',
): Promise<void> {
  const { number, title, body } = issue;
  const change = state === 'closed' ? ({ state, state_reason: 'completed' } as const) : {};
  await askGitHub(WRITE, async () =>
    octokit.rest.issues.update({ ...repository, issue_number: number, title, body, ...change }),
  );
}
