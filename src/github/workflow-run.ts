// Edge: whether another run of a workflow is over.
import { type Need, askGitHub, hasStatus } from './ask-github.ts';
import type { Connection } from './connect.ts';

const READ: Need = { action: 'read the workflow run', permission: 'actions: read' };

/** Whether a workflow run is over; one that is not there any more is. Undefined where the token may not ask. */
export async function isRunOver(
  { octokit, repository }: Connection,
  runId: number,
): Promise<boolean | undefined> {
  return askGitHub(READ, async () => {
    try {
      const { data } = await octokit.rest.actions.getWorkflowRun({ ...repository, run_id: runId });
      return data.status === 'completed';
    } catch (error) {
      if (hasStatus(error, 404)) return true;
      if (hasStatus(error, 403)) return undefined;
      throw error;
    }
  });
}
