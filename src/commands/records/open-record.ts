// The deployment record of a run that is under way: it locks the environment, and tells a later run what died.
import { UserError, messageOf } from '../../errors.ts';
import { writeDeployedState } from '../../plan/deployed-state.ts';
import { type Deployment, auditStart, stateAfter, writtenNames } from '../../plan/deployment.ts';
import type { GitHub } from '../../ports.ts';
import { makeFootprint } from '../../transaction/footprint.ts';
import type { Session } from '../session.ts';
import { type RecordHistory, lockedBy, readRecordHistory } from './record-history.ts';

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
 * Nor may another run have sealed a deployment since this one looked.
 * @param before what was found when it looked; the runs of the records that were open then have ended
 * @param own the record of this run; undefined where it has none: then it gives way to all others
 * @returns what is there now
 * @throws UserError (`locked`) in the run that must not go on
 */
export async function yieldToOthers(
  session: Session,
  github: GitHub,
  before: Pick<RecordHistory, 'live' | 'unsettled'>,
  own: number = Number.POSITIVE_INFINITY,
): Promise<RecordHistory> {
  const { environment } = session.inputs;
  const history = await readRecordHistory(github, environment);
  const ended = new Set(before.unsettled.map(({ record }) => record.id));
  const other = history.unsettled.find(
    ({ record, state }) => state === 'in_progress' && record.id < own && !ended.has(record.id),
  );
  if (other !== undefined) throw lockedBy(environment, other);
  if (history.live?.state.auditHead === before.live?.state.auditHead) return history;
  throw new UserError(
    'locked',
    `another run has deployed to environment ${JSON.stringify(environment)} meanwhile: run this again`,
  );
}

/** What the record of a run says. */
interface Opening {
  readonly sha: string;
  readonly payload: object;
  readonly description: string;
  /** What it is about to do. */
  readonly text: string;
}

/** Opens a record, and gives way to earlier runs. @returns its id, and what is there then */
async function lock(
  session: Session,
  github: GitHub,
  { sha, payload, description, text }: Opening,
  before: Pick<RecordHistory, 'live' | 'unsettled'>,
): Promise<{ readonly record: number; readonly history: RecordHistory }> {
  const record = await github.createRecord(session.inputs.environment, sha, payload, description);
  session.rememberRecord({ id: record, sha });
  try {
    await github.setRecordState(record, 'in_progress', text);
    return { record, history: await yieldToOthers(session, github, before, record) };
  } catch (error) {
    // Nothing was written yet: the record must not lock the environment.
    await closeRecord(session, github, record, 'inactive', 'nothing was written');
    throw error;
  }
}

/**
 * Opens the record of a deployment that is about to write.
 * @returns its id
 * @throws UserError: `locked` where another run is first, `scope` where the token may not
 */
export async function openRecord(session: Session, github: GitHub, deployment: Deployment): Promise<number> {
  const { sha, live, kind, rules, plan } = deployment;
  const state = stateAfter(
    { ...deployment, held: live?.state.held ?? [] },
    live?.state.flows ?? {},
    auditStart(live),
  );
  const footprint = makeFootprint(plan);
  const payload = { ...writeDeployedState(state), ...(footprint === undefined ? {} : { footprint }) };
  const description = `${kind} of ${rules.length} rules`;
  const opening = { sha, payload, description, text: writtenNames(deployment) };
  return (await lock(session, github, opening, { live, unsettled: [] })).record;
}

/**
 * Settles what earlier runs left, under a record of its own: two runs must not both do it, one of them long after the other.
 * @param before the records of runs that have ended
 * @param settle takes what is still open
 * @throws UserError (`locked`) where another run is first
 */
export async function whileLocked<T>(
  session: Session,
  github: GitHub,
  before: RecordHistory,
  settle: (history: RecordHistory) => Promise<T>,
): Promise<T> {
  const state = before.live === undefined ? {} : writeDeployedState(before.live.state);
  // Of this run itself nothing is to be taken back.
  const payload = { ...state, footprint: makeFootprint({ changes: [] }) };
  const description = 'recovery of what a run has left';
  const opening = { sha: session.trigger.commit, payload, description, text: description };
  const { record, history } = await lock(session, github, opening, before);
  try {
    return await settle(history);
  } finally {
    await closeRecord(session, github, record, 'inactive', 'what a run had left was looked at');
  }
}
