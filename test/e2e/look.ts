// What tests of deployments and rollbacks look at: the tenant's live rules, the holds, and what GitHub was told.
import { readDeployedState } from '../../src/plan/deployed-state.ts';
import type { Estate } from './estate.ts';

/** Rule name → the target of its fallback (or its type), of every ACTIVE version. */
export function liveFlows({ tenant }: Estate): Record<string, string> {
  const active = tenant.state().flows.filter((flow) => flow.status === 'ACTIVE');
  return Object.fromEntries(
    active.map((flow) => [flow.name, flow.fallbackAction.target ?? flow.fallbackAction.type]),
  );
}

/** What the live record holds, removals with an empty hash. */
export function heldNow({ github }: Estate): readonly { name: string; payloadHash: string }[] {
  const isLive = ({ statuses }: { statuses: readonly { state: string }[] }) =>
    statuses.some(({ state }) => state === 'success');
  return readDeployedState(github.deployments().find(isLive)?.payload)?.held ?? [];
}

/** The names of what is held, each once; of removals with a minus. */
export function heldNames(estate: Estate): string[] {
  return heldNow(estate).map(({ name, payloadHash }) => (payloadHash === '' ? `-${name}` : name));
}

/** The newest status of a commit, by default that of the outcome. */
export function newestStatus({ github }: Estate, sha: string, context = 'cxone-ivr/production') {
  return github.statuses(sha).find((status) => status.context === context);
}

/** Every write on the tenant so far, as method and path with short ids. */
export function tenantWrites({ tenant }: Estate): string[] {
  return tenant
    .state()
    .requests.filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token')
    .map(({ method, path }) => `${method} ${path}`.replace(/flow-0+/, ''));
}

/** The states of every deployment record, newest record first. */
export function recordStates({ github }: Estate): string[][] {
  return github.deployments().map(({ statuses }) => statuses.map(({ state }) => state));
}
