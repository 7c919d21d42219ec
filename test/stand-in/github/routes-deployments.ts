// The operations on deployments: created, listed, read. Their statuses are in routes-deployment-statuses.ts.

import { mergeTrees } from '../git-writer.ts';
import { paged } from './paging.ts';
import {
  type Call,
  notFound,
  param,
  problem,
  read,
  Refusal,
  type Reply,
  type Route,
  write,
} from './route.ts';
import { newestStatuses } from './routes-statuses.ts';
import { deploymentShape } from './shape-release.ts';
import type { Deployment } from './world.ts';

const DEPLOYMENTS = '/repos/{owner}/{repo}/deployments';

export const deploymentRoutes: readonly Route[] = [
  { method: 'POST', path: DEPLOYMENTS, need: write('deployments'), handle: create },
  { method: 'GET', path: DEPLOYMENTS, need: read('deployments'), handle: list },
  { method: 'GET', path: `${DEPLOYMENTS}/{deployment_id}`, need: read('deployments'), handle: get },
];

interface SentDeployment {
  readonly ref: string;
  readonly task?: string;
  readonly auto_merge?: boolean;
  readonly required_contexts?: readonly string[];
  readonly payload?: Readonly<Record<string, unknown>> | string;
  readonly environment?: string;
  readonly description?: string | null;
  readonly transient_environment?: boolean;
  readonly production_environment?: boolean;
}

async function create(call: Call): Promise<Reply> {
  const { world } = call;
  const sent = call.body as SentDeployment;
  const sha = await world.repository.history.commitOf(sent.ref);
  if (sha === undefined) throw new Refusal(422, `No ref found for: ${sent.ref}`);
  const merged = sent.auto_merge === false ? undefined : await autoMerge(call, sent.ref, sha);
  if (merged !== undefined) return merged;
  requireContexts(call, sent, sha);
  const environment = sent.environment ?? 'production';
  const at = world.now();
  const deployment: Deployment = {
    id: world.nextId(),
    sha,
    ref: sent.ref,
    task: sent.task ?? 'deploy',
    environment,
    originalEnvironment: environment,
    payload: sent.payload ?? {},
    description: sent.description ?? null,
    transient: sent.transient_environment ?? false,
    production: sent.production_environment ?? environment === 'production',
    creator: call.login,
    createdAt: at,
    updatedAt: at,
    statuses: [],
  };
  world.state.deployments.push(deployment);
  return { status: 201, body: deploymentShape(world, deployment) };
}

// A branch behind the default one is merged instead of deployed. What GitHub does for a tag or a commit that is
// behind is not described; here it is a conflict, so that a client that forgets `auto_merge: false` is noticed.
async function autoMerge(call: Call, ref: string, sha: string): Promise<Reply | undefined> {
  const { repository, defaultBranch } = call.world;
  const tip = await repository.branch(defaultBranch);
  if (tip === undefined || (await repository.history.mergeBase(tip, sha)) === tip) return undefined;
  const isBranch = (await repository.branch(ref)) !== undefined;
  if (!isBranch || (await mergeTrees(repository.folder, sha, tip)) === undefined)
    return problem(409, `Conflict merging ${defaultBranch} into ${ref}.`);
  await repository.mergeCommit(sha, tip, { branch: ref });
  return { status: 202, body: { message: `Auto-merged ${defaultBranch} into ${ref} on deployment.` } };
}

function requireContexts(call: Call, sent: SentDeployment, sha: string): void {
  const newest = newestStatuses(call.world, sha);
  const wanted = sent.required_contexts ?? newest.map((status) => status.context);
  const contexts = wanted.map((context) => {
    const status = newest.find((status) => status.context.toLowerCase() === context.toLowerCase());
    return { context, state: status?.state ?? 'pending' };
  });
  if (contexts.every(({ state }) => state === 'success')) return;
  const error = { contexts, resource: 'Deployment', field: 'required_contexts', code: 'invalid' };
  throw new Refusal(409, `Conflict: Commit status checks failed for ${sent.ref}.`, { errors: [error] });
}

function list(call: Call): Promise<Reply> {
  const { world, query } = call;
  const asked = (name: string, value: string): boolean => (query.get(name) ?? value) === value;
  const found = world.state.deployments.filter(
    (deployment) =>
      asked('sha', deployment.sha) &&
      asked('ref', deployment.ref) &&
      asked('task', deployment.task) &&
      asked('environment', deployment.environment),
  );
  return paged(call, found.toReversed(), (deployment) => deploymentShape(world, deployment));
}

function get(call: Call): Reply {
  return { status: 200, body: deploymentShape(call.world, findDeployment(call)) };
}

/** The deployment that the path names. */
export function findDeployment(call: Call): Deployment {
  const id = param(call, 'deployment_id');
  const found = call.world.state.deployments.find((deployment) => String(deployment.id) === id);
  if (found === undefined) throw notFound();
  return found;
}
