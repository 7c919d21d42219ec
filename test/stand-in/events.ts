// Event payloads as a workflow gets them, each an edited copy of one that GitHub has sent.

import { type Common, example, type Payload, type RunEvent, without } from './event-example.ts';

export type { RunEvent } from './event-example.ts';
export { pullRequestEvent } from './pull-request-event.ts';

const NO_COMMIT = '0'.repeat(40);

export interface PushEvent extends Common {
  /** The commit that the branch points at now. */
  readonly after: string;
  /** The commit before; left out for a branch that is new, where GitHub gives 40 zeros. */
  readonly before?: string;
  /** In full. Default `refs/heads/main`. */
  readonly ref?: string;
  readonly forced?: boolean;
  readonly message?: string;
}

/** A push; its commits do not name their files, since a workflow's copy of the event never does. */
export function pushEvent(event: PushEvent): RunEvent {
  const payload = example('push', event, ({ ref }) => String(ref).startsWith('refs/heads/'));
  const ref = event.ref ?? 'refs/heads/main';
  const shown = without(payload['head_commit'] as Payload, ['added', 'removed', 'modified']);
  const commit = { ...shown, id: event.after, message: event.message ?? 'Change rules' };
  Object.assign(payload, {
    ref,
    before: event.before ?? NO_COMMIT,
    after: event.after,
    created: event.before === undefined,
    deleted: false,
    forced: event.forced ?? false,
    base_ref: null,
    head_commit: commit,
    commits: [commit],
  });
  Object.assign(payload['pusher'] as Payload, { name: event.sender ?? 'octo-ops' });
  return { eventName: 'push', payload, ref, sha: event.after };
}

export interface DispatchEvent extends Common {
  readonly sha: string;
  readonly ref?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A run that somebody started by hand. */
export function workflowDispatchEvent(event: DispatchEvent): RunEvent {
  const payload = example('workflow_dispatch', event);
  const ref = event.ref ?? 'refs/heads/main';
  Object.assign(payload, { ref, inputs: event.inputs ?? null });
  return { eventName: 'workflow_dispatch', payload, ref, sha: event.sha };
}

/** A run by the clock, on the default branch. */
export function scheduleEvent(
  event: Common & { readonly sha: string; readonly schedule?: string },
): RunEvent {
  const dispatched = example('workflow_dispatch', event);
  const payload = { ...without(dispatched, ['inputs', 'ref']), schedule: event.schedule ?? '17 5 * * *' };
  return { eventName: 'schedule', payload, ref: 'refs/heads/main', sha: event.sha };
}

export interface MergeGroupEvent extends Common {
  readonly headSha: string;
  readonly baseSha: string;
  /** The pull request that waits in the queue. */
  readonly number?: number;
}

/** A merge queue that asks for checks. */
export function mergeGroupEvent(event: MergeGroupEvent): RunEvent {
  const payload = example('merge_group', event, ({ action }) => action === 'checks_requested');
  const ref = `refs/heads/gh-readonly-queue/main/pr-${event.number ?? 1}-${event.baseSha}`;
  const group = payload['merge_group'] as Payload & { head_commit: Payload };
  Object.assign(group, { head_sha: event.headSha, head_ref: ref, base_sha: event.baseSha });
  Object.assign(group, { base_ref: 'refs/heads/main' });
  Object.assign(group.head_commit, { id: event.headSha });
  return { eventName: 'merge_group', payload, ref, sha: event.headSha };
}
