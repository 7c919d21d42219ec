// Deployment records as a run leaves them that died, or that is still at work.
import { Octokit } from '@octokit/rest';
import type { Estate } from './estate.ts';

function octokit({ github }: Estate) {
  const { url, token, owner, name } = github;
  return { api: new Octokit({ baseUrl: url, auth: token }).repos, here: { owner, repo: name } };
}

/** The record of a run that began to deploy a commit: what is live, and no word of what it was about to touch. @returns its id */
export async function leaveRecord(estate: Estate, sha: string, runId: number): Promise<number> {
  const { api, here } = octokit(estate);
  const about = { task: 'cxone-ivr', environment: 'production', auto_merge: false, required_contexts: [] };
  const payload = Object(estate.github.deployments()[0]?.payload) as Record<string, unknown>;
  const { data } = await api.createDeployment({ ...here, ref: sha, ...about, payload });
  if (!('id' in data)) throw new Error('no record was made');
  const log_url = `https://github.com/${estate.github.fullName}/actions/runs/${runId}`;
  await api.createDeploymentStatus({ ...here, deployment_id: data.id, state: 'in_progress', log_url });
  return data.id;
}

/** Sets a record to `failure`, as a person does. */
export async function failRecord(estate: Estate, record: number): Promise<void> {
  const { api, here } = octokit(estate);
  await api.createDeploymentStatus({ ...here, deployment_id: record, state: 'failure' });
}
