// Edge: the commit statuses of a commit, as they are. What their texts mean is the audit's business.
import type { CommitStatus } from '../ports.ts';
import type { Connection } from './connect.ts';
import { type Need, askGitHub, hasStatus } from './explain-error.ts';

const READ: Need = { action: 'read the commit statuses', permission: 'statuses: read' };

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
