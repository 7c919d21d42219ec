// What a plan leaves out because it is held: a warning and a line of the report for each, with the rollback that holds it.
import type { Plan } from '../plan/plan.ts';
import type { GitHub } from '../ports.ts';
import type { Detail } from '../report/report.ts';
import { findHoldOrigin } from './live-record.ts';
import type { Session } from './session.ts';

/** Warns of every held rule. @returns the same sentences for the report */
export async function explainHolds(session: Session, github: GitHub, plan: Plan): Promise<Detail[]> {
  const details: Detail[] = [];
  for (const { name, rule, action } of plan.changes) {
    if (action !== 'held') continue;
    const held = { name, payloadHash: rule?.payloadHash ?? '' };
    const origin = await findHoldOrigin(github, session.inputs.environment, held);
    const since =
      origin === undefined
        ? 'a rollback'
        : `the rollback to ${origin.sha.slice(0, 12)} of ${origin.createdAt.slice(0, 10)}`;
    const text = `rule ${JSON.stringify(name)} is held since ${since}: edit it, roll back to it, or set input override-reason`;
    session.log.warning(text);
    details.push({ text });
  }
  return details;
}
