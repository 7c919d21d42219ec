// The tokens that the stand-in knows, and what each may do: workflow `permissions:` keys, as on GitHub.

import { type Call, type Need, problem, type Reply, type Route } from './route.ts';

export type PermissionMap = Readonly<Record<string, 'read' | 'write' | 'none'>>;

export interface Token {
  /** The name in the recorded requests, so that no record holds the token itself. */
  readonly name: string;
  readonly value: string;
  /** `installation`: a workflow's own token. `personal`: one of a user. */
  readonly kind: 'installation' | 'personal';
  readonly login: string;
  /** Keys as in a workflow's `permissions:`; one that is left out is none, as there. */
  readonly permissions: PermissionMap;
}

/** What the workflow token may do where a test says nothing: all that any command of the action needs. */
export const ALL_PERMISSIONS: PermissionMap = {
  actions: 'read',
  contents: 'read',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
};

/** The token of a workflow run. */
export function workflowToken(permissions: PermissionMap = ALL_PERMISSIONS): Token {
  return {
    name: 'workflow',
    value: 'workflow-token',
    kind: 'installation',
    login: 'github-actions[bot]',
    permissions,
  };
}

/** The token that an `authorization` header carries: `undefined` without a header, `null` where unknown. */
export function tokenOf(tokens: readonly Token[], header: string | undefined): Token | undefined | null {
  if (header === undefined) return undefined;
  const value = /^(?:token|bearer)\s+(.+)$/i.exec(header)?.[1];
  return tokens.find((token) => token.value === value) ?? null;
}

/** The reply that stops a request that its token may not make, or `undefined` where it may. */
export function refuse(route: Route, call: Call): Reply | undefined {
  const need = typeof route.need === 'function' ? route.need(call) : route.need;
  if (need === undefined) return undefined;
  if (need.level === 'read' && call.world.visibility === 'public') return undefined;
  if (call.token === undefined)
    return need.level === 'read' ? problem(404, 'Not Found') : problem(401, 'Requires authentication');
  if (allows(call.token.permissions, need)) return undefined;
  const who = call.token.kind === 'installation' ? 'integration' : 'personal access token';
  return problem(
    403,
    `Resource not accessible by ${who}`,
    {},
    { 'x-accepted-github-permissions': spell(need) },
  );
}

function allows(permissions: PermissionMap, need: Need): boolean {
  return need.keys.some((key) => {
    const held = key === 'metadata' ? 'read' : (permissions[key] ?? 'none');
    return held === 'write' || held === need.level;
  });
}

function spell(need: Need): string {
  return need.keys.map((key) => `${key.replaceAll('-', '_')}=${need.level}`).join('; ');
}
