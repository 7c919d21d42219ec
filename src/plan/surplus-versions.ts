// Which versions of the rules that a plan replaces are no longer needed once it has succeeded. Pure.
import type { Flow } from '../ports.ts';
import { newestFirst } from './pick-version.ts';
import { type Change, type Plan, isWrite } from './plan.ts';

/** Whether a version is the one that a change takes up again. */
function isTaken({ source }: Change, flow: Flow): boolean {
  return source?.kind === 'existing' && source.flow.id === flow.id;
}

/** The versions of a rule that lie idle after a change, newest first. */
function idleVersions(change: Change): Flow[] {
  const retired = new Set(
    change.retirements.filter(({ patch }) => patch.status === 'INACTIVE').map(({ flow }) => flow.id),
  );
  return change.known
    .filter((flow) => !isTaken(change, flow) && (flow.status === 'INACTIVE' || retired.has(flow.id)))
    .toSorted(newestFirst);
}

/** Drafts of a rule that another version has taken the place of. */
function overtakenDrafts(change: Change): Flow[] {
  return change.known.filter((flow) => flow.status === 'DRAFT' && !isTaken(change, flow));
}

/** The versions that a plan leaves over once it has succeeded. @param keepVersions how many idle ones of a rule are to stay */
export function surplusVersions(plan: Plan, keepVersions: number): Flow[] {
  const replaced = plan.changes.filter((change) => isWrite(change) && change.rule !== undefined);
  return replaced.flatMap((change) => [
    ...idleVersions(change).slice(keepVersions),
    ...overtakenDrafts(change),
  ]);
}
