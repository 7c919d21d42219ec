// Which command an event asks for, and which commits it speaks of (INTERFACE section 3).
import { UserError } from '../errors.ts';
import type { Command } from './inputs.ts';

export type RunCommand = Exclude<Command, 'auto'>;

/** What the runner says of the event; `payload` is GitHub's own, unchecked. */
export interface EventContext {
  readonly eventName: string;
  readonly sha: string;
  /** Such as `refs/heads/main`. */
  readonly ref: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Trigger {
  readonly command: RunCommand;
  /** The commit that the records and links of this run name: of a pull request its head. */
  readonly commit: string;
  /** What lint compares with: a SHA or a branch; undefined where there is nothing to compare with. */
  readonly base: string | undefined;
  readonly pullRequest: number | undefined;
  /** The branch that this run works for, as `refs/heads/…`; empty where it is none. */
  readonly branchRef: string;
}

const CHOICES = 'set input command to lint, deploy, rollback, drift, verify, test, adopt or import';

function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  let current = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return typeof current === 'string' && current !== '' ? current : undefined;
}

function pullRequestNumber(payload: EventContext['payload']): number | undefined {
  const pull = payload.pull_request;
  const number =
    typeof pull === 'object' && pull !== null ? (pull as { number?: unknown }).number : payload.number;
  return typeof pull === 'object' && Number.isInteger(number) ? Number(number) : undefined;
}

function chooseCommand(event: EventContext, rollbackTo: string): RunCommand {
  const defaultBranch = textAt(event.payload, 'repository', 'default_branch');
  switch (event.eventName) {
    case 'pull_request':
    case 'pull_request_target':
    case 'merge_group':
      return 'lint';
    case 'push':
      if (defaultBranch === undefined) {
        throw new UserError(
          'input',
          `the push event does not name the repository's default branch: ${CHOICES}`,
        );
      }
      return event.ref === `refs/heads/${defaultBranch}` ? 'deploy' : 'lint';
    case 'workflow_dispatch':
      return rollbackTo === '' ? 'deploy' : 'rollback';
    case 'schedule':
      return 'drift';
    default:
      throw new UserError(
        'input',
        `command: auto does not know what to do on the event ${JSON.stringify(event.eventName)}. It lints on pull_request, ` +
          `pull_request_target and merge_group, deploys on a push to the default branch, deploys or rolls back on workflow_dispatch, and looks for drift on schedule. Else ${CHOICES}`,
      );
  }
}

/**
 * What a pull request or merge group goes into, else the default branch: a SHA or a branch that nobody outside the repository has
 * written; undefined where the event names none.
 */
export function baseOf({ payload }: EventContext): string | undefined {
  const defaultBranch = textAt(payload, 'repository', 'default_branch');
  return (
    textAt(payload, 'pull_request', 'base', 'sha') ??
    textAt(payload, 'merge_group', 'base_sha') ??
    (defaultBranch === undefined ? undefined : `refs/heads/${defaultBranch}`)
  );
}

/** Whether an event comes from a fork: of one that is gone GitHub names no repository. */
function isFromFork({ eventName, payload }: EventContext): boolean {
  const own = textAt(payload, 'repository', 'full_name');
  if (own === undefined) return false;
  if (eventName === 'workflow_run')
    return textAt(payload, 'workflow_run', 'head_repository', 'full_name') !== own;
  return (
    eventName.startsWith('pull_request') &&
    textAt(payload, 'pull_request', 'head', 'repo', 'full_name') !== own
  );
}

/** Decides what a run is to do. @throws UserError where the event says nothing, or not enough */
export function readTrigger(event: EventContext, command: Command, rollbackTo: string): Trigger {
  const chosen = command === 'auto' ? chooseCommand(event, rollbackTo) : command;
  if (chosen === 'rollback' && rollbackTo === '') {
    throw new UserError(
      'input',
      'command rollback needs input rollback-to: a commit SHA, a tag, or previous',
    );
  }
  if ((chosen === 'deploy' || chosen === 'rollback') && isFromFork(event)) {
    throw new UserError(
      'input',
      `command ${chosen} is refused, for the event ${event.eventName} comes from a fork, whose author may be anybody: ` +
        'run it on a push to the default branch',
    );
  }
  const { payload } = event;
  return {
    command: chosen,
    commit:
      textAt(payload, 'pull_request', 'head', 'sha') ??
      textAt(payload, 'merge_group', 'head_sha') ??
      event.sha,
    base: baseOf(event),
    pullRequest: pullRequestNumber(payload),
    branchRef: event.ref.startsWith('refs/heads/') ? event.ref : '',
  };
}
