// The operations on the statuses of a deployment, and what a success does to the deployments before it.

import { paged } from './paging.ts';
import { type Call, invalidField, notFound, param, read, type Reply, type Route, write } from './route.ts';
import { findDeployment } from './routes-deployments.ts';
import { deploymentStatusShape } from './shape-release.ts';
import type { Deployment, DeploymentState, DeploymentStatus } from './world.ts';

const STATUSES = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
const MAX_DESCRIPTION = 140;

export const deploymentStatusRoutes: readonly Route[] = [
  { method: 'POST', path: STATUSES, need: write('deployments'), handle: create },
  { method: 'GET', path: STATUSES, need: read('deployments'), handle: list },
  { method: 'GET', path: `${STATUSES}/{status_id}`, need: read('deployments'), handle: get },
];

interface SentDeploymentStatus {
  readonly state: DeploymentState;
  readonly target_url?: string;
  readonly log_url?: string;
  readonly description?: string;
  readonly environment?: string;
  readonly environment_url?: string;
  readonly auto_inactive?: boolean;
}

function create(call: Call): Reply {
  const sent = call.body as SentDeploymentStatus;
  const deployment = findDeployment(call);
  if ((sent.description ?? '').length > MAX_DESCRIPTION)
    throw invalidField(
      'DeploymentStatus',
      'description',
      'description is too long (maximum is 140 characters)',
    );
  if (sent.environment !== undefined) deployment.environment = sent.environment;
  const status = append(call, deployment, sent);
  if (sent.state === 'success' && sent.auto_inactive !== false) retireOthers(call, deployment);
  return { status: 201, body: deploymentStatusShape(call.world, deployment, status) };
}

function append(call: Call, deployment: Deployment, sent: SentDeploymentStatus): DeploymentStatus {
  const status: DeploymentStatus = {
    id: call.world.nextId(),
    state: sent.state,
    description: sent.description ?? '',
    environment: deployment.environment,
    // `log_url` has taken the place of `target_url`.
    logUrl: sent.log_url ?? sent.target_url ?? '',
    environmentUrl: sent.environment_url ?? '',
    creator: call.login,
    createdAt: call.world.now(),
  };
  deployment.statuses.push(status);
  deployment.updatedAt = status.createdAt;
  return status;
}

// Prior deployments of the environment that had a success become inactive, but for transient and production ones.
function retireOthers(call: Call, deployment: Deployment): void {
  const prior = call.world.state.deployments.filter(
    (other) =>
      other.id < deployment.id &&
      other.environment === deployment.environment &&
      !other.transient &&
      !other.production &&
      other.statuses.some(({ state }) => state === 'success') &&
      other.statuses.at(-1)?.state !== 'inactive',
  );
  for (const other of prior) append(call, other, { state: 'inactive' });
}

function list(call: Call): Promise<Reply> {
  const deployment = findDeployment(call);
  return paged(call, deployment.statuses.toReversed(), (status) =>
    deploymentStatusShape(call.world, deployment, status),
  );
}

function get(call: Call): Reply {
  const deployment = findDeployment(call);
  const id = param(call, 'status_id');
  const status = deployment.statuses.find((status) => String(status.id) === id);
  if (status === undefined) throw notFound();
  return { status: 200, body: deploymentStatusShape(call.world, deployment, status) };
}
