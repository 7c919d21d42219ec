// Statuses, deployments and workflow runs, as GitHub's replies show them.

import type { CommitDetails } from '../git-objects.ts';
import { simpleCommitShape } from './shape-commit.ts';
import { apiUrl, htmlUrl, minimalRepositoryShape } from './shape-repository.ts';
import { idOf, nodeId, userShape } from './shape-user.ts';
import type { Deployment, DeploymentStatus, Run, Status, World } from './world.ts';

/** A commit status as the combined list gives it, without its creator. */
export function simpleStatusShape(world: World, status: Status): Record<string, unknown> {
  return {
    url: apiUrl(world, `/statuses/${status.sha}`),
    avatar_url: `https://avatars.githubusercontent.com/u/${idOf(status.creator)}?v=4`,
    id: status.id,
    node_id: nodeId('Status', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

/** A commit status. */
export function statusShape(world: World, status: Status): Record<string, unknown> {
  return { ...simpleStatusShape(world, status), creator: userShape(world, status.creator) };
}

/** A deployment, without its statuses. */
export function deploymentShape(world: World, deployment: Deployment): Record<string, unknown> {
  const url = apiUrl(world, `/deployments/${deployment.id}`);
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    creator: userShape(world, deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: apiUrl(world),
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: null,
  };
}

/** One status of a deployment. */
export function deploymentStatusShape(
  world: World,
  deployment: Deployment,
  status: DeploymentStatus,
): Record<string, unknown> {
  const url = apiUrl(world, `/deployments/${deployment.id}`);
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    creator: userShape(world, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: apiUrl(world),
    performed_via_github_app: null,
  };
}

/** A workflow run. */
export function runShape(world: World, run: Run, head: CommitDetails | undefined): Record<string, unknown> {
  const repository = minimalRepositoryShape(world);
  return {
    id: run.id,
    name: run.workflow,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: '.github/workflows/ivr.yml',
    display_title: run.workflow,
    run_number: run.id,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: idOf(run.workflow),
    pull_requests: [],
    created_at: '2024-01-01T00:00:00Z',
    updated_at: '2024-01-01T00:00:00Z',
    run_started_at: '2024-01-01T00:00:00Z',
    actor: userShape(world, run.actor),
    triggering_actor: userShape(world, run.actor),
    ...runAddresses(world, run),
    head_commit: head === undefined ? null : simpleCommitShape(head),
    repository,
    head_repository: repository,
  };
}

function runAddresses(world: World, run: Run): Record<string, unknown> {
  const url = apiUrl(world, `/actions/runs/${run.id}`);
  return {
    url,
    html_url: htmlUrl(world, `/actions/runs/${run.id}`),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: apiUrl(world, `/check-suites/${run.id}`),
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: apiUrl(world, `/actions/workflows/${idOf(run.workflow)}`),
  };
}
