// The operation on workflow runs.

import { type Call, notFound, param, read, type Reply, type Route } from './route.ts';
import { runShape } from './shape-release.ts';

export const runRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}',
    need: read('actions'),
    handle: getRun,
  },
];

async function getRun(call: Call): Promise<Reply> {
  const { world } = call;
  const run = world.state.runs.find((run) => String(run.id) === param(call, 'run_id'));
  if (run === undefined) throw notFound();
  const known = await world.repository.history.commitOf(run.headSha);
  const head = known === undefined ? undefined : await world.repository.objects.commit(known);
  return { status: 200, body: runShape(world, run, head) };
}
