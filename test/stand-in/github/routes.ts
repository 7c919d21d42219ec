// All operations of the stand-in, and the one that a request means.

import type { Route } from './route.ts';
import { commentRoutes } from './routes-comments.ts';
import { deploymentStatusRoutes } from './routes-deployment-statuses.ts';
import { deploymentRoutes } from './routes-deployments.ts';
import { gitReadRoutes } from './routes-git-read.ts';
import { gitWriteRoutes } from './routes-git-write.ts';
import { issueRoutes } from './routes-issues.ts';
import { pullRoutes } from './routes-pulls.ts';
import { repositoryRoutes } from './routes-repository.ts';
import { runRoutes } from './routes-runs.ts';
import { statusRoutes } from './routes-statuses.ts';
import { mostFixedFirst, template } from './template.ts';

export const routes: readonly Route[] = [
  ...repositoryRoutes,
  ...gitReadRoutes,
  ...gitWriteRoutes,
  ...commentRoutes,
  ...issueRoutes,
  ...statusRoutes,
  ...deploymentRoutes,
  ...deploymentStatusRoutes,
  ...pullRoutes,
  ...runRoutes,
];

const matchers = routes.map((route) => ({ route, ...template(route.path) })).toSorted(mostFixedFirst);

/** The operation that a method and a path mean, with the path's parameters. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; params: Readonly<Record<string, string>> } | undefined {
  for (const { route, match } of matchers) {
    const params = route.method === method ? match(path) : undefined;
    if (params !== undefined) return { route, params };
  }
  return undefined;
}
