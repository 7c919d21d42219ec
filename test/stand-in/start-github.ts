// A stand-in for GitHub's REST API on loopback: one repository, its git data real, all else in memory.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controls, type GitHub, views } from './github/drive.ts';
import { faultBook } from './github/faults.ts';
import { serve } from './github/serve.ts';
import type { Stage } from './github/stage.ts';
import { ALL_PERMISSIONS, type PermissionMap, type Token, workflowToken } from './github/tokens.ts';
import { createWorld, type WorldOptions } from './github/world.ts';
import { loadGuard } from './github-guard.ts';

export type { GitHub } from './github/drive.ts';
export { ALL_PERMISSIONS, type PermissionMap, type Token } from './github/tokens.ts';
export type * from './github/world.ts';

export interface GitHubOptions extends WorldOptions {
  /** What the workflow token may do: `permissions:` keys; left out is none. Default: {@link ALL_PERMISSIONS}. */
  readonly permissions?: PermissionMap;
  /** Tokens beside the workflow's. */
  readonly tokens?: readonly Token[];
  /** Requests that a workflow token has in an hour. Default 1,000, as on GitHub. */
  readonly rateLimit?: number;
}

/** Starts the stand-in on a free port of 127.0.0.1. */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const world = createWorld(options);
  const workflow = workflowToken(options.permissions ?? ALL_PERMISSIONS);
  const stage: Stage = {
    world,
    tokens: [workflow, ...(options.tokens ?? [])],
    guard: loadGuard(),
    faults: faultBook(),
    rateLimit: options.rateLimit ?? 1000,
    used: new Map(),
    recorded: [],
    violations: [],
    awaited: [],
  };
  const server = createServer((request, response) => void serve(stage, request, response));
  world.url = await listen(server);
  return {
    ...views(stage),
    ...controls(stage),
    token: workflow.value,
    close: () => closeClean(server, stage),
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

async function closeClean(server: Server, { violations }: Stage): Promise<void> {
  await close(server);
  if (violations.length > 0) throw new Error(violations.join('\n'));
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
