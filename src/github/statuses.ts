// Edge: commit statuses. What their texts mean is the audit's business.
import type { CommitStatus, StatusState } from '../ports.ts';
import type { Connection } from './connect.ts';
import { type Need, askGitHub, hasStatus } from './ask-github.ts';

const READ: Need = { action: 'read the commit statuses', permission: 'statuses: read' };
const WRITE: Need = { action: 'write the commit status', permission: 'statuses: write' };

/** GitHub's limit for descriptions of statuses, in characters. */
const LONGEST_DESCRIPTION = 140;

/** A description of a commit status or a deployment record, short enough for GitHub. */
export function cutDescription(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text;
  // Half of a surrogate pair is no text, and no JSON that GitHub must take.
  return `${text.slice(0, LONGEST_DESCRIPTION - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

export async function setStatus(
  { octokit, repository }: Connection,
  status: { sha: string; context: string; state: StatusState; description: string; targetUrl: string },
): Promise<void> {
  const { sha, context, state } = status;
  const body = {
    ...repository,
    sha,
    context,
    state,
    description: cutDescription(status.description),
    ...(status.targetUrl === '' ? {} : { target_url: status.targetUrl }),
  };
  await askGitHub(WRITE, async () => octokit.rest.repos.createCommitStatus(body));
}

/** Every status of a commit, newest first; none where the commit is not there. */
export async function readStatuses(
  { octokit, repository }: Connection,
  sha: string,
): Promise<CommitStatus[]> {
  return askGitHub(READ, async () => {
    try {
      const target = { ...repository, ref: sha, per_page: 100 };
      const statuses = await octokit.paginate(octokit.rest.repos.listCommitStatusesForRef, target);
      return statuses
        .toSorted((a, b) => b.id - a.id)
        .map((status) => ({
          context: status.context,
          state: status.state,
          description: status.description ?? '',
          creator: status.creator?.login ?? '',
          createdAt: status.created_at,
        }));
    } catch (error) {
      if (hasStatus(error, 404, 422)) return [];
      throw error;
    }
  });
}
