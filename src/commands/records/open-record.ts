// The deployment record of a run that is under way: it locks the environment, and tells a later run what died.
import { UserError, messageOf } from '../../errors.ts';
import { type LiveRecord, writeDeployedState } from '../../plan/deployed-state.ts';
import type { GitHub } from '../../ports.ts';
import { makeFootprint } from '../../transaction/footprint.ts';
import { type Deployment, auditStart, stateAfter, writtenNames } from '../../plan/deployment.ts';
import { lockedBy, readRecordHistory } from './record-history.ts';
import type { Session } from '../session.ts';

/** Of the record of a run that has sealed its deployment. */
export const DONE = 'done; the next record says what is live';

/** Closes a record; a failure to do so is a warning. */
export async function closeRecord(
  session: Session,
  github: GitHub,
  record: number,
  state: 'inactive' | 'failure' | 'error',
  text: string,
): Promise<void> {
  try {
    await github.setRecordState(record, state, text);
    session.forgetRecord();
  } catch (error) {
    session.log.warning(`the deployment record ${record} could not be closed: ${messageOf(error)}`);
  }
}

/**
 * Two runs may both have found no other under way, and then both made their records: the one with the older record goes on.
 * Nor may another run have sealed a deployment since this one made its plan.
 * @throws UserError (`locked`) in the run that must not go on
 */
async function yieldToEarlierRun(
  session: Session,
  github: GitHub,
  own: number,
  live: LiveRecord | undefined,
): Promise<void> {
  const { environment } = session.inputs;
  const history = await readRecordHistory(github, environment);
  const earlier = history.unsettled.find(({ record, state }) => state === 'in_progress' && record.id < own);
  const isSame = history.live?.state.auditHead === live?.state.auditHead;
  if (earlier === undefined && isSame) return;
  if (earlier !== undefined) throw lockedBy(environment, earlier);
  throw new UserError(
    'locked',
    `another run has deployed to environment ${JSON.stringify(environment)} meanwhile: run this again`,
  );
}

/**
 * Opens the record of a deployment that is about to write.
 * @returns its id
 * @throws UserError: `locked` where another run is first, `scope` where the token may not
 */
export async function openRecord(session: Session, github: GitHub, deployment: Deployment): Promise<number> {
  const { environment } = session.inputs;
  const before = writeDeployedState(
    stateAfter(
      { ...deployment, held: deployment.live?.state.held ?? [] },
      deployment.live?.state.flows ?? {},
      auditStart(deployment.live),
    ),
  );
  const footprint = makeFootprint(deployment.plan);
  const payload = footprint === undefined ? before : { ...before, footprint };
  const record = await github.createRecord(
    environment,
    deployment.sha,
    payload,
    `${deployment.kind} of ${deployment.rules.length} rules`,
  );
  session.rememberRecord({ id: record, sha: deployment.sha });
  try {
    await github.setRecordState(record, 'in_progress', writtenNames(deployment));
    await yieldToEarlierRun(session, github, record, deployment.live);
    return record;
  } catch (error) {
    // Nothing was written yet: the record must not lock the environment.
    await closeRecord(session, github, record, 'inactive', 'nothing was written');
    throw error;
  }
}
