// What a plan leaves out because it is held: a warning and a line of the report for each, with the rollback that holds it.
import type { Plan } from '../../plan/plan.ts';
import type { GitHub } from '../../ports.ts';
import type { Detail } from '../../report/report.ts';
import { type HoldOrigin, findHoldOrigins } from '../records/record-history.ts';
import type { Session } from '../session.ts';

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
