// What a plan leaves out because it is held: a warning and a line of the report for each, with the rollback that holds it.
import { type Held, readDeployedState } from '../../plan/deployed-state.ts';
import { isHeld } from '../../plan/holds.ts';
import type { Plan } from '../../plan/plan.ts';
import type { GitHub } from '../../ports.ts';
import type { Detail } from '../../report/report.ts';
import type { Session } from '../session.ts';

/** Records that are looked at. */
const MOST_RECORDS = 100;

/** A rollback that holds a version: the commit that it went to, and when its record was made. */
interface HoldOrigin {
  readonly sha: string;
  readonly createdAt: string;
}

/**
 * Finds the rollbacks that holds come from, in one pass: the oldest of the newest records that carry a hold without a break.
 * @returns an origin for each hold, in their order; undefined where no record carries it
 */
async function findHoldOrigins(
  github: GitHub,
  environment: string,
  holds: readonly Held[],
): Promise<(HoldOrigin | undefined)[]> {
  const origins = holds.map((hold): { readonly hold: Held; origin?: HoldOrigin; isDone: boolean } => ({
    hold,
    isDone: false,
  }));
  let count = 0;
  for await (const { sha, createdAt, payload } of github.listRecords(environment)) {
    const state = readDeployedState(payload);
    if (state === undefined) continue;
    for (const entry of origins.filter(({ isDone }) => !isDone)) {
      const { name, payloadHash } = entry.hold;
      if (isHeld(state.held, name, payloadHash)) entry.origin = { sha, createdAt };
      else entry.isDone = entry.origin !== undefined;
    }
    if (origins.every(({ isDone }) => isDone) || ++count >= MOST_RECORDS) break;
  }
  return origins.map(({ origin }) => origin);
}

function spellOrigin(origin: HoldOrigin | undefined): string {
  return origin === undefined
    ? 'a rollback'
    : `the rollback to ${origin.sha.slice(0, 12)} of ${origin.createdAt.slice(0, 10)}`;
}

/** Warns of every held rule. @returns the same sentences for the report */
export async function explainHolds(session: Session, github: GitHub, plan: Plan): Promise<Detail[]> {
  const holds = plan.changes
    .filter((change) => change.action === 'held')
    .map(({ name, rule }) => ({ name, payloadHash: rule?.payloadHash ?? '' }));
  if (holds.length === 0) return [];
  const origins = await findHoldOrigins(github, session.inputs.environment, holds);
  return holds.map(({ name }, index) => {
    const text = `rule ${JSON.stringify(name)} is held since ${spellOrigin(origins[index])}: edit it, roll back to it, or set input override-reason`;
    session.log.warning(text);
    return { text };
  });
}
